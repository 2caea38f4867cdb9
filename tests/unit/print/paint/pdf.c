/* SPDX-License-Identifier: MIT */
#include "scene.h"

#define NOWHERE (0.0 / 0.0)

static void
test_document (void)
{
  g_autoptr (Scene) scene = scene_new ();
  PdfOptions options = { .title = "Thử & <xem>",
                         .author = "UBND phường",
                         .created = "2026-03-05T05:30:00+07:00" };
  scene_line (scene, "p", "Cộng hòa xã hội chủ nghĩa Việt Nam", 100);
  g_auto (PdfFacts) facts = { 0 };
  g_autoptr (GString) pdf = scene_pdf (scene, &options, &facts);
  g_autofree char *objects = checked (pdf);
  g_autofree char *text = asked (pdf, "pdftotext % -");
  g_autofree char *said = asked (pdf, "pdfinfo %");

  g_assert_cmpstr (text, ==, "Cộng hòa xã hội chủ nghĩa Việt Nam\n\n\f");
  assert_has (said, "Title:           Thử & <xem>\n");
  assert_has (said, "Author:          UBND phường\n");
  assert_has (said, "Tagged:          yes\n");
  assert_has (said, "PDF version:     1.7\n");
  assert_has (objects, "/CreationDate (D:20260305053000+07'00')");
  assert_has (objects, "/Lang (vi-VN)");
  assert_has (objects, "<rdf:li xml:lang=\"x-default\">Thử &amp; &lt;xem&gt;</rdf:li>");
  assert_has (objects, "<pdfuaid:part>1</pdfuaid:part>");
  assert_has (objects, "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>");
  g_assert_cmpuint (facts.n_pages, ==, 1);
  g_assert_cmpuint (facts.fonts->len, ==, 1);
  g_assert_cmpstr (facts.fonts->pdata[0], ==, "LiberationSerif");
  g_assert_cmpfloat (facts.lowest_dpi, ==, 0);
}

/* Without a title of its own, that of the page, its first heading, a word. */
static void
test_titles (void)
{
  static const struct {
    const char *name, *text, *title;
  } rows[] = { { "title", "  Tên\n trang ", "Tên trang" },
               { "h2", "Mục", "Mục" },
               { "p", "Lời", "Tài liệu" } };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Scene) scene = scene_new ();
    PdfOptions options = { .title = NULL };
    scene_text (scene, scene_element (scene, scene_body (scene), rows[i].name, NULL), rows[i].text);
    g_autoptr (GString) pdf = scene_pdf (scene, &options, NULL);
    g_autofree char *said = asked (pdf, "pdfinfo %");
    g_autofree char *wanted = g_strdup_printf ("Title:           %s\n", rows[i].title);
    assert_has (said, wanted);
  }
}

/* The file is appended, and is the same wherever it begins. */
static void
test_appended (void)
{
  g_autoptr (Scene) scene = scene_new ();
  PdfOptions options = { .title = "Thử" };
  scene_line (scene, "p", "một", 100);
  g_autoptr (GString) alone = scene_pdf (scene, &options, NULL);
  g_autoptr (GString) behind = g_string_new ("before");
  pdf_write (&scene->placement, &scene->markup, &options, scene->fonts, behind, NULL);
  g_assert_cmpmem (behind->str + 6, behind->len - 6, alone->str, alone->len);
}

static void
test_inks (void)
{
  static const struct {
    Ink ink;
    const char *black, *grey, *red, *intent;
    gboolean is_archival;
  } rows[] = {
    { INK_COLOUR, "\n0 g\n", "\n.502 g\n", "\n1 0 0 rg\n", "/GTS_PDFA1", TRUE },
    { INK_GREY, "\n0 g\n", "\n.502 g\n", "\n.3 g\n", "/GTS_PDFA1", TRUE },
    { INK_CMYK, "\n0 0 0 1 k\n", "\n0 0 0 .498 k\n", " k\n", "/GTS_PDFX", FALSE },
  };
  static const Colour colours[] = { { 0, 0, 0, FALSE },
                                    { 128, 128, 128, FALSE },
                                    { 255, 0, 0, FALSE } };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Scene) scene = scene_new ();
    PdfOptions options = { .ink = rows[i].ink, .title = "Mực" };
    for (guint j = 0; j < G_N_ELEMENTS (colours); j++)
      ((TextRun *) scene_line (scene, "p", "mực", 100 + 20 * j)->text.run)->colour = colours[j];
    g_autoptr (GString) pdf = scene_pdf (scene, &options, NULL);
    g_autofree char *objects = checked (pdf);
    assert_has (objects, rows[i].black);
    assert_has (objects, rows[i].grey);
    assert_has (objects, rows[i].red);
    assert_has (objects, rows[i].intent);
    g_assert_cmpint (strstr (objects, "GTS_PDFXVersion>PDF/X-4<") != NULL, ==,
                     !rows[i].is_archival);
    g_assert_cmpint (strstr (objects, "pdfuaid:part") != NULL, ==, rows[i].is_archival);
    g_assert_cmpint (strstr (objects, "pdfaid:part") != NULL, ==, rows[i].is_archival);
  }
}

