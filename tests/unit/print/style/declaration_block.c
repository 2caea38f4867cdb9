/* SPDX-License-Identifier: MIT */
#include "print/style/declaration_block.h"

#include "../../support.h"

typedef struct {
  Arena *arena;
  const DeclarationBlock *block;
  char *text; /* of the report */
  char *faults;
} Result;

static void
result_clear (Result *result)
{
  arena_free (result->arena);
  g_free (result->text);
  g_free (result->faults);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

static Result
read_text (const char *css, DeclarationBlockKind kind)
{
  Source source = { "a.css", css, strlen (css) };
  g_autoptr (Report) report = report_new ();
  Result result = { .arena = arena_new () };
  Css reader;

  css_init (&reader, &source, css, source.length, (Place){ 1, 1 }, result.arena, report);
  result.block = declaration_block_read (&reader, kind, NULL);
  css_finish (&reader);
  result.text = report_text (report);
  result.faults = report_faults (report);
  return result;
}

static void
test_order (void)
{
  g_auto (Result) result =
    read_text ("color: red !important; width: 1pt; margin: 0 !important; height: 2pt; Width: 2pt",
               BLOCK_OF_ELEMENT);
  static const char *const names[] = {
    "width",      "height",       "width",         "color",
    "margin-top", "margin-right", "margin-bottom", "margin-left"
  };

  g_assert_cmpstr (result.text, ==, "");
  g_assert_cmpuint (result.block->n, ==, G_N_ELEMENTS (names));
  g_assert_cmpuint (result.block->n_important, ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (result.block->declarations[i].property->name, ==, names[i]);
}

/* Each fault with what is said about it. */
static void
test_faults (void)
{
  static const struct {
    const char *css, *fault, *advice;
  } rows[] = {
    { "colour: red", "a.css:1:1: error: unknown property “colour”\n", "did you mean “color”?" },
    { "marign: 0", "a.css:1:1: error: unknown property “marign”\n", "did you mean “margin”?" },
    { "xyzzy: 0", "a.css:1:1: error: unknown property “xyzzy”\n",
      "docs/templates.md lists what print knows" },
    { "color: redd", "a.css:1:8: error: “redd” is not a valid value of “color”\n",
      "what may be written: a colour such as #b3131b, black or transparent" },
    { "width:", "a.css:1:1: error: “width” has no value\n",
      "what may be written: a length such as 5mm or 12pt, or a percentage, auto" },
    { "text-align: centre", "a.css:1:13: error: “centre” is not a valid value of “text-align”\n",
      "did you mean “center”?" },
    { "text-align: x", "a.css:1:13: error: “x” is not a valid value of “text-align”\n",
      "what may be written: left, right, center, justify, start, end" },
    { "width: 10", "a.css:1:8: error: “10” is not a valid value of “width”\n",
      "write a unit behind the number: 5mm, 12pt" },
    { "margin: 1pt 2", "a.css:1:9: error: “1pt 2” is not a valid value of “margin”\n",
      "write a unit behind the number: 5mm, 12pt" },
    { "width: 50vw", "a.css:1:8: error: “50vw” is not a valid value of “width”\n",
      "lengths are written in mm, cm, in, pt, px, em or rem" },
    { "width: calc(1mm + 2mm)",
      "a.css:1:8: error: “calc(1mm + 2mm)” is not a valid value of “width”\n",
      "calc() is not known to print: write the value itself" },
    { "color: var(--ink)", "a.css:1:8: error: “var(--ink)” is not a valid value of “color”\n",
      "var() is not known to print: write the value itself" },
    { "line-height: -1", "a.css:1:14: error: “-1” is not a valid value of “line-height”\n",
      "what may be written: a number such as 1.3, or a length, normal" },
    { "border: 1pt groove red",
      "a.css:1:9: error: “1pt groove red” is not a valid value of “border”\n",
      "what may be written: a width, a style and a colour: 0.5pt solid black" },
    { "border-style: sold", "a.css:1:15: error: “sold” is not a valid value of “border-style”\n",
      "did you mean “solid”?" },
    { "background: url(a.png)",
      "a.css:1:13: error: “url(a.png)” is not a valid value of “background”\n",
      "what may be written: a colour such as #b3131b, or none; put pictures into <img>" },
    { "display: grid", "a.css:1:10: error: “grid” is not a valid value of “display”\n", NULL },
    { "float: left", "a.css:1:1: error: “float: left” is not known to print\n",
      "nothing floats here: use display: flex, a table, or position: absolute" },
    { "--ink: #000", "a.css:1:1: error: “--ink: #000” is not known to print\n",
      "write the value itself where it is used" },
    { "cursor: pointer", "a.css:1:1: warning: “cursor” has no effect on paper\n",
      "leave it to the sheet for screens" },
    { "print-color-adjust: exact; -webkit-print-color-adjust: EXACT", "", NULL },
    { "size: A4", "a.css:1:1: error: “size” is a property of pages\n", "write it in @page" },
    { "width: 1pt; color: red red",
      "a.css:1:20: error: “red red” is not a valid value of “color”\n", NULL },
    { "margin: 1pt !importent",
      "a.css:1:9: error: “1pt !importent” is not a valid value of “margin”\n", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Result) result = read_text (rows[i].css, BLOCK_OF_ELEMENT);
    g_test_message ("%s", rows[i].css);
    g_assert_cmpstr (result.faults, ==, rows[i].fault);
    if (rows[i].advice && !strstr (result.text, rows[i].advice))
      g_error ("%s", result.text);
  }
}

static void
test_kinds (void)
{
  static const struct {
    const char *css;
    gboolean in_element, in_box, in_page;
  } rows[] = {
    { "color: red", TRUE, TRUE, TRUE },       { "font: 10pt serif", TRUE, TRUE, TRUE },
    { "margin: 2cm", TRUE, TRUE, TRUE },      { "margin-left: 2cm", TRUE, TRUE, TRUE },
    { "size: A4", FALSE, FALSE, TRUE },       { "marks: crop", FALSE, FALSE, TRUE },
    { "bleed: 3mm", FALSE, FALSE, TRUE },     { "content: 'a'", TRUE, TRUE, FALSE },
    { "padding: 1cm", TRUE, TRUE, FALSE },    { "border: 1pt solid", TRUE, TRUE, FALSE },
    { "background: red", TRUE, TRUE, FALSE }, { "width: 3cm", TRUE, TRUE, FALSE },
    { "display: flex", TRUE, TRUE, FALSE },   { "vertical-align: top", TRUE, TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Result) element = read_text (rows[i].css, BLOCK_OF_ELEMENT);
    g_auto (Result) box = read_text (rows[i].css, BLOCK_OF_MARGIN_BOX);
    g_auto (Result) page = read_text (rows[i].css, BLOCK_OF_PAGE);
    g_test_message ("%s", rows[i].css);
    g_assert_cmpint (element.block->n > 0, ==, rows[i].in_element);
    g_assert_cmpint (box.block->n > 0, ==, rows[i].in_box);
    g_assert_cmpint (page.block->n > 0, ==, rows[i].in_page);
    g_assert_cmpint (*page.faults == '\0', ==, rows[i].in_page);
  }
}

/* Faults of every kind, very many: in time, and the list ends. */
static void
test_many (void)
{
  static const char *const pieces[] = { "colour: red;\n", "width: x;\n", "cursor: y;\n",
                                        "width: calc(1);\n", "border: 1pt 2pt solid x;\n" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    GString *css = g_string_new (NULL);
    for (guint n = 0; n < 100000; n++)
      g_string_append (css, pieces[i]);
    g_autofree char *whole = g_string_free (css, FALSE);
    g_auto (Result) result = read_text (whole, BLOCK_OF_ELEMENT);
    g_assert_true (strstr (result.faults, "in this file; the first 200 are listed") != NULL);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/block/order", test_order);
  g_test_add_func ("/block/faults", test_faults);
  g_test_add_func ("/block/kinds", test_kinds);
  g_test_add_func ("/block/many", test_many);
  return g_test_run ();
}
