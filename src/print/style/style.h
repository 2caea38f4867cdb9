/* SPDX-License-Identifier: MIT */
/* CSS for print: what an element looks like, after the cascade (CSS 2.2, Selectors 3, Paged Media
 * 3, Flexbox 1, Multi-column 1, in the subset of docs/templates.md). A property, value, selector or
 * rule outside the subset is reported once, with its place and what to write instead; nothing is
 * dropped in silence.
 *
 * Computed values only: lengths are points (1/72 inch) or percentages, relative units and keywords
 * are gone. */
#pragma once

#include "print/read/element.h"
#include "print/read/files.h"
#include "print/style/colour.h"

/* --- values --- */

typedef enum {
  LENGTH_AUTO,
  LENGTH_NONE,
  LENGTH_POINTS,
  LENGTH_PERCENT
} LengthKind; /* NONE: max-width, max-height */

typedef struct {
  LengthKind kind;
  double value; /* points, or percent: 50 is half */
} Length;

typedef enum { SIDE_TOP, SIDE_RIGHT, SIDE_BOTTOM, SIDE_LEFT, N_SIDES } Side;
typedef enum { BORDER_NONE, BORDER_SOLID, BORDER_DASHED, BORDER_DOTTED, BORDER_DOUBLE } BorderStyle;

typedef struct {
  BorderStyle style;
  double width; /* points; 0 when style is none */
  Colour colour;
} Border;

typedef enum {
  DISPLAY_NONE,
  DISPLAY_BLOCK,
  DISPLAY_INLINE,
  DISPLAY_INLINE_BLOCK,
  DISPLAY_LIST_ITEM,
  DISPLAY_FLEX,
  DISPLAY_TABLE,
  DISPLAY_TABLE_ROW_GROUP,
  DISPLAY_TABLE_HEADER_GROUP,
  DISPLAY_TABLE_FOOTER_GROUP,
  DISPLAY_TABLE_ROW,
  DISPLAY_TABLE_CELL,
  DISPLAY_TABLE_CAPTION,
  DISPLAY_TABLE_COLUMN,
  DISPLAY_TABLE_COLUMN_GROUP,
} Display;

typedef enum {
  POSITION_STATIC,
  POSITION_RELATIVE,
  POSITION_ABSOLUTE,
  POSITION_FIXED
} Position; /* fixed: on every page */
typedef enum {
  OBJECT_FILL,
  OBJECT_CONTAIN,
  OBJECT_COVER,
  OBJECT_NONE,
  OBJECT_SCALE_DOWN
} ObjectFit;
typedef enum { TEXT_LEFT, TEXT_RIGHT, TEXT_CENTRE, TEXT_JUSTIFY } TextAlign;
typedef enum {
  TRANSFORM_NONE,
  TRANSFORM_UPPER,
  TRANSFORM_LOWER,
  TRANSFORM_CAPITALISE
} TextTransform;
typedef enum { SPACE_NORMAL, SPACE_NOWRAP, SPACE_PRE, SPACE_PRE_WRAP, SPACE_PRE_LINE } WhiteSpace;
typedef enum { LINE_NORMAL, LINE_NUMBER, LINE_POINTS } LineHeightKind;
typedef enum {
  VERTICAL_BASELINE,
  VERTICAL_TOP,
  VERTICAL_MIDDLE,
  VERTICAL_BOTTOM,
  VERTICAL_SUB,
  VERTICAL_SUPER,
  VERTICAL_RAISED
} VerticalKind;
typedef enum {
  BREAK_AUTO,
  BREAK_AVOID,
  BREAK_PAGE,
  BREAK_LEFT,
  BREAK_RIGHT,
  BREAK_COLUMN
} Break; /* left, right: page on that side */
typedef enum {
  LIST_NONE,
  LIST_DISC,
  LIST_CIRCLE,
  LIST_SQUARE,
  LIST_DECIMAL,
  LIST_LOWER_ALPHA,
  LIST_UPPER_ALPHA,
  LIST_LOWER_ROMAN,
  LIST_UPPER_ROMAN,
  LIST_TEXT
} ListKind;
typedef enum {
  FLEX_START,
  FLEX_END,
  FLEX_CENTRE,
  FLEX_STRETCH,
  FLEX_BASELINE,
  FLEX_BETWEEN,
  FLEX_AROUND,
  FLEX_EVENLY,
  FLEX_AUTO
} FlexAlign;
typedef enum {
  DECORATION_NONE = 0,
  DECORATION_UNDERLINE = 1,
  DECORATION_STRIKE = 2,
  DECORATION_OVERLINE = 4
} Decoration;

