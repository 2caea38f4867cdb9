/* SPDX-License-Identifier: MIT */
#include "render/paper.h"

#include "base/i18n.h"
#include "base/pool.h"
#include "model/stock.h"
#include "print/read/dots.h"
#include "print/read/drawing.h"

#include <math.h>

/* What still can be read from paper: ISO/IEC 18004 leaves it to the reader; phones want this much.
 */
#define SMALLEST_MODULE 0.4 /* mm */
#define LOWEST_DPI      120
/* Of pictures: what a print shop asks for, and what an office printer can show. There are thousands
 * of kits, each with the same pictures. */
#define PICTURE_DPI 300
#define KIT_DPI     150

struct Paper {
  const Site *site;
  const Templates *templates;
  const PrintFiles *files;
  Pool *typesetters; /* Typesetter: each keeps its fonts and paragraphs */
};

/* --- the press --- */

Paper *
paper_new (const Site *site, const Templates *templates, const PrintFiles *files)
{
  Paper *paper = g_new0 (Paper, 1);
  *paper = (Paper){ site, templates, files, pool_new ((GDestroyNotify) typesetter_free) };
  return paper;
}

void
paper_free (Paper *paper)
{
  if (paper == NULL)
    return;
  pool_free (paper->typesetters);
  g_free (paper);
}

/* --- its files --- */

/* The files of the office that a sheet is made for: the same names mean other files for another
 * office. */
typedef struct {
  const Paper *paper;
  const Office *office;
  const Document *document; /* whose campaign has a colour; or NULL */
} OfficeFiles;

/* Print templates name their style sheets as they stand beside them. */
static Source *
office_text (const char *href, gpointer data)
{
  const OfficeFiles *office_files = data;
  g_autofree char *name = g_strconcat ("print/", href, NULL);
  const Source *sheet =
    templates_sheet (office_files->paper->templates, office_files->office, name);
  return sheet ? source_new (sheet->path, sheet->text, sheet->length) : NULL;
}

/* That of the campaign, or else of the office that speaks, or of the one that sends it. */
static const char *
colour_of (const OfficeFiles *office_files)
{
  const Document *document = office_files->document;
  const Campaign *campaign = document ? document->campaign : NULL;
  const char *own = office_files->office->colour;

  if (campaign && campaign->colour)
    return campaign->colour;
  return own || document == NULL ? own : document->office->colour;
}

static GBytes *
stock_bytes (const char *name, const char *colour)
{
  const Stock *stock = stock_find (name);
  GString *svg = stock ? g_string_new (NULL) : NULL;

  if (stock == NULL)
    return NULL;
  stock_write (stock, colour, svg);
  return g_string_free_to_bytes (svg);
}

static GBytes *
office_bytes (const char *href, gpointer data)
{
  g_autofree char *name = stock_name (href);

  if (name)
    return stock_bytes (name, colour_of (data));
  const PrintFiles *files = ((const OfficeFiles *) data)->paper->files;
  return files->bytes (href, files->data);
}

static GBytes *
office_resampled (const char *href, GBytes *bytes, const Resampling *wanted, gpointer data)
{
  const PrintFiles *files = ((const OfficeFiles *) data)->paper->files;
  return files->resampled ? files->resampled (href, bytes, wanted, files->data) : NULL;
}

static char *
office_path (const char *href, gpointer data)
{
  const PrintFiles *files = ((const OfficeFiles *) data)->paper->files;
  return files->path (href, files->data);
}

/* --- how it is printed --- */

/* A moment that is part of the bytes: the date of the document, never that of the build. */
static char *
created_of (const Output *output)
{
  const Document *document = output->document;
  Date month = { output->month / 12, output->month % 12 + 1, 1 }; /* of a log */
  Date date = document == NULL               ? month
              : date_is_set (document->date) ? document->date
                                             : (Date){ 1970, 1, 1 };
  return moment_iso (moment_of_date (date));
}

static const Impose impositions[] = {
  [IMPOSITION_NONE] = IMPOSE_NONE,
  [IMPOSITION_TWO_UP] = IMPOSE_TWO_UP,
  [IMPOSITION_TILES] = IMPOSE_TILES,
  [IMPOSITION_TILES_LARGER] = IMPOSE_TILES_LARGER,
};
G_STATIC_ASSERT (G_N_ELEMENTS (impositions) == N_IMPOSITIONS);

static PdfOptions
options_of (const Output *output)
{
  guint asked = output_print_options (output);
  PdfOptions options = { .ink = INK_COLOUR,
                         .impose = impositions[output->product->imposition],
                         .author = output->office->name };

  if (asked & 1u << PRINT_GREY)
    options.ink = INK_GREY;
  if (asked & 1u << PRINT_CMYK)
    options.ink = INK_CMYK;
  if (asked & 1u << PRINT_BOOKLET)
    options.impose = IMPOSE_BOOKLET;
  return options;
}

/* --- what a print shop would say --- */

