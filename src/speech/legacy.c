/* SPDX-License-Identifier: MIT */
#include "speech/legacy.h"

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

/* The letters of TCVN3 by their place in Latin-1, from A1 on. */
static const char *const tcvn3[] = {
  [0xA1] = "Ă", [0xA2] = "Â", [0xA3] = "Ê", [0xA4] = "Ô", [0xA5] = "Ơ", [0xA6] = "Ư", [0xA7] = "Đ",
  [0xA8] = "ă", [0xA9] = "â", [0xAA] = "ê", [0xAB] = "ô", [0xAC] = "ơ", [0xAD] = "ư", [0xAE] = "đ",
  [0xB5] = "à", [0xB6] = "ả", [0xB7] = "ã", [0xB8] = "á", [0xB9] = "ạ", [0xBB] = "ằ", [0xBC] = "ẳ",
  [0xBD] = "ẵ", [0xBE] = "ắ", [0xC6] = "ặ", [0xC7] = "ầ", [0xC8] = "ẩ", [0xC9] = "ẫ", [0xCA] = "ấ",
  [0xCB] = "ậ", [0xCC] = "è", [0xCE] = "ẻ", [0xCF] = "ẽ", [0xD0] = "é", [0xD1] = "ẹ", [0xD2] = "ề",
  [0xD3] = "ể", [0xD4] = "ễ", [0xD5] = "ế", [0xD6] = "ệ", [0xD7] = "ì", [0xD8] = "ỉ", [0xDC] = "ĩ",
  [0xDD] = "í", [0xDE] = "ị", [0xDF] = "ò", [0xE1] = "ỏ", [0xE2] = "õ", [0xE3] = "ó", [0xE4] = "ọ",
  [0xE5] = "ồ", [0xE6] = "ổ", [0xE7] = "ỗ", [0xE8] = "ố", [0xE9] = "ộ", [0xEA] = "ờ", [0xEB] = "ở",
  [0xEC] = "ỡ", [0xED] = "ớ", [0xEE] = "ợ", [0xEF] = "ù", [0xF1] = "ủ", [0xF2] = "ũ", [0xF3] = "ú",
  [0xF4] = "ụ", [0xF5] = "ừ", [0xF6] = "ử", [0xF7] = "ữ", [0xF8] = "ứ", [0xF9] = "ự", [0xFA] = "ỳ",
  [0xFB] = "ỷ", [0xFC] = "ỹ", [0xFD] = "ý", [0xFE] = "ỵ",
};

static void
convert_tcvn3 (GString *out, const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (c < G_N_ELEMENTS (tcvn3) && tcvn3[c])
      g_string_append (out, tcvn3[c]);
    else
      g_string_append_unichar (out, c);
  }
}

/* VNI writes most letters as a letter and a mark behind it, in the case of the letter. */
static const struct {
  gunichar mark;
  const char *combining; /* what Unicode sets behind the letter */
} vni_combining[] = {
  { 0xF9, "\u0301" },       { 0xF8, "\u0300" },       { 0xFB, "\u0309" },
  { 0xF5, "\u0303" },       { 0xEF, "\u0323" },       { 0xE2, "\u0302" },
  { 0xE1, "\u0302\u0301" }, { 0xE0, "\u0302\u0300" }, { 0xE5, "\u0302\u0309" },
  { 0xE3, "\u0302\u0303" }, { 0xE4, "\u0302\u0323" }, { 0xEA, "\u0306" },
  { 0xE9, "\u0306\u0301" }, { 0xE8, "\u0306\u0300" }, { 0xFA, "\u0306\u0309" },
  { 0xFC, "\u0306\u0303" }, { 0xEB, "\u0306\u0323" },
};

/* And some as one. */
static const struct {
  gunichar small;
  const char *letter, *capital;
} vni_letters[] = {
  { 0xF1, "đ", "Đ" }, { 0xF4, "ơ", "Ơ" }, { 0xF6, "ư", "Ư" },
  { 0xED, "í", "Í" }, { 0xEC, "ì", "Ì" }, { 0xE6, "ỉ", "Ỉ" },
  { 0xF3, "ĩ", "Ĩ" }, { 0xF2, "ị", "Ị" }, { 0xEE, "ỵ", "Ỵ" },
};

static const char *
vni_combining_of (gunichar before, gunichar small)
{
  static const char vowels[] = "aeouyAEOUY";
  gboolean is_vowel = (before < 0x80 && before && strchr (vowels, (int) before)) || before == 0xF4
                      || before == 0xD4 || before == 0xF6 || before == 0xD6;

  for (guint i = 0; is_vowel && i < G_N_ELEMENTS (vni_combining); i++)
    if (vni_combining[i].mark == small)
      return vni_combining[i].combining;
  return NULL;
}

static void
convert_vni (GString *out, const char *text, gsize length)
{
  gunichar before = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    gboolean is_capital = c >= 0xC0 && c <= 0xDE;
    gunichar small = is_capital ? c + 0x20 : c;
    const char *letter = vni_combining_of (before, small);
    for (guint i = 0; letter == NULL && i < G_N_ELEMENTS (vni_letters); i++)
      if (vni_letters[i].small == small)
        letter = is_capital ? vni_letters[i].capital : vni_letters[i].letter;
    if (letter)
      g_string_append (out, letter);
    else
      g_string_append_unichar (out, c);
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
