/* SPDX-License-Identifier: MIT */
#include "print/style/css_value.h"

#include "../../support.h"

#include <math.h>

typedef struct {
  Arena *arena;
  Report *report;
  Source source;
  Css css;
  Cursor cursor;
} Text;

static void
text_clear (Text *text)
{
  css_finish (&text->css);
  arena_free (text->arena);
  report_free (text->report);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, text_clear)

static void
text_set (Text *text, const char *css)
{
  *text = (Text){ .arena = arena_new (),
                  .report = report_new (),
                  .source = { "a.css", css, strlen (css) } };
  css_init (&text->css, &text->source, css, text->source.length, (Place){ 1, 1 }, text->arena,
            text->report);
  text->cursor = css_collect (&text->css, ";");
}

static void
test_lengths (void)
{
  static const struct {
    const char *css;
    guint may_be;
    gboolean is_good;
    CssValueKind kind;
    double number;
  } rows[] = {
    { "12pt", 0, TRUE, VALUE_POINTS, 12 },
    { "25.4mm", 0, TRUE, VALUE_POINTS, 72 },
    { "2.54CM", 0, TRUE, VALUE_POINTS, 72 },
    { "1in", 0, TRUE, VALUE_POINTS, 72 },
    { "4px", 0, TRUE, VALUE_POINTS, 3 },
    { "2pc", 0, TRUE, VALUE_POINTS, 24 },
    { "101.6Q", 0, TRUE, VALUE_POINTS, 72 },
    { "0", 0, TRUE, VALUE_POINTS, 0 },
    { "-0", 0, TRUE, VALUE_POINTS, 0 },
    { "0mm", 0, TRUE, VALUE_POINTS, 0 },
    { "1.5em", 0, TRUE, VALUE_EM, 1.5 },
    { "2rem", 0, TRUE, VALUE_REM, 2 },
    { "2ex", 0, TRUE, VALUE_EM, 1 },
    { "2ch", 0, TRUE, VALUE_EM, 1 },
    { "50%", MAY_BE_PERCENT, TRUE, VALUE_PERCENT, 50 },
    { "50%", 0, FALSE, 0, 0 },
    { "-1pt", MAY_BE_NEGATIVE, TRUE, VALUE_POINTS, -1 },
    { "-1pt", MAY_BE_PERCENT, FALSE, 0, 0 },
    { "-1%", MAY_BE_PERCENT, FALSE, 0, 0 },
    { "-1%", MAY_BE_PERCENT | MAY_BE_NEGATIVE, TRUE, VALUE_PERCENT, -1 },
    { "1", 0, FALSE, 0, 0 },
    { "1vw", 0, FALSE, 0, 0 },
    { "1 pt", 0, FALSE, 0, 0 },
    { "auto", 0, FALSE, 0, 0 },
    { "", 0, FALSE, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Text) text;
    CssValue value;
    text_set (&text, rows[i].css);
    g_test_message ("%s", rows[i].css);
    g_assert_cmpint (css_value_read_length (&text.cursor, rows[i].may_be, &value), ==,
                     rows[i].is_good);
    g_assert_cmpint (cursor_at_end (&text.cursor), ==, rows[i].is_good || !*rows[i].css);
    if (!rows[i].is_good)
      continue;
    g_assert_cmpint (value.kind, ==, rows[i].kind);
    g_assert_cmpfloat_with_epsilon (value.number, rows[i].number, 1e-9);
  }
}

static void
test_points (void)
{
  g_assert_cmpfloat (css_value_points (&(CssValue){ .kind = VALUE_POINTS, .number = 3 }, 10, 20),
                     ==, 3);
  g_assert_cmpfloat (css_value_points (&(CssValue){ .kind = VALUE_EM, .number = 3 }, 10, 20), ==,
                     30);
  g_assert_cmpfloat (css_value_points (&(CssValue){ .kind = VALUE_REM, .number = 3 }, 10, 20), ==,
                     60);
  g_assert_cmpfloat (css_value_points (&(CssValue){ .kind = VALUE_EM, .number = 1e15 }, 1e4, 20),
                     ==, POINTS_MOST);
  g_assert_cmpfloat (css_value_points (&(CssValue){ .kind = VALUE_REM, .number = -1e15 }, 1e4, 1e4),
                     ==, -POINTS_MOST);
}

