/* SPDX-License-Identifier: MIT */
#include "render/fit_cells.h"

#include "render/view.h"

#include <math.h>

/* A5, and what stands on every front and back of it; mm. */
#define SIDE_WIDTH   148.0
#define SIDE_HEIGHT  210.0
#define BOX_WIDTH    130.0
#define MAST_HEIGHT  19.5
#define SLOGAN_ROOM  14.0
#define BACK_BAND    18.0
#define BACK_BOTTOM  6.0
#define MOST_PICTURE 120.0

/* --- what is tried --- */

struct Arrangement {
  const char *name;
  double head, text; /* points */
  double picture;    /* mm; 0: none */
  guint columns;
  double gap; /* mm */
  gboolean is_card, is_strip;
  guint fewest, most; /* items it is for */
};

static const Arrangement arrangements[] = {
  { "A", 19, 14, 28, 1, 6, FALSE, FALSE, 1, 4 },
  { "B", 15, 13, 24, 1, 5, FALSE, FALSE, 1, 99 },
  { "C", 13, 12, 19, 1, 4, FALSE, FALSE, 1, 99 },
  { "S", 11.5, 10, 40, 3, 3, TRUE, TRUE, 3, 99 },
  { "D", 13, 12, 24, 2, 4, TRUE, FALSE, 4, 99 },
  { "E", 11.5, 10.5, 18, 2, 3, TRUE, FALSE, 4, 99 },
  { "F", 11, 10, 19, 3, 3, TRUE, FALSE, 6, 99 },
  { "G", 11, 10.5, 13, 2, 3, FALSE, FALSE, 5, 99 },
  { "H", 10.5, 10, 10, 2, 2, FALSE, FALSE, 5, 99 },
  { "I", 10.5, 10, 0, 2, 2, FALSE, FALSE, 2, 99 },
};
/* From here on pictures are too small, and then they are gone: rather should a section go to the
 * cover. */
#define FIRST_TIGHT 7
#define FIRST_BARE  9

static const double title_sizes[N_TITLES] = { 37, 34, 30, 27, 24, 22 };
static const double cover_texts[] = { 13, 12, 11, 10.5, 10 };
#define N_TEXTS G_N_ELEMENTS (cover_texts)

typedef struct {
  const Pieces *pieces;
  const FitFacts *facts;
  FitMeasure measure;
  gpointer data;
  double title_lines[N_TITLES];
  guint title_fewest[N_TITLES];
  double foot;            /* mm */
  GArray *order;          /* guint: cards, those that go to the cover first in front */
} Loop;

enum { M_HEAD, M_FRONT, M_BACK, N_MEASURED };
static const char *const measured_ids[] = { "head", "room-front", "room-back" };

/* --- data --- */

static const Piece *
item_at (const Loop *loop, guint i)
{
  return &g_array_index (loop->pieces->items, Piece, i);
}

static const Piece *
card_at (const Loop *loop, guint i)
{
  return &g_array_index (loop->pieces->cards, Piece, g_array_index (loop->order, guint, i));
}

/* Points: type of what is to be done, on the back. */
static double
head_of (const FitChoice *trial)
{
  return trial->arrangement->head + trial->more;
}

/* A run of steps with pictures, as cards side by side; a step without one is a strip. */
static Value *
view_strips (const Loop *loop, const FitChoice *trial)
{
  const Arrangement *arrangement = trial->arrangement;
  Value *cells = value_list ();
  guint n = loop->pieces->items->len;
  double head = head_of (trial);

  for (guint i = 0; i < n;) {
    guint run = 0;
    while (i + run < n && run < 3 && item_at (loop, i + run)->has_picture)
      run++;
    if (run < 2) {
      const CellPlace strip = { CELL_STRIP, BOX_WIDTH, 20 * trial->factor, head, FALSE };
      view_list_add (cells, fit_cell (item_at (loop, i), &strip));
      i++;
      continue;
    }
    const CellPlace card = { CELL_CARD, (BOX_WIDTH - arrangement->gap * (run - 1)) / run - 0.01,
                             arrangement->picture * trial->factor, head, FALSE };
    for (guint j = 0; j < run; j++)
      view_list_add (cells, fit_cell (item_at (loop, i + j), &card));
    i += run;
  }
  view_list_end (cells, value_length (cells));
  return cells;
}

