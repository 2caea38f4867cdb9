/* SPDX-License-Identifier: MIT */
/* The first section with a numbered list
 * shows the way; what stands before it prepares, what comes after it follows up, and other numbered
 * lists are other ways, which a sheet only names. */
#include "render/sheet.h"

#include "model/heading_ids.h"
#include "render/parts.h"
#include "render/view.h"

#include <string.h>

/* Letters from which on a title needs the room of a poster. */
#define LONG_TITLE 56
/* Letters up to which a body leaves room for larger ones; and what pictures, and items and headings
 * besides their text, take up in letters. */
#define SHORT_BODY      1150
#define PICTURE_LETTERS 400
#define BREAK_LETTERS   70

static gboolean
opens_annex (cmark_node *node)
{
  return body_opens_annex (node);
}

static void
set_title (Value *map, cmark_node *heading)
{
  g_autofree char *title = heading ? body_plain_text (heading) : NULL;
  value_set_text (map, "title", title);
}

static void
add_part (Value *list, const Part *part, const HtmlPaper *paper)
{
  Value *map = value_map ();

  set_title (map, part->heading);
  value_set (map, "body", part_blocks_html (part->first, part->end, paper));
  view_list_add (list, map);
}

/* --- steps --- */

static Value *
view_steps (cmark_node *list, const HtmlPaper *paper)
{
  Value *steps = value_list ();
  guint number = cmark_node_get_list_start (list);

  for (cmark_node *item = cmark_node_first_child (list); item;
       item = cmark_node_next (item), number++) {
    cmark_node *first = cmark_node_first_child (item);
    Value *map = value_map ();
    value_set (map, "number", value_text_take (g_strdup_printf ("%u", number)));
    value_set_text (map, "action", NULL);
    value_set_text (map, "rest", NULL);
    if (part_is_sentence (first)) {
      part_set_sentences (map, first, paper);
      first = cmark_node_next (first);
    }
    value_set (map, "more", part_blocks_html (first, NULL, paper));
    view_list_add (steps, map);
  }
  view_list_end (steps, value_length (steps));
  return steps;
}

static Value *
view_way (const Part *part, cmark_node *list, cmark_node *block, const HtmlPaper *paper)
{
  Value *map = value_map ();

  set_title (map, part->heading);
  value_set (map, "before", part_blocks_html (part->heading ? part->first : block, block, paper));
  value_set (map, "steps", view_steps (list, paper));
  value_set (map, "after", part_blocks_html (cmark_node_next (block), part->end, paper));
  return map;
}

/* --- menu paths --- */

/* The way with the most labels; NULL when there is none. */
static void
find_menu (cmark_node *node, cmark_node **longest, guint *most)
{
  guint n = 0;

  if (body_role (node) == BODY_MENU)
    for (cmark_node *label = cmark_node_first_child (node); label; label = cmark_node_next (label))
      n++;
  if (n > *most) {
    *longest = node;
    *most = n;
  }
  for (cmark_node *child = cmark_node_first_child (node); child; child = cmark_node_next (child))
    find_menu (child, longest, most);
}

static Value *
view_menu (cmark_node *body)
{
  cmark_node *menu = NULL;
  guint n = 0;
  Value *list = value_list ();

  find_menu (body, &menu, &n);
  for (cmark_node *label = menu ? cmark_node_first_child (menu) : NULL; label;
       label = cmark_node_next (label)) {
    Value *map = value_map ();
    value_set (map, "text", value_text_take (body_plain_text (label)));
    view_list_add (list, map);
  }
  view_list_end (list, n);
  return list;
}

/* --- the opening --- */

static cmark_node *
find_warning (cmark_node *first, cmark_node *end)
{
  for (cmark_node *node = first; node != end; node = cmark_node_next (node))
    if (body_role (node) == BODY_WARNING)
      return node;
  return NULL;
}

