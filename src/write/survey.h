/* SPDX-License-Identifier: MIT */
/* Whose is what in the folder of the old site: one walk through it before anything is made.
 *
 * Only loa writes there, because the folder is replaced as a whole. What it did not write is told,
 * unless the owner of the site named it as to be kept. */
#pragma once

#include "write/outputs.h"

typedef struct {
  char *path;
  gboolean is_folder;
} KeptItem;

typedef struct {
  GPtrArray *removed; /* char *: loa's, as it wrote it, and not an output any more; sorted */
  GPtrArray *foreign; /* char *: not loa's, or not any more; sorted */
  GArray *kept;       /* KeptItem: to be carried over; each folder before what is in it */
} Survey;

/* `keep` are patterns as in WriterOptions. NULL and a sentence when something cannot be read. */
Survey *survey_new (const OldSite *old, const Outputs *outputs, const char *const *keep,
                    const char *shown, GError **error);
/* NULL is fine. */
void survey_free (Survey *survey);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Survey, survey_free)

/* Whether `path`, or a folder it is in, is named by one of the patterns or is the `.git` that
 * publishers keep at the top of a site. */
gboolean survey_is_kept (const char *const *keep, const char *path);
