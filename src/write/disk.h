/* SPDX-License-Identifier: MIT */
/* Files and folders below an open folder, as the writer needs them: never over something, never
 * half, and no symbolic link followed on the way, so that nothing here leaves the folder it was
 * given. Paths are relative to the folder. Functions returning int that say so return 0 or an errno
 * value, which the caller turns into a sentence; they are all for any thread. */
#pragma once

#include "base/digest.h"

#include <sys/stat.h>

/* Enough to see that a file is not what it was. */
typedef struct {
  guint64 size;    /* bytes */
  gint64 mtime_ns; /* since 1970 */
  guint64 inode;   /* 0: of no file */
} DiskStamp;

/* The stamp of what stat() said. */
DiskStamp disk_stamp (const struct stat *info);
/* Whether all three are the same. */
gboolean disk_stamp_equal (const DiskStamp *one, const DiskStamp *other);
/* In nanoseconds since 1970. */
gint64 disk_time_ns (struct timespec time);

typedef enum { DISK_FILE, DISK_FOLDER, DISK_LINK, DISK_OTHER } DiskType;

typedef struct {
  const char *name; /* in the list's `names` */
  DiskType type;
} DiskItem;

typedef struct {
  GArray *items; /* DiskItem */
  GStringChunk *names;
} DiskList;

/* What is in the folder at this moment, in no order. NULL with errno set when it cannot be read to
 * its end: half a list is none, because what is not on it would count as deleted. */
DiskList *disk_list (int folder_fd);
/* With its names; not NULL. */
void disk_list_free (DiskList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiskList, disk_list_free)

/* Opens the folder `path` below `root_fd` ("": that folder itself). The caller closes it. -1 with
 * errno set on failure; ELOOP or ENOTDIR when something on the way is not a folder. */
int disk_open_folder (int root_fd, const char *path);
/* As above, making what is missing. */
int disk_make_folder (int root_fd, const char *path);
/* Whether something is mounted on the folder `name` ("": `folder_fd` itself). FALSE when it cannot
 * be told: what is done next will fail by itself. */
gboolean disk_is_mounted (int folder_fd, const char *name);
/* What has the name: `*mode` as in struct stat, and its inode; both 0 when nothing has. Returns 0
 * or an errno value: what cannot be looked at is not what is not there. */
int disk_look (int folder_fd, const char *path, mode_t *mode, guint64 *inode);
/* Closes; -1 is fine. Keeps errno. */
void disk_close (int fd);
/* Waits until everything on the file system of `fd` that was written, renamed and deleted before
 * would survive a power cut. Returns 0 or an errno value. */
int disk_sync (int fd);

/* The whole of a regular file, with a NUL after it; `*length` in bytes, without it. NULL with errno
 * set when it cannot be had, EFBIG when it is absurdly large, EINVAL when it is no regular file.
 * Caller frees. */
char *disk_read_text (int folder_fd, const char *name, gsize *length);
/* Makes a new file of `length` bytes. Sets `stamp` to what it became. Returns 0 or an errno value
 * (EEXIST: the name is taken), and then leaves no file. */
int disk_write_file (int folder_fd, const char *path, const char *bytes, gsize length,
                     DiskStamp *stamp);
/* The same with the bytes that are left to read in `from_fd`, and says what they were. This one and
 * the two that follow return ECANCELED as soon as the user wants to stop. */
int disk_copy_file (int from_fd, int folder_fd, const char *path, Digest *digest, DiskStamp *stamp);
/* Fingerprint and number of the bytes that are left to read in `fd`. Returns 0 or an errno value.
 */
int disk_digest_open (int fd, Digest *digest, guint64 *size);
/* The same of the file `path`; EINVAL when it is no regular file. */
int disk_digest_file (int folder_fd, const char *path, Digest *digest, guint64 *size);

/* Makes `path` of `old_fd` appear in `new_fd` too, whose folders are there: a hard link, or a copy
 * with its mode and times where there are none. Returns 0 or an errno value. */
int disk_link (int old_fd, int new_fd, const char *path);
/* Renames, but never over something. Returns 0 or an errno value: EEXIST when something is there.
 */
int disk_move (int old_fd, const char *old_name, int new_fd, const char *new_name);
/* Deletes a file, or a folder with all that is in it. Returns 0 or an errno value; what is not
 * there is gone. */
int disk_wipe (int folder_fd, const char *name);
/* Deletes one name, lifting a write protection of the folder itself. Returns 0 or an errno value;
 * what is not there is gone. */
int disk_unlink (int folder_fd, const char *name, gboolean is_folder);
