/* SPDX-License-Identifier: MIT */
/* From boxes in one column to items on pages. A place of the flow finds its page by halving the
 * list of pages (and its part of a box with columns likewise), so items need not come in the order
 * of pages; only backgrounds are longer than a page, and are cut here.
 *
 * What must stay true: items are appended in document order, which is that of painting and of
 * reading. A box out of the flow stays as a whole on the page where its containing block begins. */
#include "print/place/place.h"

#include "base/i18n.h"
#include "print/place/clips.h"
#include "print/place/counters.h"
#include "print/place/drawing_text.h"
#include "print/place/fragments.h"
#include "print/place/layout.h"
#include "print/place/pages.h"

#include <math.h>

#define USUAL_ITEMS 64 /* on a page */

#define NOTES_RULE 0.5 /* points: how thick the rule above footnotes is */

/* Beyond its area by more than this, something is overfull. */
#define OVERFULL_POINTS 0.5

/* Nobody sees what is less. */
#define HAIR 0.01

/* A running string that an element set. */
typedef struct {
  const char *name; /* interned */
  char *text;
  guint page;
} Running;

typedef struct {
  LayoutContext layout;
  const BoxSources *sources;
  BoxTree *tree;
  GArray *pages; /* PageBox */
  Placement *placement;
  GArray *runnings; /* Running, in document order */
  /* Where things go at the moment. */
  int fixed_page; /* ≥ 0: all of it on this page, moved by fixed_x, fixed_y */
  double fixed_x, fixed_y;
  const Box *columns; /* the innermost box with columns around; its corner in the flow */
  double columns_x, columns_y;
  const Box *cell; /* the cell around that goes on from page to page; its top in the flow */
  double cell_y;
  PlacedRole role; /* at least */
  double rotation, pivot_x, pivot_y;
  double shift_x, shift_y; /* what turns within something that turns is carried along */
  const ClipScope *clip;   /* the innermost box around that hides what does not fit; or NULL */
} Placer;

void
placement_free (Placement *placement)
{
  if (placement == NULL)
    return;
  g_ptr_array_unref (placement->pages);
  g_ptr_array_unref (placement->styles);
  g_ptr_array_unref (placement->images);
  g_ptr_array_unref (placement->drawings);
  g_array_unref (placement->wide_lines);
  g_array_unref (placement->hidden_texts);
  g_array_unref (placement->wide_tables);
  g_free (placement);
}

static void
placed_page_free (gpointer data)
{
  PlacedPage *page = data;
  g_array_unref (page->items);
  g_clear_pointer (&page->clips, g_array_unref);
  g_free (page);
}

/* --- from the flow to pages --- */

/* A place of the flow on its page. */
typedef struct {
  guint page;
  double x, y;
  double end; /* of the flow: up to there it goes on without a cut */
} PagePosition;

static const ColumnPart *
find_part (const Placer *placer, double y)
{
  const GArray *parts = placer->columns->column_parts;
  guint low = 0, high = parts->len;

  while (high - low > 1) {
    guint middle = (low + high) / 2;
    if (g_array_index (parts, ColumnPart, middle).start <= y + 0.001)
      low = middle;
    else
      high = middle;
  }
  return &g_array_index (parts, ColumnPart, low);
}

static const CellPart *
find_cell_part (const Placer *placer, double y)
{
  const GArray *parts = placer->cell->cell_parts;
  guint n = parts->len - 1;

  while (n > 0 && g_array_index (parts, CellPart, n).start > y - placer->cell_y + 0.001)
    n--;
  return &g_array_index (parts, CellPart, n);
}

/* The same within a cell that is cut, which knows the pages it stands on. */
static PagePosition
find_in_cell (const Placer *placer, double x, double y, double end)
{
  const GArray *parts = placer->cell->cell_parts;
  const CellPart *part = find_cell_part (placer, y);
  const PageBox *page = &g_array_index (placer->pages, PageBox, part->page);

  if (part < &g_array_index (parts, CellPart, parts->len - 1))
    end = MIN (end, placer->cell_y + part[1].start);
  return (PagePosition){ part->page, page->style.margin[SIDE_LEFT] + x,
                         part->y + y - placer->cell_y - part->start, end };
}

static PagePosition
find_position (const Placer *placer, double x, double y)
{
  double end = G_MAXDOUBLE;

  if (placer->columns && placer->columns->column_parts->len > 0) {
    const ColumnPart *part = find_part (placer, y - placer->columns_y);
    end = placer->columns_y + part->end;
    x += part->x;
    y += part->y - part->start;
  }
  if (placer->fixed_page >= 0)
    return (PagePosition){ (guint) placer->fixed_page, x + placer->fixed_x, y + placer->fixed_y,
                           end };
  if (placer->cell)
    return find_in_cell (placer, x, y, end);
  guint index = pages_find (placer->pages, y);
  const PageBox *page = &g_array_index (placer->pages, PageBox, index);
  if (!placer->columns && index + 1 < placer->pages->len)
    end = page->end;
  return (PagePosition){ index, page->style.margin[SIDE_LEFT] + x, page->top + y - page->start,
                         end };
}

/* --- what is hidden --- */

/* FALSE when nothing of what is placed now is seen on this page. */
static gboolean
find_clip (const Placer *placer, guint page, guint *clip)
{
  *clip = 0;
  return placer->clip == NULL || clip_scope_find (placer->clip, page, clip);
}

/* As an item that stands there. */
static void
turn_clip (const Placer *placer, Clip *clip)
{
  clip->x += placer->shift_x;
  clip->y += placer->shift_y;
  clip->rotation = placer->rotation;
  clip->pivot_x = placer->pivot_x;
  clip->pivot_y = placer->pivot_y;
}

static void
note_hidden (Placer *placer, guint page, const Placed *item, double by)
{
  HiddenText hidden = { item->element, item->text.run, by, page };

  if (item->kind == PLACED_TEXT && item->role != ROLE_ARTIFACT && by > OVERFULL_POINTS)
    g_array_append_val (placer->placement->hidden_texts, hidden);
}

static void
place_item (Placer *placer, guint page, Placed placed)
{
  placed.role = MAX (placed.role, placer->role);
  placed.x += placer->shift_x;
  placed.y += placer->shift_y;
  if (placed.kind == PLACED_TEXT)
    placed.text.baseline += placer->shift_y;
  placed.rotation = placer->rotation;
  placed.pivot_x = placer->pivot_x;
  placed.pivot_y = placer->pivot_y;
  PlacedPage *on = placer->placement->pages->pdata[page];
  if (placer->clip && placed.clip == 0 && !find_clip (placer, page, &placed.clip)) {
    note_hidden (placer, page, &placed, placed.height);
    return;
  }
  if (placed.clip > 0 && placed.kind == PLACED_TEXT)
    note_hidden (placer, page, &placed, clips_hidden (on, &placed));
  g_array_append_val (on->items, placed);
}

/* --- boxes --- */

static gboolean
is_seen (const Style *style)
{
  gboolean has_border = FALSE;

  for (Side side = 0; side < N_SIDES; side++)
    has_border |= style->border[side].style != BORDER_NONE && style->border[side].width > 0;
  return !style->is_hidden && (has_border || !style->background.is_clear);
}

