/* SPDX-License-Identifier: MIT */
#include "check/names.h"

#include "../support.h"

static void
check_two (const char *one, const char *other, const char *expected)
{
  g_autoptr (Report) report = report_new ();
  PublishedName names[] = { {
                              one,
                              "one",
                            },
                            { other, "other" } };

  names_check (names, other ? 2 : 1, report);
  g_autofree char *faults = report_faults (report);
  g_assert_cmpstr (faults, ==, expected);
}

static void
test_one (void)
{
  static const char *const good[] = { "a/b.html", "ảnh bìa.png", "console.txt", "com.txt",
                                      "com10",    "a/lpt.x",     "nulla.txt",   ".htaccess",
                                      "a..b",     "com0",        "com⁴" };
  static const char *const devices[] = { "con.html", "a/NUL",        "Aux.tar.gz",
                                         "com1",     "x/lpt9.txt/y", "prn ",
                                         "con .txt", "lpt².txt",     "con/lich-phun.html" };
  static const char *const signs[] = { "a:b", "a?b.txt", "x/a*b", "a|b", "a<b", "a\"b" };
  static const char *const ends[] = { "a.", "b /c" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    check_two (good[i], NULL, "");
  for (guint i = 0; i < G_N_ELEMENTS (devices); i++) {
    g_autoptr (Report) report = report_new ();
    names_check (&(PublishedName){ devices[i], "x" }, 1, report);
    g_autofree char *faults = report_faults (report);
    if (!strstr (faults, "the name of a device"))
      g_error ("%s: %s", devices[i], faults);
  }
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    g_autoptr (Report) report = report_new ();
    names_check (&(PublishedName){ signs[i], "x" }, 1, report);
    g_assert_cmpuint (report_n_errors (report), ==, 1);
  }
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autoptr (Report) report = report_new ();
    names_check (&(PublishedName){ ends[i], "x" }, 1, report);
    g_assert_cmpuint (report_n_errors (report), ==, 1);
  }
  static const char *const unseen[] = { "giay\u202Efdp.pdf", "a\u200B.pdf", "a\u00ADb/c",
                                        "a/\u2066x" };
  for (guint i = 0; i < G_N_ELEMENTS (unseen); i++) {
    g_autoptr (Report) report = report_new ();
    names_check (&(PublishedName){ unseen[i], "x" }, 1, report);
    g_assert_cmpuint (report_n_errors (report), ==, 1);
  }
  g_autofree char *name = g_strnfill (230, 'a');
  g_autoptr (Report) report = report_new ();
  names_check (&(PublishedName){ name, "x" }, 1, report);
  g_assert_cmpuint (report_n_errors (report), ==, 1);
}

static void
test_two (void)
{
  check_two ("a/b.txt", "a/c.txt", "");
  check_two ("A/b.txt", "A/c.txt", "");
  check_two ("a.txt", "A.txt",
             "other: error: on Windows and on a stick this name is the same as “a.txt”\n");
  check_two ("a/b.txt", "A/c.txt",
             "other: error: on Windows and on a stick this name is the same as “a”\n");
  check_two ("\xC3\xA9.txt", "e\xCC\x81.txt",
             "other: error: on Windows and on a stick this name is the same as “é.txt”\n");
  check_two ("Đ.txt", "đ.txt",
             "other: error: on Windows and on a stick this name is the same as “Đ.txt”\n");
}

static void
test_packed (void)
{
  check_two ("a.csv", "a.csv.gz",
             "other: error: servers would send this file in place of “a.csv”\n");
  check_two ("a.csv.br", "a.csv", "one: error: servers would send this file in place of “a.csv”\n");
  check_two ("b/a.csv", "a.csv.gz", "");
  check_two ("a.csv.gz", NULL, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/one", test_one);
  g_test_add_func ("/names/two", test_two);
  g_test_add_func ("/names/packed", test_packed);
  return g_test_run ();
}
