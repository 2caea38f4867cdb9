/* SPDX-License-Identifier: MIT */
#include "print/style/selector.h"

#include "base/i18n.h"
#include "base/suggest.h"
#include "print/read/name.h"

#include <string.h>

/* Ids, classes and types each count up to here, and one id more than any number of classes. */
#define MOST_COUNTED 1023
#define COUNT_BITS   10

/* Of one selector, so that matching need not be afraid of any. */
#define MOST_COMPOUNDS 256

typedef struct {
  Css *css;
  Cursor cursor;
  GArray *simples;   /* SimpleSelector: of the compound that is read */
  GArray *compounds; /* CompoundSelector: of the selector that is read, the first first */
  guint n_ids, n_classes, n_types;
  int pseudo;
  gboolean is_for_screens; /* what is read never happens on paper */
} Reading;

static gboolean
refuse (Reading *reading, const Token *token, const char *advice, const char *text)
{
  gsize offset = token->kind == TOKEN_END ? reading->css->token.start : token->start;
  css_error (reading->css, offset, advice, "%s", text);
  return FALSE;
}

static gboolean
refuse_unknown (Reading *reading, const Token *token)
{
  return refuse (reading, token,
                 _ ("selectors are made of elements, .classes, #ids, [attributes] and what "
                    "docs/templates.md lists"),
                 _ ("this is not a valid selector"));
}

/* The token at the cursor, white space not left out. */
static const Token *
peek (Reading *reading)
{
  static const Token end = { .kind = TOKEN_END };
  return reading->cursor.at < reading->cursor.end ? reading->cursor.at : &end;
}

static const Token *
take (Reading *reading)
{
  const Token *token = peek (reading);
  reading->cursor.at += reading->cursor.at < reading->cursor.end;
  return token;
}

static void
add_simple (Reading *reading, SimpleSelector simple)
{
  guint *count = simple.kind == SIMPLE_ID     ? &reading->n_ids
                 : simple.kind == SIMPLE_TYPE ? &reading->n_types
                                              : &reading->n_classes;

  *count = MIN (*count + 1, MOST_COUNTED);
  g_array_append_val (reading->simples, simple);
}

static const char *
small_name (const Token *token)
{
  g_autofree char *name = g_ascii_strdown (token->text, token->length);
  return name_intern (name, token->length);
}

/* --- attributes --- */

static const char *
attribute_name (const Token *token)
{
  return token->kind == TOKEN_WORD ? token_name (token) : NULL;
}

/* “=”, or another sign and “=”. */
static gboolean
read_comparison (Cursor *cursor, SimpleKind *kind)
{
  static const struct {
    char sign;
    SimpleKind kind;
  } rows[] = { { '~', SIMPLE_WORD },
               { '^', SIMPLE_STARTS },
               { '$', SIMPLE_ENDS },
               { '*', SIMPLE_HOLDS },
               { '|', SIMPLE_LANG } };

  *kind = SIMPLE_EQUALS;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (cursor_skip_sign (cursor, rows[i].sign))
      *kind = rows[i].kind;
  return cursor_skip_sign (cursor, '=');
}

/* Behind “[”. */
static gboolean
read_attribute (Reading *reading, gboolean is_not)
{
  Cursor *cursor = &reading->cursor;
  const Token *token = cursor_take (cursor);
  SimpleSelector simple = { .kind = SIMPLE_HAS, .is_not = is_not, .name = attribute_name (token) };

  if (simple.name == NULL)
    return refuse_unknown (reading, token);
  if (!cursor_skip_sign (cursor, ']')) {
    if (!read_comparison (cursor, &simple.kind))
      return refuse_unknown (reading, token);
    const Token *value = cursor_take (cursor);
    if (value->kind != TOKEN_WORD && value->kind != TOKEN_STRING)
      return refuse (reading, value, _ ("write the value in quotation marks"),
                     _ ("this is not a valid value of an attribute"));
    simple.value = token_name (value);
    if (!cursor_skip_sign (cursor, ']'))
      return refuse_unknown (reading, value);
  }
  add_simple (reading, simple);
  return TRUE;
}

/* --- :nth-child() --- */

/* What stands before the n: “2n”, “-n”, “n”. */
static gboolean
parse_step (const char *text, const char *n, int *step)
{
  char *end;
  gint64 value = g_ascii_strtoll (text, &end, 10);

  if (end == text) {
    value = *text == '-' ? -1 : 1;
    end += *text == '+' || *text == '-';
  }
  *step = CLAMP (value, G_MININT16, G_MAXINT16);
  return end == n;
}

