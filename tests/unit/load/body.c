/* SPDX-License-Identifier: MIT */
/* Bodies, as the tree they become: one word for each node, its children in brackets. */
#include "load/body.h"

#include "../site_support.h"

static void put_children (cmark_node *node, GString *out);

/* What a node is made into; what lines are by their words is in roles.c. */
static const char *const roles[] = {
  [BODY_TABLE] = "table",     [BODY_ROW] = "row",     [BODY_CELL] = "cell",
  [BODY_CHANNEL] = "channel", [BODY_STEPS] = "steps", [BODY_TASK] = "task",
  [BODY_FIGURE] = "figure",   [BODY_MENU] = "menu",   [BODY_LABEL] = "label",
  [BODY_TOLD_STEPS] = "told",
};

static const char *const types[] = {
  [CMARK_NODE_DOCUMENT] = "doc",
  [CMARK_NODE_BLOCK_QUOTE] = "quote",
  [CMARK_NODE_LIST] = "list",
  [CMARK_NODE_ITEM] = "item",
  [CMARK_NODE_CODE_BLOCK] = "pre",
  [CMARK_NODE_HTML_BLOCK] = "htmlblock",
  [CMARK_NODE_PARAGRAPH] = "p",
  [CMARK_NODE_HEADING] = "h",
  [CMARK_NODE_THEMATIC_BREAK] = "hr",
  [CMARK_NODE_TEXT] = "",
  [CMARK_NODE_SOFTBREAK] = "/",
  [CMARK_NODE_LINEBREAK] = "br",
  [CMARK_NODE_CODE] = "code",
  [CMARK_NODE_HTML_INLINE] = "html",
  [CMARK_NODE_EMPH] = "em",
  [CMARK_NODE_STRONG] = "b",
  [CMARK_NODE_LINK] = "a",
  [CMARK_NODE_IMAGE] = "img",
};

static void
put_node (cmark_node *node, GString *out)
{
  static const char *const aligns[] = { "", "<", "=", ">" };
  BodyRole role = body_role (node);
  const char *literal = cmark_node_get_literal (node);

  gboolean is_named = role < G_N_ELEMENTS (roles) && roles[role];
  g_string_append (out, is_named ? roles[role] : types[cmark_node_get_type (node)]);
  if (role == BODY_CELL)
    g_string_append (out, aligns[body_detail (node)]);
  if (role == BODY_CHANNEL || role == BODY_TASK)
    g_string_append_printf (out, "%u", body_detail (node));
  if (cmark_node_get_type (node) == CMARK_NODE_LINK
      || cmark_node_get_type (node) == CMARK_NODE_IMAGE)
    g_string_append_printf (out, "<%s>", cmark_node_get_url (node));
  if (literal) {
    g_autofree char *shown = g_strdelimit (g_strdup (literal), "\n", '$');
    g_string_append_printf (out, "'%s'", shown);
  }
  if (cmark_node_first_child (node))
    put_children (node, out);
}

static void
put_children (cmark_node *node, GString *out)
{
  g_string_append_c (out, '(');
  for (cmark_node *child = cmark_node_first_child (node); child; child = cmark_node_next (child)) {
    put_node (child, out);
    if (cmark_node_next (child))
      g_string_append_c (out, ' ');
  }
  g_string_append_c (out, ')');
}

/* The tree of a body that belongs to no site; `faults` may be NULL. */
static char *
tree_of (const char *text, gboolean is_guide, char **faults)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.md", text, -1);
  g_autoptr (Body) body = body_parse (source, 0, 1, is_guide, report);
  g_autofree char *found = report_faults (report);

  if (faults)
    *faults = g_steal_pointer (&found);
  else
    g_assert_cmpstr (found, ==, "");
  if (body == NULL)
    return NULL;
  GString *out = g_string_new (NULL);
  put_children (body_root (body), out);
  return g_string_free (out, FALSE);
}

typedef struct {
  const char *text, *tree;
} Row;

static void
check_trees (const Row *rows, guint n, gboolean is_guide)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *tree = tree_of (rows[i].text, is_guide, NULL);
    g_test_message ("%s", rows[i].text);
    g_assert_cmpstr (tree, ==, rows[i].tree);
  }
}

#define BOX(text) "cell('" text "')"

