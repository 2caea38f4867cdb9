/* SPDX-License-Identifier: MIT */
/* Who does what, from the ground up:
 *
 *     failure    sentences of what went wrong
 *     interrupt  whether the user wants to stop
 *     disk       files and folders, no links followed
 *     manifest   the list of what loa wrote
 *     stat_cache what was read, left and said, by size and times
 *     old_site   the site of the last build
 *     outputs    the outputs and their folders
 *     survey     what else is in the old site
 *     target     finds, judges and locks the folder
 *     stage      completes the new site from the old one
 *     swap       makes the one the other
 */
#include "write/writer.h"

#include "base/compare.h"
#include "base/i18n.h"
#include "write/interrupt.h"
#include "write/stage.h"
#include "write/swap.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

/* Times of files come from a clock that ticks more slowly than the one we can read. */
#define CLOCK_TICK_NS 20000000

struct Writer {
  Target *target;
  char *site; /* real path, or "" */
  int site_fd;
  guint n_threads;
  gboolean force;
  gboolean is_dry;
  gboolean is_synced;
  gint64 start_ns;

  StatCache *cache; /* of the last build, or NULL */
  OldSite *old;     /* from writer_plan() on, as the next three */
  Outputs *outputs;
  Survey *survey;
  const char *const *keep;

  GMutex mutex;          /* of the next two */
  GPtrArray *in_the_way; /* char *: files of others where outputs have to go */
  gint new_fd;           /* atomic; the new site, made with its first file; -1: not yet */
  gboolean is_done;

  GStringChunk *input_paths;
  GArray *inputs; /* StatInput, only the path set */
  GPtrArray *warnings;
};

/* ------------------------------------------------------------------------- opening */

static gint64
now_ns (void)
{
  struct timespec now;
  clock_gettime (CLOCK_REALTIME, &now);
  return disk_time_ns (now);
}

static void
open_site (Writer *writer, const char *path)
{
  char *real = path ? realpath (path, NULL) : NULL;
  writer->site = g_strdup (real ? real : "");
  writer->site_fd = real ? open (real, O_PATH | O_DIRECTORY | O_CLOEXEC) : AT_FDCWD;
  free (real);
}

Writer *
writer_open (const WriterOptions *options, GError **error)
{
  g_autoptr (Target) target =
    target_open (options->out, options->site, options->sources, options->dry_run, error);
  if (target == NULL)
    return NULL;
  signal (SIGXFSZ, SIG_IGN);

  g_autoptr (Writer) writer = g_new0 (Writer, 1);
  writer->target = g_steal_pointer (&target);
  writer->n_threads = options->n_threads;
  writer->force = options->force;
  writer->is_dry = options->dry_run;
  writer->is_synced = !options->no_sync;
  writer->start_ns = now_ns () - CLOCK_TICK_NS;
  writer->new_fd = -1;
  g_mutex_init (&writer->mutex);
  writer->in_the_way = g_ptr_array_new_with_free_func (g_free);
  writer->input_paths = g_string_chunk_new (16 * 1024);
  writer->inputs = g_array_new (FALSE, TRUE, sizeof (StatInput));
  writer->warnings = g_ptr_array_new_with_free_func (g_free);
  open_site (writer, options->site);
  if (!swap_recover (writer->target, writer->warnings, error)
      || !target_open_out (writer->target, error))
    return NULL;
  return g_steal_pointer (&writer);
}

void
writer_free (Writer *writer)
{
  if (writer == NULL)
    return;
  if (!writer->is_dry && !writer->is_done && writer->outputs)
    swap_discard (writer->target);
  disk_close (writer->new_fd);
  disk_close (writer->site_fd);
  survey_free (writer->survey);
  outputs_free (writer->outputs);
  old_site_free (writer->old);
  stat_cache_free (writer->cache);
  target_free (writer->target);
  g_free (writer->site);
  g_mutex_clear (&writer->mutex);
  g_string_chunk_free (writer->input_paths);
  g_array_unref (writer->inputs);
  g_ptr_array_unref (writer->in_the_way);
  g_ptr_array_unref (writer->warnings);
  g_free (writer);
}

