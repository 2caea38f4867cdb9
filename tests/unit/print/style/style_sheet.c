/* SPDX-License-Identifier: MIT */
#include "print/style/style_sheet.h"

#include "print/read/name.h"

#include "../../support.h"

typedef struct {
  StyleSheet *sheet;
  char *faults;
} Result;

static void
result_clear (Result *result)
{
  style_sheet_free (result->sheet);
  g_free (result->faults);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

static Result
read_sheet (const char *css)
{
  Source source = { "a.css", css, strlen (css) };
  g_autoptr (Report) report = report_new ();
  Result result = { .sheet = style_sheet_new (&source, report) };

  result.faults = report_faults (report);
  return result;
}

/* How many rules a sheet has (each selector counts), and what is wrong with it. */
static void
test_rules (void)
{
  static const struct {
    const char *css;
    guint n_rules;
    const char *faults;
  } rows[] = {
    { "", 0, "" },
    { " /* x */ ", 0, "" },
    { "p { color: red }", 1, "" },
    { "p {}", 1, "" },
    { "p, b { } i{}", 3, "" },
    { "@charset \"utf-8\"; p {}", 1, "" },
    { "@media print { p {} } b {}", 2, "" },
    { "@media all { p {} @media print { b {} } }", 2, "" },
    { "@media screen { p { colour: x } @x { } } b {}", 1, "" },
    { "@media screen and (min-width: 700px) { p {} } b {}", 1, "" },
    { "@media PRINT{p{}}", 1, "" },
    { "@media not print { p {} }", 0, "" },
    { "@media only print { p {} }", 1, "" },
    { "@media (min-width: 10cm) { p {} } b {}", 1,
      "a.css:1:7: error: this medium is not known to print\n" },
    { "@media print and (orientation: portrait) { p {} } b {}", 1,
      "a.css:1:7: error: this medium is not known to print\n" },
    { "@import 'b.css'; p {}", 1, "a.css:1:1: error: @import is not known to print\n" },
    { "@import url(b.css) print; p {}", 1, "a.css:1:1: error: @import is not known to print\n" },
    { "@supports (display: grid) { p {} } b {}", 1,
      "a.css:1:1: error: “@supports” is not known to print\n" },
    { "@pgae { margin: 0 } b {}", 1, "a.css:1:1: error: “@pgae” is not known to print\n" },
    { "@keyframes x { from { top: 0 } } b {}", 1,
      "a.css:1:1: warning: “@keyframes” has no effect on paper\n" },
    { "p", 0, "a.css:1:1: error: this rule has no block\n" },
    { "p;b {}", 0, "a.css:1:2: error: this is not a valid selector\n" },
    { "p { color: red", 1, "a.css:1:3: error: a block that starts here has no closing brace\n" },
    { "@media print { p {}", 1,
      "a.css:1:14: error: a block that starts here has no closing brace\n" },
    { "} p {}", 1, "a.css:1:1: error: this brace closes nothing\n" },
    { "p {} } b {}", 2, "a.css:1:6: error: this brace closes nothing\n" },
    { "p:x { colour: red } b {}", 1,
      "a.css:1:3: error: “:x” is not known to print\na.css:1:7: error: unknown property "
      "“colour”\n" },
    { "p { color: red; b { color: blue } } i {}", 2,
      "a.css:1:17: error: a rule may not stand inside a rule\n" },
    { "p { content: 'a } b {}", 1, "a.css:1:14: error: what starts here has no end\n" },
    { "p {} /* b {}", 1, "a.css:1:6: error: what starts here has no end\n" },
    { "p { width: (1mm } b {}", 1,
      "a.css:1:3: error: a block that starts here has no closing brace\n"
      "a.css:1:12: error: a bracket that is opened here is never closed\na.css:1:12: error: “(1mm "
      "} b {}” is not a valid value of “width”\n" },
    { "@media print", 0, "" },
    { "@page", 0, "a.css:1:6: error: this is not a valid page selector\n" },
    { "<!-- p {} -->", 0,
      "a.css:1:1: error: this is not a valid selector\na.css:1:11: error: this rule has no "
      "block\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Result) result = read_sheet (rows[i].css);
    g_test_message ("%s", rows[i].css);
    g_assert_cmpuint (result.sheet->rules->len, ==, rows[i].n_rules);
    g_assert_cmpstr (result.faults, ==, rows[i].faults);
  }
}

static void
test_media (void)
{
  static const struct {
    const char *media;
    MediaVerdict verdict;
  } rows[] = {
    { "", MEDIA_COUNTS },
    { "all", MEDIA_COUNTS },
    { " Print ", MEDIA_COUNTS },
    { "screen, print", MEDIA_COUNTS },
    { "only print", MEDIA_COUNTS },
    { "not screen", MEDIA_COUNTS },
    { "screen", MEDIA_DOES_NOT },
    { "speech, screen", MEDIA_DOES_NOT },
    { "not print", MEDIA_DOES_NOT },
    { "tv", MEDIA_DOES_NOT },
    { "(min-width: 1px)", MEDIA_UNKNOWN },
    { "print, (color)", MEDIA_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s", rows[i].media);
    g_assert_cmpint (media_judge (rows[i].media), ==, rows[i].verdict);
  }
}

static guint
count_under (GHashTable *table, const char *key)
{
  const GPtrArray *rules =
    table ? g_hash_table_lookup (table, name_intern (key, strlen (key))) : NULL;
  return rules ? rules->len : 0;
}

/* Rules lie under the rarest thing their element must have. */
static void
test_index (void)
{
  g_auto (Result) result =
    read_sheet ("p {} p.a {} p.a#b {} .a {} div .a {} * {} :root {} [x] {} p:not(.a) {} p::before "
                "{} .a::before {} ::after {} li::marker {}");
  const StyleSheet *sheet = result.sheet;

  g_assert_cmpuint (count_under (sheet->elements.by_type, "p"), ==, 2);
  g_assert_cmpuint (count_under (sheet->elements.by_class, "a"), ==, 3);
  g_assert_cmpuint (count_under (sheet->elements.by_id, "b"), ==, 1);
  g_assert_cmpuint (sheet->elements.others->len, ==, 3);
  g_assert_cmpuint (count_under (sheet->pseudos[PSEUDO_BEFORE].by_type, "p"), ==, 1);
  g_assert_cmpuint (count_under (sheet->pseudos[PSEUDO_BEFORE].by_class, "a"), ==, 1);
  g_assert_cmpuint (sheet->pseudos[PSEUDO_AFTER].others->len, ==, 1);
  g_assert_cmpuint (count_under (sheet->pseudos[PSEUDO_MARKER].by_type, "li"), ==, 1);
}

/* Ten megabytes of rules, of faults, of depth: in time, without overflowing anything. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "p.note > b { margin: 1mm 2mm; color: #123 }\n",
                                        "@media print {",
                                        "@media{a{",
                                        "@page{@top-left{",
                                        "a{b{",
                                        "}",
                                        "@font-face{",
                                        "a,",
                                        "a:not(",
                                        "@page a,",
                                        "p{font:",
                                        "p{content:'a' ",
                                        "p { font-family: a, ",
                                        "\\",
                                        "/*/",
                                        "@x;",
                                        "a[b=",
                                        "p{margin:1pt " };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    GString *css = g_string_new (NULL);
    while (css->len < (i == 0 ? 10 << 20 : 1 << 20))
      g_string_append (css, pieces[i]);
    g_autofree char *whole = g_string_free (css, FALSE);
    gint64 start = g_get_monotonic_time ();
    g_auto (Result) result = read_sheet (whole);
    g_test_message ("%s: %.2f s", pieces[i], (g_get_monotonic_time () - start) / 1e6);
    g_assert_cmpint (i == 0, ==, result.sheet->rules->len > 200000);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/rules", test_rules);
  g_test_add_func ("/sheet/media", test_media);
  g_test_add_func ("/sheet/index", test_index);
  g_test_add_func ("/sheet/hostile", test_hostile);
  return g_test_run ();
}
