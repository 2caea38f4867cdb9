/* SPDX-License-Identifier: MIT */
#include "text/letter_words.h"

static void
test_words (void)
{
  static const struct {
    gunichar letter;
    const char *name, *sound;
  } rows[] = {
    { 'B', "bê", "bờ" },    { 'c', "xê", "cờ" },    { 'D', "dê", "dờ" },
    { 0x110, "đê", "đờ" },  { 'G', "giê", "gờ" },   { 'K', "ca", "ca" },
    { 'M', "em-mờ", "mờ" }, { 'S', "ét-sì", "sờ" }, { 'W', "vê-kép", "vê-kép" },
    { 0x1AF, "ư", "ư" },    { 0xC2, "ớ", "ớ" },     { 'A', "a", "a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmpstr (letter_word (rows[i].letter, LETTER_NAMES), ==, rows[i].name);
    g_assert_cmpstr (letter_word (rows[i].letter, LETTER_SOUNDS), ==, rows[i].sound);
  }
}

/* Every letter has both words, other characters have none. */
static void
test_alphabet (void)
{
  const char *letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz";

  for (const char *p = letters; *p; p = g_utf8_next_char (p)) {
    gunichar capital = g_unichar_toupper (g_utf8_get_char (p));
    g_assert_nonnull (letter_word (capital, LETTER_NAMES));
    g_assert_nonnull (letter_word (capital, LETTER_SOUNDS));
  }
  for (const char *p = "0-ßж "; *p; p = g_utf8_next_char (p)) {
    g_assert_null (letter_word (g_utf8_get_char (p), LETTER_NAMES));
    g_assert_null (letter_word (g_utf8_get_char (p), LETTER_SOUNDS));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/letter_words/words", test_words);
  g_test_add_func ("/text/letter_words/alphabet", test_alphabet);
  return g_test_run ();
}
