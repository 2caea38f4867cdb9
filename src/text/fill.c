/* SPDX-License-Identifier: MIT */
#include "text/fill.h"

#include <stdarg.h>
#include <string.h>

/* The value of the name of `length` bytes; NULL when there is none of this name. */
static const char *
value_of (const char *name, gsize length, va_list pairs)
{
  for (const char *known = va_arg (pairs, const char *); known;
       known = va_arg (pairs, const char *)) {
    const char *value = va_arg (pairs, const char *);
    if (strlen (known) == length && strncmp (known, name, length) == 0)
      return value ? value : "";
  }
  return NULL;
}

char *
text_fill (const char *pattern, ...)
{
  GString *out = g_string_new (NULL);

  for (const char *p = pattern; *p;) {
    const char *end = *p == '{' ? strchr (p, '}') : NULL;
    const char *value = NULL;
    if (end) {
      va_list pairs;
      va_start (pairs, pattern);
      value = value_of (p + 1, end - p - 1, pairs);
      va_end (pairs);
    }
    if (value) {
      g_string_append (out, value);
      p = end + 1;
    } else
      g_string_append_c (out, *p++);
  }
  return g_string_free (out, FALSE);
}
