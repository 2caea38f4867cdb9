/* SPDX-License-Identifier: MIT */
/* Two tables: types of values with how they are read and computed, and properties with their types. A property whose place in a Style
 * stands before `display` is inherited. */
#include "render/print/style/property.h"

#include "base/i18n.h"
#include "render/print/read/name.h"
#include "render/print/style/content.h"

#include <string.h>

#define MEDIUM_PT     12.0 /* font-size: medium, 16px */
#define LARGER        1.2
#define LARGEST_FONT  10000.0
#define NORMAL_LEADING 1.2 /* of line-height: normal, where a percentage asks for it */
#define LARGEST_PAGE   14400.0 /* points: no PDF has a larger one */
#define MOST_LINES    1000
#define MOST_COLUMNS  100

/* --- where values go --- */

static gpointer
field_of (Computing *computing, const Property *property)
{
  return (char *) &computing->box + property->offset;
}

static double
points_of (const Computing *computing, const Value *value)
{
  return value_points (value, computing->box.style.font_size, computing->root_font_size) + 0.0; /* never -0 */
}

static gboolean
is_inherited (const Property *property)
{
  return property->offset < offsetof (Style, display);
}

/* --- words --- */

static gboolean
read_keyword (Cursor *cursor, const Property *property, G_GNUC_UNUSED Arena *arena, Value *value)
{
  return value_read_keyword (cursor, property->keywords, value);
}

static void
apply_keyword (Computing *computing, const Property *property, const Value *value)
{
  *(int *) field_of (computing, property) = value->keyword;
}

/* --- lengths --- */

static gboolean
read_length (Cursor *cursor, const Property *property, G_GNUC_UNUSED Arena *arena, Value *value)
{
  return value_read_keyword (cursor, property->keywords, value) || value_read_length (cursor, property->may_be, value);
}

/* Words are kinds of lengths. */
static void
apply_length (Computing *computing, const Property *property, const Value *value)
{
  Length *length = field_of (computing, property);

  length->value = 0;
  if (value->kind == VALUE_KEYWORD) {
    length->kind = value->keyword;
    return;
  }
  length->kind = value->kind == VALUE_PERCENT ? LENGTH_PERCENT : LENGTH_POINTS;
  length->value = points_of (computing, value);
}

/* Words are hundredths of a point. */
static void
apply_points (Computing *computing, const Property *property, const Value *value)
{
  double *points = field_of (computing, property);
  *points = value->kind == VALUE_KEYWORD ? value->keyword / 100.0 : points_of (computing, value);
}

/* --- colours --- */

static gboolean
read_colour (Cursor *cursor, G_GNUC_UNUSED const Property *property, G_GNUC_UNUSED Arena *arena, Value *value)
{
  return value_read_colour (cursor, value);
}

static void
apply_colour (Computing *computing, const Property *property, const Value *value)
{
  Colour *colour = field_of (computing, property);
  *colour = value->kind == VALUE_COLOUR ? value->colour : computing->box.style.colour;
}

static void
apply_text_colour (Computing *computing, G_GNUC_UNUSED const Property *property, const Value *value)
{
  computing->box.style.colour = value->kind == VALUE_COLOUR ? value->colour : computing->parent->colour;
}

/* --- numbers --- */

static gboolean
read_number (Cursor *cursor, G_GNUC_UNUSED const Property *property, G_GNUC_UNUSED Arena *arena, Value *value)
{
  return value_read_number (cursor, 0, 1e6, value);
}

static void
apply_number (Computing *computing, const Property *property, const Value *value)
{
  *(double *) field_of (computing, property) = value->number;
}

static gboolean
read_count (Cursor *cursor, const Property *property, G_GNUC_UNUSED Arena *arena, Value *value)
{
  return value_read_keyword (cursor, property->keywords, value)
         || value_read_whole_number (cursor, 1, property->may_be, value);
}

static void
apply_count (Computing *computing, const Property *property, const Value *value)
{
  *(guint *) field_of (computing, property) = value->kind == VALUE_KEYWORD ? value->keyword : (int) value->number;
}

/* --- fonts --- */

/* A family: a string, or words. */
static gboolean
read_family (Cursor *cursor, GString *families)
{
  const Token *token = cursor_peek (cursor);
  gsize before = families->len;

  if (token->kind == TOKEN_STRING)
    g_string_append_len (families, token->text, (cursor_take (cursor), token->length));
  else
    for (; token->kind == TOKEN_WORD; cursor_take (cursor), token = cursor_peek (cursor)) {
      if (families->len > before)
        g_string_append_c (families, ' ');
      g_string_append_len (families, token->text, token->length);
    }
  return families->len > before && !memchr (families->str + before, ',', families->len - before);
}

static gboolean
read_families (Cursor *cursor, G_GNUC_UNUSED const Property *property, G_GNUC_UNUSED Arena *arena, Value *value)
{
  g_autoptr (GString) families = g_string_new (NULL);

  for (;;) {
    if (!read_family (cursor, families))
      return FALSE;
    if (!cursor_skip_sign (cursor, ','))
      break;
    g_string_append_c (families, ',');
  }
  *value = (Value) { .kind = VALUE_TEXT, .text = name_intern (families->str, families->len) };
  return TRUE;
}

