/* SPDX-License-Identifier: MIT */
#include "scene.h"

static void
add_field (Scene *scene, const char *attributes, double y)
{
  static const Style plain;
  Element *field = scene_element (scene, scene_body (scene), "div", attributes);
  Placed box = { .kind = PLACED_BOX, .element = field, .x = 300, .y = y, .width = 120, .height = 40 };

  box.box.style = &plain;
  scene_add (scene, box);
}

/* A page with a word and a field. */
static Scene *
new_form (void)
{
  Scene *scene = scene_new ();
  Element *p = scene_element (scene, scene_body (scene), "p", NULL);

  scene_text (scene, p, "a");
  scene_write (scene, p, SERIF, 13, "a", 85, 100);
  add_field (scene, "role=textbox|data-signature=|aria-label=Chữ ký số của A", 200);
  return scene;
}

/* Each is a widget where its box stands, a Form for those who hear it, and in the form of the
 * document. */
static void
test_fields (void)
{
  g_autoptr (Scene) scene = new_form ();
  scene_page (scene, 595.276, 841.89);
  add_field (scene, "role=textbox|data-signature=|aria-label=Chữ ký số của B", 300);
  add_field (scene, "role=textbox|data-signature=|aria-label=C|aria-hidden=true", 300);
  add_field (scene, "role=textbox|aria-label=D", 400);
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  g_autofree char *objects = checked (pdf);

  g_assert_cmpuint (count (objects, "/FT /Sig"), ==, 2);
  g_assert_cmpuint (count (objects, "/S /Form"), ==, 2);
  assert_has (objects, "/T (ChuKy1)");
  assert_has (objects, "/T (ChuKy2)");
  assert_has (objects, "/AcroForm");
  assert_has (objects, "/Rect [\n    300\n    601.89\n    420\n    641.89\n  ]");
}

/* On a poster in parts a field is where its box is, and as large. */
static void
test_tiles (void)
{
  g_autoptr (Scene) scene = new_form ();
  const PdfOptions options = { .title = "T", .impose = IMPOSE_TILES_LARGER };
  g_autoptr (GString) pdf = scene_pdf (scene, &options, NULL);
  g_autofree char *objects = checked (pdf);
  const SceneRect rect = scene_rect (objects);

  g_assert_cmpfloat_with_epsilon (rect.right - rect.left, 120 * G_SQRT2, 0.01);
  g_assert_cmpfloat_with_epsilon (rect.top - rect.bottom, 40 * G_SQRT2, 0.01);
  g_assert_cmpfloat (rect.left, >, 300);
}

static void
test_none (void)
{
  g_autoptr (Scene) scene = scene_new ();
  Element *p = scene_element (scene, scene_body (scene), "p", NULL);
  scene_text (scene, p, "a");
  scene_write (scene, p, SERIF, 13, "a", 85, 100);
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  g_autofree char *objects = checked (pdf);

  g_assert_null (strstr (objects, "/AcroForm"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/fields", test_fields);
  g_test_add_func ("/fields/tiles", test_tiles);
  g_test_add_func ("/fields/none", test_none);
  return g_test_run ();
}
