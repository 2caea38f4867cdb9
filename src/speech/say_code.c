/* SPDX-License-Identifier: MIT */
/* Numbers that are read digit by digit: telephones, identity cards, accounts, number plates. */
#include "speech/recognisers.h"

#include <string.h>

#define MOST_GROUPS   6
#define MOBILE_DIGITS 10
#define FIXED_DIGITS  11
#define CARD_DIGITS   12
/* Seven digits at a time are too many for the ear. */
#define LONG_GROUP 7
/* How far behind a telephone number a short one is one too: "hoặc 113". */
#define PHONE_REACH 2

/* Digits in groups as they are written. */
typedef struct {
  int end;
  int groups[MOST_GROUPS]; /* tokens */
  guint n_groups;
  gsize n_digits;
} Groups;

static gboolean
is_group_mark (const Saying *saying, int at)
{
  return (saying_is_mark (saying, at, '.') || saying_is_mark (saying, at, '-'))
         && saying_is_glued (saying, at) && saying_is_glued (saying, at + 1)
         && saying_is_number (saying, at + 1);
}

/* Groups from `at` on while they have not more than `most` digits together. */
static void
groups_read (const Saying *saying, int at, gsize most, Groups *groups)
{
  *groups = (Groups){ .end = at };
  while (groups->n_groups < MOST_GROUPS && saying_is_number (saying, at)
         && groups->n_digits + saying_length (saying, at) <= most) {
    groups->n_digits += saying_length (saying, at);
    groups->groups[groups->n_groups++] = at;
    groups->end = at + 1;
    at += is_group_mark (saying, at + 1) ? 2 : 1;
  }
}

static void
say_group (Saying *saying, const char *digits, gsize length)
{
  saying_pause (saying, ',');
  saying_word (saying, "");
  number_words_digits (saying->out, digits, length);
}

/* A group as written, unless it is so long that two are needed: 024.38221234. */
static void
say_written_group (Saying *saying, int at)
{
  gsize length = saying_length (saying, at);
  gsize half = length / 2;

  saying_word (saying, "");
  if (length < LONG_GROUP || length >= MOBILE_DIGITS) {
    number_words_digits (saying->out, saying_at (saying, at), length);
    return;
  }
  number_words_digits (saying->out, saying_at (saying, at), half);
  say_group (saying, saying_at (saying, at) + half, length - half);
}

/* Groups as written; digits in one piece are cut so that they can be remembered: 4-3-3, after the
 * code of a province 4-3 or 4-4. */
static void
say_groups (Saying *saying, const Groups *groups)
{
  static const gsize mobile[] = { 4, 3, 3 };
  static const gsize city[] = { 3, 4, 4 };
  static const gsize province[] = { 4, 4, 3 };
  const char *digits = saying_at (saying, groups->groups[0]);

  saying_word (saying, "");
  if (groups->n_groups > 1 || groups->n_digits < MOBILE_DIGITS || groups->n_digits > FIXED_DIGITS) {
    for (guint i = 0; i < groups->n_groups; i++) {
      if (i > 0)
        saying_pause (saying, ',');
      say_written_group (saying, groups->groups[i]);
    }
    return;
  }
  gboolean is_city = memcmp (digits, "024", 3) == 0 || memcmp (digits, "028", 3) == 0;
  const gsize *sizes = groups->n_digits == MOBILE_DIGITS ? mobile : is_city ? city : province;
  number_words_digits (saying->out, digits, sizes[0]);
  say_group (saying, digits + sizes[0], sizes[1]);
  say_group (saying, digits + sizes[0] + sizes[1], sizes[2]);
}

/* Not the first piece of a longer number, of a date or of a symbol. */
static gboolean
ends_freely (const Saying *saying, int end)
{
  return !saying_is_glued (saying, end)
         || !(saying_is_slash (saying, end) || saying_is_number (saying, end + 1)
              || saying_is_word (saying, end));
}

/* "gọi 113", "gọi ngay 113", "gọi điện tới số 113" */
static gboolean
is_called (const Saying *saying, int at)
{
  int before = saying_word_before (saying, at);

  for (guint steps = 0; steps < 4 && before >= 0; steps++) {
    WordClasses class = saying_class (saying, before);
    if (class & WORD_PHONE)
      return TRUE;
    if (!(class & WORD_PHONE_LINK))
      return FALSE;
    before = saying_word_before (saying, before);
  }
  return FALSE;
}

