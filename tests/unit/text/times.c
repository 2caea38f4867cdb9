/* SPDX-License-Identifier: MIT */
#include "text/times.h"

#include "../support.h"

static void
test_advance (void)
{
  static const struct {
    gunichar letter;
    guint plain, bold;
  } rows[] = {
    { ' ', 250, 250 },    { 0xA0, 250, 250 },  { 'W', 944, 1000 },   { 0x1EA4, 722, 722 }, /* Ấ */
    { 0x110, 722, 722 },  { 0x1A0, 722, 778 }, { 0x1EF0, 776, 796 }, /* Đ Ơ Ự */
    { 0x4E00, 500, 500 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmpuint (times_advance (rows[i].letter, FALSE), ==, rows[i].plain);
    g_assert_cmpuint (times_advance (rows[i].letter, TRUE), ==, rows[i].bold);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/times/advance", test_advance);
  return g_test_run ();
}
