/* SPDX-License-Identifier: MIT */
#include "model/symbol.h"

#include "../support.h"

static void
test_number (void)
{
  static const char *const good[] = { "1", "05", "4907", "12a", "1234567" };
  static const char *const bad[] = { "",      "a",  "12A", "12ab", "12345678", "4 907",
                                     "4.907", "-5", "+5",  "5/",   "12đ",      "٥" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (symbol_is_number (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (symbol_is_number (bad[i]));
}

static void
test_symbol (void)
{
  static const char *const good[] = {
    "UBND-NC",
    "UBND",
    "NĐ-CP",
    "2022/NĐ-CP",
    "QĐ-TTg",
    "CAHP-QLHC",
    "CV-TCTTKĐA",
    "TCTTKĐA",
    "UBND-VX",
    "KH&CN",
    "KHPH-TCTĐA06/CPTW-BCĐĐA06/CPHP",
    "QyĐ-UBND",
    "66-QĐ/TW",
    "UBND-KSTTHC1",
  };
  static const char *const bad[] = {
    "",         "ubnd",     "uBND",    "UBND NC",  " UBND",    "UBND ",    "UBND-",
    "-UBND",    "/UBND",    "UBND/",   "UBND//NC", "UBND--NC", "UBND-/NC", "UBND-nc",
    "UBND_NC",  "UBND.NC",  "UBND–NC", "2022",     "2022/5",   "&",        "-",
    "UBND\tNC", "UBND\nNC", "KH&",     "KH&&CN",
  };
  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_test_message ("%s", good[i]);
    g_assert_true (symbol_is_symbol (good[i]));
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_test_message ("“%s”", bad[i]);
    g_assert_false (symbol_is_symbol (bad[i]));
  }
}

static void
test_split (void)
{
  static const struct {
    const char *text, *number, *symbol; /* NULL: refused */
  } rows[] = {
    { "4907/UBND-NC", "4907", "UBND-NC" },
    { "59/2022/NĐ-CP", "59", "2022/NĐ-CP" },
    { "06/QĐ-TTg", "06", "QĐ-TTg" },
    { "2219/CAHP-QLHC", "2219", "CAHP-QLHC" },
    { "859/CV-TCTTKĐA", "859", "CV-TCTTKĐA" },
    { "62/KHPH-TCTĐA06/CPTW-BCĐĐA06/CPHP", "62", "KHPH-TCTĐA06/CPTW-BCĐĐA06/CPHP" },
    { "80/TCTTKĐA", "80", "TCTTKĐA" },
    { "12/UBND-VX", "12", "UBND-VX" },
    { "12a/UBND", "12a", "UBND" },
    { "1120/SKHCN-CĐS", "1120", "SKHCN-CĐS" },
    { "15/KH&CN", "15", "KH&CN" },
    { "4907", NULL, NULL },
    { "UBND-NC", NULL, NULL },
    { "/UBND-NC", NULL, NULL },
    { "4907/", NULL, NULL },
    { "4907//UBND", NULL, NULL },
    { "4907 /UBND", NULL, NULL },
    { "4907/ UBND", NULL, NULL },
    { "4907/ubnd-nc", NULL, NULL },
    { "5/3/2026", NULL, NULL },
    { "", NULL, NULL },
    { "/", NULL, NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *number = NULL;
    g_autofree char *symbol = NULL;
    g_test_message ("“%s”", rows[i].text);
    g_assert_cmpint (symbol_split (rows[i].text, &number, &symbol), ==, rows[i].number != NULL);
    g_assert_cmpstr (number, ==, rows[i].number);
    g_assert_cmpstr (symbol, ==, rows[i].symbol);
  }
}

/* Numbers below 10 take a zero (Decree 30/2020, annex I). */
static void
test_join (void)
{
  static const struct {
    const char *number, *symbol, *joined;
  } rows[] = {
    { "4907", "UBND-NC", "4907/UBND-NC" }, { "5", "UBND", "05/UBND" },
    { "05", "UBND", "05/UBND" },           { "10", "UBND", "10/UBND" },
    { "5a", "UBND", "05a/UBND" },          { "12a", "UBND", "12a/UBND" },
    { NULL, "UBND-NC", "/UBND-NC" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *joined = symbol_join (rows[i].number, rows[i].symbol, FALSE);
    g_assert_cmpstr (joined, ==, rows[i].joined);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/symbol/number", test_number);
  g_test_add_func ("/symbol/symbol", test_symbol);
  g_test_add_func ("/symbol/split", test_split);
  g_test_add_func ("/symbol/join", test_join);
  return g_test_run ();
}
