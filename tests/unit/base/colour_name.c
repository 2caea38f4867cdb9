/* SPDX-License-Identifier: MIT */
#include "base/colour_name.h"

#include <string.h>

static void
test_find (void)
{
  static const struct {
    const char *text;
    guint32 rgb;
  } rows[] = {
    { "aliceblue", 0xF0F8FF }, { "yellowgreen", 0x9ACD32 },   { "Teal", 0x008080 },
    { "black", 0x000000 },     { "DarkSlateGrey", 0x2F4F4F }, { "lightgoldenrodyellow", 0xFAFAD2 },
  };
  guint32 rgb;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_true (colour_name_find (rows[i].text, strlen (rows[i].text), &rgb));
    g_assert_cmphex (rgb, ==, rows[i].rgb);
  }
  g_assert_true (colour_name_find ("redness", strlen ("red"), &rgb));
  g_assert_cmphex (rgb, ==, 0xFF0000);
}

static void
test_none (void)
{
  static const char *const texts[] = { "",  "a", "zzz", "re", "redd", "aliceblu", "yellowgreenish",
                                       "đỏ" };
  guint32 rgb;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (colour_name_find (texts[i], strlen (texts[i]), &rgb));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/colour-name/find", test_find);
  g_test_add_func ("/colour-name/none", test_none);
  return g_test_run ();
}
