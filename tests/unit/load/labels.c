/* SPDX-License-Identifier: MIT */
#include "load/labels.h"

#include "load/body.h"
#include "../support.h"

#define END "\n\nHết./.\n"

/* What stands in lists: “[” and, where it counts, its first number; for each item “(”, the label it
 * has of its own and its text in “<>”. */
static void
put_items (cmark_node *parent, GString *out)
{
  for (cmark_node *node = cmark_node_first_child (parent); node; node = cmark_node_next (node)) {
    cmark_node_type type = cmark_node_get_type (node);
    g_autofree char *label = type == CMARK_NODE_ITEM ? body_item_label (node) : NULL;
    g_autofree char *text = type == CMARK_NODE_PARAGRAPH ? body_plain_text (node) : NULL;
    if (type == CMARK_NODE_LIST && cmark_node_get_list_type (node) == CMARK_ORDERED_LIST)
      g_string_append_printf (out, "%d", cmark_node_get_list_start (node));
    g_string_append (out, type == CMARK_NODE_LIST ? "[" : type == CMARK_NODE_ITEM ? "(" : "");
    if (text || label)
      g_string_append_printf (out, text ? "<%s>" : "%s", text ? text : label);
    put_items (node, out);
    g_string_append (out, type == CMARK_NODE_LIST ? "]" : type == CMARK_NODE_ITEM ? ")" : "");
  }
}

static char *
items_of (const char *markdown, DocumentKind kind, char **faults)
{
  const Document document = { .kind = kind, .body_line = 1 };
  g_autofree char *text = g_strconcat (markdown, END, NULL);
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.md", text, -1);
  g_autoptr (Body) body = body_load (NULL, &document, NULL, source, report);
  GString *out = g_string_new (NULL);

  put_items (body_root (body), out);
  g_assert_true (g_str_has_suffix (out->str, "<Hết./.>"));
  g_string_truncate (out, out->len - strlen ("<Hết./.>"));
  *faults = report_faults (report);
  return g_string_free (out, FALSE);
}

typedef struct {
  const char *markdown, *items;
} Row;

static void
check (const Row *rows, guint n, DocumentKind kind)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *faults = NULL;
    g_autofree char *items = items_of (rows[i].markdown, kind, &faults);
    g_test_message ("%s", rows[i].markdown);
    g_assert_cmpstr (items, ==, rows[i].items);
    g_assert_cmpstr (faults, ==, "");
  }
}

/* What a clerk writes is what is shown. */
static void
test_letters (void)
{
  static const Row rows[] = {
    /* Plain lists stay what they are. */
    { "- a\n- b", "[(<a>)(<b>)]" },
    { "1. a\n2. b", "1[(<a>)(<b>)]" },
    { "3. a\n4. b", "3[(<a>)(<b>)]" },
    { "* a", "[(<a>)]" },
    /* Others have their own labels. */
    { "a) a\nb) b\nđ) c", "[(a)<a>)(b)<b>)(đ)<c>)]" },
    { "a. a\nb. b", "[(a.<a>)(b.<b>)]" },
    { "1) a\n2) b", "[(1)<a>)(2)<b>)]" },
    { "1. a\n1. b\n1. c", "[(1.<a>)(1.<b>)(1.<c>)]" },
    { "1. a\n3. b", "[(1.<a>)(3.<b>)]" },
    { "+ a\n+ b", "[(+<a>)(+<b>)]" },
    { "– a\n– b", "[(–<a>)(–<b>)]" },
    { "• a\n•b", "[(•<a>)(•<b>)]" },
    { "\uF0B7 a\no b\n\uF0A7 c", "[(•<a>[(o<b>)(•<c>)])]" },
    { "▪ a\n● b", "[(▪<a>)][(●<b>)]" },
    /* Nested by rank where there is no indentation, and out again. */
    { "1. a\na) b\n- c\n+ d\n- e\nb) f\n2. g",
      "1[(<a>[(a)<b>[(<c>[(+<d>)])(<e>)])(b)<f>)])(<g>)]" },
    { "1. a\n\n- b;\n\n+ c;\n\n2. d", "1[(<a>[(<b;>[(+<c;>)])])(<d>)]" },
    { "1. a\n   1. b\n   2. c\n2. d", "1[(<a>1[(<b>)(<c>)])(<d>)]" },
    { "1. a\n\n   a) b\n\n   b) c\n\n2. d", "1[(<a>[(a)<b>)(b)<c>)])(<d>)]" },
    { "- a\n  - b\n    - c\n- d", "[(<a>[(<b>[(<c>)])])(<d>)]" },
    { "- a\n\n1. b", "[(<a>)]1[(<b>)]" },
    { "a) a\n\nb\n\na) c", "[(a)<a>)]<b>[(a)<c>)]" },
    { "## a\na) b\n## c\n- d", "[(a)<b>)][(<d>)]" },
    /* Labels of more than one number belong to their text; what follows them is theirs. */
    { "1. a\n1.1. b\n1.2.1 C\na) d\n2. e", "1[(<a><1.1. b><1.2.1 C>[(a)<d>)])(<e>)]" },
    { "1. a;\n(1) b;\n(a) c", "1[(<a;><(1) b;><(a) c>)]" },
    { "2/ a\n3.1/ b", "<2/ a><3.1/ b>" },
    { "a;\n2- B\n3- C", "<a;><2- B><3- C>" },
    /* On lines behind a text. */
    { "Nội dung:\na) b;\nc) d", "<Nội dung:>[(a)<b;>)(c)<d>)]" },
    { "Nội dung:\n2. b", "<Nội dung:>2[(<b>)]" },
    { "a) b\nc\nd) e", "[(a)<b c>)(d)<e>)]" },
    { "a)\nb) c", "[(a))(b)<c>)]" },
    /* Tasks keep their boxes, channels have lists of their own. */
    { "- [ ] a", "[(<a>)]" },
    { "```print\na) b\nc) d\n```", "[(a)<b>)(c)<d>)]" },
  };
  check (rows, G_N_ELEMENTS (rows), KIND_LETTER);
}

