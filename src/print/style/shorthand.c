/* SPDX-License-Identifier: MIT */
#include "print/style/shorthand.h"

#include "base/i18n.h"

#include <string.h>

#define MOST_LONGHANDS 12
#define MOST_OF_A_SET  3

struct Shorthand {
  const char *name;
  gboolean (*read) (Cursor *cursor, const Shorthand *shorthand, Arena *arena, GArray *declarations);
  const char *longhands[MOST_LONGHANDS + 1]; /* NULL behind the last */
  const char *form; /* untranslated; NULL: that of the first longhand, more than once */
};

static void
declare (GArray *declarations, const char *name, CssValue value)
{
  Declaration declaration = { property_find (name), value };

  g_assert (declaration.property);
  g_array_append_val (declarations, declaration);
}

static gboolean
read_longhand (const char *name, Cursor *cursor, Arena *arena, CssValue *value)
{
  const Property *property = property_find (name);
  Cursor start = *cursor;

  if (property->type->read (cursor, property, arena, value))
    return TRUE;
  *cursor = start;
  return FALSE;
}

/* One to four values: top, right, bottom, left; what is missing is taken from the side across. */
static gboolean
read_sides (Cursor *cursor, const Shorthand *shorthand, Arena *arena, GArray *declarations)
{
  CssValue values[N_SIDES];
  guint n = 0;

  while (n < N_SIDES && read_longhand (shorthand->longhands[n], cursor, arena, &values[n]))
    n++;
  if (n == 0)
    return FALSE;
  if (n < 2)
    values[SIDE_RIGHT] = values[SIDE_TOP];
  if (n < 3)
    values[SIDE_BOTTOM] = values[SIDE_TOP];
  if (n < 4)
    values[SIDE_LEFT] = values[SIDE_RIGHT];
  for (guint side = 0; side < N_SIDES; side++)
    declare (declarations, shorthand->longhands[side], values[side]);
  return TRUE;
}

/* One or two values. */
static gboolean
read_pair (Cursor *cursor, const Shorthand *shorthand, Arena *arena, GArray *declarations)
{
  CssValue first, second;

  if (!read_longhand (shorthand->longhands[0], cursor, arena, &first))
    return FALSE;
  if (!read_longhand (shorthand->longhands[1], cursor, arena, &second))
    second = first;
  declare (declarations, shorthand->longhands[0], first);
  declare (declarations, shorthand->longhands[1], second);
  return TRUE;
}

/* The first `n` longhands, each once, in any order; what is missing is initial. */
static gboolean
read_set (Cursor *cursor, const Shorthand *shorthand, guint n, Arena *arena, CssValue *values)
{
  gboolean is_read[MOST_OF_A_SET] = { FALSE };
  gboolean goes_on = TRUE, has_any = FALSE;

  for (guint i = 0; i < n; i++)
    values[i] = (CssValue){ .kind = VALUE_INITIAL };
  while (goes_on && !cursor_at_end (cursor)) {
    goes_on = FALSE;
    for (guint i = 0; i < n && !goes_on; i++)
      if (!is_read[i] && read_longhand (shorthand->longhands[i], cursor, arena, &values[i]))
        goes_on = has_any = is_read[i] = TRUE;
  }
  return has_any;
}

static guint
shorthand_length (const Shorthand *shorthand)
{
  return g_strv_length ((char **) shorthand->longhands);
}

static gboolean
read_any (Cursor *cursor, const Shorthand *shorthand, Arena *arena, GArray *declarations)
{
  CssValue values[MOST_OF_A_SET];
  guint n = shorthand_length (shorthand);

  if (!read_set (cursor, shorthand, n, arena, values))
    return FALSE;
  for (guint i = 0; i < n; i++)
    declare (declarations, shorthand->longhands[i], values[i]);
  return TRUE;
}

/* Width, style and colour, the same for all sides. */
static gboolean
read_border (Cursor *cursor, const Shorthand *shorthand, Arena *arena, GArray *declarations)
{
  CssValue values[MOST_OF_A_SET];

  if (!read_set (cursor, shorthand, MOST_OF_A_SET, arena, values))
    return FALSE;
  for (guint i = 0; shorthand->longhands[i]; i++)
    declare (declarations, shorthand->longhands[i], values[i % MOST_OF_A_SET]);
  return TRUE;
}

