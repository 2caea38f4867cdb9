/* SPDX-License-Identifier: MIT */
#include "speech/sentence.h"

#include <string.h>

gsize
sentence_end (const char *spoken, gsize start)
{
  const char *p = spoken + start;

  for (; *p; p++)
    if (strchr (".?!", *p) && (p[1] == ' ' || p[1] == '\0'))
      return p + 1 - spoken;
  return p - spoken;
}

void
sentence_close (GString *spoken, gsize start, gboolean leads_on)
{
  while (spoken->len > start && strchr (" ,;", spoken->str[spoken->len - 1]))
    g_string_truncate (spoken, spoken->len - 1);
  if (spoken->len == start || strchr (".?!", spoken->str[spoken->len - 1]))
    return;
  if (spoken->str[spoken->len - 1] == ':') {
    if (leads_on)
      return;
    g_string_truncate (spoken, spoken->len - 1);
  }
  g_string_append_c (spoken, '.');
}

char *
sentence_copy (const char *text, gsize length)
{
  GString *out = g_string_sized_new (length + 1);
  const char *rest = length > 0 ? g_utf8_next_char (text) : text;

  if (length > 0)
    g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (text)));
  g_string_append_len (out, rest, text + length - rest);
  return g_string_free (out, FALSE);
}
