/* SPDX-License-Identifier: MIT */
/* A picture, as a page of print shows it: its header is read, and what PDF cannot unpack is
 * unpacked here. */
#include "fuzz.h"

#include "print/read/image.h"
#include "print/typeset.h"

static GBytes *
the_picture (const char *href G_GNUC_UNUSED, gpointer picture)
{
  return g_bytes_ref (picture);
}

static const char page_text[] = "<html lang=\"vi\"><head><title>T</title></head><body>"
                                "<img src=\"a\" alt=\"b\"/></body></html>";

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  static Typesetter *typesetter;
  g_autoptr (GBytes) picture = g_bytes_new (bytes, length);
  g_autoptr (Source) page = source_new ("fuzz", page_text, sizeof page_text - 1);
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) pdf = g_string_new (NULL);
  const PrintFiles files = { .bytes = the_picture, .data = picture };
  const PdfOptions options = { .ink = (Ink) (length % 3) };
  const char *why = NULL;

  g_autoptr (Image) image = image_new (picture, &why);
  g_assert_cmpint (image == NULL, ==, why != NULL);
  if (typesetter == NULL)
    typesetter = typesetter_new ();
  gboolean is_good = typeset_pdf (typesetter, page, &files, &options, pdf, NULL, report);
  g_assert_cmpint (is_good, ==, report_n_errors (report) == 0);
  fuzz_print (report);
  return 0;
}
