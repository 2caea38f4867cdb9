/* SPDX-License-Identifier: MIT */
/* loa, but a sheet of paper that it builds is the XHTML from which its PDF would be made. Linked
 * with --wrap=paper_print. */
#include "render/paper.h"

gboolean __wrap_paper_print (Paper *paper, const Output *output, const Source *page,
                             const Source *origin, GString *out, SheetFacts *facts, Report *report);

gboolean
__wrap_paper_print (G_GNUC_UNUSED Paper *paper, G_GNUC_UNUSED const Output *output,
                    const Source *page, G_GNUC_UNUSED const Source *origin, GString *out,
                    SheetFacts *facts, G_GNUC_UNUSED Report *report)
{
  *facts = (SheetFacts){ .pdf.n_pages = 1, .pdf.fonts = g_ptr_array_new () };
  g_string_append_len (out, page->text, (gssize) page->length);
  return TRUE;
}
