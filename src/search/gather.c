/* SPDX-License-Identifier: MIT */
/* A page of nine hundred words has nine hundred pairs, and most were met before: each term
 * remembers the page in which it was met last and its hit there, so a word costs two look-ups and
 * no page has a table of its own. */
#include "search/gather.h"

#include "base/arena.h"

#include <string.h>

/* Digits of groups that follow each other from which on they are a telephone number. */
#define PHONE_DIGITS 8
#define MOST_DIGITS  16
/* Words from here to the pair that is fetched from memory meanwhile. */
#define AHEAD 6

typedef struct {
  guint32 page, hit; /* met last in this page, as this hit of it */
} Stamp;

typedef struct {
  const char *text;
  guint8 length;
  gboolean follows; /* the word before it, in the same sentence */
} Spot;

/* All that is known of a pair stands together, since most of the time goes into fetching it. */
typedef struct {
  guint32 first, second;
  guint32 index; /* + 1; 0: free */
  Stamp stamp;
} PairSlot;

struct Gatherer {
  Words *words;
  SynonymFinder *finder;
  Arena *arena;  /* of the hits */
  GArray *pairs; /* WordPair */
  PairSlot *slots;
  guint n_slots;  /* a power of two */
  GArray *stamps; /* Stamp, by word */
  Hit *hits;      /* of the page at hand */
  guint n_hits, hit_room;
  guint32 page;     /* from 1 */
  guint *line;      /* words of the text at hand */
  Spot *spots;      /* where they stand */
  guint n_line;     /* how many they are */
  gsize room;       /* for so many */
  GArray *firsts;   /* const char *: of the page at hand */
  GArray *met;      /* Stamp, by number of a synonym: met last, `hit` being in which places */
  guint at, places; /* the word at hand */
};

Gatherer *
gatherer_new (const Synonyms *synonyms)
{
  Gatherer *gatherer = g_new0 (Gatherer, 1);

  gatherer->words = words_new ();
  gatherer->finder = synonym_finder_new (synonyms, gatherer->words);
  gatherer->arena = arena_new ();
  gatherer->pairs = g_array_new (FALSE, FALSE, sizeof (WordPair));
  gatherer->n_slots = 65536;
  gatherer->slots = g_new0 (PairSlot, gatherer->n_slots);
  gatherer->stamps = g_array_new (FALSE, TRUE, sizeof (Stamp));
  gatherer->firsts = g_array_new (FALSE, FALSE, sizeof (const char *));
  gatherer->met = g_array_new (FALSE, TRUE, sizeof (Stamp));
  gatherer->page = 1;
  return gatherer;
}

void
gatherer_free (Gatherer *gatherer)
{
  if (gatherer == NULL)
    return;
  synonym_finder_free (gatherer->finder);
  words_free (gatherer->words);
  arena_free (gatherer->arena);
  g_array_unref (gatherer->pairs);
  g_free (gatherer->slots);
  g_array_unref (gatherer->stamps);
  g_free (gatherer->hits);
  g_free (gatherer->line);
  g_free (gatherer->spots);
  g_array_unref (gatherer->firsts);
  g_array_unref (gatherer->met);
  g_free (gatherer);
}

const Words *
gatherer_words (const Gatherer *gatherer)
{
  return gatherer->words;
}

const GArray *
gatherer_pairs (const Gatherer *gatherer)
{
  return gatherer->pairs;
}

/* --- terms --- */

static guint
pair_hash (guint first, guint second)
{
  return (guint) (((guint64) first << 32 | second) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> 32);
}

static PairSlot *
pair_slot (const Gatherer *gatherer, guint first, guint second)
{
  guint at = pair_hash (first, second) & (gatherer->n_slots - 1);

  for (;; at = (at + 1) & (gatherer->n_slots - 1)) {
    PairSlot *slot = &gatherer->slots[at];
    if (slot->index == 0 || (slot->first == first && slot->second == second))
      return slot;
  }
}

static void
grow (Gatherer *gatherer)
{
  PairSlot *old = gatherer->slots;
  guint n = gatherer->n_slots;

  gatherer->n_slots *= 2;
  gatherer->slots = g_new0 (PairSlot, gatherer->n_slots);
  for (guint i = 0; i < n; i++)
    if (old[i].index != 0)
      *pair_slot (gatherer, old[i].first, old[i].second) = old[i];
  g_free (old);
}