char *
writer_work_folder (const Writer *writer)
{
  const Target *target = writer->target;
  return target->work_fd >= 0 ? g_build_filename (target->parent, target->work_name, NULL) : NULL;
}

gint64
writer_start_ns (const Writer *writer)
{
  return writer->start_ns;
}

/* ------------------------------------------------------------------------- is it current */

/* A dry run has no lock and did not open the folder. */
static StatCache *
read_cache (const Writer *writer)
{
  const Target *target = writer->target;
  if (target->work_fd >= 0)
    return stat_cache_read (target->work_fd);
  int fd = target->parent_fd < 0 ? -1 : disk_open_folder (target->parent_fd, target->work_name);
  StatCache *cache = fd < 0 ? NULL : stat_cache_read (fd);
  disk_close (fd);
  return cache;
}

static gboolean
manifest_is_untouched (const Writer *writer)
{
  struct stat info;
  if (fstatat (writer->target->out_fd, MANIFEST_NAME, &info, AT_SYMLINK_NOFOLLOW) < 0)
    return FALSE;
  DiskStamp stamp = disk_stamp (&info);
  return disk_stamp_equal (&stamp, &writer->cache->manifest_stamp);
}

static void
count_file (WriterCounts *counts, const char *path, guint64 size)
{
  counts->n_pages += g_str_has_suffix (path, ".html");
  counts->n_bytes += size;
}

gboolean
writer_is_current (Writer *writer, const WriterRun *run, WriterCounts *counts)
{
  if (writer->cache == NULL)
    writer->cache = read_cache (writer);
  const StatCache *cache = writer->cache;
  if (writer->target->out_fd < 0 || cache == NULL || !cache->is_whole
      || strcmp (cache->settings, run->settings) != 0 || strcmp (cache->site, writer->site) != 0
      || run->now < cache->from || run->now >= cache->until || !manifest_is_untouched (writer)
      || !stat_cache_holds (cache, writer->target->out_fd, writer->site_fd, writer->n_threads))
    return FALSE;

  *counts = (WriterCounts){ .n_kept = cache->outputs->len };
  for (guint i = 0; i < cache->outputs->len; i++) {
    const StatOutput *output = &g_array_index (cache->outputs, StatOutput, i);
    count_file (counts, output->path, output->stamp.size);
  }
  return TRUE;
}

void
writer_add_input (Writer *writer, const char *path)
{
  StatInput input = { .path = g_string_chunk_insert (writer->input_paths, path) };
  g_array_append_val (writer->inputs, input);
}

/* ------------------------------------------------------------------------- planning */

static gboolean
fail_foreign (const GPtrArray *foreign, const char *shown, GError **error)
{
  g_autofree char *heading =
    g_strdup_printf (_ ("“%s” has files that loa did not write; the site would lose them:"), shown);
  return failure_set_clashes (error, heading, foreign,
                              _ ("move them to static/, or name them in site.yaml under “keep:”; "
                                 "--force leaves them behind"));
}

gboolean
writer_plan (Writer *writer, const char *const *paths, guint n_paths, const char *const *keep,
             GError **error)
{
  g_assert (writer->outputs == NULL);
  const Target *target = writer->target;
  g_autoptr (GPtrArray) clashes = g_ptr_array_new_with_free_func (g_free);
  if (writer->cache == NULL)
    writer->cache = read_cache (writer);
  writer->keep = keep;
  writer->old = old_site_new (target->out_fd, writer->cache);
  if (writer->old == NULL)
    return failure_set (error, errno, _ ("“%s/%s” cannot be read"), target->shown, MANIFEST_NAME);
  writer->outputs = outputs_new (paths, n_paths, writer->old, clashes);
  if (clashes->len > 0)
    return failure_set_clashes (error, _ ("the site cannot be written:"), clashes,
                                _ ("rename one of them"));
  writer->survey = survey_new (writer->old, writer->outputs, keep, target->shown, error);
  if (writer->survey == NULL)
    return FALSE;
  return writer->survey->foreign->len == 0 || writer->force
         || fail_foreign (writer->survey->foreign, target->shown, error);
}

/* ------------------------------------------------------------------------- making outputs */

