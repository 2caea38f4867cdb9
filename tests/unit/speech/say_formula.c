/* SPDX-License-Identifier: MIT */
#include "say_support.h"

static void
test_formulas (void)
{
  static const SayRow rows[] = {
    { "CaCO3", "xê a xê o ba", 0 },
    { "dùng NaCl 0,9%", "dùng en-nờ a xê e-lờ không phẩy chín phần trăm", 0 },
    { "Ca(OH)2", "xê a o hát hai", 0 },
    { "nhôm Al2O3", "nhôm a e-lờ hai o ba", 0 },
  };

  SAY_ROWS (rows);
}

/* Names and abbreviations of the same letters. */
static void
test_others (void)
{
  static const SayRow rows[] = {
    { "xã Ia Pa", "xã Ia Pa", 0 },
    { "QL5", "quốc lộ năm", 0 },
    { "bà Na", "bà Na", 0 },
    { "MoMo", "mô-mô", 0 },
  };

  SAY_ROWS (rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/say_formula/formulas", test_formulas);
  g_test_add_func ("/speech/say_formula/others", test_others);
  return g_test_run ();
}
