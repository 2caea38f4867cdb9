/* SPDX-License-Identifier: MIT */
/* What was approved of a document, and by whom. The digest is one of all bytes of its file but the
 * approval itself: whoever changes a word later cannot do it unseen. Values of campaigns and parts
 * of other documents are approved where they stand. */
#pragma once

#include "load/record.h"
#include "model/document.h"

/* Approval: position, date, digest. */
void read_approval (RecordReader *reader, const YamlNode *node, gpointer target);
/* Says whether the document is still what was approved; reports when it is not. */
void approval_check (Approval *approval, const Source *source, Report *report);
/* SHA-256 of the text without its approval, in hexadecimal digits. Caller frees. */
char *approval_digest (const Source *source);
/* The bytes of a file with an approval in its front matter, in place of the one before; NULL when
 * there is no front matter. `position` has no quotation marks. Caller frees. */
char *approval_sign (const char *text, gsize length, const char *digest, const char *position,
                     Date date);
