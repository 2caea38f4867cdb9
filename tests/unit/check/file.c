/* SPDX-License-Identifier: MIT */
#include "check/file.h"

#include "../support.h"

#define OLE "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

/* The central directory of an archive with one entry of 8 letters. */
#define ZIP(name) "PK\3\4xxxxPK\1\2xxxxxxxxxxxxxxxxxxxxxxxx\x8\0xxxxxxxxxxxxxxxx" name

static void
test_insides (void)
{
  static const struct {
    const char *path, *bytes;
    gsize length;
    const char *fault; /* NULL: it is published */
    gboolean is_untrusted;
  } rows[] = {
    { "static/a.zip", ZIP ("anhx.png"), 66, NULL, TRUE },
    { "static/a.zip", ZIP ("macx.exe"), 66, "“macx.exe”", FALSE },
    { "static/a.zip", ZIP ("tin1.PDF"), 66, NULL, FALSE },
    { "static/a.docx", ZIP ("word.xml"), 66, NULL, FALSE },
    { "static/a.doc", OLE "abcdefgh", 16, NULL, FALSE },
    { "static/a.doc", OLE "_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0", 32, "“macros”", FALSE },
    { "static/a.css", "a{b:url(c.png)}", 15, NULL, FALSE },
    { "static/a.css", "a{b:url(//c)}", 13, "“url(//c)”", FALSE },
    { "static/a.css", "a{}", 3, "“static/a.css”", TRUE },
    { "static/.htaccess", "x", 1, NULL, FALSE },
    { "static/.htaccess", "x", 1, "“static/.htaccess”", TRUE },
    { "static/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><x/></svg>", 50, NULL, FALSE },
    { "static/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><x/></svg>", 50, "not trusted",
      TRUE },
    { "static/a.dwg", "x", 1, "“.dwg”", FALSE },
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file/insides", test_insides);
  return g_test_run ();
}
