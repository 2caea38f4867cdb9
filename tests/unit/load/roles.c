/* SPDX-License-Identifier: MIT */
/* What each line of a body is: a word for each block that has a role, in the order of reading. */
#include "load/roles.h"

#include "load/body.h"
#include "../support.h"

static const char *const names[] = {
  [BODY_PLAIN] = "-",         [BODY_TABLE] = "table",         [BODY_CHANNEL] = "channel",
  [BODY_STEPS] = "steps",     [BODY_TOLD_STEPS] = "told",     [BODY_FIGURE] = "figure",
  [BODY_WARNING] = "warning", [BODY_VARIANT] = "variant",     [BODY_AUTHORITY] = "authority",
  [BODY_BASIS] = "basis",     [BODY_ORDERING] = "ordering",   [BODY_PART] = "part",
  [BODY_CHAPTER] = "chapter", [BODY_APPENDIX] = "appendix",   [BODY_APPENDIX_TITLE] = "title",
  [BODY_TASK] = "task",       [BODY_BASE_LINE] = "base-line", [BODY_BLANK] = "blank",
  [BODY_ATTACHED] = "attached",
};

/* Of lists, quotations, tables and channels the word stands before those of what they hold. */
static void
put_roles (cmark_node *parent, GString *out)
{
  for (cmark_node *block = cmark_node_first_child (parent); block;
       block = cmark_node_next (block)) {
    cmark_node_type type = cmark_node_get_type (block);
    gboolean is_line = type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING;
    BodyRole role = body_role (block);
    if (is_line || role != BODY_PLAIN)
      g_string_append_printf (out, "%s%s", out->len ? " " : "", names[role]);
    if (role == BODY_PART || role == BODY_CHAPTER || role == BODY_APPENDIX)
      g_string_append_printf (out, "%u", body_detail (block));
    if (!is_line && role != BODY_TABLE)
      put_roles (block, out);
  }
}

typedef struct {
  const char *markdown, *roles;
} Row;

static void
check_as (const Row *rows, guint n, gboolean is_guide)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (Report) report = report_new ();
    g_autoptr (Source) source = source_new ("a.md", rows[i].markdown, -1);
    g_autoptr (Body) body = body_parse (source, 0, 1, is_guide, report);
    g_autoptr (GString) roles = g_string_new (NULL);
    put_roles (body_root (body), roles);
    g_test_message ("%s", rows[i].markdown);
    g_assert_cmpstr (roles->str, ==, rows[i].roles);
  }
}

static void
check (const Row *rows, guint n)
{
  check_as (rows, n, FALSE);
}

static void
test_bases (void)
{
  static const Row rows[] = {
    { "Căn cứ A;", "basis" },
    { "Căn cứ A.", "-" },
    { "Căn cứA;", "-" },
    { "**Căn cứ** A;", "basis" },
    { "Căn cứ A;\n\nCăn cứ B.\n\nCăn cứ C.", "basis basis -" },
    { "Căn cứ A;\n\nTheo đề nghị của B.\n\nC.", "basis basis -" },
    { "Căn cứ A;\n\nXét đề nghị của B, xã ban hành:", "basis basis" },
    { "Căn cứ A;\nXét Tờ trình B; ý kiến C.\nD", "basis basis" },
    { "Xét thấy A.", "-" },
    { "Căn cứ A;\n\nB\n\nCăn cứ C.", "basis - -" },
    { "A;\n\nCăn cứ B.", "- -" },
    /* What one channel leaves out is no border; a quotation or a list is. */
    { "Căn cứ A;\n\n```loa thay\nB\n```\n\nCăn cứ C.", "channel basis channel - -" },
    { "```print\nCăn cứ A;\n```\n\nCăn cứ B.", "channel basis basis" },
    { "Căn cứ A;\n\n> Căn cứ B.", "basis warning -" },
    { "Căn cứ A;\n\n- B\n\nCăn cứ C.", "basis - -" },
    { "Căn cứ A;\n\n- Căn cứ B.", "basis -" },
    { "Căn cứ A;\n\n| a |\n|---|\n\nCăn cứ C.", "basis table -" },
    { "> Căn cứ A;\n>\n> Căn cứ B.", "warning basis basis" },
    { "- a\n\n  Căn cứ A;\n\n  Căn cứ B.\n- Căn cứ C.", "- basis basis -" },
    /* Headings are no bases. */
    { "## Căn cứ A;\n\nCăn cứ B.", "- -" },
  };
  check (rows, G_N_ELEMENTS (rows));
}

