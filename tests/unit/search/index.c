/* SPDX-License-Identifier: MIT */
/* What browsers make of the index is held by tests/search/test-search; here is that it is the same
 * whoever makes it, and that its files are what they should be. */
#include "search/search.h"

#include "../site_support.h"

static gint n_read; /* atomic */

static const Source *
read_source (const Document *document, G_GNUC_UNUSED Source **reread, G_GNUC_UNUSED gpointer data,
             G_GNUC_UNUSED Report *report)
{
  g_atomic_int_inc (&n_read);
  return document->source;
}

static SearchWords
no_words (G_GNUC_UNUSED gpointer data)
{
  return (SearchWords){ NULL, NULL };
}

static SearchIndex *
index_by (const TestSite *test, guint n_threads, const char *kept)
{
  const SearchSource source = { read_source, no_words, NULL, kept, "" };
  return search_index_new (test->site, &source, n_threads);
}

static SearchIndex *
index_of (const TestSite *test, guint n_threads)
{
  return index_by (test, n_threads, NULL);
}

/* The last one has `last` for its body. */
static void
load_edited (TestSite *test, guint n, const char *body, const char *last)
{
  g_autofree TestFile *files = g_new0 (TestFile, n + 1);

  for (guint i = 0; i < n; i++) {
    files[i].name = g_strdup_printf ("content/tin/t%03u.md", i);
    files[i].text = g_strdup_printf (
      "---\nkind: page\ntitle: Tin số %u\ndate: 2026-%02u-%02u\n---\n\nViệc %u. %s\n", i, i % 9 + 1,
      i % 28 + 1, i, i + 1 == n ? last : body);
  }
  test_site_load (test, files, n, TEST_NOW, FALSE);
  for (guint i = 0; i < n; i++) {
    g_free ((char *) files[i].name);
    g_free ((char *) files[i].text);
  }
}

static void
load_many (TestSite *test, guint n, const char *body)
{
  load_edited (test, n, body, body);
}

static char *
file_text (const TestSite *test, SearchIndex *index, const char *path)
{
  for (guint i = 0; i < search_index_n_files (index); i++)
    if (strcmp (search_index_path (index, i), path) == 0) {
      GString *out = g_string_new (NULL);
      g_assert_true (search_index_write (index, i, out, test->report));
      return g_string_free (out, FALSE);
    }
  return NULL;
}

static void
test_threads (void)
{
  g_auto (TestSite) test = { 0 };

  load_many (&test, 300, "Đăng ký khai sinh, heo và lợn.");
  g_autoptr (SearchIndex) one = index_of (&test, 1);
  g_autoptr (SearchIndex) four = index_of (&test, 4);
  g_assert_cmpuint (search_index_n_files (one), ==, search_index_n_files (four));
  for (guint i = 0; i < search_index_n_files (one); i++) {
    Digest first = search_index_key (one, i), second = search_index_key (four, i);
    g_autofree char *text = file_text (&test, one, search_index_path (one, i));
    g_autofree char *other = file_text (&test, four, search_index_path (four, i));
    g_assert_cmpstr (text, ==, other);
    g_assert_true (digest_equal (&first, &second));
  }
  g_assert_null (search_index_paths (one)[search_index_n_files (one)]);
}

/* An edit costs a look at one text, and gives what looking at all of them does. */
static void
test_kept (void)
{
  char *folder = scratch_new ();
  g_autofree char *kept = g_build_filename (folder, "search", NULL);

  for (guint round = 0; round < 4; round++) {
    g_auto (TestSite) test = { 0 };
    load_edited (&test, 300, "Đăng ký khai sinh.", round < 2 ? "Họp." : "Họp tổ dân phố.");
    g_autoptr (SearchIndex) known = index_by (&test, 2, kept);
    g_autoptr (SearchIndex) anew = index_of (&test, 1);
    g_atomic_int_set (&n_read, 0);
    for (guint i = 0; i < search_index_n_files (known); i++) {
      g_autofree char *text = file_text (&test, known, search_index_path (known, i));
      g_assert_cmpuint (g_atomic_int_get (&n_read), ==, round == 0 ? 300 : round == 2 ? 1 : 0);
      gint before = g_atomic_int_get (&n_read);
      g_autofree char *other = file_text (&test, anew, search_index_path (anew, i));
      g_assert_cmpstr (text, ==, other);
      g_atomic_int_set (&n_read, before);
    }
  }
  scratch_remove (folder);
}

static void
test_root (void)
{
  g_auto (TestSite) test = { 0 };

  load_many (&test, 3, "x");
  g_autoptr (SearchIndex) index = index_of (&test, 1);
  g_autofree char *root = file_text (&test, index, "tim/goc.js");
  g_assert_true (g_str_has_prefix (root, "loaTim(\"goc\",{v:\""));
  /* two of the pages are no more than 30 days older than the newest; an office stands between */
  g_assert_nonnull (strstr (root, "n:4,g:2,cap:250,over:4,ages:["));
}

/* A long text is abridged; quotes and ends of lines do no harm. */
static void
test_texts (void)
{
  g_auto (TestSite) test = { 0 };
  g_autofree char *body = g_strnfill (3000, 'a');

  for (guint i = 10; i < 3000; i += 10)
    body[i] = ' ';
  g_autofree char *text = g_strconcat ("“\"\\\\\"” ", body, "\n\ncuối", NULL);
  load_many (&test, 1, text);
  g_autoptr (SearchIndex) index = index_of (&test, 1);
  g_autofree char *card = file_text (&test, index, "tim/v0.js");
  g_assert_nonnull (strstr (card, "\\\"\\\\\\\"”"));
  g_assert_nonnull (strstr (card, "… cuối\\n\"],[\"co-quan"));
  g_assert_cmpuint (strlen (card), <, 1000);
}

static void
test_empty (void)
{
  g_auto (TestSite) test = { 0 };

  load_many (&test, 0, "");
  g_autoptr (SearchIndex) index = index_of (&test, 2);
  g_autofree char *root = file_text (&test, index, "tim/goc.js");
  g_assert_nonnull (strstr (root, "n:1,"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index/threads", test_threads);
  g_test_add_func ("/index/kept", test_kept);
  g_test_add_func ("/index/root", test_root);
  g_test_add_func ("/index/texts", test_texts);
  g_test_add_func ("/index/empty", test_empty);
  return g_test_run ();
}