static int
open_new (Writer *writer)
{
  int fd = g_atomic_int_get (&writer->new_fd);
  if (fd >= 0)
    return fd;
  g_mutex_lock (&writer->mutex);
  if (writer->new_fd < 0)
    g_atomic_int_set (&writer->new_fd, disk_make_folder (writer->target->work_fd, SWAP_NEW));
  g_mutex_unlock (&writer->mutex);
  return g_atomic_int_get (&writer->new_fd);
}

/* Opens the way for a new file. Returns 0 or an errno value. */
static int
prepare (Writer *writer, const OutputEntry *output, int *new_fd)
{
  *new_fd = open_new (writer);
  return *new_fd < 0 ? errno : outputs_make_folder (writer->outputs, output->folder, *new_fd);
}

static OutputEntry *
take_output (Writer *writer, guint index)
{
  g_assert (index < writer->outputs->n_entries);
  OutputEntry *output = &writer->outputs->entries[index];
  g_assert (output->outcome == WRITER_OUTCOME_NONE);
  return output;
}

static void
set_output (OutputEntry *output, WriterOutcome outcome, const Digest *key, const Digest *content,
            guint64 size, DiskStamp stamp)
{
  output->key = *key;
  output->content = *content;
  output->size = size;
  output->stamp = stamp;
  output->outcome = outcome;
}

static gboolean
fail_write (const Writer *writer, const OutputEntry *output, int code, GError **error)
{
  return failure_set (error, code, _ ("“%s/%s” cannot be written"), writer->target->shown,
                      output->path);
}

gboolean
writer_has (const Writer *writer, guint index, const Digest *key)
{
  const OutputEntry *output = &writer->outputs->entries[index];
  DiskStamp stamp;
  return output->old != MANIFEST_NONE && old_site_has (writer->old, output->old, key, &stamp);
}

gboolean
writer_reuse (Writer *writer, guint index, const Digest *key, const char *language,
              const char **note)
{
  OutputEntry *output = take_output (writer, index);
  DiskStamp stamp;
  if (output->old == MANIFEST_NONE)
    return FALSE;
  *note = writer->old->made[output->old].note;
  if ((*note && strcmp (writer->cache->language, language) != 0)
      || !old_site_has (writer->old, output->old, key, &stamp))
    return FALSE;
  const ManifestEntry *entry = manifest_at (writer->old->manifest, output->old);
  set_output (output, WRITER_OUTCOME_KEPT, key, &entry->content, entry->size, stamp);
  output->note = g_strdup (*note);
  return TRUE;
}

/* What has the bytes that would be written, or none, may stay or go, whatever is known of it; so a
 * lost manifest does not make loa refuse its own work. */
static gboolean
is_in_the_way (const Writer *writer, const OutputEntry *output)
{
  struct stat info;
  return output->old == MANIFEST_NONE && writer->target->out_fd >= 0
         && fstatat (writer->target->out_fd, output->path, &info, AT_SYMLINK_NOFOLLOW) == 0
         && S_ISREG (info.st_mode) && info.st_size > 0;
}

static void
note_in_the_way (Writer *writer, const OutputEntry *output)
{
  if (!is_in_the_way (writer, output))
    return;
  g_mutex_lock (&writer->mutex);
  g_ptr_array_add (writer->in_the_way, g_strdup (output->path));
  g_mutex_unlock (&writer->mutex);
}

/* By the stamps when these tell, else by reading the file. */
static gboolean
is_there (const Writer *writer, const OutputEntry *output, const Digest *content, guint64 size,
          DiskStamp *stamp)
{
  const ManifestEntry *entry =
    output->old == MANIFEST_NONE ? NULL : manifest_at (writer->old->manifest, output->old);
  gboolean is_intact;
  return (entry && entry->size == size && digest_equal (&entry->content, content)
          && old_site_look (writer->old, output->old, stamp, &is_intact) == 0 && is_intact)
         || old_site_has_bytes (writer->old, output->path, content, size, stamp);
}

static gboolean
keep_same (Writer *writer, OutputEntry *output, const Digest *key, const Digest *content,
           guint64 size)
{
  DiskStamp stamp;
  if (!is_there (writer, output, content, size, &stamp)) {
    note_in_the_way (writer, output);
    return FALSE;
  }
  set_output (output, WRITER_OUTCOME_KEPT, key, content, size, stamp);
  return TRUE;
}

