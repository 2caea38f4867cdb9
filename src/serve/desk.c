/* SPDX-License-Identifier: MIT */
/* Two locks. `lock` is that of the model: who looks has it for reading, for as long as one output
 * takes to be made, who changes it for writing. A change is announced before the lock is asked for
 * (`n_waiting`), so that the thread that goes through everything steps aside at once, in the middle
 * of a document if need be. `facts` is that of what was found out; nothing is made under it. */
#include "serve/desk.h"

#include "base/i18n.h"
#include "base/regular.h"
#include "load/documents.h"
#include "load/folder.h"
#include "load/site.h"
#include "serve/json_text.h"
#include "serve/sheet_page.h"

#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_GOOD_BYTES (32 * 1024 * 1024)
#define MOST_TRIES      4   /* to make something whose file is saved again meanwhile */
#define IDLE_MS         400 /* nobody changed or asked for anything */
#define TELL_MS         500 /* between two words on how far the list has come */

/* A file, as stat() knew it when it was read. */
typedef struct {
  gint64 size, modified_ns, changed_ns;
  guint64 inode;
} State;

/* What an output became. */
typedef struct {
  GBytes *bytes; /* owned; NULL: nothing */
  GBytes *view;  /* owned: of a sheet, the page that shows it; else NULL */
} Made;

struct Desk {
  char *root, *cache;
  guint n_threads;
  DeskTell tell;
  gpointer data;

  GRWLock lock; /* of what follows */
  LoadOptions loading;
  Moment asked_now;
  Site *site;
  Press *press;
  GHashTable *outputs; /* path, of the plan → its index + 1 */
  guint *jobs;         /* of each output: the index of its job */
  guint generation;    /* of the plan */
  int n_waiting;       /* atomic: who wants it for writing */

  FaultBook *faults;

  GMutex facts; /* of what follows */
  GCond woken;
  GHashTable *good;  /* path → Made: the last without an error, of those that were looked at */
  GQueue good_order; /* char *, borrowed: the newest first */
  gsize good_bytes;
  GHashTable *states; /* path of a document → State when it was read */
  GHashTable *clean;  /* Set<path of the first output of a job>: gone through */
  guint n_jobs;
  gint64 busy_until; /* monotonic: somebody else needs the processor */
  gboolean is_over, has_links;
  GThread *inspector;
};

/* --- files as they are --- */

static gboolean
state_of (const Desk *desk, const char *path, State *state)
{
  g_autofree char *whole = g_build_filename (desk->root, path, NULL);
  struct stat about;

  if (stat (whole, &about) < 0)
    return FALSE;
  *state =
    (State){ about.st_size, (gint64) about.st_mtim.tv_sec * 1000000000 + about.st_mtim.tv_nsec,
             (gint64) about.st_ctim.tv_sec * 1000000000 + about.st_ctim.tv_nsec, about.st_ino };
  return TRUE;
}

static void
note_state (Desk *desk, const char *path, const State *state)
{
  g_mutex_lock (&desk->facts);
  g_hash_table_replace (desk->states, g_strdup (path), g_memdup2 (state, sizeof *state));
  g_mutex_unlock (&desk->facts);
}

/* TRUE when the file is not known to be what was read of it. */
static gboolean
is_stale (Desk *desk, const char *path)
{
  State now;

  if (!state_of (desk, path, &now))
    return FALSE; /* gone: who watches the folder says so */
  g_mutex_lock (&desk->facts);
  const State *before = g_hash_table_lookup (desk->states, path);
  gboolean is_other = before == NULL || memcmp (before, &now, sizeof now) != 0;
  g_mutex_unlock (&desk->facts);
  return is_other;
}

/* --- the model --- */

static void
lock_to_write (Desk *desk)
{
  g_atomic_int_inc (&desk->n_waiting);
  g_rw_lock_writer_lock (&desk->lock);
  g_atomic_int_add (&desk->n_waiting, -1);
}

