/* SPDX-License-Identifier: MIT */
/* What the blocks of a body are, by the words they open with and by what stands around them. */
#pragma once

#include "model/body.h"

/* Bytes of “Điều 12.” that open `text`, in contracts also “ĐIỀU 12:”; 0: they do not. */
gsize roles_article_length (const char *text);

/* TRUE when `text` opens a line of its own in an official document wherever it stands: a basis, the
 * order, an article. */
gboolean roles_open_line (const char *text);

/* TRUE when `text` ends in dots to write on, more than an ellipsis has. */
gboolean roles_end_blank (const char *text);

/* Gives the blocks below `root` the roles of model/body.h that follow from their words: variants,
 * warnings, steps that are only told, the lines of an official document (Decree 30/2020, annex I)
 * and its appendices. Tables, channels, figures and the steps of a guide must
 * have theirs already, and menu paths too. Only roles are written, no words. */
void roles_mark (cmark_node *root);