static void
apply_text (Computing *computing, const Property *property, const Value *value)
{
  *(const char **) field_of (computing, property) = value->kind == VALUE_TEXT ? value->text : NULL;
}

enum { FONT_SMALLER = -1, FONT_LARGER = -2 };

/* Other words are hundredths of a point. */
static double
named_size (int keyword, double parent)
{
  if (keyword == FONT_SMALLER)
    return parent / LARGER;
  return keyword == FONT_LARGER ? parent * LARGER : keyword / 100.0;
}

static void
apply_font_size (Computing *computing, G_GNUC_UNUSED const Property *property, const Value *value)
{
  double parent = computing->parent->font_size;
  double size = value->kind == VALUE_KEYWORD   ? named_size (value->keyword, parent)
                : value->kind == VALUE_PERCENT ? parent * value->number / 100
                                               : value_points (value, parent, computing->root_font_size);
  computing->box.style.font_size = MIN (size, LARGEST_FONT);
}

enum { WEIGHT_BOLDER = -1, WEIGHT_LIGHTER = -2 };

static gboolean
read_weight (Cursor *cursor, const Property *property, G_GNUC_UNUSED Arena *arena, Value *value)
{
  return value_read_keyword (cursor, property->keywords, value) || value_read_whole_number (cursor, 1, 1000, value);
}

static void
apply_weight (Computing *computing, G_GNUC_UNUSED const Property *property, const Value *value)
{
  guint parent = computing->parent->font_weight;
  int weight = value->kind == VALUE_KEYWORD ? value->keyword : (int) value->number;

  if (weight == WEIGHT_BOLDER)
    weight = parent < 350 ? 400 : parent < 550 ? 700 : 900;
  else if (weight == WEIGHT_LIGHTER)
    weight = parent < 550 ? 100 : parent < 750 ? 400 : 700;
  computing->box.style.font_weight = CLAMP ((weight + 50) / 100, 1, 9) * 100;
}

/* --- lines --- */

static gboolean
read_line_height (Cursor *cursor, const Property *property, G_GNUC_UNUSED Arena *arena, Value *value)
{
  return value_read_keyword (cursor, property->keywords, value) || value_read_length (cursor, MAY_BE_PERCENT, value)
         || value_read_number (cursor, 0, 1000, value);
}

static void
apply_line_height (Computing *computing, G_GNUC_UNUSED const Property *property, const Value *value)
{
  Style *style = &computing->box.style;

  style->line_height_kind = value->kind == VALUE_KEYWORD  ? LINE_NORMAL
                            : value->kind == VALUE_NUMBER ? LINE_NUMBER
                                                          : LINE_POINTS;
  style->line_height = value->kind == VALUE_KEYWORD   ? 0
                       : value->kind == VALUE_NUMBER  ? value->number
                       : value->kind == VALUE_PERCENT ? MIN (style->font_size * value->number / 100, POINTS_MOST)
                                                      : points_of (computing, value);
}

static double
line_points (const Style *style)
{
  switch (style->line_height_kind) {
  case LINE_POINTS:
    return style->line_height;
  case LINE_NUMBER:
    return style->line_height * style->font_size;
  default:
    return NORMAL_LEADING * style->font_size;
  }
}

static void
apply_vertical_align (Computing *computing, G_GNUC_UNUSED const Property *property, const Value *value)
{
  Style *style = &computing->box.style;

  style->vertical_kind = value->kind == VALUE_KEYWORD ? (VerticalKind) value->keyword : VERTICAL_RAISED;
  style->vertical_raise = value->kind == VALUE_KEYWORD   ? 0
                          : value->kind == VALUE_PERCENT ? line_points (style) * value->number / 100
                                                         : points_of (computing, value);
}

static gboolean
read_decoration (Cursor *cursor, const Property *property, G_GNUC_UNUSED Arena *arena, Value *value)
{
  guint mask = 0;
  Cursor start = *cursor;

  while (value_read_keyword (cursor, property->keywords, value) && value->keyword != DECORATION_NONE) {
    mask |= value->keyword;
    start = *cursor;
  }
  gboolean is_none = mask == 0 && cursor->at > start.at;
  if (!is_none)
    *cursor = start;
  *value = (Value) { .kind = VALUE_KEYWORD, .keyword = mask };
  return is_none || mask != 0;
}

/* --- lists, tables, columns --- */

static gboolean
read_list_type (Cursor *cursor, const Property *property, G_GNUC_UNUSED Arena *arena, Value *value)
{
  const Token *token = cursor_peek (cursor);

  if (token->kind != TOKEN_STRING)
    return value_read_keyword (cursor, property->keywords, value);
  *value = (Value) { .kind = VALUE_TEXT, .text = token_name (cursor_take (cursor)) };
  return TRUE;
}

static void
apply_list_type (Computing *computing, G_GNUC_UNUSED const Property *property, const Value *value)
{
  computing->box.style.list_kind = value->kind == VALUE_TEXT ? LIST_TEXT : (ListKind) value->keyword;
  computing->box.style.list_text = value->kind == VALUE_TEXT ? value->text : NULL;
}

