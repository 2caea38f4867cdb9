/* SPDX-License-Identifier: MIT */
#include "print/style/syntax.h"

#include "base/i18n.h"

#include <string.h>

/* No selector or value has more; a file of one megabyte of commas must not become a hundred. */
#define MOST_TOKENS 100000
#define SHOWN_BYTES 60

/* --- cursors --- */

const Token *
cursor_peek (Cursor *cursor)
{
  static const Token end = { .kind = TOKEN_END };

  while (cursor->at < cursor->end && cursor->at->kind == TOKEN_SPACE)
    cursor->at++;
  return cursor->at < cursor->end ? cursor->at : &end;
}

const Token *
cursor_take (Cursor *cursor)
{
  const Token *token = cursor_peek (cursor);
  cursor->at += cursor->at < cursor->end;
  return token;
}

gboolean
cursor_at_end (Cursor *cursor)
{
  return cursor_peek (cursor)->kind == TOKEN_END;
}

gboolean
cursor_skip_sign (Cursor *cursor, char sign)
{
  gboolean is_there = token_is_sign (cursor_peek (cursor), sign);
  cursor->at += is_there;
  return is_there;
}

/* --- the text --- */

void
css_init (Css *css, const Source *source, const char *text, gsize length, Place start, Arena *arena,
          Report *report)
{
  *css = (Css){ .source = source, .report = report, .start = start, .counted_place = { 1, 1 } };
  css->scanner = (TokenReader){ .text = text, .length = length, .arena = arena };
  css->tokens = g_array_sized_new (FALSE, FALSE, sizeof (Token), 64); /* its data is never NULL */
  css->closers = g_string_new (NULL);
  css_next (css);
}

void
css_finish (Css *css)
{
  if (css->scanner.is_broken)
    css_error (css, css->scanner.broken,
               _ ("close it where it ends: comments with */, strings with a quotation mark"),
               _ ("what starts here has no end"));
  g_array_unref (css->tokens);
  g_string_free (css->closers, TRUE);
}

void
css_next (Css *css)
{
  css->token = token_next (&css->scanner);
}

void
css_skip_space (Css *css)
{
  while (css->token.kind == TOKEN_SPACE)
    css_next (css);
}

static char
closer_of (const Token *token)
{
  if (token->kind == TOKEN_FUNCTION || token_is_sign (token, '('))
    return ')';
  if (token_is_sign (token, '['))
    return ']';
  return token_is_sign (token, '{') ? '}' : '\0';
}

static gboolean
is_stop (const Token *token, const char *stops)
{
  return token->kind == TOKEN_SIGN && (token->sign == '}' || strchr (stops, token->sign));
}

/* Opens and closes brackets. */
static void
follow_brackets (GString *closers, const Token *token)
{
  char closer = closer_of (token);

  if (closer)
    g_string_append_c (closers, closer);
  else if (closers->len > 0 && token_is_sign (token, closers->str[closers->len - 1]))
    g_string_truncate (closers, closers->len - 1);
}

static void
css_keep (Css *css)
{
  css->is_cut |= css->tokens->len >= MOST_TOKENS;
  if (!css->is_cut)
    g_array_append_val (css->tokens, css->token);
}

Cursor
css_collect (Css *css, const char *stops)
{
  css->is_cut = FALSE;
  g_array_set_size (css->tokens, 0);
  g_string_truncate (css->closers, 0);
  css_skip_space (css);
  gsize start = css->token.start;
  for (; css->token.kind != TOKEN_END; css_next (css)) {
    if (css->closers->len == 0 && is_stop (&css->token, stops))
      break;
    follow_brackets (css->closers, &css->token);
    css_keep (css);
  }
  if (css->closers->len > 0 && !css->scanner.is_broken)
    css_error (css, start, NULL, _ ("a bracket that is opened here is never closed"));
  Cursor found = { (const Token *) css->tokens->data,
                   (const Token *) css->tokens->data + css->tokens->len };
  while (found.end > found.at && found.end[-1].kind == TOKEN_SPACE)
    found.end--;
  return found;
}

void
css_skip_rule (Css *css)
{
  g_string_truncate (css->closers, 0);
  for (; css->token.kind != TOKEN_END; css_next (css)) {
    gboolean was_open = css->closers->len > 0;
    if (!was_open && token_is_sign (&css->token, '}'))
      return;
    follow_brackets (css->closers, &css->token);
    gboolean ends =
      css->closers->len == 0
      && (token_is_sign (&css->token, ';') || (was_open && token_is_sign (&css->token, '}')));
    if (ends) {
      css_next (css);
      return;
    }
  }
}

