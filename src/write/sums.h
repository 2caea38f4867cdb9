/* SPDX-License-Identifier: MIT */
/* SHA256SUMS, as sha256sum(1) writes and reads it: what a copy of a site is held against. */
#pragma once

#include <glib.h>

#define SUMS_FILE "SHA256SUMS"

/* Appends the line of one file; a name with a line end or a backslash in it is escaped. */
void sums_add (GString *sums, const char *name, const char *hex);
/* Name → 64 hexadecimal digits, both owned; NULL, with the line (from 1) at fault, when it is no
 * such file, or names a file outside the folder it stands in. Caller unrefs. */
GHashTable *sums_read (const char *text, gsize length, guint *line);
