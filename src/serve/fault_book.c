/* SPDX-License-Identifier: MIT */
#include "serve/fault_book.h"

#include "serve/json_text.h"

#include <string.h>

#define MOST_OUTPUTS 3 /* that are named beside a fault */

struct FaultBook {
  GMutex lock;
  GHashTable
    *by_where; /* char * → GPtrArray of ReportLine, all owned; those without faults are not in */
};

FaultBook *
fault_book_new (void)
{
  FaultBook *book = g_new0 (FaultBook, 1);

  g_mutex_init (&book->lock);
  book->by_where =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return book;
}

void
fault_book_free (FaultBook *book)
{
  if (book == NULL)
    return;
  g_hash_table_unref (book->by_where);
  g_mutex_clear (&book->lock);
  g_free (book);
}

static void
add_fault (const ReportLine *line, gpointer faults)
{
  g_ptr_array_add (faults, report_line_copy (line));
}

static gboolean
are_equal (const GPtrArray *a, const GPtrArray *b)
{
  guint n = a ? a->len : 0;

  if (n != (b ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (report_line_compare (a->pdata[i], b->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

/* Takes `faults`. Under the lock. */
static gboolean
set_faults (FaultBook *book, const char *where, GPtrArray *faults)
{
  gboolean is_other = !are_equal (g_hash_table_lookup (book->by_where, where), faults);

  if (faults->len > 0)
    g_hash_table_replace (book->by_where, g_strdup (where), faults);
  else {
    g_hash_table_remove (book->by_where, where);
    g_ptr_array_unref (faults);
  }
  return is_other;
}

static GPtrArray *
faults_of (const Report *report)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func ((GDestroyNotify) report_line_free);
  report_each (report, add_fault, faults);
  return faults;
}

gboolean
fault_book_put (FaultBook *book, const char *where, const Report *report)
{
  GPtrArray *faults = faults_of (report);

  g_mutex_lock (&book->lock);
  gboolean is_other = set_faults (book, where, faults);
  g_mutex_unlock (&book->lock);
  return is_other;
}

gboolean
fault_book_put_of (FaultBook *book, const char *where, const char *path, const Report *report)
{
  GPtrArray *faults = faults_of (report);

  g_mutex_lock (&book->lock);
  const GPtrArray *before = g_hash_table_lookup (book->by_where, where);
  for (guint i = 0; before && i < before->len; i++) {
    const ReportLine *old = before->pdata[i];
    if (strcmp (old->path, path) != 0)
      add_fault (old, faults);
  }
  gboolean is_other = set_faults (book, where, faults);
  g_mutex_unlock (&book->lock);
  return is_other;
}

void
fault_book_keep (FaultBook *book, gboolean (*is_there) (const char *where, gpointer data),
                 gpointer data)
{
  GHashTableIter iter;
  gpointer where;

  g_mutex_lock (&book->lock);
  g_hash_table_iter_init (&iter, book->by_where);
  while (g_hash_table_iter_next (&iter, &where, NULL))
    if (!is_there (where, data))
      g_hash_table_iter_remove (&iter);
  g_mutex_unlock (&book->lock);
}

/* --- all of them --- */

/* A fault, and where it was found. */
typedef struct {
  const ReportLine *fault;
  const char *where;
} Found;

static int
compare_found (gconstpointer a, gconstpointer b)
{
  int order = report_line_compare (((const Found *) a)->fault, ((const Found *) b)->fault);
  return order ? order : strcmp (((const Found *) a)->where, ((const Found *) b)->where);
}

/* Sorted; equal ones beside each other. Under the lock. */
static GArray *
all_found (FaultBook *book, const char *path)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Found));
  GHashTableIter iter;
  gpointer where, value;

  g_hash_table_iter_init (&iter, book->by_where);
  while (g_hash_table_iter_next (&iter, &where, &value)) {
    const GPtrArray *faults = value;
    for (guint i = 0; i < faults->len; i++) {
      const Found found = { faults->pdata[i], where };
      if (path == NULL || strcmp (found.fault->path, path) == 0)
        g_array_append_val (all, found);
    }
  }
  g_array_sort (all, compare_found);
  return all;
}

/* Behind the last that is equal to the one at `i`. */
static guint
end_of_equals (const GArray *all, guint i)
{
  const ReportLine *first = g_array_index (all, Found, i).fault;

  while (++i < all->len && report_line_compare (first, g_array_index (all, Found, i).fault) == 0)
    ;
  return i;
}

static void
count_one (const ReportLine *fault, FaultCounts *counts)
{
  counts->errors += fault->level == REPORT_ERROR;
  counts->warnings += fault->level != REPORT_ERROR;
}

FaultCounts
fault_book_count (FaultBook *book, const char *path)
{
  FaultCounts counts = { 0, 0 };

  g_mutex_lock (&book->lock);
  g_autoptr (GArray) all = all_found (book, path);
  for (guint i = 0; i < all->len; i = end_of_equals (all, i))
    count_one (g_array_index (all, Found, i).fault, &counts);
  g_mutex_unlock (&book->lock);
  return counts;
}

void
fault_book_count_files (FaultBook *book, GHashTable *counts)
{
  g_mutex_lock (&book->lock);
  g_autoptr (GArray) all = all_found (book, NULL);
  for (guint i = 0; i < all->len; i = end_of_equals (all, i)) {
    const ReportLine *fault = g_array_index (all, Found, i).fault;
    FaultCounts *of_file = g_hash_table_lookup (counts, fault->path);
    if (of_file == NULL) {
      of_file = g_new0 (FaultCounts, 1);
      g_hash_table_insert (counts, g_strdup (fault->path), of_file);
    }
    count_one (fault, of_file);
  }
  g_mutex_unlock (&book->lock);
}

static void
append_fault (GString *out, const GArray *all, guint first, guint end)
{
  const ReportLine *fault = g_array_index (all, Found, first).fault;

  g_string_append (out, first > 0 ? ",{" : "{");
  json_member (out, "level", fault->level == REPORT_ERROR ? "error" : "warning");
  json_member (out, "file", fault->path);
  json_number (out, "line", fault->place.line);
  json_number (out, "column", fault->place.col);
  json_member (out, "text", fault->text);
  json_member (out, "advice", fault->advice);
  json_member (out, "shown", fault->line);
  json_number (out, "caret", fault->caret);
  json_name (out, "outputs");
  g_string_append_c (out, '[');
  for (guint i = first, n = 0; i < end && n < MOST_OUTPUTS; i++) {
    const char *where = g_array_index (all, Found, i).where;
    if (*where == '\0')
      continue;
    if (n++ > 0)
      g_string_append_c (out, ',');
    json_text (out, where);
  }
  g_string_append (out, "]}");
}

void
fault_book_json (FaultBook *book, const char *path, guint most, GString *out)
{
  g_string_append_c (out, '[');
  g_mutex_lock (&book->lock);
  g_autoptr (GArray) all = all_found (book, path);
  guint n = 0;
  for (guint i = 0; i < all->len && n < most; n++) {
    guint end = end_of_equals (all, i);
    append_fault (out, all, i, end);
    i = end;
  }
  g_mutex_unlock (&book->lock);
  g_string_append_c (out, ']');
}
