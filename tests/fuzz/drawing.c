/* SPDX-License-Identifier: MIT */
#include "fuzz.h"

#include "check/drawing.h"

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autoptr (Source) source = fuzz_source (bytes, length);
  g_autoptr (Report) report = report_new ();

  if (source == NULL)
    return 0;
  g_autoptr (GString) cleaned = g_string_new (NULL);
  gboolean is_good = drawing_check (source, cleaned, report);
  g_assert_cmpint (is_good, ==, report_n_errors (report) == 0);
  if (cleaned->len > 0) {
    /* What was cleaned is clean. */
    g_autoptr (GString) again = g_string_new (NULL);
    Source published = { source->path, cleaned->str, cleaned->len };
    g_assert_true (drawing_check (&published, again, report));
    g_assert_cmpuint (again->len, ==, 0);
  }
  fuzz_print (report);
  return 0;
}
