/* SPDX-License-Identifier: MIT */
#include "speech/breath.h"

#include "speech/lexicon.h"

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
  gboolean is_held;   /* no breath before it: it goes on with a name or a number */
  gboolean opens;     /* a word that opens a clause */
  gboolean leads;     /* a word that leads a phrase, or a name */
  gboolean is_day;    /* "ngày", "tháng": no number counts it */
  gboolean is_pause;  /* a mark ends it */
  gboolean is_clause; /* and a clause */
  gboolean is_stop;   /* and so does the sentence */
} Word;

static gboolean
is_capital (const char *p)
{
  return g_unichar_isupper (g_utf8_get_char (p));
}

/* Two words that are one: "mà còn", "cùng với". */
static gboolean
is_pair (const Vocabulary *vocabulary, const char *first, const char *second_end)
{
  return (vocabulary_find (vocabulary, first, second_end - first) & WORD_PAIR) != 0;
}

/* "đến nay", "hiện nay": a time that stands first, before what is told of it. */
static gboolean
is_front (const Vocabulary *vocabulary, const char *first, const char *second)
{
  gsize length = second - first + strcspn (second, " \n");
  return (vocabulary_find (vocabulary, first, length) & WORD_FRONT) != 0;
}

/* The words of the sentence, with what keeps them together. */
static GArray *
words_read (const Vocabulary *vocabulary, const char *spoken, const SpeechSpan *spans,
            guint n_spans)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (Word));
  guint span = 0;
  gboolean was_name = FALSE;
  gboolean was_pause = TRUE;
  const char *before = spoken, *before_that = spoken;
  WordClasses class_before = 0;

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
    gsize bare = length;
    while (bare > 0 && strchr (",;:.?!", p[bare - 1]))
      bare--;
    WordClasses class = vocabulary_find (vocabulary, p, bare);
    /* "lúc | mười bảy giờ", "ngày | năm tháng chín": a number belongs to the word before it, and
     * "định" to "Nghị". */
    gboolean is_number = span < n_spans && spans[span].kind != SPAN_PLAIN
                         && spans[span].spoken == word.start && !is_name;
    gboolean is_governed = (is_number && !was_pause)
                           || (class_before & WORD_STARTS_PHRASE && class & WORD_ENDS_PHRASE
                               && is_pair (vocabulary, before, p + bare))
                           || (was_name && class & WORD_DOCUMENT)
                           || (is_name && class_before & WORD_TITLE);
    word.syllables = speech_syllables (p, length);
    /* A breath after the first of two small words tears them: "và | theo dõi". */
    gboolean follows_opener = class_before & (WORD_BREATH | WORD_PHRASE) && !was_pause;
    gboolean follows_front =
      class_before & WORD_ENDS_PHRASE && !was_pause && is_front (vocabulary, before_that, before);
    word.is_held = is_inside || is_governed || (is_name && was_name) || follows_opener;
    word.opens = ((class & WORD_BREATH) != 0 || follows_front) && !word.is_held;
    word.leads = ((class & WORD_PHRASE) != 0 || is_name) && !word.is_held;
    word.is_day = (class & (WORD_DAY | WORD_MONTH)) != 0;
    word.is_pause = strchr (",;:.?!", p[length - 1]) != NULL;
    word.is_clause = p[length - 1] == ';';
    word.is_stop = strchr (".?!", p[length - 1]) != NULL;
    was_name = is_name && !word.is_pause;
    was_pause = word.is_pause;
    g_array_append_val (words, word);
    before_that = before;
    before = p;
    class_before = class;
    p += length;
  }
  return words;
}

static gboolean
is_capital_at (const char *spoken, const GArray *words, guint at)
{
  return is_capital (spoken + g_array_index (words, Word, at).start);
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
    /* "Ngân hàng | Chính sách" */
    if (is_capital (spoken + word->start)) {
      if (i > 2 && !word[-2].is_pause && is_capital_at (spoken, words, i - 2)
          && !is_capital_at (spoken, words, i - 1) && word[-1].is_held)
        hold (word);
      continue;
    }
    gboolean follows_name =
      is_capital_at (spoken, words, i - 1)
      || (i > 2 && !word[-2].is_pause && is_capital_at (spoken, words, i - 2));
    gboolean is_and = word->end - word->start == strlen ("và")
                      && memcmp (spoken + word->start, "và", strlen ("và")) == 0;
    if (is_and && follows_name && i + 1 < words->len && is_capital_at (spoken, words, i + 1)) {
      hold (word);
      hold (word + 1);
    } else if (is_capital_at (spoken, words, i - 1) && !word->opens && !word->leads) {
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
    if (ends_said && !before->is_pause && !word->opens && !word->leads && !word->is_day)
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
find_breaths (const GArray *words, gboolean *breaks)
{
  for (guint from = 0; from < words->len;) {
    guint pause;
    guint n = count_until_pause (words, from, &pause);
    if (n <= MOST) {
      /* A comma after a word or two is no place to breathe; the end of a clause is. */
      gboolean is_clause = g_array_index (words, Word, pause - 1).is_clause;
      gboolean is_torn = pause < words->len && g_array_index (words, Word, pause).is_held;
      if (pause < words->len && !is_torn && (is_clause || n >= FEWEST || !breaks[from]))
        breaks[pause] = TRUE;
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
      breaks[at] = TRUE;
    from = at;
  }
}

GArray *
breath_find (const Lexicon *lexicon, const char *spoken, const SpeechSpan *spans, guint n_spans,
             gboolean ends_item)
{
  g_autoptr (GArray) words = words_read (lexicon_vocabulary (lexicon), spoken, spans, n_spans);
  g_autofree gboolean *breaks = g_new0 (gboolean, words->len + 1);
  GArray *breaths = g_array_new (FALSE, FALSE, sizeof (Breath));

  hold_names (spoken, words);
  hold_counted (words, spans, n_spans);
  find_breaths (words, breaks);
  for (guint i = 0; i < words->len; i++) {
    const Word *word = &g_array_index (words, Word, i);
    gboolean is_last = i + 1 == words->len;
    Breath breath = { word->end, is_last && ends_item       ? BREATH_ITEM
                                 : is_last || word->is_stop ? BREATH_SENTENCE
                                 : breaks[i + 1]            ? BREATH_SHORT
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
