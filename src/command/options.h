/* SPDX-License-Identifier: MIT */
/* Command lines: GOption, with our usage texts and exit status. */
#pragma once

#include "base/date.h"

#include <glib.h>

/* Parses the options of a command. `summary` is the line "loa fill TEMPLATE DATA" shows after the
 * name, `about` a sentence. Positional arguments stay in argv[1…]; between `least` and `most` of
 * them are allowed, and `argc` counts them and the name. Returns FALSE after printing what is wrong
 * and how to get help; prints the help itself and exits for --help. */
gboolean options_parse (const GOptionEntry *entries, const char *summary, const char *about,
                        int least, int most, int *argc, char ***argv);

/* The moment that --now names, "2026-03-05 05:30" in Vietnam; that of the clock for NULL. FALSE
 * after printing that it is none. */
gboolean options_parse_now (const char *text, Moment *now);
/* The threads that --jobs asks for; 0: one per processor. FALSE after printing that there cannot be
 * so many. */
gboolean options_check_threads (int n_threads);

/* Writes out what is left for standard output. `status`, or EXIT_SYSTEM after saying so when some
 * of it could not be written: a full disk is no success. The last thing a program does. */
int output_end (int status);

/* Prints "loa: message" and a line end to standard error. */
void complain (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* Prints why a site could not be loaded; returns the exit status that goes with it. */
int complain_site (const GError *error);
