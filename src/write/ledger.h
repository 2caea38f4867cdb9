/* SPDX-License-Identifier: MIT */
/* What the new site consists of, and what becomes of each file of it. */
#pragma once

#include "write/old.h"

#define LEDGER_NONE G_MAXUINT

typedef struct {
  const char *path;  /* borrowed */
  guint old;         /* its entry in the old manifest, or MANIFEST_NONE */
  guint folder;      /* index of the folder it is in, or LEDGER_NONE: the site itself */
  WriterFate fate;   /* set by the one thread that makes it */
  gboolean is_found; /* a kept file was seen in the old site and linked */
  Digest key;
  Digest content;
  guint64 size;
  TreeStamp stamp; /* inode 0: not known to be as wanted */
} LedgerOutput;

typedef struct {
  char *path;
  guint parent; /* index, or LEDGER_NONE */
  gint is_made; /* atomic */
  char state;   /* in the old site; see ledger.c */
} LedgerFolder;

typedef struct {
  LedgerOutput *outputs; /* in the caller's order */
  guint n_outputs;
  guint *sorted;              /* indices of outputs, by path */
  GArray *folders;            /* LedgerFolder */
  GHashTable *folder_by_path; /* path → index */
} Ledger;

/* Faults are whole sentences added to `clashes` (char *). */
Ledger *ledger_new (const char *const *paths, guint n_paths, const OldSite *old,
                    GPtrArray *clashes);
/* Looks for things loa did not write where new outputs have to go; `force` overlooks files. */
void ledger_check_way (Ledger *ledger, const OldSite *old, gboolean force, const char *shown,
                       GPtrArray *clashes);
void ledger_free (Ledger *ledger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ledger, ledger_free)

/* The index of the output, or LEDGER_NONE. */
guint ledger_find (const Ledger *ledger, const char *path);
gboolean ledger_has_folder (const Ledger *ledger, const char *path);
