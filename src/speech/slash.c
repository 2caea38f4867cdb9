/* SPDX-License-Identifier: MIT */
#include "speech/slash.h"

#include "base/date.h"
#include "base/i18n.h"
#include "speech/lookup.h"
#include "speech/recognisers.h"
#include "speech/unit.h"

/* A leap year: a day and a month without a year may be 29 February. */
#define ANY_YEAR 2024
/* 3/1000 is a share. */
#define FIRST_YEAR 1900

typedef struct {
  const Saying *saying;
  int at;
  int first; /* token of "1" in "1-2/3", a range of days; else `at` */
  int a, b;
  int before; /* the word before, or -1 */
  WordClasses class_before, class_after;
} Pair;

static int
common_divisor (int a, int b)
{
  while (b != 0) {
    int rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

static gboolean
is_proper (const Pair *pair)
{
  return pair->a < pair->b && pair->a > 0
         && (common_divisor (pair->a, pair->b) == 1 || pair->b == 10 || pair->b == 100
             || pair->b == 1000);
}

static gboolean
is_everyday_fraction (const Pair *pair)
{
  return pair->b <= 4 && pair->a < pair->b && is_proper (pair);
}

static gboolean
fits_calendar (const Pair *pair)
{
  return date_exists (ANY_YEAR, pair->b, pair->a);
}

gboolean
slash_is_holiday (const Saying *saying, int day, int month)
{
  char written[16];
  int length = g_snprintf (written, sizeof written, "%d/%d", day, month);

  return length < (int) sizeof written
         && vocabulary_find (saying->vocabulary, written, length) & WORD_HOLIDAY;
}

static gboolean
is_holiday (const Pair *pair)
{
  return slash_is_holiday (pair->saying, pair->a, pair->b);
}

/* "Hai" behind "thứ", "7" behind "T": what the days of the week are called. */
static gboolean
names_weekday (const Saying *saying, int at)
{
  int value = saying_value (saying, at);

  return saying_has_topic (saying, at, TOPIC_WEEKDAY) || (value >= 2 && value <= 7);
}

/* "Thứ Hai (2/9)", "Chủ nhật, 8/9", "T7 8/9": the name of a day, then a mark. */
gboolean
slash_follows_weekday (const Saying *saying, int at)
{
  int word = at - 1;

  if (saying_is_mark (saying, word, '(') || saying_is_mark (saying, word, ','))
    word--;
  return saying_has (saying, word - 1, "chủ") || saying_matches (saying, word, "CN")
         || ((saying_has (saying, word - 1, "thứ") || saying_matches (saying, word - 1, "T"))
             && names_weekday (saying, word));
}

/* "10/11-18/11": a dash and another day of the calendar. */
static gboolean
starts_range (const Pair *pair)
{
  const Saying *saying = pair->saying;
  int next = pair->at + 4;

  return saying_is_dash (saying, next - 1) && slash_is_pair (saying, next)
         && date_exists (ANY_YEAR, saying_value (saying, next + 2), saying_value (saying, next));
}

/* "7h30 5/9", "8h, 5/9": a time brings its day. */
static gboolean
follows_time (const Pair *pair)
{
  int end = pair->saying->time_end;
  return end > 0 && pair->at >= end && pair->at - end <= 1;
}

/* "3/12 (8-17h)", "4/12: 7h30": the hours of the day follow. */
static gboolean
leads_to_time (const Pair *pair)
{
  const Saying *saying = pair->saying;
  int at = pair->at + 3;

  if (!saying_is_mark (saying, at, '(') && !saying_is_mark (saying, at, ':'))
    return FALSE;
  at++;
  if (saying_is_number (saying, at) && saying_is_dash (saying, at + 1)
      && saying_is_number (saying, at + 2))
    at += 2;
  return saying_is_number (saying, at) && saying_length (saying, at) <= 2
         && (saying_matches (saying, at + 1, "h") || saying_matches (saying, at + 1, "g"))
         && saying_is_glued (saying, at + 1);
}

/* "30/4 và 1/5", "30/4 - 1/5": one date brings the next. */
static gboolean
follows_date (const Pair *pair)
{
  int date_end = pair->saying->date_end;
  /* "29-30/4, 1-2/5" */
  int at = pair->first >= date_end ? pair->first : pair->at;
  return date_end >= 0 && at - date_end <= 1 && at >= date_end;
}

static gboolean
is_before_unit (const Pair *pair)
{
  const SpeechToken *next = saying_token (pair->saying, pair->at + 3);
  /* "45/47 đ/c" are comrades, and no money */
  const LexiconEntry *entry =
    next->kind == SPEECH_WORD ? lookup_word (pair->saying, pair->at + 3) : NULL;
  return entry && entry->unit && !(next->shape != SHAPE_SMALL && entry->say);
}

/* "lịch trực: 1/12 - anh Sình, 2/12 - chị Mẩy": behind a date of the same list. */
static gboolean
goes_on_with_dates (const Pair *pair)
{
  const Saying *saying = pair->saying;
  int next = pair->at + 3;

  return saying->date_end > 0 && pair->at > saying->date_end
         && (saying_is_mark (saying, pair->at - 1, ',')
             || saying_is_mark (saying, pair->at - 1, ';'))
         && ((saying_is_dash (saying, next) && !saying_is_number (saying, next + 1))
             || saying_is_mark (saying, next, ':'));
}

/* "11-12/10", with nothing before that names it: two days of a month. */
static gboolean
ends_range_of_days (const Pair *pair)
{
  int first = saying_value (pair->saying, pair->first);

  return pair->first < pair->at
         && (saying_token (pair->saying, pair->first)->space_before
             || saying_is_mark (pair->saying, pair->first - 1, '('))
         && saying_length (pair->saying, pair->first) <= 2 && first > 0 && first < pair->a
         && !(pair->class_after & (WORD_TOTAL | WORD_WHOLE | WORD_STREET))
         && !is_before_unit (pair);
}

/* "các ngày 3, 4/12", "ngày 3 và 4/12": the days before it in the list are named. */
static gboolean
ends_list_of_days (const Pair *pair)
{
  const Saying *saying = pair->saying;
  int at = pair->at;

  while ((saying_is_mark (saying, at - 1, ',') || saying_has (saying, at - 1, "và"))
         && saying_is_number (saying, at - 2) && saying_length (saying, at - 2) <= 2)
    at -= 2;
  return at < pair->at && saying_class (saying, saying_word_before (saying, at)) & WORD_DAY;
}

/* "giỗ 12/11 (tức 21/12 DL)": the same day of another calendar follows. */
static gboolean
leads_to_same_day (const Pair *pair)
{
  int next = pair->at + 3 + saying_is_mark (pair->saying, pair->at + 3, '(');

  return saying_has (pair->saying, next, "tức") || saying_has (pair->saying, next, "nhằm");
}

static gboolean
has_year_after (const Pair *pair)
{
  return saying_has (pair->saying, pair->at + 3, "năm")
         && saying_is_number (pair->saying, pair->at + 4);
}

/* "56/8A hẻm 3": a letter goes on with the number of a house. */
static gboolean
has_letter_behind (const Pair *pair)
{
  const SpeechToken *letter = saying_token (pair->saying, pair->at + 3);

  return letter->kind == SPEECH_WORD && letter->n_letters == 1 && letter->shape == SHAPE_CAPITAL
         && !letter->space_before;
}

/* Points, of a paper or a match. */
static gboolean
are_points (const Pair *pair)
{
  const Saying *saying = pair->saying;

  /* "giải nhất 5/5đ" */
  if (saying_matches (saying, pair->at + 3, "đ") && saying_is_glued (saying, pair->at + 3)
      && unit_at (saying, pair->at + 3) != NULL && !unit_is_money (saying, pair->at + 3))
    return TRUE;
  /* "ba séc (25/19, 23/25, 15/9)": one set behind the other */
  if (saying_is_mark (saying, pair->at - 1, ',') && slash_is_pair (saying, pair->at - 4)
      && saying->date_end != pair->at - 1 && say_follows_match (saying, pair->at))
    return TRUE;
  /* "thắng 2/0" */
  return saying_class (saying, pair->before) & WORD_MATCH && pair->a < 10 && pair->b < 10;
}

/* Days, hours or a year beside it, of which it is the day. */
static gboolean
stands_among_days (const Pair *pair)
{
  return slash_follows_weekday (pair->saying, pair->at) || follows_date (pair)
         || follows_time (pair) || starts_range (pair) || leads_to_time (pair)
         || leads_to_same_day (pair) || has_year_after (pair) || ends_list_of_days (pair)
         || goes_on_with_dates (pair) || ends_range_of_days (pair);
}

/* What a noun behind it counts: "5/8 ứng cử viên". */
static gboolean
counts_noun (const Pair *pair)
{
  const SpeechToken *next = saying_token (pair->saying, pair->at + 3);

  return next->kind == SPEECH_WORD && next->shape == SHAPE_SMALL && next->space_before
         && !(pair->class_after & (WORD_FUNCTION | WORD_PHRASE | WORD_BREATH | WORD_DATE));
}

/* A word of time stands before, "hạn 9/9"; that of "thông qua 9/9" is the end of another one. */
static gboolean
follows_date_word (const Pair *pair)
{
  return (pair->class_before & WORD_DATE
          || saying_is_named (pair->saying, pair->at, WORD_DATE | WORD_DAY))
         && !saying_has_topic (pair->saying, pair->before - 1, TOPIC_HALF_WORD);
}

/* "thôn 3 chiều 3/12; tiêm vét 4/12": a date of the same month stood before. */
static gboolean
has_month_of_last_date (const Pair *pair)
{
  const Saying *saying = pair->saying;
  int month = saying->date_end - 1;

  return saying->date_end > 0 && saying_is_slash (saying, month - 1)
         && saying_value (saying, month) == pair->b && pair->b > 4;
}

/* What the neighbours say; SLASH_NONE when they say nothing. */
static SlashMeaning
by_neighbours (const Pair *pair)
{
  const Saying *saying = pair->saying;
  gboolean fits = fits_calendar (pair);

  if (has_letter_behind (pair) || are_points (pair))
    return SLASH_SHARE;
  /* "trợ cấp 1/2 tháng lương", but "đợt 1/2 năm 2026" */
  if (is_everyday_fraction (pair) && pair->class_after & (WORD_MONTH | WORD_DAY | WORD_SPEED)
      && !(pair->class_before & (WORD_HOUSE | WORD_DAY))
      && !saying_is_number (saying, pair->at + 4))
    return SLASH_FRACTION;
  /* "2 đợt: 10-15/4" */
  gboolean are_days = pair->first < pair->at && fits && pair->a > pair->b
                      && ends_range_of_days (pair) && !(pair->class_before & WORD_HOUSE);
  if (are_days && saying_is_mark (saying, pair->first - 1, ':'))
    return SLASH_DATE;
  /* "thị lực 9-10/10" */
  if (pair->class_before & (WORD_HOUSE | WORD_RESULT) || pair->class_after & WORD_STREET
      || saying_is_named (saying, pair->first, WORD_HOUSE | WORD_RESULT))
    return SLASH_SHARE;
  if (fits && (pair->class_before & WORD_DAY || pair->class_after & WORD_LUNAR))
    return SLASH_DATE;
  if (pair->a == 24 && (pair->b == 7 || pair->b == 24))
    return SLASH_SHARE;
  /* "thị lực đạt 7/10-9/10" */
  gboolean is_reached = pair->class_before & WORD_PART && starts_range (pair)
                        && saying_value (saying, pair->at + 6) == pair->b;
  if (fits && !is_reached && stands_among_days (pair))
    return SLASH_DATE;
  /* "19/3 tổng kết" is a day */
  gboolean is_day = fits && pair->a > pair->b;
  if (is_before_unit (pair) || (pair->class_after & WORD_WHOLE && !is_day))
    return is_proper (pair) || pair->a > pair->b ? SLASH_FRACTION : SLASH_SHARE;
  if (pair->class_after & WORD_TOTAL)
    return SLASH_SHARE;
  /* "chậm nhất 31/10" is a term, "ít nhất 3/4" a part. */
  if (fits && saying_phrase_class (pair->saying, pair->before - 1, pair->before + 1) & WORD_DATE)
    return SLASH_DATE;
  if (pair->class_before & WORD_PART || saying_is_named (pair->saying, pair->at, WORD_PART))
    return is_proper (pair) ? SLASH_FRACTION : SLASH_SHARE;
  /* "số 12/3": of a house, a plot, a batch, and no date. */
  if (saying_has (pair->saying, pair->before, "số"))
    return SLASH_SHARE;
  /* "(05/02)": no share is written with a zero before it. */
  gboolean has_zero =
    saying_length (saying, pair->at) == 2 && saying_length (saying, pair->at + 2) == 2
    && (saying_at (saying, pair->at)[0] == '0' || saying_at (saying, pair->at + 2)[0] == '0');
  if (fits
      && (has_zero || follows_date_word (pair)
          || (has_month_of_last_date (pair) && !counts_noun (pair))))
    return SLASH_DATE;
  return SLASH_NONE;
}

/* A date only where nothing else can be meant: a holiday, or a first number beyond the months. */
static SlashMeaning
by_itself (const Pair *pair)
{
  gboolean stands_alone = pair->saying->n_tokens <= 4;

  /* "giỏi 12/35": nobody reckons in thirty-fifths */
  if (!fits_calendar (pair))
    return is_proper (pair) && (stands_alone || pair->b <= 10 || pair->b == 100 || pair->b == 1000)
             ? SLASH_FRACTION
             : SLASH_SHARE;
  if (is_everyday_fraction (pair))
    return SLASH_FRACTION;
  if (is_holiday (pair) || (pair->a > 12 && !counts_noun (pair)))
    return SLASH_DATE;
  return stands_alone && is_proper (pair) && pair->b <= 10 ? SLASH_FRACTION : SLASH_SHARE;
}

static void
report_choice (Saying *saying, const Pair *pair, SlashMeaning meaning)
{
  g_autofree char *written = g_strdup_printf ("%d/%d", pair->a, pair->b);
  /* "Phòng 205, nhà B, 12/4 Lê Lợi" */
  gboolean is_house = saying_may_be_name (pair->saying, pair->at + 3)
                      && saying_is_mark (pair->saying, pair->at - 1, ',');
  gboolean sure = meaning == SLASH_DATE
                    ? is_holiday (pair) || pair->a > 12
                    : is_everyday_fraction (pair) || !fits_calendar (pair) || is_house;
  if (sure)
    return;
  saying->certainty = SPEECH_DEFAULT;
  saying_warn (saying, pair->at, written,
               _ ("write “ngày” before a date, or the fraction in words"),
               _ ("“%s” may be a date or a fraction; nothing beside it says which, so it is not "
                  "read as a date"),
               written);
}

/* "chuyển trước 1/3", "còn lại sau 1/2": a word of time stands before, but a half or a third is
 * what people pay and give. */
static gboolean
may_be_part (const Pair *pair)
{
  const Saying *saying = pair->saying;

  return is_everyday_fraction (pair) && !is_holiday (pair) && !(pair->class_after & WORD_LUNAR)
         && saying->date_end < 0 && saying_has_topic (saying, pair->before, TOPIC_PART_TIME);
}

static void
report_part (Saying *saying, const Pair *pair)
{
  g_autofree char *written = g_strdup_printf ("%d/%d", pair->a, pair->b);

  saying->certainty = SPEECH_DEFAULT;
  saying_warn (saying, pair->at, written,
               _ ("write “ngày” before a date, or the fraction in words"),
               _ ("“%s” may be a date or a fraction; it is read as a date"), written);
}

gboolean
slash_is_pair (const Saying *saying, int at)
{
  return saying_is_number (saying, at) && saying_is_slash (saying, at + 1)
         && saying_is_glued (saying, at + 1) && saying_is_number (saying, at + 2)
         && saying_is_glued (saying, at + 2) && saying_length (saying, at) <= 9
         && saying_length (saying, at + 2) <= 9;
}

static gboolean
is_year (const Saying *saying, int at)
{
  int year = saying_value (saying, at);
  return saying_length (saying, at) == 4 && year >= FIRST_YEAR && year < 2200;
}

gboolean
slash_counts_in_year (const Saying *saying, int at)
{
  return (saying_class (saying, saying_word_before (saying, at)) & WORD_ISSUE) != 0;
}

SlashMeaning
slash_meaning (Saying *saying, int at)
{
  if (!slash_is_pair (saying, at))
    return SLASH_NONE;

  gboolean ends_range = saying_is_dash (saying, at - 1) && saying_is_number (saying, at - 2);
  Pair pair = { .saying = saying,
                .at = at,
                .first = ends_range ? at - 2 : at,
                .a = saying_value (saying, at),
                .b = saying_value (saying, at + 2) };
  /* "ngày 1-2/3": the word stands before the range. */
  pair.before = saying_word_before (saying, pair.first);
  pair.class_before = saying_class (saying, pair.before);
  pair.class_after = saying_class (saying, at + 3);

  gboolean may_be_month = pair.a >= 1 && (pair.a <= 12 || slash_counts_in_year (saying, at));
  if (is_year (saying, at + 2) && may_be_month && !(pair.class_before & WORD_PART))
    return SLASH_MONTH;
  SlashMeaning meaning = by_neighbours (&pair);
  if (meaning == SLASH_DATE && may_be_part (&pair))
    report_part (saying, &pair);
  if (meaning != SLASH_NONE)
    return meaning;
  if (pair.class_before & WORD_DAY)
    saying_warn (saying, at, "impossible day", _ ("correct the date"),
                 _ ("the calendar has no day %d/%d; it is not read as a date"), pair.a, pair.b);
  meaning = by_itself (&pair);
  report_choice (saying, &pair, meaning);
  return meaning;
}
