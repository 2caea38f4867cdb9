/* SPDX-License-Identifier: MIT */
#include "saying_support.h"

static void
test_looking (void)
{
  g_autoptr (Line) line = line_new ("Có 12 (hộ) – UBND/xã");
  const Saying *saying = &line->saying;

  g_assert_true (saying_has (saying, 0, "có"));
  g_assert_false (saying_has (saying, 1, "có"));
  g_assert_true (saying_is_number (saying, 1));
  g_assert_cmpint (saying_value (saying, 1), ==, 12);
  g_assert_cmpint (saying_value (saying, 0), ==, -1);
  g_assert_true (saying_is_mark (saying, 2, '('));
  g_assert_true (saying_is_glued (saying, 3));
  g_assert_true (saying_is_dash (saying, 5));
  g_assert_true (saying_matches (saying, 6, "UBND"));
  g_assert_true (saying_is_slash (saying, 7));
}

/* One of several words, and how far before. */
static void
test_words (void)
{
  static const char *const words[] = { "xe", "tải", NULL }, *const none[] = { NULL };
  g_autoptr (Line) line = line_new ("XE chở hàng 5");
  const Saying *saying = &line->saying;

  g_assert_true (saying_has_any (saying, 0, words));
  g_assert_false (saying_has_any (saying, 1, words));
  g_assert_false (saying_has_any (saying, 0, none));
  g_assert_true (saying_has_before (saying, 3, 3, words));
  g_assert_false (saying_has_before (saying, 3, 2, words));
  g_assert_false (saying_has_before (saying, 0, 3, words));
}

/* Words of several syllables are found at their first, and their first and last alone are none. */
static void
test_phrases (void)
{
  g_autoptr (Line) line = line_new ("đường dây nóng, gọi Đường Nóng");
  const Saying *saying = &line->saying;

  g_assert_true (saying_phrase_class (saying, 0, 3) & WORD_CALL);
  g_assert_false (saying_phrase_class (saying, 0, 2) & WORD_CALL);
  g_assert_false (saying_phrase_class (saying, 5, 7) & WORD_CALL);
  g_assert_cmpuint (saying_phrase_class (saying, -1, 1), ==, 0);
}

/* A syllable is ours however often it is asked, and a foreign word is not. */
static void
test_ours (void)
{
  g_autoptr (Line) line = line_new ("nghiệp public ở 5");

  for (int times = 0; times < 2; times++) {
    g_assert_true (saying_is_ours (&line->saying, 0));
    g_assert_false (saying_is_ours (&line->saying, 1));
    g_assert_true (saying_is_ours (&line->saying, 2));
    g_assert_false (saying_is_ours (&line->saying, 3));
  }
}

/* Before the first token and behind the last there is nothing, however far. */
static void
test_outside (void)
{
  g_autoptr (Line) line = line_new ("một");

  for (int at = -3; at < 4; at++) {
    if (at == 0)
      continue;
    g_assert_false (saying_is_word (&line->saying, at));
    g_assert_false (saying_is_number (&line->saying, at));
    g_assert_false (saying_is_glued (&line->saying, at));
    g_assert_cmpuint (saying_length (&line->saying, at), ==, 0);
    g_assert_cmpuint (saying_class (&line->saying, at), ==, 0);
  }
}

static void
test_saying (void)
{
  g_autoptr (Line) line = line_new ("ĐT, TỔ 12 x");
  Saying *saying = &line->saying;

  g_assert_true (saying_at_start (saying));
  saying_small (saying, 2);
  saying_cardinal (saying, 3);
  saying_pause (saying, ',');
  saying_pause (saying, '.');
  saying_pause (saying, ',');
  g_assert_cmpstr (saying->out->str, ==, "tổ mười hai.");
  g_assert_true (saying_at_start (saying));
  saying_letters (saying, "Đ1", strlen ("Đ1"));
  saying_glue (saying);
  saying_word (saying, "-");
  saying_digits (saying, 3);
  g_assert_cmpstr (saying->out->str, ==, "tổ mười hai. đê một- một hai");
  saying_unsay (saying, strlen ("tổ mười hai."));
  g_assert_cmpstr (saying->out->str, ==, "tổ mười hai.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/saying/looking", test_looking);
  g_test_add_func ("/speech/saying/outside", test_outside);
  g_test_add_func ("/speech/saying/saying", test_saying);
  g_test_add_func ("/speech/saying/words", test_words);
  g_test_add_func ("/speech/saying/phrases", test_phrases);
  g_test_add_func ("/speech/saying/ours", test_ours);
  return g_test_run ();
}