static void
note_busy (Desk *desk)
{
  g_mutex_lock (&desk->facts);
  desk->busy_until = g_get_monotonic_time () + IDLE_MS * 1000;
  g_mutex_unlock (&desk->facts);
}

/* Under the lock, for writing: the plan is another. */
static void
index_plan (Desk *desk)
{
  const Plan *plan = press_plan (desk->press);

  g_clear_pointer (&desk->outputs, g_hash_table_unref);
  g_free (desk->jobs);
  desk->outputs = g_hash_table_new (g_str_hash, g_str_equal);
  desk->jobs = g_new (guint, plan->outputs->len + 1);
  for (guint i = 0; i < plan->outputs->len; i++)
    g_hash_table_insert (desk->outputs, (gpointer) g_array_index (plan->outputs, Output, i).path,
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < plan->jobs->len; i++) {
    const Job *job = &g_array_index (plan->jobs, Job, i);
    for (guint j = job->first; j < job->first + job->n; j++)
      desk->jobs[j] = i;
  }
  desk->generation++;
}

static gboolean
is_output (const char *where, gpointer data)
{
  const Desk *desk = data;
  return *where == '\0' || *where == '#' || g_hash_table_contains (desk->outputs, where);
}

static void
tell (Desk *desk, const char *event, GString *json_take)
{
  desk->tell (event, json_take->str, desk->data);
  g_string_free (json_take, TRUE);
}

/* “site”: anything may be another; “document”: what becomes of the one at `path` is. */
static void
tell_change (Desk *desk, const char *event, const char *path)
{
  GString *json = g_string_new ("{");
  json_member (json, "path", path);
  g_string_append_c (json, '}');
  tell (desk, event, json);
}

static void
tell_faults (Desk *desk)
{
  FaultCounts counts = fault_book_count (desk->faults, NULL);
  GString *json = g_string_new ("{");
  guint done, total;

  desk_progress (desk, &done, &total);
  json_number (json, "errors", counts.errors);
  json_number (json, "warnings", counts.warnings);
  json_number (json, "done", done);
  json_number (json, "total", total);
  g_string_append_c (json, '}');
  tell (desk, "problems", json);
}

static Moment
moment_to_show (const Desk *desk)
{
  return desk->asked_now == MOMENT_NONE ? g_get_real_time () / G_USEC_PER_SEC : desk->asked_now;
}

/* Those of the documents, before they are read: what changes meanwhile is stale. */
static GHashTable *
note_states (Desk *desk)
{
  GHashTable *states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Report) report = report_new ();
  State state;

  folder_list (desk->root, "content", files, inputs, report);
  for (guint i = 0; i < files->len; i++)
    if (g_str_has_suffix (files->pdata[i], ".md") && state_of (desk, files->pdata[i], &state))
      g_hash_table_insert (states, g_strdup (files->pdata[i]), g_memdup2 (&state, sizeof state));
  return states;
}

typedef struct {
  Site *site;
  Press *press;
  GHashTable *states;
  LoadOptions loading;
  Report *report;
} Loaded;

/* FALSE with `error` set when there is no site any more; with press NULL when there is nothing to
 * be shown. */
static gboolean
load (Desk *desk, Loaded *loaded, GError **error)
{
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) templates = g_ptr_array_new_with_free_func (g_free);
  const PressOptions pressing = { .work_folder = desk->cache,
                                  .n_threads = desk->n_threads,
                                  .is_preview = TRUE };

  loaded->loading = (LoadOptions){ .now = moment_to_show (desk),
                                   .drafts = TRUE,
                                   .n_threads = desk->n_threads,
                                   .forgets_texts = TRUE };
  loaded->report = report_new ();
  loaded->states = note_states (desk);
  loaded->site = site_load (desk->root, &loaded->loading, inputs, loaded->report, error);
  if (loaded->site == NULL)
    return FALSE;
  site_list_templates (loaded->site, templates, inputs, loaded->report);
  loaded->press = press_new (loaded->site, &pressing, loaded->report);
  return TRUE;
}

