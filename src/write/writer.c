/* SPDX-License-Identifier: MIT */
/* Who does what:
 *
 *     target    finds, judges and locks the folder
 *     old       the site of the last build
 *     ledger    the outputs and their folders
 *     stage     completes the new site from the old one
 *     switch    makes the one the other
 *     stamps    what was read and left, by size and times
 *     manifest  the list of what loa wrote
 *     begun     what an interrupted run had made
 *     tree      files and folders, no links followed
 */
#include "write/writer.h"

#include "base/i18n.h"
#include "write/begun.h"
#include "write/failure.h"
#include "write/stage.h"
#include "write/switch.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Times of files come from a clock that ticks more slowly than the one we can read. */
#define CLOCK_TICK_NS   20000000
#define N_CLASHES_SHOWN 20

struct Writer {
  Target *target;
  char *site; /* real path, or "" */
  int site_fd;
  guint n_threads;
  gboolean force;
  gboolean is_dry;
  gint64 start_ns;

  Stamps *stamps; /* of the last build, or NULL */
  OldSite *old;   /* from writer_plan() on */
  Ledger *ledger;
  Remains *remains; /* per entry of the old manifest */
  Begun *begun;     /* of a run that was interrupted, or NULL */

  GMutex new_mutex;
  gint new_fd; /* atomic; the new site, made with its first file; -1: not yet */
  gboolean is_done;

  GStringChunk *input_paths;
  GArray *inputs; /* StampedInput, only the path set */
  GPtrArray *removed;
  GPtrArray *warnings;
};

/* ------------------------------------------------------------------------- interruption */

/* The one mutable global of the program: a signal has no other way in. */
static volatile sig_atomic_t was_interrupted;

void
writer_interrupt (void)
{
  was_interrupted = 1;
}

gboolean
writer_is_interrupted (void)
{
  return was_interrupted != 0;
}

/* ------------------------------------------------------------------------- opening */

static gint64
now_ns (void)
{
  struct timespec now;
  clock_gettime (CLOCK_REALTIME, &now);
  return tree_time_ns (now);
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
  g_autoptr (Target) target = target_open (options, error);
  if (target == NULL)
    return NULL;
  signal (SIGXFSZ, SIG_IGN);

  g_autoptr (Writer) writer = g_new0 (Writer, 1);
  writer->target = g_steal_pointer (&target);
  writer->n_threads = options->n_threads;
  writer->force = options->force;
  writer->is_dry = options->dry_run;
  writer->start_ns = now_ns () - CLOCK_TICK_NS;
  writer->new_fd = -1;
  g_mutex_init (&writer->new_mutex);
  writer->input_paths = g_string_chunk_new (16 * 1024);
  writer->inputs = g_array_new (FALSE, TRUE, sizeof (StampedInput));
  writer->removed = g_ptr_array_new_with_free_func (g_free);
  writer->warnings = g_ptr_array_new_with_free_func (g_free);
  open_site (writer, options->site);
  if (!switch_recover (writer->target, writer->warnings, error)
      || !target_open_out (writer->target, error))
    return NULL;
  return g_steal_pointer (&writer);
}

/* What the next run may go on with. */
static gboolean
keep_begun (const Writer *writer)
{
  g_autoptr (Manifest) made = manifest_new ();

  for (guint i = 0; i < writer->ledger->n_outputs; i++) {
    const LedgerOutput *output = &writer->ledger->outputs[writer->ledger->sorted[i]];
    if (output->fate != WRITER_FATE_ADDED && output->fate != WRITER_FATE_CHANGED)
      continue;
    const ManifestEntry entry = { output->path, output->key, output->content, output->size };
    manifest_add (made, &entry);
  }
  return made->entries->len > 0 && begun_keep (writer->target, made);
}

static void
tidy_up (const Writer *writer)
{
  gboolean is_left = !writer->is_done && writer->ledger;
  gboolean is_kept = is_left && writer_is_interrupted () && keep_begun (writer);

  if (is_left)
    switch_discard (writer->target);
  if (!is_kept)
    begun_discard (writer->target);
}

