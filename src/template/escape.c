/* SPDX-License-Identifier: MIT */
#include "template/template.h"

static const char *const html_entities[256] = {
  ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;",
};

void
template_escape_html (GString *out, const char *text, gsize length)
{
  const char *end = text + length;
  const char *run = text;

  for (const char *p = text; p < end; p++) {
    const char *entity = html_entities[(guchar) *p];
    if (entity == NULL)
      continue;
    g_string_append_len (out, run, p - run);
    g_string_append (out, entity);
    run = p + 1;
  }
  g_string_append_len (out, run, end - run);
}

void
template_escape_none (GString *out, const char *text, gsize length)
{
  g_string_append_len (out, text, length);
}
