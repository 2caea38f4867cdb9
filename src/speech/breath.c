/* SPDX-License-Identifier: MIT */
#include "speech/breath.h"

#include "speech/lexicon.h"
#include "text/letter.h"

#include <string.h>

/* Syllables to one breath: a good place is taken from the first number on, any place from the
 * second. */
#define ENOUGH 12
#define MOST   18
/* A breath leaves at least so many syllables on each side. */
#define FEWEST 4
/* Words there is room for at first: few sentences have more. */
#define USUAL_WORDS 64

typedef struct {
  gsize start, end;  /* bytes of a word with its marks */
  gsize bare_end;    /* and where they begin */
  WordClasses class; /* of it without them */
  guint syllables;
  gboolean is_capital; /* its first letter */
  gboolean is_held;    /* no breath before it: it goes on with a name or a number */
  gboolean opens;      /* a word that opens a clause */
  gboolean leads;      /* a word that leads a phrase, or a name */
  gboolean is_pause;   /* a mark ends it */
  gboolean is_clause;  /* and a clause */
  gboolean is_stop;    /* and so does the sentence */
  gboolean is_broken;  /* a breath is taken before it */
} Word;

/* The words of a sentence while they are read. */
typedef struct {
  const Vocabulary *vocabulary;
  const char *spoken;
  const SpeechSpan *spans;
  guint n_spans;
  guint span;    /* the first that ends behind the start of the word */
  GArray *words; /* Word: those so far */
} Reader;

/* Before the first word nothing goes on. */
static const Word before_first = { .is_pause = TRUE };

/* The last word that was read (1), or the one before (2). */
static inline const Word *
word_before (const Reader *reader, guint back)
{
  guint n = reader->words->len;
  return n >= back ? &g_array_index (reader->words, Word, n - back) : &before_first;
}

/* A capital, and no mark behind: a name may go on. */
static inline gboolean
is_open_name (const Word *word)
{
  return word->is_capital && !word->is_pause;
}

/* The classes of all that stands from byte `start` to `end`. */
static WordClasses
class_of (const Reader *reader, gsize start, gsize end)
{
  return vocabulary_find (reader->vocabulary, reader->spoken + start, end - start);
}

/* Two words that are one: "mà còn", "cùng với". */
static gboolean
is_pair (const Reader *reader, const Word *first, const Word *second)
{
  return first->class & WORD_STARTS_PHRASE && second->class & WORD_ENDS_PHRASE
         && class_of (reader, first->start, second->bare_end) & WORD_PAIR;
}

/* "đến nay", "hiện nay": a time that stands first, before what is told of it. */
static gboolean
follows_front (const Reader *reader)
{
  const Word *before = word_before (reader, 1);

  return before->class & WORD_ENDS_PHRASE && !before->is_pause
         && class_of (reader, word_before (reader, 2)->start, before->end) & WORD_FRONT;
}

static inline gboolean
is_space (char c)
{
  return c == ' ' || c == '\n';
}

static inline gboolean
is_stop (char c)
{
  return c == '.' || c == '?' || c == '!';
}

static inline gboolean
is_pause (char c)
{
  return c == ',' || c == ';' || c == ':' || is_stop (c);
}

/* What was said in other words: the piece the word at byte `start` belongs to, or begins; NULL when
 * it is said as it is written. */
static const SpeechSpan *
find_said (Reader *reader, gsize start)
{
  while (reader->span < reader->n_spans
         && reader->spans[reader->span].spoken + reader->spans[reader->span].spoken_length <= start)
    reader->span++;
  if (reader->span == reader->n_spans)
    return NULL;
  const SpeechSpan *span = &reader->spans[reader->span];
  return span->kind != SPAN_PLAIN && span->spoken <= start ? span : NULL;
}

/* "lúc | mười bảy giờ", "ngày | năm tháng chín": a number belongs to the word before it, and "định"
 * to "Nghị". */
