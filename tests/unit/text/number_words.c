/* SPDX-License-Identifier: MIT */
#include "text/number_words.h"

#include <stdlib.h>
#include <string.h>

#define RANDOM_NUMBERS 1000000

typedef struct {
  const char *digits;
  const char *words;
} Row;

static const Row cardinals[] = {
  { "0", "không" },
  { "10", "mười" },
  { "11", "mười một" },
  { "14", "mười bốn" },
  { "15", "mười lăm" },
  { "21", "hai mươi mốt" },
  { "24", "hai mươi tư" },
  { "25", "hai mươi lăm" },
  { "50", "năm mươi" },
  { "101", "một trăm linh một" },
  { "104", "một trăm linh bốn" },
  { "105", "một trăm linh năm" },
  { "110", "một trăm mười" },
  { "205", "hai trăm linh năm" },
  { "1007", "một nghìn không trăm linh bảy" },
  { "2024", "hai nghìn không trăm hai mươi tư" },
  { "1000007", "một triệu không trăm linh bảy" },
  { "1000060", "một triệu không trăm sáu mươi" },
  { "1004000", "một triệu không trăm linh bốn nghìn" },
  { "3000004000", "ba tỷ không trăm linh bốn nghìn" },
  { "1000000000000", "một nghìn tỷ" },
  { "1000000000000000", "một triệu tỷ" },
  { "1000000000000000000", "một tỷ tỷ" },
  { "1000000005000000000", "một tỷ không trăm linh năm tỷ" },
  { "007", "bảy" },
};

static void
test_cardinals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cardinals); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    number_words_cardinal (out, &number_style_official, cardinals[i].digits,
                           strlen (cardinals[i].digits));
    g_assert_cmpstr (out->str, ==, cardinals[i].words);
  }
}

/* A reader that shares nothing with the writer: it knows the words, and adds and multiplies. */
static const struct {
  const char *word;
  guint value;
} units[] = { { "không", 0 }, { "một", 1 }, { "mốt", 1 }, { "hai", 2 }, { "ba", 3 },
              { "bốn", 4 },   { "tư", 4 },  { "năm", 5 }, { "lăm", 5 }, { "sáu", 6 },
              { "bảy", 7 },   { "tám", 8 }, { "chín", 9 } };

typedef struct {
  guint64 ty;    /* what was counted in tỷ, already multiplied */
  guint64 below; /* thousands and millions since */
  guint group, unit;
} Reader;

static void
reader_take (Reader *reader, const char *word)
{
  static const struct {
    const char *word;
    guint64 factor;
  } powers[] = { { "nghìn", 1000 }, { "triệu", 1000000 } };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (units[i].word, word) == 0) {
      reader->unit = units[i].value;
      return;
    }
  if (strcmp (word, "linh") == 0)
    return;
  if (strcmp (word, "mười") == 0) {
    reader->group += 10;
    return;
  }
  if (strcmp (word, "trăm") == 0 || strcmp (word, "mươi") == 0) {
    reader->group += reader->unit * (word[0] == 't' ? 100 : 10);
    reader->unit = 0;
    return;
  }
  guint64 value = reader->group + reader->unit;
  reader->group = reader->unit = 0;
  for (guint i = 0; i < G_N_ELEMENTS (powers); i++)
    if (strcmp (powers[i].word, word) == 0) {
      reader->below += value * powers[i].factor;
      return;
    }
  g_assert_cmpstr (word, ==, "tỷ");
  reader->ty = (reader->ty + reader->below + value) * 1000000000;
  reader->below = 0;
}

static guint64
read_words (char *words)
{
  Reader reader = { 0 };
  char *rest = words;

  for (char *word; (word = strtok_r (rest, " ", &rest)) != NULL;)
    reader_take (&reader, word);
  return reader.ty + reader.below + reader.group + reader.unit;
}

/* What must never be said, whatever the number. */
static const char *const wrong[] = { "mười năm", "mươi năm",       "mươi một",  "mươi bốn",
                                     "mốt trăm", "mốt nghìn trăm", "linh mười", "trăm mốt",
                                     "  ",       "không mươi",     "một mươi" };

static void
check_forms (guint64 number, const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (strstr (words, wrong[i]))
      g_error ("%" G_GUINT64_FORMAT " is said as “%s”", number, words);
}

static void
check_number (guint64 number, GString *out)
{
  g_string_truncate (out, 0);
  number_words_integer (out, &number_style_official, number);
  /* Every form there is turns up in one number of seven as well as in all of them. */
  if (number % 7 == 5)
    check_forms (number, out->str);
  guint64 back = read_words (out->str);
  if (back != number)
    g_error ("%" G_GUINT64_FORMAT " reads back as %" G_GUINT64_FORMAT, number, back);
}

static void
test_read_back (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (20260305);

  for (guint64 number = 0; number <= 1000000; number++)
    check_number (number, out);
  for (guint i = 0; i < RANDOM_NUMBERS; i++) {
    /* Every length is as likely as any other. */
    guint64 bound = 1;
    for (int digits = g_rand_int_range (random, 1, 19); digits > 0; digits--)
      bound *= 10;
    guint64 number = (guint64) g_rand_int (random) << 32 | g_rand_int (random);
    check_number (number % (bound + 1), out);
  }
}

static void
test_styles (void)
{
  const NumberStyle south = { "lẻ", "ngàn" };
  g_autoptr (GString) out = g_string_new (NULL);

  number_words_integer (out, &south, 1205);
  g_assert_cmpstr (out->str, ==, "một ngàn hai trăm lẻ năm");
}

static void
test_fractions (void)
{
  static const Row rows[] = { { "5", "năm" },           { "05", "không năm" },
                              { "42", "bốn mươi hai" }, { "318", "ba một tám" },
                              { "00", "không không" },  { "10", "mười" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    number_words_fraction (out, &number_style_official, rows[i].digits, strlen (rows[i].digits));
    g_assert_cmpstr (out->str, ==, rows[i].words);
  }
}

static void
test_ordinals (void)
{
  static const char *const words[] = { NULL, "nhất", "hai", "ba", "tư", "năm", "sáu" };

  for (guint i = 1; i < G_N_ELEMENTS (words); i++) {
    g_autoptr (GString) out = g_string_new ("thứ");
    g_autofree char *expected = g_strconcat ("thứ ", words[i], NULL);
    number_words_ordinal (out, &number_style_official, i);
    g_assert_cmpstr (out->str, ==, expected);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/number_words/cardinals", test_cardinals);
  g_test_add_func ("/text/number_words/read-back", test_read_back);
  g_test_add_func ("/text/number_words/styles", test_styles);
  g_test_add_func ("/text/number_words/fractions", test_fractions);
  g_test_add_func ("/text/number_words/ordinals", test_ordinals);
  return g_test_run ();
}
