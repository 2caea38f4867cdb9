/* SPDX-License-Identifier: MIT */
/* Abbreviations, capitals and letters. */
#include "speech/lookup.h"
#include "speech/recognisers.h"
#include "speech/unit.h"

#include "base/i18n.h"
#include "text/letter.h"
#include "text/roman.h"
#include "text/syllable.h"

#include <string.h>

/* Fewer letters are a variable, a part of a name, a sound. */
#define FEWEST_FOREIGN_LETTERS 3
/* More consonants in a row are a noise, "hmmmm". */
#define MOST_CONSONANTS 5
/* Words of what is to be typed into a message: "soạn …". */
#define COMPOSE_REACH 6
/* Letters of a form that a number right behind it does not make a code. */
#define FEWEST_CLEAR_LETTERS 3
/* Words of a name behind a unit of administration. */
#define LONGEST_NAME 3

/* The words of an entry, which may be some of several. */
static const char *
words_of (const Saying *saying, int at, const LexiconEntry *entry)
{
  const char *words = lookup_choose (saying, at, entry);

  if (words || entry->n_choices > 0 || entry->usual)
    return words;
  return entry->type ? entry->type : entry->issuer ? entry->issuer : entry->unit;
}

/* "kV" is a unit only after a number; small letters are words of their own. */
static gboolean
is_meant (const Saying *saying, int at, const LexiconEntry *entry)
{
  const SpeechToken *token = saying_token (saying, at);

  if (entry->say || entry->n_choices > 0 || entry->usual)
    return TRUE;
  if (entry->unit == NULL || entry->issuer)
    return token->shape != SHAPE_CAPITAL || token->n_letters > 1;
  /* "5 triệu kWh"; but "xã A Lưới" and "xã Pa Tần" are places. */
  return (saying_class (saying, at - 1) & (WORD_MAGNITUDE | WORD_PER)
          && token->shape != SHAPE_CAPITAL)
         || (token->n_letters > 1 && !saying_is_ours (saying, at));
}

/* What could have been meant, for the report. */
static char *
candidates_of (const LexiconEntry *entry)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; entry && i < entry->n_choices; i++)
    if (!strstr (list->str, entry->choices[i].say))
      g_string_append_printf (list, "%s“%s”", list->len > 0 ? ", " : "", entry->choices[i].say);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
warn_undecided (Saying *saying, int at, const LexiconEntry *entry)
{
  g_autofree char *written = g_strndup (entry->written, entry->length);

  if (!saying_is_new (saying, written))
    return;
  g_autofree char *candidates = candidates_of (entry);
  g_autofree char *advice =
    g_strdup_printf (_ ("it may be %s; write it in full, explain it in the text, “full words "
                        "(ABC)”, or set it in lexicon.yaml"),
                     candidates);
  if (entry->usual)
    saying_report (saying, at, advice, _ ("“%s” has more than one meaning; it is read as “%s”"),
                   written, entry->usual);
  else
    saying_report (saying, at, advice, _ ("“%s” has more than one meaning; its letters are read"),
                   written);
}

void
say_usual (Saying *saying, int at, const LexiconEntry *entry)
{
  saying->certainty = SPEECH_DEFAULT;
  warn_undecided (saying, at, entry);
  saying_word (saying, entry->usual);
}

/* Said as it usually is, or else spelled; reported either way. */
static void
say_undecided (Saying *saying, int at, const LexiconEntry *entry)
{
  if (entry->usual) {
    say_usual (saying, at, entry);
    return;
  }
  saying->certainty = SPEECH_UNKNOWN;
  warn_undecided (saying, at, entry);
  saying_letters (saying, saying_at (saying, at), saying_length (saying, at));
}

static void
warn_unknown (Saying *saying, int at, const char *written)
{
  saying_warn (saying, at, written,
               _ ("explain it in the text, “full words (ABC)”, or add it to lexicon.yaml"),
               _ ("the abbreviation “%s” is unknown; its letters are read"), written);
  saying->certainty = SPEECH_UNKNOWN;
}

void
say_spelled (Saying *saying, int at)
{
  g_autofree char *written = saying_quote (saying, at, at + 1);

  warn_unknown (saying, at, written);
  saying_letters (saying, saying_at (saying, at), saying_length (saying, at));
}

/* "(QH15)": the number behind the Assembly is that of its term. */
static void
say_term (Saying *saying, int at)
{
  gsize length = saying_length (saying, at);
  if (saying_is_number (saying, at + 1) && saying_is_glued (saying, at + 1) && length >= 2
      && memcmp (saying_at (saying, at) + length - 2, "QH", 2) == 0)
    saying_word (saying, "khóa");
}

/* Where the list "OM18, ĐT8, ST25" starts whose last letters stand at `at`. */
static int
first_of_letters (const Saying *saying, int at)
{
  while (saying_is_mark (saying, at - 1, ',') && saying_is_number (saying, at - 2)
         && saying_is_word (saying, at - 3) && saying_is_glued (saying, at - 2))
    at -= 3;
  return at;
}

/* "mẫu CT01", "tờ khai TK02": letters and a number that name a form mean nothing in words. */
static gboolean
names_form (const Saying *saying, int at)
{
  const LexiconEntry *entry = lookup_exact (saying, at, at + 1);

  /* "đất VT1" is land in the first position. */
  for (guint i = 0; entry && i < entry->n_choices; i++)
    if (entry->choices[i].before_kinds & BESIDE_DIGITS)
      return FALSE;
  /* "lô CN-05, CN-06" */
  int first = at;
  while (saying_is_mark (saying, first - 1, ',') && saying_is_number (saying, first - 2)
         && saying_is_dash (saying, first - 3) && saying_is_word (saying, first - 4))
    first -= 4;
  if (saying_is_dash (saying, at + 1) && saying_is_glued (saying, at + 1)
      && saying_is_number (saying, at + 2) && saying_is_glued (saying, at + 2)
      && saying_token (saying, at)->shape != SHAPE_SMALL
      && saying_is_named (saying, first, WORD_PARCEL | WORD_BUILDING | WORD_FORM))
    return TRUE;
  /* "ống Φ90" */
  if (letter_word (g_utf8_get_char (saying_at (saying, at)), saying->letters) == NULL)
    return FALSE;
  return saying_is_number (saying, at + 1) && saying_is_glued (saying, at + 1)
         && saying_is_named (saying, first_of_letters (saying, at), WORD_FORM);
}