/* A piece of `content`. */
typedef enum {
  CONTENT_TEXT,      /* "…" */
  CONTENT_ATTRIBUTE, /* attr(name) */
  CONTENT_COUNTER,   /* counter(name), counter(name, style) */
  CONTENT_STRING,    /* string(name): the running string of a page */
  CONTENT_SELF,      /* content(): the text of the element, in string-set */
  CONTENT_TARGET,    /* target-counter(attr(name), page): the page of what that leads to */
} ContentKind;

typedef struct {
  ContentKind kind;
  const char *text;   /* the text, or the name; interned */
  ListKind numbering; /* of a counter, or a page */
  gboolean is_last;   /* of a string: the last one set on the page, not the first */
} ContentPart;

typedef struct {
  const char *name; /* interned */
  int value;        /* counter-reset: its new value; counter-increment: what is added */
} CounterChange;

typedef struct {
  const char *name; /* interned */
  const ContentPart *parts;
  guint n_parts;
} StringSet;

/* --- the computed style --- */

/* Equal styles of one sheet are one Style: compare pointers. Constant; owned by the Styler. */
typedef struct Style {
  /* inherited */
  const char *families; /* "Times New Roman,Liberation Serif": in order, interned */
  double font_size;     /* points */
  guint font_weight;    /* 100 … 900 */
  gboolean is_italic;
  Colour colour;
  LineHeightKind line_height_kind;
  double line_height; /* times the font size, or points */
  TextAlign text_align;
  Length text_indent;
  TextTransform text_transform;
  double letter_spacing; /* points */
  WhiteSpace white_space;
  gboolean breaks_anywhere; /* overflow-wrap: anywhere, break-word */
  ListKind list_kind;
  const char *list_text; /* LIST_TEXT; interned */
  gboolean list_inside;
  guint orphans, widows;
  gboolean collapses_borders;
  double border_spacing_x, border_spacing_y;
  gboolean caption_below;
  gboolean is_hidden; /* visibility: hidden */

  /* not inherited */
  Display display;
  Position position;
  gboolean is_footnote;  /* float: footnote (Generated Content for Paged Media 3, 2) */
  Length inset[N_SIDES]; /* top, right, bottom, left */
  Length margin[N_SIDES];
  Length padding[N_SIDES];
  Border border[N_SIDES];
  Length radius[4]; /* top left, top right, bottom right, bottom left; percent of the width across,
                       of the height down */
  Length width, height, min_width, min_height, max_width,
    max_height;           /* min: auto is 0, but in flex the content */
  gboolean is_border_box; /* box-sizing */
  Colour background;
  guint decoration; /* mask of Decoration; it reaches all text inside, which the placer sees to */
  VerticalKind vertical_kind;
  double vertical_raise; /* VERTICAL_RAISED: points upwards */
  Break break_before, break_after;
  gboolean avoids_break_inside;
  const char *page; /* page: name; interned, or NULL for auto */
  const char *fit;  /* --fit: classes with spaces between them; interned, or NULL for none */
  gboolean clips;   /* overflow: hidden */
  ObjectFit object_fit;
  Length object_position[2]; /* across, down: of what the picture leaves of its box */
  double rotation;           /* transform: rotate(); degrees clockwise */
  gboolean is_flex_column, flex_wraps;
  FlexAlign justify_content, align_items, align_self;
  double flex_grow, flex_shrink;
  Length flex_basis;
  double row_gap, column_gap; /* points; column_gap < 0 is normal: 1em between columns, 0 in flex */
  gboolean is_fixed_table;
  guint column_count;     /* 0: auto */
  double column_width;    /* points; 0: auto */
  gboolean fills_columns; /* column-fill: auto: one after the other, not balanced */
  Border column_rule;
  const ContentPart *content; /* of pseudo-elements and margin boxes; NULL: none */
  guint n_content;
  const CounterChange *counter_resets;
  guint n_counter_resets;
  const CounterChange *counter_increments;
  guint n_counter_increments;
  const StringSet *string_sets;
  guint n_string_sets;
  const struct Style *inherit; /* of an anonymous box: what `inherit` means below it, the
                                  style of the element it stands in (CSS 2.2, 9.2.1.1) */
} Style;

