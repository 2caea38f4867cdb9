/* SPDX-License-Identifier: MIT */
#include "speech/saying.h"

#include "base/append.h"
#include "text/syllable.h"

#include <string.h>

/* Letters of a form that are shown in a report. */
#define LONGEST_QUOTED 60
/* Words of a phrase, and words that may stand between a name and what it names: "gọi điện thoại tới
 * số 113". */
#define LONGEST_PHRASE 3
#define MOST_LINKS     5
/* Room for a word in small letters that others are compared with. */
#define LONGEST_LOWERED 32

const SpeechToken saying_nothing = { .kind = SPEECH_MARK, .space_before = 1 };

gboolean
saying_is_small (const Saying *saying, int at, const char *small)
{
  char word[LONGEST_LOWERED];

  return vocabulary_lower (saying_at (saying, at), saying_length (saying, at), word, sizeof word)
         && strcmp (word, small) == 0;
}

WordClasses
saying_topics (const Saying *saying, int at)
{
  if (!saying_is_word (saying, at))
    return 0;
  return vocabulary_find (lexicon_topics (saying->lexicon), saying_at (saying, at),
                          saying_length (saying, at));
}

gboolean
saying_topic_before (const Saying *saying, int at, int reach, WordClasses topics)
{
  for (int i = at - 1; i >= at - reach; i--)
    if (saying_has_topic (saying, i, topics))
      return TRUE;
  return FALSE;
}

/* More than a letter of the alphabet, which has many meanings: a letter of three bytes has a tone,
 * and is a word, "ở". */
static gboolean
may_be_plain (const SpeechToken *token)
{
  return token->shape <= SHAPE_CAPITAL && (token->n_letters > 1 || token->end - token->start == 3);
}

const SeenWord *
saying_look (const Saying *saying, int at)
{
  const SpeechToken *token = saying_token (saying, at);
  const char *word = saying_at (saying, at);
  gsize length = saying_length (saying, at);
  SeenWord *pair = &saying->seen[token->hash % SEEN_WORDS & ~1u];

  pair[1] = pair[0];
  pair[0] = (SeenWord){ .hash = token->hash,
                        .is_ours = syllable_is_vietnamese (word, length) != FALSE,
                        .classes = vocabulary_find (saying->vocabulary, word, length) };
  pair[0].is_plain =
    pair[0].is_ours && may_be_plain (token) && !lexicon_filter_has (saying->filter, token->hash);
  return pair;
}

WordClasses
saying_phrase_class (const Saying *saying, int from, int to)
{
  if (from < 0 || to > saying->n_tokens)
    return 0;
  /* Few words start or end one of several syllables, and that is known of each. */
  if (to - from > 1 && saying_is_word (saying, from) && saying_is_word (saying, to - 1)
      && !(saying_class (saying, from) & WORD_STARTS_PHRASE
           && saying_class (saying, to - 1) & WORD_ENDS_PHRASE))
    return 0;
  return vocabulary_find (saying->vocabulary, saying_at (saying, from),
                          saying_token (saying, to - 1)->end - saying_token (saying, from)->start);
}

WordClasses
saying_class_ending (const Saying *saying, int at)
{
  return saying_class (saying, at) | saying_phrase_class (saying, at - 1, at + 1);
}

int
saying_value (const Saying *saying, int at)
{
  if (!saying_is_number (saying, at) || saying_length (saying, at) > 9)
    return -1;
  int value = 0;
  for (gsize i = 0; i < saying_length (saying, at); i++)
    value = value * 10 + (saying_at (saying, at)[i] - '0');
  return value;
}

static gboolean
is_quote (gunichar mark)
{
  return mark == '"' || mark == 0x201C || mark == 0x201D || mark == '*' || mark == '_'
         || mark == 0xAB || mark == 0xBB;
}

int
saying_word_before (const Saying *saying, int at)
{
  at--;
  while (at >= 0 && is_quote (saying->tokens[at].mark))
    at--;
  return saying_is_word (saying, at) ? at : -1;
}

/* The classes of all the words, of one syllable or more, that end before `at`. */
static WordClasses
classes_before (const Saying *saying, int at)
{
  WordClasses classes = saying_class (saying, at - 1);

  if (classes & WORD_ENDS_PHRASE)
    for (int n = 2; n <= LONGEST_PHRASE && saying_is_word (saying, at - n); n++)
      classes |= saying_phrase_class (saying, at - n, at);
  return classes;
}

/* A colon, a bracket or a quotation mark between a name and what it names. */
static gboolean
may_stand_between (const Saying *saying, int at)
{
  gunichar mark = saying_token (saying, at)->mark;
  return mark == ':' || mark == '(' || is_quote (mark);
}