/* --- declarations --- */

/* Takes "!important" off the end of a value. */
static gboolean
take_important (Cursor *value)
{
  if (value->end - value->at < 2)
    return FALSE;
  const Token *last = value->end - 1;
  if (!token_is (last, TOKEN_WORD, "important"))
    return FALSE;
  do
    last--;
  while (last > value->at && last->kind == TOKEN_SPACE);
  if (!token_is_sign (last, '!'))
    return FALSE;
  while (last > value->at && last[-1].kind == TOKEN_SPACE)
    last--;
  value->end = last;
  return TRUE;
}

static gboolean
has_sign (Cursor tokens, char sign)
{
  for (; tokens.at < tokens.end; tokens.at++)
    if (token_is_sign (tokens.at, sign))
      return TRUE;
  return FALSE;
}

static void
refuse_declaration (Css *css, gsize offset)
{
  Cursor rest = css_collect (css, ";");

  if (has_sign (rest, '{'))
    css_error (css, offset, _ ("write it behind this block, with its whole selector"),
               _ ("a rule may not stand inside a rule"));
  else
    css_error (css, offset, _ ("declarations are written “name: value;”"),
               _ ("this is not a valid declaration"));
}

static void
read_declaration (Css *css, const CssHandler *handler, gpointer data)
{
  Token name = css->token;

  if (name.kind != TOKEN_WORD) {
    refuse_declaration (css, name.start);
    return;
  }
  css_next (css);
  css_skip_space (css);
  if (!token_is_sign (&css->token, ':')) {
    refuse_declaration (css, name.start);
    return;
  }
  css_next (css);
  Cursor value = css_collect (css, ";");
  gboolean is_important = take_important (&value);
  if (css->is_cut)
    css_error (css, name.start, NULL, _ ("this is too long"));
  else
    handler->declaration (css, &name, value, is_important, data);
}

static void
read_at_rule (Css *css, const CssHandler *handler, gpointer data)
{
  Token name = css->token;

  css_next (css);
  if (handler->at_rule) {
    handler->at_rule (css, &name, data);
    return;
  }
  css_error (css, name.start, _ ("write it behind this block"),
             _ ("“@%.*s” may not stand inside a rule"), (int) MIN (name.length, SHOWN_BYTES),
             name.text);
  css_skip_rule (css);
}

gboolean
css_block (Css *css, const CssHandler *handler, gpointer data)
{
  while (css->token.kind != TOKEN_END) {
    if (token_is_sign (&css->token, '}')) {
      css_next (css);
      return TRUE;
    }
    if (css->token.kind == TOKEN_SPACE || token_is_sign (&css->token, ';'))
      css_next (css);
    else if (css->token.kind == TOKEN_AT)
      read_at_rule (css, handler, data);
    else
      read_declaration (css, handler, data);
  }
  return FALSE;
}

/* --- faults --- */

/* Counts on from the last fault, since faults come mostly in order and a file may be long. */
static Place
css_place (Css *css, gsize offset)
{
  const char *text = css->scanner.text;

  if (offset < css->counted) {
    css->counted = 0;
    css->counted_place = (Place){ 1, 1 };
  }
  for (; css->counted < offset; css->counted++)
    if (text[css->counted] == '\n')
      css->counted_place = (Place){ css->counted_place.line + 1, 1 };
    else
      css->counted_place.col += ((guchar) text[css->counted] & 0xC0) != 0x80;
  Place place = css->counted_place;
  if (place.line == 1)
    place.col = css->start.col ? css->start.col + place.col - 1 : 0;
  place.line += css->start.line - 1;
  return place;
}

gboolean
css_wants_advice (const Css *css)
{
  return !report_is_full (css->report, css->source);
}

void
css_error (Css *css, gsize offset, const char *advice, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  report_error (css->report, css->source, css_place (css, offset), advice, "%s", text);
}

void
css_warning (Css *css, gsize offset, const char *advice, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  report_warning (css->report, css->source, css_place (css, offset), advice, "%s", text);
}

char *
css_shown (const Css *css, Cursor tokens)
{
  if (tokens.at == tokens.end)
    return g_strdup ("");
  const char *start = css->scanner.text + tokens.at->start;
  gsize length = tokens.end[-1].end - tokens.at->start;
  if (length <= SHOWN_BYTES)
    return g_strndup (start, length);
  const char *cut = g_utf8_find_prev_char (start, start + SHOWN_BYTES);
  return g_strdup_printf ("%.*s…", (int) (cut - start), start);
}