static gboolean
has_pictures (const Loop *loop)
{
  for (guint i = 0; i < loop->pieces->items->len; i++)
    if (item_at (loop, i)->has_picture)
      return TRUE;
  return FALSE;
}

/* Rows across the sheet, which without a picture are strips with a ground of their own. */
static gboolean
has_rows (const Arrangement *arrangement)
{
  return arrangement->columns == 1 && !arrangement->is_card && !arrangement->is_strip;
}

static CellKind
cell_kind (const Loop *loop, const Arrangement *arrangement, gboolean is_alone)
{
  if (has_rows (arrangement) && !has_pictures (loop))
    return CELL_STRIP;
  return !arrangement->is_card ? CELL_ROW : is_alone ? CELL_SIDE : CELL_CARD;
}

static Value *
view_cells (const Loop *loop, const FitChoice *trial)
{
  const Arrangement *arrangement = trial->arrangement;
  guint n = loop->pieces->items->len, columns = arrangement->columns;
  double picture = arrangement->picture * trial->factor;

  if (arrangement->is_strip)
    return view_strips (loop, trial);
  Value *cells = value_list ();
  for (guint i = 0; i < n; i++) {
    guint in_row = MIN (columns, n - i / columns * columns);
    double width = (BOX_WIDTH - arrangement->gap * (in_row - 1)) / in_row - 0.01;
    gboolean is_alone = in_row == 1 && columns > 1;
    CellKind kind = cell_kind (loop, arrangement, is_alone);
    const CellPlace place = { kind, width, picture, head_of (trial),
                              kind == CELL_SIDE || (kind == CELL_ROW && columns > 1) };
    view_list_add (cells, fit_cell (item_at (loop, i), &place));
  }
  view_list_end (cells, value_length (cells));
  return cells;
}

/* Sections two in a row; a table, and one that is left over, take the whole width. */
static Value *
view_cards (const Loop *loop, guint first, guint last, double picture, double head)
{
  Value *cards = value_list ();
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < loop->pieces->cards->len; i++)
    for (guint j = first; j < last; j++)
      if (g_array_index (loop->order, guint, j) == i)
        g_array_append_val (order, i);
  for (guint i = 0; i < order->len;) {
    const Piece *one = &g_array_index (loop->pieces->cards, Piece, g_array_index (order, guint, i));
    const Piece *two = i + 1 < order->len ? &g_array_index (loop->pieces->cards, Piece,
                                                            g_array_index (order, guint, i + 1))
                                          : NULL;
    gboolean is_pair = two && !one->has_table && !two->has_table;
    double width = is_pair ? (BOX_WIDTH - 4) / 2 - 0.01 : BOX_WIDTH;
    for (guint j = 0; j < 1u + (is_pair != 0); j++) {
      const Piece *piece = j ? two : one;
      /* The screen of a phone, this small, says nothing. */
      double height = picture_is_tall (piece->aspect) ? 0 : picture;
      const CellPlace place = { CELL_STRIP, width, height, head, TRUE };
      Value *card = fit_cell (piece, &place);
      value_set_bool (card, "has_table", piece->has_table);
      view_list_add (cards, card);
    }
    i += 1 + is_pair;
  }
  view_list_end (cards, value_length (cards));
  return cards;
}

