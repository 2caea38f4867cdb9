/* SPDX-License-Identifier: MIT */
#include "fuzz.h"

#include "load/yaml.h"

/* What it becomes as data is left out: keys are interned, which never ends here. */
int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autoptr (Source) source = fuzz_source (bytes, length);
  g_autoptr (Report) report = report_new ();

  if (source == NULL)
    return 0;
  g_autoptr (YamlNode) node = yaml_parse (source, 0, source->length, 1, report);
  g_assert_cmpint (node == NULL, ==, report_n_errors (report) > 0);
  fuzz_print (report);
  return 0;
}
