/* SPDX-License-Identifier: MIT */
/* Numbers that are no dates, times, symbols or codes. */
#include "speech/lookup.h"
#include "speech/measures.h"
#include "speech/numeral.h"
#include "speech/recognisers.h"
#include "speech/slash.h"
#include "speech/unit.h"
#include "text/phone.h"

#include "base/i18n.h"

static void
warn_sloppy (Saying *saying, int at, const Numeral *numeral)
{
  if (!numeral->is_sloppy)
    return;
  g_autofree char *written = saying_quote (saying, at, numeral->end);

  saying_warn (saying, at, written, _ ("write a comma before the decimals"),
               _ ("a dot stands before decimals; it is read as a comma"));
}

/* An improper fraction of everyday life: 5/2, 7/4. */
#define MOST_LOWER 10
/* Words between "thắng" and the score. */
#define SCORE_REACH 6
/* Tokens between the game and its score. */
#define RESULT_REACH 16
/* Of standards that are still read out. */
#define FIRST_YEAR 1960

/* What a fraction's lower number is called: "tư" for four. */
static void
say_lower (Saying *saying, int at)
{
  if (saying_value (saying, at) == 4)
    saying_word (saying, "tư");
  else
    saying_cardinal (saying, at);
}

/* "7 1/3" */
static int
say_mixed (Saying *saying, int at)
{
  int a = saying_value (saying, at + 1);
  int b = saying_value (saying, at + 3);

  if (!slash_is_pair (saying, at + 1) || saying_is_glued (saying, at + 1) || a <= 0 || a >= b
      || b > 100 || saying_class (saying, at - 1) & (WORD_DAY | WORD_MONTH | WORD_ORDER)
      || saying_at (saying, at)[0] == '0')
    return at;
  saying_cardinal (saying, at);
  saying_word (saying, "và");
  saying_cardinal (saying, at + 1);
  saying_word (saying, "phần");
  say_lower (saying, at + 3);
  return at + 4;
}

/* "tỷ lệ 1/25.000": the scale of a map. */
static int
say_scale (Saying *saying, int at)
{
  Numeral lower;

  if (!slash_is_pair (saying, at) || !numeral_read (saying, at + 2, &lower) || !lower.is_grouped)
    return at;
  saying_cardinal (saying, at);
  saying_word (saying, "phần");
  numeral_say (saying, &lower, FALSE);
  return lower.end;
}

/* "120/80 mmHg": two measures, not a hundred and twenty eightieths. */
static gboolean
is_measured_pair (const Saying *saying, int at)
{
  return saying_value (saying, at) > saying_value (saying, at + 2)
         && saying_value (saying, at + 2) > MOST_LOWER;
}

/* "năm học 2023/2024", "vụ 2022/23" */
static int
say_years (Saying *saying, int at)
{
  int first = saying_value (saying, at);
  int second = saying_value (saying, at + 2);

  if (!slash_is_pair (saying, at) || saying_length (saying, at) != 4 || first < 1900
      || (second != first + 1 && second != (first + 1) % 100))
    return at;
  saying_integer (saying, first);
  saying_word (saying, "đến");
  saying_integer (saying, first + 1);
  return at + 3;
}

int
say_fraction (Saying *saying, int at)
{
  int end = say_mixed (saying, at);
  if (end == at)
    end = say_scale (saying, at);
  if (end == at)
    end = say_years (saying, at);

  if (end == at) {
    SlashMeaning meaning = slash_meaning (saying, at);
    if (meaning != SLASH_FRACTION && meaning != SLASH_SHARE)
      return at;
    saying_cardinal (saying, at);
    gboolean is_address = saying_is_slash (saying, at + 3) && saying_is_number (saying, at + 4);
    Numeral lower;
    /* "158/175,5 triệu", "1/3,5" */
    gboolean is_broken = numeral_read (saying, at + 2, &lower) && lower.fraction
                         && !saying_is_slash (saying, lower.end);
    gboolean is_whole =
      !is_address && !is_broken && meaning == SLASH_FRACTION && !is_measured_pair (saying, at);
    saying_word (saying, is_whole ? "phần" : "trên");
    if (is_broken)
      numeral_say (saying, &lower, FALSE);
    else if (is_whole)
      say_lower (saying, at + 2);
    else
      saying_cardinal (saying, at + 2);
    end = is_broken ? lower.end : at + 3;
    /* "12/3/4": the number of a house in a lane. */
    for (; saying_is_slash (saying, end) && saying_is_number (saying, end + 1)
           && saying_is_glued (saying, end + 1);
         end += 2) {
      saying_word (saying, "trên");
      saying_cardinal (saying, end + 1);
    }
  }
  /* "24/24h" */
  if (saying_matches (saying, end, "h") && saying_is_glued (saying, end)) {
    saying_word (saying, "giờ");
    end++;
  } else {
    end = say_unit (saying, end);
  }
  saying->quantity_end = end;
  return end;
}