/* The examples of section 4.10 of the specification of GitHub Flavored Markdown, 198 to 205. */
static void
test_tables_of_gfm (void)
{
  static const Row rows[] = {
    { "| foo | bar |\n| --- | --- |\n| baz | bim |\n",
      "(table(row(" BOX ("foo") " " BOX ("bar") ") row(" BOX ("baz") " " BOX ("bim") ")))" },
    { "| abc | defghi |\n:-: | -----------:\nbar | baz\n",
      "(table(row(cell=('abc') cell>('defghi')) row(cell=('bar') cell>('baz'))))" },
    { "| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n",
      "(table(row(" BOX ("f|oo") ") row(cell('b ' code'|' ' az')) row(cell('b ' b('|') ' im'))))" },
    { "| abc | def |\n| --- | --- |\n| bar | baz |\n> bar\n",
      "(table(row(" BOX ("abc") " " BOX ("def") ") row(" BOX ("bar") " " BOX (
        "baz") ")) quote(p('bar')))" },
    { "| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar\n",
      "(table(row(" BOX ("abc") " " BOX ("def") ") row(" BOX ("bar") " " BOX ("baz") ") row(" BOX (
        "bar") " cell)) p('bar'))" },
    { "| abc | def |\n| --- |\n| bar |\n", "(p('| abc | def |' / '| — |' / '| bar |'))" },
    { "| abc | def |\n| --- | --- |\n", "(table(row(" BOX ("abc") " " BOX ("def") ")))" },
  };
  g_autofree char *faults = NULL;

  check_trees (rows, G_N_ELEMENTS (rows), FALSE);
  g_autofree char *tree =
    tree_of ("| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n", FALSE, &faults);
  g_assert_cmpstr (tree, ==,
                   "(table(row(" BOX ("abc") " " BOX ("def") ") row(" BOX (
                     "bar") " cell) row(" BOX ("bar") " " BOX ("baz") ")))");
  g_assert_cmpstr (
    faults, ==,
    "a.md:4: warning: this row has 3 cells, the table has 2 columns; the rest is left out\n");
}

