/* SPDX-License-Identifier: MIT */
/* The finished site, from memory to disk: all of it or nothing, and only what changed.
 *
 * A build goes to a tree of its own beside `out`, in the hidden folder `.out.loa`, where unchanged
 * files are hard links to those of `out`; one rename then exchanges the two. Whoever kills loa, at
 * whatever moment, finds the old site or the new one. Files in `out` that loa did not write stay
 * where they are. What loa wrote is listed in `out/.loa-manifest` (the same bytes for the same
 * site); what makes the next build fast is in `.out.loa/stamps`, and losing it costs time only.
 *
 *     writer_open → writer_is_current? → writer_plan → for each output, from any thread:
 *     writer_reuse or else writer_put / writer_copy / writer_keep → writer_commit → writer_free
 *
 * A run that writer_interrupt() stopped leaves what it had made in `.out.loa/begun`, and the next
 * one goes on with it.
 *
 * There is no fsync: this is about killed programs and full disks, not about power cuts. */
#pragma once

#include "base/digest.h"

typedef struct Writer Writer;

#define WRITER_ERROR writer_error_quark ()
GQuark writer_error_quark (void);

/* By who must act. The message is one sentence or, for clashes, a list; it names the paths. */
typedef enum {
  WRITER_ERROR_SYSTEM,      /* the disk, permissions, another loa at work on the same folder */
  WRITER_ERROR_FOLDER,      /* `out` cannot be the folder of a site: name another one */
  WRITER_ERROR_CLASH,       /* two outputs, or an output and a file that loa did not write */
  WRITER_ERROR_INTERRUPTED, /* writer_interrupt() was called */
} WriterError;

typedef struct {
  const char *out;  /* the folder of the site; need not exist, nor its parents */
  const char *site; /* the folder inputs are relative to; `out` may not be or hold it. NULL: none */
  const char *const
    *sources;       /* folders that `out` may not be, hold or lie in; NULL-terminated. NULL: none */
  guint n_threads;  /* as in parallel_for() */
  gboolean force;   /* replace files that loa did not write where an output has to go */
  gboolean dry_run; /* write nothing at all, only count */
} WriterOptions;

/* What a build depends on besides its inputs. */
typedef struct {
  const char *settings; /* options, program version …: one text that is compared as a whole */
  gint64 now;           /* the moment the site is built for, in seconds */
  gint64 until; /* the first later moment at which the same inputs give another site; G_MAXINT64:
                   never */
} WriterRun;

typedef struct {
  guint n_written; /* files that are new or have other bytes than before */
  guint n_kept;    /* files that stay as they were */
  guint n_removed; /* files of earlier builds that no longer belong */
  guint n_pages;   /* files of the site that end in .html */
  guint64 n_bytes; /* of all files of the site */
} WriterCounts;

/* Locks `out` against other builds and cleans up what a killed one left. Ignores SIGXFSZ from then
 * on, so that a file-size limit is an error like a full disk. The options are read now. */
Writer *writer_open (const WriterOptions *options, GError **error);

/* Whether the last build was made by the same settings, for a moment at which it still holds, from
 * the same inputs (by size, times and inode; inputs too young to be told apart do not count as the
 * same), and its outputs are as they were left. Then there is nothing to do but writer_free(), and
 * `counts` says what there is. `run->until` is not looked at. */
gboolean writer_is_current (Writer *writer, const WriterRun *run, WriterCounts *counts);

/* A file or folder the build read or looked for, relative to the site or absolute; one that does
 * not exist counts too. A folder stands for the names in it. Do not name the folder that holds
 * `out`. From one thread, any time before writer_commit(). Copies. */
void writer_add_input (Writer *writer, const char *path);

/* Says which paths, relative to `out`, make up the site, in any order; `paths` is borrowed until
 * writer_free(). Everything below is by index into it. Fails with all clashes in one message. */
gboolean writer_plan (Writer *writer, const char *const *paths, guint n_paths, GError **error);

/* For each output exactly one of these succeeds. From any thread; the order does not matter.
 * `key` is a fingerprint of everything the output is made from. */

/* TRUE when the file of the last build, or of a run that was interrupted, is intact and has the
 * same key: all is done. */
gboolean writer_reuse (Writer *writer, guint index, const Digest *key);
/* These bytes; a file that has them already stays. */
gboolean writer_put (Writer *writer, guint index, const Digest *key, const char *bytes,
                     gsize length, GError **error);
/* The bytes of the file `source_path` (relative to the current folder). */
gboolean writer_copy (Writer *writer, guint index, const char *source_path, GError **error);
/* What is there, if there is something: for outputs this run was not asked to make. */
void writer_keep (Writer *writer, guint index);

/* Makes the site what was planned and put. On failure the old one stays. */
gboolean writer_commit (Writer *writer, const WriterRun *run, WriterCounts *counts, GError **error);

typedef enum {
  WRITER_FATE_NONE, /* not settled yet, or kept and not there */
  WRITER_FATE_KEPT,
  WRITER_FATE_CHANGED,
  WRITER_FATE_ADDED,
} WriterFate;

/* For listings. After writer_commit(), dry or not, every fate is known. */
WriterFate writer_fate (const Writer *writer, guint index);
/* Paths that no longer belong (char *, sorted); known after writer_plan(). */
const GPtrArray *writer_removed (const Writer *writer);
/* Sentences about what the user should know, such as a changed file that was kept (char *). */
const GPtrArray *writer_warnings (const Writer *writer);

/* Without a successful commit: the old site stays and nothing of the new one is left, but for what
 * an interrupted run had made. NULL is fine. */
void writer_free (Writer *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writer, writer_free)

/* For handlers of SIGINT and SIGTERM (async-signal-safe): every writer of the process fails as soon
 * as it can. A commit that has already exchanged the sites runs to its end. */
void writer_interrupt (void);
gboolean writer_is_interrupted (void);