/* Digits of a telephone number. */
#define MOST_PHONE_DIGITS 11
/* An address of a machine has four numbers. */
#define FEWEST_PHONE_PIECES 4

/* "0.8.2.2.33.44.55", "taxi 38.38.38.38": a telephone number with a dot behind each of its pieces,
 * from `at` to `end`. */
static gboolean
is_dotted_phone (const Saying *saying, int at, int end)
{
  gsize digits = 0;
  gboolean is_even = TRUE;

  for (int i = at; i < end; i += 2) {
    digits += saying_length (saying, i);
    is_even = is_even && saying_length (saying, i) == 2;
  }
  return end - at >= 2 * FEWEST_PHONE_PIECES - 1 && digits >= FEWEST_PHONE_DIGITS
         && digits <= MOST_PHONE_DIGITS && (saying_at (saying, at)[0] == '0' || is_even);
}

static int
say_dotted_phone (Saying *saying, int at, int end)
{
  for (int i = at; i < end; i += 2) {
    if (i > at)
      saying_pause (saying, ',');
    saying_digits (saying, i);
  }
  saying->phone_end = end;
  return end;
}

/* Numbers with a dot between them from `at` on; returns the index after the last one. */
static int
dotted_end (const Saying *saying, int at)
{
  int end = at + 1;

  while (saying_is_mark (saying, end, '.') && saying_is_glued (saying, end)
         && saying_is_number (saying, end + 1) && saying_is_glued (saying, end + 1))
    end += 2;
  return end;
}

/* "1. Đề nghị …", "2) …" at the start of a paragraph */
static int
say_item (Saying *saying, int at)
{
  gboolean has_mark = saying_is_mark (saying, at + 1, '.') || saying_is_mark (saying, at + 1, ')');

  if (at != 0 || saying_length (saying, at) > 2 || !has_mark || !saying_is_glued (saying, at + 1)
      || saying_is_glued (saying, at + 2) || at + 2 >= saying->n_tokens)
    return at;
  saying_cardinal (saying, at);
  saying_word (saying, "là");
  saying_pause (saying, ',');
  return at + 2;
}

/* "1.004227": what the state calls its procedures; no decimal has six digits. */
static int
say_procedure (Saying *saying, int at)
{
  if (saying_length (saying, at) != 1 || !saying_is_mark (saying, at + 1, '.')
      || !saying_is_glued (saying, at + 1) || !saying_is_number (saying, at + 2)
      || !saying_is_glued (saying, at + 2) || saying_length (saying, at + 2) != 6
      || (saying_is_glued (saying, at + 3) && saying_is_number (saying, at + 4)))
    return at;
  saying_cardinal (saying, at);
  saying_word (saying, "chấm");
  return say_number (saying, at + 2);
}

/* "phụ nữ 4.0": the number before `end` */
static gboolean
is_stage (const Saying *saying, int at, int end)
{
  return end == at + 3 && saying_length (saying, at) == 1 && saying_matches (saying, at + 2, "0")
         && saying_is_word (saying, at - 1) && unit_at (saying, end) == NULL
         && !saying_is_dash (saying, end) && !saying_matches (saying, at - 1, "pH");
}

/* "…: 3.1. Về chính trị": the number before `end`, with another dot */
static gboolean
is_numbered (const Saying *saying, int at, int end)
{
  return end == at + 3 && saying_is_mark (saying, end, '.') && saying_is_glued (saying, end)
         && !saying_is_glued (saying, end + 1) && saying_token (saying, at)->space_before
         && saying_token (saying, at - 1)->kind == SPEECH_MARK && saying_length (saying, at) == 1
         && saying_length (saying, at + 2) == 1 && saying_is_word (saying, end + 1)
         && saying_token (saying, end + 1)->shape == SHAPE_CAPITAL;
}

int
say_section (Saying *saying, int at)
{
  int end = say_item (saying, at);
  if (end == at)
    end = say_procedure (saying, at);
  if (end > at)
    return end;

  end = dotted_end (saying, at);
  if (end == at + 1)
    return at;
  if (is_dotted_phone (saying, at, end))
    return say_dotted_phone (saying, at, end);
  int before = saying_word_before (saying, at);
  int title = end + saying_is_mark (saying, end, '.');
  gboolean is_heading = at == 0 && title < saying->n_tokens && saying_length (saying, at) <= 2
                        && saying_length (saying, at + 2) <= 2
                        && saying_token (saying, title)->shape == SHAPE_CAPITAL
                        && saying_is_word (saying, title) && !saying_is_glued (saying, title)
                        && lookup_unit (saying, title) == NULL;
  gboolean is_called =
    saying_class (saying, before) & WORD_DOTTED && saying_length (saying, at + 2) <= 2;
  /* "1.2.3", and 192.168.1.1 */
  gboolean has_many =
    end > at + 4 && (saying_length (saying, at + 2) <= 2 || saying_length (saying, end - 1) < 3);
  gboolean has_pause = is_heading || is_numbered (saying, at, end);

  if (!(has_pause || is_called || has_many || is_stage (saying, at, end)))
    return at;
  if (is_heading)
    saying_word (saying, "mục");
  saying_cardinal (saying, at);
  for (int i = at + 2; i < end; i += 2) {
    saying_word (saying, "chấm");
    saying_cardinal (saying, i);
  }
  if (has_pause) {
    saying_pause (saying, ',');
    return title;
  }
  return end;
}

