/* SPDX-License-Identifier: MIT */
/* A text of CSS while it is parsed: its blocks and declarations (CSS Syntax 3, section 5), and
 * where in the file they stand. What names and values mean is not known here. */
#pragma once

#include "base/report.h"
#include "print/style/token.h"

/* The tokens of a value or of a selector, in turn. */
typedef struct {
  const Token *at, *end;
} Cursor;

/* What comes next, white space left out, without moving; a token of TOKEN_END behind the last. */
const Token *cursor_peek (Cursor *cursor);
/* The same, moving behind it. */
const Token *cursor_take (Cursor *cursor);
/* Nothing but white space is left. */
gboolean cursor_at_end (Cursor *cursor);
/* Moves behind `sign` if that comes next. */
gboolean cursor_skip_sign (Cursor *cursor, char sign);

typedef struct {
  const Source *source; /* the file, for faults */
  Report *report;
  Place start; /* of the text in the file; column 0 when only the line is known */
  TokenReader scanner;
  Token token;      /* the next one */
  GArray *tokens;   /* Token: the selector or value just collected */
  GString *closers; /* of the brackets that are open while it is */
  gboolean is_cut;  /* it was too long to be kept */
  gsize counted;    /* up to here lines are counted: */
  Place counted_place;
} Css;

/* `text` is `length` bytes that start at `start` of the file. `arena` keeps what declarations say.
 */
void css_init (Css *css, const Source *source, const char *text, gsize length, Place start,
               Arena *arena, Report *report);
/* Reports what is open at the end, and lets go. */
void css_finish (Css *css);

/* Reads the next token into `css->token`; or passes over white space. */
void css_next (Css *css);
/* Passes over white space before the next token. */
void css_skip_space (Css *css);
/* Collects tokens up to one of the signs `stops`, a closing brace of a block that is open outside,
 * or the end, and returns what they are without white space at both ends. The sign itself is next.
 * They last until the next call. */
Cursor css_collect (Css *css, const char *stops);

typedef struct {
  /* name: value; */
  void (*declaration) (Css *css, const Token *name, Cursor value, gboolean is_important,
                       gpointer data);
  /* An at-rule inside the block; the at-keyword is taken. NULL where none may stand. */
  void (*at_rule) (Css *css, const Token *name, gpointer data);
} CssHandler;

/* Passes over declarations up to the closing brace, and over it. FALSE when there is none before
 * the end. */
gboolean css_block (Css *css, const CssHandler *handler, gpointer data);
/* Skips the rest of a rule: a block, or all up to a semicolon. */
void css_skip_rule (Css *css);

/* Faults at a byte of the text. */
void css_error (Css *css, gsize offset, const char *advice, const char *format, ...)
  G_GNUC_PRINTF (4, 5);
/* The same for what only a screen has. */
void css_warning (Css *css, gsize offset, const char *advice, const char *format, ...)
  G_GNUC_PRINTF (4, 5);
/* FALSE when so many faults are known that nobody will read advice. */
gboolean css_wants_advice (const Css *css);
/* What the tokens look like in the text, cut when it is long. Caller frees. */
char *css_shown (const Css *css, Cursor tokens);
