/* SPDX-License-Identifier: MIT */
#include "print/paint/page_painter.h"

#include "print/paint/box_painter.h"
#include "print/paint/drawings.h"
#include "print/paint/notation.h"
#include "print/paint/shape.h"
#include "print/paint/text.h"

#include <math.h>

/* A page being painted. */
typedef struct {
  Painter *painter;
  const PlacedPage *page;
  Sheet *sheet;
  ContentStream content;
  gconstpointer
    open;     /* the node or the kind of artifact whose content is being painted; NULL: neither */
  guint clip; /* number of the clip that is set; 0: none */
} PagePaint;

/* --- marks --- */

/* Kinds of artifacts, as they are written. */
static const char layout[] = "/Artifact<</Type/Layout>>BDC";
static const char pagination[] = "/Artifact<</Type/Pagination>>BDC";
static const char page_header[] = "/Artifact<</Type/Pagination/Subtype/Header>>BDC";
static const char page_footer[] = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC";
static const char watermark[] = "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC";

static const char *
artifact_of (const PagePaint *page, const Placed *item)
{
  const PageStyle *style = &page->page->style;
  if (item->role != ROLE_ARTIFACT)
    return layout;
  if (item->rotation != 0 && item->kind == PLACED_TEXT)
    return watermark;
  if (item->y + item->height <= style->margin[SIDE_TOP])
    return page_header;
  if (item->y >= style->height - style->margin[SIDE_BOTTOM])
    return page_footer;
  return pagination;
}

static void
end_mark (PagePaint *page)
{
  content_text_end (&page->content);
  if (page->open)
    content_operator (&page->content, "EMC");
  page->open = NULL;
}

static void
mark_artifact (PagePaint *page, const char *artifact)
{
  if (page->open == artifact)
    return;
  end_mark (page);
  content_operator (&page->content, artifact);
  page->open = artifact;
}

static void
mark_node (PagePaint *page, StructureNode *node)
{
  GString *out = page->content.out;
  if (page->open == node)
    return;
  end_mark (page);
  g_string_append_c (out, '/');
  g_string_append (out, tag_name (node->tag));
  append_text (out, "<</MCID ");
  notation_integer (out, structure_tree_mark (page->painter->tree, node, page->sheet->number));
  content_operator (&page->content, ">>BDC");
  page->open = node;
}

/* --- one item --- */

static gboolean
is_visible (const Placed *item)
{
  if (!isfinite (item->x) || !isfinite (item->y) || !isfinite (item->width)
      || !isfinite (item->height))
    return FALSE;
  switch (item->kind) {
  case PLACED_BOX:
    return box_is_visible (item);
  case PLACED_TEXT:
    return item->text.run->n_glyphs > 0 && item->text.run->size > 0;
  default:
    return item->width > 0 && item->height > 0;
  }
}

static void
paint_item (PagePaint *page, const Placed *item)
{
  ContentStream *content = &page->content;
  const Painter *painter = page->painter;
  const DrawingTools tools = { painter->paths, painter->fonts, painter->images };

  switch (item->kind) {
  case PLACED_BOX:
    box_paint (content, item);
    break;
  case PLACED_TEXT:
    text_paint (content, font_list_use (page->painter->fonts, item->text.run->face), item->text.run,
                item->x, item->text.baseline);
    text_decorate (content, item->text.run, item->x, item->text.baseline);
    break;
  case PLACED_IMAGE:
    image_list_paint (page->painter->images, content, item);
    break;
  case PLACED_DRAWING:
    drawing_paint (content, &tools, item);
    break;
  }
}

static void
paint_turned (PagePaint *page, const Placed *item)
{
  if (item->rotation == 0) {
    paint_item (page, item);
    return;
  }
  content_save (&page->content);
  content_rotate (&page->content, item->rotation, item->pivot_x, item->pivot_y);
  paint_item (page, item);
  content_restore (&page->content);
}

