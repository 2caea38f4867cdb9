/* SPDX-License-Identifier: MIT */
/* The limits are what keeps a file of 150 KB from becoming 150 MB in memory; they are checked while
 * unpacking, so that what lies beyond them is never made. Real letters have 15 to 60 entries and
 * stay below 10 MB.
 *
 * The first bytes are looked at before libarchive sees the file: an old .doc often has a zip at its
 * end, and would be opened as that. */
#include "word/package.h"

#include "base/arena.h"
#include "word/ooxml.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define MAX_ENTRIES 1000
#define MAX_PART    (64u << 20)
#define MAX_TOTAL   (128u << 20)
#define MAX_RATIO   200 /* unpacked to packed, beyond the first megabyte; text reaches 40 */

struct WordPackage {
  Arena *arena;
  GHashTable *parts;     /* name in small letters → GBytes */
  GHashTable *relations; /* name of a part → array of Related, as far as asked for */
  const char *main;
};

typedef struct {
  const char *id;
  WordRelation relation;
} Related;

/* --- the first bytes --- */

static gboolean
contains (const guint8 *bytes, gsize length, const char *what, gsize what_length)
{
  return memmem (bytes, length, what, what_length) != NULL;
}

/* FALSE with `error` when the file does not begin as a .docx does. A file with a password is an old
 * container, with a stream named EncryptedPackage (UTF-16LE). */
static gboolean
begins_well (const guint8 *bytes, gsize length, GError **error)
{
  static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

  if (length == 0)
    return word_refuse (error, WORD_EMPTY);
  if (length >= 8 && memcmp (bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0)
    return word_refuse (error, contains (bytes, length, encrypted, sizeof encrypted)
                                 ? WORD_ENCRYPTED
                                 : WORD_OLD_FORMAT);
  if (length < 4 || memcmp (bytes, "PK\3\4", 4) != 0)
    return word_refuse (error, WORD_NOT_DOCX);
  return TRUE;
}

/* --- unpacking --- */

typedef struct {
  WordPackage *package;
  struct archive *archive;
  gsize packed, total;
} Unpacking;

static gsize
most_bytes (const Unpacking *unpacking)
{
  return MIN (MAX_TOTAL, (1u << 20) + MAX_RATIO * unpacking->packed);
}

static gboolean
unpack_part (Unpacking *unpacking, const char *name, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  static const gsize step = 64 * 1024;

  for (;;) {
    gsize length = bytes->len;
    g_byte_array_set_size (bytes, length + step);
    gssize got = archive_read_data (unpacking->archive, bytes->data + length, step);
    g_byte_array_set_size (bytes, length + MAX (got, 0));
    if (got < 0)
      return word_refuse (error, WORD_DAMAGED);
    if (got == 0)
      break;
    unpacking->total += got;
    if (bytes->len > MAX_PART || unpacking->total > most_bytes (unpacking))
      return word_refuse (error, WORD_TOO_LARGE);
  }
  char *key = g_ascii_strdown (name, -1);
  if (g_hash_table_contains (unpacking->package->parts, key)) {
    g_free (key);
    return word_refuse (error, WORD_DUPLICATE_PART);
  }
  g_hash_table_insert (unpacking->package->parts, key,
                       g_byte_array_free_to_bytes (g_steal_pointer (&bytes)));
  return TRUE;
}

/* Not every name is one: what a name cannot be looked up by is of no use to us either. */
static gboolean
unpack_entry (Unpacking *unpacking, struct archive_entry *entry, GError **error)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  if (archive_entry_is_encrypted (entry))
    return word_refuse (error, WORD_ENCRYPTED);
  if (name == NULL || !g_utf8_validate (name, -1, NULL) || g_str_has_suffix (name, "/"))
    return TRUE;
  return unpack_part (unpacking, name, error);
}

static gboolean
unpack_all (Unpacking *unpacking, GBytes *file, GError **error)
{
  struct archive_entry *entry;
  gsize length;
  const void *bytes = g_bytes_get_data (file, &length);
  int status;

  unpacking->packed = length;
  archive_read_support_format_zip (unpacking->archive);
  if (archive_read_open_memory (unpacking->archive, bytes, length) != ARCHIVE_OK)
    return word_refuse (error, WORD_DAMAGED);
  for (guint n = 0;
       (status = archive_read_next_header (unpacking->archive, &entry)) >= ARCHIVE_WARN; n++) {
    if (status == ARCHIVE_EOF)
      return TRUE;
    if (n >= MAX_ENTRIES)
      return word_refuse (error, WORD_TOO_LARGE);
    if (!unpack_entry (unpacking, entry, error))
      return FALSE;
  }
  return word_refuse (error, WORD_DAMAGED);
}

/* --- what a part says of others --- */

/* "word/document.xml" → "word/_rels/document.xml.rels"; "" → "_rels/.rels". Caller frees. */
static char *
relations_name (const char *part)
{
  const char *slash = strrchr (part, '/');
  gsize folder = slash ? slash + 1 - part : 0;
  return g_strdup_printf ("%.*s_rels/%s.rels", (int) folder, part, part + folder);
}

