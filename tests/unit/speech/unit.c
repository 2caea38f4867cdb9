/* SPDX-License-Identifier: MIT */
#include "speech/unit.h"

#include "saying_support.h"

/* The unit behind the number a line starts with, or NULL; whether it is one of money. */
static void
test_units (void)
{
  static const struct {
    const char *text, *unit;
    gboolean is_money;
  } rows[] = {
    { "5km", "ki lô mét", FALSE }, { "5 m", "mét", FALSE },      { "5 A", NULL, FALSE },
    { "220V", "vôn", FALSE },      { "100 đồng", "đồng", TRUE }, { "100 USD", "đô la Mỹ", TRUE },
    { "9K", NULL, FALSE },         { "10K", "nghìn", FALSE },    { "299p", "phút", FALSE },
    { "300p", NULL, FALSE },       { "5000d", "đồng", TRUE },    { "5d", NULL, FALSE },
    { "5 hộ", NULL, FALSE },       { "5", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Line) line = line_new (rows[i].text);
    const LexiconEntry *entry = unit_at (&line->saying, 1);
    g_assert_cmpstr (entry ? entry->unit : NULL, ==, rows[i].unit);
    g_assert_cmpint (unit_is_money (&line->saying, 1), ==, rows[i].is_money);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/unit/units", test_units);
  return g_test_run ();
}
