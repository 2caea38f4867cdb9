/* SPDX-License-Identifier: MIT */
#include "speech/vocabulary.h"

#include <string.h>

static void
test_find (void)
{
  static const struct {
    const char *word;
    guint class;
  } rows[] = {
    { "ngày", WORD_DAY },     { "Ngày", WORD_DAY },   { "NGÀY", WORD_DAY },
    { "tháng", WORD_MONTH },  { "thứ", WORD_FIRST },  { "triệu", WORD_MAGNITUDE },
    { "chương", WORD_ROMAN }, { "điều", WORD_ORDER }, { "để", WORD_BREATH },
    { "của", WORD_PHRASE },   { "hộ", WORD_TOTAL },   { "ấp", WORD_ORDER },
    { "biển", WORD_CODE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (vocabulary_find (rows[i].word, strlen (rows[i].word)) & rows[i].class, ==,
                      rows[i].class);
  g_assert_cmpuint (vocabulary_find ("xyz", 3), ==, 0);
  g_assert_cmpuint (vocabulary_find ("", 0), ==, 0);
  g_assert_cmpuint (vocabulary_find ("ngàyngàyngàyngàyngàyngày", 30), ==, 0);
}

static void
test_lower (void)
{
  char word[8];

  g_assert_true (vocabulary_lower ("ĐT", strlen ("ĐT"), word, sizeof word));
  g_assert_cmpstr (word, ==, "đt");
  g_assert_true (vocabulary_lower ("", 0, word, sizeof word));
  g_assert_cmpstr (word, ==, "");
  g_assert_false (vocabulary_lower ("PHƯỜNG", strlen ("PHƯỜNG"), word, sizeof word));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/vocabulary/find", test_find);
  g_test_add_func ("/speech/vocabulary/lower", test_lower);
  return g_test_run ();
}
