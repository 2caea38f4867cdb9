/* SPDX-License-Identifier: MIT */
#include "load/kits.h"

#include "../site_support.h"

static const char offices[] = "ubnd-phuong-ha-dong:\n  locality: '09556'\n  name_lines: [A]\n  "
                              "name: Ủy ban nhân dân phường Hà Đông\n  symbol: UBND\n"
                              "cong-an-phuong-ha-dong:\n  locality: '09556'\n  name_lines: [A]\n  "
                              "name: Công an phường Hà Đông\n  symbol: CAP\n"
                              "ubnd-cu:\n  locality: '09556'\n  name_lines: [A]\n  name: Cũ\n  "
                              "symbol: UBND\n  valid_to: 2025-12-31\n";

static const char communes[] =
  "code,name,kind,parent,valid_from\n09556,Hà Đông,phường,01,2025-07-01\n"
  "09562,Dương Nội,phường,01,2025-07-01\n22870,Ninh Phước,xã,56,2025-07-01\n";

/* The ids of who gets a kit, and what was reported. */
static char *
kits_for (const char *distribute, const char *date)
{
  g_autofree char *document =
    g_strdup_printf ("---\nkind: page\ntitle: T\ndistribute: %s\n%s---\n", distribute, date);
  const TestFile files[] = {
    { "content/offices.yaml", offices },
    { "content/localities.csv", communes },
    { "content/a/b.md", document },
  };
  g_auto (TestSite) test = { .folder = NULL };
  GString *out = g_string_new (NULL);

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  const Document *found = site_document (test.site, "content/a/b.md");
  for (guint i = 0; i < found->n_kits; i++)
    g_string_append_printf (out, "%s ", found->kits[i]->id);
  g_string_append (out, test.faults);
  return g_string_free (out, FALSE);
}

static void
test_entries (void)
{
  static const struct {
    const char *distribute, *kits;
  } rows[] = {
    { "ubnd-phuong-ha-dong", "ubnd-phuong-ha-dong " },
    { "[ubnd-phuong-ha-dong, '22870', ubnd-phuong-ha-dong]", "22870 ubnd-phuong-ha-dong " },
    { "'09556'", "ubnd-phuong-ha-dong " },
    { "[cong-an-phuong-ha-dong, '09556']", "cong-an-phuong-ha-dong ubnd-phuong-ha-dong " },
    { "'*-phuong-ha-dong'", "cong-an-phuong-ha-dong ubnd-phuong-ha-dong " },
    { "'095*'", "09562 ubnd-phuong-ha-dong " },
    { "'*'", "09562 22870 cong-an-phuong-ha-dong ubnd-phuong-ha-dong " },
    { "'01'", "09562 ubnd-phuong-ha-dong " },
    { "thành phố Hà Nội", "09562 ubnd-phuong-ha-dong " },
    { "ha noi", "09562 ubnd-phuong-ha-dong " },
    { "[tỉnh Khánh Hòa]", "22870 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s", rows[i].distribute);
    g_autofree char *kits = kits_for (rows[i].distribute, "");
    g_assert_cmpstr (kits, ==, rows[i].kits);
  }
}

static void
test_nobody (void)
{
  static const char *const entries[] = { "khong-co", "x*", "Cà Mau" };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    g_autofree char *kits = kits_for (entries[i], "");
    g_assert_nonnull (strstr (kits, "distributes to nobody"));
    g_assert_nonnull (strstr (kits, "content/a/b.md:4:13"));
  }
  /* Before the reform of 2025 there were none of these wards. */
  g_autofree char *before = kits_for ("'095*'", "date: 2024-01-01\n");
  g_assert_nonnull (strstr (before, "distributes to nobody"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kits/entries", test_entries);
  g_test_add_func ("/kits/nobody", test_nobody);
  return g_test_run ();
}
