/* SPDX-License-Identifier: MIT */
/* What must be taken out of one list of texts, and put in, to have the other: the longest sequence
 * both have in common stays. */
#pragma once

#include <glib.h>

typedef enum {
  LINE_KEPT,
  LINE_GONE, /* the old list has it */
  LINE_NEW,  /* the new one does */
} LineState;

typedef struct {
  LineState state;
  const char *text; /* borrowed of the lists */
} LineChange;

/* All lines of both (char *), in order; of a stretch that differs, what is gone comes first. The
 * lists must outlive it. Caller unrefs: an array of LineChange. */
GArray *lines_compare (const GPtrArray *old, const GPtrArray *new);

/* The words of a text, split at spaces. Caller unrefs: an array of char *, which it owns. */
GPtrArray *line_words (const char *text);
