/* SPDX-License-Identifier: MIT */
#include "write/disk.h"

#include "write/interrupt.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define OPEN_FOLDER (O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
/* Not blocking: a name that ought to be a file may be a FIFO by now. */
#define OPEN_FILE    (O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
#define BUFFER_SIZE  (128 * 1024)
#define TEXT_LARGEST (G_GUINT64_CONSTANT (1) << 30)

gint64
disk_time_ns (struct timespec time)
{
  return (gint64) time.tv_sec * 1000000000 + time.tv_nsec;
}

DiskStamp
disk_stamp (const struct stat *info)
{
  return (DiskStamp){ (guint64) info->st_size, disk_time_ns (info->st_mtim), info->st_ino };
}

gboolean
disk_stamp_equal (const DiskStamp *one, const DiskStamp *other)
{
  return one->size == other->size && one->mtime_ns == other->mtime_ns && one->inode == other->inode;
}

void
disk_close (int fd)
{
  int kept = errno;
  if (fd >= 0)
    close (fd);
  errno = kept;
}

gboolean
disk_is_mounted (int folder_fd, const char *name)
{
  struct statx info;
  int flags = AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT | (*name ? 0 : AT_EMPTY_PATH);
  return statx (folder_fd, name, flags, STATX_TYPE, &info) == 0
         && (info.stx_attributes & STATX_ATTR_MOUNT_ROOT);
}

int
disk_look (int folder_fd, const char *path, mode_t *mode, guint64 *inode)
{
  struct stat info = { 0 };
  if (fstatat (folder_fd, path, &info, AT_SYMLINK_NOFOLLOW) < 0 && errno != ENOENT
      && errno != ENOTDIR)
    return errno;
  *mode = info.st_mode;
  *inode = info.st_ino;
  return 0;
}

/* One call for the whole file system instead of one for each file: thousands of small files cost
 * what one costs. Where a sandbox knows only the call without an argument, that does. */
int
disk_sync (int fd)
{
  if (syncfs (fd) == 0)
    return 0;
  if (errno != ENOSYS)
    return errno;
  sync ();
  return 0;
}

/* ------------------------------------------------------------------------- folders */

static void
add_item (DiskList *list, const char *name, unsigned char type)
{
  DiskItem item = { g_string_chunk_insert (list->names, name), DISK_OTHER };
  item.type = type == DT_REG   ? DISK_FILE
              : type == DT_DIR ? DISK_FOLDER
              : type == DT_LNK ? DISK_LINK
                               : DISK_OTHER;
  g_array_append_val (list->items, item);
}

/* Not every file system tells types while listing. Returns 0 or an errno value. */
static int
take_item (DiskList *list, int folder_fd, const struct dirent *item)
{
  mode_t mode;
  guint64 inode;
  if (strcmp (item->d_name, ".") == 0 || strcmp (item->d_name, "..") == 0)
    return 0;
  if (item->d_type != DT_UNKNOWN) {
    add_item (list, item->d_name, item->d_type);
    return 0;
  }
  int code = disk_look (folder_fd, item->d_name, &mode, &inode);
  if (code == 0 && inode != 0)
    add_item (list, item->d_name, IFTODT (mode));
  return code;
}

/* The names are read to the end before anybody adds or deletes one: what readdir() says about a
 * folder that is being changed is undefined. */
DiskList *
disk_list (int folder_fd)
{
  int fd = openat (folder_fd, ".", OPEN_FOLDER);
  DIR *folder = fd < 0 ? NULL : fdopendir (fd);
  if (folder == NULL) {
    disk_close (fd);
    return NULL;
  }
  DiskList *list = g_new (DiskList, 1);
  list->items = g_array_new (FALSE, FALSE, sizeof (DiskItem));
  list->names = g_string_chunk_new (4096);

  const struct dirent *next;
  int code = 0;
  errno = 0;
  while (code == 0 && (next = readdir (folder))) {
    code = take_item (list, folder_fd, next);
    errno = 0;
  }
  if (code == 0)
    code = errno;
  closedir (folder);
  if (code == 0)
    return list;
  disk_list_free (list);
  errno = code;
  return NULL;
}

void
disk_list_free (DiskList *list)
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
    disk_close (fd);
    fd = next;
    path = *end ? end + 1 : end;
  }
  return fd;
}

int
disk_open_folder (int root_fd, const char *path)
{
  return descend (root_fd, path, FALSE);
}

int
disk_make_folder (int root_fd, const char *path)
{
  return descend (root_fd, path, TRUE);
}

/* ------------------------------------------------------------------------- files */

