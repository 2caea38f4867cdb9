/* SPDX-License-Identifier: MIT */
#include "tree_support.h"

static void
test_trees (void)
{
  static const TreeRow rows[] = {
    { "", "", 0 },
    { "a", "\"a\"", 0 },
    { "a{{b}}c", "\"a\" {b} \"c\"", 0 },
    { "{{{b}}}{{&c}}{{d.e.f}}{{.}}", "{{b}} {{c}} {d.e.f} {.}", 0 },
    { "{{#a}}x{{/a}}{{^a}}y{{/a}}", "#a(\"x\") ^a(\"y\")", 0 },
    { "{{#a}}{{/a}}", "#a()", 0 },
    { "{{#a}}{{#b}}x{{/b}}y{{/a}}z", "#a(#b(\"x\") \"y\") \"z\"", 0 },
    { "{{! note }}{{=<% %>=}}<%a%>", "{a}", 0 },
    { "a\n{{! note }}\nb", "\"a~\" \"b\"", 0 },
    { "{{=<% %>=}}\nb", "\"b\"", 0 },
    { "a\n {{#b}} \nc\n {{/b}} \nd", "\"a~\" #b(\"c~\") \"d\"", 0 },
    { "a {{#b}}\nc\n{{/b}} d", "\"a \" #b(\"~c~\") \" d\"", 0 },
    { "x{{>p}}", "\"x\" >p", 0 },
    { "  {{>p}}\nz", ">p=   \"z\"", 0 },
    { "{{>p}} \nz", ">p= \"z\"", 0 },
    { "  {{>p}} z", "\"  \" >p \" z\"", 0 },
    { "{{$b}}x{{/b}}", "$b:(\"x\")", 0 },
    { "{{<p}}{{$b}}x{{/b}}{{/p}}", "<p=($b(\"x\"))", 0 },
    { "{{<p}} \n {{! lost on purpose }}\n{{$b}}x{{/b}}{{/p}}y", "<p($b(\"x\")) \"y\"", 0 },
    { "{{<p}}lost{{a}}{{/p}}", "<p=({a})", TEMPLATE_LENIENT },
  };
  check_trees (rows, G_N_ELEMENTS (rows));
}

/* Places are those of the tag, and what is wrong does not hide what is wrong behind it. */
static void
test_faults (void)
{
  static const TreeRow rows[] = {
    { "{{a", "t:1:1: error: this tag is not closed\n", 0 },
    { "x{{ }}", "t:1:2: error: this tag has no name\n", 0 },
    { "{{a b}}{{ #c}}",
      "t:1:1: error: a name has no spaces\nt:1:8: error: a space before the sign "
      "that says what the tag does\n",
      0 },
    { "{{a..b}}\n{{.a}}",
      "t:1:1: error: “a..b” is not a name: a dot is missing something beside "
      "it\nt:2:1: error: “.a” is not a name: a dot is missing something beside "
      "it\n",
      0 },
    { "{{>*a}}", "t:1:1: error: “*a”: names of templates cannot come from the data\n", 0 },
    { "{{>../a}}", "t:1:1: error: “../a” is not a name of a template\n", 0 },
    { "{{>a/./b}}", "t:1:1: error: “a/./b” is not a name of a template\n", 0 },
    { "{{>/a}}", "t:1:1: error: “/a” is not a name of a template\n", 0 },
    { "{{>a\\b}}", "t:1:1: error: “a\\b” is not a name of a template\n", 0 },
    { "{{<p}} lost{{a}}{{/p}}",
      "t:1:8: error: this text stands in “{{<p}}” but in none of its "
      "blocks, so it would not show\nt:1:12: error: “{{a}}” stands in "
      "“{{<p}}” but in none of its blocks, so it would not show\n",
      0 },
    { "{{<p}}{{{a}}}{{/p}}",
      "t:1:7: error: “{{{a}}” stands in “{{<p}}” but in none of its blocks, "
      "so it would not show\n",
      0 },
  };
  check_trees (rows, G_N_ELEMENTS (rows));
}

/* The place of every node is that of its tag. */
static void
test_places (void)
{
  g_autoptr (Report) report = report_new ();
  Template *template =
    template_parse (source_new ("t", "ạ{{b}}\n{{#c}}{{>d}}{{/c}}", -1), 0, report);
  const Node *variable = template->first->next;
  const Node *section = variable->next->next;

  g_assert_cmpuint (variable->place.line, ==, 1);
  g_assert_cmpuint (variable->place.col, ==, 2);
  g_assert_cmpuint (section->place.line, ==, 2);
  g_assert_cmpuint (section->place.col, ==, 1);
  g_assert_cmpuint (section->first->place.col, ==, 7);
  g_assert_cmpuint (template->includes->len, ==, 1);
  g_assert_true (template->includes->pdata[0] == section->first);
  template_free (template);
}

static guint
n_faults_of (const char *piece, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Report) report = report_new ();

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  template_free (template_parse (source_new ("t", text->str, -1), 0, report));
  return report_n_errors (report);
}

/* A thousand levels are read, one more is an error of its own; of many mistakes twenty are told. */
static void
test_limits (void)
{
  g_assert_cmpuint (n_faults_of ("{{a b}}", 19), ==, 19);
  g_assert_cmpuint (n_faults_of ("{{a b}}", 20), ==, 20);
  g_assert_cmpuint (n_faults_of ("{{a b}}", 30), ==, 20);

  for (guint n = MOST_LEVELS; n <= MOST_LEVELS + 1; n++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (Report) report = report_new ();
    for (guint i = 0; i < n; i++)
      g_string_append (text, "{{#a}}");
    for (guint i = 0; i < n; i++)
      g_string_append (text, "{{/a}}");
    template_free (template_parse (source_new ("t", text->str, -1), 0, report));
    g_assert_cmpuint (report_n_errors (report), ==, n > MOST_LEVELS);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parse/trees", test_trees);
  g_test_add_func ("/parse/faults", test_faults);
  g_test_add_func ("/parse/places", test_places);
  g_test_add_func ("/parse/limits", test_limits);
  return g_test_run ();
}
