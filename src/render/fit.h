/* SPDX-License-Identifier: MIT */
/* Inside render/: the fit loop. A sheet has a fixed number of sides, and texts are as long as they
 * are: so arrangements are tried one after the other, from large to small, each measured by the
 * engine that will print it; the first that fits is taken, and what is left is filled. Nothing is
 * guessed from numbers of words, and the same text always comes out the same. */
#pragma once

#include "print/typeset.h"
#include "render/pieces.h"
#include "render/renderer.h"

/* Has the sheet filled with `fit` (docs/templates.md) measured. FALSE when it cannot be placed. */
typedef gboolean (*FitMeasure) (const Value *fit, Measured *measured, guint n, gpointer data);

/* Of what cannot be told from the pieces. */
typedef struct {
  gboolean has_contact, has_code, has_dates, has_facts;
} FitFacts;

struct FitOutcome {
  gboolean is_good;    /* it fits */
  const char *name;    /* of the arrangement: "A" … "I", "S" */
  guint fill[2];       /* of each side, per cent of its room */
  guint n_room;        /* words there is still room for */
  guint n_tried;       /* arrangements */
  guint over, n_over;  /* when nothing fits: per cent of the room, and words too many */
  guint longest[2];    /* items, and cards after these, that are the longest; G_MAXUINT: none */
  gboolean no_pictures; /* left out, to make room */
};

typedef struct Arrangement Arrangement;
typedef struct PosterSize PosterSize;

/* Of a sheet folded in three: the panel that folds in, and those inside, in the order in which they
 * are filled. */
typedef enum { PANEL_FLAP, PANEL_FIRST, PANEL_SECOND, PANEL_THIRD, N_PANELS } TrifoldPanel;
/* Pieces that are dealt out one by one; those after go where the last goes. */
#define MOST_UNITS 64

/* One way to set a sheet: what was chosen, and nothing of what is set. So the kits of a document,
 * that differ in the letterhead, take that of the document. */
typedef struct {
  /* the cover */
  double title, cover_text;
  gboolean is_spot, is_bare; /* the picture in the band of the headline; no picture */
  /* the opening stands here; on a notice, what is said around its steps; on a poster without steps,
   * its message, place and fee */
  gboolean has_about;
  guint n_moved;  /* sections that stand here */
  double band;    /* mm: height of the picture */
  double room[2]; /* mm: of each side; 0: as high as it comes out */
  /* the back */
  const Arrangement *arrangement;
  double more;          /* points on the type */
  double factor, extra; /* of pictures; mm of every gap */
  gboolean has_warning, has_contact, has_code;
  guint n_notes; /* lines to write on */
  /* a poster */
  const PosterSize *poster;
  guint columns;    /* of the rows of a notice */
  guint most_items; /* that are shown */
  /* a sheet folded in three */
  gboolean is_trifold;
  guint8 panels[MOST_UNITS];  /* where each piece stands */
  double fillers[N_PANELS];   /* mm: of the box that fills a panel; 0: there is none */
} FitChoice;

/* Tries until it fits; when nothing does, the outcome says so and the choice is the last that was
 * tried. */
FitChoice fit_leaflet (const Pieces *pieces, const FitFacts *facts, FitMeasure measure,
                       gpointer data, FitOutcome *outcome);
typedef enum { POSTER_A4, POSTER_A3, POSTER_NOTICE, N_POSTERS } PosterKind;
/* The same of what hangs on a wall. */
FitChoice fit_poster (const Pieces *pieces, PosterKind kind, FitMeasure measure, gpointer data,
                      FitOutcome *outcome);
/* As fit_view(). */
Value *fit_poster_view (const Pieces *pieces, const FitChoice *choice);
/* Points a headline should have to be read from where the sheet hangs; 0: it is held in hand. */
double fit_least_title (const FitChoice *choice);
/* The same of a sheet folded in three. */
FitChoice fit_trifold (const Pieces *pieces, const FitFacts *facts, FitMeasure measure,
                       gpointer data, FitOutcome *outcome);
/* Panels of it that are more box than text; 0 of other sheets. */
guint fit_bare_panels (const FitChoice *choice);
/* As fit_view(). */
Value *fit_trifold_view (const Pieces *pieces, const FitFacts *facts, const FitChoice *choice);
/* The data `fit` of a sheet set in this way. It shares what the pieces own. Caller frees. */
Value *fit_view (const Pieces *pieces, const FitFacts *facts, const FitChoice *choice);
