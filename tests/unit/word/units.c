/* SPDX-License-Identifier: MIT */
#include "word/units.h"

#include "../support.h"

/* Keys of the units, with “|” between them and “!” before those that stay. */
static char *
keys (const char *body)
{
  g_autoptr (GArray) units = units_cut (body);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    g_string_append_printf (out, "%s%s%s", i ? "|" : "", UNIT (units, i)->stays ? "!" : "",
                            UNIT (units, i)->key);
  return g_string_free (out, FALSE);
}

static void
test_keys (void)
{
  static const struct {
    const char *body, *wanted;
  } rows[] = {
    { "Một *hai*\nba.\n\n[Bốn](a.md).\n", "Một hai ba.|Bốn." },
    { "1. Một:\na) nhỏ;\nđ) hơn.\n2. Hai\n", "1. Một:|a) nhỏ;|đ) hơn.|2. Hai" },
    { "Căn cứ A;\nCăn cứ B;\nTheo đề nghị của C.\nD\n",
      "Căn cứ A;|Căn cứ B;|Theo đề nghị của C. D" },
    { "Theo A,\nTheo B.\n", "Theo A, Theo B." },
    { "Họ tên: ..........\n", "Họ tên: ..." },
    { "Họ tên: …………\n", "Họ tên: ..." },
    { "```web\na\n\nb\n```\nc\n", "!web a b|c" },
    { "<!-- nhắc -->\n\nMột.\n\n[a]: https://b.vn\n", "!!-- nhắc --|Một.|!a: https://b.vn" },
    { "- [ ] Làm\n", "- Làm" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *made = keys (rows[i].body);
    g_assert_cmpstr (made, ==, rows[i].wanted);
  }
}

static void
test_common (void)
{
  const guint32 old[] = { 1, 2, 3, 4 }, new[] = { 2, 4, 5 };
  g_autofree guint16 *table = units_common (old, 4, new, 3);

  g_assert_cmpuint (table[0], ==, 2);
  g_assert_cmpuint (table[3 * 4 + 1], ==, 1);
  g_assert_null (units_common (old, 1 << 20, new, 3));
}

static void
test_lines (void)
{
  g_assert_cmpstr (units_skip_empty ("\n \t\nMột"), ==, "Một");
  g_assert_cmpuint (units_line_length ("a\nb"), ==, 2);
  g_assert_cmpuint (units_digest ("a"), !=, units_digest ("b"));
  g_assert_true (units_begins_item ("  b) hai"));
  g_assert_false (units_begins_item ("b)hai"));
  g_assert_false (units_begins_item ("2026. Năm"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/units/keys", test_keys);
  g_test_add_func ("/units/common", test_common);
  g_test_add_func ("/units/lines", test_lines);
  return g_test_run ();
}
