/* SPDX-License-Identifier: MIT */
/* What every entry shares. libFuzzer (clang) calls one function with bytes of its own making; what
 * it finds becomes a row of a unit test or a golden site. */
#pragma once

#include "base/report.h"

#include <stdio.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

/* The bytes as they come out of a file, or NULL when they would be refused. Caller frees. */
static inline Source *
fuzz_source (const guint8 *bytes, gsize length)
{
  char *text = g_malloc (length + 1);

  memcpy (text, bytes, length);
  text[length] = '\0';
  return source_clean ("fuzz", text, length, NULL);
}

/* Showing a fault looks its place up again, so every report is printed, too. */
static inline void
fuzz_print (const Report *report)
{
  static FILE *nowhere;

  if (nowhere == NULL)
    nowhere = fopen ("/dev/null", "w");
  report_print (report, nowhere);
}
