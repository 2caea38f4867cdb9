/* SPDX-License-Identifier: MIT */
/* The site as the last build left it, and whether its files are still what was written.
 *
 * Loa's are the files on the manifest, and, should that be damaged or gone, those that are by size,
 * time and inode what the stat cache says loa left: so no loss of one of the two makes loa take its
 * own work for somebody else's. */
#pragma once

#include "write/manifest.h"
#include "write/stat_cache.h"

typedef struct {
  int fd;             /* borrowed; -1: there is no site */
  Manifest *manifest; /* of all that is loa's */
  StatOutput *made;   /* per entry of the manifest; inode 0: not known */
  Manifest *read;     /* the one that was read, which the texts above point into */
} OldSite;

/* `cache` is borrowed until the old site is freed; NULL: there is none. NULL with errno set when
 * the manifest cannot be read, which is not the same as none. */
OldSite *old_site_new (int fd, const StatCache *cache);
/* NULL is fine. */
void old_site_free (OldSite *old);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OldSite, old_site_free)

/* Whether the file of the entry has the bytes loa wrote: `*is_intact`. `stamp` is what is there
 * now, with inode 0 when it is no file at all. Reads the file only when the stamps cannot tell.
 * From any thread. Returns 0 or an errno value: what cannot be read is not what was changed. */
int old_site_look (const OldSite *old, guint index, DiskStamp *stamp, gboolean *is_intact);
/* Whether the file is there, was made from `key` and is intact. */
gboolean old_site_has (const OldSite *old, guint index, const Digest *key, DiskStamp *stamp);
/* Whether there is a regular file `path` of these bytes. Reads it when the size is right. */
gboolean old_site_has_bytes (const OldSite *old, const char *path, const Digest *content,
                             guint64 size, DiskStamp *stamp);