static gboolean
skip_word (Cursor *cursor, const char *word)
{
  if (!token_is (cursor_peek (cursor), TOKEN_WORD, word))
    return FALSE;
  cursor_take (cursor);
  return TRUE;
}

/* A colour, or none. */
static gboolean
read_background (Cursor *cursor, const Shorthand *shorthand, Arena *arena, GArray *declarations)
{
  CssValue value = { .kind = VALUE_INITIAL };

  if (!skip_word (cursor, "none")
      && !read_longhand (shorthand->longhands[0], cursor, arena, &value))
    return FALSE;
  declare (declarations, shorthand->longhands[0], value);
  return TRUE;
}

/* --- font --- */

/* Style and weight before the size, in any order. “normal” may be either, or one of those that are
 * not read here. */
static void
read_font_looks (Cursor *cursor, Arena *arena, GArray *declarations)
{
  CssValue slant = { .kind = VALUE_INITIAL }, weight = { .kind = VALUE_INITIAL };

  while (skip_word (cursor, "normal") || read_longhand ("font-style", cursor, arena, &slant)
         || read_longhand ("font-weight", cursor, arena, &weight))
    ;
  declare (declarations, "font-style", slant);
  declare (declarations, "font-weight", weight);
}

static gboolean
read_font (Cursor *cursor, G_GNUC_UNUSED const Shorthand *shorthand, Arena *arena,
           GArray *declarations)
{
  CssValue size, line = { .kind = VALUE_INITIAL }, families;

  read_font_looks (cursor, arena, declarations);
  if (!read_longhand ("font-size", cursor, arena, &size))
    return FALSE;
  if (cursor_skip_sign (cursor, '/') && !read_longhand ("line-height", cursor, arena, &line))
    return FALSE;
  if (!read_longhand ("font-family", cursor, arena, &families))
    return FALSE;
  declare (declarations, "font-size", size);
  declare (declarations, "line-height", line);
  declare (declarations, "font-family", families);
  return TRUE;
}

/* --- flex --- */

static void
declare_flex (GArray *declarations, double grow, double shrink, CssValue basis)
{
  declare (declarations, "flex-grow", (CssValue){ .kind = VALUE_NUMBER, .number = grow });
  declare (declarations, "flex-shrink", (CssValue){ .kind = VALUE_NUMBER, .number = shrink });
  declare (declarations, "flex-basis", basis);
}

/* none; auto; a number to grow by, one to shrink by and a length, of which one is enough. */
static gboolean
read_flex (Cursor *cursor, G_GNUC_UNUSED const Shorthand *shorthand, Arena *arena,
           GArray *declarations)
{
  CssValue grow = { .number = 1 }, shrink = { .number = 1 };
  CssValue basis = { .kind = VALUE_PERCENT };

  if (skip_word (cursor, "none")) {
    declare_flex (declarations, 0, 0, (CssValue){ .kind = VALUE_KEYWORD, .keyword = LENGTH_AUTO });
    return TRUE;
  }
  gboolean has_grow = read_longhand ("flex-grow", cursor, arena, &grow);
  if (has_grow)
    read_longhand ("flex-shrink", cursor, arena, &shrink);
  if (!read_longhand ("flex-basis", cursor, arena, &basis) && !has_grow)
    return FALSE;
  declare_flex (declarations, grow.number, shrink.number, basis);
  return TRUE;
}

/* --- the table --- */

#define OF_SIDES(before, after)                                                                    \
  {                                                                                                \
    before "top" after, before "right" after, before "bottom" after, before "left" after           \
  }
#define EDGE(side)  "border-" side "-width", "border-" side "-style", "border-" side "-color"
#define BORDER_FORM N_ ("a width, a style and a colour: 0.5pt solid black")

