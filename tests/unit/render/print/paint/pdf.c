/* SPDX-License-Identifier: MIT */
#include "scene.h"

#include "elements.h"

static void
test_text (void)
{
  g_autoptr (Scene) scene = scene_new ();
  scene_line (scene, "p", "Cộng hòa xã hội chủ nghĩa Việt Nam", 100);
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  g_autofree char *objects = checked (pdf);
  g_autofree char *text = asked (pdf, "pdftotext % -");

  g_assert_cmpstr (text, ==, "Cộng hòa xã hội chủ nghĩa Việt Nam\n\n\f");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/text", test_text);
  return g_test_run ();
}
