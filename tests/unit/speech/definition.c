/* SPDX-License-Identifier: MIT */
#include "speech/definition.h"

#include <string.h>

static void
test_learn (void)
{
  static const struct {
    const char *text, *form, *words; /* NULL: not explained */
  } rows[] = {
    { "Ủy ban nhân dân (UBND) họp", "UBND", "Ủy ban nhân dân" },
    { "UBND (ủy ban nhân dân) họp", "UBND", "ủy ban nhân dân" },
    { "UBND (  ủy  ban nhân dân) họp", "UBND", "ủy ban nhân dân" },
    { "quản lý hành chính về trật tự xã hội (QLHCTTXH)", "QLHCTTXH",
      "quản lý hành chính về trật tự xã hội" },
    { "an ninh, trật tự (ANTT)", "ANTT", "an ninh, trật tự" },
    { "ban quản lý về và do đất (BQLĐ)", "BQLĐ", "ban quản lý về và do đất" },
    { "ban quản lý về và do về đất (BQLĐ)", "BQLĐ", NULL },
    { "Tổ công tác (BCĐ)", "BCĐ", NULL },
    { "họp. Ủy ban (UBX)", "UBX", NULL },
    { "dân (Đ)", "Đ", NULL },
    /* đ is not d */
    { "điện dân (DD)", "DD", NULL },
    { "(UBND", "UBND", NULL },
    { "()", "UBND", NULL },
  };

  Vocabulary *vocabulary = vocabulary_new ();
  g_assert_true (vocabulary_add (vocabulary, "về", WORD_FUNCTION));
  g_assert_true (vocabulary_add (vocabulary, "và", WORD_FUNCTION));
  g_assert_true (vocabulary_add (vocabulary, "do", WORD_FUNCTION));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Definitions *definitions = definitions_new (vocabulary);
    definitions_learn (definitions, rows[i].text, strlen (rows[i].text));
    g_assert_cmpstr (definitions_find (definitions, rows[i].form, strlen (rows[i].form)), ==,
                     rows[i].words);
    definitions_free (definitions);
  }
  vocabulary_free (vocabulary);
}

static void
test_first_and_clear (void)
{
  const char *text = "Quỹ học bổng (QHB). Quan hệ bạn (QHB)";
  Vocabulary *vocabulary = vocabulary_new ();
  Definitions *definitions = definitions_new (vocabulary);

  definitions_learn (definitions, text, strlen (text));
  g_assert_cmpstr (definitions_find (definitions, "QHB", 3), ==, "Quỹ học bổng");
  definitions_clear (definitions);
  g_assert_null (definitions_find (definitions, "QHB", 3));
  definitions_free (definitions);
  vocabulary_free (vocabulary);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/definition/learn", test_learn);
  g_test_add_func ("/speech/definition/first-and-clear", test_first_and_clear);
  return g_test_run ();
}
