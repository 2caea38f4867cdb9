/* SPDX-License-Identifier: MIT */
#include "print/place/justify.h"

#include <string.h>

#define NO_BREAK_SPACE "\xc2\xa0"

/* A space between words: that at the end of a line has no width. */
static gboolean
is_space (const TextRun *run, const Glyph *glyph)
{
  const char *text = run->text + glyph->text;
  return glyph->advance > 0 && (*text == ' ' || strncmp (text, NO_BREAK_SPACE, 2) == 0);
}

static LineRun *
run_of (Paragraph *paragraph, const Line *line, guint i)
{
  return &paragraph->runs[line->first_run + i];
}

static guint
count_spaces (Paragraph *paragraph, const Line *line)
{
  guint n = 0;

  for (guint i = 0; i < line->n_runs; i++) {
    const TextRun *run = &run_of (paragraph, line, i)->run;
    for (guint j = 0; j < run->n_glyphs; j++)
      n += is_space (run, &run->glyphs[j]);
  }
  return n;
}

/* Widens the spaces of a run by `share` each. */
static void
stretch_run (TextRun *run, double share)
{
  Glyph *glyphs = (Glyph *) run->glyphs; /* those of the paragraph */
  double shift = 0;

  for (guint i = 0; i < run->n_glyphs; i++) {
    glyphs[i].x += shift;
    if (!is_space (run, &glyphs[i]))
      continue;
    glyphs[i].advance += share;
    shift += share;
  }
  run->width += shift;
}

/* Moves the items of a line from `first` on that stand left of `x`; the index of the next one. */
static guint
shift_line_items (Paragraph *paragraph, const Line *line, guint first, double x, double shift)
{
  for (; first < line->first_item + line->n_items; first++) {
    LineItem *line_item = &paragraph->items[first];
    if (line_item->x >= x)
      break;
    line_item->x += shift;
  }
  return first;
}

static void
stretch_line (Paragraph *paragraph, Line *line, double room)
{
  guint n = count_spaces (paragraph, line), line_item = line->first_item;
  double rest = room - line->width, shift = 0;

  if (n == 0 || rest <= 0)
    return;
  for (guint i = 0; i < line->n_runs; i++) {
    LineRun *run = run_of (paragraph, line, i);
    double before = run->run.width;
    line_item = shift_line_items (paragraph, line, line_item, run->x + before / 2, shift);
    run->x += shift;
    stretch_run (&run->run, rest / n);
    shift += run->run.width - before;
  }
  shift_line_items (paragraph, line, line_item, G_MAXDOUBLE, shift);
  line->width = room;
}

void
justify_lines (Paragraph *paragraph, double width, double indent)
{
  for (guint i = 0; i < paragraph->n_lines; i++) {
    Line *line = &paragraph->lines[i];
    double room = i == 0 ? width - indent : width;
    if (!line->is_last)
      stretch_line (paragraph, line, room);
    paragraph->width = MAX (paragraph->width, line->width);
  }
}
