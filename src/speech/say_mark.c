/* SPDX-License-Identifier: MIT */
/* Marks: those of the sentence become pauses, those between words become words, the rest is silent.
 */
#include "speech/lookup.h"
#include "speech/measures.h"
#include "speech/recognisers.h"
#include "speech/unit.h"

#include "base/i18n.h"
#include "text/sentence.h"

#include <string.h>

/* How far behind a number a slash can still be "per": "5 triệu đồng/người". */
#define RATE_REACH       2
#define NAMED_RATE_REACH 5
/* Tokens of a date with the word before it: "tháng 3/2023". */
#define LONGEST_DATE 7
/* Words of what is to be filled in. */
#define LONGEST_BLANK 8
/* Tokens between blood and its group. */
#define BLOOD_REACH 10
/* Letters of what may be said again in brackets. */
#define LONGEST_EXPLANATION 200

static int
skip_while (const Saying *saying, int at, gunichar mark)
{
  while (saying_is_mark (saying, at, mark))
    at++;
  return at;
}

static int
say_pause (Saying *saying, int at)
{
  saying_pause (saying, saying_token (saying, at)->mark);
  return at + 1;
}

/* Nothing but marks follows before a new sentence or the end. */
static gboolean
ends_sentence (const Saying *saying, int at)
{
  while (at < saying->n_tokens && saying_token (saying, at)->kind == SPEECH_MARK) {
    if (saying_is_mark (saying, at, ',') || saying_is_mark (saying, at, ';'))
      return FALSE;
    at++;
  }
  return at >= saying->n_tokens
         || (saying_is_word (saying, at) && saying_token (saying, at)->shape != SHAPE_SMALL);
}

/* ". . .", "…" at the end of a list is "and so on"; anywhere else it is a pause. */
static int
say_dots (Saying *saying, int at, int end)
{
  gboolean ends_list = saying->is_listing && at > 0
                       && (saying_is_word (saying, at - 1) || saying_is_mark (saying, at - 1, ','));
  if (ends_list && end - at <= 3) {
    saying_pause (saying, ',');
    saying_word (saying, "vân vân");
  }
  saying_pause (saying, ends_sentence (saying, end) ? '.' : ',');
  return end;
}

/* "PCT.UBND xã": the dot is no end of a sentence. */
static gboolean
joins_abbreviations (const Saying *saying, int at)
{
  return saying_is_glued (saying, at) && saying_is_glued (saying, at + 1)
         && saying_is_word (saying, at - 1) && saying_is_word (saying, at + 1)
         && saying_token (saying, at - 1)->shape >= SHAPE_CAPITALS
         && saying_token (saying, at + 1)->shape >= SHAPE_CAPITALS;
}

/* "mục I.1", "phần II.3.a": the dots inside the number of a section. */
static gboolean
joins_parts_of_number (const Saying *saying, int at)
{
  const SpeechToken *before = saying_token (saying, at - 1);
  const SpeechToken *next = saying_token (saying, at + 1);
  gboolean is_roman =
    before->kind == SPEECH_WORD && before->shape >= SHAPE_CAPITAL && before->shape <= SHAPE_CAPITALS
    && before->space_before
    && strspn (saying_at (saying, at - 1), "IVX") >= saying_length (saying, at - 1);
  gboolean is_part =
    next->kind == SPEECH_NUMBER
    || (next->kind == SPEECH_WORD && next->n_letters == 1 && next->shape == SHAPE_SMALL);

  return saying_is_glued (saying, at) && saying_is_glued (saying, at + 1) && is_part
         && (is_roman || (before->kind == SPEECH_NUMBER && next->kind == SPEECH_WORD));
}

/* "Z.119", "K.2": the dot inside a name. */
static gboolean
joins_letter_and_number (const Saying *saying, int at)
{
  const SpeechToken *letter = saying_token (saying, at - 1);

  return saying_is_glued (saying, at) && saying_is_glued (saying, at + 1)
         && saying_is_number (saying, at + 1) && letter->kind == SPEECH_WORD
         && letter->n_letters == 1 && letter->shape == SHAPE_CAPITAL && letter->space_before;
}

