/* SPDX-License-Identifier: MIT */
#include "search/kept.h"

#include "../support.h"

static const Digest site = { "a site" }, other_site = { "another" };

static Digest
key_of (const char *text)
{
  return digest_of (text, strlen (text));
}

static Gathered
page_of (Gatherer *gatherer, const char *text)
{
  Gathered page = { .terms = gatherer_terms (gatherer), .size = { 3, 1 } };

  gatherer_add (gatherer, text, strlen (text), 0);
  gatherer_add (gatherer, text, strlen (text), IN_TITLE);
  page.hits = gatherer_end_page (gatherer);
  page.shown = gatherer_keep (gatherer, text, strlen (text));
  page.shown_length = (guint) strlen (text);
  return page;
}

/* Looks at those of the texts that are not kept, and keeps them all; returns how many it looked
 * at. */
static guint
look (const char *path, const Digest *key, const char *const *texts, char **terms)
{
  g_autoptr (Synonyms) none = synonyms_new ();
  g_autoptr (Gatherer) gatherer = gatherer_new (none);
  g_autoptr (Kept) kept = kept_read (path, key);
  Gathered pages[8];
  Digest keys[8];
  guint n = 0, looked = 0;

  for (; texts[n]; n++) {
    keys[n] = key_of (texts[n]);
    const Gathered *known = kept_find (kept, &keys[n]);
    pages[n] = known ? *known : page_of (gatherer, texts[n]);
    looked += known == NULL;
  }
  kept_write (kept, keys, pages, n);
  g_autoptr (Postings) postings = postings_new (pages, n, 1);
  g_autoptr (GString) all = g_string_new (NULL);
  for (guint i = 0; i < postings_n_terms (postings); i++) {
    Term term = postings_term (postings, i);
    if (term.n == 0) /* of a text that is no more */
      continue;
    g_string_append_printf (all, "%s %s %u:", term.first, term.second ? term.second : "",
                            term.codes[0]);
    for (guint j = 0; j < term.n; j++)
      g_string_append_printf (all, " %u", term.postings[j]);
    g_string_append_c (all, '\n');
  }
  for (guint i = 0; i < n; i++)
    g_string_append_printf (all, "%.*s %u\n", (int) pages[i].shown_length, pages[i].shown,
                            pages[i].size.n_words);
  if (terms)
    *terms = g_strdup (all->str);
  return looked;
}

/* A new file, since who writes over one waits for the disk. */
static void
write_anew (const char *folder, const char *path, const char *text, gsize length)
{
  remove (path);
  scratch_write (folder, "search", text, (gssize) length);
}

/* What is kept gives the same as what is looked at, whichever part it is in. */
static void
test_parts (void)
{
  char *folder = scratch_new ();
  g_autofree char *path = g_build_filename (folder, "search", NULL);
  const char *const first[] = { "đăng ký khai sinh", "cấp căn cước", "họp tổ dân phố", NULL };
  const char *const second[] = { "đăng ký khai sinh", "cấp lại căn cước", "họp tổ dân phố", NULL };
  g_autofree char *made = NULL, *kept = NULL, *edited = NULL, *anew = NULL;

  g_assert_cmpuint (look (path, &site, first, &made), ==, 3);
  g_assert_cmpuint (look (path, &site, first, &kept), ==, 0);
  g_assert_cmpstr (kept, ==, made);
  g_assert_cmpuint (look (path, &site, second, &edited), ==, 1);
  g_assert_cmpuint (look (NULL, &site, second, &anew), ==, 3);
  g_assert_cmpstr (edited, ==, anew);
  g_assert_cmpuint (look (path, &site, second, NULL), ==, 0);
  g_assert_cmpuint (look (path, &site, first, NULL), ==, 0); /* as it was before */
  g_assert_cmpuint (look (path, &other_site, first, NULL), ==, 3);
  g_assert_cmpuint (look (path, &site, first, NULL), ==, 3);
  scratch_remove (folder);
}

/* However a file ends, or whatever stands in it, the pages are the same. */
static void
test_damaged (void)
{
  char *folder = scratch_new ();
  g_autofree char *path = g_build_filename (folder, "search", NULL);
  const char *const texts[] = { "đăng ký khai sinh", "cấp căn cước", NULL };
  const char *const more[] = { "đăng ký khai sinh", "cấp căn cước", "họp", NULL };
  g_autofree char *text = NULL, *made = NULL;
  gsize length;

  look (path, &site, texts, NULL);
  look (path, &site, more, &made);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize i = 0; i < length; i++) {
    g_autofree char *cut = NULL, *changed = NULL, *damaged = g_memdup2 (text, length);
    write_anew (folder, path, text, i);
    g_assert_cmpuint (look (path, &site, more, &cut), >, 0);
    g_assert_cmpstr (cut, ==, made);
    g_assert_cmpuint (look (path, &site, more, NULL), ==, 0); /* and is whole again */
    damaged[i] ^= 0x55;
    write_anew (folder, path, damaged, length);
    look (path, &site, more, &changed);
    g_assert_cmpstr (changed, ==, made);
  }
  scratch_remove (folder);
}

/* A part that agrees with its fingerprint, and has a word with marks that there are none of. */
static void
test_codes (void)
{
  static const guint8 codes[] = { WORD_CODES, 255 };
  enum { DIGEST = 13 + sizeof (Digest) + 8, BODY = 13 + sizeof (Digest) + 40 };
  char *folder = scratch_new ();
  g_autofree char *path = g_build_filename (folder, "search", NULL);
  const char *const texts[] = { "đăng ký khai sinh", "cấp căn cước", NULL };
  g_autofree char *text = NULL, *made = NULL;
  gsize length;

  look (path, &site, texts, &made);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++) {
    g_autofree char *told = NULL;
    text[BODY] = (char) codes[i];
    Digest digest = digest_of (text + BODY, length - BODY);
    memcpy (text + DIGEST, &digest, sizeof digest);
    write_anew (folder, path, text, length);
    g_assert_cmpuint (look (path, &site, texts, &told), ==, 2);
    g_assert_cmpstr (told, ==, made);
  }
  scratch_remove (folder);
}

/* It begins anew rather than grow for ever. */
static void
test_growing (void)
{
  char *folder = scratch_new ();
  g_autofree char *path = g_build_filename (folder, "search", NULL);
  guint n_anew = 0;

  for (guint i = 0; i < 100; i++) {
    g_autofree char *edited = g_strdup_printf ("bản tin số %u", i);
    const char *const texts[] = { "đăng ký khai sinh", edited, NULL };
    n_anew += look (path, &site, texts, NULL) == 2;
  }
  g_assert_cmpuint (n_anew, >, 1);
  g_assert_cmpuint (n_anew, <, 10);
  scratch_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kept/parts", test_parts);
  g_test_add_func ("/kept/damaged", test_damaged);
  g_test_add_func ("/kept/codes", test_codes);
  g_test_add_func ("/kept/growing", test_growing);
  return g_test_run ();
}
