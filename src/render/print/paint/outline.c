/* SPDX-License-Identifier: MIT */
#include "render/print/paint/outline.h"

#include "render/print/paint/notation.h"
#include "render/print/paint/words.h"

typedef struct {
  guint object;
  const Element *element; /* NULL for the root */
  guint depth;
  guint parent, previous, next, first,
    last;        /* entries; 0: none, for the root is nobody's sibling or child */
  guint n_below; /* entries at all depths */
} Entry;

static Entry *
entry_at (GArray *entries, guint i)
{
  return &g_array_index (entries, Entry, i);
}

/* Hangs an entry behind the last one that is as deep, or below the last one that is less deep. */
static void
add_entry (GArray *entries, const Element *heading, guint depth, guint object)
{
  guint number = entries->len, parent = number - 1;
  Entry entry = { .object = object, .element = heading, .depth = depth };

  while (entry_at (entries, parent)->depth >= depth)
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
    if (parent == 0)
      break;
  }
}

static void
gather (GArray *entries, const Element *element, const Structure *structure, Objects *objects)
{
  guint depth = structure_heading_depth (structure, element);
  if (depth > 0)
    add_entry (entries, element, depth, objects_reserve (objects));
  for (const Element *child = element->first_child; child; child = child->next)
    if (child->name)
      gather (entries, child, structure, objects);
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
append_heading (GString *out, GArray *entries, const Entry *entry, const Structure *structure,
                const Spots *spots)
{
  g_autofree char *title = words_of (entry->element);
  append_text (out, "/Title");
  notation_text (out, title ? title : "", -1);
  append_text (out, "/Parent ");
  notation_reference (out, entry_at (entries, entry->parent)->object);
  append_text (out, "/Dest");
  spot_append (out, spots_of (spots, entry->element));
  append_text (out, "/SE ");
  notation_reference (out, structure_own (structure, entry->element)->object);
}

static void
write_entry (GArray *entries, guint i, const Structure *structure, const Spots *spots,
             Objects *objects)
{
  const Entry *entry = entry_at (entries, i);
  GString *out = objects_begin (objects, entry->object);

  g_string_append (out, entry->element ? "<<" : "<</Type/Outlines");
  if (entry->element)
    append_heading (out, entries, entry, structure, spots);
  append_relative (out, entries, "/Prev ", entry->previous);
  append_relative (out, entries, "/Next ", entry->next);
  append_relative (out, entries, "/First ", entry->first);
  append_relative (out, entries, "/Last ", entry->last);
  if (entry->n_below > 0) {
    append_text (out, "/Count ");
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
  gather (entries, markup->root, structure, objects);
  if (entries->len == 1)
    return 0;
  entry_at (entries, 0)->object = objects_reserve (objects);
  for (guint i = 0; i < entries->len; i++)
    write_entry (entries, i, structure, spots, objects);
  return entry_at (entries, 0)->object;
}