static int
say_stop (Saying *saying, int at)
{
  int end = skip_while (saying, at, '.');

  if (end - at > 1)
    return say_dots (saying, at, end);
  if (joins_abbreviations (saying, at))
    return end;
  if (joins_parts_of_number (saying, at)) {
    saying_word (saying, "chấm");
    return end;
  }
  if (joins_letter_and_number (saying, at))
    return end;
  /* "./." closes an official letter. */
  if (saying_is_slash (saying, end) && saying_is_mark (saying, end + 1, '.'))
    end += 2;
  /* "ông Trần Văn B. (45 tuổi)" */
  gsize length = saying_token (saying, saying->n_tokens - 1)->end;
  gboolean goes_on = sentence_goes_on (saying->text, length, saying_token (saying, at)->start);
  saying_pause (saying, goes_on ? ',' : '.');
  saying->is_listing = FALSE;
  return end;
}

static int
say_comma (Saying *saying, int at)
{
  saying->is_listing = TRUE;
  return say_pause (saying, at);
}

static int
say_ellipsis (Saying *saying, int at)
{
  return say_dots (saying, at, at + 1);
}

/* The same letters, whatever their case and the marks between them. */
static gboolean
sounds_same (const char *a, const char *a_end, const char *b, const char *b_end)
{
  while (a < a_end || b < b_end) {
    gsize length = a < a_end ? g_utf8_skip[(guchar) *a] : 0;
    if (length > 0 && length <= (gsize) (b_end - b) && memcmp (a, b, length) == 0) {
      a += length;
      b += length;
      continue;
    }
    gunichar x = a < a_end ? g_unichar_tolower (g_utf8_get_char (a)) : 0;
    gunichar y = b < b_end ? g_unichar_tolower (g_utf8_get_char (b)) : 0;
    if (x == ',' || x == ' ') {
      a++;
    } else if (y == ',' || y == ' ') {
      b++;
    } else if (x == y) {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    } else {
      return FALSE;
    }
  }
  return TRUE;
}

/* What is said from `from` on was said right before it. */
static gboolean
is_repetition (const Saying *saying, gsize from)
{
  const char *start = saying->out->str + from;
  const char *end = saying->out->str + saying->out->len;
  const char *first = saying->out->str + saying->out_start;
  glong letters = g_utf8_strlen (start, end - start);
  const char *before = start;

  if (letters == 0 || letters > LONGEST_EXPLANATION)
    return FALSE;
  /* The same words may have a mark more or less. */
  for (glong n = letters + 4; n > 0 && before > first; n--) {
    do
      before--;
    while (((guchar) *before & 0xC0) == 0x80);
    if (n <= 9 && (before == first || before[-1] == ' ') && sounds_same (before, start, start, end))
      return TRUE;
  }
  return FALSE;
}

/* "12 mẫu (+)", "test (-)": what a test came to. */
static int
say_result (Saying *saying, int at)
{
  gboolean is_plus = saying_is_mark (saying, at + 1, '+');

  if (!(is_plus || saying_is_dash (saying, at + 1)) || !saying_is_mark (saying, at + 2, ')')
      || !saying_is_glued (saying, at + 1) || !saying_is_glued (saying, at + 2))
    return at;
  saying_word (saying, is_plus ? "dương" : "âm");
  if (saying_has_topic (saying, at - 1, TOPIC_TESTED))
    saying_word (saying, "tính");
  return at + 3;
}

static int
say_open (Saying *saying, int at)
{
  int result = say_result (saying, at);
  if (result > at)
    return result;
  int end = say_bracketed_phone (saying, at);
  if (end > at)
    return end;
  saying->bracket = saying->out->len;
  saying_pause (saying, ',');
  return at + 1;
}

/* "Ủy ban nhân dân (UBND)": the short form is for the eye; said in full, it would be said twice.
 */
static int
say_close (Saying *saying, int at)
{
  /* "cột mốc 102(2)": a number is no explanation. */
  gboolean is_number = saying_is_number (saying, at - 1) && saying_is_mark (saying, at - 2, '(');
  if (saying->bracket > saying->out_start && !is_number && is_repetition (saying, saying->bracket))
    saying_unsay (saying, saying->bracket);
  else
    saying_pause (saying, ',');
  saying->bracket = 0;
  return at + 1;
}

/* Other brackets and bars only make a pause. */
static int
say_bracket (Saying *saying, int at)
{
  saying_pause (saying, ',');
  return at + 1;
}

static int
say_silence (Saying *saying, int at)
{
  (void) saying;
  return at + 1;
}

static int
say_single_arrow (Saying *saying, int at)
{
  return say_arrow (saying, at, at + 1);
}

