/* SPDX-License-Identifier: MIT */
/* All of the print pipeline, with style sheets that are in order: of what “page” makes up, nine in
 * ten are refused before anything is laid out. The first line of the input draws the tree; then
 * three bytes are a rule: whom it is for, and which of the declarations that are understood. */
#include "fuzz.h"

#include "print/style/property.h"
#include "print/style/style_sheet.h"
#include "print/typeset.h"
#include "tree.h"

static const char *const values[] = { "0",
                                      "1",
                                      "2",
                                      "-1",
                                      "50%",
                                      "100%",
                                      "-5mm",
                                      "0.1pt",
                                      "3mm",
                                      "20mm",
                                      "900mm",
                                      "1em",
                                      "1.5",
                                      "#f00",
                                      "transparent",
                                      "currentColor",
                                      "auto",
                                      "none",
                                      "normal",
                                      "inherit",
                                      "initial",
                                      "unset",
                                      "1pt solid",
                                      "3pt double #00f",
                                      "dashed",
                                      "left",
                                      "right",
                                      "center",
                                      "justify",
                                      "both",
                                      "block",
                                      "inline",
                                      "inline-block",
                                      "flex",
                                      "table",
                                      "table-cell",
                                      "list-item",
                                      "contents",
                                      "flow-root",
                                      "absolute",
                                      "relative",
                                      "fixed",
                                      "running(a)",
                                      "always",
                                      "avoid",
                                      "page",
                                      "column",
                                      "always",
                                      "left",
                                      "right",
                                      "row",
                                      "column",
                                      "wrap",
                                      "row-reverse",
                                      "wrap-reverse",
                                      "space-between",
                                      "stretch",
                                      "baseline",
                                      "flex-start",
                                      "flex-end",
                                      "1 2 5mm",
                                      "1fr",
                                      "collapse",
                                      "separate",
                                      "top",
                                      "middle",
                                      "bottom",
                                      "super",
                                      "sub",
                                      "bold",
                                      "italic",
                                      "serif",
                                      "sans-serif",
                                      "uppercase",
                                      "small-caps",
                                      "underline",
                                      "nowrap",
                                      "pre",
                                      "pre-wrap",
                                      "break-all",
                                      "anywhere",
                                      "hidden",
                                      "visible",
                                      "rotate(9deg)",
                                      "rotate(90deg) scale(2)",
                                      "translate(3mm, -2mm)",
                                      "'x'",
                                      "counter(page) '/' counter(pages)",
                                      "counter(a, lower-roman)",
                                      "string(t)",
                                      "attr(id)",
                                      "leader('.')",
                                      "t content()",
                                      "a 2",
                                      "a -1",
                                      "decimal",
                                      "disc",
                                      "lower-alpha",
                                      "upper-roman",
                                      "url(a)",
                                      "border-box",
                                      "content-box",
                                      "fixed",
                                      "10mm 20mm",
                                      "1mm 2mm 3mm 4mm",
                                      "a4",
                                      "a5 landscape",
                                      "30mm 20mm",
                                      "crop cross",
                                      "w",
                                      "4",
                                      "balance" };

/* What may follow the class of an element of the tree. */
static const char *const whom[] = { "",    "", "", " > *", "::before", "::marker", ":first-child",
                                    " + *" };

static gboolean
is_understood (const char *declaration)
{
  g_autofree char *text = g_strdup_printf ("p{%s}", declaration);
  g_autoptr (Source) source = source_new ("fuzz", text, -1);
  g_autoptr (Report) report = report_new ();

  style_sheet_free (style_sheet_new (source, report));
  return report_n_errors (report) == 0;
}

static const GPtrArray *
declarations (void)
{
  static GPtrArray *known; /* char * */
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (known)
    return known;
  known = g_ptr_array_new ();
  property_add_names (names);
  for (guint i = 0; i < names->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (values); j++) {
      char *text = g_strdup_printf ("%s:%s", (const char *) names->pdata[i], values[j]);
      if (is_understood (text))
        g_ptr_array_add (known, text);
      else
        g_free (text);
    }
  return known;
}

static void
add_rule (const guint8 rule[3], GString *css)
{
  const GPtrArray *known = declarations ();
  const char *declaration = known->pdata[(rule[1] << 8 | rule[2]) % known->len];

  g_string_append_printf (css, ".%c%s{%s}", 'a' + rule[0] % 20, whom[rule[0] >> 5], declaration);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  static Typesetter *typesetter;
  const guint8 *end = memchr (bytes, '\n', length);
  gsize line = end ? (gsize) (end - bytes) : length;
  g_autoptr (GString) page =
    g_string_new ("<html lang=\"vi\"><head><title>T</title><style>@page{size:60mm 50mm}");
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) pdf = g_string_new (NULL);
  const PrintFiles files = { 0 };
  const PdfOptions options = { .ink = (Ink) (length % 3), .impose = (Impose) (length / 3 % 3) };

  if (typesetter == NULL)
    typesetter = typesetter_new ();
  for (gsize i = line + 1; i + 3 <= length; i += 3)
    add_rule (bytes + i, page);
  g_string_append (page, "</style></head><body>");
  draw_tree ((const char *) bytes, line, page);
  g_string_append (page, "</body></html>");
  g_autoptr (Source) source = source_new ("fuzz", page->str, (gssize) page->len);
  gboolean is_good = typeset_pdf (typesetter, source, &files, &options, pdf, NULL, report);
  g_assert_cmpint (is_good, ==, report_n_errors (report) == 0);
  g_assert_cmpint (is_good, ==, g_str_has_prefix (pdf->str, "%PDF-"));
  fuzz_print (report);
  return 0;
}