static gboolean
parse_offset (const char *text, int *offset)
{
  char *end;
  gint64 value = g_ascii_strtoll (text, &end, 10);

  *offset = CLAMP (value, G_MININT / 2, G_MAXINT / 2);
  return end != text && *end == '\0';
}

/* “odd”, “3”, “2n+1”, “-n+3”: in small letters, without spaces. */
static gboolean
parse_nth (const char *text, int *step, int *offset)
{
  const char *n = strchr (text, 'n');

  *step = *offset = 0;
  if (strcmp (text, "odd") == 0 || strcmp (text, "even") == 0) {
    *step = 2;
    *offset = text[0] == 'o';
    return TRUE;
  }
  if (n == NULL)
    return parse_offset (text, offset);
  if (!parse_step (text, n, step))
    return FALSE;
  return n[1] == '\0' || (strchr ("+-", n[1]) && parse_offset (n + 1, offset));
}

/* Behind “:nth-child(”, up to and with the bracket. */
static gboolean
read_nth (Reading *reading, SimpleSelector *simple)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const Token *start = peek (reading);
  const Token *token;

  while ((token = cursor_take (&reading->cursor))->kind != TOKEN_END && !token_is_sign (token, ')'))
    g_string_append_len (text, reading->css->scanner.text + token->start,
                         MIN (token->end - token->start, 32));
  for (char *p = text->str; *p; p++)
    *p = g_ascii_tolower (*p);
  if (token->kind == TOKEN_END || !parse_nth (text->str, &simple->step, &simple->offset))
    return refuse (reading, start, _ ("write a number, odd, even, or a formula such as 3n+1"),
                   _ ("this does not count children"));
  return TRUE;
}

/* --- pseudo-classes --- */

static const struct {
  const char *name;
  SimpleSelector simple;
} pseudo_classes[] = {
  { "first-child", { .kind = SIMPLE_NTH, .offset = 1 } },
  { "last-child", { .kind = SIMPLE_NTH, .offset = 1, .is_from_end = TRUE } },
  { "first-of-type", { .kind = SIMPLE_NTH, .offset = 1, .is_of_type = TRUE } },
  { "last-of-type", { .kind = SIMPLE_NTH, .offset = 1, .is_from_end = TRUE, .is_of_type = TRUE } },
  { "root", { .kind = SIMPLE_ROOT } },
  { "empty", { .kind = SIMPLE_EMPTY } },
  { "link", { .kind = SIMPLE_HAS, .name = "href" } },
};

static const struct {
  const char *name;
  SimpleSelector simple;
} counting_classes[] = {
  { "nth-child", { .kind = SIMPLE_NTH } },
  { "nth-last-child", { .kind = SIMPLE_NTH, .is_from_end = TRUE } },
  { "nth-of-type", { .kind = SIMPLE_NTH, .is_of_type = TRUE } },
  { "nth-last-of-type", { .kind = SIMPLE_NTH, .is_from_end = TRUE, .is_of_type = TRUE } },
};

/* What happens on a screen alone: such a selector selects nothing. */
static const char *const screen_classes[] = { "hover",  "focus",   "focus-visible", "focus-within",
                                              "active", "visited", "target",        NULL };

static gboolean
read_screen_class (Reading *reading, const Token *name, gboolean is_not)
{
  for (const char *const *p = screen_classes; *p; p++)
    if (token_is (name, TOKEN_WORD, *p)) {
      css_warning (reading->css, name->start, _ ("leave it to the sheet for screens"),
                   _ ("“:%s” has no effect on paper"), *p);
      reading->is_for_screens |= !is_not;
      return TRUE;
    }
  return FALSE;
}

static gboolean
refuse_pseudo_class (Reading *reading, const Token *name)
{
  static const char *const known[] = { "first-child",
                                       "last-child",
                                       "only-child",
                                       "first-of-type",
                                       "last-of-type",
                                       "only-of-type",
                                       "nth-child()",
                                       "nth-last-child()",
                                       "nth-of-type()",
                                       "nth-last-of-type()",
                                       "not()",
                                       "root",
                                       "empty",
                                       "link",
                                       NULL };
  g_autofree char *word = g_strndup (name->text, MIN (name->length, 60));
  const char *nearest = css_wants_advice (reading->css) ? suggest_word (word, known) : NULL;
  gboolean is_list = g_str_equal (word, "is") || g_str_equal (word, "where");
  g_autofree char *advice = is_list
                              ? g_strdup (_ ("write the whole selectors, with commas between"))
                            : nearest ? g_strdup_printf (_ ("did you mean “%s”?"), nearest)
                                      : NULL;

  css_error (reading->css, name->start, advice, _ ("“:%s” is not known to print"), word);
  return FALSE;
}

