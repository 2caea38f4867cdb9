/* SPDX-License-Identifier: MIT */
/* Things that are costly to make and that one thread uses at a time, for as many threads as ask.
 * Each thread gets back what it had: it is warm, and its memory is near. */
#pragma once

#include <glib.h>

typedef struct Pool Pool;

/* An empty one; `free_item` frees what it holds in the end. */
Pool *pool_new (GDestroyNotify free_item);
/* With all that was given back; what is still borrowed is not its own. */
void pool_free (Pool *pool);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pool, pool_free)

/* One that nobody else has, or NULL when there is none: then make one. From any thread. */
gpointer pool_borrow (Pool *pool);
/* From now on it is the pool's. */
void pool_give_back (Pool *pool, gpointer item);
