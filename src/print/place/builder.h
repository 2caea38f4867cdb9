/* SPDX-License-Identifier: MIT */
/* Inside place/: the making of boxes from elements. build.c walks the elements; the others make one
 * kind of box each. */
#pragma once

#include "print/place/box.h"
#include "print/place/counters.h"

typedef struct {
  BoxTree *tree;
  const BoxSources *sources;
  Counters *counters;
  GHashTable *images;    /* href → Image; borrowed */
  GPtrArray *containers; /* Box: the positioned ones around the place at hand */
  const char *list_item; /* interned */
} Builder;

/* Where children go while a block is being filled. */
typedef struct {
  Box *box;
  Box *lines; /* open for inline content, or NULL */
} Filling;

/* An error at an element; `format` has one %s for `what`. */
void builder_complain (const Builder *builder, const Element *element, const char *advice,
                       const char *format, const char *what);

/* box.c: boxes, and the lines that are being filled. */
Box *builder_box (Builder *builder, BoxKind kind, const Style *style, const Element *element);
/* A BOX_INLINE with no text yet; builder_finish_lines() follows. */
Box *builder_lines (Builder *builder, const Style *style, const Element *element);
/* Behind the last text of `lines`. FALSE when there is nothing to be seen. */
gboolean builder_finish_lines (Builder *builder, Box *lines);
/* `child` becomes the last of `parent`, and an artifact or a marker when that is one. */
void box_append (Box *parent, Box *child);
/* The inline content that is open, or that begins now. */
Inlines *filling_lines (Builder *builder, Filling *filling);
/* Lines end here: they are appended, unless there is nothing in them. */
void filling_close (Builder *builder, Filling *filling);

/* build.c: hands a box out of the flow to its containing block (CSS 2.2, 10.1). */
void builder_register (Builder *builder, Box *box);
/* A box with all that is inside of the element; the caller appends it. */
Box *build_block (Builder *builder, const Element *element, const Style *style, BoxKind kind,
                  PlacedRole role);

/* generated.c: ::before, ::after and the markers of list items; `around` is the inline box they
 * stand in, or NULL. */
void build_pseudo (Builder *builder, Filling *filling, const Element *element, const Style *style,
                   PseudoElement pseudo, const InlineItem *around);
/* The marker of the list item that is being filled, when it has one. */
void build_marker (Builder *builder, Filling *filling);

/* replaced.c: NULL after reporting. */
gboolean element_is_replaced (const Element *element);
/* The box of such an element; NULL after reporting. */
Box *build_replaced (Builder *builder, const Element *element, const Style *style);

/* Those from `first` up to `end`, siblings without generated content, into a block. */
void build_nodes (Builder *builder, Box *box, const Element *first, const Element *end);

/* collapse.c: settles which borders of a table are seen, when they collapse. */
void build_collapsed_borders (Builder *builder, Box *table);

/* build_table.c: a table with its caption, appended to `parent`; and the table alone. */
void build_table (Builder *builder, Box *parent, const Element *element, const Style *style);
/* The same, not appended yet; `parent` is the style around. */
Box *table_box (Builder *builder, const Element *element, const Style *style, const Style *parent,
                PlacedRole role);
/* TRUE for what belongs into a table. */
gboolean display_is_inside_table (Display display);
/* A table around `first` and those behind it that belong into one (CSS 2.2, 17.2.1), appended to
 * `parent`; returns what comes after. */
const Element *build_anonymous_table (Builder *builder, Box *parent, const Element *first);