void
writer_free (Writer *writer)
{
  if (writer == NULL)
    return;
  if (!writer->is_dry)
    tidy_up (writer);
  begun_free (writer->begun);
  tree_close (writer->new_fd);
  tree_close (writer->site_fd);
  ledger_free (writer->ledger);
  old_site_free (writer->old);
  stamps_free (writer->stamps);
  target_free (writer->target);
  g_free (writer->remains);
  g_free (writer->site);
  g_mutex_clear (&writer->new_mutex);
  g_string_chunk_free (writer->input_paths);
  g_array_unref (writer->inputs);
  g_ptr_array_unref (writer->removed);
  g_ptr_array_unref (writer->warnings);
  g_free (writer);
}

/* ------------------------------------------------------------------------- is it current */

/* A dry run has no lock and did not open the folder. */
static Stamps *
read_stamps (const Writer *writer)
{
  const Target *target = writer->target;
  if (target->beside_fd >= 0)
    return stamps_read (target->beside_fd);
  int fd = target->parent_fd < 0 ? -1 : tree_open_folder (target->parent_fd, target->beside);
  Stamps *stamps = fd < 0 ? NULL : stamps_read (fd);
  tree_close (fd);
  return stamps;
}

static gboolean
manifest_is_untouched (const Writer *writer)
{
  struct stat info;
  if (fstatat (writer->target->out_fd, MANIFEST_NAME, &info, AT_SYMLINK_NOFOLLOW) < 0)
    return FALSE;
  TreeStamp stamp = tree_stamp (&info);
  return tree_stamp_equal (&stamp, &writer->stamps->manifest_stamp);
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
  if (writer->stamps == NULL)
    writer->stamps = read_stamps (writer);
  const Stamps *stamps = writer->stamps;
  if (writer->target->out_fd < 0 || stamps == NULL || !stamps->whole
      || strcmp (stamps->settings, run->settings) != 0 || strcmp (stamps->site, writer->site) != 0
      || run->now < stamps->from || run->now >= stamps->until || !manifest_is_untouched (writer)
      || !stamps_hold (stamps, writer->target->out_fd, writer->site_fd, writer->n_threads))
    return FALSE;

  *counts = (WriterCounts){ .n_kept = stamps->outputs->len };
  for (guint i = 0; i < stamps->outputs->len; i++) {
    const StampedOutput *output = &g_array_index (stamps->outputs, StampedOutput, i);
    count_file (counts, output->path, output->stamp.size);
  }
  return TRUE;
}

void
writer_add_input (Writer *writer, const char *path)
{
  StampedInput input = { .path = g_string_chunk_insert (writer->input_paths, path) };
  g_array_append_val (writer->inputs, input);
}

/* ------------------------------------------------------------------------- planning */

static gboolean
fail_clashes (const GPtrArray *clashes, GError **error)
{
  g_autoptr (GString) message = g_string_new (_ ("the site cannot be written:"));
  for (guint i = 0; i < MIN (clashes->len, N_CLASHES_SHOWN); i++)
    g_string_append_printf (message, "\n  %s", (const char *) clashes->pdata[i]);
  if (clashes->len > N_CLASHES_SHOWN) {
    guint n_more = clashes->len - N_CLASHES_SHOWN;
    g_string_append (message, "\n  ");
    g_string_append_printf (message, ngettext ("and %u more", "and %u more", n_more), n_more);
  }
  g_set_error_literal (error, WRITER_ERROR, WRITER_ERROR_CLASH, message->str);
  return FALSE;
}

static void
find_remains (Writer *writer)
{
  const Manifest *manifest = writer->old->manifest;
  g_autofree gboolean *is_planned = g_new0 (gboolean, manifest->entries->len + 1);
  writer->remains = g_new0 (Remains, manifest->entries->len + 1);
  for (guint i = 0; i < writer->ledger->n_outputs; i++)
    if (writer->ledger->outputs[i].old != MANIFEST_NONE)
      is_planned[writer->ledger->outputs[i].old] = TRUE;

  for (guint i = 0; i < manifest->entries->len; i++) {
    TreeStamp stamp;
    if (is_planned[i])
      continue;
    const char *path = manifest_at (manifest, i)->path;
    if (old_site_is_intact (writer->old, i, &stamp)) {
      writer->remains[i] = REMAINS_GOES;
      g_ptr_array_add (writer->removed, g_strdup (path));
    } else if (stamp.inode != 0) {
      writer->remains[i] = REMAINS_CHANGED;
      g_ptr_array_add (writer->warnings,
                       g_strdup_printf (_ ("“%s/%s” no longer belongs to the site, but somebody "
                                           "changed it since loa wrote it, so it stays"),
                                        writer->target->shown, path));
    }
  }
}

