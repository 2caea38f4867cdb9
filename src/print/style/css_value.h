/* SPDX-License-Identifier: MIT */
/* Values as they are specified, before they are computed for an element. */
#pragma once

#include "print/style/style.h"
#include "print/style/syntax.h"

typedef enum {
  VALUE_INHERIT,
  VALUE_INITIAL,
  VALUE_UNSET,
  VALUE_KEYWORD,
  VALUE_NUMBER,
  VALUE_POINTS,
  VALUE_EM,  /* times the font size */
  VALUE_REM, /* times that of the root */
  VALUE_PERCENT,
  VALUE_COLOUR,
  VALUE_CURRENT_COLOUR,
  VALUE_TEXT, /* interned */
  VALUE_LIST, /* `n` things in the arena of the sheet; of what, the property knows */
} CssValueKind;

typedef struct {
  CssValueKind kind;
  guint n;
  union {
    int keyword;
    double number;
    Colour colour;
    const char *text;
    const void *list;
  };
} CssValue;

/* A word and what it means. Tables end with a name of NULL. */
typedef struct {
  const char *name;
  int meaning;
} Keyword;

/* What a number of some kind may be. */
enum { MAY_BE_NEGATIVE = 1, MAY_BE_PERCENT = 2 };

/* Each reads one value and moves behind it; FALSE when something else stands there. `keywords` may
 * be NULL. */
gboolean css_value_read_keyword (Cursor *cursor, const Keyword *keywords, CssValue *value);
/* A <length>, 0 without a unit included, or a <percentage>; `may_be` is a mask of MAY_BE. */
gboolean css_value_read_length (Cursor *cursor, guint may_be, CssValue *value);
/* A number not below `least`; what is above `most` becomes it. */
gboolean css_value_read_number (Cursor *cursor, double least, double most, CssValue *value);
/* The same of whole numbers. */
gboolean css_value_read_whole_number (Cursor *cursor, int least, int most, CssValue *value);
/* A colour as of colour_parse(), or currentcolor. */
gboolean css_value_read_colour (Cursor *cursor, CssValue *value);
/* inherit, initial, unset: as the whole of a value. */
gboolean css_value_read_wide (Cursor *cursor, CssValue *value);

/* No length is longer, in points: 350 m. */
#define POINTS_MOST 1e6

/* The points of a value of kind POINTS, EM or REM. */
double css_value_points (const CssValue *value, double font_size, double root_font_size);

/* TRUE when `unit` is one; so that advice can name what is wrong. */
gboolean css_value_knows_unit (const Token *dimension);