static int
open_regular (int folder_fd, const char *path, struct stat *info)
{
  int fd = openat (folder_fd, path, OPEN_FILE);
  int code = fd < 0 || fstat (fd, info) < 0 ? errno : S_ISREG (info->st_mode) ? 0 : EINVAL;
  if (code == 0)
    return fd;
  disk_close (fd);
  errno = code;
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
disk_read_text (int folder_fd, const char *name, gsize *length)
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
  disk_close (fd);
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
finish_file (int fd, int code, int folder_fd, const char *path, DiskStamp *stamp)
{
  struct stat info;
  if (code == 0 && fstat (fd, &info) < 0)
    code = errno;
  if (close (fd) < 0 && code == 0)
    code = errno;
  if (code == 0)
    *stamp = disk_stamp (&info);
  else
    unlinkat (folder_fd, path, 0);
  return code;
}

int
disk_write_file (int folder_fd, const char *path, const char *bytes, gsize length, DiskStamp *stamp)
{
  int fd = create_file (folder_fd, path, 0666);
  if (fd < 0)
    return errno;
  return finish_file (fd, write_fully (fd, bytes, length), folder_fd, path, stamp);
}

/* The bytes of `from_fd` to `to_fd` (-1: nowhere) and into the fingerprint. A film takes long
 * enough for somebody to want to stop. */
static int
pass_bytes (int from_fd, int to_fd, DigestState *state)
{
  g_autofree char *buffer = g_malloc (BUFFER_SIZE);
  gssize n;
  while ((n = read_fully (from_fd, buffer, BUFFER_SIZE)) > 0) {
    digest_add (state, buffer, (gsize) n);
    int code = interrupt_is_requested () ? ECANCELED : 0;
    if (code == 0 && to_fd >= 0)
      code = write_fully (to_fd, buffer, (gsize) n);
    if (code != 0)
      return code;
  }
  return n < 0 ? errno : 0;
}

int
disk_copy_file (int from_fd, int folder_fd, const char *path, Digest *digest, DiskStamp *stamp)
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
disk_digest_open (int fd, Digest *digest, guint64 *size)
{
  DigestState state;
  digest_start (&state);
  int code = pass_bytes (fd, -1, &state);
  *digest = digest_finish (&state);
  *size = state.length;
  return code;
}

int
disk_digest_file (int folder_fd, const char *path, Digest *digest, guint64 *size)
{
  struct stat info;
  int fd = open_regular (folder_fd, path, &info);
  if (fd < 0)
    return errno;
  int code = disk_digest_open (fd, digest, size);
  disk_close (fd);
  return code;
}

/* ------------------------------------------------------------------------- two places */

/* The target of a link, or NULL. Caller frees. */
static char *
read_link (int folder_fd, const char *name)
{
  char target[PATH_MAX];
  ssize_t n = readlinkat (folder_fd, name, target, sizeof target);
  return n < 0 || (gsize) n == sizeof target ? NULL : g_strndup (target, (gsize) n);
}

/* A copy that passes for the original: mode, owner where allowed, and time. */
static int
copy_original (int old_fd, int new_fd, const char *name)
{
  struct stat info;
  DigestState state;
  DiskStamp stamp;
  int from_fd = open_regular (old_fd, name, &info);
  if (from_fd < 0)
    return errno;
  int to_fd = create_file (new_fd, name, 0600);
  if (to_fd < 0) {
    disk_close (from_fd);
    return errno;
  }
  digest_start (&state);
  int code = pass_bytes (from_fd, to_fd, &state);
  disk_close (from_fd);
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
disk_link (int old_fd, int new_fd, const char *path)
{
  if (linkat (old_fd, path, new_fd, path, 0) == 0)
    return 0;
  /* No links here, too many of them, or the file of somebody else. */
  if (errno != EPERM && errno != EACCES && errno != EMLINK && errno != EXDEV && errno != EOPNOTSUPP
      && errno != ENOSYS)
    return errno;
  g_autofree char *target = read_link (old_fd, path);
  if (target)
    return symlinkat (target, new_fd, path) < 0 ? errno : 0;
  return copy_original (old_fd, new_fd, path);
}

int
disk_move (int old_fd, const char *old_name, int new_fd, const char *new_name)
{
  if (renameat2 (old_fd, old_name, new_fd, new_name, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return errno;
  mode_t mode;
  guint64 inode;
  int code = disk_look (new_fd, new_name, &mode, &inode);
  if (code != 0 || inode != 0)
    return code ? code : EEXIST;
  return renameat (old_fd, old_name, new_fd, new_name) < 0 ? errno : 0;
}

int
disk_unlink (int folder_fd, const char *name, gboolean is_folder)
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
  g_autoptr (DiskList) list = disk_list (folder_fd);
  if (list == NULL)
    return errno;
  int first = 0;
  for (guint i = 0; i < list->items->len; i++) {
    const DiskItem *item = &g_array_index (list->items, DiskItem, i);
    int code = item->type == DISK_FOLDER ? disk_wipe (folder_fd, item->name)
                                         : disk_unlink (folder_fd, item->name, FALSE);
    if (first == 0)
      first = code;
  }
  return first;
}

int
disk_wipe (int folder_fd, const char *name)
{
  int fd = openat (folder_fd, name, OPEN_FOLDER);
  if (fd < 0 && errno == EACCES && fchmodat (folder_fd, name, 0700, 0) == 0)
    fd = openat (folder_fd, name, OPEN_FOLDER);
  if (fd < 0 && (errno == ENOTDIR || errno == ELOOP))
    return disk_unlink (folder_fd, name, FALSE);
  if (fd < 0)
    return errno == ENOENT ? 0 : errno;
  int code = wipe_inside (fd);
  disk_close (fd);
  return code ? code : disk_unlink (folder_fd, name, TRUE);
}
