/* SPDX-License-Identifier: MIT */
#include "scene.h"

/* A link over two lines is one annotation with two quads, a link over two pages two annotations;
 * words, then the address, are its description. */
static void
test_annotations (void)
{
  g_autoptr (Scene) scene = scene_new ();
  Element *p = scene_element (scene, scene_body (scene), "p", NULL);
  Element *a = scene_element (scene, p, "a", "href=https://a.gov.vn/tài liệu?số=5&x");
  scene_text (scene, a, "hướng  dẫn\nsử dụng");
  scene_write (scene, a, SERIF, 13, "hướng ", 400, 100);
  scene_write (scene, a, BOLD, 13, "dẫn", 440, 100);
  scene_write (scene, a, SERIF, 13, "sử", 85, 115);
  scene_page (scene, 595.276, 841.89);
  scene_write (scene, a, SERIF, 13, "dụng", 85, 100);
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  g_autofree char *objects = checked (pdf);

  g_assert_cmpuint (count (objects, "/Subtype /Link"), ==, 2);
  g_assert_cmpuint (count (objects, "(https://a.gov.vn/t%C3%A0i%20li%E1%BB%87u?s%E1%BB%91=5&x)"),
                    ==, 2);
  g_autofree char *json = asked (pdf, "qpdf --json %");
  assert_has (json, "\"/Contents\": \"u:hướng dẫn sử dụng\"");
}

/* Inside the document, forwards and back; what was not placed is no target. */
static void
test_targets (void)
{
  g_autoptr (Scene) scene = scene_new ();
  Element *p = scene_element (scene, scene_body (scene), "p", NULL);
  static const char *const targets[] = { "href=#ph%E1%BB%A5-l%E1%BB%A5c", "href=#hide",
                                         "href=#none" };
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++) {
    Element *a = scene_element (scene, p, "a", targets[i]);
    scene_text (scene, a, "xem");
    scene_write (scene, a, SERIF, 13, "xem", 85 + 50 * i, 100);
  }
  scene_element (scene, scene_body (scene), "p", "id=hide");
  Element *target = scene_element (scene, scene_body (scene), "div", "id=phụ-lục");
  Element *inside = scene_element (scene, target, "p", NULL);
  scene_page (scene, 595.276, 841.89);
  scene_write (scene, inside, SERIF, 13, "Phụ lục", 85, 213);
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  g_autofree char *objects = checked (pdf);

  g_assert_cmpuint (count (objects, "/Subtype /Link"), ==, 1);
  assert_has (objects, "/XYZ\n    85\n    641.89\n    null");
}

static void
test_pictures (void)
{
  g_autoptr (Scene) scene = scene_new ();
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  Drawing drawing = { .width = 1, .height = 1, .paths = paths };
  Element *a = scene_element (scene, scene_body (scene), "a", "href=https://a.vn/");
  Element *img = scene_element (scene, a, "img", "alt=Trang chủ");
  scene_add (scene, (Placed){ .kind = PLACED_DRAWING,
                              .element = img,
                              .x = 85,
                              .y = 85,
                              .width = 20,
                              .height = 20,
                              .drawing = &drawing });
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  g_free (checked (pdf));
  g_autofree char *json = asked (pdf, "qpdf --json %");
  assert_has (json, "\"/Contents\": \"u:Trang chủ\"");
}

/* A link in turned text is turned too. */
static void
test_turned (void)
{
  g_autoptr (Scene) scene = scene_new ();
  Element *a = scene_element (scene, scene_body (scene), "a", "href=https://a.vn/");
  scene_text (scene, a, "x");
  Placed *item = scene_write (scene, a, SERIF, 10, "xx", 100, 110);
  *item = (Placed){ .kind = PLACED_TEXT,
                    .element = a,
                    .x = 100,
                    .y = 100,
                    .width = 30,
                    .height = 10,
                    .rotation = 90,
                    .pivot_x = 100,
                    .pivot_y = 100,
                    .text = item->text };
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  g_autofree char *objects = checked (pdf);
  /* To the left of the pivot and below it. */
  assert_has (objects, "/Rect [\n    90\n    711.89\n    100\n    741.89\n  ]");
}

/* On the sheets of a poster in parts, half as large again: where the words are, not where they were
 * on the page. */