static gboolean
is_emergency (const Saying *saying, int at)
{
  gboolean is_near = saying->phone_end > 0 && at - saying->phone_end <= PHONE_REACH;

  return saying_phrase_class (saying, at, at + 1) & WORD_SHORT_NUMBER
         && (is_near || is_called (saying, at));
}

/* 1900 1234, 1800.6132, 19001234 */
static gboolean
is_service (const Saying *saying, int at, const Groups *groups)
{
  const char *digits = saying_at (saying, at);
  gboolean has_prefix = memcmp (digits, "1900", 4) == 0 || memcmp (digits, "1800", 4) == 0;

  return has_prefix
         && (saying_length (saying, at) == 4 || saying_length (saying, at) == 8
             || saying_length (saying, at) == 10)
         && (groups->n_digits == 8 || groups->n_digits == 10) && ends_freely (saying, groups->end);
}

static gboolean
is_telephone (const Saying *saying, int at, const Groups *groups)
{
  const char *digits = saying_at (saying, at);
  gboolean is_complete = groups->n_digits == MOBILE_DIGITS || groups->n_digits == FIXED_DIGITS;

  return digits[0] == '0' && saying_length (saying, at) >= 3 && is_complete
         && ends_freely (saying, groups->end);
}

/* After "84" the groups are as written, or three by three. */
static int
say_from_abroad (Saying *saying, int at)
{
  Groups groups;

  groups_read (saying, at, FIXED_DIGITS + 2, &groups);
  for (guint i = 0; i < groups.n_groups; i++) {
    const char *digits = saying_at (saying, groups.groups[i]);
    gsize length = saying_length (saying, groups.groups[i]);
    gsize cut = i == 0 && length > 4 ? 2 : 0;
    if (i > 0)
      saying_pause (saying, ',');
    saying_word (saying, "");
    number_words_digits (saying->out, digits, cut ? cut : length);
    for (; cut > 0 && cut < length; cut += 3)
      say_group (saying, digits + cut, MIN (3, length - cut));
  }
  return groups.end;
}

/* "84912345678": the country's code without its sign. */
static gboolean
is_from_abroad (const Saying *saying, int at)
{
  const char *digits = saying_at (saying, at);

  return saying_length (saying, at) == FIXED_DIGITS && digits[0] == '8' && digits[1] == '4'
         && digits[2] >= '3' && ends_freely (saying, at + 1);
}

int
say_phone (Saying *saying, int at)
{
  Groups groups;
  gsize length = saying_length (saying, at);

  if (length >= 3 && length <= 4 && is_emergency (saying, at)) {
    saying_digits (saying, at);
    saying->phone_end = at + 1;
    return at + 1;
  }
  if (length < 3)
    return at;
  if (is_from_abroad (saying, at)) {
    saying->phone_end = at + 1;
    return say_from_abroad (saying, at);
  }
  gboolean is_fixed =
    memcmp (saying_at (saying, at), "02", 2) == 0 || memcmp (saying_at (saying, at), "01", 2) == 0;
  groups_read (saying, at, is_fixed ? FIXED_DIGITS : MOBILE_DIGITS, &groups);
  if (length >= 4 && is_service (saying, at, &groups)) {
    if (groups.n_groups > 1) {
      say_groups (saying, &groups);
      return groups.end;
    }
    saying_word (saying, "");
    number_words_digits (saying->out, saying_at (saying, at), 4);
    say_group (saying, saying_at (saying, at) + 4, length - 4);
    saying->phone_end = groups.end;
    return groups.end;
  }
  if (!is_telephone (saying, at, &groups))
    return at;
  say_groups (saying, &groups);
  saying->phone_end = groups.end;
  return groups.end;
}

int
say_abroad_phone (Saying *saying, int at)
{
  gsize length = saying_length (saying, at + 1);
  Groups groups;

  if (!saying_is_mark (saying, at, '+') || !saying_is_number (saying, at + 1)
      || !saying_is_glued (saying, at + 1))
    return at;
  groups_read (saying, at + 1, FIXED_DIGITS + 2, &groups);
  gboolean is_ours = saying_matches (saying, at + 1, "84")
                     || (length >= 9 && memcmp (saying_at (saying, at + 1), "84", 2) == 0);
  if (!is_ours && (length > 3 || groups.n_groups < 2 || groups.n_digits < MOBILE_DIGITS))
    return at;
  saying_word (saying, "cộng");
  return say_from_abroad (saying, at + 1);
}

