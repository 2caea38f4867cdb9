/* SPDX-License-Identifier: MIT */
/* A page of nine hundred words has nine hundred pairs, and most were met before: each term
 * remembers its last hit, so a word costs two look-ups and no page has a table of its own. */
#include "search/gather.h"

#include "base/arena.h"

#include <string.h>

/* Digits of groups that follow each other from which on they are a telephone number. */
#define PHONE_DIGITS 8
#define MOST_DIGITS  16
/* Bytes of a packed hit, at most. */
#define MOST_PACKED (PACKED_NUMBER + 2)
/* Words from here to the pair that is fetched from memory meanwhile. */
#define AHEAD 6

/* Number of the last hit of a term, among those of all pages, from 1: it is of the page at hand
 * when it comes behind those of the pages before. */
typedef guint32 Last;

/* All that is known of a pair stands together, since most of the time goes into fetching it. */
typedef struct {
  guint32 first, second;
  guint32 index; /* + 1; 0: free; with MAY_START */
  Last last;
} PairSlot;
#define MAY_START (1u << 31) /* a synonym starts with it */

typedef struct {
  Last last;
  guint8 mark; /* of where it stands */
} WordState;

/* Something may be more than its words: a synonym, a number. */
enum { MAY_BE_SYNONYM = 1, IS_NUMBER = 2 };

/* What a page has of a synonym: how often it does not matter. */
typedef struct {
  guint32 page;
  guint32 added;         /* places for which it was added, since another word for it stands there */
  guint32 before, after; /* where it stood last: the words beside it, + 1, */
  guint32 places;        /* and what that is; 0: it did not yet */
} Met;

struct Gatherer {
  Words *words;
  SynonymFinder *finder;
  GArray *pairs; /* WordPair */
  PairSlot *slots;
  guint n_slots;  /* a power of two */
  GArray *states; /* WordState, by word */
  Hit *hits;      /* of the page at hand */
  guint n_hits, hit_room;
  guint32 n_before; /* hits of the pages before it */
  guint32 page;     /* from 1 */
  Arena *arena;     /* of what is packed */
  guint8 *packed;   /* room for a page */
  Terms terms;
  WordSpot *spots;  /* of the text at hand */
  guint n_spots;    /* how many they are */
  gsize room;       /* for so many */
  GArray *firsts;   /* const char *: of the page at hand */
  Met *met;         /* by number of a synonym */
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
  gatherer->states = g_array_new (FALSE, TRUE, sizeof (WordState));
  gatherer->firsts = g_array_new (FALSE, FALSE, sizeof (const char *));
  gatherer->met = g_new0 (Met, synonym_count (gatherer->finder) + 1);
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
  g_free (gatherer->packed);
  g_array_unref (gatherer->pairs);
  g_free (gatherer->slots);
  g_array_unref (gatherer->states);
  g_free (gatherer->hits);
  g_free (gatherer->spots);
  g_array_unref (gatherer->firsts);
  g_free (gatherer->met);
  g_free (gatherer);
}

const Terms *
gatherer_terms (const Gatherer *gatherer)
{
  return &gatherer->terms;
}

const char *
gatherer_keep (Gatherer *gatherer, const char *text, gsize length)
{
  return arena_copy_n (gatherer->arena, text, length);
}

/* --- terms --- */

static guint
pair_hash (guint first, guint second)
{
  return (guint) (((guint64) first << 32 | second) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> 32);
}

static inline PairSlot *
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

/* For `n` more. */
static inline void
make_room_for_hits (Gatherer *gatherer, guint n)
{
  if (gatherer->n_hits + n < gatherer->hit_room)
    return;
  gatherer->hit_room = MAX (4096, 2 * (gatherer->n_hits + n));
  gatherer->hits = g_renew (Hit, gatherer->hits, gatherer->hit_room);
  gatherer->packed = g_renew (guint8, gatherer->packed, gatherer->hit_room * MOST_PACKED);
}

/* TRUE when the text has it for the first time. Whether the page had it before is as good as
 * chance, so nothing branches on it: a hit is begun in any case, for which there is room, and
 * counts or not. */
static inline gboolean
count_hit (Gatherer *gatherer, Last *last, guint32 term, guint places)
{
  Hit *hits = gatherer->hits;
  guint32 n_hits = gatherer->n_hits, n_before = gatherer->n_before;
  guint32 is_new = *last <= n_before;

  hits[n_hits] = (Hit){ term, 0, 0 };
  gatherer->n_hits = n_hits + is_new;
  guint32 number = is_new ? n_hits + 1 : *last - n_before;
  *last = n_before + number;
  Hit *hit = &hits[number - 1];
  hit->places |= places;
  if ((places & ~(guint) IN_HEADING) != 0)
    return FALSE;
  hit->n += hit->n < 255;
  return hit->n == 1;
}

