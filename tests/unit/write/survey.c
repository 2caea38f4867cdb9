/* SPDX-License-Identifier: MIT */
#include "write/survey.h"

#include "site_kit.h"
#include "write/failure.h"

static void
test_is_kept (void)
{
  static const char *const keep[] = { "google*.html", "tai-len", "a/b", NULL };
  static const struct {
    const char *path;
    gboolean is_kept;
  } rows[] = {
    { "google12.html", TRUE }, { "x/google12.html", FALSE },
    { "tai-len", TRUE },       { "tai-len/2026/a.jpg", TRUE },
    { "tai-len2", FALSE },     { "a", FALSE },
    { "a/b/c", TRUE },         { "a/bc", FALSE },
    { ".git", TRUE },          { ".git/objects/x", TRUE },
    { "a/.git", FALSE },       { ".gitignore", FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (survey_is_kept (keep, rows[i].path) != rows[i].is_kept)
      g_error ("%s", rows[i].path);
  g_assert_false (survey_is_kept (NULL, "a"));
  g_assert_true (survey_is_kept (NULL, ".git/HEAD"));
}

/* The paths of the list, joined. */
static char *
join (const GPtrArray *paths)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < paths->len; i++)
    g_string_append_printf (text, "%s ", (const char *) paths->pdata[i]);
  return g_string_free (text, FALSE);
}

static void
test_whose_is_what (void)
{
  static const char *const outputs_now[] = { "page.html", "new.html", "f/x.html" };
  static const char *const keep[] = { "mine*", "up", "f", "new.html", NULL };
  static const Page old_pages[] = { { "page.html", "p", NULL },
                                    { "gone.html", "g", NULL },
                                    { "changed.html", "c", NULL },
                                    { "emptied.html", "e", NULL } };
  g_autofree char *folder = scratch_new ();
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clashes = g_ptr_array_new ();
  site_write (&(WriterOptions){ .out = out }, old_pages, G_N_ELEMENTS (old_pages), NULL, NULL,
              &error);
  g_assert_no_error (error);
  static const Page there[] = { { "changed.html", "C", NULL }, { "emptied.html", "", NULL },
                                { "mine.txt", "m", NULL },     { "theirs.txt", "t", NULL },
                                { "up/a/b.jpg", "j", NULL },   { "new.html", "judged later", NULL },
                                { "f/mine.txt", "m", NULL },   { "x/theirs.txt", "t", NULL } };
  for (guint i = 0; i < G_N_ELEMENTS (there); i++)
    scratch_write (out, there[i].path, there[i].text, -1);

  int fd = open (out, O_RDONLY | O_DIRECTORY);
  g_autoptr (OldSite) old = old_site_new (fd, NULL);
  g_autoptr (Outputs) outputs = outputs_new (outputs_now, G_N_ELEMENTS (outputs_now), old, clashes);
  g_autoptr (Survey) survey = survey_new (old, outputs, keep, "out", &error);
  g_assert_no_error (error);
  g_autofree char *removed = join (survey->removed);
  g_autofree char *foreign = join (survey->foreign);
  g_assert_cmpstr (removed, ==, "emptied.html gone.html ");
  g_assert_cmpstr (foreign, ==, "changed.html theirs.txt x/theirs.txt ");
  guint n_kept = 0;
  for (guint i = 0; i < survey->kept->len; i++) {
    const KeptItem *item = &g_array_index (survey->kept, KeptItem, i);
    gboolean is_folder = g_str_equal (item->path, "up") || g_str_equal (item->path, "up/a");
    g_assert_cmpint (item->is_folder, ==, is_folder);
    n_kept += is_folder || g_str_equal (item->path, "mine.txt")
              || g_str_equal (item->path, "up/a/b.jpg") || g_str_equal (item->path, "f/mine.txt");
  }
  g_assert_cmpuint (n_kept, ==, 5);
  g_assert_cmpuint (survey->kept->len, ==, 5);
  close (fd);
  scratch_remove (g_steal_pointer (&folder));
}

int
main (int argc, char **argv)
{
  scratch_in_memory ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/write/survey/is-kept", test_is_kept);
  g_test_add_func ("/write/survey/whose-is-what", test_whose_is_what);
  return g_test_run ();
}
