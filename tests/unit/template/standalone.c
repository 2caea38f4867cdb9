/* SPDX-License-Identifier: MIT */
#include "template/standalone.h"

#include "tree_support.h"

/* The tag is [] in these texts. */
static void
test_margins (void)
{
  static const struct {
    const char *text;
    int line_start, next_line; /* -1: does not clear on that side */
  } rows[] = {
    { "[]", 0, 2 },     { "[]\n", 0, 3 },    { "[]\nx", 0, 3 },       { "[]\r\nx", 0, 4 },
    { "[]\rx", 0, -1 }, { "[]\r", 0, -1 },   { " \t[] \t\nx", 0, 7 }, { "a\n  [] ", 2, 7 },
    { "\n[]", 1, 3 },   { "a []\n", -1, 5 }, { "a\n[] b", 2, -1 },    { "a[]b", -1, -1 },
    { "[][]", 0, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Source source = { "t", rows[i].text, strlen (rows[i].text) };
    gsize start = strchr (rows[i].text, '[') - rows[i].text;
    TemplateTag tag = { .start = start, .end = start + 2 };
    Margins margins = margins_of_tag (&source, &tag);
    g_test_message ("%s", rows[i].text);
    g_assert_cmpint (margins.clears_left ? (int) margins.line_start : -1, ==, rows[i].line_start);
    g_assert_cmpint (margins.clears_right ? (int) margins.next_line : -1, ==, rows[i].next_line);
  }
}

static void
test_first_indentation (void)
{
  static const struct {
    const char *text, *indentation; /* NULL: no line that is not blank */
  } rows[] = {
    { "x", "" },         { "  x", "  " },          { "\t x\n y", "\t " }, { "\n  x", "  " },
    { "   \n x", " " },  { "\r\n \r\n  x", "  " }, { "", NULL },          { "  ", NULL },
    { " \n  \n", NULL }, { " \r\n", NULL },        { " \rx", " " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    /* What stands behind the end is not looked at. */
    g_autofree char *text = g_strconcat ("#", rows[i].text, "\n z", NULL);
    Source source = { "t", text, strlen (text) };
    const char *indentation;
    gsize length;
    gboolean is_found =
      standalone_first_indentation (&source, 1, strlen (rows[i].text) + 1, &indentation, &length);
    g_test_message ("%s", rows[i].text);
    g_assert_cmpint (is_found, ==, rows[i].indentation != NULL);
    if (is_found) {
      g_autofree char *found = g_strndup (indentation, length);
      g_assert_cmpstr (found, ==, rows[i].indentation);
    }
  }
}

/* Lines lose what they have of it; only texts that begin a line do, and what is set on lines. */
static void
test_outdent (void)
{
  static const TreeRow rows[] = {
    { "{{<p}}{{$b}}\n  a\n\n b\n  \tc{{d}}  e\n{{/b}}{{/p}}",
      "<p=($b=  (\"a~~b~\tc\" {d} \"  e~\"))", 0 },
    { "{{<p}}{{$b}}\n  {{#a}}\n  b\n  {{/a}}\n{{/b}}{{/p}}", "<p=($b=  (#a(\"b~\")))", 0 },
    { "{{<p}}{{$b}}\n  {{>a}}\n    {{>c}}\n{{/b}}{{/p}}", "<p=($b=  (>a= >c=  ))", 0 },
    /* arguments inside keep theirs */
    { "{{<p}}{{$b}}\n  {{<q}}\n  {{$c}}\n    x\n  {{/c}}\n  {{/q}}\n{{/b}}{{/p}}",
      "<p=($b=  (\"\" <q=($c=    (\"x~\"))))", 0 },
    { "{{<p}}{{$b}}\n  {{$c}}\n    x\n  {{/c}}\n{{/b}}{{/p}}", "<p=($b=  ($c=  (\"  x~\")))", 0 },
  };
  check_trees (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/standalone/margins", test_margins);
  g_test_add_func ("/standalone/first-indentation", test_first_indentation);
  g_test_add_func ("/standalone/outdent", test_outdent);
  return g_test_run ();
}
