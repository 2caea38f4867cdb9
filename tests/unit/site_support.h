/* SPDX-License-Identifier: MIT */
/* Small sites for tests, written to a folder and loaded. */
#pragma once

#include "load/site.h"
#include "support.h"

typedef struct {
  const char *name, *text;
} TestFile;

typedef struct {
  char *folder;
  GPtrArray *inputs;
  Report *report;
  Site *site;
  char *faults; /* what loading reported */
} TestSite;

#define TEST_SITE_YAML "title: Trang thử\noffice: \"01\"\n"

/* The moment most tests are built for: noon of 1 October 2026. */
#define TEST_NOW 1790830800

static inline void
test_site_load (TestSite *test, const TestFile *files, guint n, Moment now, gboolean drafts)
{
  LoadOptions options = { .now = now, .drafts = drafts, .n_threads = 1 };
  g_autoptr (GError) error = NULL;

  test->folder = scratch_new ();
  test->inputs = g_ptr_array_new_with_free_func (g_free);
  test->report = report_new ();
  for (guint i = 0; i < n && files[i].name; i++)
    scratch_write (test->folder, files[i].name, files[i].text, -1);
  g_autofree char *config = g_build_filename (test->folder, "content/site.yaml", NULL);
  if (!g_file_test (config, G_FILE_TEST_EXISTS))
    scratch_write (test->folder, "content/site.yaml", TEST_SITE_YAML, -1);
  test->site = site_load (test->folder, &options, test->inputs, test->report, &error);
  g_assert_no_error (error);
  test->faults = report_faults (test->report);
}

static inline void
test_site_clear (TestSite *test)
{
  site_free (test->site);
  report_free (test->report);
  g_ptr_array_unref (test->inputs);
  g_free (test->faults);
  scratch_remove (test->folder);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TestSite, test_site_clear)
