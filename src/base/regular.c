/* SPDX-License-Identifier: MIT */
#include "base/regular.h"

#include "base/i18n.h"
#include "base/source.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* A site has none that it has to look into; what is larger is a mistake, or meant to fill the
 * memory. */
#define MOST_BYTES ((gsize) 1 << 30)

static void
fail (GError **error, int code)
{
  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (code), g_strerror (code));
}

/* Not blocking: the name may be one of a FIFO. */
int
regular_open (const char *path, gsize *size, GError **error)
{
  struct stat info = { 0 };
  int fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  int code = fd < 0 || fstat (fd, &info) < 0 ? errno : 0;
  *size = (gsize) info.st_size;
  gboolean is_other = code == ELOOP || code == ENXIO || (code == 0 && !S_ISREG (info.st_mode));
  if (code == 0 && !is_other)
    return fd;
  if (fd >= 0)
    close (fd);
  if (is_other)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s", _ (source_not_regular));
  else
    fail (error, code);
  return -1;
}

static char *
read_open (int fd, gsize size, gsize *length, GError **error)
{
  g_autofree char *bytes = g_malloc (size + 1);
  *length = 0;
  while (*length < size) {
    ssize_t n = read (fd, bytes + *length, size - *length);
    if (n == 0)
      break;
    if (n < 0 && errno != EINTR) {
      fail (error, errno);
      return NULL;
    }
    *length += n > 0 ? (gsize) n : 0;
  }
  bytes[*length] = '\0';
  return g_steal_pointer (&bytes);
}

char *
regular_read (const char *path, gsize *length, GError **error)
{
  gsize size;
  int fd = regular_open (path, &size, error);
  if (fd < 0)
    return NULL;
  char *bytes = NULL;
  if (size <= MOST_BYTES)
    bytes = read_open (fd, size, length, error);
  else
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOMEM, _ ("the file is larger than %d MB"),
                 (int) (MOST_BYTES >> 20));
  close (fd);
  return bytes;
}
