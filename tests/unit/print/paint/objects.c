/* SPDX-License-Identifier: MIT */
#include "print/paint/objects.h"

#include <stdlib.h>
#include <string.h>

/* A file of `n` small objects behind what is in `out`. */
static void
write_file (GString *out, guint n, const char *text)
{
  g_autoptr (Deflater) deflater = deflater_new ();
  g_autoptr (Objects) objects = objects_new (out, deflater, "1.7");
  guint catalog = objects_reserve (objects);

  for (guint i = 0; i < n; i++) {
    g_string_append (objects_begin (objects, objects_reserve (objects)), text);
    objects_end (objects);
  }
  objects_write (objects, catalog, "<<>>", 4);
  objects_finish (objects, catalog, catalog);
}

static guint
count (const GString *out, const char *part)
{
  guint n = 0;
  for (const char *p = out->str, *end = p + out->len;
       (p = memmem (p, end - p, part, strlen (part))); p++)
    n++;
  return n;
}

/* 128 go into an object stream. */
static void
test_streams (void)
{
  static const struct {
    guint n, n_streams;
    const char *last;
  } rows[] = {
    { 0, 0, NULL },        { 1, 1, "/ObjStm/N 1/" },   { 127, 1, "/ObjStm/N 127/" },
    { 128, 1, "/N 128/" }, { 129, 2, "/ObjStm/N 1/" }, { 257, 3, "/ObjStm/N 1/" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    write_file (out, rows[i].n, "<<>>");
    g_test_message ("%u", rows[i].n);
    g_assert_cmpuint (count (out, "/Type/ObjStm"), ==, rows[i].n_streams);
    if (rows[i].last)
      g_assert_cmpuint (count (out, rows[i].last), ==, 1);
  }
}

/* The last lines lead to the cross-reference stream, counted from where the file begins. */
static void
test_start (void)
{
  static const char *const before[] = { "", "something that was there" };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++) {
    g_autoptr (GString) out = g_string_new (before[i]);
    write_file (out, 3, "<<>>");
    const char *file = out->str + strlen (before[i]);
    const char *start = memmem (out->str, out->len, "startxref\n", strlen ("startxref\n"));
    g_assert_true (g_str_has_prefix (file, "%PDF-1.7\n"));
    g_assert_nonnull (start);
    const char *stream = file + atoi (start + strlen ("startxref\n"));
    g_assert_nonnull (memmem (stream, 40, " 0 obj\n<</Type/XRef", 19));
    g_assert_true (g_str_has_suffix (start, "\n%%EOF\n"));
  }
}

/* Where each object is: a row of seven bytes. */
static void
test_cross_references (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  write_file (out, 2, "<<>>");
  const char *table = g_strstr_len (out->str, (gssize) out->len, "/Type/XRef/W[1 4 2]/Size 6");
  g_assert_nonnull (table);
  const guint8 *rows = (const guint8 *) strstr (table, "stream\n") + strlen ("stream\n");
  static const guint8 kinds[] = { 0, 1, 2, 2, 1, 1 };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    const guint8 *row = rows + 7 * i;
    guint where = (guint) row[1] << 24 | row[2] << 16 | row[3] << 8 | row[4];
    g_assert_cmpuint (row[0], ==, kinds[i]);
    if (row[0] == 1)
      g_assert_cmpint (atoi (out->str + where), ==, (int) i);
    if (row[0] == 2) {
      g_assert_cmpuint (where, ==, 4);
      g_assert_cmpuint (row[5] << 8 | row[6], ==, i - 2);
    }
  }
}

/* Streams that are long are compressed. */
static void
test_packed (void)
{
  static const struct {
    gsize length;
    gboolean is_packed;
  } rows[] = { { 511, FALSE }, { 512, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    g_autoptr (Deflater) deflater = deflater_new ();
    g_autoptr (Objects) objects = objects_new (out, deflater, "1.7");
    g_autofree char *bytes = g_strnfill (rows[i].length, 'a');
    objects_stream (objects, objects_reserve (objects), "/X 1", bytes, rows[i].length);
    g_assert_cmpuint (count (out, "<</X 1/Filter/FlateDecode/Length "), ==, rows[i].is_packed);
    g_assert_cmpuint (count (out, bytes), ==, !rows[i].is_packed);
  }
}

/* The same objects, the same identifier; others, another. */
static void
test_identifier (void)
{
  static const char *const texts[] = { "<</A 1>>", "<</A 1>>", "<</A 2>>" };
  g_autofree char *ids[3] = { NULL };

  for (guint i = 0; i < 3; i++) {
    g_autoptr (GString) out = g_string_new (i == 1 ? "before" : "");
    write_file (out, 2, texts[i]);
    const char *id = g_strstr_len (out->str, (gssize) out->len, "/ID[<");
    g_assert_nonnull (id);
    ids[i] = g_strndup (id, 40);
  }
  g_assert_cmpstr (ids[0], ==, ids[1]);
  g_assert_cmpstr (ids[0], !=, ids[2]);
  g_free (g_steal_pointer (&ids[1]));
  g_free (g_steal_pointer (&ids[2]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/objects/streams", test_streams);
  g_test_add_func ("/objects/start", test_start);
  g_test_add_func ("/objects/cross-references", test_cross_references);
  g_test_add_func ("/objects/packed", test_packed);
  g_test_add_func ("/objects/identifier", test_identifier);
  return g_test_run ();
}
