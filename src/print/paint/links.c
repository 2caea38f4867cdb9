/* SPDX-License-Identifier: MIT */
#include "print/paint/links.h"

#include "print/paint/notation.h"
#include "print/paint/quad.h"
#include "print/paint/words.h"

/* A link on one sheet. */
typedef struct {
  StructureNode *node;
  Sheet *sheet;
  GArray *quads;      /* Quad */
  const Placed *last; /* the item that was added last */
} Area;

struct Links {
  GPtrArray *areas; /* Area, owned */
};

static void
area_free (gpointer data)
{
  Area *area = data;
  g_array_unref (area->quads);
  g_free (area);
}

Links *
links_new (void)
{
  Links *links = g_new (Links, 1);
  links->areas = g_ptr_array_new_with_free_func (area_free);
  return links;
}

void
links_free (Links *links)
{
  if (links == NULL)
    return;
  g_ptr_array_unref (links->areas);
  g_free (links);
}

/* --- where they are --- */

static gboolean
is_same_line (const Placed *one, const Placed *other)
{
  return one->y == other->y && one->height == other->height && one->rotation == other->rotation
         && other->x >= one->x;
}

static Area *
area_for (Links *links, StructureNode *node, Sheet *sheet)
{
  Area *last = links->areas->len > 0 ? links->areas->pdata[links->areas->len - 1] : NULL;
  if (last && last->node == node && last->sheet == sheet)
    return last;
  Area *area = g_new0 (Area, 1);
  area->node = node;
  area->sheet = sheet;
  area->quads = g_array_new (FALSE, FALSE, sizeof (Quad));
  g_ptr_array_add (links->areas, area);
  return area;
}

void
links_add (Links *links, StructureNode *node, const Placed *item, Sheet *sheet,
           const ContentStream *content)
{
  Area *area = area_for (links, node, sheet);
  Quad quad = quad_of (item, sheet, content);

  if (area->last && is_same_line (area->last, item)) {
    Quad *line = &g_array_index (area->quads, Quad, area->quads->len - 1);
    line->corners[1] = quad.corners[1];
    line->corners[2] = quad.corners[2];
  } else {
    g_array_append_val (area->quads, quad);
  }
  area->last = item;
}

/* --- where they lead --- */

static gboolean
is_internal (const char *href)
{
  return *href == '#';
}

static void
note_ids (GHashTable *ids, const Element *element)
{
  if (element->id && !g_hash_table_contains (ids, element->id))
    g_hash_table_insert (ids, (gpointer) element->id, (gpointer) element);
  for (const Element *child = element->first_child; child; child = child->next)
    if (child->name)
      note_ids (ids, child);
}

static Spot
find_target (GHashTable *ids, const char *href, const Spots *spots)
{
  g_autofree char *id = g_uri_unescape_string (href + 1, NULL);
  const Element *element = id ? g_hash_table_lookup (ids, id) : NULL;
  return element ? spots_of (spots, element) : (Spot){ 0 };
}

/* An address is ASCII; what is not is written as its bytes in per cent. */
static void
append_address (GString *out, const char *href)
{
  g_autoptr (GString) address = g_string_new (NULL);
  for (const char *p = href; *p; p++) {
    if (*p > ' ' && *p < 0x7f)
      g_string_append_c (address, *p);
    else
      g_string_append_printf (address, "%%%02X", (guchar) *p);
  }
  notation_bytes (out, address->str, address->len);
}

/* --- writing --- */

static void
append_rectangle (GString *out, const Area *area)
{
  Bounding around = bounding_none ();

  for (guint i = 0; i < area->quads->len; i++)
    bounding_add (&around, &g_array_index (area->quads, Quad, i));
  const double sides[] = { around.left, around.bottom, around.right, around.top };
  for (guint i = 0; i < 4; i++) {
    g_string_append (out, i == 0 ? "/Rect[" : " ");
    notation_number (out, sides[i]);
  }
  g_string_append_c (out, ']');
}

static void
append_quads (GString *out, const Area *area)
{
  append_text (out, "/QuadPoints[");
  for (guint i = 0; i < area->quads->len; i++)
    for (guint j = 0; j < 4; j++) {
      Corner corner = g_array_index (area->quads, Quad, i).corners[j];
      if (i + j > 0)
        g_string_append_c (out, ' ');
      notation_number (out, corner.x);
      g_string_append_c (out, ' ');
      notation_number (out, corner.y);
    }
  g_string_append_c (out, ']');
}

/* What the link says, for those who hear it. */
static char *
words_of_link (const Element *link)
{
  const char *label = element_attribute (link, "aria-label");
  if (label == NULL)
    label = element_attribute (link, "title");
  char *words = label ? g_strdup (label) : words_of (link);
  const Element *picture = words ? NULL : element_find (link, "img");
  if (picture)
    words = words_of_figure (picture);
  if (words && *words)
    return words;
  g_free (words);
  return g_strdup (element_attribute (link, "href"));
}

static void
write_area (Area *area, Spot target, StructureTree *tree, Objects *objects)
{
  const Element *link = area->node->element;
  const char *href = element_attribute (link, "href");
  g_autofree char *words = words_of_link (link);
  guint object = objects_reserve (objects);
  guint parent = structure_tree_annotate (tree, area->node, area->sheet->number, object);
  GString *out = objects_begin (objects, object);

  append_text (out, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]");
  append_rectangle (out, area);
  append_quads (out, area);
  append_text (out, "/Contents");
  notation_text (out, words, -1);
  append_text (out, "/StructParent ");
  notation_integer (out, parent);
  g_string_append (out, is_internal (href) ? "/Dest" : "/A<</S/URI/URI");
  if (is_internal (href))
    spot_append (out, target);
  else
    append_address (out, href);
  g_string_append (out, is_internal (href) ? ">>" : ">>>>");
  objects_end (objects);
  if (area->sheet->annotations->len > 0)
    g_string_append_c (area->sheet->annotations, ' ');
  notation_reference (area->sheet->annotations, object);
}

void
links_write (Links *links, const Markup *markup, const Spots *spots, StructureTree *tree,
             Objects *objects)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < links->areas->len; i++) {
    Area *area = links->areas->pdata[i];
    const char *href = element_attribute (area->node->element, "href");
    Spot target = { 0 };
    if (is_internal (href)) {
      if (g_hash_table_size (ids) == 0)
        note_ids (ids, markup->root);
      target = find_target (ids, href, spots);
    }
    if (!is_internal (href) || target.page)
      write_area (area, target, tree, objects);
  }
}