/* Between two plain words without spaces: "in-tơ-nét", "Bà Rịa-Vũng Tàu". */
static gboolean
joins_words (const Saying *saying, int at)
{
  return saying_is_glued (saying, at) && saying_is_glued (saying, at + 1)
         && saying_is_word (saying, at - 1) && saying_is_word (saying, at + 1)
         && saying_token (saying, at - 1)->shape <= SHAPE_CAPITAL
         && saying_token (saying, at + 1)->shape <= SHAPE_CAPITAL;
}

/* "thứ 2 - thứ 6", "tháng 3/2023 - tháng 5/2024", "Thứ Hai - Thứ Sáu": the word before the first
 * number stands before the second one again. */
static gboolean
repeats_word (const Saying *saying, int at)
{
  int word = at - 1;

  while (word > at - LONGEST_DATE && saying_token (saying, word)->kind != SPEECH_WORD
         && !saying_is_mark (saying, word, ';') && !saying_is_mark (saying, word, ','))
    word--;
  if (word == at - 1 && saying_class (saying, at + 1) & WORD_FIRST)
    word--;
  else if (word == at - 1 || !saying_is_number (saying, at + 2))
    return FALSE;
  char first[32];
  return saying_is_word (saying, word)
         && vocabulary_lower (saying_at (saying, word), saying_length (saying, word), first,
                              sizeof first)
         && saying_has (saying, at + 1, first);
}

/* "06 tháng - 02 năm": a number with what it counts on both sides. */
static gboolean
joins_lengths (const Saying *saying, int at)
{
  return saying_is_number (saying, at - 2) && saying_class (saying, at - 1) & WORD_PER
         && saying_is_number (saying, at + 1) && saying_class (saying, at + 2) & WORD_PER;
}

/* "M1-M2-M3": three of one letter are points, one after the other. */
static gboolean
is_chain_of_names (const Saying *saying, int at)
{
  int before = at - 2;

  if (!saying_is_word (saying, before) || !saying_is_glued (saying, at)
      || !saying_is_glued (saying, at + 1) || !saying_is_word (saying, at + 1)
      || saying_token (saying, before)->hash != saying_token (saying, at + 1)->hash)
    return FALSE;
  return (saying_is_dash (saying, at + 3)
          && saying_token (saying, at + 4)->hash == saying_token (saying, before)->hash)
         || (saying_is_dash (saying, before - 1)
             && saying_token (saying, before - 3)->hash == saying_token (saying, before)->hash);
}

/* "Trận 15h: Tổ 1 - Tổ 4": who meets whom. */
static gboolean
are_opponents (const Saying *saying, int at)
{
  return say_follows_match (saying, at)
         && saying_class (saying, at + 1) & (WORD_PLACE | WORD_TITLE | WORD_ORDER);
}

/* "máu hiếm O-", "AB+": the factor of a group of blood. */
static gboolean
is_rhesus (const Saying *saying, int at)
{
  return saying_is_glued (saying, at) && saying_has_topic (saying, at - 1, TOPIC_BLOOD_GROUP)
         && saying_token (saying, at - 1)->shape != SHAPE_SMALL
         && (!saying_is_glued (saying, at + 1)
             || (saying_token (saying, at + 1)->kind == SPEECH_MARK
                 && !saying_is_number (saying, at + 2)))
         && saying_topic_before (saying, at, BLOOD_REACH, TOPIC_BLOOD);
}

static int
say_dash (Saying *saying, int at)
{
  int end = say_arrow_end (saying, at);

  if (end > 0)
    return say_arrow (saying, at, end);
  if (is_rhesus (saying, at)) {
    saying_word (saying, "âm");
    return at + 1;
  }
  if (joins_words (saying, at)) {
    g_string_append_c (saying->out, '-');
    saying_glue (saying);
    return at + 1;
  }
  gboolean follows_time =
    saying->time_end > 0 && saying->time_end == at - 1 && saying_class (saying, at - 1) & WORD_DATE;
  /* "0-<6 tháng" */
  gboolean is_below = saying_is_number (saying, at - 1) && saying_is_mark (saying, at + 1, '<')
                      && saying_is_glued (saying, at + 1) && saying_is_number (saying, at + 2);
  gboolean is_range =
    (saying->quantity_end == at || follows_time) && (saying_is_number (saying, at + 1) || is_below);
  /* "Thôn 2 - Thôn 7: 4-2" are two teams. */
  gboolean are_teams = saying_is_mark (saying, at + 3, ':') && saying_is_number (saying, at + 4)
                       && saying_is_dash (saying, at + 5) && saying_is_number (saying, at + 6);
  if (are_teams)
    saying->score_end = at + 4;
  if (are_teams || is_chain_of_names (saying, at))
    saying_pause (saying, ',');
  else if (saying->quantity_end == at && measures_are_joined (saying, at))
    saying_pause (saying, ',');
  else if (is_range || joins_lengths (saying, at)
           || (repeats_word (saying, at) && !are_opponents (saying, at)))
    saying_word (saying, "đến");
  else
    saying_pause (saying, ',');
  return skip_while (saying, at, saying_token (saying, at)->mark);
}

