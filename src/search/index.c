/* SPDX-License-Identifier: MIT */
/* What files there are follows from how much the site has, not from what it says: a plan, a check
 * and a desk need their names, and only who writes them, or looks at one, needs what is in them.
 * All of it is made at once then, in one pass over the texts, by whoever comes first. */
#include "search/search.h"

#include "base/arena.h"
#include "base/compare.h"
#include "base/parallel.h"
#include "base/pool.h"
#include "model/product.h"
#include "search/abridge.h"
#include "search/card.h"
#include "search/kept.h"
#include "search/postings.h"
#include "search/shards.h"

#include <math.h>
#include <string.h>

/* Postings of a variant: as many as ranking a query needs. */
#define LEAST_CAP 250
#define SHARE_CAP 100
/* Pages whose cards are in one file. A query reads that of each result, so it pays for as many;
 * a site of many pages would be more files than a disk likes. */
#define FEW_CARDS  2
#define SMALL_SITE 5000
#define MANY_CARDS 6
/* Pages that are looked at as fast as what is kept of them is read. */
#define FEW_PAGES 200
/* Pages a thread takes at once. */
#define PAGES_A_PIECE 64
/* Files of postings: the more there are, the less each has that was not asked for, and the more
 * goc.js has to say which they are. */
#define SHARDS_OF_ROOT 0.32 /* by the root of the bytes of all documents */
#define LEAST_SHARD    2000 /* bytes of documents */
#define OFFICE_BYTES   200
/* Pages are “older” from so many days before the newest one. */
static const int ages[] = { 30, 90, 180, 365, 730, 1460 };

typedef enum { FILE_ROOT, FILE_WORDS, FILE_SHARD, FILE_CARDS } FileKind;

typedef struct {
  FileKind kind;
  guint number; /* of its kind */
} IndexFile;

struct SearchIndex {
  const Site *site;
  SearchSource source;
  guint n_threads;
  guint n_pages, n_cards; /* in all; in a file */
  guint n_shards, cap;
  Arena *arena;
  GArray *files;    /* IndexFile */
  GPtrArray *paths; /* of them; ended by NULL */

  GMutex lock;     /* of what is made when it is first asked for: */
  GArray *entries; /* Entry; or NULL */
  char version[9];
  Digest digest; /* of all texts */
  gboolean is_made, is_good;
  Shards *shards;
  GString *words;  /* in tu.js */
  Pool *gatherers; /* who met what is on the pages; with them, */
  Kept *kept;      /* or who knows it from another build, */
  Gathered *pages; /* belong the terms and texts of these */
};

/* --- reading all pages --- */

typedef struct {
  SearchIndex *index;
  const Synonyms *synonyms;
  Digest *keys; /* of the pages, to find what is kept of them */
  gint is_bad;  /* atomic */
} Gathering;

static const Entry *
entry_at (const SearchIndex *index, guint page)
{
  return &g_array_index (index->entries, Entry, page);
}

/* Files of cards. */
static guint
count_card_files (const SearchIndex *index)
{
  return (index->n_pages + index->n_cards - 1) / index->n_cards;
}

/* All that a page says that is not the same for the whole site. */
static void
add_page (DigestState *state, const Entry *entry)
{
  guint over = card_state (entry);

  digest_add (state, &over, sizeof over);
  if (entry->document == NULL)
    return;
  digest_add (state, &entry->document->digest, sizeof entry->document->digest);
  for (guint i = 0; i < entry->document->n_parts; i++)
    digest_add (state, &entry->document->parts[i]->digest, sizeof (Digest));
}

static Digest
page_key (const Entry *entry)
{
  g_autofree char *href = entry_href (entry);
  DigestState state;

  digest_start (&state);
  digest_add_text (&state, href);
  digest_add_text (&state, entry->former);
  add_page (&state, entry);
  return digest_finish (&state);
}

