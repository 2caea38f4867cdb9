/* SPDX-License-Identifier: MIT */
#include "write/writer.h"

#include "base/parallel.h"
#include "site_kit.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <utime.h>

#define WRITE(folder_, pages)                                                                      \
  site_write (&(WriterOptions){ .out = folder_ }, pages, G_N_ELEMENTS (pages), NULL, NULL, &error)

static const Page plain[] = {
  { "404.html", "x", NULL },
  { "a/1.html", "1", NULL },
  { "a/2.html", "2", NULL },
  { "b/c/3.txt", "3", NULL },
};

typedef struct {
  char *folder;
  char *out; /* does not exist yet */
} Scratch;

static void
scratch_begin (Scratch *scratch, gconstpointer data)
{
  (void) data;
  scratch->folder = scratch_new ();
  scratch->out = g_build_filename (scratch->folder, "out", NULL);
}

static void
scratch_end (Scratch *scratch, gconstpointer data)
{
  (void) data;
  scratch_remove (scratch->folder);
  g_free (scratch->out);
}

static guint64
inode_of (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct stat info;
  return lstat (path, &info) == 0 ? info.st_ino : 0;
}

static void
set_time (const char *folder, const char *name, const struct timespec *time)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const struct timespec times[] = { *time, *time };
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW), ==, 0);
}

/* "content" as text of the file. */
static void
expect_text (const char *folder, const char *name, const char *wanted)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_file_get_contents (path, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, wanted);
}

static void
expect_error (GError **error, WriterError code, const char *part)
{
  g_assert_error (*error, WRITER_ERROR, (int) code);
  if (strstr ((*error)->message, part) == NULL)
    g_error ("“%s” does not say “%s”", (*error)->message, part);
  g_clear_error (error);
}

/* ------------------------------------------------------------------------- what is written */

static void
test_counts (Scratch *scratch, gconstpointer data)
{
  (void) data;
  static const Page changed[] = {
    { "404.html", "x", NULL },
    { "a/1.html", "other", NULL },
    { "b/c/3.txt", "3", NULL },
    { "new/4.html", "4", NULL },
  };
  g_autoptr (GError) error = NULL;
  WriterOptions options = { .out = scratch->out };
  WriterCounts counts;

  g_assert_true (site_write (&options, plain, G_N_ELEMENTS (plain), &counts, NULL, &error));
  g_assert_cmpuint (counts.n_written, ==, 4);
  g_assert_cmpuint (counts.n_kept + counts.n_removed, ==, 0);
  g_assert_cmpuint (counts.n_bytes, ==, 4);
  g_assert_cmpuint (counts.n_pages, ==, 3);
  g_assert_true (site_write (&options, plain, G_N_ELEMENTS (plain), &counts, NULL, &error));
  g_assert_cmpuint (counts.n_kept, ==, 4);
  g_assert_cmpuint (counts.n_written + counts.n_removed, ==, 0);
  g_assert_true (site_write (&options, changed, G_N_ELEMENTS (changed), &counts, NULL, &error));
  g_assert_cmpuint (counts.n_written, ==, 2);
  g_assert_cmpuint (counts.n_kept, ==, 2);
  g_assert_cmpuint (counts.n_removed, ==, 1);

  g_autofree char *shown = tree_show (scratch->out);
  g_assert_cmpstr (
    shown, ==,
    "404.html = x\na/\na/1.html = other\nb/\nb/c/\nb/c/3.txt = 3\nnew/\nnew/4.html = 4\n");
}

static void
test_nothing_changed_touches_nothing (Scratch *scratch, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  struct stat before, after;

  WRITE (scratch->out, plain);
  guint64 manifest = inode_of (scratch->out, MANIFEST_NAME);
  g_assert_cmpint (stat (scratch->out, &before), ==, 0);
  WRITE (scratch->out, plain);
  g_assert_no_error (error);
  g_assert_cmpint (stat (scratch->out, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  g_assert_cmpint (before.st_mtim.tv_nsec, ==, after.st_mtim.tv_nsec);
  g_assert_cmpint (before.st_ctim.tv_nsec, ==, after.st_ctim.tv_nsec);
  g_assert_cmpuint (inode_of (scratch->out, MANIFEST_NAME), ==, manifest);
}

/* Files that have the same bytes stay the same files, whatever else changes, also when they were
 * made anew. */
static void
test_unchanged_files_stay (Scratch *scratch, gconstpointer data)
{
  (void) data;
  static const Page changed[] = {
    { "404.html", "y", NULL },
    { "a/1.html", "1", "another template" },
    { "b/c/3.txt", "3", NULL },
  };
  g_autoptr (GError) error = NULL;
  const struct timespec long_ago = { 1000000000, 5 };
  struct stat info;

  WRITE (scratch->out, plain);
  set_time (scratch->out, "a/1.html", &long_ago); /* the stamps do not match: the content decides */
  guint64 first = inode_of (scratch->out, "a/1.html"), third = inode_of (scratch->out, "b/c/3.txt");
  WRITE (scratch->out, changed);
  g_assert_no_error (error);
  g_assert_cmpuint (inode_of (scratch->out, "a/1.html"), ==, first);
  g_assert_cmpuint (inode_of (scratch->out, "b/c/3.txt"), ==, third);
  g_autofree char *path = g_build_filename (scratch->out, "a/1.html", NULL);
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mtim.tv_sec, ==, 1000000000);
  g_assert_cmpint (info.st_nlink, ==, 1);
}

static void
test_same_bytes_for_same_site (Scratch *scratch, gconstpointer data)
{
  (void) data;
  static const Page before[] = { { "a/1.html", "old", NULL }, { "gone.html", "x", NULL } };
  g_autoptr (GError) error = NULL;
  g_autofree char *other = g_build_filename (scratch->folder, "other", NULL);
  g_autofree char *one_path = g_build_filename (scratch->out, MANIFEST_NAME, NULL);
  g_autofree char *other_path = g_build_filename (other, MANIFEST_NAME, NULL);
  g_autofree char *one_text = NULL, *other_text = NULL;

  WRITE (scratch->out, before);
  WRITE (scratch->out, plain);
  WRITE (other, plain);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (one_path, &one_text, NULL, NULL));
  g_assert_true (g_file_get_contents (other_path, &other_text, NULL, NULL));
  g_assert_cmpstr (one_text, ==, other_text);
}

