/* SPDX-License-Identifier: MIT */
#include "load/texts.h"

#include "base/i18n.h"
#include "base/suggest.h"
#include "load/builtin.h"
#include "load/yaml.h"

#include <string.h>

#define MAIN "vi"

static char *
code_of (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  return g_strndup (name, strlen (name) - strlen (".yaml"));
}

/* The texts of a language so far: new ones begin as Vietnamese. */
static Value *
texts_of (Site *site, const char *code)
{
  Value *texts = g_hash_table_lookup (site->texts, code);

  if (texts)
    return texts;
  const Value *main_texts = g_hash_table_lookup (site->texts, MAIN);
  texts = value_map ();
  for (guint i = 0; main_texts && i < value_length (main_texts); i++) {
    const char *key = value_key (main_texts, i);
    value_set_read (texts, key, value_text (value_get_text (value_find (main_texts, key), NULL)));
  }
  g_hash_table_insert (site->texts, g_strdup (code), texts);
  return texts;
}

static void
report_key (const Source *source, const YamlNode *node, const Value *known, Report *report)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; i < value_length (known); i++)
    g_ptr_array_add (keys, (gpointer) value_key (known, i));
  g_ptr_array_add (keys, NULL);
  const char *nearest = suggest_word (node->key, (const char *const *) keys->pdata);
  g_autofree char *advice =
    nearest ? g_strdup_printf (_ ("did you mean “%s”?"), nearest) : NULL;
  report_error (report, source, node->key_place,
                advice ? advice : _ ("“loa template texts/vi.yaml” prints all there are"),
                _ ("no text is called “%s”"), node->key);
}

static void
add_texts (Value *texts, const YamlNode *root, const Value *known, const Source *source,
           Report *report)
{
  for (guint i = 0; i < root->n_items; i++) {
    const YamlNode *item = root->items[i];
    if (known && value_find (known, item->key) == NULL)
      report_key (source, item, known, report);
    else if (item->kind != YAML_SCALAR)
      report_error (report, source, item->place, NULL, _ ("this is not a text"));
    else
      value_set_read (texts, item->key, value_text (item->text));
  }
}

static void
add_file (Site *site, const Source *source, gboolean is_main, Report *report)
{
  g_autofree char *code = code_of (source->path);
  g_autoptr (YamlNode) root = yaml_parse (source, 0, source->length, 1, report);

  if (root == NULL)
    return;
  if (root->kind != YAML_MAP) {
    report_error (report, source, root->place, NULL, _ ("this is not a map of texts"));
    return;
  }
  Value *texts = texts_of (site, code);
  add_texts (texts, root, is_main ? NULL : g_hash_table_lookup (site->texts, MAIN), source, report);
  value_set_text (texts, "lang", code);
}

void
texts_load_builtin (Site *site)
{
  static const char *const files[] = { "templates/" TEXTS_FOLDER MAIN ".yaml",
                                       "templates/" TEXTS_FOLDER "en.yaml" };
  g_autoptr (Report) report = report_new ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (Source) source = builtin_source (files[i]);
    add_file (site, source, i == 0, report);
  }
  g_assert (report_n_errors (report) == 0);
}

void
texts_add (Site *site, const Source *source, Report *report)
{
  add_file (site, source, FALSE, report);
}
