/* SPDX-License-Identifier: MIT */
#include "search/postings.h"

#include "../support.h"

/* A page with a title and a text. */
static Gathered
page_of (Gatherer *gatherer, const char *title, const char *text)
{
  Gathered page = { .terms = gatherer_terms (gatherer) };

  page.size.n_title_words = gatherer_add (gatherer, title, strlen (title), IN_TITLE);
  page.size.n_words = gatherer_add (gatherer, text, strlen (text), 0);
  page.hits = gatherer_end_page (gatherer);
  return page;
}

/* “first second codes: pages@levels” of the term. */
static char *
term_text (const Postings *postings, guint index)
{
  Term term = postings_term (postings, index);
  GString *text = g_string_new (term.first);

  g_string_append_printf (text, "%s%s/%u,%u:", term.second ? " " : "",
                          term.second ? term.second : "", term.codes[0], term.codes[1]);
  for (guint i = 0; i < term.n; i++)
    g_string_append_printf (text, " %u", term.postings[i] / POSTING_LEVELS);
  return g_string_free (text, FALSE);
}

static char *
all_terms (const Postings *postings)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < postings_n_terms (postings); i++) {
    g_autofree char *text = term_text (postings, i);
    g_string_append_printf (all, "%s\n", text);
  }
  return g_string_free (all, FALSE);
}

/* Whichever thread met what first. */
static void
test_threads (void)
{
  g_autoptr (Synonyms) none = synonyms_new ();
  g_autoptr (Gatherer) one = gatherer_new (none);
  g_autoptr (Gatherer) two = gatherer_new (none);
  const Gathered apart[] = { page_of (one, "chợ", "a"), page_of (two, "cho a", "b"),
                             page_of (one, "b", "cho a") };
  const Gathered together[] = { page_of (two, "chợ", "a"), page_of (two, "cho a", "b"),
                                page_of (two, "b", "cho a") };
  g_autoptr (Postings) first = postings_new (apart, 3, 1);
  g_autoptr (Postings) second = postings_new (together, 3, 2);
  g_autofree char *first_terms = all_terms (first);
  g_autofree char *second_terms = all_terms (second);

  g_assert_cmpstr (first_terms, ==,
                   "a/0,0: 0 1 2\nb/0,0: 1 2\ncho/0,0: 1 2\ncho/17,0: 0\ncho a/0,0: 1 2\n");
  g_assert_cmpstr (second_terms, ==, first_terms);
}

static guint
level (const Postings *postings, const char *fold, guint page)
{
  for (guint i = 0; i < postings_n_terms (postings); i++) {
    Term term = postings_term (postings, i);
    for (guint j = 0; term.second == NULL && strcmp (term.first, fold) == 0 && j < term.n; j++)
      if (term.postings[j] / POSTING_LEVELS == page)
        return term.postings[j] % POSTING_LEVELS;
  }
  g_assert_not_reached ();
}

/* A title says more than a text, a short one more than a long one, often more than once, and a
 * short text more than a long one. */
static void
test_levels (void)
{
  g_autoptr (Synonyms) none = synonyms_new ();
  g_autoptr (Gatherer) gatherer = gatherer_new (none);
  const char *many = "x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x";
  g_autofree char *long_text = g_strconcat ("rác ", many, many, many, many, many, NULL);
  const Gathered pages[] = {
    page_of (gatherer, "rác", many),
    page_of (gatherer, "xử lý rác ở ấp không có xe vào", many),
    page_of (gatherer, "y", "rác rác rác x"),
    page_of (gatherer, "y", "rác x x x x x x x x x x x x"),
    page_of (gatherer, "y", long_text),
  };
  g_autoptr (Postings) postings = postings_new (pages, G_N_ELEMENTS (pages), 4);

  g_assert_cmpuint (level (postings, "rac", 0), >, level (postings, "rac", 2));
  g_assert_cmpuint (level (postings, "rac", 0), >=, level (postings, "rac", 1));
  g_assert_cmpuint (level (postings, "rac", 1), >, level (postings, "rac", 3));
  g_assert_cmpuint (level (postings, "rac", 2), >, level (postings, "rac", 3));
  g_assert_cmpuint (level (postings, "rac", 3), >, level (postings, "rac", 4));
}

static void
test_empty (void)
{
  g_autoptr (Postings) postings = postings_new (NULL, 0, 0);
  g_assert_cmpuint (postings_n_terms (postings), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/postings/threads", test_threads);
  g_test_add_func ("/postings/levels", test_levels);
  g_test_add_func ("/postings/empty", test_empty);
  return g_test_run ();
}
