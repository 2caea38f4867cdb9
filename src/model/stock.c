/* SPDX-License-Identifier: MIT */
#include "model/stock.h"

#include "base/suggest.h"
#include "model/palette.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

#define VIEW_BOX "0 0 100 100" /* of all of them */

/* Made by the Makefile of the files of drawings/: their names and what is in them. */
static const struct {
  const char *name, *svg;
} files[] = {
#include "stock.inc"
};

static const char *
copy_between (const char *text, const char *before, const char *after)
{
  const char *start = strstr (text, before);
  const char *end = start ? strstr (start, after) : NULL;

  g_assert (end);
  start += strlen (before);
  return g_strndup (start, (gsize) (end - start));
}

static int
compare_names (const void *one, const void *other)
{
  return strcmp (((const Stock *) one)->name, ((const Stock *) other)->name);
}

/* Files are sorted with their endings. */
static gpointer
make_all (G_GNUC_UNUSED gpointer data)
{
  Stock *all = g_new (Stock, G_N_ELEMENTS (files));

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    all[i] =
      (Stock){ files[i].name, copy_between (files[i].svg, "<title>", "</title>"), files[i].svg };
  qsort (all, G_N_ELEMENTS (files), sizeof (Stock), compare_names);
  return all;
}

const Stock *
stock_all (guint *n)
{
  static GOnce once = G_ONCE_INIT;

  *n = G_N_ELEMENTS (files);
  return g_once (&once, make_all, NULL);
}

char *
stock_name (const char *url)
{
  static const char *const schemes[] = { "hinh:", "hình:" };
  g_autofree char *plain = g_uri_unescape_string (url, NULL);
  g_autofree char *composed = plain ? g_utf8_normalize (plain, -1, G_NORMALIZE_NFC) : NULL;

  for (guint i = 0; composed && i < G_N_ELEMENTS (schemes); i++)
    if (g_str_has_prefix (composed, schemes[i]))
      return text_slug (composed + strlen (schemes[i]));
  return NULL;
}

const Stock *
stock_find (const char *name)
{
  guint n;
  const Stock *all = stock_all (&n);

  for (guint i = 0; i < n; i++)
    if (strcmp (all[i].name, name) == 0)
      return &all[i];
  return NULL;
}

const char *
stock_suggest (const char *name)
{
  guint n;
  const Stock *all = stock_all (&n);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, (gpointer) all[i].name);
  g_ptr_array_add (names, NULL);
  return suggest_word (name, (const char *const *) names->pdata);
}

/* --- in colour --- */

/* Colours have seven letters in any case. */
static void
append_painted (GString *out, const char *svg, const char *colour)
{
  const Palette from = palette_of (NULL), to = palette_of (colour);

  for (const char *p = svg; *p;) {
    guint shade = 0;
    while (*p == '#' && shade < N_SHADES && strncmp (p, from.shades[shade], 7) != 0)
      shade++;
    gboolean is_shade = *p == '#' && shade < N_SHADES;
    gsize length = is_shade ? 7 : 1 + strcspn (p + 1, "#");
    g_string_append_len (out, is_shade ? to.shades[shade] : p, (gssize) length);
    p += length;
  }
}

void
stock_write (const Stock *stock, const char *colour, GString *out)
{
  append_painted (out, stock->svg, colour);
}

void
stock_write_inline (const Stock *stock, const char *colour, const char *description, GString *out)
{
  g_autofree char *label = g_markup_escape_text (description, -1);
  const char *inside = strstr (stock->svg, "</title>") + strlen ("</title>");

  g_string_append_printf (out,
                          "<svg class=\"drawing\" role=\"img\" aria-label=\"%s\" width=\"160\" "
                          "height=\"160\" viewBox=\"" VIEW_BOX "\">",
                          label);
  append_painted (out, inside, colour);
  if (out->str[out->len - 1] == '\n')
    g_string_truncate (out, out->len - 1);
}