static gboolean
read_counting_class (Reading *reading, const Token *name, gboolean is_not)
{
  for (guint i = 0; i < G_N_ELEMENTS (counting_classes); i++)
    if (token_is (name, TOKEN_FUNCTION, counting_classes[i].name)) {
      SimpleSelector simple = counting_classes[i].simple;
      simple.is_not = is_not;
      if (!read_nth (reading, &simple))
        return FALSE;
      add_simple (reading, simple);
      return TRUE;
    }
  return refuse_pseudo_class (reading, name);
}

static gboolean
read_plain_class (Reading *reading, const Token *name, gboolean is_not)
{
  for (guint i = 0; i < G_N_ELEMENTS (pseudo_classes); i++)
    if (token_is (name, TOKEN_WORD, pseudo_classes[i].name)) {
      SimpleSelector simple = pseudo_classes[i].simple;
      simple.is_not = is_not;
      add_simple (reading, simple);
      return TRUE;
    }
  return read_screen_class (reading, name, is_not) || refuse_pseudo_class (reading, name);
}

/* :only-child is first and last; not being so is something a list of simple selectors cannot say.
 */
static gboolean
read_only_child (Reading *reading, gboolean is_of_type)
{
  add_simple (reading,
              (SimpleSelector){ .kind = SIMPLE_NTH, .offset = 1, .is_of_type = is_of_type });
  add_simple (reading,
              (SimpleSelector){
                .kind = SIMPLE_NTH, .offset = 1, .is_of_type = is_of_type, .is_from_end = TRUE });
  reading->n_classes--;
  return TRUE;
}

/* --- parts --- */

static gboolean read_simple (Reading *reading, gboolean is_not);

/* Behind “:not(”: one simple selector. */
static gboolean
read_not (Reading *reading)
{
  cursor_peek (&reading->cursor);
  if (!read_simple (reading, TRUE))
    return FALSE;
  if (!cursor_skip_sign (&reading->cursor, ')'))
    return refuse (reading, peek (reading), _ ("write :not(.a):not(.b) for “neither a nor b”"),
                   _ (":not() holds one simple selector"));
  return TRUE;
}

