/* SPDX-License-Identifier: MIT */
#include "print/style/computing.h"

#include "../style_kit.h"

/* Nothing as it is without a sheet. */
static const char all_set[] =
  "#a { font: italic bold 20pt/2 'Be Vietnam Pro'; color: red; "
  "text-align: right; text-indent: 1mm; text-transform: uppercase;"
  "letter-spacing: 1pt; white-space: pre; overflow-wrap: anywhere; "
  "list-style: inside '–'; orphans: 3; widows: 4;"
  "border-collapse: collapse; border-spacing: 1mm 2mm; caption-side: "
  "bottom; visibility: hidden; display: table;"
  "position: relative; float: footnote; inset: 1mm; margin: 2mm; padding: 3mm; border: "
  "1pt dashed blue; border-radius: 1mm; width: 4mm;"
  "height: 5mm; min-width: 1mm; min-height: 2mm; max-width: 50%; "
  "max-height: 60%; box-sizing: border-box; background: gray;"
  "text-decoration: underline; vertical-align: 2pt; break-before: "
  "page; break-after: avoid; break-inside: avoid; page: x; --fit: y z;"
  "overflow: hidden; object-fit: cover; object-position: left 2mm;"
  "transform: rotate(3deg); flex-flow: column wrap; justify-content: "
  "center; align-items: center; align-self: center;"
  "flex: 2 3 4mm; gap: 1mm 2mm; table-layout: fixed; columns: 2 30mm; column-fill: auto; "
  "column-rule: 1pt solid red; content: 'x';"
  "counter-reset: a; counter-increment: b; string-set: s content() }";

/* inherit, initial and unset of every property, below a parent that has all of them set. */
static void
test_wide (void)
{
  GString *css = g_string_new (all_set);

  g_string_append (css, "#b {");
  for (guint i = 0; i < n_properties; i++)
    if (!property_is_of_page (&properties[i]))
      g_string_append_printf (css, "%s: inherit;", properties[i].name);
  g_string_append (css, "} #c {");
  for (guint i = 0; i < n_properties; i++)
    if (!property_is_of_page (&properties[i]))
      g_string_append_printf (css, "%s: initial;", properties[i].name);
  g_string_append (css, "}");

  g_auto (StyledPage) page;
  page_open_body (&page, css->str, "<div id='a'><div id='b'/><div id='c'/></div>");
  g_autofree char *faults = report_text (page.report);
  g_assert_cmpstr (faults, ==, "");
  const Style *a = page_style (&page, "a"), *c = page_style (&page, "c");
  for (guint i = 0; i < n_properties; i++)
    if (!property_is_of_page (&properties[i])
        && memcmp ((const char *) a + properties[i].offset,
                   (const char *) style_initial () + properties[i].offset, properties[i].type->size)
             == 0)
      g_error ("%s is not set", properties[i].name);
  g_assert_true (page_style (&page, "b") == a);
  g_assert_cmpmem (c, offsetof (Style, display), style_initial (), offsetof (Style, display));
  g_string_free (css, TRUE);
}

