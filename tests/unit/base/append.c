/* SPDX-License-Identifier: MIT */
#include "base/append.h"

/* What is appended ends in NUL and is what was there, at every length around that of the room. */
static void
test_append (void)
{
  for (gsize start = 0; start < 40; start++)
    for (gsize length = 0; length < 40; length++) {
      g_autofree char *one = g_strnfill (start, 'a');
      g_autofree char *other = g_strnfill (length, 'b');
      g_autofree char *wanted = g_strconcat (one, other, "c", NULL);
      g_autoptr (GString) out = g_string_sized_new (16);
      append_text (out, one);
      append_piece (out, other, length);
      g_assert_cmpuint (out->len, ==, start + length);
      g_assert_cmpint (out->str[out->len], ==, '\0');
      append_piece (out, "cd", 1);
      g_assert_cmpstr (out->str, ==, wanted);
      g_assert_cmpuint (out->len, <, out->allocated_len);
    }
}

static void
test_number (void)
{
  static const gint64 numbers[] = { 0, 7, 10, -1, 1234567890, G_MAXINT64, G_MININT64 };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autofree char *wanted = g_strdup_printf ("%" G_GINT64_FORMAT, numbers[i]);
    g_autoptr (GString) out = g_string_new (NULL);
    append_number (out, numbers[i]);
    g_assert_cmpstr (out->str, ==, wanted);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/append/append", test_append);
  g_test_add_func ("/append/number", test_number);
  return g_test_run ();
}
