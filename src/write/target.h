/* SPDX-License-Identifier: MIT */
/* The folder of the site and the hidden one beside it: found, found fit, and locked.
 *
 *     <parent>/out              the site
 *     <parent>/.out.loa/        locked while a build is on
 *         stamps                see write/stamps.h
 *         new/ building manifest old     of a build under way, see write/switch.h
 *         begun/ begun-manifest          of a build that was interrupted, see write/begun.h
 *         kept/                 what loa could neither delete nor put back, for the user to look at
 */
#pragma once

#include "write/writer.h"

typedef struct {
  char *shown;   /* as the user named it */
  char *parent;  /* real path; every link resolved */
  char *name;    /* of the site's folder in it */
  char *beside;  /* name of the hidden folder in it */
  int parent_fd; /* -1: not there (only when dry) */
  int beside_fd; /* the hidden folder, locked; -1: dry */
  int out_fd;    /* -1: there is no site yet */
} Target;

/* Resolves and opens; `out_fd` is left to target_open_out(), for after a repair. NULL and an error
 * when the folder cannot be the folder of a site, or somebody else is building it. */
Target *target_open (const WriterOptions *options, GError **error);
gboolean target_open_out (Target *target, GError **error);
void target_free (Target *target);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Target, target_free)
