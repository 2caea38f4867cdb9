/* SPDX-License-Identifier: MIT */
/* loa typeset: one print page. */
#include "command/command.h"

#include "base/i18n.h"
#include "command/options.h"
#include "model/stock.h"
#include "picture/photo.h"
#include "picture/picture.h"
#include "print/typeset.h"

#include <stdio.h>
#include <string.h>

typedef struct {
  char *out;
  char *ink;
  char *impose;
  gboolean boxes;
} Options;

/* --- what the page names, relative to its folder --- */

static char *
beside (const char *href, gpointer data)
{
  return g_build_filename (data, href, NULL);
}

static Source *
read_text (const char *href, gpointer data)
{
  g_autofree char *path = beside (href, data);
  return source_read (path, path, NULL);
}

/* As in a site: turned, and with nothing but its dots. What cannot be unpacked is given as it is,
 * to be told of at its line. */
static GBytes *
clean_photo (GBytes *given, const char *path)
{
  const char *why;
  g_autoptr (Photo) photo = photo_new (given, path, PHOTO_MAX_SIDE, &why);
  gboolean is_exact = photo && (photo_has_alpha (photo) || photo_format (path) != PHOTO_JPEG);
  GBytes *clean = photo ? photo_pack (photo, is_exact ? PHOTO_PNG : PHOTO_JPEG, PHOTO_MAX_SIDE,
                                      is_exact ? PHOTO_EXACT : 90)
                        : NULL;
  return clean ? clean : g_bytes_ref (given);
}

/* A drawing by name, in the shades it has there. */
static GBytes *
drawing_bytes (const Stock *stock)
{
  GString *svg = g_string_new (NULL);
  stock_write (stock, NULL, svg);
  return g_string_free_to_bytes (svg);
}

static GBytes *
read_bytes (const char *href, gpointer data)
{
  g_autofree char *name = stock_name (href);
  if (name && stock_find (name))
    return drawing_bytes (stock_find (name));
  g_autofree char *path = beside (href, data);
  char *bytes;
  gsize length;
  if (!g_file_get_contents (path, &bytes, &length, NULL))
    return NULL;
  g_autoptr (GBytes) given = g_bytes_new_take (bytes, length);
  gboolean is_clean = !photo_is_photo (path) || photo_is_bare (given, path);
  return is_clean ? g_steal_pointer (&given) : clean_photo (given, path);
}

/* JPEGs in the colours of the ink, as many dots as there are; other pictures are turned into ink
 * when they are written. */
static GBytes *
inked_bytes (const char *href, GBytes *bytes, const Resampling *wanted, G_GNUC_UNUSED gpointer data)
{
  const guint8 *first = g_bytes_get_data (bytes, NULL);
  gboolean is_jpeg = first && *first == 0xFF;

  if (href && (wanted->ink == INK_COLOUR || !is_jpeg))
    return NULL;
  const Resampling whole = { .width = PHOTO_MAX_SIDE, .ink = wanted->ink };
  return picture_of_bytes_for_paper (bytes, NULL, &whole);
}

static char *
find_file (const char *href, gpointer data)
{
  g_autofree char *path = beside (href, data);
  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}

/* --- writing --- */

static int
write_out (const char *path, const GString *bytes)
{
  g_autoptr (GError) error = NULL;

  if (path == NULL) {
    if (fwrite (bytes->str, 1, bytes->len, stdout) == bytes->len && fflush (stdout) == 0)
      return EXIT_GOOD;
    complain (_ ("cannot write: %s"), g_strerror (errno));
    return EXIT_SYSTEM;
  }
  if (g_file_set_contents (path, bytes->str, (gssize) bytes->len, &error))
    return EXIT_GOOD;
  complain ("%s", error->message);
  return EXIT_SYSTEM;
}

/* “page.html” becomes “page.pdf”, in the same folder. */
static char *
default_out (const char *page)
{
  const char *dot = strrchr (page, '.');
  gsize stem = dot && !strchr (dot, '/') ? (gsize) (dot - page) : strlen (page);
  return g_strdup_printf ("%.*s.pdf", (int) stem, page);
}

static int
typeset (const char *path, const Options *options, PdfOptions pdf)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *out = options->out     ? g_strdup (options->out)
                         : options->boxes ? NULL
                                          : default_out (path);
  const PrintFiles files = { read_text, read_bytes, inked_bytes, find_file, folder, NULL };
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_auto (SheetFacts) facts = { 0 };

  pdf.files = &files;
  g_autoptr (Source) page = source_read (path, path, &error);
  if (page == NULL) {
    complain ("%s", error->message);
    return g_error_matches (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE) ? EXIT_CONTENT
                                                                                      : EXIT_SYSTEM;
  }
  g_autoptr (Typesetter) typesetter = typesetter_new ();
  gboolean good = options->boxes
                    ? typeset_boxes (typesetter, page, &files, bytes, report)
                    : typeset_pdf (typesetter, page, &files, &pdf, bytes, &facts, report);
  report_print (report, stderr);
  return good ? write_out (out, bytes) : EXIT_CONTENT;
}

/* The index of `word` among `words`, 0 when there is none; -1 after complaining. */
static int
choose (const char *option, const char *word, const char *const *words)
{
  for (int i = 0; word && words[i]; i++)
    if (strcmp (word, words[i]) == 0)
      return i;
  if (word == NULL)
    return 0;
  complain (_ ("“%s” is not a valid value of --%s"), word, option);
  return -1;
}

int
command_typeset (int argc, char **argv)
{
  static const char *const inks[] = {
    [INK_COLOUR] = "colour", [INK_GREY] = "grey", [INK_CMYK] = "cmyk", NULL
  };
  static const char *const ways[] = {
    [IMPOSE_NONE] = "none", [IMPOSE_TWO_UP] = "two-up", [IMPOSE_BOOKLET] = "booklet",
    [IMPOSE_TILES] = "tiles", [IMPOSE_TILES_LARGER] = "tiles-larger", NULL
  };
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &options.out,
      N_ ("write to FILE (default: beside the page, as .pdf)"), N_ ("FILE") },
    { "boxes", 0, 0, G_OPTION_ARG_NONE, &options.boxes,
      N_ ("say in words what stands where, in millimetres"), NULL },
    { "ink", 0, 0, G_OPTION_ARG_STRING, &options.ink,
      N_ ("inks of the print shop (default: colour)"), "colour|grey|cmyk" },
    { "impose", 0, 0, G_OPTION_ARG_STRING, &options.impose,
      N_ ("each page twice on a sheet, pages in the order of a booklet, or parts on A4"),
      "two-up|booklet|tiles|tiles-larger" },
    G_OPTION_ENTRY_NULL
  };

  gboolean good = options_parse (entries, N_ ("FILE.html"),
                                 N_ ("Makes a PDF of one print page: well-formed XHTML with CSS."),
                                 1, 1, &argc, &argv);
  int ink = good ? choose ("ink", options.ink, inks) : -1;
  int way = ink >= 0 ? choose ("impose", options.impose, ways) : -1;
  int status = EXIT_USAGE;
  if (way >= 0) {
    const PdfOptions pdf = { .ink = (Ink) ink, .impose = (Impose) way };
    status = typeset (argv[1], &options, pdf);
  }
  g_free (options.out);
  g_free (options.ink);
  g_free (options.impose);
  return status;
}