static void
set_made (OutputEntry *output, const Digest *key, const Digest *content, guint64 size,
          DiskStamp stamp)
{
  gboolean is_new = output->old == MANIFEST_NONE;
  set_output (output, is_new ? WRITER_OUTCOME_ADDED : WRITER_OUTCOME_CHANGED, key, content, size,
              stamp);
}

gboolean
writer_put (Writer *writer, guint index, const Digest *key, const char *bytes, gsize length,
            const char *note, GError **error)
{
  OutputEntry *output = take_output (writer, index);
  Digest content = digest_of (bytes, length);
  DiskStamp stamp = { 0 };
  if (interrupt_is_requested ())
    return failure_set_interrupted (error);
  output->note = g_strdup (note);
  if (keep_same (writer, output, key, &content, length))
    return TRUE;
  if (!writer->is_dry) {
    int new_fd;
    int code = prepare (writer, output, &new_fd);
    if (code == 0)
      code = disk_write_file (new_fd, output->path, bytes, length, &stamp);
    if (code != 0)
      return fail_write (writer, output, code, error);
  }
  set_made (output, key, &content, length, stamp);
  return TRUE;
}

/* ------------------------------------------------------------------------- room */

gboolean
writer_known_size (const Writer *writer, guint index, const Digest *key, guint64 *size,
                   gboolean *is_there)
{
  const OutputEntry *output = &writer->outputs->entries[index];

  *is_there = output->outcome != WRITER_OUTCOME_NONE;
  if (*is_there) {
    *size = output->size;
    return TRUE;
  }
  if (output->old == MANIFEST_NONE)
    return FALSE;
  const StatOutput *made = &writer->old->made[output->old];
  Digest made_of = stat_output_key (made);
  *size = manifest_at (writer->old->manifest, output->old)->size;
  *is_there = key && made->stamp.inode != 0 && digest_equal (&made_of, key);
  return TRUE;
}

guint64
writer_room (const Writer *writer)
{
  struct statvfs about;

  if (writer->is_dry || fstatvfs (writer->target->work_fd, &about) < 0)
    return G_MAXUINT64;
  return (guint64) about.f_bavail * about.f_frsize;
}

/* ------------------------------------------------------------------------- copies */

static int
open_source (const char *path, struct stat *info, GError **error)
{
  int fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0 || fstat (fd, info) < 0 || !S_ISREG (info->st_mode)) {
    failure_set (error, fd < 0 ? errno : EINVAL, _ ("“%s” cannot be read"), path);
    disk_close (fd);
    return -1;
  }
  return fd;
}

/* Whether it is worth reading the source twice: reading is cheaper than writing. */
static gboolean
may_be_there (const Writer *writer, const OutputEntry *output, const struct stat *source)
{
  struct stat info;
  return writer->is_dry
         || (writer->target->out_fd >= 0
             && fstatat (writer->target->out_fd, output->path, &info, AT_SYMLINK_NOFOLLOW) == 0
             && info.st_size == source->st_size);
}

/* The bytes of the open source, from its start. */
static gboolean
copy_new (Writer *writer, OutputEntry *output, int fd, GError **error)
{
  Digest content;
  DiskStamp stamp;
  int new_fd;
  int code = prepare (writer, output, &new_fd);
  if (code == 0)
    code = disk_copy_file (fd, new_fd, output->path, &content, &stamp);
  if (code != 0)
    return fail_write (writer, output, code, error);
  set_made (output, &content, &content, stamp.size, stamp);
  return TRUE;
}

static gboolean
copy_source (Writer *writer, OutputEntry *output, int fd, const struct stat *info, const char *path,
             GError **error)
{
  Digest content;
  guint64 size;

  if (!may_be_there (writer, output, info)) {
    note_in_the_way (writer, output);
    return copy_new (writer, output, fd, error);
  }
  int code = disk_digest_open (fd, &content, &size);
  if (code == 0 && lseek (fd, 0, SEEK_SET) < 0)
    code = errno;
  if (code != 0)
    return failure_set (error, code, _ ("“%s” cannot be read"), path);
  if (keep_same (writer, output, &content, &content, size))
    return TRUE;
  if (!writer->is_dry)
    return copy_new (writer, output, fd, error);
  set_made (output, &content, &content, size, (DiskStamp){ 0 });
  return TRUE;
}