/* One length, or one across and one down. */
static gboolean
read_spacing (Cursor *cursor, G_GNUC_UNUSED const Property *property, Arena *arena, Value *value)
{
  Value *pair = arena_alloc (arena, 2 * sizeof (Value));

  if (!value_read_length (cursor, 0, &pair[0]))
    return FALSE;
  if (!value_read_length (cursor, 0, &pair[1]))
    pair[1] = pair[0];
  *value = (Value) { .kind = VALUE_LIST, .n = 2, .list = pair };
  return TRUE;
}

static void
apply_spacing (Computing *computing, G_GNUC_UNUSED const Property *property, const Value *value)
{
  const Value *pair = value->list;
  computing->box.style.border_spacing_x = points_of (computing, &pair[0]);
  computing->box.style.border_spacing_y = points_of (computing, &pair[1]);
}

/* --- what is put in --- */

static void
apply_content (Computing *computing, G_GNUC_UNUSED const Property *property, const Value *value)
{
  computing->box.style.content = value->kind == VALUE_LIST ? value->list : NULL;
  computing->box.style.n_content = value->kind == VALUE_LIST ? value->n : 0;
}

/* A pointer and a number behind it, whatever the list is of. */
static void
apply_list (Computing *computing, const Property *property, const Value *value)
{
  const void **list = field_of (computing, property);

  list[0] = value->n > 0 ? value->list : NULL;
  *(guint *) (list + 1) = value->n;
}

/* --- pages --- */

static gboolean
read_page_name (Cursor *cursor, const Property *property, G_GNUC_UNUSED Arena *arena, Value *value)
{
  if (value_read_keyword (cursor, property->keywords, value))
    return TRUE;
  if (cursor_peek (cursor)->kind != TOKEN_WORD)
    return FALSE;
  *value = (Value) { .kind = VALUE_TEXT, .text = token_name (cursor_take (cursor)) };
  return TRUE;
}

/* Of papers, upright: tenths of a millimetre. */
static const struct {
  Keyword name;
  double width, height;
} papers[] = {
  { { "a3", 0 }, 297, 420 },     { { "a4", 1 }, 210, 297 }, { { "a5", 2 }, 148, 210 }, { { "a6", 3 }, 105, 148 },
  { { "letter", 4 }, 215.9, 279.4 },
};