gboolean
writer_plan (Writer *writer, const char *const *paths, guint n_paths, GError **error)
{
  g_assert (writer->ledger == NULL);
  g_autoptr (GPtrArray) clashes = g_ptr_array_new_with_free_func (g_free);
  if (writer->stamps == NULL)
    writer->stamps = read_stamps (writer);
  writer->old = old_site_new (writer->target->out_fd, writer->stamps);
  writer->ledger = ledger_new (paths, n_paths, writer->old, clashes);
  /* Names that are no good are not looked up. */
  if (clashes->len > 0)
    return fail_clashes (clashes, error);
  ledger_check_way (writer->ledger, writer->old, writer->force, writer->target->shown, clashes);
  if (clashes->len > 0) {
    g_ptr_array_add (clashes, g_strdup (_ ("move these away, name another folder with -o, or "
                                           "replace them by --force")));
    return fail_clashes (clashes, error);
  }
  find_remains (writer);
  writer->begun = begun_open (writer->target);
  return TRUE;
}

/* ------------------------------------------------------------------------- making outputs */

static int
open_new (Writer *writer)
{
  int fd = g_atomic_int_get (&writer->new_fd);
  if (fd >= 0)
    return fd;
  g_mutex_lock (&writer->new_mutex);
  if (writer->new_fd < 0)
    g_atomic_int_set (&writer->new_fd, tree_make_folder (writer->target->beside_fd, SWITCH_NEW));
  g_mutex_unlock (&writer->new_mutex);
  return g_atomic_int_get (&writer->new_fd);
}

/* Two threads may both make a folder; to find it made is as good. Returns 0 or an errno value. */
static int
make_folder (Writer *writer, int new_fd, guint index)
{
  if (index == LEDGER_NONE)
    return 0;
  LedgerFolder *folder = &g_array_index (writer->ledger->folders, LedgerFolder, index);
  if (g_atomic_int_get (&folder->is_made))
    return 0;
  int code = make_folder (writer, new_fd, folder->parent);
  if (code != 0)
    return code;
  if (mkdirat (new_fd, folder->path, 0777) < 0 && errno != EEXIST)
    return errno;
  g_atomic_int_set (&folder->is_made, 1);
  return 0;
}

/* Opens the way for a new file. Returns 0 or an errno value. */
static int
prepare (Writer *writer, const LedgerOutput *output, int *new_fd)
{
  *new_fd = open_new (writer);
  return *new_fd < 0 ? errno : make_folder (writer, *new_fd, output->folder);
}

static LedgerOutput *
take_output (Writer *writer, guint index)
{
  g_assert (index < writer->ledger->n_outputs);
  LedgerOutput *output = &writer->ledger->outputs[index];
  g_assert (output->fate == WRITER_FATE_NONE);
  return output;
}

static const ManifestEntry *
old_entry (const Writer *writer, const LedgerOutput *output)
{
  return output->old == MANIFEST_NONE ? NULL : manifest_at (writer->old->manifest, output->old);
}

static void
keep_old (LedgerOutput *output, const ManifestEntry *entry, const Digest *key, TreeStamp stamp)
{
  output->key = *key;
  output->content = entry->content;
  output->size = entry->size;
  output->stamp = stamp;
  output->fate = WRITER_FATE_KEPT;
}

/* Keeps the old file if it is intact and has this content. */
static gboolean
keep_same (Writer *writer, LedgerOutput *output, const Digest *key, const Digest *content,
           guint64 size)
{
  const ManifestEntry *entry = old_entry (writer, output);
  TreeStamp stamp;
  if (entry == NULL || entry->size != size || !digest_equal (&entry->content, content)
      || !old_site_is_intact (writer->old, output->old, &stamp))
    return FALSE;
  keep_old (output, entry, key, stamp);
  return TRUE;
}

static void
set_made (LedgerOutput *output, const Digest *key, const Digest *content, guint64 size,
          TreeStamp stamp)
{
  output->key = *key;
  output->content = *content;
  output->size = size;
  output->stamp = stamp;
  output->fate = output->old == MANIFEST_NONE ? WRITER_FATE_ADDED : WRITER_FATE_CHANGED;
}

