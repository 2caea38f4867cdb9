/* SPDX-License-Identifier: MIT */
/* Orders of what many sort. */
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
