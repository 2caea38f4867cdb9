/* SPDX-License-Identifier: MIT */
#include "search/card.h"

#include "../site_support.h"

/* What ends a text, or a line to an old browser, is in none. */
static void
test_text (void)
{
  static const struct {
    const char *text, *written;
  } rows[] = {
    { "", "\"\"" },
    { "Hòa Lộc", "\"Hòa Lộc\"" },
    { "a\"b\\c", "\"a\\\"b\\\\c\"" },
    { "a\nb\tc", "\"a\\nb c\"" },
    { "a\xe2\x80\xa8"
      "b\xe2\x80\xa9"
      "c…",
      "\"a b c…\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    card_add_text (out, rows[i].text, strlen (rows[i].text));
    g_assert_cmpstr (out->str, ==, rows[i].written);
  }
}

static void
test_card (void)
{
  static const TestFile files[] = {
    { "content/tin/a.md",
      "---\nkind: page\ntitle: Một\ndate: 2026-03-01\nexpires: 2026-09-10\n---\n\nChữ.\n" },
    { NULL, NULL },
  };
  g_auto (TestSite) test = { 0 };
  g_autoptr (GString) text = g_string_new ("Chữ.");
  g_autoptr (GString) out = g_string_new (NULL);

  test_site_load (&test, files, 1, TEST_NOW, FALSE);
  g_autoptr (GArray) entries = entries_new (test.site);
  const Entry *entry = &g_array_index (entries, Entry, 1);
  g_assert_cmpuint (card_state (entry), ==, 1);
  card_write (test.site, entry, text->str, text->len, out);
  g_assert_true (g_str_has_prefix (out->str, "[\"tin/a.html\",\"Một\",\"Trang\",\""));
  g_assert_true (g_str_has_suffix (out->str, ",\"01/03/2026\",1,0,\"Chữ.\"]"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card/text", test_text);
  g_test_add_func ("/card/card", test_card);
  return g_test_run ();
}
