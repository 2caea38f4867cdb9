/* SPDX-License-Identifier: MIT */
#include "layout_kit.h"

/* A row of two cells, each with a block this wide in a line of 10 mm. */
#define CELLS(n)                                                                                   \
  "<tr>"                                                                                           \
  "<td><i style='width:" #n "mm'/></td><td><i style='width:" #n "mm'/></td></tr>"
#define CSS                                                                                        \
  "i { display: inline-block; background-color: #ccc; height: 5mm; vertical-align: top } "         \
  "table { border-collapse: collapse } td { padding: 0 } "

/* The first class with which it fits is the one that counts; classes are those of the sheet. */
static void
test_classes (void)
{
  static const LayoutRow rows[] = {
    { CSS "table { --fit: a b } .a i, .b i { height: 4mm } .b i { height: 3mm }",
      "<table>" CELLS (30) "</table>", "10 10 30 5; 40 10 30 5" },
    { CSS "table { --fit: a b } .a { margin-left: -30mm } .b { margin-left: -40mm }",
      "<table>" CELLS (50) "</table>", "-20 10 50 5; 30 10 50 5" },
    { CSS "table { --fit: a b } .a i { height: 4mm } .b { margin-left: -40mm }",
      "<table class='x'>" CELLS (50) "</table>", "-30 10 50 5; 20 10 50 5" },
    /* What is around it comes after, and it starts over. */
    { CSS "table { --fit: a } div { --fit: w } .a i { height: 4mm } .w { margin-left: -30mm }",
      "<div><table>" CELLS (50) "</table></div>", "-20 10 50 5; 30 10 50 5" },
    { CSS "table { --fit: a } div { --fit: w } .a { margin-left: -10mm } .w { margin-left: -10mm }",
      "<div><table>" CELLS (50) "</table></div>", "-10 10 50 5; 40 10 50 5" },
    /* A page of another name may be wider. */
    { CSS "table { --fit: w } .w { page: wide } @page wide { size: 140mm 100mm }",
      "<b/><table>" CELLS (50) "</table><b/>", "10 10 80 5 | 10 10 50 5; 60 10 50 5 | 10 10 80 5" },
    { CSS "table, div { page: wide } @page wide { size: 140mm 100mm }",
      "<div><table style='width:100%'>" CELLS (60) "</table></div>", "10 10 60 5; 70 10 60 5" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* What does not fit in any way is an error with the widths; where no way is offered, a warning. */
static void
test_faults (void)
{
  static const struct {
    const char *css, *body, *told;
  } rows[] = {
    { CSS "table { --fit: a } ", "<table>" CELLS (50) "</table>",
      "a.html:1: error: the table is 100 mm wide, in the smallest letters; there is room for 80 "
      "mm" },
    { CSS, "<table>" CELLS (50) "</table>",
      "a.html:1: warning: the table is 100 mm wide; there is room for 80 mm" },
    { CSS "table { --fit: none }", "<table>" CELLS (50) "</table>",
      "a.html:1: warning: the table is 100 mm wide; there is room for 80 mm" },
    { CSS, "<table style='margin-left: 10mm; width: 60mm'>" CELLS (35) "</table>", "" },
    { CSS, "<table style='margin-left: 20mm'>" CELLS (35) "</table>",
      "a.html:1: warning: the table is 70 mm wide; there is room for 60 mm" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *page = layout_page (rows[i].css, rows[i].body);
    g_autoptr (Source) source = source_new ("a.html", page, -1);
    g_autoptr (Typesetter) typesetter = typesetter_new ();
    g_autoptr (Report) report = report_new ();
    g_autoptr (GString) boxes = g_string_new (NULL);
    const PrintFiles files = { 0 };
    gboolean is_good = typeset_boxes (typesetter, source, &files, boxes, report);
    g_autofree char *text = report_text (report);
    g_test_message ("%s: %s", rows[i].css, text);
    g_assert_true (is_good == (strstr (rows[i].told, "error") == NULL));
    g_assert_true (g_str_has_prefix (text, rows[i].told));
    g_assert_true ((*text == '\0') == (*rows[i].told == '\0'));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fit/classes", test_classes);
  g_test_add_func ("/fit/faults", test_faults);
  return g_test_run ();
}