gboolean
writer_copy (Writer *writer, guint index, const char *source_path, GError **error)
{
  struct stat info;
  OutputEntry *output = take_output (writer, index);
  if (interrupt_is_requested ())
    return failure_set_interrupted (error);
  int fd = open_source (source_path, &info, error);
  if (fd < 0)
    return FALSE;
  gboolean good = copy_source (writer, output, fd, &info, source_path, error);
  disk_close (fd);
  return good;
}

void
writer_keep (Writer *writer, guint index)
{
  OutputEntry *output = take_output (writer, index);
  gboolean is_intact;
  DiskStamp stamp;
  if (output->old == MANIFEST_NONE) {
    note_in_the_way (writer, output);
    return;
  }
  int code = old_site_look (writer->old, output->old, &stamp, &is_intact);
  if (code == 0 && stamp.inode == 0)
    return;
  const ManifestEntry *entry = manifest_at (writer->old->manifest, output->old);
  const StatOutput *made = &writer->old->made[output->old];
  /* What is not as loa wrote it, or was made from who knows what, must not look so to the next
   * build. */
  gboolean is_known = is_intact && made->stamp.inode != 0;
  Digest key = stat_output_key (made);
  set_output (output, WRITER_OUTCOME_KEPT, &key, &entry->content, entry->size,
              is_known ? stamp : (DiskStamp){ 0 });
  output->note = g_strdup (made->note);
}

/* ------------------------------------------------------------------------- counting */

static void
count (const Writer *writer, WriterCounts *counts)
{
  *counts = (WriterCounts){ .n_removed = writer->survey->removed->len };
  for (guint i = 0; i < writer->outputs->n_entries; i++) {
    const OutputEntry *output = &writer->outputs->entries[i];
    if (output->outcome == WRITER_OUTCOME_NONE)
      continue;
    count_file (counts, output->path, output->size);
    if (output->outcome == WRITER_OUTCOME_KEPT)
      counts->n_kept++;
    else
      counts->n_written++;
  }
}

static Manifest *
make_manifest (const Writer *writer)
{
  Manifest *manifest = manifest_new ();
  for (guint i = 0; i < writer->outputs->n_entries; i++) {
    const OutputEntry *output = &writer->outputs->entries[writer->outputs->sorted[i]];
    if (output->outcome != WRITER_OUTCOME_NONE) {
      ManifestEntry entry = { output->path, output->content, output->size };
      manifest_add (manifest, &entry);
    }
  }
  return manifest;
}

/* ------------------------------------------------------------------------- committing */

static gboolean
fail_manifest (const Writer *writer, int code, GError **error)
{
  return failure_set (error, code, _ ("“%s/%s” cannot be written"), writer->target->shown,
                      MANIFEST_NAME);
}

/* No file of the site changes, but the manifest of it may be new or damaged. `*is_written` says
 * whether it was. */
static gboolean
replace_manifest (Writer *writer, const Manifest *manifest, const GString *text, DiskStamp *stamp,
                  gboolean *is_written, GError **error)
{
  const Target *target = writer->target;
  struct stat info;
  *is_written = !digest_equal (&manifest->digest, &writer->old->manifest->digest)
                || fstatat (target->out_fd, MANIFEST_NAME, &info, AT_SYMLINK_NOFOLLOW) < 0;
  if (!*is_written) {
    *stamp = disk_stamp (&info);
    return TRUE;
  }
  int new_fd = open_new (writer);
  int code =
    new_fd < 0 ? errno : disk_write_file (new_fd, MANIFEST_NAME, text->str, text->len, stamp);
  if (code == 0 && writer->is_synced)
    code = disk_sync (new_fd);
  if (code == 0 && renameat (new_fd, MANIFEST_NAME, target->out_fd, MANIFEST_NAME) < 0)
    code = errno;
  swap_discard (target);
  return code == 0 || fail_manifest (writer, code, error);
}

