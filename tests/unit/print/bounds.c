/* SPDX-License-Identifier: MIT */
#include "layout_kit.h"

/* What typesetting says of a page, made from `origin` or not, without the lines it shows. Caller
 * frees. */
static char *
told (const char *css, const char *body, const char *origin)
{
  g_autofree char *page = layout_page (css, body);
  g_autoptr (Source) source = source_new ("out/a.html", page, -1);
  g_autoptr (Source) document = origin ? source_new ("a.md", origin, -1) : NULL;
  g_autoptr (Typesetter) typesetter = typesetter_new ();
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) pdf = g_string_new (NULL);
  g_auto (SheetFacts) facts = { 0 };
  const PrintFiles files = { .origin = document };
  const PdfOptions options = { 0 };

  gboolean is_good = typeset_pdf (typesetter, source, &files, &options, pdf, &facts, report);
  g_assert_true (is_good == (report_n_errors (report) == 0));
  g_autofree char *text = report_text (report);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *out = g_string_new (NULL);
  for (char **line = lines; *line; line++)
    if (**line != ' ' && **line)
      g_string_append_printf (out, "%s%s", out->len ? "\n" : "", *line);
  return g_string_free (out, FALSE);
}

typedef struct {
  const char *css, *body, *origin, *told;
} Row;

static void
check (const Row *rows, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *got = told (rows[i].css, rows[i].body, rows[i].origin);
    g_test_message ("%s %s", rows[i].css, rows[i].body);
    g_assert_cmpstr (got, ==, rows[i].told);
  }
}

#define AT "p { position: absolute; white-space: nowrap; margin: 0; "

