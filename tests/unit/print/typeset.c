/* SPDX-License-Identifier: MIT */
#include "layout_kit.h"

/* Style sheets by name; how often each was asked for. */
typedef struct {
  guint n_asked;
} TestFiles;

static Source *
find_text (const char *href, gpointer data)
{
  ((TestFiles *) data)->n_asked++;
  if (strcmp (href, "wide.css") == 0)
    return source_new ("wide.css", "b { width: 40mm }", -1);
  if (strcmp (href, "bad.css") == 0)
    return source_new ("bad.css", "b { colour: red }", -1);
  return NULL;
}

static char *
linked (const char *href, const char *body)
{
  return g_strdup_printf ("<html lang=\"vi\"><head><title>T</title><style>%s</style><link "
                          "rel=\"stylesheet\" href=\"%s\"/></head>"
                          "<body>%s</body></html>",
                          LAYOUT_CSS, href, body);
}

static gboolean
run (Typesetter *typesetter, const char *page, TestFiles *files_asked, GString *out,
     SheetFacts *facts, Report *report)
{
  g_autoptr (Source) source = source_new ("a.html", page, -1);
  const PrintFiles files = { find_text, NULL, NULL, NULL, files_asked, NULL };
  const PdfOptions options = { 0 };
  return facts ? typeset_pdf (typesetter, source, &files, &options, out, facts, report)
               : typeset_boxes (typesetter, source, &files, out, report);
}

static void
test_sheets (void)
{
  g_autoptr (Typesetter) typesetter = typesetter_new ();
  g_autoptr (Report) report = report_new ();
  g_autofree char *page = linked ("wide.css", "<b/>");
  TestFiles files_asked = { 0 };

  for (guint i = 0; i < 2; i++) {
    g_autoptr (GString) boxes = g_string_new (NULL);
    g_assert_true (run (typesetter, page, &files_asked, boxes, NULL, report));
    g_assert_cmpstr (boxes->str, ==, "page 1 100.00 × 100.00\nbox 10.00 10.00 40.00 × 5.00\n");
  }
  g_assert_cmpuint (files_asked.n_asked, ==, 2);
  g_assert_cmpuint (report_n_errors (report), ==, 0);
}

/* Whatever is wrong: nothing comes out, and it is said where. */
static void
test_faults (void)
{
  static const struct {
    const char *page, *said;
  } rows[] = {
    { "<html><body>", "a.html:1" },
    { "<html><head><link rel=\"stylesheet\" href=\"no.css\"/></head><body/></html>",
      "a.html:1: error: the style sheet “no.css” cannot be read" },
    { "<html><head><link rel=\"stylesheet\" href=\"bad.css\"/></head><body/></html>", "bad.css:1" },
    { "<html><head><style>\n@font-face { font-family: a; src: url(no.ttf) "
      "}</style></head><body/></html>",
      "no.ttf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Typesetter) typesetter = typesetter_new ();
    g_autoptr (GString) out = g_string_new ("before");
    g_autoptr (Report) report = report_new ();
    g_auto (SheetFacts) facts = { 0 };
    TestFiles files_asked = { 0 };
    g_assert_false (run (typesetter, rows[i].page, &files_asked, out, &facts, report));
    g_autofree char *text = report_text (report);
    g_test_message ("%s", text);
    g_assert_nonnull (strstr (text, rows[i].said));
    g_assert_cmpstr (out->str, ==, "before");
  }
}

/* Caches hold from page to page, and change no bytes. */
static void
test_bytes (void)
{
  g_autoptr (Typesetter) typesetter = typesetter_new ();
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) first = NULL;
  TestFiles files_asked = { 0 };

  for (guint i = 0; i < 3; i++) {
    g_autofree char *page =
      linked ("wide.css", i == 1 ? "<p>Trang khác, chữ khác: ỆỘỰ</p>" : "<p>Phường Hà Đông</p>");
    g_autoptr (GString) out = g_string_new (NULL);
    g_auto (SheetFacts) facts = { 0 };
    g_assert_true (run (typesetter, page, &files_asked, out, &facts, report));
    g_assert_true (g_str_has_prefix (out->str, "%PDF-1.7\n"));
    if (i == 0)
      first = g_steal_pointer (&out);
    else
      g_assert_cmpint (out->len == first->len && memcmp (out->str, first->str, out->len) == 0, ==,
                       i == 2);
  }
}