/* What else tables hold, and where they stand. */
static void
test_tables (void)
{
  static const Row rows[] = {
    /* Text in cells is text of Markdown. */
    { "a | b\n--|--\n*c* | **d** `e`\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(cell(em('c')) cell(b('d') ' ' code'e'))))" },
    { "a | b\n--|--\n[c](d) | <https://e.vn>\n",
      "(table(row(" BOX ("a") " " BOX (
        "b") ") row(cell(a<d>('c')) cell(a<https://e.vn>('https://e.vn')))))" },
    { "a | b\n--|--\n[c][r] | [R]\n\n[r]: /x\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(cell(a</x>('c')) cell(a</x>('R')))))" },
    { "[r]: /x\n\na | b\n--|--\n[c][r] | ![R][]\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(cell(a</x>('c')) cell(img</x>('R')))))" },
    { "[r  S]:/x\n\na | b\n--|--\n[c][R s] | [không]\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(cell(a</x>('c')) cell('[không]'))))" },
    { "a | b\n--|--\n![c](d.png) | [![e](f.png)](g)\n",
      "(table(row(" BOX ("a") " " BOX (
        "b") ") row(cell(img<d.png>('c')) cell(a<g>(img<f.png>('e'))))))" },
    { "a | b\n--|--\n\\*c\\* | d\\\\\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("*c*") " " BOX ("d\\") ")))" },
    { "a | b\n--|--\n`c\\|d` | \\\\|\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(cell(code'c|d') " BOX ("\\") ")))" },
    { "a | b\n--|--\n\"c\" | d--e\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("“c”") " " BOX ("d–e") ")))" },
    { "a | b\n--|--\n**c | d**\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("**c") " " BOX ("d**") ")))" },
    /* Nothing in a cell starts a block. */
    { "| a | b |\n|--|--|\n| # c | > d |\n| - e | 1. f |\n| *** | --- |\n|  | ``` |\n| [r]: /x | + "
      "|\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("# c") " " BOX ("> d") ") row(" BOX (
        "- "
        "e") " " BOX ("1. f") ") row(" BOX ("***") " " BOX ("—") ") row(cell " BOX ("```") ") "
                                                                                           "row"
                                                                                           "(" BOX (
                                                                                             "[r]: "
                                                                                             "/x") " " BOX ("+") ")))" },
    /* Delimiters. */
    { "| a |\n|---|\n| b |\n", "(table(row(" BOX ("a") ") row(" BOX ("b") ")))" },
    { "| a |\n| - |\n", "(table(row(" BOX ("a") ")))" },
    { "|a|b|c|d|\n|:--|:-:|--:|-|\n",
      "(table(row(cell<('a') cell=('b') cell>('c') " BOX ("d") ")))" },
    { "a | b\n- | -\n", "(p('a | b') list(item(p('| -'))))" },
    { "a | b\n-- | -x\n", "(p('a | b' / '– | -x'))" },
    { "a | b\n:: | --\n", "(p('a | b' / ':: | –'))" },
    { "a | b\n|--|--|--|\n", "(p('a | b' / '|–|–|–|'))" },
    { "a | b\n", "(p('a | b'))" },
    { "| a |\nb\n", "(p('| a |' / 'b'))" },
    { "--|--\na | b\n", "(p('–|–' / 'a | b'))" },
    /* Paragraphs before, other blocks after. */
    { "Bảng sau:\na | b\n--|--\nc | d\n",
      "(p('Bảng sau:') table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX ("d") ")))" },
    { "Một *hai*\nba:\na | b\n--|--\n",
      "(p('Một ' em('hai') / 'ba:') table(row(" BOX ("a") " " BOX ("b") ")))" },
    { "a | b\n--|--\nc | d\n\nSau\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX ("d") ")) p('Sau'))" },
    { "a | b\n--|--\nc | d\n# Sau\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX ("d") ")) h('Sau'))" },
    { "a | b\n--|--\nc | d\n***\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX ("d") ")) hr)" },
    { "a | b\n--|--\nc | d\n---\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX ("d") ")) hr)" },
    { "a | b\n---\n", "(h('a | b'))" },
    { "a | b\nc | d\n---\n", "(h('a | b' / 'c | d'))" },
    { "[r]: /x\na | b\n--|--\n[c][r] | d\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(cell(a</x>('c')) " BOX ("d") ")))" },
    /* In containers. */
    { "> a | b\n> --|--\n> c | d\n",
      "(quote(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX ("d") "))))" },
    { "- | a | b |\n  |--|--|\n  | c | d |\n- e\n",
      "(list(item(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX (
        "d") "))) item(p('e'))))" },
    { "1. Một\n\n   a | b\n   --|--\n   c | d\n",
      "(list(item(p('Một') table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX (
        "d") ")))))" },
    { "12) a | b\n    --|--\n    c | d\n",
      "(list(item(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX ("d") ")))))" },
    { "> - > 1. a | b\n>   >    --|--\n",
      "(quote(list(item(quote(list(item(table(row(" BOX ("a") " " BOX ("b") ")))))))))" },
    { "- Bảng:\n  - a | b\n    --|--\n    - c\n",
      "(list(item(p('Bảng:') list(item(table(row(" BOX ("a") " " BOX (
        "b") ")) list(item(p('c'))))))))" },
    { "  a | b\n  --|--\n\tc | d\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX ("d") ")))" },
    { "```web\n| a | b |\n|--|--|\n| c | d |\n```\n",
      "(channel1(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX ("d") "))))" },
    { "Một\n\n- ~~~web\n  Hai:\n  a | b\n  --|--\n  c | d\n  ~~~\n",
      "(p('Một') list(item(channel1(p('Hai:') table(row(" BOX ("a") " " BOX ("b") ") row(" BOX (
        "c") " " BOX ("d") "))))))" },
    { "```\na | b\n--|--\n```\n", "(pre'a | b$--|--$')" },
    { "    a | b\n    --|--\n", "(pre'a | b$--|--$')" },
  };
  check_trees (rows, G_N_ELEMENTS (rows), FALSE);
}

