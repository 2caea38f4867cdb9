/* SPDX-License-Identifier: MIT */
#include "write/sums.h"

#include <string.h>

#define HEX "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* What is written is read again, whatever is in a name; so is what sha256sum writes on Windows. */
static void
test_round (void)
{
  static const char *const names[] = { "a.html", "tệp/b c.pdf", "x\\y", "two\nlines", "*star" };
  g_autoptr (GString) sums = g_string_new (NULL);
  guint line;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    sums_add (sums, names[i], HEX);
  g_string_append (sums, HEX " *binary.png\r\n\n");
  g_autoptr (GHashTable) read = sums_read (sums->str, sums->len, &line);
  g_assert_nonnull (read);
  g_assert_cmpuint (g_hash_table_size (read), ==, G_N_ELEMENTS (names) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (g_hash_table_lookup (read, names[i]), ==, HEX);
  g_assert_cmpstr (g_hash_table_lookup (read, "binary.png"), ==, HEX);
}

static void
test_faults (void)
{
  static const char *const lines[] = {
    "x",           HEX,           HEX " a",         HEX "0  a",      HEX "  ",
    HEX "  /etc",  HEX "  ../a",  HEX "  a/../../b", HEX "  a//b",    HEX "  ./a",
    " " HEX "  a", HEX "\ta",     "0" HEX "  a",     "\\" HEX "  ..",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autofree char *text = g_strconcat (HEX "  good\n", lines[i], "\n", NULL);
    guint line = 0;
    g_test_message ("%s", lines[i]);
    g_assert_null (sums_read (text, strlen (text), &line));
    g_assert_cmpuint (line, ==, 2);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sums/round", test_round);
  g_test_add_func ("/sums/faults", test_faults);
  return g_test_run ();
}
