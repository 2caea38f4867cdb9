/* SPDX-License-Identifier: MIT */
/* Lines and their heights (CSS 2.2, 10.8): every inline box reaches half of its leading above and
 * below its font; the line reaches as far as its boxes, and as the strut (10.8.1): an empty inline
 * box with the font and line height of the block. */
#include "print/place/layout.h"

#include <math.h>

/* How far something reaches from the baseline of its line. */
typedef struct {
  double above, below;
} Reach;

static Reach
reach_of_text (LayoutContext *layout, const Style *style, double raise)
{
  const Font *font = font_bank_font (layout->bank, style);
  double own = font->ascent + font->descent;
  double height = own + font->line_gap;

  if (style->line_height_kind == LINE_NUMBER)
    height = style->line_height * style->font_size;
  else if (style->line_height_kind == LINE_POINTS)
    height = style->line_height;
  double leading = (height - own) / 2;
  return (Reach){ font->ascent + leading + raise, font->descent + leading - raise };
}

static void
reach_join (Reach *reach, Reach other)
{
  reach->above = MAX (reach->above, other.above);
  reach->below = MAX (reach->below, other.below);
}

static double
margin_height (const Box *box)
{
  return box->height + box->margin[SIDE_TOP] + box->margin[SIDE_BOTTOM];
}

/* FALSE for what is aligned with the line as a whole. */
static gboolean
reach_of_atomic (LayoutContext *layout, const InlineItem *item, const Style *parent, Reach *reach)
{
  const Box *box = item->box;
  double height = margin_height (box);
  double baseline = box->kind == BOX_REPLACED ? NAN : layout_last_baseline (box);
  VerticalKind kind = box->style->vertical_kind;

  if (kind == VERTICAL_TOP || kind == VERTICAL_BOTTOM)
    return FALSE;
  if (kind == VERTICAL_MIDDLE) {
    double middle = font_bank_font (layout->bank, parent)->x_height / 2;
    *reach = (Reach){ height / 2 + middle, height / 2 - middle };
    return TRUE;
  }
  double above = isnan (baseline) ? height : box->margin[SIDE_TOP] + baseline;
  *reach = (Reach){ above + item->raise, height - above - item->raise };
  return TRUE;
}

static Reach
reach_of_line (LayoutContext *layout, const Box *box, const Line *line, Reach strut)
{
  const Paragraph *paragraph = box->paragraph;
  Reach reach = strut;
  double tallest = 0; /* of what is aligned with the line */
  const Style *last = NULL;

  for (guint i = line->first_run; i < line->first_run + line->n_runs; i++) {
    const LineRun *run = &paragraph->runs[i];
    const InlineItem *item = &box->inlines->items[run->item];
    if (item->style != last || item->raise != 0)
      reach_join (&reach, reach_of_text (layout, item->style, item->raise));
    last = item->style;
  }
  for (guint i = line->first_item; i < line->first_item + line->n_items; i++) {
    const InlineItem *item = &box->inlines->items[paragraph->items[i].item];
    Reach line_item;
    if (item->kind != INLINE_ATOMIC)
      continue;
    if (reach_of_atomic (layout, item, box->style, &line_item))
      reach_join (&reach, line_item);
    else
      tallest = MAX (tallest, margin_height (item->box));
  }
  if (tallest > reach.above + reach.below)
    reach.below = tallest - reach.above;
  return reach;
}

/* Where the boxes on a line go, from the corner of the box that holds the lines. */
static void
place_atomics (LayoutContext *layout, Box *box, const LineBox *line)
{
  for (guint i = line->line->first_item; i < line->line->first_item + line->line->n_items; i++) {
    const LineItem *line_item = &box->paragraph->items[i];
    const InlineItem *item = &box->inlines->items[line_item->item];
    Reach reach;
    if (item->kind != INLINE_ATOMIC)
      continue;
    Box *inside = item->box;
    double top = line->top;
    if (reach_of_atomic (layout, item, box->style, &reach))
      top = line->baseline - reach.above;
    else if (inside->style->vertical_kind == VERTICAL_BOTTOM)
      top = line->top + line->height - margin_height (inside);
    inside->x = line->x + line_item->x + inside->margin[SIDE_LEFT];
    inside->y = top + inside->margin[SIDE_TOP];
  }
}

static void
lay_out_atomics (LayoutContext *layout, Box *box, double width)
{
  Inlines *inlines = box->inlines;

  for (guint i = 0; i < inlines->n_items; i++) {
    InlineItem *item = &inlines->items[i];
    if (item->kind != INLINE_ATOMIC)
      continue;
    layout_box (layout, item->box, width, -1, NO_FIXED_SIZE);
    item->width = item->box->width + item->box->margin[SIDE_LEFT] + item->box->margin[SIDE_RIGHT];
  }
}

static double
start_of_line (const Box *box, const Line *line, double width, gboolean is_first)
{
  double indent = is_first ? box->inlines->indent : 0;
  double rest = width - indent - line->width;

  switch (box->style->text_align) {
  case TEXT_RIGHT:
    return indent + rest;
  case TEXT_CENTRE:
    return indent + rest / 2;
  case TEXT_LEFT:
  case TEXT_JUSTIFY:
    break;
  }
  return indent;
}

/* Boxes are laid out more than once, in different widths. */
static void
make_room (LayoutContext *layout, Box *box, guint n_lines)
{
  if (n_lines <= box->room_for_lines)
    return;
  box->lines = arena_alloc_raw (layout->arena, n_lines * sizeof (LineBox));
  box->room_for_lines = n_lines;
}

double
layout_inline (LayoutContext *layout, Box *box, double width)
{
  double room = MAX (width, 0), y = 0;
  gboolean is_first = TRUE;

  lay_out_atomics (layout, box, room);
  box->inlines->indent = length_or (box->style->text_indent, room, 0);
  box->paragraph = paragraphs_lines (layout->paragraphs, box->inlines, width);
  box->n_lines = 0;
  if (box->inlines->length == 0)
    return 0;
  make_room (layout, box, box->paragraph->n_lines);
  Reach strut = reach_of_text (layout, box->style, 0);
  for (guint i = 0; i < box->paragraph->n_lines; i++) {
    const Line *line = &box->paragraph->lines[i];
    Reach reach = reach_of_line (layout, box, line, strut);
    LineBox line_box = { line, y, reach.above + reach.below, y + reach.above, 0 };
    line_box.x = width < 0 ? 0 : start_of_line (box, line, width, is_first);
    box->lines[box->n_lines++] = line_box;
    place_atomics (layout, box, &line_box);
    y += line_box.height;
    is_first = FALSE;
  }
  return y;
}
