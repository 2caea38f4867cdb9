/* SPDX-License-Identifier: MIT */
#include "print/style/token.h"

#include "print/read/name.h"
#include "print/read/number.h"

#include <string.h>

#define REPLACEMENT 0xFFFD

static char
char_at (const TokenReader *scanner, gsize offset)
{
  return offset < scanner->length ? scanner->text[offset] : '\0';
}

static char
peek (const TokenReader *scanner, gsize ahead)
{
  return char_at (scanner, scanner->position + ahead);
}

static gboolean
at_end (const TokenReader *scanner)
{
  return scanner->position >= scanner->length;
}

static gboolean
is_newline (char c)
{
  return c == '\n' || c == '\r' || c == '\f';
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || is_newline (c);
}

static gboolean
starts_name (char c)
{
  return g_ascii_isalpha (c) || c == '_' || (guchar) c >= 0x80;
}

static gboolean
is_name (char c)
{
  return starts_name (c) || g_ascii_isdigit (c) || c == '-';
}

/* TRUE when an escape stands `ahead`: a backslash, not before a line end. */
static gboolean
escape_ahead (const TokenReader *scanner, gsize ahead)
{
  return peek (scanner, ahead) == '\\' && !is_newline (peek (scanner, ahead + 1))
         && scanner->position + ahead + 1 < scanner->length;
}

static gboolean
name_ahead (const TokenReader *scanner, gsize ahead)
{
  char c = peek (scanner, ahead);

  if (c == '-') {
    char next = peek (scanner, ahead + 1);
    return starts_name (next) || next == '-' || escape_ahead (scanner, ahead + 1);
  }
  return starts_name (c) || escape_ahead (scanner, ahead);
}

static gboolean
number_ahead (const TokenReader *scanner)
{
  char c = peek (scanner, 0);
  gsize sign = c == '+' || c == '-';

  if (peek (scanner, sign) == '.')
    sign++;
  return g_ascii_isdigit (peek (scanner, sign));
}

static void
note_broken (TokenReader *scanner, gsize start)
{
  if (!scanner->is_broken)
    scanner->broken = start;
  scanner->is_broken = TRUE;
}

/* --- pieces --- */

/* The escape at the position, which moves behind it: \41, \000041, \“. */
static void
read_escape (TokenReader *scanner, GString *out)
{
  gunichar c = 0;
  guint n = 0;

  scanner->position++;
  for (; n < 6 && g_ascii_isxdigit (peek (scanner, 0)); n++)
    c = c * 16 + g_ascii_xdigit_value (scanner->text[scanner->position++]);
  if (n > 0) {
    scanner->position += is_space (peek (scanner, 0));
    g_string_append_unichar (out, c != 0 && g_unichar_validate (c) ? c : REPLACEMENT);
    return;
  }
  const char *p = scanner->text + scanner->position;
  const char *next = at_end (scanner) ? p : g_utf8_next_char (p);
  g_string_append_len (out, p, next - p);
  scanner->position += next - p;
}

static void
token_keep (TokenReader *scanner, Token *token, GString *text)
{
  token->text = arena_copy_n (scanner->arena, text->str, text->len);
  token->length = text->len;
  g_string_free (text, TRUE);
}

/* A name: a slice of the text as far as it has no escapes. */
static void
read_name (TokenReader *scanner, Token *token)
{
  gsize start = scanner->position;

  while (is_name (peek (scanner, 0)) && !at_end (scanner))
    scanner->position++;
  token->text = scanner->text + start;
  token->length = scanner->position - start;
  if (!escape_ahead (scanner, 0))
    return;
  GString *name = g_string_new_len (token->text, token->length);
  while (!at_end (scanner) && (is_name (peek (scanner, 0)) || escape_ahead (scanner, 0)))
    if (peek (scanner, 0) == '\\')
      read_escape (scanner, name);
    else
      g_string_append_c (name, scanner->text[scanner->position++]);
  token_keep (scanner, token, name);
}

/* Skips the comment at the position, if one stands there. */
static gboolean
skip_comment (TokenReader *scanner)
{
  if (peek (scanner, 0) != '/' || peek (scanner, 1) != '*')
    return FALSE;
  const char *from = scanner->text + scanner->position + 2;
  const char *end = memmem (from, scanner->text + scanner->length - from, "*/", 2);
  if (end == NULL)
    note_broken (scanner, scanner->position);
  scanner->position = end ? (gsize) (end + 2 - scanner->text) : scanner->length;
  return TRUE;
}

static void
read_spaces (TokenReader *scanner, Token *token)
{
  token->kind = TOKEN_SPACE;
  do
    while (!at_end (scanner) && is_space (peek (scanner, 0)))
      scanner->position++;
  while (skip_comment (scanner));
}