/* The token at `at` is the word of `length` bytes, in any case. */
static gboolean
is_word (const Saying *saying, int at, const char *word, gsize length)
{
  char small[32];

  return saying_length (saying, at) == length
         && vocabulary_lower (word, length, small, sizeof small) && saying_has (saying, at, small);
}

/* The tokens before `at` are the words up to `end`, whose last one is looked at first. */
static gboolean
stands_before (const Saying *saying, int at, const char *words, const char *end)
{
  while (end > words) {
    const char *word = end;
    while (word > words && word[-1] != ' ')
      word--;
    if (!is_word (saying, --at, word, end - word))
      return FALSE;
    end = word > words ? word - 1 : words;
  }
  return TRUE;
}

/* "Đường ĐT.741", "Hội HND": what the word before says already is not said again. */
static const char *
without_repetition (const Saying *saying, int at, const char *words)
{
  const char *rest = words;

  /* "trực ban BCHPTDS", "dân phòng PCCC": the word before is the end of another one */
  if (saying_is_glued (saying, at) || !saying_is_word (saying, at - 1)
      || saying_has_topic (saying, at - 2, TOPIC_HALF_WORD))
    return words;
  for (int n = 1; n <= LONGEST_NAME && (rest = strchr (rest, ' ')) != NULL; n++, rest++)
    if (stands_before (saying, at, words, rest))
      return rest + 1;
  /* "phòng P.302", "vị trí VT15" */
  return stands_before (saying, at, words, words + strlen (words)) ? "" : words;
}

static gboolean
is_sent (const Saying *saying, int at)
{
  for (int i = at + 1; i <= at + 2 * COMPOSE_REACH && !saying_is_mark (saying, i, '.'); i++)
    if (saying_has (saying, i, "gửi"))
      return TRUE;
  return FALSE;
}

/* "soạn BC 05 gửi 8088": what is to be typed is read letter by letter. */
static gboolean
is_composed (const Saying *saying, int at)
{
  /* "cú pháp: tên + SĐT": a number to be filled in has no letters of its own */
  if (saying_token (saying, at)->shape != SHAPE_CAPITALS
      || saying_class (saying, at) & (WORD_ACCOUNT | WORD_CALL))
    return FALSE;
  for (int i = at - 1; i >= 0 && i > at - COMPOSE_REACH && !saying_has (saying, i, "gửi"); i--) {
    /* "nhắn TC gửi 8079", but "tin nhắn giả SMS" */
    if (saying_has (saying, i, "nhắn") && saying_class (saying, i) & WORD_COMPOSE)
      return is_sent (saying, at);
    if (saying_class (saying, i) & WORD_COMPOSE
        || (saying_is_word (saying, i - 1) && saying_is_word (saying, i)
            && saying_phrase_class (saying, i - 1, i + 1) & WORD_COMPOSE))
      return TRUE;
    if (saying_is_mark (saying, i, '.') || saying_is_mark (saying, i, ';')
        || saying_is_mark (saying, i, '<') || saying_is_mark (saying, i, '['))
      return FALSE;
  }
  return FALSE;
}

/* --- compounds --- */

/* Capitals behind "-" or "&" without a space: "CN-TTCN", "DTTS&MN". */
static gboolean
joins_capitals (const Saying *saying, int at)
{
  const SpeechToken *next = saying_token (saying, at + 1);

  return (saying_is_mark (saying, at, '-') || saying_is_mark (saying, at, '&'))
         && saying_is_glued (saying, at) && saying_is_glued (saying, at + 1)
         && next->kind == SPEECH_WORD
         && (next->shape == SHAPE_CAPITALS
             || (next->n_letters == 1 && next->shape == SHAPE_CAPITAL));
}

/* The token after the compound that starts at `at`; at + 1 when what stands there is none. */
static int
compound_end (const Saying *saying, int at)
{
  int end = at + 1;

  while (joins_capitals (saying, end))
    end += 2;
  /* "BĐ1-BĐ2" is a range, "12/KH-UBND" a symbol. */
  return saying_is_glued (saying, end) && saying_is_number (saying, end) ? at + 1 : end;
}

/* What a piece of a compound is said as: only what has one meaning, or the text itself explains. */
static const char *
piece_words (const Saying *saying, int at, int *end)
{
  const SpeechToken *token = saying_token (saying, at);
  const char *defined =
    saying_definition (saying, saying_at (saying, at), token->end - token->start);
  const LexiconEntry *entry = lookup_word (saying, at);

  *end = at + (defined || entry == NULL ? 1 : (int) entry->n_tokens);
  if (defined)
    return defined;
  return entry && entry->n_choices == 0 && token->n_letters > 1 ? entry->say : NULL;
}

/* Its pieces are known, all of them. */
static gboolean
fits_together (const Saying *saying, int at, int end)
{
  while (at < end) {
    if (piece_words (saying, at, &at) == NULL || at > end)
      return FALSE;
    at++;
  }
  return TRUE;
}

/* A compound is known whole, by all of its pieces, or not at all: a piece says nothing by its usual
 * meaning, which is another one in company ("TM" is no "thay mặt" in "TM-DV"). */
static int
say_compound (Saying *saying, int at)
{
  if (!joins_capitals (saying, at + 1) || joins_capitals (saying, at - 1))
    return at;
  int end = compound_end (saying, at);
  const LexiconEntry *whole = lookup_word (saying, at);

  if (end == at + 1 || (whole && at + (int) whole->n_tokens >= end))
    return at;
  /* "dầu DO 0,05S-II": a grade behind its letter */
  guint grade = end == at + 3 && saying_is_glued (saying, at) && saying_is_number (saying, at - 1)
                  ? roman_value (saying_at (saying, at + 2), saying_length (saying, at + 2))
                  : 0;
  if (grade > 0) {
    saying_letters (saying, saying_at (saying, at), saying_length (saying, at));
    saying_integer (saying, grade);
    return end;
  }
  gboolean is_known = fits_together (saying, at, end);
  if (!is_known) {
    g_autofree char *written = saying_quote (saying, at, end);
    warn_unknown (saying, at, written);
  }
  for (int i = at; i < end;) {
    const char *words = is_known ? piece_words (saying, i, &i) : NULL;
    if (words)
      saying_word (saying, words);
    else
      saying_letters (saying, saying_at (saying, i), saying_length (saying, i)), i++;
    if (i < end && saying_is_mark (saying, i, '&'))
      saying_word (saying, "và");
    else if (i < end)
      saying_pause (saying, ',');
    i++;
  }
  return end;
}

