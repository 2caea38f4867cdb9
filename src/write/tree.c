/* SPDX-License-Identifier: MIT */
#include "write/tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define OPEN_FOLDER (O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
/* Not blocking: a name that ought to be a file may be a FIFO by now. */
#define OPEN_FILE    (O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
#define BUFFER_SIZE  (128 * 1024)
#define TEXT_LARGEST (G_GUINT64_CONSTANT (1) << 30)

gint64
tree_time_ns (struct timespec time)
{
  return (gint64) time.tv_sec * 1000000000 + time.tv_nsec;
}

TreeStamp
tree_stamp (const struct stat *info)
{
  return (TreeStamp){ (guint64) info->st_size, tree_time_ns (info->st_mtim), info->st_ino };
}

gboolean
tree_stamp_equal (const TreeStamp *one, const TreeStamp *other)
{
  return one->size == other->size && one->mtime_ns == other->mtime_ns && one->inode == other->inode;
}

void
tree_close (int fd)
{
  int kept = errno;
  if (fd >= 0)
    close (fd);
  errno = kept;
}

gboolean
tree_is_mounted (int folder_fd, const char *name)
{
  struct statx info;
  int flags = AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT | (*name ? 0 : AT_EMPTY_PATH);
  return statx (folder_fd, name, flags, STATX_TYPE, &info) == 0
         && (info.stx_attributes & STATX_ATTR_MOUNT_ROOT);
}

/* ------------------------------------------------------------------------- folders */

