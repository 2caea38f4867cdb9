/* SPDX-License-Identifier: MIT */
#include "model/web.h"

#include <string.h>

char *
web_scheme (const char *link)
{
  /* Browsers drop control characters and spaces before and inside a scheme ("java\nscript:"). */
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

static gboolean
host_matches (const char *host, const char *pattern)
{
  if (!g_str_has_prefix (pattern, "*."))
    return g_ascii_strcasecmp (host, pattern) == 0;
  gsize length = strlen (host);
  gsize suffix = strlen (pattern + 1);
  return length > suffix && g_ascii_strcasecmp (host + length - suffix, pattern + 1) == 0;
}

static gboolean
is_plain_host (const char *host)
{
  g_autofree char *lower = g_ascii_strdown (host, -1);
  return *lower != '\0' && *lower != '.'
         && lower[strspn (lower, "abcdefghijklmnopqrstuvwxyz0123456789-.")] == '\0'
         && strstr (lower, "..") == NULL && strstr (lower, "xn--") == NULL;
}

/* What one reader takes for the host another takes for something else: none of these in an address
 * people scan. */
static gboolean
has_tricks (const char *url)
{
  for (const char *p = url; *p; p++)
    if ((guchar) *p <= ' ' || *p == 0x7f || strchr ("\\<>\"'`{}|^", *p))
      return TRUE;
  return FALSE;
}

/* TRUE when host and port are written in plain ASCII: GUri would take letters of other alphabets
 * for those they look like (“ｖneid.gov.vn”). */
static gboolean
is_written_plainly (const char *url)
{
  const char *start = strstr (url, "://");
  if (start == NULL)
    return FALSE;
  start += strlen ("://");
  for (const char *end = start + strcspn (start, "/?#"); start < end; start++)
    if (!g_ascii_isalnum (*start) && strchr ("-.:", *start) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
web_host_is_allowed (const char *url, const char *const *patterns)
{
  if (has_tricks (url) || !is_written_plainly (url))
    return FALSE;
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || g_uri_get_userinfo (uri) != NULL)
    return FALSE;
  gboolean is_https = g_strcmp0 (g_uri_get_scheme (uri), "https") == 0;
  int port = g_uri_get_port (uri);
  if (!is_https && g_strcmp0 (g_uri_get_scheme (uri), "http") != 0)
    return FALSE;
  if (port != -1 && port != (is_https ? 443 : 80))
    return FALSE;
  if (!is_plain_host (g_uri_get_host (uri)))
    return FALSE;
  for (; *patterns; patterns++)
    if (host_matches (g_uri_get_host (uri), *patterns))
      return TRUE;
  return FALSE;
}