/* FALSE when its document cannot be read. */
static gboolean
gather_entry (const SearchIndex *index, const Entry *entry, Gatherer *gatherer, Gathered *page,
              Report *report)
{
  g_autoptr (Source) reread = NULL;
  g_autoptr (GString) shown = g_string_sized_new (2 * ABRIDGE_MOST);
  const Source *source =
    entry->document ? index->source.read (entry->document, &reread, index->source.data, report)
                    : NULL;

  if (entry->document && source == NULL)
    return FALSE;
  page->size = entry_gather (index->site, entry, source, gatherer, shown);
  page->hits = gatherer_end_page (gatherer);
  page->terms = gatherer_terms (gatherer);
  page->shown = gatherer_keep (gatherer, shown->str, shown->len);
  page->shown_length = (guint) shown->len;
  return TRUE;
}

static void
gather_piece (guint piece, gpointer data, Report *report)
{
  Gathering *gathering = data;
  SearchIndex *index = gathering->index;
  Gatherer *gatherer = NULL;

  for (guint i = piece * PAGES_A_PIECE; i < MIN ((piece + 1) * PAGES_A_PIECE, index->n_pages);
       i++) {
    gathering->keys[i] = page_key (entry_at (index, i));
    const Gathered *known = kept_find (index->kept, &gathering->keys[i]);
    if (known) {
      index->pages[i] = *known;
      continue;
    }
    if (gatherer == NULL && (gatherer = pool_borrow (index->gatherers)) == NULL)
      gatherer = gatherer_new (gathering->synonyms);
    if (!gather_entry (index, entry_at (index, i), gatherer, &index->pages[i], report))
      g_atomic_int_set (&gathering->is_bad, TRUE);
  }
  if (gatherer)
    pool_give_back (index->gatherers, gatherer);
}

/* --- entries --- */

/* How many of each level there are; then what is left of them when the best `most` are taken. */
static void
share_out (const Term *term, guint most, guint left[POSTING_LEVELS])
{
  memset (left, 0, POSTING_LEVELS * sizeof left[0]);
  for (guint i = 0; i < term->n; i++)
    left[term->postings[i] % POSTING_LEVELS]++;
  for (guint level = POSTING_LEVELS; level-- > 0;) {
    left[level] = MIN (left[level], most);
    most -= left[level];
  }
}

static void
add_variant (const SearchIndex *index, const Term *term, GString *out)
{
  guint left[POSTING_LEVELS];
  guint next = 0;

  share_out (term, index->cap, left);
  shards_add_number (out, term->codes[0]);
  if (term->second)
    shards_add_number (out, term->codes[1]);
  shards_add_number (out, term->n);
  for (guint i = 0; i < term->n; i++) {
    guint page = term->postings[i] / POSTING_LEVELS, level = term->postings[i] % POSTING_LEVELS;
    if (left[level] == 0)
      continue;
    left[level]--;
    shards_add_number (out, (page - next) * POSTING_LEVELS + level);
    next = page + 1;
  }
}

static gboolean
has_same_key (const Term *one, const Term *other)
{
  return one->first == other->first && one->second == other->second;
}

/* What stands in tu.js, and the last word there. */
typedef struct {
  GString *text;
  const char *last;
} WordList;

/* One word of tu.js: what is shared, the rest, and how common it is. */
static void
add_to_words (WordList *list, const char *word, guint n)
{
  guint shared = 0, size = 0;

  while (list->last[shared] && list->last[shared] == word[shared])
    shared++;
  for (; n > 0; n /= 2)
    size++;
  shards_add_number (list->text, shared);
  g_string_append (list->text, word + shared);
  g_string_append_c (list->text, '!');
  shards_add_number (list->text, size);
  list->last = word;
}

/* A term of which all variants were seen: “n” pages have it. */
static void
end_word (WordList *list, const Term *term, guint n)
{
  if (n > 0 && term->second == NULL && !term->is_number && g_str_is_ascii (term->first))
    add_to_words (list, term->first, n);
}

/* --- filters --- */

typedef struct {
  const char *key; /* “@k-letter” */
  GArray *pages;   /* guint */
} Filter;

static void
filter_free (gpointer data)
{
  Filter *filter = data;
  g_array_unref (filter->pages);
  g_free (filter);
}

static void
filter_page (SearchIndex *index, GHashTable *filters, const char *what, const char *id, guint page)
{
  g_autofree char *key = g_strdup_printf ("@%s-%s", what, id);
  Filter *filter = g_hash_table_lookup (filters, key);

  if (filter == NULL) {
    filter = g_new (Filter, 1);
    *filter = (Filter){ arena_copy (index->arena, key), g_array_new (FALSE, FALSE, sizeof page) };
    g_hash_table_insert (filters, (gpointer) filter->key, filter);
  }
  g_array_append_val (filter->pages, page);
}

