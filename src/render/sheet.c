/* SPDX-License-Identifier: MIT */
#include "render/sheet.h"

#include "model/heading_ids.h"
#include "render/parts.h"
#include "render/view.h"

static void
set_title (Value *map, cmark_node *heading)
{
  g_autofree char *title = heading ? body_plain_text (heading) : NULL;
  value_set_text (map, "title", title);
}

/* TRUE when `block` is one of the part, and has this role. */
static gboolean
is_next (const Part *part, cmark_node *block, BodyRole role)
{
  return block != part->end && body_role (block) == role;
}

/* “Phụ lục I: Danh mục” is a label and a title; without one the next heading is. What it belongs to
 * (Kèm theo …) is written by the template, whether the author did or not. Its first block. */
static cmark_node *
set_label (Value *map, const Part *part)
{
  g_autofree char *text = body_plain_text (part->heading);
  guint label = body_detail (part->heading);
  const char *title = label ? g_strstrip (text + label + 1) : "";
  cmark_node *first = part->first;

  if (label)
    text[label] = '\0';
  value_set_text (map, "label", text);
  value_set_text (map, "title", *title ? title : NULL);
  if (is_next (part, first, BODY_APPENDIX_TITLE)) {
    set_title (map, first);
    first = cmark_node_next (first);
  }
  return is_next (part, first, BODY_BASE_LINE) ? cmark_node_next (first) : first;
}

/* For the web without `paper`. */
static Value *
part_html (cmark_node *first, cmark_node *end, const HtmlPaper *paper, HtmlContents *contents)
{
  g_autoptr (GString) html = g_string_new (NULL);

  if (paper) {
    HtmlPaper listing = *paper;
    listing.contents = contents;
    html_paper (first, end, &listing, html);
  } else
    html_blocks (first, end, KIND_LETTER, contents, html);
  return value_text_n (html->str, html->len);
}

/* “Phụ lục I. Danh mục”, whose pages count on their own. */
static void
list_appendix (const HtmlContents *contents, const Value *appendix, const char *id)
{
  const char *label = value_get_text (value_find (appendix, "label"), NULL);
  const Value *title = value_find (appendix, "title");
  g_autofree char *both = value_is_truthy (title)
                            ? g_strconcat (label, ". ", value_get_text (title, NULL), NULL)
                            : g_strdup (label);

  if (contents->entries)
    html_contents_add (contents->entries, id, both, 1, FALSE);
}

/* A list of one line leads nowhere that is not seen already. */
static void
set_contents (Value *map, Value *entries)
{
  gboolean is_list = entries && value_length (entries) > 1;

  if (is_list)
    view_list_end (entries, value_length (entries));
  value_set (map, "contents", is_list ? entries : value_list ());
  if (entries && !is_list)
    value_free (entries);
}

/* An appendix, or a text that is issued with the letter, which has contents of its own. */
static Value *
view_appendix (const Part *part, const HtmlPaper *paper, HtmlContents *whole)
{
  gboolean is_attached = body_role (part->heading) == BODY_ATTACHED;
  Value *appendix = value_map ();
  HtmlContents own = { .ids = whole->ids,
                       .words = whole->words,
                       .n_tables = whole->n_tables,
                       .has_lines = whole->has_lines,
                       .entries = is_attached && whole->entries ? value_list () : NULL };
  const char *id = heading_ids_add (whole->ids, part->heading);
  cmark_node *first = set_label (appendix, part);

  value_set_text (appendix, "id", id);
  value_set_bool (appendix, "is_attached", is_attached);
  value_set_bool (appendix, "is_landscape", body_is_landscape (part->heading));
  value_set (appendix, "body", part_html (first, part->end, paper, &own));
  whole->n_tables = own.n_tables;
  set_contents (appendix, own.entries);
  list_appendix (whole, appendix, id);
  return appendix;
}

static void
set_body (Value *map, const Site *site, const Document *document, cmark_node *body,
          const HtmlPaper *paper, gboolean has_lines)
{
  const Part all = part_whole (body);
  g_autoptr (GArray) parts = parts_of (&all, body_opens_annex);
  g_autoptr (GHashTable) ids = heading_ids_new ();
  HtmlContents contents = { .ids = ids,
                            .words = site,
                            .has_lines = has_lines,
                            .entries = document->has_contents ? value_list () : NULL };
  const Part *whole = &g_array_index (parts, Part, 0);
  Value *appendices = value_list ();

  value_set (map, "body", part_html (whole->first, whole->end, paper, &contents));
  for (guint i = 1; i < parts->len; i++)
    view_list_add (appendices, view_appendix (&g_array_index (parts, Part, i), paper, &contents));
  view_list_end (appendices, value_length (appendices));
  value_set (map, "appendices", appendices);
  set_contents (map, contents.entries);
}

void
sheet_set_letter (Value *map, const Site *site, const Document *document, cmark_node *body,
                  gboolean has_lines)
{
  set_body (map, site, document, body, NULL, has_lines);
}

Value *
sheet_view (const Site *site, const Document *document, cmark_node *body)
{
  const HtmlPaper paper = { .base_url = site->base_url };
  Value *map = value_map ();

  set_body (map, site, document, body, &paper, FALSE); /* paper knows them anyway */
  return map;
}
