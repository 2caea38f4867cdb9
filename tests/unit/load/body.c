/* SPDX-License-Identifier: MIT */
/* Bodies, as the tree they become: one word for each node, its children in brackets. */
#include "load/body.h"

#include "tree_support.h"

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
    { "Trước <u>\na | b\n--|--\nc | <hr>\nd | e\n<i>f | g\n",
      "a.md:1:7:" HTML "a.md:4:5:" HTML "a.md:6:1:" HTML },
    { "a | <hr>\n--|--\nc | <hr>\n\n<br>\n", "a.md:1:5:" HTML "a.md:3:5:" HTML "a.md:5:1:" HTML },
    { "- a | b\n  --|--\n  c | <hr>\n", "a.md:3:7:" HTML },
    { "a | b\n--|--\nc | <hr>\nd | <hr>\n", "a.md:3:5:" HTML "a.md:4:5:" HTML },
    { "```web\na | b\n--|--\nc | <hr>\n```\n", "a.md:4:5:" HTML },
    { "a\n\n##b {#c}\nd **e\n",
      "a.md:3:1: warning: this is no heading: a space is missing\n"
      "a.md:3:5: warning: “{…}” is of another program, and printed as it is\n"
      "a.md:4:3: warning: these “**” make nothing bold, and are printed as they are\n" },
    { "*a* ##b | c |\n", "" },
    /* Of all HTML, the end of a line in a cell. */
    { "a | b<br>c\n--|--\nd<br/>e | <BR />\n", "" },
    { "a | **b<br>c**\n--|--\nd | <br x>\n", "a.md:3:5:" HTML },
    { "a<br>b\n", "a.md:1:2:" HTML },
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

/* What is to be read has something to be read; a page or a notice may say all in its front matter. */
static void
test_empty (void)
{
  static const DocumentKind kinds[] = { KIND_BULLETIN, KIND_GUIDE, KIND_QUESTION, KIND_PAGE, KIND_NOTICE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint has_text = 0; has_text < 2; has_text++) {
      const Document document = { .kind = kinds[i], .body_line = 1 };
      g_autoptr (Report) report = report_new ();
      g_autoptr (Source) source = source_new ("a.md", has_text ? "A\n" : "\n", -1);
      g_autoptr (Body) body = body_load (NULL, &document, NULL, source, report);
      g_assert_nonnull (body);
      g_assert_cmpuint (report_n_warnings (report), ==, !has_text && i < 3);
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

/* The form of a letter in its text, outside of its appendices. */
static void
test_form (void)
{
  static const struct {
    const char *text;
    guint n_warnings;
  } rows[] = {
    { "ỦY BAN A  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nB\n\nNơi nhận:\n- C\n", 2 },
    { "Danh sách nơi nhận: A\n", 0 },
    { "A\n\n## Phụ lục\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Document letter = { .kind = KIND_LETTER,
                              .body_line = 1,
                              .official = official_kind_find ("kế hoạch") };
    g_autoptr (Report) report = report_new ();
    g_autoptr (Source) source = source_new ("a.md", rows[i].text, -1);
    body_free (body_load (NULL, &letter, NULL, source, report));
    g_assert_cmpuint (report_n_warnings (report), ==, rows[i].n_warnings);
  }
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

/* The last level that is allowed, and the first that is not. */
static void
test_levels (void)
{
  for (guint n = 99; n <= 100; n++) {
    g_autofree char *open = repeat ("> ", n);
    g_autofree char *text = g_strconcat (open, "a\n", NULL);
    g_autofree char *faults = NULL;
    g_autofree char *tree = tree_of (text, FALSE, &faults);
    g_assert_cmpint (tree != NULL, ==, n == 99);
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body/blocks", test_blocks);
  g_test_add_func ("/body/faults", test_faults);
  g_test_add_func ("/body/empty", test_empty);
  g_test_add_func ("/body/offset", test_offset);
  g_test_add_func ("/body/form", test_form);
  g_test_add_func ("/body/deep", test_deep);
  g_test_add_func ("/body/levels", test_levels);
  g_test_add_func ("/body/large", test_large);
  return g_test_run ();
}
