/* SPDX-License-Identifier: MIT */
/* What went wrong on the disk, said so that an officer knows what to do. */
#pragma once

#include <glib.h>

#define WRITER_ERROR writer_error_quark ()
/* The domain of the errors below. */
GQuark writer_error_quark (void);

/* By who must act. The message is one sentence or, for clashes, a list; it names the paths. */
typedef enum {
  WRITER_ERROR_SYSTEM,      /* the disk, permissions, another loa at work on the same folder */
  WRITER_ERROR_FOLDER,      /* `out` cannot be the folder of a site: name another one */
  WRITER_ERROR_CLASH,       /* two outputs of one name, or files that loa did not write */
  WRITER_ERROR_INTERRUPTED, /* interrupt_request() was called */
} WriterError;

/* Sets a WRITER_ERROR_SYSTEM: the sentence begun by `format`, the reason of the errno value `code`,
 * and what to do about it; or, for ECANCELED, a WRITER_ERROR_INTERRUPTED. Always returns FALSE.
 * `code` is an argument because making the other arguments may change errno. */
gboolean failure_set (GError **error, int code, const char *format, ...) G_GNUC_PRINTF (3, 4);
/* WRITER_ERROR_FOLDER with exactly this message. Always returns FALSE. */
gboolean failure_set_folder (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* WRITER_ERROR_INTERRUPTED. Always returns FALSE. */
gboolean failure_set_interrupted (GError **error);
/* WRITER_ERROR_CLASH: `heading`, the first `FAILURE_MOST_LISTED` of `lines` (char *) below it, how
 * many more there are, and `advice`. Always returns FALSE. */
gboolean failure_set_clashes (GError **error, const char *heading, const GPtrArray *lines,
                              const char *advice);
#define FAILURE_MOST_LISTED 20
/* The lines as above, each on one of its own. Caller frees. */
char *failure_list (const GPtrArray *lines);
