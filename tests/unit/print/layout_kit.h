/* SPDX-License-Identifier: MIT */
/* Small pages and where their boxes go, for tests. Paper is 100 mm square with margins of 10 mm;
 * <b> is a grey block 5 mm high. */
#pragma once

#include "print/typeset.h"

#include "../support.h"

#include <stdlib.h>

#define LAYOUT_CSS                                                                                 \
  "@page { size: 100mm 100mm; margin: 10mm } body { margin: 0; font: 10pt/10mm 'Liberation "       \
  "Serif' } "                                                                                      \
  "b { display: block; background-color: #ccc; height: 5mm } "

static inline char *
layout_page (const char *css, const char *body)
{
  return g_strconcat ("<html><head><title>T</title><style>", LAYOUT_CSS, css,
                      "</style></head><body>", body, "</body></html>", NULL);
}

/* Millimetres without zeros at the end. */
static inline void
layout_number (GString *out, const char *text)
{
  g_string_append_printf (out, "%s%g", out->len > 0 && out->str[out->len - 1] != ' ' ? " " : "",
                          g_ascii_strtod (text, NULL));
}

/* One line of what typeset_boxes() says: of a box its corner, width and height, of a text its
 * words, corner and height. */
static inline void
layout_item (GString *out, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  const char *said = strstr (line, "“");

  if (strcmp (words[0], "page") == 0) {
    g_string_append (out, out->len ? " |" : "");
    return;
  }
  g_string_append (out, out->len == 0 ? "" : g_str_has_suffix (out->str, "|") ? " " : "; ");
  if (strcmp (words[0], "box") != 0)
    g_string_append_printf (out, "%s ", said ? said : words[0]);
  layout_number (out, words[1]);
  layout_number (out, words[2]);
  if (said == NULL)
    layout_number (out, words[3]);
  layout_number (out, words[5]);
}

/* What stands where, page after page with | between them; what was reported instead when there is
 * no page. */
static inline char *
layout_boxes (const char *css, const char *body)
{
  g_autofree char *page = layout_page (css, body);
  g_autoptr (Source) source = source_new ("a.html", page, -1);
  g_autoptr (Typesetter) typesetter = typesetter_new ();
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) boxes = g_string_new (NULL);
  const PrintFiles files = { 0 };
  GString *out = g_string_new (NULL);

  if (!typeset_boxes (typesetter, source, &files, boxes, report)) {
    g_string_assign (out, "nothing");
    return g_string_free (out, FALSE);
  }
  g_auto (GStrv) lines = g_strsplit (boxes->str, "\n", -1);
  for (char **line = lines; *line && **line; line++)
    layout_item (out, *line);
  return g_string_free (out, FALSE);
}

typedef struct {
  const char *css, *body, *boxes;
} LayoutRow;

static inline void
layout_check (const LayoutRow *rows, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *got = layout_boxes (rows[i].css, rows[i].body);
    g_test_message ("%s %s", rows[i].css, rows[i].body);
    g_assert_cmpstr (got, ==, rows[i].boxes);
  }
}