/* --- letters with a number --- */

/* "QL5", "TDP3": a reading is for letters with a number right behind them only if it says so; a
 * ministry is no "ngân hàng ba" in "NH3". */
static gboolean
is_for_digits (const Saying *saying, int at, const LexiconEntry *entry)
{
  int end = at + (int) entry->n_tokens;

  /* "TBA1", "KDC5": three letters that mean one thing only keep their meaning */
  gboolean is_clear = entry->say && entry->n_choices == 0 && strchr (entry->say, ' ')
                      && saying_token (saying, at)->n_letters >= FEWEST_CLEAR_LETTERS;

  return !saying_is_glued (saying, end) || !saying_is_number (saying, end)
         || !saying_is_word (saying, end - 1) || saying_token (saying, at)->shape == SHAPE_SMALL
         || entry->n_tokens > 1 || is_clear || saying_class (saying, at) & WORD_NUMBERED;
}

/* "Regent 800WG", "1% SG", "Anvil 5 SC": how a drug is made up, behind its strength. */
static gboolean
is_formulation (const Saying *saying, int at)
{
  gboolean follows_strength =
    saying_is_mark (saying, at - 1, '%')
    || (saying_is_number (saying, at - 1) && at >= 2 && say_is_foreign (saying, at - 2));
  gboolean follows_number = saying_is_number (saying, at - 1) && saying_is_glued (saying, at)
                            && saying_token (saying, at)->n_letters > 1;

  return (follows_strength || follows_number) && saying_token (saying, at)->shape == SHAPE_CAPITALS
         && saying_class (saying, at) & WORD_DRUG && saying_is_word (saying, at);
}

/* "BV2", "TW3": words with a number of their own, or a code; codes have more digits. */
static gboolean
may_be_numbered (const Saying *saying, int at, const LexiconEntry *entry)
{
  return entry->say && strchr (entry->say, ' ') && saying_length (saying, at + 1) == 1
         && !say_is_letters_of_name (saying, at) && !names_form (saying, at);
}

int
say_abbreviation (Saying *saying, int at)
{
  if (is_composed (saying, at) || is_formulation (saying, at)) {
    saying_letters (saying, saying_at (saying, at), saying_length (saying, at));
    return at + 1;
  }
  int compound = say_compound (saying, at);
  if (compound > at)
    return compound;
  const SpeechToken *token = saying_token (saying, at);
  const char *defined =
    token->shape == SHAPE_SMALL
      ? NULL
      : saying_definition (saying, saying_at (saying, at), token->end - token->start);
  if (defined) {
    saying->certainty = SPEECH_CERTAIN;
    saying_word (saying, defined);
    return at + 1;
  }
  const LexiconEntry *entry =
    lexicon_may_have (saying->lexicon, token->hash) ? lookup_word (saying, at) : NULL;
  if (entry == NULL || !is_meant (saying, at, entry))
    return at;
  if (names_form (saying, at) || !is_for_digits (saying, at, entry)) {
    if (may_be_numbered (saying, at, entry))
      say_spelled (saying, at);
    else
      saying_letters (saying, saying_at (saying, at), saying_length (saying, at));
    return at + 1;
  }
  const char *words = words_of (saying, at, entry);
  if (words == NULL) {
    say_undecided (saying, at, entry);
    return at + (int) entry->n_tokens;
  }
  if (entry->n_choices == 0)
    saying->certainty = SPEECH_CERTAIN;
  if (entry->then && words == entry->say && saying_was_said (saying, entry))
    words = entry->then;
  saying_word (saying, without_repetition (saying, at, words));
  int end = at + (int) entry->n_tokens;
  if (entry->n_tokens == 1)
    say_term (saying, at);
  /* "kg/m3" at the head of a table */
  return words == entry->unit ? say_rates (saying, end, FALSE) : end;
}

static gboolean
is_shouted (const Saying *saying, int at)
{
  return saying_token (saying, at)->shape == SHAPE_CAPITALS && saying_is_ours (saying, at);
}

/* Words in capitals stand in company, or show their marks. */
static gboolean
is_heading_word (const Saying *saying, int at)
{
  if (!is_shouted (saying, at))
    return FALSE;
  if (syllable_has_marks (saying_at (saying, at), saying_length (saying, at)))
    return TRUE;
  for (int step = -2; step <= 2; step++)
    if (step != 0 && is_shouted (saying, at + step)
        && syllable_has_marks (saying_at (saying, at + step), saying_length (saying, at + step)))
      return TRUE;
  return is_shouted (saying, at - 1) || is_shouted (saying, at + 1);
}

/* Small letters but for the first. */
static void
say_capital (Saying *saying, int at)
{
  const char *text = saying_at (saying, at);

  saying_word (saying, "");
  for (const char *p = text; p < text + saying_length (saying, at); p = g_utf8_next_char (p)) {
    gunichar letter = g_utf8_get_char (p);
    g_string_append_unichar (saying->out, p == text ? letter : g_unichar_tolower (letter));
  }
}

/* "HUYỆN NINH PHƯỚC": words behind a unit of administration are its name. */
static gboolean
follows_unit (const Saying *saying, int at)
{
  if (saying_class (saying, at) & (WORD_FUNCTION | WORD_PHRASE | WORD_BREATH))
    return FALSE;
  for (int i = at - 1; i >= at - LONGEST_NAME && is_shouted (saying, i); i--) {
    WordClasses class = saying_class (saying, i);
    if (class & (WORD_FUNCTION | WORD_PHRASE | WORD_BREATH))
      return FALSE;
    if (class & WORD_PLACE && !saying_has (saying, i + 1, "hội")
        && !(saying_has (saying, i, "phố") && !saying_has (saying, i - 1, "thành")))
      return TRUE;
  }
  return FALSE;
}

