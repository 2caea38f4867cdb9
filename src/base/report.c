/* SPDX-License-Identifier: MIT */
/* Faults are kept as they will be printed, not as they were found: the source may be gone by then,
 * and workers are joined in an order that differs from run to run. So two things must stay true.
 * Equal faults are one (a letter sent to 3,321 communes is wrong once), which is why entries are a
 * set; and what is printed depends on the set alone, which is why report_line_compare() looks
 * at everything that is shown. Counting goes by file as it is called, not as it is shown: two names
 * may look alike. */
#include "base/report.h"

#include "base/i18n.h"
#include "base/printable.h"

#include <string.h>

/* A line longer than this is cut around its place: nobody reads a megabyte to find a comma. */
#define LINE_SHOWN_CHARS 120

/* Of each level in each file. Who has this many to correct runs loa again, and a file that is wrong
 * in every one of its million lines must not cost a million lines of output, each found from the
 * start of the file. */
#define MOST_OF_A_FILE 200

typedef struct {
  ReportLine told;  /* its texts are owned; the path as shown */
  char *file;       /* as it is called: what faults are counted by */
  gboolean is_rest; /* stands for all that are not listed */
} Entry;

/* How many faults there were, listed or not. */
typedef struct {
  guint n[REPORT_N_LEVELS];
} Count;

struct Report {
  GPtrArray *entries; /* Entry, owned; no two are equal */
  /* Most reports stay empty: these are made for the first entry. */
  GHashTable *known; /* Set<Entry>, the same */
  GHashTable *files; /* path → Count, both owned; equal ones counted once */
  Count all;         /* equal ones counted each */
};

static void
line_clear (ReportLine *line)
{
  g_free ((char *) line->path);
  g_free ((char *) line->text);
  g_free ((char *) line->advice);
  g_free ((char *) line->line);
}

ReportLine *
report_line_copy (const ReportLine *line)
{
  ReportLine *copy = g_memdup2 (line, sizeof *line);
  copy->path = g_strdup (line->path);
  copy->text = g_strdup (line->text);
  copy->advice = g_strdup (line->advice);
  copy->line = g_strdup (line->line);
  return copy;
}

void
report_line_free (ReportLine *line)
{
  if (line == NULL)
    return;
  line_clear (line);
  g_free (line);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;
  line_clear (&entry->told);
  g_free (entry->file);
  g_free (entry);
}

int
report_line_compare (const ReportLine *a, const ReportLine *b)
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
  if (order == 0)
    order = g_strcmp0 (a->code, b->code);
  if (order == 0)
    order = g_strcmp0 (a->advice, b->advice);
  return order;
}

static guint
entry_hash (gconstpointer data)
{
  const Entry *entry = data;
  const ReportLine *told = &entry->told;
  return g_str_hash (told->path) * 31 + g_str_hash (told->text) + told->place.line * 7919;
}

static gboolean
entry_equal (gconstpointer a, gconstpointer b)
{
  return report_line_compare (&((const Entry *) a)->told, &((const Entry *) b)->told) == 0;
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
  g_clear_pointer (&report->known, g_hash_table_unref);
  g_clear_pointer (&report->files, g_hash_table_unref);
  g_ptr_array_unref (report->entries);
  g_free (report);
}

/* Columns of a terminal that the first `n` characters of `text` take. */
static guint
columns_of (const char *text, glong n)
{
  guint columns = 0;

  for (; n > 0 && *text; n--, text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);
    columns += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
  }
  return columns;
}

/* The line as shown: a window of it when it is long. */
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
  g_autofree char *shown = printable_copy (window, PRINTABLE_LINE);
  entry->told.line = g_strconcat (start > 0 ? "…" : "", shown, end < length ? "…" : "", NULL);
  entry->told.caret = columns_of (entry->told.line, before - start + (start > 0));
}

static Count *
count_of (Report *report, const char *path)
{
  if (report->files == NULL)
    report->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Count *count = g_hash_table_lookup (report->files, path);

  if (count == NULL) {
    count = g_new0 (Count, 1);
    g_hash_table_insert (report->files, g_strdup (path), count);
  }
  return count;
}

/* Takes the entry; FALSE when the same was there. */
static gboolean
take_entry (Report *report, Entry *entry)
{
  if (report->known == NULL)
    report->known = g_hash_table_new (entry_hash, entry_equal);
  if (g_hash_table_contains (report->known, entry)) {
    entry_free (entry);
    return FALSE;
  }
  g_ptr_array_add (report->entries, entry);
  g_hash_table_add (report->known, entry);
  return TRUE;
}

/* Instead of what is not listed. */
static void
add_rest (Report *report, ReportLevel level, const char *path)
{
  static const char *const more[] = {
    [REPORT_ERROR] = N_ ("there are more errors in this file; the first %u are listed"),
    [REPORT_WARNING] = N_ ("there are more warnings in this file; the first %u are listed"),
    [REPORT_NOTE] = N_ ("there are more notes on this file; the first %u are listed"),
  };
  Entry *entry = g_new0 (Entry, 1);
  entry->told.level = level;
  entry->file = g_strdup (path);
  entry->told.path = printable_copy (path, PRINTABLE_LINE);
  entry->told.text = g_strdup_printf (_ (more[level]), MOST_OF_A_FILE);
  entry->is_rest = TRUE;
  take_entry (report, entry);
}