static gboolean
replace_site (Writer *writer, const Manifest *manifest, const GString *text, DiskStamp *stamp,
              GError **error)
{
  const Target *target = writer->target;
  const Swap swap = { writer->old->manifest, manifest, writer->keep, writer->is_synced };
  int new_fd = open_new (writer);
  int code =
    new_fd < 0 ? errno : disk_write_file (new_fd, MANIFEST_NAME, text->str, text->len, stamp);
  if (code != 0)
    return fail_manifest (writer, code, error);
  return stage_rest (writer->outputs, writer->old, writer->survey, target, new_fd, error)
         && swap_sites (target, &swap, writer->warnings, error);
}

static void
write_cache (const Writer *writer, const WriterRun *run, const Manifest *manifest,
             DiskStamp manifest_stamp)
{
  g_autoptr (StatCache) cache = stat_cache_new ();
  cache->site = g_strdup (writer->site);
  cache->settings = g_strdup (run->settings);
  cache->language = g_strdup (run->language);
  cache->from = run->now;
  cache->until = run->until;
  cache->is_whole = TRUE;
  cache->manifest = manifest->digest;
  cache->manifest_stamp = manifest_stamp;
  for (guint i = 0; i < writer->outputs->n_entries; i++) {
    const OutputEntry *output = &writer->outputs->entries[writer->outputs->sorted[i]];
    StatOutput made = { output->path, output->stamp, output->key, NULL, output->note };
    if (output->outcome != WRITER_OUTCOME_NONE && output->stamp.inode == 0)
      cache->is_whole = FALSE;
    else if (output->outcome != WRITER_OUTCOME_NONE)
      g_array_append_val (cache->outputs, made);
  }
  g_array_append_vals (cache->inputs, writer->inputs->data, writer->inputs->len);
  stat_cache_look (cache, writer->site_fd, writer->start_ns, writer->n_threads);
  /* If it fails, the next build takes longer, that is all. */
  stat_cache_write (cache, writer->target->work_fd);
}

/* A site of no files at all is a folder, too. */
static gboolean
changes (const Writer *writer)
{
  const Survey *survey = writer->survey;
  return writer->target->out_fd < 0 || survey->removed->len > 0 || survey->foreign->len > 0
         || outputs_change (writer->outputs);
}

static gboolean
fail_in_the_way (Writer *writer, GError **error)
{
  g_ptr_array_sort (writer->in_the_way, compare_texts);
  return fail_foreign (writer->in_the_way, writer->target->shown, error);
}

/* The new site stands; only the disk knows whether it will after a power cut. */
static gboolean
sync_new (const Writer *writer, GError **error)
{
  int code = writer->is_synced ? disk_sync (writer->target->work_fd) : 0;
  return code == 0
         || failure_set (error, code,
                         _ ("“%s” is the new site, but the disk cannot say whether all of it is "
                            "stored; build it again with --force, or on another disk"),
                         writer->target->shown);
}

gboolean
writer_commit (Writer *writer, const WriterRun *run, WriterCounts *counts, GError **error)
{
  g_assert (writer->survey && !writer->is_done);
  if (interrupt_is_requested ())
    return failure_set_interrupted (error);
  if (writer->in_the_way->len > 0 && !writer->force)
    return fail_in_the_way (writer, error);
  count (writer, counts);
  if (writer->is_dry)
    return TRUE;

  g_autoptr (Manifest) manifest = make_manifest (writer);
  g_autoptr (GString) text = manifest_print (manifest);
  DiskStamp stamp;
  gboolean is_written = TRUE;
  gboolean good = changes (writer)
                    ? replace_site (writer, manifest, text, &stamp, error)
                    : replace_manifest (writer, manifest, text, &stamp, &is_written, error);
  if (!good)
    return FALSE;
  writer->is_done = TRUE;
  write_cache (writer, run, manifest, stamp);
  return !is_written || sync_new (writer, error);
}

/* ------------------------------------------------------------------------- asking */

WriterOutcome
writer_outcome (const Writer *writer, guint index)
{
  return writer->outputs->entries[index].outcome;
}

const GPtrArray *
writer_removed (const Writer *writer)
{
  return writer->survey->removed;
}

const GPtrArray *
writer_warnings (const Writer *writer)
{
  return writer->warnings;
}