/* Elsewhere CommonMark has its dashes and numbers; what it does not know are items too. */
static void
test_others (void)
{
  static const Row rows[] = {
    { "- a\n+ b\n* c", "[(<a>)][(<b>)][(<c>)]" },
    { "1. a\n1. b", "1[(<a>)(<b>)]" },
    { "1) a\n2) b", "1[(<a>)(<b>)]" },
    { "1. a\na) b\nc) d\n2. e", "1[(<a>[(a)<b>)(c)<d>)])(<e>)]" },
    { "a) b\n- c\n+ d\nb) e", "[(a)<b>[(<c>[(<d>)])])(b)<e>)]" },
    { "Việc:\n– a\n– b", "<Việc:>[(–<a>)(–<b>)]" },
    { "Việc:\n2. a", "<Việc:>2[(<a>)]" },
    { "1. a\n1.1. b\n2. c", "1[(<a><1.1. b>)(<c>)]" },
    { "A b.\nC d.", "<A b. C d.>" },
    { "a;\nCăn cứ b;\nĐiều 1. c", "<a;><Căn cứ b;><Điều 1. c>" },
    { "- a;\nĐiều 2. c", "[(<a;>)]<Điều 2. c>" },
    { "- a;\n  Điều 2. c", "[(<a;><Điều 2. c>)]" },
    { "Số: ........\nngày: a", "<Số: ……..><ngày: a>" },
    { "Số: ........\n[ ] Có", "<Số: ……..><[ ] Có>" },
    /* definitions leave nothing of their list; the table behind it stays one */
    { " [b]: http://x.vn/........\n[a]: http://y.vn\n\na | b\n--|--\nc | d", "" },
    { "10. a\n    a) b", "10[(<a>[(a)<b>)])]" },
  };
  check (rows, G_N_ELEMENTS (rows), KIND_BULLETIN);
}

/* Each line that begins with a sentence is a paragraph, in letters. */
static void
test_paragraphs (void)
{
#define LONG                                                                                                              \
  "Một dòng dài hơn một trăm hai mươi chữ, như những gì người ta dán từ Word vào, thì không ai " \
  "xuống dòng ở giữa chừng, nên hết dòng là hết đoạn"
  static const Row rows[] = {
    { "Điều 1. A\n1. b\nĐiều 2. C\nD", "<Điều 1. A>1[(<b>)]<Điều 2. C><D>" },
    { "ỦY BAN A\nCăn cứ b;", "<ỦY BAN A><Căn cứ b;>" },
    { "- a\nB c.\nD", "[(<a>)]<B c.><D>" },
    { "- a\n  B", "[(<a><B>)]" },
    { LONG ".\nRồi", "<" LONG ".><Rồi>" },
    { LONG "\nrồi", "<" LONG " rồi>" },
    { "| a\nB", "<| a><B>" },
    { "a\n→ Giảm", "<a><→ Giảm>" },
    { "**A\nB**", "<A B>" },
    { "[A\nB](#x)", "<A B>" },
    { "A\\\nB", "<A B>" },
    { "A  \nB", "<A B>" },
    { "# A\nB", "<B>" },
    { "A\n# B", "<A>" },
    { "A\n```print\nB\nC\n```", "<A><B><C>" },
  };
  check (rows, G_N_ELEMENTS (rows), KIND_LETTER);
}

/* What only looks like a label. */
static void
test_none (void)
{
  static const Row rows[] = {
    { "a)b", "<a)b>" },
    { "A) b", "<A) b>" },
    { "-b\n+84 251", "<-b +84 251>" },
    { "ab) c", "<ab) c>" },
    { "C.", "<C.>" },
    { "AB. c", "<AB. c>" },
    { "IIII. c", "<IIII. c>" },
    { "A.b", "<A.b>" },
    { "1234567. a", "1234567[(<a>)]" },
    { "1.a", "<1.a>" },
    { "* * *", "" },
    { "```\na) b\n```", "" },
    { "~~~~\n~~~\na) b\n~~~~\n", "" },
    { "    a) b", "" },
    { "a | b\n--|--\na) c | d", "" },
    { "> a) b", "<a) b>" },
  };
  check (rows, G_N_ELEMENTS (rows), KIND_LETTER);
}

