/* SPDX-License-Identifier: MIT */
/* Offices that have no folder of their own, and whose province has none, share one set: with 3,321
 * communes and no overrides everything is parsed once. */
#include "render/templates.h"

#include <errno.h>
#include <sys/stat.h>

typedef struct {
  const Templates *templates;
  const char *office_id, *province; /* or NULL */
  TemplateSet *set;
  GHashTable *ready;  /* name → const Template, NULL values for those that failed */
  GHashTable *sheets; /* name → Source, owned; NULL values for those that are nowhere */
} Shelf;

struct Templates {
  const Site *site;
  TemplatesFind find;
  gpointer data;          /* of `find` */
  GHashTable *by_office;  /* Office → Shelf */
  GHashTable *by_folders; /* "office/province" → Shelf, owned */
};

static Source *
shelf_find (const char *name, gpointer data)
{
  const Shelf *shelf = data;
  return shelf->templates->find (shelf->office_id, shelf->province, name, shelf->templates->data);
}

static void
shelf_free (gpointer data)
{
  Shelf *shelf = data;
  template_set_free (shelf->set);
  g_hash_table_unref (shelf->ready);
  g_hash_table_unref (shelf->sheets);
  g_free (shelf);
}

Templates *
templates_new (const Site *site, TemplatesFind find, gpointer data)
{
  Templates *templates = g_new0 (Templates, 1);
  templates->site = site;
  templates->find = find;
  templates->data = data;
  templates->by_office = g_hash_table_new (NULL, NULL);
  templates->by_folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, shelf_free);
  return templates;
}

void
templates_free (Templates *templates)
{
  if (templates == NULL)
    return;
  g_hash_table_unref (templates->by_office);
  g_hash_table_unref (templates->by_folders);
  g_free (templates);
}

static const char *
folder_or_null (const char *root, const char *kind, const char *id)
{
  g_autofree char *path = g_build_filename (root, "templates", kind, id, NULL);
  struct stat info;

  /* What cannot be looked at is not absent: reading it will tell. */
  if (stat (path, &info) < 0)
    return errno == ENOENT || errno == ENOTDIR ? NULL : id;
  return S_ISDIR (info.st_mode) ? id : NULL;
}

static Shelf *
shelf_of (Templates *templates, const Office *office)
{
  const Site *site = templates->site;
  Shelf *shelf = g_hash_table_lookup (templates->by_office, office);

  if (shelf)
    return shelf;
  const Locality *province =
    locality_province (site->localities, office->locality, office->valid_to);
  const char *office_id = folder_or_null (site->root, "offices", office->id);
  const char *code = province ? folder_or_null (site->root, "provinces", province->code) : NULL;
  g_autofree char *key = g_strdup_printf ("%s/%s", office_id ? office_id : "", code ? code : "");
  shelf = g_hash_table_lookup (templates->by_folders, key);
  if (shelf == NULL) {
    shelf = g_new0 (Shelf, 1);
    *shelf = (Shelf){ templates, office_id, code, NULL, NULL, NULL };
    shelf->set = template_set_new (shelf_find, shelf, TEMPLATE_STRICT);
    shelf->ready = g_hash_table_new (g_str_hash, g_str_equal);
    shelf->sheets =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) source_free);
    g_hash_table_insert (templates->by_folders, g_steal_pointer (&key), shelf);
  }
  g_hash_table_insert (templates->by_office, (gpointer) office, shelf);
  return shelf;
}

void
templates_prepare (Templates *templates, const Office *office, const char *name, Report *report)
{
  Shelf *shelf = shelf_of (templates, office);

  if (!g_hash_table_contains (shelf->ready, name))
    g_hash_table_insert (shelf->ready, (gpointer) name,
                         (gpointer) template_set_get (shelf->set, name, report));
}

const Template *
templates_get (const Templates *templates, const Office *office, const char *name)
{
  const Shelf *shelf = g_hash_table_lookup (templates->by_office, office);
  return shelf ? g_hash_table_lookup (shelf->ready, name) : NULL;
}

void
templates_prepare_sheet (Templates *templates, const Office *office, const char *name)
{
  Shelf *shelf = shelf_of (templates, office);

  if (!g_hash_table_contains (shelf->sheets, name))
    g_hash_table_insert (shelf->sheets, (gpointer) name, shelf_find (name, shelf));
}

const Source *
templates_sheet (const Templates *templates, const Office *office, const char *name)
{
  const Shelf *shelf = g_hash_table_lookup (templates->by_office, office);
  return shelf ? g_hash_table_lookup (shelf->sheets, name) : NULL;
}
