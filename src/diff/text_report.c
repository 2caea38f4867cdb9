/* SPDX-License-Identifier: MIT */
#include "diff/report.h"

#include "base/i18n.h"
#include "base/printable.h"

#define MOST_LINES 40 /* of one file; who wants more looks at the page */

static void
print_words (const FileDifference *file, FILE *stream)
{
  static const char marks[] = { [LINE_GONE] = '-', [LINE_NEW] = '+' };
  guint n = 0;

  for (guint i = 0; file->changes && i < file->changes->len; i++) {
    const LineChange *change = &g_array_index (file->changes, LineChange, i);
    if (change->state == LINE_KEPT)
      continue;
    if (n++ >= MOST_LINES)
      continue;
    g_autofree char *text = printable_copy (change->text, PRINTABLE_LINE);
    fprintf (stream, "    %c %s\n", marks[change->state], text);
  }
  if (n > MOST_LINES)
    fprintf (stream, ngettext ("    and %u more line\n", "    and %u more lines\n", n - MOST_LINES),
             n - MOST_LINES);
}

static void
print_file (const FileDifference *file, FILE *stream)
{
  static const char marks[N_FILE_STATES] = {
    [FILE_CHANGED] = '~', [FILE_ADDED] = '+', [FILE_GONE] = '-'
  };

  g_autofree char *path = printable_copy (file->path, PRINTABLE_LINE);
  fprintf (stream, "%c %s", marks[file->state], path);
  if (file->n_alike)
    fprintf (stream,
             ngettext (", and in the kit of %u more office", ", and in the kits of %u more offices",
                       file->n_alike),
             file->n_alike);
  fprintf (stream, "\n");
  if (!file->is_echo)
    print_words (file, stream);
}

static void
print_files (const Difference *difference, MadeKind kind, FILE *stream)
{
  for (guint i = 0; i < difference->files->len; i++) {
    const FileDifference *file = difference->files->pdata[i];
    if (file->kind == kind)
      print_file (file, stream);
  }
}

void
difference_print (const Difference *difference, FILE *stream)
{
  gboolean is_any = FALSE;

  for (MadeKind kind = 0; kind < N_MADE_KINDS; kind++) {
    const guint *counts = difference->counts[kind];
    if (counts[FILE_CHANGED] + counts[FILE_ADDED] + counts[FILE_GONE] > 0) {
      fprintf (stream, _ ("%s: %u changed, %u added, %u gone\n"), made_kind_name (kind),
               counts[FILE_CHANGED], counts[FILE_ADDED], counts[FILE_GONE]);
      is_any = TRUE;
    }
    if (difference->n_unseen[kind])
      fprintf (stream, _ ("%s: %u made anew, without another word\n"), made_kind_name (kind),
               difference->n_unseen[kind]);
    print_files (difference, kind, stream);
  }
  if (!is_any)
    fprintf (stream, _ ("nothing that people read, hear or print is different\n"));
}
