/* SPDX-License-Identifier: MIT */
/* The tokens of CSS (CSS Syntax 3, section 4). Any text is a row of tokens; what is broken is a
 * token, too. */
#pragma once

#include "base/arena.h"

typedef enum {
  TOKEN_END,
  TOKEN_SPACE, /* white space, and comments within it; a comment alone is no token */
  TOKEN_WORD,
  TOKEN_FUNCTION, /* name( */
  TOKEN_AT,       /* @name */
  TOKEN_HASH,     /* #name */
  TOKEN_STRING,
  TOKEN_URL, /* url(without quotes) */
  TOKEN_BAD, /* a string with a line end in it, a broken url() */
  TOKEN_NUMBER,
  TOKEN_PERCENT,
  TOKEN_DIMENSION,
  TOKEN_SIGN, /* any other character */
} TokenKind;

typedef struct {
  TokenKind kind;
  char sign;           /* of TOKEN_SIGN */
  gboolean is_integer; /* of TOKEN_NUMBER, TOKEN_DIMENSION */
  gboolean is_signed;  /* of the same: written with + or - */
  gsize start, end;    /* bytes of the whole text */
  const char
    *text;      /* the name, the unit, what the string says: without escapes, not NUL-terminated */
  gsize length; /* bytes of `text` */
  double number;
} Token;

typedef struct {
  const char *text;
  gsize length;
  gsize position;
  Arena *arena;       /* keeps what had escapes in it */
  gboolean is_broken; /* a comment, string or url() ends with the text, not before it */
  gsize broken;       /* where the first of these starts */
} TokenReader;

/* Reads a token and moves behind it; TOKEN_END at the end, again and again. Its text lasts as long
 * as the text and the arena. */
Token token_next (TokenReader *scanner);

/* TRUE when it is a word, a function … of this name, in any case. */
gboolean token_is (const Token *token, TokenKind kind, const char *name);
/* TRUE when it is this one character. */
gboolean token_is_sign (const Token *token, char sign);
/* What the token says, interned. */
const char *token_name (const Token *token);
