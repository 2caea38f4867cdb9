/* SPDX-License-Identifier: MIT */
#include "speech/clean.h"

#include "base/nfc.h"

#include <string.h>

/* One letter may be of a foreign name; three are an encoding. */
#define FEWEST_LEGACY 3

static gboolean
is_invisible (gunichar c)
{
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060
         || c == 0xFEFF || c == 0x20E3 || c == 0xFE0E || c == 0xFE0F;
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

/* All that must be cleaned starts with one of a few bytes, and clean text has few of them. */
static gboolean
is_clean (const char *text, gsize length)
{
  static const guint8 suspicious[256] = {
    [0xCC] = 1, [0xCD] = 1, [0xC2] = 1, [0xE2] = 1, [0xE3] = 1, [0xEF] = 1, [0xF0] = 1
  };

  for (const char *p = text; p < text + length; p++) {
    if (!suspicious[(guchar) *p])
      continue;
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

/* TCVN3 fonts drew Vietnamese letters in the places of these; inside words they mean nothing else
 * here. */
static const gunichar tcvn3_letters[] = { 0xB5, 0xB8, 0xB6, 0xB9, 0xA8, 0xBE, 0xBC, 0xBD,
                                          0xC6, 0xA9, 0xA7, 0xAE, 0xAA, 0xAC, 0xD0, 0xD1,
                                          0xD6, 0xD7, 0xDC, 0xDF, 0xE5, 0xE6, 0xE7, 0xEB,
                                          0xEE, 0xF1, 0xF7, 0xF8, 0xFB };
/* VNI fonts set a mark after its letter: "oä", "uû". */
static const gunichar vni_marks[] = { 0xE4, 0xE5, 0xF8, 0xF9, 0xFB, 0xF6, 0xEF, 0xEB, 0xFC, 0xF1 };

static gboolean
is_among (gunichar c, const gunichar *set, guint n)
{
  for (guint i = 0; i < n; i++)
    if (set[i] == c)
      return TRUE;
  return FALSE;
}

/* "aâ", "aù", "eá", "oâ": an accented letter behind these three never stands in Vietnamese. */
static gboolean
is_vni_pair (gunichar before, gunichar c)
{
  gunichar letter = g_unichar_tolower (before);

  if (c < 0xC0 || c == 0xD7 || c == 0xF7)
    return FALSE;
  if (letter == 'a')
    return TRUE;
  c |= 0x20;
  return (letter == 'o' && c == 0xE2) || (letter == 'e' && c >= 0xE0 && c <= 0xE5);
}

/* The second bytes of the letters above: C2 A7 … C2 BE and C3 86 … C3 BF. Nearly every text has
 * none of them, and is done with after one look at each byte. */
static gboolean
may_be_legacy (const char *text, gsize length)
{
  static const guint8 latin[2][64] = {
    { [0x27] = 1,
      [0x28] = 1,
      [0x29] = 1,
      [0x2A] = 1,
      [0x2C] = 1,
      [0x2E] = 1,
      [0x35] = 1,
      [0x36] = 1,
      [0x38] = 1,
      [0x39] = 1,
      [0x3C] = 1,
      [0x3D] = 1,
      [0x3E] = 1 },
    { [0x06] = 1, [0x10] = 1, [0x11] = 1, [0x16] = 1, [0x17] = 1, [0x1C] = 1, [0x1F] = 1,
      [0x24] = 1, [0x25] = 1, [0x26] = 1, [0x27] = 1, [0x2B] = 1, [0x2E] = 1, [0x2F] = 1,
      [0x31] = 1, [0x36] = 1, [0x37] = 1, [0x38] = 1, [0x39] = 1, [0x3B] = 1, [0x3C] = 1 },
  };
  guint n = 0;

  for (gsize i = 0; i + 1 < length && n < FEWEST_LEGACY; i++) {
    guchar lead = (guchar) text[i];
    if (lead == 0xC2 || lead == 0xC3)
      n += latin[lead - 0xC2][(guchar) text[i + 1] & 0x3F]
           || (lead == 0xC3 && i > 0 && strchr ("aAoOeE", text[i - 1]) != NULL);
  }
  return n >= FEWEST_LEGACY;
}

/* Both look like words with letters from the upper half of Latin-1 that Vietnamese has not. */
LegacyEncoding
clean_find_legacy (const char *text, gsize length, gsize *offset)
{
  guint n_tcvn3 = 0;
  guint n_vni = 0;
  gunichar before = 0;
  const char *word = text;

  if (!may_be_legacy (text, length))
    return LEGACY_NONE;
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
    if (c == ' ' || c == '\n')
      word = g_utf8_next_char (p);
    if (c >= 0xA7 && c <= 0xFF) {
      gunichar mark = c >= 0xC0 && c <= 0xDE ? c + 0x20 : c;
      gboolean is_mark = is_among (mark, vni_marks, G_N_ELEMENTS (vni_marks)) && before
                         && strchr ("aeouyAEOUY", before);
      gboolean is_vni = is_mark || is_vni_pair (before, c);
      gboolean is_tcvn3 =
        is_among (c, tcvn3_letters, G_N_ELEMENTS (tcvn3_letters)) && g_ascii_isalpha (before);
      if ((is_vni || is_tcvn3) && n_vni + n_tcvn3 == 0)
        *offset = word - text;
      n_vni += is_vni;
      n_tcvn3 += is_tcvn3 && !is_vni;
    }
    before = c < 0x80 ? c : 0;
  }
  if (n_vni + n_tcvn3 < FEWEST_LEGACY)
    return LEGACY_NONE;
  return n_vni >= n_tcvn3 ? LEGACY_VNI : LEGACY_TCVN3;
}
