/* SPDX-License-Identifier: MIT */
#include "base/printable.h"

#include <string.h>

static gboolean
is_control (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E)
         || (c >= 0x2066 && c <= 0x2069) || (c & 0xFFFE) == 0xFFFE; /* those are no letters */
}

char *
printable_copy (const char *text, PrintableKind kind)
{
  if (text == NULL)
    return NULL;
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *shown = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    gboolean stays = !is_control (c) || (c == '\n' && kind == PRINTABLE_LINES);
    g_string_append_unichar (shown, stays ? c : ' ');
  }
  return g_string_free (shown, FALSE);
}
