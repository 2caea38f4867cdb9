/* SPDX-License-Identifier: MIT */
/* Orders of what many sort, and lists that are sorted before they are compared. */
#pragma once

#include <glib.h>
#include <string.h>

/* For g_ptr_array_sort(), qsort() and bsearch() over texts (char *): by their bytes, which in UTF-8
 * is by characters. */
static inline int
compare_texts (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *) one, *(const char *const *) other);
}

/* The keys of both tables (char *), each once, in that order. Borrowed from the tables; caller
 * unrefs. */
GPtrArray *compare_names (GHashTable *one, GHashTable *other);
