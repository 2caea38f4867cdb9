/* SPDX-License-Identifier: MIT */
#include "print/paint/outline.h"

#include "print/paint/notation.h"
#include "print/paint/words.h"

typedef struct {
  guint object;
  const Element *element; /* NULL for the root */
  guint depth;
  const char *name; /* of an article: borrowed; NULL for a heading, whose words are its name */
  guint parent, previous, next, first,
    last;        /* entries; 0: none, for the root is nobody's sibling or child */
  guint n_below; /* entries at all depths, but not those of a closed one further below */
} Entry;

static Entry *
entry_at (GArray *entries, guint i)
{
  return &g_array_index (entries, Entry, i);
}

/* Articles are many and their headings much the same, so readers first see them alone. */
static gboolean
is_closed (const Entry *entry)
{
  return entry->name != NULL;
}

/* Hangs an entry behind the last one that is as deep, or below the last one that is less deep. */
static void
add_entry (GArray *entries, Entry entry)
{
  guint number = entries->len, parent = number - 1;

  while (entry_at (entries, parent)->depth >= entry.depth)
    parent = entry_at (entries, parent)->parent;
  entry.parent = parent;
  entry.previous = entry_at (entries, parent)->last;
  if (entry.previous)
    entry_at (entries, entry.previous)->next = number;
  else
    entry_at (entries, parent)->first = number;
  entry_at (entries, parent)->last = number;
  g_array_append_val (entries, entry);
  for (;; parent = entry_at (entries, parent)->parent) {
    entry_at (entries, parent)->n_below++;
    if (parent == 0 || is_closed (entry_at (entries, parent)))
      break;
  }
}

/* The name of an article something of which was placed, or NULL. */
static const char *
article_name (const Element *element, const Spots *spots)
{
  const char *name =
    element_is (element, "article") ? element_attribute (element, "aria-label") : NULL;
  return name && *name && spots_of (spots, element).page ? name : NULL;
}

/* `above`: how many articles with a name the element is in. */
static void
gather (GArray *entries, const Element *element, guint above, const Structure *structure,
        const Spots *spots, Objects *objects)
{
  guint depth = structure_heading_depth (structure, element);
  const char *name = article_name (element, spots);
  if (name)
    add_entry (entries, (Entry){ .object = objects_reserve (objects),
                                 .element = element,
                                 .depth = ++above,
                                 .name = name });
  else if (depth > 0)
    add_entry (
      entries,
      (Entry){ .object = objects_reserve (objects), .element = element, .depth = above + depth });
  for (const Element *child = element->first_child; child; child = child->next)
    if (child->name)
      gather (entries, child, above, structure, spots, objects);
}

static void
append_relative (GString *out, GArray *entries, const char *key, guint entry)
{
  if (entry == 0)
    return;
  g_string_append (out, key);
  notation_reference (out, entry_at (entries, entry)->object);
}

static void
append_target (GString *out, GArray *entries, const Entry *entry, const Structure *structure,
               const Spots *spots)
{
  g_autofree char *title = entry->name ? g_strdup (entry->name) : words_of (entry->element);
  const StructureNode *node = structure_own (structure, entry->element);
  append_text (out, "/Title");
  notation_text (out, title ? title : "", -1);
  append_text (out, "/Parent ");
  notation_reference (out, entry_at (entries, entry->parent)->object);
  append_text (out, "/Dest");
  spot_append (out, spots_of (spots, entry->element));
  if (node) {
    append_text (out, "/SE ");
    notation_reference (out, node->object);
  }
}

static void
write_entry (GArray *entries, guint i, const Structure *structure, const Spots *spots,
             Objects *objects)
{
  const Entry *entry = entry_at (entries, i);
  GString *out = objects_begin (objects, entry->object);

  g_string_append (out, entry->element ? "<<" : "<</Type/Outlines");
  if (entry->element)
    append_target (out, entries, entry, structure, spots);
  append_relative (out, entries, "/Prev ", entry->previous);
  append_relative (out, entries, "/Next ", entry->next);
  append_relative (out, entries, "/First ", entry->first);
  append_relative (out, entries, "/Last ", entry->last);
  if (entry->n_below > 0) {
    g_string_append (out, is_closed (entry) ? "/Count -" : "/Count ");
    notation_integer (out, entry->n_below);
  }
  append_text (out, ">>");
  objects_end (objects);
}

guint
outline_write (const Markup *markup, const Structure *structure, const Spots *spots,
               Objects *objects)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_size (entries, 1);
  gather (entries, markup->root, 0, structure, spots, objects);
  if (entries->len == 1)
    return 0;
  entry_at (entries, 0)->object = objects_reserve (objects);
  for (guint i = 0; i < entries->len; i++)
    write_entry (entries, i, structure, spots, objects);
  return entry_at (entries, 0)->object;
}
