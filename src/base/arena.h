/* SPDX-License-Identifier: MIT */
/* Memory that is freed in one piece: everything a model record points to lives in one arena. */
#pragma once

#include <glib.h>

typedef struct Arena Arena;

Arena *arena_new (void);
void arena_free (Arena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Arena, arena_free)

/* Frees all that is in it, but keeps room for what comes next. */
void arena_clear (Arena *arena);

/* Zeroed, aligned for any type. */
gpointer arena_alloc (Arena *arena, gsize size);
/* Aligned, with anything in it. */
gpointer arena_alloc_raw (Arena *arena, gsize size);
char *arena_copy (Arena *arena, const char *text); /* NULL gives NULL */
char *arena_copy_n (Arena *arena, const char *text, gsize length);
char *arena_printf (Arena *arena, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* A NULL-terminated copy of the first `n` texts; the texts themselves are not copied. */
const char *const *arena_list (Arena *arena, const char *const *texts, guint n);