/* A match, or a part of one; "uốn ván" is none. */
static gboolean
names_match (const Saying *saying, int at)
{
  return saying_class_ending (saying, at) & WORD_MATCH
         && !saying_has_topic (saying, at - 1, TOPIC_HALF_WORD);
}

gboolean
say_follows_match (const Saying *saying, int at)
{
  for (int i = at - 1; i >= MAX (0, at - RESULT_REACH); i--)
    if (names_match (saying, i))
      return TRUE;
  return FALSE;
}

/* A match was spoken of just before: "thắng Thái Lan 2-0", "tỷ số là 3-1". */
static gboolean
follows_match_closely (const Saying *saying, int at)
{
  /* "Bóng đá nam: Thôn 2 - Thôn 7: 4-2" */
  if (saying_is_mark (saying, at - 1, ':') && say_follows_match (saying, at))
    return TRUE;
  int last = at - 1 - saying_is_mark (saying, at - 1, ':');

  /* "thắng U15 Hà Nội 3-0": the digits of a team's name stand between, or the slash of two players
   */
  for (int i = last; i >= MAX (0, at - SCORE_REACH)
                     && (saying_is_word (saying, i) || saying_is_slash (saying, i)
                         || (saying_is_number (saying, i) && saying_is_glued (saying, i)));
       i--)
    if (names_match (saying, i))
      return TRUE;
  return FALSE;
}

/* "Xuân La 2-1 Cổ Nhuế" */
static gboolean
stands_between_names (const Saying *saying, int at)
{
  int after = at + 3;

  /* "thôn Trung 3-2 thôn Thượng" */
  if (saying_class (saying, at + 3) & (WORD_PLACE | WORD_TITLE) && say_follows_match (saying, at))
    after = at + 4;
  /* "Mùng 5-6 Tết", "Tổ 3-5 Hội" */
  if (saying_class (saying, at - 1) & (WORD_DAY | WORD_DATE | WORD_MONTH | WORD_ORDER | WORD_FIRST))
    return FALSE;
  /* "KP1 1-1 KP4" */
  gboolean are_short_forms = saying_is_number (saying, at - 1) && saying_is_glued (saying, at - 1)
                             && saying_is_word (saying, at - 2) && say_follows_match (saying, at)
                             && saying_is_word (saying, after)
                             && saying_token (saying, after)->shape >= SHAPE_CAPITAL;
  gboolean are_names = saying_may_be_name (saying, at - 1) && saying_may_be_name (saying, after);
  return (are_short_forms || are_names) && saying_length (saying, at) == 1
         && saying_length (saying, at + 2) == 1;
}

/* "(5-4 luân lưu)": the word stands behind. */
static gboolean
leads_to_match (const Saying *saying, int at)
{
  return ((saying_class (saying, at) | saying_phrase_class (saying, at, at + 2)) & WORD_MATCH) != 0;
}

/* "Chung kết: Thôn Thượng - Thôn Hạ 2-2": a match was spoken of, and a team stands before. */
static gboolean
follows_team (const Saying *saying, int at)
{
  const SpeechToken *before = saying_token (saying, at - 1);

  return before->kind == SPEECH_WORD && before->shape == SHAPE_CAPITAL
         && saying_length (saying, at) == 1 && saying_length (saying, at + 2) == 1
         && saying_is_glued (saying, at + 1) && !saying_is_word (saying, at + 3)
         && say_follows_match (saying, at);
}

/* "25-23, 21-25": one score brings the next. */
static gboolean
follows_score (const Saying *saying, int at)
{
  return saying->score_end > 0
         && (at - saying->score_end <= 1
             || (saying_length (saying, at) == 1 && saying_length (saying, at + 2) == 1
                 && !saying_is_word (saying, at + 3)));
}

/* "Thạch Bàn 4đ (5-3)": goals in brackets behind the points. */
static gboolean
follows_points (const Saying *saying, int at)
{
  return saying_is_mark (saying, at - 1, '(') && saying_matches (saying, at - 2, "đ")
         && saying_is_number (saying, at - 3) && saying_is_mark (saying, at + 3, ')');
}

