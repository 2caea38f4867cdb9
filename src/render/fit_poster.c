/* SPDX-License-Identifier: MIT */
/* One page: the picture takes what headline, steps and code leave. */
#include "render/fit_cells.h"

#include "render/html/body.h"
#include "render/view.h"
#include "text/compound.h"

#include <math.h>
#include <string.h>

typedef struct {
  const Pieces *pieces;
  FitMeasure measure;
  gpointer data;
} Loop;

static const Piece *
item_at (const Loop *loop, guint i)
{
  return &g_array_index (loop->pieces->items, Piece, i);
}

struct PosterSize {
  double width, height, mast, slogan; /* mm */
  double margin, gap;
  double titles[N_TITLES]; /* points */
  double least_title;      /* below it nobody reads it from where he walks by */
  double least, most;      /* mm: height of the picture */
  double tile_picture;
  double text;         /* points: of the words of a tile */
  double around_words; /* mm: number, gap and padding of a tile */
  guint most_in_row;
  gboolean is_card; /* tiles have their picture on top */
};

static const PosterSize posters[] = {
  { 210, 297, 28, 14, 10, 3, { 60, 52, 45, 38, 34, 30 }, 38, 56, 125, 20, 16, 19, 3, FALSE },
  { 297, 420, 40, 19, 14, 3.5, { 90, 80, 70, 56, 48, 42 }, 56, 84, 175, 45, 20, 28, 5, TRUE },
  /* A notice: steps in rows, and no picture of its own. */
  { 210, 297, 32, 0, 14, 0, { 72, 54, 44, 34, 28, 22 }, 22, 0, 0, 26, 19, 17, 1, FALSE },
};

/* Steps a poster has room for, and a notice, or one of long steps; the code leads to the others. */
#define MOST_TILES     6
#define MOST_ROWS      12
#define MOST_LONG_ROWS 9
/* Words that are a message a poster without steps gives itself. */
#define MOST_OF_MESSAGE 45
/* Height of a picture in a row, to that of one on a card. */
#define ROW_SHARE 0.62
/* From so many steps on a notice may have two columns; between them, mm. */
#define MANY_ROWS  5
#define COLUMN_GAP 7.0
/* Beside large words a picture has so much more than the least. */
#define LARGE_PICTURE 1.5
/* Nothing on a notice is smaller; points. */
#define SMALLEST_ROW 11.0
/* Of a warning and whom to call, which grow with the rows; points. */
#define LEAST_TOLD 13.0
#define MOST_TOLD  22.0

static gboolean
is_notice (const PosterSize *size)
{
  return size->most_in_row == 1;
}

static guint
n_tiles (const Loop *loop, const FitChoice *choice)
{
  return MIN (loop->pieces->items->len, choice->most_items);
}

static CellPlace
tile_place (const Loop *loop, const FitChoice *choice, guint i)
{
  const PosterSize *size = choice->poster;
  guint n = n_tiles (loop, choice);
  guint columns = is_notice (size)           ? choice->columns
                  : n == 4 && !size->is_card ? 2
                  : n == 6                   ? 3
                                             : MIN (n, size->most_in_row);
  guint in_row = MIN (columns, n - i / columns * columns);
  /* Two rows of cards leave no room for the scene. */
  gboolean is_card = size->is_card && n <= size->most_in_row;
  double picture = size->tile_picture * (is_card == size->is_card ? 1 : ROW_SHARE);
  double whole = size->width - 2 * size->margin;
  double gap = is_notice (size) ? COLUMN_GAP : size->gap;

  return (CellPlace){ is_card ? CELL_CARD : CELL_ROW, (whole - gap * (in_row - 1)) / in_row - 0.01,
                      picture * choice->factor, choice->cover_text, !is_notice (size) };
}

