/* SPDX-License-Identifier: MIT */
#include "template/template.h"

#include <string.h>

static const char *const entities[256] = {
  ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;",
};

/* By how much a byte grows. A table of its own, small enough to stay in the cache. */
static const guint8 growth[256] = { ['&'] = 4, ['<'] = 3, ['>'] = 3, ['"'] = 5, ['\''] = 4 };

static char *
copy (char *to, const char *from, gsize length)
{
  memcpy (to, from, length);
  return to + length;
}

void
template_escape_html (GString *out, const char *text, gsize length)
{
  const char *end = text + length;
  const char *run = text; /* what is not copied yet */
  gsize grown = length;

  for (const char *p = text; p < end; p++)
    grown += growth[(guchar) *p];
  if (grown == length) {
    g_string_append_len (out, text, length);
    return;
  }
  gsize start = out->len;
  g_string_set_size (out, start + grown);
  char *to = out->str + start;
  for (const char *p = text; p < end; p++) {
    if (growth[(guchar) *p] == 0)
      continue;
    to = copy (to, run, p - run);
    to = copy (to, entities[(guchar) *p], growth[(guchar) *p] + 1);
    run = p + 1;
  }
  copy (to, run, end - run);
}

void
template_escape_none (GString *out, const char *text, gsize length)
{
  g_string_append_len (out, text, length);
}