static gboolean
read_paper (Cursor *cursor, double size[2])
{
  const Token *token = cursor_peek (cursor);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (token_is (token, TOKEN_WORD, papers[i].name.name)) {
      cursor_take (cursor);
      size[0] = papers[i].width * 72 / 25.4;
      size[1] = papers[i].height * 72 / 25.4;
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_page_lengths (Cursor *cursor, double size[2])
{
  Value width, height;

  if (!value_read_length (cursor, 0, &width) || width.kind != VALUE_POINTS)
    return FALSE;
  if (!value_read_length (cursor, 0, &height))
    height = width;
  size[0] = width.number;
  size[1] = height.number;
  return height.kind == VALUE_POINTS && size[0] > 0 && size[1] > 0 && MAX (size[0], size[1]) <= LARGEST_PAGE;
}

enum { UPRIGHT, LYING };

/* A4; A4 landscape; landscape A4; 148mm 210mm. */
static gboolean
read_page_size (Cursor *cursor, G_GNUC_UNUSED const Property *property, Arena *arena, Value *value)
{
  static const Keyword turns[] = { { "portrait", UPRIGHT }, { "landscape", LYING }, { NULL, 0 } };
  double *size = arena_alloc (arena, 2 * sizeof (double));
  Value turn = { .keyword = UPRIGHT };
  gboolean is_turned = value_read_keyword (cursor, turns, &turn);

  if (!read_paper (cursor, size)) {
    if (is_turned || !read_page_lengths (cursor, size))
      return FALSE;
  }
  else if (!is_turned)
    value_read_keyword (cursor, turns, &turn);
  if (turn.keyword == LYING) {
    double width = size[0];
    size[0] = size[1];
    size[1] = width;
  }
  *value = (Value) { .kind = VALUE_LIST, .n = 2, .list = size };
  return TRUE;
}

static void
apply_page_size (Computing *computing, G_GNUC_UNUSED const Property *property, const Value *value)
{
  const double *size = value->list;
  computing->box.page_width = size[0];
  computing->box.page_height = size[1];
}

/* --- turning --- */

static const struct {
  const char *unit;
  double degrees;
} angles[] = { { "deg", 1 }, { "grad", 0.9 }, { "rad", 180 / G_PI }, { "turn", 360 } };

static gboolean
read_angle (Cursor *cursor, Value *value)
{
  const Token *token = cursor_take (cursor);

  *value = (Value) { .kind = VALUE_NUMBER };
  for (guint i = 0; i < G_N_ELEMENTS (angles); i++)
    if (token_is (token, TOKEN_DIMENSION, angles[i].unit)) {
      value->number = CLAMP (token->number * angles[i].degrees, -POINTS_MOST, POINTS_MOST);
      return TRUE;
    }
  return token->kind == TOKEN_NUMBER && token->number == 0;
}

static gboolean
read_rotation (Cursor *cursor, G_GNUC_UNUSED const Property *property, G_GNUC_UNUSED Arena *arena, Value *value)
{
  const Token *token = cursor_take (cursor);

  *value = (Value) { .kind = VALUE_NUMBER };
  if (token_is (token, TOKEN_WORD, "none"))
    return TRUE;
  return token_is (token, TOKEN_FUNCTION, "rotate") && read_angle (cursor, value) && cursor_skip_sign (cursor, ')');
}

/* --- types --- */

#define A_LENGTH N_ ("a length such as 5mm, 12pt or 1.5em")
#define A_LENGTH_OR_PERCENTAGE N_ ("a length such as 5mm or 12pt, or a percentage")

static const PropertyType keyword_type = { read_keyword, apply_keyword, NULL, sizeof (int) };
static const PropertyType length_type = { read_length, apply_length, A_LENGTH_OR_PERCENTAGE, sizeof (Length) };
static const PropertyType points_type = { read_length, apply_points, A_LENGTH, sizeof (double) };
static const PropertyType colour_type = { read_colour, apply_colour, N_ ("a colour such as #b3131b, black or transparent"), sizeof (Colour) };
static const PropertyType text_colour_type = { read_colour, apply_text_colour, N_ ("a colour such as #b3131b, black or transparent"), sizeof (Colour) };
/* A colour whose initial value is that of the text. */
static const PropertyType edge_colour_type = { read_colour, apply_colour, N_ ("a colour such as #b3131b, black or transparent"), sizeof (Colour) };
static const PropertyType number_type = { read_number, apply_number, N_ ("a number from 0"), sizeof (double) };
static const PropertyType count_type = { read_count, apply_count, N_ ("a whole number from 1"), sizeof (guint) };
static const PropertyType families_type = { read_families, apply_text, N_ ("names of fonts: \"Times New Roman\", serif"), sizeof (char *) };
static const PropertyType font_size_type = { read_length, apply_font_size, A_LENGTH_OR_PERCENTAGE, sizeof (double) };
static const PropertyType weight_type = { read_weight, apply_weight, N_ ("a number from 100 to 900"), sizeof (guint) };
static const PropertyType line_height_type = { read_line_height, apply_line_height, N_ ("a number such as 1.3, or a length"), offsetof (Style, text_align) - offsetof (Style, line_height_kind) };
static const PropertyType vertical_type = { read_length, apply_vertical_align, A_LENGTH_OR_PERCENTAGE, offsetof (Style, break_before) - offsetof (Style, vertical_kind) };
static const PropertyType decoration_type = { read_decoration, apply_keyword, NULL, sizeof (guint) };
static const PropertyType list_type = { read_list_type, apply_list_type, N_ ("a text in quotation marks"), offsetof (Style, list_inside) - offsetof (Style, list_kind) };
static const PropertyType spacing_type = { read_spacing, apply_spacing, A_LENGTH, 2 * sizeof (double) };
static const PropertyType content_type = { content_read, apply_content, N_ ("texts in quotation marks, attr(), counter(), string() or content()"), offsetof (Style, counter_resets) - offsetof (Style, content) };
static const PropertyType counters_type = { counters_read, apply_list, N_ ("names, each with a whole number or without; or none"), offsetof (Style, counter_increments) - offsetof (Style, counter_resets) };
static const PropertyType string_set_type = { string_set_read, apply_list, N_ ("a name and what it says: chapter content()"), offsetof (Style, n_string_sets) + sizeof (guint) - offsetof (Style, string_sets) };
static const PropertyType page_name_type = { read_page_name, apply_text, N_ ("the name of an @page rule"), sizeof (char *) };
static const PropertyType page_size_type = { read_page_size, apply_page_size, N_ ("A3, A4, A5, A6 or letter, with landscape or without; or two lengths: 148mm 210mm"), 2 * sizeof (double) };
static const PropertyType rotation_type = { read_rotation, apply_number, N_ ("rotate() with an angle: rotate(-30deg); or none"), sizeof (double) };

/* --- words of properties --- */

#define WORDS(name) static const Keyword name[]
#define END { NULL, 0 }

WORDS (auto_length) = { { "auto", LENGTH_AUTO }, END };
WORDS (no_length) = { { "none", LENGTH_NONE }, END };
WORDS (normal_points) = { { "normal", 0 }, END };
WORDS (auto_points) = { { "auto", 0 }, END };
WORDS (normal_gap) = { { "normal", -100 }, END };
WORDS (auto_bleed) = { { "auto", -100 }, END };
WORDS (auto_count) = { { "auto", 0 }, END };
WORDS (auto_name) = { { "auto", 0 }, END };
WORDS (font_sizes) = { { "medium", MEDIUM_PT * 100 }, { "small", 975 },     { "large", 1350 },     { "x-small", 750 },  { "xx-small", 675 },
                       { "x-large", 1800 },           { "xx-large", 2400 }, { "xxx-large", 3600 }, { "smaller", FONT_SMALLER }, { "larger", FONT_LARGER }, END };
WORDS (weights) = { { "normal", 400 }, { "bold", 700 }, { "bolder", WEIGHT_BOLDER }, { "lighter", WEIGHT_LIGHTER }, END };
WORDS (slants) = { { "normal", FALSE }, { "italic", TRUE }, { "oblique", TRUE }, END };
WORDS (normal_line) = { { "normal", LINE_NORMAL }, END };
WORDS (aligns) = { { "left", TEXT_LEFT }, { "right", TEXT_RIGHT }, { "center", TEXT_CENTRE }, { "justify", TEXT_JUSTIFY }, { "start", TEXT_LEFT }, { "end", TEXT_RIGHT }, END };
WORDS (transforms) = { { "none", TRANSFORM_NONE }, { "uppercase", TRANSFORM_UPPER }, { "lowercase", TRANSFORM_LOWER }, { "capitalize", TRANSFORM_CAPITALISE }, END };
WORDS (spaces) = { { "normal", SPACE_NORMAL }, { "nowrap", SPACE_NOWRAP }, { "pre", SPACE_PRE }, { "pre-wrap", SPACE_PRE_WRAP }, { "pre-line", SPACE_PRE_LINE }, END };
WORDS (wraps) = { { "normal", FALSE }, { "anywhere", TRUE }, { "break-word", TRUE }, END };
WORDS (list_places) = { { "outside", FALSE }, { "inside", TRUE }, END };
WORDS (collapses) = { { "separate", FALSE }, { "collapse", TRUE }, END };
WORDS (caption_sides) = { { "top", FALSE }, { "bottom", TRUE }, END };
WORDS (visibilities) = { { "visible", FALSE }, { "hidden", TRUE }, END };
WORDS (displays) = {
  { "none", DISPLAY_NONE },
  { "block", DISPLAY_BLOCK },
  { "inline", DISPLAY_INLINE },
  { "inline-block", DISPLAY_INLINE_BLOCK },
  { "list-item", DISPLAY_LIST_ITEM },
  { "flex", DISPLAY_FLEX },
  { "table", DISPLAY_TABLE },
  { "table-row-group", DISPLAY_TABLE_ROW_GROUP },
  { "table-header-group", DISPLAY_TABLE_HEADER_GROUP },
  { "table-footer-group", DISPLAY_TABLE_FOOTER_GROUP },
  { "table-row", DISPLAY_TABLE_ROW },
  { "table-cell", DISPLAY_TABLE_CELL },
  { "table-caption", DISPLAY_TABLE_CAPTION },
  { "table-column", DISPLAY_TABLE_COLUMN },
  { "table-column-group", DISPLAY_TABLE_COLUMN_GROUP },
  END
};
WORDS (positions) = { { "static", POSITION_STATIC }, { "relative", POSITION_RELATIVE }, { "absolute", POSITION_ABSOLUTE }, { "fixed", POSITION_FIXED }, END };
WORDS (border_styles) = { { "none", BORDER_NONE }, { "hidden", BORDER_NONE }, { "solid", BORDER_SOLID }, { "dashed", BORDER_DASHED }, { "dotted", BORDER_DOTTED }, { "double", BORDER_DOUBLE }, END };
WORDS (border_widths) = { { "thin", 75 }, { "medium", 225 }, { "thick", 375 }, END };
WORDS (sizings) = { { "content-box", FALSE }, { "border-box", TRUE }, END };
WORDS (decorations) = { { "none", DECORATION_NONE }, { "underline", DECORATION_UNDERLINE }, { "line-through", DECORATION_STRIKE }, { "overline", DECORATION_OVERLINE }, END };
WORDS (verticals) = { { "baseline", VERTICAL_BASELINE }, { "top", VERTICAL_TOP }, { "middle", VERTICAL_MIDDLE }, { "bottom", VERTICAL_BOTTOM }, { "sub", VERTICAL_SUB }, { "super", VERTICAL_SUPER }, END };
WORDS (breaks) = { { "auto", BREAK_AUTO }, { "avoid", BREAK_AVOID }, { "page", BREAK_PAGE }, { "left", BREAK_LEFT }, { "right", BREAK_RIGHT }, { "column", BREAK_COLUMN },
                   { "always", BREAK_PAGE }, { "avoid-page", BREAK_AVOID }, { "recto", BREAK_RIGHT }, { "verso", BREAK_LEFT }, END };
WORDS (inner_breaks) = { { "auto", FALSE }, { "avoid", TRUE }, { "avoid-page", TRUE }, { "avoid-column", TRUE }, END };
WORDS (flex_directions) = { { "row", FALSE }, { "column", TRUE }, END };
WORDS (flex_wraps) = { { "nowrap", FALSE }, { "wrap", TRUE }, END };
WORDS (justifications) = { { "flex-start", FLEX_START }, { "flex-end", FLEX_END }, { "center", FLEX_CENTRE }, { "space-between", FLEX_BETWEEN }, { "space-around", FLEX_AROUND },
                           { "space-evenly", FLEX_EVENLY }, { "start", FLEX_START }, { "end", FLEX_END }, { "normal", FLEX_START }, { "left", FLEX_START }, { "right", FLEX_END }, END };
WORDS (item_aligns) = { { "stretch", FLEX_STRETCH }, { "flex-start", FLEX_START }, { "flex-end", FLEX_END }, { "center", FLEX_CENTRE }, { "baseline", FLEX_BASELINE },
                        { "start", FLEX_START }, { "end", FLEX_END }, { "normal", FLEX_STRETCH }, END };
WORDS (self_aligns) = { { "auto", FLEX_AUTO }, { "stretch", FLEX_STRETCH }, { "flex-start", FLEX_START }, { "flex-end", FLEX_END }, { "center", FLEX_CENTRE }, { "baseline", FLEX_BASELINE },
                        { "start", FLEX_START }, { "end", FLEX_END }, { "normal", FLEX_STRETCH }, END };
WORDS (table_layouts) = { { "auto", FALSE }, { "fixed", TRUE }, END };
WORDS (no_content) = { { "none", 0 }, { "normal", 0 }, END };
WORDS (page_marks) = { { "none", FALSE }, { "crop", TRUE }, END };

/* --- properties --- */

#define IN_STYLE(member) offsetof (Style, member)
#define IN_PAGE(member) offsetof (Box, member)
#define SIGNED_OR_PERCENT (MAY_BE_NEGATIVE | MAY_BE_PERCENT)
#define SIDES(row) row ("top", SIDE_TOP), row ("right", SIDE_RIGHT), row ("bottom", SIDE_BOTTOM), row ("left", SIDE_LEFT)
#define INSET(name, side) { name, &length_type, IN_STYLE (inset[side]), auto_length, SIGNED_OR_PERCENT, FALSE }
#define MARGIN(name, side) { "margin-" name, &length_type, IN_STYLE (margin[side]), auto_length, SIGNED_OR_PERCENT, FALSE }
#define PADDING(name, side) { "padding-" name, &length_type, IN_STYLE (padding[side]), NULL, MAY_BE_PERCENT, FALSE }
#define BORDER(name, side) \
  { "border-" name "-width", &points_type, IN_STYLE (border[side].width), border_widths, 0, FALSE }, \
  { "border-" name "-style", &keyword_type, IN_STYLE (border[side].style), border_styles, 0, FALSE }, \
  { "border-" name "-color", &edge_colour_type, IN_STYLE (border[side].colour), NULL, 0, FALSE }

const Property properties[] = {
  { "font-size", &font_size_type, IN_STYLE (font_size), font_sizes, MAY_BE_PERCENT, FALSE },
  { "color", &text_colour_type, IN_STYLE (colour), NULL, 0, FALSE },

  { "font-family", &families_type, IN_STYLE (families), NULL, 0, FALSE },
  { "font-weight", &weight_type, IN_STYLE (font_weight), weights, 0, FALSE },
  { "font-style", &keyword_type, IN_STYLE (is_italic), slants, 0, FALSE },
  { "line-height", &line_height_type, IN_STYLE (line_height_kind), normal_line, 0, FALSE },
  { "text-align", &keyword_type, IN_STYLE (text_align), aligns, 0, FALSE },
  { "text-indent", &length_type, IN_STYLE (text_indent), NULL, SIGNED_OR_PERCENT, FALSE },
  { "text-transform", &keyword_type, IN_STYLE (text_transform), transforms, 0, FALSE },
  { "letter-spacing", &points_type, IN_STYLE (letter_spacing), normal_points, MAY_BE_NEGATIVE, FALSE },
  { "white-space", &keyword_type, IN_STYLE (white_space), spaces, 0, FALSE },
  { "overflow-wrap", &keyword_type, IN_STYLE (breaks_anywhere), wraps, 0, FALSE },
  { "list-style-type", &list_type, IN_STYLE (list_kind), list_kinds, 0, FALSE },
  { "list-style-position", &keyword_type, IN_STYLE (list_inside), list_places, 0, FALSE },
  { "orphans", &count_type, IN_STYLE (orphans), NULL, MOST_LINES, FALSE },
  { "widows", &count_type, IN_STYLE (widows), NULL, MOST_LINES, FALSE },
  { "border-collapse", &keyword_type, IN_STYLE (collapses_borders), collapses, 0, FALSE },
  { "border-spacing", &spacing_type, IN_STYLE (border_spacing_x), NULL, 0, FALSE },
  { "caption-side", &keyword_type, IN_STYLE (caption_below), caption_sides, 0, FALSE },
  { "visibility", &keyword_type, IN_STYLE (is_hidden), visibilities, 0, FALSE },

  { "display", &keyword_type, IN_STYLE (display), displays, 0, FALSE },
  { "position", &keyword_type, IN_STYLE (position), positions, 0, FALSE },
  SIDES (INSET),
  SIDES (MARGIN),
  SIDES (PADDING),
  SIDES (BORDER),
  { "border-top-left-radius", &points_type, IN_STYLE (radius[0]), NULL, 0, FALSE },
  { "border-top-right-radius", &points_type, IN_STYLE (radius[1]), NULL, 0, FALSE },
  { "border-bottom-right-radius", &points_type, IN_STYLE (radius[2]), NULL, 0, FALSE },
  { "border-bottom-left-radius", &points_type, IN_STYLE (radius[3]), NULL, 0, FALSE },
  { "width", &length_type, IN_STYLE (width), auto_length, MAY_BE_PERCENT, FALSE },
  { "height", &length_type, IN_STYLE (height), auto_length, MAY_BE_PERCENT, FALSE },
  { "min-width", &length_type, IN_STYLE (min_width), auto_length, MAY_BE_PERCENT, FALSE },
  { "min-height", &length_type, IN_STYLE (min_height), auto_length, MAY_BE_PERCENT, FALSE },
  { "max-width", &length_type, IN_STYLE (max_width), no_length, MAY_BE_PERCENT, FALSE },
  { "max-height", &length_type, IN_STYLE (max_height), no_length, MAY_BE_PERCENT, FALSE },
  { "box-sizing", &keyword_type, IN_STYLE (is_border_box), sizings, 0, FALSE },
  { "background-color", &colour_type, IN_STYLE (background), NULL, 0, FALSE },
  { "text-decoration-line", &decoration_type, IN_STYLE (decoration), decorations, 0, FALSE },
  { "vertical-align", &vertical_type, IN_STYLE (vertical_kind), verticals, SIGNED_OR_PERCENT, FALSE },
  { "break-before", &keyword_type, IN_STYLE (break_before), breaks, 0, FALSE },
  { "break-after", &keyword_type, IN_STYLE (break_after), breaks, 0, FALSE },
  { "break-inside", &keyword_type, IN_STYLE (avoids_break_inside), inner_breaks, 0, FALSE },
  { "page", &page_name_type, IN_STYLE (page), auto_name, 0, FALSE },
  { "transform", &rotation_type, IN_STYLE (rotation), NULL, 0, FALSE },
  { "flex-direction", &keyword_type, IN_STYLE (is_flex_column), flex_directions, 0, FALSE },
  { "flex-wrap", &keyword_type, IN_STYLE (flex_wraps), flex_wraps, 0, FALSE },
  { "justify-content", &keyword_type, IN_STYLE (justify_content), justifications, 0, FALSE },
  { "align-items", &keyword_type, IN_STYLE (align_items), item_aligns, 0, FALSE },
  { "align-self", &keyword_type, IN_STYLE (align_self), self_aligns, 0, FALSE },
  { "flex-grow", &number_type, IN_STYLE (flex_grow), NULL, 0, FALSE },
  { "flex-shrink", &number_type, IN_STYLE (flex_shrink), NULL, 0, FALSE },
  { "flex-basis", &length_type, IN_STYLE (flex_basis), auto_length, MAY_BE_PERCENT, FALSE },
  { "row-gap", &points_type, IN_STYLE (row_gap), normal_points, 0, FALSE },
  { "column-gap", &points_type, IN_STYLE (column_gap), normal_gap, 0, FALSE },
  { "table-layout", &keyword_type, IN_STYLE (is_fixed_table), table_layouts, 0, FALSE },
  { "column-count", &count_type, IN_STYLE (column_count), auto_count, MOST_COLUMNS, FALSE },
  { "column-width", &points_type, IN_STYLE (column_width), auto_points, 0, FALSE },
  { "column-rule-width", &points_type, IN_STYLE (column_rule.width), border_widths, 0, FALSE },
  { "column-rule-style", &keyword_type, IN_STYLE (column_rule.style), border_styles, 0, FALSE },
  { "column-rule-color", &edge_colour_type, IN_STYLE (column_rule.colour), NULL, 0, FALSE },
  { "content", &content_type, IN_STYLE (content), no_content, 0, FALSE },
  { "counter-reset", &counters_type, IN_STYLE (counter_resets), NULL, 0, FALSE },
  { "counter-increment", &counters_type, IN_STYLE (counter_increments), NULL, 1, FALSE },
  { "string-set", &string_set_type, IN_STYLE (string_sets), NULL, 0, FALSE },

  { "size", &page_size_type, IN_PAGE (page_width), NULL, 0, TRUE },
  { "marks", &keyword_type, IN_PAGE (has_crop_marks), page_marks, 0, TRUE },
  { "bleed", &points_type, IN_PAGE (bleed), auto_bleed, 0, TRUE },
};
const guint n_properties = G_N_ELEMENTS (properties);

/* Text is set from left to right and from top to bottom, and that is all there is. */
static const char *const aliases[][2] = {
  { "word-wrap", "overflow-wrap" },
  { "page-break-before", "break-before" },
  { "page-break-after", "break-after" },
  { "page-break-inside", "break-inside" },
  { "margin-block-start", "margin-top" },
  { "margin-block-end", "margin-bottom" },
  { "margin-inline-start", "margin-left" },
  { "margin-inline-end", "margin-right" },
  { "padding-block-start", "padding-top" },
  { "padding-block-end", "padding-bottom" },
  { "padding-inline-start", "padding-left" },
  { "padding-inline-end", "padding-right" },
};

static gpointer
index_properties (G_GNUC_UNUSED gpointer data)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_properties; i++)
    g_hash_table_insert (index, (gpointer) properties[i].name, (gpointer) &properties[i]);
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    g_hash_table_insert (index, (gpointer) aliases[i][0], g_hash_table_lookup (index, aliases[i][1]));
  return index;
}

