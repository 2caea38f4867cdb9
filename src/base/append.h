/* SPDX-License-Identifier: MIT */
/* g_string_append_len() for the pieces a page is made of, hundreds to a page and mostly short. */
#pragma once

#include <glib.h>
#include <string.h>

static inline void
append_piece (GString *out, const char *text, gsize length)
{
  if (out->len + length >= out->allocated_len) {
    g_string_append_len (out, text, length);
    return;
  }
  memcpy (out->str + out->len, text, length);
  out->len += length;
  out->str[out->len] = '\0';
}

static inline void
append_text (GString *out, const char *text)
{
  append_piece (out, text, strlen (text));
}

/* In decimal digits: lists of all files of a site have too many for printf(). */
static inline void
append_number (GString *out, gint64 number)
{
  char digits[20];
  guint n = sizeof digits;
  guint64 rest = number < 0 ? -(guint64) number : (guint64) number;

  do
    digits[--n] = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (number < 0)
    append_text (out, "-");
  append_piece (out, digits + n, sizeof digits - n);
}