/* A piece of a box, which the ends of pages may have cut. */
typedef struct {
  PagePosition position;
  double height;
  gboolean is_open_top, is_open_bottom;
} Piece;

typedef void (*PieceFunc) (Placer *placer, const Box *box, const Piece *piece, gpointer data);

static void
place_piece (Placer *placer, const Box *box, const Piece *piece, G_GNUC_UNUSED gpointer data)
{
  Placed placed = { .kind = PLACED_BOX,
                    .role = box->role,
                    .element = box->element,
                    .x = piece->position.x,
                    .y = piece->position.y,
                    .width = box->width,
                    .height = MAX (piece->height, 0) };

  placed.box.style = box->style;
  placed.box.is_open_top = piece->is_open_top;
  placed.box.is_open_bottom = piece->is_open_bottom;
  place_item (placer, piece->position.page, placed);
}

static void
walk_cell_parts (Placer *placer, const Box *cell, double x, PieceFunc func, gpointer data)
{
  for (guint i = 0; i < cell->cell_parts->len; i++) {
    const CellPart *part = &g_array_index (cell->cell_parts, CellPart, i);
    const PageBox *page = &g_array_index (placer->pages, PageBox, part->page);
    Piece piece = { { part->page, page->style.margin[SIDE_LEFT] + x, part->top, 0 },
                    part->bottom - part->top,
                    i > 0,
                    i + 1 < cell->cell_parts->len };
    func (placer, cell, &piece, data);
  }
}

/* What comes after `position`, which ends before the box does. */
static PagePosition
next_position (const Placer *placer, PagePosition position, double x)
{
  if (placer->cell)
    return find_position (placer, x, position.end);
  guint index = position.page + 1;
  const PageBox *page = &g_array_index (placer->pages, PageBox, index);
  double end = index + 1 < placer->pages->len ? page->end : G_MAXDOUBLE;
  return (PagePosition){ index, page->style.margin[SIDE_LEFT] + x, page->top, end };
}

static void
walk_pieces (Placer *placer, const Box *box, double x, double y, PieceFunc func, gpointer data)
{
  double bottom = y + box->height, top = y;

  if (box->cell_parts) {
    walk_cell_parts (placer, box, x, func, data);
    return;
  }
  PagePosition position = find_position (placer, x, y);
  for (guint guard = placer->pages->len + 1000; guard > 0; guard--) {
    double end = MIN (bottom, position.end);
    func (placer, box, &(Piece){ position, end - top, top > y, end < bottom }, data);
    if (end >= bottom || placer->columns || position.page + 1 >= placer->pages->len)
      return;
    position = next_position (placer, position, x);
    top = placer->cell ? end : g_array_index (placer->pages, PageBox, position.page).start;
  }
}

static void
place_background (Placer *placer, const Box *box, double x, double y)
{
  if (box->kind != BOX_INLINE && (is_seen (box->style) || box->is_field))
    walk_pieces (placer, box, x, y, place_piece, NULL);
}

static void
clip_piece (Placer *placer, const Box *box, const Piece *piece, gpointer data)
{
  const Border *border = box->style->border;
  const double edge[N_SIDES] = { [SIDE_TOP] = piece->is_open_top ? 0 : border[SIDE_TOP].width,
                                 [SIDE_RIGHT] = border[SIDE_RIGHT].width,
                                 [SIDE_BOTTOM] =
                                   piece->is_open_bottom ? 0 : border[SIDE_BOTTOM].width,
                                 [SIDE_LEFT] = border[SIDE_LEFT].width };
  guint page = piece->position.page;
  Clip clip = clip_inside (box->style, piece->position.x, piece->position.y, box->width,
                           MAX (piece->height, 0), edge);

  if (!find_clip (placer, page, &clip.outer))
    return;
  turn_clip (placer, &clip);
  clip_scope_add (data, page, clips_add (placer->placement->pages->pdata[page], clip));
}

/* Unless the box hides nothing: what is asked of the root is asked of the page (CSS Overflow 3,
 * 3.3), and a box that goes on in the next column has pieces of one page. */
static void
begin_clip (Placer *placer, const Box *box, double x, double y, ClipScope *scope)
{
  if (!box->style->clips || box->parent == NULL || box->kind == BOX_INLINE
      || box->kind == BOX_REPLACED || box->kind == BOX_ROW || box->kind == BOX_ROW_GROUP)
    return;
  if (placer->columns && find_position (placer, x, y).end < y + box->height)
    return;
  clip_scope_init (scope);
  walk_pieces (placer, box, x, y, clip_piece, scope);
  placer->clip = scope;
}

/* --- text --- */

static void
report_missing (Placer *placer, const Box *box, const Missing *missing)
{
  const InlineItem *item = &box->inlines->items[missing->item];
  const Faults *faults = &placer->sources->faults;
  char letter[8] = { 0 };

  g_unichar_to_utf8 (missing->letter, letter);
  if (missing->is_pictograph)
    fault_warning (faults, item->element, letter, _ ("install fonts-symbola, or write a word"),
                   _ ("no font has the sign “%s” (U+%04X); it is left out"), letter,
                   missing->letter);
  else
    fault_error (faults, item->element, letter,
                 _ ("use another character, or install a font that has it"),
                 _ ("no font has the character “%s” (U+%04X)"), letter, missing->letter);
}

/* Of an inline box on a line, from the start of the line. */
typedef struct {
  double left, right;
  gboolean is_open_left, is_open_right; /* it comes from the line before, goes on in the next */
} Stretch;

static void
place_inline_background (Placer *placer, const InlineItem *item, const LineBox *line,
                         Stretch stretch, double x, double y)
{
  const Style *style = item->style;
  const Font *font = font_bank_font (placer->layout.bank, style);
  double above = font->ascent + style->padding[SIDE_TOP].value + style->border[SIDE_TOP].width;
  double below =
    font->descent + style->padding[SIDE_BOTTOM].value + style->border[SIDE_BOTTOM].width;
  PagePosition position = find_position (placer, x + line->x + stretch.left, y + line->top);
  Placed placed = { .kind = PLACED_BOX,
                    .role = item->role,
                    .element = item->element,
                    .x = position.x + item->shift_x,
                    .y =
                      position.y + line->baseline - line->top - item->raise - above + item->shift_y,
                    .width = stretch.right - stretch.left,
                    .height = above + below };

  placed.box.style = style;
  placed.box.is_open_left = stretch.is_open_left;
  placed.box.is_open_right = stretch.is_open_right;
  place_item (placer, position.page, placed);
}

static double
inline_margin (const InlineItem *item, Side side)
{
  Length margin = item->style->margin[side];
  return margin.kind == LENGTH_POINTS ? margin.value : 0;
}

/* The index of the line item that closes `item` on a line, or the end of its items. */
static guint
find_close (const Box *box, const Line *words, const InlineItem *item)
{
  guint end = words->first_item + words->n_items;

  for (guint i = words->first_item; i < end; i++)
    if (box->paragraph->items[i].item == item->other)
      return i;
  return end;
}