/* Letters that stand on a line of the few words of a tile. */
static guint
tile_letters (const Loop *loop, const FitChoice *choice, guint i)
{
  const CellPlace place = tile_place (loop, choice, i);
  gboolean is_beside = item_at (loop, i)->has_picture && place.kind == CELL_ROW;
  double beside = is_beside ? MIN (place.width * CELL_BESIDE, CELL_WIDEST * place.picture) : 0;

  return fit_letters (place.width - choice->poster->around_words - beside, place.head);
}

static const char *
short_words (const Loop *loop, guint i)
{
  const char *words = value_get_text (value_find (item_at (loop, i)->map, "short"), NULL);
  return words ? words : "";
}

/* TRUE when no word of a tile is too long for its line. */
static gboolean
words_fit (const Loop *loop, const FitChoice *choice)
{
  for (guint i = 0; i < n_tiles (loop, choice); i++) {
    g_auto (GStrv) words = g_strsplit_set (short_words (loop, i), " .", -1);
    guint letters = tile_letters (loop, choice, i);
    for (guint j = 0; words[j]; j++)
      if (g_utf8_strlen (words[j], -1) > letters)
        return FALSE;
  }
  return TRUE;
}

/* Words of two syllables are whole where their line has room for them. */
static void
set_short (Value *cell, const char *words, guint letters)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autofree char *bound = text_with_whole_words (words, letters);

  html_breaking (html, bound, bound + strlen (bound));
  value_set (cell, "short", value_text_n (html->str, html->len));
}

static Value *
view_tiles (const Loop *loop, const FitChoice *choice)
{
  guint n = n_tiles (loop, choice);
  Value *tiles = value_list ();

  for (guint i = 0; i < n; i++) {
    const CellPlace place = tile_place (loop, choice, i);
    Value *cell = fit_cell (item_at (loop, i), &place);
    set_short (cell, short_words (loop, i), tile_letters (loop, choice, i));
    view_list_add (tiles, cell);
  }
  view_list_end (tiles, n);
  return tiles;
}

/* A poster without anything to do, one by one, says what it is about: its opening, or, where that
 * is long or there are sections, what the document is in short. */
static void
set_message (Value *front, const Loop *loop, const FitChoice *choice)
{
  const Pieces *pieces = loop->pieces;
  gboolean has_message = choice->has_about && !pieces->is_numbered && !is_notice (choice->poster);
  gboolean is_whole =
    pieces->items->len == 0 && pieces->has_opening && pieces->n_opening_words <= MOST_OF_MESSAGE;

  value_set_bool (front, "has_message", has_message && is_whole);
  value_set_bool (front, "has_lead", has_message && !is_whole);
}

static Value *
view_poster (const Loop *loop, const FitChoice *choice, gboolean is_measuring, gboolean has_probes)
{
  Value *map = fit_view_new (is_measuring, has_probes ? choice->poster->titles : NULL);
  Value *front = value_map ();
  Value *tiles = view_tiles (loop, choice);
  guint n = loop->pieces->items->len;
  guint n_shown = value_length (tiles);

  value_set_number (front, "title", choice->title);
  value_set_number (front, "text", choice->cover_text);
  fit_set_height (front, "band", choice->band);
  fit_set_sunk (front, choice->poster->width, choice->band);
  value_set_bool (front, "has_band", choice->band > 0);
  value_set (front, "room", value_null ());
  if (choice->room[0] > 0)
    fit_set_height (front, "room", choice->room[0]);
  value_set_number (front, "head", choice->cover_text);
  double small = MAX (SMALLEST_ROW, choice->cover_text * 0.76);
  value_set_number (front, "small", small);
  value_set_number (front, "told", CLAMP (small, LEAST_TOLD, MOST_TOLD));
  value_set_bool (front, "has_about", choice->has_about);
  set_message (front, loop, choice);
  value_set_bool (front, "has_warning_card", FALSE);
  value_set (front, "cells", tiles);
  value_set_text_take (front, "n_more", n > n_shown ? g_strdup_printf ("%u", n - n_shown) : NULL);
  value_set (map, "front", front);
  return map;
}

