/* SPDX-License-Identifier: MIT */
#include "load/end_mark.h"

#include "tree_support.h"

/* A letter ends in “./.”, whatever its last block is. */
static void
test_end_mark (void)
{
  static const Row rows[] = {
    { "Một.\n", "(p('Một./.'))" },
    { "Một\n", "(p('Một./.'))" },
    { "Một./.\n", "(p('Một./.'))" },
    { "Một.\n\n## Phụ lục I: A\n\nHai\n\n## Phụ lục II\n\n- Ba;\n",
      "(p('Một./.') h('Phụ lục I: A') p('Hai./.') h('Phụ lục II') list(item(p('Ba;./.'))))" },
    { "Một.\n\n---\n\n## PHỤ LỤC\n\n| A |\n|---|\n| B |\n\n***\n",
      "(p('Một./.') h('PHỤ LỤC') table(row(cell('A')) row(cell('B'))))" },
    { "**Một./.**\n", "(p(b('Một./.')))" },
    { "Một **hai.**\n", "(p('Một ' b('hai.') '/.'))" },
    { "Một **hai**\n", "(p('Một ' b('hai') './.'))" },
    { "Một [hai](https://a.gov.vn).\n", "(p('Một ' a<https://a.gov.vn>('hai') './.'))" },
    { "Một [hai](https://a.gov.vn)\n", "(p('Một ' a<https://a.gov.vn>('hai') './.'))" },
    { "Một `hai`\n", "(p('Một ' code'hai' './.'))" },
    { "Chọn **A → B**\n", "(p('Chọn ' menu(label('A') label('B')) './.'))" },
    { "- Một;\n- hai.\n", "(list(item(p('Một;')) item(p('hai./.'))))" },
    { "1. Một\n   - hai\n", "(list(item(p('Một') list(item(p('hai./.'))))))" },
    { "> Một.\n", "(quote(p('Một./.')))" },
    { "a | b\n--|--\nc | 5\n",
      "(table(row(cell('a') cell('b')) row(cell('c') cell('5'))) p('./.'))" },
    { "Một.\n\n![hai](e.png)\n", "(p('Một.') figure(img<../a/e.png>('hai')) p('./.'))" },
    { "Một.\n\n---\n\n<!-- lời -->\n", "(p('Một./.') hr htmlblock'<!-- lời -->$')" },
    { "Một.\n\n```loa thay\nNghe.\n```\n", "(channel3(p('Một./.')) channel4(p('Nghe.')))" },
    { "Một.\n\n```web\nHai.\n```\n", "(p('Một./.') channel1(p('Hai.')))" },
    { "", "()" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strconcat (LETTER, rows[i].text, NULL);
    TestFile files[] = { { "content/a/a.md", text }, { "content/a/e.png", "x" } };
    g_auto (TestSite) test = { 0 };
    g_autofree char *faults = NULL;
    test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
    g_test_message ("%s", rows[i].text);
    g_autofree char *tree = tree_in_site (&test, "content/a/a.md", &faults);
    g_assert_cmpstr (faults, ==, "");
    g_assert_cmpstr (tree, ==, rows[i].tree);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/end_mark/end-mark", test_end_mark);
  return g_test_run ();
}