/* The backgrounds and borders of the inline boxes on one line, each from its left edge, or the
 * start of the line, to its right edge, or the end. `open` (guint) has the items that open a box
 * which the lines before left open; afterwards those that this one does. */
static void
place_inline_backgrounds (Placer *placer, const Box *box, const LineBox *line, GArray *open,
                          double x, double y)
{
  const Inlines *inlines = box->inlines;
  const Line *words = line->line;
  guint end = words->first_item + words->n_items, n_before = open->len, n_open = 0;

  for (guint i = words->first_item; i < end; i++) {
    guint item = box->paragraph->items[i].item;
    if (inlines->items[item].kind == INLINE_OPEN)
      g_array_append_val (open, item);
  }
  for (guint i = 0, line_item = words->first_item; i < open->len; i++) {
    guint index = g_array_index (open, guint, i);
    const InlineItem *item = &inlines->items[index];
    guint close = find_close (box, words, item);
    Stretch stretch = { 0, words->width, i < n_before, close == end };
    if (i >= n_before) {
      while (box->paragraph->items[line_item].item != index)
        line_item++;
      stretch.left = box->paragraph->items[line_item].x + inline_margin (item, SIDE_LEFT);
    }
    if (close < end)
      stretch.right = box->paragraph->items[close].x + inlines->items[item->other].width
                      - inline_margin (item, SIDE_RIGHT);
    else
      g_array_index (open, guint, n_open++) = index;
    if (is_seen (item->style))
      place_inline_background (placer, item, line, stretch, x, y);
  }
  g_array_set_size (open, n_open);
}

static void place_box (Placer *placer, const Box *box, double x, double y);

/* Of a page: where its first footnote goes. */
static double
notes_top (const PageBox *page)
{
  return page->style.height - page->style.margin[SIDE_BOTTOM] - page->notes + NOTES_GAP;
}

static void
place_atomic (Placer *placer, const InlineItem *item, double x, double y)
{
  Placer inner = *placer;

  inner.shift_x += item->shift_x;
  inner.shift_y += item->shift_y;
  place_box (&inner, item->box, x + item->box->x, y + item->box->y);
}

static void
place_line (Placer *placer, const Box *box, const LineBox *line, GArray *open, double x, double y)
{
  const Inlines *inlines = box->inlines;
  const Line *words = line->line;
  PagePosition position = find_position (placer, x + line->x, y + line->top);

  if (open)
    place_inline_backgrounds (placer, box, line, open, x, y);
  /* Runs and boxes in the order of the line. */
  guint line_item = words->first_item, end_item = words->first_item + words->n_items;
  for (guint i = words->first_run; i <= words->first_run + words->n_runs; i++) {
    const LineRun *run = i < words->first_run + words->n_runs ? &box->paragraph->runs[i] : NULL;
    for (; line_item < end_item; line_item++) {
      const InlineItem *item = &inlines->items[box->paragraph->items[line_item].item];
      if (run && item->start > inlines->items[run->item].start)
        break;
      if (item->kind == INLINE_ATOMIC)
        place_atomic (placer, item, x, y);
    }
    if (run == NULL)
      break;
    const InlineItem *item = &inlines->items[run->item];
    if (item->style->is_hidden)
      continue;
    Placed placed = { .kind = PLACED_TEXT,
                      .role = MAX (item->role, box->role),
                      .element = item->element,
                      .x = position.x + run->x + item->shift_x,
                      .y = position.y + item->shift_y,
                      .width = run->run.width,
                      .height = line->height };
    placed.text.run = &run->run;
    placed.text.baseline = placed.y + line->baseline - line->top - item->raise;
    place_item (placer, position.page, placed);
  }
}

static void
note_wide_line (Placer *placer, const Box *box, double room, double x, double y)
{
  WideLine wide = { .element = box->element, .by = box->paragraph->width - room };

  for (guint i = 0; i < box->n_lines; i++) {
    const Line *line = box->lines[i].line;
    if (line->width < box->paragraph->width)
      continue;
    wide.page = find_position (placer, x, y + box->lines[i].top).page;
    if (line->n_runs > 0)
      wide.run = &box->paragraph->runs[line->first_run].run;
  }
  g_array_append_val (placer->placement->wide_lines, wide);
}

/* The footnotes that are called in a text, each at the foot of its page; read behind the text. */
static void
place_notes (Placer *placer, const Box *lines)
{
  for (guint i = 0; i < lines->inlines->n_items; i++) {
    const InlineItem *item = &lines->inlines->items[i];
    if (item->kind != INLINE_OUT_OF_FLOW || !item->style->is_footnote)
      continue;
    const PageBox *page = &g_array_index (placer->pages, PageBox, item->box->note_page);
    Placer foot = *placer;
    foot.columns = NULL;
    foot.fixed_page = (int) item->box->note_page;
    foot.fixed_x = page->style.margin[SIDE_LEFT];
    foot.fixed_y = notes_top (page);
    foot.rotation = 0;
    place_box (&foot, item->box, item->box->x, item->box->y);
  }
}

static void
place_lines (Placer *placer, const Box *box, double x, double y)
{
  if (box->paragraph == NULL)
    return;
  for (guint i = 0; box->paragraph->missing && i < box->paragraph->missing->len; i++)
    report_missing (placer, box, &g_array_index (box->paragraph->missing, Missing, i));
  /* A first line that hangs out to the left has that much more room. */
  double room = box->width - MIN (box->inlines->indent, 0);
  if (box->role != ROLE_MARKER && box->width > 0 && placer->clip == NULL
      && box->paragraph->width > room + OVERFULL_POINTS)
    note_wide_line (placer, box, room, x, y);
  g_autoptr (GArray) open =
    box->paragraph->n_items > 0 ? g_array_new (FALSE, FALSE, sizeof (guint)) : NULL;
  for (guint i = 0; i < box->n_lines; i++)
    place_line (placer, box, &box->lines[i], open, x, y);
  if (placer->tree->footnotes->len > 0)
    place_notes (placer, box);
}

/* --- the tree --- */

static double
area_width (const PageStyle *style)
{
  return MAX (style->width - style->margin[SIDE_LEFT] - style->margin[SIDE_RIGHT], 1);
}

static double
area_height (const PageStyle *style)
{
  return MAX (style->height - style->margin[SIDE_TOP] - style->margin[SIDE_BOTTOM], 1);
}

/* `left` is negative for a picture that is larger than its box. */
static double
offset_in (Length position, double left)
{
  return position.kind == LENGTH_PERCENT ? left * position.value / 100 : position.value;
}

/* Where the picture goes in a box of this size (CSS Images 3, 4.5). */
static void
fit_object (const Box *box, Placed *item)
{
  const Style *style = box->style;
  ObjectFit fit = style->object_fit;
  double width, height;

  layout_natural_size (box, &width, &height);
  if (fit == OBJECT_FILL || !(width > 0 && height > 0))
    return;
  double scale = fit == OBJECT_COVER ? fmax (item->width / width, item->height / height)
                                     : fmin (item->width / width, item->height / height);
  if (fit == OBJECT_NONE || (fit == OBJECT_SCALE_DOWN && scale > 1))
    scale = 1;
  double left = item->width - width * scale, above = item->height - height * scale;
  item->x += offset_in (style->object_position[0], left);
  item->y += offset_in (style->object_position[1], above);
  item->width = width * scale;
  item->height = height * scale;
}

