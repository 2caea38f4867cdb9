/* SPDX-License-Identifier: MIT */
#include "load/yaml.h"
#include "load/yaml_plain.h"

#include <string.h>

static void
put (const YamlNode *node, GString *out)
{
  if (node->key)
    g_string_append_printf (out, "%u:%u<%s>", node->key_place.line, node->key_place.col, node->key);
  g_string_append_printf (out, "%d@%u:%u%s", node->kind, node->place.line, node->place.col,
                          node->is_quoted ? "\"" : "");
  if (node->text)
    g_string_append_printf (out, "<%s>", node->text);
  g_string_append_c (out, '(');
  for (guint i = 0; i < node->n_items; i++)
    put (node->items[i], out);
  g_string_append_c (out, ')');
}

/* What libyaml makes of it; NULL when it is wrong. */
static char *
by_libyaml (const char *text)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.md", text, -1);
  g_autoptr (YamlNode) root = yaml_parse_all (source, text, strlen (text), 2, report);
  GString *out = g_string_new (NULL);

  if (root)
    put (root, out);
  return g_string_free (out, root == NULL);
}

/* TRUE when it was taken; then both say the same. */
static gboolean
is_taken (const char *text)
{
  g_autoptr (YamlNode) plain = yaml_plain_read (text, strlen (text), 2);
  g_autofree char *expected = plain ? by_libyaml (text) : NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (plain == NULL)
    return FALSE;
  put (plain, out);
  if (g_strcmp0 (out->str, expected) != 0)
    g_test_message ("“%s”", text);
  g_assert_cmpstr (out->str, ==, expected);
  return TRUE;
}

/* What front matter is made of is taken. */
static void
test_taken (void)
{
  static const char *const texts[] = {
    "a: b",
    "tiêu đề: Đã có số\nngày:   5/3/2026  \nsố: 12/SKHCN-CĐS\n",
    "a: 05:30\nb: 2026-03-05 05:30\nc: a#b - c, d ? [e] {f} \"g\" 'h' & * !",
    "a:\nb: ~\n",
    "a: \"b: c\"\nd: 'e #1'\ne: \"\"",
    "a: [web, 'kịch bản', \"x y\"]\nb: []\nc: [ d ]",
    "a:\n  - b\n  - c d\ne:\n- f\n- [g, h]\n",
    "a:\n  b: c\n  d:\n    e: f\n  g:\nh: i",
    "\n# x\na: b\n\n  # y: z\nc:\n\n  # y\n  - d\n",
    "a b : c",
    "  a: b\n  c: d\n",
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_test_message ("%s", texts[i]);
    g_assert_true (is_taken (texts[i]));
  }
}

/* And this is libyaml's, right or wrong. */
static void
test_left (void)
{
  static const char *const texts[] = {
    "",
    "# a\n",
    "a",
    "a: b: c",
    "a: b:",
    "a: b #c",
    "a: b\n  c",
    "a: b\n  c: d",
    "a: b\n c: d",
    "a:\n    b: c\n  d: e",
    "a:\n  - b\n  c: d",
    "a:\n  - b\n c: d",
    "a:\n  - b: c",
    "a:\n  -\n",
    "a:\n  - - b",
    "- a",
    "a: 1\na: 2",
    "\"a\": b",
    "a: \"b\\n\"",
    "a: 'b''c'",
    "a: \"b\" c",
    "a: 'b",
    "a: '",
    "a: [b, [c]]",
    "a: [b: c]",
    "a: [b",
    "a: [b,]",
    "a: [b,,c]",
    "a: [b] c",
    "a: [\"b, c\"]",
    "a: {b: c}",
    "a: |\n  b",
    "a: >\n  b",
    "a: &b c",
    "a: *b",
    "a: !b c",
    "a: @b",
    "a: - b",
    "a: ? b",
    "a:\tb",
    "a: b\x01",
    "a: b\x7f",
    "a: b\xC2\x85"
    "c",
    "a: b\u2028c",
    "a: b\u2029c",
    "a: \uFEFFb",
    "---\na: b",
    "a: b\n---\nc: d",
    "a: b\n...",
    "a#b: c",
    "a:\n  b:\n    c:\n      d:\n        e:\n          f:\n            g:\n              h:\n      "
    "          i: j\n",
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (YamlNode) plain = yaml_plain_read (texts[i], strlen (texts[i]), 2);
    g_test_message ("%s", texts[i]);
    g_assert_null (plain);
  }
  /* More keys than are looked through one by one; longer ones than libyaml knows on one line. */
  g_autoptr (GString) keys = g_string_new (NULL);
  for (guint i = 0; i < 64; i++)
    g_string_append_printf (keys, "k%u: v\n", i);
  g_assert_true (is_taken (keys->str));
  g_string_append (keys, "k64: v\n");
  g_assert_false (is_taken (keys->str));
  g_autofree char *longest = g_strnfill (255, 'a'), *longer = g_strnfill (256, 'a');
  g_autofree char *taken = g_strconcat (longest, ": b", NULL);
  g_autofree char *left = g_strconcat (longer, ": b", NULL);
  g_assert_true (is_taken (taken));
  g_assert_false (is_taken (left));
}

/* Pieces put together at random, so that each stands before and behind each other one. */
static void
test_made_up (void)
{
  static const char *const pieces[] = {
    "a",      "b1",     "đ",        "a: ",       "đ: ",   "c:\n", "d:\n", "\n",
    "\n",     "\n",     " ",        "  ",        "- ",    "-",    ":",    ": ",
    ",",      ", ",     "[",        "]",         "[a, ",  "]\n",  "{",    "}",
    "\"",     "'",      "\\",       "#",         " #",    "# ",   "&",    "*",
    "!",      "|",      ">",        "%",         "@",     "`",    "?",    "~",
    "\t",     "\u00A0", "\xC2\x85", "\u2028",    "--",    "-—",   ".",    "a\nb: ",
    "\n  - ", "\n- ",   "\n  c: ",  "\n    d: ", "x\n  ", "=",    "0",    "\uFEFF",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  guint n_taken = 0;

  for (guint i = 0; i < 60000; i++) {
    g_autoptr (GString) text = g_string_new (i % 4 ? "a: " : "");
    for (gint n = g_rand_int_range (random, 1, 14); n > 0; n--)
      g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
    n_taken += is_taken (text->str);
  }
  g_test_message ("%u taken", n_taken);
  g_assert_cmpuint (n_taken, >, 2000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/yaml-plain/taken", test_taken);
  g_test_add_func ("/yaml-plain/left", test_left);
  g_test_add_func ("/yaml-plain/made-up", test_made_up);
  return g_test_run ();
}