static void
test_tiles (void)
{
  g_autoptr (Scene) scene = scene_new ();
  Element *a = scene_element (scene, scene_body (scene), "a", "href=https://a.vn/");
  scene_text (scene, a, "xx");
  *scene_write (scene, a, SERIF, 10, "xx", 100, 100) =
    (Placed){ .kind = PLACED_TEXT,
              .element = a,
              .x = 100,
              .y = 100,
              .width = 30,
              .height = 10,
              .text = g_array_index (scene->page->items, Placed, 0).text };
  const PdfOptions one = { .title = "T" }, tiles = { .title = "T", .impose = IMPOSE_TILES_LARGER };
  g_autoptr (GString) plain = scene_pdf (scene, &one, NULL);
  g_autoptr (GString) parts = scene_pdf (scene, &tiles, NULL);
  g_autofree char *as_page = checked (plain), *as_part = checked (parts);
  const SceneRect rect = scene_rect (as_part);

  assert_has (as_page, "/Rect [\n    100\n    731.89\n    130\n    741.89\n  ]");
  g_assert_cmpfloat_with_epsilon (rect.right - rect.left, 30 * G_SQRT2, 0.01);
  g_assert_cmpfloat_with_epsilon (rect.top - rect.bottom, 10 * G_SQRT2, 0.01);
  g_assert_cmpfloat (rect.left, >, 100 * G_SQRT2);
  g_assert_cmpfloat (rect.top, <, 841.89 - 100 * G_SQRT2);
}

/* Headings in their order, two levels; page labels where counting starts anew. */
static void
test_outline (void)
{
  g_autoptr (Scene) scene = scene_new ();
  scene_line (scene, "h1", "Một", 100);
  scene_line (scene, "h3", "Một một", 120);
  scene_page (scene, 595.276, 841.89);
  scene_line (scene, "h3", "Một hai", 100);
  scene_page (scene, 595.276, 841.89)->number = 1;
  scene_line (scene, "h1", "Hai", 100);
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  g_free (checked (pdf));
  g_autofree char *json = asked (pdf, "qpdf --json %");
  static const char *const titles[] = { "\"title\": \"Một\"", "\"title\": \"Một một\"",
                                        "\"title\": \"Một hai\"", "\"title\": \"Hai\"" };
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    assert_has (json, titles[i]);
  assert_has (json, "\"destpageposfrom1\": 3");
  g_assert_cmpuint (count (strstr (json, "\"pagelabels\""), "\"index\": "), ==, 2);
}

/* An article that has a name is an entry, closed, and its headings are below it. */
static void
test_outline_of_articles (void)
{
  g_autoptr (Scene) scene = scene_new ();
  static const char *const names[] = { "Phường Một", "Phường Hai" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *label = g_strdup_printf ("aria-label=%s", names[i]);
    Element *article = scene_element (scene, scene_body (scene), "article", label);
    Element *heading = scene_element (scene, article, "h1", NULL);
    scene_text (scene, heading, "Tờ rơi");
    scene_write (scene, heading, SERIF, 13, "Tờ rơi", 85, 100);
    scene_page (scene, 595.276, 841.89);
  }
  scene_element (scene, scene_body (scene), "article", "aria-label=Không có gì");
  scene_line (scene, "h1", "Hết", 100);
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  g_autofree char *objects = checked (pdf);
  g_autofree char *json = asked (pdf, "qpdf --json --json-key=outlines %");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_has (json, names[i]);
  g_assert_null (strstr (json, "Không có gì"));
  g_assert_cmpuint (count (json, "\"open\": false"), ==, 2);
  g_assert_cmpuint (count (objects, "/Count -1\n"), ==, 2);
  g_assert_nonnull (strstr (objects, "/Count 3\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/links/annotations", test_annotations);
  g_test_add_func ("/links/targets", test_targets);
  g_test_add_func ("/links/pictures", test_pictures);
  g_test_add_func ("/links/turned", test_turned);
  g_test_add_func ("/links/tiles", test_tiles);
  g_test_add_func ("/links/outline", test_outline);
  g_test_add_func ("/links/outline-of-articles", test_outline_of_articles);
  return g_test_run ();
}