static TreeType
item_type (int folder_fd, const struct dirent *item)
{
  unsigned char type = item->d_type;
  struct stat info;
  if (type == DT_UNKNOWN && fstatat (folder_fd, item->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0)
    type = IFTODT (info.st_mode);
  return type == DT_REG   ? TREE_FILE
         : type == DT_DIR ? TREE_FOLDER
         : type == DT_LNK ? TREE_LINK
                          : TREE_OTHER;
}

/* The names are read to the end before anybody adds or deletes one: what readdir() says about a
 * folder that is being changed is undefined. */
TreeList *
tree_list (int folder_fd)
{
  int fd = openat (folder_fd, ".", OPEN_FOLDER);
  DIR *folder = fd < 0 ? NULL : fdopendir (fd);
  if (folder == NULL) {
    tree_close (fd);
    return NULL;
  }
  TreeList *list = g_new (TreeList, 1);
  list->items = g_array_new (FALSE, FALSE, sizeof (TreeItem));
  list->names = g_string_chunk_new (4096);

  const struct dirent *next;
  errno = 0;
  while ((next = readdir (folder))) {
    if (strcmp (next->d_name, ".") != 0 && strcmp (next->d_name, "..") != 0) {
      TreeItem item = { g_string_chunk_insert (list->names, next->d_name),
                        item_type (folder_fd, next) };
      g_array_append_val (list->items, item);
    }
    errno = 0;
  }
  int code = errno;
  closedir (folder);
  if (code == 0)
    return list;
  tree_list_free (list);
  errno = code;
  return NULL;
}

void
tree_list_free (TreeList *list)
{
  g_array_unref (list->items);
  g_string_chunk_free (list->names);
  g_free (list);
}

/* One part at a time, because O_NOFOLLOW looks at the last part only. */
static int
descend (int root_fd, const char *path, gboolean make)
{
  int fd = openat (root_fd, ".", OPEN_FOLDER);
  while (fd >= 0 && *path) {
    const char *end = strchrnul (path, '/');
    g_autofree char *part = g_strndup (path, (gsize) (end - path));
    int next =
      make && mkdirat (fd, part, 0777) < 0 && errno != EEXIST ? -1 : openat (fd, part, OPEN_FOLDER);
    tree_close (fd);
    fd = next;
    path = *end ? end + 1 : end;
  }
  return fd;
}

int
tree_open_folder (int root_fd, const char *path)
{
  return descend (root_fd, path, FALSE);
}

int
tree_make_folder (int root_fd, const char *path)
{
  return descend (root_fd, path, TRUE);
}

int
tree_open_parent (int root_fd, const char *path, const char **name)
{
  const char *slash = strrchr (path, '/');
  *name = slash ? slash + 1 : path;
  g_autofree char *parent = g_strndup (path, slash ? (gsize) (slash - path) : 0);
  return tree_open_folder (root_fd, parent);
}

/* ------------------------------------------------------------------------- files */

static int
open_regular (int folder_fd, const char *path, struct stat *info)
{
  int fd = openat (folder_fd, path, OPEN_FILE);
  if (fd < 0 || (fstat (fd, info) == 0 && S_ISREG (info->st_mode)))
    return fd;
  tree_close (fd);
  errno = EINVAL;
  return -1;
}

/* Up to `length` bytes; fewer only at the end of the file. -1 with errno set. */
static gssize
read_fully (int fd, char *bytes, gsize length)
{
  gsize done = 0;
  while (done < length) {
    ssize_t n = read (fd, bytes + done, length - done);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return -1;
    if (n == 0)
      break;
    done += (gsize) n;
  }
  return (gssize) done;
}

char *
tree_read_text (int folder_fd, const char *name, gsize *length)
{
  struct stat info;
  int fd = open_regular (folder_fd, name, &info);
  if (fd < 0)
    return NULL;
  char *text =
    (guint64) info.st_size > TEXT_LARGEST ? NULL : g_try_malloc ((gsize) info.st_size + 1);
  if (text == NULL)
    errno = EFBIG;
  gssize n = text ? read_fully (fd, text, (gsize) info.st_size) : -1;
  tree_close (fd);
  if (n < 0) {
    g_free (text);
    return NULL;
  }
  text[n] = '\0';
  *length = (gsize) n;
  return text;
}

static int
write_fully (int fd, const char *bytes, gsize length)
{
  while (length > 0) {
    ssize_t n = write (fd, bytes, length);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return errno;
    bytes += n;
    length -= (gsize) n;
  }
  return 0;
}

static int
create_file (int folder_fd, const char *path, int mode)
{
  return openat (folder_fd, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
}

/* Ends the making of a file whose writing gave `code`; returns what it gave in the end. Some file
 * systems find out at close that the disk is full. */
static int
finish_file (int fd, int code, int folder_fd, const char *path, TreeStamp *stamp)
{
  struct stat info;
  if (code == 0 && fstat (fd, &info) < 0)
    code = errno;
  if (close (fd) < 0 && code == 0)
    code = errno;
  if (code == 0)
    *stamp = tree_stamp (&info);
  else
    unlinkat (folder_fd, path, 0);
  return code;
}

int
tree_write_file (int folder_fd, const char *path, const char *bytes, gsize length, TreeStamp *stamp)
{
  int fd = create_file (folder_fd, path, 0666);
  if (fd < 0)
    return errno;
  return finish_file (fd, write_fully (fd, bytes, length), folder_fd, path, stamp);
}

/* The bytes of `from_fd` to `to_fd` (-1: nowhere) and into the fingerprint. */
static int
pass_bytes (int from_fd, int to_fd, DigestState *state)
{
  g_autofree char *buffer = g_malloc (BUFFER_SIZE);
  gssize n;
  while ((n = read_fully (from_fd, buffer, BUFFER_SIZE)) > 0) {
    digest_add (state, buffer, (gsize) n);
    int code = to_fd < 0 ? 0 : write_fully (to_fd, buffer, (gsize) n);
    if (code != 0)
      return code;
  }
  return n < 0 ? errno : 0;
}

int
tree_copy_file (int from_fd, int folder_fd, const char *path, Digest *digest, TreeStamp *stamp)
{
  int fd = create_file (folder_fd, path, 0666);
  if (fd < 0)
    return errno;
  DigestState state;
  digest_start (&state);
  int code = pass_bytes (from_fd, fd, &state);
  *digest = digest_finish (&state);
  return finish_file (fd, code, folder_fd, path, stamp);
}

int
tree_digest (int fd, Digest *digest, guint64 *size)
{
  DigestState state;
  digest_start (&state);
  int code = pass_bytes (fd, -1, &state);
  *digest = digest_finish (&state);
  *size = state.length;
  return code;
}

int
tree_digest_file (int folder_fd, const char *path, Digest *digest, guint64 *size)
{
  struct stat info;
  int fd = open_regular (folder_fd, path, &info);
  if (fd < 0)
    return errno;
  int code = tree_digest (fd, digest, size);
  tree_close (fd);
  return code;
}

/* ------------------------------------------------------------------------- two places */

/* The target of a link, or NULL. Caller frees. */
static char *
read_link (int folder_fd, const char *name)
{
  char target[4096];
  ssize_t n = readlinkat (folder_fd, name, target, sizeof target);
  return n < 0 || (gsize) n == sizeof target ? NULL : g_strndup (target, (gsize) n);
}

gboolean
tree_same (int one_fd, const char *one, int other_fd, const char *other)
{
  struct stat a, b;
  if (fstatat (one_fd, one, &a, AT_SYMLINK_NOFOLLOW) < 0
      || fstatat (other_fd, other, &b, AT_SYMLINK_NOFOLLOW) < 0)
    return FALSE;
  if (a.st_dev == b.st_dev && a.st_ino == b.st_ino)
    return TRUE;
  if (S_ISLNK (a.st_mode) && S_ISLNK (b.st_mode)) {
    g_autofree char *target = read_link (one_fd, one);
    g_autofree char *other_target = read_link (other_fd, other);
    return target && g_strcmp0 (target, other_target) == 0;
  }
  Digest digest, other_digest;
  guint64 size, other_size;
  return S_ISREG (a.st_mode) && S_ISREG (b.st_mode) && a.st_size == b.st_size
         && tree_digest_file (one_fd, one, &digest, &size) == 0
         && tree_digest_file (other_fd, other, &other_digest, &other_size) == 0
         && digest_equal (&digest, &other_digest);
}

/* A copy that passes for the original: mode, owner where allowed, and time. */
static int
copy_original (int old_fd, int new_fd, const char *name)
{
  struct stat info;
  DigestState state;
  TreeStamp stamp;
  int from_fd = open_regular (old_fd, name, &info);
  if (from_fd < 0)
    return errno;
  int to_fd = create_file (new_fd, name, 0600);
  if (to_fd < 0) {
    tree_close (from_fd);
    return errno;
  }
  digest_start (&state);
  int code = pass_bytes (from_fd, to_fd, &state);
  tree_close (from_fd);
  /* Not everybody may give files away, and not every file system has owners or modes: what of this
   * cannot be had is done without. */
  const struct timespec times[] = { info.st_atim, info.st_mtim };
  gboolean is_like = fchown (to_fd, info.st_uid, info.st_gid) == 0;
  is_like = fchmod (to_fd, info.st_mode & 0777) == 0 && is_like;
  is_like = futimens (to_fd, times) == 0 && is_like;
  (void) is_like;
  return finish_file (to_fd, code, new_fd, name, &stamp);
}

int
tree_link (int old_fd, int new_fd, const char *name)
{
  if (linkat (old_fd, name, new_fd, name, 0) == 0)
    return 0;
  /* No links here, too many of them, or the file of somebody else. */
  if (errno != EPERM && errno != EACCES && errno != EMLINK && errno != EXDEV && errno != EOPNOTSUPP
      && errno != ENOSYS)
    return errno;
  g_autofree char *target = read_link (old_fd, name);
  if (target)
    return symlinkat (target, new_fd, name) < 0 ? errno : 0;
  return copy_original (old_fd, new_fd, name);
}

int
tree_move (int old_fd, const char *old_name, int new_fd, const char *new_name)
{
  if (renameat2 (old_fd, old_name, new_fd, new_name, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return errno;
  struct stat info;
  if (fstatat (new_fd, new_name, &info, AT_SYMLINK_NOFOLLOW) == 0)
    return EEXIST;
  return renameat (old_fd, old_name, new_fd, new_name) < 0 ? errno : 0;
}

int
tree_unlink (int folder_fd, const char *name, gboolean is_folder)
{
  int flags = is_folder ? AT_REMOVEDIR : 0;
  if (unlinkat (folder_fd, name, flags) == 0 || errno == ENOENT)
    return 0;
  struct stat info;
  if (errno != EACCES || fstat (folder_fd, &info) < 0
      || fchmod (folder_fd, (info.st_mode & 07777) | 0700) < 0)
    return errno;
  return unlinkat (folder_fd, name, flags) == 0 || errno == ENOENT ? 0 : errno;
}

/* Deletes all that is in the folder. */
static int
wipe_inside (int folder_fd)
{
  g_autoptr (TreeList) list = tree_list (folder_fd);
  if (list == NULL)
    return errno;
  int first = 0;
  for (guint i = 0; i < list->items->len; i++) {
    const TreeItem *item = &g_array_index (list->items, TreeItem, i);
    int code = item->type == TREE_FOLDER ? tree_wipe (folder_fd, item->name)
                                         : tree_unlink (folder_fd, item->name, FALSE);
    if (first == 0)
      first = code;
  }
  return first;
}

int
tree_wipe (int folder_fd, const char *name)
{
  int fd = openat (folder_fd, name, OPEN_FOLDER);
  if (fd < 0 && errno == EACCES && fchmodat (folder_fd, name, 0700, 0) == 0)
    fd = openat (folder_fd, name, OPEN_FOLDER);
  if (fd < 0 && (errno == ENOTDIR || errno == ELOOP))
    return tree_unlink (folder_fd, name, FALSE);
  if (fd < 0)
    return errno == ENOENT ? 0 : errno;
  int code = wipe_inside (fd);
  tree_close (fd);
  return code ? code : tree_unlink (folder_fd, name, TRUE);
}
