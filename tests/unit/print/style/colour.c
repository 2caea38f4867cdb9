/* SPDX-License-Identifier: MIT */
#include "print/style/colour.h"

#include "../../support.h"

static void
test_colours (void)
{
  static const struct {
    const char *text;
    Colour colour;
  } rows[] = {
    { "#fff", { 255, 255, 255, FALSE } },
    { "#1A2b3C", { 0x1A, 0x2B, 0x3C, FALSE } },
    { "#ffff", { 255, 255, 255, FALSE } },
    { "#12345600", { 0, 0, 0, TRUE } },
    { "#123456ff", { 0x12, 0x34, 0x56, FALSE } },
    { "black", { 0, 0, 0, FALSE } },
    { "Red", { 255, 0, 0, FALSE } },
    { "aliceblue", { 0xF0, 0xF8, 0xFF, FALSE } },
    { "YELLOWGREEN", { 0x9A, 0xCD, 0x32, FALSE } },
    { "gray", { 128, 128, 128, FALSE } },
    { "grey", { 128, 128, 128, FALSE } },
    { "rebeccapurple", { 0x66, 0x33, 0x99, FALSE } },
    { "transparent", { 0, 0, 0, TRUE } },
    { "rgb(1, 2, 3)", { 1, 2, 3, FALSE } },
    { "RGB(1 2 3)", { 1, 2, 3, FALSE } },
    { "rgb( 100% , 50% , 0% )", { 255, 128, 0, FALSE } },
    { "rgb(300, -5, 0.6)", { 255, 0, 1, FALSE } },
    { "rgba(1, 2, 3, 1)", { 1, 2, 3, FALSE } },
    { "rgb(1 2 3 / 100%)", { 1, 2, 3, FALSE } },
    { "rgba(1, 2, 3, 0)", { 0, 0, 0, TRUE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Colour colour;
    g_test_message ("%s", rows[i].text);
    g_assert_true (colour_parse (rows[i].text, strlen (rows[i].text), &colour));
    g_assert_true (colour_equal (colour, rows[i].colour));
    g_assert_cmpint (colour.is_clear, ==, rows[i].colour.is_clear);
  }
}

static void
test_no_colours (void)
{
  static const char *const texts[] = { "",
                                       "#",
                                       "#12",
                                       "#12345",
                                       "#1234567",
                                       "#ggg",
                                       "#fff8",
                                       "#ffffff80",
                                       "re",
                                       "redd",
                                       "currentcolor",
                                       "rgb",
                                       "rgb(",
                                       "rgb()",
                                       "rgb(1,2)",
                                       "rgb(1,2,3",
                                       "rgb(1,2,3,4,5)",
                                       "rgb(1,2,3))",
                                       "rgba(0,0,0,.5)",
                                       "rgb(a,b,c)",
                                       "hsl(1,2%,3%)",
                                       "url(a)" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    Colour colour;
    g_test_message ("%s", texts[i]);
    g_assert_false (colour_parse (texts[i], strlen (texts[i]), &colour));
  }
}

/* No more than `length` bytes are looked at. */
static void
test_length (void)
{
  Colour colour;

  g_assert_true (colour_parse ("#fff000", 4, &colour));
  g_assert_true (colour_equal (colour, (Colour){ 255, 255, 255, FALSE }));
  g_assert_true (colour_parse ("redder", 3, &colour));
  g_assert_false (colour_parse ("red", 2, &colour));
}

static void
test_equal (void)
{
  g_assert_true (colour_equal (COLOUR_BLACK, COLOUR_BLACK));
  g_assert_false (colour_equal (COLOUR_BLACK, COLOUR_CLEAR));
  g_assert_true (colour_equal ((Colour){ 1, 2, 3, TRUE }, COLOUR_CLEAR));
  g_assert_false (colour_equal ((Colour){ 1, 2, 3, FALSE }, (Colour){ 1, 2, 4, FALSE }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/colour/colours", test_colours);
  g_test_add_func ("/colour/no-colours", test_no_colours);
  g_test_add_func ("/colour/length", test_length);
  g_test_add_func ("/colour/equal", test_equal);
  return g_test_run ();
}
