/* SPDX-License-Identifier: MIT */
/* Inside search/: entries in the order of their keys, cut into files of about the same size. The
 * format is described in search/search.h. */
#pragma once

#include <glib.h>

/* Appends a number as the script reads it. */
void shards_add_number (GString *out, guint value);

typedef struct Shards Shards;

/* Without entries. Caller frees. */
Shards *shards_new (void);
void shards_free (Shards *shards); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shards, shards_free)

/* The next entry: `key` comes after all before it, by its bytes, and is copied; what belongs to it
 * is appended to shards_text() before the next. */
void shards_add (Shards *shards, const char *key);
/* What was added so far; the shards'. */
GString *shards_text (Shards *shards);

/* Cuts what was added into files of about the same size, `most` or fewer, once. */
void shards_cut (Shards *shards, guint most);
/* Files there are; 0 before they are cut. */
guint shards_count (const Shards *shards);
/* The shortest text that comes after all keys before the file, and not after its own; borrowed.
 * That of the first is empty. */
const char *shards_first (const Shards *shards, guint file);
/* Appends the entries of a file. */
void shards_write (const Shards *shards, guint file, GString *out);
/* Appends texts as a list, each as what it shares with the one before, the rest, and “~”. */
void shards_write_firsts (const Shards *shards, GString *out);