static void
test_blocks (void)
{
  static const Row rows[] = {
    { "Một\nhai\n", "(p('Một' / 'hai'))" },
    /* Tasks. */
    { "- [ ] Một\n- [x] Hai\n- [X] **Ba**\n- bốn\n",
      "(list(task0(p('Một')) task1(p('Hai')) task1(p('' b('Ba'))) item(p('bốn'))))" },
    { "- [ ]\n- [y] a\n- [ ]b\n- [x\n- a [ ] b\n",
      "(list(item(p('[ ]')) item(p('[y] a')) item(p('[ ]b')) item(p('[x')) item(p('a [ ] b'))))" },
    { "1. [ ] Một\n", "(list(task0(p('Một'))))" },
    { "- [ ] Một\n  - [x] Hai\n", "(list(task0(p('Một') list(task1(p('Hai'))))))" },
    { "[ ] Một\n", "(p('[ ] Một'))" },
    /* Pictures. */
    { "![a](b.png \"c\")\n", "(figure(img<b.png>('a')))" },
    { "![a](b.png) c\n", "(p(img<b.png>('a') ' c'))" },
    { "[![a](b.png)](c)\n", "(p(a<c>(img<b.png>('a'))))" },
    /* Channels. */
    { "```loa\n*Nghe*\n```\n", "(channel4(p(em('Nghe'))))" },
    { "```web\n# A\n\n- b\n```\n", "(channel1(h('A') list(item(p('b')))))" },
    { "```print\nIn\n```\n", "(channel2(p('In')))" },
    { "```LOA\nA\n```\n", "(channel4(p('A')))" },
    { "```loath\nA\n```\n", "(pre'A$')" },
    { "```\nA\n```\n", "(pre'A$')" },
    { "Đọc\n\n```loa thay\nNghe\n```\n", "(channel3(p('Đọc')) channel4(p('Nghe')))" },
    { "Đọc\n\n```loa instead\nNghe\n```\nSau\n",
      "(channel3(p('Đọc')) channel4(p('Nghe')) p('Sau'))" },
    { "a | b\n--|--\n\n```loa  thay\nNghe\n```\n",
      "(channel3(table(row(cell('a') cell('b')))) channel4(p('Nghe')))" },
    { "```loa thay\nNghe\n```\n", "(channel4(p('Nghe')))" },
    { "```web\nMột\n```\n```loa thay\nHai\n```\n",
      "(channel3(channel1(p('Một'))) channel4(p('Hai')))" },
    { "````web\n```loa\nA\n```\n````\n", "(channel1(channel4(p('A'))))" },
    { "- ```loa\n  A\n  ```\n", "(list(item(channel4(p('A')))))" },
    { "```loa\n```\n", "(channel4)" },
  };
  static const Row guides[] = {
    { "1. Một\n2. Hai\n", "(steps(item(p('Một')) item(p('Hai'))))" },
    { "- Một\n", "(list(item(p('Một'))))" },
    { "1. Một\n   1. Hai\n", "(steps(item(p('Một') told(item(p('Hai'))))))" },
    { "> 1. Một\n", "(quote(steps(item(p('Một')))))" },
    { "```web\n1. Một\n```\n", "(channel1(steps(item(p('Một')))))" },
  };
  g_autofree char *empty = tree_of ("", FALSE, NULL);
  g_assert_cmpstr (empty, ==, "()");
  check_trees (rows, G_N_ELEMENTS (rows), FALSE);
  check_trees (guides, G_N_ELEMENTS (guides), TRUE);
}

