/* SPDX-License-Identifier: MIT */
#include "speech/lookup.h"

#include "text/phone.h"

#include <string.h>

/* "đường dây nóng": a phrase beside a form has at most so many bytes. */
#define LONGEST_BESIDE 64

typedef gboolean (*EntryTest) (const LexiconEntry *entry);

static gboolean
has_unit (const LexiconEntry *entry)
{
  return entry->unit != NULL;
}

static gboolean
has_word (const LexiconEntry *entry)
{
  return entry->say != NULL || entry->n_choices > 0 || entry->unit != NULL || entry->type != NULL
         || entry->issuer != NULL || entry->usual != NULL;
}

const LexiconEntry *
lookup_exact (const Saying *saying, int from, int to)
{
  const char *start = saying_at (saying, from);
  gsize length = saying_token (saying, to - 1)->end - saying_token (saying, from)->start;
  const SpeechToken *first = saying_token (saying, from);

  if (!lexicon_may_have (saying->lexicon, first->hash))
    return NULL;
  return lexicon_find (saying->lexicon, start, length,
                       to - from == 1 ? first->hash : tokens_hash (start, length));
}

/* An entry may not end inside of what the eye sees as one: "m" in "m2" is caught by the longer
 * entry, "Q." at the very end is a "Q" and the end of the sentence. */
static gboolean
ends_well (const Saying *saying, int at, const LexiconEntry *entry)
{
  int end = at + (int) entry->n_tokens;
  return entry->n_tokens == 1 || !saying_is_mark (saying, end - 1, '.') || end < saying->n_tokens;
}

static const LexiconEntry *
longest (const Saying *saying, int at, EntryTest test)
{
  const LexiconEntry *head = at < saying->n_tokens ? lookup_exact (saying, at, at + 1) : NULL;

  if (head == NULL)
    return NULL;
  for (int n = MIN ((int) head->longest, saying->n_tokens - at); n > 0; n--) {
    const LexiconEntry *entry = n == 1 ? head : lookup_exact (saying, at, at + n);
    if (entry && test (entry) && ends_well (saying, at, entry))
      return entry;
  }
  return NULL;
}

const LexiconEntry *
lookup_unit (const Saying *saying, int at)
{
  return longest (saying, at, has_unit);
}

const LexiconEntry *
lookup_word (const Saying *saying, int at)
{
  return longest (saying, at, has_word);
}

/* The token after the number at `at`, its groups and decimals, and the number it goes up to. */
static int
numeral_end (const Saying *saying, int at)
{
  int end = at + 1;

  while ((saying_is_mark (saying, end, '.') || saying_is_mark (saying, end, ',')
          || saying_is_dash (saying, end))
         && saying_is_number (saying, end + 1))
    end += 2;
  return end;
}

/* "208 tỷ", "9-14tr", "2.500.000đ": the number at `at` is an amount of money. */
static gboolean
counts_money (const Saying *saying, int at)
{
  int end = numeral_end (saying, at);

  const LexiconEntry *unit = lookup_unit (saying, end);
  return saying_class (saying, end) & WORD_MAGNITUDE || (unit && unit->is_money)
         || saying_matches (saying, end, "tr") || saying_matches (saying, end, "k");
}

/* "12-TB/TU", "12/2026/TT-BCA", "12/UBND": the number at `at` is that of a document. */
static gboolean
begins_symbol (const Saying *saying, int at)
{
  return (saying_is_slash (saying, at + 1) || saying_is_dash (saying, at + 1))
         && saying_is_glued (saying, at + 1) && saying_is_glued (saying, at + 2)
         && ((saying_is_word (saying, at + 2)
              && saying_token (saying, at + 2)->shape >= SHAPE_CAPITALS)
             || saying_length (saying, at + 2) == 4);
}

/* "0977xxx888": what is hidden has no digits. */
static gboolean
starts_phone (const Saying *saying, int at)
{
  return saying_length (saying, at) >= 3 && saying_at (saying, at)[0] == '0';
}

/* The kinds of the token beside a form. */
static guint
kinds_at (const Saying *saying, int at)
{
  const SpeechToken *token = saying_token (saying, at);

  if (token->mark == ':')
    return BESIDE_COLON;
  if (token->kind == SPEECH_NUMBER) {
    gsize digits = 0;
    for (int i = at;
         i < at + 6 && (saying_is_number (saying, i) || saying_is_mark (saying, i, '.')); i++)
      digits += saying_is_number (saying, i) ? saying_length (saying, i) : 0;
    return BESIDE_NUMBER | (counts_money (saying, at) ? BESIDE_MONEY : 0)
           | (saying_has (saying, at + 1, "tuổi") ? BESIDE_AGE : 0)
           | (begins_symbol (saying, at) ? BESIDE_SYMBOL : 0)
           | (digits >= FEWEST_PHONE_DIGITS || starts_phone (saying, at) ? BESIDE_PHONE : 0)
           | (token->space_before ? 0 : BESIDE_DIGITS)
           | (digits == saying_length (saying, at) && (digits == 3 || digits == 4) ? BESIDE_HUNDREDS
                                                                                   : 0);
  }
  if (token->kind != SPEECH_WORD)
    return 0;
  /* "BT M250": a letter that has a number is no name */
  gboolean is_letter =
    token->n_letters == 1 && saying_is_number (saying, at + 1) && saying_is_glued (saying, at + 1);
  return (token->shape == SHAPE_CAPITAL && !is_letter ? BESIDE_NAME : 0)
         | (token->shape == SHAPE_CAPITALS ? BESIDE_CAPITALS : 0);
}

