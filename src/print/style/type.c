/* SPDX-License-Identifier: MIT */
/* For each type a function that reads and one that computes. */
#include "print/style/type.h"

#include "base/i18n.h"
#include "print/read/name.h"
#include "print/style/computing.h"
#include "print/style/content_list.h"

#include <string.h>

#define LARGER         1.2
#define LARGEST_FONT   10000.0
#define NORMAL_LEADING 1.2     /* of line-height: normal, where a percentage asks for it */
#define LARGEST_PAGE   14400.0 /* points: no PDF has a larger one */

/* --- where values go --- */

static double
points_of (const Computing *computing, const CssValue *value)
{
  return css_value_points (value, computing->box.style.font_size, computing->root_font_size)
         + 0.0; /* never -0 */
}

/* --- words --- */

static gboolean
read_keyword (Cursor *cursor, const Property *property, G_GNUC_UNUSED Arena *arena, CssValue *value)
{
  return css_value_read_keyword (cursor, property->keywords, value);
}

static void
apply_keyword (Computing *computing, const Property *property, const CssValue *value)
{
  *(int *) computing_field (computing, property) = value->keyword;
}

/* --- lengths --- */

static gboolean
read_length (Cursor *cursor, const Property *property, G_GNUC_UNUSED Arena *arena, CssValue *value)
{
  return css_value_read_keyword (cursor, property->keywords, value)
         || css_value_read_length (cursor, property->may_be, value);
}

