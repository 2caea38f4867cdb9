/* SPDX-License-Identifier: MIT */
#include "write/disk.h"

#include "site_kit.h"
#include "write/interrupt.h"

#include <errno.h>
#include <sys/wait.h>

typedef struct {
  char *folder;
  int fd;
} Room;

static void
room_begin (Room *room, gconstpointer data)
{
  (void) data;
  room->folder = scratch_new ();
  room->fd = open (room->folder, O_RDONLY | O_DIRECTORY);
}

static void
room_end (Room *room, gconstpointer data)
{
  (void) data;
  close (room->fd);
  scratch_remove (room->folder);
}

static void
link_to (const Room *room, const char *name, const char *target)
{
  g_assert_cmpint (symlinkat (target, room->fd, name), ==, 0);
}

static void
test_list (Room *room, gconstpointer data)
{
  (void) data;
  static const char *const names[] = { "file", "folder", "link", "pipe" };
  static const DiskType types[] = { DISK_FILE, DISK_FOLDER, DISK_LINK, DISK_OTHER };
  guint n_seen = 0;
  scratch_write (room->folder, "file", "x", -1);
  g_assert_cmpint (mkdirat (room->fd, "folder", 0700), ==, 0);
  link_to (room, "link", "folder");
  g_assert_cmpint (mkfifoat (room->fd, "pipe", 0600), ==, 0);
  g_autoptr (DiskList) list = disk_list (room->fd);
  g_assert_cmpuint (list->items->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < list->items->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++) {
      const DiskItem *item = &g_array_index (list->items, DiskItem, i);
      n_seen += strcmp (item->name, names[j]) == 0 && item->type == types[j];
    }
  g_assert_cmpuint (n_seen, ==, G_N_ELEMENTS (names));
  g_assert_null (disk_list (-1));
}

/* Not even by the way. */
static void
test_links_are_not_followed (Room *room, gconstpointer data)
{
  (void) data;
  gsize length;
  Digest digest;
  guint64 size;
  scratch_write (room->folder, "a/b/file", "x", -1);
  link_to (room, "link", "a");
  link_to (room, "a/link", "b/file");
  g_assert_cmpint (disk_open_folder (room->fd, "link/b"), ==, -1);
  g_assert_cmpint (disk_open_folder (room->fd, "link"), ==, -1);
  g_assert_cmpint (disk_make_folder (room->fd, "link/new"), ==, -1);
  g_assert_null (disk_read_text (room->fd, "a/link", &length));
  g_assert_cmpint (errno, ==, ELOOP);
  g_assert_cmpint (disk_digest_file (room->fd, "a/link", &digest, &size), ==, ELOOP);
  int fd = disk_make_folder (room->fd, "a/b/c/d");
  g_assert_cmpint (fd, >=, 0);
  disk_close (fd);
  g_assert_cmpint (disk_open_folder (room->fd, "nowhere"), ==, -1);
  g_assert_cmpint (errno, ==, ENOENT);
}

static void
test_look (Room *room, gconstpointer data)
{
  (void) data;
  mode_t mode = 1;
  guint64 inode = 1;
  g_assert_cmpint (disk_look (room->fd, "nothing", &mode, &inode), ==, 0);
  g_assert_cmpuint (inode, ==, 0);
  scratch_write (room->folder, "a", "x", -1);
  g_assert_cmpint (disk_look (room->fd, "a/b", &mode, &inode), ==, 0);
  g_assert_cmpuint (inode, ==, 0);
  link_to (room, "link", "nowhere");
  g_assert_cmpint (disk_look (room->fd, "link", &mode, &inode), ==, 0);
  g_assert_true (S_ISLNK (mode) && inode != 0);
  g_assert_cmpint (disk_look (-1, "x", &mode, &inode), ==, EBADF);
}

static void
test_files (Room *room, gconstpointer data)
{
  (void) data;
  DiskStamp stamp, copied;
  gsize length;
  Digest digest, wanted = digest_of ("a\0b", 3);
  guint64 size;
  g_assert_cmpint (disk_write_file (room->fd, "x", "a\0b", 3, &stamp), ==, 0);
  g_assert_cmpuint (stamp.size, ==, 3);
  g_assert_cmpint (disk_write_file (room->fd, "x", "y", 1, &stamp), ==, EEXIST);
  g_autofree char *text = disk_read_text (room->fd, "x", &length);
  g_assert_cmpmem (text, length + 1, "a\0b", 4);
  g_assert_cmpint (disk_digest_file (room->fd, "x", &digest, &size), ==, 0);
  g_assert_true (digest_equal (&digest, &wanted) && size == 3);
  int fd = openat (room->fd, "x", O_RDONLY);
  g_assert_cmpint (disk_copy_file (fd, room->fd, "copy", &digest, &copied), ==, 0);
  g_assert_true (digest_equal (&digest, &wanted) && copied.size == 3);
  g_assert_false (disk_stamp_equal (&stamp, &copied));
  g_assert_cmpint (disk_digest_open (fd, &digest, &size), ==, 0);
  g_assert_cmpuint (size, ==, 0); /* what is left */
  close (fd);
  g_assert_cmpint (mkfifoat (room->fd, "pipe", 0600), ==, 0);
  g_assert_null (disk_read_text (room->fd, "pipe", &length));
  g_assert_cmpint (errno, ==, EINVAL);
}