static gboolean
fail_write (const Writer *writer, const LedgerOutput *output, int code, GError **error)
{
  return failure_set (error, code, _ ("“%s/%s” cannot be written"), writer->target->shown,
                      output->path);
}

/* Goes on with what an interrupted run had made of the same things. */
static gboolean
take_begun (Writer *writer, LedgerOutput *output, const Digest *key)
{
  const ManifestEntry *entry = begun_find (writer->begun, output->path, key);
  TreeStamp stamp;
  int new_fd;

  if (entry == NULL || prepare (writer, output, &new_fd) != 0
      || !begun_take (writer->begun, entry, new_fd, &stamp))
    return FALSE;
  set_made (output, key, &entry->content, entry->size, stamp);
  return TRUE;
}

gboolean
writer_reuse (Writer *writer, guint index, const Digest *key)
{
  LedgerOutput *output = take_output (writer, index);
  const ManifestEntry *entry = old_entry (writer, output);
  TreeStamp stamp;
  if (entry == NULL || !digest_equal (&entry->key, key)
      || !old_site_is_intact (writer->old, output->old, &stamp))
    return take_begun (writer, output, key);
  keep_old (output, entry, key, stamp);
  return TRUE;
}

gboolean
writer_put (Writer *writer, guint index, const Digest *key, const char *bytes, gsize length,
            GError **error)
{
  LedgerOutput *output = take_output (writer, index);
  Digest content = digest_of (bytes, length);
  TreeStamp stamp = { 0 };
  if (writer_is_interrupted ())
    return failure_set_interrupted (error);
  if (keep_same (writer, output, key, &content, length))
    return TRUE;
  if (!writer->is_dry) {
    int new_fd;
    int code = prepare (writer, output, &new_fd);
    if (code == 0)
      code = tree_write_file (new_fd, output->path, bytes, length, &stamp);
    if (code != 0)
      return fail_write (writer, output, code, error);
  }
  set_made (output, key, &content, length, stamp);
  return TRUE;
}

/* ------------------------------------------------------------------------- copies */

static int
open_source (const char *path, struct stat *info, GError **error)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0 || fstat (fd, info) < 0 || !S_ISREG (info->st_mode)) {
    failure_set (error, fd < 0 ? errno : EINVAL, _ ("“%s” cannot be read"), path);
    tree_close (fd);
    return -1;
  }
  return fd;
}

/* The bytes of the open source, from its start; -1 when it is not needed any more. */
static gboolean
copy_source (Writer *writer, LedgerOutput *output, int fd, const struct stat *info,
             const char *path, GError **error)
{
  const ManifestEntry *entry = old_entry (writer, output);
  Digest content = { { 0 } };
  guint64 size = 0;
  TreeStamp stamp = { 0 };
  int new_fd;

  /* Reading a source twice is cheaper than writing it once. */
  if (writer->is_dry || (entry && entry->size == (guint64) info->st_size)) {
    int code = tree_digest (fd, &content, &size);
    if (code != 0)
      return failure_set (error, code, _ ("“%s” cannot be read"), path);
    if (keep_same (writer, output, &content, &content, size))
      return TRUE;
    lseek (fd, 0, SEEK_SET);
  }
  if (!writer->is_dry) {
    int code = prepare (writer, output, &new_fd);
    if (code == 0)
      code = tree_copy_file (fd, new_fd, output->path, &content, &stamp);
    if (code != 0)
      return fail_write (writer, output, code, error);
    size = stamp.size;
  }
  set_made (output, &content, &content, size, stamp);
  return TRUE;
}

gboolean
writer_copy (Writer *writer, guint index, const char *source_path, GError **error)
{
  struct stat info;
  LedgerOutput *output = take_output (writer, index);
  if (writer_is_interrupted ())
    return failure_set_interrupted (error);
  int fd = open_source (source_path, &info, error);
  if (fd < 0)
    return FALSE;
  gboolean good = copy_source (writer, output, fd, &info, source_path, error);
  tree_close (fd);
  return good;
}

