/* SPDX-License-Identifier: MIT */
#include "speech/breath.h"

#include "speech/vocabulary.h"

#include <string.h>

/* Syllables to one breath: a good place is taken from the first number on, any place from the
 * second. */
#define ENOUGH 12
#define MOST   18
/* A breath leaves at least so many syllables on each side. */
#define FEWEST 4

typedef struct {
  gsize start, end; /* bytes of a word with its marks */
  guint syllables;
  gboolean is_held;  /* no breath before it: it goes on with a name or a number */
  gboolean opens;    /* a word that opens a clause */
  gboolean is_pause; /* a mark ends it */
  gboolean is_stop;  /* and so does the sentence */
} Word;

static gboolean
is_capital (const char *p)
{
  return g_unichar_isupper (g_utf8_get_char (p));
}

/* The words of the sentence, with what keeps them together. */
static GArray *
words_read (const char *spoken, const SpeechSpan *spans, guint n_spans)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (Word));
  guint span = 0;
  gboolean was_name = FALSE;

  for (const char *p = spoken; *p;) {
    p += strspn (p, " \n");
    gsize length = strcspn (p, " \n");
    if (length == 0)
      break;
    Word word = { .start = p - spoken, .end = p - spoken + length };
    while (span < n_spans && spans[span].spoken + spans[span].spoken_length <= word.start)
      span++;
    gboolean is_inside =
      span < n_spans && spans[span].kind != SPAN_PLAIN && spans[span].spoken < word.start;
    gboolean is_name = is_capital (p);
    guint class = vocabulary_find (p, length);
    word.syllables = speech_syllables (p, length);
    word.is_held = is_inside || (is_name && was_name);
    word.opens = (class & WORD_BREATH) != 0 && !word.is_held;
    word.is_pause = strchr (",;:.?!", p[length - 1]) != NULL;
    word.is_stop = strchr (".?!", p[length - 1]) != NULL;
    was_name = is_name && !word.is_pause;
    g_array_append_val (words, word);
    p += length;
  }
  return words;
}

/* A number holds the word it counts: "hai mươi | hộ" is not to be torn. */
static void
hold_counted (GArray *words, const SpeechSpan *spans, guint n_spans)
{
  guint span = 0;

  for (guint i = 1; i < words->len; i++) {
    Word *word = &g_array_index (words, Word, i);
    const Word *before = &g_array_index (words, Word, i - 1);
    while (span < n_spans && spans[span].spoken + spans[span].spoken_length < before->end)
      span++;
    gboolean ends_said = span < n_spans && spans[span].kind != SPAN_PLAIN
                         && spans[span].spoken + spans[span].spoken_length == before->end;
    if (ends_said && !before->is_pause && !word->opens)
      word->is_held = TRUE;
  }
}

/* The best word in (from, to] to breathe before: the last that opens a clause, else the last that
 * is free. */
static guint
best_break (const GArray *words, guint from, guint to)
{
  guint since = 0;
  guint opening = 0;
  guint any = 0;

  for (guint i = from; i < to; i++) {
    const Word *word = &g_array_index (words, Word, i);
    if (since >= FEWEST && !word->is_held) {
      any = i;
      if (word->opens)
        opening = i;
    }
    since += word->syllables;
  }
  return opening ? opening : any;
}

static guint
count_until_pause (const GArray *words, guint from, guint *pause)
{
  guint n = 0;
  guint i = from;

  for (; i < words->len; i++) {
    const Word *word = &g_array_index (words, Word, i);
    n += word->syllables;
    if (word->is_pause)
      break;
  }
  *pause = MIN (i + 1, words->len);
  return n;
}

/* The word at which `most` syllables are reached. */
static guint
word_after (const GArray *words, guint from, guint most)
{
  guint n = 0;
  guint i = from;

  for (; i < words->len && n < most; i++)
    n += g_array_index (words, Word, i).syllables;
  return i;
}

/* Marks the words before which a breath is taken. */
static void
find_breaths (const GArray *words, gboolean *breaks)
{
  for (guint from = 0; from < words->len;) {
    guint pause;
    guint n = count_until_pause (words, from, &pause);
    if (n <= MOST) {
      /* A comma after a word or two is no place to breathe. */
      if (pause < words->len && (n >= FEWEST || !breaks[from]))
        breaks[pause] = TRUE;
      from = pause;
      continue;
    }
    guint last = MIN (word_after (words, from, MOST), pause);
    guint at = best_break (words, from, last);
    if (at == 0)
      at = word_after (words, from, ENOUGH);
    while (at < pause && g_array_index (words, Word, at).is_held)
      at++;
    if (at < words->len)
      breaks[at] = TRUE;
    from = at;
  }
}

char *
breath_mark (const char *spoken, const SpeechSpan *spans, guint n_spans, gboolean ends_item)
{
  g_autoptr (GArray) words = words_read (spoken, spans, n_spans);
  g_autofree gboolean *breaks = g_new0 (gboolean, words->len + 1);
  g_autoptr (GString) out = g_string_new (NULL);

  hold_counted (words, spans, n_spans);
  find_breaths (words, breaks);
  for (guint i = 0; i < words->len; i++) {
    const Word *word = &g_array_index (words, Word, i);
    if (i > 0)
      g_string_append (out, word[-1].is_stop ? " // " : breaks[i] ? " / " : " ");
    g_string_append_len (out, spoken + word->start, word->end - word->start);
  }
  if (words->len > 0)
    g_string_append (out, ends_item ? " ///" : " //");
  return g_string_free (g_steal_pointer (&out), FALSE);
}