/* What lies beyond the content box is not seen, nor beyond its round corners. */
static gboolean
clip_object (Placer *placer, guint page, const Box *box, double x, double y, Placed *item)
{
  double edge[N_SIDES];

  for (Side side = 0; side < N_SIDES; side++)
    edge[side] = box_edge (box, side);
  if (!find_clip (placer, page, &item->clip))
    return FALSE;
  Clip clip = clip_inside (box->style, x, y, box->width, box->height, edge);
  gboolean is_beyond = item->x < clip.x - HAIR || item->x + item->width > clip.x + clip.width + HAIR
                       || item->y < clip.y - HAIR
                       || item->y + item->height > clip.y + clip.height + HAIR;
  if (!is_beyond && !corners_are_round (&clip.corners))
    return TRUE;
  turn_clip (placer, &clip);
  clip.outer = item->clip;
  item->clip = clips_add (placer->placement->pages->pdata[page], clip);
  return TRUE;
}

#define DOTS_AN_INCH 300
#define MOST_DOTS    10000 /* along a side */

static guint
dots_along (double points)
{
  return (guint) CLAMP (ceil (points * DOTS_AN_INCH / 72), 1, MOST_DOTS);
}

/* The drawing as a picture, as large as it is to stand; NULL after reporting. */
static const Image *
paint_dots (Placer *placer, const Box *box, const Placed *item)
{
  const BoxSources *sources = placer->sources;
  const char *why = NULL;
  g_autoptr (GBytes) png =
    sources->drawings
      ? drawing_store_dots (sources->drawings, box->drawing->source, dots_along (item->width),
                            dots_along (item->height), &why)
      : NULL;
  Image *image = png ? image_new (png, &why) : NULL;

  if (image)
    g_ptr_array_add (placer->placement->images, image);
  else
    fault_error (&sources->faults, box->element, NULL, NULL, _ ("the drawing with “%s” %s"),
                 box->drawing->beyond, why ? why : "");
  return image;
}

static void
shape_drawing (Placer *placer, const Box *box)
{
  const LayoutContext *layout = &placer->layout;
  const BoxSources *sources = placer->sources;
  char letter[8] = { 0 };

  if (box->drawing->n_texts == 0)
    return;
  gunichar missing = drawing_shape ((Drawing *) box->drawing, box->style, layout->bank,
                                    layout->paragraphs, sources->spare);
  if (missing == 0)
    return;
  g_unichar_to_utf8 (missing, letter);
  fault_error (&sources->faults, box->element, NULL,
               _ ("use another character, or install a font that has it"),
               _ ("no font has the character “%s” (U+%04X)"), letter, missing);
}

static void
place_replaced (Placer *placer, const Box *box, double x, double y)
{
  PagePosition position = find_position (placer, x, y);
  Placed placed = { .kind = box->image ? PLACED_IMAGE : PLACED_DRAWING,
                    .role = box->role,
                    .element = box->element,
                    .x = position.x + box_edge (box, SIDE_LEFT),
                    .y = position.y + box_edge (box, SIDE_TOP),
                    .width = box->width - box_edge (box, SIDE_LEFT) - box_edge (box, SIDE_RIGHT),
                    .height =
                      box->height - box_edge (box, SIDE_TOP) - box_edge (box, SIDE_BOTTOM) };

  if (box->style->is_hidden)
    return;
  if (box->image)
    placed.image = box->image;
  else {
    placed.drawing = box->drawing;
    shape_drawing (placer, box);
  }
  if (element_is (box->element, "img"))
    fit_object (box, &placed);
  if (box->drawing && box->drawing->source && placed.width > 0 && placed.height > 0) {
    placed.image = paint_dots (placer, box, &placed);
    placed.kind = PLACED_IMAGE;
    if (placed.image == NULL)
      return;
  }
  if (clip_object (placer, position.page, box, position.x, position.y, &placed))
    place_item (placer, position.page, placed);
}

/* Where `child` goes, which is out of the flow and placed in `box`: as a whole to one page, that on
 * which `box` starts. Where `box` runs over several pages, what stands in it further down goes
 * where that part of it is (CSS Fragmentation 3, 4.1): the foot of a leaflet that became too long
 * was lost far below its first page. */
static PagePosition
out_of_flow_position (Placer *placer, const Box *box, const Box *child, double x, double y)
{
  PagePosition first = find_position (placer, x, y);
  gboolean is_within = box_is_within (child, box);
  PagePosition own =
    is_within ? find_position (placer, x + child->x, y + child->y) : (PagePosition){ 0 };

  if (is_within && y + child->y + child->height > own.end) /* it is not cut */
    own = next_position (placer, own, x + child->x);
  if (is_within && own.page > first.page)
    return own;
  return (PagePosition){ .page = first.page, .x = first.x + child->x, .y = first.y + child->y };
}

/* Items of a page as they were before something was placed. */
typedef struct {
  guint page, n_items;
} Mark;

static Mark
mark_items (const Placer *placer, const Box *box, double x, double y)
{
  if (box->out_of_flow == NULL)
    return (Mark){ 0 };
  guint page = find_position (placer, x, y).page;
  const PlacedPage *placed = placer->placement->pages->pdata[page];
  return (Mark){ page, placed->items->len };
}

/* What is positioned is painted in the order of the document (CSS 2.2, appendix E): a relative box
 * that comes behind `child` in it goes above `child`, whose items are those from `placed` on. What
 * follows that box goes along, so that the order of reading stays. */
static void
raise_relative (Placer *placer, const Box *child, guint page, guint start, guint placed)
{
  GArray *items = ((PlacedPage *) placer->placement->pages->pdata[page])->items;
  gboolean is_generated = child->style->n_content > 0;

  for (guint i = start; child->element && !is_generated && i < placed; i++) {
    const Placed *item = &g_array_index (items, Placed, i);
    if (item->kind != PLACED_BOX || item->element == NULL
        || item->box.style->position != POSITION_RELATIVE
        || item->element->index <= child->element->index)
      continue;
    guint n_raised = placed - i;
    g_autofree Placed *raised = g_memdup2 (item, n_raised * sizeof *item);
    g_array_remove_range (items, i, n_raised);
    g_array_append_vals (items, raised, n_raised);
    return;
  }
}

/* `before`: as it was before the box. */
static void
place_out_of_flow (Placer *placer, const Box *box, double x, double y, Mark before)
{
  Placer outside = *placer;

  outside.columns = NULL;
  for (guint i = 0; box->out_of_flow && i < box->out_of_flow->len; i++) {
    const Box *child = box->out_of_flow->pdata[i];
    PagePosition position = out_of_flow_position (placer, box, child, x, y);
    outside.fixed_page = (int) position.page;
    outside.fixed_x = position.x - (x + child->x);
    outside.fixed_y = position.y - (y + child->y);
    guint n_placed = ((PlacedPage *) placer->placement->pages->pdata[position.page])->items->len;
    place_box (&outside, child, x + child->x, y + child->y);
    raise_relative (placer, child, position.page, position.page == before.page ? before.n_items : 0,
                    n_placed);
  }
}

