/* SPDX-License-Identifier: MIT */
/* Addresses of the web and of mail: dichvucong.gov.vn is "dịch vụ công chấm gốp chấm vê en". */
#include "speech/lookup.h"
#include "speech/recognisers.h"

#include "base/i18n.h"
#include "text/syllable.h"

#include <string.h>

/* Longer ones cannot be remembered by who hears them. */
#define LONGEST_READ 30
#define LONGEST_PART 32
/* Fewer letters are spelled. */
#define FEWEST_WORD_LETTERS 4
/* "gov", "com", "info" */
#define LONGEST_DOMAIN 4

static const struct {
  gunichar mark;
  const char *word;
} mark_words[] = {
  { '.', "chấm" },      { '@', "a còng" },   { '/', "gạch chéo" }, { '-', "gạch ngang" },
  { '_', "gạch dưới" }, { ':', "hai chấm" }, { '?', "hỏi chấm" },  { '=', "bằng" },
  { '&', "và" },        { '#', "thăng" },    { '%', "phần trăm" }, { '+', "cộng" },
  { '~', "ngã" },
};

static gboolean
is_domain (const Saying *saying, int at)
{
  return (saying_class (saying, at) & WORD_DOMAIN) != 0;
}

static const char *
mark_word (gunichar mark)
{
  for (guint i = 0; i < G_N_ELEMENTS (mark_words); i++)
    if (mark_words[i].mark == mark)
      return mark_words[i].word;
  return NULL;
}

/* Where the address that starts at `at` ends: at a space, a bracket or a quotation mark, and before
 * the marks of the sentence around it. */
static int
address_end (const Saying *saying, int at)
{
  int end = at + 1;

  while (saying_is_glued (saying, end)
         && (saying_token (saying, end)->kind != SPEECH_MARK
             || mark_word (saying_token (saying, end)->mark)))
    end++;
  while (end > at && saying_token (saying, end - 1)->kind == SPEECH_MARK
         && !saying_is_mark (saying, end - 1, '/'))
    end--;
  return end;
}

static gboolean
is_address (const Saying *saying, int at, int end)
{
  gboolean has_domain = FALSE;

  if (saying_matches (saying, at, "www") || saying_matches (saying, at, "http")
      || saying_matches (saying, at, "https"))
    return TRUE;
  for (int i = at + 1; i < end; i++) {
    /* "sắt Ø16@200" is how far apart they lie, "NVH_Thon3" a name on some machine */
    if (saying_is_mark (saying, i, '@') && i == at + 2 && saying_is_number (saying, at + 1)
        && saying_token (saying, at)->n_letters == 1)
      return FALSE;
    if (saying_is_mark (saying, i, '@') || saying_is_mark (saying, i, '_'))
      return TRUE;
    if (saying_is_mark (saying, i, '/'))
      break;
    has_domain = saying_is_mark (saying, i - 1, '.') && is_domain (saying, i);
  }
  return has_domain;
}

/* Behind "https://" and "www.", which nobody has to be told. */
static int
skip_prefix (const Saying *saying, int at)
{
  if ((saying_matches (saying, at, "http") || saying_matches (saying, at, "https"))
      && saying_is_mark (saying, at + 1, ':'))
    at += 4;
  if (saying_matches (saying, at, "www") && saying_is_mark (saying, at + 1, '.'))
    at += 2;
  return at;
}

/* The longest start of `text` that the lexicon knows as a part of an address; NULL when there is
 * none. */
static const LexiconEntry *
known_start (const Saying *saying, const char *text, gsize length)
{
  for (gsize n = length; n > 1; n--) {
    guint32 hash = tokens_hash (text, n);
    const LexiconEntry *entry = lexicon_may_have (saying->lexicon, hash)
                                  ? lexicon_find (saying->lexicon, text, n, hash)
                                  : NULL;
    if (entry && entry->web)
      return entry;
  }
  return NULL;
}

/* Real words were said for what is written without marks; names of letters and foreign names, which
 * have hyphens, need no such explanation. */
static gboolean
is_in_words (const LexiconEntry *entry)
{
  return entry->length > LONGEST_DOMAIN && entry->say == NULL && strchr (entry->web, '-') == NULL
         && syllable_has_marks (entry->web, strlen (entry->web));
}

/* How many bytes at the start of `text` are one word of the lexicon or one syllable; 0 for neither.
 */
static gsize
known_step (const Saying *saying, const char *text, gsize length)
{
  const LexiconEntry *entry = known_start (saying, text, length);
  gsize syllable = entry ? 0 : syllable_longest_bare (text, length);
  return entry ? entry->length : syllable > 1 ? syllable : 0;
}

/* "company", "domain": letters that make a word of another language, with vowels, but no syllables
 * of ours. */
static gboolean
is_foreign_word (const Saying *saying, const char *small, gsize length)
{
  const LexiconEntry *start = known_start (saying, small, length);

  if (length < FEWEST_WORD_LETTERS || strpbrk (small, "aeiouy") == NULL
      || (start && start->length >= FEWEST_WORD_LETTERS))
    return FALSE;
  for (gsize at = 0; at < length;) {
    gsize step = known_step (saying, small + at, length - at);
    if (step == 0)
      return at == 0 || small[at + 1] != '\0' || strchr ("aeiou", small[at]) == NULL;
    at += step;
  }
  return FALSE;
}

/* What is left as it is written, or spelled in the midst of words, nobody understands who hears it.
 */
