/* SPDX-License-Identifier: MIT */
#include "print/paint/pdf.h"

#include "print/paint/grid.h"
#include "print/paint/line_map.h"
#include "print/paint/metadata.h"
#include "print/paint/notation.h"
#include "print/paint/outline.h"
#include "print/paint/page_painter.h"
#include "print/paint/words.h"

/* A document being written. */
typedef struct {
  const Placement *placement;
  const Markup *markup;
  const PdfOptions *options;
  Objects *objects;
  GPtrArray *sheets; /* Sheet, owned */
  GArray *places;    /* PagePlace */
  Painter painter;
} PdfDocument;

/* --- title and language --- */

static const Element *
find_heading (const Markup *markup)
{
  static const char *const names[] = { "title", "h1", "h2", "h3" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const Element *element = element_find (markup->root, names[i]);
    if (element)
      return element;
  }
  return NULL;
}

/* PDF/UA wants one in any case. Caller frees. */
static char *
title_of (const Markup *markup, const PdfOptions *options)
{
  const Element *heading = find_heading (markup);
  if (options->title && *options->title)
    return g_strdup (options->title);
  char *words = heading ? words_of (heading) : NULL;
  return words ? words : g_strdup ("Tài liệu");
}

static const char *
language_of (const Markup *markup)
{
  const char *language = element_attribute (markup->root, "lang");
  return language && *language && !g_str_equal (language, "vi") ? language : "vi-VN";
}

/* --- pages --- */

static void
plan_sheets (PdfDocument *document)
{
  document->sheets =
    sheets_new (document->placement->pages, document->options->impose, document->places);
  for (guint i = 0; i < document->sheets->len; i++) {
    Sheet *sheet = document->sheets->pdata[i];
    sheet->object = objects_reserve (document->objects);
    sheet->number = structure_tree_add_sheet (document->painter.tree, sheet->object);
    if (document->painter.lines)
      line_map_add_sheet (document->painter.lines, sheet);
  }
}

/* In the order of reading, which is not that of the sheets of a booklet. */
static void
paint_pages (PdfDocument *document)
{
  for (guint i = 0; i < document->placement->pages->len; i++)
    image_list_expect (document->painter.images, document->placement->pages->pdata[i]);
  for (guint i = 0; i < document->places->len; i++) {
    PagePlace place = g_array_index (document->places, PagePlace, i);
    page_paint (&document->painter, place.sheet, place.half);
    for (guint half = place.half + 1; half < place.sheet->n_halves; half++)
      if (place.sheet->halves[half].is_copy)
        page_paint (&document->painter, place.sheet, half);
  }
  /* Further parts of a page. */
  for (guint i = 0; i < document->sheets->len; i++) {
    Sheet *sheet = document->sheets->pdata[i];
    if (sheet->halves[0].is_copy)
      page_paint (&document->painter, sheet, 0);
  }
}

static guint
write_resources (PdfDocument *document)
{
  g_autoptr (GString) fonts = g_string_new (NULL);
  g_autoptr (GString) images = g_string_new (NULL);
  g_autoptr (GString) others = g_string_new (NULL);
  guint object = objects_reserve (document->objects);

  font_list_write (document->painter.fonts, document->objects, fonts);
  image_list_write (document->painter.images, document->objects, images);
  extras_write (document->painter.extras, document->objects, object, images, others);
  GString *out = objects_begin (document->objects, object);
  g_string_append_printf (out, "<</Font<<%s>>/XObject<<%s>>%s>>", fonts->str, images->str,
                          others->str);
  objects_end (document->objects);
  return object;
}

/* Returns the object of the page tree. */
static guint
write_pages (PdfDocument *document)
{
  guint object = objects_reserve (document->objects);
  guint resources = write_resources (document);

  for (guint i = 0; i < document->sheets->len; i++)
    sheet_write (document->sheets->pdata[i], document->options->ink, resources, object,
                 document->objects);
  GString *out = objects_begin (document->objects, object);
  append_text (out, "<</Type/Pages/Kids[");
  for (guint i = 0; i < document->sheets->len; i++) {
    notation_reference (out, ((const Sheet *) document->sheets->pdata[i])->object);
    g_string_append_c (out, ' ');
  }
  append_text (out, "]/Count ");
  notation_integer (out, document->sheets->len);
  append_text (out, ">>");
  objects_end (document->objects);
  return object;
}

/* --- the whole --- */