static void
test_menus (void)
{
#define MENU(a, b) "menu(label('" a "') label('" b "'))"
  static const Row rows[] = {
    { "**Dịch vụ khác → Kiến nghị, phản ánh về ANTT**\n",
      "(p(" MENU ("Dịch vụ khác", "Kiến nghị, phản ánh về ANTT") "))" },
    { "Chọn **A => B**.\n", "(p('Chọn ' " MENU ("A", "B") " '.'))" },
    { "*A ⇒ B*\n", "(p(" MENU ("A", "B") "))" },
    { "`a => b`\n", "(p(" MENU ("a", "b") "))" },
    { "**A** → **B** → **C** rồi\n", "(p(menu(label('A') label('B') label('C')) ' rồi'))" },
    { "**A** → *B*, xong\n", "(p(" MENU ("A", "B") " ', xong'))" },
    { "**“A” → “B”**\n", "(p(" MENU ("A", "B") "))" },
    { "Tại màn hình chính, chọn Dịch vụ khác → Kiến nghị, phản ánh về ANTT, rồi bấm Gửi.\n",
      "(p('Tại màn hình chính, chọn ' " MENU (
        "Dịch vụ khác", "Kiến nghị, phản ánh về ANTT") " ', rồi bấm Gửi.'))" },
    { "Vào Cá nhân → Cài đặt. Sau đó mở A → B.\n",
      "(p('Vào ' " MENU ("Cá nhân", "Cài đặt") " '. Sau đó mở ' " MENU ("A", "B") " '.'))" },
    { "(A → B)\n", "(p('(' " MENU ("A", "B") " ')'))" },
    { "chọn cài đặt → mật khẩu\n", "(p('chọn ' " MENU ("cài đặt", "mật khẩu") "))" },
    { "Chọn “A” → “B” → “C”, rồi thoát\n",
      "(p('Chọn “' menu(label('A') label('B') label('C')) '”, rồi thoát'))" },
    { "chọn “a → b”\n", "(p('chọn “' " MENU ("a", "b") " '”'))" },
    { "# Mục A → B\n", "(h('Mục ' " MENU ("A", "B") "))" },
    { "[A → B](c)\n", "(p(a<c>(" MENU ("A", "B") ")))" },
    { "a | b\n--|--\n**C → D** | e\n",
      "(table(row(cell('a') cell('b')) row(cell(" MENU ("C", "D") ") cell('e'))))" },
    { "```loa\n**A → B**\n```\n", "(channel4(p(" MENU ("A", "B") ")))" },
    /* No menus. */
    { "Tăng từ 5 → 10.\n", "(p('Tăng từ 5 → 10.'))" },
    { "mưa lớn → lũ quét → sạt lở\n", "(p('mưa lớn → lũ quét → sạt lở'))" },
    { "→ Ghi chú\n", "(p('→ Ghi chú'))" },
    { "Xem →\n", "(p('Xem →'))" },
    { "→\n", "(p('→'))" },
    { "A → → B\n", "(p('A → → B'))" },
    { "**→**\n", "(p(b('→')))" },
    { "**A** → \n", "(p(b('A') ' →'))" },
    { "**A** → b\n", "(p(b('A') ' → b'))" },
    { "![a → b](c.png) d\n", "(p(img<c.png>('a → b') ' d'))" },
    { "```\na → b\n```\n", "(pre'a → b$')" },
    { "a = b >= c\n", "(p('a = b >= c'))" },
    { "Không có… “gì” – cả\n", "(p('Không có… “gì” – cả'))" },
    { "A → một câu dài hơn sáu mươi chữ nên không thể là một nhãn trên màn hình điện thoại được. "
      "Mở C → D\n",
      "(p('A → một câu dài hơn sáu mươi chữ nên không thể là một nhãn trên màn hình điện thoại "
      "được. Mở ' " MENU ("C", "D") "))" },
  };
  check_trees (rows, G_N_ELEMENTS (rows), FALSE);
}