static char *
self_text (const StringSet *set, const Element *element)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < set->n_parts; i++) {
    const ContentPart *part = &set->parts[i];
    const char *attribute =
      part->kind == CONTENT_ATTRIBUTE ? element_attribute (element, part->text) : NULL;
    if (part->kind == CONTENT_TEXT)
      g_string_append (text, part->text);
    else if (part->kind == CONTENT_SELF) {
      g_autofree char *all = element_text (element);
      g_string_append (text, g_strstrip (all));
    } else if (attribute)
      g_string_append (text, attribute);
  }
  return g_string_free (text, FALSE);
}

static void
set_strings (Placer *placer, const Box *box, double x, double y)
{
  for (guint i = 0; box->kind != BOX_INLINE && box->element && i < box->style->n_string_sets; i++) {
    const StringSet *set = &box->style->string_sets[i];
    Running running = { set->name, self_text (set, box->element),
                        find_position (placer, x, y).page };
    g_array_append_val (placer->runnings, running);
  }
}

static const Style *
rule_style (Placer *placer, const Style *columns)
{
  Style *style = g_new0 (Style, 1);

  style->background = COLOUR_CLEAR;
  style->border[SIDE_LEFT] = columns->column_rule;
  g_ptr_array_add (placer->placement->styles, style);
  return style;
}

/* A rule in the middle of each gap that has a column on both sides, as high as the higher one. */
static void
place_column_rules (Placer *placer, const Box *box, double x, double y)
{
  const GArray *parts = box->column_parts;
  const Border *rule = &box->style->column_rule;
  double gap = box->style->column_gap < 0 ? box->style->font_size : box->style->column_gap;
  const Style *style = rule->width > 0 && parts->len > 1 ? rule_style (placer, box->style) : NULL;

  for (guint i = 1; style && i < parts->len; i++) {
    const ColumnPart *left = &g_array_index (parts, ColumnPart, i - 1);
    const ColumnPart *right = left + 1;
    if (left->y != right->y)
      continue;
    double middle = x + box_edge (box, SIDE_LEFT) + right->x - gap / 2;
    PagePosition position = find_position (placer, middle - rule->width / 2, y + right->y);
    Placed placed = { .kind = PLACED_BOX,
                      .role = ROLE_ARTIFACT,
                      .element = box->element,
                      .x = position.x,
                      .y = position.y,
                      .width = rule->width,
                      .height = MAX (left->end - left->start, right->end - right->start) };
    placed.box.style = style;
    place_item (placer, position.page, placed);
  }
}

/* The style whose background is that of the pages: that of the root element, or else of <body>
 * (CSS Backgrounds 3, 2.11); NULL when neither has one. */
static const Style *
canvas_style (const Placer *placer)
{
  const Style *root = placer->layout.root, *body = placer->tree->root->style;

  if (!root->background.is_clear)
    return root;
  return body->background.is_clear ? NULL : body;
}

/* <body> without the background that it has given to the pages. */
static const Style *
body_style (Placer *placer)
{
  Style *style = g_memdup2 (placer->tree->root->style, sizeof (Style));

  style->background = COLOUR_CLEAR;
  g_ptr_array_add (placer->placement->styles, style);
  return style;
}

/* As far as ink goes: a page with bleed is larger than it is cut. */
static void
place_canvas (Placer *placer)
{
  const Style *from = canvas_style (placer);

  if (from == NULL)
    return;
  Style *style = g_new0 (Style, 1);
  style->background = from->background;
  g_ptr_array_add (placer->placement->styles, style);
  for (guint i = 0; i < placer->pages->len; i++) {
    const PageStyle *page = &g_array_index (placer->pages, PageBox, i).style;
    Placed placed = { .kind = PLACED_BOX,
                      .role = ROLE_ARTIFACT,
                      .x = -page->bleed,
                      .y = -page->bleed,
                      .width = page->width + 2 * page->bleed,
                      .height = page->height + 2 * page->bleed };
    placed.box.style = style;
    place_item (placer, i, placed);
  }
  if (from == placer->tree->root->style)
    placer->tree->root->style = body_style (placer);
}

static void repeat_rows (Placer *placer, guint index, const Box *rows, double y);

/* Tables within a cell repeat their headers where it goes on, too. */
static void
repeat_headers_within (Placer *placer, const Box *cell)
{
  for (guint i = 0; i < cell->cell_parts->len; i++) {
    const CellPart *part = &g_array_index (cell->cell_parts, CellPart, i);
    if (part->header)
      repeat_rows (placer, part->page, part->header->first, part->y - part->header->header_height);
  }
}

static void
place_inside (Placer *placer, const Box *box, double x, double y)
{
  ClipScope scope = { 0 };
  Mark before = mark_items (placer, box, x, y);

  place_background (placer, box, x, y);
  if (box->cell_parts) {
    repeat_headers_within (placer, box);
    placer->cell = box;
    placer->cell_y = y;
  }
  set_strings (placer, box, x, y);
  if (box->marker)
    place_lines (placer, box->marker, x + box->marker->x, y + box->marker->y);
  if (box->kind == BOX_INLINE)
    place_lines (placer, box, x, y);
  else if (box->kind == BOX_REPLACED)
    place_replaced (placer, box, x, y);
  if (box->style->clips)
    begin_clip (placer, box, x, y, &scope);
  if (box->column_parts) {
    place_column_rules (placer, box, x, y);
    placer->columns = box;
    placer->columns_x = x;
    placer->columns_y = y;
  }
  for (const Box *child = box->first; child; child = child->next)
    place_box (placer, child, x + child->x, y + child->y);
  place_out_of_flow (placer, box, x, y, before);
  clip_scope_clear (&scope);
}

/* Around its middle, which the box around may have turned already. */
static void
turn (Placer *placer, const Box *box, PagePosition position)
{
  double angle = placer->rotation * G_PI / 180, c = cos (angle), s = sin (angle);
  double x = position.x + box->width / 2 + placer->shift_x;
  double y = position.y + box->height / 2 + placer->shift_y;
  double dx = x - placer->pivot_x, dy = y - placer->pivot_y;
  gboolean is_carried = placer->rotation != 0;

  placer->rotation += box->style->rotation;
  placer->pivot_x = is_carried ? placer->pivot_x + dx * c - dy * s : x;
  placer->pivot_y = is_carried ? placer->pivot_y + dx * s + dy * c : y;
  placer->shift_x += placer->pivot_x - x;
  placer->shift_y += placer->pivot_y - y;
}

/* Moved from where it stands, and nothing moves with it (CSS 2.2, 9.4.3). Percentages are of the
 * content of the box around; those of a height that is not known are nothing. */