static int
say_equals (Saying *saying, int at)
{
  int end = say_arrow_end (saying, at);
  if (end > 0)
    return say_arrow (saying, at, end);
  if (saying->n_tokens > 1 && at > 0)
    saying_word (saying, "bằng");
  return skip_while (saying, at, '=');
}

/* "/10/2023" after "ngày": the day is to be filled in. */
static int
say_blank_day (Saying *saying, int at)
{
  int month = saying_value (saying, at + 1);

  if (!(saying_class (saying, at - 1) & WORD_DAY) || month < 1 || month > 12
      || !saying_is_slash (saying, at + 2) || saying_length (saying, at + 3) != 4)
    return at;
  saying_warn (saying, at, "blank day", _ ("fill it in before the text is read out"),
               _ ("the day of the date is missing"));
  saying_word (saying, "tháng");
  saying_integer (saying, month);
  saying_word (saying, "năm");
  saying_cardinal (saying, at + 3);
  return at + 4;
}

/* "20 kg lân Lâm Thao/sào": words that name what was weighed, and nothing else, between. */
static gboolean
names_what_is_measured (const Saying *saying, int at)
{
  int start = saying->quantity_end;

  if (at - start > NAMED_RATE_REACH || !saying_is_glued (saying, at)
      || !(saying_class (saying, at + 1) & WORD_PER))
    return FALSE;
  /* "2 tháng lương cơ sở/năm phục vụ" */
  gboolean has_span =
    saying_has_topic (saying, start, TOPIC_SPAN) && saying_has_topic (saying, at + 1, TOPIC_SPAN);
  if (!has_span && unit_at (saying, start - 1) == NULL)
    return FALSE;
  for (int i = start; i < at; i++)
    if (!saying_is_word (saying, i))
      return FALSE;
  return TRUE;
}

/* "96 xã/phường", "12 thôn/bản": two names of what stands at the same place, and no rate. */
static gboolean
are_alike (const Saying *saying, int at)
{
  static const WordClasses levels = TOPIC_COMMUNE | TOPIC_VILLAGE | TOPIC_PROVINCE;
  WordClasses shared = saying_topics (saying, at - 1) & saying_topics (saying, at + 1);

  return (shared & levels) != 0;
}

/* "5 triệu đồng/người/tháng", "120 người/km2" */
static int
say_rate (Saying *saying, int at)
{
  if (at - saying->quantity_end > RATE_REACH && !names_what_is_measured (saying, at))
    return at;
  gboolean is_money = saying_has (saying, at - 1, "đồng") || saying->was_money;
  return say_rates (saying, at, is_money);
}

/* "5 bánh/mâm": a rate, or one thing or the other? Said as a rate where a number counts the first,
 * and asked. */
static int
say_doubtful_rate (Saying *saying, int at)
{
  gboolean is_counted = saying->quantity_end == at - 1 && saying_is_number (saying, at - 2)
                        && saying_is_word (saying, at - 1) && saying_is_glued (saying, at)
                        && saying_is_glued (saying, at + 1) && saying_is_word (saying, at + 1)
                        && saying_token (saying, at - 1)->shape == SHAPE_SMALL
                        && saying_token (saying, at + 1)->shape == SHAPE_SMALL
                        && !saying_is_slash (saying, at + 2);

  if (!is_counted)
    return at;
  g_autofree char *written = saying_quote (saying, at - 1, at + 2);
  saying->certainty = SPEECH_DEFAULT;
  saying_warn (saying, at, written, _ ("write “mỗi” or “hoặc”"),
               _ ("“%s” may be a rate or a choice; it is read as a rate"), written);
  saying_word (saying, "một");
  saying_copy (saying, at + 1, at + 2);
  return at + 2;
}