/* "2,5-1,5": points of a game of chess. */
static int
say_points (Saying *saying, int at)
{
  Numeral first, second;

  if (!numeral_read (saying, at, &first) || first.fraction == NULL
      || !saying_is_dash (saying, first.end) || !numeral_read (saying, first.end + 1, &second)
      || unit_at (saying, second.end) != NULL || second.n_digits > 2
      || !(follows_match_closely (saying, at) || follows_score (saying, at)))
    return at;
  numeral_say (saying, &first, FALSE);
  saying_pause (saying, ',');
  numeral_say (saying, &second, FALSE);
  saying->score_end = second.end;
  return second.end;
}

/* "4-9 tháng", "3-5 tuổi", but "1-1 phút 90" */
static gboolean
counts_time (const Saying *saying, int at)
{
  return saying_has (saying, at, "tuổi")
         || (saying_has_topic (saying, at, TOPIC_SPAN) && !saying_is_number (saying, at + 1));
}

int
say_score (Saying *saying, int at)
{
  int points = say_points (saying, at);
  if (points > at)
    return points;
  gboolean has_mark = saying_is_dash (saying, at + 1)
                      || (saying_is_mark (saying, at + 1, ':') && saying_is_glued (saying, at + 2));

  if (!has_mark || !saying_is_number (saying, at + 2) || saying_length (saying, at) > 2
      || saying_length (saying, at + 2) > 2 || unit_at (saying, at + 3) != NULL
      || counts_time (saying, at + 3)
      || !(follows_match_closely (saying, at) || follows_score (saying, at)
           || stands_between_names (saying, at) || follows_points (saying, at)
           || follows_team (saying, at) || leads_to_match (saying, at + 3)))
    return at;
  saying_cardinal (saying, at);
  saying_cardinal (saying, at + 2);
  saying->score_end = at + 3;
  return at + 3;
}

/* A dash that means "to": between numbers, with a space on both sides or on neither. */
static gboolean
is_range (const Saying *saying, int at)
{
  return (saying_is_dash (saying, at) || saying_is_mark (saying, at, '~'))
         && saying_is_number (saying, at + 1)
         && saying_is_glued (saying, at) == saying_is_glued (saying, at + 1);
}

/* What the number that ends before `end` counts, looking through a range: "01-02 năm". */
static int
counted_at (const Saying *saying, int end)
{
  return is_range (saying, end) ? end + 2 : end;
}

/* "Đề án 06", "số hiệu 02": but "ký hiệu lực 02 năm" counts years. */
static gboolean
follows_code (const Saying *saying, int at, int counted)
{
  int word = saying_word_before (saying, at);
  gboolean is_length = saying_class (saying, counted) & (WORD_PER | WORD_MONTH)
                       && !saying_has (saying, counted, "ngày")
                       && saying_length (saying, counted + 1) != 4;

  return (saying_class_ending (saying, word) & WORD_CODE) && !is_length;
}

/* "hoãn 14, miễn 03, còn 25": one of several counts with a word before each. */
static gboolean
is_in_list_of_counts (const Saying *saying, int at)
{
  gboolean has_word =
    saying_is_word (saying, at - 1) && saying_token (saying, at - 1)->shape == SHAPE_SMALL;
  /* "bầu BCH; 01 Bí thư": nothing stands before that could have such a number */
  if (saying_is_mark (saying, at - 1, ';') && saying_is_word (saying, at + 1))
    return TRUE;
  gboolean follows = saying_is_mark (saying, at - 2, ',') && saying_is_number (saying, at - 3)
                     && saying_is_word (saying, at - 4);
  gboolean leads = saying_is_mark (saying, at + 1, ',') && saying_is_word (saying, at + 2)
                   && saying_is_number (saying, at + 3);

  return has_word && (follows || leads);
}

/* Whether a leading zero is spoken: it is in "Đề án 06", it is not in "03 hộ", "07 ngày" and
 * "tổ 05". */
static gboolean
keeps_zeros (const Saying *saying, int at, int end)
{
  WordClasses before = saying_class (saying, saying_word_before (saying, at));
  int counted = counted_at (saying, end);
  WordClasses after = saying_class (saying, counted);

  if (saying_length (saying, at) > 2
      || (saying_is_glued (saying, at) && saying_is_word (saying, at - 1)))
    return TRUE;
  /* "gói thầu XL-02" */
  if (saying_is_glued (saying, at) && saying_is_dash (saying, at - 1)
      && saying_is_glued (saying, at - 1) && saying_token (saying, at - 2)->shape >= SHAPE_CAPITALS)
    return TRUE;
  /* "CT.01" is a motorway */
  if (follows_code (saying, at, counted)
      || (saying_is_mark (saying, at - 1, '.') && saying_matches (saying, at - 2, "CT")))
    return TRUE;
  if (before & (WORD_ORDER | WORD_DAY | WORD_MONTH) || after & (WORD_PER | WORD_DAY | WORD_MONTH)
      || unit_at (saying, counted))
    return FALSE;
  /* "05 (năm) người" */
  if (saying_is_mark (saying, end, '(') && saying_is_word (saying, end + 1))
    return FALSE;
  /* "từ 01 đến 10/12" */
  if (is_in_list_of_counts (saying, at)
      || (saying_has (saying, at - 1, "từ") && saying_has (saying, end, "đến")
          && slash_is_pair (saying, end + 1)))
    return FALSE;
  return !saying_is_word (saying, counted) || after & WORD_FUNCTION
         || saying_token (saying, counted)->shape == SHAPE_CAPITAL;
}

