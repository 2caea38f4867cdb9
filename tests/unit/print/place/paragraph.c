/* SPDX-License-Identifier: MIT */
#include "print/place/paragraph.h"

#include <string.h>

#define FONT "Liberation Serif"

static Style
style_new (double size)
{
  return (
    Style){ .families = g_intern_static_string (FONT), .font_size = size, .font_weight = 400 };
}

static void
add (Inlines *inlines, const Style *style, const char *text)
{
  InlineItem item = { .style = style };
  inlines_add_text (inlines, text, strlen (text), &item);
}

#define LONG                                                                                                                      \
  "Người dân mở ứng dụng VNeID, chọn mục Dịch vụ khác, rồi chọn Kiến nghị, phản ánh về an ninh, " \
  "trật tự."

/* The texts of all runs, in order, are the text. */
static char *
text_of (const Paragraph *paragraph)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < paragraph->n_runs; i++) {
    const TextRun *run = &paragraph->runs[i].run;
    g_string_append_len (text, run->text, (gssize) run->length);
  }
  return g_string_free (text, FALSE);
}

static void
test_lines (void)
{
  g_autoptr (FontBank) bank = font_bank_new ();
  g_autoptr (Paragraphs) paragraphs = paragraphs_new (bank);
  Style style = style_new (12);
  Style bold = style;
  bold.font_weight = 700;
  g_autoptr (Inlines) inlines = inlines_new (&style);
  add (inlines, &style, LONG " ");
  add (inlines, &bold, LONG);
  inlines_finish (inlines);

  const Paragraph *narrow = paragraphs_lines (paragraphs, inlines, 200);
  const Paragraph *wide = paragraphs_lines (paragraphs, inlines, 400);
  g_assert_cmpuint (narrow->n_lines, >, wide->n_lines);
  g_assert_true (paragraphs_lines (paragraphs, inlines, 200) == narrow);
  g_assert_null (narrow->missing);
  for (guint i = 0; i < narrow->n_lines; i++) {
    const Line *line = &narrow->lines[i];
    g_assert_cmpfloat (line->width, <=, 200.01);
    g_assert_cmpint (line->is_last, ==, i + 1 == narrow->n_lines);
  }
  g_autofree char *text = text_of (narrow);
  g_assert_cmpstr (text, ==, LONG " " LONG);
  const TextRun *last = &narrow->runs[narrow->n_runs - 1].run;
  g_assert_nonnull (strstr (last->face->name, "Bold"));
}

/* A line of what is as wide as its place but for what sums of widths lose is one line. */
static void
test_rounded_off (void)
{
  g_autoptr (FontBank) bank = font_bank_new ();
  g_autoptr (Paragraphs) paragraphs = paragraphs_new (bank);
  Style style = style_new (12);
  g_autoptr (Inlines) inlines = inlines_new (&style);
  add (inlines, &style, LONG);
  inlines_finish (inlines);

  double whole = paragraphs_lines (paragraphs, inlines, 1e4)->width;
  g_assert_cmpuint (paragraphs_lines (paragraphs, inlines, whole - 0.01)->n_lines, ==, 1);
  g_assert_cmpuint (paragraphs_lines (paragraphs, inlines, whole - 0.05)->n_lines, ==, 2);
}

static void
test_justify_and_indent (void)
{
  g_autoptr (FontBank) bank = font_bank_new ();
  g_autoptr (Paragraphs) paragraphs = paragraphs_new (bank);
  Style style = style_new (12);
  style.text_align = TEXT_JUSTIFY;
  g_autoptr (Inlines) inlines = inlines_new (&style);
  add (inlines, &style, LONG LONG);
  inlines_finish (inlines);
  inlines->indent = 30;

  const Paragraph *paragraph = paragraphs_lines (paragraphs, inlines, 200);
  g_assert_cmpuint (paragraph->n_lines, >, 2);
  for (guint i = 0; i + 1 < paragraph->n_lines; i++)
    g_assert_cmpfloat_with_epsilon (paragraph->lines[i].width, i == 0 ? 170 : 200, 0.1);
  inlines->indent = -30;
  paragraph = paragraphs_lines (paragraphs, inlines, 200);
  g_assert_cmpfloat_with_epsilon (paragraph->lines[0].width, 230, 0.1);
  g_assert_cmpfloat_with_epsilon (paragraph->lines[1].width, 200, 0.1);
}

