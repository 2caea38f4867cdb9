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
    g_assert_cmpstr (inlines->text, ==, rows[i].text);
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
    inlines_finish (inlines);
    g_assert_cmpstr (inlines->text, ==, rows[i].wanted);
  }
}

/* What opens and what closes know each other; a copy says the same when the first gathers again. */
static void
test_copy (void)
{
  Style style = style_new (12), other = style_new (9);
  g_autoptr (GPtrArray) spare = g_ptr_array_new_with_free_func ((GDestroyNotify) inlines_free);
  g_autoptr (Arena) arena = arena_new ();
  Inlines *inlines = inlines_borrow (spare, &style);
  InlineItem item = { .style = &style };

  add (inlines, &style, "một ");
  item.other = inlines_add (inlines, INLINE_OPEN, &item);
  add (inlines, &style, "hai");
  g_assert_cmpuint (inlines_add (inlines, INLINE_CLOSE, &item), ==, 3);
  inlines_finish (inlines);
  const Inlines *copy = inlines_copy (inlines, arena);
  inlines_give_back (spare, inlines);
  Inlines *again = inlines_borrow (spare, &other);
  g_assert_true (again == inlines);
  add (again, &other, "khác");
  g_assert_cmpstr (copy->text, ==, "một xhaix");
  g_assert_cmpuint (copy->length, ==, strlen (copy->text));
  g_assert_true (copy->style == &style);
  g_assert_cmpuint (copy->n_items, ==, 4);
  g_assert_cmpuint (copy->items[1].other, ==, 3);
  g_assert_cmpuint (copy->items[3].other, ==, 1);
  inlines_give_back (spare, again);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inlines/white-space", test_white_space);
  g_test_add_func ("/inlines/transform", test_transform);
  g_test_add_func ("/inlines/copy", test_copy);
  return g_test_run ();
}
