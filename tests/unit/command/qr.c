/* SPDX-License-Identifier: MIT */
#include "command/command.h"

#include "../support.h"

#include <png.h>

#define PIXELS 16 /* a module */
#define QUIET  4  /* modules */

/* The exit status of “loa qr …”; a word “>x” writes to x in the folder. */
static int
draw (const char *folder, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autofree char *path = NULL;
  char *argv[8] = { NULL };
  int argc = 0;

  for (guint i = 0; words[i]; i++)
    if (*words[i] == '>') {
      path = g_build_filename (folder, words[i] + 1, NULL);
      argv[argc++] = (char *) "-o";
      argv[argc++] = path;
    } else
      argv[argc++] = words[i];
  return command_qr (argc, argv);
}

static char *
text_of (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;
  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

/* By its ending; what cannot be drawn leaves nothing behind. */
static void
test_statuses (void)
{
  static const struct {
    const char *line, *file, *start;
    int status;
  } rows[] = {
    { "qr >a.svg x", "a.svg", "<svg ", EXIT_GOOD },
    { "qr >b.png x", "b.png", "\x89PNG", EXIT_GOOD },
    { "qr --ecc H >c.svg x", "c.svg", "<svg ", EXIT_GOOD },
    { "qr >d.gif x", "d.gif", NULL, EXIT_USAGE },
    { "qr --ecc X >e.svg x", "e.svg", NULL, EXIT_USAGE },
    { "qr --ecc LM >f.svg x", "f.svg", NULL, EXIT_USAGE },
    { "qr >g.svg ", "g.svg", NULL, EXIT_USAGE },
    { "qr >none/h.svg x", "none/h.svg", NULL, EXIT_SYSTEM },
    { "qr >none/h.png x", "none/h.png", NULL, EXIT_SYSTEM },
  };
  char *folder = scratch_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s", rows[i].line);
    g_assert_cmpint (draw (folder, rows[i].line), ==, rows[i].status);
    g_autofree char *text = text_of (folder, rows[i].file);
    g_assert_true ((text != NULL) == (rows[i].start != NULL));
    if (text)
      g_assert_true (g_str_has_prefix (text, rows[i].start));
  }
  g_autofree char *address = g_strnfill (3000, 'x');
  g_autofree char *line = g_strconcat ("qr >i.svg ", address, NULL);
  g_assert_cmpint (draw (folder, line), ==, EXIT_CONTENT);
  scratch_remove (folder);
}

/* White around it, then the ring of a corner: a row of seven dark modules, and one of a dark, five
 * light and a dark. */
static void
test_pixels (void)
{
  char *folder = scratch_new ();
  g_autofree char *path = g_build_filename (folder, "a.png", NULL);
  png_image image = { .version = PNG_IMAGE_VERSION };

  g_assert_cmpint (draw (folder, "qr >a.png x"), ==, EXIT_GOOD);
  g_assert_true (png_image_begin_read_from_file (&image, path));
  g_assert_cmpuint (image.width, ==, (21 + 2 * QUIET) * PIXELS); /* version 1 has 21 modules */
  g_assert_cmpuint (image.height, ==, image.width);
  image.format = PNG_FORMAT_GRAY;
  g_autofree guint8 *pixels = g_malloc (PNG_IMAGE_SIZE (image));
  g_assert_true (png_image_finish_read (&image, NULL, pixels, 0, NULL));
  for (guint y = 0; y < (QUIET + 2) * PIXELS; y++)
    for (guint x = 0; x < (QUIET + 8) * PIXELS; x++) {
      guint row = y / PIXELS, column = x / PIXELS;
      gboolean is_dark = row >= QUIET && column >= QUIET && column < QUIET + 7
                         && (row == QUIET || column == QUIET || column == QUIET + 6);
      g_assert_cmpuint (pixels[y * image.width + x], ==, is_dark ? 0 : 255);
    }
  scratch_remove (folder);
}

/* Without a file it goes to standard output, as SVG. */
static void
test_output (void)
{
  if (g_test_subprocess ()) {
    g_assert_cmpint (draw ("", "qr x"), ==, EXIT_GOOD);
    return;
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*<svg *</svg>\n*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/qr/statuses", test_statuses);
  g_test_add_func ("/qr/pixels", test_pixels);
  g_test_add_func ("/qr/output", test_output);
  return g_test_run ();
}