static Value *
view_front (const Loop *loop, const FitChoice *trial)
{
  const Pieces *pieces = loop->pieces;
  Value *map = value_map ();
  double card_head = trial->cover_text + 1.5;
  gboolean is_side =
    pieces->has_warning && pieces->n_warning_words <= 18 && loop->facts->has_code;
  /* Beside a card that would stand alone. */
  gboolean is_card = pieces->has_warning && !is_side
                     && (pieces->has_needs + pieces->has_points + loop->facts->has_facts) % 2 == 1;

  value_set_number (map, "title", trial->title);
  value_set_number (map, "lead", MIN (14, trial->title / 2.1 + 1.5));
  value_set_number (map, "text", trial->cover_text);
  value_set_number (map, "card_head", card_head);
  fit_set_height (map, "band", trial->band);
  fit_set_sunk (map, SIDE_WIDTH, trial->band);
  value_set_bool (map, "has_band", !trial->is_spot && !trial->is_bare && trial->band > 0);
  value_set_bool (map, "has_spot", trial->is_spot);
  value_set_bool (map, "has_about", trial->has_about && pieces->has_opening);
  gboolean is_help = !is_side && loop->facts->has_code && loop->facts->has_contact;
  value_set_bool (map, "has_warning_beside", is_side);
  value_set_bool (map, "has_help_beside", is_help);
  value_set_bool (map, "has_beside", is_side || is_help);
  value_set_bool (map, "has_warning_above", pieces->has_warning && !is_side && !is_card);
  value_set_bool (map, "has_warning_card", is_card);
  value_set (map, "cards", view_cards (loop, 0, trial->n_moved, 0, card_head));
  value_set (map, "room", value_null ());
  if (trial->room[0] > 0)
    fit_set_height (map, "room", trial->room[0]);
  return map;
}

/* Rows one below the other are told apart by a line in the middle of the gap between them, where it
 * is wide enough; cards have a border, strips a ground. */
#define LEAST_GAP 3.5 /* mm */

static double
rule_of (const Loop *loop, const FitChoice *trial)
{
  double gap = trial->arrangement->gap + trial->extra;
  gboolean is_open = has_rows (trial->arrangement) && has_pictures (loop);

  return is_open && gap >= LEAST_GAP ? gap / 2 : 0;
}