/* What the headline and the pieces below it take. */
static gboolean
measure_poster (const Loop *loop, const FitChoice *choice, double *head, double *room)
{
  g_autoptr (Value) fit = view_poster (loop, choice, TRUE, FALSE);
  Measured measured[] = { { .id = "head" }, { .id = "room-front" } };

  if (!loop->measure (fit, measured, G_N_ELEMENTS (measured), loop->data))
    return FALSE;
  *head = measured[0].height;
  *room = measured[1].height;
  return TRUE;
}

/* The headlines of two lines, none of them with one syllable: a bit for each size. */
static gboolean
find_poster_titles (const Loop *loop, const FitChoice *choice, guint *good)
{
  g_autoptr (Value) fit = view_poster (loop, choice, TRUE, TRUE);
  Measured measured[N_TITLES];

  fit_ask_titles (measured);
  if (!loop->measure (fit, measured, N_TITLES, loop->data))
    return FALSE;
  *good = 0;
  for (guint i = 0; i < N_TITLES; i++)
    if (measured[i].n_lines <= 1 || (measured[i].n_lines == 2 && measured[i].fewest_words > 1))
      *good |= 1u << i;
  if (*good == 0)
    *good = 1u << (N_TITLES - 1);
  return TRUE;
}

/* Sizes of type, to that of the table: few words are large, most of all on a notice, where no
 * picture takes what they leave. What is read from afar stays so, a notice is read from near. */
static const double factors[] = { 4.2, 3.8, 3.4, 3.1, 2.8, 2.6, 2.4, 2.2, 2,
                                  1.8, 1.6, 1.4, 1.2, 1,   0.9, 0.8, 0.7, 0.62 };
enum { FIRST_OF_MESSAGES = 7, FIRST_OF_POSTERS = 10, END_OF_POSTERS = 16 };

/* What may be chosen for a sheet, what is being tried, and how near it came. */
typedef struct {
  const Loop *loop;
  guint titles; /* a bit for each size of the headline */
  guint first_factor, end_of_factors, most_columns;
  FitChoice choice;
  double best; /* mm: the most that was left for the picture */
  FitOutcome *outcome;
} Search;

/* Takes the choice when what it leaves is enough for the picture; else notes how near it was. */
static gboolean
takes (Search *search, double least)
{
  FitChoice *choice = &search->choice;
  FitOutcome *outcome = search->outcome;
  const PosterSize *size = choice->poster;
  double head, room;

  outcome->n_tried++;
  if (!measure_poster (search->loop, choice, &head, &room))
    return FALSE;
  double whole = size->height - size->mast - size->slogan - head;
  double left = whole - room;
  search->best = MAX (search->best, left);
  if (left < least)
    return FALSE;
  choice->band = least > 0 ? MIN (left, size->most) : 0;
  choice->room[0] = whole - choice->band;
  outcome->is_good = TRUE;
  outcome->fill[0] = outcome->fill[1] =
    (guint) round (100 * (1 - (choice->room[0] - room) / size->height));
  return TRUE;
}

/* With headlines of the sizes that are large enough, or of those that are not, and never smaller
 * than what stands below. */
static gboolean
try_headlines (Search *search, double least, gboolean is_small)
{
  const PosterSize *size = search->choice.poster;

  for (guint title = 0; title < N_TITLES; title++) {
    if ((search->titles & 1u << title) == 0 || is_small != (size->titles[title] < size->least_title)
        || size->titles[title] < search->choice.cover_text)
      continue;
    search->choice.title = size->titles[title];
    if (takes (search, least))
      return TRUE;
  }
  return FALSE;
}

/* TRUE when words may be larger than usual: they cost neither the picture nor themselves. */
static gboolean
may_be_large (const Search *search, double least)
{
  return least >= search->choice.poster->least && words_fit (search->loop, &search->choice);
}

