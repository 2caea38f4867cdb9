/* SPDX-License-Identifier: MIT */
#include "speech/clean.h"

#include "base/nfc.h"

#include <string.h>

static gboolean
is_invisible (gunichar c)
{
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060
         || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || c == 0x20E3 || c == 0xFE0E
         || c == 0xFE0F;
}

/* The digit a letter of decoration stands for: ₂, ①, 𝟓; -1 for any other. */
static int
decorated_digit (gunichar c)
{
  if (c >= 0x2080 && c <= 0x2089)
    return (int) c - 0x2080;
  if (c >= 0x2460 && c <= 0x2468)
    return (int) c - 0x2460 + 1;
  return c >= 0x1D7CE && c <= 0x1D7FF ? (int) (c - 0x1D7CE) % 10 : -1;
}

/* ① stands by itself and needs a space where a word follows. */
static gboolean
is_enclosed (gunichar c)
{
  return c >= 0x2460 && c <= 0x2468;
}

static gboolean
is_full_width (gunichar c)
{
  return c >= 0xFF01 && c <= 0xFF5E;
}

/* Spaces of other widths, and those that no line is broken at. */
static gboolean
is_odd_space (gunichar c)
{
  return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

/* All that must be cleaned starts with one of a few bytes, which clean text has few of; so each is
 * looked for by itself. */
static gboolean
is_clean (const char *text, gsize length)
{
  static const guint8 suspicious[] = { 0xCC, 0xCD, 0xC2, 0xE2, 0xE3, 0xEF, 0xF0 };
  const char *end = text + length;

  for (guint i = 0; i < G_N_ELEMENTS (suspicious); i++)
    for (const char *p = text; (p = memchr (p, suspicious[i], end - p)) != NULL; p++) {
      gunichar c = g_utf8_get_char (p);
      if (nfc_is_mark (c) || is_invisible (c) || is_odd_space (c) || is_full_width (c)
          || decorated_digit (c) >= 0)
        return FALSE;
    }
  return TRUE;
}

static void
note_shift (GArray *shifts, gsize clean, gsize original)
{
  CleanShift shift = { clean, original };
  const CleanShift *last =
    shifts->len > 0 ? &g_array_index (shifts, CleanShift, shifts->len - 1) : &(CleanShift){ 0, 0 };

  if (original - clean != last->original - last->clean)
    g_array_append_val (shifts, shift);
}

gboolean
clean_text (const char *text, gsize length, GString *clean, GArray *shifts)
{
  const char *end = text + length;

  if (is_clean (text, length))
    return FALSE;
  g_string_truncate (clean, 0);
  g_array_set_size (shifts, 0);
  for (const char *p = text; p < end;) {
    gunichar c = g_utf8_get_char (p);
    const char *next = g_utf8_next_char (p);
    if (is_invisible (c)) {
      p = next;
      continue;
    }
    note_shift (shifts, clean->len, p - text);
    if (next < end && nfc_is_mark (g_utf8_get_char (next))) {
      p = nfc_letter (clean, p, end);
      continue;
    }
    int digit = decorated_digit (c);
    g_string_append_unichar (clean, digit >= 0          ? (gunichar) ('0' + digit)
                                    : is_full_width (c) ? c - 0xFF01 + '!'
                                    : is_odd_space (c)  ? ' '
                                                        : c);
    if (is_enclosed (c) && next < end && *next != ' ') {
      note_shift (shifts, clean->len, next - text); /* nobody wrote this space */
      g_string_append_c (clean, ' ');
    }
    p = next;
  }
  note_shift (shifts, clean->len, length);
  return TRUE;
}

gsize
clean_original (const GArray *shifts, gsize offset)
{
  guint low = 0;
  guint high = shifts->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index (shifts, CleanShift, middle).clean <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == 0)
    return offset;
  const CleanShift *shift = &g_array_index (shifts, CleanShift, low - 1);
  return shift->original + (offset - shift->clean);
}
