/* SPDX-License-Identifier: MIT */
#include "check/xml.h"

#include "../support.h"

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

/* All that is wrong, each in its line. */
static void
test_faults (void)
{
  static const struct {
    const char *text, *faults;
    gboolean is_drawing;
  } rows[] = {
    { "<a>\n<b/>\n</a>", "", FALSE },
    { "<a>\n<script/>\n</a>", "", FALSE },
    { "<svg>\n<!-- <script/> -->\n<g>\n<script/></g></svg>",
      "a.svg:4: error: a drawing with “script” is not published\n", TRUE },
    { "<svg>\n<script/>\n\n<g onclick='x()' href='b.svg'/>\n<?x y?></svg>",
      "a.svg:2: error: a drawing with “script” is not published\n"
      "a.svg:4: error: a drawing with “href=b.svg” is not published\n"
      "a.svg:4: error: a drawing with “onclick=x()” is not published\n"
      "a.svg:5: error: a drawing with “x” is not published\n",
      TRUE },
    { "<svg><iframe/></svg>", "a.svg:1: error: a drawing with “iframe” is not published\n", TRUE },
    { "<svg><handler/></svg>", "a.svg:1: error: a drawing with “handler” is not published\n",
      TRUE },
    { "<svg><animate/></svg>", "a.svg:1: error: a drawing with “animate” is not published\n",
      TRUE },
    { "<svg><image src='b.png'/></svg>",
      "a.svg:1: error: a drawing with “src=b.png” is not published\n", TRUE },
    { "<svg><g fill='url(#a) url(#b)'/></svg>", "", TRUE },
    { "<svg><g fill='url(#a) url(b)'/></svg>",
      "a.svg:1: error: a drawing with “fill=url(#a) url(b)” is not published\n", TRUE },
    { "<svg><g fill=\"url( '#a')\"/></svg>", "", TRUE },
    { "<svg><g o='1' opacity='1'/></svg>", "", TRUE },
    { "<!DOCTYPE svg>\n<svg><script/></svg>", "a.svg:1: error: a document type is not used here\n",
      TRUE },
    { "<svg>\n  <g></svg>",
      "a.svg:2:12: error: this is not well-formed XML: Opening and ending tag "
      "mismatch: g line 2 and svg\n",
      TRUE },
    { "<a>\n</b></c>",
      "a.svg:2:5: error: this is not well-formed XML: Opening and ending tag "
      "mismatch: a line 1 and b\n",
      FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    Source source = { "a.svg", rows[i].text, strlen (rows[i].text) };
    gboolean is_good =
      rows[i].is_drawing ? xml_check_drawing (&source, report) : xml_check (&source, report);
    g_autofree char *faults = report_faults (report);
    g_assert_cmpstr (faults, ==, rows[i].faults);
    g_assert_cmpint (is_good, ==, *rows[i].faults == '\0');
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml/bombs", test_bombs);
  g_test_add_func ("/xml/faults", test_faults);
  return g_test_run ();
}
