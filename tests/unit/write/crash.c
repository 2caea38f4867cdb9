/* SPDX-License-Identifier: MIT */
/* What no amount of killing at random times shows: the program is stopped, or the disk fails, at
 * each single call that changes a folder, one after the other. The C library's functions of those
 * names are replaced by ours in this program; ours count, strike when it is time, and otherwise do
 * what was asked. */
#include "site_kit.h"

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/syscall.h>
#include <sys/wait.h>

/* --- calls that fail --- */

static struct {
  gboolean is_armed;
  guint n_calls;
  guint strike_at;
  int code; /* 0: be killed */
  gboolean no_exchange;
  gboolean no_links;
  gboolean is_created[1024]; /* file descriptors whose closing matters */
  gboolean is_dirty;         /* something was written that is not on the disk yet */
} fault;

static gboolean
strikes (void)
{
  fault.is_dirty = TRUE;
  if (!fault.is_armed || ++fault.n_calls != fault.strike_at)
    return FALSE;
  if (fault.code == 0)
    kill (getpid (), SIGKILL);
  errno = fault.code;
  return TRUE;
}

int
openat (int folder, const char *path, int flags, ...)
{
  va_list arguments;
  va_start (arguments, flags);
  int mode = flags & O_CREAT ? va_arg (arguments, int) : 0;
  va_end (arguments);
  if (flags & (O_CREAT | O_DIRECTORY) && strikes ())
    return -1;
  int fd = (int) syscall (SYS_openat, folder, path, flags, mode);
  if (fault.is_armed && fd >= 0 && fd < (int) G_N_ELEMENTS (fault.is_created))
    fault.is_created[fd] = flags & O_CREAT;
  return fd;
}

ssize_t
write (int fd, const void *bytes, size_t length)
{
  return strikes () ? -1 : syscall (SYS_write, fd, bytes, length);
}

int
close (int fd)
{
  gboolean fails = fault.is_armed && fd >= 0 && fd < (int) G_N_ELEMENTS (fault.is_created)
                   && fault.is_created[fd] && strikes ();
  int kept = errno;
  int closed = (int) syscall (SYS_close, fd);
  if (!fails)
    return closed;
  errno = kept;
  return -1;
}

int
mkdirat (int folder, const char *path, mode_t mode)
{
  return strikes () ? -1 : (int) syscall (SYS_mkdirat, folder, path, mode);
}

int
linkat (int from, const char *old, int to, const char *new, int flags)
{
  if (strikes ())
    return -1;
  if (fault.is_armed && fault.no_links) {
    errno = EPERM;
    return -1;
  }
  return (int) syscall (SYS_linkat, from, old, to, new, flags);
}

int
symlinkat (const char *target, int folder, const char *path)
{
  return strikes () ? -1 : (int) syscall (SYS_symlinkat, target, folder, path);
}

int
unlinkat (int folder, const char *path, int flags)
{
  return strikes () ? -1 : (int) syscall (SYS_unlinkat, folder, path, flags);
}

int
renameat2 (int from, const char *old, int to, const char *new, unsigned flags)
{
  /* A power cut right after this would keep the names and lose the bytes. */
  if (fault.is_armed && (flags & RENAME_EXCHANGE) && fault.is_dirty)
    _exit (3);
  if (strikes ())
    return -1;
  if (fault.is_armed && fault.no_exchange && flags) {
    errno = EINVAL;
    return -1;
  }
  return (int) syscall (SYS_renameat2, from, old, to, new, flags);
}

int
renameat (int from, const char *old, int to, const char *new)
{
  return strikes () ? -1 : (int) syscall (SYS_renameat2, from, old, to, new, 0);
}

/* Memory needs no saving; what counts is when it is asked for. */
int
syncfs (int fd)
{
  (void) fd;
  if (strikes ())
    return -1;
  fault.is_dirty = FALSE;
  return 0;
}

/* --- what is tried --- */

#define MOST_PAGES 10

typedef struct {
  const char *name;
  Page old[MOST_PAGES];
  Page new[MOST_PAGES];
} Change;

#define P(path, text)                                                                              \
  {                                                                                                \
    path, text, NULL                                                                               \
  }
#define BASE P ("404.html", "x"), P ("a/1.html", "1"), P ("a/2.html", "2"), P ("b/c/3.html", "3")