static void
loaded_clear (Loaded *loaded)
{
  press_free (loaded->press);
  site_free (loaded->site);
  if (loaded->states)
    g_hash_table_unref (loaded->states);
  report_free (loaded->report);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loaded, loaded_clear)

/* What was loaded takes the place of what was there, which it holds afterwards. */
static void
swap (Desk *desk, Loaded *loaded)
{
  Site *site = desk->site;
  Press *press = desk->press;

  lock_to_write (desk);
  desk->site = g_steal_pointer (&loaded->site);
  desk->press = g_steal_pointer (&loaded->press);
  desk->loading = loaded->loading;
  index_plan (desk);
  guint n_jobs = press_plan (desk->press)->jobs->len;
  fault_book_keep (desk->faults, is_output, desk);
  g_rw_lock_writer_unlock (&desk->lock);
  loaded->site = site;
  loaded->press = press;

  g_mutex_lock (&desk->facts);
  g_hash_table_unref (desk->states);
  desk->states = g_steal_pointer (&loaded->states);
  g_hash_table_remove_all (desk->clean);
  desk->has_links = FALSE;
  desk->n_jobs = n_jobs;
  g_cond_signal (&desk->woken);
  g_mutex_unlock (&desk->facts);
}

/* A site that cannot be shown does not take the place of one that could. */
static gboolean
is_better (const Desk *desk, const Loaded *loaded)
{
  return press_is_ready (loaded->press) || desk->press == NULL || !press_is_ready (desk->press);
}

static gboolean
reload (Desk *desk, GError **error)
{
  g_auto (Loaded) loaded = { 0 };

  if (!load (desk, &loaded, error))
    return FALSE;
  fault_book_put (desk->faults, "", loaded.report);
  if (is_better (desk, &loaded))
    swap (desk, &loaded);
  return TRUE;
}

/* Without a site: that is told in its place. */
static void
report_no_site (Desk *desk, const GError *error)
{
  g_autoptr (Report) report = report_new ();
  const Source named = { "content/site.yaml", "", 0 };

  report_error (report, &named, (Place){ 0, 0 },
                _ ("put the file back; the page shows the site as it was"), "%s", error->message);
  fault_book_put (desk->faults, "", report);
}

static void
reload_and_tell (Desk *desk)
{
  g_autoptr (GError) error = NULL;

  if (!reload (desk, &error))
    report_no_site (desk, error);
  tell_change (desk, "site", NULL);
  tell_faults (desk);
}

/* --- one document --- */

static gboolean
has_part (const Document *document, const Document *part)
{
  for (guint i = 0; i < document->n_parts; i++)
    if (document->parts[i] == part)
      return TRUE;
  return FALSE;
}

/* Jobs of the document, and what may list it, have to be gone through again. */
static void
mark_unclean (Desk *desk, const Document *document, gboolean is_listed)
{
  const Plan *plan = press_plan (desk->press);

  g_mutex_lock (&desk->facts);
  for (guint i = 0; i < plan->jobs->len; i++) {
    const Output *first =
      &g_array_index (plan->outputs, Output, g_array_index (plan->jobs, Job, i).first);
    if (first->document == document || (first->document && has_part (first->document, document))
        || (is_listed && first->document == NULL && !first->file))
      g_hash_table_remove (desk->clean, first->path);
  }
  desk->has_links = FALSE;
  desk->n_jobs = plan->jobs->len;
  g_cond_signal (&desk->woken);
  g_mutex_unlock (&desk->facts);
}