/* The part that `target` means, as seen from `part`; NULL when it leads out of the package. */
static const char *
resolve_target (WordPackage *package, const char *part, const char *target)
{
  const char *slash = strrchr (part, '/');
  g_autofree char *whole = *target == '/' || slash == NULL
                             ? g_strdup (target)
                             : g_strdup_printf ("%.*s/%s", (int) (slash - part), part, target);
  g_auto (GStrv) steps = g_strsplit (whole, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; steps[i]; i++) {
    if (strcmp (steps[i], "..") == 0) {
      if (kept->len == 0)
        return NULL;
      g_ptr_array_set_size (kept, kept->len - 1);
    } else if (*steps[i] && strcmp (steps[i], ".") != 0) {
      g_ptr_array_add (kept, steps[i]);
    }
  }
  g_ptr_array_add (kept, NULL);
  g_autofree char *name = g_strjoinv ("/", (char **) kept->pdata);
  return arena_copy (package->arena, name);
}

static void
read_relation (WordPackage *package, const char *part, const xmlNode *node, GArray *found)
{
  const char *id = ooxml_attribute (node, "Id");
  const char *type = ooxml_attribute (node, "Type");
  const char *target = ooxml_attribute (node, "Target");

  if (id == NULL || type == NULL || target == NULL)
    return;
  gboolean is_external = g_strcmp0 (ooxml_attribute (node, "TargetMode"), "External") == 0;
  const char *last = strrchr (type, '/');
  const char *resolved =
    is_external ? arena_copy (package->arena, target) : resolve_target (package, part, target);
  if (resolved == NULL)
    return;
  const Related related = { arena_copy (package->arena, id),
                            { arena_copy (package->arena, last ? last + 1 : type), resolved,
                              is_external } };
  g_array_append_val (found, related);
}

/* Relations that cannot be read are none: what they would lead to is then missing, and said. */
static const GArray *
relations_of (WordPackage *package, const char *part)
{
  GArray *found = g_hash_table_lookup (package->relations, part);

  if (found)
    return found;
  found = g_array_new (FALSE, FALSE, sizeof (Related));
  g_hash_table_insert (package->relations, g_strdup (part), found);
  g_autofree char *name = relations_name (part);
  GBytes *bytes = word_package_part (package, name);
  g_autoptr (Ooxml) ooxml = bytes ? ooxml_parse (bytes, NULL) : NULL;
  const xmlNode *root = ooxml ? ooxml_root (ooxml) : NULL;
  for (const xmlNode *node = root ? root->children : NULL; node; node = node->next)
    if (ooxml_is (node, "Relationship"))
      read_relation (package, part, node, found);
  return found;
}

const WordRelation *
word_package_relation (WordPackage *package, const char *part, const char *id)
{
  const GArray *all = relations_of (package, part);

  for (guint i = 0; id && i < all->len; i++)
    if (strcmp (g_array_index (all, Related, i).id, id) == 0)
      return &g_array_index (all, Related, i).relation;
  return NULL;
}

GPtrArray *
word_package_all_related (WordPackage *package, const char *part, const char *type)
{
  const GArray *all = relations_of (package, part);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++) {
    const WordRelation *relation = &g_array_index (all, Related, i).relation;
    if (!relation->is_external && strcmp (relation->type, type) == 0)
      g_ptr_array_add (names, (gpointer) relation->target);
  }
  return names;
}

const char *
word_package_related (WordPackage *package, const char *part, const char *type)
{
  g_autoptr (GPtrArray) names = word_package_all_related (package, part, type);
  return names->len > 0 ? names->pdata[0] : NULL;
}

/* --- the package --- */

static WordPackage *
package_new (void)
{
  WordPackage *package = g_new0 (WordPackage, 1);

  package->arena = arena_new ();
  package->parts =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  package->relations =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  return package;
}

static gboolean
is_open_document (const WordPackage *package)
{
  static const char type[] = "application/vnd.oasis.opendocument.text";
  GBytes *part = word_package_part (package, "mimetype");
  gsize length = 0;
  const char *bytes = part ? g_bytes_get_data (part, &length) : NULL;

  return length >= strlen (type) && strncmp (bytes, type, strlen (type)) == 0;
}

WordPackage *
word_package_open (GBytes *file, GError **error)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (file, &length);

  if (!begins_well (bytes, length, error))
    return NULL;
  g_autoptr (WordPackage) package = package_new ();
  Unpacking unpacking = { .package = package, .archive = archive_read_new () };
  gboolean is_good = unpack_all (&unpacking, file, error);
  archive_read_free (unpacking.archive);
  if (!is_good)
    return NULL;
  package->main = word_package_related (package, "", "officeDocument");
  if (package->main == NULL || word_package_part (package, package->main) == NULL) {
    word_refuse (error, is_open_document (package) ? WORD_OPEN_DOCUMENT : WORD_NO_DOCUMENT);
    return NULL;
  }
  return g_steal_pointer (&package);
}

void
word_package_free (WordPackage *package)
{
  if (package == NULL)
    return;
  g_hash_table_unref (package->parts);
  g_hash_table_unref (package->relations);
  arena_free (package->arena);
  g_free (package);
}

GBytes *
word_package_part (const WordPackage *package, const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);
  return g_hash_table_lookup (package->parts, key);
}

const char *
word_package_main (const WordPackage *package)
{
  return package->main;
}

gboolean
word_package_has_macros (const WordPackage *package)
{
  GHashTableIter iterator;
  gpointer name;

  g_hash_table_iter_init (&iterator, package->parts);
  while (g_hash_table_iter_next (&iterator, &name, NULL))
    if (g_str_has_suffix (name, "vbaproject.bin"))
      return TRUE;
  return FALSE;
}