const Property *
property_find (const char *name)
{
  static GOnce once = G_ONCE_INIT;
  return g_hash_table_lookup (g_once (&once, index_properties, NULL), name);
}

void
property_add_names (GPtrArray *names)
{
  for (guint i = 0; i < n_properties; i++)
    g_ptr_array_add (names, (gpointer) properties[i].name);
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    g_ptr_array_add (names, (gpointer) aliases[i][0]);
}

guint
property_number (const Property *property)
{
  return property - properties;
}

gboolean
property_read (const Property *property, Cursor cursor, Arena *arena, Value *value)
{
  if (value_read_wide (&cursor, value))
    return TRUE;
  return property->type->read (&cursor, property, arena, value) && cursor_at_end (&cursor);
}

char *
property_form (const Property *property)
{
  GString *form = g_string_new (property->type->form ? _ (property->type->form) : NULL);

  for (const Keyword *keyword = property->keywords; keyword && keyword->name; keyword++) {
    if (form->len > 0)
      g_string_append (form, ", ");
    g_string_append (form, keyword->name);
  }
  return g_string_free (form, FALSE);
}

/* --- computing --- */

static gpointer
make_initial (G_GNUC_UNUSED gpointer data)
{
  Style *style = g_new0 (Style, 1);

  style->families = name_intern ("serif", strlen ("serif"));
  style->font_size = MEDIUM_PT;
  style->font_weight = 400;
  style->colour = COLOUR_BLACK;
  style->text_indent.kind = LENGTH_POINTS;
  style->list_kind = LIST_DISC;
  style->orphans = style->widows = 2;
  style->display = DISPLAY_INLINE;
  for (guint side = 0; side < N_SIDES; side++) {
    style->margin[side].kind = style->padding[side].kind = LENGTH_POINTS;
    style->border[side].width = 2.25;
  }
  style->column_rule.width = 2.25;
  style->max_width.kind = style->max_height.kind = LENGTH_NONE;
  style->background = COLOUR_CLEAR;
  style->align_items = FLEX_STRETCH;
  style->align_self = FLEX_AUTO;
  style->flex_shrink = 1;
  style->column_gap = -1;
  return style;
}