static guint8
mark_of (const Gatherer *gatherer, guint word)
{
  return (guint8) ((synonym_is_word (gatherer->finder, word) ? MAY_BE_SYNONYM : 0)
                   | (words_get (gatherer->words, word)->is_number ? IS_NUMBER : 0));
}

/* The states of all words that were met. */
static WordState *
word_states (Gatherer *gatherer)
{
  guint n = gatherer->states->len, n_words = words_count (gatherer->words);

  if (n < n_words)
    g_array_set_size (gatherer->states, n_words);
  WordState *states = (WordState *) gatherer->states->data;
  for (guint word = n; word < n_words; word++)
    states[word].mark = mark_of (gatherer, word);
  return states;
}

static PairSlot *
new_pair (Gatherer *gatherer, PairSlot *slot, guint first, guint second)
{
  const WordPair pair = { first, second };
  guint32 may_start = synonym_starts (gatherer->finder, first, second) ? MAY_START : 0;

  g_array_append_val (gatherer->pairs, pair);
  *slot = (PairSlot){ first, second, gatherer->pairs->len | may_start, 0 };
  if (gatherer->pairs->len <= gatherer->n_slots / 2)
    return slot;
  grow (gatherer);
  return pair_slot (gatherer, first, second);
}

/* TRUE when a synonym may start with it. There is room for a hit. */
static inline gboolean
count_pair (Gatherer *gatherer, guint first, guint second, guint places)
{
  PairSlot *slot = pair_slot (gatherer, first, second);

  if (slot->index == 0)
    slot = new_pair (gatherer, slot, first, second);
  count_hit (gatherer, &slot->last, ((slot->index & ~MAY_START) - 1) | HIT_PAIR, places);
  return (slot->index & MAY_START) != 0;
}

static void
add_pair (Gatherer *gatherer, guint first, guint second, guint places)
{
  make_room_for_hits (gatherer, 1);
  count_pair (gatherer, first, second, places);
}

static void
add_word (Gatherer *gatherer, guint word, guint places)
{
  make_room_for_hits (gatherer, 1);
  count_hit (gatherer, &word_states (gatherer)[word].last, word, places);
}

/* --- other words for it --- */

static gboolean
follows (const Gatherer *gatherer, guint at)
{
  return at < gatherer->n_spots && gatherer->spots[at].follows;
}

