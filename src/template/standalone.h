/* SPDX-License-Identifier: MIT */
/* Lines and indentation in the text of a template.
 *
 * A tag clears on the left when only blanks stand before it in its line, on the right when only
 * blanks stand after it. One that clears on both sides is standalone: its line is not part of the
 * text. Block tags inside a parent need only the side that faces their content, since nothing
 * around them shows. */
#pragma once

#include "template/scan.h"
#include "template/node.h"

typedef struct {
  gboolean clears_left, clears_right;
  gsize line_start; /* when it clears on the left: where its line starts */
  gsize next_line;  /* when it clears on the right: where the next line starts */
} Margins;

/* What stands around the tag in its line. CRLF and the end of the text end a line too. */
Margins margins_of_tag (const Source *source, const TemplateTag *tag);

/* The blanks before the first line between `start` and `end` that is not blank; FALSE when there is
 * none. */
gboolean standalone_first_indentation (const Source *source, gsize start, gsize end,
                                       const char **indentation, gsize *length);

/* Takes `length` bytes of indentation from all lines that start in `nodes` and what is set in them,
 * as far as they have it. Arguments of parents keep theirs: they are set elsewhere. */
void standalone_outdent (Template *template, Node *nodes, const char *indentation, gsize length);