/* Pages the sheet has to fit on; what is folded takes as many as it needs. */
static guint
most_pages (const Output *output)
{
  gboolean is_folded = (output_print_options (output) & 1u << PRINT_BOOKLET) != 0;
  return output->product->most_pages && !is_folded ? output->product->most_pages : G_MAXUINT;
}

static void
check_facts (const Output *output, const SheetFacts *facts, Report *report)
{
  const Source named = { output->document ? output->document->path : output->path, "", 0 };
  const Place whole = { 0, 0 };
  g_autofree char *file = g_path_get_basename (output->path);
  guint most = most_pages (output);

  if (facts->smallest_module > 0 && facts->smallest_module < SMALLEST_MODULE)
    report_error (report, &named, whole,
                  _ ("use a shorter address, or give the code more room in the template"),
                  _ ("%s: a square of the QR code is %.2f mm wide; phones need at least %.1f mm"),
                  file, facts->smallest_module, SMALLEST_MODULE);
  if (facts->pdf.lowest_dpi > 0 && facts->pdf.lowest_dpi < LOWEST_DPI)
    report_warning (report, &named, whole, _ ("use a larger picture"),
                    _ ("%s: a picture has %.0f dots an inch; print needs at least %d"), file,
                    facts->pdf.lowest_dpi, LOWEST_DPI);
  if (facts->pdf.n_pages > most)
    report_warning (report, &named, whole, _ ("shorten the text, or change the template"),
                    _ ("%s has %u pages; it is made for %u"), file, facts->pdf.n_pages, most);
}

gboolean
paper_print (Paper *paper, const Output *output, const Source *page, const Source *origin,
             GString *out, SheetFacts *facts, Report *report)
{
  OfficeFiles office_files = { paper, output->office, output->document };
  const PrintFiles files = { office_text, office_bytes,  office_resampled,
                             office_path, &office_files, origin };
  g_autofree char *created = created_of (output);
  PdfOptions options = options_of (output);
  Typesetter *typesetter = pool_borrow (paper->typesetters);

  if (typesetter == NULL)
    typesetter = typesetter_new ();
  options.created = created;
  options.files = &files;
  options.picture_dpi = output->is_kit ? KIT_DPI : PICTURE_DPI;
  options.pictures_light = output->is_kit;
  gboolean is_good = typeset_pdf (typesetter, page, &files, &options, out, facts, report);
  pool_give_back (paper->typesetters, typesetter);
  if (is_good)
    check_facts (output, facts, report);
  return is_good;
}

gboolean
paper_measure (Paper *paper, const Output *output, const Source *page, Measured *measured, guint n,
               GArray **tables)
{
  OfficeFiles office_files = { paper, output->office, output->document };
  const PrintFiles files = { office_text, office_bytes,  office_resampled,
                             office_path, &office_files, NULL };
  Typesetter *typesetter = pool_borrow (paper->typesetters);

  if (typesetter == NULL)
    typesetter = typesetter_new ();
  gboolean is_good = typeset_measure (typesetter, page, &files, measured, n, tables);
  pool_give_back (paper->typesetters, typesetter);
  return is_good;
}

/* NULL when it is no photo that anybody has looked into. */
static const SiteFile *
photo_of (const Paper *paper, const char *href)
{
  g_autofree char *plain = g_uri_unescape_string (*href == '/' ? href + 1 : href, NULL);
  const SiteFile *file = plain ? site_file (paper->site, plain) : NULL;
  return file && file->picture.height > 0 ? file : NULL;
}

double
paper_aspect (const Paper *paper, const char *href)
{
  const SiteFile *photo = photo_of (paper, href);
  double width, height;

  if (photo)
    return (double) photo->picture.width / photo->picture.height;
  g_autofree char *name = stock_name (href);
  g_autoptr (GBytes) bytes = name           ? stock_bytes (name, NULL)
                             : paper->files ? paper->files->bytes (href, paper->files->data)
                                            : NULL;
  return bytes && drawing_size (bytes, &width, &height) ? width / height : 0;
}

/* --- for other papers than ours --- */

/* Dots of a picture that is `across` px wide and shrinks into its place. */
static guint
dots_across (double across, double down, double width, double height)
{
  double scale = MIN (1, MIN (width / across, height / down));
  return (guint) ceil (across * scale * PICTURE_DPI / 96);
}

GBytes *
paper_picture (const Paper *paper, const Output *output, const char *href, double width,
               double height, double *across, double *down)
{
  OfficeFiles office_files = { paper, output->office, output->document };
  const SiteFile *photo = photo_of (paper, href);
  const char *why;

  if (photo) {
    *across = photo->picture.width;
    *down = photo->picture.height;
    const Resampling wanted = { .width = dots_across (*across, *down, width, height) };
    return office_resampled (href, NULL, &wanted, &office_files);
  }
  g_autoptr (GBytes) drawing = office_bytes (href, &office_files);
  if (drawing == NULL || !drawing_size (drawing, across, down))
    return NULL;
  gsize length;
  const char *svg = g_bytes_get_data (drawing, &length);
  guint dots = dots_across (*across, *down, width, height);
  return dots_of (svg, length, dots, (guint) ceil (dots * *down / *across), &why);
}
