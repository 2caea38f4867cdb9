/* SPDX-License-Identifier: MIT */
/* The file grows at its end: a build that looked at one page adds a part with the terms and the
 * hits of that one, in numbers of its own, and copies nothing. It begins anew when most of it is of
 * no use any more, and when there are so many parts that joining them takes long.
 *
 *     file  = magic key part*
 *     part  = PartHead body
 *     body  = (code fold NUL)* WordPair* (PageHead hits shown)*
 *
 * A part says how long it is and has a fingerprint, so one that a build left unfinished ends the
 * file, and the next is written over it. */
#include "search/kept.h"

#include "base/arena.h"

#include <stdio.h>
#include <string.h>

#define MAGIC        "loa search 1\n"
#define MAGIC_LENGTH strlen (MAGIC)
#define MOST_PARTS   24
/* Bytes that may be of no use, besides as many as are. */
#define MOST_WASTE (1 << 20)

typedef struct {
  guint64 length; /* of the body */
  Digest digest;  /* of the body */
  guint32 n_words, n_pairs, n_pages;
} PartHead;

typedef struct {
  Digest key;
  EntrySize size;
  guint32 n_hits, hits_length, shown_length;
} PageHead;

/* A page of the file. */
typedef struct {
  Digest key;
  Gathered page;
} KeptPage;

struct Kept {
  char *path; /* or NULL */
  Digest key;
  char *text;        /* the file, or NULL */
  gsize length;      /* of its parts that are whole, with what is before them; or 0 */
  Arena *arena;      /* of what follows */
  GPtrArray *words;  /* Words of the parts, owned */
  GHashTable *pages; /* Digest → Gathered of a KeptPage */
};

/* --- reading --- */

/* What is left to be read. */
typedef struct {
  const char *at, *end;
} Rest;

/* Borrowed; NULL when there is less. */
static const char *
pass (Rest *rest, gsize length)
{
  const char *at = rest->at;

  if ((gsize) (rest->end - at) < length)
    return NULL;
  rest->at += length;
  return at;
}

/* FALSE when there is less. */
static gboolean
take (Rest *rest, gpointer to, gsize length)
{
  const char *at = pass (rest, length);

  return at && memcpy (to, at, length);
}

static gboolean
read_words (Rest *rest, guint n, Words *words)
{
  for (guint i = 0; i < n; i++) {
    const char *end =
      rest->at < rest->end ? memchr (rest->at + 1, '\0', (gsize) (rest->end - rest->at - 1)) : NULL;
    if (end == NULL || (guint8) *rest->at >= WORD_CODES
        || words_learn (words, rest->at + 1, (guint8) *rest->at) != i)
      return FALSE;
    rest->at = end + 1;
  }
  return TRUE;
}

static gboolean
read_pairs (Kept *kept, Rest *rest, guint n, Terms *terms)
{
  gsize size = (gsize) n * sizeof (WordPair);
  const char *at = pass (rest, size);

  if (at == NULL)
    return FALSE;
  WordPair *pairs = arena_alloc_raw (kept->arena, MAX (size, 1));
  memcpy (pairs, at, size);
  terms->pairs = pairs;
  terms->n_pairs = n;
  for (guint i = 0; i < n; i++)
    if (MAX (pairs[i].first, pairs[i].second) >= words_count (terms->words))
      return FALSE;
  return TRUE;
}

static gboolean
read_page (Kept *kept, Rest *rest, const Terms *terms)
{
  KeptPage *kept_page = arena_alloc (kept->arena, sizeof (KeptPage));
  Gathered *page = &kept_page->page;
  PageHead head;

  if (!take (rest, &head, sizeof head))
    return FALSE;
  page->terms = terms;
  page->size = head.size;
  page->hits =
    (PackedHits){ (const guint8 *) pass (rest, head.hits_length), head.n_hits, head.hits_length };
  page->shown = pass (rest, head.shown_length);
  page->shown_length = head.shown_length;
  if (page->hits.bytes == NULL || page->shown == NULL)
    return FALSE;
  kept_page->key = head.key;
  g_hash_table_insert (kept->pages, &kept_page->key, page);
  return TRUE;
}

