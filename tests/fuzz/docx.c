/* SPDX-License-Identifier: MIT */
/* A Word file. What starts as a zip is taken for one; of anything else the pieces between lines of
 * “====” are its document, styles, numbering and footnotes, so that the reader is reached without a
 * checksum to guess. */
#include "fuzz.h"

#include "word/import.h"
#include "word/json.h"
#include "word/markdown.h"
#include "word/merge.h"

#include <archive.h>
#include <archive_entry.h>

static const char root[] =
  "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"d\"/></Relationships>";
static const char relations[] =
  "<Relationships><Relationship Id=\"s\" Type=\"x/styles\" Target=\"s\"/>"
  "<Relationship Id=\"n\" Type=\"x/numbering\" Target=\"n\"/>"
  "<Relationship Id=\"f\" Type=\"x/footnotes\" Target=\"f\"/>"
  "<Relationship Id=\"p\" Type=\"x/image\" Target=\"p\"/>"
  "<Relationship Id=\"l\" Type=\"x/hyperlink\" Target=\"https://a\" TargetMode=\"External\"/>"
  "</Relationships>";

static void
add_part (struct archive *archive, const char *name, const char *text)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, strlen (text));
  archive_write_header (archive, entry);
  archive_write_data (archive, text, strlen (text));
  archive_entry_free (entry);
}

static GBytes *
pack (const guint8 *bytes, gsize length)
{
  static const char *const names[] = { "d", "s", "n", "f" };
  g_autofree char *text = g_strndup ((const char *) bytes, length);
  g_auto (GStrv) pieces = g_strsplit (text, "\n====\n", G_N_ELEMENTS (names));
  gsize room = length * 2 + 65536, used = 0;
  char *buffer = g_malloc (room);
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "compression=store");
  archive_write_open_memory (archive, buffer, room, &used);
  add_part (archive, "_rels/.rels", root);
  add_part (archive, "_rels/d.rels", relations);
  add_part (archive, "p", "\x89PNG\r\n\x1A\n12345");
  for (guint i = 0; pieces[i] && i < G_N_ELEMENTS (names); i++)
    add_part (archive, names[i], pieces[i]);
  archive_write_close (archive);
  archive_write_free (archive);
  return g_bytes_new_take (buffer, used);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  gboolean is_zip = length > 2 && memcmp (bytes, "PK", 2) == 0;
  g_autoptr (GBytes) file = is_zip ? g_bytes_new (bytes, length) : pack (bytes, length);
  g_autoptr (WordPackage) package = NULL;
  g_autoptr (Imported) imported = word_import (file, N_IMPORTED_KINDS, &package, NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  const MarkdownNames names = { "a", 0, NULL };

  if (imported == NULL)
    return 0;
  imported_json (imported, "a", out);
  g_assert_true (g_utf8_validate_len (out->str, out->len, NULL));
  g_string_truncate (out, 0);
  markdown_document (imported, &names, out);
  g_assert_true (g_utf8_validate_len (out->str, out->len, NULL));
  /* What came from a file changes nothing when it comes again. */
  g_autoptr (Merge) merge = merge_documents (out->str, out->str, NULL);
  g_assert_cmpuint (merge->changes->len, ==, 0);
  return 0;
}
