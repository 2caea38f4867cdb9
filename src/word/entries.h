/* SPDX-License-Identifier: MIT */
/* Front matter as lines: each key with all that belongs to it, in whichever language it is written.
 */
#pragma once

#include <glib.h>

typedef struct {
  const char *start;
  gsize length;
  char *key;   /* in Vietnamese; NULL: a remark */
  char *value; /* its words alone, whichever way its list, its quotation marks and its date are
                  written */
} MatterEntry;

/* The text behind the front matter; `matter` and its length receive what is between its lines. */
const char *entries_body (const char *text, const char **matter, gsize *length);
/* Of the text between the lines of dashes, which must outlive them. Caller frees. */
GArray *entries_cut (const char *matter, gsize length);
/* The entry of this key, or NULL. */
const MatterEntry *entries_find (const GArray *entries, const char *key);
