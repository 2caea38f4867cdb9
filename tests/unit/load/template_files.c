/* SPDX-License-Identifier: MIT */
#include "load/template_files.h"

#include "../support.h"

typedef struct {
  char *folder;
  DigestState digest;
  Report *report;
  TemplateFiles files;
} Folder;

static void
folder_fill (Folder *folder, const char *const *names)
{
  folder->folder = scratch_new ();
  folder->report = report_new ();
  for (; *names; names++) {
    g_autofree char *path = g_strconcat ("templates/", *names, NULL);
    scratch_write (folder->folder, path, *names, -1);
  }
  digest_start (&folder->digest);
  folder->files = (TemplateFiles){ folder->folder, &folder->digest, folder->report };
}

static void
folder_clear (Folder *folder)
{
  scratch_remove (folder->folder);
  report_free (folder->report);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folder, folder_clear)

/* The office before its province, that before the site, that before what is built in; each only for
 * whom it is meant. The files hold their own names. */
static void
test_precedence (void)
{
  static const char *const names[] = { "offices/a/web/x.mustache",
                                       "provinces/01/web/x.mustache",
                                       "web/x.mustache",
                                       "provinces/01/web/page.mustache",
                                       "offices/a/print/letter.css",
                                       "print/letter.css",
                                       NULL };
  static const struct {
    const char *office, *province, *name, *found;
  } rows[] = {
    { "a", "01", "web/x", "offices/a/web/x.mustache" },
    { "a", NULL, "web/x", "offices/a/web/x.mustache" },
    { NULL, "01", "web/x", "provinces/01/web/x.mustache" },
    { "b", "01", "web/x", "provinces/01/web/x.mustache" },
    { "b", "02", "web/x", "web/x.mustache" },
    { NULL, NULL, "web/x", "web/x.mustache" },
    { "a", "01", "web/page", "provinces/01/web/page.mustache" },
    { "a", "01", "print/letter.css", "offices/a/print/letter.css" },
    { NULL, "01", "print/letter.css", "print/letter.css" },
    { "a", "01", "web/y", NULL },
    { "a", "01", "/web/x", NULL },
    { "a", "01", "../templates/web/x", NULL },
  };
  g_auto (Folder) folder = { 0 };

  folder_fill (&folder, names);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Source) source =
      template_files_find (rows[i].office, rows[i].province, rows[i].name, &folder.files);
    g_assert_cmpstr (source ? source->text : NULL, ==, rows[i].found);
    g_autofree char *shown = g_strconcat ("templates/", rows[i].found, NULL);
    if (source)
      g_assert_cmpstr (source->path, ==, shown);
  }
  g_assert_cmpuint (report_n_errors (folder.report), ==, 0);
}

static void
test_built_in (void)
{
  g_auto (Folder) folder = { 0 };

  folder_fill (&folder, (const char *const[]){ "web/x.mustache", NULL });
  g_autoptr (Source) page = template_files_find ("a", "01", "web/page", &folder.files);
  g_autoptr (Source) style = template_files_find (NULL, NULL, "web/style.css", &folder.files);
  g_assert_nonnull (page);
  g_assert_nonnull (style);
}

/* What pages are made from is part of what they depend on. */
static void
test_digest (void)
{
  g_auto (Folder) one = { 0 };
  g_auto (Folder) other = { 0 };

  folder_fill (&one, (const char *const[]){ "web/x.mustache", "web/y.mustache", NULL });
  folder_fill (&other, (const char *const[]){ "web/x.mustache", "web/y.mustache", NULL });
  g_autoptr (Source) x = template_files_find (NULL, NULL, "web/x", &one.files);
  g_autoptr (Source) y = template_files_find (NULL, NULL, "web/y", &other.files);
  Digest a = digest_finish (&one.digest), b = digest_finish (&other.digest);
  g_assert_true (memcmp (&a, &b, sizeof a) != 0);
}

/* A template that is there and cannot be read is not passed over. */
static void
test_unreadable (void)
{
  g_auto (Folder) folder = { 0 };

  folder_fill (&folder, (const char *const[]){ "offices/a/web/x.mustache/file", NULL });
  g_autoptr (Source) source = template_files_find ("a", NULL, "web/x", &folder.files);
  g_assert_null (source);
  g_assert_cmpuint (report_n_errors (folder.report), ==, 1);
  g_autofree char *faults = report_faults (folder.report);
  g_assert_true (g_str_has_prefix (faults, "templates/offices/a/web/x.mustache: error: "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template-files/precedence", test_precedence);
  g_test_add_func ("/template-files/built-in", test_built_in);
  g_test_add_func ("/template-files/digest", test_digest);
  g_test_add_func ("/template-files/unreadable", test_unreadable);
  return g_test_run ();
}