static gboolean
read_part (Kept *kept, Rest *rest)
{
  PartHead head;

  if (!take (rest, &head, sizeof head))
    return FALSE;
  const char *body = pass (rest, head.length);
  Digest digest = body ? digest_of (body, head.length) : (Digest){ 0 };
  if (body == NULL || !digest_equal (&digest, &head.digest))
    return FALSE;
  Rest inner = { body, body + head.length };
  Terms *terms = arena_alloc (kept->arena, sizeof (Terms));
  Words *words = words_new ();
  g_ptr_array_add (kept->words, words);
  terms->words = words;
  if (!read_words (&inner, head.n_words, words) || !read_pairs (kept, &inner, head.n_pairs, terms))
    return FALSE;
  for (guint i = 0; i < head.n_pages; i++)
    if (!read_page (kept, &inner, terms))
      return FALSE;
  return TRUE;
}

static void
read_parts (Kept *kept, gsize length)
{
  Rest rest = { kept->text, kept->text + length };
  char magic[MAGIC_LENGTH];
  Digest key;

  if (!take (&rest, magic, sizeof magic) || memcmp (magic, MAGIC, sizeof magic) != 0
      || !take (&rest, &key, sizeof key) || !digest_equal (&key, &kept->key))
    return;
  do
    kept->length = (gsize) (rest.at - kept->text);
  while (read_part (kept, &rest));
}

static void
free_words (gpointer words)
{
  words_free (words);
}

Kept *
kept_read (const char *path, const Digest *key)
{
  Kept *kept = g_new0 (Kept, 1);
  gsize length;

  kept->path = g_strdup (path);
  kept->key = *key;
  kept->arena = arena_new ();
  kept->words = g_ptr_array_new_with_free_func (free_words);
  kept->pages = g_hash_table_new (digest_key_hash, digest_key_equal);
  if (path && g_file_get_contents (path, &kept->text, &length, NULL))
    read_parts (kept, length);
  return kept;
}

void
kept_free (Kept *kept)
{
  if (kept == NULL)
    return;
  g_hash_table_unref (kept->pages);
  g_ptr_array_unref (kept->words);
  arena_free (kept->arena);
  g_free (kept->text);
  g_free (kept->path);
  g_free (kept);
}

/* --- finding --- */

/* Bytes of a hit that is not packed as gatherers do it could lead anywhere. */
static gboolean
is_whole (const Gathered *page)
{
  const guint8 *at = page->hits.bytes, *end = at + page->hits.length;
  guint n_words = words_count (page->terms->words);
  Hit hit;

  for (guint i = 0; i < page->hits.n; i++) {
    gssize n = 0;
    while (n < PACKED_NUMBER && at + n < end && at[n] & 0x80)
      n++;
    if (n == PACKED_NUMBER || end - at <= n || (*at & 2 && end - at < n + 3))
      return FALSE;
    at = hit_unpack (at, &hit);
    if ((hit.term & ~HIT_PAIR) >= (hit.term & HIT_PAIR ? page->terms->n_pairs : n_words))
      return FALSE;
  }
  return at == end;
}

const Gathered *
kept_find (const Kept *kept, const Digest *page)
{
  const Gathered *found = g_hash_table_lookup (kept->pages, page);
  return found && is_whole (found) ? found : NULL;
}

/* --- writing --- */

static gboolean
is_kept (const Kept *kept, const Terms *terms)
{
  return g_ptr_array_find (kept->words, terms->words, NULL);
}

static gsize
page_length (const Gathered *page)
{
  return sizeof (PageHead) + page->hits.length + page->shown_length;
}

/* The body of a part on its way to the file: it has a fingerprint when it is there, and is nowhere
 * else, for it may be as large as the site. */
typedef struct {
  FILE *file;
  guint64 length;
  DigestState digest;
} BodyWriter;

static void
write_piece (BodyWriter *body, gconstpointer bytes, gsize length)
{
  fwrite (bytes, 1, length, body->file);
  digest_add (&body->digest, bytes, length);
  body->length += length;
}

