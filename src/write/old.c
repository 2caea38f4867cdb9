/* SPDX-License-Identifier: MIT */
#include "write/old.h"

#include <fcntl.h>
#include <string.h>

/* Both lists are sorted. Stamps of another manifest than this one say nothing. */
static void
take_stamps (OldSite *old, const Stamps *stamps)
{
  guint next = 0;
  if (!digest_equal (&stamps->manifest, &old->manifest->digest))
    return;
  for (guint i = 0; i < stamps->outputs->len; i++) {
    const StampedOutput *output = &g_array_index (stamps->outputs, StampedOutput, i);
    while (next < old->manifest->entries->len
           && strcmp (manifest_at (old->manifest, next)->path, output->path) < 0)
      next++;
    if (next < old->manifest->entries->len
        && strcmp (manifest_at (old->manifest, next)->path, output->path) == 0)
      old->stamps[next] = output->stamp;
  }
}

OldSite *
old_site_new (int fd, const Stamps *stamps)
{
  OldSite *old = g_new0 (OldSite, 1);
  old->fd = fd;
  old->manifest = fd < 0 ? manifest_new () : manifest_read (fd, MANIFEST_NAME);
  old->stamps = g_new0 (TreeStamp, old->manifest->entries->len + 1);
  if (stamps)
    take_stamps (old, stamps);
  return old;
}

void
old_site_free (OldSite *old)
{
  if (old == NULL)
    return;
  manifest_free (old->manifest);
  g_free (old->stamps);
  g_free (old);
}

gboolean
old_site_is_intact (const OldSite *old, guint index, TreeStamp *stamp)
{
  const ManifestEntry *entry = manifest_at (old->manifest, index);
  struct stat info;
  Digest digest;
  guint64 size;

  *stamp = (TreeStamp){ 0 };
  if (fstatat (old->fd, entry->path, &info, AT_SYMLINK_NOFOLLOW) < 0 || !S_ISREG (info.st_mode))
    return FALSE;
  *stamp = tree_stamp (&info);
  if (stamp->size != entry->size)
    return FALSE;
  if (tree_stamp_equal (stamp, &old->stamps[index]))
    return TRUE;
  return tree_digest_file (old->fd, entry->path, &digest, &size) == 0
         && digest_equal (&digest, &entry->content);
}
