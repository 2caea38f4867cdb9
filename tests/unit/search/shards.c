/* SPDX-License-Identifier: MIT */
#include "search/shards.h"

#include "../support.h"

static void
test_numbers (void)
{
  static const struct {
    guint value;
    const char *text;
  } rows[] = {
    { 0, "#" },
    { 1, "$" },
    { 44, "O" },
    { 45, "P$" },
    { 46, "Q$" },
    { 89, "}$" },
    { 2024, "}O" },
    { 2025, "P"
            "P$" },
    { 57, "]$" }, /* no “\” */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    shards_add_number (out, rows[i].value);
    g_assert_cmpstr (out->str, ==, rows[i].text);
  }
}

/* Every number that can stand in the index is free of what ends a text or an entry. */
static void
test_signs (void)
{
  for (guint value = 0; value < 500000; value += 7) {
    g_autoptr (GString) out = g_string_new (NULL);
    shards_add_number (out, value);
    g_assert_null (strpbrk (out->str, "\"\\!~ "));
  }
}

static void
test_entries (void)
{
  g_autoptr (Shards) shards = shards_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  shards_add (shards, "dang");
  g_string_append (shards_text (shards), "##");
  shards_add (shards, "dang ky");
  g_string_append (shards_text (shards), "$");
  shards_add (shards, "danh");
  shards_cut (shards, 1);
  g_assert_cmpuint (shards_count (shards), ==, 1);
  g_assert_cmpstr (shards_first (shards, 0), ==, "");
  shards_write (shards, 0, out);
  g_assert_cmpstr (out->str, ==, "#dang!##~' ky!$~&h!~");
}

/* Each key is in the last file that begins no later than it. */
static void
test_cut (void)
{
  g_autoptr (Shards) shards = shards_new ();
  g_autoptr (GString) firsts = g_string_new (NULL);
  guint n = 0;

  for (char a = 'a'; a <= 'z'; a++)
    for (char b = 'a'; b <= 'z'; b++) {
      const char key[] = { a, b, ' ', a, '\0' };
      shards_add (shards, key);
      g_string_append (shards_text (shards), "1234567890123456789012345678901234567890");
    }
  shards_cut (shards, 12);
  g_assert_cmpuint (shards_count (shards), ==, 12);
  for (guint i = 0; i < shards_count (shards); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    shards_write (shards, i, out);
    g_assert_cmpuint (out->len, <, 4000);
    g_assert_true (i == 0 || strcmp (shards_first (shards, i - 1), shards_first (shards, i)) < 0);
    for (const char *p = out->str; *p; p++)
      n += *p == '!';
  }
  g_assert_cmpuint (n, ==, 26 * 26);
  shards_write_firsts (shards, firsts);
  g_assert_true (g_str_has_prefix (firsts->str, "#~"));
}

/* One entry is as large as all others: no more files than wanted, and the others still parted. */
static void
test_large (void)
{
  g_autoptr (Shards) shards = shards_new ();
  char key[2] = "a";

  for (; *key <= 'z'; ++*key) {
    shards_add (shards, key);
    for (guint i = 0; i < (*key == 'c' ? 25 : 1); i++)
      g_string_append (shards_text (shards), "1234567890123456789012345678901234567890");
  }
  shards_cut (shards, 10);
  g_assert_cmpuint (shards_count (shards), <=, 10);
  g_assert_cmpuint (shards_count (shards), >=, 6);
}

static void
test_empty (void)
{
  g_autoptr (Shards) shards = shards_new ();
  shards_cut (shards, 5);
  g_assert_cmpuint (shards_count (shards), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shards/numbers", test_numbers);
  g_test_add_func ("/shards/signs", test_signs);
  g_test_add_func ("/shards/entries", test_entries);
  g_test_add_func ("/shards/cut", test_cut);
  g_test_add_func ("/shards/large", test_large);
  g_test_add_func ("/shards/empty", test_empty);
  return g_test_run ();
}
