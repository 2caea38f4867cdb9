/* SPDX-License-Identifier: MIT */
#include "model/heading_ids.h"

#include <string.h>

/* One row is a page: its headings, and what they are called. */
static void
test_ids (void)
{
  static const struct {
    const char *headings[4], *ids[4];
  } rows[] = {
    { { "Các bước thực hiện" }, { "cac-buoc-thuc-hien" } },
    { { "Lưu ý", "Lưu ý", "Lưu ý" }, { "luu-y", "luu-y-2", "luu-y-3" } },
    { { "Bước", "Bước 2", "Bước" }, { "buoc", "buoc-2", "buoc-3" } },
    { { "Bước", "Bước", "Bước 2" }, { "buoc", "buoc-2", "buoc-2-2" } },
    { { "!?", "…" }, { "muc", "muc-2" } },
    { { "Nội dung", "Chuyên mục" }, { "noi-dung-2", "chuyen-muc-2" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GHashTable) ids = heading_ids_new ();
    for (guint k = 0; k < 4 && rows[i].headings[k]; k++) {
      g_autofree char *text = g_strconcat ("# ", rows[i].headings[k], NULL);
      cmark_node *root = cmark_parse_document (text, strlen (text), 0);
      g_assert_cmpstr (heading_ids_add (ids, cmark_node_first_child (root)), ==, rows[i].ids[k]);
      g_assert_true (heading_ids_has (ids, rows[i].ids[k]));
      cmark_node_free (root);
    }
    g_assert_true (heading_ids_has (ids, "noi-dung"));
    g_assert_false (heading_ids_has (ids, "khong-co"));
  }
}

static void
test_steps (void)
{
  g_autoptr (GHashTable) ids = heading_ids_new ();
  g_autofree char *first = heading_ids_add_step (ids, 3);
  g_autofree char *again = heading_ids_add_step (ids, 3);

  g_assert_cmpstr (first, ==, "buoc-3");
  g_assert_null (again);
  g_assert_true (heading_ids_has (ids, "buoc-3"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heading_ids/ids", test_ids);
  g_test_add_func ("/heading_ids/steps", test_steps);
  return g_test_run ();
}
