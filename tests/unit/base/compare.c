/* SPDX-License-Identifier: MIT */
#include "base/compare.h"

static void
test_names (void)
{
  g_autoptr (GHashTable) one = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) other = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (one, "đường");
  g_hash_table_add (one, "b");
  g_hash_table_add (other, "c");
  g_hash_table_add (other, "b");
  g_hash_table_add (other, "a");
  g_autoptr (GPtrArray) names = compare_names (one, other);
  g_ptr_array_add (names, NULL);
  g_autofree char *joined = g_strjoinv (" ", (char **) names->pdata);
  g_assert_cmpstr (joined, ==, "a b c đường");
}

static void
test_none (void)
{
  g_autoptr (GHashTable) empty = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = compare_names (empty, empty);

  g_assert_cmpuint (names->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/names", test_names);
  g_test_add_func ("/compare/none", test_none);
  return g_test_run ();
}
