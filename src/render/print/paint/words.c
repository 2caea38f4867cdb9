/* SPDX-License-Identifier: MIT */
#include "render/print/paint/words.h"

char *
words_of (const Element *element)
{
  g_autofree char *text = element_text (element);
  char *end = text;

  for (const char *p = text; *p; p++) {
    if (!g_ascii_isspace (*p))
      *end++ = *p;
    else if (end > text && end[-1] != ' ')
      *end++ = ' ';
  }
  if (end > text && end[-1] == ' ')
    end--;
  *end = '\0';
  return *text ? g_steal_pointer (&text) : NULL;
}
