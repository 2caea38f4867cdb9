/* SPDX-License-Identifier: MIT */
#include "speech/vocabulary.h"

#include <string.h>

static WordClasses
find (const Vocabulary *vocabulary, const char *word)
{
  return vocabulary_find (vocabulary, word, strlen (word));
}

/* In any case, in several classes, of several syllables. */
static void
test_find (void)
{
  Vocabulary *vocabulary = vocabulary_new ();

  g_assert_true (vocabulary_add (vocabulary, "Ngày", WORD_DAY));
  g_assert_true (vocabulary_add (vocabulary, "ngày", WORD_PER | WORD_FUNCTION));
  g_assert_true (vocabulary_add (vocabulary, "bảng Anh", WORD_MONEY));
  g_assert_cmpuint (find (vocabulary, "ngày"), ==, WORD_DAY | WORD_PER | WORD_FUNCTION);
  g_assert_cmpuint (find (vocabulary, "NGÀY"), ==, WORD_DAY | WORD_PER | WORD_FUNCTION);
  g_assert_cmpuint (find (vocabulary, "bảng anh"), ==, WORD_MONEY);
  g_assert_cmpuint (find (vocabulary, "bảng"), ==, WORD_STARTS_PHRASE);
  g_assert_cmpuint (find (vocabulary, "anh"), ==, WORD_ENDS_PHRASE);
  g_assert_cmpuint (vocabulary_find (vocabulary, "ngày mai", strlen ("ngày")), !=, 0);
  g_assert_cmpuint (find (vocabulary, ""), ==, 0);
  vocabulary_free (vocabulary);
}

/* What does not fit is refused when it is added, and is no word when it is met. */
static void
test_length (void)
{
  Vocabulary *vocabulary = vocabulary_new ();
  const char *longest = "abcdefghijklmnopqrstuvwxyz0123";

  g_assert_true (vocabulary_add (vocabulary, longest, WORD_DAY));
  g_assert_cmpuint (find (vocabulary, longest), ==, WORD_DAY);
  g_assert_false (vocabulary_add (vocabulary, "abcdefghijklmnopqrstuvwxyz01234", WORD_DAY));
  g_assert_cmpuint (find (vocabulary, "ngàyngàyngàyngàyngàyngàyngày"), ==, 0);
  vocabulary_free (vocabulary);
}

/* More words than a new vocabulary has places, all of which are found again. */
static void
test_many (void)
{
  Vocabulary *vocabulary = vocabulary_new ();

  for (guint i = 0; i < 10000; i++) {
    g_autofree char *word = g_strdup_printf ("từ%u", i);
    g_assert_true (vocabulary_add (vocabulary, word, (WordClasses) i + 1));
  }
  for (guint i = 0; i < 10000; i++) {
    g_autofree char *word = g_strdup_printf ("TỪ%u", i);
    g_assert_cmpuint (find (vocabulary, word), ==, (WordClasses) i + 1);
  }
  g_assert_cmpuint (find (vocabulary, "từ10000"), ==, 0);
  vocabulary_free (vocabulary);
}

/* Every class has a name of its own, and is one bit; so has every topic, and is one. */
static void
test_classes (void)
{
  const char *const *names = vocabulary_class_names ();
  WordClasses all[2] = { 0, 0 };
  gboolean is_topic;

  g_assert_cmpuint (vocabulary_class ("phone", &is_topic), ==, WORD_PHONE);
  g_assert_false (is_topic);
  g_assert_cmpuint (vocabulary_class ("not-roman", &is_topic), ==, WORD_NOT_ROMAN);
  g_assert_cmpuint (vocabulary_class ("not-room", &is_topic), ==, TOPIC_NOT_ROOM);
  g_assert_true (is_topic);
  g_assert_cmpuint (vocabulary_class ("Phone", &is_topic), ==, 0);
  for (guint i = 0; names[i]; i++) {
    WordClasses class = vocabulary_class (names[i], &is_topic);
    g_assert_cmpuint (class, !=, 0);
    g_assert_cmpuint (class & (class - 1), ==, 0);
    g_assert_cmpuint (all[is_topic] & class, ==, 0);
    all[is_topic] |= class;
  }
  g_assert_cmpuint (all[FALSE], ==, WORD_EMERGENCY * 2 - 1);
  g_assert_cmpuint (all[TRUE], ==, TOPIC_OVER_MONTHS * 2 - 1);
}

static void
test_lower (void)
{
  char word[8];

  g_assert_true (vocabulary_lower ("ĐT", strlen ("ĐT"), word, sizeof word));
  g_assert_cmpstr (word, ==, "đt");
  g_assert_true (vocabulary_lower ("", 0, word, sizeof word));
  g_assert_cmpstr (word, ==, "");
  g_assert_true (vocabulary_lower ("ÀĂƯ", strlen ("ÀĂƯ"), word, sizeof word));
  g_assert_cmpstr (word, ==, "àăư");
  g_assert_false (vocabulary_lower ("PHƯỜNG", strlen ("PHƯỜNG"), word, sizeof word));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/vocabulary/find", test_find);
  g_test_add_func ("/speech/vocabulary/length", test_length);
  g_test_add_func ("/speech/vocabulary/many", test_many);
  g_test_add_func ("/speech/vocabulary/classes", test_classes);
  g_test_add_func ("/speech/vocabulary/lower", test_lower);
  return g_test_run ();
}