/* What is refused, and where exactly it stands. */
static void
test_faults (void)
{
#define HTML    " error: HTML is not used here\n"
#define NO_TEXT " error: this picture has no description for those who cannot see it\n"
  static const struct {
    const char *text, *faults;
  } rows[] = {
    { "Một <b>hai</b>\n", "a.md:1:5:" HTML "a.md:1:11:" HTML },
    { "Một\nhai <b>ba</b> <b>bốn\n", "a.md:2:5:" HTML "a.md:2:10:" HTML "a.md:2:15:" HTML },
    { "Một\n\n<div>\nhai\n</div>\n", "a.md:3:1:" HTML },
    { "<script>alert(1)</script>\n", "a.md:1:1:" HTML },
    { "> - Một <i>\n", "a.md:1:9:" HTML },
    { "<!-- lời -->\n", "" },
    { "  <!-- lời\n nữa -->\n\nMột <!-- hai --> ba\n", "" },
    { "<!-- a --> <script>x</script> <!-- b -->\n", "a.md:1:1:" HTML },
    { "<!-- a --> mất\n", "a.md:1:1:" HTML },
    { "a < b & c &lt; &nbsp; \\<b>\n", "" },
    { "`<b>`\n", "" },
    { "<a@b.vn> <https://a.vn>\n", "" },
    { "```web\nMột\n\nhai <b>\n```\n", "a.md:4:5:" HTML },
    { "> ```web\n> Một <b>\n> ```\n", "a.md:2:7:" HTML },
    { "````web\nA\n```loa\nMột <b>\n```\n````\n", "a.md:4:5:" HTML },
    { "Trước <u>\na | b\n--|--\nc | <br>\nd | e\n<i>f | g\n",
      "a.md:1:7:" HTML "a.md:4:5:" HTML "a.md:6:1:" HTML },
    { "a | <br>\n--|--\nc | <br>\n\n<br>\n", "a.md:1:5:" HTML "a.md:3:5:" HTML "a.md:5:1:" HTML },
    { "- a | b\n  --|--\n  c | <br>\n", "a.md:3:7:" HTML },
    { "```web\na | b\n--|--\nc | <br>\n```\n", "a.md:4:5:" HTML },
    { "![](a.png)\n", "a.md:1:5:" NO_TEXT },
    { "Một\nhai ![ ](a.png)\n", "a.md:2:10:" NO_TEXT },
    { "![*a*](a.png) ![`b`](b.png)\n", "" },
    { "a | b\n--|--\n![](c.png) | d\n", "a.md:3:5:" NO_TEXT },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *faults = NULL;
    g_test_message ("%s", rows[i].text);
    g_autofree char *tree = tree_of (rows[i].text, FALSE, &faults);
    g_assert_nonnull (tree);
    g_assert_cmpstr (faults, ==, rows[i].faults);
  }
}

/* The front matter counts, too. */
static void
test_offset (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source =
    source_new ("a.md", "---\nloại: trang\n---\nMột\n\na | b\n--|--\n<i> | c\n", -1);
  body_free (body_parse (source, strlen ("---\nloại: trang\n---\n"), 4, FALSE, report));
  g_autofree char *faults = report_faults (report);

  g_assert_cmpstr (faults, ==, "a.md:8:1:" HTML);
}

