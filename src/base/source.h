/* SPDX-License-Identifier: MIT */
/* A named text, and where in it something stands.
 *
 * Everything loa reads (a bulletin, a template, a table) is a Source while it is being looked at,
 * so that every fault found in it can be shown as file:line:col with the line itself. */
#pragma once

#include <glib.h>

typedef struct {
  const char *path; /* as shown to people: relative to the site, or "-" for standard input */
  const char *text; /* UTF-8 in normalisation form C; text[length] == '\0' */
  gsize length;     /* bytes */
} Source;

/* A place in a source. Both count from 1; line 0 is the file as a whole, column 0 the whole line.
 * Columns count characters (code points), not bytes. */
typedef struct {
  guint line;
  guint col;
} Place;

/* The place of byte `offset`; an offset past the end is the end. Linear in `offset`. */
Place source_place (const Source *source, gsize offset);

/* Line `line` without its line end, or NULL when there is no such line. Caller frees. */
char *source_line (const Source *source, guint line);

/* Reads the file `path`, shown to people as `shown`. The text must be UTF-8 without NUL; a byte
 * order mark is dropped, CRLF and CR become LF and decomposed letters (as some keyboards type them)
 * become composed ones. On failure returns NULL with `error` set: G_FILE_ERROR when it cannot be
 * read, G_CONVERT_ERROR when it is not UTF-8 text (the message names the line). */
Source *source_read (const char *path, const char *shown, GError **error);
/* The same for a file of a site, which nobody has looked at yet: a link, a FIFO or a device is told
 * (G_FILE_ERROR_INVAL) and not opened for reading, because it would lead out of the site or wait
 * for ever. */
Source *source_read_regular (const char *path, const char *shown, GError **error);
/* What is said of such a thing; to be translated. */
extern const char source_not_regular[];
/* The same for bytes that are in memory already, with a NUL after them; they are taken. */
Source *source_clean (const char *shown, char *bytes_take, gsize length, GError **error);

/* A source that owns copies of its path and text. */
Source *source_new (const char *shown, const char *text, gssize length);
/* The same, keeping `text_take`, which is known to be good and ends in NUL. */
Source *source_new_take (const char *shown, char *text_take, gsize length);
/* NULL is allowed. */
void source_free (Source *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Source, source_free)
