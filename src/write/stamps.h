/* SPDX-License-Identifier: MIT */
/* What the last build read and left, by size, times and inode: kept beside the site because it
 * holds for this machine only. Losing it costs time, never correctness. */
#pragma once

#include "write/manifest.h"
#include "write/tree.h"
#include "write/writer.h"

typedef struct {
  const char *path;
  TreeStamp stamp;
} StampedOutput;

typedef struct {
  const char *path;
  char kind; /* 'f' file, 'd' folder, '-' nothing there, '?' not to be trusted */
  TreeStamp stamp;
  gint64 ctime_ns;
} StampedInput;

typedef struct {
  char *site;     /* real path of the folder the inputs are relative to */
  char *settings; /* WriterRun.settings */
  gint64 from;    /* moments between which the site holds: from ≤ now < until */
  gint64 until;
  gboolean whole;  /* all outputs are as the build wanted them */
  Digest manifest; /* of the text of the manifest */
  TreeStamp manifest_stamp;
  GArray *outputs; /* StampedOutput, ascending */
  GArray *inputs;  /* StampedInput */
  char *text;      /* what it was read from; the paths point into it. Or NULL */
} Stamps;

Stamps *stamps_new (void);
void stamps_free (Stamps *stamps);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stamps, stamps_free)

/* NULL when there are none, or none that are whole. */
Stamps *stamps_read (int folder_fd);
/* Replaces the stamps in the folder. Returns 0 or an errno value. */
int stamps_write (const Stamps *stamps, int folder_fd);

/* Looks at all inputs. One that changed at `start_ns` or later may have changed again after it was
 * read, within the same tick of the clock: it is not to be trusted. */
void stamps_see_inputs (Stamps *stamps, int site_fd, gint64 start_ns, guint n_threads);

/* Whether all outputs in `out_fd` and all inputs are still what they were. */
gboolean stamps_hold (const Stamps *stamps, int out_fd, int site_fd, guint n_threads);
