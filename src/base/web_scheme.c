/* SPDX-License-Identifier: MIT */
#include "base/web_scheme.h"

#include <string.h>

char *
web_scheme (const char *link)
{
  /* Browsers drop control characters and spaces before and inside a scheme ("java\nscript:"). */
  if (strchr (link, ':') == NULL)
    return NULL;
  g_autoptr (GString) scheme = g_string_new (NULL);

  for (const char *p = link; *p; p++) {
    if ((guchar) *p <= ' ')
      continue;
    if (*p == ':')
      return scheme->len > 0 ? g_strdup (scheme->str) : NULL;
    if (!g_ascii_isalnum (*p) && strchr ("+-.", *p) == NULL)
      return NULL;
    g_string_append_c (scheme, g_ascii_tolower (*p));
  }
  return NULL;
}

gboolean
web_scheme_is_safe (const char *url)
{
  static const char *const safe[] = { "http", "https", "mailto", "tel", NULL };
  g_autofree char *scheme = web_scheme (url);
  return scheme && g_strv_contains (safe, scheme);
}
