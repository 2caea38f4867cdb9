/* SPDX-License-Identifier: MIT */
/* Most files are known by their first bytes. Containers are read as a whole: a document of Word
 * with macros is one that is called otherwise, and an archive is opened by who trusts us. */
#include "check/file.h"

#include "base/i18n.h"
#include "base/regular.h"
#include "check/drawing.h"
#include "check/page.h"
#include "check/xml.h"
#include "model/file_kind.h"
#include "text/invisible.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static void
refuse (const SiteFile *file, Report *report, const char *advice, const char *message,
        const char *what)
{
  const Source named = { file->path, "", 0 };
  report_error (report, &named, (Place){ 0, 0 }, advice, message, what);
}

static gboolean
report_verdict (const SiteFile *file, FileKindVerdict verdict, Report *report)
{
  static const struct {
    const char *message, *advice;
  } texts[] = {
    [FILE_KIND_UNKNOWN] = { N_ ("files that end in “.%s” are not published"),
                            N_ ("save it as PDF, or, after thinking of who opens it, add the "
                                "ending to “file_kinds” (“loại tệp”) in content/site.yaml") },
    [FILE_KIND_STATIC] = { N_ ("files that end in “.%s” are published from static/ alone"),
                           N_ ("move it to static/, if it is part of the site") },
    [FILE_KIND_PROGRAM] = { N_ ("“.%s”: programs, scripts and documents with macros are never "
                                "published"),
                            N_ ("citizens would run it because it comes from you; offer a PDF") },
    [FILE_KIND_OTHER] = { N_ ("what is in this file is not what its ending “.%s” says"),
                          N_ ("open it and save it anew, in the format of its ending") },
  };
  g_autofree char *ending = file_kind_ending (file->path);

  if (verdict == FILE_KIND_GOOD)
    return TRUE;
  if (*ending == '\0') {
    const Source named = { file->path, "", 0 };
    report_error (report, &named, (Place){ 0, 0 },
                  _ ("give it the ending of its kind, such as “.pdf” or “.jpg”"),
                  _ ("files without an ending are not published"));
  } else
    refuse (file, report, _ (texts[verdict].advice), _ (texts[verdict].message), ending);
  return FALSE;
}

static guint
number_at (const char *bytes)
{
  return (guchar) bytes[0] | (guint) (guchar) bytes[1] << 8;
}

/* Where documents keep what runs: by their names, wherever those stand. */
static gboolean
holds_macros (const char *name)
{
  static const char *const parts[] = { "vbaproject",    "activex/", "macrosheets/",
                                       "dialogsheets/", "vbadata",  NULL };
  static const char *const roots[] = { "basic/", "scripts/", NULL }; /* of OpenDocument */
  g_autofree char *small = g_ascii_strdown (name, -1);

  for (guint i = 0; parts[i]; i++)
    if (strstr (small, parts[i]))
      return TRUE;
  for (guint i = 0; roots[i]; i++)
    if (g_str_has_prefix (small, roots[i]))
      return TRUE;
  return FALSE;
}

/* TRUE when who opens the archive would run this entry. Pages are programs on a server, but not in
 * a book; “printerSettings1.bin” and “oleObject1.bin” are in most tables of Excel. */
static gboolean
runs_in_archive (const char *ending, gboolean is_document)
{
  static const char *const pages[] = { "htm", "xhtml", "xht", NULL };

  if (g_strv_contains (pages, ending) || (is_document && strcmp (ending, "bin") == 0))
    return FALSE;
  return file_kind_is_program (ending) || strcmp (ending, "js") == 0;
}

/* Names that are read in two ways: by those who end them at a NUL, pass over what nobody sees, or
 * drop dots and spaces at their end, as Windows does. */
static gboolean
is_twofold (const char *name, gsize length)
{
  g_autofree char *text = g_utf8_make_valid (name, length);
  return memchr (name, '\0', length) || invisible_find (text)
         || (length > 0 && strchr (". ", name[length - 1]));
}

/* Who unpacks it gets a file elsewhere: “../a.txt”, “/etc/a”, “C:\a”. */
static gboolean
leads_out (const char *name)
{
  g_auto (GStrv) parts = g_strsplit_set (name, "/\\", -1);

  return (*name && *parts[0] == '\0') || (g_ascii_isalpha (name[0]) && name[1] == ':')
         || g_strv_contains ((const char *const *) parts, "..");
}

static gboolean
is_document (const char *path)
{
  static const char *const endings[] = { "docx", "xlsx", "pptx", "odt", "ods", "epub", NULL };
  g_autofree char *ending = file_kind_ending (path);
  return g_strv_contains (endings, ending);
}

/* The first entry of a ZIP archive that is a program or macros, or leads out of it, from its
 * central directory; NULL when there is none. Caller frees. */
static char *
culprit_in_zip (const char *path, const char *bytes, gsize length)
{
  static const char mark[] = "PK\x01\x02";
  const char *end = bytes + length;
  gboolean in_document = is_document (path);

  for (const char *p = bytes; (p = memmem (p, end - p, mark, 4)) != NULL && end - p > 46; p += 4) {
    gsize n = MIN (number_at (p + 28), (gsize) (end - p - 46));
    g_autofree char *name = g_utf8_make_valid (p + 46, n);
    g_autofree char *ending = file_kind_ending (name);
    if (runs_in_archive (ending, in_document) || (in_document && holds_macros (name))
        || is_twofold (p + 46, n) || leads_out (name))
      return g_steal_pointer (&name);
  }
  return NULL;
}