static void
test_no_pages (Scratch *scratch, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  WriterOptions options = { .out = scratch->out };
  g_assert_true (site_write (&options, NULL, 0, NULL, NULL, &error));
  g_assert_true (site_write (&options, plain, G_N_ELEMENTS (plain), NULL, NULL, &error));
  g_assert_true (site_write (&options, NULL, 0, NULL, NULL, &error));
  g_autofree char *shown = tree_show (scratch->out);
  g_assert_cmpstr (shown, ==, "");
}

static void
test_keep (Scratch *scratch, gconstpointer data)
{
  (void) data;
  static const Page some[] = { { "404.html", NULL, NULL },
                               { "a/1.html", "other", NULL },
                               { "a/never.html", NULL, NULL } };
  g_autoptr (GError) error = NULL;

  WRITE (scratch->out, plain);
  scratch_write (scratch->out, "404.html", "y", -1);
  WRITE (scratch->out, some);
  g_assert_no_error (error);
  g_autofree char *shown = tree_show (scratch->out);
  g_assert_cmpstr (shown, ==, "404.html = y\na/\na/1.html = other\n");
  /* What was kept is still not what loa wrote. */
  WRITE (scratch->out, plain);
  expect_text (scratch->out, "404.html", "x");
}

/* ------------------------------------------------------------------------- many threads */

#define N_MANY 1500

typedef struct {
  Writer *writer;
  char **texts;
} Many;

static void
put_one (guint index, gpointer data, Report *report)
{
  (void) report;
  const Many *many = data;
  g_autoptr (GError) error = NULL;
  Digest key = digest_of (many->texts[index], strlen (many->texts[index]));
  writer_put (many->writer, index, &key, many->texts[index], strlen (many->texts[index]), NULL,
              &error);
  g_assert_no_error (error);
}

