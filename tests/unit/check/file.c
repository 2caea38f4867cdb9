/* SPDX-License-Identifier: MIT */
#include "check/file.h"

#include "../support.h"

#include <sys/stat.h>
#include <unistd.h>

#define OLE "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

/* The central directory of an archive with one entry of 8 letters. */
#define ZIP(name) "PK\3\4xxxxPK\1\2xxxxxxxxxxxxxxxxxxxxxxxx\x8\0xxxxxxxxxxxxxxxx" name

static gboolean
is_published (const char *path, const GString *bytes)
{
  char *folder = scratch_new ();
  Site site = { .root = folder };
  SiteFile file = { .path = path, .href = path + strlen ("static/") };
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) cleaned = g_string_new (NULL);

  scratch_write (folder, path, bytes->str, bytes->len);
  gboolean is_good = file_check (&site, &file, cleaned, report);
  scratch_remove (folder);
  return is_good;
}

/* A text and how long it is. */
#define BYTES(text) text, sizeof (text) - 1

static void
test_insides (void)
{
  static const struct {
    const char *path, *bytes;
    gsize length;
    const char *fault; /* NULL: it is published */
    gboolean is_untrusted;
  } rows[] = {
    { "static/a.zip", BYTES (ZIP ("anhx.png")), NULL, TRUE },
    { "static/a.zip", BYTES (ZIP ("macx.exe")), "“macx.exe”", FALSE },
    { "static/a.zip", BYTES (ZIP ("tin1.PDF")), NULL, FALSE },
    { "static/a.docx", BYTES (ZIP ("word.xml")), NULL, FALSE },
    { "static/a.doc", BYTES (OLE "abcdefgh"), NULL, FALSE },
    { "static/a.doc", BYTES (OLE "_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0"), "“macros”", FALSE },
    { "static/a.css", BYTES ("a{b:url(c.png)}"), NULL, FALSE },
    { "static/a.css", BYTES ("a{b:url(//c)}"), "“url(//c)”", FALSE },
    { "static/a.css", BYTES ("a{}"), "“static/a.css”", TRUE },
    { "static/a.xml", BYTES ("<a/>"), NULL, FALSE },
    { "static/a.xml", BYTES ("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "“svg”", FALSE },
    { "static/.htaccess", BYTES ("x"), NULL, FALSE },
    { "static/.htaccess", BYTES ("x"), "“static/.htaccess”", TRUE },
    { "static/a.svg", BYTES ("<svg xmlns=\"http://www.w3.org/2000/svg\"><x/></svg>"), NULL, FALSE },
    { "static/a.svg", BYTES ("<svg xmlns=\"http://www.w3.org/2000/svg\"><x/></svg>"), "not trusted",
      TRUE },
    { "static/a.dwg", BYTES ("x"), "“.dwg”", FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    char *folder = scratch_new ();
    Site site = { .root = folder, .is_untrusted = rows[i].is_untrusted };
    SiteFile file = { .path = rows[i].path, .href = rows[i].path + strlen ("static/") };
    g_autoptr (Report) report = report_new ();
    g_autoptr (GString) cleaned = g_string_new (NULL);
    scratch_write (folder, rows[i].path, rows[i].bytes, rows[i].length);
    gboolean is_good = file_check (&site, &file, cleaned, report);
    g_autofree char *faults = report_faults (report);
    if (is_good != (rows[i].fault == NULL) || (rows[i].fault && !strstr (faults, rows[i].fault)))
      g_error ("row %u: %s", i, faults);
    scratch_remove (folder);
  }
}

/* An archive with one entry of this name. */
static GString *
archive (const char *name, gsize length)
{
  GString *zip = g_string_new ("PK\3\4xxxxPK\1\2xxxxxxxxxxxxxxxxxxxxxxxx");

  g_string_append_c (zip, length);
  g_string_append_len (zip, "\0xxxxxxxxxxxxxxxx", 17);
  g_string_append_len (zip, name, length);
  return zip;
}

/* What is in archives and documents of honest people, and of others. */
static void
test_archives (void)
{
  static const struct {
    const char *path, *entry;
    gboolean is_good;
  } rows[] = {
    { "static/a.xlsx", "xl/printerSettings/printerSettings1.bin", TRUE },
    { "static/a.docx", "word/embeddings/oleObject1.bin", TRUE },
    { "static/a.docx", "word/embeddings/Microsoft_Excel_Sheet.xlsx", TRUE },
    { "static/a.docx", "word/media/image1.emf", TRUE },
    { "static/a.docx", "customXml/itemProps1.xml", TRUE },
    { "static/a.docx", "docProps/thumbnail.jpeg", TRUE },
    { "static/a.pptx", "ppt/slides/_rels/slide1.xml.rels", TRUE },
    { "static/a.xlsx", "xl/calcChain.xml", TRUE },
    { "static/a.odt", "Configurations2/accelerator/current.xml", TRUE },
    { "static/a.odt", "ObjectReplacements/Object 1", TRUE },
    { "static/a.ods", "Thumbnails/thumbnail.png", TRUE },
    { "static/a.epub", "OEBPS/Text/chuong-1.xhtml", TRUE },
    { "static/a.epub", "OEBPS/chuong-1.htm", TRUE },
    { "static/a.epub", "META-INF/container.xml", TRUE },
    { "static/a.zip", "Biểu mẫu/Mẫu 01.docx", TRUE },
    { "static/a.zip", "trang/index.htm", TRUE },
    { "static/a.zip", "ảnh/IMG_0001.HEIC", TRUE },
    { "static/a.zip", "thư mục/", TRUE },
    { "static/a.zip", "a..b/c.txt", TRUE },
    { "static/a.zip", "ab:c.txt", TRUE },
    { "static/a.zip", "Basic/bai-1.pdf", TRUE },
    { "static/a.docx", "word/vbaProject.bin", FALSE },
    { "static/a.docx", "word/VBAPROJECT.BIN", FALSE },
    { "static/a.docx", "word/vbaData.xml", FALSE },
    { "static/a.docx", "word/activeX/activeX1.xml", FALSE },
    { "static/a.docx", "word/embeddings/a.exe", FALSE },
    { "static/a.xlsx", "xl/macrosheets/sheet1.xml", FALSE },
    { "static/a.xlsx", "xl/macroSheets/intlsheet1.xml", FALSE },
    { "static/a.xlsx", "xl/dialogsheets/sheet1.xml", FALSE },
    { "static/a.pptx", "ppt/vbaProject.bin", FALSE },
    { "static/a.odt", "Basic/Standard/Module1.xml", FALSE },
    { "static/a.ods", "Scripts/python/a.py", FALSE },
    { "static/a.ods", "Scripts/beanshell/a.xml", FALSE },
    { "static/a.epub", "OEBPS/a.js", FALSE },
    { "static/a.epub", "OEBPS/a.swf", FALSE },
    { "static/a.zip", "cai-dat.exe", FALSE },
    { "static/a.zip", "VNeID.APK", FALSE },
    { "static/a.zip", "a.pdf.lnk", FALSE },
    { "static/a.zip", "a.js", FALSE },
    { "static/a.zip", "a.bin", FALSE },
    { "static/a.zip", "a.exe.", FALSE },
    { "static/a.zip", "a.exe ", FALSE },
    { "static/a.zip", "a\u202Efdp.exe", FALSE },
    { "static/a.zip", "a\u202Egpj.scr.jpg", FALSE },
    { "static/a.zip", "a.e\u200Bxe", FALSE },
    { "static/a.zip", "..\\..\\a.bat", FALSE },
    { "static/a.zip", "a.docm", FALSE },
    { "static/a.zip", "../a.txt", FALSE },
    { "static/a.zip", "a/../../b.txt", FALSE },
    { "static/a.zip", "a\\..\\b.txt", FALSE },
    { "static/a.zip", "/a.txt", FALSE },
    { "static/a.zip", "\\a.txt", FALSE },
    { "static/a.zip", "c:a.txt", FALSE },
    { "static/a.zip", "a.iso", FALSE },
    { "static/a.zip", "a.hta", FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) zip = archive (rows[i].entry, strlen (rows[i].entry));
    if (is_published (rows[i].path, zip) != rows[i].is_good)
      g_error ("%s: %s", rows[i].path, rows[i].entry);
  }
  g_autoptr (GString) cut = archive ("a.exe\0.txt", 10);
  g_assert_false (is_published ("static/a.zip", cut));
}

/* Whatever stands there when it is looked at. */
static void
test_not_there (void)
{
  static const char *const paths[] = { "static/none.css", "static/pipe.txt", "static/link.txt" };
  char *folder = scratch_new ();
  Site site = { .root = folder };

  scratch_write (folder, "static/a.txt", "x", 1);
  g_autofree char *pipe = g_build_filename (folder, paths[1], NULL);
  g_autofree char *link = g_build_filename (folder, paths[2], NULL);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (symlink ("a.txt", link), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    SiteFile file = { .path = paths[i], .href = paths[i] + strlen ("static/") };
    g_autoptr (Report) report = report_new ();
    g_autoptr (GString) cleaned = g_string_new (NULL);
    g_assert_false (file_check (&site, &file, cleaned, report));
    g_assert_cmpuint (report_n_errors (report), ==, 1);
  }
  scratch_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file/insides", test_insides);
  g_test_add_func ("/file/archives", test_archives);
  g_test_add_func ("/file/not-there", test_not_there);
  return g_test_run ();
}
