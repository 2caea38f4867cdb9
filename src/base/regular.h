/* SPDX-License-Identifier: MIT */
/* Files of a site, which may be other things than files, also by the time they are opened: a link
 * leads out of the site, a FIFO keeps waiting who opens it. Neither is opened here. */
#pragma once

#include <glib.h>

/* Opens the file for reading and tells its size in bytes. Caller closes; -1 on failure, which is
 * G_FILE_ERROR_INVAL where there is no file, but something else. */
int regular_open (const char *path, gsize *size, GError **error);
/* As many bytes as there are when it is opened, with NUL behind them, or fewer when it is cut
 * meanwhile. Caller frees; NULL on failure, and for a file of more than a gigabyte. */
char *regular_read (const char *path, gsize *length, GError **error);