/* --- clips --- */

static void
add_clip (ContentStream *content, const Clip *clip)
{
  Shape shape = { clip->x, clip->y, clip->x + clip->width, clip->y + clip->height, clip->corners };

  if (clip->rotation != 0)
    content_rotate (content, clip->rotation, clip->pivot_x, clip->pivot_y);
  shape_add (content, &shape);
  content_operator (content, "W n");
  if (clip->rotation != 0)
    content_rotate (content, -clip->rotation, clip->pivot_x, clip->pivot_y);
}

/* Those it lies in, too, all in one graphics state. */
static void
set_clip (PagePaint *page, guint number)
{
  if (page->clip == number)
    return;
  end_mark (page);
  if (page->clip > 0)
    content_restore (&page->content);
  if (number > 0)
    content_save (&page->content);
  page->clip = number;
  for (guint i = number; i > 0;) {
    const Clip *clip = &g_array_index (page->page->clips, Clip, i - 1);
    add_clip (&page->content, clip);
    i = clip->outer;
  }
}

/* --- items --- */

static void
note_figure (const PagePaint *page, StructureNode *node, const Placed *item)
{
  double left = page->content.left + item->x, top = page->content.top - item->y;
  double right = left + item->width, bottom = top - item->height;
  if (item->kind != PLACED_IMAGE && item->kind != PLACED_DRAWING)
    return;
  sheet_point (page->sheet, &left, &top);
  sheet_point (page->sheet, &right, &bottom);
  structure_tree_set_box (page->painter->tree, node, (const double[]){ left, bottom, right, top });
}

static void
note_item (PagePaint *page, const Placed *item)
{
  double x = page->content.left + item->x, y = page->content.top - item->y;

  if (item->element == NULL || item->role == ROLE_ARTIFACT)
    return;
  sheet_point (page->sheet, &x, &y);
  spots_note (page->painter->spots, item->element, (Spot){ page->sheet->object, x, y });
}

static void
paint_marked (PagePaint *page, const Placed *item)
{
  StructureNode *node = structure_find (page->painter->structure, item);
  StructureNode *link = structure_link (node);

  note_item (page, item);
  if (node) {
    mark_node (page, node);
    note_figure (page, node, item);
  } else {
    mark_artifact (page, artifact_of (page, item));
  }
  if (link && page->painter->ink != INK_CMYK)
    links_add (page->painter->links, link, item, page->sheet, &page->content);
  paint_turned (page, item);
}

/* The box of a field, whether it has a look or not. */
static void
note_field (PagePaint *page, const Placed *item)
{
  if (page->painter->ink == INK_CMYK || item->kind != PLACED_BOX
      || !element_is_field (item->element))
    return;
  StructureNode *node = structure_field (page->painter->structure, item->element);
  if (node)
    fields_add (page->painter->fields, node, item, page->sheet, &page->content);
}

void
page_paint (Painter *painter, Sheet *sheet, guint number)
{
  const Half *half = &sheet->halves[number];
  PagePaint page = { .painter = painter, .page = half->page, .sheet = sheet };

  sheet_begin (sheet, number, painter->ink, &page.content);
  if (painter->lines)
    line_map_begin (painter->lines);
  page.content.extras = painter->extras;
  for (guint i = 0; i < half->page->items->len; i++) {
    const Placed *item = &g_array_index (half->page->items, Placed, i);
    if (!half->is_copy)
      note_field (&page, item);
    if (!is_visible (item))
      continue;
    if (painter->lines)
      line_map_add (painter->lines, sheet->number, item, sheet, &page.content);
    set_clip (&page, item->clip);
    if (half->is_copy) { /* to those who hear it, it is there once */
      mark_artifact (&page, layout);
      paint_turned (&page, item);
    } else {
      paint_marked (&page, item);
    }
  }
  set_clip (&page, 0);
  end_mark (&page);
  sheet_end (&page.content);
}