static void
test_facts (void)
{
  static const struct {
    const char *css, *body;
    guint n_pages, n_overfull;
    double module; /* mm */
  } rows[] = {
    { "", "<p>x</p>", 1, 0, 0 },
    { "b { height: 60mm }", "<b/><b/><b/>", 3, 0, 0 },
    { "b { height: 200mm }", "<b/>", 1, 1, 0 },
    { "p { white-space: nowrap; width: 20mm }", "<p>nghiêng nghiêng nghiêng nghiêng</p>", 1, 1, 0 },
    /* Half a point is nothing; a hanging first line has that much more room. */
    { "p { width: 20mm } i { display: inline-block; width: 20.1mm }", "<p><i>x</i></p>", 1, 0, 0 },
    { "p { width: 20mm } i { display: inline-block; width: 20.3mm }", "<p><i>x</i></p>", 1, 1, 0 },
    { "p { width: 20mm; text-indent: -5mm } i { display: inline-block; width: 24mm }",
      "<p><i>x</i></p>", 1, 0, 0 },
    { "p { width: 0.2mm }", "<p>x</p>", 1, 1, 0 },
    { "p { width: 0 }", "<p>x</p>", 1, 0, 0 },
    { "svg { width: 40mm }",
      "<svg class='qr' viewBox='0 0 50 50' aria-label='x'><rect width='50' height='50'/></svg>", 1,
      0, 0.8 },
    { "svg { width: 25mm } #a { width: 20mm }",
      "<p><svg class='big qr' viewBox='0 0 50 50' aria-label='x'><rect width='9' height='9'/></svg>"
      "<svg id='a' class='qr' viewBox='0 0 50 50' aria-label='x'><rect width='9' "
      "height='9'/></svg></p>",
      1, 0, 0.4 },
    { "svg { width: 10mm }",
      "<svg viewBox='0 0 50 50' aria-label='x'><rect width='50' height='50'/></svg>", 1, 0, 0 },
  };
  g_autoptr (Typesetter) typesetter = typesetter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *page = layout_page (rows[i].css, rows[i].body);
    g_autoptr (GString) out = g_string_new (NULL);
    g_autoptr (Report) report = report_new ();
    g_auto (SheetFacts) facts = { 0 };
    TestFiles files_asked = { 0 };
    g_test_message ("%s %s", rows[i].css, rows[i].body);
    g_assert_true (run (typesetter, page, &files_asked, out, &facts, report));
    g_assert_cmpuint (facts.pdf.n_pages, ==, rows[i].n_pages);
    g_assert_cmpuint (facts.n_overfull, ==, rows[i].n_overfull);
    g_assert_cmpfloat_with_epsilon (facts.smallest_module, rows[i].module, 0.001);
  }
}

/* 3 mm from each edge, by the letters and not by their lines; what lies at an angle does not count.
 */
static void
test_safe_area (void)
{
  static const struct {
    const char *css;
    guint n_unsafe;
  } rows[] = {
    { "", 0 },
    { "p { position: absolute; left: -8mm }", 1 },
    { "p { position: absolute; left: -6.5mm }", 0 },
    { "p { position: absolute; right: -8mm }", 1 },
    { "p { position: absolute; top: -15mm }", 1 },
    { "p { position: absolute; bottom: -15mm }", 1 },
    { "p { position: absolute; left: -8mm; transform: rotate(30deg) }", 0 },
    { "@page { @bottom-center { content: 'x'; vertical-align: bottom } }", 1 },
    { "@page { @bottom-center { content: 'x'; font-size: 6pt } }", 0 },
  };
  g_autoptr (Typesetter) typesetter = typesetter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *page = layout_page (rows[i].css, "<p>chữ</p>");
    g_autoptr (GString) out = g_string_new (NULL);
    g_autoptr (Report) report = report_new ();
    g_auto (SheetFacts) facts = { 0 };
    TestFiles files_asked = { 0 };
    g_test_message ("%s", rows[i].css);
    g_assert_true (run (typesetter, page, &files_asked, out, &facts, report));
    g_assert_cmpuint (facts.n_unsafe, ==, rows[i].n_unsafe);
  }
}

/* A word that is alone on any of the lines counts, not only on the last. */
static void
test_measure (void)
{
  static const struct {
    const char *body;
    guint n_lines, fewest_words;
  } rows[] = { { "<p id='a'>diệt lăng quăng</p>", 1, 3 },
               { "<p id='a'>diệt lăng<br/>sốt xuất huyết</p>", 2, 2 },
               { "<p id='a'>diệt lăng quăng<br/>chặn<br/>sốt xuất huyết</p>", 3, 1 },
               { "<p id='a'>diệt <em>lăng</em> quăng<br/>chặn</p>", 2, 1 },
               { "<p id='b'>diệt</p>", 0, 0 } };
  g_autoptr (Typesetter) typesetter = typesetter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *page = layout_page ("", rows[i].body);
    g_autoptr (Source) source = source_new ("a.html", page, -1);
    TestFiles files_asked = { 0 };
    const PrintFiles files = { find_text, NULL, NULL, NULL, &files_asked, NULL };
    Measured measured = { .id = "a" };
    g_test_message ("%s", rows[i].body);
    g_assert_true (typeset_measure (typesetter, source, &files, &measured, 1, NULL));
    g_assert_cmpuint (measured.n_lines, ==, rows[i].n_lines);
    g_assert_cmpuint (measured.fewest_words, ==, rows[i].fewest_words);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/sheets", test_sheets);
  g_test_add_func ("/typeset/faults", test_faults);
  g_test_add_func ("/typeset/bytes", test_bytes);
  g_test_add_func ("/typeset/facts", test_facts);
  g_test_add_func ("/typeset/safe-area", test_safe_area);
  g_test_add_func ("/typeset/measure", test_measure);
  return g_test_run ();
}
