/* SPDX-License-Identifier: MIT */
#include "word/notes.h"

#include "word/merge.h"

#include "../support.h"

static void
test_rename (void)
{
  static const struct {
    const char *old, *new, *wanted;
  } rows[] = {
    { "A[^luật].\n\n[^luật]: Luật.\n", "A[^1].\n\n[^1]: Luật.\n", "A[^luật].\n\n[^luật]: Luật.\n" },
    { "A[^1].\n\n[^1]: Một.\n", "A[^1].\n\n[^1]: Hai.\n", "A[^2].\n\n[^2]: Hai.\n" },
    { "A[^x] B[^y].\n\n[^x]: X.\n\n[^y]: Y.\n", "B[^1] A[^2].\n\n[^1]: Y.\n\n[^2]: X.\n",
      "B[^y] A[^x].\n\n[^y]: Y.\n\n[^x]: X.\n" },
    { "A.\n", "Giá \\[^1] đồng.\n", "Giá \\[^1] đồng.\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *made = notes_rename (rows[i].old, rows[i].new);
    g_assert_cmpstr (made, ==, rows[i].wanted);
  }
}

/* Labels stay those of the text that is there; a note that was changed is a new one. */
static void
test_merge (void)
{
  static const struct {
    const char *old, *new, *wanted, *changes;
  } rows[] = {
    { "Một[^luật] *hai*.\n\n[^luật]: Luật A.\n\nBa.\n", "Một[^1] hai.\n\nBa.\n\n[^1]: Luật A.\n",
      "Một[^luật] *hai*.\n\n[^luật]: Luật A.\n\nBa.\n", "" },
    { "Một[^luật].\n\n[^luật]: Luật A.\n\nBa.\n", "Một[^1].\n\nBa.\n\n[^1]: Luật B.\n",
      "Một[^1].\n\nBa.\n\n[^1]: Luật B.\n", "Một. → Một.\nLuật A. → Luật B.\n" },
    { "Một.\n", "Một[^1].\n\n[^1]: Mới.\n", "Một[^1].\n\n[^1]: Mới.\n", "Một. → Một.\n+ Mới.\n" },
    { "Một[^a].\n\n[^a]: Cũ.\n", "Một.\n", "Một.\n", "Một. → Một.\n- Cũ.\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *old = g_strconcat ("---\na: b\n---\n", rows[i].old, NULL);
    g_autofree char *new = g_strconcat ("---\n---\n", rows[i].new, NULL);
    g_autofree char *wanted = g_strconcat ("---\na: b\n---\n", rows[i].wanted, NULL);
    g_autoptr (Merge) merge = merge_documents (old, new, NULL);
    g_autoptr (GString) changes = g_string_new (NULL);
    for (guint n = 0; n < merge->changes->len; n++)
      g_string_append_printf (changes, "%s\n", (char *) merge->changes->pdata[n]);
    g_assert_cmpstr (merge->text, ==, wanted);
    g_assert_cmpstr (changes->str, ==, rows[i].changes);
  }
}

static void
test_cut (void)
{
  static const char body[] = "A[^1][^2].\n\n[^1]: Một.\n\n[^2]: Hai.\n";
  g_autoptr (GArray) known = units_cut ("A[^1].\n\n[^1]: Một.\n");
  g_autoptr (GArray) units = units_cut (body);
  g_autoptr (GArray) fresh = notes_cut (units, known);

  g_assert_cmpuint (units->len, ==, 1);
  g_assert_cmpuint (fresh->len, ==, 1);
  g_assert_cmpstr (UNIT (fresh, 0)->key, ==, "Hai.");
  g_assert_true (UNIT (known, 1)->stays);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notes/rename", test_rename);
  g_test_add_func ("/notes/merge", test_merge);
  g_test_add_func ("/notes/cut", test_cut);
  return g_test_run ();
}
