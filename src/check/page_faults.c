/* SPDX-License-Identifier: MIT */
#include "check/page_faults.h"

#include "base/compare.h"
#include "base/i18n.h"

#include <string.h>

/* Templates that put another address on each page have as many faults as pages; nobody reads more.
 */
#define MOST_KEPT 1000

typedef struct {
  Source *page; /* the first by its path */
  Place place;
  char *where, *advice, *message;
  char *path, *name; /* it is one unless this page has something that is called so; or NULL */
  GHashTable *pages; /* Set<path, owned>: all it is on */
} Fault;

struct PageFaults {
  GMutex lock;
  GHashTable *faults; /* where, message, advice, number → Fault; both owned */
};

static void
fault_free (gpointer data)
{
  Fault *fault = data;

  source_free (fault->page);
  g_free (fault->where);
  g_free (fault->advice);
  g_free (fault->message);
  g_free (fault->path);
  g_free (fault->name);
  g_hash_table_unref (fault->pages);
  g_free (fault);
}

PageFaults *
page_faults_new (void)
{
  PageFaults *faults = g_new0 (PageFaults, 1);

  g_mutex_init (&faults->lock);
  faults->faults = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, fault_free);
  return faults;
}

void
page_faults_free (PageFaults *faults)
{
  if (faults == NULL)
    return;
  g_hash_table_unref (faults->faults);
  g_mutex_clear (&faults->lock);
  g_free (faults);
}

static Fault *
fault_new (const char *where, const char *advice, const char *message)
{
  Fault *fault = g_new0 (Fault, 1);

  fault->where = g_strdup (where);
  fault->advice = g_strdup (advice);
  fault->message = g_strdup (message);
  fault->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return fault;
}

/* Which page is shown must not depend on which thread was faster. */
static void
note_page (Fault *fault, const Source *page, Place place)
{
  g_hash_table_add (fault->pages, g_strdup (page->path));
  if (fault->page && strcmp (fault->page->path, page->path) <= 0)
    return;
  source_free (fault->page);
  fault->page = source_new (page->path, page->text, page->length);
  fault->place = place;
}

/* The key of the fault: the second time that a page has it, it is another one. Caller frees. */
static char *
key_of (const PageFaults *faults, const char *path, const char *text)
{
  for (guint n = 1;; n++) {
    char *key = g_strdup_printf ("%s\n%u", text, n);
    const Fault *fault = g_hash_table_lookup (faults->faults, key);
    if (fault == NULL || !g_hash_table_contains (fault->pages, path))
      return key;
    g_free (key);
  }
}

/* `path` and `name` may be NULL, both. */
static void
add_fault (PageFaults *faults, const Source *page, Place place, const char *where,
           const char *advice, const char *message, const char *path, const char *name)
{
  /* Files of their authors have faults of their own. */
  g_autofree char *text = g_strjoin ("\n", where ? where : page->path, message, advice, NULL);

  g_mutex_lock (&faults->lock);
  g_autofree char *key = key_of (faults, page->path, text);
  Fault *fault = g_hash_table_lookup (faults->faults, key);
  if (fault == NULL && g_hash_table_size (faults->faults) < MOST_KEPT) {
    fault = fault_new (where, advice, message);
    fault->path = g_strdup (path);
    fault->name = g_strdup (name);
    g_hash_table_insert (faults->faults, g_steal_pointer (&key), fault);
  }
  if (fault)
    note_page (fault, page, place);
  g_mutex_unlock (&faults->lock);
}

void
page_faults_add (PageFaults *faults, const Source *page, Place place, const char *where,
                 const char *advice, const char *message)
{
  add_fault (faults, page, place, where, advice, message, NULL, NULL);
}

void
page_faults_add_lead (PageFaults *faults, const Source *page, Place place, const char *where,
                      const char *path, const char *name)
{
  g_autofree char *message =
    g_strdup_printf (_ ("there is nothing called “%s” on the page “%s”"), name, path);

  add_fault (faults, page, place, where, _ ("write it as in the “id” of what is meant"), message,
             path, name);
}

static void
report_fault (const Fault *fault, Report *report)
{
  guint n = g_hash_table_size (fault->pages);
  g_autofree char *where =
    fault->where
      ? g_strdup_printf (ngettext (" (%s)", " (%s; the same on %u pages)", n), fault->where, n)
      : NULL;
  g_autofree char *advice = g_strconcat (fault->advice, where, NULL);

  report_error (report, fault->page, fault->place, advice, "%s", fault->message);
}

/* In one order: of one page no more than so many are listed. */
void
page_faults_report (const PageFaults *faults, PageFaultsHas has, gpointer data, Report *report)
{
  guint n;
  g_autofree char **keys = (char **) g_hash_table_get_keys_as_array (faults->faults, &n);

  qsort (keys, n, sizeof *keys, compare_texts);
  for (guint i = 0; i < n; i++) {
    const Fault *fault = g_hash_table_lookup (faults->faults, keys[i]);
    if (fault->path == NULL || (has && !has (fault->path, fault->name, data)))
      report_fault (fault, report);
  }
}
