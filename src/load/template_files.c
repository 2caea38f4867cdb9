/* SPDX-License-Identifier: MIT */
#include "load/template_files.h"

#include "load/builtin.h"
#include "load/site_source.h"

#include <string.h>

/* Style sheets have their own ending. */
static char *
file_name (const char *name)
{
  return g_str_has_suffix (name, ".css") ? g_strdup (name) : g_strconcat (name, ".mustache", NULL);
}

static Source *
read_file (TemplateFiles *files, const char *folder, const char *file)
{
  if (files->root == NULL)
    return NULL;
  g_autofree char *shown = g_build_filename (folder, file, NULL);
  g_autofree char *path = g_build_filename (files->root, shown, NULL);
  g_autoptr (GError) error = NULL;

  Source *source = source_read_regular (path, shown, &error);
  /* A link that leads nowhere is told by who lists the folder. */
  if (source == NULL && !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT)
      && !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    report_unread (shown, error, files->report);
  else if (source && files->read)
    g_hash_table_add (files->read, g_steal_pointer (&shown));
  return source;
}

/* In a folder of `folder` that not everybody has. */
static Source *
read_within (TemplateFiles *files, const char *folder, const char *name, const char *file)
{
  if (folder == NULL || name == NULL)
    return NULL;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  return read_file (files, path, file);
}

/* One of the places in which a template may stand, from the nearest; a new Source, or NULL. */
static Source *
read_place (TemplateFiles *files, guint place, const char *office_id, const char *province,
            const char *file)
{
  switch (place) {
  case 0:
    return read_within (files, "templates/offices", office_id, file);
  case 1:
    return read_within (files, "templates/provinces", province, file);
  case 2:
    return read_file (files, "templates", file);
  case 3:
    return read_within (files, files->theme, "templates", file);
  default: {
    g_autofree char *path = g_strconcat ("templates/", file, NULL);
    return builtin_source (path);
  }
  }
}
#define N_PLACES 5

Source *
template_files_find (const char *office_id, const char *province, const char *name, gpointer data)
{
  TemplateFiles *files = data;
  Source *source = NULL;
  guint n_before = 0;

  /* A name is written in a template; it names nothing outside the template folders. */
  if (*name == '/' || strstr (name, ".."))
    return NULL;
  for (; g_str_has_prefix (name, TEMPLATE_FILES_SUPER); n_before++)
    name += strlen (TEMPLATE_FILES_SUPER);
  g_autofree char *file = file_name (name);
  for (guint place = 0; place < N_PLACES; place++) {
    source = read_place (files, place, office_id, province, file);
    if (source && n_before-- == 0)
      break;
    g_clear_pointer (&source, source_free);
  }
  if (source)
    digest_add_text (files->digest, source->text);
  return source;
}
