/* SPDX-License-Identifier: MIT */
#include "speech/tokens.h"

#include "text/letter.h"

#include <string.h>

#define HASH_START 2166136261u
/* Bytes of what is dialled, "*098*1#", and of what hides a part of a number. */
#define LONGEST_DIALLED 24
#define HASH_PRIME      16777619u

typedef struct {
  const char *text;
  const char *end;
  const char *at;
  GArray *tokens; /* room for more than there are bytes left */
  guint n_tokens;
  guint run; /* index of the first token of the run without spaces */
  gboolean after_space;
  gboolean after_opening; /* a mark that an address may stand behind */
} Cutter;

guint32
tokens_hash (const char *bytes, gsize length)
{
  guint32 hash = HASH_START;
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) bytes[i]) * HASH_PRIME;
  return hash;
}

gboolean
tokens_is_space (gunichar c)
{
  return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x80 && g_unichar_isspace (c));
}

/* The character at `p`, and behind it in `next`: g_utf8_get_char() for text that is mostly
 * Vietnamese, inlined because it is asked for every letter. */
static inline gunichar
decode (const char *p, const char **next)
{
  const guchar *byte = (const guchar *) p;

  if (byte[0] < 0x80) {
    *next = p + 1;
    return byte[0];
  }
  if (byte[0] < 0xE0) {
    *next = p + 2;
    return (byte[0] & 0x1Fu) << 6 | (byte[1] & 0x3Fu);
  }
  if (byte[0] < 0xF0) {
    *next = p + 3;
    return (byte[0] & 0x0Fu) << 12 | (byte[1] & 0x3Fu) << 6 | (byte[2] & 0x3Fu);
  }
  *next = g_utf8_next_char (p);
  return g_utf8_get_char (p);
}

/* The letters of Vietnamese are decided here without the tables of Unicode, which cost too much for
 * every letter of every word. */