int
say_capitals (Saying *saying, int at)
{
  if (!is_heading_word (saying, at))
    return at;
  /* "CA" is "công an" in "CA HẢI PHÒNG": a known abbreviation without marks stays one. */
  const LexiconEntry *entry = lookup_exact (saying, at, at + 1);
  gboolean is_alone = !is_shouted (saying, at - 1) && !is_shouted (saying, at + 1);
  gboolean has_marks = syllable_has_marks (saying_at (saying, at), saying_length (saying, at));
  if (entry && (is_alone || (entry->say && !has_marks)))
    return at;
  /* "HẢI PHÒNG" */
  const LexiconEntry *name = lookup_word (saying, at);
  if (name && name->n_tokens > 1)
    return at;

  if (saying_at_start (saying) || follows_unit (saying, at))
    say_capital (saying, at);
  else
    saying_small (saying, at);
  return at + 1;
}

/* "a)" at the start of a paragraph, "đ)" */
static gboolean
is_item (const Saying *saying, int at)
{
  return at == 0 && saying_is_mark (saying, 1, ')') && saying_is_glued (saying, 1)
         && saying->n_tokens > 2;
}

/* Letters that are words by themselves when they stand free: "y tế", "ý kiến". */
static gboolean
is_vowel_word (const Saying *saying, int at)
{
  gunichar letter = g_unichar_tolower (g_utf8_get_char (saying_at (saying, at)));
  if (letter >= 0x80)
    return letter != 0x111;
  return strchr ("aeiouy", letter) != NULL;
}

/* "trẻ 5T": years or tonnes, but "lớp 5T" is a class. */
static gboolean
is_stray_tonne (const Saying *saying, int at)
{
  return (saying_matches (saying, at, "T") || saying_matches (saying, at, "t"))
         && saying_is_number (saying, at - 1)
         && (!saying_is_glued (saying, at - 1)
             || saying_token (saying, at - 2)->kind == SPEECH_MARK)
         && !saying_is_named (saying, at - 1,
                              WORD_ORDER | WORD_BUILDING | WORD_HOUSE | WORD_STREET | WORD_FORM)
         && !saying_is_slash (saying, at + 1);
}

/* Of the scale of winds that bulletins have. */
#define STRONGEST_WIND 17
/* Words between the wind and its force. */
#define WIND_REACH 4

/* "gió giật C8-C9" */
static gboolean
is_force_of_wind (const Saying *saying, int at)
{
  return saying_matches (saying, at, "C") && saying_is_glued (saying, at + 1)
         && saying_value (saying, at + 1) >= 4 && saying_value (saying, at + 1) <= STRONGEST_WIND
         && saying_topic_before (saying, at, WIND_REACH, TOPIC_WIND);
}

/* Words between a car and its seats: "xe 7C 26A-112.35 và 16C". */
#define SEAT_REACH 12

/* "xe 7C", "taxi 4c": the seats that cars have. */
static gboolean
is_seat (const Saying *saying, int at)
{
  static const int seats[] = { 4, 5, 7, 9, 16, 24, 29, 30, 35, 45, 47 };
  int value = saying_value (saying, at - 1);

  if (!saying_has (saying, at, "c") || !saying_is_glued (saying, at)
      || !saying_token (saying, at - 1)->space_before
      || !saying_topic_before (saying, at - 1, SEAT_REACH, TOPIC_CAR))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (seats); i++)
    if (value == seats[i])
      return !saying_is_glued (saying, at + 1)
             || saying_token (saying, at + 1)->kind == SPEECH_MARK;
  return FALSE;
}

/* A letter right behind a number, where no class, house or article has such a name. */
static gboolean
is_stray_letter (const Saying *saying, int at)
{
  return saying_is_number (saying, at - 1) && saying_is_glued (saying, at)
         && saying_token (saying, at - 1)->space_before
         && !saying_is_named (saying, at - 1,
                              WORD_ORDER | WORD_BUILDING | WORD_HOUSE | WORD_STREET | WORD_FORM
                                | WORD_PARCEL | WORD_CODE | WORD_DOTTED | WORD_NUMBER_NAME
                                | WORD_ROMAN | WORD_LEVEL);
}

/* "gói 3b": what is counted in short; "1080p" is a picture. */
static gboolean
is_stray_unit (const Saying *saying, int at)
{
  return saying_token (saying, at)->shape == SHAPE_SMALL && saying_length (saying, at - 1) <= 2
         && !is_vowel_word (saying, at) && is_stray_letter (saying, at);
}

/* "thu hoạch sau 7N"; "5G", "3D" and "quy tắc 4Đ" are names. */
static gboolean
is_stray_capital (const Saying *saying, int at)
{
  const SpeechToken *next = saying_token (saying, at + 1);

  return saying_token (saying, at)->shape == SHAPE_CAPITAL
         && strchr ("FHILMNPQRSTVX", *saying_at (saying, at))
         && (next->space_before || (next->kind == SPEECH_MARK && !saying_is_dash (saying, at + 1)))
         && !saying_may_be_name (saying, at + 1) && is_stray_letter (saying, at);
}

/* "gà Mía x Lương Phượng": a breed, or two who meet. */
static gboolean
is_cross (const Saying *saying, int at)
{
  return saying_matches (saying, at, "x") && !saying_is_glued (saying, at)
         && !saying_is_glued (saying, at + 1) && saying_is_word (saying, at - 1)
         && saying_is_word (saying, at + 1);
}

/* "ngày 2v": tablets, when it is said how often they are taken; or volts? */
static int
say_tablets (Saying *saying, int at)
{
  if (!(saying_matches (saying, at, "v") || is_stray_tonne (saying, at))
      || !saying_is_number (saying, at - 1) || !saying_is_glued (saying, at))
    return at;
  gboolean has_time =
    saying_is_slash (saying, at + 1) && saying_has_topic (saying, at + 2, TOPIC_DOSE);
  if (!has_time && !saying_has (saying, at + 1, "x") && !saying_is_mark (saying, at + 1, 0xD7)) {
    say_spelled (saying, at);
    return at + 1;
  }
  saying_word (saying, "viên");
  saying->quantity_end = at + 1;
  if (!has_time)
    return at + 1;
  saying_word (saying, "một");
  saying_small (saying, at + 2);
  return at + 3;
}

