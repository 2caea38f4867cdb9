/* SPDX-License-Identifier: MIT */
#include "speech/vocabulary.h"

#include "speech/tokens.h"
#include "text/letter.h"

#include <string.h>

/* The longest word of a class, "nhân dân tệ", and room for longer ones. */
#define LONGEST_BYTES 32

/* A power of two; a lexicon has some thousand words, and grows. */
#define FEWEST_PLACES 4096

typedef struct {
  guint32 hash; /* of `small` */
  char small[LONGEST_BYTES];
  WordClasses classes;
} KnownWord;

/* Every word of every text is looked for, so the table is one of ours: each word in the place its
 * hash falls into, or in the next free one. */
struct Vocabulary {
  KnownWord **places; /* owned; NULL: free */
  guint n_places, n_words;
};

static const struct {
  const char *name;
  WordClass class;
} classes[] = {
  { "day", WORD_DAY },
  { "month", WORD_MONTH },
  { "date", WORD_DATE },
  { "lunar", WORD_LUNAR },
  { "weekday-before", WORD_WEEKDAY_BEFORE },
  { "clock", WORD_CLOCK },
  { "issue", WORD_ISSUE },
  { "holiday", WORD_HOLIDAY },
  { "part", WORD_PART },
  { "whole", WORD_WHOLE },
  { "total", WORD_TOTAL },
  { "result", WORD_RESULT },
  { "match", WORD_MATCH },
  { "ratio", WORD_RATIO },
  { "phone", WORD_PHONE },
  { "call", WORD_CALL },
  { "link", WORD_LINK },
  { "short-number", WORD_SHORT_NUMBER },
  { "account", WORD_ACCOUNT },
  { "number-name", WORD_NUMBER_NAME },
  { "building", WORD_BUILDING },
  { "numbered", WORD_NUMBERED },
  { "parcel", WORD_PARCEL },
  { "house", WORD_HOUSE },
  { "street", WORD_STREET },
  { "code", WORD_CODE },
  { "form", WORD_FORM },
  { "compose", WORD_COMPOSE },
  { "dotted", WORD_DOTTED },
  { "order", WORD_ORDER },
  { "level", WORD_LEVEL },
  { "first", WORD_FIRST },
  { "roman", WORD_ROMAN },
  { "not-roman", WORD_NOT_ROMAN },
  { "magnitude", WORD_MAGNITUDE },
  { "money", WORD_MONEY },
  { "length", WORD_LENGTH },
  { "current", WORD_CURRENT },
  { "per", WORD_PER },
  { "speed", WORD_SPEED },
  { "person", WORD_PERSON },
  { "document", WORD_DOCUMENT },
  { "place", WORD_PLACE },
  { "domain", WORD_DOMAIN },
  { "choose", WORD_CHOOSE },
  { "menu", WORD_MENU },
  { "counter", WORD_COUNTER },
  { "function", WORD_FUNCTION },
  { "breath", WORD_BREATH },
  { "phrase", WORD_PHRASE },
  { "title", WORD_TITLE },
  { "pair", WORD_PAIR },
  { "highland", WORD_HIGHLAND },
  { "eye", WORD_EYE },
  { "more", WORD_MORE },
  { "head", WORD_HEAD },
  { "front", WORD_FRONT },
  { "standard", WORD_STANDARD },
  { "formulation", WORD_DRUG },
  { "emergency", WORD_EMERGENCY },
};

static const struct {
  const char *name;
  WordTopic topic;
} topics[] = {
  { "load", TOPIC_LOAD },
  { "force", TOPIC_FORCE },
  { "aged", TOPIC_AGED },
  { "age-bound", TOPIC_AGE_BOUND },
  { "term", TOPIC_TERM },
  { "inches", TOPIC_INCHES },
  { "pressure", TOPIC_PRESSURE },
  { "pulse", TOPIC_PULSE },
  { "gold", TOPIC_GOLD },
  { "several", TOPIC_SEVERAL },
  { "each", TOPIC_EACH },
  { "not-room", TOPIC_NOT_ROOM },
  { "half-word", TOPIC_HALF_WORD },
  { "tested", TOPIC_TESTED },
  { "blood", TOPIC_BLOOD },
  { "blood-group", TOPIC_BLOOD_GROUP },
  { "commune", TOPIC_COMMUNE },
  { "village", TOPIC_VILLAGE },
  { "province", TOPIC_PROVINCE },
  { "coordinate", TOPIC_COORDINATE },
  { "fertiliser", TOPIC_FERTILISER },
  { "number", TOPIC_NUMBER },
  { "citing", TOPIC_CITING },
  { "day-part", TOPIC_DAY_PART },
  { "span", TOPIC_SPAN },
  { "wind", TOPIC_WIND },
  { "dose", TOPIC_DOSE },
  { "meet", TOPIC_MEET },
  { "weekday", TOPIC_WEEKDAY },
  { "part-time", TOPIC_PART_TIME },
  { "day-before", TOPIC_DAY_BEFORE },
  { "since", TOPIC_SINCE },
  { "onset", TOPIC_ONSET },
  { "car", TOPIC_CAR },
  { "over-months", TOPIC_OVER_MONTHS },
};

Vocabulary *
vocabulary_new (void)
{
  Vocabulary *vocabulary = g_new0 (Vocabulary, 1);
  vocabulary->n_places = FEWEST_PLACES;
  vocabulary->places = g_new0 (KnownWord *, FEWEST_PLACES);
  return vocabulary;
}