/* A third number behind a dash: no range, but a code such as 123-456-789. */
static gboolean
is_chain (const Saying *saying, int at)
{
  return is_range (saying, at) && saying_is_glued (saying, at) && is_range (saying, at + 2)
         && saying_is_glued (saying, at + 2);
}

/* "số nhà 9 - 11 - 13": three with spaces are a list, and no way from one to the next. */
static int
say_spaced_chain (Saying *saying, int at)
{
  int end = at + 1;

  if (!is_range (saying, end) || saying_is_glued (saying, end) || !is_range (saying, end + 2)
      || saying_is_glued (saying, end + 2))
    return at;
  saying_cardinal (saying, at);
  for (; is_range (saying, end) && !saying_is_glued (saying, end); end += 2) {
    saying_pause (saying, ',');
    saying_cardinal (saying, end + 1);
  }
  return end;
}

static int
say_chain (Saying *saying, int at)
{
  int last = at;
  while (is_range (saying, last + 1) && saying_is_glued (saying, last + 1))
    last += 2;
  /* "NPK 16-16-8", "150-200-300%" are amounts, "123-456-789" are digits. */
  gboolean is_measured = unit_at (saying, last + 1) != NULL;
  gboolean is_short =
    (is_measured || saying_length (saying, at) <= 2) && saying_at (saying, at)[0] != '0';

  (is_short ? saying_cardinal : saying_digits) (saying, at);
  for (at++; is_range (saying, at) && saying_is_glued (saying, at); at += 2) {
    saying_pause (saying, ',');
    gboolean is_amount = is_short && (is_measured || saying_length (saying, at + 1) <= 2);
    (is_amount ? saying_cardinal : saying_digits) (saying, at + 1);
  }
  return at;
}

/* "thứ 2, 4, 6": days of the week behind one "thứ". */
static gboolean
is_weekday_in_list (const Saying *saying, int at)
{
  int value = saying_value (saying, at);
  gboolean counts = saying_is_word (saying, at + 1)
                    && !(saying_class (saying, at + 1) & (WORD_FUNCTION | WORD_PHRASE));

  return saying->weekday_end > 0 && at == saying->weekday_end + 1 && value >= 2 && value <= 7
         && saying_length (saying, at) == 1 && !counts
         && (saying_is_mark (saying, at - 1, ',') || saying_has (saying, at - 1, "và"));
}

/* "thứ 4", "giải 1" */
static gboolean
say_ordinal (Saying *saying, int at, const Numeral *numeral)
{
  int value = numeral_value (numeral);
  int before = saying_word_before (saying, at);
  gboolean is_in_list = is_weekday_in_list (saying, at);
  /* "độ phân giải 4MP" is no fourth */
  gboolean is_ordinal = (saying_class (saying, before) & WORD_FIRST
                         && !saying_has_topic (saying, before - 1, TOPIC_HALF_WORD))
                        || is_in_list;

  if (!is_ordinal || value < 1)
    return FALSE;
  if (saying_has (saying, before, "thứ") || is_in_list)
    saying->weekday_end = numeral->end;
  saying_word (saying, "");
  number_words_ordinal (saying->out, &saying->style, value);
  return TRUE;
}

/* A colon with a number right behind it. */
static gboolean
starts_parts (const Saying *saying, int at)
{
  return saying_is_mark (saying, at, ':') && saying_is_glued (saying, at)
         && saying_is_number (saying, at + 1) && saying_is_glued (saying, at + 1);
}

/* "1:1000", "tỷ lệ 2:1" */
static int
say_ratio (Saying *saying, int at)
{
  Numeral second;

  if (!starts_parts (saying, at) || !numeral_read (saying, at + 1, &second))
    return at;
  /* "ISO 9001:2015": the year of a standard */
  if (saying_length (saying, at + 1) == 4 && saying_value (saying, at + 1) >= FIRST_YEAR
      && saying_token (saying, at - 2)->shape == SHAPE_CAPITALS
      && saying_is_word (saying, at - 2)) {
    saying_pause (saying, ',');
    saying_word (saying, "năm");
    saying_cardinal (saying, at + 1);
    return at + 2;
  }
  /* "NPK 16:16:8": parts that no word stands between */
  gboolean is_chain = starts_parts (saying, second.end) || saying_is_mark (saying, at - 2, ':');
  if (is_chain)
    saying_pause (saying, ',');
  else /* "10:2=5" */
    saying_word (saying, saying_is_mark (saying, second.end, '=') ? "chia" : "trên");
  numeral_say (saying, &second, FALSE);
  return is_chain ? say_ratio (saying, second.end) : second.end;
}