static void
report_add (Report *report, ReportLevel level, const Source *source, Place place,
            const char *advice, const ReportLine *like, const char *format, va_list args)
{
  const char *path = source ? source->path : "";
  Count *count = count_of (report, path);

  report->all.n[level]++;
  if (count->n[level] >= MOST_OF_A_FILE) {
    if (count->n[level]++ == MOST_OF_A_FILE)
      add_rest (report, level, path);
    return;
  }
  g_autofree char *text = g_strdup_vprintf (format, args);
  Entry *entry = g_new0 (Entry, 1);
  entry->told = *like;
  entry->told.level = level;
  entry->told.place = place;
  entry->file = g_strdup (path);
  entry->told.path = printable_copy (path, PRINTABLE_LINE);
  entry->told.text = printable_copy (text, PRINTABLE_LINE);
  entry->told.advice = printable_copy (advice, PRINTABLE_LINE);
  if (source && place.line > 0)
    entry_set_line (entry, source, place);
  count->n[level] += (guint) take_entry (report, entry);
}

/* What has no code, and means no certain number of characters. */
static const ReportLine plain;

void
report_error (Report *report, const Source *source, Place place, const char *advice,
              const char *format, ...)
{
  va_list args;
  va_start (args, format);
  report_add (report, REPORT_ERROR, source, place, advice, &plain, format, args);
  va_end (args);
}

void
report_warning (Report *report, const Source *source, Place place, const char *advice,
                const char *format, ...)
{
  va_list args;
  va_start (args, format);
  report_add (report, REPORT_WARNING, source, place, advice, &plain, format, args);
  va_end (args);
}

void
report_suspicion (Report *report, gboolean is_untrusted, const Source *source, Place place,
                  const char *advice, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  report_add (report, is_untrusted ? REPORT_ERROR : REPORT_WARNING, source, place, advice, &plain,
              format, args);
  va_end (args);
}

void
report_finding (Report *report, ReportLevel level, const char *code, const Source *source,
                Place place, guint length, const char *advice, const char *format, ...)
{
  const ReportLine like = { .code = code, .length = length };
  va_list args;

  va_start (args, format);
  report_add (report, level, source, place, advice, &like, format, args);
  va_end (args);
}

void
report_join (Report *into, Report *from)
{
  GHashTableIter iter;
  gpointer path, count;

  if (from->entries->len == 0)
    return;
  g_hash_table_iter_init (&iter, from->files);
  while (g_hash_table_iter_next (&iter, &path, &count))
    for (guint level = 0; level < REPORT_N_LEVELS; level++)
      count_of (into, path)->n[level] += ((const Count *) count)->n[level];
  g_hash_table_remove_all (from->files);
  g_hash_table_remove_all (from->known);
  for (guint i = 0; i < from->entries->len; i++) {
    Entry *entry = from->entries->pdata[i];
    guint *n = &count_of (into, entry->file)->n[entry->told.level];
    gboolean is_counted = !entry->is_rest;
    if (!take_entry (into, entry) && is_counted)
      (*n)--;
  }
  g_ptr_array_set_free_func (from->entries, NULL);
  g_ptr_array_set_size (from->entries, 0);
  g_ptr_array_set_free_func (from->entries, entry_free);
  for (guint level = 0; level < REPORT_N_LEVELS; level++)
    into->all.n[level] += from->all.n[level];
  from->all = (Count){ { 0 } };
}

/* Between the fields of a note and after each warning: controls, which no text of a report has. */
#define FIELD_END   "\037"
#define WARNING_END "\036"

enum {
  NOTE_LINE,
  NOTE_COL,
  NOTE_CARET,
  NOTE_N,
  NOTE_PATH,
  NOTE_TEXT,
  NOTE_SHOWN,
  NOTE_ADVICE,
  N_NOTE_FIELDS
};

/* A text that may be missing. */
static void
note_optional (GString *note, const char *text, const char *end)
{
  g_string_append_printf (note, "%s%s%s", text ? "=" : "", text ? text : "", end);
}

/* What stands for all that are not listed says how many there were. */
static void
note_entry (GString *note, const Report *report, const Entry *entry)
{
  const Count *count = g_hash_table_lookup (report->files, entry->file);
  guint n = entry->is_rest && count ? count->n[entry->told.level] - MOST_OF_A_FILE : 1;

  g_string_append_printf (
    note, "%u" FIELD_END "%u" FIELD_END "%u" FIELD_END "%u" FIELD_END "%s" FIELD_END "%s" FIELD_END,
    entry->told.place.line, entry->told.place.col, entry->told.caret, n, entry->told.path,
    entry->told.text);
  note_optional (note, entry->told.line, FIELD_END);
  note_optional (note, entry->told.advice, WARNING_END);
}

