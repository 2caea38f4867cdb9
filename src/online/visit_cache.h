/* SPDX-License-Identifier: MIT */
/* What was found at addresses of others, and when: one text file in the cache folder of the user.
 * What was good is asked again after a week, what was not after an hour. Losing it costs time only;
 * a line that is none is as if it were not there. */
#pragma once

#include "online/visit.h"

typedef struct VisitCache VisitCache;

/* Reads `path`, if it is there. Caller frees. */
VisitCache *visit_cache_new (const char *path);
void visit_cache_free (VisitCache *cache); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VisitCache, visit_cache_free)

/* FALSE when nothing is known of `url`, or not since `now`, in seconds, that it still holds. */
gboolean visit_cache_find (const VisitCache *cache, const char *url, gint64 now, Visit *visit);
/* Remembers it; any thread. */
void visit_cache_add (VisitCache *cache, const char *url, gint64 now, Visit visit);
/* Writes it, whole or not at all. FALSE when that fails, which costs time only. */
gboolean visit_cache_write (VisitCache *cache);