static gboolean
read_pseudo_element (Reading *reading, const Token *name)
{
  static const char *const names[] = {
    [PSEUDO_BEFORE] = "before", [PSEUDO_AFTER] = "after", [PSEUDO_MARKER] = "marker"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (token_is (name, TOKEN_WORD, names[i])) {
      reading->pseudo = i;
      reading->n_types = MIN (reading->n_types + 1, MOST_COUNTED);
      return TRUE;
    }
  return refuse (reading, name, _ ("there are ::before, ::after and ::marker"),
                 _ ("this pseudo-element is not known to print"));
}

/* Behind “:”. */
static gboolean
read_pseudo (Reading *reading, gboolean is_not)
{
  gboolean is_element = token_is_sign (peek (reading), ':');
  const Token *name = (is_element ? take (reading) : NULL, take (reading));

  if (!is_not
      && (is_element || token_is (name, TOKEN_WORD, "before")
          || token_is (name, TOKEN_WORD, "after")))
    return read_pseudo_element (reading, name);
  if (is_element || (name->kind != TOKEN_WORD && name->kind != TOKEN_FUNCTION))
    return refuse_unknown (reading, name);
  if (!is_not && token_is (name, TOKEN_FUNCTION, "not"))
    return read_not (reading);
  if (!is_not
      && (token_is (name, TOKEN_WORD, "only-child") || token_is (name, TOKEN_WORD, "only-of-type")))
    return read_only_child (reading, name->length == strlen ("only-of-type"));
  return name->kind == TOKEN_FUNCTION ? read_counting_class (reading, name, is_not)
                                      : read_plain_class (reading, name, is_not);
}

static gboolean
read_simple (Reading *reading, gboolean is_not)
{
  const Token *token = take (reading);

  if (token->kind == TOKEN_WORD)
    add_simple (reading, (SimpleSelector){
                           .kind = SIMPLE_TYPE, .is_not = is_not, .name = small_name (token) });
  else if (token->kind == TOKEN_HASH)
    add_simple (
      reading, (SimpleSelector){ .kind = SIMPLE_ID, .is_not = is_not, .name = token_name (token) });
  else if (token_is_sign (token, '.') && peek (reading)->kind == TOKEN_WORD)
    add_simple (reading, (SimpleSelector){ .kind = SIMPLE_CLASS,
                                           .is_not = is_not,
                                           .name = token_name (take (reading)) });
  else if (token_is_sign (token, '['))
    return read_attribute (reading, is_not);
  else if (token_is_sign (token, ':'))
    return read_pseudo (reading, is_not);
  else
    return refuse_unknown (reading, token);
  return TRUE;
}

static gboolean
compound_goes_on (Reading *reading)
{
  const Token *token = peek (reading);
  return token->kind == TOKEN_HASH || token_is_sign (token, '.') || token_is_sign (token, '[')
         || token_is_sign (token, ':');
}

/* p.note#first:first-child, or * */
static gboolean
read_compound (Reading *reading, char combinator)
{
  Arena *arena = reading->css->scanner.arena;
  gboolean is_all = token_is_sign (peek (reading), '*');

  g_array_set_size (reading->simples, 0);
  if (is_all)
    take (reading);
  else if (!read_simple (reading, FALSE))
    return FALSE;
  while (compound_goes_on (reading) && reading->pseudo == SELECTS_ELEMENT)
    if (!read_simple (reading, FALSE))
      return FALSE;
  CompoundSelector compound = { arena_array (arena, reading->simples), reading->simples->len,
                                combinator };
  g_array_append_val (reading->compounds, compound);
  return TRUE;
}

/* What leads to the next compound; '\0' at the end of the selector. */
static char
read_combinator (Reading *reading)
{
  gboolean has_space = peek (reading)->kind == TOKEN_SPACE;
  const Token *token = cursor_peek (&reading->cursor);

  if (token->kind == TOKEN_END || token_is_sign (token, ','))
    return '\0';
  if (token->kind == TOKEN_SIGN && strchr (">+~", token->sign)) {
    cursor_take (&reading->cursor);
    cursor_peek (&reading->cursor);
    return token->sign;
  }
  return has_space ? ' ' : '?';
}

static void
append_selector (Reading *reading, GArray *selectors)
{
  guint n = reading->compounds->len;
  CompoundSelector *compounds =
    arena_alloc (reading->css->scanner.arena, n * sizeof (CompoundSelector));
  Selector selector = { compounds, n, 0, reading->pseudo };

  for (guint i = 0; i < n; i++)
    compounds[i] = g_array_index (reading->compounds, CompoundSelector, n - 1 - i);
  selector.specificity =
    reading->n_ids << 2 * COUNT_BITS | reading->n_classes << COUNT_BITS | reading->n_types;
  g_array_append_val (selectors, selector);
}

static gboolean
read_selector (Reading *reading, GArray *selectors)
{
  char combinator = '\0';

  reading->n_ids = reading->n_classes = reading->n_types = 0;
  reading->pseudo = SELECTS_ELEMENT;
  reading->is_for_screens = FALSE;
  g_array_set_size (reading->compounds, 0);
  cursor_peek (&reading->cursor);
  do {
    if (!read_compound (reading, combinator))
      return FALSE;
    combinator = read_combinator (reading);
    if (reading->compounds->len > MOST_COMPOUNDS)
      return refuse (reading, peek (reading), _ ("give the element a class"),
                     _ ("this selector has too many parts"));
    if (combinator == '?' || (combinator && reading->pseudo != SELECTS_ELEMENT))
      return refuse_unknown (reading, peek (reading));
  } while (combinator);
  if (!reading->is_for_screens)
    append_selector (reading, selectors);
  return TRUE;
}

gboolean
selectors_read (Css *css, Cursor cursor, GArray *selectors)
{
  Reading reading = { .css = css, .cursor = cursor };
  guint before = selectors->len;
  gboolean is_good = TRUE;

  reading.simples = g_array_new (FALSE, TRUE, sizeof (SimpleSelector));
  reading.compounds = g_array_new (FALSE, TRUE, sizeof (CompoundSelector));
  do
    is_good = read_selector (&reading, selectors);
  while (is_good && cursor_skip_sign (&reading.cursor, ','));
  g_array_unref (reading.simples);
  g_array_unref (reading.compounds);
  if (!is_good)
    g_array_set_size (selectors, before);
  return is_good;
}
