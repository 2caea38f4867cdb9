/* SPDX-License-Identifier: MIT */
/* Memory that is freed in one piece: everything a model record points to lives in one arena. */
#pragma once

#include <glib.h>

typedef struct Arena Arena;

/* An empty one, for one thread at a time. */
Arena *arena_new (void);
/* With all that is in it. NULL is allowed. */
void arena_free (Arena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Arena, arena_free)

/* Frees all that is in it, but keeps room for what comes next. */
void arena_clear (Arena *arena);

/* Zeroed, aligned for pointers and doubles. */
gpointer arena_alloc (Arena *arena, gsize size);
/* Aligned, with anything in it. */
gpointer arena_alloc_raw (Arena *arena, gsize size);
/* The elements of `array`; of an empty one, something to point to. */
gpointer arena_array (Arena *arena, const GArray *array);
/* What these return belongs to the arena and ends in NUL. */
char *arena_copy (Arena *arena, const char *text); /* NULL gives NULL */
/* The first `length` bytes, which need no NUL behind them; NULL for none is fine. */
char *arena_copy_n (Arena *arena, const char *text, gsize length);
/* As printf() has it, of any length. */
char *arena_printf (Arena *arena, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* A NULL-terminated copy of the first `n` texts; the texts themselves are not copied. */
const char *const *arena_list (Arena *arena, const char *const *texts, guint n);
