/* SPDX-License-Identifier: MIT */
#include "base/report.h"

#include "base/i18n.h"

#include <string.h>

/* A line longer than this is cut around its place: nobody reads a megabyte to find a comma. */
#define LINE_SHOWN_CHARS 120

typedef enum { LEVEL_ERROR, LEVEL_WARNING } Level;

typedef struct {
  Level level;
  Place place;
  char *path;
  char *line;   /* the part that is shown, or NULL */
  guint caret;  /* characters before the caret in `line` */
  char *text;
  char *advice; /* or NULL */
} Entry;

struct Report {
  GPtrArray *entries; /* Entry, owned */
  guint n[2];
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;
  g_free (entry->path);
  g_free (entry->line);
  g_free (entry->text);
  g_free (entry->advice);
  g_free (entry);
}

Report *
report_new (void)
{
  Report *report = g_new0 (Report, 1);
  report->entries = g_ptr_array_new_with_free_func (entry_free);
  return report;
}

void
report_free (Report *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->entries);
  g_free (report);
}

/* The line as shown: a window of it when it is long, tabs and control characters as spaces so that
 * the caret stands where it should and a terminal obeys no file. */
static void
entry_set_line (Entry *entry, const Source *source, Place place)
{
  g_autofree char *whole = source_line (source, place.line);
  if (whole == NULL)
    return;
  glong length = g_utf8_strlen (whole, -1);
  glong before = place.col > 0 ? MIN ((glong) place.col - 1, length) : 0;
  glong start = before > LINE_SHOWN_CHARS * 2 / 3 ? before - LINE_SHOWN_CHARS / 3 : 0;
  glong end = MIN (length, start + LINE_SHOWN_CHARS);

  g_autofree char *window = g_utf8_substring (whole, start, end);
  g_autoptr (GString) shown = g_string_new (start > 0 ? "…" : NULL);
  for (const char *p = window; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    g_string_append_unichar (shown, g_unichar_iscntrl (c) ? ' ' : c);
  }
  if (end < length)
    g_string_append (shown, "…");
  entry->line = g_strdup (shown->str);
  entry->caret = before - start + (start > 0);
}

static void
report_add (Report *report, Level level, const Source *source, Place place, const char *advice,
            const char *format, va_list args)
{
  Entry *entry = g_new0 (Entry, 1);
  entry->level = level;
  entry->place = place;
  entry->path = g_strdup (source ? source->path : "");
  entry->text = g_strdup_vprintf (format, args);
  entry->advice = g_strdup (advice);
  if (source && place.line > 0)
    entry_set_line (entry, source, place);
  g_ptr_array_add (report->entries, entry);
  report->n[level]++;
}

void
report_error (Report *report, const Source *source, Place place, const char *advice,
              const char *format, ...)
{
  va_list args;
  va_start (args, format);
  report_add (report, LEVEL_ERROR, source, place, advice, format, args);
  va_end (args);
}

void
report_warning (Report *report, const Source *source, Place place, const char *advice,
                const char *format, ...)
{
  va_list args;
  va_start (args, format);
  report_add (report, LEVEL_WARNING, source, place, advice, format, args);
  va_end (args);
}

void
report_join (Report *into, Report *from)
{
  g_ptr_array_extend_and_steal (into->entries, from->entries);
  from->entries = g_ptr_array_new_with_free_func (entry_free);
  for (guint level = 0; level < G_N_ELEMENTS (into->n); level++) {
    into->n[level] += from->n[level];
    from->n[level] = 0;
  }
}

guint
report_n_errors (const Report *report)
{
  return report->n[LEVEL_ERROR];
}

guint
report_n_warnings (const Report *report)
{
  return report->n[LEVEL_WARNING];
}

static int
entry_compare (const Entry *a, const Entry *b)
{
  int order = strcmp (a->path, b->path);
  if (order == 0)
    order = (a->place.line > b->place.line) - (a->place.line < b->place.line);
  if (order == 0)
    order = (a->place.col > b->place.col) - (a->place.col < b->place.col);
  if (order == 0)
    order = (a->level > b->level) - (a->level < b->level);
  if (order == 0)
    order = strcmp (a->text, b->text);
  return order;
}

static int
entry_compare_pointers (gconstpointer a, gconstpointer b)
{
  return entry_compare (*(const Entry *const *) a, *(const Entry *const *) b);
}

static void
entry_print (const Entry *entry, FILE *stream)
{
  const char *level = entry->level == LEVEL_ERROR ? _ ("error") : _ ("warning");

  if (entry->path[0])
    fprintf (stream, "%s:", entry->path);
  if (entry->place.line > 0)
    fprintf (stream, "%u:", entry->place.line);
  if (entry->place.line > 0 && entry->place.col > 0)
    fprintf (stream, "%u:", entry->place.col);
  fprintf (stream, "%s%s: %s\n", entry->path[0] ? " " : "", level, entry->text);
  if (entry->line) {
    fprintf (stream, "%5u | %s\n", entry->place.line, entry->line);
    if (entry->place.col > 0)
      fprintf (stream, "      | %*s^\n", (int) entry->caret, "");
  }
  if (entry->advice)
    fprintf (stream, "      = %s\n", entry->advice);
}

void
report_print (const Report *report, FILE *stream)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (report->entries, NULL, NULL);
  const Entry *last = NULL;

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, entry_compare_pointers);
  for (guint i = 0; i < sorted->len; i++) {
    const Entry *entry = sorted->pdata[i];
    if (last == NULL || entry_compare (last, entry) != 0)
      entry_print (entry, stream);
    last = entry;
  }
}
