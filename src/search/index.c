/* SPDX-License-Identifier: MIT */
#include "search/search.h"

#include "base/append.h"
#include "base/arena.h"
#include "base/parallel.h"
#include "base/pool.h"
#include "search/postings.h"
#include "search/shards.h"

#include <string.h>

/* Pages a thread takes at once. */
#define PAGES_A_PIECE 64
/* Postings of a variant: as many as ranking a query needs. */
#define LEAST_CAP  250
#define SHARE_CAP  100
/* Bytes of text beside a title. */
#define FIRST_TEXT 900
/* Up to so many pages each has a file of what is shown of it, and a query reads little; more would
 * be more files than a disk likes. */
#define SMALL_SITE 5000
/* Bytes of what is shown of pages in one file, and pages at most; and of the rest of texts. */
#define CARD_BYTES      2500
#define MOST_CARDS      6
#define REST_FILE       12000
#define SMALL_REST_FILE 5000

/* Pages are “older” from so many days before the newest one. */
static const guint ages[] = { 30, 90, 180, 365, 730, 1460 };

typedef enum { FILE_ROOT, FILE_WORDS, FILE_SHARD, FILE_CARDS, FILE_REST } FileKind;

typedef struct {
  FileKind kind;
  guint from, to; /* the shard, or pages */
} IndexFile;

/* Where the text of a page goes on. */
typedef struct {
  guint file, place; /* number of the r….js, and in it */
  gboolean has_rest;
} Rest;

struct SearchIndex {
  const Site *site;
  SearchRead read;
  gpointer data;
  GArray *entries; /* Entry */
  EntrySize *sizes;
  Rest *rests;
  guint cap, n_cards; /* pages in a file of cards */
  char version[9];
  Shards *shards;
  GString *words; /* in tu.js */
  Arena *arena;
  GArray *files;    /* IndexFile */
  GPtrArray *paths; /* of them; ended by NULL */
};

/* --- reading all pages --- */

typedef struct {
  SearchIndex *index;
  const Synonyms *synonyms;
  Gathered *pages;
  Pool *gatherers;
} Gathering;

static const Source *
entry_source (const SearchIndex *index, const Entry *entry, Source **reread, Report *report)
{
  return entry->document ? index->read (entry->document, reread, index->data, report) : NULL;
}

static void
gather_piece (guint piece, gpointer data, Report *report)
{
  Gathering *gathering = data;
  SearchIndex *index = gathering->index;
  Gatherer *gatherer = pool_borrow (gathering->gatherers);
  guint end = MIN ((piece + 1) * PAGES_A_PIECE, index->entries->len);

  if (gatherer == NULL)
    gatherer = gatherer_new (gathering->synonyms);
  for (guint i = piece * PAGES_A_PIECE; i < end; i++) {
    const Entry *entry = &g_array_index (index->entries, Entry, i);
    g_autoptr (Source) reread = NULL;
    const Source *source = entry_source (index, entry, &reread, report);
    Gathered *page = &gathering->pages[i];
    page->gatherer = gatherer;
    page->size = entry_gather (index->site, entry, source, gatherer);
    page->hits = gatherer_end_page (gatherer, &page->n_hits);
  }
  pool_give_back (gathering->gatherers, gatherer);
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
    const Entry *entry = &g_array_index (index->entries, Entry, i);
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

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
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
  g_ptr_array_sort (keys, compare_keys);
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
    if (term.n == 0) /* known from a synonym alone */
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
  shards_cut (index->shards);
}

/* --- files --- */

static void
add_file (SearchIndex *index, FileKind kind, guint from, guint to, char *path_take)
{
  IndexFile file = { kind, from, to };

  g_array_append_val (index->files, file);
  g_ptr_array_add (index->paths, arena_copy (index->arena, path_take));
  g_free (path_take);
}

