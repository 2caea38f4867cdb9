/* SPDX-License-Identifier: MIT */
#include "search/synonyms.h"

#include "../support.h"

static void
note (gpointer data, const Synonym *synonym)
{
  GString *found = data;
  g_string_append_printf (found, "%u+%u ", synonym->group, synonym->n);
}

/* “group+words” of each that stands at the start of `text`. */
static char *
found_in (const Synonyms *synonyms, const char *text)
{
  g_autoptr (Words) words = words_new ();
  g_autoptr (SynonymFinder) finder = synonym_finder_new (synonyms, words);
  GString *found = g_string_new (NULL);
  g_autofree WordSpot *spots = g_new (WordSpot, strlen (text) + 1);
  guint n = words_split (words, text, strlen (text), spots);

  synonym_find (finder, spots, n, note, found);
  gboolean may_start = n > 0
                       && (synonym_is_word (finder, spots[0].index)
                           || (n > 1 && synonym_starts (finder, spots[0].index, spots[1].index)));
  g_assert_true (may_start || found->len == 0);
  return g_string_free (found, FALSE);
}

static void
test_lexicon (void)
{
  g_autoptr (Synonyms) synonyms = synonyms_new ();
  g_autoptr (Value) lexicon = value_map ();
  Value *several = value_map ();

  value_set_text (lexicon, "CCCD", "căn cước công dân");
  value_set_text (lexicon, "VNeID", "vê en e ai-đi");
  value_set_text (lexicon, "PCCC", "phòng cháy, chữa cháy");
  value_set_text (lexicon, "UBMTTQ", "Mặt trận Tổ quốc"); /* not its letters */
  value_set_text (lexicon, "kg", "ki lô gam");
  value_set_text (several, "usual", "quận");
  value_set_text (several, "say", "công an");
  value_set (lexicon, "CA", several);
  synonyms_add_lexicon (synonyms, lexicon);
  synonyms_add_lexicon (synonyms, NULL);

  static const struct {
    const char *text, *found;
  } rows[] = {
    { "CCCD", "1+1 " },
    { "cccd", "" },
    { "căn cước công dân mới", "1+4 " },
    { "căn cước", "" },
    { "căn cước. Công dân", "" },
    { "phòng cháy chữa cháy", "2+4 " },
    { "CA", "0+1 " },
    { "ca trực", "" },
    { "kg", "" },
    { "UBMTTQ", "" },
    { "vê en e ai đi", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *found = found_in (synonyms, rows[i].text);
    g_assert_cmpstr (found, ==, rows[i].found);
  }
}

/* What is no list of texts is passed over; one alone means nothing. */
static void
test_lists (void)
{
  g_autoptr (Synonyms) synonyms = synonyms_new ();
  g_autoptr (Value) lists = value_list ();
  Value *pair = value_list (), *single = value_list ();
  guint n;

  value_add (pair, value_text ("heo"));
  value_add (pair, value_text ("lợn"));
  value_add (pair, value_text ("–"));
  value_add (single, value_text ("bò"));
  value_add (lists, single);
  value_add (lists, value_text ("trâu"));
  value_add (lists, pair);
  synonyms_add_lists (synonyms, lists);
  synonyms_add_lists (synonyms, NULL);
  g_autofree char *pig = found_in (synonyms, "lợn nái");
  g_assert_cmpstr (pig, ==, "0+1 ");
  g_autofree char *cow = found_in (synonyms, "bò");
  g_assert_cmpstr (cow, ==, "");

  g_autoptr (Words) words = words_new ();
  g_autoptr (SynonymFinder) finder = synonym_finder_new (synonyms, words);
  const Synonym *group = synonym_group (finder, 0, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (synonym_count (finder), ==, 2);
  g_assert_cmpstr (words_get (words, group[1].words[0])->fold, ==, "lon");
  g_assert_true (synonym_is_word (finder, group[1].words[0]));
  g_assert_false (synonym_is_word (finder, words_index (words, "nái", strlen ("nái"))));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/synonyms/lexicon", test_lexicon);
  g_test_add_func ("/synonyms/lists", test_lists);
  return g_test_run ();
}
