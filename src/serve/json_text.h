/* SPDX-License-Identifier: MIT */
/* Pieces of JSON, for those who write it as a text. */
#pragma once

#include <glib.h>

/* Appends `text` in quotation marks; NULL is null. Nothing in it ends a script or a comment of HTML
 * around it. */
void json_text (GString *out, const char *text);
/* Appends `"name":`, behind a comma unless it is the first of its map. */
void json_name (GString *out, const char *name);
/* The same with a text behind it. */
void json_member (GString *out, const char *name, const char *text);
/* The same with a number, which may be a truth value. */
void json_number (GString *out, const char *name, gint64 number);
