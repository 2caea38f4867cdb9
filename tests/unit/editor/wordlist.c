/* SPDX-License-Identifier: MIT */
#include "editor/wordlist.c"

#include "text/syllable.h"

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

static void
numbers_of (const Wordlist *list, const char *pair, guint numbers[2])
{
  g_auto (GStrv) parts = g_strsplit (pair, " ", 2);

  for (guint i = 0; i < 2; i++) {
    TestWord word = word_of (parts[i]);
    numbers[i] = wordlist_number (list, word.word.key);
    clear (&word);
  }
}

static gboolean
has_pair (const Wordlist *list, const char *pair)
{
  guint numbers[2];

  numbers_of (list, pair, numbers);
  return wordlist_has_pair (list, numbers[0], numbers[1]);
}

static const char *
confused (const Wordlist *list, const char *pair)
{
  guint numbers[2];

  numbers_of (list, pair, numbers);
  return wordlist_confused (list, numbers[0], numbers[1]);
}

static void
test_pairs (void)
{
  g_autoptr (Wordlist) list = wordlist_new (NULL);
  guint numbers[2], meant[2];

  g_assert_true (has_pair (list, "tố giác"));
  g_assert_false (has_pair (list, "tổ giác"));
  g_assert_false (has_pair (list, "giác tố"));
  /* Wherever the tone stands. */
  g_assert_true (has_pair (list, "hoá chất"));
  g_assert_cmpstr (confused (list, "xử dụng"), ==, "sử dụng");
  numbers_of (list, "thong tin", numbers);
  g_assert_true (wordlist_without_marks (list, numbers[0], numbers[1], meant));
  g_assert_cmpstr (wordlist_written (list, meant[0]), ==, "thông");
  numbers_of (list, "cán bộ", numbers);
  g_assert_true (wordlist_has_common (list, numbers[0], numbers[1]));
}

static gboolean
may_be (const Wordlist *list, const char *written, const char *meant, SlipKind kind)
{
  TestWord word = word_of (written);
  guint n;
  const Slip *slips = wordlist_slips (list, wordlist_number (list, word.word.key), &n);
  gboolean found = FALSE;

  for (guint i = 0; i < n; i++)
    found |= strcmp (wordlist_written (list, slips[i].number), meant) == 0 && slips[i].kind == kind;
  clear (&word);
  return found;
}

static void
test_slips (void)
{
  g_autoptr (Wordlist) list = wordlist_new (NULL);
  TestWord word = word_of ("hco");

  g_assert_true (may_be (list, "bão", "bảo", SLIP_MARKS));
  g_assert_true (may_be (list, "sử", "xử", SLIP_SOUND));
  g_assert_true (may_be (list, "dao", "giao", SLIP_SOUND));
  g_assert_true (may_be (list, "quảng", "quản", SLIP_SOUND));
  g_assert_true (may_be (list, "tường", "trường", SLIP_LETTER));
  g_assert_false (may_be (list, "bão", "bão", SLIP_MARKS));
  g_assert_false (may_be (list, "bão", "nước", SLIP_LETTER));
  guint number = wordlist_misspelt (list, word.word.key);
  g_assert_cmpuint (number, !=, 0);
  g_assert_cmpstr (wordlist_written (list, number), ==, "cho");
  clear (&word);
}

/* The tables do not contradict each other. */
static void
test_tables (void)
{
  g_autoptr (Wordlist) list = wordlist_new (NULL);

  g_assert_cmpuint (G_N_ELEMENTS (confusions), >=, 200);
  g_assert_cmpuint (list->pairs.n, >=, 40000);
  for (guint i = 0; i < G_N_ELEMENTS (confusions); i++) {
    if (has_pair (list, confusions[i].written))
      g_error ("“%s” is a word and a confusion", confusions[i].written);
    g_assert_cmpint (confusions[i].source, <=, MEANING);
    g_assert_cmpstr (confusions[i].written, !=, confusions[i].meant);
    if (confused (list, confusions[i].meant))
      g_error ("“%s” is meant, and is a confusion itself", confusions[i].meant);
  }
  for (guint i = 1; i < list->syllables->len && i < list->n_known; i++) {
    ToneStyle style;
    const char *written = syllable_at (list, i)->written;
    SyllableFault fault = syllable_fault (written, strlen (written), &style);
    if (fault != SYLLABLE_GOOD && fault != SYLLABLE_OTHER_LETTERS
        && syllable_has_marks (written, strlen (written))
        && !g_hash_table_contains (list->names, written))
      g_error ("“%s” is no syllable", written);
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
  g_test_add_func ("/editor/wordlist/slips", test_slips);
  g_test_add_func ("/editor/wordlist/tables", test_tables);
  g_test_add_func ("/editor/wordlist/brands", test_brands);
  return g_test_run ();
}