static const Change changes[] = {
  { "the first build", { { NULL, NULL, NULL } }, { BASE } },
  { "all kinds of changes",
    { BASE, P ("b/d/4.html", "4"), P ("gone/5.html", "5") },
    { P ("404.html", "x"), P ("a/1.html", "one"), P ("b/c/3.html", "three"), P ("new/6.html", "6"),
      P ("b/7.html", "7") } },
  { "one folder",
    { BASE },
    { P ("404.html", "x"), P ("a/1.html", "one"), P ("a/2.html", "two"), P ("b/c/3.html", "3") } },
  { "one file",
    { BASE },
    { P ("404.html", "x"), P ("a/1.html", "1"), P ("a/2.html", "2"), P ("b/c/3.html", "three") } },
  { "one more file", { BASE }, { BASE, P ("a/3.html", "3") } },
  { "one more folder", { BASE }, { BASE, P ("b/x/y/z.html", "z") } },
  { "one file less",
    { BASE },
    { P ("404.html", "x"), P ("a/1.html", "1"), P ("b/c/3.html", "3") } },
  { "one folder less",
    { BASE },
    { P ("404.html", "x"), P ("a/1.html", "1"), P ("a/2.html", "2") } },
  { "other sources, same bytes",
    { BASE },
    { P ("404.html", "x"),
      { "a/1.html", "1", "other" },
      P ("a/2.html", "2"),
      P ("b/c/3.html", "3") } },
  { "a file becomes a folder", { BASE, P ("x", "x") }, { BASE, P ("x/y.html", "y") } },
  { "a folder becomes a file", { BASE, P ("x/y.html", "y") }, { BASE, P ("x", "x") } },
  { "nothing", { BASE }, { BASE } },
};

/* To be kept: these are in the folder before the change and have to be there after it. */
static const Page kept[] = {
  { "ghi-chu.txt", "của tôi", NULL },
  { ".git/HEAD", "ref", NULL },
  { "a/cua-toi.txt", "của tôi", NULL },
};
static const char *const keep[] = { "*cua-toi.txt", "ghi-chu.txt", "a/lien-ket", "trong", NULL };

typedef struct {
  const char *name;
  gboolean no_exchange;
  gboolean no_links;
} Disk;

static const Disk disks[] = {
  { "plain", FALSE, FALSE },
  { "no exchange", TRUE, FALSE },
  { "no links", FALSE, TRUE },
};

typedef struct {
  const Change *change;
  const Disk *disk;
  char *folder; /* of everything below */
  char *out;
  char *beside;
  char *old_shown; /* what the old and the new site look like */
  char *new_shown;
} Trial;

static guint
count_pages (const Page *pages)
{
  guint n = 0;
  while (n < MOST_PAGES && pages[n].path)
    n++;
  return n;
}

static gboolean
write_pages (const char *out, const Page *pages, GError **error)
{
  WriterOptions options = { .out = out, .n_threads = 1 };
  return site_write_keeping (&options, pages, count_pages (pages), keep, NULL, NULL, error);
}

/* The old site with other files in it, or nothing at all. */
static void
set_up (const Trial *trial, const Page *pages)
{
  g_autoptr (GError) error = NULL;
  g_assert_cmpint (g_mkdir (trial->folder, 0755), ==, 0);
  if (count_pages (pages) == 0)
    return;
  write_pages (trial->out, pages, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    scratch_write (trial->out, kept[i].path, kept[i].text, -1);
  g_autofree char *link = g_build_filename (trial->out, "a", "lien-ket", NULL);
  g_autofree char *empty = g_build_filename (trial->out, "trong", NULL);
  g_assert_cmpint (symlink ("/etc/passwd", link), ==, 0);
  g_assert_cmpint (g_mkdir (empty, 0755), ==, 0);
}

static void
tear_down (const Trial *trial)
{
  scratch_remove (g_strdup (trial->folder));
}

/* What the folder looks like after a change without trouble. */
static char *
show_after (const Trial *trial, const Page *old, const Page *new)
{
  g_autoptr (GError) error = NULL;
  set_up (trial, old);
  if (new)
    write_pages (trial->out, new, &error);
  g_assert_no_error (error);
  char *shown = tree_show (trial->out);
  tear_down (trial);
  return shown;
}

/* Exit status of the child: 0 committed, 1 refused, 3 exchanged before it was on the disk, 4
 * committed but not known to be on the disk, 255 killed. */
static int
change_under_fire (const Trial *trial, guint strike_at, int code, gboolean *came_to_it)
{
  int ends[2];
  guint n_calls = 0;
  g_assert_cmpint (pipe (ends), ==, 0);
  pid_t child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0) {
    fault.strike_at = strike_at;
    fault.code = code;
    fault.no_exchange = trial->disk->no_exchange;
    fault.no_links = trial->disk->no_links;
    fault.is_armed = TRUE;
    g_autoptr (GError) error = NULL;
    gboolean good = write_pages (trial->out, trial->change->new, &error);
    fault.is_armed = FALSE;
    /* The one failure after which the new site stands: nobody knows whether it will. */
    int status_of_failure = !good && strstr (error->message, "is the new site") ? 4 : 1;
    if (write (ends[1], &fault.n_calls, sizeof fault.n_calls) < 0)
      _exit (2);
    _exit (good ? 0 : status_of_failure);
  }
  close (ends[1]);
  int status;
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  gboolean was_killed = WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL;
  gboolean has_said = read (ends[0], &n_calls, sizeof n_calls) == sizeof n_calls;
  close (ends[0]);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 3)
    g_error ("%s, %s, call %u: exchanged before it was on the disk", trial->change->name,
             trial->disk->name, strike_at);
  g_assert_true (was_killed || has_said);
  *came_to_it = was_killed || n_calls >= strike_at;
  return was_killed ? 255 : WEXITSTATUS (status);
}

