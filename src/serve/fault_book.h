/* SPDX-License-Identifier: MIT */
/* What is wrong with a site, kept while it is looked at: by what it was found in, so that the next
 * look at the same thing takes the place of the one before. */
#pragma once

#include "base/report.h"

typedef struct FaultBook FaultBook;

/* An empty one. Caller frees. Safe for threads. */
FaultBook *fault_book_new (void);
void fault_book_free (FaultBook *book); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FaultBook, fault_book_free)

/* What was found in `where`, an output ("huong-dan/a/to-roi.pdf") or a step of loading (""): takes
 * the place of all that was found there before. TRUE when it is not the same. */
gboolean fault_book_put (FaultBook *book, const char *where, const Report *report);
/* The same of what concerns the file `path`; what else was found there stays. */
gboolean fault_book_put_of (FaultBook *book, const char *where, const char *path,
                            const Report *report);
/* Forgets what was found in outputs that `is_there` does not know. */
void fault_book_keep (FaultBook *book, gboolean (*is_there) (const char *where, gpointer data),
                      gpointer data);

typedef struct {
  guint errors, warnings;
} FaultCounts;

/* How many there are; of file `path` alone, unless it is NULL. Equal ones count once. */
FaultCounts fault_book_count (FaultBook *book, const char *path);
/* Adds to `counts` (char * → FaultCounts *, both owned) what each file has. */
void fault_book_count_files (FaultBook *book, GHashTable *counts);

/* Appends a list in JSON: all faults, by file, line and column, the errors of a place before its
 * warnings, equal ones once with the outputs they were found in; of file `path` alone, unless it is
 * NULL. At most `most`. */
void fault_book_json (FaultBook *book, const char *path, guint most, GString *out);
