/* SPDX-License-Identifier: MIT */
#include "press/page_rules.h"

#include "base/regular.h"
#include "model/file_kind.h"

#include <string.h>

static void
add_script (PageRules *rules, const char *path, const char *text, gsize length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize n = sizeof digest;

  g_checksum_update (checksum, (const guchar *) text, length);
  g_checksum_get_digest (checksum, digest, &n);
  g_hash_table_add (rules->scripts, (gpointer) path);
  g_hash_table_add (rules->digests, g_base64_encode (digest, n));
}

/* Scripts of a site are the .js files in its static/. */
static void
add_script_of_site (PageRules *rules, const Site *site, const Output *output)
{
  g_autofree char *whole = g_build_filename (site->root, output->file->path, NULL);
  gsize length;

  if (!file_is_static (output->file->path) || !g_str_has_suffix (output->path, ".js"))
    return;
  g_autofree char *text = regular_read (whole, &length, NULL);
  if (text)
    add_script (rules, output->path, text, length);
}

PageRules
page_rules_new (const Site *site, const Plan *plan, const Source *style)
{
  g_autoptr (GUri) uri =
    site->base_url ? g_uri_parse (site->base_url, G_URI_FLAGS_NONE, NULL) : NULL;
  PageRules rules = {
    .paths = g_hash_table_new (g_str_hash, g_str_equal),
    .scripts = g_hash_table_new (g_str_hash, g_str_equal),
    .digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .base = g_strdup (uri ? g_uri_get_path (uri) : "/"),
    .has_fonts = strstr (style->text, "url(") != NULL,
  };

  for (guint i = 0; i < plan->outputs->len; i++) {
    const Output *output = &g_array_index (plan->outputs, Output, i);
    g_hash_table_add (rules.paths, (gpointer) output->path);
    if (output->file)
      add_script_of_site (&rules, site, output);
    else if (g_str_has_suffix (output->path, ".js"))
      g_hash_table_add (rules.scripts, (gpointer) output->path); /* our own */
  }
  return rules;
}

void
page_rules_clear (PageRules *rules)
{
  g_clear_pointer (&rules->paths, g_hash_table_unref);
  g_clear_pointer (&rules->scripts, g_hash_table_unref);
  g_clear_pointer (&rules->digests, g_hash_table_unref);
  g_free ((char *) rules->base);
  rules->base = NULL;
}