static void
append_entry (GString *out, const char *key, guint object, const char *after)
{
  if (object == 0)
    return;
  g_string_append (out, key);
  notation_reference (out, object);
  g_string_append (out, after);
}

/* What is for a press is read by nobody: links, which PDF/X does not have, are left out there. */
static Standard
standard_of (const PdfDocument *document)
{
  if (document->options->ink == INK_CMYK)
    return STANDARD_PRESS;
  return image_list_is_archival (document->painter.images) ? STANDARD_ARCHIVE : STANDARD_UA;
}

static guint
write_catalog (PdfDocument *document, const Metadata *metadata)
{
  Objects *objects = document->objects;
  guint catalog = objects_reserve (objects);
  links_write (document->painter.links, document->markup, document->painter.spots,
               document->painter.tree, objects);
  guint form = fields_write (document->painter.fields, document->painter.tree, objects);
  guint pages = write_pages (document);
  grid_make_regular (document->painter.tree, document->painter.tree->document);
  structure_tree_write (document->painter.tree);
  guint outline =
    outline_write (document->markup, document->painter.structure, document->painter.spots, objects);
  guint labels = document->options->impose == IMPOSE_NONE
                   ? metadata_write_labels (document->placement->pages, objects)
                   : 0;
  guint intent = metadata_write_intent (metadata->standard, objects);
  guint xmp = metadata_write_xmp (metadata, objects);

  GString *out = objects_begin (objects, catalog);
  g_string_append (
    out,
    "<</Type/Catalog/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/Lang");
  notation_text (out, metadata->language, -1);
  append_entry (out, "/Pages ", pages, "");
  append_entry (out, "/StructTreeRoot ", document->painter.tree->root, "");
  append_entry (out, "/Outlines ", outline, "");
  append_entry (out, "/AcroForm ", form, "");
  append_entry (out, "/PageLabels ", labels, "");
  append_entry (out, "/OutputIntents[", intent, "]");
  append_entry (out, "/Metadata ", xmp, "");
  append_text (out, ">>");
  objects_end (objects);
  return catalog;
}

static void
write_document (PdfDocument *document, const char *language)
{
  g_autofree char *title = title_of (document->markup, document->options);
  Metadata metadata = { title, document->options->author, language, document->options->created,
                        standard_of (document) };
  guint catalog = write_catalog (document, &metadata);
  guint information = metadata_write_information (&metadata, document->objects);
  objects_finish (document->objects, catalog, information);
}

static void
tell_facts (const PdfDocument *document, PdfFacts *facts)
{
  facts->n_pages = document->sheets->len;
  facts->fonts = font_list_names (document->painter.fonts);
  facts->lowest_dpi = image_list_lowest_dpi (document->painter.images);
}

void
pdf_write (const Placement *placement, const Markup *markup, const PdfOptions *options,
           PdfFonts *fonts, GString *out, PdfFacts *facts)
{
  const char *language = language_of (markup);
  g_autoptr (Objects) objects =
    objects_new (out, pdf_fonts_deflater (fonts), options->ink == INK_CMYK ? "1.6" : "1.7");
  g_autoptr (StructureTree) tree = structure_tree_new (markup->root, language, objects);
  g_autoptr (Structure) structure = structure_new (markup, tree);
  g_autoptr (FontList) font_list = font_list_new (fonts);
  g_autoptr (ImageList) images =
    image_list_new (options, pdf_fonts_images (fonts), pdf_fonts_deflater (fonts));
  g_autoptr (Extras) extras = extras_new (options->ink);
  g_autoptr (Links) links = links_new ();
  g_auto (Spots) spots = spots_new (markup);
  g_autoptr (Fields) fields = fields_new ();
  g_autoptr (GArray) places = g_array_new (FALSE, TRUE, sizeof (PagePlace));
  PdfDocument document = {
    placement,
    markup,
    options,
    objects,
    NULL,
    places,
    { options->ink, tree, structure, font_list, images, extras, pdf_fonts_paths (fonts), links,
      &spots, fields, facts ? facts->lines : NULL },
  };

  plan_sheets (&document);
  g_autoptr (GPtrArray) sheets = document.sheets;
  paint_pages (&document);
  write_document (&document, language);
  if (facts)
    tell_facts (&document, facts);
  (void) sheets;
}

void
pdf_facts_clear (PdfFacts *facts)
{
  g_clear_pointer (&facts->fonts, g_ptr_array_unref);
  g_clear_pointer (&facts->lines, line_map_free);
}
