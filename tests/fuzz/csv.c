/* SPDX-License-Identifier: MIT */
#include "fuzz.h"

#include "load/csv.h"

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autoptr (Source) source = fuzz_source (bytes, length);
  g_autoptr (Report) report = report_new ();

  if (source == NULL)
    return 0;
  g_autoptr (CsvTable) table = csv_parse (source, report);
  for (guint i = 1; table && i < table->rows->len; i++)
    g_assert_cmpuint (((const GArray *) table->rows->pdata[i])->len, ==,
                      ((const GArray *) table->rows->pdata[0])->len);
  fuzz_print (report);
  return 0;
}
