/* SPDX-License-Identifier: MIT */
#include "editor/spelling.h"

#include <string.h>

static guint n_judged;

static void
judge (const Wordlist *list, const char *text, Word *word)
{
  (void) list;
  word->number = ++n_judged;
  word->traits = (guint) strlen (text);
}

static void
test_letters (void)
{
  static const struct {
    const char *text, *small, *key;
    WordCase letters;
    gboolean has_marks, has_tone, is_bare;
  } rows[] = {
    { "hoa", "hoa", "hoa0", CASE_SMALL, FALSE, FALSE, TRUE },
    { "Hoà", "hoà", "hoa1", CASE_TITLE, TRUE, TRUE, TRUE },
    { "ĐƯỜNG", "đường", "DUPng1", CASE_CAPITALS, TRUE, TRUE, TRUE },
    { "VNeID", "vneid", "vneid0", CASE_MIXED, FALSE, FALSE, TRUE },
    { "Ấ", "ấ", "B2", CASE_TITLE, TRUE, TRUE, TRUE },
    { "čư", "čư", "?U0", CASE_SMALL, TRUE, FALSE, FALSE },
  };
  g_autoptr (Spellings) spellings = spellings_new (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Word word = spellings_word (spellings, rows[i].text, strlen (rows[i].text));
    g_assert_cmpuint (word.length, ==, strlen (rows[i].text));
    g_assert_cmpstr (word.small, ==, rows[i].small);
    g_assert_cmpstr (word.key, ==, rows[i].key);
    g_assert_cmpint (word.letters, ==, rows[i].letters);
    g_assert_cmpint (word.has_marks, ==, rows[i].has_marks);
    g_assert_cmpint (word.has_tone, ==, rows[i].has_tone);
    g_assert_cmpint (word.is_bare, ==, rows[i].is_bare);
  }
}

/* Each way to write a word is judged once, whatever stands behind it. */
static void
test_once (void)
{
  g_autoptr (Spellings) spellings = spellings_new (NULL, judge);

  n_judged = 0;
  g_assert_cmpuint (spellings_word (spellings, "dân cư", strlen ("dân")).number, ==, 1);
  g_assert_cmpuint (spellings_word (spellings, "Dân cư", strlen ("Dân")).number, ==, 2);
  g_assert_cmpuint (spellings_word (spellings, "dân số", strlen ("dân")).number, ==, 1);
  g_assert_cmpuint (spellings_word (spellings, "dân số", strlen ("dân")).traits, ==,
                    strlen ("dân"));
  spellings_begin (spellings);
  g_assert_cmpuint (spellings_word (spellings, "dân", strlen ("dân")).number, ==, 1);
}

/* Words without end are forgotten before the next manuscript. */
static void
test_forgotten (void)
{
  g_autoptr (Spellings) spellings = spellings_new (NULL, judge);
  g_autofree char *endless = g_strnfill (1 << 23, 'a');

  n_judged = 0;
  spellings_word (spellings, "dân", strlen ("dân"));
  spellings_word (spellings, endless, strlen (endless));
  spellings_begin (spellings);
  g_assert_cmpuint (spellings_word (spellings, "dân", strlen ("dân")).number, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editor/spelling/letters", test_letters);
  g_test_add_func ("/editor/spelling/once", test_once);
  g_test_add_func ("/editor/spelling/forgotten", test_forgotten);
  return g_test_run ();
}