/* --- pages --- */

typedef enum {
  MARGIN_TOP_LEFT_CORNER,
  MARGIN_TOP_LEFT,
  MARGIN_TOP_CENTRE,
  MARGIN_TOP_RIGHT,
  MARGIN_TOP_RIGHT_CORNER,
  MARGIN_LEFT_TOP,
  MARGIN_LEFT_MIDDLE,
  MARGIN_LEFT_BOTTOM,
  MARGIN_RIGHT_TOP,
  MARGIN_RIGHT_MIDDLE,
  MARGIN_RIGHT_BOTTOM,
  MARGIN_BOTTOM_LEFT_CORNER,
  MARGIN_BOTTOM_LEFT,
  MARGIN_BOTTOM_CENTRE,
  MARGIN_BOTTOM_RIGHT,
  MARGIN_BOTTOM_RIGHT_CORNER,
  N_MARGIN_BOXES
} MarginBox;

typedef struct {
  double width, height;   /* points, trimmed size */
  double margin[N_SIDES]; /* points */
  double bleed;           /* points beyond the trimmed size; 0: none */
  gboolean has_crop_marks;
  const Style *boxes[N_MARGIN_BOXES]; /* NULL where a box has no content */
} PageStyle;

/* --- asking --- */

/* All style sheets of one page, ready to be asked. One thread's own. */
typedef struct Styler Styler;

/* A style sheet that is parsed once and serves many pages; constant, shared by threads. What is
 * wrong with it is reported now. */
typedef struct StyleSheet StyleSheet;
/* Parses `css`. Never NULL. */
StyleSheet *style_sheet_new (const Source *css, Report *report);
/* NULL is allowed. */
void style_sheet_free (StyleSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StyleSheet, style_sheet_free)

/* A font of @font-face: `href` as written in url(). */
typedef struct {
  const char *family;
  const char *href;
  guint weight;
  gboolean is_italic;
} FontSource;
/* FontSource; owned by the sheet. */
const GArray *style_sheet_fonts (const StyleSheet *sheet);

/* Computed styles, kept for the next page that names the same sheets and declares nothing itself.
 * One thread's own. */
typedef struct StyleStore StyleStore;
/* The caller frees it, after all stylers that use it. */
StyleStore *style_store_new (void);
/* NULL is allowed. */
void style_store_free (StyleStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StyleStore, style_store_free)

/* Gathers the styles of a page: the built-in sheet, then those of <link rel="stylesheet"> and
 * <style> in document order, as far as their `media` is all or print, and style attributes.
 * `linked` gives the parsed sheet for an href, borrowed, or NULL after reporting. `store` may be
 * NULL; it and the sheets in it must outlive the styler. */
typedef const StyleSheet *(*StyleFind) (const char *href, const Element *link, gpointer data);
/* Caller frees; what it was given must outlive it. */
Styler *styler_new (const Markup *markup, const Source *source, StyleFind find, gpointer data,
                    StyleStore *store, Report *report);
/* NULL is allowed. */
void styler_free (Styler *styler);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Styler, styler_free)

typedef enum { PSEUDO_BEFORE, PSEUDO_AFTER, PSEUDO_MARKER, N_PSEUDOS } PseudoElement;

/* The style of an element whose parent has `parent` (NULL for the root). Ask parents before
 * children. */
const Style *styler_style (Styler *styler, const Element *element, const Style *parent);
/* The style of a pseudo-element of an element that has `style`, or NULL when it makes no box
 * (`content` is none or normal; a marker always has one). */
const Style *styler_pseudo (Styler *styler, const Element *element, const Style *style,
                            PseudoElement pseudo);
/* An anonymous box inside `parent`: what is inherited is inherited, the rest is initial; with this
 * display. */
const Style *styler_anonymous (Styler *styler, const Style *parent, Display display);

/* The style of a page: `name` as of `page:` or NULL; the margin boxes inherit from `root`. */
PageStyle styler_page (Styler *styler, const char *name, gboolean is_first, gboolean is_left,
                       const Style *root);
/* FontSource of all sheets of the page, with `find`'s sheets; valid as long as the styler. */
const GPtrArray *styler_fonts (const Styler *styler);
