/* SPDX-License-Identifier: MIT */
#include "fuzz.h"

#include "check/xml.h"

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autoptr (Source) source = fuzz_source (bytes, length);
  g_autoptr (Report) report = report_new ();

  if (source == NULL)
    return 0;
  g_assert_cmpint (xml_check_drawing (source, report), ==, report_n_errors (report) == 0);
  fuzz_print (report);
  return 0;
}
