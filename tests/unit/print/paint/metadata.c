/* SPDX-License-Identifier: MIT */
#include "print/paint/metadata.h"

#include "print/place/placed.h"

#include <libdeflate.h>
#include <string.h>

typedef struct {
  Deflater *deflater;
  GString *out;
  Objects *objects;
} File;

static File
file_open (void)
{
  File file = { deflater_new (), g_string_new (NULL), NULL };
  file.objects = objects_new (file.out, file.deflater, "1.7");
  return file;
}

static void
file_clear (File *file)
{
  objects_free (file->objects);
  g_string_free (file->out, TRUE);
  deflater_free (file->deflater);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (File, file_clear)

/* What is in the one stream that is compressed, or nothing. */
static gsize
inflate (const GString *out, char *plain, gsize most)
{
  struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor ();
  const char *start = memmem (out->str, out->len, "stream\n", 7);
  gsize n_in, n_out = 0;

  if (start)
    libdeflate_zlib_decompress_ex (inflater, start + 7, out->len - (gsize) (start + 7 - out->str),
                                   plain, most, &n_in, &n_out);
  libdeflate_free_decompressor (inflater);
  return n_out;
}

static gboolean
says (const File *file, const char *text)
{
  char plain[8192];
  gsize n_plain = inflate (file->out, plain, sizeof plain);

  return memmem (file->out->str, file->out->len, text, strlen (text)) != NULL
         || memmem (plain, n_plain, text, strlen (text)) != NULL;
}

/* A moment that is none is left out, never guessed. */
static void
test_moments (void)
{
  static const struct {
    const char *created, *date;
  } rows[] = {
    { "2026-03-05T05:30:00+07:00", "/CreationDate(D:20260305053000+07'00')/ModDate(D:" },
    { "2026-03-05T05:30:00-03:30", "/CreationDate(D:20260305053000-03'30')/ModDate(D:" },
    { "2026-03-05T05:30:00Z", NULL },
    { "2026-03-05T05:30:00*07:00", NULL },
    { "2026-03-05 05:30:00+07:00", NULL },
    { "2026-03-0xT05:30:00+07:00", NULL },
    { "2026-03-05T05:30:00+07:000", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (File) file = file_open ();
    Metadata metadata = { .title = "T", .language = "vi-VN", .created = rows[i].created };
    metadata_write_information (&metadata, file.objects);
    metadata_write_xmp (&metadata, file.objects);
    g_test_message ("%s", rows[i].created);
    g_assert_cmpint (says (&file, "Date"), ==, rows[i].date != NULL);
    if (rows[i].date) {
      g_autofree char *xmp =
        g_strdup_printf ("<xmp:CreateDate>%s</xmp:CreateDate>", rows[i].created);
      g_assert_true (says (&file, rows[i].date));
      g_assert_true (says (&file, xmp));
    }
  }
}

static void
test_words (void)
{
  static const struct {
    const char *title, *author;
    Standard standard;
    const char *has[3], *has_not;
  } rows[] = {
    { "A < B",
      NULL,
      STANDARD_UA,
      { "/Title(A < B)", ">A &lt; B<", "<rdf:li>vi-VN<" },
      "pdfaid:part" },
    { "T",
      "Sở A & B",
      STANDARD_ARCHIVE,
      { "<rdf:li>Sở A &amp; B<", "<pdfaid:part>2<", "/Author(\xfe\xff" },
      "&lt;" },
    { "T",
      NULL,
      STANDARD_ARCHIVE,
      { "<pdfuaid:part>1<", "pdfaid:conformance>A<", "/Title(T)" },
      "dc:creator" },
    { "T",
      NULL,
      STANDARD_ARCHIVE,
      { "<pdfuaid:part>1<", "pdfaid:conformance>A<", "/Title(T)" },
      "/Author" },
    { "T",
      NULL,
      STANDARD_PRESS,
      { "GTS_PDFXVersion>PDF/X-4<", "/Trapped/False", "<xmp:MetadataDate>1970-" },
      "pdfuaid:part" },
    { "T",
      NULL,
      STANDARD_PRESS,
      { "DocumentID>xmp.did:", "/CreationDate(D:1970", "<pdf:Trapped>False<" },
      "pdfaid:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (File) file = file_open ();
    Metadata metadata = { .title = rows[i].title,
                          .author = rows[i].author,
                          .language = "vi-VN",
                          .standard = rows[i].standard };
    metadata_write_information (&metadata, file.objects);
    metadata_write_xmp (&metadata, file.objects);
    for (guint j = 0; j < 3; j++) {
      g_test_message ("%u %s", i, rows[i].has[j]);
      g_assert_true (says (&file, rows[i].has[j]));
    }
    g_assert_false (says (&file, rows[i].has_not));
  }
}

/* ISO 32000-1, 12.4.2: a range for each page that does not go on from the one before. */
static void
test_labels (void)
{
  static const struct {
    guint numbers[4];
    const char *nums;
  } rows[] = {
    { { 1, 2, 3, 4 }, "[0<</S/D/St 1>>]" },
    { { 1, 1, 2, 3 }, "[0<</S/D/St 1>>1<</S/D/St 1>>]" },
    { { 5, 6, 9, 10 }, "[0<</S/D/St 5>>2<</S/D/St 9>>]" },
    { { 0, 1, 2, 3 }, "[0<</S/D/St 1>>]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (File) file = file_open ();
    PlacedPage pages[4];
    g_autoptr (GPtrArray) list = g_ptr_array_new ();
    for (guint j = 0; j < 4; j++) {
      pages[j].number = rows[i].numbers[j];
      g_ptr_array_add (list, &pages[j]);
    }
    guint object = metadata_write_labels (list, file.objects);
    objects_finish (file.objects, object, object);
    g_test_message ("%s", rows[i].nums);
    g_assert_true (says (&file, rows[i].nums));
  }
}

/* A program that knows nothing of PDF finds what is said of a sheet for a press. */
static void
test_plain (void)
{
  for (guint standard = STANDARD_UA; standard <= STANDARD_PRESS; standard++) {
    g_auto (File) file = file_open ();
    Metadata metadata = { .title = "T", .language = "vi-VN", .standard = standard };
    metadata_write_xmp (&metadata, file.objects);
    g_assert_cmpint (memmem (file.out->str, file.out->len, "<dc:title>", 10) != NULL, ==,
                     standard == STANDARD_PRESS);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/metadata/moments", test_moments);
  g_test_add_func ("/metadata/words", test_words);
  g_test_add_func ("/metadata/labels", test_labels);
  g_test_add_func ("/metadata/plain", test_plain);
  return g_test_run ();
}
