/* SPDX-License-Identifier: MIT */
/* Numbers that are read digit by digit: telephones, identity cards, accounts, number plates. */
#include "speech/lookup.h"
#include "speech/numeral.h"
#include "speech/recognisers.h"
#include "speech/unit.h"

#include "base/i18n.h"

#include <string.h>

#define MOST_GROUPS   6
#define MOBILE_DIGITS 10
#define FIXED_DIGITS  11
#define CARD_DIGITS   12
/* Words between "xe" and its plate. */
#define PLATE_REACH 4
/* Words of whom a telephone number belongs to. */
#define OWNER_REACH 7
/* Words between "mã" and the code. */
#define CODE_REACH 3
/* Of a fixed telephone, without the code of its province. */
#define LOCAL_DIGITS 8
/* Seven digits at a time are too many for the ear. */
#define LONG_GROUP 7
/* "1022" */
#define LONGEST_SHORT_NUMBER 4
/* How far behind a telephone number a short one is one too: "hoặc 113". */
#define PHONE_REACH 2
/* Letters that stand for hidden digits: "024.66xxxxxx". */
#define MOST_HIDDEN 8
/* Amounts of so many digits have dots. */
#define FEWEST_UNGROUPED 5
/* Digits behind letters that make a number of a passport or a bank note. */
#define FEWEST_SERIAL 7

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

/* Not the first piece of a longer number, of a date or of a symbol: "0270 3800 115, 7h30" ends
 * before its comma, "1,5" does not end at all. */
static gboolean
ends_freely (const Saying *saying, int end)
{
  if (!saying_is_glued (saying, end))
    return TRUE;
  return !saying_is_word (saying, end) && !saying_is_slash (saying, end)
         && !(saying_is_number (saying, end + 1) && saying_is_glued (saying, end + 1));
}

/* The same behind digits that can be nothing but a telephone number: what a comma, a semicolon or a
 * slash leads to is another one. */
static gboolean
ends_phone (const Saying *saying, int end)
{
  gunichar mark = saying_token (saying, end)->mark;

  return ends_freely (saying, end)
         || (saying_is_number (saying, end + 1)
             && (mark == ',' || mark == ';' || saying_is_slash (saying, end)));
}

/* "hoặc 113", ", 113": beside a telephone number a short one is one too. */
static gboolean
follows_phone (const Saying *saying, int at)
{
  return saying->phone_end > 0 && at - saying->phone_end <= PHONE_REACH;
}

/* "gọi 113", "gọi ngay 113", "gọi điện tới số 113" */
static gboolean
is_called (const Saying *saying, int at)
{
  return saying_is_named (saying, at, WORD_PHONE | WORD_CALL);
}

/* A noun follows that the number may count, or a mark that it goes on behind. */
static gboolean
counts_things (const Saying *saying, int at)
{
  const SpeechToken *next = saying_token (saying, at + 1);

  return saying_is_glued (saying, at + 1) ? next->kind != SPEECH_MARK || next->mark == '/'
                                          : unit_at (saying, at + 1) != NULL || next->mark == '/';
}

/* "báo 115 ca": what is counted, and by whom. */
static gboolean
counts_people (const Saying *saying, int at)
{
  return saying_class (saying, at) & (WORD_PER | WORD_TOTAL | WORD_MAGNITUDE)
         || unit_at (saying, at) != NULL;
}

/* "Điện thoại trạm y tế: 3.862.244": whose it is stands between the word and the colon at `at`. */
static gboolean
is_phone_of (const Saying *saying, int at)
{
  for (int i = at - 1; i >= at - OWNER_REACH && saying_is_word (saying, i); i--)
    if (saying_class_ending (saying, i) & WORD_CALL)
      return TRUE;
  return FALSE;
}

