/* SPDX-License-Identifier: MIT */
/* A made site as zip files for a stick: the same site gives the same bytes. Each part can be
 * unpacked by itself, all of them into one folder; the first has a page to start with, the last
 * SHA256SUMS of all that is in any of them. */
#pragma once

#include <glib.h>

#define ARCHIVE_START "MO-TRANG-NAY.html" /* leads to the home page */
/* The largest file of FAT32 is a byte less than 4 GB. */
#define ARCHIVE_MOST_BYTES (G_GUINT64_CONSTANT (4) * 1024 * 1024 * 1024 - 1)

typedef struct {
  const char *folder;  /* the made site */
  const char *file;    /* the first part, “x.zip”; the next one is “x-2.zip” */
  guint64 most_bytes;  /* of a part */
  gboolean leave_kits; /* what offices were sent stays out, and sheets of provinces */
} ArchiveOptions;

typedef struct {
  guint n_files, n_parts;
  guint64 bytes; /* of all parts */
} ArchiveCounts;

/* Writes the parts, each as a whole or not at all; older parts beyond the last are deleted. Hidden
 * files stay out, and what is packed for servers (write/packed.h). FALSE with `error`
 * (G_FILE_ERROR), also when one file is larger than a part, or when a file that is called like a
 * part is none of this archive: it is not touched. */
gboolean archive_write (const ArchiveOptions *options, ArchiveCounts *counts, GError **error);
/* TRUE for what `leave_kits` leaves out, by its path from the root of the site. */
gboolean archive_is_kit (const char *path);
/* “x-2.zip” for part 2 of “x.zip”; part 1 is itself. Caller frees. */
char *archive_part_name (const char *file, guint number);

/* One file that is read from an archive or a folder, and its sum. */
typedef void (*ArchiveFound) (const char *name, const char *hex, const char *text, gsize length,
                              gpointer data);
/* Reads all of an archive, calls `found` for each file, with the text of SHA256SUMS alone. FALSE
 * with `error` when it is no zip, or is cut off. */
gboolean archive_read (const char *file, ArchiveFound found, gpointer data, GError **error);