static GHashTable *
make_filters (SearchIndex *index)
{
  GHashTable *filters = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, filter_free);

  for (guint i = 0; i < index->entries->len; i++) {
    const Entry *entry = entry_at (index, i);
    const Locality *province =
      locality_province (index->site->localities, entry->office->locality, entry->office->valid_to);
    filter_page (index, filters, "k",
                 entry->document ? document_kind_id (entry->document->kind) : "office", i);
    if (entry->document && *entry->document->section)
      filter_page (index, filters, "s", entry->document->section, i);
    filter_page (index, filters, "o", entry->office->id, i);
    if (province)
      filter_page (index, filters, "p", province->code, i);
  }
  return filters;
}

static void
add_filter (Shards *shards, const Filter *filter)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (guint));
  guint next = 0;

  for (guint i = 0; i < filter->pages->len;) {
    guint first = g_array_index (filter->pages, guint, i), n = 0, gap = first - next;
    while (i < filter->pages->len && g_array_index (filter->pages, guint, i) == first + n) {
      i++;
      n++;
    }
    g_array_append_val (runs, gap);
    g_array_append_val (runs, n);
    next = first + n;
  }
  shards_add (shards, filter->key);
  shards_add_number (shards_text (shards), runs->len);
  for (guint i = 0; i < runs->len; i++)
    shards_add_number (shards_text (shards), g_array_index (runs, guint, i));
}

static void
add_filters (SearchIndex *index)
{
  g_autoptr (GHashTable) filters = make_filters (index);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, filters);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_texts);
  for (guint i = 0; i < keys->len; i++)
    add_filter (index->shards, g_hash_table_lookup (filters, keys->pdata[i]));
}

/* Numbers come before filters, letters behind. */
static void
add_entries (SearchIndex *index, const Postings *postings)
{
  guint n = postings_n_terms (postings), n_pages = 0;
  gboolean has_filters = FALSE;
  Term before = { 0 };
  WordList list = { index->words, "" };

  for (guint i = 0; i < n; i++) {
    Term term = postings_term (postings, i);
    if (term.n == 0) /* known from a synonym alone, or from a text that is no more */
      continue;
    if (!has_filters && (guchar) *term.first > '@') {
      add_filters (index);
      has_filters = TRUE;
    }
    if (!has_same_key (&term, &before)) {
      end_word (&list, &before, n_pages);
      g_autofree char *key = term.second ? g_strconcat (term.first, " ", term.second, NULL) : NULL;
      shards_add (index->shards, key ? key : term.first);
      n_pages = 0;
    }
    n_pages += term.n;
    add_variant (index, &term, shards_text (index->shards));
    before = term;
  }
  end_word (&list, &before, n_pages);
  if (!has_filters)
    add_filters (index);
  shards_cut (index->shards, index->n_shards);
}

/* --- the whole --- */

static Synonyms *
all_synonyms (const Site *site, const SearchWords *words)
{
  Synonyms *synonyms = synonyms_new ();

  synonyms_add_lists (synonyms, words->synonyms);
  synonyms_add_lexicon (synonyms, words->lexicon);
  synonyms_add_lexicon (synonyms, site->lexicon);
  for (guint i = 0; i < site->synonyms->len; i++)
    synonyms_add (synonyms, site->synonyms->pdata[i]);
  return synonyms;
}

static void
free_gatherer (gpointer gatherer)
{
  gatherer_free (gatherer);
}

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

/* The order of pages, and fingerprints. Under the lock. */
static void
make_entries (SearchIndex *index)
{
  DigestState order, texts;
  char hex[DIGEST_HEX_LENGTH + 1];

  if (index->entries)
    return;
  index->entries = entries_new (index->site);
  digest_start (&order);
  digest_start (&texts);
  for (guint i = 0; i < index->n_pages; i++) {
    g_autofree char *href = entry_href (entry_at (index, i));
    digest_add_text (&order, href);
    add_page (&texts, entry_at (index, i));
  }
  Digest digest = digest_finish (&order);
  digest_to_hex (&digest, hex);
  memcpy (index->version, hex, 8);
  index->digest = digest_finish (&texts);
}

