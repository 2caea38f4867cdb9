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
