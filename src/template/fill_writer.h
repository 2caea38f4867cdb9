/* SPDX-License-Identifier: MIT */
/* What a template becomes, line by line.
 *
 * Indentation belongs to the lines of templates, not to the values in them: it is written before
 * the first thing on a line, and only literal text ends a line. Lines with nothing on them get
 * none. */
#pragma once

#include "template/node.h"

typedef struct {
  GString *out;
  GString *indentation; /* of all that is open; what counts starts at `start` */
  gsize start;
  gboolean at_line_start;
} FillWriter;

/* What a writer goes back to at the end of a piece of text from elsewhere. */
typedef struct {
  gsize start, length;
  NodeLayout layout;
} FillMark;

/* Literal text of a template, whose line ends count as such. */
void writer_text (FillWriter *writer, const char *text, gsize length);
/* `escape` decides how the value looks. */
void writer_value (FillWriter *writer, const char *text, gsize length, TemplateEscape escape);

/* Between these two, text from elsewhere is set in the place of `node`. */
FillMark writer_enter (FillWriter *writer, const Node *node);
/* `mark` is what entering gave; pieces within pieces are left in reverse. */
void writer_leave (FillWriter *writer, FillMark mark);
