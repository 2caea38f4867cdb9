/* SPDX-License-Identifier: MIT */
#include "../layout_kit.h"

#define P "p { margin: 0 } "

/* Blocks for generated text: how wide a word is does not matter then. */
static void
test_generated (void)
{
  static const LayoutRow rows[] = {
    { P "p::before { content: 'Mục' ; display: block }", "<p>a</p>",
      "“Mục” 10 10 10; “a” 10 20 10" },
    { P "p::after { content: attr(title); display: block }", "<p title='x y'>a</p>",
      "“a” 10 10 10; “x y” 10 20 10" },
    { P "p { counter-increment: n } p::before { content: counter(n) '/' counter(n, upper-roman); "
        "display: block }",
      "<p>a</p><p>b</p>", "“1/I” 10 10 10; “a” 10 20 10; “2/II” 10 30 10; “b” 10 40 10" },
    { P "p::before { content: none }", "<p>a</p>", "“a” 10 10 10" },
    { P
      "p::before { content: 'x'; position: absolute; top: 0; left: 30mm } p { position: relative }",
      "<p>a</p>", "“a” 10 10 10; “x” 40 10 10" },
    { P "p::before { content: ''; display: block; height: 5mm; background-color: #ccc }",
      "<p>a</p>", "10 10 80 5; “a” 10 15 10" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* The page of what a link leads to, which a number of one more digit may change. */
static void
test_targets (void)
{
#define ENTRY P "a::after { content: target-counter(attr(href), page); display: block } "
  static const LayoutRow rows[] = {
    { ENTRY "#t { break-before: page }", "<p><a href='#t'>a</a></p><p id='t'>b</p>",
      "“a” 10 10 10; “2” 10 20 10 | “b” 10 10 10" },
    { ENTRY "#t { break-before: page; counter-reset: page 7 }",
      "<p><a href='#%74'>a</a></p><div id='t'><p>b</p></div>",
      "“a” 10 10 10; “7” 10 20 10 | “b” 10 10 10" },
    { ENTRY, "<p><a href='#t'>a</a></p>", "nothing" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* Beside the item, or the first thing in it; both say the same. */
static void
test_markers (void)
{
#define LIST "ol, ul { margin: 0; padding-left: 20mm } li { list-style-position: inside } "
  static const struct {
    const char *css, *body;
    const char *texts[3];
  } rows[] = {
    { "", "<ol><li>a</li><li>b</li></ol>", { "“1. ”", "“a”", "“2. ”" } },
    { "ol { list-style-type: lower-alpha }",
      "<ol start='3'><li>a</li><li>b</li></ol>",
      { "“c. ”", "“a”", "“d. ”" } },
    { "", "<ul><li>a</li></ul>", { "“• ”", "“a”", NULL } },
    { "li::marker { content: 'Bước ' counter(list-item) ': ' }",
      "<ol><li>a</li></ol>",
      { "“Bước 1: ”", "“a”", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *css = g_strconcat (LIST, rows[i].css, NULL);
    g_autofree char *got = layout_boxes (css, rows[i].body);
    const char *at = got;
    g_test_message ("%s", got);
    for (guint j = 0; j < 3 && rows[i].texts[j]; j++) {
      at = strstr (at, rows[i].texts[j]);
      g_assert_nonnull (at);
    }
    g_assert_true (
      g_str_has_prefix (strstr (got, rows[i].texts[0]) + strlen (rows[i].texts[0]), " 30 10 10"));
  }
}

/* Outside, a marker stands beside the first line: a bullet further away than a number. */
static void
test_outside (void)
{
#define OUT "ol, ul { margin: 0; padding-left: 20mm } "
  static const struct {
    const char *css, *body, *text;
  } rows[] = {
    { "", "<ol><li>a</li></ol>", "“1.”" },
    { "", "<ol><li value='7'>a</li></ol>", "“7.”" },
    { "ul { list-style-type: square }", "<ul><li>a</li></ul>", "“▪”" },
    { "ul { list-style-type: circle }", "<ul><li>a</li></ul>", "“◦”" },
    { "ul { list-style-type: '– ' }", "<ul><li>a</li></ul>", "“–\xc2\xa0”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *css = g_strconcat (OUT, rows[i].css, NULL);
    g_autofree char *got = layout_boxes (css, rows[i].body);
    g_test_message ("%s", got);
    const char *at = strstr (got, rows[i].text);
    g_assert_nonnull (at);
    double x = g_ascii_strtod (at + strlen (rows[i].text), NULL);
    g_assert_cmpfloat (x, >, 24);
    g_assert_cmpfloat (x, <, 30);
  }
}

/* A quarter of an em behind a number, 0.4 em behind a bullet; fonts of 10 points. */
static void
test_gaps (void)
{
  static const LayoutRow rows[] = {
    { OUT, "<ol><li>a</li></ol>", "“1.” 26.47 10 10; “a” 30 10 10" },
    { OUT, "<ul><li>a</li></ul>", "“•” 27.35 10 10; “a” 30 10 10" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* Nothing to say: no marker, no box. */
static void
test_nothing (void)
{
  static const LayoutRow rows[] = {
    { "ul { list-style-type: none; margin: 0; padding: 0 }", "<ul><li>a</li></ul>",
      "“a” 10 10 10" },
    { "ul { margin: 0; padding: 0 } li::marker { content: '' }", "<ul><li>a</li></ul>",
      "“a” 10 10 10" },
    { P "p::before { content: 'x'; display: none }", "<p>a</p>", "“a” 10 10 10" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/generated/boxes", test_generated);
  g_test_add_func ("/generated/targets", test_targets);
  g_test_add_func ("/generated/markers", test_markers);
  g_test_add_func ("/generated/outside", test_outside);
  g_test_add_func ("/generated/gaps", test_gaps);
  g_test_add_func ("/generated/nothing", test_nothing);
  return g_test_run ();
}
