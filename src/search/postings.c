/* SPDX-License-Identifier: MIT */
/* Each gatherer has numbers of its own for words and pairs, and so has what was kept of another
 * build. Words get ranks in the order of their folded letters, so that a term of any of them is one
 * number, which sorts as the text does; equal numbers are one term. Postings are then dealt out to
 * the terms page by page, which sorts them: the pages in as many parts as there are threads, each
 * of which knows where its own begin. */
#include "search/postings.h"

#include "base/compare.h"
#include "base/parallel.h"

#include <string.h>

/* BM25 (Robertson) of the text, with what other places add to it. */
#define SATURATION    1.2
#define LENGTH_SHARE  0.6
#define OF_HEADING    1.0
#define OF_SUMMARY    1.3
#define OF_FRAME      0.3
#define OF_TITLE      2.0
#define SHORT_TITLE   8.0 /* the fewer words a title has, the more each says */
#define TITLE_WORDS   3.0
#define SYNONYM_SHARE 0.8
/* Weights below the lowest level, and from one to the next; the script knows the step. */
#define LOWEST 0.4
#define STEP   1.45

#define RANK_BITS 24
/* Parts the pages are dealt out in, at most: each counts all terms. */
#define MOST_PARTS 8
/* Times in a text that make a difference. */
#define MOST_TIMES 16

/* A term of one gatherer. */
typedef struct {
  guint64 key;   /* rank, rank + 1 or 0, codes */
  guint32 from;  /* which map */
  guint32 local; /* as in Hit */
} Local;

typedef struct {
  guint64 key;
  guint start, n; /* in `dealt` */
} List;

/* What a gatherer calls a term → which list it is. */
typedef struct {
  const Terms *terms;
  guint32 *words, *pairs;
} Map;

struct Postings {
  GPtrArray *folds; /* const char, by rank */
  GArray *lists;    /* List */
  Posting *dealt;
};

/* --- ranks --- */

static void
add_map (GArray *maps, const Terms *terms)
{
  for (guint i = 0; i < maps->len; i++)
    if (g_array_index (maps, Map, i).terms == terms)
      return;
  Map map = { terms, g_new0 (guint32, words_count (terms->words) + 1),
              g_new0 (guint32, terms->n_pairs + 1) };
  g_array_append_val (maps, map);
}

static void
map_clear (gpointer data)
{
  Map *map = data;
  g_free (map->words);
  g_free (map->pairs);
}

/* Fold → its rank + 1; `folds` becomes all of them in order. */
static GHashTable *
rank_folds (const GArray *maps, GPtrArray *folds)
{
  GHashTable *ranks = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < maps->len; i++) {
    const Words *words = g_array_index (maps, Map, i).terms->words;
    for (guint j = 0; j < words_count (words); j++) {
      const char *fold = words_get (words, j)->fold;
      if (!g_hash_table_contains (ranks, fold)) {
        g_hash_table_insert (ranks, (gpointer) fold, GUINT_TO_POINTER (1));
        g_ptr_array_add (folds, (gpointer) fold);
      }
    }
  }
  g_ptr_array_sort (folds, compare_texts);
  for (guint i = 0; i < folds->len; i++)
    g_hash_table_insert (ranks, folds->pdata[i], GUINT_TO_POINTER (i + 1));
  return ranks;
}

/* --- terms --- */

static guint64
key_of (guint64 first, guint first_code, guint64 second, guint second_code)
{
  return first << (RANK_BITS + 16) | second << 16 | (guint64) first_code << 8 | second_code;
}

static void
add_locals (GArray *locals, const Map *map, guint from, GHashTable *ranks)
{
  const Words *words = map->terms->words;
  guint n = words_count (words);
  g_autofree guint *rank = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++) {
    const FoldedWord *word = words_get (words, i);
    rank[i] = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, word->fold));
    Local local = { key_of (rank[i] - 1, word->code, 0, 0), from, i };
    g_array_append_val (locals, local);
  }
  for (guint i = 0; i < map->terms->n_pairs; i++) {
    const WordPair *pair = &map->terms->pairs[i];
    Local local = { key_of (rank[pair->first] - 1, words_get (words, pair->first)->code,
                            rank[pair->second], words_get (words, pair->second)->code),
                    from, i | HIT_PAIR };
    g_array_append_val (locals, local);
  }
}

#define DIGIT_BITS 8
#define N_DIGITS   (1u << DIGIT_BITS)

/* By one digit of their keys; those that agree in it stay in their order. */
static void
sort_by_digit (const Local *from, Local *to, guint n, guint shift, guint counts[N_DIGITS])
{
  guint sum = 0;

  for (guint i = 0; i < N_DIGITS; i++) {
    guint count = counts[i];
    counts[i] = sum;
    sum += count;
  }
  for (guint i = 0; i < n; i++)
    to[counts[from[i].key >> shift & (N_DIGITS - 1)]++] = from[i];
}

