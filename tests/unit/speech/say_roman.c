/* SPDX-License-Identifier: MIT */
#include "say_support.h"

static void
test_numerals (void)
{
  static const SayRow rows[] = {
    { "tốp I", "tốp một", 0 },
    { "Đại hội XIII", "Đại hội mười ba", 0 },
    { "thế kỷ XX - XXI", "thế kỷ hai mươi đến hai mươi mốt", 0 },
    { "quý I/2024", "quý một năm hai nghìn không trăm hai mươi tư", 0 },
    { "II. Nội dung", "hai, Nội dung", 0 },
    { "mục I, II và III", "mục một, hai và ba", 0 },
    { "MMXXIV", "hai nghìn không trăm hai mươi tư", 0 },
    { "xây từ MMXIV đến nay", "xây từ hai nghìn không trăm mười bốn đến nay", 0 },
  };

  SAY_ROWS (rows);
}

static void
test_ordinals (void)
{
  static const SayRow rows[] = {
    { "lần thứ I", "lần thứ nhất", 0 },
    { "lần thứ IV", "lần thứ tư", 0 },
    { "hạng II", "hạng hai", 0 },
  };

  SAY_ROWS (rows);
}

/* Letters and words. */
static void
test_traps (void)
{
  static const SayRow rows[] = {
    { "X. Tân Tiến", "xã Tân Tiến", 0 },
    { "MC Lan", "em xi Lan", 0 },
    { "vitamin C", "vitamin xê", 0 },
    { "nhóm C", "nhóm xê", 0 },
  };

  SAY_ROWS (rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/say_roman/numerals", test_numerals);
  g_test_add_func ("/speech/say_roman/ordinals", test_ordinals);
  g_test_add_func ("/speech/say_roman/traps", test_traps);
  return g_test_run ();
}
