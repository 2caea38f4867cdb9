/* SPDX-License-Identifier: MIT */
/* Blocks that double in size, from what one document needs to 64 KiB: an arena of a thousand
 * documents has few of them, and one document does not take a whole one. What is larger has a block
 * of its own, and is given back when the arena is cleared; the newest block stays, for workers
 * clear theirs after each document. Single pieces cannot be freed, and nobody asks which there are:
 * a record and all it points to have one life. */
#include "base/arena.h"

#include <string.h>

#define ALIGNMENT   8    /* of pointers, numbers and doubles; nothing wider is kept in one */
#define FIRST_BLOCK 1520 /* with its header and malloc's: 1.5 KiB, enough for most documents */
#define LARGE_BLOCK 65536

typedef struct Block Block;
struct Block {
  Block *next;
  gsize used, size;
  _Alignas(ALIGNMENT) char bytes[];
};

struct Arena {
  Block *blocks; /* the newest first */
};

Arena *
arena_new (void)
{
  return g_new0 (Arena, 1);
}

static void
free_blocks (Arena *arena)
{
  for (Block *block = arena->blocks, *next; block; block = next) {
    next = block->next;
    g_free (block);
  }
}

void
arena_free (Arena *arena)
{
  if (arena == NULL)
    return;
  free_blocks (arena);
  g_free (arena);
}

void
arena_clear (Arena *arena)
{
  Block *kept = arena->blocks && arena->blocks->size <= LARGE_BLOCK ? arena->blocks : NULL;

  if (kept)
    arena->blocks = kept->next;
  free_blocks (arena);
  arena->blocks = kept;
  if (kept) {
    kept->next = NULL;
    kept->used = 0;
  }
}

static Block *
arena_grow (Arena *arena, gsize least)
{
  gsize size = arena->blocks ? MIN (arena->blocks->size * 2, LARGE_BLOCK) : FIRST_BLOCK;
  size = MAX (size, least);
  Block *block = g_malloc (sizeof (Block) + size);
  block->size = size;
  block->next = arena->blocks;
  arena->blocks = block;
  return block;
}

static gpointer
take (Arena *arena, gsize size, gsize alignment)
{
  Block *block = arena->blocks;
  gsize start = block ? (block->used + alignment - 1) & ~(alignment - 1) : 0;

  if (block == NULL || start + size > block->size) {
    block = arena_grow (arena, size);
    start = 0;
  }
  block->used = start + size;
  return block->bytes + start;
}

gpointer
arena_alloc (Arena *arena, gsize size)
{
  return memset (take (arena, size, ALIGNMENT), 0, size);
}

gpointer
arena_alloc_raw (Arena *arena, gsize size)
{
  return take (arena, size, ALIGNMENT);
}

char *
arena_copy_n (Arena *arena, const char *text, gsize length)
{
  char *copy = take (arena, length + 1, 1);
  if (length > 0)
    memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

char *
arena_copy (Arena *arena, const char *text)
{
  return text ? arena_copy_n (arena, text, strlen (text)) : NULL;
}

char *
arena_printf (Arena *arena, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  return arena_copy (arena, text);
}

gpointer
arena_array (Arena *arena, const GArray *array)
{
  gsize bytes = (gsize) array->len * g_array_get_element_size ((GArray *) array);
  gpointer copy = arena_alloc_raw (arena, MAX (bytes, 1));

  /* An array that was never filled has no data, and memcpy() takes no NULL. */
  return bytes > 0 ? memcpy (copy, array->data, bytes) : copy;
}

const char *const *
arena_list (Arena *arena, const char *const *texts, guint n)
{
  const char **list = arena_alloc (arena, (n + 1) * sizeof *list);
  if (n > 0)
    memcpy (list, texts, n * sizeof *list);
  return list;
}