/* What is at the top or the bottom of a page, or turned, is furniture of its kind. */
static void
test_furniture (void)
{
  g_autoptr (Scene) scene = scene_new ();
  static const double baselines[] = { 30, 400, 820 };
  for (guint i = 0; i < G_N_ELEMENTS (baselines); i++) {
    Placed *item = scene_write (scene, NULL, SERIF, 10, "2", 300, baselines[i]);
    item->role = ROLE_ARTIFACT;
  }
  Placed *item = scene_write (scene, scene_body (scene), BOLD, 60, "DỰ THẢO", 100, 400);
  item->role = ROLE_ARTIFACT;
  item->rotation = -45;
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  g_autofree char *objects = checked (pdf);
  assert_has (objects, "/Artifact<</Type/Pagination/Subtype/Header>>BDC");
  assert_has (objects, "/Artifact<</Type/Pagination>>BDC");
  assert_has (objects, "/Artifact<</Type/Pagination/Subtype/Footer>>BDC");
  assert_has (objects, "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC");
  g_assert_cmpuint (count (objects, "MCID"), ==, 0);
}

/* Sizes and places that are none: a valid file. */
static void
test_hostile (void)
{
  static const double numbers[] = { NOWHERE, 1e300, -1e300, 0, -5, 1e-300, 4e9 };
  static const Image image = { IMAGE_PNG, NULL, NULL, 0, 0, 8, 3, FALSE, FALSE, FALSE, FALSE };
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    double n = numbers[i];
    g_autoptr (Scene) scene = scene_new ();
    g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
    g_autoptr (GPtrArray) paths = g_ptr_array_new ();
    Image broken = image;
    broken.bytes = bytes;
    Drawing drawing = {
      .min_x = n, .min_y = n, .width = n, .height = n, .paths = paths, .title = "x"
    };
    Style *style = arena_alloc (scene->arena, sizeof (Style));
    style->border[SIDE_TOP] = (Border){ BORDER_SOLID, n, COLOUR_BLACK };
    style->border[SIDE_LEFT] = (Border){ BORDER_DOTTED, n, COLOUR_BLACK };
    style->radius[0] = (Length){ LENGTH_POINTS, n };
    Element *a = scene_element (scene, scene_body (scene), "a", "href=https://a.vn/|alt=x");
    Element *img = scene_element (scene, a, "img", "alt=x");
    Placed *item = scene_write (scene, a, SERIF, 13, "chữ", 85, n);
    TextRun *run = (TextRun *) item->text.run;
    ((Glyph *) run->glyphs)[1].x = n;
    ((Glyph *) run->glyphs)[1].y = n;
    run->width = n;
    run->decoration = DECORATION_UNDERLINE;
    item->y = 50;
    item->rotation = n;
    ((TextRun *) scene_write (scene, a, SERIF, 13, "cỡ", 85, 100)->text.run)->size = n;
    scene_add (scene, (Placed){ .kind = PLACED_BOX,
                                .element = a,
                                .x = 1,
                                .y = n,
                                .width = n,
                                .height = 5,
                                .box = { .style = style } });
    scene_add (scene, (Placed){ .kind = PLACED_BOX,
                                .element = a,
                                .width = 50,
                                .height = 50,
                                .rotation = n,
                                .pivot_x = n,
                                .box = { .style = style } });
    scene_add (
      scene,
      (Placed){
        .kind = PLACED_DRAWING, .element = img, .width = 5, .height = n, .drawing = &drawing });
    scene_add (
      scene,
      (Placed){
        .kind = PLACED_DRAWING, .element = img, .width = 5, .height = 5, .drawing = &drawing });
    scene_add (
      scene,
      (Placed){ .kind = PLACED_IMAGE, .element = img, .width = 5, .height = 5, .image = &broken });
    scene->page->style.bleed = n;
    scene_page (scene, n, n);
    g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
    g_test_message ("%g", n);
    g_free (checked (pdf));
  }
}

/* No page, a page without anything. */
static void
test_empty (void)
{
  g_autoptr (Scene) scene = scene_new ();
  PdfOptions booklet = { .impose = IMPOSE_BOOKLET };
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  g_free (checked (pdf));
  g_autoptr (GString) folded = scene_pdf (scene, &booklet, NULL);
  g_free (checked (folded));
}

/* 400 pages, object streams by the hundred; twice as many take about twice as long. */
static void
test_long (void)
{
  gint64 times[2];
  for (guint i = 0; i < 2; i++) {
    g_autoptr (Scene) scene = scene_new ();
    for (guint page = 0; page < 200u << i; page++) {
      for (guint line = 0; line < 40; line++)
        scene_line (scene, line % 20 == 0 ? "h2" : "p", "Ủy ban nhân dân phường thông báo",
                    80 + 15 * line);
      scene_page (scene, 595, 842);
    }
    g_autoptr (GString) warm = scene_pdf (scene, NULL, NULL);
    gint64 start = g_get_monotonic_time ();
    g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
    times[i] = g_get_monotonic_time () - start;
    g_assert_cmpmem (warm->str, warm->len, pdf->str, pdf->len);
    if (i == 0)
      g_free (checked (pdf));
  }
  g_assert_cmpint (times[1], <, 4 * times[0] + 100000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/document", test_document);
  g_test_add_func ("/pdf/titles", test_titles);
  g_test_add_func ("/pdf/appended", test_appended);
  g_test_add_func ("/pdf/inks", test_inks);
  g_test_add_func ("/pdf/furniture", test_furniture);
  g_test_add_func ("/pdf/hostile", test_hostile);
  g_test_add_func ("/pdf/empty", test_empty);
  g_test_add_func ("/pdf/long", test_long);
  return g_test_run ();
}