/* Of letters, digits and hyphens; no name of a device of Windows, since it begins with “k-”. */
static char *
shard_path (const char *first)
{
  GString *path = g_string_new ("tim/k-");

  for (const char *p = first; *p; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (path, *p);
    else
      g_string_append_printf (path, *p == ' ' ? "_" : "-%02x", (guchar) *p);
  g_string_append (path, ".js");
  return g_string_free (path, FALSE);
}

static void
add_shards (SearchIndex *index)
{
  for (guint i = 0; i < shards_count (index->shards); i++)
    add_file (index, FILE_SHARD, i, i + 1, shard_path (shards_first (index->shards, i)));
}

/* TRUE when it does not fit beside its title. */
static gboolean
goes_on (const EntrySize *size)
{
  return size->length > FIRST_TEXT + FIRST_TEXT / 4;
}

/* Texts that do not fit beside their title are put together, several to a file. */
static void
add_rests (SearchIndex *index)
{
  gsize most = index->entries->len <= SMALL_SITE ? SMALL_REST_FILE : REST_FILE;
  guint from = 0, place = 0, file = 0;
  gsize bytes = 0;

  for (guint i = 0; i < index->entries->len; i++) {
    if (!goes_on (&index->sizes[i]))
      continue;
    if (bytes > 0 && bytes + index->sizes[i].length - FIRST_TEXT > most) {
      add_file (index, FILE_REST, from, i, g_strdup_printf ("tim/r%u.js", file++));
      from = i;
      place = 0;
      bytes = 0;
    }
    index->rests[i] = (Rest){ file, place++, TRUE };
    bytes += index->sizes[i].length - FIRST_TEXT;
  }
  if (bytes > 0)
    add_file (index, FILE_REST, from, index->entries->len, g_strdup_printf ("tim/r%u.js", file));
}

static void
add_cards (SearchIndex *index)
{
  gsize bytes = 0;
  guint n = index->entries->len;

  for (guint i = 0; i < n; i++)
    bytes += MIN (index->sizes[i].length, FIRST_TEXT) + 300;
  index->n_cards = n <= SMALL_SITE
                     ? 1
                     : (guint) CLAMP (CARD_BYTES * (gsize) n / MAX (1, bytes), 1, MOST_CARDS);
  for (guint from = 0, file = 0; from < n; from += index->n_cards, file++)
    add_file (index, FILE_CARDS, from, MIN (n, from + index->n_cards),
              g_strdup_printf ("tim/v%u.js", file));
}

static void
set_version (SearchIndex *index)
{
  DigestState state;
  char hex[DIGEST_HEX_LENGTH + 1];

  digest_start (&state);
  for (guint i = 0; i < index->entries->len; i++) {
    g_autofree char *href = entry_href (&g_array_index (index->entries, Entry, i));
    digest_add_text (&state, href);
  }
  Digest digest = digest_finish (&state);
  digest_to_hex (&digest, hex);
  memcpy (index->version, hex, 8);
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
read_pages (SearchIndex *index, const SearchWords *words, guint n_threads, Report *report)
{
  guint n = index->entries->len;
  g_autoptr (Synonyms) synonyms = all_synonyms (index->site, words);
  g_autofree Gathered *pages = g_new0 (Gathered, n + 1);
  g_autoptr (Pool) gatherers = pool_new (free_gatherer);
  Gathering gathering = { index, synonyms, pages, gatherers };

  parallel_for ((n + PAGES_A_PIECE - 1) / PAGES_A_PIECE, n_threads, gather_piece, &gathering, report);
  for (guint i = 0; i < n; i++)
    index->sizes[i] = pages[i].size;
  g_autoptr (Postings) postings = postings_new (pages, n);
  add_entries (index, postings);
}

SearchIndex *
search_index_new (const Site *site, const SearchWords *words, guint n_threads, SearchRead read,
                  gpointer data, Report *report)
{
  SearchIndex *index = g_new0 (SearchIndex, 1);

  index->site = site;
  index->read = read;
  index->data = data;
  index->entries = entries_new (site);
  guint n = index->entries->len;
  index->sizes = g_new0 (EntrySize, n + 1);
  index->rests = g_new0 (Rest, n + 1);
  index->cap = MAX (LEAST_CAP, n / SHARE_CAP);
  index->shards = shards_new ();
  index->words = g_string_new (NULL);
  index->arena = arena_new ();
  index->files = g_array_new (FALSE, FALSE, sizeof (IndexFile));
  index->paths = g_ptr_array_new ();
  read_pages (index, words, n_threads, report);
  set_version (index);
  add_file (index, FILE_ROOT, 0, 0, g_strdup ("tim/goc.js"));
  add_file (index, FILE_WORDS, 0, 0, g_strdup ("tim/tu.js"));
  add_shards (index);
  add_rests (index);
  add_cards (index);
  g_ptr_array_add (index->paths, NULL);
  return index;
}

void
search_index_free (SearchIndex *index)
{
  if (index == NULL)
    return;
  g_array_unref (index->entries);
  g_free (index->sizes);
  g_free (index->rests);
  shards_free (index->shards);
  g_string_free (index->words, TRUE);
  arena_free (index->arena);
  g_array_unref (index->files);
  g_ptr_array_unref (index->paths);
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

/* A text of JavaScript, also in browsers to which U+2028 ends a line. */
static void
add_text (GString *out, const char *text, gsize length)
{
  static const guint8 is_plain[256] = {
    [' ' ... '!'] = 1, ['#' ... '['] = 1, [']' ... 0xe1] = 1, [0xe3 ... 0xff] = 1,
  };
  const char *end = text + length;

  g_string_append_c (out, '"');
  while (text < end) {
    const char *start = text;
    while (text < end && is_plain[(guchar) *text])
      text++;
    append_piece (out, start, (gsize) (text - start));
    if (text == end)
      break;
    if ((guchar) *text == 0xe2 && (guchar) text[1] == 0x80 && ((guchar) text[2] & 0xfe) == 0xa8) {
      append_piece (out, " ", 1);
      text += 2;
    } else if (*text == '\n')
      append_piece (out, "\\n", 2);
    else if ((guchar) *text < ' ')
      append_piece (out, " ", 1);
    else {
      if (*text == '"' || *text == '\\')
        append_piece (out, "\\", 1);
      append_piece (out, text, 1);
    }
    text++;
  }
  g_string_append_c (out, '"');
}

static void
add_string (GString *out, const char *text)
{
  if (text)
    add_text (out, text, strlen (text));
  else
    g_string_append_c (out, '0');
}

/* Days from one date to a later one. */
static gint64
days_between (Date from, Date to)
{
  return (moment_of_date (to) - moment_of_date (from)) / 86400;
}

static guint
first_over (const SearchIndex *index)
{
  guint i = 0;
  while (i < index->entries->len && !g_array_index (index->entries, Entry, i).is_over)
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
           && (!date_is_set (g_array_index (index->entries, Entry, i).date)
               || days_between (g_array_index (index->entries, Entry, i).date,
                                g_array_index (index->entries, Entry, 0).date)
                    < ages[a]))
      i++;
    g_string_append_printf (out, "%s%u", a ? "," : "", i);
  }
  g_string_append (out, "],keys:\"");
  shards_write_firsts (index->shards, out);
  g_string_append (out, "\"}");
}

/* Bytes of the text up to the last space before `most`. */
static gsize
first_length (const char *text, gsize length)
{
  gsize n = FIRST_TEXT;

  if (length <= FIRST_TEXT)
    return length;
  while (n > 0 && text[n] != ' ' && text[n] != '\n')
    n--;
  return n > 0 ? n : length;
}

static gboolean
read_plain (const SearchIndex *index, guint page, GString *text, Report *report)
{
  const Entry *entry = &g_array_index (index->entries, Entry, page);
  g_autoptr (Source) reread = NULL;
  const Source *source = entry_source (index, entry, &reread, report);

  g_string_truncate (text, 0);
  if (entry->document && source == NULL)
    return FALSE;
  entry_plain (index->site, entry, source, text);
  return TRUE;
}

static guint
state_of (const Entry *entry)
{
  return !entry->is_over ? 0 : entry->document && entry->document->replaced_by ? 2 : 1;
}

static void
write_card (const SearchIndex *index, guint page, const GString *text, GString *out)
{
  const Entry *entry = &g_array_index (index->entries, Entry, page);
  const Rest *rest = &index->rests[page];
  g_autofree char *href = entry_href (entry);
  g_autofree char *label = entry_label (entry);
  g_autofree char *summary = entry_summary (index->site, entry);
  g_autofree char *date = entry->document && date_is_set (entry->document->date)
                            ? date_short (entry->document->date)
                            : NULL;

  g_string_append_c (out, '[');
  add_string (out, href);
  g_string_append_c (out, ',');
  add_string (out, entry_title (entry));
  g_string_append_c (out, ',');
  add_string (out, label);
  g_string_append_c (out, ',');
  add_string (out, entry->document ? entry->office->name : NULL);
  g_string_append_c (out, ',');
  add_string (out, date);
  g_string_append_printf (out, ",%u,", state_of (entry));
  add_string (out, summary);
  g_string_append_c (out, ',');
  add_text (out, text->str, rest->has_rest ? first_length (text->str, text->len) : text->len);
  if (rest->has_rest)
    g_string_append_printf (out, ",%u,%u", rest->file, rest->place);
  g_string_append_c (out, ']');
}

static gboolean
write_cards (const SearchIndex *index, const IndexFile *file, GString *out, Report *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (out, "{v:\"%s\",c:[", index->version);
  for (guint page = file->from; page < file->to; page++) {
    if (!read_plain (index, page, text, report))
      return FALSE;
    if (page > file->from)
      g_string_append_c (out, ',');
    write_card (index, page, text, out);
  }
  g_string_append (out, "]}");
  return TRUE;
}

static gboolean
write_rests (const SearchIndex *index, const IndexFile *file, GString *out, Report *report)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_first = TRUE;

  g_string_append_c (out, '[');
  for (guint page = file->from; page < file->to; page++) {
    if (!index->rests[page].has_rest)
      continue;
    if (!read_plain (index, page, text, report))
      return FALSE;
    gsize start = first_length (text->str, text->len);
    if (!is_first)
      g_string_append_c (out, ',');
    is_first = FALSE;
    add_text (out, text->str + start, text->len - start);
  }
  g_string_append_c (out, ']');
  return TRUE;
}

