/* SPDX-License-Identifier: MIT */
#include "base/web_scheme.h"

#include <string.h>

char *
web_scheme (const char *link)
{
  const char *end = link;
  gsize length = 0;

  /* Browsers drop control characters and spaces before and inside a scheme ("java\nscript:"). */
  for (; *end && *end != ':'; end++)
    if (g_ascii_isalnum (*end) || *end == '+' || *end == '-' || *end == '.')
      length++;
    else if ((guchar) *end > ' ')
      return NULL;
  if (*end == '\0' || length == 0)
    return NULL;
  char *scheme = g_malloc (length + 1);
  char *to = scheme;
  for (const char *p = link; p < end; p++)
    if ((guchar) *p > ' ')
      *to++ = g_ascii_tolower (*p);
  *to = '\0';
  return scheme;
}

gboolean
web_scheme_is_safe (const char *url)
{
  static const char *const safe[] = { "http", "https", "mailto", "tel", NULL };
  g_autofree char *scheme = web_scheme (url);
  return scheme && g_strv_contains (safe, scheme);
}