/* The heading of the back stands in a band of one height: one line, or two small ones. */
static double
band_title (guint n_letters)
{
  static const struct {
    guint most;
    double size;
  } rows[] = { { 26, 21 }, { 33, 18 }, { 40, 15 }, { 80, 13 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (n_letters <= rows[i].most)
      return rows[i].size;
  return 11;
}

static Value *
view_note_lines (guint n)
{
  Value *lines = value_list ();
  for (guint i = 0; i < n; i++)
    value_add (lines, value_text (""));
  return lines;
}

static Value *
view_back (const Loop *loop, const FitChoice *trial)
{
  const Arrangement *arrangement = trial->arrangement;
  Value *map = value_map ();
  double disc = MAX (7, arrangement->head * 0.62);
  double head = head_of (trial), text = arrangement->text + trial->more;
  double card_head = MIN (head, 13), rule = rule_of (loop, trial);

  value_set_text (map, "arrangement", arrangement->name);
  value_set_number (map, "head", head);
  value_set_number (map, "text", text);
  value_set_number (map, "card_head", card_head);
  value_set_number (map, "card_text", MIN (text, 12));
  value_set_number (map, "notice_text", CLAMP (text, 10, 13));
  value_set_number (map, "disc", disc);
  value_set_number (map, "disc_text", disc * 1.6);
  value_set_number (map, "gap", arrangement->gap);
  value_set_number (map, "row_gap", arrangement->gap + trial->extra);
  value_set (map, "rule", value_null ());
  if (rule > 0)
    value_set_number (map, "rule", rule);
  value_set_number (map, "title", band_title (loop->pieces->n_title_letters));
  value_set (map, "cells", view_cells (loop, trial));
  value_set (map, "cards",
             view_cards (loop, trial->n_moved, loop->pieces->cards->len,
                         arrangement->picture > 0 ? 16 : 0, card_head));
  value_set_bool (map, "has_about", !trial->has_about && loop->pieces->has_opening);
  value_set_bool (map, "has_warning", trial->has_warning);
  value_set_bool (map, "has_contact", trial->has_contact);
  value_set_bool (map, "has_code", trial->has_code);
  value_set_bool (map, "has_notes", trial->n_notes > 0);
  value_set (map, "note_lines", view_note_lines (trial->n_notes));
  value_set (map, "room", value_null ());
  if (trial->room[1] > 0)
    fit_set_height (map, "room", trial->room[1]);
  return map;
}

static Value *
view_trial (const Loop *loop, const FitChoice *trial, gboolean is_measuring, gboolean has_probes)
{
  Value *map = fit_view_new (is_measuring, has_probes ? title_sizes : NULL);

  value_set (map, "front", view_front (loop, trial));
  value_set (map, "back", view_back (loop, trial));
  return map;
}

/* --- measuring --- */

static gboolean
measure_trial (const Loop *loop, const FitChoice *trial, Measured *measured)
{
  g_autoptr (Value) fit = view_trial (loop, trial, TRUE, FALSE);

  for (guint i = 0; i < N_MEASURED; i++)
    measured[i].id = measured_ids[i];
  return loop->measure (fit, measured, N_MEASURED, loop->data);
}

/* How many lines the headline takes in each size, and what is known of every side. */
static gboolean
measure_titles (Loop *loop, const FitChoice *trial)
{
  g_autoptr (Value) fit = view_trial (loop, trial, TRUE, TRUE);
  Measured measured[N_TITLES + 1];

  fit_ask_titles (measured);
  measured[N_TITLES].id = "foot";
  if (!loop->measure (fit, measured, N_TITLES + 1, loop->data))
    return FALSE;
  for (guint i = 0; i < N_TITLES; i++) {
    loop->title_lines[i] = measured[i].n_lines;
    loop->title_fewest[i] = measured[i].fewest_words;
  }
  loop->foot = measured[N_TITLES].height;
  return TRUE;
}

/* --- the cover --- */

static gboolean
is_sparse (const Loop *loop, const FitChoice *trial)
{
  const Pieces *pieces = loop->pieces;
  return !pieces->has_needs && !pieces->has_points && !loop->facts->has_dates
         && !loop->facts->has_facts && trial->n_moved == 0
         && !(trial->has_about && pieces->has_opening);
}

static gboolean
title_is_good (const Loop *loop, guint i, guint most_lines)
{
  return loop->title_lines[i] <= most_lines
         && (loop->title_lines[i] <= 1 || loop->title_fewest[i] > 1 || i + 1 == N_TITLES);
}

/* What is left of the cover for its picture, by the sizes of headline and text. */
static double
left_of (double head, double room)
{
  return SIDE_HEIGHT - MAST_HEIGHT - SLOGAN_ROOM - head - room;
}

typedef struct {
  double heads[N_TITLES], rooms[N_TEXTS];
} CoverHeights;

/* Both are measured at once: they do not depend on each other. */
static gboolean
measure_cover (const Loop *loop, FitChoice trial, CoverHeights *cover)
{
  for (guint i = 0; i < MAX (N_TITLES, N_TEXTS); i++) {
    Measured measured[N_MEASURED];
    trial.title = title_sizes[MIN (i, N_TITLES - 1)];
    trial.cover_text = cover_texts[MIN (i, N_TEXTS - 1)];
    if (!measure_trial (loop, &trial, measured))
      return FALSE;
    cover->heads[MIN (i, N_TITLES - 1)] = measured[M_HEAD].height;
    cover->rooms[MIN (i, N_TEXTS - 1)] = measured[M_FRONT].height;
  }
  return TRUE;
}

/* The largest text, then the largest headline, that leave `least` to the picture. What it does not
 * take the pieces below share. */
static gboolean
choose_cover (const Loop *loop, FitChoice *trial, const CoverHeights *cover, double least,
              guint first_title, double *fill)
{
  guint most_lines = is_sparse (loop, trial) ? 3 : 2;

  for (guint text = is_sparse (loop, trial) ? 0 : 1; text < N_TEXTS; text++)
    for (guint title = first_title; title < N_TITLES; title++) {
      double left = left_of (cover->heads[title], cover->rooms[text]);
      if (left < least || (!title_is_good (loop, title, most_lines) && title + 1 < N_TITLES))
        continue;
      trial->title = title_sizes[title];
      trial->cover_text = cover_texts[text];
      trial->band = trial->is_spot || trial->is_bare ? 0 : MIN (left, MOST_PICTURE);
      trial->room[0] = left_of (cover->heads[title], 0) - trial->band;
      *fill = 100 * (1 - (trial->room[0] - cover->rooms[text]) / SIDE_HEIGHT);
      return TRUE;
    }
  return FALSE;
}

/* The picture as a band, as a spot beside the headline, or not at all. */
static gboolean
fit_cover (const Loop *loop, FitChoice *trial, double *fill)
{
  CoverHeights cover;
  guint first = is_sparse (loop, trial) ? 0 : 2;

  trial->is_spot = trial->is_bare = FALSE;
  trial->room[0] = 0;
  if (measure_cover (loop, *trial, &cover)
      && (choose_cover (loop, trial, &cover, is_sparse (loop, trial) ? 64 : 48, first, fill)
          || choose_cover (loop, trial, &cover, 36, first, fill)))
    return TRUE;
  trial->is_spot = loop->pieces->has_picture;
  if (trial->is_spot && measure_cover (loop, *trial, &cover)
      && choose_cover (loop, trial, &cover, 0, 4, fill))
    return TRUE;
  trial->is_spot = FALSE;
  trial->is_bare = TRUE;
  return measure_cover (loop, *trial, &cover) && choose_cover (loop, trial, &cover, 0, 3, fill);
}

/* --- the back --- */

static double
back_room (const Loop *loop)
{
  return SIDE_HEIGHT - BACK_BAND - loop->foot - BACK_BOTTOM;
}

/* Its height; G_MAXDOUBLE when it cannot be placed. */
static double
measure_back (const Loop *loop, FitChoice trial)
{
  Measured measured[N_MEASURED];

  trial.room[1] = 0;
  return measure_trial (loop, &trial, measured) ? measured[M_BACK].height : G_MAXDOUBLE;
}

static guint
n_tall (const Loop *loop)
{
  guint n = 0;

  for (guint i = 0; i < loop->pieces->items->len; i++)
    n += item_at (loop, i)->has_picture && picture_is_tall (item_at (loop, i)->aspect);
  return n;
}

static gboolean
has_photos (const Loop *loop)
{
  for (guint i = 0; i < loop->pieces->items->len; i++)
    if (item_at (loop, i)->has_picture && !item_at (loop, i)->is_drawn)
      return TRUE;
  return FALSE;
}

/* A photo that is smaller says nothing; mm. */
#define LEAST_PHOTO 13.0

static gboolean
suits (const Loop *loop, const Arrangement *arrangement)
{
  guint n = MAX (loop->pieces->items->len, 1);
  gboolean is_for_drawings = arrangement->picture > 0 && arrangement->picture < LEAST_PHOTO;

  if (is_for_drawings && has_photos (loop))
    return FALSE;
  return n >= arrangement->fewest && n <= arrangement->most
         && (!arrangement->is_strip || n_tall (loop) >= 2);
}

/* The first arrangement, from `first` up to `last`, that fits, in the largest type; its height, or
 * that of the lowest that was tried. */
static gboolean
choose_back (const Loop *loop, FitChoice *trial, guint first, guint last, double *height,
             guint *n_tried)
{
  static const double sizes[] = { 1.5, 1, 0.5 };
  double room = back_room (loop), lowest = G_MAXDOUBLE;

  for (guint i = first; i < last; i++) {
    trial->arrangement = &arrangements[i];
    trial->more = 0;
    if (!suits (loop, trial->arrangement))
      continue;
    (*n_tried)++;
    double plain = measure_back (loop, *trial);
    lowest = MIN (lowest, plain);
    if (plain > room)
      continue;
    *height = plain;
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++) {
      trial->more = sizes[j];
      double larger = measure_back (loop, *trial);
      if (larger <= room) {
        *height = larger;
        return TRUE;
      }
    }
    trial->more = 0;
    return TRUE;
  }
  *height = lowest;
  return FALSE;
}

/* `n` lines more to write on; FALSE when there is no room for them. */
static gboolean
add_notes (const Loop *loop, FitChoice *trial, guint n, double *height)
{
  trial->n_notes += n;
  double higher = measure_back (loop, *trial);
  if (higher <= back_room (loop))
    *height = higher;
  else
    trial->n_notes -= n;
  return higher <= back_room (loop);
}

#define MOST_NOTES 8

/* Where lines to write on stand already, they take what is left when nothing else can. */
static void
fill_with_notes (const Loop *loop, FitChoice *trial, double *height)
{
  while (trial->n_notes > 0 && trial->n_notes < MOST_NOTES && add_notes (loop, trial, 1, height))
    ;
}

/* What may stand on both sides fills the back, in this order. */
static void
fill_with_pieces (const Loop *loop, FitChoice *trial, double *height)
{
  const struct {
    gboolean is_there;
    gboolean *flag;
  } extras[] = {
    { loop->pieces->has_warning, &trial->has_warning },
    { loop->facts->has_code, &trial->has_code },
  };

  for (guint i = 0; i < G_N_ELEMENTS (extras); i++) {
    if (*height >= 0.9 * back_room (loop))
      return;
    if (!extras[i].is_there || *extras[i].flag)
      continue;
    *extras[i].flag = TRUE;
    double higher = measure_back (loop, *trial);
    if (higher <= back_room (loop))
      *height = higher;
    else
      *extras[i].flag = FALSE;
  }
  if (*height < 0.9 * back_room (loop))
    add_notes (loop, trial, 2, height);
}

static void
fill_with_pictures (const Loop *loop, FitChoice *trial, double *height)
{
  static const double factors[] = { 1.6, 1.4, 1.3, 1.2, 1.1 };

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++) {
    if (*height >= 0.95 * back_room (loop) || !has_pictures (loop))
      return;
    trial->factor = factors[i];
    double higher = measure_back (loop, *trial);
    if (higher <= back_room (loop)) {
      *height = higher;
      return;
    }
    trial->factor = 1;
  }
}

