/* SPDX-License-Identifier: MIT */
#include "tree_support.h"

/* Whether a pair stands alone on its lines is known at its end: then how it is set is settled. */
static void
test_layouts (void)
{
  static const TreeRow rows[] = {
    /* parents: the side that faces their content does not count */
    { "  {{<p}}x\n",
      "t:1:3: error: “p” is opened here and never closed\nt:1:9: error: this text "
      "stands in “{{<p}}” but in none of its blocks, so it would not show\n",
      0 },
    { "  {{<p}}{{/p}}\nz", "\"\" <p=  () \"z\"", 0 },
    { "a {{<p}}{{/p}}\nz", "\"a \" <p() \"~z\"", 0 },
    { "  {{<p}}{{/p}} z", "\"  \" <p() \" z\"", 0 },
    { "{{<p}}\n{{/p}}\nz", "<p=() \"z\"", 0 },
    { "{{<p}}\n  {{<q}}\n  {{/q}}\n{{/p}}", "<p=(<q=  ())", TEMPLATE_LENIENT },
    /* arguments: without the indentation they were written with */
    { "{{<p}}{{$b}}\n  x\n  y\n{{/b}}{{/p}}", "<p=($b=  (\"x~y~\"))", 0 },
    { "{{<p}}{{$b}}\n  x\n y\n   z\n{{/b}}{{/p}}", "<p=($b=  (\"x~y~ z~\"))", 0 },
    { "{{<p}}{{$b}} x {{/b}}{{/p}}", "<p=($b(\" x \"))", 0 },
    { "{{<p}}\n {{$b}}\n  x\n {{/b}}\n{{/p}}", "<p=($b=  (\"x~\"))", 0 },
    { "{{<p}}{{$b}}\n\n{{/b}}{{/p}}", "<p=($b=(\"~\"))", 0 },
    /* places to be overridden */
    { "{{$b}}\n  x\n{{/b}}\nz", "$b=  (\"  x~\") \"z\"", 0 },
    { "  {{$b}}x{{/b}}\nz", "\"  \" $b:  (\"x\") \"~z\"", 0 },
    { "  {{$b}}x{{/b}} z", "\"  \" $b(\"x\") \" z\"", 0 },
    { "y {{$b}}x{{/b}}\nz", "\"y \" $b(\"x\") \"~z\"", 0 },
    { "  {{$b}}\n  x\n  {{/b}} z", "$b=  (\"  x~  \") \" z\"", 0 },
  };
  check_trees (rows, G_N_ELEMENTS (rows));
}

static void
test_faults (void)
{
  static const TreeRow rows[] = {
    { "{{/a}}", "t:1:1: error: “{{/a}}” closes something that is not open\n", 0 },
    { "{{#a}}", "t:1:1: error: “a” is opened here and never closed\n", 0 },
    { "{{#a}}{{#b}}{{/a}}", "t:1:7: error: “b” is opened here and never closed\n", 0 },
    { "{{#a}}{{#b}}",
      "t:1:1: error: “a” is opened here and never closed\n"
      "t:1:7: error: “b” is opened here and never closed\n",
      0 },
    /* misspelt: it closes, and is the only fault */
    { "{{#items}}{{/item}}", "t:1:11: error: “{{/item}}” closes something that is not open\n", 0 },
    /* something else: both are told */
    { "{{#items}}{{/zz}}",
      "t:1:1: error: “items” is opened here and never closed\n"
      "t:1:11: error: “{{/zz}}” closes something that is not open\n",
      0 },
    /* the beginning of a name is not the name */
    { "{{#abcdefgh}}{{/abc}}{{/abcdefgh}}",
      "t:1:14: error: “{{/abc}}” closes something that is not open\n", 0 },
  };
  check_trees (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/close/layouts", test_layouts);
  g_test_add_func ("/close/faults", test_faults);
  return g_test_run ();
}
