/* SPDX-License-Identifier: MIT */
#include "print/paint/words.h"

#include "../../support.h"

static Markup *
read_page (const char *xhtml)
{
  g_autoptr (Source) source = source_new ("a.html", xhtml, -1);
  g_autoptr (Report) report = report_new ();
  Markup *markup = markup_read (source, report);
  g_assert_nonnull (markup);
  return markup;
}

static void
test_elements (void)
{
  static const struct {
    const char *xhtml, *words;
  } rows[] = {
    { "<p>a</p>", "a" },
    { "<p>  a \n\t b  </p>", "a b" },
    { "<p>a<b> b</b><i> c </i></p>", "a b c" },
    { "<p>a<b/>b</p>", "ab" },
    { "<p> \n </p>", NULL },
    { "<p/>", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Markup) markup = read_page (rows[i].xhtml);
    g_autofree char *words = words_of (markup->root);
    g_assert_cmpstr (words, ==, rows[i].words);
  }
}

static void
test_figures (void)
{
  static const struct {
    const char *xhtml, *words;
  } rows[] = {
    { "<img alt='Bản đồ'/>", "Bản đồ" },
    { "<img alt=''/>", "" },
    { "<img/>", NULL },
    { "<img title='t' alt='a'/>", "a" },
    { "<img alt='a' aria-label='l'/>", "l" },
    { "<svg><title>Mã</title></svg>", "Mã" },
    { "<svg><g><title>x</title></g></svg>", NULL },
    { "<svg title='t'><title>x</title></svg>", "t" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Markup) markup = read_page (rows[i].xhtml);
    g_autofree char *words = words_of_figure (markup->root);
    g_test_message ("%s", rows[i].xhtml);
    g_assert_cmpstr (words, ==, rows[i].words);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/elements", test_elements);
  g_test_add_func ("/words/figures", test_figures);
  return g_test_run ();
}
