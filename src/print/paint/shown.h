/* SPDX-License-Identifier: MIT */
/* How runs of text were shown, or paths: most lines of a kit stand in many documents, and are
 * written the same way in each. */
#pragma once

#include <glib.h>

typedef struct {
  gboolean has_space; /* behind its glyphs, one for the end of the line */
  gsize length;
  char bytes[];
} Shown;

typedef struct ShownStore ShownStore;

/* The caller frees it. */
ShownStore *shown_store_new (void);
/* NULL is allowed. */
void shown_store_free (ShownStore *store);

/* By the number of the run, or of the path. What is found lasts until something is kept; numbers of
 * 0 are never found. */
const Shown *shown_store_find (ShownStore *store, guint64 run);
/* Copies `length` bytes. The store is emptied when it has grown too large. */
void shown_store_keep (ShownStore *store, guint64 run, const char *bytes, gsize length,
                       gboolean has_space);
