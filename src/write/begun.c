/* SPDX-License-Identifier: MIT */
#include "write/begun.h"

#include "write/switch.h"

#include <fcntl.h>
#include <stdio.h>

#define BEGUN_FOLDER   "begun"
#define BEGUN_MANIFEST "begun-manifest"

struct Begun {
  Manifest *manifest;
  int fd;
};

Begun *
begun_open (const Target *target)
{
  int fd = target->beside_fd < 0 ? -1 : tree_open_folder (target->beside_fd, BEGUN_FOLDER);
  if (fd < 0)
    return NULL;
  Begun *begun = g_new0 (Begun, 1);
  begun->fd = fd;
  begun->manifest = manifest_read (target->beside_fd, BEGUN_MANIFEST);
  return begun;
}

void
begun_free (Begun *begun)
{
  if (begun == NULL)
    return;
  manifest_free (begun->manifest);
  tree_close (begun->fd);
  g_free (begun);
}

const ManifestEntry *
begun_find (const Begun *begun, const char *path, const Digest *key)
{
  guint index = begun ? manifest_find (begun->manifest, path) : MANIFEST_NONE;
  const ManifestEntry *entry = index == MANIFEST_NONE ? NULL : manifest_at (begun->manifest, index);
  return entry && digest_equal (&entry->key, key) ? entry : NULL;
}

gboolean
begun_take (const Begun *begun, const ManifestEntry *entry, int new_fd, TreeStamp *stamp)
{
  struct stat info;
  Digest content;
  guint64 size;

  if (tree_digest_file (begun->fd, entry->path, &content, &size) != 0 || size != entry->size
      || !digest_equal (&content, &entry->content))
    return FALSE;
  if (renameat (begun->fd, entry->path, new_fd, entry->path) < 0
      || fstatat (new_fd, entry->path, &info, AT_SYMLINK_NOFOLLOW) < 0)
    return FALSE;
  *stamp = tree_stamp (&info);
  return TRUE;
}

gboolean
begun_keep (const Target *target, Manifest *made)
{
  g_autoptr (GString) text = manifest_print (made);
  TreeStamp stamp;

  begun_discard (target);
  return tree_write_file (target->beside_fd, BEGUN_MANIFEST, text->str, text->len, &stamp) == 0
         && tree_move (target->beside_fd, SWITCH_NEW, target->beside_fd, BEGUN_FOLDER) == 0;
}

void
begun_discard (const Target *target)
{
  if (target->beside_fd < 0)
    return;
  tree_wipe (target->beside_fd, BEGUN_FOLDER);
  tree_unlink (target->beside_fd, BEGUN_MANIFEST, FALSE);
}