static void
write_shard (const SearchIndex *index, guint shard, GString *out)
{
  g_string_append_printf (out, "{v:\"%s\",k:\"", index->version);
  shards_write (index->shards, shard, out);
  g_string_append (out, "\"}");
}

static gboolean
write_file (const SearchIndex *index, const IndexFile *file, GString *out, Report *report)
{
  switch (file->kind) {
  case FILE_ROOT:
    write_root (index, out);
    return TRUE;
  case FILE_WORDS:
    add_text (out, index->words->str, index->words->len);
    return TRUE;
  case FILE_SHARD:
    write_shard (index, file->from, out);
    return TRUE;
  case FILE_CARDS:
    return write_cards (index, file, out, report);
  case FILE_REST:
    return write_rests (index, file, out, report);
  }
  g_assert_not_reached ();
}

gboolean
search_index_write (const SearchIndex *index, guint file, GString *out, Report *report)
{
  const char *path = search_index_path (index, file);
  const char *name = strrchr (path, '/') + 1;

  g_string_append_printf (out, "loaTim(\"%.*s\",", (int) (strlen (name) - strlen (".js")), name);
  if (!write_file (index, &g_array_index (index->files, IndexFile, file), out, report))
    return FALSE;
  g_string_append (out, ")\n");
  return TRUE;
}

