/* SPDX-License-Identifier: MIT */
/* The folder of the site and the hidden one beside it: found, found fit, and locked.
 *
 *     <parent>/out              the site
 *     <parent>/.out.loa/        the work folder, locked while a build is on
 *         stat-cache            see write/stat_cache.h
 *         new/ swap old/        of a build under way, see write/swap.h
 *         left-1/ …             files that loa did not write, for the user to look at
 */
#pragma once

#include <glib.h>

typedef struct {
  char *shown;     /* as the user named it */
  char *parent;    /* real path; every link resolved */
  char *name;      /* of the site's folder in it */
  char *work_name; /* of the work folder in it */
  int parent_fd;   /* -1: not there (only when dry) */
  int work_fd;     /* the work folder, locked; -1: dry */
  int out_fd;      /* -1: there is no site yet */
} Target;

/* Resolves `out` and opens what is there, making the folder above it and the work folder unless
 * `is_dry`; `out_fd` is left to target_open_out(), for after a repair. `site` and `sources` as in
 * WriterOptions. NULL and an error when the folder cannot be the folder of a site, or somebody else
 * is building it. */
Target *target_open (const char *out, const char *site, const char *const *sources, gboolean is_dry,
                     GError **error);
/* Opens the site if there is one. FALSE with an error when it is there and cannot be opened. */
gboolean target_open_out (Target *target, GError **error);
/* Unlocks; removes the work folder when nothing is left in it. NULL is fine. */
void target_free (Target *target);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Target, target_free)
