/* SPDX-License-Identifier: MIT */
#include "print/paint/extras.h"

#include "../../support.h"

/* What is equal to a thousandth is one; opaque is there already. */
static void
test_transparency (void)
{
  g_autoptr (Extras) extras = extras_new (INK_COLOUR);

  g_assert_cmpuint (extras_transparency (extras, 0, 0), ==, 0);
  g_assert_cmpuint (extras_transparency (extras, 0.5, 0), ==, 1);
  g_assert_cmpuint (extras_transparency (extras, 0, 0.5), ==, 2);
  g_assert_cmpuint (extras_transparency (extras, 0.5001, 0), ==, 1);
  g_assert_cmpuint (extras_transparency (extras, 7, -3), ==, extras_transparency (extras, 1, 0));
}

/* The objects and resources of a document with these; caller frees. */
static char *
written (Ink ink, gboolean is_empty)
{
  g_autoptr (Extras) extras = extras_new (ink);
  g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (GradientStop));
  const GradientStop two[] = { { 0.25, { 255, 0, 0, FALSE } }, { 1, { 0, 0, 0, FALSE } } };
  const DrawGradient gradient = {
    .is_radial = TRUE, .r1 = 0.125, .x2 = 1, .r2 = 2, .stops = g_array_append_vals (stops, two, 2)
  };
  const double box[] = { 1, 2, 3, 4 };
  g_autoptr (GString) pdf = g_string_new (NULL), xobjects = g_string_new (NULL),
                      others = g_string_new (NULL);
  g_autoptr (Deflater) deflater = deflater_new ();
  g_autoptr (Objects) objects = objects_new (pdf, deflater, "1.7");

  if (!is_empty) {
    extras_transparency (extras, 0.5, 1);
    g_assert_cmpuint (extras_gradient (extras, &gradient), ==, 0);
    g_assert_cmpuint (extras_gradient (extras, &gradient), ==, 0);
    g_assert_cmpuint (extras_group (extras, g_string_new ("0 g"), box), ==, 0);
  }
  extras_write (extras, objects, 7, xobjects, others);
  return g_strconcat (xobjects->str, " | ", others->str, NULL);
}

/* Documents that have none are as they were. */
static void
test_resources (void)
{
  g_autofree char *none = written (INK_COLOUR, TRUE), *some = written (INK_COLOUR, FALSE);

  g_assert_cmpstr (none, ==, " | ");
  g_assert_cmpstr (some, ==,
                   "/T0 2 0 R | /ExtGState<</G0<</ca 1/CA 1>>/G1<</ca .5/CA 0>>>>/Shading<</S0 1 "
                   "0 R>>");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extras/transparency", test_transparency);
  g_test_add_func ("/extras/resources", test_resources);
  return g_test_run ();
}