/* Where it is doubtful nothing is changed, and it is told. */
static void
test_doubt (void)
{
#define DOUBT " warning: this line begins like an item, but the one before it goes on\n"
  static const struct {
    const char *markdown, *items, *faults;
  } rows[] = {
    { "theo điểm\na) khoản 2", "<theo điểm a) khoản 2>", "a.md:2:1:" DOUBT },
    { "tại khoản\n  2. Điều 5", "<tại khoản 2. Điều 5>", "a.md:2:3:" DOUBT },
    { "Hai dòng thì không biết đâu là chủ ý của người viết văn bản này.\nMột dòng như những "
      "dòng khác.",
      "<Hai dòng thì không biết đâu là chủ ý của người viết văn bản này. Một dòng như những dòng "
      "khác.>",
      "a.md:2:1: warning: this line begins with a sentence; it is printed behind the line before "
      "it\n" },
    { "a) theo khoản\n2. Điều 5", "[(a)<theo khoản>)]2[(<Điều 5>)]", "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *faults = NULL;
    g_autofree char *items = items_of (rows[i].markdown, KIND_LETTER, &faults);
    g_assert_cmpstr (items, ==, rows[i].items);
    g_assert_cmpstr (faults, ==, rows[i].faults);
  }
}

/* A line stays a line, and no level is deeper than a page is wide. */
static void
test_lines (void)
{
  g_autoptr (GHashTable) labels = g_hash_table_new (NULL, NULL);
  const Labels pass = { .as_written = TRUE, .labels = labels };
  g_autofree char *text = labels_rewrite (&pass, "1. a\r\n\na) b\n+ c\n\n", 5);
  g_assert_cmpstr (text, ==, "- a\r\n\n  + b\n    + c\n\n");
  g_assert_cmpuint (g_hash_table_size (labels), ==, 3);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (labels, GUINT_TO_POINTER (7))), ==,
                    body_label_detail (LABEL_LETTER_BRACKET, 'a'));
  g_assert_null (labels_rewrite (&pass, "", 1));
  g_assert_null (labels_rewrite (&pass, "Mục I.\n\n## A. b\n", 1));
  g_autoptr (GString) deep = g_string_new (NULL);
  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (deep, "%*s- a\n", (int) (2 * i), "");
  g_autofree char *flat = labels_rewrite (&pass, deep->str, 1);
  g_assert_cmpuint (strlen (flat), <, 2000 * 40);
}

/* Headings of a letter pasted from Word; a sentence behind the label, or a page, has none. */
static void
test_headings (void)
{
  static const struct {
    const char *markdown;
    DocumentKind kind;
    const char *levels; /* of the headings */
  } rows[] = {
    { "I. MỤC ĐÍCH\n1. Một\nII. YÊU CẦU, THỜI GIAN\nHai", KIND_LETTER, "22" },
    { "Như sau:\nI. MỤC ĐÍCH\nMột.", KIND_LETTER, "2" },
    { "A. PHẦN CHUNG\nI. MỤC ĐÍCH\nMột.\nB. PHẦN RIÊNG", KIND_LETTER, "232" },
    { "I. Mục đích\nII. MỤC ĐÍCH.", KIND_LETTER, "2" },
    { "1. MỤC ĐÍCH\n  I. MỤC ĐÍCH", KIND_LETTER, "" },
    { "```\nI. MỤC ĐÍCH\n```", KIND_LETTER, "" },
    { "I. MỤC ĐÍCH\nMột.", KIND_BULLETIN, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Document document = { .kind = rows[i].kind, .body_line = 1 };
    g_autoptr (Report) report = report_new ();
    g_autoptr (Source) source = source_new ("a.md", rows[i].markdown, -1);
    g_autoptr (Body) body = body_load (NULL, &document, NULL, source, report);
    g_autoptr (GString) levels = g_string_new (NULL);
    for (cmark_node *node = cmark_node_first_child (body_root (body)); node;
         node = cmark_node_next (node))
      if (cmark_node_get_type (node) == CMARK_NODE_HEADING)
        g_string_append_printf (levels, "%d", cmark_node_get_heading_level (node));
    g_test_message ("%s", rows[i].markdown);
    g_assert_cmpstr (levels->str, ==, rows[i].levels);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/labels/letters", test_letters);
  g_test_add_func ("/labels/others", test_others);
  g_test_add_func ("/labels/paragraphs", test_paragraphs);
  g_test_add_func ("/labels/headings", test_headings);
  g_test_add_func ("/labels/none", test_none);
  g_test_add_func ("/labels/doubt", test_doubt);
  g_test_add_func ("/labels/lines", test_lines);
  return g_test_run ();
}
