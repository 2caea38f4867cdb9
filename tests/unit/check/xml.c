/* SPDX-License-Identifier: MIT */
#include "check/xml.h"

#include <string.h>

#define SVG                                                                                        \
  "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"

static void
test_drawings (void)
{
  static const struct {
    const char *inside;
    gboolean is_good;
  } cases[] = {
    { "<path d=\"M0 0h1\"/><text>Ẩn danh</text>", TRUE },
    { "<use xlink:href=\"#a\"/><use href=\"#a\"/>", TRUE },
    { "<image href=\"data:image/png;base64,AAAA\"/>", TRUE },
    { "<script>alert(1)</script>", FALSE },
    { "<path onclick=\"x()\"/>", FALSE },
    { "<path ONLOAD=\"x()\"/>", FALSE },
    { "<a href=\"javascript:x()\"><path/></a>", FALSE },
    { "<image href=\"https://example.com/a.png\"/>", FALSE },
    { "<use xlink:href=\"other.svg#a\"/>", FALSE },
    { "<foreignObject><p/></foreignObject>", FALSE },
    { "<image href=\"data:text/html,x\"/>", FALSE },
    { "<path fill=\"url(#a)\"/>", TRUE },
    { "<path fill=\"url(http://example.com/a)\"/>", FALSE },
    { "<path style=\"background: url( 'http://example.com/a')\"/>", FALSE },
    { "<style>@import url(http://example.com/a);</style>", FALSE },
    { "<a href=\"#\"><set attributeName=\"href\" to=\"javascript:x()\"/></a>", FALSE },
    { "<?xml-stylesheet href=\"http://example.com/a\"?>", FALSE },
    { "<g xmlns:x=\"url(http://example.com/a)\"/>", FALSE },
    { "<path", FALSE },
    { "&unknown;", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strconcat (SVG, cases[i].inside, "</svg>", NULL);
    g_autoptr (Report) report = report_new ();
    Source source = { "a.svg", text, strlen (text) };
    gboolean is_good = xml_check_drawing (&source, report);
    if (is_good != cases[i].is_good || (report_n_errors (report) == 0) != is_good)
      g_error ("%s", cases[i].inside);
  }
}

static void
test_bombs (void)
{
  static const char bomb[] =
    "<!DOCTYPE a [<!ENTITY b \"xxxxxxxxxx\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>";
  static const char file[] = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";
  const char *const texts[] = { bomb, file, "", "x" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (Report) report = report_new ();
    Source source = { "a.xml", texts[i], strlen (texts[i]) };
    g_assert_false (xml_check (&source, report));
    g_assert_cmpuint (report_n_errors (report), >, 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml/drawings", test_drawings);
  g_test_add_func ("/xml/bombs", test_bombs);
  return g_test_run ();
}