static void
test_numbers (void)
{
  static const struct {
    const char *css;
    gboolean is_number, is_whole;
  } rows[] = { { "2", TRUE, TRUE },    { "2.5", TRUE, FALSE }, { "2.0", TRUE, FALSE },
               { "1e1", TRUE, FALSE }, { "-1", FALSE, FALSE }, { "2pt", FALSE, FALSE },
               { "x", FALSE, FALSE },  { "99", TRUE, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Text) text;
    CssValue value;
    text_set (&text, rows[i].css);
    Cursor again = text.cursor;
    g_test_message ("%s", rows[i].css);
    g_assert_cmpint (css_value_read_number (&text.cursor, 0, 10, &value), ==, rows[i].is_number);
    if (rows[i].is_number)
      g_assert_cmpfloat (value.number, <=, 10);
    g_assert_cmpint (css_value_read_whole_number (&again, 0, 10, &value), ==, rows[i].is_whole);
  }
}

static void
test_words (void)
{
  static const Keyword words[] = { { "one", 1 }, { "two", 2 }, { NULL, 0 } };
  g_auto (Text) text;
  CssValue value;

  text_set (&text, "  Two one three");
  g_assert_true (css_value_read_keyword (&text.cursor, words, &value));
  g_assert_cmpint (value.keyword, ==, 2);
  g_assert_true (css_value_read_keyword (&text.cursor, words, &value));
  g_assert_cmpint (value.keyword, ==, 1);
  g_assert_false (css_value_read_keyword (&text.cursor, words, &value));
  g_assert_false (css_value_read_keyword (&text.cursor, NULL, &value));
}

static void
test_colours (void)
{
  static const struct {
    const char *css;
    gboolean is_good;
    CssValueKind kind;
  } rows[] = {
    { "#fff", TRUE, VALUE_COLOUR },
    { "red", TRUE, VALUE_COLOUR },
    { "rgb( 1 , 2 , 3 )", TRUE, VALUE_COLOUR },
    { "CurrentColor", TRUE, VALUE_CURRENT_COLOUR },
    { "transparent", TRUE, VALUE_COLOUR },
    { "r\\65 d", FALSE, 0 },
    { "\\72gb(1,2,3)", FALSE, 0 },
    { "rgb(1,2,3", FALSE, 0 },
    { "#\\66 ff", FALSE, 0 },
    { "12", FALSE, 0 },
    { "'red'", FALSE, 0 },
    { "", FALSE, 0 },
    { "hsl(1,2%,3%)", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Text) text;
    CssValue value;
    text_set (&text, rows[i].css);
    g_test_message ("%s", rows[i].css);
    g_assert_cmpint (css_value_read_colour (&text.cursor, &value), ==, rows[i].is_good);
    if (rows[i].is_good) {
      g_assert_cmpint (value.kind, ==, rows[i].kind);
      g_assert_true (cursor_at_end (&text.cursor));
    }
  }
}

static void
test_wide (void)
{
  static const struct {
    const char *css;
    gboolean is_good;
    CssValueKind kind;
  } rows[] = { { "inherit", TRUE, VALUE_INHERIT },
               { " INITIAL ", TRUE, VALUE_INITIAL },
               { "unset", TRUE, VALUE_UNSET },
               { "inherit x", FALSE, 0 },
               { "x", FALSE, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Text) text;
    CssValue value;
    text_set (&text, rows[i].css);
    const Token *start = text.cursor.at;
    g_assert_cmpint (css_value_read_wide (&text.cursor, &value), ==, rows[i].is_good);
    if (rows[i].is_good)
      g_assert_cmpint (value.kind, ==, rows[i].kind);
    else
      g_assert_true (text.cursor.at == start);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value/lengths", test_lengths);
  g_test_add_func ("/value/points", test_points);
  g_test_add_func ("/value/numbers", test_numbers);
  g_test_add_func ("/value/words", test_words);
  g_test_add_func ("/value/colours", test_colours);
  g_test_add_func ("/value/wide", test_wide);
  return g_test_run ();
}