/* TRUE when the site must be loaded. Texts of other documents may have this one's in them. */
static gboolean
reread (Desk *desk, const char *path, Reread *change)
{
  g_autoptr (Report) report = report_new ();
  State state = { 0 };

  note_busy (desk);
  lock_to_write (desk);
  Document *document = (Document *) site_document (desk->site, path);
  *change = REREAD_SITE;
  if (document && state_of (desk, path, &state)) {
    *change = documents_reread (desk->site, document, &desk->loading, report);
    if (*change == REREAD_BODY)
      press_read_again (desk->press);
    if (*change == REREAD_MATTER) {
      g_autoptr (Report) of_plan = report_new ();
      press_plan_again (desk->press, of_plan);
      index_plan (desk);
    }
    if (*change == REREAD_BODY || *change == REREAD_MATTER)
      mark_unclean (desk, document, *change == REREAD_MATTER);
  }
  g_rw_lock_writer_unlock (&desk->lock);
  if (*change == REREAD_SITE)
    return TRUE;
  note_state (desk, path, &state);
  if (*change == REREAD_MATTER)
    fault_book_put_of (desk->faults, "", path, report);
  if (*change != REREAD_SAME)
    tell_change (desk, *change == REREAD_BODY ? "document" : "matter", path);
  return FALSE;
}

static gboolean
is_document (const char *path)
{
  return g_str_has_prefix (path, "content/") && g_str_has_suffix (path, ".md");
}

/* FALSE when the site must be loaded. */
static gboolean
update_documents (Desk *desk, const GPtrArray *changed)
{
  Reread change;

  for (guint i = 0; i < changed->len; i++) {
    const char *path = changed->pdata[i];
    if (!is_document (path) || reread (desk, path, &change))
      return FALSE;
  }
  return TRUE;
}

void
desk_update (Desk *desk, const GPtrArray *changed)
{
  note_busy (desk);
  if (changed->len > 20 || !update_documents (desk, changed))
    reload_and_tell (desk);
}

void
desk_set_now (Desk *desk, Moment now)
{
  g_rw_lock_writer_lock (&desk->lock);
  desk->asked_now = now;
  g_rw_lock_writer_unlock (&desk->lock);
  reload_and_tell (desk);
}

Moment
desk_now (const Desk *desk)
{
  return desk->asked_now;
}

/* --- making --- */

static gboolean
make_file (const Press *press, const Output *output, GString *bytes, Report *report)
{
  g_autofree char *source = NULL;
  gsize length;

  if (!press_file (press, output, &source, bytes, report))
    return FALSE;
  if (bytes->len > 0)
    return TRUE;
  g_autofree char *text = regular_read (source, &length, NULL);
  if (text == NULL)
    return FALSE; /* it vanished: the next look at the folder tells */
  g_string_append_len (bytes, text, length);
  return TRUE;
}

static void
made_clear (Made *made)
{
  g_clear_pointer (&made->bytes, g_bytes_unref);
  g_clear_pointer (&made->view, g_bytes_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Made, made_clear)

static void
made_free (gpointer data)
{
  made_clear (data);
  g_free (data);
}

static Made
made_ref (const Made *made)
{
  return (Made){ made->bytes ? g_bytes_ref (made->bytes) : NULL,
                 made->view ? g_bytes_ref (made->view) : NULL };
}

/* FALSE after reporting. */
static gboolean
make_output (const Press *press, const Job *job, const Output *output, Made *made, Report *report)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (PressJob) making =
    output->file ? NULL : press_job_new (press, job, output_needs_body (output), report);

  if (output->file ? !make_file (press, output, bytes, report)
                   : !making || !press_job_make (making, output, bytes, report))
    return FALSE;
  const SheetFacts *sheet = making ? press_job_facts (making, output) : NULL;
  if (sheet && sheet->pdf.lines)
    made->view = sheet_page_new (output->path, sheet->pdf.lines);
  made->bytes = g_string_free_to_bytes (g_steal_pointer (&bytes));
  return TRUE;
}

/* --- the last good ones --- */

static gsize
made_size (const Made *made)
{
  return g_bytes_get_size (made->bytes) + (made->view ? g_bytes_get_size (made->view) : 0);
}

