/* SPDX-License-Identifier: MIT */
#include "command/changes.h"

#include "base/i18n.h"
#include "diff/difference.h"

#define MOST_NAMES 3 /* of a line; “loa diff” has them all */

typedef struct {
  guint counts[N_FILE_STATES];
  GString *names;
} Line;

static void
add (Line *lines, const char *path, FileState state)
{
  Line *line = &lines[made_kind (path)];
  guint n = line->counts[FILE_CHANGED] + line->counts[FILE_ADDED] + line->counts[FILE_GONE];

  line->counts[state]++;
  if (n < MOST_NAMES)
    g_string_append_printf (line->names, "%s%s", n ? ", " : "", path);
  else if (n == MOST_NAMES)
    g_string_append (line->names, ", …");
}

/* FALSE when there was no site before. */
static gboolean
was_there (const Plan *plan, const Writer *writer)
{
  for (guint i = 0; i < plan->outputs->len; i++) {
    WriterOutcome outcome = writer_outcome (writer, i);
    if (outcome == WRITER_OUTCOME_CHANGED || outcome == WRITER_OUTCOME_KEPT)
      return TRUE;
  }
  return writer_removed (writer)->len > 0;
}

static void
gather (const Plan *plan, const Writer *writer, Line *lines)
{
  const GPtrArray *removed = writer_removed (writer);

  for (guint i = 0; i < plan->outputs->len; i++) {
    WriterOutcome outcome = writer_outcome (writer, i);
    const char *path = g_array_index (plan->outputs, Output, i).path;
    if (outcome == WRITER_OUTCOME_CHANGED)
      add (lines, path, FILE_CHANGED);
    else if (outcome == WRITER_OUTCOME_ADDED)
      add (lines, path, FILE_ADDED);
  }
  for (guint i = 0; i < removed->len; i++)
    add (lines, removed->pdata[i], FILE_GONE);
}

void
changes_print (const Plan *plan, const Writer *writer, FILE *stream)
{
  Line lines[N_MADE_KINDS];

  if (!was_there (plan, writer))
    return;
  for (MadeKind kind = 0; kind < N_MADE_KINDS; kind++)
    lines[kind] = (Line){ .names = g_string_new (NULL) };
  gather (plan, writer, lines);
  for (MadeKind kind = 0; kind < N_MADE_KINDS; kind++) {
    const Line *line = &lines[kind];
    if (line->names->len && kind != MADE_LIST && kind != MADE_OTHER)
      fprintf (stream, _ ("%s: %u changed, %u added, %u gone: %s\n"), made_kind_name (kind),
               line->counts[FILE_CHANGED], line->counts[FILE_ADDED], line->counts[FILE_GONE],
               line->names->str);
    g_string_free (line->names, TRUE);
  }
}