/* Digit by digit, the last first; a digit that is the same in all is passed over. */
static void
sort_locals (GArray *locals)
{
  guint n = locals->len;
  g_autofree Local *room = g_new (Local, n + 1);
  Local *from = (Local *) locals->data, *to = room;

  for (guint shift = 0; shift < 64; shift += DIGIT_BITS) {
    guint counts[N_DIGITS] = { 0 };
    for (guint i = 0; i < n; i++)
      counts[from[i].key >> shift & (N_DIGITS - 1)]++;
    if (n == 0 || counts[from[0].key >> shift & (N_DIGITS - 1)] == n)
      continue;
    sort_by_digit (from, to, n, shift, counts);
    Local *swapped = from;
    from = to;
    to = swapped;
  }
  if (from == room && n > 0)
    memcpy (locals->data, room, n * sizeof (Local));
}

static void
make_lists (Postings *postings, GArray *locals, const GArray *maps)
{
  sort_locals (locals);
  for (guint i = 0; i < locals->len; i++) {
    const Local *local = &g_array_index (locals, Local, i);
    const Map *map = &g_array_index (maps, Map, local->from);
    if (i == 0 || local->key != g_array_index (locals, Local, i - 1).key) {
      List list = { local->key, 0, 0 };
      g_array_append_val (postings->lists, list);
    }
    guint32 *to = local->local & HIT_PAIR ? map->pairs : map->words;
    to[local->local & ~HIT_PAIR] = postings->lists->len - 1;
  }
}

/* --- weights --- */

/* Weights of one page, for terms of its text by how often they stand there. */
typedef struct {
  double text[MOST_TIMES], title;
  guint8 levels[MOST_TIMES]; /* of terms that stand in the text alone */
} Weights;

static guint
level_of (double weight)
{
  static const double floors[POSTING_LEVELS - 1] = {
    LOWEST * STEP,
    LOWEST * STEP * STEP,
    LOWEST * STEP * STEP * STEP,
    LOWEST * STEP * STEP * STEP * STEP,
    LOWEST * STEP * STEP * STEP * STEP * STEP,
    LOWEST * STEP * STEP * STEP * STEP * STEP * STEP,
    LOWEST * STEP * STEP * STEP * STEP * STEP * STEP * STEP,
  };
  guint level = 0;

  while (level < G_N_ELEMENTS (floors) && weight >= floors[level])
    level++;
  return level;
}

static Weights
weights_of (const EntrySize *size, double average)
{
  Weights weights;
  double length = 1 - LENGTH_SHARE + LENGTH_SHARE * size->n_words / average;

  for (guint n = 0; n < MOST_TIMES; n++) {
    weights.text[n] = n * (SATURATION + 1) / (n + SATURATION * length);
    weights.levels[n] = (guint8) level_of (weights.text[n]);
  }
  weights.title = OF_TITLE + SHORT_TITLE / (TITLE_WORDS + size->n_title_words);
  return weights;
}

static guint
hit_level (const Weights *weights, const Hit *hit)
{
  guint n = MIN (hit->n, MOST_TIMES - 1);
  double weight = weights->text[n];

  if (hit->places == 0)
    return weights->levels[n];
  if (hit->places & IN_TITLE)
    weight += weights->title;
  if (hit->places & IN_HEADING)
    weight += OF_HEADING;
  if (hit->places & IN_SUMMARY)
    weight += OF_SUMMARY;
  if (hit->places & IN_FRAME)
    weight += OF_FRAME;
  if (hit->places & BY_SYNONYM && hit->n == 0)
    weight = (weight > 0 ? weight : weights->text[1]) * SYNONYM_SHARE;
  return level_of (weight);
}

/* --- dealing --- */

/* Some of the pages, one after the other. */
typedef struct {
  guint from, to;
  guint *counts; /* by list: how many are of these pages; then where the next of them goes */
} Part;

typedef struct {
  Postings *postings;
  const Gathered *pages;
  const GArray *maps;
  double average; /* words of a page */
  GArray *parts;
} Dealing;

static const Map *
map_of (const GArray *maps, const Terms *terms)
{
  const Map *map = (const Map *) maps->data;
  while (map->terms != terms)
    map++;
  return map;
}

static double
average_words (const Gathered *pages, guint n_pages)
{
  double sum = 0;
  for (guint i = 0; i < n_pages; i++)
    sum += pages[i].size.n_words;
  return MAX (1, sum / MAX (1, n_pages));
}

static void
part_clear (gpointer data)
{
  g_free (((Part *) data)->counts);
}

static GArray *
make_parts (const Postings *postings, guint n_pages, guint n_threads)
{
  guint n = CLAMP (n_threads ? n_threads : g_get_num_processors (), 1, MOST_PARTS);
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  g_array_set_clear_func (parts, part_clear);
  for (guint i = 0; i < n; i++) {
    Part part = { (guint) ((guint64) n_pages * i / n), (guint) ((guint64) n_pages * (i + 1) / n),
                  g_new0 (guint, postings->lists->len + 1) };
    g_array_append_val (parts, part);
  }
  return parts;
}

