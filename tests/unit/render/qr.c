/* SPDX-License-Identifier: MIT */
#include "render/qr.h"

#include "../support.h"

/* The corners that tell a reader where the code is. */
static void
test_matrix (void)
{
  static const char finder[] = "1111111100000110111011011101101110110000011111111";

  for (const char *ecc = "LMQH"; *ecc; ecc++) {
    g_autoptr (QrCode) code = qr_new ("https://vneid.gov.vn/", *ecc);
    g_assert_nonnull (code);
    g_assert_cmpuint (code->size % 4, ==, 1);
    g_assert_cmpuint (code->size, >=, 21);
    for (guint y = 0; y < 7; y++)
      for (guint x = 0; x < 7; x++) {
        guint wanted = finder[y * 7 + x] - '0';
        g_assert_cmpuint (code->modules[y * code->size + x], ==, wanted);
        g_assert_cmpuint (code->modules[y * code->size + code->size - 1 - x], ==, wanted);
        g_assert_cmpuint (code->modules[(code->size - 1 - y) * code->size + x], ==, wanted);
      }
  }
}

/* What is in per cent already stays, and so does all of ASCII. */
static void
test_uri (void)
{
  static const char *const rows[][2] = {
    { "https://a.gov.vn/x?y=1&z=%20#t", "https://a.gov.vn/x?y=1&z=%20#t" },
    { "https://a.gov.vn/hướng dẫn", "https://a.gov.vn/h%C6%B0%E1%BB%9Bng%20d%E1%BA%ABn" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QrCode) code = qr_new_uri (rows[i][0], 'M');
    g_autoptr (QrCode) same = qr_new (rows[i][1], 'M');
    g_assert_cmpmem (code->modules, code->size * code->size, same->modules,
                     same->size * same->size);
  }
}

static void
test_sizes (void)
{
  g_autofree char *longest = g_strnfill (2953, 'a');
  g_autofree char *too_long = g_strnfill (2954, 'a');
  g_autoptr (QrCode) largest = qr_new (longest, 'L');
  g_autoptr (QrCode) small = qr_new ("https://vneid.gov.vn/huongdan/", 'L');
  g_autoptr (QrCode) safe = qr_new ("https://vneid.gov.vn/huongdan/", 'H');

  g_assert_cmpuint (largest->size, ==, 177);
  g_assert_null (qr_new (too_long, 'L'));
  g_assert_null (qr_new (longest, 'M'));
  g_assert_null (qr_new ("", 'M'));
  g_assert_cmpuint (small->size, <, safe->size);
}

static void
test_svg (void)
{
  guint8 modules[9] = { 1, 1, 0, 0, 0, 0, 1, 0, 1 };
  QrCode code = { 3, modules };
  g_autoptr (GString) svg = g_string_new ("x");

  qr_svg (&code, "a\001<b>\xff&\"c\"\xef\xbf\xbe", svg);
  g_assert_cmpstr (svg->str, ==,
                   "x<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 11 11\" "
                   "shape-rendering=\"crispEdges\">"
                   "<title>a &lt;b&gt;\uFFFD&amp;&quot;c&quot; </title><rect width=\"11\" "
                   "height=\"11\" fill=\"#fff\"/>"
                   "<path d=\"M4 4h2v1h-2zM4 6h1v1h-1zM6 6h1v1h-1z\"/></svg>");
}

static char *
run (const char *const *arguments)
{
  char *output = NULL;
  int status = 0;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

/* A reader that is not ours reads what we drew. */
static void
test_decoded (void)
{
  static const char *const texts[] = {
    "https://vneid.gov.vn/huongdan/HDSN_VNeID.pdf",
    "https://a.gov.vn/tài-liệu?số=5&x#đ",
    "x",
    ("https://dichvucong.gov.vn/p/home/"
     "dvc-trang-chu.html?aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
  };
  g_autofree char *zbarimg = g_find_program_in_path ("zbarimg");
  g_autofree char *rsvg = g_find_program_in_path ("rsvg-convert");
  if (zbarimg == NULL || rsvg == NULL) {
    g_test_skip ("zbarimg or rsvg-convert is not there");
    return;
  }
  char *folder = scratch_new ();
  g_autofree char *svg_path = g_build_filename (folder, "a.svg", NULL);
  g_autofree char *png_path = g_build_filename (folder, "a.png", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (const char *ecc = "LMQH"; *ecc; ecc++) {
      g_autoptr (QrCode) code = qr_new (texts[i], *ecc);
      g_autoptr (GString) svg = g_string_new (NULL);
      qr_svg (code, texts[i], svg);
      scratch_write (folder, "a.svg", svg->str, svg->len);
      g_free (run ((const char *[]){ rsvg, "-z", "4", "-o", png_path, svg_path, NULL }));
      g_autofree char *decoded =
        run ((const char *[]){ zbarimg, "--raw", "-q", "-Sbinary", png_path, NULL });
      g_assert_cmpstr (decoded, ==, texts[i]);
    }
  scratch_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/qr/matrix", test_matrix);
  g_test_add_func ("/qr/uri", test_uri);
  g_test_add_func ("/qr/sizes", test_sizes);
  g_test_add_func ("/qr/svg", test_svg);
  g_test_add_func ("/qr/decoded", test_decoded);
  return g_test_run ();
}
