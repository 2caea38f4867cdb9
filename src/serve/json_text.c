/* SPDX-License-Identifier: MIT */
#include "serve/json_text.h"

void
json_text (GString *out, const char *text)
{
  if (text == NULL) {
    g_string_append (out, "null");
    return;
  }
  g_string_append_c (out, '"');
  for (; *text; text++) {
    guchar c = (guchar) *text;
    if (c == '"' || c == '\\')
      g_string_append_printf (out, "\\%c", c);
    else if (c < ' ' || c == '<' || c == '>' || c == '&' || c == 0x7F)
      g_string_append_printf (out, "\\u%04x", c);
    else
      g_string_append_c (out, c);
  }
  g_string_append_c (out, '"');
}

void
json_name (GString *out, const char *name)
{
  char last = out->len > 0 ? out->str[out->len - 1] : '{';

  if (last != '{' && last != '[')
    g_string_append_c (out, ',');
  json_text (out, name);
  g_string_append_c (out, ':');
}

void
json_member (GString *out, const char *name, const char *text)
{
  json_name (out, name);
  json_text (out, text);
}

void
json_number (GString *out, const char *name, gint64 number)
{
  json_name (out, name);
  g_string_append_printf (out, "%" G_GINT64_FORMAT, number);
}
