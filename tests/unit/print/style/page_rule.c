/* SPDX-License-Identifier: MIT */
#include "print/style/page_rule.h"

#include "../style_kit.h"

#define MM (72 / 25.4)

static PageStyle
ask (StyledPage *page, const char *name, gboolean is_first, gboolean is_left)
{
  return styler_page (page->styler, name, is_first, is_left,
                      page_style_of (page, page->markup->root));
}

static void
assert_near (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-6);
}

static void
test_sizes (void)
{
  static const struct {
    const char *css;
    double width, height; /* mm */
  } rows[] = {
    { "", 210, 297 },
    { "@page { }", 210, 297 },
    { "@page { size: A5 }", 148, 210 },
    { "@page { size: a3 landscape }", 420, 297 },
    { "@page { size: landscape A6 }", 148, 105 },
    { "@page { size: portrait A6 }", 105, 148 },
    { "@page { size: 100mm 20cm }", 100, 200 },
    { "@page { size: 1in }", 25.4, 25.4 },
    { "@page { size: letter }", 215.9, 279.4 },
    { "@page { size: A5 } @page { size: A6 }", 105, 148 },
    { "@page { size: A5 !important } @page { size: A6 }", 148, 210 },
    { "@media print { @page { size: A6 } } @media screen { @page { size: A5 } }", 105, 148 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (StyledPage) page;
    g_test_message ("%s", rows[i].css);
    page_open_body (&page, rows[i].css, "");
    PageStyle style = ask (&page, NULL, FALSE, FALSE);
    g_assert_cmpuint (report_n_errors (page.report), ==, 0);
    assert_near (style.width, rows[i].width * MM);
    assert_near (style.height, rows[i].height * MM);
  }
}

static void
test_margins (void)
{
  g_auto (StyledPage) plain, set;
  page_open_body (&plain, "", "");
  page_open_body (&set,
                  "html { font-size: 10pt } @page { size: 100mm 200mm; margin: 1cm 2em 10% auto; "
                  "margin-right: 20% }",
                  "");
  PageStyle style = ask (&plain, NULL, TRUE, FALSE);

  for (guint side = 0; side < N_SIDES; side++)
    assert_near (style.margin[side], 25.4 * MM);
  g_assert_false (style.has_crop_marks);
  assert_near (style.bleed, 0);
  style = ask (&set, NULL, TRUE, FALSE);
  assert_near (style.margin[SIDE_TOP], 10 * MM);
  assert_near (style.margin[SIDE_RIGHT], 20 * MM);
  assert_near (style.margin[SIDE_BOTTOM], 20 * MM);
  assert_near (style.margin[SIDE_LEFT], 0);
}

static void
test_marks (void)
{
  static const struct {
    const char *css;
    gboolean has_marks;
    double bleed;
  } rows[] = {
    { "marks: crop", TRUE, 6 },
    { "marks: crop; bleed: 3mm", TRUE, 3 * MM },
    { "bleed: 3mm", FALSE, 3 * MM },
    { "marks: crop; bleed: 0", TRUE, 0 },
    { "marks: none; bleed: auto", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (StyledPage) page;
    g_autofree char *css = g_strdup_printf ("@page { %s }", rows[i].css);
    page_open_body (&page, css, "");
    PageStyle style = ask (&page, NULL, FALSE, FALSE);
    g_assert_cmpint (style.has_crop_marks, ==, rows[i].has_marks);
    assert_near (style.bleed, rows[i].bleed);
  }
}

/* Name over :first over :left and :right over nothing, and then the later one. */
static void
test_which (void)
{
  static const char css[] = "@page appendix { margin-top: 50pt } @page appendix:first { "
                            "margin-top: 60pt } @page :first { margin-top: 30pt }"
                            "@page :left { margin-top: 20pt } @page :right { margin-top: 21pt } "
                            "@page { margin-top: 10pt } @page :first:left { margin-top: 40pt }"
                            "@page a, b:left { margin-left: 1pt }";
  static const struct {
    const char *name;
    gboolean is_first, is_left;
    double top;
  } rows[] = {
    { NULL, FALSE, TRUE, 20 },    { NULL, FALSE, FALSE, 21 },      { NULL, TRUE, FALSE, 30 },
    { NULL, TRUE, TRUE, 40 },     { "appendix", FALSE, TRUE, 50 }, { "appendix", TRUE, TRUE, 60 },
    { "other", FALSE, TRUE, 20 },
  };
  g_auto (StyledPage) page;
  page_open_body (&page, css, "");

  g_assert_cmpuint (report_n_errors (page.report), ==, 0);
  for (guint twice = 0; twice < 2; twice++)
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
      assert_near (ask (&page, rows[i].name, rows[i].is_first, rows[i].is_left).margin[SIDE_TOP],
                   rows[i].top);
  assert_near (ask (&page, "a", FALSE, FALSE).margin[SIDE_LEFT], 1);
  assert_near (ask (&page, "b", FALSE, TRUE).margin[SIDE_LEFT], 1);
  assert_near (ask (&page, "b", FALSE, FALSE).margin[SIDE_LEFT], 25.4 * MM);
}

static void
test_boxes (void)
{
  g_auto (StyledPage) page;
  page_open_body (&page,
                  "html { color: red; font-size: 20pt } @page { font-size: 10pt; @top-center { "
                  "content: counter(page); font-weight: bold }"
                  "@bottom-right { content: 'x' string(s); width: 30mm; border-top: 1pt solid; "
                  "vertical-align: top; color: blue; font-size: 2em }"
                  "@left-middle { color: red } } @page :first { @top-center { content: none } }",
                  "");
  PageStyle style = ask (&page, NULL, FALSE, FALSE), first = ask (&page, NULL, TRUE, FALSE);
  const Style *centre = style.boxes[MARGIN_TOP_CENTRE], *right = style.boxes[MARGIN_BOTTOM_RIGHT];

  g_assert_cmpuint (report_n_errors (page.report), ==, 0);
  for (guint box = 0; box < N_MARGIN_BOXES; box++)
    g_assert_cmpint (style.boxes[box] != NULL, ==,
                     box == MARGIN_TOP_CENTRE || box == MARGIN_BOTTOM_RIGHT);
  g_assert_null (first.boxes[MARGIN_TOP_CENTRE]);
  g_assert_true (first.boxes[MARGIN_BOTTOM_RIGHT] == right);
  g_assert_cmpint (centre->content[0].kind, ==, CONTENT_COUNTER);
  g_assert_cmpint (centre->text_align, ==, TEXT_CENTRE);
  g_assert_cmpint (centre->vertical_kind, ==, VERTICAL_MIDDLE);
  g_assert_cmpuint (centre->font_weight, ==, 700);
  assert_near (centre->font_size, 10);
  g_assert_cmpuint (centre->colour.red, ==, 255);
  assert_near (centre->margin[SIDE_TOP].value, 0);
  g_assert_cmpuint (right->n_content, ==, 2);
  g_assert_cmpint (right->text_align, ==, TEXT_RIGHT);
  g_assert_cmpint (right->vertical_kind, ==, VERTICAL_TOP);
  assert_near (right->width.value, 30 * MM);
  assert_near (right->border[SIDE_TOP].width, 1);
  assert_near (right->font_size, 20);
  g_assert_cmpuint (right->colour.blue, ==, 255);
}

static void
test_faults (void)
{
  static const struct {
    const char *css, *faults;
  } rows[] = {
    { "@page 1 { }", "a.css:1:6: error: this is not a valid page selector\n" },
    { "@page :frist { }", "a.css:1:6: error: this is not a valid page selector\n" },
    { "@page a b { }", "a.css:1:6: error: this is not a valid page selector\n" },
    { "@page a, { margin: 0 }", "a.css:1:6: error: this is not a valid page selector\n" },
    { "@page { @top-centre { content: 'a' } margin: 0 }",
      "a.css:1:9: error: there is no box “@top-centre” in the margin\n" },
    { "@page { @top-left; }", "a.css:1:9: error: there is no box “@top-left” in the margin\n" },
    { "@page { padding: 1cm }", "a.css:1:9: error: “padding” has no meaning for a page\n" },
    { "@page { @top-left { size: A4 } }", "a.css:1:21: error: “size” is a property of pages\n" },
    { "@page { @top-left { @top-left { } } }",
      "a.css:1:21: error: “@top-left” may not stand inside a rule\n" },
    { "@page { size: A4", "a.css:1:7: error: a block that starts here has no closing brace\n" },
    { "@page { size: A9 }", "a.css:1:15: error: “A9” is not a valid value of “size”\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Source) source = source_new ("a.css", rows[i].css, -1);
    g_autoptr (Report) report = report_new ();
    g_autoptr (StyleSheet) sheet = style_sheet_new (source, report);
    g_autofree char *faults = report_faults (report);
    g_test_message ("%s", rows[i].css);
    g_assert_nonnull (sheet);
    g_assert_cmpstr (faults, ==, rows[i].faults);
  }
}

/* Paged Media 3, 4.1: a name is worth more than :first, and that more than a side. */
static void
test_specificity (void)
{
  static const PageRule rules[] = {
    { .name = NULL },
    { .side = PAGE_LEFT },
    { .is_first = TRUE },
    { .is_first = TRUE, .side = PAGE_RIGHT },
    { .name = "a" },
    { .name = "a", .side = PAGE_LEFT },
    { .name = "a", .is_first = TRUE },
  };

  for (guint i = 1; i < G_N_ELEMENTS (rules); i++)
    g_assert_cmpuint (page_rule_specificity (&rules[i - 1]), <, page_rule_specificity (&rules[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/sizes", test_sizes);
  g_test_add_func ("/page/margins", test_margins);
  g_test_add_func ("/page/marks", test_marks);
  g_test_add_func ("/page/which", test_which);
  g_test_add_func ("/page/boxes", test_boxes);
  g_test_add_func ("/page/faults", test_faults);
  g_test_add_func ("/page-rule/specificity", test_specificity);
  return g_test_run ();
}
