/* SPDX-License-Identifier: MIT */
#include "model/office.h"

static void
test_id (void)
{
  static const struct {
    const char *id;
    gboolean is_good;
  } rows[] = {
    { "ubnd-xa-a", TRUE }, { "09556", TRUE }, { "a-", TRUE },     { "index2", TRUE },
    { "", FALSE },         { "-a", FALSE },   { "index", FALSE }, { "UBND", FALSE },
    { "xã", FALSE },       { "a_b", FALSE },  { "a/b", FALSE },   { "a.b", FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (office_id_is_good (rows[i].id), ==, rows[i].is_good);
}

static Moment
at (const char *text)
{
  Moment moment = MOMENT_NONE;
  g_assert_cmpint (moment_parse (text, &moment), ==, DATE_GOOD);
  return moment;
}

/* Its last day is still one of its days, by the clock of Viet Nam. */
static void
test_former (void)
{
  Office office = { .valid_to = { 2026, 6, 30 } };
  const Office still = { .id = "a" };

  g_assert_false (office_is_former (&office, at ("2026-06-29 12:00")));
  g_assert_false (office_is_former (&office, at ("2026-06-30 23:59")));
  g_assert_true (office_is_former (&office, at ("2026-07-01 00:00")));
  g_assert_false (office_is_former (&still, at ("2100-01-01")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/id", test_id);
  g_test_add_func ("/office/former", test_former);
  return g_test_run ();
}