/* Signs between two numbers: 3 x 4, 2 + 3 = 5. */
static const struct {
  gunichar mark;
  const char *word;
} operators[] = {
  { 'x', "nhân" }, { 'X', "nhân" },      { 0xD7, "nhân" }, { '*', "nhân" }, { '+', "cộng" },
  { '=', "bằng" }, { 0xB1, "cộng trừ" }, { 0xF7, "đến" },  { '^', "mũ" },   { '@', "cách" },
};

/* The "x" of "3mx4m" at `at`, a unit with the sign of a product behind it: the unit; or NULL. */
static const LexiconEntry *
unit_before_times (const Saying *saying, int at)
{
  const char *text = saying_at (saying, at);
  gsize length = saying_length (saying, at);

  if (!saying_is_word (saying, at) || !saying_is_glued (saying, at) || length < 2
      || g_ascii_tolower (text[length - 1]) != 'x' || !saying_is_number (saying, at + 1)
      || !saying_is_glued (saying, at + 1))
    return NULL;
  const LexiconEntry *entry =
    lexicon_find (saying->lexicon, text, length - 1, tokens_hash (text, length - 1));
  return entry && entry->unit ? entry : NULL;
}

static const char *
operator_at (const Saying *saying, int at)
{
  const SpeechToken *token = saying_token (saying, at);
  gunichar mark = token->mark;

  if (!saying_is_number (saying, at + 1))
    return NULL;
  if (token->kind == SPEECH_WORD && token->n_letters == 1)
    mark = g_utf8_get_char (saying_at (saying, at));
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (mark != 0 && operators[i].mark == mark)
      return mark == 0xF7 && saying_is_mark (saying, at + 2, '=') ? "chia" : operators[i].word;
  return NULL;
}

/* "5²" */
static int
say_power (Saying *saying, int at)
{
  gunichar mark = saying_is_glued (saying, at) ? saying_token (saying, at)->mark : 0;

  if (mark != 0xB2 && mark != 0xB3)
    return at;
  saying_word (saying, mark == 0xB2 ? "bình phương" : "lập phương");
  return at + 1;
}

/* "1 đến 5" is short for "thứ hai đến thứ sáu" where a day of the week stands before. */
static void
say_until (Saying *saying, int at)
{
  saying_word (saying, "đến");
  if (saying_has (saying, saying_word_before (saying, at), "thứ"))
    saying_word (saying, "thứ");
}

/* "E7.4", "S2.01": the dot behind a letter is said. */
static int
say_lettered (Saying *saying, int at)
{
  saying_cardinal (saying, at);
  saying_word (saying, "chấm");
  if (saying_at (saying, at + 2)[0] == '0')
    saying_digits (saying, at + 2);
  else
    saying_cardinal (saying, at + 2);
  return at + 3;
}

/* "14.856 độ vĩ Bắc": no place lies thousands of degrees away, so the dot stands for a comma. */
static gboolean
is_degree_of_place (const Saying *saying, int at)
{
  return saying_has (saying, at, "độ") && saying_has_topic (saying, at + 1, TOPIC_COORDINATE);
}

static int
say_one (Saying *saying, int at)
{
  Numeral numeral;

  if (!numeral_read (saying, at, &numeral))
    return at;
  /* "TOEIC 6.5" is written as abroad */
  if (numeral.is_sloppy && saying_is_glued (saying, at) && saying_is_word (saying, at - 1))
    return say_lettered (saying, at);
  if (numeral.is_grouped && numeral.end == at + 3 && is_degree_of_place (saying, numeral.end))
    return say_lettered (saying, at);
  warn_sloppy (saying, at, &numeral);
  /* "lô A2305", but "cống D1000" is a size */
  gboolean is_name = saying_is_glued (saying, at) && saying_is_word (saying, at - 1)
                     && saying_length (saying, at) >= 4 && numeral.end == at + 1
                     && !g_str_has_suffix (numeral.digits, "00")
                     && saying_token (saying, at - 1)->shape != SHAPE_SMALL
                     && (!(saying_class (saying, at - 1) & WORD_NUMBERED)
                         || saying_token (saying, at - 1)->n_letters == 1);
  if (is_name)
    saying_digits (saying, at);
  else if (!say_ordinal (saying, at, &numeral))
    numeral_say (saying, &numeral, keeps_zeros (saying, at, numeral.end));
  int end = say_power (saying, numeral.end);
  if (end > numeral.end)
    return end;
  /* "H5N1" is a name, not five newtons; "4x100m" is no name. */
  if (saying_is_glued (saying, at) && saying_is_word (saying, at - 1)
      && operator_at (saying, at - 1) == NULL && unit_before_times (saying, at - 1) == NULL)
    return numeral.end;
  end = say_unit (saying, numeral.end);
  if (end > numeral.end || !(saying_class (saying, end) & WORD_MAGNITUDE))
    return end;
  /* "5 triệu - 7 triệu" */
  saying_small (saying, end);
  return end + 1;
}