/* Words are kinds of lengths. */
static void
apply_length (Computing *computing, const Property *property, const CssValue *value)
{
  Length *length = computing_field (computing, property);

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
apply_points (Computing *computing, const Property *property, const CssValue *value)
{
  double *points = computing_field (computing, property);
  *points = value->kind == VALUE_KEYWORD ? value->keyword / 100.0 : points_of (computing, value);
}

/* --- colours --- */

static gboolean
read_colour (Cursor *cursor, G_GNUC_UNUSED const Property *property, G_GNUC_UNUSED Arena *arena,
             CssValue *value)
{
  return css_value_read_colour (cursor, value);
}

static void
apply_colour (Computing *computing, const Property *property, const CssValue *value)
{
  Colour *colour = computing_field (computing, property);
  *colour = value->kind == VALUE_COLOUR ? value->colour : computing->box.style.colour;
}

static void
apply_text_colour (Computing *computing, G_GNUC_UNUSED const Property *property,
                   const CssValue *value)
{
  computing->box.style.colour =
    value->kind == VALUE_COLOUR ? value->colour : computing->parent->colour;
}

/* --- numbers --- */

static gboolean
read_number (Cursor *cursor, G_GNUC_UNUSED const Property *property, G_GNUC_UNUSED Arena *arena,
             CssValue *value)
{
  return css_value_read_number (cursor, 0, 1e6, value);
}

static void
apply_number (Computing *computing, const Property *property, const CssValue *value)
{
  *(double *) computing_field (computing, property) = value->number;
}

static gboolean
read_count (Cursor *cursor, const Property *property, G_GNUC_UNUSED Arena *arena, CssValue *value)
{
  return css_value_read_keyword (cursor, property->keywords, value)
         || css_value_read_whole_number (cursor, 1, property->may_be, value);
}

static void
apply_count (Computing *computing, const Property *property, const CssValue *value)
{
  *(guint *) computing_field (computing, property) =
    value->kind == VALUE_KEYWORD ? value->keyword : (int) value->number;
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
read_families (Cursor *cursor, G_GNUC_UNUSED const Property *property, G_GNUC_UNUSED Arena *arena,
               CssValue *value)
{
  g_autoptr (GString) families = g_string_new (NULL);

  for (;;) {
    if (!read_family (cursor, families))
      return FALSE;
    if (!cursor_skip_sign (cursor, ','))
      break;
    g_string_append_c (families, ',');
  }
  *value = (CssValue){ .kind = VALUE_TEXT, .text = name_intern (families->str, families->len) };
  return TRUE;
}

static void
apply_text (Computing *computing, const Property *property, const CssValue *value)
{
  *(const char **) computing_field (computing, property) =
    value->kind == VALUE_TEXT ? value->text : NULL;
}

/* Other words are hundredths of a point. */
static double
named_size (int keyword, double parent)
{
  if (keyword == FONT_SMALLER)
    return parent / LARGER;
  return keyword == FONT_LARGER ? parent * LARGER : keyword / 100.0;
}

static void
apply_font_size (Computing *computing, G_GNUC_UNUSED const Property *property,
                 const CssValue *value)
{
  double parent = computing->parent->font_size;
  double size = value->kind == VALUE_KEYWORD ? named_size (value->keyword, parent)
                : value->kind == VALUE_PERCENT
                  ? parent * value->number / 100
                  : css_value_points (value, parent, computing->root_font_size);
  computing->box.style.font_size = MIN (size, LARGEST_FONT);
}

static gboolean
read_weight (Cursor *cursor, const Property *property, G_GNUC_UNUSED Arena *arena, CssValue *value)
{
  return css_value_read_keyword (cursor, property->keywords, value)
         || css_value_read_whole_number (cursor, 1, 1000, value);
}

static void
apply_weight (Computing *computing, G_GNUC_UNUSED const Property *property, const CssValue *value)
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
read_line_height (Cursor *cursor, const Property *property, G_GNUC_UNUSED Arena *arena,
                  CssValue *value)
{
  return css_value_read_keyword (cursor, property->keywords, value)
         || css_value_read_length (cursor, MAY_BE_PERCENT, value)
         || css_value_read_number (cursor, 0, 1000, value);
}

static void
apply_line_height (Computing *computing, G_GNUC_UNUSED const Property *property,
                   const CssValue *value)
{
  Style *style = &computing->box.style;

  style->line_height_kind = value->kind == VALUE_KEYWORD  ? LINE_NORMAL
                            : value->kind == VALUE_NUMBER ? LINE_NUMBER
                                                          : LINE_POINTS;
  style->line_height = value->kind == VALUE_KEYWORD  ? 0
                       : value->kind == VALUE_NUMBER ? value->number
                       : value->kind == VALUE_PERCENT
                         ? MIN (style->font_size * value->number / 100, POINTS_MOST)
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
apply_vertical_align (Computing *computing, G_GNUC_UNUSED const Property *property,
                      const CssValue *value)
{
  Style *style = &computing->box.style;

  style->vertical_kind =
    value->kind == VALUE_KEYWORD ? (VerticalKind) value->keyword : VERTICAL_RAISED;
  style->vertical_raise = value->kind == VALUE_KEYWORD   ? 0
                          : value->kind == VALUE_PERCENT ? line_points (style) * value->number / 100
                                                         : points_of (computing, value);
}

static gboolean
read_decoration (Cursor *cursor, const Property *property, G_GNUC_UNUSED Arena *arena,
                 CssValue *value)
{
  guint mask = 0;
  Cursor start = *cursor;

  while (css_value_read_keyword (cursor, property->keywords, value)
         && value->keyword != DECORATION_NONE) {
    mask |= value->keyword;
    start = *cursor;
  }
  gboolean is_none = mask == 0 && cursor->at > start.at;
  if (!is_none)
    *cursor = start;
  *value = (CssValue){ .kind = VALUE_KEYWORD, .keyword = mask };
  return is_none || mask != 0;
}

/* --- lists, tables, columns --- */

static gboolean
read_list_kind (Cursor *cursor, const Property *property, G_GNUC_UNUSED Arena *arena,
                CssValue *value)
{
  const Token *token = cursor_peek (cursor);

  if (token->kind != TOKEN_STRING)
    return css_value_read_keyword (cursor, property->keywords, value);
  *value = (CssValue){ .kind = VALUE_TEXT, .text = token_name (cursor_take (cursor)) };
  return TRUE;
}

static void
apply_list_kind (Computing *computing, G_GNUC_UNUSED const Property *property,
                 const CssValue *value)
{
  computing->box.style.list_kind =
    value->kind == VALUE_TEXT ? LIST_TEXT : (ListKind) value->keyword;
  computing->box.style.list_text = value->kind == VALUE_TEXT ? value->text : NULL;
}

/* One length, or one across and one down. */
static gboolean
read_spacing (Cursor *cursor, G_GNUC_UNUSED const Property *property, Arena *arena, CssValue *value)
{
  CssValue *pair = arena_alloc (arena, 2 * sizeof (CssValue));

  if (!css_value_read_length (cursor, 0, &pair[0]))
    return FALSE;
  if (!css_value_read_length (cursor, 0, &pair[1]))
    pair[1] = pair[0];
  *value = (CssValue){ .kind = VALUE_LIST, .n = 2, .list = pair };
  return TRUE;
}

static void
apply_spacing (Computing *computing, G_GNUC_UNUSED const Property *property, const CssValue *value)
{
  const CssValue *pair = value->list;
  computing->box.style.border_spacing_x = points_of (computing, &pair[0]);
  computing->box.style.border_spacing_y = points_of (computing, &pair[1]);
}

/* --- where in a box --- */

/* Words of one axis, in percent. */
static const Keyword places[2][4] = {
  { { "left", 0 }, { "center", 50 }, { "right", 100 }, { NULL, 0 } },
  { { "top", 0 }, { "center", 50 }, { "bottom", 100 }, { NULL, 0 } },
};

static gboolean
read_place_word (Cursor *cursor, guint axis, CssValue *value)
{
  if (!css_value_read_keyword (cursor, places[axis], value))
    return FALSE;
  *value = (CssValue){ .kind = VALUE_PERCENT, .number = value->keyword };
  return TRUE;
}

static gboolean
read_place (Cursor *cursor, const Property *property, guint axis, CssValue *value)
{
  return read_place_word (cursor, axis, value)
         || css_value_read_length (cursor, property->may_be, value);
}

/* One or two; words may stand in any order (CSS Values 4, <position>, but for offsets from the far
 * edges). */
static gboolean
read_position (Cursor *cursor, const Property *property, Arena *arena, CssValue *value)
{
  CssValue *pair = arena_alloc (arena, 2 * sizeof (CssValue));
  Cursor start = *cursor;
  const CssValue middle = { .kind = VALUE_PERCENT, .number = 50 };

  *value = (CssValue){ .kind = VALUE_LIST, .n = 2, .list = pair };
  if (read_place (cursor, property, 0, &pair[0])) {
    if (read_place (cursor, property, 1, &pair[1]))
      return TRUE;
    pair[1] = middle;
    if (cursor_at_end (cursor))
      return TRUE;
  }
  *cursor = start;
  if (!read_place_word (cursor, 1, &pair[1]))
    return FALSE;
  if (!read_place_word (cursor, 0, &pair[0]))
    pair[0] = middle;
  return TRUE;
}

static void
apply_position (Computing *computing, const Property *property, const CssValue *value)
{
  Length *lengths = computing_field (computing, property);
  const CssValue *pair = value->list;

  for (guint axis = 0; axis < 2; axis++) {
    lengths[axis].kind = pair[axis].kind == VALUE_PERCENT ? LENGTH_PERCENT : LENGTH_POINTS;
    lengths[axis].value =
      pair[axis].kind == VALUE_PERCENT ? pair[axis].number : points_of (computing, &pair[axis]);
  }
}

/* --- what is put in --- */

static void
apply_content (Computing *computing, G_GNUC_UNUSED const Property *property, const CssValue *value)
{
  computing->box.style.content = value->kind == VALUE_LIST ? value->list : NULL;
  computing->box.style.n_content = value->kind == VALUE_LIST ? value->n : 0;
}

/* A pointer and a number behind it, whatever the list is of. */
static void
apply_list (Computing *computing, const Property *property, const CssValue *value)
{
  const void **list = computing_field (computing, property);

  list[0] = value->n > 0 ? value->list : NULL;
  *(guint *) (list + 1) = value->n;
}

/* --- pages --- */

static gboolean
read_page_name (Cursor *cursor, const Property *property, G_GNUC_UNUSED Arena *arena,
                CssValue *value)
{
  if (css_value_read_keyword (cursor, property->keywords, value))
    return TRUE;
  if (cursor_peek (cursor)->kind != TOKEN_WORD)
    return FALSE;
  *value = (CssValue){ .kind = VALUE_TEXT, .text = token_name (cursor_take (cursor)) };
  return TRUE;
}

static gboolean
read_class_list (Cursor *cursor, const Property *property, G_GNUC_UNUSED Arena *arena,
                 CssValue *value)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (css_value_read_keyword (cursor, property->keywords, value))
    return TRUE;
  while (cursor_peek (cursor)->kind == TOKEN_WORD)
    g_string_append_printf (names, names->len ? " %s" : "%s", token_name (cursor_take (cursor)));
  *value = (CssValue){ .kind = VALUE_TEXT, .text = name_intern (names->str, names->len) };
  return names->len > 0;
}

/* Of papers, upright: millimetres. */
static const struct {
  const char *name;
  double width, height;
} papers[] = {
  { "a3", 297, 420 }, { "a4", 210, 297 },         { "a5", 148, 210 },
  { "a6", 105, 148 }, { "letter", 215.9, 279.4 },
};

static gboolean
read_paper (Cursor *cursor, double size[2])
{
  const Token *token = cursor_peek (cursor);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (token_is (token, TOKEN_WORD, papers[i].name)) {
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
  CssValue width, height;

  if (!css_value_read_length (cursor, 0, &width) || width.kind != VALUE_POINTS)
    return FALSE;
  if (!css_value_read_length (cursor, 0, &height))
    height = width;
  size[0] = width.number;
  size[1] = height.number;
  return height.kind == VALUE_POINTS && size[0] > 0 && size[1] > 0
         && MAX (size[0], size[1]) <= LARGEST_PAGE;
}

enum { UPRIGHT, LYING };

/* A4; A4 landscape; landscape A4; 148mm 210mm. */
static gboolean
read_page_size (Cursor *cursor, G_GNUC_UNUSED const Property *property, Arena *arena,
                CssValue *value)
{
  static const Keyword turns[] = { { "portrait", UPRIGHT }, { "landscape", LYING }, { NULL, 0 } };
  double *size = arena_alloc (arena, 2 * sizeof (double));
  CssValue turn = { .keyword = UPRIGHT };
  gboolean is_turned = css_value_read_keyword (cursor, turns, &turn);

  if (!read_paper (cursor, size)) {
    if (is_turned || !read_page_lengths (cursor, size))
      return FALSE;
  } else if (!is_turned)
    css_value_read_keyword (cursor, turns, &turn);
  if (turn.keyword == LYING) {
    double width = size[0];
    size[0] = size[1];
    size[1] = width;
  }
  *value = (CssValue){ .kind = VALUE_LIST, .n = 2, .list = size };
  return TRUE;
}

static void
apply_page_size (Computing *computing, G_GNUC_UNUSED const Property *property,
                 const CssValue *value)
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
read_angle (Cursor *cursor, CssValue *value)
{
  const Token *token = cursor_take (cursor);

  *value = (CssValue){ .kind = VALUE_NUMBER };
  for (guint i = 0; i < G_N_ELEMENTS (angles); i++)
    if (token_is (token, TOKEN_DIMENSION, angles[i].unit)) {
      value->number = CLAMP (token->number * angles[i].degrees, -POINTS_MOST, POINTS_MOST);
      return TRUE;
    }
  return token->kind == TOKEN_NUMBER && token->number == 0;
}

static gboolean
read_rotation (Cursor *cursor, G_GNUC_UNUSED const Property *property, G_GNUC_UNUSED Arena *arena,
               CssValue *value)
{
  const Token *token = cursor_take (cursor);

  *value = (CssValue){ .kind = VALUE_NUMBER };
  if (token_is (token, TOKEN_WORD, "none"))
    return TRUE;
  return token_is (token, TOKEN_FUNCTION, "rotate") && read_angle (cursor, value)
         && cursor_skip_sign (cursor, ')');
}

/* --- types --- */

#define A_LENGTH               N_ ("a length such as 5mm, 12pt or 1.5em")
#define A_LENGTH_OR_PERCENTAGE N_ ("a length such as 5mm or 12pt, or a percentage")
#define A_COLOUR               N_ ("a colour such as #b3131b, black or transparent")

/* The bytes of a Style from one member up to another. */
#define SPAN(first, behind) (offsetof (Style, behind) - offsetof (Style, first))

const PropertyType keyword_type = {
  .read = read_keyword,
  .apply = apply_keyword,
  .size = sizeof (int),
};
const PropertyType length_type = {
  .read = read_length,
  .apply = apply_length,
  .form = A_LENGTH_OR_PERCENTAGE,
  .size = sizeof (Length),
};
const PropertyType points_type = {
  .read = read_length,
  .apply = apply_points,
  .form = A_LENGTH,
  .size = sizeof (double),
};
const PropertyType colour_type = {
  .read = read_colour,
  .apply = apply_colour,
  .form = A_COLOUR,
  .size = sizeof (Colour),
};
const PropertyType text_colour_type = {
  .read = read_colour,
  .apply = apply_text_colour,
  .form = A_COLOUR,
  .size = sizeof (Colour),
};
const PropertyType edge_colour_type = {
  .read = read_colour,
  .apply = apply_colour,
  .form = A_COLOUR,
  .size = sizeof (Colour),
};
const PropertyType number_type = {
  .read = read_number,
  .apply = apply_number,
  .form = N_ ("a number from 0"),
  .size = sizeof (double),
};
const PropertyType count_type = {
  .read = read_count,
  .apply = apply_count,
  .form = N_ ("a whole number from 1"),
  .size = sizeof (guint),
};
const PropertyType families_type = {
  .read = read_families,
  .apply = apply_text,
  .form = N_ ("names of fonts: \"Times New Roman\", serif"),
  .size = sizeof (char *),
};
const PropertyType font_size_type = {
  .read = read_length,
  .apply = apply_font_size,
  .form = A_LENGTH_OR_PERCENTAGE,
  .size = sizeof (double),
};
const PropertyType weight_type = {
  .read = read_weight,
  .apply = apply_weight,
  .form = N_ ("a number from 100 to 900"),
  .size = sizeof (guint),
};
const PropertyType line_height_type = {
  .read = read_line_height,
  .apply = apply_line_height,
  .form = N_ ("a number such as 1.3, or a length"),
  .size = SPAN (line_height_kind, text_align),
};
const PropertyType vertical_align_type = {
  .read = read_length,
  .apply = apply_vertical_align,
  .form = A_LENGTH_OR_PERCENTAGE,
  .size = SPAN (vertical_kind, break_before),
};
const PropertyType decoration_type = {
  .read = read_decoration,
  .apply = apply_keyword,
  .size = sizeof (guint),
};
const PropertyType list_kind_type = {
  .read = read_list_kind,
  .apply = apply_list_kind,
  .form = N_ ("a text in quotation marks"),
  .size = SPAN (list_kind, list_inside),
};
const PropertyType spacing_type = {
  .read = read_spacing,
  .apply = apply_spacing,
  .form = A_LENGTH,
  .size = 2 * sizeof (double),
};
const PropertyType position_type = {
  .read = read_position,
  .apply = apply_position,
  .form = N_ ("one or two of left, right, top, bottom, center, lengths and percentages: 50% 20%"),
  .size = 2 * sizeof (Length),
};
const PropertyType content_type = {
  .read = content_read,
  .apply = apply_content,
  .form = N_ ("texts in quotation marks, attr(), counter(), string() or content()"),
  .size = SPAN (content, counter_resets),
};
const PropertyType counters_type = {
  .read = counters_read,
  .apply = apply_list,
  .form = N_ ("names, each with a whole number or without; or none"),
  .size = SPAN (counter_resets, counter_increments),
};
const PropertyType string_set_type = {
  .read = string_set_read,
  .apply = apply_list,
  .form = N_ ("a name and what it says: chapter content()"),
  .size = SPAN (string_sets, n_string_sets) + sizeof (guint),
};
const PropertyType page_name_type = {
  .read = read_page_name,
  .apply = apply_text,
  .form = N_ ("the name of an @page rule"),
  .size = sizeof (char *),
};
const PropertyType class_list_type = {
  .read = read_class_list,
  .apply = apply_text,
  .form = N_ ("names of classes, to be tried one after the other; or none"),
  .size = sizeof (char *),
};
const PropertyType page_size_type = {
  .read = read_page_size,
  .apply = apply_page_size,
  .form = N_ ("A3, A4, A5, A6 or letter, with landscape or without; or two lengths: 148mm 210mm"),
  .size = 2 * sizeof (double),
};
const PropertyType rotation_type = {
  .read = read_rotation,
  .apply = apply_number,
  .form = N_ ("rotate() with an angle: rotate(-30deg); or none"),
  .size = sizeof (double),
};