void
writer_keep (Writer *writer, guint index)
{
  LedgerOutput *output = take_output (writer, index);
  const ManifestEntry *entry = old_entry (writer, output);
  TreeStamp stamp;
  if (entry == NULL)
    return;
  gboolean is_intact = old_site_is_intact (writer->old, output->old, &stamp);
  if (stamp.inode == 0)
    return;
  /* What is not as loa wrote it must not look so to the next build. */
  keep_old (output, entry, &entry->key, is_intact ? stamp : (TreeStamp){ 0 });
}

/* ------------------------------------------------------------------------- what changes */

/* The smallest file or folder of the site in which all changes lie; NULL: there are none. */
static void
add_change (char **point, const char *path)
{
  if (*point == NULL) {
    *point = g_strdup (path);
    return;
  }
  gsize length = 0;
  for (gsize i = 0; (*point)[i] == path[i] || (*point)[i] == '\0' || path[i] == '\0'; i++) {
    gboolean here_ends = (*point)[i] == '\0' || (*point)[i] == '/';
    gboolean there_ends = path[i] == '\0' || path[i] == '/';
    if (here_ends && there_ends)
      length = i;
    if ((*point)[i] == '\0' || path[i] == '\0')
      break;
  }
  (*point)[length] = '\0';
}

static gboolean
is_in_new (const Ledger *ledger, const char *path)
{
  guint index = ledger_find (ledger, path);
  return ledger_has_folder (ledger, path)
         || (index != LEDGER_NONE && ledger->outputs[index].fate != WRITER_FATE_NONE);
}

static gboolean
has_parent (int out_fd, const char *path)
{
  const char *name;
  int fd = out_fd < 0 ? -1 : tree_open_parent (out_fd, path, &name);
  tree_close (fd);
  return fd >= 0;
}

/* Up to something that the new site has and whose folder the old one has, so that one rename puts
 * it in its place. */
static void
raise_point (char *point, const Ledger *ledger, int out_fd)
{
  while (*point && !(is_in_new (ledger, point) && has_parent (out_fd, point))) {
    char *slash = strrchr (point, '/');
    *(slash ? slash : point) = '\0';
  }
}

static char *
find_point (const Writer *writer)
{
  char *point = NULL;
  for (guint i = 0; i < writer->ledger->n_outputs; i++) {
    const LedgerOutput *output = &writer->ledger->outputs[i];
    if (output->fate == WRITER_FATE_ADDED || output->fate == WRITER_FATE_CHANGED)
      add_change (&point, output->path);
  }
  for (guint i = 0; i < writer->removed->len; i++)
    add_change (&point, writer->removed->pdata[i]);
  if (point)
    raise_point (point, writer->ledger, writer->target->out_fd);
  return point;
}

static void
count (const Writer *writer, WriterCounts *counts)
{
  *counts = (WriterCounts){ .n_removed = writer->removed->len };
  for (guint i = 0; i < writer->ledger->n_outputs; i++) {
    const LedgerOutput *output = &writer->ledger->outputs[i];
    if (output->fate == WRITER_FATE_NONE)
      continue;
    count_file (counts, output->path, output->size);
    if (output->fate == WRITER_FATE_KEPT)
      counts->n_kept++;
    else
      counts->n_written++;
  }
}

static Manifest *
make_manifest (const Writer *writer)
{
  Manifest *manifest = manifest_new ();
  for (guint i = 0; i < writer->ledger->n_outputs; i++) {
    const LedgerOutput *output = &writer->ledger->outputs[writer->ledger->sorted[i]];
    if (output->fate != WRITER_FATE_NONE) {
      ManifestEntry entry = { output->path, output->key, output->content, output->size };
      manifest_add (manifest, &entry);
    }
  }
  return manifest;
}

/* ------------------------------------------------------------------------- committing */

/* No file changes, but what they were made from did; or not even that. */
static gboolean
replace_manifest (const Writer *writer, const Manifest *manifest, const GString *text,
                  TreeStamp *stamp, GError **error)
{
  const Target *target = writer->target;
  struct stat info;
  if (target->out_fd >= 0 && digest_equal (&manifest->digest, &writer->old->manifest->digest)
      && fstatat (target->out_fd, MANIFEST_NAME, &info, AT_SYMLINK_NOFOLLOW) == 0) {
    *stamp = tree_stamp (&info);
    return TRUE;
  }
  int code = tree_write_file (target->beside_fd, SWITCH_MANIFEST, text->str, text->len, stamp);
  if (code == 0 && renameat (target->beside_fd, SWITCH_MANIFEST, target->out_fd, MANIFEST_NAME) < 0)
    code = errno;
  return code == 0
         || failure_set (error, code, _ ("“%s/%s” cannot be written"), target->shown,
                         MANIFEST_NAME);
}