static gboolean
try_type (Search *search, double least, gboolean is_small)
{
  FitChoice *choice = &search->choice;

  for (guint j = search->first_factor; j < search->end_of_factors; j++) {
    gboolean is_large = factors[j] > 1;
    /* Before a row becomes small, there are two columns of them. */
    if (choice->columns < search->most_columns && factors[j] < 0.8)
      break;
    choice->cover_text = choice->poster->text * factors[j];
    choice->factor = factors[j];
    if (is_large && !may_be_large (search, least))
      continue;
    if (try_headlines (search, is_large ? least * LARGE_PICTURE : least, is_small))
      return TRUE;
  }
  return FALSE;
}

/* The picture takes what is left; where that is too little, headline, then words give way. A
 * headline that is read from afar goes before the picture. */
static gboolean
try_all (Search *search)
{
  FitChoice *choice = &search->choice;
  const double leasts[] = { choice->poster->least, choice->poster->least * 0.6, 0 };

  for (guint is_small = 0; is_small < 2; is_small++)
    for (guint i = 0; i < G_N_ELEMENTS (leasts); i++)
      for (choice->columns = 1; choice->columns <= search->most_columns; choice->columns++)
        if (try_type (search, leasts[i], is_small))
          return TRUE;
  return FALSE;
}

/* A notice of steps may be without what is said around them, one that is all text may not; and one
 * of many long steps without the last of them. */
static gboolean
try_with_less (Search *search)
{
  FitChoice *choice = &search->choice;
  guint n_items = search->loop->pieces->items->len;

  if (try_all (search))
    return TRUE;
  if (choice->has_about && (!is_notice (choice->poster) || n_items > 0)) {
    choice->has_about = FALSE;
    if (try_all (search))
      return TRUE;
  }
  if (!is_notice (choice->poster) || n_items <= MOST_LONG_ROWS)
    return FALSE;
  choice->most_items = MOST_LONG_ROWS;
  return try_all (search);
}

FitChoice
fit_poster (const Pieces *pieces, PosterKind kind, FitMeasure measure, gpointer data,
            FitOutcome *outcome)
{
  static const char *const names[N_POSTERS] = { "A4", "A3", "A4" };
  const PosterSize *size = &posters[kind];
  const Loop loop = { pieces, measure, data };
  gboolean is_near = is_notice (size);
  Search search = { .loop = &loop,
                    .first_factor = is_near                   ? 0
                                    : pieces->items->len == 0 ? FIRST_OF_MESSAGES
                                                              : FIRST_OF_POSTERS,
                    .end_of_factors = is_near ? G_N_ELEMENTS (factors) : END_OF_POSTERS,
                    .most_columns = is_near && pieces->items->len >= MANY_ROWS ? 2 : 1,
                    .choice = { .poster = size,
                                .title = size->titles[0],
                                .factor = 1,
                                .cover_text = size->text,
                                .columns = 1,
                                .most_items = is_near ? MOST_ROWS : MOST_TILES,
                                .has_about = is_near || !pieces->is_numbered },
                    .best = -G_MAXDOUBLE,
                    .outcome = outcome };

  *outcome = (FitOutcome){ .name = names[kind], .longest = { G_MAXUINT, G_MAXUINT } };
  if (!find_poster_titles (&loop, &search.choice, &search.titles)) {
    outcome->is_good = TRUE; /* as in fit_leaflet() */
    return search.choice;
  }
  if (try_with_less (&search))
    return search.choice;
  fit_find_longest (pieces, outcome);
  outcome->over = (guint) ceil (100 * (1 - search.best / size->height));
  return search.choice;
}

Value *
fit_poster_view (const Pieces *pieces, const FitChoice *choice)
{
  const Loop loop = { .pieces = pieces };
  return view_poster (&loop, choice, FALSE, FALSE);
}

double
fit_least_title (const FitChoice *choice)
{
  return choice->poster ? choice->poster->least_title : 0;
}
