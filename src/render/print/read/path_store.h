/* SPDX-License-Identifier: MIT */
/* Paths that were parsed before, by their text: the leaflets of a thousand offices show one code.
 * One thread's own. */
#pragma once

#include <glib.h>

typedef struct PathStore PathStore;

PathStore *path_store_new (void);
void path_store_free (PathStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PathStore, path_store_free)

/* The steps (DrawStep) of path data, not to be changed; NULL when they are not known. Lent. */
GArray *path_store_find (const PathStore *store, const char *data);
/* Takes a reference. */
void path_store_keep (PathStore *store, const char *data, GArray *steps);