/* "QL38 x ĐT.276": where two roads meet. */
static gboolean
joins_roads (const Saying *saying, int at)
{
  int road = at - 2 - saying_is_mark (saying, at - 2, '.');
  int number = at + 2 + saying_is_mark (saying, at + 2, '.');

  return saying_is_number (saying, at - 1) && saying_class (saying, road) & WORD_NUMBERED
         && saying_is_number (saying, number) && saying_class (saying, at + 1) & WORD_NUMBERED;
}

/* "3in1": so many in one. */
int
say_in_one (Saying *saying, int at)
{
  if (!saying_matches (saying, at, "in") || !saying_is_glued (saying, at)
      || !saying_is_number (saying, at - 1) || !saying_is_number (saying, at + 1)
      || !saying_is_glued (saying, at + 1))
    return at;
  saying_word (saying, "trong");
  return at + 1;
}

/* "tái phạm x2": the number stands right behind. */
static gboolean
is_factor (const Saying *saying, int at)
{
  return saying_matches (saying, at, "x") && saying_is_number (saying, at + 1)
         && saying_length (saying, at + 1) <= 2 && saying_is_word (saying, at - 1)
         && saying_token (saying, at - 1)->shape == SHAPE_SMALL
         && !saying_is_named (saying, at,
                              WORD_FORM | WORD_BUILDING | WORD_PARCEL | WORD_NUMBER_NAME);
}

/* "2 viên x 3 lần", "4 xe × 2 chuyến": between two amounts with what they count; "500.000đ x hệ số
 * 1,5". */
static gboolean
joins_amounts (const Saying *saying, int at)
{
  const SpeechToken *next = saying_token (saying, at + 1);

  if (saying->quantity_end == at && next->kind == SPEECH_WORD
      && (next->shape == SHAPE_SMALL
          || (next->shape == SHAPE_CAPITALS && lookup_word (saying, at + 1) != NULL)))
    return TRUE;
  /* "số tiền x 0,03%" */
  if (next->kind == SPEECH_NUMBER && saying_is_word (saying, at - 1)
      && saying_token (saying, at - 1)->shape == SHAPE_SMALL && saying_matches (saying, at, "x"))
    return TRUE;
  return next->kind == SPEECH_NUMBER
         && (saying_is_number (saying, at - 2) || saying_is_number (saying, at - 3)
             || saying_is_number (saying, at - 4));
}

int
say_times (Saying *saying, int at)
{
  if (saying_length (saying, at) != 1 || g_ascii_tolower (*saying_at (saying, at)) != 'x'
      || saying_is_glued (saying, at))
    return at;
  gboolean is_apart = !saying_is_glued (saying, at + 1);
  gboolean is_crossing = is_apart && joins_roads (saying, at);
  if (!is_crossing && !(is_apart ? joins_amounts (saying, at) : is_factor (saying, at)))
    return at;
  saying_word (saying, is_crossing ? "giao" : "nhân");
  return at + 1;
}

/* "25-23", "5-5": who counts from one to the other counts up. */
static gboolean
is_no_range (const Saying *saying, int at, int dash)
{
  Numeral first, second;

  if (!numeral_read (saying, at, &first) || first.end != dash
      || !numeral_read (saying, dash + 1, &second) || unit_at (saying, second.end) != NULL
      || saying_class (saying, second.end) & (WORD_MAGNITUDE | WORD_MONTH))
    return FALSE;
  return numeral_value (&second) >= 0 && numeral_value (&first) >= numeral_value (&second);
}

static void
warn_no_range (Saying *saying, int at, int dash)
{
  g_autofree char *written =
    g_strdup_printf ("%d-%d", saying_value (saying, at), saying_value (saying, dash + 1));

  saying->certainty = SPEECH_DEFAULT;
  saying_warn (
    saying, at, written, _ ("write what it is: “thắng 25-23”, “ngày 10/3”, “số 16-8”"),
    _ ("“%s” does not go up, so it is no range; its numbers are read one after the other"),
    written);
}

