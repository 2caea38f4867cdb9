/* SPDX-License-Identifier: MIT */
#include "print/place/justify.h"

#include <string.h>

#define FONT "Liberation Serif"

static void
add (Inlines *inlines, const Style *style, const char *text)
{
  InlineItem item = { .style = style };
  inlines_add_text (inlines, text, strlen (text), &item);
}

/* Two styles, and a box in the middle. */
static Inlines *
inlines_of (const Style *plain, const Style *bold)
{
  Inlines *inlines = inlines_new (plain);
  InlineItem box = { .style = plain, .width = 30 };

  add (inlines, plain, "Người dân mở ứng dụng, chọn ");
  inlines_add (inlines, INLINE_ATOMIC, &box);
  add (inlines, plain, " rồi chọn Kiến nghị, phản ánh ");
  add (inlines, bold, "về-an-ninh-và-trật-tự rồi\xc2\xa0gửi");
  add (inlines, plain, " phản ánh tới cơ quan Công an.");
  inlines_finish (inlines);
  return inlines;
}

/* Where each line ends, from its runs and boxes; they must not overlap. */
static double
end_of (const Paragraph *paragraph, const Line *line)
{
  double end = 0;

  for (guint i = 0; i < line->n_runs; i++) {
    const LineRun *run = &paragraph->runs[line->first_run + i];
    double advances = 0;
    for (guint j = 0; j < run->run.n_glyphs; j++) {
      g_assert_cmpfloat_with_epsilon (run->run.glyphs[j].x, advances, 0.01);
      advances += run->run.glyphs[j].advance;
    }
    g_assert_cmpfloat_with_epsilon (advances, run->run.width, 0.01);
    for (guint j = 0; j < line->n_items; j++) {
      double x = paragraph->items[line->first_item + j].x;
      g_assert_true (x + 30 < run->x + 0.01 || x > run->x + run->run.width - 0.01);
    }
    g_assert_cmpfloat (run->x, >, end - 0.01);
    end = run->x + run->run.width;
  }
  for (guint j = 0; j < line->n_items; j++)
    end = MAX (end, paragraph->items[line->first_item + j].x + 30);
  return end;
}

/* Wherever the line ends: in a style, between two, behind a box. */
static void
test_full (void)
{
  g_autoptr (FontBank) bank = font_bank_new ();
  g_autoptr (Paragraphs) paragraphs = paragraphs_new (bank);
  Style plain = { .families = g_intern_static_string (FONT),
                  .font_size = 12,
                  .font_weight = 400,
                  .text_align = TEXT_JUSTIFY };
  Style bold = plain;
  bold.font_weight = 700;
  g_autoptr (Inlines) inlines = inlines_of (&plain, &bold);
  inlines->indent = 20;

  for (double width = 140; width < 400; width += 7) {
    const Paragraph *paragraph = paragraphs_lines (paragraphs, inlines, width);
    for (guint i = 0; i < paragraph->n_lines; i++) {
      const Line *line = &paragraph->lines[i];
      double room = i == 0 ? width - 20 : width;
      g_assert_cmpfloat_with_epsilon (end_of (paragraph, line), line->width, 0.01);
      if (!line->is_last)
        g_assert_cmpfloat_with_epsilon (line->width, room, 0.01);
      else
        g_assert_cmpfloat (line->width, <=, room + 0.01);
    }
  }
}

/* One word has nothing to be widened; what is too wide is not made narrower. */
static void
test_stubborn (void)
{
  g_autoptr (FontBank) bank = font_bank_new ();
  g_autoptr (Paragraphs) paragraphs = paragraphs_new (bank);
  Style style = { .families = g_intern_static_string (FONT),
                  .font_size = 12,
                  .font_weight = 400,
                  .text_align = TEXT_JUSTIFY };
  g_autoptr (Inlines) inlines = inlines_new (&style);
  add (inlines, &style, "nghiêng nghiêng_nghiêng_nghiêng_nghiêng cuối cùng");
  inlines_finish (inlines);

  const Paragraph *paragraph = paragraphs_lines (paragraphs, inlines, 80);
  g_assert_cmpuint (paragraph->n_lines, ==, 3);
  g_assert_cmpfloat (paragraph->lines[0].width, <, 60);
  g_assert_cmpfloat (paragraph->lines[1].width, >, 90);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/justify/full", test_full);
  g_test_add_func ("/justify/stubborn", test_stubborn);
  return g_test_run ();
}