static gboolean
is_emergency (const Saying *saying, int at)
{
  if (saying_length (saying, at) > LONGEST_SHORT_NUMBER
      || !(saying_phrase_class (saying, at, at + 1) & WORD_SHORT_NUMBER))
    return FALSE;
  /* "bấm 113 khi có trộm, 115 khi cấp cứu" */
  gboolean counts = saying_is_word (saying, at + 1)
                    && !(saying_class (saying, at + 1) & (WORD_FUNCTION | WORD_BREATH));
  gboolean is_joined = saying_is_mark (saying, at - 1, ',') || saying_has (saying, at - 1, "hoặc")
                       || saying_has (saying, at - 1, "hay") || saying_has (saying, at - 1, "và")
                       || saying_is_mark (saying, at - 1, ':');
  gboolean is_another =
    saying->phone_end > 0 && !counts && ends_freely (saying, at + 1) && is_joined;
  /* "nhớ số 113 nhé", but "Quyết định số 113" */
  gboolean is_bare =
    saying_has (saying, at - 1, "số") && !counts_things (saying, at)
    && !(saying_class (saying, at - 2)
         & (WORD_DOCUMENT | WORD_PARCEL | WORD_ORDER | WORD_HOUSE | WORD_BUILDING | WORD_STREET));
  /* "đường dây nóng bảo vệ phụ nữ: 111" */
  gboolean is_owned = saying_is_mark (saying, at - 1, ':') && is_phone_of (saying, at - 1)
                      && !counts_things (saying, at);
  return is_another || is_bare || is_owned || follows_phone (saying, at) || is_called (saying, at)
         || (saying_is_named (saying, at, WORD_EMERGENCY) && !counts_people (saying, at + 1));
}

/* A stop, or three of them in one. */
static gboolean
is_dots (const Saying *saying, int at)
{
  return saying_is_mark (saying, at, '.') || saying_is_mark (saying, at, 0x2026);
}

/* "0251.3822.xxx", "0123.456.78x": the end of the number is hidden. Returns the token after it, or
 * `at` when the letters stand for something else. */
static int
masked_end (const Saying *saying, int at)
{
  int end = at;

  /* "0969***123" */
  while (saying_is_mark (saying, end, '*') && saying_is_glued (saying, end))
    end++;
  if (end > at)
    return end;
  /* "019...456" */
  while (is_dots (saying, end) && saying_is_glued (saying, end))
    end++;
  if (end > at && (end > at + 1 || saying_is_mark (saying, at, 0x2026)))
    return saying_is_number (saying, end) && saying_is_glued (saying, end) ? end : at;
  end = at;
  if (saying_is_mark (saying, at, '.') || saying_is_mark (saying, at, '-'))
    end++;
  gsize length = saying_length (saying, end);
  /* "02633 822 xxx" */
  if (end == at && length >= 2 && length <= 4 && saying_is_word (saying, at)
      && strspn (saying_at (saying, at), "xX") >= length && saying_is_number (saying, at - 1))
    return at + 1;
  return saying_is_glued (saying, at) && saying_is_glued (saying, end)
             && strspn (saying_at (saying, end), "xX") >= length && length > 0
             && length <= MOST_HIDDEN && saying_is_word (saying, end)
             && !(saying_is_glued (saying, end + 1)
                  && saying_token (saying, end + 1)->kind != SPEECH_MARK)
           ? end + 1
           : at;
}

/* "số 0592 hay 1900 lạ gọi đến": the first four digits of a number that is called. */
static gboolean
is_prefix (const Saying *saying, int at)
{
  return (saying_matches (saying, at, "1900") || saying_matches (saying, at, "1800"))
         && (saying_has (saying, at + 1, "lạ") || saying_has (saying, at + 1, "giả"));
}

/* Words between "nhắn tin" and the number it is sent to. */
#define MESSAGE_REACH 12

/* "nhắn tin … gửi 1405 ủng hộ": whatever stands behind the number, it counts nothing. */
static gboolean
is_sent_to (const Saying *saying, int at)
{
  gboolean is_to = saying_has (saying, at - 1, "đến") || saying_has (saying, at - 1, "tới")
                   || saying_has (saying, at - 1, "về");
  /* "gửi DATA đến 1550" */
  if (is_to && saying_token (saying, at - 2)->shape == SHAPE_CAPITALS
      && saying_has (saying, at - 3, "gửi"))
    return TRUE;
  if (!saying_has (saying, at - 1, "gửi"))
    return FALSE;
  for (int i = at - 2; i >= MAX (0, at - MESSAGE_REACH); i--)
    if (saying_class_ending (saying, i) & WORD_COMPOSE)
      return unit_at (saying, at + 1) == NULL && !(saying_class (saying, at + 1) & WORD_MAGNITUDE);
  return FALSE;
}

/* "soạn tin … gửi 5656", "tổng đài 19001": three to six digits that nothing counts. */
static gboolean
is_short_code (const Saying *saying, int at)
{
  gsize length = saying_length (saying, at);

  if (length < 3 || length > 6 || saying_is_number (saying, at + 1))
    return FALSE;
  gboolean counts = saying_is_word (saying, at + 1)
                    && !(saying_class (saying, at + 1) & (WORD_FUNCTION | WORD_PHRASE))
                    && !is_sent_to (saying, at);

  return !counts && masked_end (saying, at + 1) == at + 1 && ends_phone (saying, at + 1)
         && (saying_is_named (saying, at, WORD_CALL) || follows_phone (saying, at)
             || is_sent_to (saying, at));
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
         && (groups->n_digits == 8 || groups->n_digits == 10) && ends_phone (saying, groups->end);
}

