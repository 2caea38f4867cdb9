/* SPDX-License-Identifier: MIT */
/* Lines and their heights (CSS 2.2, 10.8): every inline box reaches half of its leading above and
 * below its font; the line reaches as far as its boxes, and as the empty box of its block. */
#include "print/place/layout.h"

#include <math.h>

/* How far something reaches from the baseline of its line. */
typedef struct {
  double above, below;
} Reach;

static Reach
reach_of_text (Layout *layout, const Style *style, double raise)
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
reach_of_atom (Layout *layout, const Piece *piece, const Style *parent, Reach *reach)
{
  const Box *box = piece->box;
  double height = margin_height (box);
  double baseline = box->kind == BOX_PICTURE ? NAN : layout_last_baseline (box);
  VerticalKind kind = box->style->vertical_kind;

  if (kind == VERTICAL_TOP || kind == VERTICAL_BOTTOM)
    return FALSE;
  if (kind == VERTICAL_MIDDLE) {
    double middle = font_bank_font (layout->bank, parent)->x_height / 2;
    *reach = (Reach){ height / 2 + middle, height / 2 - middle };
    return TRUE;
  }
  double above = isnan (baseline) ? height : box->margin[SIDE_TOP] + baseline;
  *reach = (Reach){ above + piece->raise, height - above - piece->raise };
  return TRUE;
}

static Reach
reach_of_line (Layout *layout, const Box *box, const Line *line, Reach strut)
{
  const Paragraph *paragraph = box->paragraph;
  Reach reach = strut;
  double tallest = 0; /* of what is aligned with the line */
  const Style *last = NULL;

  for (guint i = line->first_run; i < line->first_run + line->n_runs; i++) {
    const LineRun *run = &g_array_index (paragraph->runs, LineRun, i);
    const Piece *piece = &g_array_index (box->inlines->pieces, Piece, run->piece);
    if (piece->style != last || piece->raise != 0)
      reach_join (&reach, reach_of_text (layout, piece->style, piece->raise));
    last = piece->style;
  }
  for (guint i = line->first_atom; i < line->first_atom + line->n_atoms; i++) {
    const Piece *piece = &g_array_index (box->inlines->pieces, Piece,
                                         g_array_index (paragraph->atoms, LineAtom, i).piece);
    Reach atom;
    if (piece->kind != PIECE_ATOM)
      continue;
    if (reach_of_atom (layout, piece, box->style, &atom))
      reach_join (&reach, atom);
    else
      tallest = MAX (tallest, margin_height (piece->box));
  }
  if (tallest > reach.above + reach.below)
    reach.below = tallest - reach.above;
  return reach;
}

/* Where the boxes on a line go, from the corner of the box that holds the lines. */
static void
place_atoms (Layout *layout, Box *box, const LineBox *line)
{
  for (guint i = line->line->first_atom; i < line->line->first_atom + line->line->n_atoms; i++) {
    const LineAtom *atom = &g_array_index (box->paragraph->atoms, LineAtom, i);
    const Piece *piece = &g_array_index (box->inlines->pieces, Piece, atom->piece);
    Reach reach;
    if (piece->kind != PIECE_ATOM)
      continue;
    Box *inside = piece->box;
    double top = line->top;
    if (reach_of_atom (layout, piece, box->style, &reach))
      top = line->baseline - reach.above;
    else if (inside->style->vertical_kind == VERTICAL_BOTTOM)
      top = line->top + line->height - margin_height (inside);
    inside->x = line->x + atom->x + inside->margin[SIDE_LEFT];
    inside->y = top + inside->margin[SIDE_TOP];
  }
}

static void
lay_out_atoms (Layout *layout, Box *box, double width)
{
  GArray *pieces = box->inlines->pieces;

  for (guint i = 0; i < pieces->len; i++) {
    Piece *piece = &g_array_index (pieces, Piece, i);
    if (piece->kind != PIECE_ATOM)
      continue;
    layout_box (layout, piece->box, width, -1, GIVEN_NOTHING);
    piece->width =
      piece->box->width + piece->box->margin[SIDE_LEFT] + piece->box->margin[SIDE_RIGHT];
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
make_room (Layout *layout, Box *box, guint n_lines)
{
  if (n_lines <= box->room_for_lines)
    return;
  box->lines = arena_alloc_raw (layout->arena, n_lines * sizeof (LineBox));
  box->room_for_lines = n_lines;
}

double
layout_lines (Layout *layout, Box *box, double width)
{
  double room = MAX (width, 0), y = 0;
  gboolean is_first = TRUE;

  lay_out_atoms (layout, box, room);
  box->inlines->indent = length_or (box->style->text_indent, room, 0);
  box->paragraph = paragraphs_lines (layout->paragraphs, box->inlines, width);
  box->n_lines = 0;
  if (box->inlines->text->len == 0)
    return 0;
  make_room (layout, box, box->paragraph->lines->len);
  Reach strut = reach_of_text (layout, box->style, 0);
  for (guint i = 0; i < box->paragraph->lines->len; i++) {
    const Line *line = &g_array_index (box->paragraph->lines, Line, i);
    Reach reach = reach_of_line (layout, box, line, strut);
    LineBox line_box = { line, y, reach.above + reach.below, y + reach.above, 0 };
    line_box.x = width < 0 ? 0 : start_of_line (box, line, width, is_first);
    box->lines[box->n_lines++] = line_box;
    place_atoms (layout, box, &line_box);
    y += line_box.height;
    is_first = FALSE;
  }
  return y;
}
