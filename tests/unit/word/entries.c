/* SPDX-License-Identifier: MIT */
#include "word/entries.h"

#include "../support.h"

static void
test_entries (void)
{
  static const char text[] =
    "---\n# nháp\nto: [A, \"B\"]\nngày: 6/3/2026\nngười ký:\n  chức vụ: C\n---\n\nThân.\n";
  const char *matter;
  gsize length;
  const char *body = entries_body (text, &matter, &length);
  g_autoptr (GArray) entries = entries_cut (matter, length);

  g_assert_cmpstr (body, ==, "\nThân.\n");
  g_assert_cmpuint (entries->len, ==, 4);
  g_assert_null (g_array_index (entries, MatterEntry, 0).key);
  g_assert_cmpstr (entries_find (entries, "kính gửi")->value, ==, "A B");
  g_assert_cmpstr (entries_find (entries, "ngày")->value, ==, "2026-03-06");
  g_assert_cmpstr (entries_find (entries, "người ký")->value, ==, "chức vụ: C");
  g_assert_null (entries_find (entries, "số"));
}

static void
test_none (void)
{
  const char *matter;
  gsize length;

  g_assert_cmpstr (entries_body ("Thân.\n", &matter, &length), ==, "Thân.\n");
  g_assert_cmpuint (length, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entries/entries", test_entries);
  g_test_add_func ("/entries/none", test_none);
  return g_test_run ();
}