/* The classes of all that may name what stands at `at`. */
static WordClasses
naming_classes (const Saying *saying, int at)
{
  WordClasses classes = 0;

  for (guint steps = 0; steps < MOST_LINKS; steps++) {
    for (guint marks = 0; marks < MOST_LINKS && may_stand_between (saying, at - 1); marks++)
      at--;
    classes |= classes_before (saying, at);
    if (!(saying_class (saying, at - 1) & WORD_LINK))
      break;
    at--;
  }
  return classes;
}

gboolean
saying_is_named (const Saying *saying, int at, WordClasses classes)
{
  if (saying_is_glued (saying, at) && saying_is_word (saying, at - 1))
    return FALSE;
  /* Nearly every recogniser asks it of the same number. */
  if (saying->naming->at != at)
    *saying->naming = (Naming){ at, naming_classes (saying, at) };
  return (saying->naming->classes & classes) != 0;
}

gboolean
saying_at_start (const Saying *saying)
{
  gsize length = saying->out->len;

  while (length > saying->out_start && saying->out->str[length - 1] == ' ')
    length--;
  return length == saying->out_start || strchr (".?!\n", saying->out->str[length - 1]) != NULL;
}

/* A space, where words would meet. */
static void
separate (Saying *saying)
{
  GString *out = saying->out;
  if (out->len > saying->out_start && out->str[out->len - 1] != ' ' && !saying->is_glued)
    append_piece (out, " ", 1);
  saying->is_glued = FALSE;
}

void
saying_glue (Saying *saying)
{
  saying->is_glued = TRUE;
}

void
saying_word (Saying *saying, const char *word)
{
  separate (saying);
  append_text (saying->out, word);
}

void
saying_copy (Saying *saying, int from, int to)
{
  for (int i = from; i < to; i++) {
    if (i == from || saying->tokens[i].space_before)
      separate (saying);
    append_piece (saying->out, saying_at (saying, i), saying_length (saying, i));
  }
}

void
saying_copy_run (Saying *saying, int from, int to)
{
  separate (saying);
  append_piece (saying->out, saying_at (saying, from),
                saying_token (saying, to - 1)->end - saying_token (saying, from)->start);
}

void
saying_small (Saying *saying, int at)
{
  const char *text = saying_at (saying, at);

  separate (saying);
  for (const char *p = text; p < text + saying_length (saying, at); p = g_utf8_next_char (p))
    g_string_append_unichar (saying->out, g_unichar_tolower (g_utf8_get_char (p)));
}

static guint
pause_weight (char mark)
{
  switch (mark) {
  case '.':
  case '?':
  case '!':
    return 3;
  case ';':
  case ':':
    return 2;
  default:
    return mark == ',';
  }
}

void
saying_pause (Saying *saying, char mark)
{
  GString *out = saying->out;

  while (out->len > saying->out_start && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  if (out->len == saying->out_start)
    return;
  guint weight = pause_weight (out->str[out->len - 1]);
  if (weight == 0)
    g_string_append_c (out, mark);
  else if (weight < pause_weight (mark))
    out->str[out->len - 1] = mark;
}

void
saying_unsay (Saying *saying, gsize length)
{
  g_string_truncate (saying->out, length);
}

void
saying_cardinal (Saying *saying, int at)
{
  separate (saying);
  number_words_cardinal (saying->out, &saying->style, saying_at (saying, at),
                         saying_length (saying, at));
}

void
saying_digits (Saying *saying, int at)
{
  separate (saying);
  number_words_digits (saying->out, saying_at (saying, at), saying_length (saying, at));
}

void
saying_integer (Saying *saying, guint64 value)
{
  separate (saying);
  number_words_integer (saying->out, &saying->style, value);
}

void
saying_letters (Saying *saying, const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    const char *word = letter_word (c, saying->letters);
    separate (saying);
    if (c < 0x80 && g_ascii_isdigit (c))
      number_words_digits (saying->out, p, 1);
    else if (word)
      append_text (saying->out, word);
    else if (g_unichar_isalpha (c))
      g_string_append_unichar (saying->out, g_unichar_tolower (c));
  }
}

char *
saying_quote (const Saying *saying, int from, int to)
{
  const char *start = saying_at (saying, from);
  gsize length = saying_token (saying, to - 1)->end - saying_token (saying, from)->start;

  return g_utf8_substring (start, 0, MIN (LONGEST_QUOTED, g_utf8_strlen (start, (gssize) length)));
}
