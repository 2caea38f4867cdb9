/* SPDX-License-Identifier: MIT */
#include "load/builtin.h"

#include "base/compare.h"
#include "load/yaml.h"

#include <gio/gio.h>
#include <string.h>

#define TEMPLATE_FOLDER "/loa/templates/"

Source *
builtin_source (const char *path)
{
  g_autofree char *name = g_strconcat ("/loa/", path, NULL);
  g_autofree char *shown = g_strdup_printf ("(loa)/%s", path);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (name, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length;

  if (bytes == NULL)
    return NULL;
  const char *text = g_bytes_get_data (bytes, &length);
  return source_new (shown, text, length);
}

static void
add_files (const char *folder, GPtrArray *names)
{
  g_auto (GStrv) children =
    g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; children && children[i]; i++) {
    g_autofree char *path = g_strconcat (folder, children[i], NULL);
    if (g_str_has_suffix (path, "/"))
      add_files (path, names);
    else
      g_ptr_array_add (names, g_strdup (path + strlen (TEMPLATE_FOLDER)));
  }
}

char **
builtin_template_files (void)
{
  GPtrArray *names = g_ptr_array_new ();

  add_files (TEMPLATE_FOLDER, names);
  g_ptr_array_sort (names, compare_texts);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

static Value *
builtin_value (const char *path)
{
  g_autoptr (Source) source = builtin_source (path);
  g_autoptr (Report) report = report_new ();
  g_assert (source);
  g_autoptr (YamlNode) root = yaml_parse (source, 0, source->length, 1, report);
  g_assert (root);
  return yaml_to_value (root);
}

Value *
builtin_lexicon (void)
{
  return builtin_value ("src/speech/lexicon.yaml");
}

Value *
builtin_synonyms (void)
{
  return builtin_value ("src/search/synonyms.yaml");
}
