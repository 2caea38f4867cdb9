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

/* Words of one topic or of several, in any case, and how far before. */
static void
test_topics (void)
{
  g_autoptr (Line) line = line_new ("XE chở dầu 5");
  const Saying *saying = &line->saying;

  g_assert_true (saying_has_topic (saying, 0, TOPIC_LOAD));
  g_assert_true (saying_has_topic (saying, 0, TOPIC_GOLD | TOPIC_LOAD));
  g_assert_false (saying_has_topic (saying, 0, TOPIC_GOLD));
  g_assert_false (saying_has_topic (saying, 1, TOPIC_LOAD));
  g_assert_false (saying_has_topic (saying, 3, ~(WordClasses) 0));
  g_assert_cmpuint (saying_topics (saying, 0), ==, TOPIC_LOAD | TOPIC_CAR);
  g_assert_cmpuint (saying_topics (saying, 3), ==, 0);
  g_assert_true (saying_topic_before (saying, 3, 3, TOPIC_LOAD));
  g_assert_false (saying_topic_before (saying, 3, 2, TOPIC_LOAD));
  g_assert_false (saying_topic_before (saying, 0, 3, TOPIC_LOAD));
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
  g_test_add_func ("/speech/saying/topics", test_topics);
  g_test_add_func ("/speech/saying/phrases", test_phrases);
  g_test_add_func ("/speech/saying/ours", test_ours);
  return g_test_run ();
}