static gboolean
replace_point (Writer *writer, const char *point, const Manifest *manifest, const GString *text,
               TreeStamp *stamp, GError **error)
{
  const Target *target = writer->target;
  int new_fd = open_new (writer);
  int manifest_fd = *point ? target->beside_fd : new_fd;
  const char *manifest_name = *point ? SWITCH_MANIFEST : MANIFEST_NAME;
  int code =
    new_fd < 0 ? errno : tree_write_file (manifest_fd, manifest_name, text->str, text->len, stamp);
  if (code != 0)
    return failure_set (error, code, _ ("“%s/%s” cannot be written"), target->shown, MANIFEST_NAME);
  return stage_rest (writer->ledger, writer->old, writer->remains, target, new_fd, point,
                     writer->force, error)
         && switch_to_new (target, point, writer->old->manifest, manifest, writer->force,
                           writer->warnings, error);
}

static void
write_stamps (const Writer *writer, const WriterRun *run, const Manifest *manifest,
              TreeStamp manifest_stamp)
{
  g_autoptr (Stamps) stamps = stamps_new ();
  stamps->site = g_strdup (writer->site);
  stamps->settings = g_strdup (run->settings);
  stamps->from = run->now;
  stamps->until = run->until;
  stamps->whole = TRUE;
  stamps->manifest = manifest->digest;
  stamps->manifest_stamp = manifest_stamp;
  for (guint i = 0; i < writer->ledger->n_outputs; i++) {
    const LedgerOutput *output = &writer->ledger->outputs[writer->ledger->sorted[i]];
    StampedOutput stamped = { output->path, output->stamp };
    if (output->fate != WRITER_FATE_NONE && output->stamp.inode == 0)
      stamps->whole = FALSE;
    else if (output->fate != WRITER_FATE_NONE)
      g_array_append_val (stamps->outputs, stamped);
  }
  g_array_append_vals (stamps->inputs, writer->inputs->data, writer->inputs->len);
  stamps_see_inputs (stamps, writer->site_fd, writer->start_ns, writer->n_threads);
  /* If it fails, the next build takes longer, that is all. */
  stamps_write (stamps, writer->target->beside_fd);
}

static gboolean
make_out (Writer *writer, GError **error)
{
  const Target *target = writer->target;
  if (mkdirat (target->parent_fd, target->name, 0777) < 0 && errno != EEXIST)
    return failure_set (error, errno, _ ("the folder “%s” cannot be made"), target->shown);
  return target_open_out (writer->target, error);
}

gboolean
writer_commit (Writer *writer, const WriterRun *run, WriterCounts *counts, GError **error)
{
  g_assert (writer->ledger && !writer->is_done);
  if (writer_is_interrupted ())
    return failure_set_interrupted (error);
  count (writer, counts);
  if (writer->is_dry)
    return TRUE;

  g_autofree char *point = find_point (writer);
  g_autoptr (Manifest) manifest = make_manifest (writer);
  g_autoptr (GString) text = manifest_print (manifest);
  TreeStamp stamp;
  /* A site of no files at all is a folder, too. */
  if (point == NULL && writer->target->out_fd < 0 && !make_out (writer, error))
    return FALSE;
  gboolean good = point ? replace_point (writer, point, manifest, text, &stamp, error)
                        : replace_manifest (writer, manifest, text, &stamp, error);
  if (!good)
    return FALSE;
  writer->is_done = TRUE;
  write_stamps (writer, run, manifest, stamp);
  return TRUE;
}

/* ------------------------------------------------------------------------- asking */

WriterFate
writer_fate (const Writer *writer, guint index)
{
  return writer->ledger->outputs[index].fate;
}

const GPtrArray *
writer_removed (const Writer *writer)
{
  return writer->removed;
}

const GPtrArray *
writer_warnings (const Writer *writer)
{
  return writer->warnings;
}
