/* SPDX-License-Identifier: MIT */
/* A folder in memory for what can be read from a folder only. */
#pragma once

#include <fcntl.h>
#include <glib.h>
#include <unistd.h>

static inline const char *
fuzz_folder_path (void)
{
  static char *path;

  if (path == NULL) {
    if (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR))
      g_setenv ("TMPDIR", "/dev/shm", TRUE);
    path = g_dir_make_tmp ("loa-fuzz-XXXXXX", NULL);
    g_assert (path);
  }
  return path;
}

/* Its descriptor; never closed. */
static inline int
fuzz_folder (void)
{
  static int fd = -1;

  if (fd < 0) {
    fd = open (fuzz_folder_path (), O_RDONLY | O_DIRECTORY);
    g_assert_cmpint (fd, >=, 0);
  }
  return fd;
}

/* The file `name` has these bytes. */
static inline void
fuzz_folder_set (const char *name, const void *bytes, gsize length)
{
  int fd = openat (fuzz_folder (), name, O_WRONLY | O_CREAT | O_TRUNC, 0644);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, bytes, length), ==, length);
  close (fd);
}
