/* SPDX-License-Identifier: MIT */
/* What is in a folder. GDir takes a list that breaks off for one that ends, so that a file on a bad
 * disk is one that is not there. */
#pragma once

#include <glib.h>

/* The names in the folder, in the order of their bytes. Caller frees; NULL on failure, also when
 * they cannot be read to the end. */
char **folder_names (const char *path, GError **error);

/* Whether somebody has no use for what `path` leads to, from the folder that is listed, nor for
 * anything below it. */
typedef gboolean (*FolderLeaves) (const char *path, gpointer data);

/* The paths from `folder` of all that is below it and no folder: files, links (none is followed)
 * and what else there is, but what `leaves` leaves out. Owned texts, those of a folder together.
 * Caller unrefs; NULL on failure, also when a folder cannot be read to the end. */
GPtrArray *folder_files (const char *folder, FolderLeaves leaves, gpointer data, GError **error);
