/* SPDX-License-Identifier: MIT */
/* What a template becomes, line by line.
 *
 * Indentation belongs to the lines of templates, not to the values in them: it is written before
 * the first thing on a line, and only literal text ends a line. Lines with nothing on them get
 * none. */
#pragma once

#include "template/tree.h"

typedef struct {
  GString *out;
  GString *indentation; /* of all that is open; what counts starts at `start` */
  gsize start;
  gboolean at_line_start;
} Writer;

/* What a writer goes back to at the end of a piece of text from elsewhere. */
typedef struct {
  gsize start, length;
  Layout layout;
} WriterMark;

void writer_text (Writer *writer, const char *text, gsize length);
/* `escape` decides how the value looks. */
void writer_value (Writer *writer, const char *text, gsize length, TemplateEscape escape);

/* Between these two, text from elsewhere is set in the place of `node`. */
WriterMark writer_enter (Writer *writer, const Node *node);
void writer_leave (Writer *writer, WriterMark mark);
