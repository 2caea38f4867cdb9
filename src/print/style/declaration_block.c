/* SPDX-License-Identifier: MIT */
#include "print/style/declaration_block.h"

#include "base/i18n.h"
#include "base/suggest.h"
#include "print/style/ignored.h"

#include <string.h>

#define LONGEST_NAME 60

void
declaration_reader_init (DeclarationReader *reader, DeclarationBlockKind kind)
{
  reader->kind = kind;
  reader->normal = g_array_new (FALSE, FALSE, sizeof (Declaration));
  reader->important = g_array_new (FALSE, FALSE, sizeof (Declaration));
}

void
declaration_reader_clear (DeclarationReader *reader)
{
  g_array_unref (reader->normal);
  g_array_unref (reader->important);
}

const DeclarationBlock *
declaration_reader_take (DeclarationReader *reader, Arena *arena)
{
  DeclarationBlock *block = arena_alloc (arena, sizeof (DeclarationBlock));

  block->n_important = reader->important->len;
  g_array_append_vals (reader->normal, reader->important->data, reader->important->len);
  block->n = reader->normal->len;
  block->declarations = arena_array (arena, reader->normal);
  g_array_set_size (reader->normal, 0);
  g_array_set_size (reader->important, 0);
  return block;
}

/* --- values that are none --- */

static gboolean
takes_numbers (const Property *property)
{
  const Token number = { .kind = TOKEN_NUMBER, .number = 2, .is_integer = TRUE };
  g_autoptr (Arena) arena = arena_new ();
  CssValue value;

  return property_read (property, (Cursor){ &number, &number + 1 }, arena, &value);
}

