/* SPDX-License-Identifier: MIT */
/* Inside speech/: a paragraph while it is being said. The recognisers read its tokens and write
 * words.
 *
 * Tokens are asked for by a signed index; before the first and after the last there is an empty
 * token, so that a recogniser can look around without asking where the text ends. */
#pragma once

#include "speech/tokens.h"
#include "speech/lexicon.h"
#include "speech/vocabulary.h"
#include "text/letter_words.h"
#include "text/number_words.h"

#include <string.h>

/* What a word is wherever it stands: found out once, and kept in one of the two places its hash
 * falls into, which hold the two words met last. A power of two, so that to look takes no division;
 * a text has fewer different words. Two words of one hash would be taken for each other, which is
 * worth the speed. */
#define SEEN_WORDS 8192
typedef struct {
  guint32 hash;
  guint8 is_ours;  /* a syllable of Vietnamese */
  guint8 is_plain; /* and more than a letter, no abbreviation, and no entry begins with it */
  WordClasses classes;
} SeenWord;

/* What names the token at `at`, as far as somebody asked. */
typedef struct {
  int at;
  WordClasses classes;
} Naming;

typedef struct {
  Speech *speech;
  const Lexicon *lexicon;
  const guint32 *filter; /* of the lexicon */
  const Vocabulary *vocabulary;
  SeenWord *seen; /* SEEN_WORDS */
  Naming *naming;
  NumberStyle style;
  LetterStyle letters;
  gboolean use_mung;

  const char *text; /* clean */
  const SpeechToken *tokens;
  int n_tokens;

  GString *out;
  gsize out_start; /* of this paragraph in `out` */

  gsize bracket;             /* bytes of `out` at the last open bracket; 0 when none is open */
  int quantity_end;          /* token after the last number with its unit; -1 when there was none */
  int phone_end;             /* token after the last telephone number; 0 when there was none */
  int date_end;              /* token after the last date */
  int time_end;              /* token after the last time of day; 0 when there was none */
  int weekday_end;           /* token after the last "thứ 2"; 0 when there was none */
  int parcel_end;            /* token after the last number of a parcel; 0 when there was none */
  int score_end;             /* token after the last score; 0 when there was none */
  gboolean was_money;        /* the last quantity was an amount of money */
  gboolean is_listing;       /* a comma was met in this sentence */
  gboolean is_glued;         /* the next word stands right behind what was said */
  SpeechCertainty certainty; /* of what is being said; a recogniser that is less sure says so */
} Saying;

/* Looks at the tokens from `at` on. Says some of them and returns the index after those, or returns
 * `at` and has said nothing. */
typedef int (*Recogniser) (Saying *saying, int at);

/* Looking. The first ones are asked at every token, and inlined. */
extern const SpeechToken saying_nothing; /* before the first token and after the last */

static inline const SpeechToken *
saying_token (const Saying *saying, int at)
{
  return at >= 0 && at < saying->n_tokens ? &saying->tokens[at] : &saying_nothing;
}

/* The bytes of a token, not NUL-terminated. */
static inline const char *
saying_at (const Saying *saying, int at)
{
  return saying->text + saying_token (saying, at)->start;
}

/* Of it, in bytes; 0 beyond the ends. */
static inline gsize
saying_length (const Saying *saying, int at)
{
  const SpeechToken *token = saying_token (saying, at);
  return token->end - token->start;
}

/* The token is this mark; FALSE for words and numbers, and for mark 0 beyond the ends. */
static inline gboolean
saying_is_mark (const Saying *saying, int at, gunichar mark)
{
  return saying_token (saying, at)->mark == mark;
}

/* The token is there, and a run of digits. */
static inline gboolean
saying_is_number (const Saying *saying, int at)
{
  return saying_token (saying, at)->kind == SPEECH_NUMBER;
}

/* The token is there, and a run of letters. */
static inline gboolean
saying_is_word (const Saying *saying, int at)
{
  return saying_token (saying, at)->kind == SPEECH_WORD;
}

/* Finds out what the word at `at` is. */
const SeenWord *saying_look (const Saying *saying, int at);

/* What the word at `at` is by itself; the token is one. Valid until the next word is looked at. */
static inline const SeenWord *
saying_seen (const Saying *saying, int at)
{
  guint32 hash = saying->tokens[at].hash;
  const SeenWord *pair = &saying->seen[hash % SEEN_WORDS & ~1u];
  return pair[0].hash == hash ? pair : pair[1].hash == hash ? pair + 1 : saying_look (saying, at);
}

/* The token may be a name, or a part of one: a word of two letters or more, the first alone a
 * capital. */
static inline gboolean
saying_may_be_name (const Saying *saying, int at)
{
  const SpeechToken *token = saying_token (saying, at);
  return token->kind == SPEECH_WORD && token->shape == SHAPE_CAPITAL && token->n_letters > 1;
}

/* Hyphen, en dash, em dash, minus. */
static inline gboolean
saying_is_dash (const Saying *saying, int at)
{
  gunichar mark = saying_token (saying, at)->mark;
  return mark == '-' || (mark >= 0x2010 && mark <= 0x2015) || mark == 0x2212;
}

/* The token is “/”, or the slash of fractions or of division. */
static inline gboolean
saying_is_slash (const Saying *saying, int at)
{
  gunichar mark = saying_token (saying, at)->mark;
  return mark == '/' || mark == 0x2044 || mark == 0x2215;
}