/* TRUE when the text has it for the first time. */
static gboolean
count_hit (Gatherer *gatherer, Stamp *stamp, guint32 term, guint places)
{
  if (stamp->page != gatherer->page) {
    if (gatherer->n_hits == gatherer->hit_room) {
      gatherer->hit_room = MAX (1024, gatherer->hit_room * 2);
      gatherer->hits = g_renew (Hit, gatherer->hits, gatherer->hit_room);
    }
    *stamp = (Stamp){ gatherer->page, gatherer->n_hits };
    gatherer->hits[gatherer->n_hits++] = (Hit){ term, 0, 0 };
  }
  Hit *hit = &gatherer->hits[stamp->hit];
  hit->places |= places;
  if ((places & ~(guint) IN_HEADING) != 0)
    return FALSE;
  if (hit->n < 255)
    hit->n++;
  return hit->n == 1;
}

static gboolean
add_word (Gatherer *gatherer, guint word, guint places)
{
  if (word >= gatherer->stamps->len)
    g_array_set_size (gatherer->stamps, MAX (word + 1, gatherer->stamps->len * 2));
  return count_hit (gatherer, &g_array_index (gatherer->stamps, Stamp, word), word, places);
}

/* The index of the pair. */
static guint
add_pair (Gatherer *gatherer, guint first, guint second, guint places)
{
  PairSlot *slot = pair_slot (gatherer, first, second);

  if (slot->index == 0) {
    const WordPair pair = { first, second };
    g_array_append_val (gatherer->pairs, pair);
    *slot = (PairSlot){ first, second, gatherer->pairs->len, { 0, 0 } };
    if (gatherer->pairs->len > gatherer->n_slots / 2) {
      grow (gatherer);
      slot = pair_slot (gatherer, first, second);
    }
  }
  count_hit (gatherer, &slot->stamp, (slot->index - 1) | HIT_PAIR, places);
  return slot->index - 1;
}

/* --- other words for it --- */

static gboolean
follows (const Gatherer *gatherer, guint at)
{
  return at < gatherer->n_line && gatherer->spots[at].follows;
}

/* What is beside the words from `at` to `end`, as if `other` stood there. */
static void
add_neighbours (Gatherer *gatherer, const Synonym *other, guint at, guint end, guint places)
{
  const guint *line = gatherer->line;

  if (follows (gatherer, at))
    add_pair (gatherer, line[at - 1], other->words[0], places);
  if (follows (gatherer, end))
    add_pair (gatherer, other->words[other->n - 1], line[end], places);
}

static void
add_other (Gatherer *gatherer, const Synonym *other, guint places)
{
  for (guint i = 0; i < other->n; i++) {
    add_word (gatherer, other->words[i], places);
    if (i > 0)
      add_pair (gatherer, other->words[i - 1], other->words[i], places);
  }
}

/* TRUE when a page says it for the first time at such a place: how often it does not matter. */
static gboolean
is_new (Gatherer *gatherer, guint synonym)
{
  if (synonym >= gatherer->met->len)
    g_array_set_size (gatherer->met, synonym + 1);
  Stamp *stamp = &g_array_index (gatherer->met, Stamp, synonym);
  if (stamp->page == gatherer->page && (gatherer->places & ~stamp->hit) == 0)
    return FALSE;
  *stamp =
    (Stamp){ gatherer->page, gatherer->places | (stamp->page == gatherer->page ? stamp->hit : 0) };
  return TRUE;
}

static void
add_synonym (gpointer data, const Synonym *synonym)
{
  Gatherer *gatherer = data;
  guint n;
  const Synonym *const *group = synonym_group (gatherer->finder, synonym->group, &n);

  for (guint i = 1; i < synonym->n; i++)
    if (!follows (gatherer, gatherer->at + i))
      return;
  gboolean is_first = is_new (gatherer, synonym->number);
  guint places = gatherer->places | BY_SYNONYM;
  for (guint i = 0; i < n; i++) {
    if (group[i] == synonym)
      continue;
    add_neighbours (gatherer, group[i], gatherer->at, gatherer->at + synonym->n, places);
    if (is_first)
      add_other (gatherer, group[i], places);
  }
}

/* --- numbers --- */

/* “0270 3800 115” is found however it is grouped. Returns how many words it has, 0 when it is no
 * such number; the whole is added as one. */
