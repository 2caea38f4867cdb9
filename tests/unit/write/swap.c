/* SPDX-License-Identifier: MIT */
/* What a run does with what another left; crash.c makes them leave it at every call. */
#include "write/swap.h"

#include "site_kit.h"
#include "write/disk.h"

typedef struct {
  char *folder;
  Target *target;
  GPtrArray *warnings;
  GError *error;
} Mess;

static void
mess_begin (Mess *mess, gconstpointer data)
{
  (void) data;
  mess->folder = scratch_new ();
  g_autofree char *out = g_build_filename (mess->folder, "out", NULL);
  mess->target = target_open (out, NULL, NULL, FALSE, NULL);
  mess->warnings = g_ptr_array_new_with_free_func (g_free);
  mess->error = NULL;
}

static void
mess_end (Mess *mess, gconstpointer data)
{
  (void) data;
  target_free (mess->target);
  g_ptr_array_unref (mess->warnings);
  scratch_remove (mess->folder);
}

static guint64
inode_of (const Mess *mess, const char *name)
{
  g_autofree char *path = g_build_filename (mess->folder, name, NULL);
  struct stat info;
  return lstat (path, &info) == 0 ? info.st_ino : 0;
}

static void
write_journal (const Mess *mess, guint64 inode, const char *rest)
{
  g_autofree char *text = g_strdup_printf ("loa-swap 1 %" G_GUINT64_FORMAT "%s", inode, rest);
  scratch_write (mess->folder, ".out.loa/swap", text, -1);
}

static void
write_manifest (const Mess *mess, const char *folder, const char *path, const char *text)
{
  g_autoptr (Manifest) manifest = manifest_new ();
  g_autofree char *name = g_build_filename (folder, MANIFEST_NAME, NULL);
  ManifestEntry entry = { path, digest_of (text, strlen (text)), strlen (text) };
  manifest_add (manifest, &entry);
  g_autoptr (GString) printed = manifest_print (manifest);
  scratch_write (mess->folder, name, printed->str, -1);
}

static void
expect (Mess *mess, const char *shown)
{
  g_assert_true (swap_recover (mess->target, mess->warnings, &mess->error));
  g_assert_no_error (mess->error);
  g_autofree char *got = tree_show (mess->folder);
  g_assert_cmpstr (got, ==, shown);
}

/* Killed before the exchange: what was made goes. */
static void
test_before (Mess *mess, gconstpointer data)
{
  (void) data;
  scratch_write (mess->folder, "out/a", "old", -1);
  scratch_write (mess->folder, ".out.loa/new/a", "new", -1);
  write_journal (mess, inode_of (mess, ".out.loa/new"), "\nend\n");
  expect (mess, ".out.loa/\nout/\nout/a = old\n");
  g_assert_cmpuint (mess->warnings->len, ==, 0);
}

/* Killed after it: what loa wrote goes, what is to be kept and is newer comes back, the rest is
 * left where it can be found. */
static void
test_after (Mess *mess, gconstpointer data)
{
  (void) data;
  scratch_write (mess->folder, "out/a", "new", -1);
  scratch_write (mess->folder, "out/kept", "linked", -1);
  write_manifest (mess, "out", "a", "new");
  scratch_write (mess->folder, ".out.loa/new/a", "old", -1);
  scratch_write (mess->folder, ".out.loa/new/kept", "saved since", -1);
  scratch_write (mess->folder, ".out.loa/new/up/kept", "saved since", -1);
  scratch_write (mess->folder, ".out.loa/new/theirs", "theirs", -1);
  scratch_write (mess->folder, ".out.loa/left-1/x", "x", -1);
  write_manifest (mess, ".out.loa/new", "a", "old");
  write_journal (mess, inode_of (mess, "out"), "\nkept\nup\nend\n");
  expect (mess, ".out.loa/\n.out.loa/left-1/\n.out.loa/left-1/x = x\n.out.loa/left-2/\n"
                ".out.loa/left-2/theirs = theirs\nout/\nout/a = new\nout/kept = saved since\n"
                "out/up/\nout/up/kept = saved since\n");
  g_assert_cmpuint (mess->warnings->len, ==, 1);
  g_assert_nonnull (strstr (mess->warnings->pdata[0], "left-2”:\n  theirs"));
}

/* A page that is no more goes when it is as loa wrote it, or when the power cut emptied it. */
static void
test_after_withdrawal (Mess *mess, gconstpointer data)
{
  (void) data;
  static const struct {
    const char *text;
    gboolean goes;
  } rows[] = { { "as written", TRUE }, { "", TRUE }, { "by hand", FALSE } };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_ptr_array_set_size (mess->warnings, 0);
    scratch_write (mess->folder, ".out.loa/new/gone", rows[i].text, -1);
    write_manifest (mess, ".out.loa/new", "gone", "as written");
    write_manifest (mess, "out", "a", "a");
    write_journal (mess, inode_of (mess, "out"), "\nend\n");
    g_assert_true (swap_recover (mess->target, mess->warnings, &mess->error));
    g_assert_cmpint (mess->warnings->len == 0, ==, rows[i].goes);
    g_assert_cmpuint (inode_of (mess, ".out.loa/new"), ==, 0);
  }
}