/* Of all that a page may depend on but its document. */
static Digest
site_key (const SearchIndex *index)
{
  Digest site = digest_finish (&index->site->digest);
  DigestState state;

  digest_start (&state);
  digest_add_text (&state, index->source.program);
  digest_add (&state, &site, sizeof site);
  return digest_finish (&state);
}

static void
make_all (SearchIndex *index, Report *report)
{
  SearchWords words = index->source.words (index->source.data);
  g_autoptr (Synonyms) synonyms = all_synonyms (index->site, &words);
  g_autofree Digest *keys = g_new (Digest, index->n_pages + 1);
  Gathering gathering = { index, synonyms, keys, FALSE };
  const Digest key = site_key (index);

  index->is_made = TRUE;
  index->shards = shards_new ();
  index->words = g_string_new (NULL);
  index->pages = g_new0 (Gathered, index->n_pages + 1);
  index->gatherers = pool_new (free_gatherer);
  index->kept = kept_read (index->n_pages > FEW_PAGES ? index->source.kept : NULL, &key);
  parallel_for ((index->n_pages + PAGES_A_PIECE - 1) / PAGES_A_PIECE, index->n_threads,
                gather_piece, &gathering, report);
  index->is_good = !gathering.is_bad;
  if (!index->is_good)
    return;
  kept_write (index->kept, keys, index->pages, index->n_pages);
  g_autoptr (Postings) postings = postings_new (index->pages, index->n_pages, index->n_threads);
  add_entries (index, postings);
}

static gboolean
make_sure (SearchIndex *index, Report *report)
{
  g_mutex_lock (&index->lock);
  make_entries (index);
  if (!index->is_made)
    make_all (index, report);
  g_mutex_unlock (&index->lock);
  return index->is_good;
}

/* --- files --- */

static void
add_file (SearchIndex *index, FileKind kind, guint number, const char *path)
{
  const IndexFile file = { kind, number };

  g_array_append_val (index->files, file);
  g_ptr_array_add (index->paths, arena_copy (index->arena, path));
}

static void
add_files (SearchIndex *index, FileKind kind, char letter, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *path = g_strdup_printf ("tim/%c%u.js", letter, i);
    add_file (index, kind, i, path);
  }
}

/* Pages that can be found, and how many bytes there are about. */
static void
measure (SearchIndex *index)
{
  const Site *site = index->site;
  guint64 bytes = (guint64) site->office_list->len * OFFICE_BYTES;

  index->n_pages = site->office_list->len;
  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    if (!document_has_page (document))
      continue;
    index->n_pages++;
    bytes += document->length;
  }
  index->n_cards = index->n_pages <= SMALL_SITE ? FEW_CARDS : MANY_CARDS;
  index->cap = MAX (LEAST_CAP, index->n_pages / SHARE_CAP);
  index->n_shards =
    1 + (guint) MIN (SHARDS_OF_ROOT * sqrt ((double) bytes), (double) bytes / LEAST_SHARD);
}

SearchIndex *
search_index_new (const Site *site, const SearchSource *source, guint n_threads)
{
  SearchIndex *index = g_new0 (SearchIndex, 1);

  index->site = site;
  index->source = *source;
  index->n_threads = n_threads;
  g_mutex_init (&index->lock);
  index->arena = arena_new ();
  index->files = g_array_new (FALSE, FALSE, sizeof (IndexFile));
  index->paths = g_ptr_array_new ();
  measure (index);
  add_file (index, FILE_ROOT, 0, "tim/goc.js");
  add_file (index, FILE_WORDS, 0, "tim/tu.js");
  add_files (index, FILE_SHARD, 'k', index->n_shards);
  add_files (index, FILE_CARDS, 'v', count_card_files (index));
  g_ptr_array_add (index->paths, NULL);
  return index;
}

void
search_index_forget (SearchIndex *index)
{
  index->is_made = FALSE;
  g_clear_pointer (&index->entries, g_array_unref);
  g_clear_pointer (&index->shards, shards_free);
  g_clear_pointer (&index->words, free_string);
  g_clear_pointer (&index->pages, g_free);
  g_clear_pointer (&index->gatherers, pool_free);
  g_clear_pointer (&index->kept, kept_free);
}