int
say_letter (Saying *saying, int at)
{
  const SpeechToken *token = saying_token (saying, at);

  if (token->n_letters != 1)
    return at;
  /* "công tơ 10(40)A": what it bears at most stands in brackets */
  if (saying_matches (saying, at, "A") && saying_is_glued (saying, at)
      && saying_is_mark (saying, at - 1, ')') && saying_is_number (saying, at - 2)
      && saying_is_mark (saying, at - 3, '(') && saying_is_number (saying, at - 4)
      && saying_is_glued (saying, at - 3)) {
    saying_word (saying, "am pe");
    return at + 1;
  }
  if (is_force_of_wind (saying, at)) {
    saying_word (saying, "cấp");
    return at + 1;
  }
  gboolean is_glued = saying_is_glued (saying, at)
                      || (saying_is_glued (saying, at + 1) && saying_is_number (saying, at + 1));
  if (is_item (saying, at)) {
    saying_word (saying, "điểm");
    saying_letters (saying, saying_at (saying, at), token->end - token->start);
    saying_pause (saying, ',');
    return at + 2;
  }
  const char *medal = unit_medal (saying, at);
  if (medal) {
    saying_word (saying, medal);
    return at + 1;
  }
  if (is_seat (saying, at)) {
    saying_word (saying, "chỗ");
    saying->quantity_end = at + 1;
    return at + 1;
  }
  /* "cháu T. (12t)" */
  const char *years = unit_of_time (saying, at);
  if (years) {
    saying_word (saying, years);
    saying->quantity_end = at + 1;
    return at + 1;
  }
  int tablets = say_tablets (saying, at);
  if (tablets > at)
    return tablets;
  if (is_vowel_word (saying, at) && !(is_glued && saying_is_number (saying, at - 1))
      && token->shape == SHAPE_SMALL)
    return at;
  /* "Y tế", and "Nguyễn Văn A": a vowel is its own name. */
  if (is_vowel_word (saying, at) && !is_glued)
    return at;
  if (is_stray_unit (saying, at) || is_stray_capital (saying, at) || is_cross (saying, at)) {
    say_spelled (saying, at);
    return at + 1;
  }
  saying_letters (saying, saying_at (saying, at), token->end - token->start);
  return at + 1;
}

static gboolean
is_apostrophe (const Saying *saying, int at)
{
  gunichar mark = saying_token (saying, at)->mark;
  return (mark == '\'' || mark == 0x2019 || mark == 0x2018 || mark == '`' || mark == 0x2BC)
         && saying_is_glued (saying, at);
}

/* A capital with a stop behind it, or the last of a chain. */
static gboolean
is_letter_of_chain (const Saying *saying, int at)
{
  const SpeechToken *token = saying_token (saying, at);
  return token->kind == SPEECH_WORD && token->n_letters == 1 && token->shape == SHAPE_CAPITAL;
}

/* "Ng", "Tr", "Kh": names begin with two consonants, too. */
static gboolean
starts_chain (const Saying *saying, int at)
{
  return is_letter_of_chain (saying, at)
         || (saying_token (saying, at)->shape == SHAPE_CAPITAL
             && saying_has_topic (saying, at, TOPIC_ONSET));
}

/* "chị N.T.H.", "anh Đ.V.C": letters of a name, each with its stop. Returns the token after them,
 * or `at`. */
static int
initials_end (const Saying *saying, int at)
{
  int end = at + 1;

  if (!saying_token (saying, at)->space_before || !starts_chain (saying, at))
    return at;
  while (saying_is_mark (saying, end, '.') && saying_is_glued (saying, end)
         && saying_is_glued (saying, end + 1) && is_letter_of_chain (saying, end + 1))
    end += 2;
  /* "MVP: Đ.V. Hùng" */
  gboolean is_named =
    saying_is_named (saying, at, WORD_PERSON)
    || (saying_is_mark (saying, end, '.') && saying_may_be_name (saying, end + 1));
  gboolean ends = !saying_is_glued (saying, end) || saying_token (saying, end)->kind == SPEECH_MARK;
  return ends && (end > at + 4 || (end > at + 2 && is_named)) ? end : at;
}

static int
say_initials (Saying *saying, int at)
{
  int end = initials_end (saying, at);

  for (int i = at; i < end; i += 2)
    saying_letters (saying, saying_at (saying, i), saying_length (saying, i));
  /* the stop behind the last one is no end of a sentence before small letters, nor before the rest
   * of the name, "Ng.T.Thảo" */
  const SpeechToken *next = saying_token (saying, end + 1);
  gboolean goes_on = end > at && saying_is_mark (saying, end, '.') && saying_is_glued (saying, end)
                     && next->kind == SPEECH_WORD
                     && (next->shape == SHAPE_SMALL || !next->space_before
                         || (end == at + 3 && !saying_is_named (saying, at, WORD_PERSON)));
  return end + goes_on;
}

/* "a.Sơn", "x.Ia Kring": a small letter with a stop right before a name; what it is short for is
 * known, or asked. */
static int
say_title_letter (Saying *saying, int at)
{
  static const struct {
    const char *letter, *words;
  } rows[] = { { "a", "anh" },    { "c", "chị" },  { "ô", "ông" },   { "x", "xã" },
               { "p", "phường" }, { "q", "quận" }, { "h", "huyện" }, { "đ", "đường" } };
  const SpeechToken *token = saying_token (saying, at);

  if (token->n_letters != 1 || !token->space_before || !saying_is_mark (saying, at + 1, '.')
      || !saying_is_glued (saying, at + 1) || !saying_is_glued (saying, at + 2)
      || !saying_may_be_name (saying, at + 2))
    return at;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (saying_matches (saying, at, rows[i].letter)) {
      saying_word (saying, rows[i].words);
      return at + 2;
    }
  if (lookup_exact (saying, at, at + 2) != NULL)
    return at;
  say_spelled (saying, at);
  return at + 2;
}

/* "LH A. Dũng", "gặp C. Hoa", "0912345678 (A. Tư)": whom one is to call. */
static int
say_title_capital (Saying *saying, int at)
{
  const char *title = saying_matches (saying, at, "A")   ? "anh"
                      : saying_matches (saying, at, "C") ? "chị"
                                                         : NULL;

  if (title == NULL || !saying_is_mark (saying, at + 1, '.')
      || !saying_may_be_name (saying, at + 2))
    return at;
  gboolean is_called = saying_has_topic (saying, at - 1, TOPIC_MEET)
                       || saying_class (saying, at - 1) & WORD_CALL
                       || (saying_is_mark (saying, at - 1, '(') && saying->phone_end == at - 1);
  if (!is_called)
    return at;
  saying_word (saying, title);
  return at + 2;
}

