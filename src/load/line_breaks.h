/* SPDX-License-Identifier: MIT */
/* Ends of lines that are ends of paragraphs, as in what is pasted from Word. */
#pragma once

#include <glib.h>

/* A block of lines, up to an empty one. */
typedef struct {
  gsize widest;        /* characters of its longest line */
  gboolean is_wrapped; /* its lines are as long as each other: an editor has broken them */
  gboolean is_pasted;  /* short lines, and none goes on from another: each is a paragraph */
} LineBlock;

typedef enum {
  BREAK_SPACE,    /* the text goes on, as CommonMark has it */
  BREAK_DOUBTFUL, /* it goes on, but a sentence ends and the next one begins */
  BREAK_MEANT,    /* a paragraph begins */
} LineBreak;

/* Looks at the block that begins at `start`. */
LineBlock line_block_look (const char *start);

/* What the end of `line`, which has `n` bytes, before `next`, which goes on to a line end or NUL,
 * is in an official document. */
LineBreak line_break_between (const LineBlock *block, const char *line, gsize n, const char *next);
