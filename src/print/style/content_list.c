/* SPDX-License-Identifier: MIT */
#include "print/style/content_list.h"

#include <string.h>

const Keyword list_kinds[] = {
  { "none", LIST_NONE },
  { "disc", LIST_DISC },
  { "circle", LIST_CIRCLE },
  { "square", LIST_SQUARE },
  { "decimal", LIST_DECIMAL },
  { "lower-alpha", LIST_LOWER_ALPHA },
  { "lower-latin", LIST_LOWER_ALPHA },
  { "upper-alpha", LIST_UPPER_ALPHA },
  { "upper-latin", LIST_UPPER_ALPHA },
  { "lower-roman", LIST_LOWER_ROMAN },
  { "upper-roman", LIST_UPPER_ROMAN },
  { NULL, 0 },
};

static gboolean
is_none (Cursor cursor)
{
  const Token *word = cursor_take (&cursor);
  return token_is (word, TOKEN_WORD, "none") && cursor_at_end (&cursor);
}

/* Moves `items` into the arena; nothing is an empty list. */
static void
value_set_list (CssValue *value, GArray *items, Arena *arena)
{
  *value =
    (CssValue){ .kind = VALUE_LIST, .n = items->len, .list = arena_array (arena, items) };
}

/* A name; “none” never is one. */
static const char *
read_name (Cursor *cursor)
{
  const Token *token = cursor_peek (cursor);
  gboolean is_name = token->kind == TOKEN_WORD && !token_is (token, TOKEN_WORD, "none");
  return is_name ? token_name (cursor_take (cursor)) : NULL;
}

/* Behind "attr(": a name. */
static gboolean
read_attribute (Cursor *cursor, ContentPart *part)
{
  part->kind = CONTENT_ATTRIBUTE;
  return (part->text = read_name (cursor)) != NULL;
}

/* Behind "counter(": a name, and how it is numbered. */
static gboolean
read_counter (Cursor *cursor, ContentPart *part)
{
  CssValue value = { .keyword = LIST_DECIMAL };

  part->kind = CONTENT_COUNTER;
  part->text = read_name (cursor);
  if (part->text && cursor_skip_sign (cursor, ',')
      && !css_value_read_keyword (cursor, list_kinds, &value))
    return FALSE;
  part->numbering = value.keyword;
  return part->text != NULL;
}

/* Behind "target-counter(": the attribute that leads there, “page”, and how it is numbered. */
static gboolean
read_target (Cursor *cursor, ContentPart *part)
{
  CssValue value = { .keyword = LIST_DECIMAL };

  part->kind = CONTENT_TARGET;
  if (!token_is (cursor_take (cursor), TOKEN_FUNCTION, "attr")
      || (part->text = read_name (cursor)) == NULL || !cursor_skip_sign (cursor, ')')
      || !cursor_skip_sign (cursor, ',') || !token_is (cursor_take (cursor), TOKEN_WORD, "page"))
    return FALSE;
  if (cursor_skip_sign (cursor, ',') && !css_value_read_keyword (cursor, list_kinds, &value))
    return FALSE;
  part->numbering = value.keyword;
  return TRUE;
}

/* Behind "string(": a name. Of several on a page the first is meant, unless "last" is written. */
static gboolean
read_string (Cursor *cursor, ContentPart *part)
{
  part->kind = CONTENT_STRING;
  part->text = read_name (cursor);
  if (part->text == NULL || !cursor_skip_sign (cursor, ','))
    return part->text != NULL;
  const Token *which = cursor_take (cursor);
  part->is_last = token_is (which, TOKEN_WORD, "last");
  return part->is_last || token_is (which, TOKEN_WORD, "first");
}

/* Behind "content(": nothing, or what is meant then. */
static gboolean
read_self (Cursor *cursor, ContentPart *part)
{
  part->kind = CONTENT_SELF;
  return token_is_sign (cursor_peek (cursor), ')')
         || token_is (cursor_take (cursor), TOKEN_WORD, "text");
}

static gboolean
read_part (Cursor *cursor, ContentPart *part)
{
  static const struct {
    const char *name;
    gboolean (*read) (Cursor *cursor, ContentPart *part);
  } functions[] = {
    { "attr", read_attribute }, { "counter", read_counter },       { "string", read_string },
    { "content", read_self },   { "target-counter", read_target },
  };
  const Token *token = cursor_take (cursor);

  *part = (ContentPart){ .kind = CONTENT_TEXT };
  if (token->kind == TOKEN_STRING) {
    part->text = token_name (token);
    return TRUE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (token_is (token, TOKEN_FUNCTION, functions[i].name))
      return functions[i].read (cursor, part) && cursor_skip_sign (cursor, ')');
  return FALSE;
}

/* Parts up to the end or a comma; at least one. */
static gboolean
read_parts (Cursor *cursor, Arena *arena, CssValue *value)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (ContentPart));
  ContentPart part;

  while (!cursor_at_end (cursor) && !token_is_sign (cursor_peek (cursor), ',')) {
    if (!read_part (cursor, &part))
      return FALSE;
    g_array_append_val (parts, part);
  }
  value_set_list (value, parts, arena);
  return parts->len > 0;
}

gboolean
content_read (Cursor *cursor, const Property *property, Arena *arena, CssValue *value)
{
  return css_value_read_keyword (cursor, property->keywords, value)
         || read_parts (cursor, arena, value);
}

gboolean
string_set_read (Cursor *cursor, G_GNUC_UNUSED const Property *property, Arena *arena,
                 CssValue *value)
{
  g_autoptr (GArray) sets = g_array_new (FALSE, TRUE, sizeof (StringSet));

  if (is_none (*cursor))
    cursor_take (cursor);
  else
    do {
      StringSet set = { .name = read_name (cursor) };
      if (set.name == NULL || !read_parts (cursor, arena, value))
        return FALSE;
      set.parts = value->list;
      set.n_parts = value->n;
      g_array_append_val (sets, set);
    } while (cursor_skip_sign (cursor, ','));
  value_set_list (value, sets, arena);
  return TRUE;
}

gboolean
counters_read (Cursor *cursor, const Property *property, Arena *arena, CssValue *value)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, TRUE, sizeof (CounterChange));

  if (cursor_at_end (cursor))
    return FALSE;
  if (is_none (*cursor))
    cursor_take (cursor);
  while (!cursor_at_end (cursor)) {
    CounterChange change = { read_name (cursor), property->may_be };
    if (change.name == NULL)
      return FALSE;
    if (css_value_read_whole_number (cursor, -G_MAXINT16, G_MAXINT16, value))
      change.value = value->number;
    g_array_append_val (changes, change);
  }
  value_set_list (value, changes, arena);
  return TRUE;
}
