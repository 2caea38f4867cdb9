/* SPDX-License-Identifier: MIT */
#include "print/fitted.h"

#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>
#include <string.h>

/* Letters are as wide as drawn by whoever paints them: unhinted. */
static void
set_unhinted (FcPattern *pattern, G_GNUC_UNUSED gpointer data)
{
  FcPatternDel (pattern, FC_HINTING);
  FcPatternAddBool (pattern, FC_HINTING, FcFalse);
}

/* Pango wants a map of fonts for each thread. */
static PangoContext *
context_get (void)
{
  static GPrivate contexts = G_PRIVATE_INIT (g_object_unref);
  PangoContext *context = g_private_get (&contexts);

  if (context == NULL) {
    g_autoptr (PangoFontMap) map = pango_ft2_font_map_new ();
    pango_ft2_font_map_set_resolution (PANGO_FT2_FONT_MAP (map), 72, 72);
    pango_fc_font_map_set_default_substitute (PANGO_FC_FONT_MAP (map), set_unhinted, NULL, NULL);
    context = pango_font_map_create_context (map);
    pango_context_set_round_glyph_positions (context, FALSE);
    pango_context_set_language (context, pango_language_from_string ("vi"));
    g_private_set (&contexts, context);
  }
  return context;
}

static PangoLayout *
layout_new (const char *text, double width, gboolean is_bold, double size)
{
  PangoLayout *layout = pango_layout_new (context_get ());
  PangoFontDescription *font = pango_font_description_from_string (FITTED_FAMILY);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
width_of (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}

double
fitted_width (const char *text, gboolean is_bold, double size)
{
  g_autoptr (PangoLayout) layout = layout_new (text, 0, is_bold, size);
  return width_of (layout);
}

static char *
line_text (PangoLayout *layout, guint i)
{
  const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, (int) i);
  const char *text = pango_layout_get_text (layout);
  return g_strchomp (g_strndup (text + line->start_index, (gsize) line->length));
}

/* Words go, from the end, until the rest and “…” are a line; at last letters do. */
static char *
cut_off (char *line_take, const FittedBox *box, double size)
{
  g_autofree char *line = line_take;

  for (;;) {
    gsize length = strlen (line);
    while (length > 0 && strchr (",;: ", line[length - 1]))
      line[--length] = '\0';
    g_autofree char *shown = g_strconcat (line, "…", NULL);
    char *space = strrchr (line, ' ');
    if (*line == '\0' || fitted_width (shown, box->is_bold, size) <= box->width)
      return g_steal_pointer (&shown);
    if (space)
      *space = '\0';
    else
      *g_utf8_prev_char (line + length) = '\0';
  }
}

/* TRUE when a word had to be broken: a smaller size is better. */
static gboolean
breaks_words (PangoLayout *layout, guint n)
{
  const char *text = pango_layout_get_text (layout);

  for (guint i = 1; i < n; i++) {
    int start = pango_layout_get_line_readonly (layout, (int) i)->start_index;
    if (start > 0 && text[start - 1] != ' ' && text[start - 1] != '-' && text[start - 1] != '/')
      return TRUE;
  }
  return FALSE;
}

/* TRUE when it has no more lines than that, and tears no word. */
static gboolean
holds (PangoLayout *layout, guint most)
{
  guint n = (guint) pango_layout_get_line_count (layout);
  return n <= most && !breaks_words (layout, n);
}

/* The narrowest layout of as many lines, to a hundredth of the box. Caller unrefs. */
static PangoLayout *
layout_balanced (const char *text, const FittedBox *box, double size, guint n)
{
  double wide = box->width, narrow = box->width / n;

  while (wide - narrow > box->width / 100) {
    double width = (wide + narrow) / 2;
    g_autoptr (PangoLayout) layout = layout_new (text, width, box->is_bold, size);
    *(holds (layout, n) ? &wide : &narrow) = width;
  }
  return layout_new (text, wide, box->is_bold, size);
}

GPtrArray *
fitted_lines (const char *text, const FittedBox *box, double *size)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (const double *tried = box->sizes; *tried > 0; tried++) {
    g_autoptr (PangoLayout) layout = layout_new (text, box->width, box->is_bold, *tried);
    guint n = (guint) pango_layout_get_line_count (layout);
    gboolean is_last = tried[1] == 0;
    guint most = CLAMP ((guint) (box->height / (*tried * FITTED_LINE)), 1, box->most_lines);
    gboolean is_good = holds (layout, most);
    if (!is_good && !is_last)
      continue;
    *size = *tried;
    if (is_good && box->is_balanced && n > 1) {
      g_object_unref (layout);
      layout = layout_balanced (text, box, *tried, n);
    }
    for (guint i = 0; i < MIN (n, most); i++)
      g_ptr_array_add (lines, line_text (layout, i));
    if (n > most) {
      char *last = g_ptr_array_steal_index (lines, lines->len - 1);
      g_ptr_array_add (lines, cut_off (last, box, *tried));
    }
    break;
  }
  return lines;
}
