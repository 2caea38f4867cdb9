/* SPDX-License-Identifier: MIT */
/* How far a long piece of work has come, in one line on the terminal of the user.
 *
 * The line is redrawn at most ten times a second and wiped at the end. Where standard error is not
 * a terminal nothing is ever printed. */
#pragma once

#include <glib.h>

typedef struct Progress Progress;

/* `label` says what is being done ("writing pages"); it is copied. */
Progress *progress_new (const char *label, guint total);
/* One more is done; from any thread. NULL is fine. */
void progress_step (Progress *progress);
/* Wipes the line. Print nothing to standard error before this. NULL is fine. */
void progress_free (Progress *progress);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Progress, progress_free)

/* The line for `done` of `total` in at most `width` columns, without a line end; for the tests and
 * for progress_step(). Caller frees. */
char *progress_line (const char *label, guint done, guint total, guint width);
