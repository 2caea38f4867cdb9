/* SPDX-License-Identifier: MIT */
/* Kinds of files that may be published as they are: known by the ending of the name *and* by the
 * first bytes. */
#pragma once

#include <glib.h>

/* TRUE of a file in static/ of the site, or of its theme: who made them made the site. */
gboolean file_is_static (const char *path);
/* Its path within that folder, in `path`; NULL of any other file. */
const char *file_within_static (const char *path);

/* How many bytes of a file tell its kind. */
#define FILE_KIND_BYTES 1024

typedef enum {
  FILE_KIND_GOOD,
  FILE_KIND_UNKNOWN, /* its ending is not on the list */
  FILE_KIND_STATIC,  /* allowed in static/ alone */
  FILE_KIND_PROGRAM, /* a program, a script or a document with macros: never */
  FILE_KIND_OTHER,   /* the bytes are not what the ending says */
} FileKindVerdict;

/* Judges the file `path` ("static/a.pdf") whose first bytes these are. `widened`, NULL-terminated
 * or NULL, are endings the site allows besides ("dwg"). */
FileKindVerdict file_kind_judge (const char *path, const char *bytes, gsize length,
                                 const char *const *widened);
/* TRUE when a file that passed is one that browsers or servers follow (HTML, scripts, styles,
 * .htaccess): part of the site itself, and nothing to take from somebody who is not trusted. */
gboolean file_kind_is_raw (const char *path);

/* The ending of `path` in small letters without its dot, or empty: "pdf". Caller frees. */
char *file_kind_ending (const char *path);
/* What is added to the name of a file in its address: ".jpg" for pictures few browsers show, which
 * are published as JPEG; "" else. */
const char *file_kind_added_ending (const char *path);

/* TRUE for endings of what runs on somebody's machine, or on the server: "exe", "docm", "php". */
gboolean file_kind_is_program (const char *ending);
/* TRUE when the bytes begin a ZIP archive, which documents of Office are, too. */
gboolean file_kind_is_zip (const char *bytes, gsize length);
/* TRUE when the bytes begin a document of Office before 2007. */
gboolean file_kind_is_ole (const char *bytes, gsize length);
