/* SPDX-License-Identifier: MIT */
/* TCVN 5712:1993 (the fonts .Vn…), and VNI, where a letter is followed by its marks. A file may
 * name such a font in its styles and hold Unicode all the same, as all 23 of those do that were
 * looked at; so the letters decide, not the font alone. */
#include "word/legacy.h"

#include "text/old_code.h"

#include <string.h>

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
    has_code |= is_vn (font) ? old_code_tcvn3 (c) != 0 : old_code_is_vni (c);
  }
  return has_code;
}

static char *
decode_tcvn3 (const char *text)
{
  GString *decoded = g_string_new (NULL);

  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = plain_code (g_utf8_get_char (p));
    gunichar letter = old_code_tcvn3 (c);
    g_string_append_unichar (decoded, letter ? letter : c);
  }
  return g_string_free (decoded, FALSE);
}

static char *
decode_vni (const char *text)
{
  GString *decoded = g_string_new (NULL);
  gunichar before = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = plain_code (g_utf8_get_char (p));
    old_code_append_vni (decoded, before, c);
    before = c;
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
