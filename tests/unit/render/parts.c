/* SPDX-License-Identifier: MIT */
#include "render/parts.h"

#include "../support.h"
#include "load/body.h"

static const HtmlPaper paper = { .base_url = "https://a.vn/" };

static Body *
parse (const char *markdown)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.md", markdown, -1);
  return body_parse (source, 0, 1, FALSE, report);
}

static cmark_node *
first_block (const Body *body)
{
  return cmark_node_first_child (body_root (body));
}

/* The text of that name, lines of the source and spaces that do not break aside. */
static void
assert_text (const Value *map, const char *name, const char *wanted)
{
  g_autofree char *dump = value_dump (value_find (map, name));
  g_autoptr (GString) text = g_string_new (dump);

  for (char *at; (at = strstr (text->str, "<?line")) != NULL;)
    g_string_erase (text, at - text->str, strstr (at, "?>") + 2 - at);
  g_string_replace (text, "\xC2\xA0", " ", 0);
  g_autofree char *quoted = g_strdup_printf ("\"%s\"\n", wanted);
  g_assert_cmpstr (g_strchomp (text->str), ==, g_strchomp (quoted));
}

/* Headings of any level open a part; what stands before the first is one, too. */
static void
test_parts (void)
{
  static const struct {
    const char *markdown;
    guint n;
  } rows[] = { { "", 1 }, { "A\n", 1 }, { "## A\n", 2 }, { "A\n\n## B\n\nC\n\n### D\n", 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Body) body = parse (rows[i].markdown);
    const Part whole = part_whole (body_root (body));
    g_autoptr (GArray) parts = parts_of (&whole, part_is_heading);
    g_assert_cmpuint (parts->len, ==, rows[i].n);
    const Part *first = &g_array_index (parts, Part, 0);
    g_assert_null (first->heading);
    g_assert_true (first->first == first_block (body));
    for (guint j = 1; j < parts->len; j++) {
      const Part *part = &g_array_index (parts, Part, j);
      g_assert_true (part->heading == g_array_index (parts, Part, j - 1).end);
      g_assert_true (part->first == cmark_node_next (part->heading));
    }
    g_assert_null (g_array_index (parts, Part, parts->len - 1).end);
  }
}

/* The first that has numbers, also where it is for paper alone. */
static void
test_list (void)
{
  static const struct {
    const char *markdown;
    int block; /* that it stands in; -1: there is none */
  } rows[] = {
    { "A\n", -1 },
    { "- A\n", -1 },
    { "- A\n\n1. B\n", 1 },
    { "1. A\n\nB\n", 0 },
    { "A\n\n```print\n1. B\n```\n", 1 },
    { "A\n\n```web\n1. B\n```\n", -1 },
    { "> 1. A\n", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Body) body = parse (rows[i].markdown);
    cmark_node *block, *list = part_numbered_list (first_block (body), NULL, &block);
    cmark_node *wanted = first_block (body);
    for (int j = 0; j < rows[i].block; j++)
      wanted = cmark_node_next (wanted);
    g_test_message ("%s", rows[i].markdown);
    g_assert_true (block == (rows[i].block < 0 ? NULL : wanted));
    g_assert_true ((list != NULL) == (rows[i].block >= 0));
  }
}

static void
test_is_sentence (void)
{
  static const struct {
    const char *markdown;
    gboolean is;
  } rows[] = {
    { "A ![b](b.png)\n", TRUE }, { "![b](b.png)\n", FALSE }, { "- A\n", FALSE }, { "", FALSE }
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Body) body = parse (rows[i].markdown);
    g_assert_cmpint (part_is_sentence (first_block (body)), ==, rows[i].is);
  }
}

/* What is to be done is one sentence, whatever stands in it. */
static void
test_sentences (void)
{
  static const struct {
    const char *step, *action, *rest;
  } rows[] = {
    { "Nộp đơn tại UBND TP. Hồ Chí Minh và Q. 1. Mang theo CCCD.",
      "Nộp đơn tại UBND TP. Hồ Chí Minh và Q. 1.", "Mang theo CCCD." },
    { "Gọi ông Nguyễn Văn A. để hẹn.", "Gọi ông Nguyễn Văn A. để hẹn.", "" },
    { "Gọi ông A. để *hẹn*! Chờ.", "Gọi ông A. để <em>hẹn</em>!", "Chờ." },
    /* Emphasis at the end of the sentence, around it, and around more than it. */
    { "Mở **a.** Rồi chờ.", "Mở <strong>a.</strong>", "Rồi chờ." },
    { "**Mở a.** *Rồi* chờ.", "<strong>Mở a.</strong>", "<em>Rồi</em> chờ." },
    { "**Mở a. Rồi chờ. Sau** đó đi. Về.", "<strong>Mở a. Rồi chờ. Sau</strong> đó đi.", "Về." },
    { "**Mở a. Rồi chờ**", "<strong>Mở a. Rồi chờ</strong>", "" },
    { "**Mở** a?\n   Chờ.", "<strong>Mở</strong> a?", "Chờ." },
    { "Mở *a*.  \n   Chờ.", "Mở <em>a</em>.", "Chờ." },
    { "Mở a.", "Mở a.", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *markdown = g_strdup_printf ("1. %s\n", rows[i].step);
    g_autoptr (Body) body = parse (markdown);
    cmark_node *block, *list = part_numbered_list (first_block (body), NULL, &block);
    g_autoptr (Value) map = value_map ();
    cmark_node *paragraph = cmark_node_first_child (cmark_node_first_child (list));
    g_assert_true (part_is_sentence (paragraph));
    part_set_sentences (map, paragraph, &paper);
    assert_text (map, "action", rows[i].action);
    assert_text (map, "rest", rows[i].rest);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parts/parts", test_parts);
  g_test_add_func ("/parts/list", test_list);
  g_test_add_func ("/parts/is-sentence", test_is_sentence);
  g_test_add_func ("/parts/sentences", test_sentences);
  return g_test_run ();
}