static void
warn_part (Saying *saying, int at, const char *small)
{
  saying->certainty = SPEECH_UNKNOWN;
  saying_warn (saying, at, small,
               _ ("add to lexicon.yaml how it is said, “web: …”, or say in words where to look"),
               _ ("“%s” in an address is no word that is known"), small);
}

/* No address has other letters; what has them was taken for one by its dots. */
static gboolean
is_ascii (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/* Letters without spaces and marks: words the lexicon knows, else syllables as they are. */
static void
say_part (Saying *saying, int at, gboolean *has_words)
{
  gsize length = saying_length (saying, at);

  if (length > LONGEST_PART || !is_ascii (saying_at (saying, at), length)) {
    saying_letters (saying, saying_at (saying, at), length);
    return;
  }
  g_autofree char *small = g_ascii_strdown (saying_at (saying, at), length);
  if (is_foreign_word (saying, small, length)) {
    warn_part (saying, at, small);
    saying_word (saying, small);
    return;
  }
  gboolean is_short = length < FEWEST_WORD_LETTERS || strpbrk (small, "aeiouy") == NULL;
  gboolean has_gap = FALSE;
  for (const char *rest = small; *rest;) {
    gsize left = length - (rest - small);
    const LexiconEntry *entry = known_start (saying, rest, left);
    gsize syllable = entry ? 0 : syllable_longest_bare (rest, left);
    gsize step = entry ? entry->length : syllable > 1 ? syllable : 1;
    g_autofree char *bare = g_strndup (rest, step);
    *has_words = *has_words || (entry && is_in_words (entry));
    if (entry)
      saying_word (saying, entry->web);
    else if (step > 1)
      saying_word (saying, bare);
    else
      saying_letters (saying, rest, 1);
    has_gap = has_gap || (step == 1 && rest[1] != '\0');
    rest += step;
  }
  if (has_gap && !is_short)
    warn_part (saying, at, small);
}

static void
say_token (Saying *saying, int at, gboolean *has_words)
{
  const SpeechToken *token = saying_token (saying, at);

  if (token->kind == SPEECH_MARK)
    saying_word (saying, mark_word (token->mark));
  else if (token->kind == SPEECH_NUMBER)
    saying_digits (saying, at);
  else
    say_part (saying, at, has_words);
}

/* Where the name of the site ends, and what is on it begins. */
static int
host_end (const Saying *saying, int at, int end)
{
  while (at < end && !saying_is_slash (saying, at) && !saying_is_mark (saying, at, '?'))
    at++;
  return at;
}

/* ".gov.vn", ".apk": the end of an address or of a file by itself, at its dot. */
int
say_address_end (Saying *saying, int at)
{
  int end = at;

  if (!saying_is_mark (saying, at, '.')
      || (!saying_token (saying, at)->space_before
          && saying_token (saying, at - 1)->kind != SPEECH_MARK))
    return at;
  while (saying_is_mark (saying, end, '.') && saying_is_word (saying, end + 1)
         && saying_is_glued (saying, end + 1)
         && saying_token (saying, end + 1)->shape == SHAPE_SMALL
         && is_ascii (saying_at (saying, end + 1), saying_length (saying, end + 1))
         && (end == at || saying_is_glued (saying, end)))
    end += 2;
  gboolean has_words = FALSE;
  for (int i = at; i < end; i++)
    say_token (saying, i, &has_words);
  return end;
}

/* "@truyenthanhxa", "#TanPhuXanh": who somebody is on the web, and what is spoken of there. */
int
say_user_name (Saying *saying, int at)
{
  gboolean has_words = FALSE;
  int end = at + 1;

  if (!(saying_is_mark (saying, at, '@') || saying_is_mark (saying, at, '#'))
      || !saying_is_word (saying, end) || !saying_is_glued (saying, end)
      || (saying_is_glued (saying, at) && saying_token (saying, at - 1)->kind != SPEECH_MARK))
    return at;
  end = address_end (saying, end);
  for (int i = at + 1; i < end; i++)
    if (saying_is_word (saying, i) && !is_ascii (saying_at (saying, i), saying_length (saying, i)))
      return at;
  if (saying_is_mark (saying, at, '@'))
    saying_word (saying, "a còng");
  for (int i = at + 1; i < end; i++)
    say_token (saying, i, &has_words);
  g_autofree char *written =
    g_strndup (saying_at (saying, at + 1),
               saying_token (saying, end - 1)->end - saying_token (saying, at + 1)->start);
  warn_part (saying, at + 1, written);
  return end;
}

int
say_address (Saying *saying, int at)
{
  gboolean has_words = FALSE;

  if (!saying_token (saying, at)->address)
    return at;
  int end = address_end (saying, at);
  if (!is_address (saying, at, end))
    return at;
  int first = skip_prefix (saying, at);
  int last = saying_is_mark (saying, end - 1, '/') ? end - 1 : end;
  if (saying_token (saying, end - 1)->end - saying_token (saying, first)->start > LONGEST_READ) {
    saying_warn (
      saying, at, "long address", _ ("say where to find it in words, and print the address"),
      _ ("an address this long cannot be remembered by who hears it; only its site is read"));
    last = host_end (saying, first, last);
  }
  for (int i = first; i < last; i++)
    say_token (saying, i, &has_words);
  if (has_words)
    saying_explain_spelling (saying);
  return end;
}
