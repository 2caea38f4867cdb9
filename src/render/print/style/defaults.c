/* SPDX-License-Identifier: MIT */
/* What elements look like before any sheet says so: that of browsers, as far as paper has it. */
#include "render/print/style/sheet.h"

#include <string.h>

static const char text[] =
  "html, body, address, article, aside, blockquote, center, dd, details, dialog, div, dl, dt, "
  "fieldset, figcaption, figure, footer, form, h1, h2,"
  "h3, h4, h5, h6, header, hgroup, hr, legend, main, menu, nav, ol, p, pre, section, search, "
  "summary, ul { display: block }\n"
  "head, base, link, meta, script, style, template, title, [hidden], datalist, noscript { display: "
  "none }\n"
  "body { margin: 8px }\n"
  "p, dl { margin: 1em 0 }\n"
  "blockquote, figure { margin: 1em 40px }\n"
  "address, cite, dfn, em, i, var { font-style: italic }\n"
  "b, strong { font-weight: bolder }\n"
  "h1 { font-size: 2em; margin: .67em 0 }\n"
  "h2 { font-size: 1.5em; margin: .83em 0 }\n"
  "h3 { font-size: 1.17em; margin: 1em 0 }\n"
  "h4 { margin: 1.33em 0 }\n"
  "h5 { font-size: .83em; margin: 1.67em 0 }\n"
  "h6 { font-size: .67em; margin: 2.33em 0 }\n"
  "h1, h2, h3, h4, h5, h6 { font-weight: bold; break-after: avoid }\n"
  "hr { margin: .5em auto; border: 1px solid gray }\n"
  "ul, ol, menu { margin: 1em 0; padding-left: 40px }\n"
  "ul ul, ul ol, ol ul, ol ol { margin: 0 }\n"
  "dd { margin-left: 40px }\n"
  "li { display: list-item }\n"
  "ol { list-style-type: decimal }\n"
  "ul ul, ol ul { list-style-type: circle }\n"
  "ul ul ul, ul ol ul, ol ul ul, ol ol ul { list-style-type: square }\n"
  "ol[type=a] { list-style-type: lower-alpha }\n"
  "ol[type=A] { list-style-type: upper-alpha }\n"
  "ol[type=i] { list-style-type: lower-roman }\n"
  "ol[type=I] { list-style-type: upper-roman }\n"
  "pre, code, kbd, samp, tt { font-family: monospace }\n"
  "pre { margin: 1em 0; white-space: pre }\n"
  "big { font-size: larger }\n"
  "small { font-size: smaller }\n"
  "sub { vertical-align: sub; font-size: smaller }\n"
  "sup { vertical-align: super; font-size: smaller }\n"
  "u, ins { text-decoration: underline }\n"
  "s, strike, del { text-decoration: line-through }\n"
  "mark { background: yellow; color: black }\n"
  "center { text-align: center }\n"
  "table { display: table; border-spacing: 2px; text-indent: 0 }\n"
  "caption { display: table-caption; text-align: center }\n"
  "colgroup { display: table-column-group }\n"
  "col { display: table-column }\n"
  "thead { display: table-header-group; vertical-align: middle }\n"
  "tbody { display: table-row-group; vertical-align: middle }\n"
  "tfoot { display: table-footer-group; vertical-align: middle }\n"
  "tr { display: table-row; vertical-align: inherit }\n"
  "td, th { display: table-cell; padding: 1px; vertical-align: inherit }\n"
  "table > tr { vertical-align: middle }\n"
  "th { font-weight: bold; text-align: center }\n"
  "@page { size: A4; margin: 2.54cm;\n"
  "@top-left-corner { text-align: right; vertical-align: middle } @top-left { text-align: left; "
  "vertical-align: middle }"
  "@top-center { text-align: center; vertical-align: middle } @top-right { text-align: right; "
  "vertical-align: middle }"
  "@top-right-corner { text-align: left; vertical-align: middle }\n"
  "@left-top { text-align: center; vertical-align: top } @left-middle { text-align: center; "
  "vertical-align: middle }"
  "@left-bottom { text-align: center; vertical-align: bottom }\n"
  "@right-top { text-align: center; vertical-align: top } @right-middle { text-align: center; "
  "vertical-align: middle }"
  "@right-bottom { text-align: center; vertical-align: bottom }\n"
  "@bottom-left-corner { text-align: right; vertical-align: middle } @bottom-left { text-align: "
  "left; vertical-align: middle }"
  "@bottom-center { text-align: center; vertical-align: middle } @bottom-right { text-align: "
  "right; vertical-align: middle }"
  "@bottom-right-corner { text-align: left; vertical-align: middle } }\n";

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
