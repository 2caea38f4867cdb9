/* SPDX-License-Identifier: MIT */
#include "render/quantities.h"

#include "../product_support.h"
#include "../site_support.h"

/* A row for each office that says how many, sums below, and nothing of another province. */
static void
test_rows (void)
{
  static const TestFile files[] = {
    { "content/localities.csv",
      "code,name,kind,parent,tờ rơi\n00004,Ba Đình,phường,01,500\n00008,Ngọc Hà,phường,01,\n"
      "00009,Ô Chợ,phường,01,250\n22870,Ninh Phước,xã,56,70\n" },
    { "content/a/tin.md",
      "---\nkind: guide\ntitle: T \"x\"\noutputs: [leaflet, poster]\ndistribute: '*'\n---\n" },
  };
  g_auto (TestSite) test = { .folder = NULL };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_assert_cmpstr (test.faults, ==, "");
  g_autoptr (Plan) plan = plan_new (test.site, "assets/x.css", TRUE);
  const Output *order = NULL;
  guint n_orders = 0;
  for (guint i = 0; i < plan->outputs->len; i++) {
    const Output *output = &g_array_index (plan->outputs, Output, i);
    if (output->product != product_of (PRODUCT_OF_ORDER))
      continue;
    n_orders++;
    if (g_str_equal (output->path, "nha-in/01/so-luong.csv"))
      order = output;
  }
  g_assert_cmpuint (n_orders, ==, 2);
  g_assert_nonnull (order);
  g_autoptr (GString) text = g_string_new (NULL);
  quantities_write (plan, test.site, order->province, text);
  g_auto (GStrv) lines = g_strsplit (text->str, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_true (g_str_has_suffix (lines[0], "cơ quan,mã,tài liệu,tờ,tệp,số bản"));
  g_assert_cmpstr (lines[1], ==,
                   "\"Ủy ban nhân dân phường Ba Đình\",\"00004\",\"T \"\"x\"\"\",\"Tờ rơi A5, in hai "
                   "mặt\",\"co-quan/00004/tin/to-roi.pdf\",\"500\"");
  g_assert_cmpstr (lines[3], ==,
                   "\"Cộng\",\"01\",\"T \"\"x\"\"\",\"Tờ rơi A5, in hai "
                   "mặt\",\"nha-in/01/tin/to-roi.pdf\",\"750\"");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quantities/rows", test_rows);
  return g_test_run ();
}
