/* SPDX-License-Identifier: MIT */
/* Folders and files below an open folder. No symbolic link is ever followed on the way, so nothing
 * here leaves the folder it was given. Functions that say so return 0 or an errno value. */
#pragma once

#include "base/digest.h"

#include <sys/stat.h>

/* Enough to see that a file is not what it was. */
typedef struct {
  guint64 size;
  gint64 mtime_ns;
  guint64 inode;
} TreeStamp;

TreeStamp tree_stamp (const struct stat *info);
gboolean tree_stamp_equal (const TreeStamp *one, const TreeStamp *other);
gint64 tree_time_ns (struct timespec time);

typedef enum { TREE_FILE, TREE_FOLDER, TREE_LINK, TREE_OTHER } TreeType;

typedef struct {
  const char *name;
  TreeType type;
} TreeItem;

typedef struct {
  GArray *items; /* TreeItem */
  GStringChunk *names;
} TreeList;

/* What is in the folder at this moment, in no order. NULL with errno set when it cannot be read. */
TreeList *tree_list (int folder_fd);
void tree_list_free (TreeList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TreeList, tree_list_free)

/* Opens the folder `path` below `root_fd` ("": that folder itself). -1 with errno set on failure;
 * ELOOP or ENOTDIR when something on the way is not a folder. */
int tree_open_folder (int root_fd, const char *path);
/* As above, making what is missing. */
int tree_make_folder (int root_fd, const char *path);
/* Opens the folder that holds `path`; `*name` is the last part of `path`. */
int tree_open_parent (int root_fd, const char *path, const char **name);
/* Whether something is mounted on the folder `name` ("": `folder_fd` itself). */
gboolean tree_is_mounted (int folder_fd, const char *name);
/* Closes; -1 is fine. Keeps errno. */
void tree_close (int fd);

/* The whole of a regular file, with a NUL after it; NULL when it cannot be had or is absurdly
 * large. Caller frees. */
char *tree_read_text (int folder_fd, const char *name, gsize *length);
/* Makes a new file. Sets `stamp` to what it became. Returns 0 or an errno value, and then leaves
 * no file. */
int tree_write_file (int folder_fd, const char *path, const char *bytes, gsize length,
                     TreeStamp *stamp);
/* Makes a new file with the bytes of the open file `from_fd`, and says what they were. Returns 0 or
 * an errno value, and then leaves no file. */
int tree_copy_file (int from_fd, int folder_fd, const char *path, Digest *digest, TreeStamp *stamp);
/* Fingerprint of what is left to read in `fd`. Returns 0 or an errno value. */
int tree_digest (int fd, Digest *digest, guint64 *size);
/* Fingerprint of a regular file's bytes. Returns 0 or an errno value. */
int tree_digest_file (int folder_fd, const char *path, Digest *digest, guint64 *size);

/* Whether the two names are the same file, or files or links of the same content. */
gboolean tree_same (int one_fd, const char *one, int other_fd, const char *other);
/* Makes `name` of `old_fd` appear in `new_fd` too: a hard link, or a copy where there are none.
 * Returns 0 or an errno value. */
int tree_link (int old_fd, int new_fd, const char *name);
/* Renames, but never over something. Returns 0 or an errno value: EEXIST when something is there.
 */
int tree_move (int old_fd, const char *old_name, int new_fd, const char *new_name);
/* Deletes a file, or a folder with all that is in it. Returns 0 or an errno value; what is not
 * there is gone. */
int tree_wipe (int folder_fd, const char *name);
/* Deletes one name, lifting a write protection of the folder itself. Returns 0 or an errno value.
 */
int tree_unlink (int folder_fd, const char *name, gboolean is_folder);
