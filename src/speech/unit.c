/* SPDX-License-Identifier: MIT */
#include "speech/unit.h"

#include "speech/lookup.h"

#include <string.h>

/* A film has 4K, a price 50K, gold 24K; a picture has 720p, a talk 45p. */
#define LEAST_THOUSANDS 10
#define MOST_KARAT      24
#define MOST_MINUTES    300
/* Of a match or an examination; what is sold costs more. */
#define MOST_POINTS 40
/* No cell has fewer volts. */
#define MOST_TABLETS 4
/* A lorry has 5T. */
#define MOST_TONNES 200

/* A lone letter behind a space is a unit only if it usually is: "5 m", but "lớp 5 A". */
static gboolean
may_stand_apart (const Saying *saying, int at, const LexiconEntry *entry)
{
  static const char *const letters[] = { "m", "g", "l", "đ", "s", "h", "V", "W", "k", "L", "Ω" };

  if (saying_is_glued (saying, at) || entry->n_tokens > 1 || !saying_is_word (saying, at))
    return TRUE;
  /* "12 TB" are wounded soldiers or notices, "12TB" is a disk. */
  if (saying_token (saying, at)->n_letters > 1)
    return entry->n_choices == 0;
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (strcmp (entry->written, letters[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Where the number that ends before `at` starts: "1,5", "5-20". */
static int
number_start (const Saying *saying, int at)
{
  int start = at - 1;

  while (saying_is_number (saying, start) && saying_is_glued (saying, start)
         && saying_token (saying, start - 1)->kind == SPEECH_MARK
         && saying_is_glued (saying, start - 1) && saying_is_number (saying, start - 2))
    start -= 2;
  return start;
}

/* Words that a load or a force is told with: "xe tải 5T", "lực kéo 20N". */
#define LOAD_REACH 6

/* Words that say so stand before. */
static gboolean
names_load (const Saying *saying, int at)
{
  return saying_topic_before (saying, at, LOAD_REACH, TOPIC_LOAD);
}

static gboolean
is_load (const Saying *saying, int at)
{
  /* "1,25T - 5T" */
  gboolean ends_range =
    saying_is_dash (saying, at - 1)
    && (saying_matches (saying, at - 2, "T") || saying_is_number (saying, at - 2));
  return names_load (saying, at) || ends_range || saying_is_mark (saying, at - 1, '<')
         || saying_is_mark (saying, at - 1, '>');
}

/* Words between a person and the years of his age. */
#define PERSON_REACH 6

static gboolean
names_age (const Saying *saying, int at)
{
  /* "nam từ 20t" */
  while (saying_has_topic (saying, at, TOPIC_AGE_BOUND))
    at--;
  /* "từ đủ 14t đến dưới 16t" */
  if (saying_matches (saying, at, "t") && saying_is_number (saying, at - 1))
    return TRUE;
  return saying_has_topic (saying, at, TOPIC_AGED) || saying_class (saying, at) & WORD_PERSON;
}

/* Tokens between two ages, or two terms, of one sentence. */
#define SAME_REACH 12

/* "người từ 75t, hộ nghèo từ 70-74t": years were told with the same letter, or with their word. */
static gboolean
follows_age (const Saying *saying, int at)
{
  if (!saying_matches (saying, at, "t"))
    return FALSE;
  for (int i = number_start (saying, at) - 1; i >= at - SAME_REACH; i--)
    if (saying_has (saying, i, "tuổi")
        || (saying_matches (saying, i, "t") && saying_is_glued (saying, i)
            && names_age (saying, number_start (saying, i) - 1)))
      return TRUE;
  return FALSE;
}

/* "nam 35t", "cháu T. (12t)": years of age, and no tonnes. */
static gboolean
is_age (const Saying *saying, int at)
{
  int value = saying_value (saying, at - 1);
  /* "(18-55t)" */
  int before = number_start (saying, at) - 1;
  const SpeechToken *next = saying_token (saying, at + 1);

  if (value < 1 || value > 110)
    return FALSE;
  static const gunichar compared[] = { '<', '>', 0x2264, 0x2265 };
  for (guint i = 0; i < G_N_ELEMENTS (compared); i++)
    if (saying_is_mark (saying, before, compared[i]))
      return names_age (saying, before - 1) || saying_has (saying, before - 1, "tuổi");
  /* "trẻ 5T hàng" would be tonnes; nobody writes a small letter for those of somebody */
  if (next->kind == SPEECH_WORD && !(saying_class (saying, at + 1) & WORD_FUNCTION)
      && !(saying_matches (saying, at, "t") && names_age (saying, before)))
    return FALSE;
  if (!saying_is_mark (saying, before, '(') && !saying_is_mark (saying, before, ','))
    return names_age (saying, before) || follows_age (saying, at);
  for (int i = before - 1; i >= before - PERSON_REACH; i--)
    if (names_age (saying, i))
      return TRUE;
  return FALSE;
}

/* Words between what lasts and its months. */
#define TERM_REACH 5

/* "tước GPLX 10-12T", "phạt 18T tù", "giá trị 6T": months of a penalty or a term. */
static gboolean
is_term (const Saying *saying, int at)
{
  int start = number_start (saying, at);

  /* "18T tù", "11T đạt 96,7%" */
  if (saying_has_topic (saying, at + 1, TOPIC_OVER_MONTHS))
    return TRUE;
  if (names_load (saying, start))
    return FALSE;
  /* "lãi suất 6T: 4,7%; 12T: 5,2%" */
  for (int i = start - 1; i >= at - SAME_REACH; i--)
    if (saying_matches (saying, i, "T") && saying_is_glued (saying, i)
        && saying_is_number (saying, i - 1)
        && saying_topic_before (saying, number_start (saying, i), TERM_REACH, TOPIC_TERM))
      return TRUE;
  return saying_topic_before (saying, start, TERM_REACH, TOPIC_TERM);
}

const char *
unit_of_time (const Saying *saying, int at)
{
  gboolean is_capital = saying_matches (saying, at, "T");

  if (!(is_capital || saying_matches (saying, at, "t")) || !saying_is_glued (saying, at)
      || !saying_is_number (saying, at - 1))
    return NULL;
  /* "hạn kiểm 6T/lần", but "9T/2026" and "năng suất 6t/ha" */
  if (saying_is_slash (saying, at + 1))
    return is_capital && saying_has (saying, at + 2, "lần") ? "tháng" : NULL;
  return is_age (saying, at) ? "tuổi" : is_capital && is_term (saying, at) ? "tháng" : NULL;
}

/* Words that are met up to so far before the number. */
#define SUBJECT_REACH 4
/* In a list, "ống 1/2", 3/4"", it stands further off. */
#define LIST_REACH 10

static gboolean
is_about (const Saying *saying, int at, int reach, WordClasses topics)
{
  return saying_topic_before (saying, number_start (saying, at), reach, topics);
}

/* "màn hình 15,6"": what closes a quotation elsewhere. */
static gboolean
is_inches (const Saying *saying, int at)
{
  return saying_is_glued (saying, at) && is_about (saying, at, LIST_REACH, TOPIC_INCHES);
}

/* "áp suất 992mb": millibars, as weather stations write; else it is a file. */
static const LexiconEntry *
pressure_unit (const Saying *saying, int at, const LexiconEntry *entry)
{
  return saying_matches (saying, at, "mb") && is_about (saying, at, SUBJECT_REACH, TOPIC_PRESSURE)
           ? lexicon_find (saying->lexicon, "mbar", 4, tokens_hash ("mbar", 4))
           : entry;
}

/* "mạch 110 l/p" are beats; of anything else, "oxy 2 l/p", they are litres. */
static const LexiconEntry *
pulse_unit (const Saying *saying, int at, const LexiconEntry *entry)
{
  return g_str_has_prefix (entry->written, "l/p")
             && !is_about (saying, at, SUBJECT_REACH, TOPIC_PULSE)
           ? lookup_exact (saying, at, at + 1)
           : entry;
}

/* "200N-80P-60K": potassium behind the other two. */
static gboolean
follows_nutrient (const Saying *saying, int at)
{
  int before = at - 2 - (saying_token (saying, at - 2)->kind == SPEECH_MARK);

  return saying_matches (saying, before, "P") && saying_is_number (saying, before - 1)
         && saying_is_glued (saying, before);
}

/* "vàng 24K": its purity, and no thousands. */
static gboolean
is_karat (const Saying *saying, int at, int value)
{
  if (value < 0 || value > MOST_KARAT)
    return FALSE;
  /* "vàng 24K 14,7 triệu, 18K 10,9 triệu" */
  for (int i = at - 2; i >= at - SAME_REACH; i--)
    if (saying_matches (saying, i, "K") && is_about (saying, i, SUBJECT_REACH, TOPIC_GOLD))
      return TRUE;
  return is_about (saying, at, SUBJECT_REACH, TOPIC_GOLD);
}

/* "Thôn Đông 9đ", "đạt 8,5đ": nothing costs so little, and matches and examinations have points. */
static const LexiconEntry *
points_unit (const Saying *saying, int at, const LexiconEntry *entry)
{
  static const LexiconEntry points = {
    .written = "đ", .length = strlen ("đ"), .n_tokens = 1, .unit = "điểm"
  };

  if (!saying_matches (saying, at, "đ") || !saying_is_glued (saying, at)
      || saying_is_slash (saying, at + 1) || saying_is_number (saying, at + 1))
    return entry;
  int start = number_start (saying, at);
  int value = saying_value (saying, start);
  gboolean is_one = start == at - 1 || saying_is_mark (saying, start + 1, ',')
                    || saying_is_slash (saying, start + 1);
  return is_one && value > 0 && value <= MOST_POINTS ? &points : entry;
}

/* "220V-10A", "12V/60A": what a device bears of the one stands behind the other. */
static gboolean
follows_voltage (const Saying *saying, int at)
{
  return saying_token (saying, at - 1)->kind == SPEECH_MARK && saying_is_number (saying, at - 3)
         && (saying_matches (saying, at - 2, "V") || saying_matches (saying, at - 2, "v"));
}

/* "át 2P-32A": the poles of a switch stand before what it bears. */
static gboolean
follows_poles (const Saying *saying, int at)
{
  return saying_is_dash (saying, at - 1) && saying_is_glued (saying, at)
         && saying_matches (saying, at - 2, "P") && saying_is_number (saying, at - 3);
}

/* The letter of a medal right behind its number. */
static gboolean
is_medal (const Saying *saying, int at, const char *letter)
{
  return saying_matches (saying, at, letter) && saying_is_glued (saying, at)
         && saying_is_number (saying, at - 1);
}

const char *
unit_medal (const Saying *saying, int at)
{
  static const struct {
    const char *letter, *words;
  } medals[] = { { "V", "huy chương vàng" },
                 { "B", "huy chương bạc" },
                 { "Đ", "huy chương đồng" } };
  const guint last = G_N_ELEMENTS (medals) - 1;

  /* one mark and the number of the next stand between two letters */
  for (guint i = 0; i <= last; i++)
    if (is_medal (saying, at, medals[i].letter)
        && ((i > 0 && is_medal (saying, at - 3, medals[i - 1].letter))
            || (i < last && is_medal (saying, at + 3, medals[i + 1].letter))))
      return medals[i].words;
  return NULL;
}

/* Letters that are another thing behind a number of another size. */
static gboolean
has_size (const Saying *saying, int at, const LexiconEntry *entry)
{
  int value = saying_value (saying, at - 1);

  if (strcmp (entry->written, "K") == 0)
    return !is_karat (saying, at, value) && !follows_nutrient (saying, at)
           && (value < 0 || value >= LEAST_THOUSANDS || number_start (saying, at) < at - 1)
           && !(saying_is_mark (saying, at - 2, '.') && saying_length (saying, at - 1) == 3);
  if (strcmp (entry->written, "p") == 0)
    return value < MOST_MINUTES;
  /* "50.000d" was typed without its mark; "lớp 5d" was not, nor is "4Đ" an amount. */
  if (strcmp (entry->written, "d") == 0 || strcmp (entry->written, "Đ") == 0)
    return saying_is_glued (saying, at) && value >= 0
           && (value >= 1000 || saying_matches (saying, at - 1, "000"));
  /* "5V, 3B, 7Đ" are medals */
  if (strcmp (entry->written, "V") == 0 && unit_medal (saying, at))
    return FALSE;
  /* "ngày 2v" are two tablets */
  if (strcmp (entry->written, "V") == 0 && saying_matches (saying, at, "v"))
    return value < 0 || value > MOST_TABLETS;
  if (unit_of_time (saying, at))
    return FALSE;
  /* "sau 7N" are days, or a letter */
  if (strcmp (entry->written, "N") == 0 && saying_is_number (saying, at - 1))
    return is_about (saying, at, LOAD_REACH, TOPIC_FORCE);
  if (strcmp (entry->written, "\"") == 0 || strcmp (entry->written, "”") == 0)
    return is_inches (saying, at);
  /* "năng suất 80T/ha", but "9T/2026" and "6T/lần" */
  if (strcmp (entry->written, "T") == 0 && saying_is_slash (saying, at + 1))
    return saying_is_glued (saying, at) && lookup_unit (saying, at + 2) != NULL;
  /* "xe 5T", but "trẻ 5T" */
  if (strcmp (entry->written, "T") == 0)
    return is_load (saying, number_start (saying, at)) && saying_is_glued (saying, at)
           && value < MOST_TONNES && !saying_is_number (saying, at + 1);
  /* "xe 5t", "60t/ha", "2,5t"; by itself it may be of years as well */
  if (strcmp (entry->written, "t") == 0 && saying_is_glued (saying, at))
    return names_load (saying, number_start (saying, at)) || saying_is_slash (saying, at + 1)
           || (saying_is_mark (saying, at - 2, ',') && saying_is_glued (saying, at - 1))
           || value >= MOST_TONNES || saying_is_mark (saying, at - 2, '.');
  /* "cầu dao 30A", "12V-60A", but "phòng 30A" */
  if (strcmp (entry->written, "A") == 0)
    return saying_is_glued (saying, at)
           && (saying_is_named (saying, number_start (saying, at), WORD_CURRENT)
               || follows_voltage (saying, number_start (saying, at))
               || follows_poles (saying, number_start (saying, at)));
  return TRUE;
}

/* No man and no flood is longer. */
#define MOST_METRES 20
/* Word classes are looked for so far before a length. */
#define LENGTH_REACH 3

/* "sâu 1m2", "trẻ em dưới 1m3": the last digit is decimetres and no power. */
static gboolean
measures_length (const Saying *saying, int at, const LexiconEntry *entry)
{
  if (strcmp (entry->written, "m2") != 0 && strcmp (entry->written, "m3") != 0)
    return FALSE;
  int number = number_start (saying, at);
  int value = saying_value (saying, at - 1);
  /* "xả lũ 120m3/s" */
  if (value > MOST_METRES || saying_is_slash (saying, at + (int) entry->n_tokens))
    return FALSE;
  for (int i = number - 1; i >= number - LENGTH_REACH; i--)
    if (saying_class_ending (saying, i) & WORD_LENGTH)
      return TRUE;
  return FALSE;
}

/* "kg" and "%" are units wherever they stand; "TP" and "B" are not when they are glued to what
 * follows. */
const LexiconEntry *
unit_at (const Saying *saying, int at)
{
  const LexiconEntry *entry = lookup_unit (saying, at);

  /* "220v", "32gb" */
  if (entry == NULL && saying_is_word (saying, at) && saying_is_glued (saying, at)
      && saying_is_number (saying, at - 1))
    entry = lexicon_find_unit (saying->lexicon, saying_at (saying, at), saying_length (saying, at));
  entry = entry ? pulse_unit (saying, at, pressure_unit (saying, at, entry)) : NULL;
  entry = entry ? points_unit (saying, at, entry) : NULL;
  /* "Beam 75WP" is a powder, and no watts. */
  if (entry && saying_class (saying, at) & WORD_DRUG
      && saying_token (saying, at)->shape == SHAPE_CAPITALS
      && memcmp (entry->written, saying_at (saying, at), entry->length) != 0)
    entry = NULL;

  /* "27 đ/c" */
  const LexiconEntry *word = entry ? lookup_word (saying, at) : NULL;
  if (word && word->n_tokens > entry->n_tokens && word->unit == NULL)
    return NULL;
  if (entry == NULL || !may_stand_apart (saying, at, entry) || !has_size (saying, at, entry))
    return NULL;
  /* "mi-li-mét" is no mile. */
  int end = at + (int) entry->n_tokens;
  if (saying_is_word (saying, end - 1) && saying_is_dash (saying, end)
      && saying_is_glued (saying, end) && saying_is_word (saying, end + 1)
      && saying_is_glued (saying, end + 1) && saying_token (saying, end + 1)->shape == SHAPE_SMALL)
    return NULL;
  return measures_length (saying, at, entry) ? lookup_exact (saying, at, at + 1) : entry;
}

gboolean
unit_is_money (const Saying *saying, int at)
{
  const LexiconEntry *entry = unit_at (saying, at);
  return entry != NULL && entry->is_money;
}
