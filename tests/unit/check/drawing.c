/* SPDX-License-Identifier: MIT */
#include "check/drawing.h"

#include "../support.h"

#define PNG                                                                                        \
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+"                                  \
  "M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
#define SVG                                                                                        \
  "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "        \
  "xmlns:h=\"http://www.w3.org/1999/xhtml\" xmlns:ink=\"http://ink.example/\">"

typedef enum { WHOLE, LESS, NONE } Outcome;

static void
check_text (const char *text, Outcome expected, const char *gone)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) cleaned = g_string_new (NULL);
  Source source = { "a.svg", text, strlen (text) };
  gboolean is_good = drawing_check (&source, cleaned, report);
  Outcome outcome = !is_good ? NONE : cleaned->len > 0 ? LESS : WHOLE;

  if (outcome != expected)
    g_error ("%d for %d: %s", outcome, expected, text);
  g_assert_cmpint (report_n_errors (report) == 0, ==, is_good);
  g_assert_cmpint (report_n_warnings (report) > 0, ==, is_good && cleaned->len > 0);
  if (gone && strstr (cleaned->str, gone))
    g_error ("“%s” is still in %s", gone, cleaned->str);
}

/* What may stand in a drawing, what is left out of it, what is never published. */
static void
test_contents (void)
{
  static const struct {
    const char *inside;
    Outcome outcome;
    const char *gone;
  } rows[] = {
    { "<path d=\"M0 0h1\"/><text>Ẩn danh</text>", WHOLE, NULL },
    { "<use xlink:href=\"#a\"/><use href=\"#a\"/>", WHOLE, NULL },
    { "<image href=\"data:image/png;base64," PNG "\"/>", WHOLE, NULL },
    { "<path fill=\"url(#a)\" style=\"fill: url( '#a' ); stroke:#fff\"/>", WHOLE, NULL },
    { "<style>.st0{fill:#fff} @media print{.a{fill:rgb(1,2,3)}}</style>", WHOLE, NULL },
    { "<linearGradient id=\"a\"><stop offset=\".5\" stop-color=\"red\"/></linearGradient>", WHOLE,
      NULL },
    { "<filter><feGaussianBlur stdDeviation=\"2\"/></filter>", WHOLE, NULL },
    { "<path aria-label=\"url(http://a.vn)\"/>", WHOLE, NULL },
    { "<text>x = url(http://example.com/) onclick=</text>", WHOLE, NULL },

    { "<metadata><ink:data>x</ink:data></metadata>", LESS, "data" },
    { "<ink:view zoom=\"1\"/>", LESS, "ink:" },
    { "<path ink:label=\"a\" d=\"M0 0\"/>", LESS, "label" },
    { "<path data-name=\"a\"/>", LESS, "data-name" },
    { "<path style=\"fill:red;-ink-stroke:none\"/>", LESS, "-ink" },
    { "<g><whatever/></g>", LESS, "whatever" },
    { "<path xmlns=\"\"/>", LESS, "path" },
    { "<rect src=\"x\"/>", LESS, "src" },

    { "<script>alert(1)</script>", NONE, NULL },
    { "<SCRIPT/>", NONE, NULL },
    { "<h:script/>", NONE, NULL },
    { "<path onclick=\"x()\"/>", NONE, NULL },
    { "<path ONLOAD=\"x()\"/>", NONE, NULL },
    { "<whatever onload=\"x()\"/>", NONE, NULL },
    { "<metadata><ink:script/></metadata>", NONE, NULL },
    { "<a href=\"javascript:x()\"><path/></a>", NONE, NULL },
    { "<a href=\"https://example.com/\"><path/></a>", NONE, NULL },
    { "<image href=\"https://example.com/a.png\"/>", NONE, NULL },
    { "<image href=\"//example.com/a.png\"/>", NONE, NULL },
    { "<use xlink:href=\"other.svg#a\"/>", NONE, NULL },
    { "<g xml:base=\"http://example.com/\"/>", NONE, NULL },
    { "<foreignObject><p/></foreignObject>", NONE, NULL },
    { "<feImage href=\"#a\"/>", NONE, NULL },
    { "<h:meta http-equiv=\"refresh\" content=\"0;url=http://example.com/\"/>", NONE, NULL },
    { "<h:p/>", NONE, NULL },
    { "<image href=\"data:text/html,x\"/>", NONE, NULL },
    { "<image href=\"data:image/svg+xml,x\"/>", NONE, NULL },
    { "<image href=\"data:image/png;base64,PHNjcmlwdD4=\"/>", NONE, NULL }, /* is none */
    { "<use href=\"data:image/png;base64," PNG "\"/>", NONE, NULL },
    { "<path fill=\"url(http://example.com/a)\"/>", NONE, NULL },
    { "<path fill=\"URL(http://example.com/a)\"/>", NONE, NULL },
    { "<path style=\"mask:u\\72l(http://example.com/a)\"/>", NONE, NULL },
    { "<path style=\"mask:u\\000072 l(http://example.com/a)\"/>", NONE, NULL },
    { "<path style=\"mask:url/**/(x)\"/>", WHOLE, NULL }, /* no function */
    { "<path style=\"background: url( 'http://example.com/a')\"/>", NONE, NULL },
    { "<path style=\"mask-image:image-set('http://example.com/a' 1x)\"/>", NONE, NULL },
    { "<path style=\"mask-image:next-year('http://example.com/a')\"/>", NONE, NULL },
    { "<path mask=\"src('http://example.com/a')\"/>", NONE, NULL },
    { "<style>@import url(#a);</style>", NONE, NULL },
    { "<style>@\\69mport 'http://example.com/a';</style>", NONE, NULL },
    { "<style><![CDATA[a{fill:url(//example.com)}]]></style>", NONE, NULL },
    { "<a href=\"#\"><set attributeName=\"href\" to=\"javascript:x()\"/></a>", NONE, NULL },
    { "<animate attributeName=\"href\"/>", NONE, NULL },
    { "<?xml-stylesheet href=\"http://example.com/a\"?>", NONE, NULL },
    { "<path", NONE, NULL },
    { "<b:path/>", NONE, NULL }, /* a browser shows nothing at all */
    { "&unknown;", NONE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strconcat (SVG, rows[i].inside, "</svg>", NULL);
    check_text (text, rows[i].outcome, rows[i].gone);
  }
}

static void
test_documents (void)
{
  static const struct {
    const char *text;
    Outcome outcome;
  } rows[] = {
    { "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", WHOLE },
    { "<?xml version=\"1.0\" encoding=\"UTF-8\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      WHOLE },
    { "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/svg11.dtd\">"
      "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      LESS },
    { "<?xml version=\"1.0\"?><!-- [ --><!DOCTYPE svg [<!ENTITY a \"b\">]>"
      "<svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>",
      NONE },
    { "<?xml version=\"1.0\" encoding=\"UTF-7\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      NONE },
    { "<?xml-stylesheet href=\"a.css\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", NONE },
    { "<svg/>", NONE },
    { "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", NONE },
    { "", NONE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check_text (rows[i].text, rows[i].outcome, "DOCTYPE");
}

/* One warning names what was left out, at the line of the first. */
static void
test_report (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) cleaned = g_string_new (NULL);
  g_autoptr (Source) source =
    source_new ("a.svg", SVG "\n<ink:a/><ink:b/>\n<path ink:c='1' data-d='2'/></svg>", -1);

  g_assert_true (drawing_check (source, cleaned, report));
  g_autofree char *faults = report_faults (report);
  g_assert_cmpstr (faults, ==,
                   "a.svg:2: warning: 4 names are not part of a drawing and are left out: ink:a, "
                   "ink:b, ink:c, data-d\n");
}

/* All that is wrong, each in its line, also inside what is left out. */
static void
test_places (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) cleaned = g_string_new (NULL);
  g_autoptr (Source) source =
    source_new ("a.svg",
                SVG "\n<script/>\n\n<g onclick='x()' href='b.svg'/>\n<?xml-stylesheet y?>"
                    "<ink:a>\n<h:p/></ink:a></svg>",
                -1);

  g_assert_false (drawing_check (source, cleaned, report));
  g_autofree char *faults = report_faults (report);
  g_assert_cmpstr (faults, ==,
                   "a.svg:2: error: a drawing with “script” is not published\n"
                   "a.svg:4: error: a drawing with “href=b.svg” is not published\n"
                   "a.svg:4: error: a drawing with “onclick=x()” is not published\n"
                   "a.svg:5: error: a drawing with “xml-stylesheet” is not published\n"
                   "a.svg:6: error: a drawing with “h:p” is not published\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/contents", test_contents);
  g_test_add_func ("/drawing/documents", test_documents);
  g_test_add_func ("/drawing/report", test_report);
  g_test_add_func ("/drawing/places", test_places);
  return g_test_run ();
}
