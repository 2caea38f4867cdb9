/* SPDX-License-Identifier: MIT */
#include "write/old_site.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

static void
add_made (OldSite *old, GArray *made, const ManifestEntry *entry, const StatOutput *output)
{
  StatOutput unknown = { .path = entry->path };
  manifest_add (old->manifest, entry);
  g_array_append_vals (made, output ? output : &unknown, 1);
}

static gboolean
is_as_left (int fd, const StatOutput *output)
{
  struct stat info;
  if (fstatat (fd, output->path, &info, AT_SYMLINK_NOFOLLOW) < 0 || !S_ISREG (info.st_mode))
    return FALSE;
  DiskStamp stamp = disk_stamp (&info);
  return disk_stamp_equal (&stamp, &output->stamp);
}

/* The manifest does not have it, but the file is as loa left it. */
static void
add_unlisted (OldSite *old, GArray *made, const StatOutput *output)
{
  ManifestEntry entry = { .path = output->path };
  if (is_as_left (old->fd, output)
      && disk_digest_file (old->fd, output->path, &entry.content, &entry.size) == 0)
    add_made (old, made, &entry, output);
}

/* What loa wrote before its digests were what they are now: by name and size it is that still. */
static ManifestEntry
adopt (const OldSite *old, const ManifestEntry *listed)
{
  ManifestEntry entry = *listed;
  guint64 size;
  if (old->read->is_of_version_1
      && (disk_digest_file (old->fd, entry.path, &entry.content, &size) != 0 || size != entry.size))
    entry.content = listed->content;
  return entry;
}

/* Both lists are sorted. A stamp tells that a file is what its line of the manifest says only when
 * that manifest was written with it. */
static void
merge (OldSite *old, GArray *made, const StatCache *cache)
{
  const GArray *entries = old->read->entries, *outputs = cache->outputs;
  gboolean is_of_cache = digest_equal (&cache->manifest, &old->read->digest);
  for (guint i = 0, j = 0; i < entries->len || j < outputs->len;) {
    const ManifestEntry *entry = i < entries->len ? manifest_at (old->read, i) : NULL;
    const StatOutput *output = j < outputs->len ? &g_array_index (outputs, StatOutput, j) : NULL;
    ManifestEntry adopted = entry ? adopt (old, entry) : (ManifestEntry){ 0 };
    int order = !entry ? 1 : !output ? -1 : strcmp (entry->path, output->path);
    if (order > 0)
      add_unlisted (old, made, output);
    else
      add_made (old, made, &adopted, order == 0 && is_of_cache ? output : NULL);
    i += order <= 0;
    j += order >= 0;
  }
}

OldSite *
old_site_new (int fd, const StatCache *cache)
{
  g_autoptr (StatCache) empty = stat_cache_new ();
  g_autoptr (OldSite) old = g_new0 (OldSite, 1);
  GArray *made = g_array_new (FALSE, TRUE, sizeof (StatOutput));
  old->fd = fd;
  old->manifest = manifest_new ();
  old->read = fd < 0 ? manifest_new () : manifest_read (fd, MANIFEST_NAME);
  if (old->read && fd >= 0)
    merge (old, made, cache ? cache : empty);
  old->made = (StatOutput *) g_array_free (made, FALSE);
  if (old->read == NULL)
    return NULL;
  old->manifest->digest = old->read->digest;
  return g_steal_pointer (&old);
}

void
old_site_free (OldSite *old)
{
  int kept = errno;
  if (old == NULL)
    return;
  manifest_free (old->manifest);
  manifest_free (old->read);
  g_free (old->made);
  g_free (old);
  errno = kept;
}

int
old_site_look (const OldSite *old, guint index, DiskStamp *stamp, gboolean *is_intact)
{
  const ManifestEntry *entry = manifest_at (old->manifest, index);
  struct stat info;
  Digest digest;
  guint64 size;

  *stamp = (DiskStamp){ 0 };
  *is_intact = FALSE;
  if (fstatat (old->fd, entry->path, &info, AT_SYMLINK_NOFOLLOW) < 0)
    return errno == ENOENT || errno == ENOTDIR ? 0 : errno;
  if (!S_ISREG (info.st_mode))
    return 0;
  *stamp = disk_stamp (&info);
  if (stamp->size != entry->size)
    return 0;
  if (disk_stamp_equal (stamp, &old->made[index].stamp)) {
    *is_intact = TRUE;
    return 0;
  }
  int code = disk_digest_file (old->fd, entry->path, &digest, &size);
  *is_intact = code == 0 && digest_equal (&digest, &entry->content);
  return code;
}

gboolean
old_site_has (const OldSite *old, guint index, const Digest *key, DiskStamp *stamp)
{
  gboolean is_intact;
  Digest made_of = stat_output_key (&old->made[index]);
  return old->made[index].stamp.inode != 0 && digest_equal (&made_of, key)
         && old_site_look (old, index, stamp, &is_intact) == 0 && is_intact;
}

gboolean
old_site_has_bytes (const OldSite *old, const char *path, const Digest *content, guint64 size,
                    DiskStamp *stamp)
{
  struct stat info;
  Digest digest;
  guint64 length;
  if (old->fd < 0 || fstatat (old->fd, path, &info, AT_SYMLINK_NOFOLLOW) < 0
      || !S_ISREG (info.st_mode) || (guint64) info.st_size != size)
    return FALSE;
  *stamp = disk_stamp (&info);
  return disk_digest_file (old->fd, path, &digest, &length) == 0 && length == size
         && digest_equal (&digest, content);
}
