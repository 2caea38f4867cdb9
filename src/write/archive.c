/* SPDX-License-Identifier: MIT */
#include "write/archive.h"

#include "base/folder_names.h"
#include "base/i18n.h"
#include "write/failure.h"
#include "write/packed.h"
#include "write/sums.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a zip needs for a file besides its bytes and twice its name, and what is needed once. */
#define ENTRY_BYTES 256
#define FRAME_BYTES 4096
#define CHUNK       65536

typedef struct {
  char *name; /* from the root of the site */
  guint64 size;
} Member;

static void
member_clear (gpointer data)
{
  g_free (((Member *) data)->name);
}

/* --- what goes in --- */

gboolean
archive_is_kit (const char *path)
{
  guint n = 0;

  if (g_str_has_prefix (path, "nha-in/"))
    return TRUE;
  for (const char *p = path; (p = strchr (p, '/')) != NULL; p++)
    n++;
  return g_str_has_prefix (path, "co-quan/") && n >= 3;
}

/* What does not belong to the site: our own files at its top, a repository, and the sums, which are
 * made anew. */
static gboolean
is_left_out (const char *path, G_GNUC_UNUSED gpointer data)
{
  return *path == '.' || strcmp (path, SUMS_FILE) == 0;
}

static gboolean
list_members (const ArchiveOptions *options, GArray *members, GError **error)
{
  g_autoptr (GPtrArray) files = folder_files (options->folder, is_left_out, NULL, error);

  for (guint i = 0; files && i < files->len; i++) {
    const char *path = files->pdata[i];
    g_autofree char *whole = g_build_filename (options->folder, path, NULL);
    GStatBuf info;
    if (packed_is_twin (options->folder, path) || (options->leave_kits && archive_is_kit (path)))
      continue;
    if (g_lstat (whole, &info) != 0)
      return failure_set (error, errno, _ ("“%s” cannot be read"), whole);
    if (S_ISREG (info.st_mode)) {
      const Member member = { g_strdup (path), (guint64) info.st_size };
      g_array_append_val (members, member);
    }
  }
  return files != NULL;
}

static int
compare_members (gconstpointer one, gconstpointer other)
{
  return strcmp (((const Member *) one)->name, ((const Member *) other)->name);
}

/* --- parts --- */

char *
archive_part_name (const char *file, guint number)
{
  gsize stem = g_str_has_suffix (file, ".zip") ? strlen (file) - strlen (".zip") : strlen (file);

  return number == 1 ? g_strdup (file)
                     : g_strdup_printf ("%.*s-%u%s", (int) stem, file, number, file + stem);
}

typedef struct {
  const ArchiveOptions *options;
  struct archive *archive; /* of the part at hand, or NULL */
  char *unfinished;        /* what it is called until it is whole */
  guint number;
  guint64 bound;    /* it has at most so many bytes now */
  GPtrArray *ready; /* names of unfinished parts that are whole, owned */
  GString *sums;
} Parts;

static gboolean
fail (struct archive *archive, const char *path, GError **error)
{
  int code = archive_errno (archive);

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "%s: %s", path,
               code > 0 ? g_strerror (code) : archive_error_string (archive));
  return FALSE;
}

/* A stick is pulled out as soon as the prompt is back. */
static gboolean
sync_file (const char *path, GError **error)
{
  int file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean is_good = file >= 0 && fsync (file) == 0;

  if (!is_good)
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", path,
                 g_strerror (errno));
  if (file >= 0)
    close (file);
  return is_good;
}

static gboolean
close_part (Parts *parts, GError **error)
{
  struct archive *archive = g_steal_pointer (&parts->archive);
  gboolean is_good = TRUE;

  if (archive == NULL)
    return TRUE;
  if (archive_write_close (archive) != ARCHIVE_OK)
    is_good = fail (archive, parts->unfinished, error);
  archive_write_free (archive);
  is_good = is_good && sync_file (parts->unfinished, error);
  g_ptr_array_add (parts->ready, g_steal_pointer (&parts->unfinished));
  return is_good;
}

static gboolean
open_part (Parts *parts, GError **error)
{
  parts->number++;
  g_autofree char *name = archive_part_name (parts->options->file, parts->number);
  parts->unfinished = g_strconcat (name, ".part", NULL);
  parts->bound = FRAME_BYTES;
  parts->archive = archive_write_new ();
  archive_write_set_format_zip (parts->archive);
  archive_write_set_options (parts->archive, "zip:hdrcharset=UTF-8");
  archive_write_set_bytes_in_last_block (parts->archive, 1);
  return archive_write_open_filename (parts->archive, parts->unfinished) == ARCHIVE_OK
         || fail (parts->archive, parts->unfinished, error);
}

