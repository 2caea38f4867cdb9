/* SPDX-License-Identifier: MIT */
#include "word/merge.h"

#include "../support.h"

/* The origin of a file that would be imported as `markdown`. */
static Origin *
origin_of (const char *markdown)
{
  const char *matter;
  gsize length;
  const char *body = entries_body (markdown, &matter, &length);
  g_autoptr (GArray) entries = entries_cut (matter, length);
  g_autoptr (GArray) units = units_cut (body);
  g_autoptr (GString) text = g_string_new ("1;");

  for (guint i = 0; i < entries->len; i++) {
    const MatterEntry *entry = &g_array_index (entries, MatterEntry, i);
    g_autofree char *both = g_strdup_printf ("%s: %s", entry->key, entry->value);
    g_string_append_printf (text, "%08x", units_digest (both));
  }
  g_string_append_c (text, ';');
  for (guint i = 0; i < units->len; i++)
    g_string_append_printf (text, "%08x", UNIT (units, i)->digest);
  g_string_append (text, ";content/a.md");
  return origin_parse (text->str);
}

/* What is written, what was exported of it, how it came back, and what is to stand there then. */
static void
test_merge (void)
{
  static const struct {
    const char *old, *exported, *new, *wanted;
    guint n_changes;
  } rows[] = {
    /* Values, numbers and lists in a line read otherwise; untouched, they stay. */
    { "Hạn {{ngày}}.\n\nBảng: Số\n", "Hạn 5/9.\n\nBảng 1. Số\n", "Hạn 5/9.\n\nBảng 1. Số\n",
      "Hạn {{ngày}}.\n\nBảng: Số\n", 0 },
    { "A {{x}}.\n\nB {{y}}.\n\nC {{z}}.\n", "A 1.\n\nB 2.\n\nC 3.\n", "A 1.\n\nB 5.\n\nC 3.\n",
      "A {{x}}.\n\nB 5.\n\nC {{z}}.\n", 1 },
    { "Một.\n\nX {{x}}\nY {{y}}\n\nHai.\n", "Một.\n\nX 1\n\nY 2\n\nHai.\n",
      "Một.\n\nX 1\n\nY 2\n\nHai rưỡi.\n", "Một.\n\nX {{x}}\nY {{y}}\n\nHai rưỡi.\n", 1 },
    /* What is printed and not written, and what is written and not printed. */
    { "Một.\n", "MỤC LỤC\n\nMột.\n", "MỤC LỤC\n\nMột hai.\n", "Một hai.\n", 1 },
    { "Một.\n\n{{thẻ}}\n\nHai.\n", "Một.\n\nHai.\n", "Một.\n\nHai ba.\n",
      "Một.\n\n{{thẻ}}\n\nHai ba.\n", 1 },
    /* What was written since then is not taken back. */
    { "Một mới.\n\nHai.\n", "Một.\n\nHai.\n", "Một.\n\nHai ba.\n", "Một mới.\n\nHai ba.\n", 1 },
    { "Một.\n\nHai.\n", "Một.\n\nHai.\n", "Một.\n", "Một.\n", 1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Origin) origin = origin_of (rows[i].exported);
    g_autofree char *old = g_strconcat ("---\na: b\n---\n", rows[i].old, NULL);
    g_autofree char *new = g_strconcat ("---\n---\n", rows[i].new, NULL);
    g_autofree char *wanted = g_strconcat ("---\na: b\n---\n", rows[i].wanted, NULL);
    g_autoptr (Merge) merge = merge_documents (old, new, origin);
    g_assert_cmpstr (merge->text, ==, wanted);
    g_assert_cmpuint (merge->changes->len, ==, rows[i].n_changes);
  }
}

static void
test_front (void)
{
  g_autoptr (Origin) origin = origin_of ("---\nnơi nhận: Như trên\nngày: 2026-03-06\n---\nMột.\n");
  g_autoptr (Merge) merge =
    merge_documents ("---\nnơi nhận: {{ai}}\n---\nMột.\n",
                     "---\nnơi nhận: Như trên\nngày: 2026-03-07\n---\nMột.\n", origin);

  g_assert_cmpstr (merge->text, ==, "---\nnơi nhận: {{ai}}\nngày: 2026-03-07\n---\nMột.\n");
  g_assert_cmpuint (merge->changes->len, ==, 1);
}

/* Of another version, or none of ours. */
static void
test_parse (void)
{
  static const char *const rows[] = { "", "1;", "2;;;a.md", "1;;", "xyz" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_null (origin_parse (rows[i]));
  g_autoptr (Origin) origin = origin_parse ("1;0000000a;0000000b0000;a;b.md");
  g_assert_cmpstr (origin->path, ==, "a;b.md");
  g_assert_cmpuint (origin->units->len, ==, 1);
  g_assert_cmpuint (g_array_index (origin->entries, guint32, 0), ==, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/origin/merge", test_merge);
  g_test_add_func ("/origin/front", test_front);
  g_test_add_func ("/origin/parse", test_parse);
  return g_test_run ();
}
