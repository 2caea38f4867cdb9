/* SPDX-License-Identifier: MIT */
#include "word/paragraph.h"

#include "../support.h"

typedef struct {
  const char *text;
  guint look;
} Run;

static FlowParagraph *
make (Arena *arena, const Run *runs, guint n)
{
  g_autoptr (ParagraphMaker) maker = paragraph_maker_new (arena);

  for (guint i = 0; i < n && runs[i].text; i++)
    paragraph_maker_add (maker, runs[i].text, runs[i].look, NULL, FALSE);
  return paragraph_maker_finish (maker);
}

/* Runs become one text, and what looks the same one span, whose edges are no blanks. */
static void
test_joined (void)
{
  static const struct {
    Run runs[6];
    const char *text, *spans;
    gboolean is_bold;
  } rows[] = {
    { { { "Số: ", 0 }, { "04", 0 }, { "12", 0 }, { "/SVH", 0 } }, "Số: 0412/SVH", "", FALSE },
    { { { "tho", 0 }, { "\u0302n ky", 0 }, { "\u0300", 0 } }, "thôn kỳ", "", FALSE },
    { { { "a", 0 }, { "e\u0301", SPAN_BOLD } }, "aé", "1+2", FALSE },
    { { { "Chọn ", 0 }, { "Tiện ích ", SPAN_BOLD }, { "→", 0 }, { " Tin", SPAN_BOLD }, { ".", 0 } },
      "Chọn Tiện ích → Tin.",
      "7+19",
      FALSE },
    { { { "a", SPAN_BOLD }, { " ", 0 }, { "b", SPAN_BOLD } }, "a b", "0+3", TRUE },
    { { { "1. ", SPAN_BOLD }, { "Phát", 0 } }, "1. Phát", "0+2", FALSE },
    { { { "a\u00ADb\u200B\u00A0c", 0 } }, "ab c", "", FALSE },
    { { { "  ", SPAN_BOLD } }, "  ", "", FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Arena) arena = arena_new ();
    const FlowParagraph *made = make (arena, rows[i].runs, 6);
    g_autoptr (GString) spans = g_string_new (NULL);
    for (guint n = 0; n < made->n_spans; n++)
      g_string_append_printf (spans, "%s%u+%u", n ? " " : "", made->spans[n].start,
                              made->spans[n].length);
    g_test_message ("%s", rows[i].text);
    g_assert_cmpstr (made->text, ==, rows[i].text);
    g_assert_cmpint (made->is_bold, ==, rows[i].is_bold);
    g_assert_cmpstr (spans->str, ==, rows[i].spans);
  }
}

/* A maker that was finished is empty. */
static void
test_again (void)
{
  g_autoptr (Arena) arena = arena_new ();
  g_autoptr (ParagraphMaker) maker = paragraph_maker_new (arena);
  const FlowPicture picture = { .part = "a.png" };

  paragraph_maker_add (maker, "Một", SPAN_BOLD, NULL, TRUE);
  paragraph_maker_note (maker, "chú\u2060");
  paragraph_maker_note (maker, "thích\u00A01");
  paragraph_maker_picture (maker, &picture);
  g_assert_cmpstr (paragraph_maker_text (maker), ==, "Một");
  const FlowParagraph *first = paragraph_maker_finish (maker);
  const FlowParagraph *second = paragraph_maker_finish (maker);
  g_assert_true (first->is_caps);
  g_assert_cmpstr (first->notes, ==, "chú thích 1");
  g_assert_cmpuint (first->n_pictures, ==, 1);
  g_assert_cmpstr (second->text, ==, "");
  g_assert_null (second->notes);
  g_assert_cmpuint (second->n_pictures + second->n_spans, ==, 0);
  g_assert_false (second->is_bold);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paragraph/joined", test_joined);
  g_test_add_func ("/paragraph/again", test_again);
  return g_test_run ();
}
