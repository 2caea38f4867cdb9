/* SPDX-License-Identifier: MIT */
/* Completes the new site in `.out.loa/new`, where the new files are already, with what stays of the
 * old one: files that did not change, and whatever loa did not write. */
#pragma once

#include "write/ledger.h"
#include "write/target.h"

/* What becomes of a file of the old site that is not in the ledger. */
typedef enum {
  REMAINS_GONE,    /* somebody deleted it already */
  REMAINS_GOES,    /* as loa wrote it: deleted */
  REMAINS_CHANGED, /* somebody changed it since: it is theirs now and stays */
} Remains;

/* Does it for the point, a path in the site or "" for all of it. `remains` is per entry of the old
 * manifest, meaningful for those that are not in the ledger. FALSE also when something that loa did
 * not write lies where an output has to go, unless it is a file and `force` is set. */
gboolean stage_rest (Ledger *ledger, const OldSite *old, const Remains *remains,
                     const Target *target, int new_fd, const char *point, gboolean force,
                     GError **error);
