/* SPDX-License-Identifier: MIT */
#include "load/builtin.h"

#include "load/yaml.h"

#include <gio/gio.h>

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
