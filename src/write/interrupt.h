/* SPDX-License-Identifier: MIT */
/* Whether the user wants the program to stop.
 *
 * The first Ctrl-C (or SIGTERM) asks it to stop where it can leave things whole; the second ends it
 * at once, because whoever presses it again has waited long enough, and the site survives being
 * killed anyway. */
#pragma once

#include <glib.h>

/* Catches SIGINT and SIGTERM from now on. From the main thread, once. */
void interrupt_catch_signals (void);
/* As the first of them does. Async-signal-safe. */
void interrupt_request (void);
/* Whether one has come. From any thread; it never turns back to FALSE. */
gboolean interrupt_is_requested (void);
