/* SPDX-License-Identifier: MIT */
#include "editor/wordlist.c"

/* A word as a manuscript has it. */
typedef struct {
  GString *key, *plain;
  Word word;
} TestWord;

static TestWord
word_of (const char *text)
{
  TestWord made = { g_string_new (NULL), g_string_new (NULL), { 0 } };

  spell (text, strlen (text), made.key, made.plain);
  made.word.small = text;
  made.word.key = made.key->str;
  made.word.plain = made.plain->str;
  for (const char *p = text; *p; p++)
    made.word.has_marks |= (guchar) *p >= 0x80;
  return made;
}

static void
clear (TestWord *made)
{
  g_string_free (made->key, TRUE);
  g_string_free (made->plain, TRUE);
}

typedef const char *(*Ask) (const Wordlist *list, const Word *first, const Word *second);

static const char *
ask (const Wordlist *list, Ask what, const char *pair)
{
  g_auto (GStrv) parts = g_strsplit (pair, " ", 2);
  TestWord first = word_of (parts[0]), second = word_of (parts[1]);
  const char *answer = what (list, &first.word, &second.word);

  clear (&first);
  clear (&second);
  return answer;
}

static void
test_pairs (void)
{
  g_autoptr (Wordlist) list = wordlist_new (NULL);

  g_assert_cmpstr (ask (list, wordlist_near_pair, "tổ giác"), ==, "tố giác");
  g_assert_cmpstr (ask (list, wordlist_near_pair, "thong tin"), ==, "thông tin");
  g_assert_null (ask (list, wordlist_near_pair, "có quan"));
  g_assert_null (ask (list, wordlist_near_pair, "đang ký"));
  g_assert_cmpstr (ask (list, wordlist_confused, "xử dụng"), ==, "sử dụng");
  /* Wherever the tone stands. */
  g_assert_null (ask (list, wordlist_near_pair, "hoá chất"));
}

/* The tables do not contradict each other. */
static void
test_tables (void)
{
  g_autoptr (Wordlist) list = wordlist_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (G_N_ELEMENTS (confusions), >=, 200);
  for (guint i = 0; i < G_N_ELEMENTS (compounds); i++)
    if (!g_hash_table_add (seen, (gpointer) compounds[i]))
      g_error ("“%s” stands twice among the compounds", compounds[i]);
  for (guint i = 0; i < G_N_ELEMENTS (confusions); i++) {
    if (g_hash_table_contains (seen, confusions[i].written))
      g_error ("“%s” is a word and a confusion", confusions[i].written);
    g_assert_cmpint (confusions[i].source, <=, MEANING);
    g_assert_cmpstr (confusions[i].written, !=, confusions[i].meant);
    if (ask (list, wordlist_confused, confusions[i].meant))
      g_error ("“%s” is meant, and is a confusion itself", confusions[i].meant);
  }
  for (guint i = 0; i < G_N_ELEMENTS (compounds); i++) {
    g_auto (GStrv) parts = g_strsplit (compounds[i], " ", 2);
    for (guint j = 0; j < 2; j++) {
      TestWord word = word_of (parts[j]);
      if (word.word.has_marks && !wordlist_has_syllable (list, word.word.key))
        g_error ("“%s” of “%s” is no syllable in use", parts[j], compounds[i]);
      clear (&word);
    }
  }
}

static void
test_brands (void)
{
  g_autoptr (Wordlist) list = wordlist_new (NULL);

  g_assert_cmpstr (wordlist_brand (list, "VNelD", 5), ==, "VNeID");
  g_assert_cmpstr (wordlist_brand (list, "VNNeID", 6), ==, "VNeID");
  g_assert_cmpstr (wordlist_brand (list, "facebook", 8), ==, "Facebook");
  g_assert_null (wordlist_brand (list, "VNeID", 5));
  g_assert_null (wordlist_brand (list, "zaloo123", 8));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editor/wordlist/pairs", test_pairs);
  g_test_add_func ("/editor/wordlist/tables", test_tables);
  g_test_add_func ("/editor/wordlist/brands", test_brands);
  return g_test_run ();
}
