/* SPDX-License-Identifier: MIT */
/* How one made site differs from another, for the one who signs: pages, sheets, words said, posts.
 * Both are folders as a build leaves them; nothing else is known of them. */
#pragma once

#include "diff/lines.h"

typedef enum {
  MADE_PAGE,
  MADE_LIST, /* a page that leads to others: it follows from them */
  MADE_SHEET,
  MADE_SAID, /* the script that is read aloud */
  MADE_POST,
  MADE_OTHER, /* what follows from the others, or nobody reads: feeds, codes, the search */
  N_MADE_KINDS
} MadeKind;

typedef enum { FILE_CHANGED, FILE_ADDED, FILE_GONE, N_FILE_STATES } FileState;

typedef struct {
  MadeKind kind;
  FileState state;
  char *path;      /* in either site */
  guint n_alike;   /* files of the same name in kits of other offices, which are not listed */
  gboolean is_echo; /* a list, or of a kit whose document changed likewise: to name it is enough */
  GPtrArray *old_lines, *new_lines; /* what it said (char *), or NULL: a sheet */
  GArray *changes;                  /* LineChange; NULL: not changed, or no words */
} FileDifference;

typedef struct {
  char *old, *new;      /* the folders the files are read from */
  char *old_name, *new_name; /* as people know them */
  GPtrArray *files;     /* FileDifference by kind, then by path; none of MADE_OTHER */
  guint counts[N_MADE_KINDS][N_FILE_STATES]; /* files, also those that are not listed */
  guint n_unseen[N_MADE_KINDS]; /* other bytes, and not a word differs */
} Difference;

/* Compares what is below the folders `old` and `new`, of the files whose path matches one of `only`
 * (patterns; NULL: all). NULL with an error when one cannot be read. Caller frees. */
Difference *difference_new (const char *old, const char *new, char **only, GError **error);
void difference_free (Difference *difference); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Difference, difference_free)

/* Shows the folders under these names; they are copied. */
void difference_name (Difference *difference, const char *old, const char *new);

/* What a file of a made site is, by its path. */
MadeKind made_kind (const char *path);
/* As people call them: “pages”; translated. */
const char *made_kind_name (MadeKind kind);