static void
write_page (BodyWriter *body, const Digest *key, const Gathered *page)
{
  PageHead head;

  memset (&head, 0, sizeof head);
  head.key = *key;
  head.size = page->size;
  head.n_hits = page->hits.n;
  head.hits_length = page->hits.length;
  head.shown_length = page->shown_length;
  write_piece (body, &head, sizeof head);
  write_piece (body, page->hits.bytes, page->hits.length);
  write_piece (body, page->shown, page->shown_length);
}

static void
write_terms (BodyWriter *body, const Terms *terms)
{
  for (guint i = 0; i < words_count (terms->words); i++) {
    const FoldedWord *word = words_get (terms->words, i);
    write_piece (body, &word->code, 1);
    write_piece (body, word->fold, strlen (word->fold) + 1);
  }
  write_piece (body, terms->pairs, terms->n_pairs * sizeof (WordPair));
}

/* The pages with these terms. The head is written when all of it is known, in front. */
static gboolean
write_part (FILE *file, const Terms *terms, const Digest *keys, const Gathered *pages,
            guint n_pages)
{
  long start = ftell (file);
  BodyWriter body = { .file = file };
  PartHead head;

  memset (&head, 0, sizeof head);
  digest_start (&body.digest);
  fwrite (&head, sizeof head, 1, file);
  write_terms (&body, terms);
  for (guint i = 0; i < n_pages; i++)
    if (pages[i].terms == terms) {
      write_page (&body, &keys[i], &pages[i]);
      head.n_pages++;
    }
  head.length = body.length;
  head.digest = digest_finish (&body.digest);
  head.n_words = words_count (terms->words);
  head.n_pairs = terms->n_pairs;
  long end = ftell (file);
  return !ferror (file) && fseek (file, start, SEEK_SET) == 0
         && fwrite (&head, sizeof head, 1, file) == 1 && fseek (file, end, SEEK_SET) == 0;
}

static gboolean
write_parts (const Kept *kept, const GPtrArray *fresh, const Digest *keys, const Gathered *pages,
             guint n_pages)
{
  FILE *file = fopen (kept->path, kept->length > 0 ? "r+be" : "wbe");

  if (file == NULL)
    return FALSE;
  setvbuf (file, NULL, _IOFBF, 1 << 18);
  gboolean is_good = kept->length > 0 ? fseek (file, (long) kept->length, SEEK_SET) == 0
                                      : fwrite (MAGIC, MAGIC_LENGTH, 1, file) == 1
                                          && fwrite (&kept->key, sizeof kept->key, 1, file) == 1;
  for (guint i = 0; is_good && i < fresh->len; i++)
    is_good = write_part (file, fresh->pdata[i], keys, pages, n_pages);
  return fclose (file) == 0 && is_good;
}

/* Terms of pages that were not kept yet; `useful` becomes the bytes of those that were. */
static GPtrArray *
find_fresh (const Kept *kept, const Gathered *pages, guint n_pages, gsize *useful)
{
  GPtrArray *fresh = g_ptr_array_new ();

  *useful = 0;
  for (guint i = 0; i < n_pages; i++) {
    if (is_kept (kept, pages[i].terms))
      *useful += page_length (&pages[i]);
    else if (!g_ptr_array_find (fresh, pages[i].terms, NULL))
      g_ptr_array_add (fresh, (gpointer) pages[i].terms);
  }
  return fresh;
}

void
kept_write (Kept *kept, const Digest *keys, const Gathered *pages, guint n_pages)
{
  gsize useful;

  if (kept->path == NULL)
    return;
  g_autoptr (GPtrArray) fresh = find_fresh (kept, pages, n_pages, &useful);
  gboolean is_spent =
    kept->words->len + fresh->len > MOST_PARTS || kept->length > 2 * useful + MOST_WASTE;
  if (is_spent || (fresh->len > 0 && !write_parts (kept, fresh, keys, pages, n_pages)))
    remove (kept->path);
}
