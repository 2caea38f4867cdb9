/* SPDX-License-Identifier: MIT */
/* The moment at which the old site becomes the new one, and the mending after a kill around it.
 *
 * The new site is complete in `.out.loa/new`. Then
 *
 *   1. `.out.loa/swap` says which inode is to be where: the journal
 *   2. all that was written so far is on the disk (syncfs)
 *   3. one rename exchanges `.out.loa/new` and `out`
 *   4. the old files, now in `.out.loa/new`, are deleted with care
 *   5. the journal is deleted, and the caller waits for the disk once more
 *
 * A run that finds a journal whose inode is `out` goes on with 4; any other had not come to 3, and
 * what it made is thrown away. Because of 2 that is true after a power cut, too: without it ext4
 * keeps the rename and loses the bytes, and a site of empty files is what was seen. Where a file
 * system cannot exchange, 3 is three renames with the old one at `.out.loa/old` in between: killed
 * right there, the site is whole again at the next run.
 *
 * Always the whole site, for there is one manifest in it: to exchange only the folder in which all
 * changes lie saves linking the rest (0.07 s for 10,000 pages), and leaves a moment in which list
 * and files do not agree.
 *
 * With care means: deleted is what loa wrote and what the new site has too. What is to be kept
 * moves to the new site, should it have changed since it was linked there; anything else, such as a
 * file somebody saved into `out` while the site was being built, stays behind in `.out.loa/left-N`.
 */
#pragma once

#include "write/manifest.h"
#include "write/target.h"

#define SWAP_NEW "new"

typedef struct {
  const Manifest *old; /* what loa wrote and what it writes */
  const Manifest *new;
  const char *const *keep; /* as in WriterOptions */
  gboolean is_synced;
} Swap;

/* Mends what a killed run left; what the user should know goes to `warnings` (char *). FALSE with a
 * WRITER_ERROR_SYSTEM when it cannot; then nothing is to be built. */
gboolean swap_recover (const Target *target, GPtrArray *warnings, GError **error);

/* Steps 1 to 5. On failure the old site stays; once it is exchanged, trouble is a warning, and left
 * to the next run. */
gboolean swap_sites (const Target *target, const Swap *swap, GPtrArray *warnings, GError **error);

/* Throws away what was made and not exchanged. */
void swap_discard (const Target *target);