/* "B.1-02": only a name has a zero there. */
static gboolean
is_part_of_name (const Saying *saying, int at, int dash)
{
  return dash == at + 1 && saying_is_glued (saying, dash) && saying_at (saying, at)[0] != '0'
         && saying_at (saying, dash + 1)[0] == '0' && saying_length (saying, dash + 1) > 1
         && !saying_is_slash (saying, dash + 2) && unit_at (saying, dash + 2) == NULL
         && (!saying_is_word (saying, dash + 2)
             || saying_token (saying, dash + 2)->shape != SHAPE_SMALL);
}

/* "phân DAP 18-46": parts of one thing, and no range. */
static gboolean
is_compound (const Saying *saying, int at)
{
  return is_range (saying, at + 1) && saying_is_glued (saying, at + 1)
         && saying_has_topic (saying, at - 1, TOPIC_FERTILISER);
}

/* "khóa K3-2026", "giống mía LK92-11": the number at `at` belongs to letters before it, and the one
 * behind the dash goes on with their name. */
static gboolean
goes_on_with_name (const Saying *saying, int at, int dash)
{
  if (!saying_is_glued (saying, at) || !saying_is_word (saying, at - 1))
    return FALSE;
  return (saying_length (saying, dash + 1) == 4 && saying_length (saying, at) <= 2)
         || (saying_is_glued (saying, dash) && saying_token (saying, at - 1)->n_letters > 1
             && say_is_letters_of_name (saying, at - 1));
}

/* The dash behind the quantity that starts at `at`, and the number behind the dash. */
static int
say_dashed (Saying *saying, int at, int dash)
{
  if (saying_is_mark (saying, dash + 2, '=')) {
    saying_word (saying, "trừ");
    return say_quantity (saying, dash + 1);
  }
  if (is_part_of_name (saying, at, dash)) {
    saying_word (saying, "gạch");
    saying_digits (saying, dash + 1);
    return dash + 2;
  }
  if (goes_on_with_name (saying, at, dash)) {
    saying_pause (saying, ',');
    saying_cardinal (saying, dash + 1);
    return dash + 2;
  }
  if (measures_are_joined (saying, dash)) {
    saying_pause (saying, ',');
  } else if (is_no_range (saying, at, dash)) {
    warn_no_range (saying, at, dash);
    saying_pause (saying, ',');
  } else {
    say_until (saying, at);
  }
  return say_one (saying, dash + 1);
}

/* "hỏi 1900 888": two numbers side by side that nobody knew as a telephone number, a time or an
 * amount; "BĐ2 0,25 m" is a name and an amount, "1 1 5" was spelled by whoever wrote it. */
static void
warn_side_by_side (Saying *saying, int at)
{
  gboolean is_known = saying->quantity_end != at || saying->time_end == at || saying->date_end == at
                      || saying_class (saying, at - 2) & (WORD_FIRST | WORD_ORDER)
                      || saying_is_dash (saying, at - 2) /* "NPK 20-20-15 10kg" */
                      || (saying_length (saying, at - 1) == 1 && saying_length (saying, at) == 1)
                      || (saying_is_glued (saying, at - 1) && saying_is_word (saying, at - 2));

  if (is_known)
    return;
  g_autofree char *written = saying_quote (saying, at - 1, at + 1);
  saying->certainty = SPEECH_DEFAULT;
  saying_warn (saying, at, written, _ ("write what the numbers are, or a mark between them"),
               _ ("“%s” may be one number or two; it is read as two"), written);
}

int
say_quantity (Saying *saying, int at)
{
  /* "trên BĐ2 0,25 m": two numbers side by side are heard as one. */
  if (saying_is_number (saying, at - 1) && !saying_is_glued (saying, at)) {
    warn_side_by_side (saying, at);
    saying_pause (saying, ',');
  }
  if (is_chain (saying, at + 1) || is_compound (saying, at)) {
    saying->quantity_end = say_rates (saying, say_chain (saying, at), FALSE);
    return saying->quantity_end;
  }
  int listed = say_spaced_chain (saying, at);
  if (listed > at)
    return listed;
  saying->was_money = FALSE;
  int end = say_one (saying, at);
  if (end == at)
    return at;
  for (const char *word;
       (word = operator_at (saying, end)) != NULL || unit_before_times (saying, end) != NULL;) {
    if (word == NULL)
      saying_word (saying, unit_before_times (saying, end)->unit);
    saying_word (saying, word ? word : "nhân");
    int next = say_one (saying, end + 1);
    if (next == end + 1)
      break;
    end = next;
  }
  end = is_range (saying, end) ? say_dashed (saying, at, end) : say_ratio (saying, end);
  saying->quantity_end = end;
  return end;
}

/* Too long to be counted: digits in threes. */
int
say_number (Saying *saying, int at)
{
  const char *digits = saying_at (saying, at);
  gsize length = saying_length (saying, at);

  for (gsize i = 0; i < length; i += 3) {
    if (i > 0)
      saying_pause (saying, ',');
    saying_word (saying, "");
    number_words_digits (saying->out, digits + i, MIN (3, length - i));
  }
  return at + 1;
}