static void
test_computed (void)
{
  g_auto (StyledPage) page;
  page_open_body (
    &page,
    "#a { font-size: xx-large; font-weight: 640; font-family: 'Be Vietnam Pro', sans-serif; "
    "transform: rotate(.25turn); border: medium solid;"
    "vertical-align: 50%; line-height: 2; column-gap: 1em; border-spacing: 1em 2pt; color: red }"
    "#b { font-size: smaller; font-weight: bolder; border: none; vertical-align: super; "
    "list-style-type: '– '; align-self: center }"
    "#c { font-weight: lighter; border: 2pt none blue; display: flex } #d { border-left-style: "
    "dotted; width: -0px; margin: -0pt }",
    "<p id='a'><b id='b'/></p><p id='c'><span id='d'/></p>");
  const Style *a = page_style (&page, "a"), *b = page_style (&page, "b"),
              *c = page_style (&page, "c"), *d = page_style (&page, "d");

  g_assert_cmpuint (report_n_errors (page.report), ==, 0);
  g_assert_cmpfloat (a->font_size, ==, 24);
  g_assert_cmpuint (a->font_weight, ==, 600);
  g_assert_cmpstr (a->families, ==, "Be Vietnam Pro,sans-serif");
  g_assert_cmpfloat (a->rotation, ==, 90);
  g_assert_cmpfloat (a->border[SIDE_TOP].width, ==, 2.25);
  g_assert_true (colour_equal (a->border[SIDE_TOP].colour, (Colour){ 255, 0, 0, FALSE }));
  g_assert_cmpint (a->vertical_kind, ==, VERTICAL_RAISED);
  g_assert_cmpfloat (a->vertical_raise, ==, 24);
  g_assert_cmpfloat (a->column_gap, ==, 24);
  g_assert_cmpfloat (a->border_spacing_x, ==, 24);
  g_assert_cmpfloat (a->border_spacing_y, ==, 2);
  g_assert_cmpfloat (b->font_size, ==, 20);
  g_assert_cmpuint (b->font_weight, ==, 900);
  g_assert_cmpint (b->vertical_kind, ==, VERTICAL_SUPER);
  g_assert_cmpfloat (b->vertical_raise, ==, 0);
  g_assert_cmpfloat (b->border[SIDE_TOP].width, ==, 0);
  g_assert_cmpfloat (b->column_gap, <, 0);
  g_assert_cmpint (b->list_kind, ==, LIST_TEXT);
  g_assert_cmpstr (b->list_text, ==, "– ");
  g_assert_cmpint (b->align_self, ==, FLEX_CENTRE);
  g_assert_cmpuint (c->font_weight, ==, 100);
  g_assert_cmpfloat (c->border[SIDE_TOP].width, ==, 0);
  g_assert_cmpfloat (d->border[SIDE_LEFT].width, ==, 2.25);
  g_assert_cmpint (d->display, ==, DISPLAY_BLOCK); /* in a flex box */
}

/* Numbers of any size end as points that can be added. */
static void
test_extremes (void)
{
  static const char *const values[] = { "1e300mm",
                                        "-1e300mm",
                                        "1e300em",
                                        "-1e300em",
                                        "1e300rem",
                                        "1e300%",
                                        "-1e300%",
                                        "1e300",
                                        "-1e300",
                                        "1e-300",
                                        "99999999999999999999" };
  g_autoptr (GString) css = g_string_new (NULL);

  for (guint i = 0; i < n_properties; i++)
    for (guint j = 0; j < G_N_ELEMENTS (values); j++)
      if (!property_is_of_page (&properties[i]))
        g_string_append_printf (css, "#a { %s: %s }\n", properties[i].name, values[j]);
  g_string_append (css, "#a, #b { font-size: 1e300pt; flex: 1e300; counter-reset: a 99999999999; "
                        "letter-spacing: 1e300em; border: 1e300em solid; line-height: 1e300% }"
                        "#a { margin: 1e300em; transform: rotate(1e300turn) }");
  g_auto (StyledPage) page;
  page_open_body (&page, css->str, "<div id='a'><div id='b'/></div>");
  const Style *b = page_style (&page, "b");
  const Style *a = page_style (&page, "a");
  g_assert_cmpfloat (a->font_size, <=, 10000);
  g_assert_cmpfloat (a->margin[SIDE_TOP].value, ==, 1e6);
  g_assert_cmpfloat (b->letter_spacing, ==, 1e6);
  g_assert_cmpfloat (b->border[SIDE_TOP].width, ==, 1e6);
  g_assert_cmpfloat (b->line_height, <=, 1e6);
  g_assert_cmpfloat (a->rotation, <=, 1e6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/computing/wide", test_wide);
  g_test_add_func ("/computing/computed", test_computed);
  g_test_add_func ("/computing/extremes", test_extremes);
  return g_test_run ();
}
