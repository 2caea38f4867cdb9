/* SPDX-License-Identifier: MIT */
#include "print/read/drawing_store.h"

#include "base/digest.h"
#include "base/i18n.h"
#include "print/read/dots.h"

#include <string.h>

#define MOST_KEPT (16 * 1024 * 1024) /* bytes of files */

/* A drawing, and what there was to say of it. */
typedef struct {
  Drawing *drawing; /* NULL: it is none */
  char *note;       /* of its warnings, or NULL */
} Kept;

struct DrawingStore {
  GHashTable *drawings; /* char *digest → Kept, owned */
  GHashTable *dots;     /* char *digest and size → GBytes, owned */
  gsize kept;           /* bytes of the files and the dots */
};

static void
kept_free (gpointer data)
{
  Kept *kept = data;
  drawing_free (kept->drawing);
  g_free (kept->note);
  g_free (kept);
}

DrawingStore *
drawing_store_new (void)
{
  DrawingStore *store = g_new0 (DrawingStore, 1);
  store->drawings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_free);
  store->dots =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  return store;
}

void
drawing_store_free (DrawingStore *store)
{
  if (store == NULL)
    return;
  g_hash_table_unref (store->drawings);
  g_hash_table_unref (store->dots);
  g_free (store);
}

void
drawing_store_trim (DrawingStore *store)
{
  if (store->kept <= MOST_KEPT)
    return;
  g_hash_table_remove_all (store->drawings);
  g_hash_table_remove_all (store->dots);
  store->kept = 0;
}

/* Nothing but white space and a mark of its encoding stands before the first bracket. */
gboolean
drawing_is_svg (GBytes *bytes)
{
  gsize length;
  const char *p = g_bytes_get_data (bytes, &length);

  if (p == NULL) /* an empty file */
    return FALSE;
  const char *end = p + length;
  if (length >= 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0)
    p += 3;
  while (p < end && g_ascii_isspace (*p))
    p++;
  return p < end && *p == '<';
}

static Kept *
read_file (const char *name, const char *text, gsize length, PathStore *paths, Report *report)
{
  g_autoptr (Report) own = report_new ();
  Kept *kept = g_new0 (Kept, 1);

  if (!g_utf8_validate (text, (gssize) length, NULL)) {
    const Source file = { name, "", 0 };
    report_error (own, &file, (Place){ 0, 0 }, _ ("save it as UTF-8"), _ ("this is not a drawing"));
  } else {
    g_autoptr (Source) file = source_new (name, text, length);
    kept->drawing = drawing_read (file, paths, own);
  }
  kept->note = report_note (own);
  report_join (report, own);
  return kept;
}

Drawing *
drawing_store_read (DrawingStore *store, const char *name, GBytes *bytes, PathStore *paths,
                    Report *report)
{
  char hex[DIGEST_HEX_LENGTH + 1];
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  Digest digest = digest_of (text, length);

  digest_to_hex (&digest, hex);
  g_autofree char *key = g_strconcat (hex, name, NULL);
  Kept *kept = g_hash_table_lookup (store->drawings, key);
  if (kept && kept->drawing) {
    if (kept->note)
      report_recall (report, kept->note);
    return drawing_share (kept->drawing);
  }
  kept = read_file (name, text, length, paths, report);
  store->kept += length;
  g_hash_table_replace (store->drawings, g_steal_pointer (&key), kept);
  return kept->drawing ? drawing_share (kept->drawing) : NULL;
}

GBytes *
drawing_store_dots (DrawingStore *store, GBytes *svg, guint width, guint height, const char **why)
{
  char hex[DIGEST_HEX_LENGTH + 1];
  gsize length;
  const char *text = g_bytes_get_data (svg, &length);
  Digest digest = digest_of (text, length);

  digest_to_hex (&digest, hex);
  g_autofree char *key = g_strdup_printf ("%s %u %u", hex, width, height);
  GBytes *known = g_hash_table_lookup (store->dots, key);
  if (known)
    return g_bytes_ref (known);
  GBytes *dots = dots_of (text, length, width, height, why);
  if (dots == NULL)
    return NULL;
  store->kept += g_bytes_get_size (dots);
  g_hash_table_insert (store->dots, g_steal_pointer (&key), g_bytes_ref (dots));
  return dots;
}