/* "245 hộ/1.120 khẩu", "28 chi bộ/675 đảng viên": two counts of the same, one after the other. */
static gboolean
joins_counts (const Saying *saying, int at)
{
  return saying_is_word (saying, at - 1) && saying->time_end != at
         && at - saying->quantity_end <= RATE_REACH
         && saying_token (saying, at - 1)->shape == SHAPE_SMALL
         && saying_is_number (saying, at + 1);
}

/* "4G/5G", "mức 1/mức 2", "Km5+600/QL6", "QCVN 40:2025/BTNMT": what stands on one side is a name.
 */
static gboolean
joins_names (const Saying *saying, int at)
{
  int first = saying_is_number (saying, at - 1) ? at - 2 : at - 1;
  gboolean is_lettered = saying_is_word (saying, first)
                         && saying_token (saying, first)->shape >= SHAPE_CAPITAL
                         && (first == at - 1 || saying_is_glued (saying, at - 1));
  const LexiconEntry *entry = saying_is_word (saying, at + 1) ? lookup_word (saying, at + 1) : NULL;

  return is_lettered || saying_is_mark (saying, at - 2, ':')
         || saying_class (saying, at - 2) & (WORD_ORDER | WORD_LEVEL | WORD_HOUSE | WORD_BUILDING)
         || saying_class (saying, at + 1) & WORD_NUMBERED || (entry && entry->issuer);
}

/* "số 1B/27": a house in a lane. */
static gboolean
follows_house (const Saying *saying, int at)
{
  return saying_is_word (saying, at - 1) && saying_is_glued (saying, at)
         && saying_token (saying, at - 1)->n_letters == 1 && saying_is_glued (saying, at - 1)
         && saying_is_number (saying, at - 2) && saying->time_end != at
         && !(saying_is_word (saying, at + 2) && saying_is_glued (saying, at + 2));
}

/* A number stands right beside the slash, and nobody knew it as a rate, a date or a part of a name:
 * it is asked. */
static void
warn_slash (Saying *saying, int at)
{
  gboolean has_number = saying_is_number (saying, at - 1) || saying_is_number (saying, at + 1)
                        || saying->quantity_end == at;

  if (!has_number || !saying_is_glued (saying, at) || !saying_is_glued (saying, at + 1)
      || saying_token (saying, at + 1)->kind == SPEECH_MARK || joins_counts (saying, at)
      || joins_names (saying, at))
    return;
  g_autofree char *written = saying_quote (saying, at - 1, at + 2);
  saying->certainty = SPEECH_DEFAULT;
  saying_warn (saying, at, written, _ ("write in words what the slash stands for"),
               _ ("what the slash in “%s” stands for is not known"), written);
}

/* "1.198/1.200", "6,5/7": a share of what is no whole number below a billion; "7h/26" is none. */
static gboolean
joins_numbers (const Saying *saying, int at)
{
  return saying_is_number (saying, at - 1) && saying_is_number (saying, at + 1)
         && saying->quantity_end == at && saying->time_end != at;
}

static int
say_slash (Saying *saying, int at)
{
  int end;

  if ((end = say_blank_symbol (saying, at)) > at || (end = say_blank_day (saying, at)) > at)
    return end;
  /* "1/ Báo cáo; 2/ Bầu": the label of an item */
  if (saying_is_number (saying, at - 1) && saying_is_glued (saying, at)
      && !saying_is_glued (saying, at + 1)) {
    saying_pause (saying, ',');
    return at + 1;
  }
  /* "và/hoặc" is one word to the ear; other choices are a list. */
  if (saying_has (saying, at - 1, "và") && saying_has (saying, at + 1, "hoặc"))
    return at + 1;
  gboolean may_be_rate = saying->quantity_end >= 0 && !are_alike (saying, at);
  if (may_be_rate
      && ((end = say_rate (saying, at)) > at || (end = say_doubtful_rate (saying, at)) > at))
    return end;
  gboolean is_house = follows_house (saying, at) && saying_is_number (saying, at + 1);
  gboolean is_share = is_house || joins_numbers (saying, at);
  if (!is_share)
    warn_slash (saying, at);
  if (is_share || (saying_is_number (saying, at - 1) && saying_is_number (saying, at + 1)))
    saying_word (saying, "trên");
  else
    saying_pause (saying, ',');
  return skip_while (saying, at, '/');
}

