/* SPDX-License-Identifier: MIT */
#include "scene.h"

#include <math.h>

/* Which mark a text has, by its role and place; pages are 841.89 high with margins of 56. */
static void
test_marks (void)
{
  static const struct {
    PlacedRole role;
    double y, rotation;
    const char *mark;
  } rows[] = {
    { ROLE_CONTENT, 100, 0, "/P<</MCID 0>>BDC" },
    { ROLE_CONTENT, 10, 45, "/P<</MCID 0>>BDC" },
    { ROLE_ARTIFACT, 100, 0, "/Artifact<</Type/Pagination>>BDC" },
    { ROLE_ARTIFACT, 100, 45, "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC" },
    { ROLE_ARTIFACT, 39.1, 0, "/Artifact<</Type/Pagination/Subtype/Header>>BDC" },
    { ROLE_ARTIFACT, 39.2, 0, "/Artifact<</Type/Pagination>>BDC" },
    { ROLE_ARTIFACT, 785.8, 0, "/Artifact<</Type/Pagination>>BDC" },
    { ROLE_ARTIFACT, 785.9, 0, "/Artifact<</Type/Pagination/Subtype/Footer>>BDC" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Scene) scene = scene_new ();
    Placed *item = scene_line (scene, "p", "a", rows[i].y + 13);
    item->role = rows[i].role;
    item->rotation = rows[i].rotation;
    g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
    g_autofree char *text = checked (pdf);
    g_test_message ("%u", i);
    assert_has (text, rows[i].mark);
    g_assert_cmpuint (count (text, "BDC"), ==, 1);
    g_assert_cmpuint (count (text, "EMC"), ==, 1);
  }
}

/* Items of one node that follow each other are one piece of content. */
static void
test_pieces (void)
{
  g_autoptr (Scene) scene = scene_new ();
  const Element *first = scene_line (scene, "p", "a", 100)->element;

  scene_write (scene, first, SERIF, 13, "b", 85, 120);
  scene_line (scene, "p", "c", 140);
  scene_write (scene, first, SERIF, 13, "d", 85, 160);
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  g_autofree char *text = checked (pdf);
  g_assert_cmpuint (count (text, "BDC"), ==, 3);
  assert_has (text, "/P<</MCID 2>>BDC");
}

/* What has no place or no size is not painted. */
static void
test_nowhere (void)
{
  static const double places[] = { NAN, INFINITY, -INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autoptr (Scene) scene = scene_new ();
    scene_line (scene, "p", "a", 100);
    scene_line (scene, "p", "b", 120)->x = places[i];
    scene_line (scene, "p", "", 140);
    g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
    g_autofree char *text = checked (pdf);
    g_assert_cmpuint (count (text, "BDC"), ==, 1);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-painter/marks", test_marks);
  g_test_add_func ("/page-painter/pieces", test_pieces);
  g_test_add_func ("/page-painter/nowhere", test_nowhere);
  return g_test_run ();
}