/* "(84-24) 3825 1234", "(+84.24)": where the second code in the brackets stands, or 0. */
static int
second_code (const Saying *saying, int at)
{
  gboolean is_country = saying_matches (saying, at, "84");
  return is_country && is_group_mark (saying, at + 1) && saying_length (saying, at + 2) <= 3
           ? at + 2
           : 0;
}

/* The code of a province, or of the country, in brackets. */
int
say_bracketed_phone (Saying *saying, int at)
{
  int code = saying_is_mark (saying, at + 1, '+') ? at + 2 : at + 1;
  int second = second_code (saying, code);
  int close = second ? second + 1 : code + 1;
  Groups groups;

  if (!saying_is_number (saying, code) || !saying_is_mark (saying, close, ')')
      || (saying_at (saying, code)[0] != '0' && !saying_matches (saying, code, "84")))
    return at;
  groups_read (saying, close + 1, FIXED_DIGITS - 1, &groups);
  gsize n_digits =
    groups.n_digits + saying_length (saying, code) + (second ? saying_length (saying, second) : 0);
  if (n_digits < MOBILE_DIGITS || n_digits > CARD_DIGITS || !ends_freely (saying, groups.end))
    return at;
  if (code == at + 2)
    saying_word (saying, "cộng");
  saying_digits (saying, code);
  saying_pause (saying, ',');
  if (second)
    say_group (saying, saying_at (saying, second), saying_length (saying, second));
  saying_pause (saying, ',');
  say_groups (saying, &groups);
  saying->phone_end = groups.end;
  return groups.end;
}

/* What comes before the number of a card or an account. */
static gboolean
is_called_account (const Saying *saying, int at)
{
  int before = saying_word_before (saying, at);

  if (saying_is_mark (saying, at - 1, ':'))
    before = at - 2;
  if (saying_has (saying, before, "số"))
    before--;
  return (saying_class (saying, before) & WORD_ACCOUNT) != 0;
}

int
say_card (Saying *saying, int at)
{
  gsize length = saying_length (saying, at);
  gboolean is_identity = length == CARD_DIGITS && saying_at (saying, at)[0] == '0';

  if (length < 8 || !(is_identity || is_called_account (saying, at))
      || !ends_freely (saying, at + 1))
    return at;
  return say_number (saying, at);
}

/* 15A-123.45, 29B1-12345, 30E 123.45 */
int
say_plate (Saying *saying, int at)
{
  int letter = at + 1;
  int next = at + 2;

  if (saying_length (saying, at) != 2 || !saying_is_word (saying, letter)
      || !saying_is_glued (saying, letter) || saying_length (saying, letter) > 2
      || saying_token (saying, letter)->shape == SHAPE_SMALL)
    return at;
  int series = saying_is_number (saying, next) && saying_is_glued (saying, next)
                   && saying_length (saying, next) == 1
                 ? next++
                 : -1;
  next += saying_is_dash (saying, next);
  gsize length = saying_length (saying, next);
  gboolean has_tail =
    length == 3 && is_group_mark (saying, next + 1) && saying_length (saying, next + 2) == 2;
  if (!saying_is_number (saying, next)
      || !(has_tail || ((length == 4 || length == 5) && saying_is_dash (saying, next - 1))))
    return at;

  saying_cardinal (saying, at);
  saying_letters (saying, saying_at (saying, letter), saying_length (saying, letter));
  if (series >= 0)
    saying_digits (saying, series);
  saying_pause (saying, ',');
  if (has_tail || length == 4) {
    saying_digits (saying, next);
    if (has_tail)
      say_group (saying, saying_at (saying, next + 2), 2);
    return has_tail ? next + 3 : next + 1;
  }
  saying_word (saying, "");
  number_words_digits (saying->out, saying_at (saying, next), 3);
  say_group (saying, saying_at (saying, next) + 3, 2);
  return next + 1;
}
