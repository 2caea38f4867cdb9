/* SPDX-License-Identifier: MIT */
/* Inside search/: Markdown without its marks, for words and excerpts. It is read line by line and
 * no tree is made: the index of ten thousand documents must cost less than their pages. What it
 * takes for text and CommonMark does not (a link that is none) costs a search nothing. */
#pragma once

#include "model/fact.h"

/* Bytes of the text in which the words of a heading stand. */
typedef struct {
  guint start, end;
} PlainHeading;

/* Appends the text of the body that starts at byte `offset` of `source`, a block to a line, to
 * `out`, and its headings (PlainHeading) to `headings`. Values stand where they are named; what is
 * for the ear or paper alone is left out. `scope` may be NULL: names of values are left out. */
void plain_body (const Source *source, gsize offset, const FactScope *scope, GString *out,
                 GArray *headings);