/* What paper does in place of a function, translated; or NULL. */
static const char *
function_advice (const Token *token)
{
  static const struct {
    const char *name, *advice;
  } rows[] = {
    { "rgba", N_ ("colours are opaque on paper: write the lighter colour itself, #rrggbb") },
    { "hsla", N_ ("colours are opaque on paper: write the lighter colour itself, #rrggbb") },
    { "rgb", N_ ("colours are opaque on paper: write the lighter colour itself, #rrggbb") },
    { "hsl", N_ ("write the colour as #rrggbb") },
    { "linear-gradient", N_ ("put a drawing with a <linearGradient> into <svg> or <img>") },
    { "radial-gradient", N_ ("put a drawing with a <radialGradient> into <svg> or <img>") },
    { "conic-gradient", N_ ("put a picture into <img>") },
    { "repeating-linear-gradient", N_ ("put a picture into <img>") },
    { "scale", N_ ("things are turned alone: give width and height") },
    { "translate", N_ ("things are turned alone: use position: relative with left and top") },
    { "skew", N_ ("things are turned alone: draw it in <svg>") },
    { "matrix", N_ ("things are turned alone: draw it in <svg>") },
    { "url", N_ ("put pictures into <img>") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (token_is (token, TOKEN_FUNCTION, rows[i].name))
      return _ (rows[i].advice);
  return NULL;
}

/* What is wrong with one of the tokens, or NULL. Caller frees. */
static char *
token_advice (const Token *token, const Property *property)
{
  static const char *const functions[] = { "var", "calc", "env", "min", "max", "clamp" };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (token_is (token, TOKEN_FUNCTION, functions[i]))
      return g_strdup_printf (_ ("%s() is not known to print: write the value itself"),
                              functions[i]);
  const char *of_function = token->kind == TOKEN_FUNCTION ? function_advice (token) : NULL;
  if (of_function)
    return g_strdup (of_function);
  if (token->kind == TOKEN_HASH && (token->length == 4 || token->length == 8))
    return g_strdup (_ ("colours are opaque on paper: write the lighter colour itself, #rrggbb"));
  if (token_is (token, TOKEN_WORD, "grid") || token_is (token, TOKEN_WORD, "inline-grid"))
    return g_strdup (_ ("use display: flex or a table"));
  if (token->kind == TOKEN_DIMENSION && !css_value_knows_unit (token))
    return g_strdup (_ ("lengths are written in mm, cm, in, pt, px, em or rem"));
  if (token->kind == TOKEN_NUMBER && token->number != 0 && !takes_numbers (property))
    return g_strdup (_ ("write a unit behind the number: 5mm, 12pt"));
  return NULL;
}

/* A word nearly known. */
static const char *
suggest_keyword (const Token *token, const Property *property)
{
  const char *words[64] = { NULL };
  guint n = 0;

  for (const Keyword *keyword = property->keywords;
       keyword && keyword->name && n + 1 < G_N_ELEMENTS (words); keyword++)
    words[n++] = keyword->name;
  g_autofree char *word = g_strndup (token->text, MIN (token->length, LONGEST_NAME));
  return token->kind == TOKEN_WORD ? suggest_word (word, words) : NULL;
}

static char *
value_advice (const Property *property, const Shorthand *shorthand, Cursor value)
{
  char *advice = NULL;

  for (const Token *token = value.at; token < value.end && advice == NULL; token++)
    advice = token_advice (token, property);
  const char *nearest = value.end - value.at == 1 ? suggest_keyword (value.at, property) : NULL;
  if (advice || nearest)
    return advice ? advice : g_strdup_printf (_ ("did you mean “%s”?"), nearest);
  g_autofree char *form = shorthand ? shorthand_form (shorthand) : property_form (property);
  return g_strdup_printf (_ ("what may be written: %s"), form);
}

static void
refuse_value (Css *css, const char *name, const Token *at, const Property *property,
              const Shorthand *shorthand, Cursor value)
{
  g_autofree char *shown = css_shown (css, value);
  g_autofree char *advice =
    css_wants_advice (css) ? value_advice (property, shorthand, value) : NULL;

  if (value.at == value.end)
    css_error (css, at->start, advice, _ ("“%s” has no value"), name);
  else
    css_error (css, value.at->start, advice, _ ("“%s” is not a valid value of “%s”"), shown, name);
}

/* --- names that are none --- */

static gpointer
list_names (G_GNUC_UNUSED gpointer data)
{
  GPtrArray *names = g_ptr_array_new ();

  property_add_names (names);
  shorthand_add_names (names);
  g_ptr_array_add (names, NULL);
  return g_ptr_array_free (names, FALSE);
}

static const char *const *
all_names (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, list_names, NULL);
}

static void
refuse_unknown (Css *css, const char *name, const Token *at)
{
  const char *nearest = css_wants_advice (css) ? suggest_word (name, all_names ()) : NULL;
  g_autofree char *advice = nearest ? g_strdup_printf (_ ("did you mean “%s”?"), nearest)
                                    : g_strdup (_ ("docs/templates.md lists what print knows"));

  css_error (css, at->start, advice, _ ("unknown property “%s”"), name);
}

static void
refuse_known (Css *css, const char *name, const Token *at, const Ignored *ignored, Cursor value)
{
  g_autofree char *shown = css_shown (css, value);
  g_autofree char *small = g_ascii_strdown (shown, -1);

  if (ignored_is_fine (ignored, small))
    return;
  if (ignored->advice)
    css_error (css, at->start, _ (ignored->advice), _ ("“%s: %s” is not known to print"), name,
               shown);
  else
    css_warning (css, at->start, _ ("leave it to the sheet for screens"),
                 _ ("“%s” has no effect on paper"), name);
}

/* A value that is known, but not to print, has an advice of its own. */
static void
refuse (Css *css, const char *name, const Token *at, const Property *first,
        const Shorthand *shorthand, Cursor value)
{
  const Ignored *ignored = ignored_find (name);

  if (ignored && strcmp (ignored->name, name) == 0)
    refuse_known (css, name, at, ignored, value);
  else
    refuse_value (css, name, at, first, shorthand, value);
}

/* --- declarations --- */

static gboolean
is_at_home (const Property *property, DeclarationBlockKind kind)
{
  if (kind != BLOCK_OF_PAGE)
    return !property_is_of_page (property);
  return property_is_of_page (property) || property->offset < offsetof (Style, display)
         || (property->offset >= offsetof (Style, margin)
             && property->offset < offsetof (Style, padding));
}

static void
refuse_stranger (Css *css, const char *name, const Token *at, DeclarationBlockKind kind)
{
  if (kind == BLOCK_OF_PAGE)
    css_error (css, at->start,
               _ ("give it to html, to body or to a box in the margin, such as @bottom-center"),
               _ ("“%s” has no meaning for a page"), name);
  else
    css_error (css, at->start, _ ("write it in @page"), _ ("“%s” is a property of pages"), name);
}

void
declaration_reader_declaration (Css *css, const Token *at, Cursor value, gboolean is_important,
                                gpointer data)
{
  DeclarationReader *reader = data;
  GArray *declarations = is_important ? reader->important : reader->normal;
  g_autofree char *name = g_ascii_strdown (at->text, MIN (at->length, LONGEST_NAME));
  Declaration declaration = { .property = property_find (name) };
  const Shorthand *shorthand = declaration.property ? NULL : shorthand_find (name);
  const Property *first = shorthand ? shorthand_first (shorthand) : declaration.property;
  const Ignored *ignored = first ? NULL : ignored_find (name);

  if (ignored)
    refuse_known (css, name, at, ignored, value);
  else if (first == NULL)
    refuse_unknown (css, name, at);
  else if (!is_at_home (first, reader->kind))
    refuse_stranger (css, name, at, reader->kind);
  else if (shorthand
             ? !shorthand_read (shorthand, value, css->scanner.arena, declarations)
             : !property_read (declaration.property, value, css->scanner.arena, &declaration.value))
    refuse (css, name, at, first, shorthand, value);
  else if (declaration.property)
    g_array_append_val (declarations, declaration);
}

const DeclarationBlock *
declaration_block_read (Css *css, DeclarationBlockKind kind, gboolean *is_closed)
{
  static const CssHandler handler = { declaration_reader_declaration, NULL };
  DeclarationReader reader;

  declaration_reader_init (&reader, kind);
  gboolean is_good = css_block (css, &handler, &reader);
  if (is_closed)
    *is_closed = is_good;
  const DeclarationBlock *block = declaration_reader_take (&reader, css->scanner.arena);
  declaration_reader_clear (&reader);
  return block;
}