/* The warning of the sheet stands where the template wants it; one behind the list stays there. */
static void
set_opening (Value *map, const Part *part, cmark_node *list_block, const HtmlPaper *paper)
{
  cmark_node *end = list_block ? list_block : part->end;
  cmark_node *quote = find_warning (part->first, end);
  g_autoptr (GString) html = g_string_new (NULL);

  html_paper (part->first, quote ? quote : end, paper, html);
  if (quote)
    html_paper (cmark_node_next (quote), end, paper, html);
  value_set (map, "opening", value_text_n (html->str, html->len));
  value_set (map, "warning",
             quote ? part_blocks_html (cmark_node_first_child (quote), NULL, paper)
                   : value_null ());
}

static void
set_sections (Value *map, cmark_node *body, const HtmlPaper *paper)
{
  g_autoptr (GArray) parts = parts_of (body, part_is_heading);
  Value *before = value_list (), *after = value_list (), *other_ways = value_list ();
  Value *way = NULL;

  for (guint i = 0; i < parts->len; i++) {
    const Part *part = &g_array_index (parts, Part, i);
    cmark_node *block;
    cmark_node *list = part_numbered_list (part->first, part->end, &block);
    if (i == 0)
      set_opening (map, part, block, paper);
    if (list && way == NULL)
      way = view_way (part, list, block, paper);
    else if (list)
      add_part (other_ways, part, paper);
    else if (i > 0)
      add_part (way ? after : before, part, paper);
  }
  Value *const lists[] = { before, after, other_ways };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    view_list_end (lists[i], value_length (lists[i]));
  value_set (map, "before", before);
  value_set (map, "way", way ? way : value_null ());
  value_set (map, "other_ways", other_ways);
  value_set (map, "after", after);
}

/* --- appendices --- */

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
view_appendix (const Part *part, const HtmlPaper *paper, const HtmlContents *whole)
{
  gboolean is_attached = body_role (part->heading) == BODY_ATTACHED;
  Value *appendix = value_map ();
  HtmlContents own = { .ids = whole->ids,
                       .entries = is_attached && whole->entries ? value_list () : NULL };
  const char *id = heading_ids_add (whole->ids, part->heading);
  cmark_node *first = set_label (appendix, part);

  value_set_text (appendix, "id", id);
  value_set_bool (appendix, "is_attached", is_attached);
  value_set_bool (appendix, "is_landscape", body_is_landscape (part->heading));
  value_set (appendix, "body", part_html (first, part->end, paper, &own));
  set_contents (appendix, own.entries);
  list_appendix (whole, appendix, id);
  return appendix;
}

static void
set_body (Value *map, const Document *document, cmark_node *body, const HtmlPaper *paper)
{
  g_autoptr (GArray) parts = parts_of (body, opens_annex);
  g_autoptr (GHashTable) ids = heading_ids_new ();
  HtmlContents contents = { .ids = ids, .entries = document->has_contents ? value_list () : NULL };
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
sheet_set_letter (Value *map, const Document *document, cmark_node *body)
{
  set_body (map, document, body, NULL);
}

/* Of what is for paper below `node`. */
static glong
count_letters (cmark_node *node)
{
  const char *text = cmark_node_get_literal (node);
  glong n = text ? g_utf8_strlen (text, -1) : 0;

  if (body_role (node) == BODY_CHANNEL && !(body_detail (node) & CHANNEL_PRINT))
    return 0;
  if (cmark_node_get_type (node) == CMARK_NODE_IMAGE)
    return PICTURE_LETTERS;
  if (cmark_node_get_type (node) == CMARK_NODE_ITEM || part_is_heading (node))
    n += BREAK_LETTERS;
  for (cmark_node *child = cmark_node_first_child (node); child; child = cmark_node_next (child))
    n += count_letters (child);
  return n;
}

Value *
sheet_view (const Site *site, const Document *document, cmark_node *body)
{
  const HtmlPaper paper = { .base_url = site->base_url };
  Value *map = value_map ();

  set_body (map, document, body, &paper);
  set_sections (map, body, &paper);
  value_set (map, "menu", view_menu (body));
  value_set_bool (map, "is_long", g_utf8_strlen (document->title, -1) > LONG_TITLE);
  value_set_bool (map, "is_short", count_letters (body) <= SHORT_BODY);
  return map;
}
