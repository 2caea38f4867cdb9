/* SPDX-License-Identifier: MIT */
#include "search/entry.h"

#include "../site_support.h"

static const TestFile files[] = {
  { "content/tin/a.md", "---\nkind: page\ntitle: Một\ndate: 2026-03-01\n---\n\nChữ.\n" },
  { "content/tin/b.md",
    "---\nkind: page\ntitle: Hai\ndate: 2026-09-01\nsummary: Tóm\n---\n\n## Đầu\n\nchữ\n" },
  { "content/tin/c.md", "---\nkind: page\ntitle: Ba\nexpires: 2026-09-10\n---\n\nc\n" },
  { "content/tin/d.md", "---\nkind: page\ntitle: Bốn\n---\n\nd\n" },
  { NULL, NULL },
};

/* Those that hold before the others, the newest first; without a date in the middle. */
static void
test_order (void)
{
  g_auto (TestSite) test = { 0 };
  g_autoptr (GString) order = g_string_new (NULL);

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_assert_cmpstr (test.faults, ==, "");
  g_autoptr (GArray) entries = entries_new (test.site);
  for (guint i = 0; i < entries->len; i++) {
    const Entry *entry = &g_array_index (entries, Entry, i);
    g_autofree char *href = entry_href (entry);
    g_string_append_printf (order, "%s%s ", href, entry->is_over ? "!" : "");
  }
  g_assert_cmpstr (order->str, ==, "tin/b.html tin/a.html tin/d.html co-quan/01.html tin/c.html! ");
}

static void
test_words (void)
{
  g_auto (TestSite) test = { 0 };
  g_autoptr (Synonyms) none = synonyms_new ();
  g_autoptr (Gatherer) gatherer = gatherer_new (none);
  g_autoptr (GString) plain = g_string_new (NULL);

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_autoptr (GArray) entries = entries_new (test.site);
  const Entry *entry = &g_array_index (entries, Entry, 0);
  EntrySize size = entry_gather (test.site, entry, entry->document->source, gatherer, plain);
  g_assert_cmpstr (plain->str, ==, "Đầu\nchữ\n");
  g_assert_cmpuint (size.n_words, ==, 2);
  g_assert_cmpuint (size.n_title_words, ==, 1);
  g_assert_cmpstr (entry_title (entry), ==, "Hai");
  g_autofree char *summary = entry_summary (test.site, entry);
  g_assert_cmpstr (summary, ==, "Tóm");
}

/* An office is found by the names of the units it took over. */
static void
test_office (void)
{
  static const TestFile merged[] = {
    { "content/localities.csv", "code,name,kind,parent,valid_from,valid_to,successor\n"
                                "90001,Mới,xã,01,2025-07-01,,\n"
                                "90002,Cũ,xã,01,,2025-06-30,90001\n" },
    { "content/offices.yaml",
      "ubnd-moi:\n  locality: \"90001\"\n  name_lines: [UBND XÃ MỚI]\n  name: UBND xã Mới\n"
      "  phone: \"0240 000 000\"\n" },
    { NULL, NULL },
  };
  g_auto (TestSite) test = { 0 };
  gboolean is_found = FALSE;

  test_site_load (&test, merged, G_N_ELEMENTS (merged), TEST_NOW, FALSE);
  g_assert_cmpstr (test.faults, ==, "");
  g_autoptr (GArray) entries = entries_new (test.site);
  for (guint i = 0; i < entries->len; i++) {
    const Entry *entry = &g_array_index (entries, Entry, i);
    if (strcmp (entry->office->id, "ubnd-moi") != 0)
      continue;
    g_autofree char *summary = entry_summary (test.site, entry);
    g_autofree char *label = entry_label (test.site, entry);
    is_found = TRUE;
    g_assert_nonnull (strstr (summary, "xã Cũ"));
    g_assert_nonnull (strstr (summary, "0240 000 000"));
    g_assert_cmpstr (label, ==, "Cơ quan");
  }
  g_assert_true (is_found);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entry/order", test_order);
  g_test_add_func ("/entry/words", test_words);
  g_test_add_func ("/entry/office", test_office);
  return g_test_run ();
}