static int entry_compare_pointers (gconstpointer a, gconstpointer b);

char *
report_note (const Report *report)
{
  if (report->entries->len == 0)
    return NULL;
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (report->entries, NULL, NULL);
  GString *note = g_string_new (NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, entry_compare_pointers);
  for (guint i = 0; i < sorted->len; i++)
    if (((const Entry *) sorted->pdata[i])->told.level == REPORT_WARNING)
      note_entry (note, report, sorted->pdata[i]);
  return g_string_free (note, note->len == 0);
}

static guint
number_of (const char *text)
{
  return (guint) g_ascii_strtoull (text, NULL, 10);
}

static char *
recall_optional (const char *field)
{
  return *field == '=' ? g_strdup (field + 1) : NULL;
}

static void
recall_entry (Report *report, char **fields)
{
  guint n = number_of (fields[NOTE_N]);
  Entry *entry = g_new0 (Entry, 1);
  entry->told.level = REPORT_WARNING;
  entry->told.place = (Place){ number_of (fields[NOTE_LINE]), number_of (fields[NOTE_COL]) };
  entry->told.caret = number_of (fields[NOTE_CARET]);
  entry->is_rest = n > 1;
  entry->file = g_strdup (fields[NOTE_PATH]);
  entry->told.path = g_strdup (fields[NOTE_PATH]);
  entry->told.text = g_strdup (fields[NOTE_TEXT]);
  entry->told.line = recall_optional (fields[NOTE_SHOWN]);
  entry->told.advice = recall_optional (fields[NOTE_ADVICE]);
  report->all.n[REPORT_WARNING] += n;
  if (take_entry (report, entry))
    count_of (report, fields[NOTE_PATH])->n[REPORT_WARNING] += n;
}

void
report_recall (Report *report, const char *note)
{
  g_auto (GStrv) warnings = g_strsplit (note, WARNING_END, -1);

  for (char **warning = warnings; *warning; warning++) {
    g_auto (GStrv) fields = g_strsplit (*warning, FIELD_END, -1);
    if (g_strv_length (fields) == N_NOTE_FIELDS)
      recall_entry (report, fields);
  }
}

guint
report_n_errors (const Report *report)
{
  return report->all.n[REPORT_ERROR];
}

guint
report_n_warnings (const Report *report)
{
  return report->all.n[REPORT_WARNING];
}

gboolean
report_is_full (const Report *report, const Source *source)
{
  if (report->all.n[REPORT_ERROR] < MOST_OF_A_FILE)
    return FALSE;
  const Count *count = g_hash_table_lookup (report->files, source->path);
  return count && count->n[REPORT_ERROR] >= MOST_OF_A_FILE;
}

static int
entry_compare_pointers (gconstpointer a, gconstpointer b)
{
  return report_line_compare (&(*(const Entry *const *) a)->told,
                              &(*(const Entry *const *) b)->told);
}

void
report_print_line (const ReportLine *line, const char *code, FILE *stream)
{
  static const char *const levels[] = {
    [REPORT_ERROR] = N_ ("error"), [REPORT_WARNING] = N_ ("warning"), [REPORT_NOTE] = N_ ("note")
  };

  if (line->path[0])
    fprintf (stream, "%s:", line->path);
  if (line->place.line > 0)
    fprintf (stream, "%u:", line->place.line);
  if (line->place.line > 0 && line->place.col > 0)
    fprintf (stream, "%u:", line->place.col);
  fprintf (stream, "%s%s: %s", line->path[0] ? " " : "", _ (levels[line->level]), line->text);
  if (code)
    fprintf (stream, " [%s]", code);
  fputc ('\n', stream);
  int margin = 5;
  if (line->line) {
    margin = fprintf (stream, "%5u", line->place.line);
    fprintf (stream, " | %s\n", line->line);
    if (line->place.col > 0)
      fprintf (stream, "%*s | %*s^\n", margin, "", (int) line->caret, "");
  }
  if (line->advice)
    fprintf (stream, "%*s = %s\n", margin, "", line->advice);
}

void
report_each (const Report *report, ReportVisit visit, gpointer data)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (report->entries, NULL, NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, entry_compare_pointers);
  for (guint i = 0; i < sorted->len; i++) {
    const Entry *entry = sorted->pdata[i];
    visit (&entry->told, data);
  }
}

static void
print_line (const ReportLine *line, gpointer stream)
{
  report_print_line (line, line->code, stream);
}

ReportTotals
report_print (const Report *report, FILE *stream)
{
  ReportTotals totals = { 0, 0, 0 };
  GHashTableIter iter;
  gpointer count;

  report_each (report, print_line, stream);
  if (report->files)
    g_hash_table_iter_init (&iter, report->files);
  while (report->files && g_hash_table_iter_next (&iter, NULL, &count)) {
    totals.errors += ((const Count *) count)->n[REPORT_ERROR];
    totals.warnings += ((const Count *) count)->n[REPORT_WARNING];
    totals.notes += ((const Count *) count)->n[REPORT_NOTE];
  }
  return totals;
}
