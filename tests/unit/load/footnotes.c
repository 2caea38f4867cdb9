/* SPDX-License-Identifier: MIT */
#include "load/footnotes.h"

#include "tree_support.h"

static void
test_notes (void)
{
  static const Row rows[] = {
    { "a[^1] b\n\n[^1]: c\n", "(p('a' note1('c') ' b'))" },
    { "[^x]: c d *e*\n\na[^x]\n", "(p('a' note1('c d ' em('e'))))" },
    /* Numbers come from the calls; a second call of a note has no text of its own. */
    { "a[^b][^a]c[^b]\n\n[^a]: A\n[^b]: B\n", "(p('a' note1('B') note2('A') 'c' note1))" },
    /* A note goes on: lines below it, and what is indented behind an empty one. */
    { "a[^1]\n\n[^1]: b\nc\n\n    d\n\ne\n", "(p('a' note1('b' / 'c' br 'd')) p('e'))" },
    { "a[^1]\n\n[^1]:\n    b\n", "(p('a' note1('b')))" },
    /* Wherever inlines are. */
    { "# a[^1]\n\n- **b[^2]**\n\n[^1]: A\n[^2]: B\n",
      "(h('a' note1('A')) list(item(p(b('b' note2('B'))))))" },
    { "a[^1] | b\n--|--\nc | d[^2]\n\n[^1]: A\n[^2]: B\n",
      "(table(row(cell('a' note1('A')) cell('b')) row(cell('c') cell('d' note2('B')))))" },
    { "a[^1]\n\n[^1]: b ~~c~~ [d](e)\n", "(p('a' note1('b ' struck('c') ' ' a<e>('d'))))" },
    /* One that says nothing has no mark that would lead to it, however often it is called. */
    { "a[^1]b[^1]\n\n[^1]:\n", "(p('a' 'b'))" },
    { "[^1]\n*c* d\n\n[^1]:\n    - e\n", "(p('' / em('c') ' d'))" },
    /* What is none. */
    { "```\n[^1]: a\n```\n", "(pre'[^1]: a$')" },
    { "a [^ 1] [^] b\n", "(p('a [^ 1] [^] b'))" },
    { "`[^1]`\n\na[^1]\n\n[^1]: b\n", "(p(code'[^1]') p('a' note1('b')))" },
  };
  check_trees (rows, G_N_ELEMENTS (rows), FALSE);
}

static void
test_faults (void)
{
  static const struct {
    const char *text, *faults;
  } rows[] = {
    { "a[^1]\n\n[^1]: b\n", "" },
    { "a[^2]\n\n[^1]: b\n\nc[^1]\n",
      "a.md:1:2: warning: this note is written nowhere, and its mark printed as it is\n" },
    { "a\n\n[^1]: b\n", "a.md:3: warning: the note “1” is called nowhere, and left out\n" },
    { "a[^1]\n\n[^1]: b\n[^1]: c\n",
      "a.md:4:1: warning: the note “1” stands on line 3, too; this one is left out\n" },
    { "a[^1]\n\n[^1]: b\n\n    - c\n",
      "a.md:3: warning: the note “1” holds more than text, which is left out\n" },
    { "a[^1]\n\n[^1]:\n", "a.md:3: warning: the note “1” is empty\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *faults = NULL;
    G_GNUC_UNUSED g_autofree char *tree = tree_of (rows[i].text, FALSE, &faults);
    g_assert_cmpstr (faults, ==, rows[i].faults);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/footnotes/notes", test_notes);
  g_test_add_func ("/footnotes/faults", test_faults);
  return g_test_run ();
}
