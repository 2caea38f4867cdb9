/* SPDX-License-Identifier: MIT */
#include "scene.h"

#include <png.h>

/* Four pixels: red, green, blue, white; with alpha the last is clear. */
static const guint8 pixels_rgb[] = { 255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255 };
static const guint8 pixels_rgba[] = { 255, 0, 0,   255, 0,   255, 0,   255,
                                      0,   0, 255, 255, 255, 255, 255, 0 };
static const guint8 pixels_grey[] = { 0, 100, 200, 255 };
static const guint8 pixels_palette[] = { 0, 1, 2, 3 };

static void
append_bytes (png_structp png, png_bytep bytes, png_size_t length)
{
  g_byte_array_append (png_get_io_ptr (png), bytes, length);
}

static GBytes *
make_png (const guint8 *pixels, int colour_type, int interlace)
{
  static const png_color palette[] = {
    { 255, 0, 0 }, { 0, 255, 0 }, { 0, 0, 255 }, { 255, 255, 255 }
  };
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct (png);
  GByteArray *out = g_byte_array_new ();
  png_set_write_fn (png, out, append_bytes, NULL);
  png_set_IHDR (png, info, 2, 2, 8, colour_type, interlace, PNG_COMPRESSION_TYPE_DEFAULT,
                PNG_FILTER_TYPE_DEFAULT);
  if (colour_type == PNG_COLOR_TYPE_PALETTE)
    png_set_PLTE (png, info, palette, 4);
  gsize row = 2 * png_get_channels (png, info);
  png_bytep rows[] = { (png_bytep) pixels, (png_bytep) pixels + row };
  png_set_rows (png, info, rows);
  png_write_png (png, info, PNG_TRANSFORM_IDENTITY, NULL);
  png_destroy_write_struct (&png, &info);
  return g_byte_array_free_to_bytes (out);
}

/* 8 pixels square, all red: a table of ones, one Huffman code for what is not there and two for the
 * sizes of what is. */
static const guint8 red_jpeg[] = {
  0xff, 0xd8, /* start */
  0xff, 0xdb, 0, 67, 0,    8, 8, 8, 8, 8,    8, 8, 8,    8, 8,    8,    8,    8,    8,
  8,    8,    8, 8,  8,    8, 8, 8, 8, 8,    8, 8, 8,    8, /* quantisation */
  8,    8,    8, 8,  8,    8, 8, 8, 8, 8,    8, 8, 8,    8, 8,    8,    8,    8,    8,
  8,    8,    8, 8,  8,    8, 8, 8, 8, 8,    8, 8, 8,    8, 8,    8,    8,    0xff, 0xc0,
  0,    17,   8, 0,  8,    0, 8, 3, 1, 0x11, 0, 2, 0x11, 0, 3,    0x11, 0, /* frame: Y, Cb, Cr */
  0xff, 0xc4, 0, 21, 0x00, 1, 1, 0, 0, 0,    0, 0, 0,    0, 0,    0,    0,    0,    0,
  0,    0,    6, 7, /* sizes 6 and 7 */
  0xff, 0xc4, 0, 20, 0x10, 1, 0, 0, 0, 0,    0, 0, 0,    0, 0,    0,    0,    0,    0,
  0,    0,    0, /* end of block */
  0xff, 0xda, 0, 12, 3,    1, 0, 2, 0, 3,    0, 0, 63,   0, 0x16, 0x28, 0xbf, 0xbf, 0xff,
  0xd9, /* -52, -43, 127 */
};

static const Image png_of[] = {
  { IMAGE_PNG, NULL, NULL, 2, 2, 8, 3, FALSE, FALSE, FALSE, FALSE },
  { IMAGE_PNG, NULL, NULL, 2, 2, 8, 3, FALSE, TRUE, FALSE, FALSE },
  { IMAGE_PNG, NULL, NULL, 2, 2, 8, 1, FALSE, FALSE, FALSE, FALSE },
  { IMAGE_PNG, NULL, NULL, 2, 2, 8, 1, TRUE, FALSE, FALSE, FALSE },
};
enum { OF_RGB, OF_RGBA, OF_GREY, OF_PALETTE };

typedef struct {
  Scene *scene;
  Image image;
} Stage;

static Stage
stage_new (Image image, GBytes *bytes)
{
  Stage stage = { scene_new (), image };
  stage.image.bytes = bytes;
  stage.scene->page->style.width = stage.scene->page->style.height = 100;
  return stage;
}

