/* SPDX-License-Identifier: MIT */
/* Inside render/: the pieces a sheet is put together from: what there is to do, one by one, what
 * else there is to say, and a picture. The fit loop (render/fit.h) lays them out. */
#pragma once

#include "base/value.h"
#include "model/site.h"
#include "render/parts.h"

/* Width by height of the picture at `href`; 0 when it is not known. */
typedef double (*PictureAspect) (const char *href, gpointer data);

/* As the screen of a phone. */
gboolean picture_is_tall (double aspect);

/* Something to do, or a section. */
typedef struct {
  Value *map; /* owned: `number` or null, `action`, `text` (HTML), `is_plain`, `line` or null,
               * `picture` or null */
  guint n_words;
  gboolean has_picture, has_table;
  gboolean is_drawn; /* its picture is a drawing, which can be small */
  double aspect;     /* of the picture; 0: not known */
  guint line;        /* of the document; 0: not known */
} Piece;

typedef struct {
  GArray *items; /* Piece: the steps of the way; without one, the sections */
  GArray *cards; /* Piece: what else there is */
  gboolean is_numbered;
  guint n_opening_words, n_around_words; /* of the opening; before and after the steps */
  guint n_title_letters;                 /* of what stands over the items */
  guint n_warning_words;
  guint n_lost_pictures; /* there is one for each step, and one for the sheet */
  gboolean has_points, has_needs, has_warning, has_opening, has_picture;
  gboolean has_before, has_after, has_others; /* around the steps; other ways */
  double picture_aspect;
} Pieces;

/* Takes the body to pieces, and sets those that have one place on the sheet in `map`, as in
 * docs/templates.md. Caller frees; the map keeps nothing of it. */
Pieces *pieces_new (Value *map, const Site *site, const Document *document, cmark_node *body,
                    PictureAspect aspect, gpointer data);
void pieces_free (Pieces *pieces); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pieces, pieces_free)

/* What the way a sheet is set depends on. */
typedef struct {
  guint n_items, n_cards, n_words, marks;
} PiecesShape;

/* Of the pieces of a body as they are now. */
PiecesShape pieces_shape (const Pieces *pieces);
/* TRUE for the same pieces, about as long: what is set in one way may be set in the other. */
gboolean pieces_are_alike (const PiecesShape *one, const PiecesShape *other);
