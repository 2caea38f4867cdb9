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

/* A comma is one of the words, but not between two of a list. */
static void
test_commas (void)
{
  static const char *const lines[][2] = {
    { "to: [A, \"B, C\"]\n", "A B, C" },
    { "to:\n  - A\n  - B, C\n", "A B, C" },
    { "to: [A,\n  'B, C']\n", "A B, C" },
    { "to: A [x], B\n", "A x, B" },
    { "to: {a: [B, C], d: E}\n", "a: B C d: E" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autoptr (GArray) entries = entries_cut (lines[i][0], strlen (lines[i][0]));
    g_assert_cmpstr (entries_find (entries, "kính gửi")->value, ==, lines[i][1]);
  }
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
  g_test_add_func ("/entries/commas", test_commas);
  g_test_add_func ("/entries/none", test_none);
  return g_test_run ();
}
