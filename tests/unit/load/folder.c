/* SPDX-License-Identifier: MIT */
#include "load/folder.h"

#include "../support.h"

#include <unistd.h>

typedef struct {
  char *folder;
  GPtrArray *files, *inputs;
  char *faults;
} Listing;

static void
list (Listing *listing)
{
  g_autoptr (Report) report = report_new ();
  listing->files = g_ptr_array_new_with_free_func (g_free);
  listing->inputs = g_ptr_array_new_with_free_func (g_free);
  folder_list (listing->folder, "content", listing->files, listing->inputs, report);
  listing->faults = report_faults (report);
}

static void
listing_clear (Listing *listing)
{
  g_ptr_array_unref (listing->files);
  g_ptr_array_unref (listing->inputs);
  g_free (listing->faults);
  scratch_remove (listing->folder);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Listing, listing_clear)

static char *
joined (const GPtrArray *paths)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < paths->len; i++)
    g_string_append_printf (out, "%s\n", (const char *) paths->pdata[i]);
  return g_string_free (out, FALSE);
}

static void
test_order (void)
{
  g_auto (Listing) listing = { .folder = scratch_new () };
  static const char *const names[] = {
    "b.md",       "a/z.md",     "a/a.md",    "a/b/c.md",     "a.md",        ".hidden",
    "a/.git/x",   "c.md~",      "d~/x.md",   "a/Thumbs.db",  "desktop.ini", "a/.DS_Store",
    "~$mau.docx", "__MACOSX/x", ".htaccess", ".well-known/x"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename ("content", names[i], NULL);
    scratch_write (listing.folder, path, "x", -1);
  }
  list (&listing);
  g_autofree char *files = joined (listing.files);
  g_autofree char *inputs = joined (listing.inputs);
  g_assert_cmpstr (listing.faults, ==, "");
  g_assert_cmpstr (
    files, ==, "content/a/a.md\ncontent/a/b/c.md\ncontent/a/z.md\ncontent/a.md\ncontent/b.md\n");
  g_assert_cmpstr (
    inputs, ==,
    "content\ncontent/a\ncontent/a/a.md\ncontent/a/b\ncontent/a/b/c.md\ncontent/a/z.md\n"
    "content/a.md\ncontent/b.md\n");
}

/* In static/ some hidden files are for servers. */
static void
check_static (const char *within)
{
  static const char *const names[] = { ".htaccess",   ".well-known/a",   ".git/x",
                                       "b/.htaccess", "b/.well-known/a", "CNAME",
                                       ".DS_Store" };
  char *folder = scratch_new ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Report) report = report_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (within, names[i], NULL);
    scratch_write (folder, path, "x", -1);
  }
  folder_list (folder, within, files, inputs, report);
  g_autofree char *found = joined (files);
  scratch_remove (folder);
  g_assert_cmpuint (report_n_errors (report), ==, 0);
  g_autofree char *wanted = g_strdup_printf (
    "%s/.htaccess\n%s/.well-known/a\n%s/CNAME\n%s/b/.htaccess\n", within, within, within, within);
  g_assert_cmpstr (found, ==, wanted);
}

static void
test_static (void)
{
  check_static ("static");
  check_static ("themes/tinh/static");
}

static void
test_absent (void)
{
  g_auto (Listing) listing = { .folder = scratch_new () };

  list (&listing);
  g_assert_cmpstr (listing.faults, ==, "");
  g_assert_cmpuint (listing.files->len, ==, 0);
  g_assert_cmpuint (listing.inputs->len, ==, 1); /* it may come */
}

static void
test_not_a_folder (void)
{
  g_auto (Listing) listing = { .folder = scratch_new () };

  scratch_write (listing.folder, "content", "x", -1);
  list (&listing);
  g_assert_cmpstr (listing.faults, ==, "content: error: this folder cannot be read\n");
}

/* Nothing from outside the site gets published, and nothing in circles. */
static void
test_links (void)
{
  g_auto (Listing) listing = { .folder = scratch_new () };
  static const char *const links[][2] = {
    { "/etc/passwd", "passwd.md" }, { "..", "up" }, { "a.md", "b.md" }, { "none", "c.md" }
  };

  scratch_write (listing.folder, "content/a.md", "x", -1);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++) {
    g_autofree char *path = g_build_filename (listing.folder, "content", links[i][1], NULL);
    g_assert_cmpint (symlink (links[i][0], path), ==, 0);
  }
  g_autofree char *fifo = g_build_filename (listing.folder, "content", "pipe.md", NULL);
  g_assert_cmpint (mkfifo (fifo, 0644), ==, 0);
  list (&listing);
  g_autofree char *files = joined (listing.files);
  g_assert_cmpstr (files, ==, "content/a.md\n");
#define NO_FILE "error: this is a symbolic link or a device, not a file, and is not read\n"
  g_assert_cmpstr (listing.faults, ==,
                   "content/b.md: " NO_FILE "content/c.md: " NO_FILE "content/passwd.md: " NO_FILE
                   "content/pipe.md: " NO_FILE "content/up: " NO_FILE);
}

static void
test_names (void)
{
  g_auto (Listing) listing = { .folder = scratch_new () };
  static const char *const names[] = { "content/a\nb.md", "content/a\x1b[2J.md", "content/\xFF.md",
                                       "content/a\\b.md", "content/\x7f" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    scratch_write (listing.folder, names[i], "x", -1);
  list (&listing);
  g_assert_cmpuint (listing.files->len, ==, 0);
#define BAD_NAME " error: this name has characters an address cannot have\n"
  g_assert_cmpstr (listing.faults, ==,
                   "content/ :" BAD_NAME "content/a [2J.md:" BAD_NAME "content/a b.md:" BAD_NAME
                   "content/a\\b.md:" BAD_NAME "content/\xEF\xBF\xBD.md:" BAD_NAME);
}

static void
test_deep (void)
{
  g_auto (Listing) listing = { .folder = scratch_new () };
  g_autoptr (GString) path = g_string_new ("content");

  for (guint i = 0; i < 40; i++)
    g_string_append (path, "/a");
  g_string_append (path, "/x.md");
  scratch_write (listing.folder, path->str, "x", -1);
  list (&listing);
  g_assert_true (g_str_has_suffix (listing.faults, "error: folders are nested too deeply\n"));
  g_assert_cmpuint (listing.files->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/folder/order", test_order);
  g_test_add_func ("/folder/static", test_static);
  g_test_add_func ("/folder/absent", test_absent);
  g_test_add_func ("/folder/not-a-folder", test_not_a_folder);
  g_test_add_func ("/folder/links", test_links);
  g_test_add_func ("/folder/names", test_names);
  g_test_add_func ("/folder/deep", test_deep);
  return g_test_run ();
}
