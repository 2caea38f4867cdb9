/* SPDX-License-Identifier: MIT */
#include "diff/lines.h"

/* "a b c" and "a c d" as " a -b  c +d", in one text. */
static char *
compared (const char *old, const char *new)
{
  static const char marks[] = { [LINE_KEPT] = '=', [LINE_GONE] = '-', [LINE_NEW] = '+' };
  g_autoptr (GPtrArray) before = line_words (old);
  g_autoptr (GPtrArray) after = line_words (new);
  g_autoptr (GArray) changes = lines_compare (before, after);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++) {
    const LineChange *change = &g_array_index (changes, LineChange, i);
    g_string_append_printf (text, "%s%c%s", i ? " " : "", marks[change->state], change->text);
  }
  return g_string_free (text, FALSE);
}

static void
test_compare (void)
{
  static const struct {
    const char *old, *new, *wanted;
  } rows[] = {
    { "", "", "" },
    { "a b", "a b", "=a =b" },
    { "", "a b", "+a +b" },
    { "a b", "", "-a -b" },
    { "a b c", "a c", "=a -b =c" },
    { "a c", "a b c", "=a +b =c" },
    { "a b c", "a x c", "=a -b +x =c" },
    /* What goes comes before what comes, however they alternate. */
    { "a 1 2 z", "a 3 4 z", "=a -1 -2 +3 +4 =z" },
    { "a b a b", "b a b a", "-a =b =a =b +a" },
    { "x a b c y", "a b c", "-x =a =b =c -y" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = compared (rows[i].old, rows[i].new);
    g_assert_cmpstr (text, ==, rows[i].wanted);
  }
}

/* Longer than the table may be: nothing is looked for, and nothing is lost. */
static void
test_long (void)
{
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) new = g_ptr_array_new_with_free_func (g_free);
  guint counts[3] = { 0 };

  for (guint i = 0; i < 3000; i++) {
    g_ptr_array_add (old, g_strdup_printf ("%u", i == 0 ? 7777777 : 2 * i));
    g_ptr_array_add (new, g_strdup_printf ("%u", i == 2999 ? 8888888 : 3 * i + 1));
  }
  g_ptr_array_add (old, g_strdup ("end"));
  g_ptr_array_add (new, g_strdup ("end"));
  g_autoptr (GArray) changes = lines_compare (old, new);
  for (guint i = 0; i < changes->len; i++)
    counts[g_array_index (changes, LineChange, i).state]++;
  g_assert_cmpuint (counts[LINE_KEPT], ==, 1);
  g_assert_cmpuint (counts[LINE_GONE], ==, 3000);
  g_assert_cmpuint (counts[LINE_NEW], ==, 3000);
}

static void
test_words (void)
{
  g_autoptr (GPtrArray) words = line_words ("  họp  thôn ");

  g_assert_cmpuint (words->len, ==, 2);
  g_assert_cmpstr (words->pdata[1], ==, "thôn");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diff/lines/compare", test_compare);
  g_test_add_func ("/diff/lines/long", test_long);
  g_test_add_func ("/diff/lines/words", test_words);
  return g_test_run ();
}
