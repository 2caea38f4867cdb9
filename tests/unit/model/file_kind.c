/* SPDX-License-Identifier: MIT */
#include "model/file_kind.h"

#include "../support.h"

static void
test_kinds (void)
{
  static const struct {
    const char *path, *bytes;
    gsize length;
    FileKindVerdict verdict;
  } rows[] = {
    { "content/a/x.pdf", "%PDF-1.7", 8, FILE_KIND_GOOD },
    { "content/a/x.PDF", "%PDF-1.7", 8, FILE_KIND_GOOD },
    { "content/a/x.pdf", "<html>", 6, FILE_KIND_OTHER },
    { "content/a/x.pdf", "", 0, FILE_KIND_OTHER },
    { "content/a/x.docx", "PK\3\4", 4, FILE_KIND_GOOD },
    { "content/a/x.docx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, FILE_KIND_OTHER },
    { "content/a/x.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, FILE_KIND_GOOD },
    { "content/a/x.webp", "RIFF\1\2\3\4WEBPVP8 ", 16, FILE_KIND_GOOD },
    { "content/a/x.wav", "RIFF\1\2\3\4WEBPVP8 ", 16, FILE_KIND_OTHER },
    { "content/a/x.png", "\xff\xd8\xff\xe0", 4, FILE_KIND_OTHER },
    { "content/a/x.mp4",
      "\0\0\0\x20"
      "ftypisom",
      12, FILE_KIND_GOOD },
    { "content/a/x.csv", "a,b\n", 4, FILE_KIND_GOOD },
    { "content/a/x.csv",
      "\xff\xfe"
      "a\0",
      4, FILE_KIND_GOOD },
    { "content/a/x.csv", "a\0b", 3, FILE_KIND_OTHER },
    { "content/a/x.txt", "", 0, FILE_KIND_GOOD },
    { "content/a/x.txt", "MZ\x90", 3, FILE_KIND_PROGRAM },
    { "content/a/x.pdf",
      "\x7f"
      "ELF",
      4, FILE_KIND_PROGRAM },
    { "content/a/x.txt", "#!/bin/sh\n", 10, FILE_KIND_PROGRAM },
    { "content/a/x.exe", "", 0, FILE_KIND_PROGRAM },
    { "content/a/x.png.exe", "\x89PNG\r\n\x1a\n", 8, FILE_KIND_PROGRAM },
    { "content/a/x.docm", "PK\3\4", 4, FILE_KIND_PROGRAM },
    { "content/a/x.php", "", 0, FILE_KIND_PROGRAM },
    { "static/x.hta", "", 0, FILE_KIND_PROGRAM },
    { "content/a/x.html", "<p>", 3, FILE_KIND_STATIC },
    { "content/a/x.js", "", 0, FILE_KIND_STATIC },
    { "static/a/x.html", "<p>", 3, FILE_KIND_GOOD },
    { "static/x.js", "", 0, FILE_KIND_GOOD },
    { "static/x.dwg", "AC10", 4, FILE_KIND_UNKNOWN },
    { "static/x", "", 0, FILE_KIND_UNKNOWN },
    { "static/.htaccess", "", 0, FILE_KIND_GOOD },
    { "static/CNAME", "a.vn\n", 5, FILE_KIND_GOOD },
    { "static/.well-known/acme/abc", "x", 1, FILE_KIND_GOOD },
    { "content/a/CNAME", "", 0, FILE_KIND_UNKNOWN },
    { "themes/tinh/static/CNAME", "a.vn\n", 5, FILE_KIND_GOOD },
    { "themes/tinh/static/.well-known/acme/abc", "x", 1, FILE_KIND_GOOD },
    { "themes/tinh/CNAME", "a.vn\n", 5, FILE_KIND_UNKNOWN },
    { "content/a/x.kml", "", 0, FILE_KIND_GOOD }, /* widened */
    { "content/a/x.kml", "MZ", 2, FILE_KIND_PROGRAM },
  };
  static const char *const widened[] = { "kml", "exe", "pdf", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    FileKindVerdict verdict =
      file_kind_judge (rows[i].path, rows[i].bytes, rows[i].length, widened);
    if (verdict != rows[i].verdict)
      g_error ("row %u, %s: %d", i, rows[i].path, verdict);
  }
}

static void
test_within_static (void)
{
  static const struct {
    const char *path, *within;
  } rows[] = {
    { "static/a/b.css", "a/b.css" },
    { "themes/tinh/static/b.css", "b.css" },
    { "themes/static/templates/b.css", NULL },
    { "themes/tinh/templates/static/b.css", NULL },
    { "content/static/b.css", NULL },
    { "statics/b.css", NULL },
    { "themes/", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmpstr (file_within_static (rows[i].path), ==, rows[i].within);
    g_assert_cmpint (file_is_static (rows[i].path), ==, rows[i].within != NULL);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-kind/kinds", test_kinds);
  g_test_add_func ("/file-kind/within-static", test_within_static);
  return g_test_run ();
}