static const Shorthand shorthands[] = {
  { "margin", read_sides, OF_SIDES ("margin-", ""), NULL },
  { "padding", read_sides, OF_SIDES ("padding-", ""), NULL },
  { "inset", read_sides, OF_SIDES ("", ""), NULL },
  { "border-width", read_sides, OF_SIDES ("border-", "-width"), NULL },
  { "border-style", read_sides, OF_SIDES ("border-", "-style"), NULL },
  { "border-color", read_sides, OF_SIDES ("border-", "-color"), NULL },
  { "border-radius",
    read_sides,
    { "border-top-left-radius", "border-top-right-radius", "border-bottom-right-radius",
      "border-bottom-left-radius" },
    NULL },
  { "margin-block", read_pair, { "margin-top", "margin-bottom" }, NULL },
  { "margin-inline", read_pair, { "margin-left", "margin-right" }, NULL },
  { "padding-block", read_pair, { "padding-top", "padding-bottom" }, NULL },
  { "padding-inline", read_pair, { "padding-left", "padding-right" }, NULL },
  { "gap", read_pair, { "row-gap", "column-gap" }, NULL },
  { "border",
    read_border,
    { EDGE ("top"), EDGE ("right"), EDGE ("bottom"), EDGE ("left") },
    BORDER_FORM },
  { "border-top", read_any, { EDGE ("top") }, BORDER_FORM },
  { "border-right", read_any, { EDGE ("right") }, BORDER_FORM },
  { "border-bottom", read_any, { EDGE ("bottom") }, BORDER_FORM },
  { "border-left", read_any, { EDGE ("left") }, BORDER_FORM },
  { "column-rule",
    read_any,
    { "column-rule-width", "column-rule-style", "column-rule-color" },
    BORDER_FORM },
  { "columns",
    read_any,
    { "column-count", "column-width" },
    N_ ("a number of columns, a width, or both") },
  { "flex-flow",
    read_any,
    { "flex-direction", "flex-wrap" },
    N_ ("row or column, and wrap or nowrap") },
  { "list-style", read_any, { "list-style-type", "list-style-position" }, NULL },
  { "text-decoration", read_any, { "text-decoration-line" }, NULL },
  { "background",
    read_background,
    { "background-color" },
    N_ ("a colour such as #b3131b, or none; put pictures into <img>") },
  { "font",
    read_font,
    { "font-style", "font-weight", "font-size", "line-height", "font-family" },
    N_ ("style, weight, size/line-height and family: bold 14pt/1.3 \"Times New Roman\", serif") },
  { "flex",
    read_flex,
    { "flex-grow", "flex-shrink", "flex-basis" },
    N_ ("none, auto, or numbers and a length: 1 1 40mm") },
};

static gpointer
index_shorthands (G_GNUC_UNUSED gpointer data)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (shorthands); i++)
    g_hash_table_insert (index, (gpointer) shorthands[i].name, (gpointer) &shorthands[i]);
  return index;
}

const Shorthand *
shorthand_find (const char *name)
{
  static GOnce once = G_ONCE_INIT;
  return g_hash_table_lookup (g_once (&once, index_shorthands, NULL), name);
}

void
shorthand_add_names (GPtrArray *names)
{
  for (guint i = 0; i < G_N_ELEMENTS (shorthands); i++)
    g_ptr_array_add (names, (gpointer) shorthands[i].name);
}

gboolean
shorthand_read (const Shorthand *shorthand, Cursor cursor, Arena *arena, GArray *declarations)
{
  guint before = declarations->len;
  CssValue wide;

  if (css_value_read_wide (&cursor, &wide)) {
    for (guint i = 0; shorthand->longhands[i]; i++)
      declare (declarations, shorthand->longhands[i], wide);
    return TRUE;
  }
  if (shorthand->read (&cursor, shorthand, arena, declarations) && cursor_at_end (&cursor))
    return TRUE;
  g_array_set_size (declarations, before);
  return FALSE;
}

const Property *
shorthand_first (const Shorthand *shorthand)
{
  return property_find (shorthand->longhands[0]);
}

char *
shorthand_form (const Shorthand *shorthand)
{
  return shorthand->form ? g_strdup (_ (shorthand->form))
                         : property_form (shorthand_first (shorthand));
}
