/* SPDX-License-Identifier: MIT */
#include "base/nfc.h"

/* Putting marks in order is quadratic in the marks on one letter. No letter has more than three;
 * what is behind these is decoration, and dropped. */
#define MOST_MARKS 8

gboolean
nfc_is_mark (gunichar c)
{
  return c >= 0x300 && c <= 0x36F;
}

static gboolean
mark_at (const char *p, const char *end)
{
  return p < end && ((guchar) *p == 0xCC || (guchar) *p == 0xCD)
         && nfc_is_mark (g_utf8_get_char (p));
}

const char *
nfc_letter (GString *out, const char *p, const char *end)
{
  const char *last = g_utf8_next_char (p);
  const char *rest;

  for (guint n = 0; n < MOST_MARKS && mark_at (last, end); n++)
    last = g_utf8_next_char (last);
  for (rest = last; mark_at (rest, end);)
    rest = g_utf8_next_char (rest);

  g_autofree char *composed = g_utf8_normalize (p, last - p, G_NORMALIZE_NFC);
  g_string_append (out, composed);
  return rest;
}

char *
nfc_text (const char *text, gsize length, gsize *nfc_length)
{
  GString *out = g_string_sized_new (length);
  const char *end = text + length;
  const char *plain = text;

  for (const char *p = text; p < end;) {
    const char *next = g_utf8_next_char (p);
    if (!mark_at (next, end)) {
      p = next;
      continue;
    }
    g_string_append_len (out, plain, p - plain);
    plain = p = nfc_letter (out, p, end);
  }
  g_string_append_len (out, plain, end - plain);
  *nfc_length = out->len;
  return g_string_free (out, FALSE);
}
