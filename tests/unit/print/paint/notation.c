/* SPDX-License-Identifier: MIT */
#include "print/paint/notation.h"

static void
test_numbers (void)
{
  static const struct {
    double number;
    const char *written, *factor;
  } rows[] = {
    { 0, "0", "0" },
    { -0.0, "0", "0" },
    { 1, "1", "1" },
    { -12, "-12", "-12" },
    { 0.5, ".5", ".5" },
    { -0.25, "-.25", "-.25" },
    { 0.001, ".001", ".001" },
    { 0.0004, "0", ".0004" },
    { 595.2756, "595.276", "595.2756" },
    { 100, "100", "100" },
    { 100.01, "100.01", "100.01" },
    { 0.333333333, ".333", ".333333" },
    { 1e300, "100000", "100000" },
    { -1e300, "-100000", "-100000" },
    { 0.0 / 0.0, "0", "0" },
    { 1.0 / 0.0, "0", "0" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) written = g_string_new (NULL);
    g_autoptr (GString) factor = g_string_new (NULL);
    notation_number (written, rows[i].number);
    notation_factor (factor, rows[i].number);
    g_assert_cmpstr (written->str, ==, rows[i].written);
    g_assert_cmpstr (factor->str, ==, rows[i].factor);
    g_assert_cmpfloat (notation_rounded (rows[i].number), ==,
                       g_ascii_strtod (rows[i].written, NULL));
  }
}

static void
test_integers (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  notation_integer (out, G_MININT64);
  g_string_append_c (out, ' ');
  notation_integer (out, G_MAXINT64);
  g_string_append_c (out, ' ');
  notation_reference (out, 1200);
  g_assert_cmpstr (out->str, ==, "-9223372036854775808 9223372036854775807 1200 0 R");
}

static void
test_strings (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  notation_bytes (out, "a(b)\\\r\n", 7);
  g_assert_cmpstr (out->str, ==, "(a\\(b\\)\\\\\\r\n)");
  g_string_truncate (out, 0);
  notation_name (out, "Bảng 1/2#");
  g_assert_cmpstr (out->str, ==, "/B#E1#BA#A3ng#201#2F2#23");
  g_string_truncate (out, 0);
  notation_text (out, "thu (1)", -1);
  g_assert_cmpstr (out->str, ==, "(thu \\(1\\))");
  g_string_truncate (out, 0);
  notation_hex_text (out, "ệ😀x", 7);
  g_assert_cmpstr (out->str, ==, "<FEFF1EC7D83DDE00>");
  g_string_truncate (out, 0);
  notation_text (out, "Đ(", -1);
  g_assert_cmpmem (out->str, out->len, "(\xfe\xff\x01\x10\0\\()", 9);
}

/* PDF/A knows no string longer than 32,767 bytes. */
static void
test_long (void)
{
  g_autofree char *ascii = g_strnfill (100000, 'a');
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < 20000; i++)
    g_string_append (letters, "😀");
  notation_text (out, ascii, -1);
  g_assert_cmpuint (out->len, ==, 16000 + 2);
  g_string_truncate (out, 0);
  notation_hex_text (out, letters->str, letters->len);
  g_assert_cmpuint (out->len, ==, 16000 * 4 + 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notation/numbers", test_numbers);
  g_test_add_func ("/notation/integers", test_integers);
  g_test_add_func ("/notation/strings", test_strings);
  g_test_add_func ("/notation/long", test_long);
  return g_test_run ();
}