/* Beside the site there may be the stat cache, whole or in the making, and nothing else. */
static void
expect_tidy (const Trial *trial, guint strike_at)
{
  g_autoptr (GDir) dir = g_dir_open (trial->beside, 0, NULL);
  for (const char *name; dir && (name = g_dir_read_name (dir));)
    if (!g_str_equal (name, "stat-cache") && !g_str_equal (name, "stat-cache.new"))
      g_error ("%s, %s, call %u: “%s” is left", trial->change->name, trial->disk->name, strike_at,
               name);
}

/* Old or new; where names cannot be exchanged, for one moment none. */
static void
expect_old_or_new (const Trial *trial, guint strike_at, int status)
{
  g_autofree char *shown = tree_show (trial->out);
  gboolean is_old = g_str_equal (shown, trial->old_shown),
           is_new = g_str_equal (shown, trial->new_shown);
  if ((status == 0 || status == 4) && !is_new)
    g_error ("%s, %s, call %u: said to be written, but is not the new site:\n%s",
             trial->change->name, trial->disk->name, strike_at, shown);
  if (status == 1 && !is_old)
    g_error ("%s, %s, call %u: refused, but is not the old site:\n%s", trial->change->name,
             trial->disk->name, strike_at, shown);
  if (!is_old && !is_new && !trial->disk->no_exchange)
    g_error ("%s, %s, call %u: neither old nor new:\n%s", trial->change->name, trial->disk->name,
             strike_at, shown);
}

static void
expect_recovery (const Trial *trial, guint strike_at)
{
  g_autoptr (GError) error = NULL;
  WriterOptions options = { .out = trial->out, .n_threads = 1 };
  g_autoptr (Writer) writer = writer_open (&options, &error);
  g_assert_no_error (error);
  g_clear_pointer (&writer, writer_free);
  g_autofree char *repaired = tree_show (trial->out);
  if (!g_str_equal (repaired, trial->old_shown) && !g_str_equal (repaired, trial->new_shown))
    g_error ("%s, %s, call %u: not repaired:\n%s", trial->change->name, trial->disk->name,
             strike_at, repaired);
  expect_tidy (trial, strike_at);

  write_pages (trial->out, trial->change->new, &error);
  if (error)
    g_error ("%s, %s, call %u: next build: %s", trial->change->name, trial->disk->name, strike_at,
             error->message);
  g_autofree char *shown = tree_show (trial->out);
  g_assert_cmpstr (shown, ==, trial->new_shown);
}

static gboolean
try_call (const Trial *trial, guint strike_at, int code)
{
  gboolean came_to_it;
  set_up (trial, trial->change->old);
  int status = change_under_fire (trial, strike_at, code, &came_to_it);
  expect_old_or_new (trial, strike_at, status);
  if (!came_to_it && status != 0)
    g_error ("%s, %s: refused without a fault", trial->change->name, trial->disk->name);
  expect_recovery (trial, strike_at);
  tear_down (trial);
  return came_to_it;
}

static void
try_all_calls (int code, const Disk *disk, const Change *change)
{
  char *scratch = scratch_new ();
  g_autofree char *folder = g_build_filename (scratch, "trial", NULL);
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autofree char *beside = g_build_filename (folder, ".out.loa", NULL);
  Trial trial = { change, disk, folder, out, beside, NULL, NULL };
  g_autofree char *old_shown = show_after (&trial, change->old, NULL);
  g_autofree char *new_shown = show_after (&trial, change->old, change->new);
  trial.old_shown = old_shown;
  trial.new_shown = new_shown;
  guint n = 1;
  while (try_call (&trial, n, code))
    n++;
  g_test_message ("%s, %s: %u calls", change->name, disk->name, n - 1);
  scratch_remove (scratch);
}

static void
test_kills (gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (disks); i++)
    try_all_calls (0, &disks[i], data);
}

static void
test_failures (gconstpointer data)
{
  static const int codes[] = { ENOSPC, EIO, EMFILE };
  const Change *change = data;
  guint nth = (guint) (change - changes);
  try_all_calls (codes[nth % G_N_ELEMENTS (codes)], &disks[nth % 2], change);
}

int
main (int argc, char **argv)
{
  scratch_in_memory ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autofree char *kills = g_strdup_printf ("/write/crash/killed/%s", changes[i].name);
    g_autofree char *failures = g_strdup_printf ("/write/crash/failed/%s", changes[i].name);
    g_test_add_data_func (kills, &changes[i], test_kills);
    g_test_add_data_func (failures, &changes[i], test_failures);
  }
  return g_test_run ();
}
