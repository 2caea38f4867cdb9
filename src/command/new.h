/* SPDX-License-Identifier: MIT */
/* Inside command/: what both kinds of `loa new` share. */
#pragma once

#include "model/locality_search.h"

#include <glib.h>

/* A line of the user's, when standard input is a terminal; NULL when it is none, or there is no
 * more. Caller frees. */
char *new_ask (const char *question);

/* Prints which units `found` has, with codes and the units they belong to, to standard error. */
void new_print_localities (const LocalityTable *table, const GPtrArray *found, Date date);

/* Writes a file that is not there yet, with its folders. FALSE with `error` set, and
 * G_FILE_ERROR_EXIST when there is one. */
gboolean new_write (const char *path, const char *text, GError **error);

/* loa new site FOLDER */
int new_site (const char *folder, const char *title, const char *office, const char *localities);
