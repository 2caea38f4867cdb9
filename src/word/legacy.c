/* SPDX-License-Identifier: MIT */
/* TCVN 5712:1993 (the fonts .Vn…), and VNI, where a letter is followed by its marks. A file may
 * name such a font in its styles and hold Unicode all the same, as all 23 of those do that were
 * looked at; so the letters decide, not the font alone. */
#include "word/legacy.h"

#include <string.h>

/* From 0xA1 on; a blank: not used, and left as it is. */
static const char *const tcvn3 = "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò "
                                 "ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ";

#define FIRST_TCVN3 0xA1

/* What follows a vowel in VNI, and the combining marks it stands for. */
static const struct {
  gunichar code;
  const char *marks;
} vni_marks[] = {
  { 0xF9, "\u0301" },       { 0xF8, "\u0300" },       { 0xFB, "\u0309" },
  { 0xF5, "\u0303" },       { 0xEF, "\u0323" },       { 0xE2, "\u0302" },
  { 0xE1, "\u0302\u0301" }, { 0xE0, "\u0302\u0300" }, { 0xE5, "\u0302\u0309" },
  { 0xE3, "\u0302\u0303" }, { 0xE4, "\u0323\u0302" }, { 0xEA, "\u0306" },
  { 0xE9, "\u0306\u0301" }, { 0xE8, "\u0306\u0300" }, { 0xFA, "\u0306\u0309" },
  { 0xFC, "\u0306\u0303" }, { 0xEB, "\u0323\u0306" },
};

/* Letters of VNI that stand for themselves. */
static const struct {
  gunichar code;
  const char *letter;
} vni_letters[] = {
  { 0xED, "í" }, { 0xEC, "ì" }, { 0xE6, "ỉ" }, { 0xF3, "ĩ" }, { 0xF2, "ị" }, { 0xF4, "ơ" },
  { 0xF6, "ư" }, { 0xEE, "ỵ" }, { 0xF1, "đ" }, { 0xCD, "Í" }, { 0xCC, "Ì" }, { 0xC6, "Ỉ" },
  { 0xD3, "Ĩ" }, { 0xD2, "Ị" }, { 0xD4, "Ơ" }, { 0xD6, "Ư" }, { 0xCE, "Ỵ" }, { 0xD1, "Đ" },
};

/* Symbol and the four families of signs, the code as it is in the font. */
static const struct {
  const char *font;
  guint8 code;
  const char *shown;
} symbols[] = {
  { "Wingdings", 0xE0, "→" },   { "Wingdings", 0xE8, "→" },   { "Wingdings", 0xF0, "→" },
  { "Wingdings", 0xDF, "←" },   { "Wingdings", 0xA8, "☐" },   { "Wingdings", 0x6F, "☐" },
  { "Wingdings", 0x71, "☐" },   { "Wingdings", 0xFE, "☑" },   { "Wingdings", 0xFC, "✓" },
  { "Wingdings", 0xFB, "✗" },   { "Wingdings", 0x28, "☎" },   { "Wingdings", 0xA7, "•" },
  { "Wingdings", 0x6C, "•" },   { "Wingdings", 0x6E, "•" },   { "Wingdings", 0x76, "•" },
  { "Wingdings", 0xD8, "•" },   { "Symbol", 0xB7, "•" },      { "Symbol", 0xAE, "→" },
  { "Symbol", 0xAC, "←" },      { "Symbol", 0xDE, "⇒" },      { "Symbol", 0xA3, "≤" },
  { "Symbol", 0xB3, "≥" },      { "Symbol", 0xB1, "±" },      { "Symbol", 0xB4, "×" },
  { "Symbol", 0xB0, "°" },      { "Symbol", 0x2D, "−" },      { "Wingdings", 0xFD, "☒" },
  { "Wingdings", 0x78, "☒" },   { "Wingdings", 0x72, "☐" },   { "Wingdings 2", 0x52, "☑" },
  { "Wingdings 2", 0x51, "☒" }, { "Wingdings 2", 0x53, "☒" }, { "Wingdings 2", 0x54, "☒" },
  { "Wingdings 2", 0xA3, "☐" }, { "Wingdings 2", 0x2A, "☐" }, { "Wingdings 2", 0x50, "✓" },
  { "Wingdings 2", 0x4F, "✗" }, { "Wingdings 3", 0x66, "←" }, { "Wingdings 3", 0x67, "→" },
  { "Webdings", 0x63, "☐" },    { "Webdings", 0x61, "✓" },    { "Webdings", 0x72, "✗" },
};

static gboolean
is_vn (const char *font)
{
  return g_ascii_strncasecmp (font, ".Vn", 3) == 0;
}

static gboolean
is_vni (const char *font)
{
  return g_ascii_strncasecmp (font, "VNI-", 4) == 0;
}

