/* SPDX-License-Identifier: MIT */
#include "press/paper_files.h"

#include "check/drawing.h"
#include "load/site.h"
#include "model/file_kind.h"

#include <string.h>

/* NULL when it is not there, or something is wrong with it: all was said when it was copied. */
static GBytes *
read_drawing (const char *href, Site *site)
{
  g_autoptr (GBytes) bytes = site_read_bytes (href, site);
  if (bytes == NULL)
    return NULL;
  g_autoptr (GString) cleaned = g_string_new (NULL);
  g_autoptr (Report) report = report_new ();
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (Source) source = source_new (href, text, length);
  if (!g_utf8_validate (text, length, NULL) || !drawing_check (source, cleaned, report))
    return NULL;
  return cleaned->len == 0 ? g_steal_pointer (&bytes)
                           : g_string_free_to_bytes (g_steal_pointer (&cleaned));
}

static const SiteFile *
file_of (const PaperFiles *files, const char *href)
{
  g_autofree char *plain = g_uri_unescape_string (*href == '/' ? href + 1 : href, NULL);
  return plain ? site_file (files->site, plain) : NULL;
}

/* Drawings and photos on paper are the same as those on pages. */
static GBytes *
read_picture (const char *href, gpointer data)
{
  const PaperFiles *files = data;
  const SiteFile *file = file_of (files, href);
  g_autofree char *ending = file_kind_ending (href);

  if (strcmp (ending, "svg") == 0)
    return read_drawing (href, files->site);
  return file ? pictures_for_layout (files->pictures, file) : NULL;
}

static GBytes *
resample_picture (const char *href, GBytes *bytes, const Resampling *wanted, gpointer data)
{
  const PaperFiles *files = data;

  if (href == NULL)
    return pictures_embedded_for_paper (files->pictures, bytes, wanted);
  const SiteFile *file = file_of (files, href);
  return file ? pictures_for_paper (files->pictures, file, wanted) : NULL;
}

static char *
picture_path (const char *href, gpointer data)
{
  return site_file_path (href, ((const PaperFiles *) data)->site);
}

PrintFiles
paper_files_print (PaperFiles *files)
{
  return (PrintFiles){ NULL, read_picture, resample_picture, picture_path, files, NULL };
}