/* The sign of minutes, of time or of arc: ', ’, ′. */
static inline gboolean
saying_is_minute_sign (const Saying *saying, int at)
{
  gunichar mark = saying_token (saying, at)->mark;
  return mark == '\'' || mark == 0x2019 || mark == 0x2032;
}

/* That of seconds: ", ”, ″. */
static inline gboolean
saying_is_second_sign (const Saying *saying, int at)
{
  gunichar mark = saying_token (saying, at)->mark;
  return mark == '"' || mark == 0x201D || mark == 0x2033;
}

/* The token is there and stands right behind the one before it. */
static inline gboolean
saying_is_glued (const Saying *saying, int at)
{
  return !saying_token (saying, at)->space_before;
}

/* The word at `at` in small letters is `small`. */
gboolean saying_is_small (const Saying *saying, int at, const char *small);

/* The token is the word `small`, in any case. The letters of Vietnamese take as many bytes in
 * capitals, and most words differ in their length. */
static inline gboolean
saying_has (const Saying *saying, int at, const char *small)
{
  return saying_length (saying, at) == strlen (small) && saying_is_word (saying, at)
         && saying_is_small (saying, at, small);
}

/* The topics of the word at `at`; 0 when there is no word. */
WordClasses saying_topics (const Saying *saying, int at);
/* The token is a word of one of the topics. */
static inline gboolean
saying_has_topic (const Saying *saying, int at, WordClasses topics)
{
  return (saying_topics (saying, at) & topics) != 0;
}

/* The same of one of the `reach` tokens before `at`. */
gboolean saying_topic_before (const Saying *saying, int at, int reach, WordClasses topics);
/* The token is exactly these bytes. */
static inline gboolean
saying_matches (const Saying *saying, int at, const char *bytes)
{
  return saying_length (saying, at) == strlen (bytes)
         && memcmp (saying_at (saying, at), bytes, strlen (bytes)) == 0;
}

/* The classes of the word at `at`; 0 when there is no word. */
static inline WordClasses
saying_class (const Saying *saying, int at)
{
  return saying_is_word (saying, at) ? saying_seen (saying, at)->classes : 0;
}

/* Whether the token at `at` is a syllable of Vietnamese. */
static inline gboolean
saying_is_ours (const Saying *saying, int at)
{
  return saying_is_word (saying, at) && saying_seen (saying, at)->is_ours;
}

/* The classes of the tokens from … to-1 as one word, with the spaces and marks between them. */
WordClasses saying_phrase_class (const Saying *saying, int from, int to);
/* Those of the word at `at`, and of the two as one that end with it: "tỷ số". */
WordClasses saying_class_ending (const Saying *saying, int at);
/* Number of up to nine digits; -1 when the token is no such number. */
int saying_value (const Saying *saying, int at);
/* The word before `at`, looking through quotation marks, or -1. */
int saying_word_before (const Saying *saying, int at);
/* Whether a word of one of the classes names what stands at `at`: right before it, or before a
 * colon, a bracket or words that lead on, "gọi ngay tới số …". Of the words before, up to three are
 * one. */
gboolean saying_is_named (const Saying *saying, int at, WordClasses classes);
/* Nothing was said yet in this sentence. */
gboolean saying_at_start (const Saying *saying);

/* Saying: all of it appends to `out`, with a space before where words meet. */
/* `word` as it is, of any length; an empty one only makes the space. */
void saying_word (Saying *saying, const char *word);
/* Tokens from … to-1 as they are, with single spaces. */
void saying_copy (Saying *saying, int from, int to);
/* The same, with just what is between them. */
void saying_copy_run (Saying *saying, int from, int to);
/* The next word is written without a space before it. */
void saying_glue (Saying *saying);
void saying_small (Saying *saying, int at); /* the word in small letters */
/* One of , ; : . ? ! - after what was said; of two marks that meet, the longer pause stays. */
void saying_pause (Saying *saying, char mark);
/* Takes back what was said behind byte `length` of `out`. */
void saying_unsay (Saying *saying, gsize length);
/* The number at `at`, as an amount. */
void saying_cardinal (Saying *saying, int at);
/* The same, one digit after the other. */
void saying_digits (Saying *saying, int at);
/* An amount that was reckoned. */
void saying_integer (Saying *saying, guint64 value);
/* The names of letters and digits, one by one. */
void saying_letters (Saying *saying, const char *text, gsize length);

/* Reporting: about the bytes of a token. Each `subject` is reported once, and not more than a
 * hundred. */
/* Whether this is the first complaint about `subject`, and not one too many; it is noted. */
gboolean saying_is_new (Saying *saying, const char *subject);
/* Complains of the token at `at`, whether or not that is new; `advice` may be NULL. */
void saying_report (Saying *saying, int at, const char *advice, const char *format, ...)
  G_GNUC_PRINTF (4, 5);
/* Both. What is said is not translated for a complaint that is not new: a form that the lexicon
 * does not know may stand in every line. */
#define saying_warn(saying, at, subject, ...)                                                      \
  (saying_is_new (saying, subject) ? saying_report (saying, at, __VA_ARGS__) : (void) 0)
/* The tokens from … to-1 as they are written, as far as a report shows them. Caller frees. */
char *saying_quote (const Saying *saying, int from, int to);
/* TRUE when the script said the form in full before; from now on it has. */
gboolean saying_was_said (Saying *saying, const LexiconEntry *entry);
/* Says, once in a text, that addresses are written without spaces and marks. */
void saying_explain_spelling (Saying *saying);
/* What the text itself says an abbreviation means, or NULL. */
const char *saying_definition (const Saying *saying, const char *written, gsize length);
