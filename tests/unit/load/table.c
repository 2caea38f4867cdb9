/* SPDX-License-Identifier: MIT */
#include "load/table.h"

#include "tree_support.h"

#define BOX(text) "cell('" text "')"

/* The examples of section 4.10 of the specification of GitHub Flavored Markdown, 198 to 205. */
static void
test_tables_of_gfm (void)
{
  static const Row rows[] = {
    { "| foo | bar |\n| --- | --- |\n| baz | bim |\n",
      "(table(row(" BOX ("foo") " " BOX ("bar") ") row(" BOX ("baz") " " BOX ("bim") ")))" },
    { "| abc | defghi |\n:-: | -----------:\nbar | baz\n",
      "(table(row(cell=('abc') cell>('defghi')) row(cell=('bar') cell>('baz'))))" },
    { "| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n",
      "(table(row(" BOX ("f|oo") ") row(cell('b ' code'|' ' az')) row(cell('b ' b('|') ' im'))))" },
    { "| abc | def |\n| --- | --- |\n| bar | baz |\n> bar\n",
      "(table(row(" BOX ("abc") " " BOX ("def") ") row(" BOX ("bar") " " BOX (
        "baz") ")) quote(p('bar')))" },
    { "| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar\n",
      "(table(row(" BOX ("abc") " " BOX ("def") ") row(" BOX ("bar") " " BOX ("baz") ") row(" BOX (
        "bar") " cell)) p('bar'))" },
    { "| abc | def |\n| --- |\n| bar |\n", "(p('| abc | def |' / '| — |' / '| bar |'))" },
    { "| abc | def |\n| --- | --- |\n", "(table(row(" BOX ("abc") " " BOX ("def") ")))" },
  };
  g_autofree char *faults = NULL;

  check_trees (rows, G_N_ELEMENTS (rows), FALSE);
  g_autofree char *tree =
    tree_of ("| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n", FALSE, &faults);
  g_assert_cmpstr (tree, ==,
                   "(table(row(" BOX ("abc") " " BOX ("def") ") row(" BOX (
                     "bar") " cell) row(" BOX ("bar") " " BOX ("baz") ")))");
  g_assert_cmpstr (
    faults, ==,
    "a.md:4: warning: this row has 3 cells, the table has 2 columns; the rest is left out\n");
}

