/* SPDX-License-Identifier: MIT */
/* A text of Markdown in pieces that can be told apart: a paragraph, an item, a table, a fenced
 * block. Each has a key of its words alone, which forgets all that Word and Markdown write
 * differently: emphasis, targets of links, the kind of quotation marks, indents. */
#pragma once

#include <glib.h>

typedef struct {
  const char *start;
  gsize length;     /* with the empty lines behind it */
  char *key;        /* owned by the array */
  guint32 digest;   /* of the key, and of the notes it calls, whichever labels they have */
  gboolean stays;   /* paper does not show it: what is changed there says nothing of it */
  gboolean is_note; /* “[^1]: …”: its key is the text behind the label */
} Unit;

#define UNIT(units, i) (&g_array_index (units, Unit, i))

/* Of a text without front matter, which must outlive them. Caller frees. */
GArray *units_cut (const char *body);
/* An array for units whose texts live elsewhere. Caller frees. */
GArray *units_new (void);
/* Adds a copy of `unit`. */
void units_add (GArray *units, const Unit *unit);
/* A line of Markdown with its end. */
gsize units_line_length (const char *p);
/* Behind the empty lines at `p`. */
const char *units_skip_empty (const char *p);
/* TRUE when the line at `p` begins an item, so that those of a list without empty lines are units
 * of their own. */
gboolean units_begins_item (const char *p);

/* TRUE when both say the same, footnotes included. */
gboolean units_same (const Unit *unit, const Unit *other);
/* The bytes of the label between “[^” and “]” at `p`; 0 when there is none. */
gsize units_note_label (const char *p);
/* Of a text, so that it is known again. */
guint32 units_digest (const char *text);
/* guint32: those of all units, in order. Caller frees. */
GArray *units_digests (const GArray *units);
/* For each digest of `old` the place of its pair in `new`, as many as there can be in order, or -1.
 * Of lists too long for that, those that are the same from the start are pairs. Caller frees. */
int *units_pair (const GArray *old, const GArray *new);
