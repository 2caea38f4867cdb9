/* SPDX-License-Identifier: MIT */
#include "editor/fix.h"

#include <string.h>

static void
edit_clear (gpointer data)
{
  g_free (((Edit *) data)->text);
}

GArray *
edits_new (void)
{
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  g_array_set_clear_func (edits, edit_clear);
  return edits;
}

static int
compare_edits (gconstpointer a, gconstpointer b)
{
  const Edit *first = a, *second = b;

  if (first->offset != second->offset)
    return first->offset < second->offset ? -1 : 1;
  return strcmp (first->code, second->code);
}

char *
edits_apply (const char *text, gsize length, GArray *edits)
{
  GString *mended = g_string_sized_new (length);
  gsize done = 0;

  g_array_sort (edits, compare_edits);
  for (guint i = 0; i < edits->len; i++) {
    const Edit *edit = &g_array_index (edits, Edit, i);
    /* A change never joins or parts lines: places that were told would no longer be right. */
    if (edit->offset < done || memchr (text + edit->offset, '\n', edit->length))
      continue;
    g_string_append_len (mended, text + done, (gssize) (edit->offset - done));
    g_string_append (mended, edit->text);
    done = edit->offset + edit->length;
  }
  g_string_append_len (mended, text + done, (gssize) (length - done));
  return g_string_free (mended, FALSE);
}

#define CONTEXT 1

static void
print_hunk (char **before, char **after, guint first, guint last, guint n, FILE *stream)
{
  guint from = first > CONTEXT ? first - CONTEXT : 0, to = MIN (n - 1, last + CONTEXT);

  fprintf (stream, "@@ -%u,%u +%u,%u @@\n", from + 1, to - from + 1, from + 1, to - from + 1);
  for (guint i = from; i < first; i++)
    fprintf (stream, " %s\n", before[i]);
  for (guint i = first; i <= last; i++)
    fprintf (stream, "-%s\n", before[i]);
  for (guint i = first; i <= last; i++)
    fprintf (stream, "+%s\n", after[i]);
  for (guint i = last + 1; i <= to; i++)
    fprintf (stream, " %s\n", before[i]);
}

gboolean
print_difference (const char *path, const char *before, const char *after, FILE *stream)
{
  g_auto (GStrv) old = g_strsplit (before, "\n", -1);
  g_auto (GStrv) new = g_strsplit (after, "\n", -1);
  guint n = MIN (g_strv_length (old), g_strv_length (new));
  gboolean is_first = TRUE;

  for (guint i = 0; i < n; i++) {
    if (strcmp (old[i], new[i]) == 0)
      continue;
    guint last = i;
    while (last + 1 < n && strcmp (old[last + 1], new[last + 1]) != 0)
      last++;
    if (is_first)
      fprintf (stream, "--- %s\n+++ %s\n", path, path);
    is_first = FALSE;
    print_hunk (old, new, i, last, n, stream);
    i = last;
  }
  return !is_first;
}
