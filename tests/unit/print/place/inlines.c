/* SPDX-License-Identifier: MIT */
#include "print/place/inlines.h"

#include <string.h>

#define FONT "Liberation Serif"

static Style
style_new (double size)
{
  return (
    Style){ .families = g_intern_static_string (FONT), .font_size = size, .font_weight = 400 };
}

static void
add (Inlines *inlines, const Style *style, const char *text)
{
  InlineItem item = { .style = style };
  inlines_add_text (inlines, text, strlen (text), &item);
}

static void
test_white_space (void)
{
  static const struct {
    WhiteSpace white_space;
    const char *one, *other, *text;
  } rows[] = {
    { SPACE_NORMAL, "  Mở \n\t ứng dụng ", " VNeID  ", "Mở ứng dụng VNeID" },
    { SPACE_NORMAL, "Mở", "VNeID", "MởVNeID" },
    { SPACE_NORMAL, "  ", " \n ", "" },
    { SPACE_NOWRAP, " a  b ", "", "a b" },
    { SPACE_PRE_LINE, "a  b \n c", "",
      "a b\xe2\x80\xa8"
      "c" },
    { SPACE_PRE, "a  b\n c ", "", "a  b\xe2\x80\xa8 c " },
    { SPACE_PRE, "a\tb", "", "a        b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Style style = style_new (12);
    style.white_space = rows[i].white_space;
    g_autoptr (Inlines) inlines = inlines_new (&style);
    add (inlines, &style, rows[i].one);
    add (inlines, &style, rows[i].other);
    gboolean is_seen = inlines_finish (inlines);
    g_assert_cmpstr (inlines->text->str, ==, rows[i].text);
    g_assert_cmpint (is_seen, ==, rows[i].text[0] != '\0');
  }
}

static void
test_transform (void)
{
  static const struct {
    TextTransform transform;
    const char *text, *wanted;
  } rows[] = {
    { TRANSFORM_UPPER, "Điều khoản thi hành", "ĐIỀU KHOẢN THI HÀNH" },
    { TRANSFORM_LOWER, "ĐIỀU KHOẢN", "điều khoản" },
    { TRANSFORM_CAPITALISE, "phường hà đông", "Phường Hà Đông" },
    { TRANSFORM_NONE, "VNeID", "VNeID" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Style style = style_new (12);
    style.text_transform = rows[i].transform;
    g_autoptr (Inlines) inlines = inlines_new (&style);
    add (inlines, &style, rows[i].text);
    g_assert_cmpstr (inlines->text->str, ==, rows[i].wanted);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inlines/white-space", test_white_space);
  g_test_add_func ("/inlines/transform", test_transform);
  return g_test_run ();
}
