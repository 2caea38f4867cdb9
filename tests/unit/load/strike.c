/* SPDX-License-Identifier: MIT */
#include "load/strike.h"

#include "tree_support.h"

static void
test_strikes (void)
{
  static const Row rows[] = {
    { "a ~~b~~ c\n", "(p('a ' struck('b') ' c'))" },
    { "~~a~~\n", "(p(struck('a')))" },
    { "~~a~~~~b~~\n", "(p(struck('a') struck('b')))" },
    { "~~a *b* [c](d)~~\n", "(p(struck('a ' em('b') ' ' a<d>('c'))))" },
    { "~~*a*~~ b ~~*c*~~\n", "(p(struck(em('a')) ' b ' struck(em('c'))))" },
    { "**a ~~b~~**\n", "(p(b('a ' struck('b'))))" },
    { "~~a\nb~~\n", "(p(struck('a' / 'b')))" },
    { "a | b\n--|--\n~~c~~ | d\n",
      "(table(row(cell('a') cell('b')) row(cell(struck('c')) cell('d'))))" },
    { "Mở **A → B** ~~c~~\n", "(p('Mở ' menu(label('A') label('B')) ' ' struck('c')))" },
    /* Marks that words do not touch, or without a partner. */
    { "~~ a~~\n", "(p('~~' ' a' '~~'))" },
    { "a ~~b ~~c\n", "(p('a ' '~~' 'b ' '~~' 'c'))" },
    { "a ~~b\n", "(p('a ' '~~' 'b'))" },
    { "a~~\n", "(p('a' '~~'))" },
    { "a ~~~~b\n", "(p('a ' '~~' '~~' 'b'))" },
    { "`~~a~~` ~b~\n", "(p(code'~~a~~' ' ~b~'))" },
    { "![~~a~~](b.png) c\n", "(p(img<b.png>('~~a~~') ' c'))" },
  };
  check_trees (rows, G_N_ELEMENTS (rows), FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strike/strikes", test_strikes);
  return g_test_run ();
}