static void
move_relative (Placer *placer, const Box *box)
{
  const Box *around = box->parent;
  double width = around
                   ? around->width - box_edge (around, SIDE_LEFT) - box_edge (around, SIDE_RIGHT)
                   : placer->layout.page_width;
  double height =
    around && around->style->height.kind == LENGTH_POINTS
      ? MAX (around->height - box_edge (around, SIDE_TOP) - box_edge (around, SIDE_BOTTOM), 0)
      : -1;
  const Length *inset = box->style->inset;

  placer->shift_x += inset[SIDE_LEFT].kind != LENGTH_AUTO
                       ? length_or (inset[SIDE_LEFT], width, 0)
                       : -length_or (inset[SIDE_RIGHT], width, 0);
  placer->shift_y += inset[SIDE_TOP].kind != LENGTH_AUTO
                       ? length_or (inset[SIDE_TOP], height, 0)
                       : -length_or (inset[SIDE_BOTTOM], height, 0);
}

static void
place_box (Placer *placer, const Box *box, double x, double y)
{
  Placer inner = *placer;

  if (box->kind != BOX_INLINE && box->style->position == POSITION_RELATIVE)
    move_relative (&inner, box);
  if (box->kind != BOX_INLINE && box->style->rotation != 0)
    turn (&inner, box, find_position (placer, x, y));
  place_inside (&inner, box, x, y);
}

/* --- artifacts: what every page has --- */

static void
place_on_page (Placer *placer, Box *box, guint index)
{
  const PageBox *page = &g_array_index (placer->pages, PageBox, index);
  Placer fixed = *placer;

  layout_out_of_flow_box (&placer->layout, box, area_width (&page->style),
                          area_height (&page->style), box->static_x, box->static_y);
  fixed.fixed_page = (int) index;
  fixed.fixed_x = page->style.margin[SIDE_LEFT];
  fixed.fixed_y = page->style.margin[SIDE_TOP];
  place_box (&fixed, box, box->x, box->y);
}

/* Boxes fixed on pages lie below everything else; those placed on the page area once, on the first
 * page. */
static void
place_fixed (Placer *placer, gboolean on_every_page)
{
  for (guint i = 0; i < placer->tree->on_pages->len; i++) {
    Box *box = placer->tree->on_pages->pdata[i];
    gboolean is_fixed = box->style->position == POSITION_FIXED;
    if (is_fixed != on_every_page)
      continue;
    for (guint page = 0; page < (is_fixed ? placer->pages->len : 1); page++)
      place_on_page (placer, box, page);
  }
}

/* Rows of a table once more, at `y` of a page. */
static void
repeat_rows (Placer *placer, guint index, const Box *rows, double y)
{
  const PageBox *page = &g_array_index (placer->pages, PageBox, index);
  Placer fixed = *placer;
  double x = 0;

  for (const Box *box = rows; box; box = box->parent)
    x += box->x;
  fixed.role = ROLE_ARTIFACT;
  fixed.fixed_page = (int) index;
  fixed.fixed_x = page->style.margin[SIDE_LEFT];
  fixed.fixed_y = y;
  place_box (&fixed, rows, x, 0);
}

static void
repeat_headers (Placer *placer)
{
  for (guint i = 0; i < placer->pages->len; i++) {
    const PageBox *page = &g_array_index (placer->pages, PageBox, i);
    if (page->header)
      repeat_rows (placer, i, page->header->first, page->style.margin[SIDE_TOP]);
    if (page->footer)
      repeat_rows (placer, i, page->footer->last, page->top + page->end - page->start);
  }
}

/* What string(name) is on a page: the first or last one set there, or the last one before. */
static const char *
running_text (const Placer *placer, const ContentPart *part, guint page)
{
  const char *text = "";

  for (guint i = 0; i < placer->runnings->len; i++) {
    const Running *running = &g_array_index (placer->runnings, Running, i);
    if (running->name != part->text || running->page > page)
      continue;
    text = running->text;
    if (running->page == page && !part->is_last)
      return text;
  }
  return text;
}

/* FALSE when the box is not made on this page: what leads on to the next page is not said on the
 * last one. */
static gboolean
margin_text (const Placer *placer, const Style *style, guint index, GString *out)
{
  const PageBox *page = &g_array_index (placer->pages, PageBox, index);

  for (guint i = 0; i < style->n_content; i++) {
    const ContentPart *part = &style->content[i];
    if (part->kind == CONTENT_TEXT)
      g_string_append (out, part->text);
    else if (part->kind == CONTENT_STRING)
      g_string_append (out, running_text (placer, part, index));
    else if (part->kind != CONTENT_COUNTER)
      continue;
    else if (g_str_equal (part->text, "page"))
      counter_write (out, (int) page->number, part->numbering);
    else if (g_str_equal (part->text, "pages"))
      counter_write (out, (int) placer->pages->len, part->numbering);
    else if (g_str_equal (part->text, "next-page")) {
      if (index + 1 == placer->pages->len)
        return FALSE;
      counter_write (out, (int) g_array_index (placer->pages, PageBox, index + 1).number,
                     part->numbering);
    }
  }
  return out->len > 0;
}

/* Where the margin boxes of a side stand: from … to along the side, as shares of the page area, and
 * on which side. */
static const struct {
  Side side;
  double from, to; /* −1 and 2: into the corners */
} margin_places[N_MARGIN_BOXES] = {
  [MARGIN_TOP_LEFT_CORNER] = { SIDE_TOP, -1, 0 },
  [MARGIN_TOP_LEFT] = { SIDE_TOP, 0, 1 },
  [MARGIN_TOP_CENTRE] = { SIDE_TOP, 0, 1 },
  [MARGIN_TOP_RIGHT] = { SIDE_TOP, 0, 1 },
  [MARGIN_TOP_RIGHT_CORNER] = { SIDE_TOP, 1, 2 },
  [MARGIN_LEFT_TOP] = { SIDE_LEFT, 0, 1 },
  [MARGIN_LEFT_MIDDLE] = { SIDE_LEFT, 0, 1 },
  [MARGIN_LEFT_BOTTOM] = { SIDE_LEFT, 0, 1 },
  [MARGIN_RIGHT_TOP] = { SIDE_RIGHT, 0, 1 },
  [MARGIN_RIGHT_MIDDLE] = { SIDE_RIGHT, 0, 1 },
  [MARGIN_RIGHT_BOTTOM] = { SIDE_RIGHT, 0, 1 },
  [MARGIN_BOTTOM_LEFT_CORNER] = { SIDE_BOTTOM, -1, 0 },
  [MARGIN_BOTTOM_LEFT] = { SIDE_BOTTOM, 0, 1 },
  [MARGIN_BOTTOM_CENTRE] = { SIDE_BOTTOM, 0, 1 },
  [MARGIN_BOTTOM_RIGHT] = { SIDE_BOTTOM, 0, 1 },
  [MARGIN_BOTTOM_RIGHT_CORNER] = { SIDE_BOTTOM, 1, 2 },
};

typedef struct {
  double x, y, width, height;
} Area;

