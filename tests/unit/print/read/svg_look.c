/* SPDX-License-Identifier: MIT */
#include "print/read/svg_look.h"

#include "base/svg.h"

#include "../../support.h"

#include <math.h>

static void
test_lengths (void)
{
  static const struct {
    const char *text;
    double value; /* NAN: none */
  } rows[] = { { "3", 3 },          { " 3px ", 3 }, { "3pt", 4 },  { "1in", 96 },
               { "25.4mm", 96 },    { "50%", 100 }, { "2em", 20 }, { "2ex", 10 },
               { "-1e1", -10 },     { "", NAN },    { "x", NAN },  { "3 4", NAN },
               { "3furlongs", NAN } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    double value;
    gboolean is_good = svg_length (rows[i].text, strlen (rows[i].text), 200, 10, &value);
    g_test_message ("%s", rows[i].text);
    g_assert_true (is_good == !isnan (rows[i].value));
    if (is_good)
      g_assert_cmpfloat_with_epsilon (value, rows[i].value, 1e-9);
  }
}

static void
test_verdicts (void)
{
  static const struct {
    const char *name, *value;
    SvgVerdict verdict;
  } rows[] = {
    { "fill", "red", SVG_GOOD },
    { "fill", "rgba(1, 2, 3, .5)", SVG_GOOD },
    { "fill", "#12345680", SVG_GOOD },
    { "fill", "url(#a)", SVG_GOOD },
    { "fill", "url( \"#a\" ) red", SVG_GOOD },
    { "fill", "reddish", SVG_BROKEN },
    { "fill", "context-stroke", SVG_BEYOND },
    { "opacity", "50%", SVG_GOOD },
    { "opacity", "half", SVG_BROKEN },
    { "stroke-dasharray", "1,2 3", SVG_GOOD },
    { "stroke-dasharray", "none", SVG_GOOD },
    { "stroke-dasharray", "1 -1", SVG_BROKEN },
    { "stroke-dasharray", "1 2 3 4 5 6 7 8 9 10 11 12 13", SVG_BEYOND },
    { "stroke-linecap", "round", SVG_GOOD },
    { "stroke-linejoin", "sharp", SVG_BROKEN },
    { "stroke-miterlimit", "0.5", SVG_BROKEN },
    { "clip-path", "url(#a)", SVG_GOOD },
    { "clip-path", "circle(3px)", SVG_BEYOND },
    { "mask", "none", SVG_GOOD },
    { "mask", "url(#a)", SVG_BEYOND },
    { "mix-blend-mode", "multiply", SVG_BEYOND },
    { "font-weight", "bold", SVG_GOOD },
    { "font-weight", "fat", SVG_BROKEN },
    { "text-anchor", "middle", SVG_GOOD },
    { "text-anchor", "centre", SVG_BROKEN },
    { "transform", "rotate(3) scale(2)", SVG_GOOD },
    { "transform", "turn(3)", SVG_BROKEN },
    { "pointer-events", "none", SVG_GOOD }, /* nothing for paper */
    { "-inkscape-stroke", "none", SVG_UNKNOWN },
    { "fill", "inherit", SVG_GOOD },
  };
  const SvgFrame frame = { 100, 100 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    SvgLook look = svg_look_initial (COLOUR_BLACK);
    g_test_message ("%s: %s", rows[i].name, rows[i].value);
    g_assert_cmpint (
      svg_look_set (&look, rows[i].name, rows[i].value, strlen (rows[i].value), &frame), ==,
      rows[i].verdict);
  }
}

/* An odd number of dashes is written twice; colours keep how clear they are apart from
 * fill-opacity, which is handed down. */
static void
test_values (void)
{
  const SvgFrame frame = { 30, 40 };
  SvgLook look = svg_look_initial (COLOUR_BLACK);

  svg_look_set (&look, "stroke-dasharray", "1 2 3", 5, &frame);
  g_assert_cmpuint (look.n_dashes, ==, 6);
  g_assert_cmpfloat (look.dashes[3], ==, 1);
  svg_look_set (&look, "fill", "rgba(255,0,0,50%)", 17, &frame);
  svg_look_set (&look, "opacity", ".5", 2, &frame);
  g_assert_cmpfloat (look.fill.alpha, ==, 0.5);
  SvgLook child = svg_look_inherit (&look);
  g_assert_cmpfloat (child.opacity, ==, 1);
  svg_look_set (&child, "fill", "blue", 4, &frame);
  g_assert_cmpfloat (child.fill.alpha, ==, 1);
  g_assert_cmpuint (child.n_dashes, ==, 6);
  svg_look_set (&child, "fill", "url(#abc)", 9, &frame);
  g_assert_cmpmem (child.fill.server, child.fill.server_length, "abc", 3);
  svg_look_set (&child, "stroke-width", "10%", 3, &frame);
  g_assert_cmpfloat_with_epsilon (child.stroke_width, sqrt (1250) / 10, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/svg-look/lengths", test_lengths);
  g_test_add_func ("/svg-look/verdicts", test_verdicts);
  g_test_add_func ("/svg-look/values", test_values);
  return g_test_run ();
}
