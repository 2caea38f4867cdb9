/* SPDX-License-Identifier: MIT */
#include "load/template_files.h"

#include "../support.h"

/* Everything that can be called a.mustache, each saying where it stands. */
static const struct {
  const char *path, *text;
} files[] = {
  { "templates/offices/o/a.mustache", "office" },
  { "templates/provinces/p/a.mustache", "province" },
  { "templates/provinces/p/b.mustache", "province" },
  { "templates/a.mustache", "site" },
  { "templates/web/base.mustache", "site" },
  { "templates/web/own.css", "site" },
  { "themes/t/templates/a.mustache", "theme" },
  { "themes/t/templates/web/page.mustache", "theme" },
  { "secret.mustache", "secret" },
};

static char *
folder_new (void)
{
  char *folder = scratch_new ();
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    scratch_write (folder, files[i].path, files[i].text, -1);
  return folder;
}

/* The nearest one is taken: the office's, its province's, the site's, ours. */
static void
test_order (void)
{
  static const struct {
    const char *office, *province, *name, *path, *text;
  } rows[] = {
    { "o", "p", "a", "templates/offices/o/a.mustache", "office" },
    { "o", NULL, "a", "templates/offices/o/a.mustache", "office" },
    { "x", "p", "a", "templates/provinces/p/a.mustache", "province" },
    { NULL, "p", "a", "templates/provinces/p/a.mustache", "province" },
    { "o", "p", "b", "templates/provinces/p/b.mustache", "province" },
    { "o", "x", "b", NULL, NULL },
    { NULL, NULL, "a", "templates/a.mustache", "site" },
    { "x", "x", "a", "templates/a.mustache", "site" },
    { "o", "p", "web/base", "templates/web/base.mustache", "site" },
    { NULL, NULL, "web/own.css", "templates/web/own.css", "site" },
    { NULL, NULL, "web/page", "themes/t/templates/web/page.mustache", "theme" },
    { NULL, NULL, "super/web/page", "(loa)/templates/web/page.mustache", NULL },
    { "o", "p", "web/style.css", "(loa)/templates/web/style.css", NULL },
    { NULL, NULL, "no", NULL, NULL },
    /* Behind it: the next one there is. */
    { "o", "p", "super/a", "templates/provinces/p/a.mustache", "province" },
    { "o", "p", "super/super/a", "templates/a.mustache", "site" },
    { "o", NULL, "super/a", "templates/a.mustache", "site" },
    { "o", "p", "super/super/super/a", "themes/t/templates/a.mustache", "theme" },
    { "o", "p", "super/super/super/super/a", NULL, NULL },
    { "o", "p", "super/web/base", "(loa)/templates/web/base.mustache", NULL },
    { NULL, NULL, "super/super/web/page", NULL, NULL },
    { NULL, NULL, "super/../secret", NULL, NULL },
    /* Nothing outside of the folders. */
    { NULL, NULL, "../secret", NULL, NULL },
    { "o", NULL, "../../a", NULL, NULL },
    { NULL, NULL, "/a", NULL, NULL },
  };
  char *folder = folder_new ();
  g_autoptr (Report) report = report_new ();
  DigestState digest;
  TemplateFiles from = { folder, "themes/t", &digest, NULL, report };

  digest_start (&digest);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Source) found =
      template_files_find (rows[i].office, rows[i].province, rows[i].name, &from);
    g_test_message ("%s", rows[i].name);
    g_assert_cmpstr (found ? found->path : NULL, ==, rows[i].path);
    if (rows[i].text)
      g_assert_cmpstr (found->text, ==, rows[i].text);
  }
  g_assert_cmpuint (report_n_errors (report), ==, 0);
  scratch_remove (folder);
}

static Digest
digest_after (const char *folder, const char *name)
{
  g_autoptr (Report) report = report_new ();
  DigestState digest;
  TemplateFiles from = { folder, "themes/t", &digest, NULL, report };

  digest_start (&digest);
  G_GNUC_UNUSED g_autoptr (Source) found = template_files_find (NULL, NULL, name, &from);
  return digest_finish (&digest);
}

/* What is found counts for whether pages are to be made again; what is not does not. */
static void
test_digest (void)
{
  char *folder = folder_new ();
  Digest none = digest_after (folder, "no");
  Digest site = digest_after (folder, "a");
  Digest ours = digest_after (folder, "web/page");
  DigestState nothing;

  digest_start (&nothing);
  Digest empty = digest_finish (&nothing);
  g_assert_true (digest_equal (&none, &empty));
  g_assert_false (digest_equal (&none, &site));
  g_assert_false (digest_equal (&none, &ours));
  scratch_write (folder, "templates/a.mustache", "new", -1);
  Digest changed = digest_after (folder, "a");
  g_assert_false (digest_equal (&site, &changed));
  scratch_remove (folder);
}

/* A file that is there, but no text, is told; ours is taken instead. */
static void
test_unreadable (void)
{
  char *folder = folder_new ();
  g_autoptr (Report) report = report_new ();
  DigestState digest;
  TemplateFiles from = { folder, NULL, &digest, NULL, report };

  digest_start (&digest);
  scratch_write (folder, "templates/web/page.mustache", "a\xFF", 2);
  g_autoptr (Source) found = template_files_find (NULL, NULL, "web/page", &from);
  g_autofree char *faults = report_faults (report);
  g_assert_cmpstr (found->path, ==, "(loa)/templates/web/page.mustache");
  g_assert_true (g_str_has_prefix (faults, "templates/web/page.mustache: error: "));
  scratch_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template-files/order", test_order);
  g_test_add_func ("/template-files/digest", test_digest);
  g_test_add_func ("/template-files/unreadable", test_unreadable);
  return g_test_run ();
}
