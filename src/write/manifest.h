/* SPDX-License-Identifier: MIT */
/* The list of what loa wrote, kept among it as `.loa-manifest`: the same site, the same bytes, on
 * any machine. It tells loa's files from those of others; what it does not know of is judged by its
 * bytes.
 *
 *     loa-manifest 2
 *     <content> <size> <path>          sorted by path
 *
 * A manifest read back may have been cut, edited or planted. Each line stands for itself: one that
 * is not of this form, or whose path could lead out of the folder, is as if it were not there. Of
 * version 1, which had a key before the content, paths and sizes still count. */
#pragma once

#include "base/digest.h"

#define MANIFEST_NAME ".loa-manifest"

typedef struct {
  const char *path; /* borrowed */
  Digest content;   /* of its bytes */
  guint64 size;     /* bytes */
} ManifestEntry;

typedef struct {
  GArray *entries; /* ManifestEntry, ascending by strcmp of path */
  char *text; /* what it was read from; the paths point into it. NULL when it was made, not read */
  Digest digest;            /* of the manifest as written */
  gboolean is_of_version_1; /* its digests are of another kind than ours */
} Manifest;

/* Relative, no empty part, no "." or "..", no control characters, not the manifest itself. */
gboolean manifest_path_is_good (const char *path);

/* Reads the manifest in the folder `folder_fd`: an empty one when there is none, or what has its
 * name is none. Returns NULL with errno set when it cannot be read now, which is another thing. */
Manifest *manifest_read (int folder_fd, const char *name);
/* One to be filled by manifest_add(), in ascending order of paths, which are borrowed. */
Manifest *manifest_new (void);
/* Copies the entry. */
void manifest_add (Manifest *manifest, const ManifestEntry *entry);
/* The text of the file; sets the digest. Caller frees. */
GString *manifest_print (Manifest *manifest);
/* NULL is fine. */
void manifest_free (Manifest *manifest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Manifest, manifest_free)

#define MANIFEST_NONE G_MAXUINT
/* The index of the entry, or MANIFEST_NONE. */
guint manifest_find (const Manifest *manifest, const char *path);
/* `index` is less than the number of entries. Borrowed. */
const ManifestEntry *manifest_at (const Manifest *manifest, guint index);
