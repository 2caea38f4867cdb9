/* SPDX-License-Identifier: MIT */
/* The moment at which the old site becomes the new one, and the mending after a kill around it.
 *
 * The new site, or the smallest folder or file of it in which all changes lie (the point), is
 * complete in `.out.loa/new` at its path. Then
 *
 *   1. `.out.loa/building` says which inode is to be where: the journal
 *   2. one rename exchanges `.out.loa/new/POINT` and `out/POINT`
 *   3. the old files, now in `.out.loa/new`, are deleted with care
 *   4. where the point is not the whole site, `.out.loa/manifest` becomes its manifest
 *   5. the journal is deleted
 *
 * A run that finds a journal whose inode is in `out` goes on with 3; any other had not come to 2,
 * and what it made is thrown away. Where a file system cannot exchange, 2 is three renames with the
 * old one at `.out.loa/old` in between: killed right there, the site is whole again at the next
 * run.
 *
 * With care means: deleted is what loa wrote and what the new site has too. Anything else, such as
 * a file somebody saved into `out` while the site was being built, moves to the new site, or to
 * `.out.loa/kept` when its place is taken. */
#pragma once

#include "write/manifest.h"
#include "write/target.h"

#define SWITCH_NEW      "new"
#define SWITCH_MANIFEST "manifest"

/* Mends what a killed run left; what the user should know goes to `warnings` (char *). */
gboolean switch_recover (const Target *target, GPtrArray *warnings, GError **error);

/* Steps 1 to 5. `force`: files in the way of an output are replaced. On failure the old site stays;
 * once it is exchanged, trouble is a warning, and left to the next run. */
gboolean switch_to_new (const Target *target, const char *point, const Manifest *old,
                        const Manifest *new, gboolean force, GPtrArray *warnings, GError **error);

/* Throws away what was made and not switched to. */
void switch_discard (const Target *target);
