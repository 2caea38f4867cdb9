/* SPDX-License-Identifier: MIT */
/* What an interrupted run had made, in `.out.loa/begun`, for the next run to go on with. It counts
 * only when it was made from the same things and its bytes are as they were; losing it costs time,
 * never correctness. */
#pragma once

#include "write/manifest.h"
#include "write/target.h"
#include "write/tree.h"

typedef struct Begun Begun;

/* NULL when nothing was kept, or the target is dry. */
Begun *begun_open (const Target *target);
void begun_free (Begun *begun);

/* The entry of `path` when it was made from `key`, else NULL. */
const ManifestEntry *begun_find (const Begun *begun, const char *path, const Digest *key);
/* Moves its file to the same path in `new_fd`, whose folders are there. FALSE when it is not what
 * the entry says. From any thread. */
gboolean begun_take (const Begun *begun, const ManifestEntry *entry, int new_fd, TreeStamp *stamp);

/* Keeps the files of `.out.loa/new` that are in `made`; what was kept before goes. FALSE when they
 * could not be kept. */
gboolean begun_keep (const Target *target, Manifest *made);
void begun_discard (const Target *target);
