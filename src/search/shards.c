/* SPDX-License-Identifier: MIT */
#include "search/shards.h"

#include "base/arena.h"

#include <string.h>

#define BASE        45
#define FIRST_DIGIT '#'
/* Bytes of an entry besides what belongs to it, about. */
#define KEY_BYTES 4

typedef struct {
  const char *key;
  gsize start, length; /* of what belongs to it */
} ShardEntry;

typedef struct {
  guint from, to; /* entries */
  const char *first;
} Shard;

struct Shards {
  Arena *arena;
  GArray *entries; /* ShardEntry */
  GString *text;
  GArray *files; /* Shard */
};

static void
add_digit (GString *out, guint digit)
{
  char c = (char) (FIRST_DIGIT + digit);
  g_string_append_c (out, c >= '\\' ? (char) (c + 1) : c);
}

void
shards_add_number (GString *out, guint value)
{
  for (; value >= BASE; value /= BASE)
    add_digit (out, BASE + value % BASE);
  add_digit (out, value);
}

Shards *
shards_new (void)
{
  Shards *shards = g_new (Shards, 1);

  shards->arena = arena_new ();
  shards->entries = g_array_new (FALSE, FALSE, sizeof (ShardEntry));
  shards->text = g_string_new (NULL);
  shards->files = g_array_new (FALSE, FALSE, sizeof (Shard));
  return shards;
}

void
shards_free (Shards *shards)
{
  if (shards == NULL)
    return;
  arena_free (shards->arena);
  g_array_unref (shards->entries);
  g_string_free (shards->text, TRUE);
  g_array_unref (shards->files);
  g_free (shards);
}

static const ShardEntry *
entry_at (const Shards *shards, guint index)
{
  return &g_array_index (shards->entries, ShardEntry, index);
}

static void
end_entry (Shards *shards)
{
  if (shards->entries->len > 0) {
    ShardEntry *last = &g_array_index (shards->entries, ShardEntry, shards->entries->len - 1);
    last->length = shards->text->len - last->start;
  }
}

void
shards_add (Shards *shards, const char *key)
{
  end_entry (shards);
  ShardEntry entry = { arena_copy (shards->arena, key), shards->text->len, 0 };
  g_array_append_val (shards->entries, entry);
}

GString *
shards_text (Shards *shards)
{
  return shards->text;
}

/* Bytes both begin with; a character is not parted. */
static gsize
shared (const char *one, const char *other)
{
  gsize n = 0;

  while (one[n] && one[n] == other[n])
    n++;
  while (n > 0 && ((guchar) one[n] & 0xc0) == 0x80)
    n--;
  return n;
}

/* As a browser counts them. */
static guint
letters (const char *text, gsize bytes)
{
  return (guint) g_utf8_strlen (text, (gssize) bytes);
}

static gsize
entry_bytes (const Shards *shards, guint index)
{
  return entry_at (shards, index)->length + KEY_BYTES;
}

static void
cut (Shards *shards, guint from, guint to)
{
  const char *key = entry_at (shards, from)->key;
  const char *first = "";

  if (from > 0) {
    gsize n = shared (entry_at (shards, from - 1)->key, key);
    first = arena_copy_n (shards->arena, key, (gsize) (g_utf8_next_char (key + n) - key));
  }
  Shard file = { from, to, first };
  g_array_append_val (shards->files, file);
}

/* Each file ends at a mark of its own, and marks are as far apart as files ought to be large: an
 * entry that is larger takes the place of several. */
void
shards_cut (Shards *shards, guint most)
{
  guint from = 0;
  gsize size = 0, total = 0;

  end_entry (shards);
  for (guint i = 0; i < shards->entries->len; i++)
    total += entry_bytes (shards, i);
  gsize apart = total / most + 1, mark = apart;
  for (guint i = 0; i < shards->entries->len; i++) {
    if (i > from && size + entry_bytes (shards, i) / 2 > mark) {
      cut (shards, from, i);
      from = i;
      mark = MAX (mark, size / apart * apart) + apart;
    }
    size += entry_bytes (shards, i);
  }
  if (from < shards->entries->len)
    cut (shards, from, shards->entries->len);
}

guint
shards_count (const Shards *shards)
{
  return shards->files->len;
}

const char *
shards_first (const Shards *shards, guint file)
{
  return g_array_index (shards->files, Shard, file).first;
}

static void
write_key (const char *before, const char *key, GString *out)
{
  gsize n = MIN (shared (before, key), 200);

  shards_add_number (out, letters (key, n));
  g_string_append (out, key + n);
}

void
shards_write (const Shards *shards, guint file, GString *out)
{
  const Shard *shard = &g_array_index (shards->files, Shard, file);
  const char *before = "";

  for (guint i = shard->from; i < shard->to; i++) {
    const ShardEntry *entry = entry_at (shards, i);
    write_key (before, entry->key, out);
    g_string_append_c (out, '!');
    g_string_append_len (out, shards->text->str + entry->start, (gssize) entry->length);
    g_string_append_c (out, '~');
    before = entry->key;
  }
}

void
shards_write_firsts (const Shards *shards, GString *out)
{
  const char *before = "";

  for (guint i = 0; i < shards->files->len; i++) {
    const char *first = shards_first (shards, i);
    write_key (before, first, out);
    g_string_append_c (out, '~');
    before = first;
  }
}
