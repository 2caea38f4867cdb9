/* SPDX-License-Identifier: MIT */
#include "command/mending.h"

#include "base/i18n.h"
#include "command/options.h"
#include "editor/fix.h"

#include <string.h>

/* A file with what would mend it. */
typedef struct {
  const Document *document;
  char *text; /* as it was read: composed, without what nobody sees */
  gsize length;
  GArray *edits; /* Edit */
} File;

struct Mending {
  GPtrArray *files; /* File, owned; under the lock */
  GMutex lock;
};

static void
file_free (gpointer data)
{
  File *file = data;
  g_free (file->text);
  g_array_unref (file->edits);
  g_free (file);
}

Mending *
mending_new (void)
{
  Mending *mending = g_new0 (Mending, 1);

  mending->files = g_ptr_array_new_with_free_func (file_free);
  g_mutex_init (&mending->lock);
  return mending;
}

void
mending_free (Mending *mending)
{
  if (mending == NULL)
    return;
  g_ptr_array_unref (mending->files);
  g_mutex_clear (&mending->lock);
  g_free (mending);
}

GArray *
mending_edits (Mending *mending, const Document *document, const Source *source)
{
  File *file = g_new0 (File, 1);

  *file =
    (File){ document, g_strndup (source->text, source->length), source->length, edits_new () };
  g_mutex_lock (&mending->lock);
  g_ptr_array_add (mending->files, file);
  g_mutex_unlock (&mending->lock);
  return file->edits;
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  const File *first = *(const File *const *) a, *second = *(const File *const *) b;
  return strcmp (first->document->path, second->document->path);
}

/* Line ends as the file had them. */
static char *
with_line_ends (const char *text, const char *like)
{
  if (strstr (like, "\r\n") == NULL)
    return g_strdup (text);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  return g_strjoinv ("\r\n", lines);
}

static gboolean
write_mended (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  /* Beside the file first, and onto the disk: a power cut leaves the old one or the new one. */
  if (g_file_set_contents_full (
        path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &error))
    return TRUE;
  complain ("%s", error->message);
  return FALSE;
}

/* FALSE when the file could not be written. One that changed since it was read is left alone. */
static gboolean
mend (const File *file, const char *root, gboolean write, FILE *stream, guint *n_changed)
{
  g_autofree char *path = g_build_filename (root, file->document->path, NULL);
  g_autofree char *raw = NULL;
  gsize length;

  if (!g_file_get_contents (path, &raw, &length, NULL)
      || !g_utf8_validate (raw, (gssize) length, NULL))
    return TRUE;
  g_autofree char *mended = edits_apply (file->text, file->length, file->edits);
  g_autofree char *ended = with_line_ends (mended, raw);
  if (strcmp (raw, ended) == 0)
    return TRUE;
  (*n_changed)++;
  print_difference (file->document->path, raw, ended, stream);
  return !write || write_mended (path, ended);
}

gboolean
mending_end (Mending *mending, const Site *site, gboolean write, FILE *stream)
{
  guint n_changed = 0;
  gboolean is_good = TRUE;

  g_ptr_array_sort (mending->files, compare_files);
  for (guint i = 0; i < mending->files->len; i++)
    is_good &= mend (mending->files->pdata[i], site->root, write, stream, &n_changed);
  if (n_changed == 0)
    complain (_ ("there is nothing to mend without asking"));
  else if (!write)
    complain (ngettext ("this would change %u file; with --write it does",
                        "this would change %u files; with --write it does", n_changed),
              n_changed);
  else
    complain (ngettext ("%u file was changed", "%u files were changed", n_changed), n_changed);
  return is_good;
}
