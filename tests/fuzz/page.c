/* SPDX-License-Identifier: MIT */
/* A print page. What starts with “<” is taken for XHTML; of anything else the first line draws a
 * tree of elements, so that it is always well-formed, and the rest is its style sheet. */
#include "fuzz.h"

#include "print/typeset.h"
#include "tree.h"

static Source *
page_of (const Source *source)
{
  g_autoptr (GString) page = g_string_new ("<html lang=\"vi\"><head><title>T</title><style>");
  const char *end = strchr (source->text, '\n');
  gsize length = end ? (gsize) (end - source->text) : source->length;

  if (*source->text == '<')
    return source_new ("fuzz", source->text, (gssize) source->length);
  g_autofree char *css = g_markup_escape_text (source->text + length, -1);
  g_string_append_printf (page, "%s</style></head><body>", css);
  draw_tree (source->text, length, page);
  g_string_append (page, "</body></html>");
  return source_new ("fuzz", page->str, (gssize) page->len);
}

static gboolean
print (Typesetter *typesetter, const Source *page, gsize length, GString *pdf, Report *report)
{
  const PrintFiles files = { 0 };
  const PdfOptions options = { .ink = (Ink) (length % 3), .impose = (Impose) (length / 3 % 3) };
  return typeset_pdf (typesetter, page, &files, &options, pdf, NULL, report);
}

/* What a typesetter keeps from the pages before changes nothing. */
static void
compare_with_new (const Source *page, gsize length, const GString *pdf)
{
  g_autoptr (Typesetter) typesetter = typesetter_new ();
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) other = g_string_new (NULL);

  print (typesetter, page, length, other, report);
  g_assert_cmpmem (pdf->str, pdf->len, other->str, other->len);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  static Typesetter *typesetter;
  g_autoptr (Source) source = fuzz_source (bytes, length);
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) pdf = g_string_new (NULL);

  if (source == NULL)
    return 0;
  if (typesetter == NULL)
    typesetter = typesetter_new ();
  g_autoptr (Source) page = page_of (source);
  gboolean is_good = print (typesetter, page, length, pdf, report);
  g_assert_cmpint (is_good, ==, report_n_errors (report) == 0);
  g_assert_cmpint (is_good, ==, g_str_has_prefix (pdf->str, "%PDF-"));
  if (is_good && length % 32 == 0)
    compare_with_new (page, length, pdf);
  fuzz_print (report);
  return 0;
}
