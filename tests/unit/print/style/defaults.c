/* SPDX-License-Identifier: MIT */
#include "../style_kit.h"

#define NEAR(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-6)

static void
test_html (void)
{
  g_auto (StyledPage) page;
  page_open_body (&page, "",
                  "<h1 id='h1'/><p id='p'>x<b id='b'/><i id='i'/><sup id='sup'/></p><ul "
                  "id='ul'><li id='li'/></ul><ol><li id='li2'/></ol>"
                  "<table id='table'><thead><tr><th id='th'/></tr></thead><tr><td "
                  "id='td'/></tr></table><script id='script'/><img id='img' width='40'/>");

  NEAR (page_style (&page, "h1")->font_size, 24);
  NEAR (page_style (&page, "h1")->margin[SIDE_TOP].value, .67 * 24);
  g_assert_cmpuint (page_style (&page, "h1")->font_weight, ==, 700);
  g_assert_cmpint (page_style (&page, "h1")->break_after, ==, BREAK_AVOID);
  NEAR (page_style (&page, "p")->margin[SIDE_BOTTOM].value, 12);
  g_assert_cmpint (page_style (&page, "p")->display, ==, DISPLAY_BLOCK);
  g_assert_cmpint (page_style (&page, "b")->display, ==, DISPLAY_INLINE);
  g_assert_cmpuint (page_style (&page, "b")->font_weight, ==, 700);
  g_assert_true (page_style (&page, "i")->is_italic);
  g_assert_cmpint (page_style (&page, "sup")->vertical_kind, ==, VERTICAL_SUPER);
  NEAR (page_style (&page, "sup")->font_size, 10);
  NEAR (page_style (&page, "ul")->padding[SIDE_LEFT].value, 30);
  g_assert_cmpint (page_style (&page, "li")->display, ==, DISPLAY_LIST_ITEM);
  g_assert_cmpint (page_style (&page, "li")->list_kind, ==, LIST_DISC);
  g_assert_cmpint (page_style (&page, "li2")->list_kind, ==, LIST_DECIMAL);
  g_assert_cmpint (page_style (&page, "table")->display, ==, DISPLAY_TABLE);
  NEAR (page_style (&page, "table")->border_spacing_y, 1.5);
  g_assert_cmpint (page_style (&page, "th")->text_align, ==, TEXT_CENTRE);
  g_assert_cmpuint (page_style (&page, "th")->font_weight, ==, 700);
  g_assert_cmpint (page_style (&page, "td")->vertical_kind, ==, VERTICAL_MIDDLE);
  g_assert_cmpint (page_style (&page, "script")->display, ==, DISPLAY_NONE);
  NEAR (page_style (&page, "img")->width.value, 30);
}

/* A table within a table starts anew. */
static void
test_resets (void)
{
  g_auto (StyledPage) page;
  page_open_body (&page, "#a { border-collapse: collapse; text-indent: 1cm }",
                  "<table id='a'><tr><td><table id='b'/><q id='q'/></td></tr></table>");
  const Style *b = page_style (&page, "b");
  const Element *q = page_element (page.markup->root, "q");

  g_assert_false (b->collapses_borders);
  g_assert_true (b->is_border_box);
  NEAR (b->text_indent.value, 0);
  const Style *quote = styler_pseudo (page.styler, q, page_style (&page, "q"), PSEUDO_BEFORE);
  g_assert_cmpstr (quote->content[0].text, ==, "“");
  g_assert_cmpuint (report_n_errors (page.report) + report_n_warnings (page.report), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/defaults/html", test_html);
  g_test_add_func ("/defaults/resets", test_resets);
  return g_test_run ();
}
