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

#define ACTS(name)                                                                                 \
  ": error: this file is for programs, but browsers would act on “" name "” as on a page\n"

/* All that is wrong, each in its line. */
static void
test_faults (void)
{
  static const struct {
    const char *text, *faults;
  } rows[] = {
    { "<a>\n<b/>\n</a>", "" },
    { "<a>\n<script/>\n</a>", "" },
    { "<?a b?><a xmlns=\"urn:c\"/>", "" },
    { "<a>\n<h:p xmlns:h=\"http://www.w3.org/1999/xhtml\"/></a>", "a.xml:2" ACTS ("h:p") },
    { "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "a.xml:1" ACTS ("svg") },
    { "<a><math xmlns=\"http://www.w3.org/1998/Math/MathML\"/></a>", "a.xml:1" ACTS ("math") },
    { "<?xml-stylesheet href=\"a.xsl\"?>\n<a/>", "a.xml:1" ACTS ("xml-stylesheet") },
    { "<!DOCTYPE a>\n<a/>", "a.xml:1: error: a document type is not used here\n" },
    { "<a>\n</b></c>", "a.xml:2:5: error: this is not well-formed XML: Opening and ending tag "
                       "mismatch: a line 1 and b\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    Source source = { "a.xml", rows[i].text, strlen (rows[i].text) };
    gboolean is_good = xml_check (&source, report);
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
