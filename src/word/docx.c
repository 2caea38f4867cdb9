/* SPDX-License-Identifier: MIT */
#include "word/docx.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

static la_ssize_t
on_write (struct archive *archive, void *data, const void *bytes, size_t length)
{
  (void) archive;
  g_string_append_len (data, bytes, length);
  return length;
}

/* No times at all: libarchive then writes the first moment a zip knows. */
void
docx_pack (const DocxFile *files, guint n, GString *out)
{
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_zip_set_compression_deflate (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  archive_write_open (archive, out, NULL, on_write, NULL);
  for (guint i = 0; i < n; i++) {
    struct archive_entry *entry = archive_entry_new ();
    archive_entry_set_pathname_utf8 (entry, files[i].name);
    archive_entry_set_filetype (entry, AE_IFREG);
    archive_entry_set_perm (entry, 0644);
    archive_entry_set_size (entry, files[i].length);
    archive_write_header (archive, entry);
    archive_write_data (archive, files[i].bytes, files[i].length);
    archive_entry_free (entry);
  }
  archive_write_close (archive);
  archive_write_free (archive);
}

void
docx_append_text (GString *out, const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p++)
    switch (*p) {
    case '&':
      g_string_append (out, "&amp;");
      break;
    case '<':
      g_string_append (out, "&lt;");
      break;
    case '>':
      g_string_append (out, "&gt;");
      break;
    case '"':
      g_string_append (out, "&quot;");
      break;
    default:
      if ((guchar) *p >= 0x20 || *p == '\t' || *p == '\n')
        g_string_append_c (out, *p);
    }
}