static gboolean
is_governed (const Reader *reader, const Word *word, gboolean begins_number)
{
  const Word *before = word_before (reader, 1);

  return (begins_number && !before->is_pause) || is_pair (reader, before, word)
         || (is_open_name (before) && word->class & WORD_DOCUMENT)
         || (word->is_capital && before->class & WORD_TITLE);
}

/* The word of `length` bytes at `p`, with what keeps it and those before together. */
static Word
word_read (Reader *reader, const char *p, gsize length)
{
  gsize start = p - reader->spoken;
  Word word = { .start = start, .end = start + length, .is_capital = letter_is_capital (p) };
  const SpeechSpan *said = find_said (reader, start);
  const Word *before = word_before (reader, 1);
  gsize bare = length;
  char last = p[length - 1];

  while (bare > 0 && is_pause (p[bare - 1]))
    bare--;
  word.bare_end = start + bare;
  word.class = class_of (reader, start, word.bare_end);
  gboolean is_inside = said && said->spoken < start;
  gboolean begins_number = said && said->spoken == start && !word.is_capital;
  /* A breath after the first of two small words tears them: "và | theo dõi". */
  gboolean follows_opener = before->class & (WORD_BREATH | WORD_PHRASE) && !before->is_pause;
  word.syllables = speech_syllables (p, length);
  word.is_held = is_inside || is_governed (reader, &word, begins_number)
                 || (word.is_capital && is_open_name (before)) || follows_opener;
  word.opens = !word.is_held && (word.class & WORD_BREATH || follows_front (reader));
  word.leads = !word.is_held && (word.class & WORD_PHRASE || word.is_capital);
  word.is_pause = is_pause (last);
  word.is_clause = last == ';';
  word.is_stop = is_stop (last);
  return word;
}

static GArray *
words_read (const Vocabulary *vocabulary, const char *spoken, const SpeechSpan *spans,
            guint n_spans)
{
  GArray *words = g_array_sized_new (FALSE, FALSE, sizeof (Word), USUAL_WORDS);
  Reader reader = {
    .vocabulary = vocabulary, .spoken = spoken, .spans = spans, .n_spans = n_spans, .words = words
  };

  for (const char *p = spoken; *p;) {
    const char *end = p;
    while (*end && !is_space (*end))
      end++;
    if (end > p) {
      Word word = word_read (&reader, p, end - p);
      g_array_append_val (words, word);
    }
    p = *end ? end + 1 : end;
  }
  return words;
}

static void
hold (Word *word)
{
  word->is_held = TRUE;
  word->opens = FALSE;
  word->leads = FALSE;
}

/* Inside of names there are small words: "Sở Khoa | học | và | Công nghệ". The first word of a
 * sentence is no name because of its capital. */
static void
hold_names (const char *spoken, GArray *words)
{
  for (guint i = 2; i < words->len; i++) {
    Word *word = &g_array_index (words, Word, i);
    if (word[-1].is_pause)
      continue;
    gboolean is_behind_two = i > 2 && is_open_name (&word[-2]);
    /* "Ngân hàng | Chính sách" */
    if (word->is_capital) {
      if (is_behind_two && !word[-1].is_capital && word[-1].is_held)
        hold (word);
      continue;
    }
    gboolean is_and = word->end - word->start == strlen ("và")
                      && memcmp (spoken + word->start, "và", strlen ("và")) == 0;
    if (is_and && (word[-1].is_capital || is_behind_two) && i + 1 < words->len
        && word[1].is_capital) {
      hold (word);
      hold (word + 1);
    } else if (word[-1].is_capital && !word->opens && !word->leads) {
      hold (word);
    }
  }
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
    /* "ngày", "tháng" are counted by none */
    gboolean is_day = (word->class & (WORD_DAY | WORD_MONTH)) != 0;
    if (ends_said && !before->is_pause && !word->opens && !word->leads && !is_day)
      word->is_held = TRUE;
  }
}

/* The best word in (from, to] to breathe before: the last that opens a clause, else the last that
 * leads a phrase, else the last that is free. */
