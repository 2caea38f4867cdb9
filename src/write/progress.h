/* SPDX-License-Identifier: MIT */
/* How far a long piece of work has come, and how long the rest will take, in one line on the
 * terminal of the user.
 *
 * The line is redrawn at most ten times a second and wiped at the end. Where standard error is not
 * a terminal nothing is ever printed. */
#pragma once

#include <glib.h>

typedef struct Progress Progress;

/* `label` says what is being done ("writing pages"); it is copied. */
Progress *progress_new (const char *label, guint total);
/* One more is begun: `what` (a path), or NULL where it has no name; from any thread. NULL for
 * `progress` is fine. */
void progress_step (Progress *progress, const char *what);
/* Wipes the line. Print nothing to standard error before this. NULL is fine. */
void progress_free (Progress *progress);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Progress, progress_free)

typedef struct {
  const char *label;
  guint done, total;
  guint seconds_left; /* 0: not known, or next to nothing */
  const char *what;   /* is being made; or NULL */
} ProgressState;

/* The line for `state` in at most `width` columns, without a line end; for the tests and for
 * progress_step(). What there is no room for goes: first the name, then the bar, then the time.
 * Caller frees. */
char *progress_line (const ProgressState *state, guint width);
