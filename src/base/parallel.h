/* SPDX-License-Identifier: MIT */
/* Work that falls into independent pieces, done on several threads. */
#pragma once

#include "base/report.h"

/* Does piece `index` of the work. Called from any thread; what it shares with other pieces is
 * constant, except `report`, which is its thread's own. */
typedef void (*ParallelPiece) (guint index, gpointer data, Report *report);

/* Does the pieces 0 … n-1 on `n_threads` threads (0: one per processor) and returns when all are
 * done; reports are joined into `report`. Pieces are begun in order. */
void parallel_for (guint n, guint n_threads, ParallelPiece piece, gpointer data, Report *report);
