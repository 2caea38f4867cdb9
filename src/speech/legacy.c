/* SPDX-License-Identifier: MIT */
#include "speech/legacy.h"

#include "text/old_code.h"

#include "base/block.h"

#include <string.h>

/* Fewer letters may be those of a foreign name. */
#define FEWEST_LEGACY 3

const char *
legacy_name (LegacyEncoding encoding)
{
  static const char *const names[] = {
    [LEGACY_NONE] = "Unicode",
    [LEGACY_TCVN3] = "TCVN3",
    [LEGACY_VNI] = "VNI",
    [LEGACY_MOJIBAKE] = "Windows-1252",
  };
  return names[encoding];
}

/* The byte a letter has in Windows-1252; 0 when it has none. */
static guchar
byte_of (gunichar c)
{
  static const gunichar specials[32] = {
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178,
  };

  if (c < 0x80 || (c >= 0xA0 && c <= 0xFF))
    return (guchar) c;
  for (guint i = 0; i < G_N_ELEMENTS (specials); i++)
    if (specials[i] == c)
      return (guchar) (0x80 + i);
  return 0;
}

/* TCVN3 fonts drew Vietnamese letters in the places of these; inside words they mean nothing else
 * here. Those that are signs of formulas, × ÷ ½, are left out: a text has many others. */
static const gunichar tcvn3_letters[] = { 0xB5, 0xB8, 0xB6, 0xB9, 0xA8, 0xC6, 0xA9, 0xA7,
                                          0xAE, 0xAA, 0xAC, 0xD0, 0xD1, 0xD6, 0xDC, 0xDF,
                                          0xE5, 0xE6, 0xE7, 0xEB, 0xEE, 0xF1, 0xF8, 0xFB };
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
  gunichar letter = before | 0x20; /* small, where it is one of those below */

  if (c < 0xC0 || c == 0xD7 || c == 0xF7)
    return FALSE;
  if (letter == 'a')
    return TRUE;
  c |= 0x20;
  return (letter == 'o' && c == 0xE2) || (letter == 'e' && c >= 0xE0 && c <= 0xE5);
}

/* What a glance at the bytes finds: how many letters may be of which kind. */
typedef struct {
  guint n_legacy, n_mojibake;
} Glance;

static inline Block
may_be_latin (Block block)
{
  return (Block) ((block & 0xFE) == 0xC2);
}

/* The second bytes of the letters above, capitals too: C2 A7 … C2 BE and C3 84 … C3 BF; and of “Ã”,
 * “á”, “Ä”, “Æ” before another letter from beyond ASCII. Nearly every text has none of them, and is
 * done with after a look at each of those first bytes. */
static Glance
glance (const char *text, gsize length)
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
    { [0x04] = 1, [0x05] = 1, [0x06] = 1, [0x0B] = 1, [0x0F] = 1, [0x10] = 1, [0x11] = 1,
      [0x16] = 1, [0x17] = 1, [0x18] = 1, [0x19] = 1, [0x1B] = 1, [0x1C] = 1, [0x1F] = 1,
      [0x24] = 1, [0x25] = 1, [0x26] = 1, [0x27] = 1, [0x2B] = 1, [0x2E] = 1, [0x2F] = 1,
      [0x31] = 1, [0x36] = 1, [0x37] = 1, [0x38] = 1, [0x39] = 1, [0x3B] = 1, [0x3C] = 1 },
  };
  static const guint8 starts_mojibake[64] = { [0x03] = 1, [0x21] = 1, [0x04] = 1, [0x06] = 1 };
  static const guint8 is_latin[256] = { [0xC2] = 1, [0xC3] = 1 };
  const char *end = text + length;
  Glance seen = { 0, 0 };

  for (const char *p = text; (p = block_find (p, end, may_be_latin, is_latin)) + 1 < end; p++) {
    guint page = (guchar) *p & 1;
    guchar next = (guchar) p[1] & 0x3F;
    seen.n_legacy +=
      latin[page][next]
      || (page == 1 && p > text && is_vni_pair ((guchar) p[-1], (gunichar) next | 0xC0));
    seen.n_mojibake += page == 1 && starts_mojibake[next] && p + 2 < end && (guchar) p[2] >= 0x80;
    if (seen.n_legacy >= FEWEST_LEGACY && seen.n_mojibake >= FEWEST_LEGACY)
      return seen;
  }
  return seen;
}

