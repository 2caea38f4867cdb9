/* SPDX-License-Identifier: MIT */
#include "write/failure.h"

#include "../support.h"

#include <errno.h>

static void
test_advice (void)
{
  static const struct {
    int code;
    const char *part;
  } rows[] = { { ENOSPC, "free some space" },
               { EACCES, "-o" },
               { EIO, "disk has a fault" },
               { EBUSY, "mounted" },
               { ENAMETOOLONG, "shorter name" } };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_false (failure_set (&error, rows[i].code, "“%s” is bad", "x"));
    g_assert_error (error, WRITER_ERROR, WRITER_ERROR_SYSTEM);
    g_assert_true (g_str_has_prefix (error->message, "“x” is bad: "));
    g_assert_nonnull (strstr (error->message, g_strerror (rows[i].code)));
    g_assert_nonnull (strstr (error->message, rows[i].part));
  }
  g_autoptr (GError) plain = NULL;
  failure_set (&plain, ENOTDIR, "x");
  g_assert_null (strchr (plain->message, ';'));
  g_autoptr (GError) stopped = NULL;
  g_assert_false (failure_set (&stopped, ECANCELED, "“%s” is bad", "x"));
  g_assert_error (stopped, WRITER_ERROR, WRITER_ERROR_INTERRUPTED);
}

static void
test_list (void)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  for (guint i = 0; i < FAILURE_MOST_LISTED; i++)
    g_ptr_array_add (lines, g_strdup_printf ("line %u", i));
  g_autofree char *full = failure_list (lines);
  g_assert_nonnull (strstr (full, "\n  line 19"));
  g_assert_null (strstr (full, "more"));
  g_ptr_array_add (lines, g_strdup ("line 20"));
  g_autofree char *longer = failure_list (lines);
  g_assert_null (strstr (longer, "line 20"));
  g_assert_true (g_str_has_suffix (longer, "\n  and 1 more"));
  g_assert_false (failure_set_clashes (&error, "heading:", lines, "advice"));
  g_assert_error (error, WRITER_ERROR, WRITER_ERROR_CLASH);
  g_assert_true (g_str_has_prefix (error->message, "heading:\n  line 0\n"));
  g_assert_true (g_str_has_suffix (error->message, "\nadvice"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/write/failure/advice", test_advice);
  g_test_add_func ("/write/failure/list", test_list);
  return g_test_run ();
}