static guint
best_break (const GArray *words, guint from, guint to)
{
  guint since = 0;
  guint opening = 0;
  guint leading = 0;
  guint any = 0;

  for (guint i = from; i < to; i++) {
    const Word *word = &g_array_index (words, Word, i);
    if (since >= FEWEST && !word->is_held) {
      any = i;
      if (word->opens)
        opening = i;
      if (word->leads)
        leading = i;
    }
    since += word->syllables;
  }
  return opening ? opening : leading ? leading : any;
}

/* Counted no further than to more than a breath, or long sentences would take the square of their
 * length. */
static guint
count_until_pause (const GArray *words, guint from, guint *pause)
{
  guint n = 0;
  guint i = from;

  for (; i < words->len; i++) {
    const Word *word = &g_array_index (words, Word, i);
    n += word->syllables;
    if (word->is_pause || n > MOST)
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
find_breaths (GArray *words)
{
  for (guint from = 0; from < words->len;) {
    guint pause;
    guint n = count_until_pause (words, from, &pause);
    if (n <= MOST) {
      /* A comma after a word or two is no place to breathe; the end of a clause is. */
      gboolean is_clause = g_array_index (words, Word, pause - 1).is_clause;
      gboolean is_torn = pause < words->len && g_array_index (words, Word, pause).is_held;
      gboolean is_broken = g_array_index (words, Word, from).is_broken;
      if (pause < words->len && !is_torn && (is_clause || n >= FEWEST || !is_broken))
        g_array_index (words, Word, pause).is_broken = TRUE;
      from = pause;
      continue;
    }
    guint last = MIN (word_after (words, from, MOST), pause);
    guint at = best_break (words, from, last);
    if (at == 0)
      at = word_after (words, from, ENOUGH);
    while (at < words->len && g_array_index (words, Word, at).is_held)
      at++;
    if (at < words->len)
      g_array_index (words, Word, at).is_broken = TRUE;
    from = at;
  }
}

GArray *
breath_find (const Lexicon *lexicon, const char *spoken, const SpeechSpan *spans, guint n_spans,
             gboolean ends_item)
{
  g_autoptr (GArray) words = words_read (lexicon_vocabulary (lexicon), spoken, spans, n_spans);
  GArray *breaths = g_array_new (FALSE, FALSE, sizeof (Breath));

  hold_names (spoken, words);
  hold_counted (words, spans, n_spans);
  find_breaths (words);
  for (guint i = 0; i < words->len; i++) {
    const Word *word = &g_array_index (words, Word, i);
    gboolean is_last = i + 1 == words->len;
    Breath breath = { word->end, is_last && ends_item       ? BREATH_ITEM
                                 : is_last || word->is_stop ? BREATH_SENTENCE
                                 : word[1].is_broken        ? BREATH_SHORT
                                                            : BREATH_NONE };
    if (breath.kind != BREATH_NONE)
      g_array_append_val (breaths, breath);
  }
  return breaths;
}

const char *
breath_sign (BreathKind kind)
{
  static const char *const signs[] = {
    [BREATH_NONE] = "", [BREATH_SHORT] = "/", [BREATH_SENTENCE] = "//", [BREATH_ITEM] = "///"
  };
  return signs[kind];
}

char *
breath_mark (const Lexicon *lexicon, const char *spoken, const SpeechSpan *spans, guint n_spans,
             gboolean ends_item)
{
  g_autoptr (GArray) breaths = breath_find (lexicon, spoken, spans, n_spans, ends_item);
  g_autoptr (GString) out = g_string_new (NULL);
  gsize start = 0;

  for (guint i = 0; i < breaths->len; i++) {
    const Breath *breath = &g_array_index (breaths, Breath, i);
    g_string_append_len (out, spoken + start, breath->end - start);
    g_string_append_printf (out, " %s", breath_sign (breath->kind));
    start = breath->end;
  }
  g_string_append (out, spoken + start);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
