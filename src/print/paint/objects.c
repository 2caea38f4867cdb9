/* SPDX-License-Identifier: MIT */
#include "print/paint/objects.h"

#include "base/digest.h"
#include "print/paint/notation.h"

#include <string.h>

#define SHORTEST_PACKED 512 /* bytes; there is nothing to be saved on less */
#define MOST_IN_STREAM  128 /* a reader unpacks all of them for one */

/* Where an object is: at an offset of the file, or in an object stream at an index. */
typedef struct {
  guint8 kind; /* of cross-reference streams: 0 free, 1 offset, 2 in a stream */
  guint32 where;
  guint16 index;
} Location;

struct Objects {
  GString *out;
  gsize start; /* of the file in `out` */
  Deflater *deflater;
  GArray *locations; /* Location; of object 0, 1, 2 … */
  GString *gathered; /* objects of the next object stream */
  GString *offsets;  /* their numbers and offsets, as it wants them */
  GArray *members;   /* guint: their numbers */
};

guint
objects_reserve (Objects *objects)
{
  g_array_set_size (objects->locations, objects->locations->len + 1);
  return objects->locations->len - 1;
}

static Location *
location_of (Objects *objects, guint object)
{
  g_assert (object < objects->locations->len);
  return &g_array_index (objects->locations, Location, object);
}

Objects *
objects_new (GString *out, Deflater *deflater, const char *version)
{
  Objects *objects = g_new0 (Objects, 1);
  objects->out = out;
  objects->start = out->len;
  objects->deflater = deflater;
  objects->locations = g_array_new (FALSE, TRUE, sizeof (Location));
  objects->gathered = g_string_sized_new (4096);
  objects->offsets = g_string_new (NULL);
  objects->members = g_array_new (FALSE, FALSE, sizeof (guint));
  location_of (objects, objects_reserve (objects))->index = G_MAXUINT16; /* object 0, as ever */
  g_string_append_printf (out, "%%PDF-%s\n%%\xc4\x90\xe1\xbb\x8d\n", version);
  return objects;
}

void
objects_free (Objects *objects)
{
  if (objects == NULL)
    return;
  g_array_free (objects->locations, TRUE);
  g_string_free (objects->gathered, TRUE);
  g_string_free (objects->offsets, TRUE);
  g_array_free (objects->members, TRUE);
  g_free (objects);
}

GString *
objects_begin (Objects *objects, guint object)
{
  notation_integer (objects->offsets, object);
  g_string_append_c (objects->offsets, ' ');
  notation_integer (objects->offsets, objects->gathered->len);
  g_string_append_c (objects->offsets, ' ');
  g_array_append_val (objects->members, object);
  return objects->gathered;
}

static void
begin_outside (Objects *objects, guint object)
{
  Location *location = location_of (objects, object);
  g_assert (location->kind == 0);
  location->kind = 1;
  location->where = objects->out->len - objects->start;
  notation_integer (objects->out, object);
  append_text (objects->out, " 0 obj\n");
}

static void
append_stream (Objects *objects, const char *entries, gconstpointer bytes, gsize length)
{
  GString *out = objects->out;
  append_text (out, "<<");
  g_string_append (out, entries);
  append_text (out, "/Length ");
  notation_integer (out, length);
  append_text (out, ">>\nstream\n");
  g_string_append_len (out, bytes, length);
  append_text (out, "\nendstream\nendobj\n");
}

void
objects_stream_ready (Objects *objects, guint object, const char *entries, gconstpointer bytes,
                      gsize length)
{
  begin_outside (objects, object);
  append_stream (objects, entries, bytes, length);
}

void
objects_write (Objects *objects, guint object, const char *text, gsize length)
{
  begin_outside (objects, object);
  g_string_append_len (objects->out, text, (gssize) length);
  append_text (objects->out, "\nendobj\n");
}

void
objects_stream (Objects *objects, guint object, const char *entries, gconstpointer bytes,
                gsize length)
{
  if (length < SHORTEST_PACKED) {
    objects_stream_ready (objects, object, entries, bytes, length);
    return;
  }
  g_autoptr (GString) packed = g_string_new (NULL);
  g_autofree char *all = g_strconcat (entries, "/Filter/FlateDecode", NULL);

  deflater_append (objects->deflater, bytes, length, packed);
  objects_stream_ready (objects, object, all, packed->str, packed->len);
}

/* Writes the gathered objects as one stream. */
static void
flush (Objects *objects)
{
  GArray *members = objects->members;
  if (members->len == 0)
    return;
  guint stream = objects_reserve (objects);
  for (guint i = 0; i < members->len; i++) {
    Location *location = location_of (objects, g_array_index (members, guint, i));
    g_assert (location->kind == 0);
    *location = (Location){ 2, stream, i };
  }
  g_autoptr (GString) entries = g_string_new ("/Type/ObjStm/N ");
  notation_integer (entries, members->len);
  append_text (entries, "/First ");
  notation_integer (entries, objects->offsets->len);
  g_string_append_len (objects->offsets, objects->gathered->str, objects->gathered->len);
  objects_stream (objects, stream, entries->str, objects->offsets->str, objects->offsets->len);
  g_string_truncate (objects->offsets, 0);
  g_string_truncate (objects->gathered, 0);
  g_array_set_size (members, 0);
}

void
objects_end (Objects *objects)
{
  g_string_append_c (objects->gathered, '\n');
  if (objects->members->len == MOST_IN_STREAM)
    flush (objects);
}

/* For each object its kind, four bytes of place, two of its index. */
#define ROW_SIZE 7

static GString *
cross_references (const Objects *objects)
{
  GString *table = g_string_sized_new (objects->locations->len * ROW_SIZE);

  g_string_set_size (table, objects->locations->len * ROW_SIZE);
  for (guint i = 0; i < objects->locations->len; i++) {
    const Location *location = &g_array_index (objects->locations, Location, i);
    char *row = table->str + i * ROW_SIZE;
    guint32 where = GUINT32_TO_BE (location->where);
    guint16 index = GUINT16_TO_BE (location->index);
    row[0] = (char) location->kind;
    memcpy (row + 1, &where, sizeof where);
    memcpy (row + 5, &index, sizeof index);
  }
  return table;
}

static void
append_identifier (GString *entries, const Digest *digest)
{
  char hex[DIGEST_HEX_LENGTH + 1];
  digest_to_hex (digest, hex);
  g_string_append_printf (entries, "/ID[<%s><%s>]", hex, hex);
}

void
objects_finish (Objects *objects, guint catalog, guint information)
{
  flush (objects);
  GString *out = objects->out;
  guint object = objects_reserve (objects);
  gsize offset = out->len - objects->start;
  Digest digest = digest_of (out->str + objects->start, offset);
  g_autoptr (GString) entries = g_string_new ("/Type/XRef/W[1 4 2]/Size ");

  g_assert (offset <= G_MAXUINT32);
  notation_integer (entries, objects->locations->len);
  append_text (entries, "/Root ");
  notation_reference (entries, catalog);
  append_text (entries, "/Info ");
  notation_reference (entries, information);
  append_identifier (entries, &digest);
  *location_of (objects, object) = (Location){ 1, offset, 0 };
  g_autoptr (GString) table = cross_references (objects);
  *location_of (objects, object) = (Location){ 0 }; /* objects_stream() sets it anew */
  objects_stream (objects, object, entries->str, table->str, table->len);
  append_text (out, "startxref\n");
  notation_integer (out, offset);
  append_text (out, "\n%%EOF\n");
}