static Area
margin_area (const PageStyle *page, MarginBox which)
{
  const double *margin = page->margin;
  double from = margin_places[which].from, to = margin_places[which].to;
  double left = from < 0 ? 0 : from > 0 ? page->width - margin[SIDE_RIGHT] : margin[SIDE_LEFT];
  double right = to > 1   ? page->width
                 : to < 1 ? margin[SIDE_LEFT]
                          : page->width - margin[SIDE_RIGHT];

  switch (margin_places[which].side) {
  case SIDE_TOP:
    return (Area){ left, 0, right - left, margin[SIDE_TOP] };
  case SIDE_BOTTOM:
    return (Area){ left, page->height - margin[SIDE_BOTTOM], right - left, margin[SIDE_BOTTOM] };
  case SIDE_LEFT:
    return (Area){ 0, margin[SIDE_TOP], margin[SIDE_LEFT], area_height (page) };
  default:
    return (Area){ page->width - margin[SIDE_RIGHT], margin[SIDE_TOP], margin[SIDE_RIGHT],
                   area_height (page) };
  }
}

/* A margin box with its text; without inlines when it is not made. */
typedef struct {
  Box box, lines;
} MarginText;

static void
make_margin_text (Placer *placer, guint index, MarginBox which, MarginText *made)
{
  const Style *style = g_array_index (placer->pages, PageBox, index).style.boxes[which];
  g_autoptr (GString) text = g_string_new (NULL);
  InlineItem item = { .style = style, .role = ROLE_ARTIFACT };

  if (style == NULL || !margin_text (placer, style, index, text))
    return;
  made->lines = (Box){ .kind = BOX_INLINE,
                       .style = style,
                       .parent = &made->box,
                       .inlines = inlines_borrow (placer->sources->spare, style),
                       .role = ROLE_ARTIFACT };
  made->box = (Box){ .kind = BOX_BLOCK,
                     .style = style,
                     .first = &made->lines,
                     .last = &made->lines,
                     .role = ROLE_ARTIFACT };
  inlines_add_text (made->lines.inlines, text->str, text->len, &item);
  inlines_finish (made->lines.inlines);
}

/* The widths of its margin box: its longest word, all on one line; 0 when it is not made. */
static void
margin_text_widths (Placer *placer, MarginText *made, double *min_content, double *max_content)
{
  *min_content = *max_content = 0;
  if (made->lines.inlines == NULL)
    return;
  layout_widths (&placer->layout, &made->box);
  double margins = made->box.margin[SIDE_LEFT] + made->box.margin[SIDE_RIGHT];
  *min_content = made->box.min_content + margins;
  *max_content = made->box.max_content + margins;
}

/* Left, centre and right of one margin, which would stand on each other (CSS Paged Media 3, 5.3.2,
 * but what is short stays on one line). */
static void
share_margin (Placer *placer, MarginText made[3], Area areas[3])
{
  double min_content[3], max_content[3], whole = areas[0].width;

  for (guint i = 0; i < 3; i++)
    margin_text_widths (placer, &made[i], &min_content[i], &max_content[i]);
  double left = MIN (max_content[0], MAX (whole / 2, whole - max_content[2]));
  double right = MIN (max_content[2], MAX (whole / 2, whole - max_content[0]));
  if (max_content[1] > 0) {
    if (max_content[1] + 2 * MAX (max_content[0], max_content[2]) <= whole)
      return;
    double beside = whole - 2 * MAX (min_content[0], min_content[2]);
    areas[1].width = MIN (max_content[1], MAX (beside, min_content[1]));
    left = right = MAX (whole - areas[1].width, 0) / 2;
    areas[1].x += left;
  } else if (max_content[0] + max_content[2] <= whole)
    return;
  areas[0].width = left;
  areas[2].x += whole - right;
  areas[2].width = right;
}

static gboolean
is_shared (const MarginText made[3])
{
  guint n = 0;

  for (guint i = 0; i < 3; i++)
    n += made[i].lines.inlines != NULL;
  return n > 1;
}

static void
place_margin_text (Placer *placer, guint index, MarginBox which, Box *box, Area area)
{
  const Style *style = box->style;

  layout_box (&placer->layout, box, area.width, area.height, NO_FIXED_SIZE);
  /* In the middle of its margin, unless it says otherwise. */
  double rest = area.height - box->height - box->margin[SIDE_TOP] - box->margin[SIDE_BOTTOM];
  gboolean is_down = style->vertical_kind == VERTICAL_BOTTOM || which == MARGIN_LEFT_BOTTOM
                     || which == MARGIN_RIGHT_BOTTOM;
  gboolean is_up =
    style->vertical_kind == VERTICAL_TOP || which == MARGIN_LEFT_TOP || which == MARGIN_RIGHT_TOP;
  double down = is_up ? 0 : is_down ? rest : rest / 2;
  Placer fixed = *placer;
  fixed.fixed_page = (int) index;
  fixed.fixed_x = fixed.fixed_y = 0;
  fixed.role = ROLE_ARTIFACT;
  place_box (&fixed, box, area.x + box->margin[SIDE_LEFT], area.y + box->margin[SIDE_TOP] + down);
}

static void
place_margins (Placer *placer, guint index)
{
  static const MarginBox shared[] = { MARGIN_TOP_LEFT, MARGIN_BOTTOM_LEFT };
  const PageBox *page = &g_array_index (placer->pages, PageBox, index);
  MarginText made[N_MARGIN_BOXES] = { 0 };
  Area areas[N_MARGIN_BOXES];

  for (MarginBox which = 0; which < N_MARGIN_BOXES; which++) {
    make_margin_text (placer, index, which, &made[which]);
    areas[which] = margin_area (&page->style, which);
  }
  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    if (is_shared (&made[shared[i]]))
      share_margin (placer, &made[shared[i]], &areas[shared[i]]);
  for (MarginBox which = 0; which < N_MARGIN_BOXES; which++)
    if (made[which].lines.inlines) {
      place_margin_text (placer, index, which, &made[which].box, areas[which]);
      inlines_give_back (placer->sources->spare, made[which].lines.inlines);
    }
}

/* A third of the width, in the middle of the gap above the footnotes. */
static void
place_notes_rule (Placer *placer, guint index)
{
  const PageBox *page = &g_array_index (placer->pages, PageBox, index);
  Style *style = g_new0 (Style, 1);
  Placed placed = { .kind = PLACED_BOX,
                    .role = ROLE_ARTIFACT,
                    .x = page->style.margin[SIDE_LEFT],
                    .y = notes_top (page) - NOTES_GAP / 2,
                    .width = area_width (&page->style) / 3,
                    .height = NOTES_RULE };

  style->background = placer->layout.root->colour;
  g_ptr_array_add (placer->placement->styles, style);
  placed.box.style = style;
  place_item (placer, index, placed);
}

static void
place_artifacts (Placer *placer)
{
  for (guint i = 0; i < placer->pages->len; i++) {
    place_margins (placer, i);
    if (g_array_index (placer->pages, PageBox, i).notes > 0)
      place_notes_rule (placer, i);
  }
}

/* --- the document --- */

