/* SPDX-License-Identifier: MIT */
/* A drawing that stands in a page of print. */
#include "fuzz.h"

#include "print/typeset.h"

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  static Typesetter *typesetter;
  g_autoptr (Source) source = fuzz_source (bytes, length);
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) pdf = g_string_new (NULL);
  const PrintFiles files = { 0 };
  const PdfOptions options = { .ink = (Ink) (length % 3) };

  if (source == NULL)
    return 0;
  if (typesetter == NULL)
    typesetter = typesetter_new ();
  g_autofree char *text = g_strconcat ("<html lang=\"vi\"><head><title>T</title></head><body>",
                                       source->text, "</body></html>", NULL);
  g_autoptr (Source) page = source_new ("fuzz", text, -1);
  gboolean is_good = typeset_pdf (typesetter, page, &files, &options, pdf, NULL, report);
  g_assert_cmpint (is_good, ==, report_n_errors (report) == 0);
  g_assert_cmpint (is_good, ==, g_str_has_prefix (pdf->str, "%PDF-"));
  fuzz_print (report);
  return 0;
}
