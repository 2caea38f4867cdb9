/* SPDX-License-Identifier: MIT */
#include "search/words.h"

#include "../support.h"

/* “fold:code” of each word, with “|” where a sentence ends before it. */
static char *
words_of (const char *text)
{
  g_autoptr (Words) words = words_new ();
  GString *out = g_string_new (NULL);
  g_autofree WordSpot *spots = g_new (WordSpot, strlen (text) + 1);
  guint n = words_split (words, text, strlen (text), spots);

  for (guint i = 0; i < n; i++) {
    const FoldedWord *word = words_get (words, spots[i].index);
    g_string_append_printf (out, "%s%s%s:%u", i ? " " : "", i && !spots[i].follows ? "| " : "",
                            word->fold, word->code);
  }
  return g_string_free (out, FALSE);
}

static void
test_words (void)
{
  static const struct {
    const char *text, *words;
  } rows[] = {
    { "", "" },
    { "Đăng ký", "dang:42 ky:2" },
    { "đăng ĐĂNG Đăng", "dang:42 dang:42 dang:42" },
    { "dang ky", "dang:0 ky:0" },
    { "hòa hoà", "hoa:1 hoa:1" }, /* either place of the tone */
    { "ưu đãi, ước", "uu:12 dai:28 uoc:14" },
    { "chợ cho chó", "cho:17 cho:0 cho:2" },
    { "kp5 KP05", "kp:0 5:0 kp:0 5:0" },
    { "08 0 00 007", "8:0 0:0 0:0 7:0" },
    { "0270123456", "0270123456:0" },
    { "Xong. Đến; hết\nvà 8.000", "xong:0 | den:32 | het:8 | va:1 8:0 0:0" },
    { "“Việc” – nhẹ…", "viec:11 nhe:5" },
    { "a×b ÷", "a:0 b:0" },
    { "café naïve", "cafe:2 naive:0" },
    { "𝒳y", "y:0" },
    { "--- * _ ~", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *found = words_of (rows[i].text);
    g_assert_cmpstr (found, ==, rows[i].words);
  }
}

/* Many bytes are looked at together: where a word stands among them makes no difference. */
static void
test_anywhere (void)
{
  const char *text = "Nghiêng. “Việc” – 5×7, a×b café! Ước; nhẹ… 8.000 𝒳y kp5";
  g_autofree char *found = words_of (text);

  for (guint n = 1; n < 200; n++) {
    g_autofree char *before = g_strnfill (n, ' '), *behind = g_strnfill (n, '-');
    g_autofree char *moved = g_strconcat (before, text, behind, NULL);
    g_autofree char *found_there = words_of (moved);
    g_assert_cmpstr (found_there, ==, found);
  }
}

/* Letters nobody types in a row are none, and what follows is found. */
static void
test_long (void)
{
  g_autofree char *long_word = g_strnfill (100, 'a');
  g_autofree char *text = g_strconcat (long_word, " b", NULL);
  g_autofree char *found = words_of (text);
  g_assert_cmpstr (found, ==, "b:0");
}

/* The same word has the same number, also when there are more than the table had room for. */
static void
test_many (void)
{
  g_autoptr (Words) words = words_new ();

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < 20000; i++) {
      g_autofree char *text = g_strdup_printf ("%u", 1000000 + i);
      g_assert_cmpuint (words_index (words, text, strlen (text)), ==, i);
    }
  g_assert_cmpuint (words_count (words), ==, 20000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/rows", test_words);
  g_test_add_func ("/words/anywhere", test_anywhere);
  g_test_add_func ("/words/long", test_long);
  g_test_add_func ("/words/many", test_many);
  return g_test_run ();
}
