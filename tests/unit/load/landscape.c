/* SPDX-License-Identifier: MIT */
#include "load/body.h"

#include "../support.h"

static void
show (cmark_node *parent, GString *out)
{
  for (cmark_node *node = cmark_node_first_child (parent); node; node = cmark_node_next (node)) {
    if (body_is_landscape (node))
      g_string_append (out, body_role (node) == BODY_TABLE      ? "table "
                            : body_role (node) == BODY_APPENDIX ? "appendix "
                                                                : "? ");
    if (cmark_node_get_type (node) == CMARK_NODE_HTML_BLOCK)
      g_string_append (out, "comment ");
    show (node, out);
  }
}

#define TABLE     "a | b\n--|--\nc | d\n"
#define NOTHING   ": warning: there is no table or appendix to lay on its side here\n"
#define NOT_KNOWN ": warning: this size of paper is not known\n"

static void
test_marks (void)
{
  static const struct {
    const char *text, *marked, *faults;
  } rows[] = {
    { "<!-- khổ ngang -->\n" TABLE, "table ", "" },
    { "<!-- KHỔ NGANG -->\n\n" TABLE, "table ", "" },
    { "<!--landscape-->\n" TABLE "\n\n" TABLE, "table ", "" },
    { "- x\n\n  <!-- khổ ngang -->\n\n  a | b\n  --|--\n", "table ", "" },
    { "## Phụ lục I\n\n<!-- khổ ngang -->\n\n## Danh mục\n\n" TABLE, "appendix ", "" },
    { "## Phụ lục I\n\n## Danh mục\n\n<!-- khổ ngang -->\n\n" TABLE, "appendix ", "" },
    { "<!-- khổ ngang -->\n\n## Phụ lục\n\nx\n", "appendix ", "" },
    { "## Bảng\n\n<!-- khổ ngang -->\n\n" TABLE, "table ", "" },
    { "x\n\n<!-- khổ ngang -->\n\ny\n", "", "a.md:3" NOTHING },
    { "<!-- khổ ngang -->\n", "", "a.md:1" NOTHING },
    { "x\n\n<!-- khổ ngan -->\n" TABLE, "", "a.md:3" NOT_KNOWN },
    /* Any other comment is one. */
    { "<!-- không -->\n\n" TABLE, "comment ", "" },
    { "<!-- khổ ngang\n-->\n\n" TABLE, "comment ", "" },
    { "<!-->\n\nx\n", "comment ", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    g_autoptr (Source) source = source_new ("a.md", rows[i].text, -1);
    g_autoptr (Body) body = body_parse (source, 0, 1, FALSE, report);
    g_autoptr (GString) marked = g_string_new (NULL);
    g_test_message ("%s", rows[i].text);
    show (body_root (body), marked);
    g_assert_cmpstr (marked->str, ==, rows[i].marked);
    g_autofree char *faults = report_faults (report);
    if (rows[i].faults)
      g_assert_cmpstr (faults, ==, rows[i].faults);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/landscape/marks", test_marks);
  return g_test_run ();
}