/* "Ã¡", "á»‘", "Æ°", "Ä‘": what the bytes of our letters look like in Windows-1252. */
static gboolean
starts_mojibake (const char *p, const char *end)
{
  gunichar first = g_utf8_get_char (p);
  const char *next = g_utf8_next_char (p);
  gunichar second = next < end ? g_utf8_get_char (next) : 0;
  gboolean is_rest = second >= 0x80 && byte_of (second) >= 0x80 && byte_of (second) <= 0xBF;

  /* "XÃ”" is a word in capitals before its quotation mark. */
  if (first == 0xC3)
    return second >= 0xA0 && second <= 0xBF && second != 0xAB && second != 0xBB;
  if (first == 0xE1)
    return second == 0xBA || second == 0xBB;
  return (first == 0xC4 || first == 0xC6) && is_rest;
}

static gboolean
find_mojibake (const char *text, gsize length, gsize *offset)
{
  const char *end = text + length;
  guint n = 0;

  for (const char *p = text; n < FEWEST_LEGACY && (p = memchr (p, 0xC3, end - p)) != NULL; p += 2) {
    if (!starts_mojibake (p, end))
      continue;
    if (n++ == 0) {
      const char *word = p;
      while (word > text && word[-1] != ' ' && word[-1] != '\n')
        word--;
      *offset = word - text;
    }
  }
  return n >= FEWEST_LEGACY;
}

/* Both look like words with letters from the upper half of Latin-1 that Vietnamese has not. */
LegacyEncoding
legacy_find (const char *text, gsize length, gsize *offset)
{
  guint n_tcvn3 = 0;
  guint n_vni = 0;
  gunichar before = 0;
  const char *word = text;
  const Glance seen = glance (text, length);

  if (seen.n_mojibake >= FEWEST_LEGACY && find_mojibake (text, length, offset))
    return LEGACY_MOJIBAKE;
  if (seen.n_legacy < FEWEST_LEGACY)
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

/* --- what was meant --- */

static void
convert_tcvn3 (GString *out, const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    gunichar letter = old_code_tcvn3 (c);
    g_string_append_unichar (out, letter ? letter : c);
  }
}

static void
convert_vni (GString *out, const char *text, gsize length)
{
  gunichar before = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    old_code_append_vni (out, before, c);
    before = c;
  }
}

/* The bytes as they were, where they make UTF-8. */
static void
convert_mojibake (GString *out, const char *text, gsize length)
{
  for (const char *p = text, *end = text + length; p < end;) {
    char bytes[5] = "";
    guint n = 0;
    const char *next = p;
    gunichar letter = (gunichar) -2;
    for (; n < 4 && next < end && byte_of (g_utf8_get_char (next)) >= 0x80; n++) {
      bytes[n] = (char) byte_of (g_utf8_get_char (next));
      next = g_utf8_next_char (next);
      letter = g_utf8_get_char_validated (bytes, n + 1);
      if (letter < 0x110000)
        break;
    }
    if (n > 0 && letter < 0x110000) {
      g_string_append_unichar (out, letter);
      p = next;
    } else {
      g_string_append_unichar (out, g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
  }
}

char *
legacy_convert (const char *text, gsize length, LegacyEncoding encoding)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (encoding == LEGACY_TCVN3)
    convert_tcvn3 (out, text, length);
  else if (encoding == LEGACY_VNI)
    convert_vni (out, text, length);
  else if (encoding == LEGACY_MOJIBAKE)
    convert_mojibake (out, text, length);
  else
    g_string_append_len (out, text, length);
  return g_utf8_normalize (out->str, (gssize) out->len, G_NORMALIZE_NFC);
}
