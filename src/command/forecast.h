/* SPDX-License-Identifier: MIT */
/* How much a build is going to write, told from what is known of it: the last build, and the first
 * kit of each document, since those of other offices differ in a letterhead. */
#pragma once

#include "plan/plan.h"

/* An output, as far as it is known. */
typedef struct {
  guint64 size;      /* bytes */
  gboolean is_known; /* was made in this run or the last one; else the size is not looked at */
  gboolean is_there; /* needs no more room */
} Forecast;

/* Bytes still to be written; `outputs` are those of the plan, in its order. */
guint64 forecast_bytes (const Plan *plan, const Forecast *outputs);

/* Indices (guint) of the jobs: those that tell most first, `*n_first` becomes how many, then the
 * one that takes longest. Caller unrefs. */
GArray *forecast_order (const Plan *plan, guint *n_first);