static char *
repeat (const char *text, guint n)
{
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

/* Nested without end: a clear error. */
static void
test_deep (void)
{
  static const struct {
    const char *open, *inside, *close;
    gboolean is_refused;
  } rows[] = {
    { "> ", "a", "", TRUE },   { "- ", "a", "", TRUE },   { "1. ", "a", "", TRUE },
    { "*a ", "b", "*", TRUE }, { "**", "a", "**", TRUE }, { "![", "a", "](b)", TRUE },
    { "> - ", "a", "", TRUE }, { "[", "a", "]", FALSE },  { "[", "a", "](b)", FALSE },
    { "`", "a", "`", FALSE },  { "<", "a", ">", FALSE },  { "\\", "a", "", FALSE },
    { "&", "a", ";", FALSE },  { "|", "a", "|", FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *open = repeat (rows[i].open, 10000);
    g_autofree char *close = repeat (rows[i].close, 10000);
    g_autofree char *text = g_strconcat (open, rows[i].inside, close, "\n", NULL);
    g_autofree char *faults = NULL;
    g_test_message ("%s", rows[i].open);
    g_autofree char *tree = tree_of (text, FALSE, &faults);
    g_assert_cmpint (tree == NULL, ==, rows[i].is_refused);
    if (rows[i].is_refused)
      g_assert_nonnull (strstr (
        faults, "error: lists, quotations or emphasis are nested more than 100 levels deep\n"));
  }
}

/* Large and odd, in time that does not run away. */
static void
test_large (void)
{
  static const struct {
    const char *piece;
    guint n;
  } rows[] = {
    { "A → B. ", 100000 },   { "A → ", 100000 },
    { "→", 100000 },         { "**A** → ", 50000 },
    { "<b>", 100000 },       { "<b>\n\n", 50000 },
    { "![](a)\n\n", 50000 }, { "a | b\n--|--\nc | [d]\n\n[d]: /x\n\n", 10000 },
    { "[a]: /x\n", 50000 },  { "# a\n", 50000 },
    { "- [ ] a\n", 50000 },  { "```loa thay\na\n```\n", 20000 },
    { "|", 200000 },         { "| a\n", 50000 },
    { "=>", 100000 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = repeat (rows[i].piece, rows[i].n);
    g_autofree char *faults = NULL;
    gint64 start = g_get_monotonic_time ();
    g_autofree char *tree = tree_of (text, FALSE, &faults);
    g_test_message ("%s: %" G_GINT64_FORMAT " ms", rows[i].piece,
                    (g_get_monotonic_time () - start) / 1000);
    g_assert_true (tree || *faults);
  }
}

/* Rows that leave out most of a wide table cost as much as if they did not. */
static void
test_unwritten_cells (void)
{
  g_autofree char *header = repeat ("a|", 60);
  g_autofree char *delimiters = repeat ("-|", 60);
  g_autofree char *rows = repeat ("b\n", 100000);
  g_autofree char *text = g_strconcat ("|", header, "\n|", delimiters, "\n", rows, NULL);
  g_autofree char *wide =
    g_strconcat ("|", header, header, "\n|", delimiters, delimiters, "\n", NULL);
  g_autofree char *faults = NULL;
  g_autofree char *faults_of_wide = NULL;

  g_free (tree_of (text, FALSE, &faults));
  g_assert_cmpstr (
    faults, ==, "a.md:172: error: this table has more than 10000 cells that are not written out\n");
  g_free (tree_of (wide, FALSE, &faults_of_wide));
  g_assert_cmpstr (faults_of_wide, ==, "a.md:1: error: a table cannot have more than 64 columns\n");
}

#define PAGE "---\nkind: page\ntitle: T\n---\n"
#define LETTER                                                                                     \
  "---\nkind: letter\nsubject: T\ndate: 2026-03-05\nto: A\nsigner: {title: B}\nnumber: "           \
  "5/UBND\n---\n"

static char *
tree_in_site (const TestSite *test, const char *path, char **faults)
{
  const Document *document = site_document (test->site, path);
  g_autoptr (Report) report = report_new ();
  g_autofree char *whole = g_build_filename (test->folder, path, NULL);
  g_autoptr (Source) source = source_read (whole, path, NULL);

  g_assert_nonnull (document);
  g_autoptr (Body) body = body_load (test->site, document, source, report);
  *faults = report_faults (report);
  GString *out = g_string_new (NULL);
  put_children (body_root (body), out);
  return g_string_free (out, FALSE);
}

/* Links between documents and to files. */
static void
test_links (void)
{
#define AT "content/a/a.md:5"
  static const struct {
    const char *url, *target, *fault;
  } rows[] = {
    { "b.md", "../a/b.html", NULL },
    { "./b.md", "../a/b.html", NULL },
    { "../c/d.md", "../c/d.html", NULL },
    { "/c/d.md", "../c/d.html", NULL },
    { "/c/../a/b.md#x", "../a/b.html#x", NULL },
    { "b.html", "../a/b.html", NULL },
    { "e.pdf", "../a/e.pdf", NULL },
    { "/f.pdf", "../f.pdf", NULL },
    { "/f.pdf?x", "../f.pdf?x", NULL },
    { "/index.md", "../index.html", NULL },
    { "/index.html", "../index.html", NULL },
    { "#dau", "#dau", NULL },
    { "https://evil.com/", "https://evil.com/", NULL },
    { "mailto:a@b.vn", "mailto:a@b.vn", NULL },
    { "tel:02438", "tel:02438", NULL },
    { "x.md", NULL, "there is no document “x.md”" },
    { "draft.md", NULL, "there is no document “draft.md”" },
    { "script.md", NULL, "the document “script.md” has no page" },
    { "../b.md", NULL, "there is no document “../b.md”" },
    { "x.pdf", NULL, "there is no file “x.pdf”" },
    { "../../x.pdf", NULL, "the link “../../x.pdf” leads out of the site" },
    { "/../x.pdf", NULL, "the link “/../x.pdf” leads out of the site" },
    { "%2e%2e/%2e%2e/x.pdf", NULL, "the link “%2e%2e/%2e%2e/x.pdf” leads out of the site" },
    { "", NULL, "this link has no target" },
    { "//evil.com/", NULL, "“//evil.com/” is not a whole address" },
    { "javascript:alert(1)", NULL, "a link cannot start with “javascript:”" },
    { "JaVaScRiPt:alert(1)", NULL, "a link cannot start with “javascript:”" },
    { "&#106;avascript:alert(1)", NULL, "a link cannot start with “javascript:”" },
    { "<java&Tab;script:alert(1)>", NULL, "a link cannot start with “javascript:”" },
    { "<java&NewLine;script:alert(1)>", NULL, "a link cannot start with “javascript:”" },
    { "<&#1;javascript:alert(1)>", NULL, "a link cannot start with “javascript:”" },
    { "vbscript:x", NULL, "a link cannot start with “vbscript:”" },
    { "data:text/html,x", NULL, "a link cannot start with “data:”" },
    { "file:///etc/passwd", NULL, "a link cannot start with “file:”" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strdup_printf (PAGE "Một [hai](%s)\n", rows[i].url);
    TestFile files[] = { { "content/a/a.md", text },
                         { "content/a/b.md", PAGE },
                         { "content/c/d.md", PAGE },
                         { "content/a/draft.md", "---\nkind: page\ntitle: T\ndraft: true\n---\n" },
                         { "content/a/script.md",
                           "---\nkind: guide\ntitle: T\noutputs: script\n---\n" },
                         { "content/a/e.pdf", "x" },
                         { "content/index.md", PAGE },
                         { "static/f.pdf", "x" } };
    g_auto (TestSite) test = { 0 };
    g_autofree char *faults = NULL;
    test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
    g_assert_cmpstr (test.faults, ==, "");
    g_test_message ("%s", rows[i].url);
    g_autofree char *tree = tree_in_site (&test, "content/a/a.md", &faults);
    if (rows[i].target) {
      g_autofree char *wanted = g_strdup_printf ("(p('Một ' a<%s>('hai')))", rows[i].target);
      g_assert_cmpstr (faults, ==, "");
      g_assert_cmpstr (tree, ==, wanted);
    } else {
      g_assert_true (g_str_has_prefix (faults, AT));
      g_assert_true (g_str_has_suffix (faults, "\n") && strstr (faults, rows[i].fault));
    }
  }
}

static void
test_pictures (void)
{
  static const struct {
    const char *url, *fault;
  } rows[] = {
    { "e.png", NULL },
    { "/f.png", NULL },
    { "x.png", "there is no file “x.png”" },
    { "b.md", "“b.md” is not a picture" },
    { "#x", "“#x” is not a picture" },
    { "https://evil.com/x.png", "pictures from elsewhere are not shown" },
    { "//evil.com/x.png", "pictures from elsewhere are not shown" },
    { "data:image/png;base64,x", "pictures from elsewhere are not shown" },
    { "javascript:alert(1)", "pictures from elsewhere are not shown" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strdup_printf (PAGE "![a](%s) b\n", rows[i].url);
    TestFile files[] = { { "content/a/a.md", text },
                         { "content/a/b.md", PAGE },
                         { "content/a/e.png", "x" },
                         { "static/f.png", "x" } };
    g_auto (TestSite) test = { 0 };
    g_autofree char *faults = NULL;
    test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
    g_free (tree_in_site (&test, "content/a/a.md", &faults));
    g_test_message ("%s", rows[i].url);
    g_assert_cmpint (*faults == '\0', ==, rows[i].fault == NULL);
    if (rows[i].fault)
      g_assert_nonnull (strstr (faults, rows[i].fault));
  }
}

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
    { "Một [hai](https://a.vn).\n", "(p('Một ' a<https://a.vn>('hai') './.'))" },
    { "Một [hai](https://a.vn)\n", "(p('Một ' a<https://a.vn>('hai') './.'))" },
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
  g_test_add_func ("/body/tables-of-gfm", test_tables_of_gfm);
  g_test_add_func ("/body/tables", test_tables);
  g_test_add_func ("/body/blocks", test_blocks);
  g_test_add_func ("/body/menus", test_menus);
  g_test_add_func ("/body/faults", test_faults);
  g_test_add_func ("/body/offset", test_offset);
  g_test_add_func ("/body/deep", test_deep);
  g_test_add_func ("/body/large", test_large);
  g_test_add_func ("/body/unwritten-cells", test_unwritten_cells);
  g_test_add_func ("/body/links", test_links);
  g_test_add_func ("/body/pictures", test_pictures);
  g_test_add_func ("/body/end-mark", test_end_mark);
  return g_test_run ();
}
