/* SPDX-License-Identifier: MIT */
/* An explanation is a group of capitals in brackets behind words whose first letters they are.
 * Small words of grammar may be left out of the short form: "quản lý hành chính về trật tự xã hội
 * (QLHCTTXH)". */
#include "speech/definition.h"

#include "base/arena.h"
#include "speech/tokens.h"

#include <string.h>

/* The letters of a short form that are looked at, and the words that may be skipped. */
#define MOST_LETTERS 16
#define MOST_SKIPPED 3
/* Only so much of the text before a bracket can be its explanation. */
#define REACH_BYTES 400

struct Definitions {
  const Vocabulary *vocabulary;
  Arena *arena;      /* owns the texts below */
  GHashTable *words; /* short form → spoken words */
  GArray *tokens;    /* SpeechToken, of what may be an explanation; kept between them */
};

Definitions *
definitions_new (const Vocabulary *vocabulary)
{
  Definitions *definitions = g_new (Definitions, 1);
  definitions->vocabulary = vocabulary;
  definitions->arena = arena_new ();
  definitions->words = g_hash_table_new (g_str_hash, g_str_equal);
  definitions->tokens = g_array_new (FALSE, FALSE, sizeof (SpeechToken));
  return definitions;
}

void
definitions_free (Definitions *definitions)
{
  if (definitions == NULL)
    return;
  g_hash_table_unref (definitions->words);
  arena_free (definitions->arena);
  g_array_unref (definitions->tokens);
  g_free (definitions);
}

void
definitions_clear (Definitions *definitions)
{
  if (g_hash_table_size (definitions->words) == 0)
    return;
  g_hash_table_remove_all (definitions->words);
  arena_clear (definitions->arena);
}

const char *
definitions_find (const Definitions *definitions, const char *written, gsize length)
{
  char key[MOST_LETTERS * 3 + 1];

  if (length >= sizeof key || g_hash_table_size (definitions->words) == 0)
    return NULL;
  memcpy (key, written, length);
  key[length] = '\0';
  return g_hash_table_lookup (definitions->words, key);
}

/* The letter a word is abbreviated to: without tone and hat, but đ is not d. */
static gunichar
initial (gunichar c)
{
  gunichar mark;

  c = g_unichar_toupper (c);
  while (c >= 0x80 && c != 0x110)
    if (!g_unichar_decompose (c, &c, &mark))
      break;
  return c;
}

/* The letters of a short form; 0 when it is none. */
static guint
read_letters (const char *form, gsize length, gunichar *letters)
{
  guint n = 0;

  for (const char *p = form; p < form + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (n == MOST_LETTERS || !g_unichar_isupper (c))
      return 0;
    letters[n++] = initial (c);
  }
  return n >= 2 ? n : 0;
}

static const SpeechToken *
token_at (const Definitions *definitions, int at)
{
  return &g_array_index (definitions->tokens, SpeechToken, at);
}

/* The end of a sentence, and marks that would have to be said in other words. */
static inline gboolean
is_foreign_mark (gunichar mark)
{
  switch (mark) {
  case '.':
  case ';':
  case ':':
  case '!':
  case '?':
  case '(':
  case ')':
  case '/':
  case '&':
    return TRUE;
  default:
    return FALSE;
  }
}

/* What no explanation goes across: such marks, and words that would have to be said otherwise. */
static gboolean
is_foreign (const SpeechToken *token)
{
  if (token->kind == SPEECH_MARK)
    return is_foreign_mark (token->mark);
  return token->kind == SPEECH_NUMBER || token->shape == SHAPE_CAPITALS;
}

/* The token with which the words behind `letters` start, when they end with the last of those of
 * `text`; -1 when they do not fit. */