static guint
list_of (const Map *map, guint32 term)
{
  return term & HIT_PAIR ? map->pairs[term & ~HIT_PAIR] : map->words[term];
}

static void
count_part (guint index, gpointer data, G_GNUC_UNUSED Report *report)
{
  const Dealing *dealing = data;
  const Part *part = &g_array_index (dealing->parts, Part, index);
  Hit hit;

  for (guint i = part->from; i < part->to; i++) {
    const Gathered *page = &dealing->pages[i];
    const Map *map = map_of (dealing->maps, page->terms);
    const guint8 *at = page->hits.bytes;
    for (guint j = 0; j < page->hits.n; j++) {
      at = hit_unpack (at, &hit);
      part->counts[list_of (map, hit.term)]++;
    }
  }
}

/* Where each list begins, and in it the share of each part. */
static void
share_lists (Postings *postings, const GArray *parts)
{
  gsize sum = 0;

  for (guint i = 0; i < postings->lists->len; i++) {
    List *list = &g_array_index (postings->lists, List, i);
    list->start = (guint) sum;
    for (guint j = 0; j < parts->len; j++) {
      guint *count = &g_array_index (parts, Part, j).counts[i], n = *count;
      *count = (guint) sum;
      sum += n;
    }
    list->n = (guint) sum - list->start;
  }
  postings->dealt = g_new (Posting, sum + 1);
}

static void
deal_part (guint index, gpointer data, G_GNUC_UNUSED Report *report)
{
  const Dealing *dealing = data;
  const Part *part = &g_array_index (dealing->parts, Part, index);
  Posting *dealt = dealing->postings->dealt;
  Hit hit;

  for (guint i = part->from; i < part->to; i++) {
    const Gathered *page = &dealing->pages[i];
    const Map *map = map_of (dealing->maps, page->terms);
    const guint8 *at = page->hits.bytes;
    Weights weights = weights_of (&page->size, dealing->average);
    for (guint j = 0; j < page->hits.n; j++) {
      at = hit_unpack (at, &hit);
      dealt[part->counts[list_of (map, hit.term)]++] =
        i * POSTING_LEVELS + hit_level (&weights, &hit);
    }
  }
}

static void
deal (Postings *postings, const Gathered *pages, guint n_pages, const GArray *maps, guint n_threads)
{
  g_autoptr (GArray) parts = make_parts (postings, n_pages, n_threads);
  g_autoptr (Report) nothing = report_new ();
  Dealing dealing = { postings, pages, maps, average_words (pages, n_pages), parts };

  parallel_for (parts->len, parts->len, count_part, &dealing, nothing);
  share_lists (postings, parts);
  parallel_for (parts->len, parts->len, deal_part, &dealing, nothing);
}

Postings *
postings_new (const Gathered *pages, guint n_pages, guint n_threads)
{
  Postings *postings = g_new0 (Postings, 1);
  g_autoptr (GArray) maps = g_array_new (FALSE, FALSE, sizeof (Map));
  g_autoptr (GArray) locals = g_array_new (FALSE, FALSE, sizeof (Local));

  postings->folds = g_ptr_array_new ();
  postings->lists = g_array_new (FALSE, FALSE, sizeof (List));
  g_array_set_clear_func (maps, map_clear);
  for (guint i = 0; i < n_pages; i++)
    if (i == 0 || pages[i].terms != pages[i - 1].terms)
      add_map (maps, pages[i].terms);
  g_autoptr (GHashTable) ranks = rank_folds (maps, postings->folds);
  for (guint i = 0; i < maps->len; i++)
    add_locals (locals, &g_array_index (maps, Map, i), i, ranks);
  make_lists (postings, locals, maps);
  deal (postings, pages, n_pages, maps, n_threads);
  return postings;
}

void
postings_free (Postings *postings)
{
  if (postings == NULL)
    return;
  g_ptr_array_unref (postings->folds);
  g_array_unref (postings->lists);
  g_free (postings->dealt);
  g_free (postings);
}

guint
postings_n_terms (const Postings *postings)
{
  return postings->lists->len;
}

Term
postings_term (const Postings *postings, guint index)
{
  const List *list = &g_array_index (postings->lists, List, index);
  guint first = (guint) (list->key >> (RANK_BITS + 16));
  guint second = (guint) (list->key >> 16) & ((1u << RANK_BITS) - 1);
  Term term = { postings->folds->pdata[first],
                second ? postings->folds->pdata[second - 1] : NULL,
                { (guint8) (list->key >> 8), (guint8) list->key },
                FALSE,
                postings->dealt + list->start,
                list->n };

  term.is_number = second == 0 && g_ascii_isdigit (*term.first);
  return term;
}
