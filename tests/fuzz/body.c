/* SPDX-License-Identifier: MIT */
#include "fuzz.h"

#include "load/body.h"
#include "render/html/body.h"

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autoptr (Source) source = fuzz_source (bytes, length);
  g_autoptr (Report) report = report_new ();

  if (source == NULL)
    return 0;
  for (DocumentKind kind = KIND_BULLETIN; kind <= KIND_LETTER; kind++) {
    g_autoptr (Body) body = body_parse (source, 0, 1, kind == KIND_GUIDE, report);
    g_autoptr (GString) page = g_string_new (NULL);
    if (body)
      html_body (body_root (body), kind, page);
    g_assert_true (g_utf8_validate_len (page->str, page->len, NULL));
  }
  fuzz_print (report);
  return 0;
}