static void
keep_good (Desk *desk, const char *path, const Made *made)
{
  gsize length = made_size (made);
  gpointer known, old;

  g_mutex_lock (&desk->facts);
  if (g_hash_table_lookup_extended (desk->good, path, &known, &old)) {
    desk->good_bytes -= made_size (old);
    g_queue_remove (&desk->good_order, known);
    g_hash_table_remove (desk->good, path);
  }
  if (length <= MOST_GOOD_BYTES / 4) {
    char *key = g_strdup (path);
    Made kept = made_ref (made);
    g_hash_table_insert (desk->good, key, g_memdup2 (&kept, sizeof kept));
    g_queue_push_head (&desk->good_order, key);
    desk->good_bytes += length;
  }
  while (desk->good_bytes > MOST_GOOD_BYTES) {
    char *oldest = g_queue_pop_tail (&desk->good_order);
    desk->good_bytes -= made_size (g_hash_table_lookup (desk->good, oldest));
    g_hash_table_remove (desk->good, oldest);
  }
  g_mutex_unlock (&desk->facts);
}

/* All zero when there is none. */
static Made
find_good (Desk *desk, const char *path)
{
  g_mutex_lock (&desk->facts);
  const Made *kept = g_hash_table_lookup (desk->good, path);
  Made made = kept ? made_ref (kept) : (Made){ 0 };
  g_mutex_unlock (&desk->facts);
  return made;
}

/* --- looking --- */

void
desk_page_clear (DeskPage *page)
{
  g_clear_pointer (&page->bytes, g_bytes_unref);
  g_clear_pointer (&page->view, g_bytes_unref);
}

/* Under the lock. */
static const Output *
find_output (const Desk *desk, const char *path, const Job **job)
{
  const Plan *plan = press_plan (desk->press);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (desk->outputs, path));

  if (index == 0)
    return NULL;
  *job = &g_array_index (plan->jobs, Job, desk->jobs[index - 1]);
  return &g_array_index (plan->outputs, Output, index - 1);
}

/* The document an output is made from; NULL when it is made from none. Caller frees. */
static char *
document_of (Desk *desk, const char *path)
{
  const Job *job;

  g_rw_lock_reader_lock (&desk->lock);
  const Output *output = find_output (desk, path, &job);
  char *document = output && output->document ? g_strdup (output->document->path) : NULL;
  g_rw_lock_reader_unlock (&desk->lock);
  return document;
}

/* TRUE when what stands at `path` is older than its file, even before anybody told that that
 * changed; then it was read again. A whole site is loaded by whoever watches the folder. */
static gboolean
freshen (Desk *desk, const char *path)
{
  g_autofree char *document = document_of (desk, path);
  Reread change;

  return document && is_stale (desk, document) && !reread (desk, document, &change);
}

/* TRUE when there is such an output; `made` stays all zero when it could not be made. */
static gboolean
make (Desk *desk, const char *path, Made *made, Report *report)
{
  const Job *job = NULL;

  g_rw_lock_reader_lock (&desk->lock);
  const Output *output = find_output (desk, path, &job);
  if (output && press_is_ready (desk->press))
    make_output (desk->press, job, output, made, report);
  g_rw_lock_reader_unlock (&desk->lock);
  return output != NULL;
}

/* The same of the file as it is when that is done: an editor may save it in the meantime. `*report`
 * is new. */
static gboolean
make_fresh (Desk *desk, const char *path, Made *made, Report **report)
{
  gboolean is_known = FALSE, is_fresh = FALSE;

  freshen (desk, path);
  *report = NULL;
  for (guint i = 0; i < MOST_TRIES && !is_fresh; i++) {
    report_free (*report);
    made_clear (made);
    *report = report_new ();
    is_known = make (desk, path, made, *report);
    is_fresh = !freshen (desk, path);
  }
  return is_known;
}

void
desk_look (Desk *desk, const char *path, DeskPage *page)
{
  g_autoptr (Report) report = NULL;
  g_auto (Made) made = { 0 };

  note_busy (desk);
  page->is_known = make_fresh (desk, path, &made, &report);
  if (page->is_known)
    fault_book_put (desk->faults, path, report);
  gboolean is_good = made.bytes && report_n_errors (report) == 0;
  if (is_good)
    keep_good (desk, path, &made);
  g_auto (Made) good = is_good ? (Made){ 0 } : find_good (desk, path);
  page->is_old = good.bytes != NULL;
  page->is_broken = !is_good && !page->is_old;
  page->is_known |= page->is_old;
  Made *shown = page->is_old ? &good : &made;
  page->bytes = g_steal_pointer (&shown->bytes);
  page->view = g_steal_pointer (&shown->view);
}

