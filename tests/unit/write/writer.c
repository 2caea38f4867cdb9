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

/* Only the folder in which all changes lie is exchanged. */
static void
test_small_changes_stay_small (Scratch *scratch, gconstpointer data)
{
  (void) data;
  static const Page one[] = { { "404.html", "x", NULL },
                              { "a/1.html", "new", NULL },
                              { "a/2.html", "2", NULL },
                              { "b/c/3.txt", "3", NULL } };
  static const Page two[] = { { "404.html", "x", NULL },
                              { "a/1.html", "newer", NULL },
                              { "b/c/3.txt", "3", NULL } };
  g_autoptr (GError) error = NULL;

  WRITE (scratch->out, plain);
  guint64 out = inode_of (scratch->folder, "out"), a = inode_of (scratch->out, "a"),
          b = inode_of (scratch->out, "b");
  WRITE (scratch->out, one);
  g_assert_cmpuint (inode_of (scratch->out, "a"), ==, a);
  expect_text (scratch->out, "a/1.html", "new");
  WRITE (scratch->out, two);
  g_assert_no_error (error);
  g_assert_cmpuint (inode_of (scratch->folder, "out"), ==, out);
  g_assert_cmpuint (inode_of (scratch->out, "a"), !=, a);
  g_assert_cmpuint (inode_of (scratch->out, "b"), ==, b);
  g_autofree char *shown = tree_show (scratch->out);
  g_assert_cmpstr (shown, ==, "404.html = x\na/\na/1.html = newer\nb/\nb/c/\nb/c/3.txt = 3\n");
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
  scratch_write (scratch->out, "404.html", "by hand", -1);
  WRITE (scratch->out, some);
  g_assert_no_error (error);
  g_autofree char *shown = tree_show (scratch->out);
  g_assert_cmpstr (shown, ==, "404.html = by hand\na/\na/1.html = other\n");
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
  writer_put (many->writer, index, &key, many->texts[index], strlen (many->texts[index]), &error);
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
  WriterRun run = { "s", 0, G_MAXINT64 };
  WriterCounts counts;

  for (guint i = 0; i < N_MANY; i++) {
    /* Neither sorted nor one folder after the other. */
    guint n = i * 7919 % N_MANY;
    paths[i] = g_strdup_printf ("f%u/g%u/%u.html", n % 37, n % 11, n);
    texts[i] = g_strdup_printf ("page %u\n", n);
  }
  g_autoptr (Writer) writer = writer_open (&options, &error);
  g_assert_no_error (error);
  writer_plan (writer, (const char *const *) paths, N_MANY, &error);
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
  WriterRun run = { "s", 0, 1 };
  g_autoptr (Writer) writer = writer_open (&options, error);
  return writer && writer_plan (writer, paths, 1, error) && writer_copy (writer, 0, source, error)
         && writer_commit (writer, &run, counts, error);
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

static void
test_foreign_stays (Scratch *scratch, gconstpointer data)
{
  (void) data;
  static const Page fewer[] = { { "a/1.html", "other", NULL } };
  g_autoptr (GError) error = NULL;
  struct stat info;

  WRITE (scratch->out, plain);
  scratch_write (scratch->out, "b/c/mine.txt", "mine", -1);
  g_autofree char *empty = g_build_filename (scratch->out, "empty/inner", NULL);
  g_autofree char *link = g_build_filename (scratch->out, "link", NULL);
  g_autofree char *pipe_path = g_build_filename (scratch->out, "pipe", NULL);
  g_autofree char *a = g_build_filename (scratch->out, "a", NULL);
  g_assert_cmpint (g_mkdir_with_parents (empty, 0755), ==, 0);
  g_assert_cmpint (symlink ("nowhere", link), ==, 0);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_cmpint (chmod (a, 0750), ==, 0);
  g_assert_cmpint (chmod (scratch->out, 0711), ==, 0);
  guint64 mine = inode_of (scratch->out, "b/c/mine.txt");

  WRITE (scratch->out, fewer);
  g_assert_no_error (error);
  g_autofree char *shown = tree_show (scratch->out);
  g_assert_cmpstr (shown, ==,
                   "a/\na/1.html = other\nb/\nb/c/\nb/c/mine.txt = "
                   "mine\nempty/\nempty/inner/\nlink -> nowhere\npipe ?\n");
  g_assert_cmpuint (inode_of (scratch->out, "b/c/mine.txt"), ==, mine);
  g_assert_cmpint (stat (a, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0750);
  g_assert_cmpint (stat (scratch->out, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0711);
}

static void
test_clashes_are_listed (Scratch *scratch, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  WriterOptions options = { .out = scratch->out };
  scratch_write (scratch->out, "404.html", "mine", -1);
  scratch_write (scratch->out, "b", "a file where a folder has to be", -1);
  g_assert_false (WRITE (scratch->out, plain));
  g_assert_nonnull (strstr (error->message, "out/404.html"));
  g_assert_nonnull (strstr (error->message, "out/b”"));
  g_assert_null (strstr (error->message, "a/1.html"));
  expect_error (&error, WRITER_ERROR_CLASH, "--force");
  g_autofree char *shown = tree_show (scratch->out);
  g_assert_cmpstr (shown, ==, "404.html = mine\nb = a file where a folder has to be\n");

  options.force = TRUE;
  g_assert_true (site_write (&options, plain, G_N_ELEMENTS (plain), NULL, NULL, &error));
  g_autofree char *forced = tree_show (scratch->out);
  g_assert_cmpstr (forced, ==,
                   "404.html = x\na/\na/1.html = 1\na/2.html = 2\nb/\nb/c/\nb/c/3.txt = 3\n");
}

/* Not even --force deletes a folder of somebody's files. */
static void
test_folder_in_the_way (Scratch *scratch, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  WriterOptions options = { .out = scratch->out, .force = TRUE };
  scratch_write (scratch->out, "404.html/mine.txt", "mine", -1);
  g_assert_false (site_write (&options, plain, G_N_ELEMENTS (plain), NULL, NULL, &error));
  expect_error (&error, WRITER_ERROR_CLASH, "404.html/mine.txt");
  g_autofree char *shown = tree_show (scratch->out);
  g_assert_cmpstr (shown, ==, "404.html/\n404.html/mine.txt = mine\n");
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
  g_autofree char *warnings = NULL, *later = NULL;
  WriterOptions options = { .out = scratch->out };

  WRITE (scratch->out, plain);
  scratch_write (scratch->out, "404.html", "y", -1);
  scratch_write (scratch->out, "a/2.html", "z", -1);
  g_assert_true (site_write (&options, fewer, G_N_ELEMENTS (fewer), NULL, &warnings, &error));
  g_autofree char *shown = tree_show (scratch->out);
  g_assert_cmpstr (shown, ==, "404.html = x\na/\na/1.html = 1\na/2.html = z\n");
  g_assert_nonnull (strstr (warnings, "a/2.html"));
  g_assert_null (strchr (warnings, '\n'));
  /* From now on it is somebody's file, about which there is nothing to say. */
  g_assert_true (site_write (&options, fewer, G_N_ELEMENTS (fewer), NULL, &later, &error));
  g_assert_cmpstr (later, ==, "");
}

/* Without stamps the contents decide, so a moved or copied site is taken as it is. */
static void
test_stamps_lost (Scratch *scratch, gconstpointer data)
{
  (void) data;
  static const Page fewer[] = { { "404.html", "x", NULL }, { "a/1.html", "1", NULL } };
  g_autoptr (GError) error = NULL;
  WriterOptions options = { .out = scratch->out };
  WriterCounts counts;
  g_autofree char *stamps = g_build_filename (scratch->folder, ".out.loa", "stamps", NULL);

  WRITE (scratch->out, plain);
  g_assert_cmpint (g_unlink (stamps), ==, 0);
  scratch_write (scratch->out, "a/1.html", "!", -1);
  g_assert_true (site_write (&options, fewer, G_N_ELEMENTS (fewer), &counts, NULL, &error));
  g_assert_cmpuint (counts.n_kept, ==, 1);
  g_assert_cmpuint (counts.n_written, ==, 1);
  g_assert_cmpuint (counts.n_removed, ==, 2);
  for (const char *const *damage =
         (const char *const[]){ "", "loa-stamps 1\n", "\xff\n\n",
                                "loa-stamps 1\nend 99999999999999999999\n", NULL };
       *damage; damage++) {
    g_assert_true (g_file_set_contents (stamps, *damage, -1, NULL));
    g_assert_true (site_write (&options, fewer, G_N_ELEMENTS (fewer), &counts, NULL, &error));
    g_assert_cmpuint (counts.n_kept, ==, 2);
  }
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
    WRITE (scratch->out, cases[i]);
    g_clear_error (&error);
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
  WriterRun run = { settings, now, 0 };
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
  WriterRun run = { "settings\tof \"one\"\nrun", 100, 200 };
  WriterCounts counts;
  g_autoptr (Writer) writer = writer_open (&options, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    writer_add_input (writer, inputs[i]);
  g_assert_true (writer_plan (writer, paths, G_N_ELEMENTS (paths), &error));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    Digest key = digest_of (&i, sizeof i);
    if (!writer_reuse (writer, i, &key))
      g_assert_true (writer_put (writer, i, &key, "text", 4, &error));
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
  writer_interrupt ();
  g_assert_false (WRITE (scratch->out, pages));
  expect_error (&error, WRITER_ERROR_INTERRUPTED, "");
}

static void
test_trouble_leaves_the_old_site (Scratch *scratch, gconstpointer data)
{
  void (*const *trouble) (const Scratch *) = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *stamps = g_build_filename (scratch->folder, ".out.loa/stamps", NULL);

  WRITE (scratch->out, plain);
  g_assert_cmpint (g_unlink (stamps), ==, 0);
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
  g_assert_true (writer_plan (writer, paths, 1, &error));
  g_assert_true (writer_put (writer, 0, &key, "text", 4, &error));
  g_clear_pointer (&writer, writer_free);
  g_autofree char *shown = tree_show (scratch->folder);
  g_assert_cmpstr (shown, ==, "");
}

static const char *const begun_paths[] = { "a.html", "b/c.html", "b/d.html" };

/* Makes two of three files, then the signal comes. */
static void
begin_and_interrupt (const Scratch *scratch)
{
  g_autoptr (GError) error = NULL;
  WriterOptions options = { .out = scratch->out };
  g_autoptr (Writer) writer = writer_open (&options, &error);
  Digest key = digest_of ("k", 1);

  g_assert_true (writer_plan (writer, begun_paths, G_N_ELEMENTS (begun_paths), &error));
  for (guint i = 0; i < 2; i++) {
    g_assert_false (writer_reuse (writer, i, &key));
    g_assert_true (writer_put (writer, i, &key, begun_paths[i], strlen (begun_paths[i]), &error));
  }
  writer_interrupt ();
}

/* Which of the three files the next run finds ready, as bits. */
static guint
go_on (const Scratch *scratch, const char *made_of)
{
  g_autoptr (GError) error = NULL;
  WriterOptions options = { .out = scratch->out };
  const WriterRun run = { "settings", 100, 200 };
  g_autoptr (Writer) writer = writer_open (&options, &error);
  Digest key = digest_of (made_of, strlen (made_of));
  WriterCounts counts;
  guint ready = 0;

  g_assert_true (writer_plan (writer, begun_paths, G_N_ELEMENTS (begun_paths), &error));
  for (guint i = 0; i < G_N_ELEMENTS (begun_paths); i++) {
    if (writer_reuse (writer, i, &key))
      ready |= 1u << i;
    else
      g_assert_true (writer_put (writer, i, &key, begun_paths[i], strlen (begun_paths[i]), &error));
  }
  g_assert_true (writer_commit (writer, &run, &counts, &error));
  g_assert_cmpuint (counts.n_written, ==, 3);
  return ready;
}

static void
expect_begun_is_gone (const Scratch *scratch)
{
  g_autofree char *shown = tree_show (scratch->out);
  g_autofree char *begun = g_build_filename (scratch->folder, ".out.loa/begun", NULL);
  g_autofree char *list = g_build_filename (scratch->folder, ".out.loa/begun-manifest", NULL);

  g_assert_cmpstr (shown, ==, "a.html = a.html\nb/\nb/c.html = b/c.html\nb/d.html = b/d.html\n");
  g_assert_false (g_file_test (begun, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (list, G_FILE_TEST_EXISTS));
}

static void
test_goes_on (Scratch *scratch, G_GNUC_UNUSED gconstpointer data)
{
  in_child (scratch, begin_and_interrupt);
  g_assert_false (g_file_test (scratch->out, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (go_on (scratch, "k"), ==, 3);
  expect_begun_is_gone (scratch);
}

/* What was made of other things, or is not what it was, is made anew. */
static void
test_goes_on_with_care (Scratch *scratch, G_GNUC_UNUSED gconstpointer data)
{
  in_child (scratch, begin_and_interrupt);
  scratch_write (scratch->folder, ".out.loa/begun/a.html", "A.html", -1);
  g_assert_cmpuint (go_on (scratch, "k"), ==, 2);
  expect_begun_is_gone (scratch);
}

static void
test_goes_on_with_nothing (Scratch *scratch, G_GNUC_UNUSED gconstpointer data)
{
  in_child (scratch, begin_and_interrupt);
  g_assert_cmpuint (go_on (scratch, "other"), ==, 0);
  expect_begun_is_gone (scratch);
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
  g_test_init (&argc, &argv, NULL);
  add ("counts", NULL, test_counts);
  add ("nothing-changed", NULL, test_nothing_changed_touches_nothing);
  add ("unchanged-files-stay", NULL, test_unchanged_files_stay);
  add ("small-changes", NULL, test_small_changes_stay_small);
  add ("same-bytes", NULL, test_same_bytes_for_same_site);
  add ("no-pages", NULL, test_no_pages);
  add ("keep", NULL, test_keep);
  add ("threads", NULL, test_threads);
  add ("copy", NULL, test_copy);
  add ("foreign-stays", NULL, test_foreign_stays);
  add ("clashes", NULL, test_clashes_are_listed);
  add ("folder-in-the-way", NULL, test_folder_in_the_way);
  add ("clashes-among-outputs", NULL, test_clashes_among_outputs);
  add ("changed-by-hand", NULL, test_changed_by_hand);
  add ("stamps-lost", NULL, test_stamps_lost);
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
  add ("goes-on", NULL, test_goes_on);
  add ("goes-on/with-care", NULL, test_goes_on_with_care);
  add ("goes-on/with-nothing", NULL, test_goes_on_with_nothing);
  return g_test_run ();
}