static void
add_pages (Placer *placer)
{
  for (guint i = 0; i < placer->pages->len; i++) {
    const PageBox *page = &g_array_index (placer->pages, PageBox, i);
    PlacedPage *placed = g_new0 (PlacedPage, 1);
    placed->style = page->style;
    placed->number = page->number;
    placed->items = g_array_sized_new (FALSE, TRUE, sizeof (Placed), USUAL_ITEMS);
    g_ptr_array_add (placer->placement->pages, placed);
    placed->is_overfull = page->is_overfull;
  }
}

static void
running_clear (gpointer data)
{
  g_free (((Running *) data)->text);
}

static void
set_up (Placer *placer, FontBank *bank, Paragraphs *paragraphs, const BoxSources *sources)
{
  LayoutContext *layout = &placer->layout;

  *layout = (LayoutContext){ .arena = placer->tree->arena,
                             .arrays = placer->tree->arrays,
                             .wide = g_array_new (FALSE, FALSE, sizeof (WideBox)),
                             .bank = bank,
                             .paragraphs = paragraphs,
                             .styler = sources->styler };
  layout->root = styler_style (sources->styler, sources->markup->root, NULL);
  const char *name = placer->tree->root->style->page;
  PageStyle first = styler_page (sources->styler, name, TRUE, FALSE, layout->root);
  PageStyle other = styler_page (sources->styler, name, FALSE, FALSE, layout->root);
  layout->page_width = area_width (&first);
  layout->page_height = area_height (&first);
  layout->page_limit = MIN (area_height (&first), area_height (&other));
}

static gint
compare_wide_tables (gconstpointer one, gconstpointer other)
{
  guint a = ((const WideTable *) one)->element->index;
  guint b = ((const WideTable *) other)->element->index;
  return (a > b) - (a < b);
}

static void
take_wide_tables (Placer *placer)
{
  for (guint i = 0; i < placer->layout.wide->len; i++) {
    const WideBox *beyond = &g_array_index (placer->layout.wide, WideBox, i);
    WideTable wide = { .element = beyond->table->element,
                       .width = beyond->width,
                       .place = beyond->place };
    for (const Box *box = beyond->table; box && wide.n_fitting < MOST_FITTING; box = box->parent)
      if (box->style->fit && box->element) {
        wide.fitting[wide.n_fitting].element = box->element;
        wide.fitting[wide.n_fitting++].classes = box->style->fit;
      }
    g_array_append_val (placer->placement->wide_tables, wide);
  }
  g_array_sort (placer->placement->wide_tables, compare_wide_tables);
}

/* What is laid out for a page of this name is as wide as this. */
static double
laid_out_width (Placer *placer, const char *name)
{
  const LayoutContext *layout = &placer->layout;

  if (g_strcmp0 (name, placer->tree->root->style->page) == 0)
    return layout->page_width;
  PageStyle style = styler_page (layout->styler, name, FALSE, FALSE, layout->root);
  return area_width (&style);
}

/* Footnotes are as wide as the area of the pages on which they are called. */
static void
lay_out_notes (Placer *placer)
{
  for (guint i = 0; i < placer->tree->footnotes->len; i++) {
    Box *note = placer->tree->footnotes->pdata[i];
    const Box *box = note->parent;
    while (box && box->style->page == NULL)
      box = box->parent;
    layout_box (&placer->layout, note,
                laid_out_width (placer, box ? box->style->page : placer->tree->root->style->page),
                -1, NO_FIXED_SIZE);
  }
}

static void
lay_out (Placer *placer)
{
  Box *root = placer->tree->root;

  layout_box (&placer->layout, root, placer->layout.page_width, -1, NO_FIXED_SIZE);
  root->x = root->margin[SIDE_LEFT];
  root->y = collapsing_margin_value (root->before);
  lay_out_notes (placer);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GArray) items = fragments_new (root, root->y, placer->layout.page_limit, TRUE,
                                            placer->tree->footnotes->len > 0 ? notes : NULL);
  placer->pages = pages_new (&placer->layout, items, notes);
}

/* Lines are broken before pages are cut, so all pages of a name are taken to be equally wide. */
static void
check_widths (Placer *placer)
{
  for (guint i = 0; i < placer->pages->len; i++) {
    const PageBox *page = &g_array_index (placer->pages, PageBox, i);
    double width = area_width (&page->style);
    if (page->start == page->end
        || fabs (width - laid_out_width (placer, page->name)) <= OVERFULL_POINTS)
      continue;
    report_error (placer->sources->faults.report, placer->sources->faults.page, (Place){ 0, 0 },
                  _ ("give the left and right margins of all pages the same sum; a page with a "
                     "name of its own may have another"),
                  _ ("the margins of page %u leave another width than those of other pages"),
                  i + 1);
    return;
  }
}

/* With what `given->targets` know. */
static Placement *
place_once (FontBank *bank, Paragraphs *paragraphs, const BoxSources *given)
{
  Placement *placement = g_new0 (Placement, 1);
  BoxSources sources = *given;
  Placer placer = { .sources = &sources, .placement = placement, .fixed_page = -1 };

  placement->pages = g_ptr_array_new_with_free_func (placed_page_free);
  placement->wide_lines = g_array_new (FALSE, FALSE, sizeof (WideLine));
  placement->hidden_texts = g_array_new (FALSE, FALSE, sizeof (HiddenText));
  placement->wide_tables = g_array_new (FALSE, FALSE, sizeof (WideTable));
  placement->styles = g_ptr_array_new_with_free_func (g_free);
  placement->images = g_ptr_array_new_with_free_func ((GDestroyNotify) image_free);
  placement->drawings = g_ptr_array_new_with_free_func ((GDestroyNotify) drawing_free);
  sources.placement = placement;
  placer.runnings = g_array_new (FALSE, FALSE, sizeof (Running));
  g_array_set_clear_func (placer.runnings, running_clear);
  placer.tree = box_tree_new (&sources);
  set_up (&placer, bank, paragraphs, &sources);
  lay_out (&placer);
  check_widths (&placer);
  add_pages (&placer);
  place_canvas (&placer);
  place_fixed (&placer, TRUE);
  repeat_headers (&placer);
  place_box (&placer, placer.tree->root, placer.tree->root->x, placer.tree->root->y);
  place_fixed (&placer, FALSE);
  place_artifacts (&placer);
  take_wide_tables (&placer);
  g_array_unref (placer.layout.wide);
  g_array_unref (placer.runnings);
  g_array_unref (placer.pages);
  box_tree_free (placer.tree);
  return placement;
}

/* Numbers of pages settle at once, or in a second round where one more digit breaks a line. */
#define MOST_ROUNDS 5

Placement *
place_document (FontBank *bank, Paragraphs *paragraphs, const BoxSources *given)
{
  g_autoptr (Targets) targets = targets_new ();
  BoxSources sources = *given;

  sources.targets = targets;
  for (guint round = 1;; round++) {
    g_autoptr (Report) report = report_new ();
    sources.faults.report = report;
    Placement *placement = place_once (bank, paragraphs, &sources);
    if (!targets_find (targets, placement) || round == MOST_ROUNDS) {
      report_join (given->faults.report, report);
      targets_report (targets, &given->faults);
      return placement;
    }
    placement_free (placement);
  }
}