static void
test_breaks_and_atomics (void)
{
  g_autoptr (FontBank) bank = font_bank_new ();
  g_autoptr (Paragraphs) paragraphs = paragraphs_new (bank);
  Style style = style_new (12);
  g_autoptr (Inlines) inlines = inlines_new (&style);
  InlineItem atomic = { .style = &style, .width = 50 };
  add (inlines, &style, "Trước ");
  inlines_add (inlines, INLINE_ATOMIC, &atomic);
  add (inlines, &style, " sau ");
  inlines_add_break (inlines, &atomic);
  add (inlines, &style, " dòng hai");
  g_assert_true (inlines_finish (inlines));

  const Paragraph *paragraph = paragraphs_lines (paragraphs, inlines, 500);
  g_assert_cmpuint (paragraph->n_lines, ==, 2);
  g_assert_true (paragraph->lines[0].is_last);
  g_assert_cmpuint (paragraph->n_items, ==, 1);
  const LineItem *placed = &paragraph->items[0];
  const LineRun *before = &paragraph->runs[0];
  const LineRun *after = &paragraph->runs[1];
  g_assert_cmpfloat_with_epsilon (placed->x, before->run.width, 0.01);
  g_assert_cmpfloat_with_epsilon (after->x, placed->x + 50, 0.01);
  g_autofree char *text = text_of (paragraph);
  g_assert_cmpstr (text, ==,
                   "Trước  sau\xe2\x80\xa8"
                   "dòng hai");
}

static void
test_widths (void)
{
  g_autoptr (FontBank) bank = font_bank_new ();
  g_autoptr (Paragraphs) paragraphs = paragraphs_new (bank);
  Style style = style_new (12);
  double min_content, max_content, word, all;
  g_autoptr (Inlines) inlines = inlines_new (&style), longest = inlines_new (&style);
  add (inlines, &style, "a nghiêng b");
  add (longest, &style, "nghiêng");
  inlines_finish (inlines);
  inlines_finish (longest);

  paragraphs_widths (paragraphs, inlines, &min_content, &max_content);
  paragraphs_widths (paragraphs, longest, &word, &all);
  g_assert_cmpfloat_with_epsilon (min_content, word, 0.01);
  g_assert_cmpfloat_with_epsilon (word, all, 0.01);
  g_assert_cmpfloat (max_content, >, min_content);
}

static void
test_missing (void)
{
  g_autoptr (FontBank) bank = font_bank_new ();
  g_autoptr (Paragraphs) paragraphs = paragraphs_new (bank);
  Style style = style_new (12);
  g_autoptr (Inlines) inlines = inlines_new (&style);
  /* U+F0000 and U+F0001, for private use, and a sign of 2022, which is left out. */
  add (inlines, &style, "a\xf3\xb0\x80\x80\xf3\xb0\x80\x81\xf3\xb0\x80\x80\xf0\x9f\xab\xa8");
  inlines_finish (inlines);

  const GArray *missing = paragraphs_lines (paragraphs, inlines, 100)->missing;
  g_assert_cmpuint (missing->len, ==, 3);
  g_assert_cmpuint (g_array_index (missing, Missing, 0).letter, ==, 0xf0000);
  g_assert_cmpuint (g_array_index (missing, Missing, 1).letter, ==, 0xf0001);
  g_assert_false (g_array_index (missing, Missing, 1).is_pictograph);
  g_assert_true (g_array_index (missing, Missing, 2).is_pictograph);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paragraph/lines", test_lines);
  g_test_add_func ("/paragraph/rounded-off", test_rounded_off);
  g_test_add_func ("/paragraph/justify-and-indent", test_justify_and_indent);
  g_test_add_func ("/paragraph/breaks-and-atomics", test_breaks_and_atomics);
  g_test_add_func ("/paragraph/widths", test_widths);
  g_test_add_func ("/paragraph/missing", test_missing);
  return g_test_run ();
}
