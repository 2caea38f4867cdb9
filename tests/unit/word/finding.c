/* SPDX-License-Identifier: MIT */
#include "word/finding.h"

#include "../support.h"

/* Each has an id of its own, a sentence without a stop, and advice. */
static void
test_table (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (FindingCode code = 0; code < N_FINDINGS; code++) {
    g_assert_true (g_hash_table_add (ids, (gpointer) finding_id (code)));
    g_assert_false (g_str_has_suffix (finding_sentence (code), "."));
    g_assert_cmpuint (strlen (finding_advice (code)), >, 5);
  }
}

static void
test_add (void)
{
  g_autoptr (Arena) arena = arena_new ();
  g_autoptr (GArray) findings = g_array_new (FALSE, FALSE, sizeof (Finding));
  g_autofree char *words = g_strnfill (500, 'a');

  finding_add (findings, arena, FINDING_LINK, 3, "\tmột\nhai ", NULL);
  finding_add (findings, arena, FINDING_SEAL, 0, words, "x");
  const Finding *first = &g_array_index (findings, Finding, 0);
  const Finding *second = &g_array_index (findings, Finding, 1);
  g_assert_cmpstr (first->words, ==, "một hai");
  g_assert_null (first->detail);
  g_assert_cmpuint (g_utf8_strlen (second->words, -1), ==, 61);
  g_assert_true (finding_is_among (findings, FINDING_SEAL));
  g_assert_false (finding_is_among (findings, FINDING_FIELD));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/finding/table", test_table);
  g_test_add_func ("/finding/add", test_add);
  return g_test_run ();
}
