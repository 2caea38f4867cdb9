/* SPDX-License-Identifier: MIT */
#include "../layout_kit.h"

/* Room and need of the element with the id “m”, in mm: <b> is 5 mm high. */
static void
test_need (void)
{
  static const struct {
    const char *css, *body;
    double room, used;
  } rows[] = {
    /* What it holds counts, not what it is. */
    { "#m { height: 50mm }", "<div id='m'><b/><b/></div>", 50, 10 },
    { "#m { height: 50mm; padding: 4mm; border: 1mm solid }", "<div id='m'><b/></div>", 50, 5 },
    { "#m { height: 8mm }", "<div id='m'><b/><b/></div>", 8, 10 },
    { "#m { height: 8mm; overflow: hidden }", "<div id='m'><b/><b/></div>", 8, 10 },
    { "", "<div id='m'><b/></div>", 5, 5 },
    { "#m { height: 50mm } b { margin: 3mm 0 }", "<div id='m'><b/><b/></div>", 50, 16 },
    { "#m { height: 50mm }", "<div id='m'>chữ</div>", 50, 10 },
    { "#m { height: 50mm } i { display: block; height: 7mm }", "<div id='m'><i/></div>", 50, 7 },
    { "#m { height: 50mm } i { display: block; min-height: 7mm }", "<div id='m'><i><b/></i></div>",
      50, 7 },
    /* Columns: neither what grows, nor what is pushed apart, nor what is stretched. */
    { "#m { height: 50mm; display: flex; flex-direction: column; justify-content: space-between }",
      "<div id='m'><b/><b/></div>", 50, 10 },
    { "#m { height: 50mm; display: flex; flex-direction: column; row-gap: 2mm } i { flex: 1 }",
      "<div id='m'><b/><i><b/></i><b/></div>", 50, 19 },
    { "#m { height: 50mm; display: flex; flex-direction: column } b { margin-bottom: auto }",
      "<div id='m'><b/><b/></div>", 50, 10 },
    /* Rows: the tallest of each line. */
    { "#m { height: 50mm; display: flex } i { padding: 1mm }",
      "<div id='m'><i><b/></i><i><b/><b/></i></div>", 50, 12 },
    { "#m { height: 50mm; display: flex; flex-wrap: wrap; row-gap: 3mm } i { width: 50% }",
      "<div id='m'><i><b/></i><i><b/><b/></i><i><b/></i></div>", 50, 18 },
    /* Out of the flow, it is not asked for. */
    { "#m { height: 50mm; position: relative } i { position: absolute; top: 40mm }",
      "<div id='m'><b/><i><b/></i></div>", 50, 5 },
    { "#m { position: absolute; top: 5mm; bottom: 15mm }", "<div id='m'><b/></div>", 60, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *page = layout_page (rows[i].css, rows[i].body);
    g_autoptr (Source) source = source_new ("a.html", page, -1);
    g_autoptr (Typesetter) typesetter = typesetter_new ();
    g_autoptr (Report) report = report_new ();
    const PrintFiles files = { 0 };
    g_autoptr (TypesetTrial) trial = typeset_trial_new (typesetter, source, &files, report);
    g_auto (TrialFacts) facts = { 0 };
    g_assert_true (typeset_trial_lay_out (trial, NULL, 0, &facts));
    const Filling *filling = trial_facts_find (&facts, "m", 0);
    g_test_message ("%s %s", rows[i].css, rows[i].body);
    g_assert_nonnull (filling);
    g_assert_cmpfloat_with_epsilon (filling->room, rows[i].room, 1e-6);
    g_assert_cmpfloat_with_epsilon (filling->used, rows[i].used, 1e-6);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure/need", test_need);
  return g_test_run ();
}
