/* SPDX-License-Identifier: MIT */
#include "print/paint/shape.h"

#include "../../support.h"

static char *
painted (Corners corners)
{
  GString *out = g_string_new (NULL);
  ContentStream content;
  Shape shape = { 10, 20, 50, 40, corners };

  content_start (&content, out, INK_COLOUR, 0, 100);
  shape_add (&content, &shape);
  return g_string_free (out, FALSE);
}

/* A square corner needs both radii: with one of them there is no curve. */
static void
test_add (void)
{
  g_autofree char *square = painted ((Corners){ { 0 }, { 0 } });
  g_autofree char *flat = painted ((Corners){ { 5 }, { 0 } });
  g_autofree char *round = painted ((Corners){ { 20, 20, 20, 20 }, { 10, 10, 10, 10 } });

  g_assert_cmpstr (square, ==, "10 60 40 20 re\n");
  g_assert_cmpstr (flat, ==, "10 60 40 20 re\n");
  g_assert_true (g_str_has_prefix (round, "30 80 m\n30 80 l\n"));
  g_assert_nonnull (strstr (round, "50 70 c\n"));
  g_assert_true (g_str_has_suffix (round, "h\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shape/add", test_add);
  return g_test_run ();
}