void
desk_use (Desk *desk, DeskUse use, gpointer data)
{
  g_rw_lock_reader_lock (&desk->lock);
  use (desk->site, desk->press, data);
  g_rw_lock_reader_unlock (&desk->lock);
}

FaultBook *
desk_faults (Desk *desk)
{
  return desk->faults;
}

void
desk_progress (Desk *desk, guint *done, guint *total)
{
  g_mutex_lock (&desk->facts);
  *done = g_hash_table_size (desk->clean);
  *total = desk->n_jobs;
  g_mutex_unlock (&desk->facts);
}

/* --- going through everything --- */

/* Waits until nobody else needs the processor. FALSE when it is over. */
static gboolean
wait_for_peace (Desk *desk)
{
  g_mutex_lock (&desk->facts);
  while (!desk->is_over && g_get_monotonic_time () < desk->busy_until)
    g_cond_wait_until (&desk->woken, &desk->facts, desk->busy_until);
  gboolean goes_on = !desk->is_over;
  g_mutex_unlock (&desk->facts);
  return goes_on;
}

static gboolean
is_clean (Desk *desk, const char *path)
{
  g_mutex_lock (&desk->facts);
  gboolean is_known = g_hash_table_contains (desk->clean, path);
  g_mutex_unlock (&desk->facts);
  return is_known;
}

static gboolean
steps_aside (const Desk *desk)
{
  return g_atomic_int_get (&desk->n_waiting) > 0;
}

static void
note_clean (Desk *desk, const Output *first)
{
  g_mutex_lock (&desk->facts);
  g_hash_table_add (desk->clean, g_strdup (first->path));
  g_mutex_unlock (&desk->facts);
}

/* All outputs of a job. Under the lock. FALSE when somebody wants it for writing. With the index of
 * the search nothing can be wrong, and to make it takes long: that waits for a page that asks. */
static gboolean
inspect_job (Desk *desk, const Job *job)
{
  const Output *outputs = &g_array_index (press_plan (desk->press)->outputs, Output, job->first);

  if (outputs->product->scope == PRODUCT_OF_INDEX) {
    note_clean (desk, outputs);
    return TRUE;
  }
  g_autoptr (GString) bytes = g_string_new (NULL);
  gboolean needs_body = FALSE;

  for (guint i = 0; i < job->n; i++)
    needs_body |= !outputs[i].file && output_needs_body (&outputs[i]);
  g_autoptr (Report) of_body = report_new ();
  g_autoptr (PressJob) making =
    outputs->file ? NULL : press_job_new (desk->press, job, needs_body, of_body);
  for (guint i = 0; i < job->n; i++) {
    g_autoptr (Report) report = report_new ();
    if (steps_aside (desk))
      return FALSE;
    g_string_truncate (bytes, 0);
    if (outputs[i].file)
      make_file (desk->press, &outputs[i], bytes, report);
    else if (making)
      press_job_make (making, &outputs[i], bytes, report);
    if (i == 0)
      report_join (report, of_body);
    fault_book_put (desk->faults, outputs[i].path, report);
  }
  note_clean (desk, outputs);
  return TRUE;
}

/* The first job from `start` on that nobody has gone through; those before it are left alone. TRUE
 * when there was one. */