static guint
add_phone (Gatherer *gatherer, guint at)
{
  const Spot *spots = gatherer->spots;
  char digits[MOST_DIGITS];
  guint n = 0, i;

  for (i = at; i < gatherer->n_line && g_ascii_isdigit (*spots[i].text); i++) {
    const char *before = i > at ? spots[i - 1].text + spots[i - 1].length : NULL;
    if ((before && (spots[i].text != before + 1 || !strchr (" .-", *before)))
        || n + spots[i].length > MOST_DIGITS)
      break;
    memcpy (digits + n, spots[i].text, spots[i].length);
    n += spots[i].length;
  }
  if (i < at + 2 || n < PHONE_DIGITS)
    return 0;
  guint word = words_index (gatherer->words, digits, n);
  add_word (gatherer, word, gatherer->places);
  return i - at;
}

/* --- dates --- */

static gboolean
is_word (const Gatherer *gatherer, guint word, const char *fold)
{
  return strcmp (words_get (gatherer->words, word)->fold, fold) == 0;
}

/* “12 năm 2025” is also “12/2025”, and “5 tháng 12” is “5/12”. */
static void
add_date (Gatherer *gatherer, guint at)
{
  const guint *line = gatherer->line;

  if (at >= 2 && follows (gatherer, at) && follows (gatherer, at - 1)
      && words_get (gatherer->words, line[at - 2])->is_number
      && (is_word (gatherer, line[at - 1], "nam") || is_word (gatherer, line[at - 1], "thang")))
    add_pair (gatherer, line[at - 2], line[at], gatherer->places);
}

/* --- a text --- */

/* There are no more words than bytes. */
static void
make_room (Gatherer *gatherer, gsize length)
{
  if (length <= gatherer->room)
    return;
  gatherer->room = length;
  gatherer->line = g_renew (guint, gatherer->line, length);
  gatherer->spots = g_renew (Spot, gatherer->spots, length);
}

static void
read_words (Gatherer *gatherer, const char *text, const char *end)
{
  const char *at = text, *start;
  WordEnd before;
  guint word, n = 0;

  make_room (gatherer, (gsize) (end - text));
  for (; words_next (gatherer->words, &at, end, &word, &start, &before); n++) {
    gatherer->line[n] = word;
    gatherer->spots[n] = (Spot){ start, (guint8) (at - start), n > 0 && before == WORD_GOES_ON };
  }
  gatherer->n_line = n;
}

guint
gatherer_add (Gatherer *gatherer, const char *text, gsize length, guint places)
{
  guint phone_end = 0;

  read_words (gatherer, text, text + length);
  gatherer->places = places;
  const guint *line = gatherer->line;
  for (guint i = 0; i < gatherer->n_line; i++) {
    const Spot *spot = &gatherer->spots[i];
    if (i + AHEAD < gatherer->n_line)
      __builtin_prefetch (&gatherer->slots[pair_hash (line[i + AHEAD - 1], line[i + AHEAD])
                                           & (gatherer->n_slots - 1)]);
    if (add_word (gatherer, line[i], places))
      g_array_append_val (gatherer->firsts, spot->text);
    if (spot->follows)
      add_pair (gatherer, line[i - 1], line[i], places);
    if (synonym_may_start (gatherer->finder, line[i],
                           follows (gatherer, i + 1) ? &line[i + 1] : NULL)) {
      gatherer->at = i;
      synonym_find (gatherer->finder, line + i, gatherer->n_line - i, spot->text, add_synonym,
                    gatherer);
    }
    if (!g_ascii_isdigit (*spot->text))
      continue;
    add_date (gatherer, i);
    if (i >= phone_end)
      phone_end = i + add_phone (gatherer, i);
  }
  return gatherer->n_line;
}

const GArray *
gatherer_firsts (const Gatherer *gatherer)
{
  return gatherer->firsts;
}

const Hit *
gatherer_end_page (Gatherer *gatherer, guint *n)
{
  *n = gatherer->n_hits;
  Hit *hits = arena_alloc_raw (gatherer->arena, MAX (1, *n) * sizeof (Hit));
  if (*n > 0)
    memcpy (hits, gatherer->hits, *n * sizeof (Hit));
  gatherer->n_hits = 0;
  g_array_set_size (gatherer->firsts, 0);
  gatherer->page++;
  return hits;
}