/* One field of the three is enough to differ. */
static void
test_stamps (void)
{
  const DiskStamp stamp = { 1, 2, 3 };
  const DiskStamp others[] = { { 2, 2, 3 }, { 1, 3, 3 }, { 1, 2, 4 } };
  g_assert_true (disk_stamp_equal (&stamp, &(DiskStamp){ 1, 2, 3 }));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (disk_stamp_equal (&stamp, &others[i]));
  g_assert_cmpint (disk_time_ns ((struct timespec){ 2, 5 }), ==, 2000000005);
}

static void
test_move_and_link (Room *room, gconstpointer data)
{
  (void) data;
  scratch_write (room->folder, "a", "a", -1);
  scratch_write (room->folder, "b", "b", -1);
  scratch_write (room->folder, "new/c", "c", -1);
  int new_fd = disk_open_folder (room->fd, "new");
  g_assert_cmpint (disk_move (room->fd, "a", room->fd, "b"), ==, EEXIST);
  g_assert_cmpint (disk_move (room->fd, "a", new_fd, "a"), ==, 0);
  g_assert_cmpint (disk_link (room->fd, new_fd, "b"), ==, 0);
  g_assert_cmpint (disk_link (room->fd, new_fd, "b"), ==, EEXIST);
  g_assert_cmpint (disk_link (room->fd, new_fd, "nothing"), ==, ENOENT);
  disk_close (new_fd);
  g_autofree char *shown = tree_show (room->folder);
  g_assert_cmpstr (shown, ==, "b = b\nnew/\nnew/a = a\nnew/b = b\nnew/c = c\n");
}

static void
test_wipe (Room *room, gconstpointer data)
{
  (void) data;
  scratch_write (room->folder, "away/a/b", "b", -1);
  scratch_write (room->folder, "stays/c", "c", -1);
  link_to (room, "away/link", "../stays");
  g_assert_cmpint (fchmodat (room->fd, "away/a", 0500, 0), ==, 0);
  g_assert_cmpint (disk_wipe (room->fd, "away"), ==, 0);
  g_assert_cmpint (disk_wipe (room->fd, "away"), ==, 0);
  g_assert_cmpint (disk_unlink (room->fd, "nothing", FALSE), ==, 0);
  g_assert_cmpint (disk_unlink (room->fd, "stays", TRUE), ==, ENOTEMPTY);
  g_autofree char *shown = tree_show (room->folder);
  g_assert_cmpstr (shown, ==, "stays/\nstays/c = c\n");
}

static void
test_mounts_and_sync (Room *room, gconstpointer data)
{
  (void) data;
  int proc = open ("/proc", O_RDONLY | O_DIRECTORY);
  g_assert_false (disk_is_mounted (room->fd, ""));
  g_assert_false (disk_is_mounted (room->fd, "nothing"));
  g_assert_true (disk_is_mounted (proc, ""));
  close (proc);
  g_assert_cmpint (disk_sync (-1), ==, EBADF);
}

/* In a child, since that wish is for good. */
static void
test_interrupted_copy (Room *room, gconstpointer data)
{
  (void) data;
  int status;
  scratch_write (room->folder, "film", "x", -1);
  pid_t child = fork ();
  if (child == 0) {
    Digest digest;
    DiskStamp stamp;
    int fd = openat (room->fd, "film", O_RDONLY);
    interrupt_request ();
    _exit (disk_copy_file (fd, room->fd, "copy", &digest, &stamp) == ECANCELED ? 0 : 1);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  g_autofree char *shown = tree_show (room->folder);
  g_assert_cmpstr (shown, ==, "film = x\n");
}

int
main (int argc, char **argv)
{
  scratch_in_memory ();
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/write/disk/list", Room, NULL, room_begin, test_list, room_end);
  g_test_add ("/write/disk/links", Room, NULL, room_begin, test_links_are_not_followed, room_end);
  g_test_add ("/write/disk/look", Room, NULL, room_begin, test_look, room_end);
  g_test_add ("/write/disk/files", Room, NULL, room_begin, test_files, room_end);
  g_test_add ("/write/disk/interrupted", Room, NULL, room_begin, test_interrupted_copy, room_end);
  g_test_add_func ("/write/disk/stamps", test_stamps);
  g_test_add ("/write/disk/move", Room, NULL, room_begin, test_move_and_link, room_end);
  g_test_add ("/write/disk/wipe", Room, NULL, room_begin, test_wipe, room_end);
  g_test_add ("/write/disk/mounts", Room, NULL, room_begin, test_mounts_and_sync, room_end);
  return g_test_run ();
}
