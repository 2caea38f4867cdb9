/* SPDX-License-Identifier: MIT */
#include "render/excerpt.h"

#include "load/body.h"

static char *
excerpt_of (const char *text)
{
  g_autoptr (Source) source = source_new ("a.md", text, -1);
  g_autoptr (Report) report = report_new ();
  g_autoptr (Body) body = body_parse (source, 0, 1, FALSE, report);
  return excerpt_of_body (body_root (body));
}

static void
test_texts (void)
{
  static const struct {
    const char *text, *excerpt;
  } rows[] = {
    { "Một câu.\n\nHai câu.", "Một câu. Hai câu." },
    { "## Mục\n\nNội dung **đậm**\nvà [nối](https://a.gov.vn)", "Nội dung đậm và nối" },
    { "![Ảnh](a.png)\n\nSau ảnh", "Sau ảnh" },
    { "Gồm\n\n- một\n- hai", "Gồm. một. hai" },
    { "Gồm:\n\n1. một;\n2. hai.", "Gồm: một; hai." },
    { "> Lưu ý.", "Lưu ý." },
    { "```loa\nNghe.\n```\n\n```web\nXem.\n```", "Xem." },
    { "Căn cứ Luật số 1;\n\nNay báo.", "Nay báo." },
    { "", NULL },
    { "## Chỉ có mục", NULL },
    { "| A |\n|---|\n| 1 |", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *excerpt = excerpt_of (rows[i].text);
    g_test_message ("%s", rows[i].text);
    g_assert_cmpstr (excerpt, ==, rows[i].excerpt);
  }
}

/* Whole sentences where they are long enough, whole words where not, and never too much. */
static void
test_length (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) one = g_string_new (NULL);

  for (guint i = 0; i < 60; i++)
    g_string_append (words, "đường phố ");
  g_autofree char *cut = excerpt_of (words->str);
  g_assert_true (g_str_has_suffix (cut, "đường…") || g_str_has_suffix (cut, "phố…"));
  g_assert_cmpint (g_utf8_strlen (cut, -1), <=, EXCERPT_LETTERS);
  g_assert_cmpint (g_utf8_strlen (cut, -1), >, EXCERPT_LETTERS - 12);

  g_string_insert (words, 0,
                   "Câu thứ nhất của bản tin này nói về việc cắt điện ở khu phố ba ngày mai. ");
  g_autofree char *sentence = excerpt_of (words->str);
  g_assert_cmpstr (sentence, ==,
                   "Câu thứ nhất của bản tin này nói về việc cắt điện ở khu phố ba ngày mai.");

  g_string_insert (words, 0, "Ngắn. ");
  for (guint i = 0; i < 400; i++)
    g_string_append (one, "ệ");
  g_autofree char *letters = excerpt_of (one->str);
  g_assert_cmpint (g_utf8_strlen (letters, -1), ==, EXCERPT_LETTERS);
  g_assert_true (g_utf8_validate (letters, -1, NULL));

  /* Ó and Ề end with bytes of a dash. */
  g_string_truncate (one, 0);
  for (guint i = 0; i < 60; i++)
    g_string_append (one, "CÓ ĐỀ – ");
  g_autofree char *capitals = excerpt_of (one->str);
  g_assert_true (g_str_has_suffix (capitals, "CÓ…") || g_str_has_suffix (capitals, "ĐỀ…"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/excerpt/texts", test_texts);
  g_test_add_func ("/excerpt/length", test_length);
  return g_test_run ();
}
