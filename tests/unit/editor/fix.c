/* SPDX-License-Identifier: MIT */
#include "editor/fix.h"

#include <stdlib.h>

static void
add (GArray *edits, gsize offset, gsize length, const char *text)
{
  const Edit edit = { offset, length, g_strdup (text), "MARK-01" };
  g_array_append_val (edits, edit);
}

static void
test_apply (void)
{
  g_autoptr (GArray) edits = edits_new ();

  add (edits, 8, 2, "");
  add (edits, 0, 1, "A");
  add (edits, 4, 0, "+");
  g_autofree char *text = edits_apply ("abc def ghi", 11, edits);
  g_assert_cmpstr (text, ==, "Abc +def i");
}

/* Of two that want the same bytes, the first is made; what would join lines is not. */
static void
test_clashes (void)
{
  g_autoptr (GArray) edits = edits_new ();

  add (edits, 0, 3, "x");
  add (edits, 2, 3, "y");
  add (edits, 6, 3, "z");
  g_autofree char *text = edits_apply ("abcdef\nhi", 9, edits);
  g_assert_cmpstr (text, ==, "xdef\nhi");
}

static void
test_difference (void)
{
  char *shown = NULL;
  size_t length;
  FILE *stream = open_memstream (&shown, &length);

  g_assert_true (print_difference ("a.md", "1\n2\n3\n4\n", "1\n2\nx\n4\n", stream));
  fclose (stream);
  g_assert_cmpstr (shown, ==, "--- a.md\n+++ a.md\n@@ -2,3 +2,3 @@\n 2\n-3\n+x\n 4\n");
  free (shown);
  stream = open_memstream (&shown, &length);
  g_assert_false (print_difference ("a.md", "1\n", "1\n", stream));
  fclose (stream);
  g_assert_cmpuint (length, ==, 0);
  free (shown);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editor/fix/apply", test_apply);
  g_test_add_func ("/editor/fix/clashes", test_clashes);
  g_test_add_func ("/editor/fix/difference", test_difference);
  return g_test_run ();
}