/* Old documents of Office have their macros in a storage of this name, in UTF-16. */
static gboolean
has_ole_macros (const char *bytes, gsize length)
{
  static const char name[] = "_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T";
  return memmem (bytes, length, name, sizeof name) != NULL;
}

/* All bytes of the file; NULL after reporting. Caller frees. */
static char *
read_bytes (const Site *site, const SiteFile *file, gsize *length, Report *report)
{
  g_autofree char *whole = g_build_filename (site->root, file->path, NULL);
  g_autoptr (GError) error = NULL;
  char *bytes = regular_read (whole, length, &error);

  if (bytes == NULL)
    refuse (file, report, NULL, "%s", error->message);
  return bytes;
}

/* The file as a text; NULL after reporting. Caller frees. */
static Source *
read_text (const Site *site, const SiteFile *file, Report *report)
{
  g_autofree char *whole = g_build_filename (site->root, file->path, NULL);
  g_autoptr (GError) error = NULL;
  Source *text = source_read_regular (whole, file->path, &error);

  if (text == NULL)
    refuse (file, report, NULL, "%s", error->message);
  return text;
}

static gboolean
check_container (const Site *site, const SiteFile *file, Report *report)
{
  gsize length;
  g_autofree char *bytes = read_bytes (site, file, &length, report);
  if (bytes == NULL)
    return FALSE;
  g_autofree char *culprit =
    file_kind_is_zip (bytes, length) ? culprit_in_zip (file->path, bytes, length) : NULL;
  if (culprit == NULL && file_kind_is_ole (bytes, length) && has_ole_macros (bytes, length))
    culprit = g_strdup ("macros");
  if (culprit && leads_out (culprit))
    refuse (file, report, _ ("pack it anew from within its folder"),
            _ ("unpacked, “%s” would land outside the folder of this archive"), culprit);
  else if (culprit)
    refuse (file, report, _ ("save it without them, or as PDF"),
            _ ("there is a program or there are macros in this file: “%s”"), culprit);
  return culprit == NULL;
}

static gboolean
check_xml (const Site *site, const SiteFile *file, Report *report)
{
  g_autoptr (Source) source = read_text (site, file, report);

  return source && xml_check (source, report);
}

static gboolean
check_drawing (const Site *site, const SiteFile *file, GString *cleaned, Report *report)
{
  g_autoptr (Source) drawing = read_text (site, file, report);

  if (drawing == NULL || !drawing_check (drawing, cleaned, report))
    return FALSE;
  if (site->is_untrusted && cleaned->len > 0)
    refuse (file, report, _ ("save it from the drawing program as “plain SVG”"),
            _ ("something would be left out of “%s”, and its folder is not trusted"), file->path);
  return !site->is_untrusted || cleaned->len == 0;
}

/* A style sheet in static/ may name files of the site, and nobody else's. */
static gboolean
check_style (const Site *site, const SiteFile *file, Report *report)
{
  gsize length;
  g_autofree char *text = read_bytes (site, file, &length, report);
  const Source style = { file->path, text, length };

  return text && page_style_check (&style, report);
}

/* The bytes that the file begins with, at most FILE_KIND_BYTES. Since its folder was listed, a FIFO
 * may stand there, or a link. FALSE after reporting. */
static gboolean
read_opening (const SiteFile *file, const char *path, char *bytes, gsize *length, Report *report)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  int fd = regular_open (path, &size, &error);

  if (fd < 0) {
    refuse (file, report, NULL, "%s", error->message);
    return FALSE;
  }
  ssize_t n = read (fd, bytes, FILE_KIND_BYTES);
  if (n < 0)
    refuse (file, report, NULL, "%s", g_strerror (errno));
  close (fd);
  *length = (gsize) MAX (n, 0);
  return n >= 0;
}

gboolean
file_check (const Site *site, const SiteFile *file, GString *cleaned, Report *report)
{
  g_autofree char *whole = g_build_filename (site->root, file->path, NULL);
  g_autofree char *ending = file_kind_ending (file->path);
  char bytes[FILE_KIND_BYTES];
  gsize length;

  if (!read_opening (file, whole, bytes, &length, report)
      || !report_verdict (file, file_kind_judge (file->path, bytes, length, site->file_kinds),
                          report))
    return FALSE;
  if (site->is_untrusted && file_kind_is_raw (file->path)) {
    refuse (file, report, _ ("leave it out, or look into it and build without --untrusted"),
            _ ("browsers and servers follow “%s”; such files are not taken from a folder that is "
               "not trusted"),
            file->path);
    return FALSE;
  }
  if (strcmp (ending, "svg") == 0)
    return check_drawing (site, file, cleaned, report);
  if (strcmp (ending, "xml") == 0)
    return check_xml (site, file, report);
  if (strcmp (ending, "css") == 0)
    return check_style (site, file, report);
  return (!file_kind_is_zip (bytes, length) && !file_kind_is_ole (bytes, length))
         || check_container (site, file, report);
}
