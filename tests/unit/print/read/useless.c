/* SPDX-License-Identifier: MIT */
#include "print/read/useless.h"

#include "../../support.h"

/* What is said of one element, without the lines it shows. */
static void
test_told (void)
{
  static const struct {
    const char *page, *told;
  } rows[] = {
    { "<p class='a' style='b' id='c' title='d' lang='vi'/>", "" },
    { "<td colspan='2' rowspan='2'/>", "" },
    { "<img src='a' width='3' height='4' alt='b'/>", "" },
    { "<input type='text'/>", "a.html:1: error: <input> is nothing on paper\n" },
    { "<video src='a'/>", "a.html:1: error: <video> is nothing on paper\n" },
    { "<table border='1'/>", "a.html:1: error: “border=1” of <table> is not known to print\n" },
    { "<font color='red' face='x'/>",
      "a.html:1: error: “color=red” of <font> is not known to print\n"
      "a.html:1: error: “face=x” of <font> is not known to print\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Source source = { "a.html", rows[i].page, strlen (rows[i].page) };
    g_autoptr (Report) report = report_new ();
    g_autoptr (Markup) markup = markup_read (&source, report);
    const Faults faults = { &source, NULL, report };
    useless_report (markup->root, &faults);
    g_autofree char *told = report_faults (report);
    g_assert_cmpstr (told, ==, rows[i].told);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/useless/told", test_told);
  return g_test_run ();
}
