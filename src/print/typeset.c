/* SPDX-License-Identifier: MIT */
#include "print/typeset.h"

#include "base/digest.h"
#include "base/i18n.h"
#include "print/bounds.h"
#include "print/box_list.h"
#include "print/fit.h"
#include "print/place/place.h"
#include "print/read/markup_store.h"

struct Typesetter {
  FontBank *bank;
  Paragraphs *paragraphs;
  PdfFonts *fonts;
  MarkupStore *pages;
  PathStore *paths;
  DrawingStore *drawings;
  StyleStore *styles;
  GPtrArray *spare;   /* Inlines */
  GHashTable *sheets; /* char *: digest of its text → StyleSheet */
};

Typesetter *
typesetter_new (void)
{
  Typesetter *typesetter = g_new0 (Typesetter, 1);
  typesetter->bank = font_bank_new ();
  typesetter->paragraphs = paragraphs_new (typesetter->bank);
  typesetter->fonts = pdf_fonts_new ();
  typesetter->pages = markup_store_new ();
  typesetter->paths = path_store_new ();
  typesetter->drawings = drawing_store_new ();
  typesetter->styles = style_store_new ();
  typesetter->spare = g_ptr_array_new_with_free_func ((GDestroyNotify) inlines_free);
  typesetter->sheets =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) style_sheet_free);
  return typesetter;
}

void
typesetter_free (Typesetter *typesetter)
{
  if (typesetter == NULL)
    return;
  g_ptr_array_unref (typesetter->spare);
  style_store_free (typesetter->styles);
  drawing_store_free (typesetter->drawings);
  path_store_free (typesetter->paths);
  markup_store_free (typesetter->pages);
  g_hash_table_unref (typesetter->sheets);
  pdf_fonts_free (typesetter->fonts);
  paragraphs_free (typesetter->paragraphs);
  font_bank_free (typesetter->bank);
  g_free (typesetter);
}

void
sheet_facts_clear (SheetFacts *facts)
{
  pdf_facts_clear (&facts->pdf);
}

/* --- style sheets --- */

typedef struct {
  Typesetter *typesetter;
  const Source *page;
  const PrintFiles *files;
  Report *report;
} Finder;

/* A sheet is parsed once, however many documents name it. */
static const StyleSheet *
find_sheet (const char *href, const Element *link, gpointer data)
{
  Finder *finder = data;
  char hex[DIGEST_HEX_LENGTH + 1];
  g_autoptr (Source) css =
    finder->files->text ? finder->files->text (href, finder->files->data) : NULL;

  if (css == NULL) {
    report_error (finder->report, finder->page, (Place){ link->line, 0 },
                  _ ("check its name and folder"), _ ("the style sheet “%s” cannot be read"), href);
    return NULL;
  }
  Digest digest = digest_of (css->text, css->length);
  digest_to_hex (&digest, hex);
  StyleSheet *sheet = g_hash_table_lookup (finder->typesetter->sheets, hex);
  if (sheet == NULL) {
    sheet = style_sheet_new (css, finder->report);
    g_hash_table_insert (finder->typesetter->sheets, g_strdup (hex), sheet);
  }
  return sheet;
}

static void
add_fonts (Finder *finder, const Styler *styler)
{
  const GPtrArray *fonts = styler_fonts (styler);

  for (guint i = 0; i < fonts->len; i++) {
    const FontSource *font = fonts->pdata[i];
    g_autofree char *path =
      finder->files->path ? finder->files->path (font->href, finder->files->data) : NULL;
    if (path == NULL || !font_bank_add (finder->typesetter->bank, font->family, path))
      report_error (finder->report, finder->page, (Place){ 0, 0 }, _ ("check its name and folder"),
                    _ ("the font “%s” cannot be read"), font->href);
  }
}

/* --- one page --- */

/* What the pages before have left, when it has grown large. */
static void
trim (Typesetter *typesetter)
{
  paragraphs_trim (typesetter->paragraphs);
  drawing_store_trim (typesetter->drawings);
}

/* What a page became. */
typedef struct {
  const Markup *markup; /* the typesetter's, or `own` */
  Markup *own;          /* read for this page alone; or NULL */
  Styler *styler;
  Placement *placement;
} TypesetPage;