/* "x" in a formula */
static gboolean
is_variable (const Saying *saying, int at)
{
  return saying_is_word (saying, at) && saying_length (saying, at) == 1
         && saying_token (saying, at)->shape == SHAPE_SMALL;
}

/* "~ 5 km", "> 10 %", "≥ 18 tuổi": said before the number that follows, and after it; between two
 * numbers, as in a formula. */
static const struct {
  gunichar mark;
  gboolean or_equal; /* an equals sign follows */
  const char *before, *after, *between;
} comparisons[] = {
  { '~', FALSE, "khoảng", NULL, "xấp xỉ" },
  { 0x2248, FALSE, "khoảng", NULL, "xấp xỉ" },
  { '>', TRUE, "từ", "trở lên", "lớn hơn hoặc bằng" },
  { '<', TRUE, "không quá", NULL, "nhỏ hơn hoặc bằng" },
  { '>', FALSE, "trên", NULL, "lớn hơn" },
  { '<', FALSE, "dưới", NULL, "nhỏ hơn" },
  { 0x2265, FALSE, "từ", "trở lên", "lớn hơn hoặc bằng" },
  { 0x2264, FALSE, "không quá", NULL, "nhỏ hơn hoặc bằng" },
};

/* The number at `at`, and what it counts where that is one small word: "18 tuổi". */
static int
say_counted (Saying *saying, int at)
{
  int end = say_fraction (saying, at);
  if (end == at)
    end = say_quantity (saying, at);

  /* "≥ 38,5 °C uống thuốc": behind a unit nothing more is counted; "≥ 18-20 tuổi" has none yet. */
  gboolean has_unit = !saying_is_number (saying, end - 1);
  /* "≥ 75t" */
  const char *years = unit_of_time (saying, end);
  if (years) {
    saying_word (saying, years);
    return end + 1;
  }
  if (!has_unit && saying_is_word (saying, end) && saying_token (saying, end)->shape == SHAPE_SMALL
      && (!(saying_class (saying, end) & WORD_FUNCTION) || saying_class (saying, end) & WORD_PER)) {
    saying_copy (saying, end, end + 1);
    end = say_rates (saying, end + 1, FALSE); /* "≥ 50 con/m2" */
    /* "≥ 4 tuần tuổi" */
    if (saying_has (saying, end, "tuổi")) {
      saying_small (saying, end);
      end++;
    }
  }
  return end;
}

static int
say_comparison (Saying *saying, int at)
{
  gboolean or_equal = saying_is_mark (saying, at + 1, '=') && saying_is_glued (saying, at + 1);
  int number = at + 1 + (or_equal ? 1 : 0);

  for (guint i = 0; i < G_N_ELEMENTS (comparisons) && saying_is_number (saying, number); i++) {
    if (comparisons[i].mark != saying_token (saying, at)->mark
        || comparisons[i].or_equal != or_equal)
      continue;
    /* "tuổi 1-2 ≥50 con": apart from the number before, it belongs to the one behind */
    gboolean is_apart = !saying_is_glued (saying, at) && saying_is_glued (saying, number);
    gboolean is_formula =
      at > 0 && ((saying->quantity_end == at && !is_apart) || is_variable (saying, at - 1));
    saying_word (saying, is_formula ? comparisons[i].between : comparisons[i].before);
    if (comparisons[i].after == NULL || is_formula)
      return say_quantity (saying, number);
    int end = say_counted (saying, number);
    saying_word (saying, comparisons[i].after);
    return end;
  }
  return at;
}

/* "> Tài khoản" between labels */
/* "<Họ tên>": what is to be filled in stands in angles. */
static gboolean
is_angle_bracket (const Saying *saying, int at)
{
  int step = saying_is_mark (saying, at, '<') ? 1 : -1;
  gunichar other = step > 0 ? '>' : '<';

  for (int i = at + step; i >= 0 && i < saying->n_tokens && i != at + step * LONGEST_BLANK;
       i += step)
    if (saying_is_mark (saying, i, other))
      return saying_is_word (saying, at + step) && i != at + step;
    else if (!saying_is_word (saying, i))
      return FALSE;
  return FALSE;
}