static void
stage_clear (Stage *stage)
{
  g_bytes_unref (stage->image.bytes);
  scene_free (stage->scene);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stage, stage_clear)

static void
stage_place (Stage *stage)
{
  Scene *scene = stage->scene;
  Element *img = scene_element (scene, scene_body (scene), "img", "alt=Ảnh");
  g_array_set_size (scene->page->items, 0);
  scene_add (scene, (Placed){ .kind = PLACED_IMAGE,
                              .element = img,
                              .x = 10,
                              .y = 10,
                              .width = 80,
                              .height = 80,
                              .image = &stage->image });
}

static GString *
stage_pdf (Stage *stage, Ink ink, PdfFacts *facts)
{
  PdfOptions options = { .ink = ink, .title = "Ảnh" };
  stage_place (stage);
  return scene_pdf (stage->scene, &options, facts);
}

static void
assert_quarters (GString *pdf, guint32 one, guint32 two, guint32 three, guint32 four)
{
  const guint32 wanted[] = { one, two, three, four };
  Picture picture = painted (pdf, 1);
  for (guint i = 0; i < 4; i++)
    g_assert_cmphex (pixel (&picture, 30 + 40 * (i % 2), 30 + 40 * (i / 2)), ==, wanted[i]);
  g_free (picture.bytes);
}