static void
typeset_page_clear (TypesetPage *sheet)
{
  placement_free (sheet->placement);
  styler_free (sheet->styler);
  markup_free (sheet->own);
}

/* NULL after reporting. The parser stops at the first character it does not allow, and knows
 * nothing of where it came from: all of them are told instead. */
static const Markup *
read_page (Typesetter *typesetter, const Faults *faults)
{
  g_autoptr (Report) report = report_new ();
  const Markup *markup = markup_store_read (typesetter->pages, faults->page, report);

  if (markup || !fault_controls (faults))
    report_join (faults->report, report);
  return markup;
}

/* What a page is typeset from. */
typedef struct {
  Typesetter *typesetter;
  const PrintFiles *files;
  Finder finder;
  Faults faults;
} Job;

static void
style_page (TypesetPage *sheet, Job *job)
{
  styler_free (sheet->styler);
  sheet->styler = styler_new (sheet->markup, job->faults.page, find_sheet, &job->finder,
                              job->typesetter->styles, job->faults.report);
}

static void
place_page (TypesetPage *sheet, Job *job, Report *report)
{
  const Typesetter *typesetter = job->typesetter;
  const BoxSources sources = { .markup = sheet->markup,
                               .styler = sheet->styler,
                               .files = job->files,
                               .paths = typesetter->paths,
                               .drawings = typesetter->drawings,
                               .spare = typesetter->spare,
                               .faults = { job->faults.page, job->faults.origin, report } };

  placement_free (sheet->placement);
  sheet->placement = place_document (typesetter->bank, typesetter->paragraphs, &sources);
}

static gboolean
may_fit (const Placement *placement)
{
  for (guint i = 0; i < placement->wide_tables->len; i++)
    if (g_array_index (placement->wide_tables, WideTable, i).n_fitting > 0)
      return TRUE;
  return FALSE;
}

/* The page once more, in the ways its style sheet offers, until all tables fit; what is wrong with
 * it is told of the last way alone. It is read anew: trees are shared with the pages to come, and
 * these elements are given other classes. */
static void
fit_page (TypesetPage *sheet, Job *job)
{
  g_clear_pointer (&sheet->placement, placement_free);
  sheet->markup = sheet->own = markup_read (job->faults.page, job->faults.report);
  style_page (sheet, job);
  g_autoptr (Fit) fit = fit_new (sheet->own);
  for (gboolean is_last = FALSE; !is_last;) {
    g_autoptr (Report) tried = report_new ();
    place_page (sheet, job, tried);
    is_last = !fit_next (fit, sheet->placement);
    if (is_last)
      report_join (job->faults.report, tried);
  }
}

/* FALSE after reporting; the sheet is to be cleared in any case. */
static gboolean
typeset_page_place (TypesetPage *sheet, Typesetter *typesetter, const Source *page,
                    const PrintFiles *files, Report *report)
{
  Job job = {
    typesetter, files, { typesetter, page, files, report }, { page, files->origin, report }
  };
  guint n_errors = report_n_errors (report);
  g_autoptr (Report) placing = report_new ();

  *sheet = (TypesetPage){ .markup = read_page (typesetter, &job.faults) };
  if (sheet->markup == NULL)
    return FALSE;
  trim (typesetter);
  style_page (sheet, &job);
  add_fonts (&job.finder, sheet->styler);
  place_page (sheet, &job, placing);
  if (may_fit (sheet->placement))
    fit_page (sheet, &job);
  else
    report_join (report, placing);
  fit_report (sheet->placement, &job.faults);
  return report_n_errors (report) == n_errors;
}

/* A code is a drawing of the class “qr” whose view box counts modules. */
static double
smallest_module (const Placement *placement)
{
  double smallest = 0;

  for (guint i = 0; i < placement->pages->len; i++) {
    const PlacedPage *page = placement->pages->pdata[i];
    for (guint j = 0; j < page->items->len; j++) {
      const Placed *item = &g_array_index (page->items, Placed, j);
      if (item->kind != PLACED_DRAWING || item->drawing->width <= 0)
        continue;
      for (const char *const *name = item->element->classes; *name; name++) {
        double module = item->width / item->drawing->width * 25.4 / 72;
        if (g_str_equal (*name, "qr") && (smallest == 0 || module < smallest))
          smallest = module;
      }
    }
  }
  return smallest;
}