void
search_index_free (SearchIndex *index)
{
  if (index == NULL)
    return;
  search_index_forget (index);
  arena_free (index->arena);
  g_array_unref (index->files);
  g_ptr_array_unref (index->paths);
  g_mutex_clear (&index->lock);
  g_free (index);
}

guint
search_index_n_files (const SearchIndex *index)
{
  return index->files->len;
}

const char *
search_index_path (const SearchIndex *index, guint file)
{
  return index->paths->pdata[file];
}

const char *const *
search_index_paths (const SearchIndex *index)
{
  return (const char *const *) index->paths->pdata;
}

/* --- what is in a file --- */

static guint
first_over (const SearchIndex *index)
{
  guint i = 0;
  while (i < index->entries->len && !entry_at (index, i)->is_over)
    i++;
  return i;
}

static void
write_root (const SearchIndex *index, GString *out)
{
  guint over = first_over (index);

  g_string_append_printf (out, "{v:\"%s\",n:%u,g:%u,cap:%u,over:%u,ages:[", index->version,
                          index->entries->len, index->n_cards, index->cap, over);
  for (guint a = 0; a < G_N_ELEMENTS (ages); a++) {
    guint i = 0;
    while (i < over
           && (!date_is_set (entry_at (index, i)->date)
               || date_difference (entry_at (index, i)->date, entry_at (index, 0)->date) < ages[a]))
      i++;
    g_string_append_printf (out, "%s%u", a ? "," : "", i);
  }
  g_string_append (out, "],keys:\"");
  shards_write_firsts (index->shards, out);
  g_string_append (out, "\"}");
}

static void
write_shard (const SearchIndex *index, guint shard, GString *out)
{
  g_string_append_printf (out, "{v:\"%s\",k:\"", index->version);
  if (shard < shards_count (index->shards))
    shards_write (index->shards, shard, out);
  g_string_append (out, "\"}");
}

static void
write_cards (const SearchIndex *index, guint file, GString *out)
{
  guint first = file * index->n_cards;

  g_string_append_printf (out, "{v:\"%s\",c:[", index->version);
  for (guint i = first; i < MIN (first + index->n_cards, index->n_pages); i++) {
    const Gathered *page = &index->pages[i];
    if (i > first)
      g_string_append_c (out, ',');
    card_write (index->site, entry_at (index, i), page->shown, page->shown_length, out);
  }
  g_string_append (out, "]}");
}

static void
write_file (const SearchIndex *index, const IndexFile *file, GString *out)
{
  switch (file->kind) {
  case FILE_ROOT:
    write_root (index, out);
    return;
  case FILE_WORDS:
    card_add_text (out, index->words->str, index->words->len);
    return;
  case FILE_SHARD:
    write_shard (index, file->number, out);
    return;
  case FILE_CARDS:
    write_cards (index, file->number, out);
    return;
  }
  g_assert_not_reached ();
}

gboolean
search_index_write (SearchIndex *index, guint file, GString *out, Report *report)
{
  const char *path = search_index_path (index, file);
  const char *name = strrchr (path, '/') + 1;

  if (!make_sure (index, report))
    return FALSE;
  g_string_append_printf (out, "loaTim(\"%.*s\",", (int) (strlen (name) - strlen (".js")), name);
  write_file (index, &g_array_index (index->files, IndexFile, file), out);
  g_string_append (out, ")\n");
  return TRUE;
}

Digest
search_index_key (SearchIndex *index, guint file)
{
  const IndexFile *indexed = &g_array_index (index->files, IndexFile, file);
  DigestState state;

  g_mutex_lock (&index->lock);
  make_entries (index);
  g_mutex_unlock (&index->lock);
  digest_start (&state);
  digest_add_text (&state, search_index_path (index, file));
  digest_add_text (&state, index->version);
  if (indexed->kind != FILE_CARDS)
    digest_add (&state, &index->digest, sizeof index->digest);
  else
    for (guint i = indexed->number * index->n_cards;
         i < MIN ((indexed->number + 1) * index->n_cards, index->n_pages); i++)
      add_page (&state, entry_at (index, i));
  return digest_finish (&state);
}