/* Rows: what the PNG is, and what of it can be seen in the file. */
static void
test_png (void)
{
  static const struct {
    const guint8 *pixels;
    int type, interlace, kind;
    guint32 wanted[4];
    const char *entry;
    gboolean is_as_it_is;
  } rows[] = {
    { pixels_rgb,
      PNG_COLOR_TYPE_RGB,
      PNG_INTERLACE_NONE,
      OF_RGB,
      { 0xff0000, 0x00ff00, 0x0000ff, 0xffffff },
      "/DeviceRGB",
      TRUE },
    { pixels_rgb,
      PNG_COLOR_TYPE_RGB,
      PNG_INTERLACE_ADAM7,
      OF_RGB,
      { 0xff0000, 0x00ff00, 0x0000ff, 0xffffff },
      "/DeviceRGB",
      FALSE },
    { pixels_rgba,
      PNG_COLOR_TYPE_RGBA,
      PNG_INTERLACE_NONE,
      OF_RGBA,
      { 0xff0000, 0x00ff00, 0x0000ff, 0xffffff },
      "/SMask",
      FALSE },
    { pixels_grey,
      PNG_COLOR_TYPE_GRAY,
      PNG_INTERLACE_NONE,
      OF_GREY,
      { 0, 0x646464, 0xc8c8c8, 0xffffff },
      "/DeviceGray",
      TRUE },
    { pixels_palette,
      PNG_COLOR_TYPE_PALETTE,
      PNG_INTERLACE_NONE,
      OF_PALETTE,
      { 0xff0000, 0x00ff00, 0x0000ff, 0xffffff },
      "/Indexed",
      TRUE },
    { pixels_palette,
      PNG_COLOR_TYPE_PALETTE,
      PNG_INTERLACE_ADAM7,
      OF_PALETTE,
      { 0xff0000, 0x00ff00, 0x0000ff, 0xffffff },
      "/DeviceRGB",
      FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Image image = png_of[rows[i].kind];
    image.is_interlaced = rows[i].interlace == PNG_INTERLACE_ADAM7;
    g_auto (Stage) stage =
      stage_new (image, make_png (rows[i].pixels, rows[i].type, rows[i].interlace));
    g_autoptr (GString) pdf = stage_pdf (&stage, INK_COLOUR, NULL);
    g_autofree char *objects = checked (pdf);
    gsize length;
    const char *bytes = g_bytes_get_data (stage.image.bytes, &length);
    const char *data = memmem (bytes, length, "IDAT", 4);

    assert_has (objects, rows[i].entry);
    assert_quarters (pdf, rows[i].wanted[0], rows[i].wanted[1], rows[i].wanted[2],
                     rows[i].wanted[3]);
    guint32 size;
    memcpy (&size, data - 4, sizeof size);
    gboolean is_there = memmem (pdf->str, pdf->len, data + 4, GUINT32_FROM_BE (size)) != NULL;
    g_assert_cmpint (is_there, ==, rows[i].is_as_it_is);
  }
}

/* What is clear lets through what is below. */
static void
test_alpha (void)
{
  g_auto (Stage) stage =
    stage_new (png_of[OF_RGBA], make_png (pixels_rgba, PNG_COLOR_TYPE_RGBA, PNG_INTERLACE_NONE));
  Scene *scene = stage.scene;
  Style *style = arena_alloc (scene->arena, sizeof (Style));
  style->background = (Colour){ 128, 128, 0, FALSE };
  stage_place (&stage);
  Placed image = g_array_index (scene->page->items, Placed, 0);
  g_array_set_size (scene->page->items, 0);
  scene_add (scene, (Placed){ .kind = PLACED_BOX,
                              .element = scene_body (scene),
                              .width = 100,
                              .height = 100,
                              .box = { .style = style } });
  scene_add (scene, image);
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  assert_quarters (pdf, 0xff0000, 0x00ff00, 0x0000ff, 0x808000);
}

/* How the colour of a box looks in four inks. */
static guint32
box_in_cmyk (Colour colour)
{
  PdfOptions options = { .ink = INK_CMYK };
  Scene *scene = scene_new ();
  Style *style = arena_alloc (scene->arena, sizeof (Style));

  style->background = colour;
  scene->page->style.width = scene->page->style.height = 100;
  scene_add (scene, (Placed){ .kind = PLACED_BOX,
                              .element = scene_body (scene),
                              .width = 100,
                              .height = 100,
                              .box = { .style = style } });
  g_autoptr (GString) pdf = scene_pdf (scene, &options, NULL);
  Picture picture = painted (pdf, 1);
  guint32 seen = pixel (&picture, 50, 50);
  g_free (picture.bytes);
  scene_free (scene);
  return seen;
}

static void
assert_alike (guint32 one, guint32 other)
{
  for (guint shift = 0; shift < 24; shift += 8)
    g_assert_cmpint (ABS ((int) (one >> shift & 0xff) - (int) (other >> shift & 0xff)), <=, 2);
}

/* As it is; where inks are asked and nobody unpacks it, in the colours of a screen. */
static void
test_jpeg (void)
{
  static const Image jpeg = { IMAGE_JPEG, NULL, NULL, 8, 8, 8, 3, FALSE, FALSE, FALSE, FALSE };
  g_auto (Stage) stage = stage_new (jpeg, g_bytes_new_static (red_jpeg, sizeof red_jpeg));
  g_autoptr (GString) pdf = stage_pdf (&stage, INK_COLOUR, NULL);
  g_autoptr (GString) grey = stage_pdf (&stage, INK_GREY, NULL);
  g_autoptr (GString) cmyk = stage_pdf (&stage, INK_CMYK, NULL);
  g_autofree char *objects = checked (cmyk);

  g_free (checked (pdf));
  g_free (checked (grey));
  g_assert_cmpuint (count (objects, "/DeviceRGB") + count (objects, "/DeviceN"), ==, 0);
  assert_has (objects, "/ICCBased");
  g_assert_nonnull (memmem (cmyk->str, cmyk->len, red_jpeg, sizeof red_jpeg));
  g_assert_nonnull (memmem (pdf->str, pdf->len, red_jpeg, sizeof red_jpeg));
  g_assert_nonnull (memmem (grey->str, grey->len, red_jpeg, sizeof red_jpeg));
  Picture picture = painted (pdf, 1), in_cmyk = painted (cmyk, 1);
  guint32 red = pixel (&picture, 50, 50);
  g_assert_cmpuint (red >> 16, >=, 0xfc);
  g_assert_cmpuint (red & 0xffff, <=, 0x0404);
  guint32 inked = pixel (&in_cmyk, 50, 50);
  g_assert_cmpuint (inked >> 16, >=, 0xc0);
  g_assert_cmpuint (inked >> 8 & 0xff, <=, 0x50);
  g_assert_cmpuint (inked & 0xff, <=, 0x50);
  g_free (picture.bytes);
  g_free (in_cmyk.bytes);
}

static void
test_grey_ink (void)
{
  g_auto (Stage) stage =
    stage_new (png_of[OF_RGB], make_png (pixels_rgb, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE));
  g_autoptr (GString) pdf = stage_pdf (&stage, INK_GREY, NULL);
  g_autofree char *objects = checked (pdf);
  g_assert_cmpuint (count (objects, "/DeviceRGB"), ==, 0);
  Picture picture = painted (pdf, 1);
  guint32 colour = pixel (&picture, 30, 30);
  g_assert_cmpuint (colour & 0xff, ==, colour >> 16);
  g_free (picture.bytes);
}

/* In four inks nothing is left of RGB, and a picture looks as a box of its colour does. */
static void
test_cmyk_ink (void)
{
  static const guint8 mixed[] = { 200, 100, 50, 0, 0, 0, 13, 90, 13, 255, 255, 255 };
  static const struct {
    const guint8 *pixels;
    int type, kind;
    Colour wanted[4];
    const char *entry;
  } rows[] = {
    { mixed,
      PNG_COLOR_TYPE_RGB,
      OF_RGB,
      { { 200, 100, 50, 0 }, { 0, 0, 0, 0 }, { 13, 90, 13, 0 }, { 255, 255, 255, 0 } },
      "/ColorSpace /DeviceCMYK" },
    { pixels_rgba,
      PNG_COLOR_TYPE_RGBA,
      OF_RGBA,
      { { 255, 0, 0, 0 }, { 0, 255, 0, 0 }, { 0, 0, 255, 0 }, { 255, 255, 255, 0 } },
      "/ColorSpace /DeviceCMYK" },
    { pixels_palette,
      PNG_COLOR_TYPE_PALETTE,
      OF_PALETTE,
      { { 255, 0, 0, 0 }, { 0, 255, 0, 0 }, { 0, 0, 255, 0 }, { 255, 255, 255, 0 } },
      "/ColorSpace /DeviceCMYK" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Stage) stage =
      stage_new (png_of[rows[i].kind], make_png (rows[i].pixels, rows[i].type, PNG_INTERLACE_NONE));
    g_autoptr (GString) pdf = stage_pdf (&stage, INK_CMYK, NULL);
    g_autofree char *objects = checked (pdf);
    g_assert_cmpuint (count (objects, "/DeviceRGB"), ==, 0);
    assert_has (objects, rows[i].entry);
    Picture picture = painted (pdf, 1);
    for (guint j = 0; j < 4; j++)
      assert_alike (pixel (&picture, 30 + 40 * (j % 2), 30 + 40 * (j / 2)),
                    box_in_cmyk (rows[i].wanted[j]));
    g_free (picture.bytes);
  }
}

/* Grey pictures need the black plate alone. */
static void
test_cmyk_ink_of_grey (void)
{
  g_auto (Stage) stage =
    stage_new (png_of[OF_GREY], make_png (pixels_grey, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE));
  g_autoptr (GString) pdf = stage_pdf (&stage, INK_CMYK, NULL);
  g_autofree char *objects = checked (pdf);
  assert_has (objects, "/ColorSpace /DeviceGray");
  assert_quarters (pdf, 0, 0x646464, 0xc8c8c8, 0xffffff);
}

/* CMYK cannot be archived in a document of sRGB, and Adobe's is upside down. */
static void
test_cmyk (void)
{
  static const Image jpeg = { IMAGE_JPEG, NULL, NULL, 8, 8, 8, 4, FALSE, FALSE, FALSE, TRUE };
  g_auto (Stage) stage = stage_new (jpeg, g_bytes_new_static (red_jpeg, sizeof red_jpeg));
  g_autoptr (GString) pdf = stage_pdf (&stage, INK_COLOUR, NULL);
  g_autofree char *objects = checked (pdf);
  assert_has (objects, "/DeviceCMYK");
  assert_has (objects, "/Decode [\n    1\n    0\n");
  g_assert_null (strstr (objects, "pdfaid:part"));
}

/* The same picture twice is in the file once; how fine it is, is the coarser of the two. */
static void
test_twice (void)
{
  g_auto (Stage) stage =
    stage_new (png_of[OF_RGB], make_png (pixels_rgb, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE));
  stage_place (&stage);
  Placed large = g_array_index (stage.scene->page->items, Placed, 0);
  large.width = 144;
  scene_add (stage.scene, large);
  g_auto (PdfFacts) facts = { 0 };
  g_autoptr (GString) pdf = scene_pdf (stage.scene, NULL, &facts);
  g_autofree char *objects = checked (pdf);
  g_assert_cmpuint (count (objects, "/Subtype /Image"), ==, 1);
  g_assert_cmpfloat (facts.lowest_dpi, ==, 1);
}

/* Files that end too early, or have nothing in them, or are not what they say: a valid document all
 * the same. */
static void
test_broken (void)
{
  g_autoptr (GBytes) good = make_png (pixels_rgb, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE);
  gsize length;
  const guint8 *bytes = g_bytes_get_data (good, &length);
  for (gsize end = 0; end < length; end++) {
    g_auto (Stage) stage = stage_new (png_of[OF_RGB], g_bytes_new (bytes, end));
    g_autoptr (GString) pdf = stage_pdf (&stage, INK_COLOUR, NULL);
    if (end % 16 == 0)
      g_free (checked (pdf));
  }
  for (gsize at = 8; at < length; at++) {
    g_autofree guint8 *changed = g_memdup2 (bytes, length);
    changed[at] ^= 0xff;
    g_auto (Stage) stage = stage_new (png_of[at % 4], g_bytes_new (changed, length));
    g_autoptr (GString) pdf = stage_pdf (&stage, at % 3, NULL);
    g_assert_cmpuint (pdf->len, >, 0);
  }
}

/* A picture that was packed for one document is not packed again for the next, and gives the same
 * bytes. */
static void
test_kept (void)
{
  g_auto (Stage) stage =
    stage_new (png_of[OF_RGBA], make_png (pixels_rgba, PNG_COLOR_TYPE_RGBA, PNG_INTERLACE_NONE));
  g_autoptr (GString) first = stage_pdf (&stage, INK_COLOUR, NULL);
  g_autoptr (GString) grey = stage_pdf (&stage, INK_GREY, NULL);
  g_autoptr (GString) again = stage_pdf (&stage, INK_COLOUR, NULL);
  g_assert_cmpmem (first->str, first->len, again->str, again->len);
  g_assert_cmpuint (grey->len, !=, first->len);
}

/* The left column of the four pixels. */
static const guint8 pixels_left[] = { 255, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 255 };

typedef struct {
  Crop crop; /* what was asked for */
  gboolean is_cropped;
} Cropper;

static GBytes *
cropped (G_GNUC_UNUSED const char *href, G_GNUC_UNUSED GBytes *bytes, const Resampling *wanted,
         gpointer data)
{
  Cropper *cropper = data;

  cropper->crop = wanted->crop;
  return cropper->is_cropped ? make_png (pixels_left, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE)
                             : NULL;
}

/* What its clip hides of a picture is not asked for, and what comes stands where it was; who has no
 * parts gives none. */
static void
test_crop (void)
{
  static const struct {
    double right; /* of the clip */
    gboolean is_cropped;
    Crop crop;
  } rows[] = { { 50, TRUE, { 0, 0, 33, 64 } },
               { 50, FALSE, { 0, 0, 33, 64 } },
               { 89, FALSE, { 0 } } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Stage) stage =
      stage_new (png_of[OF_RGB], make_png (pixels_rgb, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE));
    Cropper cropper = { .is_cropped = rows[i].is_cropped };
    const PrintFiles files = { .resampled = cropped, .data = &cropper };
    const PdfOptions options = { .title = "Ảnh", .files = &files, .picture_dpi = 72 };
    const Clip clip = { .width = rows[i].right, .height = 100 };
    PlacedPage *page = stage.scene->page;
    stage_place (&stage);
    page->clips = g_array_new (FALSE, FALSE, sizeof (Clip));
    g_array_append_val (page->clips, clip);
    g_array_index (page->items, Placed, 0).clip = 1;
    g_autoptr (GString) pdf = scene_pdf (stage.scene, &options, NULL);
    g_assert_cmpmem (&cropper.crop, sizeof (Crop), &rows[i].crop, sizeof (Crop));
    assert_quarters (pdf, 0xff0000, rows[i].right > 80 ? 0x00ff00 : 0xffffff, 0x0000ff, 0xffffff);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/images/crop", test_crop);
  g_test_add_func ("/images/png", test_png);
  g_test_add_func ("/images/alpha", test_alpha);
  g_test_add_func ("/images/jpeg", test_jpeg);
  g_test_add_func ("/images/grey-ink", test_grey_ink);
  g_test_add_func ("/images/cmyk-ink", test_cmyk_ink);
  g_test_add_func ("/images/cmyk-ink-of-grey", test_cmyk_ink_of_grey);
  g_test_add_func ("/images/cmyk", test_cmyk);
  g_test_add_func ("/images/twice", test_twice);
  g_test_add_func ("/images/broken", test_broken);
  g_test_add_func ("/images/kept", test_kept);
  return g_test_run ();
}