static int
match_backwards (const Definitions *definitions, const char *text, const gunichar *letters, guint n)
{
  guint skipped = 0;
  int at = (int) definitions->tokens->len - 1;

  for (; at >= 0 && n > 0; at--) {
    const SpeechToken *token = token_at (definitions, at);
    if (is_foreign (token))
      return -1;
    if (token->kind != SPEECH_WORD)
      continue;
    if (initial (g_utf8_get_char (text + token->start)) == letters[n - 1]) {
      n--;
      continue;
    }
    if (!(vocabulary_find (definitions->vocabulary, text + token->start, token->end - token->start)
          & WORD_FUNCTION)
        || ++skipped > MOST_SKIPPED)
      return -1;
  }
  return n == 0 ? at + 1 : -1;
}

/* The words with single spaces; they belong to the definitions. */
static const char *
with_single_spaces (Definitions *definitions, const char *words, gsize length)
{
  char *spaced = arena_alloc_raw (definitions->arena, length + 1), *out = spaced;

  for (const char *p = words, *next; p < words + length; p = next) {
    next = g_utf8_next_char (p);
    gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
    if (!tokens_is_space (c))
      while (p < next)
        *out++ = *p++;
    else if (out > spaced && out[-1] != ' ')
      *out++ = ' ';
  }
  *out = '\0';
  return spaced;
}

static void
add_definition (Definitions *definitions, const char *form, gsize form_length, const char *words,
                gsize length)
{
  if (definitions_find (definitions, form, form_length))
    return;
  g_hash_table_insert (definitions->words, arena_copy_n (definitions->arena, form, form_length),
                       (gpointer) with_single_spaces (definitions, words, length));
}

/* Where the words start that the bracket at `open` may explain: behind what no explanation goes
 * across, and within reach. */
static gsize
words_start (const char *text, gsize open)
{
  gsize farthest = open - MIN (open, REACH_BYTES), start = open;

  while (start > farthest && !is_foreign_mark ((guchar) text[start - 1])
         && !g_ascii_isdigit (text[start - 1]))
    start--;
  while (start > 0 && start < open && ((guchar) text[start] & 0xC0) == 0x80)
    start++;
  return start;
}

/* "… words (FORM)": `open` is the bracket. */
static void
learn_before (Definitions *definitions, const char *text, gsize open, const char *form,
              gsize length)
{
  gunichar letters[MOST_LETTERS];
  guint n = read_letters (form, length, letters);

  if (n == 0)
    return;
  gsize start = words_start (text, open);
  tokens_cut (definitions->tokens, text + start, open - start);
  int first = match_backwards (definitions, text + start, letters, n);
  if (first < 0)
    return;
  gsize from = start + token_at (definitions, first)->start;
  gsize to = start + token_at (definitions, (int) definitions->tokens->len - 1)->end;
  add_definition (definitions, form, length, text + from, to - from);
}

/* "FORM (words)": all the words in the brackets. */
static void
learn_after (Definitions *definitions, const char *text, gsize open, gsize close)
{
  gunichar letters[MOST_LETTERS];
  gsize form_end = open;

  while (form_end > 0 && text[form_end - 1] == ' ')
    form_end--;
  gsize form = form_end;
  while (form > 0 && text[form - 1] != ' ' && form_end - form < MOST_LETTERS * 3)
    form--;
  guint n = read_letters (text + form, form_end - form, letters);
  if (n == 0 || close - open > REACH_BYTES)
    return;
  tokens_cut (definitions->tokens, text + open + 1, close - open - 1);
  if (match_backwards (definitions, text + open + 1, letters, n) == 0)
    add_definition (definitions, text + form, form_end - form, text + open + 1, close - open - 1);
}

void
definitions_learn (Definitions *definitions, const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *open = text; (open = memchr (open, '(', end - open)) != NULL; open++) {
    gsize most = MIN ((gsize) (end - open), REACH_BYTES);
    const char *close = memchr (open, ')', most);
    if (close == NULL)
      continue;
    if (close - open - 1 <= MOST_LETTERS * 3)
      learn_before (definitions, text, open - text, open + 1, close - open - 1);
    learn_after (definitions, text, open - text, close - text);
  }
}