/* What else tables hold, and where they stand. */
static void
test_tables (void)
{
  static const Row rows[] = {
    /* Text in cells is text of Markdown. */
    { "a | b\n--|--\n*c* | **d** `e`\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(cell(em('c')) cell(b('d') ' ' code'e'))))" },
    { "a | b\n--|--\n[c](d) | <https://e.vn>\n",
      "(table(row(" BOX ("a") " " BOX (
        "b") ") row(cell(a<d>('c')) cell(a<https://e.vn>('https://e.vn')))))" },
    { "a | b\n--|--\n[c][r] | [R]\n\n[r]: /x\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(cell(a</x>('c')) cell(a</x>('R')))))" },
    { "[r]: /x\n\na | b\n--|--\n[c][r] | ![R][]\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(cell(a</x>('c')) cell(img</x>('R')))))" },
    { "[r  S]:/x\n\na | b\n--|--\n[c][R s] | [không]\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(cell(a</x>('c')) cell('[không]'))))" },
    { "a | b\n--|--\n![c](d.png) | [![e](f.png)](g)\n",
      "(table(row(" BOX ("a") " " BOX (
        "b") ") row(cell(img<d.png>('c')) cell(a<g>(img<f.png>('e'))))))" },
    { "a | b\n--|--\n\\*c\\* | d\\\\\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("*c*") " " BOX ("d\\") ")))" },
    { "a | b\n--|--\n`c\\|d` | \\\\|\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(cell(code'c|d') " BOX ("\\") ")))" },
    { "a | b\n--|--\n\"c\" | d--e\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("“c”") " " BOX ("d–e") ")))" },
    { "a | b\n--|--\n**c | d**\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("**c") " " BOX ("d**") ")))" },
    /* Nothing in a cell starts a block. */
    { "| a | b |\n|--|--|\n| # c | > d |\n| - e | 1. f |\n| *** | --- |\n|  | ``` |\n| [r]: /x | + "
      "|\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("# c") " " BOX ("> d") ") row(" BOX (
        "- "
        "e") " " BOX ("1. f") ") row(" BOX ("***") " " BOX ("—") ") row(cell " BOX ("```") ") "
                                                                                           "row"
                                                                                           "(" BOX (
                                                                                             "[r]: "
                                                                                             "/x") " " BOX ("+") ")))" },
    /* Delimiters. */
    { "| a |\n|---|\n| b |\n", "(table(row(" BOX ("a") ") row(" BOX ("b") ")))" },
    { "| a |\n| - |\n", "(table(row(" BOX ("a") ")))" },
    { "|a|b|c|d|\n|:--|:-:|--:|-|\n",
      "(table(row(cell<('a') cell=('b') cell>('c') " BOX ("d") ")))" },
    { "a | b\n- | -\n", "(p('a | b') list(item(p('| -'))))" },
    { "a | b\n-- | -x\n", "(p('a | b' / '– | -x'))" },
    { "a | b\n:: | --\n", "(p('a | b' / ':: | –'))" },
    { "a | b\n|--|--|--|\n", "(p('a | b' / '|–|–|–|'))" },
    { "a | b\n", "(p('a | b'))" },
    { "| a |\nb\n", "(p('| a |' / 'b'))" },
    { "--|--\na | b\n", "(p('–|–' / 'a | b'))" },
    /* Paragraphs before, other blocks after. */
    { "Bảng sau:\na | b\n--|--\nc | d\n",
      "(p('Bảng sau:') table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX ("d") ")))" },
    { "Một *hai*\nba:\na | b\n--|--\n",
      "(p('Một ' em('hai') / 'ba:') table(row(" BOX ("a") " " BOX ("b") ")))" },
    { "a | b\n--|--\nc | d\n\nSau\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX ("d") ")) p('Sau'))" },
    { "a | b\n--|--\nc | d\n# Sau\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX ("d") ")) h('Sau'))" },
    { "a | b\n--|--\nc | d\n***\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX ("d") ")) hr)" },
    { "a | b\n--|--\nc | d\n---\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX ("d") ")) hr)" },
    { "a | b\n---\n", "(h('a | b'))" },
    { "a | b\nc | d\n---\n", "(h('a | b' / 'c | d'))" },
    { "a | b\n--|--\nc | d\n===\n", "(h('a | b' / '–|–' / 'c | d'))" },
    { "[r]: /x\na | b\n--|--\n", "(table(row(" BOX ("a") " " BOX ("b") ")))" },
    { "[r]: /x\na | b\n--|--\n[c][r] | d\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(cell(a</x>('c')) " BOX ("d") ")))" },
    /* In containers. */
    { "> a | b\n> --|--\n> c | d\n",
      "(quote(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX ("d") "))))" },
    { "- | a | b |\n  |--|--|\n  | c | d |\n- e\n",
      "(list(item(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX (
        "d") "))) item(p('e'))))" },
    { "1. Một\n\n   a | b\n   --|--\n   c | d\n",
      "(list(item(p('Một') table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX (
        "d") ")))))" },
    { "12) a | b\n    --|--\n    c | d\n",
      "(list(item(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX ("d") ")))))" },
    { "> - > 1. a | b\n>   >    --|--\n",
      "(quote(list(item(quote(list(item(table(row(" BOX ("a") " " BOX ("b") ")))))))))" },
    { "- Bảng:\n  - a | b\n    --|--\n    - c\n",
      "(list(item(p('Bảng:') list(item(table(row(" BOX ("a") " " BOX (
        "b") ")) list(item(p('c'))))))))" },
    { "  a | b\n  --|--\n\tc | d\n",
      "(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX ("d") ")))" },
    { "```web\n| a | b |\n|--|--|\n| c | d |\n```\n",
      "(channel1(table(row(" BOX ("a") " " BOX ("b") ") row(" BOX ("c") " " BOX ("d") "))))" },
    { "Một\n\n- ~~~web\n  Hai:\n  a | b\n  --|--\n  c | d\n  ~~~\n",
      "(p('Một') list(item(channel1(p('Hai:') table(row(" BOX ("a") " " BOX ("b") ") row(" BOX (
        "c") " " BOX ("d") "))))))" },
    { "```\na | b\n--|--\n```\n", "(pre'a | b$--|--$')" },
    { "    a | b\n    --|--\n", "(pre'a | b$--|--$')" },
  };
  check_trees (rows, G_N_ELEMENTS (rows), FALSE);
}

/* Rows that leave out most of a wide table cost as much as if they did not. */
static void
test_unwritten_cells (void)
{
  g_autofree char *header = repeat ("a|", 60);
  g_autofree char *delimiters = repeat ("-|", 60);
  g_autofree char *rows = repeat ("b\n", 100000);
  g_autofree char *text = g_strconcat ("|", header, "\n|", delimiters, "\n", rows, NULL);
  g_autofree char *four = repeat ("b\n", 10000 / 4);
  g_autofree char *filled = g_strconcat ("a|b|c|d|e\n-|-|-|-|-\n", four, NULL);
  g_autofree char *widest = repeat ("a|", 64);
  g_autofree char *of_widest = repeat ("-|", 64);
  g_autofree char *allowed = g_strconcat ("|", widest, "\n|", of_widest, "\n", NULL);
  g_autofree char *wide =
    g_strconcat ("|", header, header, "\n|", delimiters, delimiters, "\n", NULL);
  g_autofree char *faults = NULL;
  g_autofree char *faults_of_wide = NULL;

  /* Just within both limits; tree_of() sees that nothing is reported. */
  g_free (tree_of (filled, FALSE, NULL));
  g_free (tree_of (allowed, FALSE, NULL));
  g_free (tree_of (text, FALSE, &faults));
  g_assert_cmpstr (
    faults, ==, "a.md:172: error: this table has more than 10000 cells that are not written out\n");
  g_free (tree_of (wide, FALSE, &faults_of_wide));
  g_assert_cmpstr (faults_of_wide, ==, "a.md:1: error: a table cannot have more than 64 columns\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/tables-of-gfm", test_tables_of_gfm);
  g_test_add_func ("/table/tables", test_tables);
  g_test_add_func ("/table/unwritten-cells", test_unwritten_cells);
  return g_test_run ();
}