/* "B. Đăk Rao": the letter of a village before a name of the highlands. */
static int
say_village (Saying *saying, int at)
{
  if (!saying_matches (saying, at, "B")
      || !(saying_token (saying, at)->space_before || saying_is_mark (saying, at - 1, '('))
      || !saying_is_mark (saying, at + 1, '.') || !saying_is_glued (saying, at + 1)
      || !(saying_class (saying, at + 2) & WORD_HIGHLAND)
      || saying_token (saying, at + 2)->shape == SHAPE_SMALL)
    return at;
  saying_word (saying, "buôn");
  return at + 2;
}

/* "ông X. khai nhận", "chị H. (35 tuổi)", "tên Lê V.": the letter of a name, whatever it may be
 * short for elsewhere. */
int
say_initial (Saying *saying, int at)
{
  int chain = say_initials (saying, at);
  if (chain == at)
    chain = say_title_letter (saying, at);
  if (chain == at)
    chain = say_title_capital (saying, at);
  if (chain == at)
    chain = say_village (saying, at);
  if (chain > at)
    return chain;
  const SpeechToken *token = saying_token (saying, at);
  gboolean has_stop = saying_is_mark (saying, at + 1, '.') && saying_is_glued (saying, at + 1);
  gboolean is_name = saying_may_be_name (saying, at - 1) && has_stop
                     && saying_token (saying, at + 2)->shape == SHAPE_SMALL;

  if (token->n_letters != 1 || token->shape != SHAPE_CAPITAL || !token->space_before
      || is_apostrophe (saying, at + 1)
      || (saying_is_glued (saying, at + 1) && !saying_is_mark (saying, at + 1, '.')
          && !saying_is_mark (saying, at + 1, ',')
          && saying_token (saying, at + 1)->kind != SPEECH_MARK)
      || !(is_name || saying_is_named (saying, at, WORD_PERSON)))
    return at;
  if (!is_vowel_word (saying, at))
    saying_letters (saying, saying_at (saying, at), token->end - token->start);
  else
    saying_copy (saying, at, at + 1);
  return at + 1;
}

/* --- names of the highlands --- */

