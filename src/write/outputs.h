/* SPDX-License-Identifier: MIT */
/* What the new site consists of: its files and folders, and what becomes of each. */
#pragma once

#include "write/old_site.h"
#include "write/outcome.h"

#define OUTPUTS_NONE G_MAXUINT

typedef struct {
  const char *path;      /* borrowed */
  guint old;             /* its entry in the old manifest, or MANIFEST_NONE */
  guint folder;          /* index of the folder it is in, or OUTPUTS_NONE: the site itself */
  WriterOutcome outcome; /* set by the one thread that makes it, as all below */
  Digest key;
  Digest content;
  guint64 size;
  DiskStamp stamp; /* inode 0: not known to be as wanted */
  char *note;      /* what was said of it, or NULL */
} OutputEntry;

typedef struct {
  char *path;
  guint parent; /* index, or OUTPUTS_NONE */
  gint is_made; /* atomic; in the new site */
} OutputFolder;

typedef struct {
  OutputEntry *entries; /* in the caller's order */
  guint n_entries;
  guint *sorted;              /* indices of entries, by path */
  GArray *folders;            /* OutputFolder; each after the one it is in */
  GHashTable *folder_by_path; /* path → index */
} Outputs;

/* `paths` are borrowed and stay. Two of one name, or of a name that cannot be, are whole sentences
 * added to `clashes` (char *); nothing is then to be done with the outputs but to free them. */
Outputs *outputs_new (const char *const *paths, guint n_paths, const OldSite *old,
                      GPtrArray *clashes);
/* NULL is fine. */
void outputs_free (Outputs *outputs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Outputs, outputs_free)

/* The index of the output, or OUTPUTS_NONE. */
guint outputs_find (const Outputs *outputs, const char *path);
/* Whether an output lies in the folder `path`, however deep. */
gboolean outputs_have_folder (const Outputs *outputs, const char *path);
/* Whether any file is new or has other bytes than before. */
gboolean outputs_change (const Outputs *outputs);

/* Makes the folder and those it is in below `new_fd`. From any thread. Returns 0 or an errno value.
 */
int outputs_make_folder (Outputs *outputs, guint folder, int new_fd);