/* Where the manifest was lost, only an empty file is known to be nobody's. */
static void
test_after_without_manifest (Mess *mess, gconstpointer data)
{
  (void) data;
  scratch_write (mess->folder, "out/a", "a", -1);
  write_manifest (mess, "out", "a", "a");
  scratch_write (mess->folder, ".out.loa/new/a", "", -1);
  scratch_write (mess->folder, ".out.loa/new/b", "", -1);
  write_journal (mess, inode_of (mess, "out"), "\nend\n");
  expect (mess, ".out.loa/\n.out.loa/left-1/\n.out.loa/left-1/b = \nout/\nout/a = a\n");
  scratch_write (mess->folder, ".out.loa/new/a", "theirs", -1);
  write_journal (mess, inode_of (mess, "out"), "\nend\n");
  expect (mess, ".out.loa/\n.out.loa/left-1/\n.out.loa/left-1/b = \n.out.loa/left-2/\n"
                ".out.loa/left-2/a = theirs\nout/\nout/a = a\n");
}

/* What is no file at all was not written by loa. */
static void
test_after_with_pipe (Mess *mess, gconstpointer data)
{
  (void) data;
  g_autofree char *pipe_path = g_build_filename (mess->folder, ".out.loa/new/gone", NULL);
  write_manifest (mess, ".out.loa/new", "gone", "as written");
  write_manifest (mess, "out", "a", "a");
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  write_journal (mess, inode_of (mess, "out"), "\nend\n");
  expect (mess, ".out.loa/\n.out.loa/left-1/\n.out.loa/left-1/gone ?\nout/\n");
}

/* Exchanged with a file, because somebody put one there at that moment. */
static void
test_after_with_file (Mess *mess, gconstpointer data)
{
  (void) data;
  scratch_write (mess->folder, "out/a", "a", -1);
  write_manifest (mess, "out", "a", "a");
  scratch_write (mess->folder, ".out.loa/new", "theirs", -1);
  write_journal (mess, inode_of (mess, "out"), "\nend\n");
  expect (mess, ".out.loa/\n.out.loa/left-1 = theirs\nout/\nout/a = a\n");
  g_assert_cmpuint (mess->warnings->len, ==, 1);
}

/* As long as the old site is on its way, nothing is thrown away: the next run needs all of it. */
static void
test_discard_waits (Mess *mess, gconstpointer data)
{
  (void) data;
  scratch_write (mess->folder, ".out.loa/new/a", "new", -1);
  scratch_write (mess->folder, ".out.loa/old/a", "old", -1);
  write_journal (mess, inode_of (mess, ".out.loa/new"), "\nend\n");
  swap_discard (mess->target);
  expect (mess, ".out.loa/\nout/\nout/a = old\n");
}

/* Between the renames of an exchange by steps. */
static void
test_between (Mess *mess, gconstpointer data)
{
  (void) data;
  scratch_write (mess->folder, ".out.loa/new/a", "new", -1);
  scratch_write (mess->folder, ".out.loa/old/a", "old", -1);
  write_journal (mess, inode_of (mess, ".out.loa/new"), "\nend\n");
  expect (mess, ".out.loa/\nout/\nout/a = old\n");
}

static void
test_between_later (Mess *mess, gconstpointer data)
{
  (void) data;
  scratch_write (mess->folder, "out/a", "new", -1);
  write_manifest (mess, "out", "a", "new");
  scratch_write (mess->folder, ".out.loa/old/a", "old", -1);
  write_manifest (mess, ".out.loa/old", "a", "old");
  write_journal (mess, inode_of (mess, "out"), "\nend\n");
  expect (mess, ".out.loa/\nout/\nout/a = new\n");
}

/* A journal that was not written to its end was not acted upon. */
static void
test_cut_journal (Mess *mess, gconstpointer data)
{
  (void) data;
  static const char *const rests[] = { "", "\n", "\nend", "\nkept\n", " \nend\n", "x\nend\n" };
  for (guint i = 0; i < G_N_ELEMENTS (rests); i++) {
    scratch_write (mess->folder, "out/a", "old", -1);
    scratch_write (mess->folder, ".out.loa/new/a", "new", -1);
    write_journal (mess, inode_of (mess, "out"), rests[i]);
    expect (mess, ".out.loa/\nout/\nout/a = old\n");
  }
}

/* The folders were copied: nobody knows which is which, so nothing is deleted. */
static void
test_copied (Mess *mess, gconstpointer data)
{
  (void) data;
  scratch_write (mess->folder, "out/a", "one", -1);
  scratch_write (mess->folder, ".out.loa/new/a", "other", -1);
  write_journal (mess, 1, "\nend\n");
  expect (mess, ".out.loa/\n.out.loa/left-1/\n.out.loa/left-1/a = other\nout/\nout/a = one\n");
}

/* What cannot be read is not what is not there: nothing is built. */
static void
test_unreadable_journal (Mess *mess, gconstpointer data)
{
  (void) data;
  scratch_write (mess->folder, ".out.loa/swap/x", "a folder", -1);
  g_assert_false (swap_recover (mess->target, mess->warnings, &mess->error));
  g_assert_error (mess->error, WRITER_ERROR, WRITER_ERROR_SYSTEM);
  g_clear_error (&mess->error);
}

static void
add (const char *name, void (*test) (Mess *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/write/swap/", name, NULL);
  g_test_add (path, Mess, NULL, mess_begin, test, mess_end);
}

int
main (int argc, char **argv)
{
  scratch_in_memory ();
  g_test_init (&argc, &argv, NULL);
  add ("before", test_before);
  add ("after", test_after);
  add ("after-withdrawal", test_after_withdrawal);
  add ("after-without-manifest", test_after_without_manifest);
  add ("after-with-pipe", test_after_with_pipe);
  add ("after-with-file", test_after_with_file);
  add ("discard-waits", test_discard_waits);
  add ("between", test_between);
  add ("between-later", test_between_later);
  add ("cut-journal", test_cut_journal);
  add ("copied", test_copied);
  add ("unreadable-journal", test_unreadable_journal);
  return g_test_run ();
}
