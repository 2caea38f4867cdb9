/* SPDX-License-Identifier: MIT */
#include "text/letter.h"

#include <string.h>

static void
test_pieces (void)
{
  static const struct {
    const char *letter;
    char plain, code;
    Tone tone;
    gboolean is_capital;
  } rows[] = {
    { "a", 'a', 'a', TONE_LEVEL, FALSE },  { "Z", 'z', 'z', TONE_LEVEL, TRUE },
    { "ậ", 'a', 'B', TONE_HEAVY, FALSE },  { "Ằ", 'a', 'A', TONE_FALLING, TRUE },
    { "ở", 'o', 'P', TONE_ASKING, FALSE }, { "Ữ", 'u', 'U', TONE_TUMBLING, TRUE },
    { "đ", 'd', 'D', TONE_LEVEL, FALSE },  { "Đ", 'd', 'D', TONE_LEVEL, TRUE },
    { "ý", 'y', 'y', TONE_RISING, FALSE }, { "ế", 'e', 'E', TONE_RISING, FALSE },
    { "ñ", 0, 0, TONE_LEVEL, FALSE },      { "ä", 0, 0, TONE_LEVEL, FALSE },
    { "1", 0, 0, TONE_LEVEL, FALSE },      { "ж", 0, 0, TONE_LEVEL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Letter letter = letter_of (g_utf8_get_char (rows[i].letter));
    g_assert_cmpint (letter.plain, ==, rows[i].plain);
    g_assert_cmpint (letter.code, ==, rows[i].code);
    g_assert_cmpint (letter.tone, ==, rows[i].tone);
    g_assert_cmpint (letter.is_capital, ==, rows[i].is_capital);
  }
}

/* Every letter of the alphabet is made of its pieces again. */
static void
test_made_again (void)
{
  const char *all = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđb";

  for (const char *p = all; *p; p = g_utf8_next_char (p)) {
    Letter letter = letter_of (g_utf8_get_char (p));
    g_assert_cmpuint (letter_make (letter.code, letter.tone), ==, g_utf8_get_char (p));
  }
  g_assert_cmpuint (letter_make ('D', TONE_RISING), ==, 0);
}

/* Those of three bytes, and in which order they stand. */
static void
test_long (void)
{
  for (gunichar c = 0x80; c < 0x3000; c++) {
    char written[7] = "";
    gint length = g_unichar_to_utf8 (c, written);
    gboolean is_long = length == 3 && letter_of (c).plain != 0;
    g_assert_cmpint (letter_is_long (written), ==, is_long);
    if (is_long)
      g_assert_cmpint ((written[2] & 1) == 0, ==, letter_of (c).is_capital);
    if (is_long)
      g_assert_cmpuint (g_unichar_tolower (c), ==, c | 1);
  }
}

/* What is decided without the tables of Unicode is decided as they do. */
static void
test_capital (void)
{
  for (gunichar c = 1; c < 0x3000; c++) {
    char written[7] = "";
    g_unichar_to_utf8 (c, written);
    g_assert_cmpint (letter_is_capital (written), ==, g_unichar_isupper (c));
  }
}

static void
test_capitals (void)
{
  g_assert_true (letters_are_capitals ("ĐIỀU 4: HIỆU LỰC", -1));
  g_assert_true (letters_are_capitals ("KHÓA Ii", strlen ("KHÓA I")));
  g_assert_false (letters_are_capitals ("ĐIỀU 4: Hiệu lực", -1));
  g_assert_false (letters_are_capitals ("12/3", -1));
  g_assert_false (letters_are_capitals ("", -1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/letter/pieces", test_pieces);
  g_test_add_func ("/text/letter/made-again", test_made_again);
  g_test_add_func ("/text/letter/long", test_long);
  g_test_add_func ("/text/letter/capital", test_capital);
  g_test_add_func ("/text/letter/capitals", test_capitals);
  return g_test_run ();
}