/* As the tables say it, with borders not yet settled. */
static const Style *
specified_initial (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, make_initial, NULL);
}

static void
settle_border (Border *border)
{
  if (border->style != BORDER_NONE)
    return;
  border->width = 0;
  memset (&border->colour, 0, sizeof border->colour);
}

static void
settle_borders (Style *style)
{
  for (guint side = 0; side < N_SIDES; side++)
    settle_border (&style->border[side]);
  settle_border (&style->column_rule);
}

static gpointer
make_settled_initial (G_GNUC_UNUSED gpointer data)
{
  Style *style = g_memdup2 (specified_initial (), sizeof (Style));
  settle_borders (style);
  return style;
}

const Style *
style_initial (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, make_settled_initial, NULL);
}

/* Styles are compared as bytes, so what is between the members must stay zero: members are assigned, structures copied as bytes. */
void
computing_start (Computing *computing, const Style *parent, double root_font_size)
{
  memset (computing, 0, sizeof *computing);
  memcpy (&computing->box.style, specified_initial (), sizeof (Style));
  if (parent)
    memcpy (&computing->box.style, parent, offsetof (Style, display));
  computing->parent = parent ? parent : style_initial ();
  computing->root_font_size = root_font_size;
}

static void
take_from (Computing *computing, const Property *property, const Style *from)
{
  if (property->offset < sizeof (Style))
    memcpy (field_of (computing, property), (const char *) from + property->offset, property->type->size);
}