/* Little to say is said large; rows that are as high as their pictures have room for somewhat
 * larger words in any case. */
static void
fill_with_type (const Loop *loop, FitChoice *trial, double *height)
{
  static const double sizes[] = { 18, 15, 12, 9, 7.5, 6, 4.5, 3, 2 };
  /* The largest are for a text that is all there is. */
  enum { FIRST_OF_STEPS = 3, FIRST_OF_FULL = 6 };
  double before = trial->more;

  gboolean is_full = *height >= 0.9 * back_room (loop);
  guint first = is_full ? FIRST_OF_FULL : loop->pieces->items->len > 0 ? FIRST_OF_STEPS : 0;

  for (guint i = first; i < G_N_ELEMENTS (sizes); i++) {
    trial->more = before + sizes[i];
    double higher = measure_back (loop, *trial);
    if (higher <= back_room (loop)) {
      *height = higher;
      return;
    }
    trial->more = before;
  }
}

/* Gaps between the rows take the rest, up to 5 mm each; those between pieces share what remains. */
static void
fill_with_gaps (const Loop *loop, FitChoice *trial, double *height)
{
  guint n = loop->pieces->items->len, columns = trial->arrangement->columns;
  guint n_gaps = (n + columns - 1) / columns;
  double left = back_room (loop) - *height;

  if (n_gaps < 2 || left <= 0.5)
    return;
  trial->extra = MIN (5, left / n_gaps);
  double higher = measure_back (loop, *trial);
  if (higher <= back_room (loop))
    *height = higher;
  else
    trial->extra = 0;
}