static void
read_string (TokenReader *scanner, Token *token)
{
  char quote = scanner->text[scanner->position++];
  gsize start = scanner->position;
  const char stops[] = { quote, '\\', '\n', '\r', '\f', '\0' };

  token->kind = TOKEN_STRING;
  scanner->position += strcspn (scanner->text + start, stops);
  token->text = scanner->text + start;
  token->length = scanner->position - start;
  if (peek (scanner, 0) == quote) {
    scanner->position++;
    return;
  }
  GString *text = g_string_new_len (token->text, token->length);
  while (!at_end (scanner) && peek (scanner, 0) != quote && !is_newline (peek (scanner, 0)))
    if (escape_ahead (scanner, 0))
      read_escape (scanner, text);
    else if (peek (scanner, 0) == '\\') /* before a line end: the string goes on */
      scanner->position = MIN (scanner->position + 2, scanner->length);
    else
      g_string_append_c (text, scanner->text[scanner->position++]);
  token_keep (scanner, token, text);
  if (at_end (scanner))
    note_broken (scanner, token->start);
  else if (peek (scanner, 0) == quote)
    scanner->position++;
  else
    token->kind = TOKEN_BAD;
}

static void
skip_spaces (TokenReader *scanner)
{
  while (!at_end (scanner) && is_space (peek (scanner, 0)))
    scanner->position++;
}

/* What is left of a broken url(). */
static void
read_bad_url (TokenReader *scanner, Token *token)
{
  token->kind = TOKEN_BAD;
  while (!at_end (scanner) && peek (scanner, 0) != ')')
    scanner->position += escape_ahead (scanner, 0) ? 2 : 1;
  scanner->position = MIN (scanner->position + 1, scanner->length);
}

/* Behind "url(": an address without quotes. */
static void
read_url (TokenReader *scanner, Token *token)
{
  GString *url = g_string_new (NULL);

  token->kind = TOKEN_URL;
  skip_spaces (scanner);
  while (!at_end (scanner) && !is_space (peek (scanner, 0)) && !strchr (")\"'(", peek (scanner, 0)))
    if (escape_ahead (scanner, 0))
      read_escape (scanner, url);
    else
      g_string_append_c (url, scanner->text[scanner->position++]);
  skip_spaces (scanner);
  token_keep (scanner, token, url);
  if (at_end (scanner))
    note_broken (scanner, token->start);
  else if (peek (scanner, 0) == ')')
    scanner->position++;
  else
    read_bad_url (scanner, token);
}

/* url( with a quotation mark behind it is a function like others. */
static gboolean
is_bare_url (TokenReader *scanner, const Token *token)
{
  gsize ahead = 0;

  if (!token_is (token, TOKEN_FUNCTION, "url"))
    return FALSE;
  while (is_space (peek (scanner, ahead)))
    ahead++;
  return peek (scanner, ahead) != '"' && peek (scanner, ahead) != '\'';
}

static void
read_word (TokenReader *scanner, Token *token)
{
  token->kind = TOKEN_WORD;
  read_name (scanner, token);
  if (peek (scanner, 0) != '(')
    return;
  scanner->position++;
  token->kind = TOKEN_FUNCTION;
  if (is_bare_url (scanner, token))
    read_url (scanner, token);
}

static void
read_number (TokenReader *scanner, Token *token)
{
  const char *start = scanner->text + scanner->position;
  const char *p = start;

  number_read (&p, scanner->text + scanner->length, &token->number);
  scanner->position += p - start;
  token->kind = TOKEN_NUMBER;
  token->is_signed = *start == '+' || *start == '-';
  token->is_integer = TRUE;
  for (const char *c = start + token->is_signed; c < p; c++)
    token->is_integer &= g_ascii_isdigit (*c);
  if (name_ahead (scanner, 0)) {
    token->kind = TOKEN_DIMENSION;
    read_name (scanner, token);
  } else if (peek (scanner, 0) == '%') {
    token->kind = TOKEN_PERCENT;
    scanner->position++;
  }
}

static void
read_sign (TokenReader *scanner, Token *token)
{
  token->kind = TOKEN_SIGN;
  token->sign = scanner->text[scanner->position++];
  if (token->sign == '#' && (is_name (peek (scanner, 0)) || escape_ahead (scanner, 0)))
    token->kind = TOKEN_HASH;
  else if (token->sign == '@' && name_ahead (scanner, 0))
    token->kind = TOKEN_AT;
  else
    return;
  read_name (scanner, token);
}

Token
token_next (TokenReader *scanner)
{
  while (skip_comment (scanner))
    ;
  Token token = { .kind = TOKEN_END, .start = scanner->position };
  char c = peek (scanner, 0);

  if (at_end (scanner))
    ;
  else if (is_space (c))
    read_spaces (scanner, &token);
  else if (c == '"' || c == '\'')
    read_string (scanner, &token);
  else if (number_ahead (scanner))
    read_number (scanner, &token);
  else if (name_ahead (scanner, 0))
    read_word (scanner, &token);
  else
    read_sign (scanner, &token);
  token.end = scanner->position;
  return token;
}

gboolean
token_is (const Token *token, TokenKind kind, const char *name)
{
  return token->kind == kind && token->length == strlen (name)
         && g_ascii_strncasecmp (token->text, name, token->length) == 0;
}

gboolean
token_is_sign (const Token *token, char sign)
{
  return token->kind == TOKEN_SIGN && token->sign == sign;
}

const char *
token_name (const Token *token)
{
  return name_intern (token->text, token->length);
}