static void
add_to_key (const SearchIndex *index, const IndexFile *file, DigestState *state)
{
  for (guint page = file->from; page < file->to; page++) {
    const Document *document = g_array_index (index->entries, Entry, page).document;
    guint over = state_of (&g_array_index (index->entries, Entry, page));
    digest_add (state, &index->rests[page], sizeof index->rests[page]);
    digest_add (state, &over, sizeof over);
    if (document == NULL)
      continue;
    digest_add (state, &document->digest, sizeof document->digest);
    for (guint i = 0; i < document->n_parts; i++)
      digest_add (state, &document->parts[i]->digest, sizeof (Digest));
  }
}

Digest
search_index_key (const SearchIndex *index, guint file)
{
  const IndexFile *indexed = &g_array_index (index->files, IndexFile, file);
  g_autoptr (GString) bytes = NULL;
  DigestState state;

  digest_start (&state);
  digest_add_text (&state, search_index_path (index, file));
  digest_add_text (&state, index->version);
  if (indexed->kind == FILE_CARDS || indexed->kind == FILE_REST)
    add_to_key (index, indexed, &state);
  else if (indexed->kind == FILE_SHARD)
    shards_digest (index->shards, indexed->from, &state);
  else {
    bytes = g_string_new (NULL);
    search_index_write (index, file, bytes, NULL);
    digest_add (&state, bytes->str, bytes->len);
  }
  return digest_finish (&state);
}
