/* SPDX-License-Identifier: MIT */
/* The site as the last build left it, and whether its files are still what was written. */
#pragma once

#include "write/stamps.h"

typedef struct {
  int fd; /* borrowed; -1: there is no site */
  Manifest *manifest;
  TreeStamp *stamps; /* per entry of the manifest; inode 0: not known */
} OldSite;

/* `stamps` are looked at now; NULL: there are none. */
OldSite *old_site_new (int fd, const Stamps *stamps);
void old_site_free (OldSite *old);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OldSite, old_site_free)

/* Whether the file of the entry has the bytes loa wrote. `stamp` is what is there now, with inode 0
 * when it is no file at all. Reads the file only when the stamps cannot tell. From any thread. */
gboolean old_site_is_intact (const OldSite *old, guint index, TreeStamp *stamp);
