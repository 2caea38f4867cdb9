/* SPDX-License-Identifier: MIT */
/* What the last build read, left and said, kept beside the site in `.out.loa/stat-cache` because
 * it holds for this machine only: sizes, times and inodes of inputs and outputs, from what each
 * output was made (its key) and what was said of it meanwhile (its note). Losing it costs time,
 * never correctness: without it everything is made again, and compared.
 *
 * Each line of an output stands for itself: the file with this stamp was made from that key. So a
 * cache that is older than the site, because a build was killed after it exchanged the sites, says
 * nothing wrong: files written since have other inodes. */
#pragma once

#include "write/disk.h"

typedef struct {
  const char *path; /* borrowed */
  DiskStamp stamp;
  Digest key;           /* when it was made, not read */
  const char *key_text; /* borrowed: as read; a build that has nothing to do needs no keys */
  const char *note;     /* borrowed; NULL: nothing was said */
} StatOutput;

typedef struct {
  const char *path; /* borrowed */
  char kind;        /* 'f' file, 'd' folder, '-' nothing there, '?' not to be trusted */
  DiskStamp stamp;
  gint64 ctime_ns;
} StatInput;

typedef struct {
  char *site;     /* real path of the folder the inputs are relative to */
  char *settings; /* as in WriterRun */
  char *language; /* of the notes */
  gint64 from;    /* moments between which the site holds, in seconds: from ≤ now < until */
  gint64 until;
  gboolean is_whole; /* all outputs are as the build wanted them */
  Digest manifest;   /* of the text of the manifest */
  DiskStamp manifest_stamp;
  GArray *outputs; /* StatOutput, ascending */
  GArray *inputs;  /* StatInput */
  char *text;      /* what it was read from; the paths point into it. Or NULL */
} StatCache;

/* An empty one; texts and paths are the caller's to set. */
StatCache *stat_cache_new (void);
/* NULL is fine. */
void stat_cache_free (StatCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StatCache, stat_cache_free)

/* NULL when there is none, or none that is whole. */
StatCache *stat_cache_read (int folder_fd);
/* Replaces the one in the folder. Returns 0 or an errno value. */
int stat_cache_write (const StatCache *cache, int folder_fd);

/* From what the output was made, whether it was made or read. */
Digest stat_output_key (const StatOutput *output);

/* Looks at all inputs, whose paths are set. One that changed at `start_ns` or later may have
 * changed again after it was read, within the same tick of the clock: it is not to be trusted. */
void stat_cache_look (StatCache *cache, int site_fd, gint64 start_ns, guint n_threads);

/* Whether all outputs in `out_fd` and all inputs are still what they were. */
gboolean stat_cache_holds (const StatCache *cache, int out_fd, int site_fd, guint n_threads);
