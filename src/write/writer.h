/* SPDX-License-Identifier: MIT */
/* The finished site, from memory to disk: all of it or nothing, and only what changed.
 *
 * A build goes to a tree of its own beside `out`, in the work folder `.out.loa`, where unchanged
 * files are hard links to those of `out`; one rename then exchanges the two (write/swap.h). Whoever
 * kills loa, or cuts the power, at whatever moment, finds the old site or the new one. What loa
 * wrote is listed in `out/.loa-manifest` (the same bytes for the same site); what makes the next
 * build fast, and what was said in this one, is in `.out.loa/stat-cache`, and losing it costs time
 * only. Files in `out` that loa did not write are an error, because the folder is replaced as a
 * whole: a site has them in static/, or names them as to be kept.
 *
 *     writer_open → writer_is_current? → writer_plan → for each output, from any thread:
 *     writer_reuse or else writer_put / writer_copy / writer_keep → writer_commit → writer_free
 *
 * The simpler way, to write into `out` file by file, each renamed over the old one, mixes two sites
 * for as long as a build takes, and for good when it is killed. */
#pragma once

#include "base/digest.h"
#include "write/failure.h"
#include "write/outcome.h"

typedef struct Writer Writer;

typedef struct {
  const char *out;  /* the folder of the site; need not exist, nor its parents */
  const char *site; /* the folder inputs are relative to; `out` may not be or hold it. NULL: none */
  const char *const
    *sources;       /* folders that `out` may not be, hold or lie in; NULL-terminated. NULL: none */
  guint n_threads;  /* as in parallel_for() */
  gboolean force;   /* leave behind files that loa did not write */
  gboolean dry_run; /* write nothing at all, only count */
  gboolean no_sync; /* do not wait for the disk: a power cut may then cost the site */
} WriterOptions;

/* What a build depends on besides its inputs. */
typedef struct {
  const char *settings; /* options, program version …: one text that is compared as a whole */
  const char *language; /* of the notes: those of another language are not given back */
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
 * on, so that a file-size limit is an error like a full disk. The options are read now. NULL with
 * WRITER_ERROR_FOLDER or _SYSTEM. */
Writer *writer_open (const WriterOptions *options, GError **error);

/* The work folder, where what makes the next build fast may be kept; NULL when dry. Caller frees.
 */
char *writer_work_folder (const Writer *writer);

/* What changed at this moment or later may have changed again after it was read, within the same
 * tick of the clock; nanoseconds since 1970. */
gint64 writer_start_ns (const Writer *writer);

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
 * writer_free(). Everything below is by index into it. `keep` are the patterns (`*` stands for
 * anything, `/` included) of files and folders in `out` that loa did not write and that stay;
 * NULL-terminated, borrowed likewise, or NULL: none; a `.git` at the top always stays. Fails with
 * WRITER_ERROR_CLASH and all clashes in one message; files that are in the way of an output are
 * judged by writer_put(), and told by writer_commit(). */
gboolean writer_plan (Writer *writer, const char *const *paths, guint n_paths,
                      const char *const *keep, GError **error);

/* For each output exactly one of these succeeds. From any thread; the order does not matter.
 * `key` is a fingerprint of everything the output is made from. */

/* TRUE when the file of the last build is intact, has the same key, and what was said of it is
 * known in the language of `run`: all is done. `note` is that, or NULL when nothing was said;
 * borrowed. */
gboolean writer_reuse (Writer *writer, guint index, const Digest *key, const char *language,
                       const char **note);
/* Whether writer_reuse() would have the file; for outputs that are made together, or not at all. */
gboolean writer_has (const Writer *writer, guint index, const Digest *key);
/* These bytes; a file that has them already stays, whoever wrote it. `note` is what was said while
 * they were made, for writer_reuse() to give back, or NULL. FALSE with WRITER_ERROR_SYSTEM or
 * _INTERRUPTED. */
gboolean writer_put (Writer *writer, guint index, const Digest *key, const char *bytes,
                     gsize length, const char *note, GError **error);
/* The bytes of the file `source_path` (relative to the current folder), which must be a regular one
 * and no link. Fails as writer_put(). */
gboolean writer_copy (Writer *writer, guint index, const char *source_path, GError **error);
/* What is there, if there is something: for outputs this run was not asked to make. */
void writer_keep (Writer *writer, guint index);

/* How large an output is: as it was made in this run, or else as the last build left it. FALSE when
 * it is neither. `*is_there` becomes TRUE when it needs no more room: it was put in this run, or it
 * is there and was made from the same `key`; NULL: it is made again in any case. */
gboolean writer_known_size (const Writer *writer, guint index, const Digest *key, guint64 *size,
                            gboolean *is_there);
/* Bytes that can still be written where the site goes; G_MAXUINT64 when the disk does not say, and
 * when dry. */
guint64 writer_room (const Writer *writer);

/* Makes the site what was planned and put, and waits until it is on the disk. On failure the old
 * one stays, but for one: when the disk cannot say whether it has the new site, that is the error,
 * and the message says so. */
gboolean writer_commit (Writer *writer, const WriterRun *run, WriterCounts *counts, GError **error);

/* For listings. After writer_commit(), dry or not, every outcome is known. */
WriterOutcome writer_outcome (const Writer *writer, guint index);
/* Paths that no longer belong (char *, sorted); known after writer_plan(). */
const GPtrArray *writer_removed (const Writer *writer);
/* Sentences about what the user should know, such as what --force left behind (char *). */
const GPtrArray *writer_warnings (const Writer *writer);

/* Without a successful commit: the old site stays and nothing of the new one is left. NULL is fine.
 */
void writer_free (Writer *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writer, writer_free)
