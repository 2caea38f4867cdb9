/* SPDX-License-Identifier: MIT */
#include "print/style/style_sheet.h"

#include "base/i18n.h"

#include <string.h>

#define REGULAR 400

static gboolean
read_family (Cursor *value, FontSource *font, G_GNUC_UNUSED Arena *arena)
{
  CssValue family;

  if (!property_read (property_find ("font-family"), *value, arena, &family)
      || family.kind != VALUE_TEXT || strchr (family.text, ','))
    return FALSE;
  font->family = family.text;
  return TRUE;
}

static gboolean
read_weight (Cursor *value, FontSource *font, Arena *arena)
{
  CssValue weight;

  if (!property_read (property_find ("font-weight"), *value, arena, &weight))
    return FALSE;
  int number = weight.kind == VALUE_KEYWORD  ? weight.keyword
               : weight.kind == VALUE_NUMBER ? (int) weight.number
                                             : 0;
  font->weight = CLAMP (number, 0, 1000);
  return number > 0;
}

static gboolean
read_slant (Cursor *value, FontSource *font, Arena *arena)
{
  CssValue slant;

  if (!property_read (property_find ("font-style"), *value, arena, &slant)
      || slant.kind != VALUE_KEYWORD)
    return FALSE;
  font->is_italic = slant.keyword;
  return TRUE;
}

/* url(a.ttf), url("a.ttf") or NULL. */
static const char *
read_url (Cursor *value)
{
  const Token *token = cursor_take (value);

  if (token->kind == TOKEN_URL)
    return token_name (token);
  if (!token_is (token, TOKEN_FUNCTION, "url") || cursor_peek (value)->kind != TOKEN_STRING)
    return NULL;
  const char *href = token_name (cursor_take (value));
  return cursor_skip_sign (value, ')') ? href : NULL;
}

/* Up to the comma between two sources. */
static void
skip_source (Cursor *value)
{
  while (!cursor_at_end (value) && !token_is_sign (cursor_peek (value), ','))
    cursor_take (value);
}

/* The first file that can be put into a PDF: those packed for the web cannot. */
static gboolean
read_source (Cursor *value, FontSource *font, G_GNUC_UNUSED Arena *arena)
{
  do {
    const char *href = read_url (value);
    if (href && !g_str_has_suffix (href, ".woff") && !g_str_has_suffix (href, ".woff2"))
      font->href = href;
    skip_source (value);
  } while (font->href == NULL && cursor_skip_sign (value, ','));
  return font->href != NULL;
}

static gboolean
read_nothing (G_GNUC_UNUSED Cursor *value, G_GNUC_UNUSED FontSource *font,
              G_GNUC_UNUSED Arena *arena)
{
  return TRUE;
}

static const struct {
  const char *name;
  gboolean (*read) (Cursor *value, FontSource *font, Arena *arena);
  const char *form;
} descriptors[] = {
  { "font-family", read_family, N_ ("one name: font-family: \"Be Vietnam Pro\"") },
  { "src", read_source, N_ ("the file of a font, .ttf or .otf: src: url(\"fonts/a.ttf\")") },
  { "font-weight", read_weight, N_ ("normal, bold, or a number from 100 to 900") },
  { "font-style", read_slant, N_ ("normal or italic") },
  { "font-display", read_nothing, NULL },
};

static void
read_descriptor (Css *css, const Token *name, Cursor value, G_GNUC_UNUSED gboolean is_important,
                 gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (descriptors); i++)
    if (token_is (name, TOKEN_WORD, descriptors[i].name)) {
      Cursor rest = value;
      if (!descriptors[i].read (&rest, data, css->scanner.arena))
        css_error (css, name->start, _ (descriptors[i].form), _ ("this does not describe a font"));
      return;
    }
  css_error (css, name->start, _ ("@font-face holds font-family, src, font-weight and font-style"),
             _ ("“%.*s” does not describe a font"), (int) MIN (name->length, 60), name->text);
}

void
font_face_read (Css *css, GArray *fonts)
{
  static const CssHandler handler = { read_descriptor, NULL };
  FontSource font = { .weight = REGULAR };
  gsize start = css->token.start;

  css_skip_space (css);
  if (!token_is_sign (&css->token, '{')) {
    css_error (css, start, _ ("write @font-face { font-family: …; src: url(…) }"),
               _ ("this rule has no block"));
    css_skip_rule (css);
    return;
  }
  guint before = report_n_errors (css->report);
  css_next (css);
  css_block (css, &handler, &font);
  if (font.family && font.href)
    g_array_append_val (fonts, font);
  else if (report_n_errors (css->report) == before)
    css_error (css, start, _ ("write @font-face { font-family: …; src: url(…) }"),
               _ ("a font needs a family and a file"));
}