static gboolean
inspect_next (Desk *desk, guint *start, guint *generation)
{
  gboolean found = FALSE;

  g_rw_lock_reader_lock (&desk->lock);
  const Plan *plan = press_plan (desk->press);
  if (*generation != desk->generation)
    *start = 0;
  *generation = desk->generation;
  for (; *start < plan->jobs->len && !found && press_is_ready (desk->press); (*start)++) {
    const Job *job = &g_array_index (plan->jobs, Job, *start);
    if (is_clean (desk, g_array_index (plan->outputs, Output, job->first).path))
      continue;
    found = TRUE;
    if (!inspect_job (desk, job))
      break; /* the same once more, later */
  }
  g_rw_lock_reader_unlock (&desk->lock);
  return found;
}

/* Links to parts of pages, over the whole site. */
static void
inspect_links (Desk *desk)
{
  g_autoptr (Report) report = report_new ();

  g_rw_lock_reader_lock (&desk->lock);
  if (press_is_ready (desk->press))
    press_report_pages (desk->press, report);
  g_rw_lock_reader_unlock (&desk->lock);
  fault_book_put (desk->faults, "#", report);
}

static void
rest (Desk *desk, gint64 end)
{
  g_mutex_lock (&desk->facts);
  if (!desk->is_over)
    g_cond_wait_until (&desk->woken, &desk->facts, end);
  g_mutex_unlock (&desk->facts);
}

static gboolean
take_links (Desk *desk)
{
  g_mutex_lock (&desk->facts);
  gboolean is_due = !desk->has_links;
  desk->has_links = TRUE;
  g_mutex_unlock (&desk->facts);
  return is_due;
}

static gpointer
inspect (gpointer data)
{
  Desk *desk = data;
  guint start = 0, generation = 0;
  gint64 told = 0;

  setpriority (PRIO_PROCESS, gettid (), 19);
  while (wait_for_peace (desk)) {
    gint64 now = g_get_monotonic_time ();
    if (inspect_next (desk, &start, &generation)) {
      if (now - told > TELL_MS * 1000) {
        tell_faults (desk);
        told = now;
      }
      continue;
    }
    start = 0;
    if (take_links (desk)) {
      inspect_links (desk);
      tell_faults (desk);
      continue;
    }
    rest (desk, now + 60 * G_USEC_PER_SEC);
  }
  return NULL;
}

/* --- the whole --- */

Desk *
desk_new (const DeskOptions *options, GError **error)
{
  Desk *desk = g_new0 (Desk, 1);

  desk->root = g_canonicalize_filename (options->root, NULL);
  desk->cache = g_strdup (options->cache);
  desk->n_threads = options->n_threads;
  desk->tell = options->tell;
  desk->data = options->data;
  desk->asked_now = options->now;
  g_rw_lock_init (&desk->lock);
  g_mutex_init (&desk->facts);
  g_cond_init (&desk->woken);
  g_queue_init (&desk->good_order);
  desk->faults = fault_book_new ();
  desk->good = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, made_free);
  desk->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  desk->clean = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!reload (desk, error)) {
    desk_free (desk);
    return NULL;
  }
  desk->inspector = g_thread_new ("inspector", inspect, desk);
  return desk;
}

void
desk_stop (Desk *desk)
{
  g_mutex_lock (&desk->facts);
  desk->is_over = TRUE;
  g_cond_signal (&desk->woken);
  g_mutex_unlock (&desk->facts);
  g_atomic_int_inc (&desk->n_waiting); /* the inspector leaves what it is at */
  if (desk->inspector)
    g_thread_join (g_steal_pointer (&desk->inspector));
}

void
desk_free (Desk *desk)
{
  if (desk == NULL)
    return;
  desk_stop (desk);
  press_free (desk->press);
  site_free (desk->site);
  fault_book_free (desk->faults);
  g_clear_pointer (&desk->outputs, g_hash_table_unref);
  g_free (desk->jobs);
  g_queue_clear (&desk->good_order);
  g_hash_table_unref (desk->good);
  g_hash_table_unref (desk->states);
  g_hash_table_unref (desk->clean);
  g_cond_clear (&desk->woken);
  g_mutex_clear (&desk->facts);
  g_rw_lock_clear (&desk->lock);
  g_free (desk->cache);
  g_free (desk->root);
  g_free (desk);
}
