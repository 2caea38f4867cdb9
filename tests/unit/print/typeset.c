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

/* A page whose `main` may be set in other ways: <b> is 5 mm high, .tall makes it 60, the page has
 * 80. */
static TypesetTrial *
trial_of (Typesetter *typesetter, Source *source, Report *report)
{
  static const PrintFiles files = { 0 };
  TypesetTrial *trial = typeset_trial_new (typesetter, source, &files, report);
  g_assert_nonnull (trial);
  return trial;
}

#define TRIAL_CSS                                                                                  \
  ".tall b { height: 60mm } .small { font-size: 7pt } .wide b { width: 150mm } p { margin: 0 } "   \
  ".own b { background-color: #f00 } .root .x { height: 30mm }"
#define TRIAL_BODY "<div id='m' class='own'><b/><b/></div><p id='x' class='x'>chữ</p>"

static void
test_ways (void)
{
  static const struct {
    ClassSet sets[2];
    guint n_pages;
    double first, of_m, of_x, smallest;
  } rows[] = {
    { { { NULL, NULL }, { NULL, NULL } }, 1, 20, 10, 10, 10 },
    { { { "m", "tall" }, { NULL, NULL } }, 2, 60, 120, 10, 10 },
    { { { "m", "tall  small" }, { "x", "small" } }, 2, 60, 120, 10, 7 },
    { { { "x", "small" }, { NULL, "root" } }, 1, 40, 10, 10, 7 }, /* that of before is gone */
    { { { NULL, "tall" }, { "m", "" } }, 2, 60, 120, 10, 10 },
    { { { NULL, NULL }, { NULL, NULL } }, 1, 20, 10, 10, 10 },
  };
  g_autofree char *page = layout_page (TRIAL_CSS, TRIAL_BODY);
  g_autoptr (Source) source = source_new ("a.html", page, -1);
  g_autoptr (Typesetter) typesetter = typesetter_new ();
  g_autoptr (Report) report = report_new ();
  g_autoptr (TypesetTrial) trial = trial_of (typesetter, source, report);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (TrialFacts) facts = { 0 };
    g_test_message ("%u", i);
    g_assert_true (typeset_trial_lay_out (trial, rows[i].sets, 2, &facts));
    g_assert_cmpuint (facts.n_pages, ==, rows[i].n_pages);
    g_assert_cmpuint (facts.n_overfull, ==, 0);
    g_assert_cmpfloat_with_epsilon (trial_facts_find (&facts, NULL, 1)->room, 80, 1e-6);
    g_assert_cmpfloat_with_epsilon (trial_facts_find (&facts, NULL, 1)->used, rows[i].first, 1e-6);
    g_assert_cmpfloat_with_epsilon (trial_facts_find (&facts, "m", 0)->used, rows[i].of_m, 1e-6);
    g_assert_cmpfloat_with_epsilon (trial_facts_find (&facts, "x", 0)->used, rows[i].of_x, 1e-6);
    g_assert_cmpuint (trial_facts_find (&facts, "x", 0)->page, ==, rows[i].n_pages);
    g_assert_cmpfloat (facts.smallest_text, ==, rows[i].smallest);
    g_assert_null (trial_facts_find (&facts, "nobody", 0));
    g_assert_null (trial_facts_find (&facts, NULL, 3));
  }
  g_assert_cmpuint (report_n_errors (report) + report_n_warnings (report), ==, 0);
}

/* What a way does wrong is counted, and told of the way that is painted alone. */
static void
test_taken_way (void)
{
  static const ClassSet wide = { "m", "off" }, unknown = { "nobody", "a" };
  g_autofree char *page =
    layout_page (".off p { position: absolute; left: -40mm }", "<div id='m'><p>chữ</p></div>");
  g_autoptr (Source) source = source_new ("a.html", page, -1);
  g_autoptr (Typesetter) typesetter = typesetter_new ();
  g_autoptr (Report) report = report_new ();
  g_autoptr (TypesetTrial) trial = trial_of (typesetter, source, report);
  g_autoptr (GString) pdf = g_string_new (NULL), plain = g_string_new (NULL);
  const PdfOptions options = { 0 };
  const PrintFiles files = { 0 };

  g_auto (TrialFacts) beyond = { 0 }, good = { 0 }, same = { 0 };
  g_assert_true (typeset_trial_lay_out (trial, &wide, 1, &beyond));
  g_assert_cmpuint (beyond.n_overfull, ==, 1);
  g_assert_cmpuint (report_n_errors (report), ==, 0);
  g_assert_false (typeset_trial_pdf (trial, &options, pdf, NULL, report));
  g_assert_cmpuint (report_n_errors (report), ==, 1);
  g_assert_cmpuint (pdf->len, ==, 0);
  g_assert_false (typeset_trial_lay_out (trial, &unknown, 1, &good));
  g_assert_cmpuint (good.n_overfull, ==, 0);
  g_assert_true (typeset_trial_lay_out (trial, NULL, 0, &same));
  g_assert_true (typeset_trial_pdf (trial, &options, pdf, NULL, report));
  /* The same as without any trial. */
  g_assert_true (typeset_pdf (typesetter, source, &files, &options, plain, NULL, report));
  g_assert_cmpmem (pdf->str, pdf->len, plain->str, plain->len);
}

/* Tables within are fitted as ever; their classes are theirs again for the next way. */
static void
test_tables_of_ways (void)
{
  static const ClassSet sets[] = { { "m", "narrow" }, { "m", NULL }, { "t", "x" } };
  g_autofree char *page = layout_page (
    "i { display: inline-block; width: 50mm; height: 5mm } table { border-collapse: collapse; "
    "--fit: less } td { padding: 0 } .less i { width: 30mm } .narrow i { width: 10mm }",
    "<div id='m'><table id='t'><tr><td><i/></td><td><i/></td></tr></table></div>");
  g_autoptr (Source) source = source_new ("a.html", page, -1);
  g_autoptr (Typesetter) typesetter = typesetter_new ();
  g_autoptr (Report) report = report_new ();
  g_autoptr (TypesetTrial) trial = trial_of (typesetter, source, report);

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++) {
    g_auto (TrialFacts) facts = { 0 };
    g_assert_true (typeset_trial_lay_out (trial, &sets[i], 1, &facts));
    g_assert_cmpuint (facts.n_overfull, ==, 0);
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
  g_test_add_func ("/typeset/ways", test_ways);
  g_test_add_func ("/typeset/taken-way", test_taken_way);
  g_test_add_func ("/typeset/tables-of-ways", test_tables_of_ways);
  return g_test_run ();
}
