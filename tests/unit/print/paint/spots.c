/* SPDX-License-Identifier: MIT */
#include "print/paint/spots.h"

/* html(body(p, ul(li))), by index. */
static void
test_first (void)
{
  Element html = { .index = 0 }, body = { .index = 1, .parent = &html };
  Element p = { .index = 2, .parent = &body }, ul = { .index = 3, .parent = &body };
  Element li = { .index = 4, .parent = &ul };
  const Markup markup = { .n_elements = 5 };
  g_auto (Spots) spots = spots_new (&markup);

  g_assert_cmpuint (spots_of (&spots, &p).page, ==, 0);
  spots_note (&spots, &p, (Spot){ 7, 1, 2 });
  spots_note (&spots, &li, (Spot){ 8, 3, 4 });
  spots_note (&spots, &p, (Spot){ 9, 5, 6 });
  const struct {
    const Element *element;
    Spot spot;
  } rows[] = {
    { &html, { 7, 1, 2 } }, { &body, { 7, 1, 2 } }, { &p, { 7, 1, 2 } },
    { &ul, { 8, 3, 4 } },   { &li, { 8, 3, 4 } },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Spot spot = spots_of (&spots, rows[i].element);
    g_assert_cmpuint (spot.page, ==, rows[i].spot.page);
    g_assert_cmpfloat (spot.x, ==, rows[i].spot.x);
    g_assert_cmpfloat (spot.y, ==, rows[i].spot.y);
  }
}

static void
test_written (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  spot_append (out, (Spot){ 12, 85, 700.5 });
  g_assert_cmpstr (out->str, ==, "[12 0 R/XYZ 85 700.5 null]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spots/first", test_first);
  g_test_add_func ("/spots/written", test_written);
  return g_test_run ();
}
