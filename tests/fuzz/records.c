/* SPDX-License-Identifier: MIT */
/* The records of a site: the same text as its configuration, its offices, its localities. */
#include "fuzz.h"

#include "load/config.h"
#include "load/localities.h"
#include "load/offices.h"

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autoptr (Source) source = fuzz_source (bytes, length);
  g_autoptr (Report) report = report_new ();
  Place place;

  if (source == NULL)
    return 0;
  g_autoptr (Site) site = site_new ();
  localities_load (site->localities, source, report);
  offices_load (site, source, report);
  config_load (site, source, &place, report);
  fuzz_print (report);
  return 0;
}
