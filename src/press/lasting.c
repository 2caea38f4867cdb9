/* SPDX-License-Identifier: MIT */
#include "press/lasting.h"

#include "base/i18n.h"

#include <string.h>

/* More are told as a number: a whole section was renamed. */
#define MOST_TOLD 10

/* Pages somebody wrote: lists come and go with what is in them, scripts with their document. */
static gboolean
is_written_page (const char *path)
{
  static const char *const made[] = { "co-quan/", "luu-tru/", "loat-bai/", "phat-thanh/" };
  const char *slash = strrchr (path, '/');
  const char *name = slash ? slash + 1 : path;

  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    if (g_str_has_prefix (path, made[i]))
      return FALSE;
  return g_str_has_suffix (path, ".html") && strcmp (name, "index.html") != 0
         && strcmp (name, "loa.html") != 0 && strcmp (name, "trich.html") != 0
         && !g_str_has_prefix (name, "trang-");
}

void
lasting_check_removed (const GPtrArray *removed, Report *report)
{
  guint n = 0;

  for (guint i = 0; i < removed->len; i++) {
    const char *path = removed->pdata[i];
    if (!is_written_page (path))
      continue;
    if (++n > MOST_TOLD)
      continue;
    const Source named = { path, "", 0 };
    g_autofree char *advice = g_strdup_printf (
      _ ("write “đường dẫn cũ: %s” into the document that has taken its place"), path);
    report_warning (report, &named, (Place){ 0, 0 }, advice,
                    _ ("this page was published, and would be gone: who has its address finds "
                       "nothing"));
  }
  if (n > MOST_TOLD) {
    const Source named = { removed->pdata[0], "", 0 };
    report_warning (report, &named, (Place){ 0, 0 }, NULL,
                    ngettext ("%u page more that was published would be gone",
                              "%u pages more that were published would be gone", n - MOST_TOLD),
                    n - MOST_TOLD);
  }
}

/* TRUE when a server that has the files of the plan finds one at `rest`, behind the address of the
 * site. */
static gboolean
is_answered (GHashTable *paths, const char *rest)
{
  g_autofree char *path = g_strndup (rest, strcspn (rest, "?#"));
  g_autofree char *plain = g_uri_unescape_string (path, NULL);

  if (plain == NULL)
    return FALSE;
  g_autofree char *page = g_strconcat (plain, ".html", NULL);
  gboolean is_folder = *plain == '\0' || g_str_has_suffix (plain, "/");
  g_autofree char *index = g_strconcat (plain, is_folder ? "index.html" : "/index.html", NULL);
  return g_hash_table_contains (paths, plain) || g_hash_table_contains (paths, page)
         || g_hash_table_contains (paths, index);
}

void
lasting_check_codes (const Site *site, const Plan *plan, Report *report)
{
  g_autoptr (GHashTable) paths = g_hash_table_new (g_str_hash, g_str_equal); /* Set<path> */
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);  /* Set<address> */

  if (site->base_url == NULL)
    return;
  for (guint i = 0; i < plan->outputs->len; i++)
    g_hash_table_add (paths, (gpointer) g_array_index (plan->outputs, Output, i).path);
  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    const char *manual = document->manual;
    if (manual == NULL || !g_str_has_prefix (manual, site->base_url)
        || is_answered (paths, manual + strlen (site->base_url))
        || !g_hash_table_add (told, (gpointer) manual))
      continue;
    const Source named = { document->path, "", 0 };
    report_error (
      report, &named, (Place){ 0, 0 },
      _ ("correct the address, or write it as “đường dẫn cũ” into the document to which "
         "it is to lead"),
      _ ("the code of this document leads to “%s”, where this site has nothing"), manual);
  }
}