/* --- the loop --- */

static GArray *
order_of_cards (const Pieces *pieces)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint tables = 0; tables < 2; tables++)
    for (guint i = 0; i < pieces->cards->len; i++)
      if (g_array_index (pieces->cards, Piece, i).has_table == (tables == 0))
        g_array_append_val (order, i);
  return order;
}

static guint
n_words (const Loop *loop, const FitChoice *trial)
{
  guint n = loop->pieces->n_around_words;

  for (guint i = 0; i < loop->pieces->items->len; i++)
    n += item_at (loop, i)->n_words;
  for (guint i = trial->n_moved; i < loop->pieces->cards->len; i++)
    n += card_at (loop, i)->n_words;
  return n + (trial->has_about ? 0 : loop->pieces->n_opening_words);
}

/* Both sides with as few sections on the cover as it takes: at first with arrangements that do
 * their pictures justice, then with small ones, at last without. */
static gboolean
fit_sides (const Loop *loop, FitChoice *trial, double *height, double *fill, guint *n_tried)
{
  const guint n = G_N_ELEMENTS (arrangements);
  const struct {
    guint first, last;
  } rounds[] = { { 0, FIRST_TIGHT }, { FIRST_TIGHT, FIRST_BARE }, { FIRST_BARE, n } };
  double lowest = G_MAXDOUBLE;

  for (guint round = 0; round < G_N_ELEMENTS (rounds); round++)
    for (guint moved = 0; moved <= loop->order->len; moved++) {
      trial->n_moved = moved;
      if (!choose_back (loop, trial, rounds[round].first, rounds[round].last, height, n_tried)) {
        lowest = MIN (lowest, *height);
        continue;
      }
      if (fit_cover (loop, trial, fill))
        return TRUE;
      break; /* more on the cover makes it no better */
    }
  *height = lowest;
  return FALSE;
}