static void
write_many (const char *out, guint n_threads)
{
  g_auto (GStrv) paths = g_new0 (char *, N_MANY + 1);
  g_auto (GStrv) texts = g_new0 (char *, N_MANY + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (Report) report = report_new ();
  WriterOptions options = { .out = out, .n_threads = n_threads };
  WriterRun run = { "s", "en", 0, G_MAXINT64 };
  WriterCounts counts;

  for (guint i = 0; i < N_MANY; i++) {
    /* Neither sorted nor one folder after the other. */
    guint n = i * 7919 % N_MANY;
    paths[i] = g_strdup_printf ("f%u/g%u/%u.html", n % 37, n % 11, n);
    texts[i] = g_strdup_printf ("page %u\n", n);
  }
  g_autoptr (Writer) writer = writer_open (&options, &error);
  g_assert_no_error (error);
  writer_plan (writer, (const char *const *) paths, N_MANY, NULL, &error);
  g_assert_no_error (error);
  Many many = { writer, texts };
  parallel_for (N_MANY, n_threads, put_one, &many, report);
  writer_commit (writer, &run, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_written, ==, N_MANY);
  g_clear_pointer (&writer, writer_free);
}

static void
test_threads (Scratch *scratch, gconstpointer data)
{
  (void) data;
  g_autofree char *other = g_build_filename (scratch->folder, "other", NULL);
  write_many (scratch->out, 1);
  write_many (other, 8);
  g_autofree char *one = tree_show (scratch->out);
  g_autofree char *eight = tree_show (other);
  g_assert_cmpstr (one, ==, eight);
}

/* ------------------------------------------------------------------------- copies */

static gboolean
copy_to (const char *out, const char *source, WriterCounts *counts, GError **error)
{
  static const char *const paths[] = { "static/a.bin" };
  WriterOptions options = { .out = out };
  WriterRun run = { "s", "en", 0, 1 };
  g_autoptr (Writer) writer = writer_open (&options, error);
  return writer && writer_plan (writer, paths, 1, NULL, error)
         && writer_copy (writer, 0, source, error) && writer_commit (writer, &run, counts, error);
}

static void
test_copy (Scratch *scratch, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  g_autofree char *source = g_build_filename (scratch->folder, "source", NULL);
  g_autofree char *pipe_path = g_build_filename (scratch->folder, "pipe", NULL);
  g_autofree char *big = g_strnfill (300000, 'q');
  WriterCounts counts;

  scratch_write (scratch->folder, "source", big, -1);
  g_assert_true (copy_to (scratch->out, source, &counts, &error));
  expect_text (scratch->out, "static/a.bin", big);
  guint64 inode = inode_of (scratch->out, "static/a.bin");
  g_assert_cmpuint (inode, !=, inode_of (scratch->folder, "source"));
  g_assert_true (copy_to (scratch->out, source, &counts, &error));
  g_assert_cmpuint (counts.n_kept, ==, 1);
  g_assert_cmpuint (inode_of (scratch->out, "static/a.bin"), ==, inode);
  big[299999] = 'r'; /* the size is the same */
  scratch_write (scratch->folder, "source", big, -1);
  g_assert_true (copy_to (scratch->out, source, &counts, &error));
  g_assert_cmpuint (counts.n_written, ==, 1);
  expect_text (scratch->out, "static/a.bin", big);

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_false (copy_to (scratch->out, pipe_path, &counts, &error));
  expect_error (&error, WRITER_ERROR_SYSTEM, "pipe");
  g_assert_false (copy_to (scratch->out, scratch->folder, &counts, &error));
  expect_error (&error, WRITER_ERROR_SYSTEM, "cannot be read");
  g_assert_false (copy_to (scratch->out, "/nonexistent/x", &counts, &error));
  expect_error (&error, WRITER_ERROR_SYSTEM, "/nonexistent/x");
  expect_text (scratch->out, "static/a.bin", big);
}

/* ------------------------------------------------------------------------- what is not ours */

#define WRITE_KEEPING(pages, keep)                                                                 \
  site_write_keeping (&(WriterOptions){ .out = scratch->out }, pages, G_N_ELEMENTS (pages), keep,  \
                      NULL, NULL, &error)

static void
test_kept_stays (Scratch *scratch, gconstpointer data)
{
  (void) data;
  static const Page fewer[] = { { "a/1.html", "other", NULL } };
  static const char *const keep[] = { "*/mine.txt", "empty", "link", "pip?", NULL };
  g_autoptr (GError) error = NULL;
  struct stat info;

  WRITE (scratch->out, plain);
  scratch_write (scratch->out, "b/c/mine.txt", "mine", -1);
  scratch_write (scratch->out, ".git/HEAD", "ref", -1);
  g_autofree char *empty = g_build_filename (scratch->out, "empty/inner", NULL);
  g_autofree char *refs = g_build_filename (scratch->out, ".git/refs", NULL);
  g_autofree char *link = g_build_filename (scratch->out, "link", NULL);
  g_autofree char *pipe_path = g_build_filename (scratch->out, "pipe", NULL);
  g_autofree char *a = g_build_filename (scratch->out, "a", NULL);
  g_assert_cmpint (g_mkdir_with_parents (empty, 0755), ==, 0);
  g_assert_cmpint (g_mkdir (refs, 0700), ==, 0);
  g_assert_cmpint (symlink ("nowhere", link), ==, 0);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_cmpint (chmod (a, 0750), ==, 0);
  g_assert_cmpint (chmod (scratch->out, 0711), ==, 0);
  guint64 mine = inode_of (scratch->out, "b/c/mine.txt");

  WRITE_KEEPING (fewer, keep);
  g_assert_no_error (error);
  g_autofree char *shown = tree_show (scratch->out);
  g_assert_cmpstr (shown, ==,
                   ".git/\n.git/HEAD = ref\n.git/refs/\na/\na/1.html = other\nb/\nb/c/\n"
                   "b/c/mine.txt = mine\nempty/\nempty/inner/\nlink -> nowhere\npipe ?\n");
  g_assert_cmpuint (inode_of (scratch->out, "b/c/mine.txt"), ==, mine);
  g_assert_cmpint (stat (a, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0750);
  g_assert_cmpint (stat (refs, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0700);
  g_assert_cmpint (stat (scratch->out, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0711);
}

/* Whoever works with what is kept may delete it while the site is being built. */
static void
test_kept_vanishes (Scratch *scratch, gconstpointer data)
{
  (void) data;
  static const char *const paths[] = { "a.html" };
  static const char *const keep[] = { "mine*", NULL };
  g_autoptr (GError) error = NULL;
  WriterOptions options = { .out = scratch->out };
  WriterRun run = { "s", "en", 0, 1 };
  WriterCounts counts;
  g_autofree char *mine = g_build_filename (scratch->out, "mine.lock", NULL);
  scratch_write (scratch->out, "mine.lock", "x", -1);
  scratch_write (scratch->out, "mine.txt", "x", -1);
  g_autoptr (Writer) writer = writer_open (&options, &error);
  Digest key = digest_of ("k", 1);
  g_assert_true (writer_plan (writer, paths, 1, keep, &error));
  g_assert_true (writer_put (writer, 0, &key, "text", 4, NULL, &error));
  g_assert_cmpint (g_unlink (mine), ==, 0);
  scratch_write (scratch->out, "mine.new", "saved meanwhile", -1);
  g_assert_true (writer_commit (writer, &run, &counts, &error));
  g_autofree char *shown = tree_show (scratch->out);
  g_assert_cmpstr (shown, ==, "a.html = text\nmine.new = saved meanwhile\nmine.txt = x\n");
}

/* All that loa did not write, in one message, and nothing is touched. */
static void
test_foreign_is_listed (Scratch *scratch, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  static const char *const keep[] = { "kept*", NULL };
  WRITE (scratch->out, plain);
  scratch_write (scratch->out, "b/mine.txt", "mine", -1);
  scratch_write (scratch->out, "kept.txt", "mine", -1);
  scratch_write (scratch->out, "a/.git/HEAD", "not at the top", -1);
  g_autofree char *before = tree_show (scratch->out);
  g_assert_false (WRITE_KEEPING (plain, keep));
  g_assert_error (error, WRITER_ERROR, WRITER_ERROR_CLASH);
  g_assert_nonnull (strstr (error->message, "\n  a/.git/HEAD\n  b/mine.txt\n"));
  g_assert_null (strstr (error->message, "kept.txt"));
  expect_error (&error, WRITER_ERROR_CLASH, "static/");
  g_autofree char *after = tree_show (scratch->out);
  g_assert_cmpstr (after, ==, before);
}

/* It leaves them where they were in the old folder, and says where that is now. */
static void
test_force_leaves_behind (Scratch *scratch, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  WriterOptions options = { .out = scratch->out, .force = TRUE };
  for (guint i = 1; i <= 2; i++) {
    g_autofree char *warnings = NULL;
    g_autofree char *left = g_strdup_printf ("%s/.out.loa/left-%u", scratch->folder, i);
    scratch_write (scratch->out, "404.html", "mine", i == 1 ? -1 : 0);
    scratch_write (scratch->out, "d/mine.txt", "mine", -1);
    g_assert_true (site_write (&options, plain, G_N_ELEMENTS (plain), NULL, &warnings, &error));
    if (strstr (warnings, left) == NULL || strstr (warnings, "d/mine.txt") == NULL)
      g_error ("“%s”", warnings);
    g_autofree char *shown = tree_show (scratch->out);
    g_assert_cmpstr (shown, ==,
                     "404.html = x\na/\na/1.html = 1\na/2.html = 2\nb/\nb/c/\nb/c/3.txt = 3\n");
    g_autofree char *shown_left = tree_show (left);
    g_assert_cmpstr (shown_left, ==,
                     i == 1 ? "404.html = mine\nd/\nd/mine.txt = mine\n"
                            : "d/\nd/mine.txt = mine\n");
  }
}

/* A file that is in the way of an output is judged by its bytes: those that would be written, or
 * none, as a power cut leaves them, are as good as loa's own. */
static void
test_in_the_way (Scratch *scratch, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  scratch_write (scratch->out, "404.html", "x", -1);
  scratch_write (scratch->out, "a/1.html", "", -1);
  guint64 same = inode_of (scratch->out, "404.html");
  g_assert_true (WRITE (scratch->out, plain));
  g_assert_cmpuint (inode_of (scratch->out, "404.html"), ==, same);
  expect_text (scratch->out, "a/1.html", "1");

  scratch_end (scratch, NULL);
  scratch_begin (scratch, NULL);
  scratch_write (scratch->out, "404.html", "y", -1);
  scratch_write (scratch->out, "a/2.html", "mine", -1);
  scratch_write (scratch->out, "a/1.html", "1", -1);
  g_assert_false (WRITE (scratch->out, plain));
  g_assert_nonnull (strstr (error->message, "\n  404.html\n  a/2.html\n"));
  expect_error (&error, WRITER_ERROR_CLASH, "keep:");
  g_autofree char *shown = tree_show (scratch->out);
  g_assert_cmpstr (shown, ==, "404.html = y\na/\na/1.html = 1\na/2.html = mine\n");
}

/* What is kept gives way to nothing: where an output has to go it is told. */
static void
test_kept_in_the_way (Scratch *scratch, gconstpointer data)
{
  (void) data;
  static const char *const keep[] = { "404.html", "b", NULL };
  static const char *const at[] = { "404.html/mine.txt", "b", "404.html" };
  for (guint i = 0; i < G_N_ELEMENTS (at); i++) {
    g_autoptr (GError) error = NULL;
    scratch_write (scratch->out, at[i], "mine", -1);
    g_assert_false (WRITE_KEEPING (plain, keep));
    expect_error (&error, WRITER_ERROR_CLASH, at[i]);
    expect_text (scratch->out, at[i], "mine");
    scratch_end (scratch, NULL);
    scratch_begin (scratch, NULL);
  }
}

/* Neither the loss of the manifest nor that of the stat cache makes loa's own work somebody's, and
 * together they do only where bytes differ. */
static void
test_manifest_lost (Scratch *scratch, gconstpointer data)
{
  (void) data;
  static const char *const damages[] = { NULL, "", "loa-manifest 2\n", "x\n\n",
                                         "loa-manifest 2\n00 1 404.html" };
  static const Page other[] = { { "404.html", "y", NULL }, { "a/1.html", "1", NULL } };
  g_autoptr (GError) error = NULL;
  g_autofree char *manifest = g_build_filename (scratch->out, MANIFEST_NAME, NULL);
  g_autofree char *cache = g_build_filename (scratch->folder, ".out.loa/stat-cache", NULL);
  WriterCounts counts;

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++) {
    WriterOptions options = { .out = scratch->out };
    WRITE (scratch->out, plain);
    g_autofree char *whole = NULL;
    g_file_get_contents (manifest, &whole, NULL, NULL);
    g_unlink (manifest);
    if (damages[i])
      scratch_write (scratch->out, MANIFEST_NAME, damages[i], -1);
    g_assert_true (site_write (&options, other, G_N_ELEMENTS (other), &counts, NULL, &error));
    g_assert_no_error (error);
    g_assert_cmpuint (counts.n_removed, ==, 2);
    g_assert_cmpuint (counts.n_kept, ==, 1);
    WRITE (scratch->out, plain);
    expect_text (scratch->out, MANIFEST_NAME, whole);
    g_unlink (manifest);
    g_unlink (cache);
    g_assert_true (site_write (&options, plain, G_N_ELEMENTS (plain), &counts, NULL, &error));
    g_assert_cmpuint (counts.n_kept, ==, 4);
    expect_text (scratch->out, MANIFEST_NAME, whole);
  }
}

/* Paths and sizes of the first version still tell whose a file is. */
static void
test_manifest_of_version_1 (Scratch *scratch, gconstpointer data)
{
  (void) data;
  static const char zeros[] = "00000000000000000000000000000000";
  static const Page changed[] = { { "404.html", "new", NULL } };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf ("loa-manifest 1\n%s %s 1 404.html\n%s %s 1 gone.html\n",
                                           zeros, zeros, zeros, zeros);
  scratch_write (scratch->out, "404.html", "x", -1);
  scratch_write (scratch->out, "gone.html", "longer", -1);
  scratch_write (scratch->out, MANIFEST_NAME, text, -1);
  g_assert_false (WRITE (scratch->out, changed));
  expect_error (&error, WRITER_ERROR_CLASH, "gone.html");
  scratch_write (scratch->out, "gone.html", "g", -1);
  g_assert_true (WRITE (scratch->out, changed));
  g_assert_no_error (error);
  g_autofree char *shown = tree_show (scratch->out);
  g_assert_cmpstr (shown, ==, "404.html = new\n");
}

static void
test_clashes_among_outputs (Scratch *scratch, gconstpointer data)
{
  (void) data;
  static const Page cases[][2] = {
    { { "a.html", "1", NULL }, { "a.html", "2", NULL } },
    { { "a", "1", NULL }, { "a/b.html", "2", NULL } },
    { { "a/b", "1", NULL }, { "a/b/c/d", "2", NULL } },
    { { "../a.html", "1", NULL }, { "b.html", "2", NULL } },
    { { "/a.html", "1", NULL }, { "b.html", "2", NULL } },
    { { MANIFEST_NAME, "1", NULL }, { "b.html", "2", NULL } },
    { { "", "1", NULL }, { "b.html", "2", NULL } },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_false (
      site_write (&(WriterOptions){ .out = scratch->out }, cases[i], 2, NULL, NULL, &error));
    expect_error (&error, WRITER_ERROR_CLASH, "cannot be written");
  }
  g_autofree char *shown = tree_show (scratch->folder);
  g_assert_cmpstr (shown, ==, "");
}

static void
test_changed_by_hand (Scratch *scratch, gconstpointer data)
{
  (void) data;
  static const Page fewer[] = { { "404.html", "x", NULL }, { "a/1.html", "1", NULL } };
  g_autoptr (GError) error = NULL;

  WRITE (scratch->out, plain);
  scratch_write (scratch->out, "404.html", "y", -1);
  scratch_write (scratch->out, "b/c/3.txt", "", -1);
  /* Of a page that is no more, the work of somebody is not thrown away. */
  scratch_write (scratch->out, "a/2.html", "z", -1);
  g_assert_false (WRITE (scratch->out, fewer));
  g_assert_null (strstr (error->message, "3.txt"));
  expect_error (&error, WRITER_ERROR_CLASH, "\n  a/2.html\n");
  expect_text (scratch->out, "404.html", "y");
  scratch_write (scratch->out, "a/2.html", "2", -1);
  g_assert_true (WRITE (scratch->out, fewer));
  g_autofree char *shown = tree_show (scratch->out);
  g_assert_cmpstr (shown, ==, "404.html = x\na/\na/1.html = 1\n");
}

/* Without the stat cache the contents decide, so a moved or copied site is taken as it is. */
static void
test_cache_lost (Scratch *scratch, gconstpointer data)
{
  (void) data;
  static const Page fewer[] = { { "404.html", "x", NULL }, { "a/1.html", "1", NULL } };
  g_autoptr (GError) error = NULL;
  WriterOptions options = { .out = scratch->out };
  WriterCounts counts;
  g_autofree char *cache = g_build_filename (scratch->folder, ".out.loa", "stat-cache", NULL);

  WRITE (scratch->out, plain);
  g_assert_cmpint (g_unlink (cache), ==, 0);
  scratch_write (scratch->out, "a/1.html", "!", -1);
  g_assert_true (site_write (&options, fewer, G_N_ELEMENTS (fewer), &counts, NULL, &error));
  g_assert_cmpuint (counts.n_kept, ==, 1);
  g_assert_cmpuint (counts.n_written, ==, 1);
  g_assert_cmpuint (counts.n_removed, ==, 2);
  for (const char *const *damage = (const char *const[]){ "", "loa-stat-cache 1\n", "\xff\n\n",
                                                          "loa-stat-cache 1\nend 9\n", NULL };
       *damage; damage++) {
    g_assert_true (g_file_set_contents (cache, *damage, -1, NULL));
    g_assert_true (site_write (&options, fewer, G_N_ELEMENTS (fewer), &counts, NULL, &error));
    g_assert_cmpuint (counts.n_kept, ==, 2);
  }
}

/* What was said of an output is given back with it, in its language alone. */
static void
test_notes (Scratch *scratch, gconstpointer data)
{
  (void) data;
  static const char *const paths[] = { "a.html", "b.html" };
  static const char said[] = "dòng 1\nline \"2\"\t\037\036\\";
  static const struct {
    const char *language;
    gboolean is_reused[2];
  } runs[] = { { "en", { FALSE, FALSE } },
               { "en", { TRUE, TRUE } },
               { "vi", { FALSE, TRUE } },
               { "vi", { TRUE, TRUE } },
               { "en", { FALSE, TRUE } } };
  for (guint i = 0; i < G_N_ELEMENTS (runs); i++) {
    g_autoptr (GError) error = NULL;
    WriterOptions options = { .out = scratch->out };
    WriterRun run = { "s", runs[i].language, 0, G_MAXINT64 };
    WriterCounts counts;
    g_autoptr (Writer) writer = writer_open (&options, &error);
    g_assert_true (writer_plan (writer, paths, 2, NULL, &error));
    for (guint j = 0; j < 2; j++) {
      Digest key = digest_of (&j, sizeof j);
      const char *note = NULL;
      g_assert_cmpint (writer_reuse (writer, j, &key, runs[i].language, &note), ==,
                       runs[i].is_reused[j]);
      if (runs[i].is_reused[j])
        g_assert_cmpstr (note, ==, j == 0 ? said : NULL);
      else
        writer_put (writer, j, &key, "text", 4, j == 0 ? said : NULL, &error);
      g_assert_no_error (error);
    }
    g_assert_true (writer_commit (writer, &run, &counts, &error));
    g_assert_cmpuint (counts.n_kept, ==, i > 0 ? 2 : 0);
  }
}

/* The file alone does not tell from what it was made. */
static void
test_other_key_is_not_reused (Scratch *scratch, gconstpointer data)
{
  (void) data;
  static const Page one[] = { { "a.html", "x", "first" } };
  static const char *const paths[] = { "a.html" };
  g_autoptr (GError) error = NULL;
  WriterOptions options = { .out = scratch->out };
  WRITE (scratch->out, one);
  g_autoptr (Writer) writer = writer_open (&options, &error);
  const char *note;
  g_assert_true (writer_plan (writer, paths, 1, NULL, &error));
  Digest second = digest_of ("second", 6), first = digest_of ("first", 5);
  g_assert_false (writer_has (writer, 0, &second));
  g_assert_true (writer_has (writer, 0, &first));
  g_assert_false (writer_reuse (writer, 0, &second, "en", &note));
  g_assert_true (writer_reuse (writer, 0, &first, "en", &note));
}

/* A folder of the site was moved elsewhere and linked: nothing there is loa's to change. */
static void
test_links_are_not_followed (Scratch *scratch, gconstpointer data)
{
  (void) data;
  static const Page cases[][3] = {
    { { "404.html", "x", NULL },
      { "b/c/3.txt", "3", NULL },
      { "z", "z", NULL } }, /* its pages are gone */
    { { "404.html", "x", NULL },
      { "a/1.html", "new", NULL },
      { "b/c/3.txt", "3", NULL } }, /* or changed */
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *outside = g_build_filename (scratch->folder, "outside", NULL);
  g_autofree char *a = g_build_filename (scratch->out, "a", NULL);

  WRITE (scratch->out, plain);
  g_assert_cmpint (rename (a, outside), ==, 0);
  g_assert_cmpint (symlink ("../outside", a), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_false (WRITE (scratch->out, cases[i]));
    expect_error (&error, WRITER_ERROR_CLASH, "\n  a\n");
    g_autofree char *shown = tree_show (outside);
    g_assert_cmpstr (shown, ==, "1.html = 1\n2.html = 2\n");
    g_autofree char *target = g_file_read_link (a, NULL);
    g_assert_cmpstr (target, ==, "../outside");
  }
}

/* ------------------------------------------------------------------------- is it current */

/* Notes as inputs what tests below touch, and says whether the next run would have nothing to do.
 */
static gboolean
is_current (const Scratch *scratch, const char *settings, gint64 now)
{
  g_autoptr (GError) error = NULL;
  WriterOptions options = { .out = scratch->out, .site = scratch->folder };
  WriterRun run = { settings, "en", now, 0 };
  WriterCounts counts;
  g_autoptr (Writer) writer = writer_open (&options, &error);
  g_assert_no_error (error);
  return writer_is_current (writer, &run, &counts);
}

static void
build_from_inputs (const Scratch *scratch)
{
  static const char *const inputs[] = { "content", "content/a.md", "content/absent.yaml" };
  static const char *const paths[] = { "a.html", "b/c.html" };
  g_autoptr (GError) error = NULL;
  WriterOptions options = { .out = scratch->out, .site = scratch->folder };
  WriterRun run = { "settings\tof \"one\"\nrun", "en", 100, 200 };
  WriterCounts counts;
  g_autoptr (Writer) writer = writer_open (&options, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    writer_add_input (writer, inputs[i]);
  g_assert_true (writer_plan (writer, paths, G_N_ELEMENTS (paths), NULL, &error));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    Digest key = digest_of (&i, sizeof i);
    const char *note;
    if (!writer_reuse (writer, i, &key, "en", &note))
      g_assert_true (writer_put (writer, i, &key, "text", 4, NULL, &error));
  }
  g_assert_true (writer_commit (writer, &run, &counts, &error));
  g_assert_no_error (error);
}

#define RUN_SETTINGS "settings\tof \"one\"\nrun"

static void
test_current_settings (Scratch *scratch, gconstpointer data)
{
  (void) data;
  scratch_write (scratch->folder, "content/a.md", "a", -1);
  g_assert_false (is_current (scratch, RUN_SETTINGS, 150));
  g_usleep (50000);
  build_from_inputs (scratch);
  g_assert_true (is_current (scratch, RUN_SETTINGS, 150));
  g_assert_true (is_current (scratch, RUN_SETTINGS, 100));
  g_assert_false (is_current (scratch, RUN_SETTINGS, 99));
  g_assert_false (is_current (scratch, RUN_SETTINGS, 200));
  g_assert_false (is_current (scratch, "settings", 150));
}

/* Written just before the build: it could be changed again without its times showing it. */
static void
test_current_not_for_young_inputs (Scratch *scratch, gconstpointer data)
{
  (void) data;
  scratch_write (scratch->folder, "content/a.md", "a", -1);
  build_from_inputs (scratch);
  g_assert_false (is_current (scratch, RUN_SETTINGS, 150));
  g_usleep (50000);
  build_from_inputs (scratch);
  g_assert_true (is_current (scratch, RUN_SETTINGS, 150));
}

static void
edit_input (const Scratch *scratch)
{
  /* Same size, same time. */
  g_autofree char *path = g_build_filename (scratch->folder, "content/a.md", NULL);
  struct stat info;
  g_assert_cmpint (stat (path, &info), ==, 0);
  FILE *file = fopen (path, "r+");
  g_assert_nonnull (file);
  fputs ("b", file);
  fclose (file);
  set_time (scratch->folder, "content/a.md", &info.st_mtim);
}

static void
delete_input (const Scratch *scratch)
{
  g_autofree char *path = g_build_filename (scratch->folder, "content/a.md", NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
add_neighbour (const Scratch *scratch)
{
  scratch_write (scratch->folder, "content/b.md", "b", -1);
}

static void
add_absent (const Scratch *scratch)
{
  scratch_write (scratch->folder, "content/absent.yaml", "x", -1);
}

static void
edit_output (const Scratch *scratch)
{
  scratch_write (scratch->out, "b/c.html", "tex!", -1);
}

static void
delete_output (const Scratch *scratch)
{
  g_autofree char *path = g_build_filename (scratch->out, "b/c.html", NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
delete_manifest (const Scratch *scratch)
{
  g_autofree char *path = g_build_filename (scratch->out, MANIFEST_NAME, NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
delete_out (const Scratch *scratch)
{
  scratch_remove (g_strdup (scratch->out));
}

static void
test_current_until_touched (Scratch *scratch, gconstpointer data)
{
  void (*const *touch) (const Scratch *) = data;
  scratch_write (scratch->folder, "content/a.md", "a", -1);
  g_usleep (50000);
  build_from_inputs (scratch);
  g_assert_true (is_current (scratch, RUN_SETTINGS, 150));
  (*touch) (scratch);
  g_assert_false (is_current (scratch, RUN_SETTINGS, 150));
}

static const struct {
  const char *name;
  void (*touch) (const Scratch *scratch);
} touches[] = {
  { "edit-input", edit_input },           { "delete-input", delete_input },
  { "add-neighbour", add_neighbour },     { "add-absent", add_absent },
  { "edit-output", edit_output },         { "delete-output", delete_output },
  { "delete-manifest", delete_manifest }, { "delete-out", delete_out },
};

/* ------------------------------------------------------------------------- refusals */

static void
expect_refusal (const WriterOptions *options, WriterError code, const char *part)
{
  GError *error = NULL;
  g_autoptr (Writer) writer = writer_open (options, &error);
  g_assert_null (writer);
  expect_error (&error, code, part);
}

static void
test_places_refused (Scratch *scratch, gconstpointer data)
{
  (void) data;
  g_autofree char *content = g_build_filename (scratch->folder, "content", NULL);
  g_autofree char *inside = g_build_filename (scratch->folder, "content/deep/out", NULL);
  g_autofree char *roundabout = g_build_filename (scratch->folder, "elsewhere/../content", NULL);
  g_autofree char *dangling = g_build_filename (scratch->folder, "dangling", NULL);
  g_autofree char *disguised = g_build_filename (scratch->folder, "disguised", NULL);
  g_autofree char *file = g_build_filename (scratch->folder, "content/a.md", NULL);
  const char *const sources[] = { content, NULL };
  const struct {
    const char *out;
    const char *part;
  } cases[] = {
    { scratch->folder, "its sources are in there" },
    { content, "would mix" },
    { inside, "would mix" },
    { roundabout, "would mix" },
    { disguised, "its sources are in there" },
    { dangling, "has no target" },
    { "/", "" },
    { g_get_home_dir (), "" },
  };

  scratch_write (scratch->folder, "content/a.md", "a", -1);
  g_assert_cmpint (symlink ("nowhere", dangling), ==, 0);
  g_assert_cmpint (symlink (".", disguised), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    expect_refusal (
      &(WriterOptions){ .out = cases[i].out, .site = scratch->folder, .sources = sources },
      WRITER_ERROR_FOLDER, cases[i].part);
  expect_refusal (&(WriterOptions){ .out = file }, WRITER_ERROR_FOLDER, "is a file");
  expect_refusal (&(WriterOptions){ .out = "/proc/out" }, WRITER_ERROR_SYSTEM, "");
  expect_refusal (&(WriterOptions){ .out = "/proc" }, WRITER_ERROR_FOLDER, "mounted");
  g_autofree char *shown = tree_show (scratch->folder);
  g_assert_cmpstr (shown, ==, "content/\ncontent/a.md = a\ndangling -> nowhere\ndisguised -> .\n");
}

static void
test_linked_out (Scratch *scratch, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  g_autofree char *link = g_build_filename (scratch->folder, "link", NULL);
  g_assert_cmpint (g_mkdir (scratch->out, 0755), ==, 0);
  g_assert_cmpint (symlink ("out", link), ==, 0);
  g_assert_true (WRITE (link, plain));
  g_autofree char *target = g_file_read_link (link, NULL);
  g_assert_cmpstr (target, ==, "out");
  expect_text (scratch->out, "a/1.html", "1");
}

static void
test_lock (Scratch *scratch, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  WriterOptions options = { .out = scratch->out };
  g_autoptr (Writer) first = writer_open (&options, &error);
  g_assert_no_error (error);
  expect_refusal (&options, WRITER_ERROR_SYSTEM, "another loa");
  g_clear_pointer (&first, writer_free);
  g_assert_true (WRITE (scratch->out, plain));
}

static void
test_new_parents (Scratch *scratch, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  g_autofree char *deep = g_build_filename (scratch->folder, "x/y/out", NULL);
  g_assert_true (WRITE (deep, plain));
  expect_text (deep, "a/1.html", "1");
}

static void
test_dry_run (Scratch *scratch, gconstpointer data)
{
  (void) data;
  static const Page changed[] = { { "404.html", "y", NULL },
                                  { "a/1.html", "1", NULL },
                                  { "new.html", "n", NULL } };
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = g_build_filename (scratch->folder, "x/y/out", NULL);
  WriterCounts counts;
  WriterOptions options = { .out = scratch->out, .dry_run = TRUE };

  WRITE (scratch->out, plain);
  g_autofree char *before = tree_show (scratch->folder);
  g_assert_true (site_write (&options, changed, G_N_ELEMENTS (changed), &counts, NULL, &error));
  g_assert_cmpuint (counts.n_written, ==, 2);
  g_assert_cmpuint (counts.n_kept, ==, 1);
  g_assert_cmpuint (counts.n_removed, ==, 2);
  options.out = nowhere;
  g_assert_true (site_write (&options, changed, G_N_ELEMENTS (changed), &counts, NULL, &error));
  g_assert_cmpuint (counts.n_written, ==, 3);
  g_autofree char *after = tree_show (scratch->folder);
  g_assert_cmpstr (after, ==, before);
}

/* ------------------------------------------------------------------------- trouble, in a child */

static void
in_child (const Scratch *scratch, void (*run) (const Scratch *scratch))
{
  pid_t child = fork ();
  int status;
  if (child == 0) {
    run (scratch);
    _exit (0);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

static void
write_beyond_limit (const Scratch *scratch)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *big = g_strnfill (100000, 'q');
  const Page pages[] = { { "404.html", "y", NULL }, { "a/1.html", big, NULL } };
  const struct rlimit limit = { 50000, 50000 };
  setrlimit (RLIMIT_FSIZE, &limit);
  g_assert_false (WRITE (scratch->out, pages));
  expect_error (&error, WRITER_ERROR_SYSTEM, "a/1.html");
}

static void
write_interrupted (const Scratch *scratch)
{
  g_autoptr (GError) error = NULL;
  static const Page pages[] = { { "404.html", "y", NULL }, { "a/1.html", "y", NULL } };
  interrupt_request ();
  g_assert_false (WRITE (scratch->out, pages));
  expect_error (&error, WRITER_ERROR_INTERRUPTED, "");
}

static void
test_trouble_leaves_the_old_site (Scratch *scratch, gconstpointer data)
{
  void (*const *trouble) (const Scratch *) = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *cache = g_build_filename (scratch->folder, ".out.loa/stat-cache", NULL);

  WRITE (scratch->out, plain);
  g_assert_cmpint (g_unlink (cache), ==, 0);
  g_autofree char *before = tree_show (scratch->folder);
  in_child (scratch, *trouble);
  g_autofree char *after = tree_show (scratch->folder);
  /* Empty, the folder beside it goes, too. */
  g_assert_true (g_str_has_prefix (before, ".out.loa/\n"));
  g_assert_cmpstr (after, ==, before + strlen (".out.loa/\n"));
}

static void (*const troubles[]) (const Scratch *) = { write_beyond_limit, write_interrupted };

/* An abandoned build is no trace. */
static void
test_free_without_commit (Scratch *scratch, gconstpointer data)
{
  (void) data;
  static const char *const paths[] = { "a/b.html" };
  g_autoptr (GError) error = NULL;
  WriterOptions options = { .out = scratch->out };
  g_autoptr (Writer) writer = writer_open (&options, &error);
  Digest key = digest_of ("", 0);
  g_assert_true (writer_plan (writer, paths, 1, NULL, &error));
  g_assert_true (writer_put (writer, 0, &key, "text", 4, NULL, &error));
  g_clear_pointer (&writer, writer_free);
  g_autofree char *shown = tree_show (scratch->folder);
  g_assert_cmpstr (shown, ==, "");
}

static void
add (const char *name, gconstpointer data, void (*test) (Scratch *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/write/writer/", name, NULL);
  g_test_add (path, Scratch, data, scratch_begin, test, scratch_end);
}

int
main (int argc, char **argv)
{
  scratch_in_memory ();
  g_test_init (&argc, &argv, NULL);
  add ("counts", NULL, test_counts);
  add ("nothing-changed", NULL, test_nothing_changed_touches_nothing);
  add ("unchanged-files-stay", NULL, test_unchanged_files_stay);
  add ("same-bytes", NULL, test_same_bytes_for_same_site);
  add ("no-pages", NULL, test_no_pages);
  add ("keep", NULL, test_keep);
  add ("threads", NULL, test_threads);
  add ("copy", NULL, test_copy);
  add ("kept-stays", NULL, test_kept_stays);
  add ("kept-vanishes", NULL, test_kept_vanishes);
  add ("foreign", NULL, test_foreign_is_listed);
  add ("force", NULL, test_force_leaves_behind);
  add ("in-the-way", NULL, test_in_the_way);
  add ("kept-in-the-way", NULL, test_kept_in_the_way);
  add ("manifest-lost", NULL, test_manifest_lost);
  add ("manifest-of-version-1", NULL, test_manifest_of_version_1);
  add ("clashes-among-outputs", NULL, test_clashes_among_outputs);
  add ("changed-by-hand", NULL, test_changed_by_hand);
  add ("cache-lost", NULL, test_cache_lost);
  add ("notes", NULL, test_notes);
  add ("other-key", NULL, test_other_key_is_not_reused);
  add ("links", NULL, test_links_are_not_followed);
  add ("current/settings", NULL, test_current_settings);
  add ("current/young", NULL, test_current_not_for_young_inputs);
  for (guint i = 0; i < G_N_ELEMENTS (touches); i++) {
    g_autofree char *name = g_strconcat ("current/", touches[i].name, NULL);
    add (name, &touches[i].touch, test_current_until_touched);
  }
  add ("places", NULL, test_places_refused);
  add ("linked-out", NULL, test_linked_out);
  add ("lock", NULL, test_lock);
  add ("new-parents", NULL, test_new_parents);
  add ("dry-run", NULL, test_dry_run);
  add ("limit", &troubles[0], test_trouble_leaves_the_old_site);
  add ("interrupt", &troubles[1], test_trouble_leaves_the_old_site);
  add ("abandoned", NULL, test_free_without_commit);
  return g_test_run ();
}