/* A line of ten points on paper of 100 mm, by its letters. */
static void
test_outside (void)
{
  static const Row rows[] = {
    { AT "left: 0 }", "<p>chữ</p>", NULL, "" },
    { AT "left: -14mm }", "<p>chữ</p>", NULL,
      "out/a.html:1: error: a.html, page 1: “chữ” lies outside the paper, 4 mm to the left of its "
      "left edge" },
    { AT "right: -14mm }", "<p>chữ</p>", NULL,
      "out/a.html:1: error: a.html, page 1: “chữ” lies outside the paper, 4 mm to the right of its "
      "right edge" },
    { AT "top: -20mm }", "<p>chữ</p>", NULL,
      "out/a.html:1: error: a.html, page 1: “chữ” lies outside the paper, 6 mm above its upper "
      "edge" },
    { AT "bottom: -20mm }", "<p>chữ</p>", NULL,
      "out/a.html:1: error: a.html, page 1: “chữ” lies outside the paper, 7 mm below its lower "
      "edge" },
    /* At an angle it is there to be seen. */
    { AT "left: -14mm; transform: rotate(30deg) }", "<p>chữ</p>", NULL, "" },
    /* Colours may run off the paper. */
    { "b { margin-left: -20mm }", "<b/>", NULL, "" },
    /* Two blocks are two faults; what stands in one is one, with the most. */
    { AT "left: -30mm } #b { top: 20mm }", "<p>một <i>hai</i></p>\n<p id='b'>ba</p>", NULL,
      "out/a.html:1: error: a.html, page 1: “một hai” lies outside the paper, 20 mm to the left of "
      "its left edge\nout/a.html:2: error: a.html, page 1: “ba” lies outside the paper, 20 mm to "
      "the "
      "left of its left edge" },
    /* Of a block that runs off the paper it is said how many lines are gone. */
    { AT "top: 76mm; line-height: 10mm }", "<p>một<br/>hai<br/>ba</p>", NULL,
      "out/a.html:1: error: a.html, page 1: “hai ba” lies outside the paper, 13 mm below its "
      "lower edge (2 lines)" },
    /* And of which step. */
    { AT "top: 76mm; line-height: 10mm }", "<ol><li>a</li><li><p>một<br/>hai<br/>ba</p></li></ol>",
      NULL,
      "out/a.html:1: error: a.html, page 1: “hai ba” lies outside the paper, 13 mm below its "
      "lower edge (2 lines at the end of item 2)" },
    { AT "left: -14mm }", "<ol><li><p>chữ</p></li></ol>", NULL,
      "out/a.html:1: error: a.html, page 1: “chữ” lies outside the paper, 4 mm to the left of its "
      "left edge (in item 1)" },
    /* Long ones are told by their start and end. */
    { "p { margin: 0 0 0 -20mm; white-space: nowrap }",
      "<p>một hai ba bốn năm sáu bảy tám chín mười mười một mười hai mười ba mười bốn mười lăm "
      "mười sáu</p>",
      NULL,
      "out/a.html:1: error: a.html, page 1: “một hai ba bốn năm sáu bảy tám chín mười mười một … "
      "mười lăm mười sáu” lies outside the paper, 35 mm to the right of its right "
      "edge\nout/a.html:1: "
      "warning: a.html, page 1: “một hai ba bốn năm sáu bảy tám chín mười mười một … mười lăm mười "
      "sáu” is 45.1 mm wider than its place" },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_warnings (void)
{
  static const Row rows[] = {
    { AT "left: -8mm }", "<p>chữ</p>", NULL,
      "out/a.html:1: warning: a.html, page 1: “chữ” stands 2.0 mm from the edge of the paper; 3 mm "
      "are safe" },
    { AT "left: -6.9mm }", "<p>chữ</p>", NULL, "" },
    { "p { width: 3mm; margin: 0 }", "<p>chữ</p>", NULL,
      "out/a.html:1: warning: a.html, page 1: “chữ” is 2.2 mm wider than its place" },
    /* Four lines of 21 mm in a page of 80 mm, none of which may go. */
    { "p { margin: 0; line-height: 21mm; orphans: 9; widows: 9 } i { display: inline-block; "
      "height: "
      "85mm; line-height: 160mm }",
      "<p><i>chữ</i></p>", NULL,
      "out/a.html:1: warning: a.html, page 1: “chữ” reaches 2 mm into the lower margin" },
  };

  check (rows, G_N_ELEMENTS (rows));
}

/* In the document: at the words, or at the line they come from. */
static void
test_origin (void)
{
  static const Row rows[] = {
    { AT "left: -14mm }", "<?line 3?><p>chữ</p><?line?>", "---\n---\nMột chữ\n",
      "a.md:3:5: error: a.html, page 1: “chữ” lies outside the paper, 4 mm to the left of its left "
      "edge" },
    { AT "left: -14mm }", "<?line 3?><p>chữ</p><?line?>", "chữ\n\nMột **ch**ữ\n\nchữ\n",
      "a.md:3: error: a.html, page 1: “chữ” lies outside the paper, 4 mm to the left of its left "
      "edge" },
    /* Words of the template, and those that stand in the front matter. */
    { AT "left: -14mm }", "<p>chữ</p>", "Một\n",
      "a.md: error: a.html, page 1: “chữ” lies outside the paper, 4 mm to the left of its left "
      "edge" },
    { AT "left: -14mm }", "<p>chữ</p>", "---\ntitle: chữ\n---\n",
      "a.md:2:8: error: a.html, page 1: “chữ” lies outside the paper, 4 mm to the left of its left "
      "edge" },
    /* The instruction may stand within the element. */
    { AT "left: -14mm }", "<p><?line 3?>chữ<?line?></p>", "\n\nch*ữ*\n",
      "a.md:3: error: a.html, page 1: “chữ” lies outside the paper, 4 mm to the left of its left "
      "edge" },
  };

  check (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bounds/outside", test_outside);
  g_test_add_func ("/bounds/warnings", test_warnings);
  g_test_add_func ("/bounds/origin", test_origin);
  return g_test_run ();
}