Value *
fit_view (const Pieces *pieces, const FitFacts *facts, const FitChoice *choice)
{
  g_autoptr (GArray) order = order_of_cards (pieces);
  const Loop loop = { .pieces = pieces, .facts = facts, .order = order };

  return choice->poster     ? fit_poster_view (pieces, choice)
         : choice->is_trifold ? fit_trifold_view (pieces, facts, choice)
                              : view_trial (&loop, choice, FALSE, FALSE);
}

FitChoice
fit_leaflet (const Pieces *pieces, const FitFacts *facts, FitMeasure measure, gpointer data,
             FitOutcome *outcome)
{
  g_autoptr (GArray) order = order_of_cards (pieces);
  Loop loop = {
    .pieces = pieces, .facts = facts, .measure = measure, .data = data, .order = order
  };
  FitChoice trial = { .title = 22, .cover_text = 10, .arrangement = &arrangements[1], .factor = 1,
                  .has_contact = facts->has_contact,
                  .has_about = pieces->has_opening && pieces->items->len > 0 };
  double height = 0, fill = 0;

  *outcome = (FitOutcome){ .longest = { G_MAXUINT, G_MAXUINT } };
  fit_find_longest (pieces, outcome);
  if (!measure_titles (&loop, &trial)) {
    outcome->is_good = TRUE; /* something else is wrong with it, which is told when it is printed */
    outcome->name = "";
    return trial;
  }
  outcome->is_good = fit_sides (&loop, &trial, &height, &fill, &outcome->n_tried);
  if (!outcome->is_good && trial.has_about) {
    trial.has_about = FALSE;
    outcome->is_good = fit_sides (&loop, &trial, &height, &fill, &outcome->n_tried);
  }
  double room = back_room (&loop);
  if (outcome->is_good) {
    fill_with_pieces (&loop, &trial, &height);
    fill_with_pictures (&loop, &trial, &height);
    fill_with_type (&loop, &trial, &height);
    double natural = height;
    fill_with_gaps (&loop, &trial, &height);
    fill_with_notes (&loop, &trial, &height);
    trial.room[1] = room;
    outcome->n_room = (guint) (n_words (&loop, &trial) * MAX (0, room - natural) / natural);
    outcome->fill[0] = (guint) round (fill);
    outcome->fill[1] = (guint) round (height / room * 100);
  } else if (height > 0 && height < G_MAXDOUBLE) {
    outcome->over = (guint) ceil (height / room * 100);
    outcome->n_over = (guint) ceil (n_words (&loop, &trial) * MAX (0, height - room) / height);
  }
  outcome->name = trial.arrangement->name;
  outcome->no_pictures = trial.arrangement->picture == 0 && has_pictures (&loop);
  return trial;
}