/* A file goes into the part at hand, or begins the next one. */
static gboolean
make_room (Parts *parts, const char *name, guint64 size, GError **error)
{
  guint64 needed = size + size / 1024 + 2 * strlen (name) + ENTRY_BYTES;

  if (needed + FRAME_BYTES > parts->options->most_bytes) {
    g_set_error (
      error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
      _ ("%s: the file is larger than a part of the archive may be; leave it out of the site"),
      name);
    return FALSE;
  }
  if (parts->archive && parts->bound + needed > parts->options->most_bytes
      && !close_part (parts, error))
    return FALSE;
  if (parts->archive == NULL && !open_part (parts, error))
    return FALSE;
  parts->bound += needed;
  return TRUE;
}

/* What is packed already stays as it is. */
static gboolean
is_packed (const char *name)
{
  static const char *const endings[] = { ".pdf", ".png",   ".jpg", ".jpeg", ".webp", ".gif",
                                         ".zip", ".mp3",   ".mp4", ".m4a",  ".docx", ".xlsx",
                                         ".ogg", ".woff2", ".gz",  ".br",   NULL };

  for (const char *const *ending = endings; *ending; ending++)
    if (g_str_has_suffix (name, *ending))
      return TRUE;
  return FALSE;
}

/* No times and no owner: libarchive then writes the first moment a zip knows. */
static gboolean
begin (Parts *parts, const char *name, guint64 size, GError **error)
{
  if (!make_room (parts, name, size, error))
    return FALSE;
  struct archive_entry *entry = archive_entry_new ();
  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) size);
  if (is_packed (name))
    archive_write_zip_set_compression_store (parts->archive);
  else
    archive_write_zip_set_compression_deflate (parts->archive);
  int status = archive_write_header (parts->archive, entry);
  archive_entry_free (entry);
  return status == ARCHIVE_OK || fail (parts->archive, parts->unfinished, error);
}

static gboolean
put (Parts *parts, const void *bytes, gsize length, GError **error)
{
  return archive_write_data (parts->archive, bytes, length) == (la_ssize_t) length
         || fail (parts->archive, parts->unfinished, error);
}

static gboolean
add_bytes (Parts *parts, const char *name, const char *bytes, gsize length, GError **error)
{
  return begin (parts, name, length, error) && put (parts, bytes, length, error);
}

static gboolean
add_file (Parts *parts, const Member *member, GError **error)
{
  g_autofree char *path = g_build_filename (parts->options->folder, member->name, NULL);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *chunk = g_malloc (CHUNK);
  FILE *file = g_fopen (path, "rb");
  guint64 left = member->size;
  gsize n;

  if (file == NULL) {
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", path,
                 g_strerror (errno));
    return FALSE;
  }
  gboolean is_good = begin (parts, member->name, member->size, error);
  while (is_good && (n = fread (chunk, 1, MIN (left, CHUNK), file)) > 0) {
    g_checksum_update (sum, chunk, (gssize) n);
    is_good = put (parts, chunk, n, error);
    left -= n;
  }
  fclose (file);
  if (is_good && left > 0) {
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_IO,
                 _ ("%s: the file changed while it was packed"), path);
    is_good = FALSE;
  }
  if (is_good)
    sums_add (parts->sums, member->name, g_checksum_get_string (sum));
  return is_good;
}

/* For who opens a stick and finds a hundred folders. */
static const char start_page[] =
  "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n"
  "<meta http-equiv=\"refresh\" content=\"0; url=index.html\">\n<title>Mở trang này</title>\n"
  "</head>\n<body>\n<p><a href=\"index.html\">Mở trang chủ</a></p>\n</body>\n</html>\n";

static gboolean
add_all (Parts *parts, const GArray *members, GError **error)
{
  g_autofree char *sum = g_compute_checksum_for_data (
    G_CHECKSUM_SHA256, (const guchar *) start_page, strlen (start_page));

  if (!add_bytes (parts, ARCHIVE_START, start_page, strlen (start_page), error))
    return FALSE;
  sums_add (parts->sums, ARCHIVE_START, sum);
  for (guint i = 0; i < members->len; i++)
    if (!add_file (parts, &g_array_index (members, Member, i), error))
      return FALSE;
  return add_bytes (parts, SUMS_FILE, parts->sums->str, parts->sums->len, error)
         && close_part (parts, error);
}

/* Only now, when all of them are whole. */
static gboolean
publish (Parts *parts, ArchiveCounts *counts, GError **error)
{
  for (guint i = 0; i < parts->ready->len; i++) {
    g_autofree char *name = archive_part_name (parts->options->file, i + 1);
    GStatBuf info;
    if (g_rename (parts->ready->pdata[i], name) != 0) {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", name,
                   g_strerror (errno));
      return FALSE;
    }
    if (g_stat (name, &info) == 0)
      counts->bytes += (guint64) info.st_size;
  }
  counts->n_parts = parts->ready->len;
  for (guint number = parts->ready->len + 1;; number++) {
    g_autofree char *stale = archive_part_name (parts->options->file, number);
    if (g_unlink (stale) != 0)
      return TRUE;
  }
}

