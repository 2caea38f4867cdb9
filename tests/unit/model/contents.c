/* SPDX-License-Identifier: MIT */
#include "model/contents.h"

#include "load/body.h"

#include "../support.h"

/* The level of each line of the contents and its words, one after the other. */
static void
list (cmark_node *parent, GString *out)
{
  for (cmark_node *block = cmark_node_first_child (parent); block;
       block = cmark_node_next (block)) {
    if (cmark_node_get_type (block) >= CMARK_NODE_FIRST_INLINE)
      return;
    guint level = contents_level (block);
    if (level > 0) {
      g_autofree char *text = contents_text (block);
      g_string_append_printf (out, "%s%u %s", out->len > 0 ? " | " : "", level, text);
    }
    list (block, out);
  }
}

static void
test_listed (void)
{
  static const struct {
    const char *text, *listed;
  } rows[] = {
    { "Câu.\n", "" },
    { "## I. MỤC ĐÍCH\n\n### 1. Một\n\n#### a) Ba\n\n##### Sâu quá\n",
      "1 I. MỤC ĐÍCH | 2 1. Một | 3 a) Ba" },
    { "## Chương I\n\n## QUY ĐỊNH CHUNG\n\n**Điều 1. Phạm vi**\n\nA.\n\n**Điều 2.** Không tên.\n",
      "1 Chương I. QUY ĐỊNH CHUNG | 2 Điều 1. Phạm vi" },
    { "## Phần thứ nhất\n\n## CHUNG\n\n## Mục 1\n\n## HAI\n", "1 Phần thứ nhất. CHUNG | 2 Mục 1. HAI" },
    { "I. MỤC ĐÍCH, YÊU CẦU\n\n1. **Mục đích**\n\nA.\n\n2. **Yêu cầu**\n\nB.\n",
      "1 I. MỤC ĐÍCH, YÊU CẦU | 2 1. Mục đích | 2 2. Yêu cầu" },
    { "I. Không phải tên mục\n\n1. Câu thường.\n\n- **Gạch**\n", "" },
    { "## Phụ lục I: Danh mục\n\nA.\n", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    g_autoptr (Source) source = source_new ("a.md", rows[i].text, -1);
    g_autoptr (Body) body = body_parse (source, 0, 1, FALSE, report);
    g_autoptr (GString) listed = g_string_new (NULL);
    list (body_root (body), listed);
    g_assert_cmpstr (listed->str, ==, rows[i].listed);
    g_assert_cmpint (contents_has_any (body_root (body)), ==, *rows[i].listed != '\0');
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contents/listed", test_listed);
  return g_test_run ();
}