static int
say_angle (Saying *saying, int at)
{
  if (is_angle_bracket (saying, at))
    return say_bracket (saying, at);
  int end = say_comparison (saying, at);
  if (end > at)
    return end;
  /* "29,73 m > mức lịch sử" */
  if (saying->quantity_end == at && saying_is_word (saying, at + 1)
      && saying_token (saying, at + 1)->shape == SHAPE_SMALL) {
    saying_word (saying, saying_is_mark (saying, at, '>') ? "lớn hơn" : "nhỏ hơn");
    return at + 1;
  }
  return saying_is_mark (saying, at, '>') && at > 0 ? say_arrow (saying, at, at + 1) : at + 1;
}

static int
say_tilde (Saying *saying, int at)
{
  int end = say_comparison (saying, at);
  return end > at ? end : at + 1;
}

/* A plus before a number is said, unless it is a bullet. */
static int
say_plus (Saying *saying, int at)
{
  int end = say_abroad_phone (saying, at);
  if (end > at)
    return end;
  if (is_rhesus (saying, at)) {
    saying_word (saying, "dương");
    return at + 1;
  }
  if (at > 0 || saying_is_glued (saying, at + 1))
    saying_word (saying, "cộng");
  return at + 1;
}

static int
say_hash (Saying *saying, int at)
{
  if (saying_is_number (saying, at + 1))
    saying_word (saying, "số");
  /* "bấm phím #" */
  else if (saying_class (saying, at - 1) & WORD_MENU || saying_has (saying, at - 1, "phím")
           || saying_has (saying, at - 1, "dấu"))
    saying_word (saying, "thăng");
  return at + 1;
}

/* "x^2" */
static int
say_caret (Saying *saying, int at)
{
  if (at > 0 && saying_is_glued (saying, at) && saying_is_number (saying, at + 1))
    saying_word (saying, "mũ");
  return at + 1;
}

static int
say_degree (Saying *saying, int at)
{
  saying_word (saying, "độ");
  return at + 1;
}

/* ⁽¹⁾ numbers the items of a list; a number behind a word is a note, and silent. */
static int
superscript_value (gunichar mark)
{
  switch (mark) {
  case 0xB9:
    return 1;
  case 0xB2:
  case 0xB3:
    return mark - 0xB0;
  default:
    return mark == 0x2070 || (mark >= 0x2074 && mark <= 0x2079) ? (int) mark - 0x2070 : -1;
  }
}

static int
say_superscript (Saying *saying, int at)
{
  int value = 0;
  int end = at + 1;
  gunichar mark = saying_token (saying, at)->mark;

  if (mark != 0x207D) {
    if (saying_is_glued (saying, at) && is_variable (saying, at - 1))
      saying_word (saying, mark == 0xB2 ? "bình phương" : "lập phương");
    return end;
  }
  for (; superscript_value (saying_token (saying, end)->mark) >= 0 && end - at <= 3; end++)
    value = value * 10 + superscript_value (saying_token (saying, end)->mark);
  saying_pause (saying, ',');
  if (end == at + 1)
    return end;
  saying_integer (saying, value);
  if (saying_token (saying, end)->mark == 0x207E)
    end++;
  saying_pause (saying, ',');
  return end;
}

static const struct {
  gunichar mark;
  const char *words;
  gboolean joins; /* 1½: "và" between the two */
} mark_words[] = {
  { '&', "và", FALSE },
  { '@', "a còng", FALSE },
  { '%', "phần trăm", FALSE },
  { 0x2030, "phần nghìn", FALSE },
  { 0xBD, "một phần hai", TRUE },
  { 0xBC, "một phần tư", TRUE },
  { 0xBE, "ba phần tư", TRUE },
  { 0x2153, "một phần ba", TRUE },
  { 0x2154, "hai phần ba", TRUE },
  { 0x20AB, "đồng", FALSE },
  { '$', "đô la", FALSE },
  { 0x20AC, "ơ rô", FALSE },
  { 0xA7, "mục", FALSE },
  { 0x2116, "số", FALSE },
  { 0xD7, "nhân", FALSE },
  { 0xF7, "chia", FALSE },
  { 0xB1, "cộng trừ", FALSE },
  { 0xA3, "bảng Anh", FALSE },
  { 0xA5, "yên", FALSE },
  { 0x2103, "độ xê", FALSE },
  { 0x2605, "sao", FALSE },
  { 0x221A, "căn bậc hai của", FALSE },
};