void
vocabulary_free (Vocabulary *vocabulary)
{
  for (guint i = 0; i < vocabulary->n_places; i++)
    g_free (vocabulary->places[i]);
  g_free (vocabulary->places);
  g_free (vocabulary);
}

WordClasses
vocabulary_class (const char *name, gboolean *is_topic)
{
  *is_topic = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (strcmp (classes[i].name, name) == 0)
      return classes[i].class;
  *is_topic = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (strcmp (topics[i].name, name) == 0)
      return topics[i].topic;
  return 0;
}

const char *const *
vocabulary_class_names (void)
{
  static const char *names[G_N_ELEMENTS (classes) + G_N_ELEMENTS (topics) + 1];
  static gsize is_filled = 0;

  if (g_once_init_enter (&is_filled)) {
    for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
      names[i] = classes[i].name;
    for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
      names[G_N_ELEMENTS (classes) + i] = topics[i].name;
    g_once_init_leave (&is_filled, 1);
  }
  return names;
}

/* A small letter of two bytes, of those that words of ours have many of: à to ý, and ă đ ơ ư. */
static inline gboolean
is_small (const guchar *letter)
{
  switch (letter[0]) {
  case 0xC3:
    return letter[1] >= 0xA0;
  case 0xC4:
    return letter[1] == 0x83 || letter[1] == 0x91;
  case 0xC6:
    return letter[1] == 0xA1 || letter[1] == 0xB0;
  default:
    return FALSE;
  }
}

gboolean
vocabulary_lower (const char *text, gsize length, char *buffer, gsize room)
{
  const char *end = text + length;
  char *out = buffer;

  if (length + 2 > room)
    return FALSE;
  for (const char *p = text; p < end;) {
    if ((guchar) *p < 0x80) {
      *out++ = *p >= 'A' && *p <= 'Z' ? *p + ('a' - 'A') : *p;
      p++;
    } else if (letter_is_long (p)) {
      *out++ = p[0];
      *out++ = p[1];
      *out++ = (char) (p[2] | 1);
      p += 3;
    } else if (is_small ((const guchar *) p)) {
      *out++ = p[0];
      *out++ = p[1];
      p += 2;
    } else {
      /* No small letter of Vietnamese is longer than its capital; others may be. */
      const char *next = g_utf8_next_char (p);
      char letter[6];
      int n = g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (p)), letter);
      if (out + n + (end - next) + 1 > buffer + room)
        return FALSE;
      memcpy (out, letter, n);
      out += n;
      p = next;
    }
  }
  *out = '\0';
  return TRUE;
}

/* Where the word is, or where it would stand. */
static KnownWord **
find_place (const Vocabulary *vocabulary, const char *small, guint32 hash)
{
  guint last = vocabulary->n_places - 1;
  guint at = hash & last;

  while (
    vocabulary->places[at]
    && (vocabulary->places[at]->hash != hash || strcmp (vocabulary->places[at]->small, small) != 0))
    at = (at + 1) & last;
  return &vocabulary->places[at];
}

/* At least half of the places stay free. */
static void
grow (Vocabulary *vocabulary)
{
  g_autofree KnownWord **old = vocabulary->places;
  guint n_old = vocabulary->n_places;

  vocabulary->n_places *= 2;
  vocabulary->places = g_new0 (KnownWord *, vocabulary->n_places);
  for (guint i = 0; i < n_old; i++)
    if (old[i])
      *find_place (vocabulary, old[i]->small, old[i]->hash) = old[i];
}

static KnownWord *
word_get (Vocabulary *vocabulary, const char *small)
{
  gsize length = strlen (small);
  guint32 hash = tokens_hash (small, length);

  if (vocabulary->n_words * 2 == vocabulary->n_places)
    grow (vocabulary);
  KnownWord **place = find_place (vocabulary, small, hash);
  if (*place == NULL) {
    *place = g_new0 (KnownWord, 1);
    (*place)->hash = hash;
    memcpy ((*place)->small, small, length);
    vocabulary->n_words++;
  }
  return *place;
}

static void
add_classes (Vocabulary *vocabulary, const char *small, WordClasses more)
{
  word_get (vocabulary, small)->classes |= more;
}

gboolean
vocabulary_add (Vocabulary *vocabulary, const char *word, WordClasses classes_of_word)
{
  char small[LONGEST_BYTES];

  if (!vocabulary_lower (word, strlen (word), small, sizeof small))
    return FALSE;
  add_classes (vocabulary, small, classes_of_word);
  char *space = strchr (small, ' ');
  if (space) {
    add_classes (vocabulary, strrchr (small, ' ') + 1, WORD_ENDS_PHRASE);
    space[space > small && space[-1] == ',' ? -1 : 0] = '\0';
    add_classes (vocabulary, small, WORD_STARTS_PHRASE);
  }
  return TRUE;
}

WordClasses
vocabulary_find (const Vocabulary *vocabulary, const char *text, gsize length)
{
  char small[LONGEST_BYTES];

  if (!vocabulary_lower (text, length, small, sizeof small))
    return 0;
  const KnownWord *word = *find_place (vocabulary, small, tokens_hash (small, strlen (small)));
  return word ? word->classes : 0;
}
