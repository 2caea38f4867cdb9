/* SPDX-License-Identifier: MIT */
#include "load/yaml.h"

#include "../support.h"

static YamlNode *
parse (const char *text, Report *report)
{
  g_autoptr (Source) source = source_new ("a.yaml", text, -1);
  return yaml_parse (source, 0, source->length, 1, report);
}

static void
test_good (void)
{
  static const struct {
    const char *text, *dump;
  } rows[] = {
    { "", "{}\n" },
    { "# chỉ có lời\n", "{}\n" },
    { "---\na: b\n", "{\n  \"a\": \"b\"\n}\n" },
    { "a: b\n...\n", "{\n  \"a\": \"b\"\n}\n" },
    { "tiêu đề: Mở VNeID", "{\n  \"tiêu đề\": \"Mở VNeID\"\n}\n" },
    { "a: 05:30\nb: 1.50\nc: 007\nd: yes\ne: 2026-03-05\n",
      "{\n  \"a\": \"05:30\",\n  \"b\": \"1.50\",\n  \"c\": \"007\",\n  \"d\": \"yes\",\n  \"e\": "
      "\"2026-03-05\"\n}\n" },
    { "a: true\nb: False\nc: \"true\"\nd: ~\ne:\nf: null\ng: \"\"\nh: 'null'\n",
      "{\n  \"a\": true,\n  \"b\": false,\n  \"c\": \"true\",\n  \"d\": null,\n  \"e\": null,\n  "
      "\"f\": null,\n"
      "  \"g\": \"\",\n  \"h\": \"null\"\n}\n" },
    { "a: |\n  một\n  hai\nb: >-\n  ba\n  bốn\n",
      "{\n  \"a\": \"một\\nhai\\n\",\n  \"b\": \"ba bốn\"\n}\n" },
    { "- a\n- [b, c]\n- {d: e}\n",
      "[\n  \"a\",\n  [\n    \"b\",\n    \"c\"\n  ],\n  {\n    \"d\": \"e\"\n  }\n]\n" },
    { "{\"a\": [1, true, null, \"x\\u1edf\"], \"b\": {}}\n",
      "{\n  \"a\": [\n    \"1\",\n    true,\n    null,\n    \"xở\"\n  ],\n  \"b\": {}\n}\n" },
    { "một mình", "\"một mình\"\n" },
    { "a: x # lời\n", "{\n  \"a\": \"x\"\n}\n" },
    { "a: x#y\n", "{\n  \"a\": \"x#y\"\n}\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    g_test_message ("%s", rows[i].text);
    g_autoptr (YamlNode) root = parse (rows[i].text, report);
    g_autofree char *faults = report_faults (report);
    g_assert_cmpstr (faults, ==, "");
    g_assert_nonnull (root);
    g_autoptr (Value) value = yaml_to_value (root);
    g_autofree char *dump = value_dump (value);
    g_assert_cmpstr (dump, ==, rows[i].dump);
  }
}

/* Everything that is refused says where. */
static void
test_bad (void)
{
  static const char anchors[] = "YAML anchors (&), aliases (*) and tags (!) are not used here";
  static const struct {
    const char *text;
    Place place;
    const char *message;
  } rows[] = {
    { "a: b\nc: &x d\n", { 2, 4 }, anchors },
    { "a: *x\n", { 1, 4 }, anchors },
    { "a: !!str x\n", { 1, 4 }, anchors },
    { "a: !x y\n", { 1, 4 }, anchors },
    { "&x a: b\n", { 1, 1 }, anchors },
    { "a: &x [1]\n", { 1, 4 }, anchors },
    { "a: &x {b: c}\n", { 1, 4 }, anchors },
    { "a: b\nc: d\na: e\n", { 3, 1 }, "the key “a” stands here a second time" },
    { "a:\n  b: 1\n  b: 2\n", { 3, 3 }, "the key “b” stands here a second time" },
    { "{a: 1, a: 2}\n", { 1, 8 }, "the key “a” stands here a second time" },
    { "[a, b]: c\n", { 1, 1 }, "a key must be a text" },
    { "? {a: b}\n: c\n", { 1, 3 }, "a key must be a text" },
    { "a: b: c\n", { 1, 5 }, "there is a second “:” in this line" },
    { "tên: Đường: dài\n", { 1, 11 }, "there is a second “:” in this line" },
    { "a: b\n\tc: d\n", { 2, 1 }, "a tab stands before this key" },
    { "a: @b\n", { 1, 4 }, "a text cannot start like this" },
    { "a: `b`\n", { 1, 4 }, "a text cannot start like this" },
    { "a: \"b\n", { 2, 1 }, "a quotation mark or bracket is not closed" },
    { "a: [b, c\nd: e\n", { 2, 2 }, "a list in brackets is not closed" },
    { "a: \"b\" c\n", { 1, 8 }, "this line is not “key: text”, or it is indented differently" },
    { "a: b\n c\nd\n", { 4, 1 }, "a key without “:”" },
    { "a: - b\n", { 1, 4 }, "a list cannot start on the line of its key" },
    { "a: \"\\q\"\n", { 1, 5 }, "a “\\” stands before a character it cannot stand before" },
    { "a: b\n---\nc: d\n", { 3, 1 }, "a second YAML document starts here" },
    { "a: b\nc: \x01\n", { 2, 4 }, "an invisible control character stands here" },
    { "ở\nđ: \x7f\n", { 2, 4 }, "an invisible control character stands here" },
    { "- a\nb: c\n", { 2, 1 }, "this line is not an item of the list above it" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    g_test_message ("%s", rows[i].text);
    g_assert_null (parse (rows[i].text, report));
    g_autofree char *faults = report_faults (report);
    g_autofree char *wanted = g_strdup_printf ("a.yaml:%u:%u: error: %s\n", rows[i].place.line,
                                               rows[i].place.col, rows[i].message);
    g_assert_cmpstr (faults, ==, wanted);
  }
}

/* In the middle of a file, lines count from where the part stands. */
static void
test_part (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.md", "---\nmột: 1\nhai: [2\n---\nba: [3\n", -1);
  gsize length = strlen ("một: 1\n");

  g_autoptr (YamlNode) root = yaml_parse (source, 4, length, 2, report);
  g_assert_nonnull (root);
  g_assert_cmpuint (root->n_items, ==, 1);
  g_assert_cmpuint (root->items[0]->place.line, ==, 2);
  g_assert_cmpuint (root->items[0]->place.col, ==, 6);
  g_assert_cmpuint (root->items[0]->key_place.col, ==, 1);
  g_assert_null (yaml_parse (source, 4, length + strlen ("hai: [2\n"), 2, report));
  g_autofree char *faults = report_faults (report);
  g_assert_true (g_str_has_prefix (faults, "a.md:4:1: error: "));
}

static char *
repeat (const char *text, guint n)
{
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

/* What grows without end is refused in no time. */
static void
test_bombs (void)
{
  static const char *const pieces[] = { "[", "{a: ",    "- ",  "? ",  "a:\n ", "[{", "\"\\",
                                        "'", "- - -\n", "*a ", "!x ", "%x\n",  "|\n" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    g_autoptr (Report) report = report_new ();
    g_autofree char *text = repeat (pieces[i], 100000);
    g_autoptr (YamlNode) root = parse (text, report);
    g_test_message ("%s", pieces[i]);
    g_assert_true ((root == NULL) == (report_n_errors (report) > 0));
  }
}

static void
test_levels (void)
{
  for (guint n = 60; n < 70; n++) {
    g_autoptr (Report) report = report_new ();
    g_autofree char *open = repeat ("[", n);
    g_autofree char *close = repeat ("]", n);
    g_autofree char *text = g_strconcat (open, close, NULL);
    g_autoptr (YamlNode) root = parse (text, report);
    g_assert_cmpint (root != NULL, ==, n <= 65);
  }
}

static void
test_find (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (YamlNode) root = parse ("a: 1\nb: [2]\n", report);
  gboolean truth;

  g_assert_cmpstr (yaml_find (root, "a")->text, ==, "1");
  g_assert_null (yaml_find (root, "c"));
  g_assert_null (yaml_find (yaml_find (root, "b"), "a"));
  g_assert_false (yaml_is_bool (yaml_find (root, "b"), &truth));
  g_assert_false (yaml_is_null (yaml_find (root, "b")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/yaml/good", test_good);
  g_test_add_func ("/yaml/bad", test_bad);
  g_test_add_func ("/yaml/part", test_part);
  g_test_add_func ("/yaml/bombs", test_bombs);
  g_test_add_func ("/yaml/levels", test_levels);
  g_test_add_func ("/yaml/find", test_find);
  return g_test_run ();
}
