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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/append/append", test_append);
  return g_test_run ();
}
