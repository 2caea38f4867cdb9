/* SPDX-License-Identifier: MIT */
#include "print/paint/words.h"

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

char *
words_of_figure (const Element *element)
{
  static const char *const names[] = { "aria-label", "alt", "title" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const char *words = element_attribute (element, names[i]);
    if (words)
      return g_strdup (words);
  }
  for (const Element *child = element->first_child; child; child = child->next)
    if (element_is (child, "title"))
      return element_text (child);
  return NULL;
}