static gboolean
is_telephone (const Saying *saying, int at, const Groups *groups)
{
  const char *digits = saying_at (saying, at);
  gboolean is_complete = groups->n_digits == MOBILE_DIGITS || groups->n_digits == FIXED_DIGITS;

  return digits[0] == '0' && saying_length (saying, at) >= 3 && is_complete
         && ends_phone (saying, groups->end);
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

/* "0869.xxx.123": the middle is hidden. Returns the token after the digits behind it, or `end`. */
static int
unmasked_end (const Saying *saying, int end)
{
  gboolean is_starred = saying_is_mark (saying, end - 1, '*') || is_dots (saying, end - 1);
  int digits = end + (saying_is_mark (saying, end, '.') || saying_is_mark (saying, end, '-'));
  return (digits > end || is_starred) && saying_is_number (saying, digits)
             && saying_is_glued (saying, digits) && saying_is_glued (saying, end)
           ? digits + 1
           : end;
}

static void
say_mask (Saying *saying, int at)
{
  saying_pause (saying, ',');
  if (is_dots (saying, at)) {
    saying_word (saying, "chấm chấm chấm");
    return;
  }
  for (; saying_is_mark (saying, at, '*'); at--)
    saying_word (saying, "sao");
  if (saying_is_mark (saying, at + 1, '*'))
    return;
  for (gsize i = 0; i < saying_length (saying, at); i++)
    saying_word (saying, "ích");
}

/* A number of which only the start is known, or one that only its name makes a telephone number:
 * "tổng đài 028.1022". */
static int
say_named_phone (Saying *saying, int at)
{
  Groups groups;

  groups_read (saying, at, CARD_DIGITS, &groups);
  int end = masked_end (saying, groups.end);
  gboolean is_masked = end > groups.end;
  gboolean is_named = saying_is_named (saying, at, WORD_CALL)
                      && (saying_at (saying, at)[0] == '0' || groups.n_digits >= 8)
                      && groups.n_digits >= 4 && ends_phone (saying, groups.end);
  gsize fewest = saying_is_named (saying, at, WORD_CALL | WORD_NUMBER_NAME) ? 3 : 4;
  if (!is_named && !(is_masked && groups.n_digits >= fewest))
    return at;
  say_groups (saying, &groups);
  if (!is_masked)
    return end;
  say_mask (saying, end - 1);
  int last = unmasked_end (saying, end);
  if (last > end)
    say_group (saying, saying_at (saying, last - 1), saying_length (saying, last - 1));
  return last;
}

/* Money and crowds are written in round numbers. */
static gboolean
is_round (const Saying *saying, int at)
{
  gsize length = saying_length (saying, at);
  return length >= 2 && memcmp (saying_at (saying, at) + length - 2, "00", 2) == 0;
}

/* "…; Bưu điện xã: 3 822 457": where one was said before, who else is called stands before a colon.
 */
static gboolean
is_called_too (const Saying *saying, int at)
{
  Groups groups;

  if (saying->phone_end <= 0 || !saying_is_mark (saying, at - 1, ':'))
    return FALSE;
  groups_read (saying, at, LOCAL_DIGITS, &groups);
  return groups.n_groups > 1 && !is_round (saying, groups.end - 1)
         && unit_at (saying, groups.end) == NULL
         && !(saying_class (saying, groups.end) & (WORD_MAGNITUDE | WORD_PER | WORD_TOTAL));
}

/* "(0232) 3822 114 - 3822 115", "024 3825 1234, 3825 1235": beside a telephone number, one of the
 * same town without its code. */
static int
say_local_phone (Saying *saying, int at)
{
  Groups groups;

  if (saying_is_glued (saying, at))
    return at;
  groups_read (saying, at, LOCAL_DIGITS, &groups);
  if (groups.n_digits < LOCAL_DIGITS - 1 || !ends_phone (saying, groups.end))
    return at;
  say_groups (saying, &groups);
  return groups.end;
}

/* "di động 09 1234 5678": behind its name a number may begin with two digits. */
static int
say_short_start (Saying *saying, int at)
{
  Groups groups;

  if (saying_length (saying, at) != 2 || saying_at (saying, at)[0] != '0'
      || !saying_is_named (saying, at, WORD_CALL | WORD_PHONE))
    return at;
  groups_read (saying, at, MOBILE_DIGITS, &groups);
  if (groups.n_digits != MOBILE_DIGITS || !ends_phone (saying, groups.end))
    return at;
  say_groups (saying, &groups);
  return groups.end;
}

static int
say_known_phone (Saying *saying, int at)
{
  Groups groups;
  gsize length = saying_length (saying, at);

  gboolean is_listed = is_called_too (saying, at);
  if (length < 3 && !is_listed)
    return say_short_start (saying, at);
  if (saying_at (saying, at)[0] != '0' && (is_listed || follows_phone (saying, at))) {
    int local = say_local_phone (saying, at);
    if (local > at)
      return local;
  }
  if (is_emergency (saying, at) || is_prefix (saying, at) || is_short_code (saying, at)) {
    saying_digits (saying, at);
    return at + 1;
  }
  if (is_from_abroad (saying, at))
    return say_from_abroad (saying, at);
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
    return groups.end;
  }
  if (!is_telephone (saying, at, &groups))
    return say_named_phone (saying, at);
  say_groups (saying, &groups);
  return groups.end;
}