/* The light first syllable a consonant stands for: "Bờ" in "B'Lao"; NULL for any other letter. */
static const char *
light_syllable (gunichar letter)
{
  static const struct {
    gunichar letter;
    const char *syllable;
  } rows[] = {
    { 'b', "Bờ" }, { 'c', "Cờ" }, { 'd', "Đờ" }, { 0x111, "Đờ" }, { 'g', "Gờ" }, { 'h', "Hờ" },
    { 'k', "Ca" }, { 'l', "Lờ" }, { 'm', "Mờ" }, { 'n', "Nờ" },   { 'p', "Pờ" }, { 'r', "Rờ" },
    { 's', "Sờ" }, { 't', "Tờ" }, { 'v', "Vờ" }, { 'x', "Xờ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].letter == g_unichar_tolower (letter))
      return rows[i].syllable;
  return NULL;
}

/* The same of an onset of two letters, "Ph" in "Ph'Lơi"; "Bh" and others are heard as their first.
 */
static const char *
light_onset (const Saying *saying, int at)
{
  static const struct {
    const char *onset, *syllable;
  } rows[] = {
    { "kh", "Khơ" }, { "ph", "Phờ" }, { "th", "Thờ" }, { "ch", "Chờ" }, { "nh", "Nhờ" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (saying_has (saying, at, rows[i].onset))
      return rows[i].syllable;
  return light_syllable (g_utf8_get_char (saying_at (saying, at)));
}

/* "KDang", "SRó": two capitals, and what follows the first is a syllable. */
static gboolean
is_clustered_name (const Saying *saying, int at)
{
  const char *text = saying_at (saying, at);
  const char *second = g_utf8_next_char (text);
  const char *end = text + saying_length (saying, at);
  const char *third = second < end ? g_utf8_next_char (second) : end;

  if (saying_token (saying, at)->shape != SHAPE_MIXED || third >= end
      || !g_unichar_isupper (g_utf8_get_char (second)))
    return FALSE;
  for (const char *p = third; p < end; p = g_utf8_next_char (p))
    if (!g_unichar_islower (g_utf8_get_char (p)))
      return FALSE;
  return g_unichar_isupper (g_utf8_get_char (text))
         && syllable_is_vietnamese (second, end - second);
}

/* "B" in "B'Lao", "Bh" in "Bh'noong": one consonant to the ear. */
static gboolean
is_one_consonant (const Saying *saying, int at)
{
  const SpeechToken *token = saying_token (saying, at);
  const char *text = saying_at (saying, at);

  return token->n_letters == 1
         || (token->n_letters == 2 && token->shape <= SHAPE_CAPITAL && text[1] == 'h');
}

/* B'Lao, Ea H'leo, dân tộc H'Mông, K'Ho; KDang, SRó: as people there say them, never spelled. */
int
say_highland_name (Saying *saying, int at)
{
  gboolean has_apostrophe = is_one_consonant (saying, at) && is_apostrophe (saying, at + 1)
                            && saying_is_word (saying, at + 2) && saying_is_glued (saying, at + 2)
                            && saying_token (saying, at + 2)->shape <= SHAPE_CAPITAL
                            && saying_token (saying, at + 2)->n_letters > 1;

  if (!has_apostrophe && !is_clustered_name (saying, at))
    return at;
  const char *syllable = light_onset (saying, at);
  if (syllable == NULL)
    return at;
  saying_word (saying, syllable);
  g_string_append_c (saying->out, '-');
  saying_glue (saying);
  if (has_apostrophe) {
    saying_copy (saying, at + 2, at + 3);
    return at + 3;
  }
  const char *second = g_utf8_next_char (saying_at (saying, at));
  g_string_append_len (saying->out, second,
                       saying_at (saying, at) + saying_length (saying, at) - second);
  saying->is_glued = FALSE;
  return at + 1;
}

/* A form that is known but for a slip of the pen: "BCD" for "BCĐ", "VNNeID" for "VNeID". */
static const LexiconEntry *
find_slip (const Saying *saying, int at)
{
  const char *text = saying_at (saying, at);
  gsize length = saying_length (saying, at);
  g_autoptr (GString) other = g_string_new (NULL);

  if (length > 24)
    return NULL;
  for (gsize i = 0; i < length; i++) {
    if (text[i] != 'D' && (i == 0 || text[i] != text[i - 1]))
      continue;
    g_string_truncate (other, 0);
    g_string_append_len (other, text, i);
    g_string_append (other, text[i] == 'D' ? "Đ" : "");
    g_string_append_len (other, text + i + 1, length - i - 1);
    const LexiconEntry *entry =
      lexicon_find (saying->lexicon, other->str, other->len, tokens_hash (other->str, other->len));
    if (entry && entry->say)
      return entry;
  }
  return NULL;
}

/* Mixed letters that a foreign name has, YouTube, and an abbreviation has not. */
static gboolean
is_foreign_name (const Saying *saying, int at)
{
  const char *text = saying_at (saying, at);
  gboolean was_capital = FALSE;

  for (const char *p = text; p < text + saying_length (saying, at); p = g_utf8_next_char (p)) {
    gboolean is_capital = g_unichar_isupper (g_utf8_get_char (p));
    if (is_capital && was_capital)
      return FALSE;
    was_capital = is_capital;
  }
  return !was_capital && saying_token (saying, at)->n_letters > 3;
}

/* "giống lúa OM5451, ST25", "bình MFZ4": behind what is known by such names, letters with a number
 * mean nothing in words, and there is nothing to ask. */
gboolean
say_is_letters_of_name (const Saying *saying, int at)
{
  if (!saying_is_number (saying, at + 1) || !saying_is_glued (saying, at + 1))
    return FALSE;
  return saying_is_named (saying, first_of_letters (saying, at),
                          WORD_FORM | WORD_NUMBER_NAME | WORD_BUILDING | WORD_PARCEL)
         || saying_is_named (saying, at, WORD_FORM | WORD_NUMBER_NAME | WORD_BUILDING);
}

/* "EV71", "XB80": two letters that nobody knows with a number right behind them are a name, which
 * is said as it is written. */
static gboolean
is_short_code (const Saying *saying, int at)
{
  return saying_token (saying, at)->n_letters == 2 && saying_length (saying, at) == 2
         && saying_token (saying, at)->shape == SHAPE_CAPITALS && saying_is_number (saying, at + 1)
         && saying_is_glued (saying, at + 1) && find_slip (saying, at) == NULL;
}

/* Fewer letters in capitals are an abbreviation, whatever word they make in small ones. */
#define FEWEST_SHOUTED 4

/* The entry that is written like the word but for its case; NULL when there is none. */
static const LexiconEntry *
find_written (const Saying *saying, const char *written)
{
  gsize length = strlen (written);
  const LexiconEntry *entry =
    lexicon_find (saying->lexicon, written, length, tokens_hash (written, length));
  return entry && entry->say ? entry : NULL;
}

/* The entry of a word that has capitals here and none in the lexicon, "Test", or only the first
 * one, "ZALO". */
static const LexiconEntry *
find_small (const Saying *saying, int at)
{
  char small[32];

  if (saying_token (saying, at)->shape == SHAPE_SMALL
      || !vocabulary_lower (saying_at (saying, at), saying_length (saying, at), small,
                            sizeof small))
    return NULL;
  const LexiconEntry *entry = find_written (saying, small);
  small[0] = g_ascii_toupper (small[0]);
  return entry ? entry : find_written (saying, small);
}

int
say_unknown (Saying *saying, int at)
{
  const SpeechToken *token = saying_token (saying, at);

  if (token->shape != SHAPE_CAPITALS && token->shape != SHAPE_MIXED)
    return at;
  if (token->shape == SHAPE_MIXED && is_foreign_name (saying, at))
    return at;
  if (say_is_letters_of_name (saying, at) || is_short_code (saying, at)) {
    saying_letters (saying, saying_at (saying, at), saying_length (saying, at));
    return at + 1;
  }
  const LexiconEntry *shouted = token->shape == SHAPE_CAPITALS && token->n_letters >= FEWEST_SHOUTED
                                  ? find_small (saying, at)
                                  : NULL;
  if (shouted) {
    saying_word (saying, shouted->say);
    return at + 1;
  }
  const LexiconEntry *slip = find_slip (saying, at);
  if (slip == NULL) {
    say_spelled (saying, at);
    return at + 1;
  }
  g_autofree char *written = g_strndup (saying_at (saying, at), saying_length (saying, at));
  g_autofree char *advice = g_strdup_printf (
    _ ("did “%s” slip in for “%s”? Correct it, or add it to lexicon.yaml"), written, slip->written);
  saying_warn (saying, at, written, advice,
               _ ("the abbreviation “%s” is unknown; its letters are read"), written);
  saying->certainty = SPEECH_UNKNOWN;
  saying_letters (saying, saying_at (saying, at), saying_length (saying, at));
  return at + 1;
}

/* A word of a language that is not written as ours: "deepfake", "Brandname". Its letters have no
 * marks, and they make no syllable. */
gboolean
say_is_foreign (const Saying *saying, int at)
{
  const char *text = saying_at (saying, at);
  gsize length = saying_length (saying, at);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalpha (text[i]))
      return FALSE;
  return length >= FEWEST_FOREIGN_LETTERS && !saying_is_ours (saying, at);
}

/* Two consonants that begin words of the highlands: "Kly", "Bling", "Rmah". */
static gsize
highland_onset (const char *small)
{
  static const char *const onsets[] = { "bh", "bl", "br", "by", "dh", "dl", "dr", "gl", "gr", "hl",
                                        "hr", "jr", "kb", "kl", "km", "kn", "kp", "kr", "ks", "kt",
                                        "kd", "md", "ml", "mn", "mt", "pl", "pr", "px", "rb", "rc",
                                        "rl", "rm", "rs", "rv", "sr", "y",  "z",  "j" };

  for (guint i = 0; i < G_N_ELEMENTS (onsets); i++)
    if (g_str_has_prefix (small, onsets[i]))
      return strlen (onsets[i]);
  return 0;
}

static gboolean
is_highland_word (const Saying *saying, int at)
{
  char small[16];

  if (!vocabulary_lower (saying_at (saying, at), saying_length (saying, at), small, sizeof small))
    return FALSE;
  gsize onset = highland_onset (small);
  gsize vowels = strspn (small + onset, "aeiouy");
  const char *end = small + onset + vowels;
  return onset > 0 && vowels > 0 && strlen (end) <= 2
         && strspn (end, "bcdghklmnprst") == strlen (end);
}

/* Words that are looked at before one that may be a name of the highlands. */
#define NAME_REACH 3

/* "buôn Dhung", "ông Y Krem", "xã Ia Grai": the name of a place or a person there. It is read as it
 * is written, like any other name. */
static gboolean
is_native_name (const Saying *saying, int at)
{
  if (saying_class (saying, at) & WORD_HIGHLAND)
    return TRUE;
  if (saying_token (saying, at)->shape != SHAPE_CAPITAL || !is_highland_word (saying, at))
    return FALSE;
  if (saying_class (saying, at + 1) & WORD_HIGHLAND)
    return TRUE;
  for (int i = at - 1; i >= at - NAME_REACH && saying_is_word (saying, i); i--)
    if (saying_class (saying, i) & (WORD_PLACE | WORD_PERSON | WORD_TITLE | WORD_HIGHLAND))
      return TRUE;
  return FALSE;
}

/* "sđ", "nv": small letters without a vowel are no word, and nobody can say them. */
static gboolean
has_no_vowel (const Saying *saying, int at)
{
  const char *text = saying_at (saying, at);
  const char *end = text + saying_length (saying, at);

  if (saying_token (saying, at)->shape > SHAPE_CAPITAL || saying_token (saying, at)->n_letters < 2
      || saying_token (saying, at)->n_letters > MOST_CONSONANTS)
    return FALSE;
  for (const char *p = text; p < end; p = g_utf8_next_char (p)) {
    gunichar letter = g_unichar_tolower (g_utf8_get_char (p));
    if (letter < 0x80 ? strchr ("aeiouy", (int) letter) != NULL : letter != 0x111)
      return FALSE;
  }
  return TRUE;
}

/* A letter that Vietnamese is not written with. */
static gboolean
is_letter_of_others (gunichar letter)
{
  return letter >= 0xC0 && letter_of (letter).plain == 0 && g_unichar_isalpha (letter);
}

/* "ជំរាបសួរ", "ƀing": letters of another language are in it. */
static gboolean
has_letters_of_others (const Saying *saying, int at)
{
  const char *text = saying_at (saying, at);
  const char *end = text + saying_length (saying, at);

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0x80 && is_letter_of_others (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Tokens of a sentence that are looked at to know its language, and the words of another that it
 * takes. */
#define PASSAGE_REACH        60
#define FEWEST_PASSAGE_WORDS 4

/* No syllable of ours and no unit, whatever letters it has: "public", "ƀing", "hơdră". */
static gboolean
is_strange (const Saying *saying, int at)
{
  const SpeechToken *token = saying_token (saying, at);

  return token->shape <= SHAPE_CAPITAL && token->space_before
         && (token->n_letters >= FEWEST_FOREIGN_LETTERS || has_letters_of_others (saying, at))
         && !lexicon_filter_has (saying->filter, token->hash) && !saying_is_ours (saying, at);
}

/* The last mark of a sentence. */
static gboolean
ends_sentence (const Saying *saying, int at)
{
  gunichar mark = saying_token (saying, at)->mark;
  return (mark == '.' || mark == '?' || mark == '!') && !saying_is_glued (saying, at + 1);
}

/* Where the sentence in another language ends whose first strange word stands at `at`; `at` when
 * only some words of it are strange, or when those are names. */
static int
passage_end (const Saying *saying, int at)
{
  int n_foreign = 0, n_names = 0, n_native = 0;
  int end = at;

  for (; end < saying->n_tokens && end < at + PASSAGE_REACH && !ends_sentence (saying, end);
       end++) {
    const SpeechToken *token = saying_token (saying, end);
    if (token->kind != SPEECH_WORD || token->n_letters < 2)
      continue;
    gboolean is_foreign = is_strange (saying, end);
    n_foreign += is_foreign;
    n_names += is_foreign && token->shape != SHAPE_SMALL;
    n_native += !is_foreign;
  }
  return n_foreign >= FEWEST_PASSAGE_WORDS && n_foreign >= n_native && n_names * 2 < n_foreign ? end
                                                                                               : at;
}

/* A sentence of another language is left as it is, its numbers too: our rules are not its. */
static int
say_passage (Saying *saying, int at)
{
  int end = passage_end (saying, at);

  if (end == at)
    return at;
  g_autofree char *written = saying_quote (saying, at, end);
  saying->certainty = SPEECH_UNKNOWN;
  saying_warn (saying, at, written, _ ("have it read by somebody who speaks the language"),
               _ ("“%s …” is in another language; the sentence is left as it is written"), written);
  saying_copy_run (saying, at, end);
  return end;
}

/* Left as it is, and reported: who reads it out must know how. */
int
say_foreign (Saying *saying, int at)
{
  if (saying_is_ours (saying, at))
    return at;
  if (saying_is_word (saying, at) && is_strange (saying, at)) {
    int passage = say_passage (saying, at);
    if (passage > at)
      return passage;
  }
  if (saying_is_word (saying, at) && has_no_vowel (saying, at)
      && !(saying_class (saying, at) & WORD_HIGHLAND) && !saying_is_dash (saying, at - 1)
      && !saying_is_dash (saying, at + 1)) {
    const LexiconEntry *small = find_small (saying, at);
    if (small) {
      saying_word (saying, small->say);
      return at + 1;
    }
    say_spelled (saying, at);
    return at + 1;
  }
  if (!saying_is_word (saying, at)
      || !(say_is_foreign (saying, at) || has_letters_of_others (saying, at))
      || is_native_name (saying, at)
      || (saying_is_glued (saying, at) && saying_is_dash (saying, at - 1))
      || (saying_is_dash (saying, at + 1) && saying_is_glued (saying, at + 1)))
    return at;
  /* "Test nhanh" at the start of a sentence */
  const LexiconEntry *small = find_small (saying, at);
  if (small) {
    saying_word (saying, small->say);
    return at + 1;
  }
  g_autofree char *written = saying_quote (saying, at, at + 1);
  saying_warn (saying, at, written, _ ("add to lexicon.yaml how it is said"),
               _ ("“%s” is not a Vietnamese word; it is left as it is written"), written);
  saying->certainty = SPEECH_UNKNOWN;
  saying_copy (saying, at, at + 1);
  return at + 1;
}