static void
parts_clear (Parts *parts, gboolean is_good)
{
  if (parts->archive)
    archive_write_free (parts->archive);
  if (parts->unfinished)
    g_unlink (parts->unfinished);
  for (guint i = 0; !is_good && i < parts->ready->len; i++)
    g_unlink (parts->ready->pdata[i]);
  g_free (parts->unfinished);
  g_ptr_array_unref (parts->ready);
  g_string_free (parts->sums, TRUE);
}

/* --- what stands where parts will --- */

/* What is in an archive; of SHA256SUMS its text. */
typedef struct {
  GPtrArray *names; /* owned */
  char *sums;       /* owned, or NULL */
} Listing;

static void
listing_clear (Listing *listing)
{
  g_ptr_array_unref (listing->names);
  g_free (listing->sums);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Listing, listing_clear)

static void
list_entry (const char *name, G_GNUC_UNUSED const char *hex, const char *text, gsize length,
            gpointer data)
{
  Listing *listing = data;

  g_ptr_array_add (listing->names, g_strdup (name));
  if (strcmp (name, SUMS_FILE) == 0)
    listing->sums = g_strndup (text, length);
}

/* A later part of an archive of ours has no page to start with, and all that is in it stands in the
 * sums of the last one. */
static gboolean
is_later_part (const Listing *listing, GHashTable *sums)
{
  for (guint i = 0; i < listing->names->len; i++) {
    const char *name = listing->names->pdata[i];
    if (strcmp (name, ARCHIVE_START) == 0
        || (strcmp (name, SUMS_FILE) != 0 && !g_hash_table_contains (sums, name)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_listing (const char *file, Listing *listing)
{
  listing->names = g_ptr_array_new_with_free_func (g_free);
  listing->sums = NULL;
  return archive_read (file, list_entry, listing, NULL);
}

/* Files called like later parts are read before anything is written, the last one first: they are
 * replaced or deleted only when they are such. */
static gboolean
check_later_parts (const char *file, GError **error)
{
  g_autoptr (GHashTable) sums = NULL;
  guint last = 1, line;

  for (;; last++) {
    g_autofree char *next = archive_part_name (file, last + 1);
    if (!g_file_test (next, G_FILE_TEST_EXISTS))
      break;
  }
  for (guint number = last; number > 1; number--) {
    g_autofree char *name = archive_part_name (file, number);
    g_auto (Listing) listing;
    gboolean is_read = read_listing (name, &listing);
    if (number == last && listing.sums)
      sums = sums_read (listing.sums, strlen (listing.sums), &line);
    if (is_read && sums && is_later_part (&listing, sums))
      continue;
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST,
                 _ ("%s: this is no part of “%s”; move it, or give the archive another name"), name,
                 file);
    return FALSE;
  }
  return TRUE;
}

gboolean
archive_write (const ArchiveOptions *options, ArchiveCounts *counts, GError **error)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (Member));
  Parts parts = { .options = options,
                  .ready = g_ptr_array_new_with_free_func (g_free),
                  .sums = g_string_new (NULL) };

  *counts = (ArchiveCounts){ 0 };
  g_array_set_clear_func (members, member_clear);
  gboolean is_good =
    check_later_parts (options->file, error) && list_members (options, members, error);
  g_array_sort (members, compare_members);
  is_good = is_good && add_all (&parts, members, error) && publish (&parts, counts, error);
  counts->n_files = members->len;
  parts_clear (&parts, is_good);
  return is_good;
}

/* --- reading --- */

static gboolean
read_entry (struct archive *archive, const char *name, ArchiveFound found, gpointer data)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree guchar *chunk = g_malloc (CHUNK);
  la_ssize_t n;

  while ((n = archive_read_data (archive, chunk, CHUNK)) > 0) {
    g_checksum_update (sum, chunk, n);
    if (strcmp (name, SUMS_FILE) == 0)
      g_string_append_len (text, (const char *) chunk, n);
  }
  if (n == 0)
    found (name, g_checksum_get_string (sum), text->str, text->len, data);
  return n == 0;
}

gboolean
archive_read (const char *file, ArchiveFound found, gpointer data, GError **error)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  int status;
  gboolean is_good;

  archive_read_support_format_zip (archive);
  archive_read_set_options (archive, "zip:hdrcharset=UTF-8");
  gboolean is_open = archive_read_open_filename (archive, file, CHUNK) == ARCHIVE_OK;
  is_good = is_open;
  while (is_good && (status = archive_read_next_header (archive, &entry)) != ARCHIVE_EOF) {
    const char *name = status == ARCHIVE_OK ? archive_entry_pathname_utf8 (entry) : NULL;
    if (name && archive_entry_filetype (entry) == AE_IFDIR)
      continue;
    is_good = name && read_entry (archive, name, found, data);
  }
  if (!is_open && archive_errno (archive) > 0 && archive_errno (archive) != EILSEQ)
    fail (archive, file, error);
  else if (!is_good)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _ ("%s: this is no whole zip file"),
                 file);
  archive_read_free (archive);
  return is_good;
}