static void
apply (Computing *computing, const Property *property, const Value *value)
{
  static const Value current = { .kind = VALUE_CURRENT_COLOUR };
  gboolean inherits = value->kind == VALUE_INHERIT || (value->kind == VALUE_UNSET && is_inherited (property));

  if (inherits)
    take_from (computing, property, computing->parent);
  else if (value->kind != VALUE_INITIAL && value->kind != VALUE_UNSET)
    property->type->apply (computing, property, value);
  else if (property->type == &edge_colour_type)
    property->type->apply (computing, property, &current);
  else
    take_from (computing, property, specified_initial ());
}

/* font-size and color, which all others may refer to. */
#define N_FIRST 2

static void
apply_range (Computing *computing, const Value *const *winners, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (winners[i])
      apply (computing, &properties[i], winners[i]);
}

void
computing_apply (Computing *computing, const Value *const *winners)
{
  Style *style = &computing->box.style;

  apply_range (computing, winners, 0, N_FIRST);
  for (guint side = 0; side < N_SIDES; side++)
    memcpy (&style->border[side].colour, &style->colour, sizeof (Colour));
  memcpy (&style->column_rule.colour, &style->colour, sizeof (Colour));
  apply_range (computing, winners, N_FIRST, n_properties);
  settle_borders (style);
}
