/* SPDX-License-Identifier: MIT */
/* Marks fall away by decomposition, so that every letter of Unicode is known; those of Vietnamese
 * are in a table, since titles of ten thousand documents are folded. */
#include "text/fold.h"

#include "text/letter.h"

#include <string.h>

static gunichar
fold_letter (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  char plain = letter_of (c).plain;
  if (plain)
    return (guchar) plain;
  c = g_unichar_tolower (c);
  g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  return parts[0];
}

char *
text_fold (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text) + 1);

  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    if ((guchar) *p < 0x80) {
      g_string_append_c (folded, g_ascii_isupper (*p) ? (char) (*p | 0x20) : *p);
      continue;
    }
    gunichar c = g_utf8_get_char (p);
    if (!g_unichar_ismark (c))
      g_string_append_unichar (folded, fold_letter (c));
  }
  return g_string_free (folded, FALSE);
}

char *
text_slug (const char *text)
{
  g_autofree char *folded = text_fold (text);
  GString *slug = g_string_new (NULL);
  gboolean between = FALSE;

  for (const char *p = folded; *p; p++) {
    if (!g_ascii_isalnum (*p)) {
      between = TRUE;
      continue;
    }
    if (between && slug->len > 0)
      g_string_append_c (slug, '-');
    between = FALSE;
    g_string_append_c (slug, *p);
  }
  return g_string_free (slug, FALSE);
}

char *
text_capitalise (const char *text)
{
  if (*text == '\0')
    return g_strdup ("");
  GString *capitalised = g_string_new (NULL);
  g_string_append_unichar (capitalised, g_unichar_toupper (g_utf8_get_char (text)));
  g_string_append (capitalised, g_utf8_next_char (text));
  return g_string_free (capitalised, FALSE);
}