/* What is beside a synonym, as if `other` stood there: words, + 1, or 0. */
static void
add_neighbours (Gatherer *gatherer, const Synonym *other, guint before, guint after, guint places)
{
  if (before)
    add_pair (gatherer, before - 1, other->words[0], places);
  if (after)
    add_pair (gatherer, other->words[other->n - 1], after - 1, places);
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

static Met *
met (Gatherer *gatherer, const Synonym *synonym)
{
  Met *met = &gatherer->met[synonym->number];

  if (met->page != gatherer->page)
    *met = (Met){ .page = gatherer->page };
  return met;
}

static void
add_synonym (gpointer data, const Synonym *synonym)
{
  Gatherer *gatherer = data;
  Met *here = met (gatherer, synonym);
  guint at = gatherer->at, end = at + synonym->n;
  guint before = follows (gatherer, at) ? gatherer->spots[at - 1].index + 1 : 0;
  guint after = follows (gatherer, end) ? gatherer->spots[end].index + 1 : 0;
  guint places = gatherer->places | BY_SYNONYM;
  guint n;

  if (here->before == before && here->after == after && here->places == places)
    return;
  here->before = before;
  here->after = after;
  here->places = places;
  const Synonym *group = synonym_group (gatherer->finder, synonym->group, &n);
  for (const Synonym *other = group; other < group + n; other++) {
    Met *there = met (gatherer, other);
    if (other == synonym)
      continue;
    add_neighbours (gatherer, other, before, after, places);
    if ((places & ~there->added) == 0)
      continue;
    there->added |= places;
    add_other (gatherer, other, places);
  }
}

/* --- numbers --- */

/* “0270 3800 115” is found however it is grouped. Returns how many words it has, 0 when it is no
 * such number; the whole is added as one. */
static guint
add_phone (Gatherer *gatherer, guint at)
{
  const WordSpot *spots = gatherer->spots;
  char digits[MOST_DIGITS];
  guint n = 0, i;

  for (i = at; i < gatherer->n_spots && g_ascii_isdigit (*spots[i].text); i++) {
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
  const WordSpot *spots = gatherer->spots;

  if (at >= 2 && spots[at].follows && spots[at - 1].follows
      && words_get (gatherer->words, spots[at - 2].index)->is_number
      && (is_word (gatherer, spots[at - 1].index, "nam")
          || is_word (gatherer, spots[at - 1].index, "thang")))
    add_pair (gatherer, spots[at - 2].index, spots[at].index, gatherer->places);
}

/* --- a text --- */

/* There are no more words than bytes. */
static void
read_words (Gatherer *gatherer, const char *text, gsize length)
{
  if (length > gatherer->room) {
    gatherer->room = length;
    gatherer->spots = g_renew (WordSpot, gatherer->spots, length);
  }
  gatherer->n_spots = words_split (gatherer->words, text, length, gatherer->spots);
}

static void
fetch_pair (const Gatherer *gatherer, guint at)
{
  if (at >= gatherer->n_spots)
    return;
  const WordSpot *spot = &gatherer->spots[at];
  __builtin_prefetch (
    &gatherer->slots[pair_hash (spot[-1].index, spot->index) & (gatherer->n_slots - 1)]);
}

static void
add_words (Gatherer *gatherer, guint places)
{
  WordSpot *spots = gatherer->spots;
  WordState *states = word_states (gatherer);
  guint n_spots = gatherer->n_spots, n_firsts = gatherer->firsts->len;

  make_room_for_hits (gatherer, 2 * n_spots); /* each may be a word and a pair that are new */
  g_array_set_size (gatherer->firsts, n_firsts + n_spots);
  const char **firsts = (const char **) gatherer->firsts->data;

  for (guint i = 0; i < n_spots; i++) {
    WordSpot *spot = &spots[i];
    WordState *state = &states[spot->index];
    fetch_pair (gatherer, i + AHEAD);
    spot->mark = state->mark;
    firsts[n_firsts] = spot->text;
    n_firsts += count_hit (gatherer, &state->last, spot->index, places);
    if (spot->follows && count_pair (gatherer, spot[-1].index, spot->index, places))
      spot[-1].mark |= MAY_BE_SYNONYM;
  }
  g_array_set_size (gatherer->firsts, n_firsts);
}

guint
gatherer_add (Gatherer *gatherer, const char *text, gsize length, guint places)
{
  guint phone_end = 0;

  read_words (gatherer, text, length);
  gatherer->places = places;
  add_words (gatherer, places);
  const WordSpot *spots = gatherer->spots;
  for (guint i = 0; i < gatherer->n_spots; i++) {
    if (spots[i].mark & MAY_BE_SYNONYM) {
      gatherer->at = i;
      synonym_find (gatherer->finder, spots + i, gatherer->n_spots - i, add_synonym, gatherer);
    }
    if ((spots[i].mark & IS_NUMBER) == 0)
      continue;
    add_date (gatherer, i);
    if (i >= phone_end)
      phone_end = i + add_phone (gatherer, i);
  }
  return gatherer->n_spots;
}

const GArray *
gatherer_firsts (const Gatherer *gatherer)
{
  return gatherer->firsts;
}

/* --- the end of a page --- */

/* Most terms stand once in the text and nowhere else; where that is not so is said behind them. */
static guint8 *
pack_hit (const Hit *hit, guint8 *at)
{
  gboolean is_plain = hit->n == 1 && hit->places == 0;
  guint64 number =
    (guint64) (hit->term & ~HIT_PAIR) << 2 | (is_plain ? 0 : 2) | (hit->term & HIT_PAIR ? 1 : 0);

  for (; number >= 0x80; number >>= 7)
    *at++ = (guint8) (number | 0x80);
  *at++ = (guint8) number;
  if (!is_plain) {
    *at++ = hit->n;
    *at++ = hit->places;
  }
  return at;
}

PackedHits
gatherer_end_page (Gatherer *gatherer)
{
  guint8 *end = gatherer->packed;

  for (guint i = 0; i < gatherer->n_hits; i++)
    end = pack_hit (&gatherer->hits[i], end);
  guint length = (guint) (end - gatherer->packed);
  PackedHits packed = { (const guint8 *) arena_copy_n (gatherer->arena,
                                                       (const char *) gatherer->packed, length),
                        gatherer->n_hits, length };
  gatherer->n_before += gatherer->n_hits;
  gatherer->n_hits = 0;
  g_array_set_size (gatherer->firsts, 0);
  gatherer->page++;
  gatherer->terms =
    (Terms){ gatherer->words, (const WordPair *) gatherer->pairs->data, gatherer->pairs->len };
  return packed;
}
