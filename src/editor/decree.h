/* SPDX-License-Identifier: MIT */
/* Inside editor/: what Decree 30/2020/NĐ-CP asks of the content of a document. What it asks of the
 * sheet (margins, sizes, rules under lines, page numbers) is drawn by the press and cannot be
 * wrong in a text. */
#pragma once

#include "editor/remark.h"
#include "editor/wordlist.h"

/* Parts of a letter: number, addressees, recipients, signer, and what stands of them in the body.
 */
void decree_parts_read (const Review *review);
/* The text of a letter: bases, articles, points, appendices, documents it cites. */
void decree_text_read (const Review *review);
/* What a letter names for the first time: documents, laws, short forms. */
void decree_usage_read (const Review *review, const Wordlist *list);
/* Units and offices that were no more when it was written. */
void units_read (const Review *review);
/* Capital letters, annex II. */
void capitals_read (const Review *review);
