/* SPDX-License-Identifier: MIT */
#include "model/symbol.h"

#include <string.h>

gboolean
symbol_is_number (const char *text)
{
  gsize digits = strspn (text, "0123456789");
  if (digits == 0 || digits > 7)
    return FALSE;
  return text[digits] == '\0' || (g_ascii_islower (text[digits]) && text[digits + 1] == '\0');
}

gboolean
symbol_is_symbol (const char *text)
{
  gboolean at_start = TRUE; /* of a group */
  gboolean has_letter = FALSE;

  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (c == '-' || c == '/' || c == '&') {
      if (at_start)
        return FALSE;
      at_start = TRUE;
      continue;
    }
    /* QĐ-TTg, TTr, QyĐ: small letters follow capitals. */
    if (!g_unichar_isalpha (c) && !g_ascii_isdigit (c))
      return FALSE;
    if (at_start && !g_unichar_isupper (c) && !g_ascii_isdigit (c))
      return FALSE;
    has_letter |= g_unichar_isupper (c);
    at_start = FALSE;
  }
  return has_letter && !at_start;
}

gboolean
symbol_split (const char *text, char **number, char **symbol)
{
  gsize length = strcspn (text, "/-");
  if (text[length] == '\0' || (text[length] == '-' && strchr (text, '/') == NULL))
    return FALSE;
  g_autofree char *first = g_strndup (text, length);
  if (!symbol_is_number (first) || !symbol_is_symbol (text + length + 1))
    return FALSE;
  *number = g_steal_pointer (&first);
  *symbol = g_strdup (text + length + 1);
  return TRUE;
}

char *
symbol_join (const char *number, const char *symbol, gboolean is_party)
{
  gboolean needs_zero = number && strspn (number, "0123456789") == 1;
  return g_strdup_printf ("%s%s%c%s", needs_zero ? "0" : "", number ? number : "",
                          is_party ? '-' : '/', symbol);
}
