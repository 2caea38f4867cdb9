/* SPDX-License-Identifier: MIT */
/* Paths that were parsed before, by their text: the leaflets of a thousand offices show one code.
 * One thread's own. */
#pragma once

#include <glib.h>

typedef struct PathStore PathStore;

/* The caller frees it, after the drawings with its paths. */
PathStore *path_store_new (void);
/* NULL is allowed. */
void path_store_free (PathStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PathStore, path_store_free)

typedef struct {
  GArray *steps;  /* DrawStep, not to be changed */
  guint64 number; /* of the path, from 1; no other path of this store ever has it */
} KeptPath;

/* The path of path data, or NULL when it is not known. Valid until another one is kept. */
const KeptPath *path_store_find (const PathStore *store, const char *data);
/* The same of a new one; takes a reference. */
const KeptPath *path_store_keep (PathStore *store, const char *data, GArray *steps);