static int
say_mark_word (Saying *saying, int at)
{
  gunichar mark = saying_token (saying, at)->mark;

  for (guint i = 0; i < G_N_ELEMENTS (mark_words); i++) {
    if (mark_words[i].mark != mark)
      continue;
    if (mark_words[i].joins && saying_is_number (saying, at - 1))
      saying_word (saying, "và");
    saying_word (saying, mark_words[i].words);
    return at + 1;
  }
  return at;
}

/* Who says a mark: those of ASCII, which are nearly all of them, by their place. */
static const Recogniser ascii_handlers[0x80] = {
  ['.'] = say_stop,    [','] = say_comma,   [';'] = say_pause,   [':'] = say_pause,
  ['?'] = say_pause,   ['!'] = say_pause,   ['('] = say_open,    [')'] = say_close,
  ['['] = say_bracket, [']'] = say_bracket, ['{'] = say_bracket, ['}'] = say_bracket,
  ['|'] = say_bracket, ['/'] = say_slash,   ['-'] = say_dash,    ['='] = say_equals,
  ['>'] = say_angle,   ['<'] = say_angle,   ['~'] = say_tilde,   ['+'] = say_plus,
  ['#'] = say_hash,    ['^'] = say_caret,
};

/* And the others. */
static const struct {
  gunichar mark;
  Recogniser say;
} handlers[] = {
  { 0x2026, say_ellipsis },     { 0x2044, say_slash },        { 0x2215, say_slash },
  { 0x2265, say_tilde },        { 0x2264, say_tilde },        { 0x2248, say_tilde },
  { 0x2192, say_single_arrow }, { 0x21D2, say_single_arrow }, { 0x2794, say_single_arrow },
  { 0x27A1, say_single_arrow }, { 0xB0, say_degree },         { 0xBA, say_degree },
  { 0x207D, say_superscript },  { 0xB2, say_superscript },    { 0xB3, say_superscript },
};

static Recogniser
handler_of (gunichar mark)
{
  if (mark < G_N_ELEMENTS (ascii_handlers))
    return ascii_handlers[mark];
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    if (handlers[i].mark == mark)
      return handlers[i].say;
  return NULL;
}

/* Marks for the eye: quotation marks, emphasis, bullets, notes, decoration. */
static gboolean
is_silent (gunichar mark)
{
  static const char ascii[] = "\"'`*_\\^";

  if (mark < 0x80)
    return mark < 0x20 || mark == 0x7F || strchr (ascii, (int) mark) != NULL;
  return (mark >= 0x2016 && mark <= 0x201F) || mark == 0xAB || mark == 0xBB || mark == 0xB7
         || mark == 0xA9 || mark == 0xAE || mark == 0x2122 || (mark >= 0x2020 && mark <= 0x2023)
         || mark == 0x2032 || mark == 0x2033 || (mark >= 0x2039 && mark <= 0x203A)
         || (mark >= 0x2500 && mark <= 0x25FF) || mark == 0xB4 || (mark >= 0x2700 && mark <= 0x27BF)
         || mark == 0x3001 || superscript_value (mark) >= 0 || mark == 0x207E;
}

int
say_mark (Saying *saying, int at)
{
  gunichar mark = saying_token (saying, at)->mark;
  Recogniser handler = handler_of (mark);

  if (handler)
    return handler (saying, at);
  if (saying_is_dash (saying, at))
    return say_dash (saying, at);
  if (is_silent (mark))
    return say_silence (saying, at);
  int end = say_mark_word (saying, at);
  if (end > at)
    return end;
  char written[8] = "";
  g_unichar_to_utf8 (mark, written);
  saying_warn (saying, at, written, _ ("write it in words, or take it out"),
               _ ("the sign “%s” is not read"), written);
  return at + 1;
}

/* A minus is a sign when it touches its number and nothing before it. */
static gboolean
is_minus (const Saying *saying, int at)
{
  gboolean is_free =
    saying_token (saying, at)->space_before || saying_is_mark (saying, at - 1, '(');
  return saying_is_dash (saying, at) && is_free && saying_is_number (saying, at + 1)
         && saying_is_glued (saying, at + 1) && !saying_is_number (saying, at - 1);
}

int
say_signed (Saying *saying, int at)
{
  if (!is_minus (saying, at))
    return at;
  saying_word (saying, "âm");
  int end = say_fraction (saying, at + 1);
  return end > at + 1 ? end : say_quantity (saying, at + 1);
}