static inline gboolean
is_letter (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalpha (c);
  if (c >= 0xC0 && c <= 0x1B0)
    return c != 0xD7 && c != 0xF7;
  if (c >= 0x1EA0 && c <= 0x1EF9)
    return TRUE;
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static WordShape
shape_of (guint n_letters, guint n_capitals, gboolean first_is_capital)
{
  if (n_capitals == 0)
    return SHAPE_SMALL;
  if (n_capitals == 1 && first_is_capital)
    return SHAPE_CAPITAL;
  return n_capitals == n_letters ? SHAPE_CAPITALS : SHAPE_MIXED;
}

static SpeechToken *
token_add (Cutter *cutter, SpeechTokenKind kind, const char *start)
{
  guint index = cutter->n_tokens++;

  if (cutter->after_space || cutter->after_opening)
    cutter->run = index;
  cutter->after_opening = FALSE;
  SpeechToken *token = &g_array_index (cutter->tokens, SpeechToken, index);
  *token = (SpeechToken){ .start = start - cutter->text,
                          .end = cutter->at - cutter->text,
                          .kind = kind,
                          .space_before = cutter->after_space };
  cutter->after_space = FALSE;
  return token;
}

/* The letter of two or three bytes at `p`, which most words have one of: its length, 0 when it is
 * no letter. */
static inline guint
long_letter (const char *p)
{
  const guchar *byte = (const guchar *) p;

  if (letter_is_long (p))
    return 3;
  if (byte[0] == 0xC3)
    return byte[1] == 0x97 || byte[1] == 0xB7 ? 0 : 2;
  const char *next;
  gunichar c = decode (p, &next);
  return is_letter (c) ? (guint) (next - p) : 0;
}

static void
cut_word (Cutter *cutter)
{
  const char *start = cutter->at, *end = cutter->end, *p = start;
  guint n_rest = 0; /* bytes that are not the first of their letter */
  guint n_capitals = 0;
  guint32 hash = HASH_START;
  gboolean first_is_capital = FALSE;

  while (p < end) {
    guchar byte = (guchar) *p;
    if (byte >= 'a' && byte <= 'z') {
      hash = (hash ^ byte) * HASH_PRIME;
      p++;
      continue;
    }
    if (byte < 0x80) {
      if (byte < 'A' || byte > 'Z')
        break;
      hash = (hash ^ byte) * HASH_PRIME;
      first_is_capital |= p == start;
      n_capitals++;
      p++;
      continue;
    }
    guint length = long_letter (p);
    if (length == 0)
      break;
    n_rest += length - 1;
    gboolean is_capital = letter_is_capital (p);
    n_capitals += is_capital != 0;
    first_is_capital |= is_capital && p == start;
    for (; length > 0; length--, p++)
      hash = (hash ^ (guchar) *p) * HASH_PRIME;
  }
  cutter->at = p;
  guint n_letters = (guint) (p - start) - n_rest;
  SpeechToken *token = token_add (cutter, SPEECH_WORD, start);
  token->hash = hash;
  token->n_letters = MIN (n_letters, G_MAXUINT8);
  token->shape = shape_of (n_letters, n_capitals, first_is_capital);
}

static void
cut_number (Cutter *cutter)
{
  const char *start = cutter->at;

  while (cutter->at < cutter->end && g_ascii_isdigit (*cutter->at))
    cutter->at++;
  /* No entry of the lexicon starts with a number. */
  token_add (cutter, SPEECH_NUMBER, start);
}

/* "@", "://" and a dot between letters are what addresses are known by. */
static gboolean
marks_address (const Cutter *cutter, gunichar mark)
{
  const char *next = cutter->at;

  if (mark == '@')
    return TRUE;
  if (mark == '_')
    return next < cutter->end && g_ascii_isalnum (*next) && next - cutter->text >= 2
           && g_ascii_isalnum (next[-2]);
  if (mark == ':')
    return cutter->end - next >= 2 && next[0] == '/' && next[1] == '/';
  return mark == '.' && next < cutter->end && g_ascii_isalpha (*next) && next - cutter->text >= 2
         && g_ascii_isalnum (next[-2]);
}

/* Behind it an address may start: “"tep.apk"”. */
static gboolean
opens (gunichar mark)
{
  return mark == '"' || mark == '(' || mark == '[' || mark == '<' || mark == 0x201C || mark == 0xAB;
}

static void
cut_mark (Cutter *cutter, gunichar mark)
{
  const char *start = cutter->at;

  cutter->at = g_utf8_next_char (start);
  SpeechToken *token = token_add (cutter, SPEECH_MARK, start);
  token->mark = mark;
  token->hash = tokens_hash (start, cutter->at - start);
  cutter->after_opening = opens (mark);
  if (marks_address (cutter, mark))
    g_array_index (cutter->tokens, SpeechToken, cutter->run).address = TRUE;
}

/* "OCOP 4*": the one star of the text, behind a lone digit up to five. */
static gboolean
is_star_of_rank (const Cutter *cutter)
{
  const char *digit = cutter->at - 1;
  gsize before = cutter->at - cutter->text;

  return before >= 2 && *digit >= '1' && *digit <= '5' && digit[-1] == ' '
         && memchr (cutter->text, '*', before) == NULL
         && memchr (cutter->at + 1, '*', cutter->end - cutter->at - 1) == NULL;
}

/* "*101#" is dialled: digits and stars up to a hash sign. */
static gboolean
starts_dialled (const Cutter *cutter)
{
  const char *p = cutter->at + 1;

  while (p < cutter->end && p < cutter->at + LONGEST_DIALLED && (g_ascii_isdigit (*p) || *p == '*'))
    p++;
  return p < cutter->end && *p == '#' && p > cutter->at + 1 && p[-1] != '*';
}

/* Stars that make words bold stand for nothing, not even for an end of the word; between numbers a
 * star multiplies. */
static gboolean
is_emphasis (const Cutter *cutter, gunichar c)
{
  if (c != '*')
    return FALSE;
  const char *before = cutter->at - 1;
  const char *after = cutter->at + 1;
  if (before >= cutter->text && after < cutter->end && g_ascii_isdigit (*before)
      && g_ascii_isdigit (*after))
    return FALSE;
  /* "0969***123": a number of which a part is hidden */
  const char *star = cutter->at;
  while (before >= cutter->text && star - before < LONGEST_DIALLED && *before == '*')
    before--;
  while (after < cutter->end && after - star < LONGEST_DIALLED && *after == '*')
    after++;
  if (before >= cutter->text && after < cutter->end && g_ascii_isdigit (*before)
      && g_ascii_isdigit (*after) && after - before > 3)
    return FALSE;
  return !is_star_of_rank (cutter) && !starts_dialled (cutter);
}

void
tokens_cut (GArray *tokens, const char *text, gsize length)
{
  Cutter cutter = { text, text + length, text, tokens, 0, 0, TRUE, FALSE };

  /* No token is shorter than a byte, and to grow the array for each of them costs too much. */
  g_array_set_size (tokens, length);
  while (cutter.at < cutter.end) {
    const char *next;
    guchar byte = (guchar) *cutter.at;
    if (byte == ' ') {
      cutter.at++;
      cutter.after_space = TRUE;
      continue;
    }
    if (byte >= 'a' && byte <= 'z') {
      cut_word (&cutter);
      continue;
    }
    gunichar c = decode (cutter.at, &next);
    if (is_letter (c)) {
      cut_word (&cutter);
    } else if (c < 0x80 && g_ascii_isdigit (c)) {
      cut_number (&cutter);
    } else if (tokens_is_space (c)) {
      cutter.at = next;
      cutter.after_space = TRUE;
    } else if (is_emphasis (&cutter, c)) {
      cutter.at++;
    } else {
      cut_mark (&cutter, c);
    }
  }
  g_array_set_size (tokens, cutter.n_tokens);
}
