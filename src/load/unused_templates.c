/* SPDX-License-Identifier: MIT */
#include "load/unused_templates.h"

#include "base/i18n.h"
#include "base/suggest.h"
#include "load/builtin.h"

#include <string.h>

#define TEMPLATES "templates/"

/* What the file is a template of: "web/base", "web/style.css"; NULL with its fault when it stands
 * where nothing looks. Borrowed from `path`. */
static const char *
name_of (const char *path, const Site *site, const char **fault)
{
  const char *rest = strstr (path, TEMPLATES) + strlen (TEMPLATES);
  gboolean is_of_office = g_str_has_prefix (rest, "offices/");
  gboolean is_of_province = g_str_has_prefix (rest, "provinces/");

  *fault = NULL;
  if (!is_of_office && !is_of_province)
    return rest;
  const char *id = strchr (rest, '/') + 1;
  const char *slash = strchr (id, '/');
  g_autofree char *owner = slash ? g_strndup (id, slash - id) : g_strdup (id);
  if (is_of_office && site_office (site, owner) == NULL)
    *fault = _ ("no office of the site has this id");
  return slash ? slash + 1 : id;
}

/* There is one style sheet for the pages of a site. */
static gboolean
is_for_the_site_alone (const char *path, const char *name)
{
  return strcmp (name, "web/style.css") == 0 && !g_str_has_suffix (path, TEMPLATES "web/style.css");
}

static gboolean
is_template (const char *path)
{
  return g_str_has_suffix (path, ".mustache") || g_str_has_suffix (path, ".css")
         || g_str_has_suffix (path, ".html");
}

static gboolean
is_built_in (const char *const *names, const char *name)
{
  return g_strv_contains (names, name);
}

/* The texts of those that are not read since no document needs them: what they include is used. */
static char *
waiting_texts (const TemplateFiles *files, const GPtrArray *paths, const Site *site,
               const char *const *names)
{
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < paths->len; i++) {
    const char *path = paths->pdata[i], *fault;
    const char *name = name_of (path, site, &fault);
    if (g_hash_table_contains (files->read, path) || !is_built_in (names, name))
      continue;
    g_autofree char *whole = g_build_filename (site->root, path, NULL);
    g_autoptr (Source) source = source_read_regular (whole, path, NULL);
    g_string_append (texts, source ? source->text : "");
  }
  return g_string_free (texts, FALSE);
}

static gboolean
is_included (const char *texts, const char *name)
{
  g_autofree char *bare = g_strndup (name, strlen (name) - strlen (".mustache"));
  g_autofree char *partial = g_strdup_printf ("{{>%s}}", bare);
  g_autofree char *parent = g_strdup_printf ("{{<%s}}", bare);

  return strstr (texts, partial) || strstr (texts, parent);
}

static void
warn (const char *path, const char *name, const char *fault, const char *const *names,
      Report *report)
{
  const Source named = { path, "", 0 };
  const char *nearest = suggest_word (name, names);
  g_autofree char *advice = nearest && strcmp (nearest, name) != 0
                              ? g_strdup_printf (_ ("did you mean “%s”?"), nearest)
                              : g_strdup (_ ("“loa template” lists those that are used"));

  if (fault)
    report_warning (report, &named, (Place){ 0, 0 }, NULL, _ ("nothing uses this file: %s"), fault);
  else if (is_for_the_site_alone (path, name))
    report_warning (report, &named, (Place){ 0, 0 }, _ ("move it to templates/web/style.css"),
                    _ ("nothing uses this file: a site has one style sheet for its pages"));
  else
    report_warning (report, &named, (Place){ 0, 0 }, advice, _ ("nothing uses this file"));
}

void
unused_templates_check (const TemplateFiles *files, const GPtrArray *paths, const Site *site,
                        Report *report)
{
  g_auto (GStrv) owned = builtin_template_files ();
  const char *const *names = (const char *const *) owned;
  g_autofree char *texts = waiting_texts (files, paths, site, names);

  for (guint i = 0; i < paths->len; i++) {
    const char *path = paths->pdata[i], *fault;
    if (!is_template (path) || g_hash_table_contains (files->read, path))
      continue;
    const char *name = name_of (path, site, &fault);
    gboolean is_known = is_built_in (names, name)
                        || (g_str_has_suffix (name, ".mustache") && is_included (texts, name));
    if (fault || !is_known || is_for_the_site_alone (path, name))
      warn (path, name, fault, names, report);
  }
}
