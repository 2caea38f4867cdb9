/* SPDX-License-Identifier: MIT */
#include "load/template_files.h"

#include "load/builtin.h"
#include "load/documents.h"

#include <string.h>

/* Style sheets have their own ending. */
static char *
file_name (const char *name)
{
  return g_str_has_suffix (name, ".css") ? g_strdup (name) : g_strconcat (name, ".mustache", NULL);
}

static Source *
read_file (TemplateFiles *files, const char *folder, const char *id, const char *file)
{
  g_autofree char *shown = id ? g_build_filename ("templates", folder, id, file, NULL)
                              : g_build_filename ("templates", file, NULL);
  if (files->root == NULL)
    return NULL;
  g_autofree char *path = g_build_filename (files->root, shown, NULL);
  g_autoptr (GError) error = NULL;

  Source *source = source_read_regular (path, shown, &error);
  /* A link that leads nowhere is told by who lists the folder. */
  if (source == NULL && !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT)
      && !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    report_unread (shown, error, files->report);
  return source;
}

Source *
template_files_find (const char *office_id, const char *province, const char *name, gpointer data)
{
  TemplateFiles *files = data;
  Source *source = NULL;

  /* A name is written in a template; it names nothing outside the template folders. */
  if (*name == '/' || strstr (name, ".."))
    return NULL;
  g_autofree char *file = file_name (name);
  if (office_id)
    source = read_file (files, "offices", office_id, file);
  if (source == NULL && province)
    source = read_file (files, "provinces", province, file);
  if (source == NULL)
    source = read_file (files, NULL, NULL, file);
  if (source == NULL) {
    g_autofree char *path = g_strconcat ("templates/", file, NULL);
    source = builtin_source (path);
  }
  if (source)
    digest_add_text (files->digest, source->text);
  return source;
}
