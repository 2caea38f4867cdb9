/* SPDX-License-Identifier: MIT */
/* A line of letters becomes a tree of elements, so that a page of print is always well-formed. */
#pragma once

#include <glib.h>

/* A small letter opens an element, with its letter as class; “/” closes one. */
static const char *const tags[] = { "div", "p",       "span", "b",  "table",  "thead", "tbody",
                                    "tr",  "td",      "th",   "ul", "ol",     "li",    "h1",
                                    "h2",  "section", "a",    "br", "figure", "img" };

static const char *const texts[] = { "Người dân ", "nghiêng", " ", "a-b/c ", "\n" };

#define MOST_ELEMENTS 200

static void
draw_tree (const char *line, gsize length, GString *out)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  for (gsize i = 0; i < length && i < MOST_ELEMENTS; i++) {
    guint letter = (guchar) line[i] - 'a';
    if (letter < G_N_ELEMENTS (tags)) {
      g_string_append_printf (out, "<%s class=\"%c\" id=\"i%u\" colspan=\"%u\">", tags[letter],
                              line[i], (guint) i, (guint) i % 3);
      g_ptr_array_add (open, (gpointer) tags[letter]);
    } else if (line[i] == '/' && open->len > 0)
      g_string_append_printf (out, "</%s>",
                              (const char *) g_ptr_array_steal_index (open, open->len - 1));
    else if (line[i] == '*')
      g_string_append (out, "<svg class=\"qr\" viewBox=\"0 0 9 9\"><path d=\"M1 1h3v3z\"/><rect "
                            "width=\"3\" height=\"4\"/></svg>");
    else
      g_string_append (out, texts[(guchar) line[i] % G_N_ELEMENTS (texts)]);
  }
  while (open->len > 0)
    g_string_append_printf (out, "</%s>",
                            (const char *) g_ptr_array_steal_index (open, open->len - 1));
}
