/* SPDX-License-Identifier: MIT */
#include "print/style/style_sheet.h"

#include <string.h>

/* html.css, made into a literal by the Makefile. */
static const char text[] =
#include "html.css.inc"
  ;

static gpointer
parse (G_GNUC_UNUSED gpointer data)
{
  const Source source = { "html.css", text, strlen (text) };
  g_autoptr (Report) report = report_new ();
  StyleSheet *sheet = style_sheet_new (&source, report);

  g_assert (report_n_errors (report) == 0 && report_n_warnings (report) == 0);
  return sheet;
}

const StyleSheet *
style_sheet_of_html (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, parse, NULL);
}
