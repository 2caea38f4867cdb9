/* SPDX-License-Identifier: MIT */
#include "diff/difference.h"

#include <glib/gstdio.h>

static void
test_kinds (void)
{
  static const struct {
    const char *path;
    MadeKind kind;
  } rows[] = {
    { "tin/a.html", MADE_PAGE },
    { "index.html", MADE_LIST },
    { "tin/index.html", MADE_LIST },
    { "tin/trang-2.html", MADE_LIST },
    { "so-do.html", MADE_LIST },
    { "a-z/b.html", MADE_LIST },
    { "co-quan/ubnd.html", MADE_LIST },
    { "co-quan/ubnd/a/index.html", MADE_PAGE },
    { "tin/a/to-roi.pdf", MADE_SHEET },
    { "tin/a/loa.txt", MADE_SAID },
    { "tin/a/loa.html", MADE_OTHER },
    { "tin/a/zalo.txt", MADE_POST },
    { "tin/a/qr.svg", MADE_OTHER },
    { "robots.txt", MADE_OTHER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (made_kind (rows[i].path), ==, rows[i].kind);
}

static void
put (const char *root, const char *path, const char *text)
{
  g_autofree char *whole = g_build_filename (root, path, NULL);
  g_autofree char *folder = g_path_get_dirname (whole);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (whole, text, -1, NULL));
}

static void
put_both (const char *root, const char *path, const char *old, const char *new)
{
  g_autofree char *before = g_build_filename (root, "old", NULL);
  g_autofree char *after = g_build_filename (root, "new", NULL);

  g_mkdir_with_parents (before, 0700);
  g_mkdir_with_parents (after, 0700);
  if (old)
    put (before, path, old);
  if (new)
    put (after, path, new);
}

/* "kind state path" of each file that is listed, with its number of others, "e" for an echo. */
static char *
listed (const Difference *difference)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < difference->files->len; i++) {
    const FileDifference *file = difference->files->pdata[i];
    g_string_append_printf (text, "%d%d %s %u%s\n", file->kind, file->state, file->path,
                            file->n_alike, file->is_echo ? "e" : "");
  }
  return g_string_free (text, FALSE);
}

static Difference *
compare (const char *root, char **only)
{
  g_autofree char *before = g_build_filename (root, "old", NULL);
  g_autofree char *after = g_build_filename (root, "new", NULL);
  g_autoptr (GError) error = NULL;
  Difference *difference = difference_new (before, after, only, &error);

  g_assert_no_error (error);
  return difference;
}

static void
test_files (void)
{
  g_autofree char *root = g_dir_make_tmp (NULL, NULL);

  put_both (root, "tin/a.html", "<html><body><p>a</p></body></html>",
            "<html><body><p>b</p></body></html>");
  put_both (root, "tin/b.html", "<html><body><p>b</p></body></html>", NULL);
  put_both (root, "tin/c.html", "<html><body><p>c</p></body></html>",
            "<html><body><p><i>c</i></p></body></html>");
  put_both (root, "tin/d.html", "same", "same");
  put_both (root, "tin/a/loa.txt", "một", "hai");
  put_both (root, "tin/a/to-roi.pdf", "%PDF 1", "%PDF 2");
  put_both (root, "tin/a/qr.svg", "1", "2");
  put_both (root, "co-quan/x/a/loa.txt", "một x", "hai x");
  put_both (root, "co-quan/y/a/loa.txt", "một y", "hai y");
  put_both (root, "co-quan/y/e/loa.txt", NULL, "mới");
  put_both (root, ".loa-manifest", "1", "2");
  put_both (root, "tin/a.html.br", NULL, "2");

  g_autoptr (Difference) all = compare (root, NULL);
  g_autofree char *text = listed (all);
  g_assert_cmpstr (text, ==,
                   "00 tin/a.html 0\n02 tin/b.html 0\n20 tin/a/to-roi.pdf 0\n"
                   "30 co-quan/x/a/loa.txt 1e\n31 co-quan/y/e/loa.txt 0\n30 tin/a/loa.txt 0\n");
  g_assert_cmpuint (all->counts[MADE_SAID][FILE_CHANGED], ==, 3);
  g_assert_cmpuint (all->counts[MADE_OTHER][FILE_CHANGED], ==, 1);
  g_assert_cmpuint (all->n_unseen[MADE_PAGE], ==, 1);

  char *only[] = { (char *) "tin/a/*", NULL };
  g_autoptr (Difference) some = compare (root, only);
  g_assert_cmpuint (some->files->len, ==, 2);

  g_autoptr (GError) error = NULL;
  g_assert_null (difference_new (root, "/nonexistent", NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diff/difference/kinds", test_kinds);
  g_test_add_func ("/diff/difference/files", test_files);
  return g_test_run ();
}
