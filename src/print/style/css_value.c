/* SPDX-License-Identifier: MIT */
#include "print/style/css_value.h"

/* Neither is worth a look into the font: the x and the 0 of text faces are about half an em. */
#define EX_IN_EM 0.5
#define CH_IN_EM 0.5

static const struct {
  const char *name;
  CssValueKind kind;
  double factor;
} units[] = {
  { "pt", VALUE_POINTS, 1 },         { "mm", VALUE_POINTS, 72 / 25.4 },
  { "cm", VALUE_POINTS, 72 / 2.54 }, { "in", VALUE_POINTS, 72 },
  { "px", VALUE_POINTS, 0.75 },      { "pc", VALUE_POINTS, 12 },
  { "q", VALUE_POINTS, 72 / 101.6 }, { "em", VALUE_EM, 1 },
  { "rem", VALUE_REM, 1 },           { "ex", VALUE_EM, EX_IN_EM },
  { "ch", VALUE_EM, CH_IN_EM },
};

static gboolean
read_dimension (const Token *token, CssValue *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (token_is (token, TOKEN_DIMENSION, units[i].name)) {
      *value = (CssValue){ .kind = units[i].kind, .number = token->number * units[i].factor };
      return TRUE;
    }
  return FALSE;
}

gboolean
css_value_knows_unit (const Token *dimension)
{
  CssValue value;
  return read_dimension (dimension, &value);
}

gboolean
css_value_read_keyword (Cursor *cursor, const Keyword *keywords, CssValue *value)
{
  const Token *token = cursor_peek (cursor);

  for (; keywords && keywords->name; keywords++)
    if (token_is (token, TOKEN_WORD, keywords->name)) {
      *value = (CssValue){ .kind = VALUE_KEYWORD, .keyword = keywords->meaning };
      cursor_take (cursor);
      return TRUE;
    }
  return FALSE;
}

gboolean
css_value_read_length (Cursor *cursor, guint may_be, CssValue *value)
{
  const Token *token = cursor_peek (cursor);
  gboolean is_length = FALSE;

  if (token->kind == TOKEN_DIMENSION)
    is_length = read_dimension (token, value);
  else if (token->kind == TOKEN_NUMBER && token->number == 0)
    is_length = (*value = (CssValue){ .kind = VALUE_POINTS }, TRUE);
  else if (token->kind == TOKEN_PERCENT && may_be & MAY_BE_PERCENT)
    is_length = (*value = (CssValue){ .kind = VALUE_PERCENT, .number = token->number }, TRUE);
  if (!is_length || (value->number < 0 && !(may_be & MAY_BE_NEGATIVE)))
    return FALSE;
  cursor_take (cursor);
  return TRUE;
}

gboolean
css_value_read_number (Cursor *cursor, double least, double most, CssValue *value)
{
  const Token *token = cursor_peek (cursor);

  if (token->kind != TOKEN_NUMBER || token->number < least)
    return FALSE;
  *value = (CssValue){ .kind = VALUE_NUMBER, .number = MIN (token->number, most) };
  cursor_take (cursor);
  return TRUE;
}

gboolean
css_value_read_whole_number (Cursor *cursor, int least, int most, CssValue *value)
{
  return cursor_peek (cursor)->is_integer && css_value_read_number (cursor, least, most, value);
}

/* The bracket that closes the function `token`, or NULL. */
static const Token *
function_end (const Token *token, const Token *end)
{
  while (token < end && !token_is_sign (token, ')'))
    token++;
  return token < end ? token : NULL;
}

/* #123, red, rgb(1, 2, 3): one token or those of a function, as they stand in the text. */
gboolean
css_value_read_colour (Cursor *cursor, CssValue *value)
{
  const Token *token = cursor_peek (cursor);
  const Token *last = token->kind == TOKEN_FUNCTION ? function_end (token, cursor->end) : token;
  gsize mark = token->kind != TOKEN_WORD; /* # or ( */

  if (last == NULL
      || (token->kind != TOKEN_WORD && token->kind != TOKEN_HASH && token->kind != TOKEN_FUNCTION)
      || token->end - token->start != token->length + mark) /* escapes */
    return FALSE;
  *value = (CssValue){ .kind = VALUE_COLOUR };
  if (token_is (token, TOKEN_WORD, "currentcolor"))
    value->kind = VALUE_CURRENT_COLOUR;
  else if (!colour_parse (token->text - (token->kind == TOKEN_HASH), last->end - token->start,
                          &value->colour))
    return FALSE;
  cursor->at = last + 1;
  return TRUE;
}

gboolean
css_value_read_wide (Cursor *cursor, CssValue *value)
{
  static const Keyword wide[] = { { "inherit", VALUE_INHERIT },
                                  { "initial", VALUE_INITIAL },
                                  { "unset", VALUE_UNSET },
                                  { NULL, 0 } };

  Cursor start = *cursor;
  if (css_value_read_keyword (cursor, wide, value) && cursor_at_end (cursor)) {
    *value = (CssValue){ .kind = value->keyword };
    return TRUE;
  }
  *cursor = start;
  return FALSE;
}

double
css_value_points (const CssValue *value, double font_size, double root_font_size)
{
  double factor = value->kind == VALUE_EM    ? font_size
                  : value->kind == VALUE_REM ? root_font_size
                                             : 1;
  return CLAMP (value->number * factor, -POINTS_MOST, POINTS_MOST);
}
