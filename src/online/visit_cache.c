/* SPDX-License-Identifier: MIT */
#include "online/visit_cache.h"

#include <string.h>

#define HEAD "loa-visits 1\n"
#define GOOD_SECONDS (7 * 24 * 3600)
#define BAD_SECONDS 3600

typedef struct {
  Visit visit;
  gint64 when;
} Entry;

struct VisitCache {
  char *path;
  GHashTable *entries; /* url → Entry, both owned; under the lock */
  GMutex lock;
};

/* "<visit> <seconds> <url>" */
static void
read_line (VisitCache *cache, const char *line)
{
  char *end;
  guint64 visit = g_ascii_strtoull (line, &end, 10);

  if (end == line || *end != ' ' || visit >= N_VISITS)
    return;
  const char *number = end + 1;
  gint64 when = g_ascii_strtoll (number, &end, 10);
  if (end == number || *end != ' ' || end[1] == '\0')
    return;
  const Entry entry = { (Visit) visit, when };
  g_hash_table_replace (cache->entries, g_strdup (end + 1), g_memdup2 (&entry, sizeof entry));
}

VisitCache *
visit_cache_new (const char *path)
{
  VisitCache *cache = g_new0 (VisitCache, 1);
  g_autofree char *text = NULL;

  cache->path = g_strdup (path);
  cache->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_mutex_init (&cache->lock);
  if (!g_file_get_contents (path, &text, NULL, NULL) || !g_str_has_prefix (text, HEAD))
    return cache;
  g_auto (GStrv) lines = g_strsplit (text + strlen (HEAD), "\n", -1);
  for (char **line = lines; *line; line++)
    read_line (cache, *line);
  return cache;
}

void
visit_cache_free (VisitCache *cache)
{
  if (cache == NULL)
    return;
  g_hash_table_unref (cache->entries);
  g_mutex_clear (&cache->lock);
  g_free (cache->path);
  g_free (cache);
}

static gboolean
still_holds (const Entry *entry, gint64 now)
{
  gint64 age = now - entry->when;
  return age >= 0 && age < (entry->visit == VISIT_GOOD ? GOOD_SECONDS : BAD_SECONDS);
}

gboolean
visit_cache_find (const VisitCache *cache, const char *url, gint64 now, Visit *visit)
{
  const Entry *entry = g_hash_table_lookup (cache->entries, url);

  if (entry == NULL || !still_holds (entry, now))
    return FALSE;
  *visit = entry->visit;
  return TRUE;
}

void
visit_cache_add (VisitCache *cache, const char *url, gint64 now, Visit visit)
{
  const Entry entry = { visit, now };

  g_mutex_lock (&cache->lock);
  g_hash_table_replace (cache->entries, g_strdup (url), g_memdup2 (&entry, sizeof entry));
  g_mutex_unlock (&cache->lock);
}

gboolean
visit_cache_write (VisitCache *cache)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autofree char *folder = g_path_get_dirname (cache->path);
  GHashTableIter iter;
  gpointer url, value;

  g_hash_table_iter_init (&iter, cache->entries);
  while (g_hash_table_iter_next (&iter, &url, &value)) {
    const Entry *entry = value;
    g_string_append_printf (text, "%d %" G_GINT64_FORMAT " %s\n", (int) entry->visit, entry->when,
                            (const char *) url);
  }
  g_mkdir_with_parents (folder, 0700);
  return g_file_set_contents_full (cache->path, text->str, (gssize) text->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}
