/* SPDX-License-Identifier: MIT */
#include "serve/watch.h"

#include "../support.h"

#include <glib/gstdio.h>
#include <unistd.h>

static const char *const folders[] = { "content", "static", NULL };

static void
note (const GPtrArray *changed, gpointer data)
{
  GPtrArray *all = data;
  for (guint i = 0; i < changed->len; i++)
    if (!g_ptr_array_find_with_equal_func (all, changed->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (all, g_strdup (changed->pdata[i]));
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What was told so far, sorted; then nothing. */
static char *
take (GPtrArray *all)
{
  GString *text = g_string_new (NULL);

  g_ptr_array_sort (all, compare);
  for (guint i = 0; i < all->len; i++)
    g_string_append_printf (text, "%s%s", i ? " " : "", (const char *) all->pdata[i]);
  g_ptr_array_set_size (all, 0);
  return g_string_free (text, FALSE);
}

static gboolean
set_true (gpointer done)
{
  *(gboolean *) done = TRUE;
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until something was told, and a little longer. */
static void
wait_for (GPtrArray *all)
{
  for (guint round = 0; round < 40; round++) {
    gboolean is_done = FALSE;
    g_timeout_add (all->len > 0 ? 150 : 50, set_true, &is_done);
    guint before = all->len;
    while (!is_done)
      g_main_context_iteration (NULL, TRUE);
    if (before > 0)
      return;
  }
}

typedef struct {
  char *root;
  GPtrArray *all;
  Watch *watch;
} Watched;

static Watched
watched_new (void)
{
  Watched watched = { scratch_new (), g_ptr_array_new_with_free_func (g_free), NULL };

  scratch_write (watched.root, "content/a/x.md", "một", -1);
  scratch_write (watched.root, "content/a/y.md", "hai", -1);
  watched.watch = watch_new (watched.root, folders, note, watched.all);
  return watched;
}

static void
watched_clear (Watched *watched)
{
  watch_free (watched->watch);
  g_ptr_array_unref (watched->all);
  scratch_remove (watched->root);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Watched, watched_clear)

static void
assert_told (Watched *watched, const char *paths)
{
  wait_for (watched->all);
  g_autofree char *told = take (watched->all);
  g_assert_cmpstr (told, ==, paths);
}

static void
move (const Watched *watched, const char *from, const char *to)
{
  g_autofree char *old = g_build_filename (watched->root, from, NULL);
  g_autofree char *new = g_build_filename (watched->root, to, NULL);
  g_assert_cmpint (g_rename (old, new), ==, 0);
}

static void
test_files (void)
{
  g_auto (Watched) watched = watched_new ();

  scratch_write (watched.root, "content/a/x.md", "một, đổi", -1);
  assert_told (&watched, "content/a/x.md");
  scratch_write (watched.root, "content/a/new.md", "mới", -1);
  assert_told (&watched, "content/a/new.md");
  /* An editor writes beside, and renames. */
  scratch_write (watched.root, "content/a/.x.md.swp", "x", -1);
  scratch_write (watched.root, "content/a/x.md~", "x", -1);
  scratch_write (watched.root, "content/a/.tmp", "một, lần nữa", -1);
  move (&watched, "content/a/.tmp", "content/a/x.md");
  assert_told (&watched, "content/a/x.md");
  g_autofree char *gone = g_build_filename (watched.root, "content/a/y.md", NULL);
  g_assert_cmpint (g_unlink (gone), ==, 0);
  assert_told (&watched, "content/a/y.md");
}

/* Folders that come, go and are put in the place of others are watched as well. */
static void
test_folders (void)
{
  g_auto (Watched) watched = watched_new ();

  scratch_write (watched.root, "content/b/c/z.md", "sâu", -1);
  assert_told (&watched, "content/b/c/z.md");
  scratch_write (watched.root, "content/b/c/z.md", "sâu hơn", -1);
  assert_told (&watched, "content/b/c/z.md");
  scratch_write (watched.root, "static/logo.svg", "<svg/>", -1);
  assert_told (&watched, "static/logo.svg");
  move (&watched, "content/b", "content/d");
  assert_told (&watched, "content/b/c/z.md content/d/c/z.md");
  scratch_write (watched.root, "content/d/c/z.md", "chỗ khác", -1);
  assert_told (&watched, "content/d/c/z.md");
}

/* What nobody told, as on a network drive, is seen when one looks; what was told is not told
 * again. */
static void
test_look (void)
{
  g_auto (Watched) watched = watched_new ();

  watch_look (watched.watch);
  g_assert_cmpuint (watched.all->len, ==, 0);
  scratch_write (watched.root, "content/a/x.md", "đổi", -1);
  watch_look (watched.watch);
  g_autofree char *told = take (watched.all);
  g_assert_cmpstr (told, ==, "content/a/x.md");
  watch_look (watched.watch);
  g_assert_cmpuint (watched.all->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/serve/watch/files", test_files);
  g_test_add_func ("/serve/watch/folders", test_folders);
  g_test_add_func ("/serve/watch/look", test_look);
  return g_test_run ();
}
