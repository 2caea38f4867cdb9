/* SPDX-License-Identifier: MIT */
/* loa pictures: the drawings that are part of loa. */
#include "command/command.h"

#include "base/i18n.h"
#include "command/options.h"
#include "model/stock.h"
#include "print/typeset.h"

#include <string.h>

/* A page of them, twelve millimetres and more: whoever looks for one sees how it prints. */
static const char css[] =
  "@page { size: A4; margin: 14mm 12mm } body { margin: 0; font: 8pt/1.25 'Be Vietnam Pro', 'Noto "
  "Sans', 'Liberation Sans', sans-serif } h1 { font-size: 14pt; margin: 0 0 2mm } p { margin: 0 0 "
  "4mm } ul { display: flex; flex-wrap: wrap; gap: 3mm 2mm; margin: 0; padding: 0; list-style: "
  "none } li { width: 35.4mm; text-align: center; break-inside: avoid } img { display: block; "
  "width: "
  "20mm; height: 20mm; margin: 0 auto 1mm } b { display: block }";

static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_string_append (out, escaped);
}

static GString *
page_of_all (void)
{
  guint n;
  const Stock *all = stock_all (&n);
  GString *page = g_string_new (NULL);

  g_string_append_printf (
    page,
    "<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"/>"
    "<title>Hình vẽ có sẵn</title><style>%s</style></head><body>"
    "<h1>Hình vẽ có sẵn</h1><p>Viết trong bài: ![](hinh:lu). Hình lấy màu của "
    "chiến dịch, hay của cơ quan.</p><ul>\n",
    css);
  for (guint i = 0; i < n; i++) {
    g_string_append_printf (page, "<li><img src=\"hinh:%s\" alt=\"", all[i].name);
    append_escaped (page, all[i].title);
    g_string_append_printf (page, "\"/><b>hinh:%s</b>", all[i].name);
    append_escaped (page, all[i].title);
    g_string_append (page, "</li>\n");
  }
  g_string_append (page, "</ul></body></html>\n");
  return page;
}

/* The same for a browser: with the drawings in it. */
static GString *
html_of_all (const char *colour)
{
  guint n;
  const Stock *all = stock_all (&n);
  GString *page = page_of_all ();

  for (guint i = 0; i < n; i++) {
    g_autofree char *from = g_strdup_printf ("<img src=\"hinh:%s\" alt=\"", all[i].name);
    const char *start = strstr (page->str, from);
    const char *end = strstr (start, "/>") + 2;
    g_autoptr (GString) drawing = g_string_new (NULL);
    gssize at = start - page->str;
    stock_write_inline (&all[i], colour, all[i].title, drawing);
    g_string_erase (page, at, end - start);
    g_string_insert_len (page, at, drawing->str, (gssize) drawing->len);
  }
  return page;
}

static GBytes *
drawing_bytes (const char *href, gpointer colour)
{
  g_autofree char *name = stock_name (href);
  const Stock *stock = name ? stock_find (name) : NULL;
  GString *svg = stock ? g_string_new (NULL) : NULL;

  if (stock == NULL)
    return NULL;
  stock_write (stock, colour, svg);
  return g_string_free_to_bytes (svg);
}

static int
save (const char *path, const GString *bytes)
{
  g_autoptr (GError) error = NULL;

  if (g_file_set_contents (path, bytes->str, (gssize) bytes->len, &error))
    return EXIT_GOOD;
  complain ("%s", error->message);
  return EXIT_SYSTEM;
}

static int
save_pdf (const char *path, char *colour)
{
  g_autoptr (GString) text = page_of_all (), pdf = g_string_new (NULL);
  g_autoptr (Source) page = source_new (path, text->str, text->len);
  g_autoptr (Typesetter) typesetter = typesetter_new ();
  g_autoptr (Report) report = report_new ();
  const PrintFiles files = { .bytes = drawing_bytes, .data = colour };
  const PdfOptions options = { 0 };

  if (typeset_pdf (typesetter, page, &files, &options, pdf, NULL, report))
    return save (path, pdf);
  report_print (report, stderr);
  return EXIT_SYSTEM;
}

static int
list (void)
{
  guint n;
  const Stock *all = stock_all (&n);

  for (guint i = 0; i < n; i++)
    printf ("hinh:%-18s %s\n", all[i].name, all[i].title);
  return fflush (stdout) == 0 ? EXIT_GOOD : EXIT_SYSTEM;
}

static gboolean
is_colour (const char *text)
{
  gsize n = strlen (text);
  return n == 7 && *text == '#' && strspn (text + 1, "0123456789abcdefABCDEF") == n - 1;
}

int
command_pictures (int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *colour = NULL;
  const GOptionEntry entries[] = {
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &path,
      N_ ("write a sheet of them to FILE, by its ending as PDF or HTML (default: their names, to "
          "standard output)"),
      N_ ("FILE") },
    { "colour", 0, 0, G_OPTION_ARG_STRING, &colour,
      N_ ("in the shades of this colour (default: #a8141c)"), N_ ("#RRGGBB") },
    G_OPTION_ENTRY_NULL
  };

  if (!options_parse (entries, NULL, N_ ("Lists the drawings that documents can show by name."), 0,
                      0, &argc, &argv))
    return EXIT_USAGE;
  if (colour && !is_colour (colour)) {
    complain (_ ("“%s” is not a colour"), colour);
    return EXIT_USAGE;
  }
  if (path == NULL)
    return list ();
  if (g_str_has_suffix (path, ".pdf"))
    return save_pdf (path, colour);
  if (g_str_has_suffix (path, ".html")) {
    g_autoptr (GString) page = html_of_all (colour);
    return save (path, page);
  }
  complain (_ ("“%s” ends neither in .pdf nor in .html"), path);
  return EXIT_USAGE;
}