/* FALSE after reporting. */
static gboolean
paint_page (const TypesetPage *sheet, Typesetter *typesetter, const PdfOptions *options,
            const Faults *faults, gboolean is_good, GString *out, SheetFacts *facts)
{
  Bounds bounds = { 0 };

  if (sheet->placement && !bounds_check (sheet->placement, faults, &bounds))
    is_good = FALSE;
  if (facts)
    facts->n_outside = bounds.n_outside;
  if (!is_good)
    return FALSE;
  pdf_write (sheet->placement, sheet->markup, options, typesetter->fonts, out,
             facts ? &facts->pdf : NULL);
  if (facts) {
    facts->n_overfull = bounds.n_overfull;
    facts->n_unsafe = bounds.n_unsafe;
    facts->smallest_module = smallest_module (sheet->placement);
  }
  return TRUE;
}

gboolean
typeset_pdf (Typesetter *typesetter, const Source *page, const PrintFiles *files,
             const PdfOptions *options, GString *out, SheetFacts *facts, Report *report)
{
  TypesetPage sheet;
  const Faults faults = { page, files->origin, report };
  gboolean good = typeset_page_place (&sheet, typesetter, page, files, report);

  good = paint_page (&sheet, typesetter, options, &faults, good, out, facts);
  typeset_page_clear (&sheet);
  return good;
}

gboolean
typeset_boxes (Typesetter *typesetter, const Source *page, const PrintFiles *files, GString *out,
               Report *report)
{
  TypesetPage sheet;
  gboolean good = typeset_page_place (&sheet, typesetter, page, files, report);

  if (good)
    box_list_write (sheet.placement, out);
  typeset_page_clear (&sheet);
  return good;
}

/* --- measuring --- */

static gboolean
is_within (const Element *element, const char *id)
{
  for (; element; element = element->parent)
    if (g_strcmp0 (element->id, id) == 0)
      return TRUE;
  return FALSE;
}

static guint
count_words (const char *text, gsize length)
{
  guint n = 0;
  gboolean in_word = FALSE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gboolean is_space = g_unichar_isspace (g_utf8_get_char (p)); /* those that do not break, too */
    n += !is_space && !in_word;
    in_word = !is_space;
  }
  return n;
}

/* The line that is being measured, and those before it. */
typedef struct {
  double baseline;
  guint words, fewest;
} LineSoFar;

static void
measure_item (const Placed *item, const PlacedPage *page, Measured *measured, LineSoFar *line)
{
  if (measured->page == 0 && is_within (item->element, measured->id))
    measured->page = page->number;
  if (item->kind == PLACED_BOX && item->element && g_strcmp0 (item->element->id, measured->id) == 0)
    measured->height += item->height * 25.4 / 72;
  if (item->kind != PLACED_TEXT || !is_within (item->element, measured->id))
    return;
  if (measured->n_lines == 0 || item->text.baseline > line->baseline + 0.5) {
    line->fewest = measured->n_lines > 0 ? measured->fewest_words : G_MAXUINT;
    measured->n_lines++;
    line->words = 0;
    line->baseline = item->text.baseline;
  }
  line->words += count_words (item->text.run->text, item->text.run->length);
  measured->fewest_words = MIN (line->fewest, line->words);
}

gboolean
typeset_measure (Typesetter *typesetter, const Source *page, const PrintFiles *files,
                 Measured *measured, guint n, GArray **tables)
{
  TypesetPage sheet;
  g_autoptr (Report) report = report_new ();
  gboolean is_good = typeset_page_place (&sheet, typesetter, page, files, report);

  for (guint i = 0; i < n; i++) {
    LineSoFar line = { 0 };
    measured[i] = (Measured){ .id = measured[i].id };
    for (guint j = 0; is_good && j < sheet.placement->pages->len; j++) {
      const PlacedPage *placed = sheet.placement->pages->pdata[j];
      for (guint k = 0; k < placed->items->len; k++)
        measure_item (&g_array_index (placed->items, Placed, k), placed, &measured[i], &line);
    }
  }
  if (is_good && tables)
    *tables = table_facts_new (sheet.placement);
  typeset_page_clear (&sheet);
  return is_good;
}