#define JOINERS "&-" /* they are tokens of their own: "GD&ĐT", "VH-XH" */

/* The tokens from `at` are `phrase`: words in small letters, with single spaces or joiners between
 * them. */
static gboolean
words_are (const Saying *saying, int at, const char *phrase)
{
  char word[LONGEST_BESIDE];

  for (; *phrase; at++) {
    gsize length = strcspn (phrase, " " JOINERS);
    if (length == 0) {
      if (!saying_is_mark (saying, at, (gunichar) *phrase))
        return FALSE;
      phrase++;
      continue;
    }
    if (!saying_is_word (saying, at)
        || !vocabulary_lower (saying_at (saying, at), saying_length (saying, at), word, sizeof word)
        || strlen (word) != length || memcmp (word, phrase, length) != 0)
      return FALSE;
    phrase += length + (phrase[length] == ' ');
  }
  return TRUE;
}

/* "%", "+": the token is the mark that a lexicon lists beside words. */
static gboolean
is_listed_mark (const Saying *saying, int at, const char *phrase)
{
  gunichar mark = saying_token (saying, at)->mark;
  return mark != 0 && g_utf8_get_char (phrase) == mark && *g_utf8_next_char (phrase) == '\0';
}

static int
count_tokens (const char *phrase)
{
  int n = 1;
  for (; *phrase; phrase++)
    n += *phrase == ' ' ? 1 : strchr (JOINERS, *phrase) ? 2 : 0;
  return n;
}

/* An entry in small letters stands for the word in any case; the neighbour may be an abbreviation
 * itself. */
static gboolean
stands_before (const Saying *saying, int next, const LexiconChoice *choice)
{
  /* "BT, HT, TĐC", "ĐT/Zalo" */
  int beyond =
    saying_is_mark (saying, next, ',') || saying_is_slash (saying, next) ? next + 1 : next;
  /* "HN 5,6%" */
  int mark = saying_is_number (saying, next) ? numeral_end (saying, next) : next;
  for (const char *const *phrase = choice->before; *phrase; phrase++)
    if (words_are (saying, beyond, *phrase) || is_listed_mark (saying, mark, *phrase))
      return TRUE;
  return FALSE;
}

static gboolean
stands_after (const Saying *saying, int at, const LexiconChoice *choice)
{
  /* "Lưu: VT", "TB, BB" */
  gboolean is_apart = saying_is_mark (saying, at - 1, ':') || saying_is_mark (saying, at - 1, ',');
  /* "kết nạp 12 ĐV" */
  gboolean is_counted = saying_is_number (saying, at - 1) && !saying_is_glued (saying, at - 1);
  int last = is_apart || is_counted ? at - 2 : saying_word_before (saying, at);

  for (const char *const *phrase = choice->after; *phrase; phrase++)
    if (is_listed_mark (saying, at - 1, *phrase)
        || (last >= 0 && words_are (saying, last - count_tokens (*phrase) + 1, *phrase)))
      return TRUE;
  return FALSE;
}

/* Looks through the marks that may stand between a form and what decides. */
static int
next_meaning (const Saying *saying, int at)
{
  while (saying_is_mark (saying, at, '.') || saying_is_mark (saying, at, '"')
         || saying_is_mark (saying, at, 0x201C) || saying_is_mark (saying, at, '*'))
    at++;
  return at;
}

/* "1.024 CT": a number counts what follows; "U15 HN" has none, its digits belong to a name, nor has
 * "vé 12TN", whose letters may be a part of one. */
static guint
kinds_before (const Saying *saying, int at)
{
  gboolean is_part_of_name =
    saying_is_number (saying, at - 1)
    && (saying_is_glued (saying, at)
        || (saying_is_glued (saying, at - 1) && saying_is_word (saying, at - 2)));
  return is_part_of_name ? 0 : kinds_at (saying, at - 1);
}

/* A word beside the form says more than the kind of what stands there: "số ĐT Android" has a name
 * behind it, as many things have. Two words that disagree, "khu CN may", decide nothing. */
const char *
lookup_choose (const Saying *saying, int at, const LexiconEntry *entry)
{
  if (entry->n_choices == 0)
    return entry->say;
  int next = next_meaning (saying, at + (int) entry->n_tokens);
  const char *found = NULL;
  for (guint i = 0; i < entry->n_choices; i++) {
    const LexiconChoice *choice = &entry->choices[i];
    if (!stands_before (saying, next, choice) && !stands_after (saying, at, choice))
      continue;
    if (found && strcmp (found, choice->say) != 0)
      return entry->say;
    found = choice->say;
  }
  if (found)
    return found;
  guint before = kinds_before (saying, at), after = kinds_at (saying, next);
  for (guint i = 0; i < entry->n_choices; i++)
    if (entry->choices[i].before_kinds & after || entry->choices[i].after_kinds & before)
      return entry->choices[i].say;
  return entry->say;
}