gboolean
legacy_font (const char *font)
{
  return font && (is_vn (font) || is_vni (font));
}

/* Some programs keep the codes of such fonts in the private area. */
static gunichar
plain_code (gunichar c)
{
  return c >= 0xF020 && c <= 0xF0FF ? c - 0xF000 : c;
}

/* As UTF-8, or NULL when TCVN3 has no letter there. */
static const char *
tcvn3_letter (gunichar c)
{
  if (c < FIRST_TCVN3 || c >= FIRST_TCVN3 + g_utf8_strlen (tcvn3, -1))
    return NULL;
  const char *letter = g_utf8_offset_to_pointer (tcvn3, c - FIRST_TCVN3);
  return *letter == ' ' ? NULL : letter;
}

static const char *
vni_letter (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (vni_letters); i++)
    if (vni_letters[i].code == c)
      return vni_letters[i].letter;
  return NULL;
}

/* Capitals take capital marks: “AÙ”, and 0xF9 − 0xD9 is as far as from ù to Ù. */
static const char *
vni_mark (gunichar c)
{
  gunichar small = c >= 0xC0 && c <= 0xDF ? c + 0x20 : c;

  for (guint i = 0; i < G_N_ELEMENTS (vni_marks); i++)
    if (vni_marks[i].code == small)
      return vni_marks[i].marks;
  return NULL;
}

gboolean
legacy_is_encoded (const char *font, const char *text)
{
  gboolean has_code = FALSE;

  if (!legacy_font (font))
    return FALSE;
  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = plain_code (g_utf8_get_char (p));
    if (c > 0xFF && g_unichar_isalpha (c))
      return FALSE;
    has_code |= is_vn (font) ? tcvn3_letter (c) != NULL : vni_letter (c) || vni_mark (c);
  }
  return has_code;
}

static char *
decode_tcvn3 (const char *text)
{
  GString *decoded = g_string_new (NULL);

  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = plain_code (g_utf8_get_char (p));
    const char *letter = tcvn3_letter (c);
    g_string_append_unichar (decoded, letter ? g_utf8_get_char (letter) : c);
  }
  return g_string_free (decoded, FALSE);
}

/* A mark is one behind a vowel only: “ô” alone is ơ, and in “oâ” the letter â is the hat of ô. */
static char *
decode_vni (const char *text)
{
  GString *decoded = g_string_new (NULL);
  gboolean after_vowel = FALSE;

  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = plain_code (g_utf8_get_char (p));
    const char *letter = vni_letter (c);
    const char *marks = after_vowel ? vni_mark (c) : NULL;
    if (marks)
      g_string_append (decoded, marks);
    else if (letter)
      g_string_append (decoded, letter);
    else
      g_string_append_unichar (decoded, c);
    after_vowel = marks == NULL
                  && (c == 0xF4 || c == 0xF6 || c == 0xD4 || c == 0xD6
                      || (c < 0x80 && c && strchr ("aeiouyAEIOUY", c)));
  }
  return g_string_free (decoded, FALSE);
}

/* “.VnTimeH”: small letters are shown as capitals. */
static gboolean
shows_capitals (const char *font)
{
  return is_vn (font) && g_str_has_suffix (font, "H");
}

char *
legacy_decode (const char *font, const char *text)
{
  g_autofree char *decoded = is_vn (font) ? decode_tcvn3 (text) : decode_vni (text);
  return shows_capitals (font) ? g_utf8_strup (decoded, -1) : g_steal_pointer (&decoded);
}

gboolean
legacy_is_unknown (const char *font, const char *text)
{
  static const char *const beginnings[] = { "VNtime", "SVN", "VNhelv", "VK ", "VNU-", "BK " };
  gboolean has_code = FALSE, is_one = FALSE;

  for (guint i = 0; font && i < G_N_ELEMENTS (beginnings); i++)
    is_one |= g_ascii_strncasecmp (font, beginnings[i], strlen (beginnings[i])) == 0;
  for (const char *p = text; is_one && *p; p = g_utf8_next_char (p)) {
    gunichar c = plain_code (g_utf8_get_char (p));
    if (c > 0xFF && g_unichar_isalpha (c))
      return FALSE;
    has_code |= c > 0xA0 && c <= 0xFF;
  }
  return has_code;
}

gboolean
legacy_is_of_signs (const char *font)
{
  for (guint i = 0; font && i < G_N_ELEMENTS (symbols); i++)
    if (g_ascii_strcasecmp (symbols[i].font, font) == 0)
      return TRUE;
  return FALSE;
}

const char *
legacy_symbol (const char *font, gunichar code)
{
  gunichar plain = plain_code (code);

  for (guint i = 0; font && i < G_N_ELEMENTS (symbols); i++)
    if (symbols[i].code == plain && g_ascii_strcasecmp (symbols[i].font, font) == 0)
      return symbols[i].shown;
  return NULL;
}