/* "Điện thoại trạm y tế: 3.862.244", "điện thoại bàn 3.862.244" */
static int
say_owned_phone (Saying *saying, int at)
{
  Groups groups;
  gboolean has_colon = saying_is_mark (saying, at - 1, ':');

  groups_read (saying, at, CARD_DIGITS, &groups);
  if (groups.n_digits < LOCAL_DIGITS - 1 || groups.n_digits > LOCAL_DIGITS
      || !is_phone_of (saying, has_colon ? at - 1 : at))
    return at;
  /* "gọi điện mất 1.500.000 đồng" */
  if (!has_colon
      && (groups.n_groups != 3 || saying_length (saying, at) != 1
          || is_round (saying, groups.end - 1)
          || (saying_is_word (saying, groups.end)
              && !(saying_class (saying, groups.end) & (WORD_FUNCTION | WORD_BREATH)))))
    return at;
  if (!ends_phone (saying, groups.end) || masked_end (saying, groups.end) > groups.end)
    return at;
  say_groups (saying, &groups);
  return groups.end;
}

int
say_phone (Saying *saying, int at)
{
  int end = say_owned_phone (saying, at);

  if (end == at)
    end = say_known_phone (saying, at);

  if (end == at)
    return at;
  saying->phone_end = end;
  /* "1800.1234/1800.5678": the slash leads to another number, and is no "per". */
  if (saying_is_slash (saying, end) && saying_is_number (saying, end + 1)) {
    saying_pause (saying, ',');
    saying->phone_end = ++end;
  }
  return end;
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
  /* "đầu số +375, +371" */
  if (length <= 3 && groups.n_groups == 1
      && (saying_is_named (saying, at, WORD_CALL) || follows_phone (saying, at))) {
    saying_word (saying, "cộng");
    saying_digits (saying, at + 1);
    saying->phone_end = at + 2;
    return at + 2;
  }
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
  /* "(+84) 28": how a number begins */
  gboolean is_start = code == at + 2 && !second && n_digits <= 5;
  if ((!is_start && n_digits < MOBILE_DIGITS) || n_digits > CARD_DIGITS
      || !ends_freely (saying, groups.end))
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

/* --- numbers that are names --- */

/* Right before the number of a card or an account. */
static gboolean
is_called_account (const Saying *saying, int at)
{
  return saying_is_named (saying, at, WORD_ACCOUNT);
}

/* The end of the run of numbers, letters and marks that a code is made of. Groups of digits may
 * stand apart: "0711 000 123 456". */
static int
code_end (const Saying *saying, int at)
{
  int end = at + 1;

  for (;; end++) {
    const SpeechToken *token = saying_token (saying, end);
    gboolean is_joined = saying_is_glued (saying, end)
                         && (token->kind != SPEECH_MARK
                             || (strchr (".-/:", (int) token->mark) && token->mark > 0
                                 && token->mark < 0x80 && saying_is_glued (saying, end + 1)
                                 && saying_token (saying, end + 1)->kind != SPEECH_MARK));
    gboolean is_apart = saying_is_number (saying, end) && saying_is_number (saying, end - 1)
                        && saying_length (saying, end) >= 3 && saying_length (saying, end - 1) >= 3;
    if (!is_joined && !is_apart)
      return end;
  }
}

/* Numbers in it, their digits, and whether it has letters. */
typedef struct {
  guint n_groups;
  gsize n_digits;
  gboolean has_letters;
} CodeShape;

static CodeShape
code_shape (const Saying *saying, int at, int end)
{
  CodeShape shape = { 0, 0, FALSE };

  for (int i = at; i < end; i++) {
    gboolean is_number = saying_is_number (saying, i);
    shape.n_groups += is_number;
    shape.n_digits += is_number ? saying_length (saying, i) : 0;
    shape.has_letters |= saying_is_word (saying, i);
  }
  return shape;
}

/* "mã ngành 7480201", "mã số thuế hộ 8012345": whatever has a code has no amount. */
static gboolean
is_coded (const Saying *saying, int at)
{
  for (int i = at - 1; i >= at - CODE_REACH && saying_is_word (saying, i)
                       && saying_token (saying, i)->shape != SHAPE_CAPITALS;
       i--)
    if (saying_has (saying, i, "mã"))
      return TRUE;
  return FALSE;
}

/* "000.00.16.H28-261105-0012": groups of digits, letters and marks are what only a code has, named
 * or not. */
static gboolean
has_shape_of_code (const Saying *saying, int at, int end)
{
  CodeShape shape = code_shape (saying, at, end);

  for (int i = at; i < end; i++)
    if (saying_is_mark (saying, i, ':') || saying_is_slash (saying, i)
        || (saying_is_word (saying, i) && saying_token (saying, i)->shape == SHAPE_SMALL))
      return FALSE;
  return shape.has_letters && shape.n_groups >= 3 && shape.n_digits >= 10;
}

/* "CCCD 50.000đ/thẻ", "GPLX 22-24 tháng": an amount with what it counts, whatever stands before. */
static gboolean
is_amount (const Saying *saying, int at, int end)
{
  Numeral numeral;
  int last = end - 1;

  if ((numeral_read (saying, at, &numeral) && unit_at (saying, numeral.end))
      || unit_of_time (saying, last) != NULL)
    return TRUE;
  return end - at == 3 && saying_is_dash (saying, at + 1) && saying_length (saying, last) <= 2
         && saying_is_word (saying, end) && saying_token (saying, end)->shape == SHAPE_SMALL
         && saying_class (saying, end) & (WORD_PER | WORD_MONTH | WORD_DAY);
}

/* What cannot be an amount: it is long, begins with a zero, or has letters or marks in it that no
 * amount has. */
static gboolean
is_code (const Saying *saying, int at, int end)
{
  CodeShape shape = code_shape (saying, at, end);
  gboolean counts = (saying_is_word (saying, end) && !saying_is_glued (saying, end)
                     && unit_at (saying, end) != NULL)
                    || is_amount (saying, at, end);

  return shape.n_digits > 0 && !counts
         && (shape.has_letters
               ? shape.n_digits >= 2
               : shape.n_groups > 1 || shape.n_digits >= 5 || saying_at (saying, at)[0] == '0');
}

/* A group of its own; digits in threes when they are many. */
static void
say_code_digits (Saying *saying, int at)
{
  const char *digits = saying_at (saying, at);
  gsize length = saying_length (saying, at);

  if (length > 4)
    say_number (saying, at);
  else
    say_group (saying, digits, length);
}

/* "H19.27-260115-0023": a pause for each mark; short numbers behind letters are said as such. */
static void
say_code (Saying *saying, int at, int end)
{
  for (int i = at; i < end; i++) {
    gboolean is_named = saying_is_word (saying, i - 1) && i > at && saying_length (saying, i) <= 2
                        && saying_at (saying, i)[0] != '0';
    if (saying_is_word (saying, i))
      saying_letters (saying, saying_at (saying, i), saying_length (saying, i));
    else if (!saying_is_number (saying, i))
      saying_pause (saying, ',');
    else if (is_named)
      saying_cardinal (saying, i);
    else if (i > at && saying_is_word (saying, i - 1))
      saying_digits (saying, i);
    else if (i == at && saying_length (saying, i) > 4)
      say_number (saying, i);
    else if (i == at)
      saying_digits (saying, i);
    else
      say_code_digits (saying, i);
  }
}

/* 012345678901, 036.203.012.345, 0101234567-001; the number of an account as its bank writes it. */
/* "9704 1500 0012 3456": the number of a bank card. */
static int
say_bank_card (Saying *saying, int at)
{
  for (int i = at; i < at + 4; i++)
    if (!saying_is_number (saying, i) || saying_length (saying, i) != 4
        || (i > at && saying_is_glued (saying, i)))
      return at;
  if (saying_is_number (saying, at + 4) || !ends_freely (saying, at + 4))
    return at;
  for (int i = at; i < at + 4; i++)
    say_group (saying, saying_at (saying, i), 4);
  return at + 4;
}

/* "1013 888 999": no amount has four digits before its first gap. */
static int
say_spaced_code (Saying *saying, int at)
{
  int end = at + 1;

  if (saying_length (saying, at) < 4 || saying_is_glued (saying, at))
    return at;
  while (saying_is_number (saying, end) && saying_length (saying, end) >= 2
         && saying_length (saying, end) <= 4 && !saying_is_glued (saying, end))
    end++;
  if (end < at + 3 || !ends_freely (saying, end) || unit_at (saying, end) != NULL)
    return at;
  for (int i = at; i < end; i++)
    say_group (saying, saying_at (saying, i), saying_length (saying, i));
  return end;
}

/* "vé số dãy 123456", "DK 19876543": an amount of so many digits has dots, is round, or counts
 * something. */
static gboolean
is_ungrouped (const Saying *saying, int at)
{
  int end = at + 1;

  return saying->n_tokens > 1 && saying_length (saying, at) >= FEWEST_UNGROUPED
         && !is_round (saying, at) && saying_token (saying, at)->space_before
         && ends_freely (saying, end) && !is_group_mark (saying, end)
         && unit_at (saying, end) == NULL && !(saying_class (saying, at - 1) & WORD_STANDARD)
         && !(saying_class (saying, end) & (WORD_PER | WORD_TOTAL | WORD_MAGNITUDE));
}

static int
say_ungrouped (Saying *saying, int at)
{
  g_autofree char *written = g_strndup (saying_at (saying, at), saying_length (saying, at));

  saying->certainty = SPEECH_DEFAULT;
  saying_warn (saying, at, written, _ ("write the dots of an amount, or what the number is"),
               _ ("“%s” may be an amount or a code; its digits are read"), written);
  return say_number (saying, at);
}

int
say_card (Saying *saying, int at)
{
  int end_of_card = say_bank_card (saying, at);
  if (end_of_card == at)
    end_of_card = say_spaced_code (saying, at);
  if (end_of_card > at)
    return end_of_card;
  gsize length = saying_length (saying, at);
  gboolean is_identity = length == CARD_DIGITS && saying_at (saying, at)[0] == '0';

  /* Amounts of ten digits have dots, or end in zeros. */
  gboolean is_no_amount = length > 9 && ends_freely (saying, at + 1)
                          && memcmp (saying_at (saying, at) + length - 3, "000", 3) != 0
                          && unit_at (saying, at + 1) == NULL && saying_is_word (saying, at - 1)
                          && !saying_is_named (saying, at, WORD_NUMBER_NAME);
  if (is_no_amount || (is_identity && ends_freely (saying, at + 1))
      || (length >= 8 && is_called_account (saying, at) && ends_freely (saying, at + 1)))
    return say_number (saying, at);
  gboolean is_named = saying_is_named (saying, at, WORD_NUMBER_NAME) || is_coded (saying, at);
  if (!is_named && is_ungrouped (saying, at))
    return say_ungrouped (saying, at);
  /* What has no name is looked at from its start alone: in a long run each look would go to its
   * end. */
  if (!is_named && !saying_token (saying, at)->space_before)
    return at;
  int end = code_end (saying, at);
  if (!is_named && (end == at + 1 || !has_shape_of_code (saying, at, end)))
    return at;
  if (!is_code (saying, at, end))
    return at;
  say_code (saying, at, end);
  return end;
}

/* "EB123456789VN": what is sent by post has two letters, nine digits and its country. */
static gboolean
is_posted (const Saying *saying, int at, int end)
{
  return end == at + 3 && saying_token (saying, at)->shape == SHAPE_CAPITALS
         && saying_length (saying, at) == 2 && saying_length (saying, at + 1) == 9
         && saying_is_number (saying, at + 1) && saying_length (saying, at + 2) == 2
         && saying_token (saying, at + 2)->shape == SHAPE_CAPITALS;
}

/* "số phát hành BX 556677", "số CS 01234": a few capitals before a number that no amount is written
 * like. */
static int
say_serial (Saying *saying, int at)
{
  gsize length = saying_length (saying, at + 1);
  const SpeechToken *token = saying_token (saying, at);

  if (token->shape < SHAPE_CAPITAL || token->shape > SHAPE_CAPITALS || token->n_letters > 3
      || !saying_is_number (saying, at + 1) || saying_is_glued (saying, at + 1) || length < 5
      || length > CARD_DIGITS || !ends_freely (saying, at + 2)
      || saying_class (saying, at) & (WORD_STANDARD | WORD_ACCOUNT)
      || !(saying_has (saying, at - 1, "số") || saying_has (saying, at - 1, "hành")
           || saying_is_named (saying, at, WORD_NUMBER_NAME)
           || (is_ungrouped (saying, at + 1) && length >= FEWEST_SERIAL
               && !(saying_class (saying, at) & (WORD_PHONE | WORD_CALL | WORD_NUMBER_NAME))
               && lookup_unit (saying, at) == NULL)))
    return at;
  saying_letters (saying, saying_at (saying, at), saying_length (saying, at));
  saying_pause (saying, ',');
  return say_number (saying, at + 1);
}

/* The same where it begins with letters: "mã hồ sơ H19.27-260115-0023". */
int
say_lettered_code (Saying *saying, int at)
{
  int end = say_serial (saying, at);

  if (end > at)
    return end;
  if (saying_token (saying, at)->shape == SHAPE_SMALL || !saying_token (saying, at)->space_before)
    return at;
  end = code_end (saying, at);
  if (!saying_is_named (saying, at, WORD_NUMBER_NAME) && !has_shape_of_code (saying, at, end)
      && !is_posted (saying, at, end))
    return at;
  if (!is_code (saying, at, end))
    return at;
  say_code (saying, at, end);
  return end;
}

/* "các lô 1-15", "từ thửa 3-7": several of them, one after the other. */
static gboolean
is_of_many (const Saying *saying, int at)
{
  for (int i = at - 1; i >= at - 3 && saying_is_word (saying, i); i--)
    if (saying_has (saying, i, "các") || saying_has (saying, i, "từ")
        || saying_has (saying, i, "những") || saying_has (saying, i, "mọi"))
      return TRUE;
  return FALSE;
}

/* "thửa 45-1", "thửa đất số 12/3", "xe buýt 61-8": pieces of a name, joined by what stands there.
 */
int
say_parcel (Saying *saying, int at)
{
  int end = at + 1;
  /* "kinh tuyến 110-114" is no line of buses */
  if (saying_has (saying, at - 1, "tuyến")
      && (saying_has (saying, at - 2, "kinh") || saying_has (saying, at - 2, "vĩ")))
    return at;
  gboolean is_lettered = saying_is_glued (saying, at) && saying_is_word (saying, at - 1)
                         && saying_token (saying, at - 1)->n_letters <= 2;

  /* "nhà A1-15" */
  int start = at - is_lettered;
  gboolean follows_parcel =
    saying->parcel_end > 0 && start == saying->parcel_end + 1
    && (saying_is_mark (saying, start - 1, ',') || saying_has (saying, start - 1, "và"));
  /* "thửa 245 tách thành 245-1" */
  gboolean descends = !is_lettered && saying->parcel_end > 0 && saying_is_dash (saying, at + 1)
                      && saying_value (saying, at + 2) >= 0
                      && saying_value (saying, at + 2) < saying_value (saying, at);
  if (!follows_parcel && !descends
      && !saying_is_named (saying, is_lettered ? at - 1 : at,
                           is_lettered ? WORD_PARCEL | WORD_HOUSE | WORD_BUILDING | WORD_FORM
                                       : WORD_PARCEL))
    return at;
  while ((saying_is_dash (saying, end) || saying_is_slash (saying, end))
         && saying_is_glued (saying, end) && saying_is_glued (saying, end + 1)
         && saying_is_number (saying, end + 1))
    end += 2;
  /* "lô 90-125m2" is how large they are */
  if (end == at + 1 || saying_length (saying, end - 1) == 4
      || (!is_lettered && unit_at (saying, end) != NULL))
    return at;
  saying_cardinal (saying, at);
  gboolean is_range = is_of_many (saying, at) && end == at + 3 && saying_is_dash (saying, at + 1);
  for (int i = at + 1; i < end; i += 2) {
    saying_word (saying, is_range ? "đến" : saying_is_slash (saying, i) ? "trên" : "gạch");
    if (saying_at (saying, i + 1)[0] == '0')
      saying_digits (saying, i + 1);
    else
      saying_cardinal (saying, i + 1);
  }
  saying->parcel_end = end;
  return end;
}

/* --- plates --- */

/* "tàu QNg 90123 TS", "KH-96789-TS": a fishing boat; the letters are those of its province. */
int
say_ship (Saying *saying, int at)
{
  int number = at + 1 + saying_is_dash (saying, at + 1);
  int last = number + 1 + saying_is_dash (saying, number + 1);
  gsize digits = saying_length (saying, number);

  if (saying_token (saying, at)->n_letters > 3 || saying_token (saying, at)->shape == SHAPE_SMALL
      || !saying_is_number (saying, number) || digits < 4 || digits > 5
      || !saying_matches (saying, last, "TS"))
    return at;
  saying_letters (saying, saying_at (saying, at), saying_length (saying, at));
  saying_pause (saying, ',');
  saying_digits (saying, number);
  saying_pause (saying, ',');
  saying_letters (saying, saying_at (saying, last), saying_length (saying, last));
  return last + 1;
}

/* "xe quân đội TC 12-34": two letters of who drives it, two pairs of digits. */
int
say_army_plate (Saying *saying, int at)
{
  int number = at + 1 + saying_is_dash (saying, at + 1);
  gboolean is_of_car = FALSE;

  /* "xe HĐ 16-29 chỗ": no plate has a Đ */
  if (saying_length (saying, at) != 2 || saying_token (saying, at)->shape != SHAPE_CAPITALS
      || saying_length (saying, number) != 2 || !saying_is_number (saying, number)
      || !saying_is_dash (saying, number + 1) || saying_length (saying, number + 2) != 2
      || !saying_is_number (saying, number + 2) || !saying_is_glued (saying, number + 2))
    return at;
  for (int i = at - 1; i >= at - PLATE_REACH; i--)
    is_of_car = is_of_car || saying_has (saying, i, "xe") || saying_has (saying, i, "biển")
                || saying_matches (saying, i, "BKS");
  if (!is_of_car)
    return at;
  saying_letters (saying, saying_at (saying, at), saying_length (saying, at));
  saying_pause (saying, ',');
  saying_digits (saying, number);
  saying_pause (saying, ',');
  saying_digits (saying, number + 2);
  return number + 3;
}

/* The letters and the digit of the series: "A", "B1", "-F1"; returns the token after them, or `at`.
 */
static int
series_end (const Saying *saying, int at)
{
  int letter = at + (saying_is_dash (saying, at) && saying_is_glued (saying, at));
  int end = letter + 1;

  if (!saying_is_word (saying, letter) || !saying_is_glued (saying, letter)
      || saying_token (saying, letter)->n_letters > 2
      || saying_token (saying, letter)->shape == SHAPE_SMALL)
    return at;
  return end
         + (saying_is_number (saying, end) && saying_is_glued (saying, end)
            && saying_length (saying, end) == 1);
}

/* "123.45", "1234", "12345": the token after it, or `at`. */
static int
plate_number_end (const Saying *saying, int at, gboolean is_certain)
{
  gsize length = saying_length (saying, at);

  if (!saying_is_number (saying, at))
    return at;
  if (length == 3 && is_group_mark (saying, at + 1) && saying_length (saying, at + 2) == 2)
    return at + 3;
  return is_certain && (length == 4 || length == 5) ? at + 1 : at;
}

/* 15A-123.45, 29B1-12345, 30E 123.45, 60-F1 234.56 */
int
say_plate (Saying *saying, int at)
{
  if (saying_length (saying, at) != 2)
    return at;
  int series = series_end (saying, at + 1);
  int number = series + saying_is_dash (saying, series);
  /* "67-H1 23456" */
  gboolean is_certain = saying_is_dash (saying, series)
                        || (saying_is_dash (saying, at + 1) && series == at + 4)
                        || saying_is_named (saying, at, WORD_NUMBER_NAME);
  int end = series > at + 1 ? plate_number_end (saying, number, is_certain) : at;
  if (end == at || end == number)
    return at;

  saying_cardinal (saying, at);
  for (int i = at + 1; i < series; i++)
    if (saying_is_word (saying, i))
      saying_letters (saying, saying_at (saying, i), saying_length (saying, i));
    else if (saying_is_number (saying, i))
      saying_digits (saying, i);
  const char *digits = saying_at (saying, number);
  gsize length = saying_length (saying, number);
  say_group (saying, digits, MIN (length, length == 5 ? 3 : length));
  if (length == 5)
    say_group (saying, digits + 3, 2);
  else if (end == number + 3)
    say_group (saying, saying_at (saying, number + 2), 2);
  return end;
}