/* Dots to write on; three are an ellipsis, and a link is none. */
static void
test_blanks (void)
{
  static const Row rows[] = {
    { "Chức vụ: ........", "blank" },
    { "Chức vụ: …………", "blank" },
    { "Chức vụ: ……", "blank" },
    { "Chức vụ: .....\nHọ tên: .....\nA", "blank blank -" },
    { "**Về việc:** ....................", "blank" },
    { "Và …", "-" },
    { "Và ...", "-" },
    { "Và ....", "-" },
    { "**Và ......**", "-" },
    { "A..... b", "-" },
  };
  check (rows, G_N_ELEMENTS (rows));
}

/* Whatever comes before the order is what it rests on (annex III, models 1.1 and 1.2). */
static void
test_orders (void)
{
  static const Row rows[] = {
    { "GIÁM ĐỐC SỞ Y TẾ\n\nCăn cứ A.\n\nThực hiện B;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. C",
      "authority basis basis ordering -" },
    { "**ỦY BAN NHÂN DÂN**\n\nCăn cứ A;\n\n**QUYẾT NGHỊ:**", "authority basis ordering" },
    { "## HỘI ĐỒNG NHÂN DÂN\n\nAb\n\n## QUYẾT NGHỊ :", "authority basis ordering" },
    { "Ab\n\nQUYẾT ĐỊNH", "- -" },
    { "Ab\n\nQUYẾT ĐỊNH: B", "- -" },
    { "Ab\n\nQuyết định:", "- -" },
    { "Ab\n\n> QUYẾT ĐỊNH:", "- warning -" },
    { "QUYẾT ĐỊNH:\n\nAb\n\nQUYẾT ĐỊNH:", "ordering basis ordering" },
    { "Ab\n\nQUYẾT ĐỊNH:\n\nB\n\n## Phụ lục\n\nCd\n\nQUYẾT ĐỊNH:",
      "basis ordering - appendix0 basis ordering" },
    { "```print\nAb\n```\n\n![b](b.png)\n\n- c\n\n## De\n\n2026\n\nQUYẾT ĐỊNH:",
      "channel basis figure - - basis ordering" },
  };
  check (rows, G_N_ELEMENTS (rows));
}

static void
test_divisions (void)
{
  static const Row rows[] = {
    { "## Chương I\n\n## QUY ĐỊNH CHUNG\n\n### Điều 1", "chapter0 chapter1 -" },
    { "## Chương I\n\n## Chương II\n\n## A", "chapter0 chapter0 chapter1" },
    { "## Phần thứ nhất\n\n## A\n\n## Chương I\n\nb\n\n## C", "part0 part1 chapter0 - -" },
    { "## **Chương I**\n\n### A", "chapter0 chapter1" },
    { "## Chương I\n\n```web\na\n```\n\n## B", "chapter0 channel - -" },
    { "## Chương I\n\n```web\n## A\n```", "chapter0 channel -" },
    { "> ## Chương I\n>\n> ## A", "warning - -" },
    { "Chương I\n\n## A", "chapter0 chapter1" },
    { "CHƯƠNG I\n\nQUY ĐỊNH CHUNG\n\nA", "chapter0 chapter1 -" },
    { "CHƯƠNG I\n\nQuy định chung", "chapter0 -" },
    { "Chương II.\n\nAb", "chapter0 -" },
    { "Chương II quy định về A.", "-" },
    { "Chương trình làm việc", "-" },
    { "## Chương trình làm việc", "-" },
    { "## Phần mềm", "-" },
    { "## PHẦN I\n\n## A", "part0 part1" },
    { "PHẦN THỨ NHẤT\n\nSỰ CẦN THIẾT", "part0 part1" },
    { "## Mục 1\n\n## A", "chapter0 chapter1" },
    { "## Mục đích", "-" },
    { "- Chương I", "-" },
    { "## Chươngtrình", "-" },
  };
  check (rows, G_N_ELEMENTS (rows));
}

