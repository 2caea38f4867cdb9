/* SPDX-License-Identifier: MIT */
/* What is in a folder. GDir takes a list that breaks off for one that ends, so that a file on a bad
 * disk is one that is not there. */
#pragma once

#include <glib.h>

/* The names in the folder, in the order of their bytes. Caller frees; NULL on failure, also when
 * they cannot be read to the end. */
char **folder_names (const char *path, GError **error);
