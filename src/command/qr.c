/* SPDX-License-Identifier: MIT */
/* loa qr: one QR code. */
#include "command/command.h"

#include "base/i18n.h"
#include "command/options.h"
#include "render/qr.h"

#include <png.h>
#include <stdio.h>
#include <string.h>

#define PIXELS_PER_MODULE 16

static gboolean
write_svg (const QrCode *code, const char *text, const char *path)
{
  g_autoptr (GString) svg = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  qr_svg (code, text, svg);
  g_string_append_c (svg, '\n');
  if (path == NULL) {
    if (fwrite (svg->str, 1, svg->len, stdout) == svg->len && fflush (stdout) == 0)
      return TRUE;
    complain (_ ("cannot write: %s"), g_strerror (errno));
    return FALSE;
  }
  if (g_file_set_contents (path, svg->str, svg->len, &error))
    return TRUE;
  complain ("%s", error->message);
  return FALSE;
}

/* Black modules on white with the quiet zone, one byte a pixel. */
static guint8 *
draw_pixels (const QrCode *code, guint size)
{
  guint8 *pixels = g_malloc ((gsize) size * size);

  memset (pixels, 0xff, (gsize) size * size);
  for (guint y = 0; y < code->size * PIXELS_PER_MODULE; y++)
    for (guint x = 0; x < code->size * PIXELS_PER_MODULE; x++)
      if (code->modules[y / PIXELS_PER_MODULE * code->size + x / PIXELS_PER_MODULE])
        pixels[(gsize) (y + QR_QUIET_ZONE * PIXELS_PER_MODULE) * size + x
               + QR_QUIET_ZONE * PIXELS_PER_MODULE] = 0;
  return pixels;
}

static gboolean
write_png (const QrCode *code, const char *path)
{
  guint size = (code->size + 2 * QR_QUIET_ZONE) * PIXELS_PER_MODULE;
  png_image image = {
    .version = PNG_IMAGE_VERSION, .width = size, .height = size, .format = PNG_FORMAT_GRAY
  };
  g_autofree guint8 *pixels = draw_pixels (code, size);
  g_autoptr (GError) error = NULL;
  png_alloc_size_t length = 0;

  gboolean good = png_image_write_to_memory (&image, NULL, &length, FALSE, pixels, 0, NULL);
  g_autofree char *bytes = g_malloc (MAX (length, 1));
  good = good && png_image_write_to_memory (&image, bytes, &length, FALSE, pixels, 0, NULL);
  if (!good)
    complain ("%s", image.message);
  else if (!g_file_set_contents (path, bytes, length, &error))
    complain ("%s", error->message);
  else
    return TRUE;
  return FALSE;
}

static int
draw (const char *text, const char *path, const char *ecc)
{
  if (ecc && (strlen (ecc) != 1 || strchr ("LMQH", *ecc) == NULL)) {
    complain (_ ("“%s” is not a valid level of error correction; write L, M, Q or H"), ecc);
    return EXIT_USAGE;
  }
  if (*text == '\0') {
    complain (_ ("there is no text to put into the code"));
    return EXIT_USAGE;
  }
  g_autoptr (QrCode) code = qr_new (text, ecc ? *ecc : 'M');
  if (code == NULL) {
    complain (_ ("the text is too long for a QR code"));
    return EXIT_CONTENT;
  }
  if (path == NULL || g_str_has_suffix (path, ".svg"))
    return write_svg (code, text, path) ? EXIT_GOOD : EXIT_SYSTEM;
  if (g_str_has_suffix (path, ".png"))
    return write_png (code, path) ? EXIT_GOOD : EXIT_SYSTEM;
  complain (_ ("“%s” ends neither in .svg nor in .png"), path);
  return EXIT_USAGE;
}

int
command_qr (int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *ecc = NULL;
  const GOptionEntry entries[] = {
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &path,
      N_ ("write to FILE, by its ending as SVG or PNG (default: SVG to standard output)"),
      N_ ("FILE") },
    { "ecc", 0, 0, G_OPTION_ARG_STRING, &ecc, N_ ("error correction (default: M)"), "L|M|Q|H" },
    G_OPTION_ENTRY_NULL
  };

  if (!options_parse (entries, N_ ("TEXT"), N_ ("Draws a QR code of TEXT, with its quiet zone."), 1,
                      1, &argc, &argv))
    return EXIT_USAGE;
  return draw (argv[1], path, ecc);
}