static void
test_appendices (void)
{
  static const Row rows[] = {
    { "## Phụ lục\n\nA", "appendix0 -" },
    { "## PHỤ LỤC I: DANH MỤC\n\n### A", "appendix13 -" },
    { "## phụ lục. A", "appendix11" },
    { "## Mẫu số 01: A\n\nB", "appendix13 -" },
    { "## BIỂU SỐ 2\n\n## A\n\n## Biểu mẫu số 3", "appendix0 title appendix0" },
    { "## Mẫu số đơn\n\nA", "- -" },
    { "## Phụ lục I:\n\n### A\n\n### B", "appendix13 title -" },
    { "## Phụ lục\n\n### A\n\n(Kèm theo B)\n\n(Kèm theo C)", "appendix0 title base-line -" },
    { "## Phụ lục: A\n\n*(Kèm theo B)*", "appendix11 base-line" },
    { "## Phụ lục\n\nA\n\n(Kèm theo B)", "appendix0 - -" },
    /* A text issued with a decision: its line “(Ban hành kèm theo …)” says so. */
    { "A\n\n## QUY CHẾ\n\n## B\n\n(Ban hành kèm theo C)\n\n## Chương I\n\n## D",
      "- attached title base-line chapter0 chapter1" },
    { "## QUY ĐỊNH\n\n(Kèm theo C)", "attached base-line" },
    { "## QUY CHẾ\n\n## B\n\nC", "- - -" },
    { "## Quy chế\n\n(Kèm theo C)", "- -" },
    { "## THÔNG TIN\n\n(Kèm theo C)", "- -" },
    { "> ## QUY CHẾ\n>\n> (Kèm theo C)", "warning - -" },
    { "## Phụ lục I\n\n## Phụ lục II", "appendix0 appendix0" },
    { "> ## Phụ lục\n>\n> ### A", "warning - -" },
    { "Phụ lục", "-" },
    { "## A phụ lục", "-" },
  };
  check (rows, G_N_ELEMENTS (rows));
}

static void
test_variants_and_warnings (void)
{
  static const Row rows[] = {
    { "## Cách 1\n\n### Mức 2: *A*", "variant variant" },
    { "## Cách làm\n\n## Mức hai\n\nCách 1", "- - -" },
    { "> ## Cách 1", "warning -" },
    { "A\n\n> B\n\n> C\n\n## D", "- warning - - -" },
    { "## A\n\n> B", "- -" },
  };
  check (rows, G_N_ELEMENTS (rows));
}

static void
test_steps (void)
{
  static const Row rows[] = {
    { "Ba bước:\n\n1. a\n2. b", "- told - -" },
    { "## Bước đi\n\n1. a", "- told -" },
    { "Ba bước:\n\n- a", "- -" },
    { "Ba bước:\n\nRồi:\n\n1. a", "- - -" },
    { "1. a", "-" },
    /* What is put before a step is a word of it. */
    { "Ba bước:\n\n1. a\n   1. b\n2. c\n\n   d\n\n   1. e", "- told - told - - - -" },
    { "Ba bước:\n\n1. a\n\n   ```web\n   b\n   ```\n\n   1. c", "- told - channel - told -" },
    { "Ba bước:\n\n1. a\n2.\n\nb\n\n1. c", "- told - - -" },
    { "- bước\n\n1. a", "- told -" },
    { "| bước |\n|---|\n\n1. a", "table told -" },
    { "Bước:\n\n![a](a.png)\n\n1. a", "- figure -" },
    { "Bước:\n\n    a\n\n1. a", "- -" },
    { "Bước:\n\n```web\na\n```\n\n1. a", "- channel - told -" },
    { "Rồi:\n\n```web\nbước\n```\n\n1. a", "- channel - -" },
    { "Rồi:\n\n```loa\nbước\n```\n\n1. a", "- channel - told -" },
  };
  static const Row guides[] = {
    { "1. a\n2. b", "steps - -" },
    { "1. a\n   1. b", "steps - told -" },
    { "1. a\n\n   b\n\n   1. c", "steps - - -" },
    { "1. ```web\n   a\n   ```\n\n   b\n\n   1. c", "steps channel - - told -" },
    { "Bước:\n\n1. a", "- steps -" },
  };
  check (rows, G_N_ELEMENTS (rows));
  check_as (guides, G_N_ELEMENTS (guides), TRUE);
}

static void
test_articles (void)
{
  g_assert_cmpuint (roles_article_length ("Điều 12. Hiệu lực"), ==, strlen ("Điều 12."));
  g_assert_cmpuint (roles_article_length ("ĐIỀU 1:"), ==, strlen ("ĐIỀU 1:"));
  g_assert_cmpuint (roles_article_length ("Điều 12 của Luật"), ==, 0);
  g_assert_cmpuint (roles_article_length ("Điều . "), ==, 0);
  g_assert_cmpuint (roles_article_length ("điều 1."), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roles/bases", test_bases);
  g_test_add_func ("/roles/orders", test_orders);
  g_test_add_func ("/roles/blanks", test_blanks);
  g_test_add_func ("/roles/divisions", test_divisions);
  g_test_add_func ("/roles/appendices", test_appendices);
  g_test_add_func ("/roles/variants-and-warnings", test_variants_and_warnings);
  g_test_add_func ("/roles/steps", test_steps);
  g_test_add_func ("/roles/articles", test_articles);
  return g_test_run ();
}
