/* SPDX-License-Identifier: MIT */
#include "print/place/counters.h"

static void
test_write (void)
{
  static const struct {
    int value;
    ListKind numbering;
    const char *text;
  } rows[] = {
    { 1, LIST_DECIMAL, "1" },
    { -3, LIST_DECIMAL, "-3" },
    { 0, LIST_DECIMAL, "0" },
    { 1, LIST_LOWER_ALPHA, "a" },
    { 26, LIST_LOWER_ALPHA, "z" },
    { 27, LIST_LOWER_ALPHA, "aa" },
    { 53, LIST_UPPER_ALPHA, "BA" },
    { 703, LIST_UPPER_ALPHA, "AAA" },
    { 0, LIST_LOWER_ALPHA, "0" },
    { 4, LIST_LOWER_ROMAN, "iv" },
    { 13, LIST_UPPER_ROMAN, "XIII" },
    { 1994, LIST_UPPER_ROMAN, "MCMXCIV" },
    { 3999, LIST_UPPER_ROMAN, "MMMCMXCIX" },
    { 4000, LIST_UPPER_ROMAN, "4000" },
    { 0, LIST_LOWER_ROMAN, "0" },
    { 5, LIST_DISC, "" },
    { 5, LIST_NONE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    counter_write (out, rows[i].value, rows[i].numbering);
    g_assert_cmpstr (out->str, ==, rows[i].text);
  }
}

static void
test_bullet (void)
{
  g_assert_cmpstr (counter_bullet (LIST_DISC), ==, "•");
  g_assert_cmpstr (counter_bullet (LIST_CIRCLE), ==, "◦");
  g_assert_cmpstr (counter_bullet (LIST_SQUARE), ==, "▪");
  g_assert_null (counter_bullet (LIST_NONE));
  g_assert_null (counter_bullet (LIST_DECIMAL));
  g_assert_null (counter_bullet (LIST_TEXT));
}

/* CSS 2.2, 12.4.1: a counter belongs to the element that reset it, its siblings and all inside of
 * them. */
static void
test_nest (void)
{
  const char *name = g_intern_static_string ("step");
  const CounterChange reset = { name, 0 }, increment = { name, 1 };
  const Style list = { .counter_resets = &reset, .n_counter_resets = 1 };
  const Style item = { .counter_increments = &increment, .n_counter_increments = 1 };
  const Style plain = { 0 };
  g_autoptr (Counters) counters = counters_new ();

  counters_enter (counters, &plain);
  counters_enter (counters, &list);
  counters_enter (counters, &item);
  g_assert_cmpint (counters_value (counters, name), ==, 1);
  counters_enter (counters, &list);
  counters_enter (counters, &item);
  counters_leave (counters);
  counters_enter (counters, &item);
  g_assert_cmpint (counters_value (counters, name), ==, 2);
  counters_leave (counters);
  counters_leave (counters);
  counters_leave (counters);
  counters_enter (counters, &item);
  g_assert_cmpint (counters_value (counters, name), ==, 2);
  counters_leave (counters);
  counters_leave (counters);
  counters_leave (counters);
  g_assert_cmpint (counters_value (counters, name), ==, 0);
}

/* Without a reset the counter is made by who counts first. */
static void
test_unasked (void)
{
  const char *name = g_intern_static_string ("figure");
  const CounterChange increment = { name, 2 };
  const Style style = { .counter_increments = &increment, .n_counter_increments = 1 };
  g_autoptr (Counters) counters = counters_new ();

  g_assert_cmpint (counters_value (counters, name), ==, 0);
  counters_enter (counters, &style);
  counters_leave (counters);
  counters_enter (counters, &style);
  g_assert_cmpint (counters_value (counters, name), ==, 4);
  counters_leave (counters);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/counters/write", test_write);
  g_test_add_func ("/counters/bullet", test_bullet);
  g_test_add_func ("/counters/nest", test_nest);
  g_test_add_func ("/counters/unasked", test_unasked);
  return g_test_run ();
}
