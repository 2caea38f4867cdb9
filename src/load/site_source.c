/* SPDX-License-Identifier: MIT */
#include "load/site_source.h"

#include "base/i18n.h"
#include "base/regular.h"
#include "text/invisible.h"

#include <sys/stat.h>

/* A bulletin is text and a table is not a database; what is larger is a mistake, or an attack. */
#define MOST_BYTES (16 * 1024 * 1024)

void
report_unread (const char *path, const GError *error, Report *report)
{
  gboolean is_other = g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  Source named = { path, "", 0 };

  report_error (report, &named, (Place){ 0, 0 }, is_other ? _ ("put the file itself here") : NULL,
                "%s", error->message);
}

Source *
site_read_source (const Site *site, const char *path, Report *report)
{
  g_autofree char *whole = g_build_filename (site->root, path, NULL);
  g_autoptr (GError) error = NULL;
  Source named = { path, "", 0 };
  struct stat about;

  if (stat (whole, &about) == 0 && about.st_size > MOST_BYTES) {
    report_error (report, &named, (Place){ 0, 0 },
                  _ ("split it, or offer it as a file for download"),
                  _ ("the file is larger than %d MB"), MOST_BYTES / 1048576);
    return NULL;
  }
  Source *source = source_read_regular (whole, path, &error);
  if (source == NULL)
    report_unread (path, error, report);
  return source ? invisible_clean (source, site->is_untrusted, report) : NULL;
}

static Source *
reread_document (const Site *site, const Document *document, Report *report)
{
  g_autofree char *path = g_build_filename (site->root, document->path, NULL);
  gsize length;

  /* Most files are read as they stand; then the fingerprint says that all was found good before. */
  g_autofree char *text = regular_read (path, &length, NULL);
  if (text) {
    Digest digest = digest_of (text, length);
    if (digest_equal (&digest, &document->digest))
      return source_new_take (document->path, g_steal_pointer (&text), length);
  }
  g_autoptr (Source) source = site_read_source (site, document->path, report);
  if (source == NULL)
    return NULL;
  Digest digest = digest_of (source->text, source->length);
  if (digest_equal (&digest, &document->digest))
    return g_steal_pointer (&source);
  report_error (report, source, (Place){ 0, 0 }, _ ("build again"),
                _ ("the file was changed while the site was being built"));
  return NULL;
}

const Source *
site_document_source (const Site *site, const Document *document, Source **reread, Report *report)
{
  if (document->source)
    return document->source;
  return *reread = reread_document (site, document, report);
}

void
report_matter (const Site *site, const FrontMatter *matter, Place place, Report *report,
               const char *format, ...)
{
  Report *silent = report_new ();
  g_autoptr (Source) source = site_read_source (site, matter->document.path, silent);
  report_free (silent);
  Source named = { matter->document.path, "", 0 };
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  report_error (report, source ? source : &named, place, NULL, "%s", message);
}
