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
    { "| A | b<br>c<br/>d |\n|---|---|\n", "| A | b c d |" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *made = keys (rows[i].body);
    g_assert_cmpstr (made, ==, rows[i].wanted);
  }
}

static GArray *
digests_of (const guint32 *digests, guint n)
{
  GArray *array = g_array_new (FALSE, TRUE, sizeof (guint32));
  return g_array_append_vals (array, digests, n);
}

static void
test_pair (void)
{
  const guint32 one[] = { 1, 2, 3, 4 }, other[] = { 2, 4, 5 };
  g_autoptr (GArray) old = digests_of (one, 4);
  g_autoptr (GArray) new = digests_of (other, 3);
  g_autofree int *pairs = units_pair (old, new);
  const int wanted[] = { -1, 0, -1, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpint (pairs[i], ==, wanted[i]);
}

/* The table of all pairs would take a terabyte. */
static void
test_pair_long (void)
{
  const guint32 one[] = { 1, 2, 3, 4 }, other[] = { 1, 2, 4 };
  g_autoptr (GArray) old = digests_of (one, 4);
  g_autoptr (GArray) new = digests_of (other, 3);

  g_array_set_size (old, 1 << 20);
  g_array_set_size (new, 1 << 19);
  g_autofree int *pairs = units_pair (old, new);
  g_assert_cmpint (pairs[1], ==, 1);
  g_assert_cmpint (pairs[2], ==, -1);
  g_assert_cmpint (pairs[3], ==, -1);
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
  g_test_add_func ("/units/pair", test_pair);
  g_test_add_func ("/units/pair-long", test_pair_long);
  g_test_add_func ("/units/lines", test_lines);
  return g_test_run ();
}
