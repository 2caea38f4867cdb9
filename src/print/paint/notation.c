/* SPDX-License-Identifier: MIT */
#include "print/paint/notation.h"

#include <math.h>

#define FARTHEST     100000.0 /* points; the largest sheet of PDF/A has 14,400 */
#define LONGEST_TEXT 16000    /* characters of UTF-16 */

static const char hex_digits[] = "0123456789ABCDEF";

/* The digits of `number`, ending before `end`; where they begin. */
static char *
write_digits (char *end, guint64 number)
{
  for (; number > G_MAXUINT32; number /= 10)
    *--end = (char) ('0' + number % 10);
  guint32 rest = (guint32) number; /* nearly all of it, and divided much faster */
  do
    *--end = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  return end;
}

/* `scaled` is the number times ten to the power of `decimals`, 1 followed by so many zeros. */
static inline void
append_scaled (GString *out, gint64 scaled, guint64 unit, guint decimals)
{
  char digits[32], *end = digits + sizeof digits, *at = end;
  guint64 size = scaled < 0 ? -(guint64) scaled : (guint64) scaled;
  guint64 whole = size / unit;
  guint32 part = (guint32) (size - whole * unit);

  if (part > 0) {
    for (; part % 10 == 0; decimals--)
      part /= 10;
    for (guint i = 0; i < decimals; i++, part /= 10)
      *--at = (char) ('0' + part % 10);
    *--at = '.';
  }
  if (whole > 0 || at == end)
    at = write_digits (at, whole);
  if (scaled < 0)
    *--at = '-';
  append_piece (out, at, end - at);
}

void
notation_integer (GString *out, gint64 number)
{
  append_scaled (out, number, 1, 0);
}

static double
in_reach (double number)
{
  return isfinite (number) ? CLAMP (number, -FARTHEST, FARTHEST) : 0;
}

void
notation_number (GString *out, double number)
{
  append_scaled (out, llrint (in_reach (number) * 1e3), 1000, 3);
}

double
notation_rounded (double number)
{
  return (double) llrint (in_reach (number) * 1e3) / 1e3;
}

void
notation_factor (GString *out, double number)
{
  append_scaled (out, llrint (in_reach (number) * 1e6), 1000000, 6);
}

void
notation_reference (GString *out, guint object)
{
  append_scaled (out, object, 1, 0);
  append_text (out, " 0 R");
}

void
notation_name (GString *out, const char *name)
{
  g_string_append_c (out, '/');
  for (const char *p = name; *p; p++) {
    guchar c = *p;
    if (c > ' ' && c < 0x7f && strchr ("()<>[]{}/%#", c) == NULL) {
      g_string_append_c (out, c);
      continue;
    }
    g_string_append_c (out, '#');
    g_string_append_c (out, hex_digits[c >> 4]);
    g_string_append_c (out, hex_digits[c & 15]);
  }
}

static void
append_escaped (GString *out, guchar c)
{
  if (c == '\r') {
    append_text (out, "\\r"); /* readers take a bare one for a line feed */
    return;
  }
  if (c == '(' || c == ')' || c == '\\')
    g_string_append_c (out, '\\');
  g_string_append_c (out, c);
}

void
notation_bytes (GString *out, const char *bytes, gsize length)
{
  g_string_append_c (out, '(');
  for (gsize i = 0; i < length; i++)
    append_escaped (out, bytes[i]);
  g_string_append_c (out, ')');
}

static gboolean
is_ascii (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] < ' ' || text[i] > '~')
      return FALSE;
  return TRUE;
}

/* What can be written of a text; where it is cut, it is cut between letters. */
static gsize
writable (const char *text, gssize length)
{
  const char *p = text;
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  for (guint units = 0; p < end && units<LONGEST_TEXT; units += g_utf8_get_char (p)> 0xffff ? 2 : 1)
    p = g_utf8_next_char (p);
  return MIN (p, end) - text;
}

typedef void (*UnitWrite) (GString *out, guint unit);

static void
each_unit (GString *out, const char *text, gsize length, UnitWrite write)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (c > 0xffff) {
      write (out, 0xd800 + ((c - 0x10000) >> 10));
      c = 0xdc00 + ((c - 0x10000) & 0x3ff);
    }
    write (out, c);
  }
}

static void
write_binary (GString *out, guint unit)
{
  append_escaped (out, unit >> 8);
  append_escaped (out, unit & 0xff);
}

static void
write_hex (GString *out, guint unit)
{
  const char digits[] = { hex_digits[unit >> 12 & 15], hex_digits[unit >> 8 & 15],
                          hex_digits[unit >> 4 & 15], hex_digits[unit & 15] };
  append_piece (out, digits, sizeof digits);
}

void
notation_text (GString *out, const char *text, gssize length)
{
  gsize n = writable (text, length);
  if (is_ascii (text, n)) {
    notation_bytes (out, text, n);
    return;
  }
  append_text (out, "(\xfe\xff");
  each_unit (out, text, n, write_binary);
  g_string_append_c (out, ')');
}

void
notation_hex_text (GString *out, const char *text, gssize length)
{
  append_text (out, "<FEFF");
  each_unit (out, text, writable (text, length), write_hex);
  g_string_append_c (out, '>');
}

void
notation_hex (GString *out, const char *text, gsize length)
{
  each_unit (out, text, length, write_hex);
}
