/* SPDX-License-Identifier: MIT */
#include "print/place/builder.h"

double
box_edge (const Box *box, Side side)
{
  return box->padding[side] + box->style->border[side].width;
}

double
collapsing_margin_value (CollapsingMargin collapsing)
{
  return collapsing.positive + collapsing.negative;
}

void
collapsing_margin_add (CollapsingMargin *collapsing, double margin)
{
  collapsing->positive = MAX (collapsing->positive, margin);
  collapsing->negative = MIN (collapsing->negative, margin);
}

void
collapsing_margin_join (CollapsingMargin *collapsing, CollapsingMargin other)
{
  collapsing->positive = MAX (collapsing->positive, other.positive);
  collapsing->negative = MIN (collapsing->negative, other.negative);
}

void
builder_complain (const Builder *builder, const Element *element, const char *advice,
                  const char *format, const char *what)
{
  g_autofree char *text = g_strdup_printf (format, what);
  fault_error (&builder->sources->faults, element, what, advice, "%s", text);
}

Box *
builder_box (Builder *builder, BoxKind kind, const Style *style, const Element *element)
{
  Box *box = arena_alloc (builder->tree->arena, sizeof *box);
  box->kind = kind;
  box->style = style;
  box->element = element;
  return box;
}

void
box_append (Box *parent, Box *child)
{
  child->parent = parent;
  child->role = MAX (child->role, parent->role);
  if (parent->last)
    parent->last->next = child;
  else
    parent->first = child;
  parent->last = child;
}

Box *
builder_lines (Builder *builder, const Style *style, const Element *element)
{
  Box *box = builder_box (builder, BOX_INLINE, style, element);
  box->inlines = inlines_borrow (builder->tree->spare, style);
  return box;
}

Inlines *
filling_lines (Builder *builder, Filling *filling)
{
  if (filling->lines == NULL)
    filling->lines = builder_lines (builder, filling->box->style, filling->box->element);
  return filling->lines->inlines;
}

gboolean
builder_finish_lines (Builder *builder, Box *lines)
{
  Inlines *gathered = lines->inlines;
  gboolean is_seen = inlines_finish (gathered);

  lines->inlines = inlines_copy (gathered, builder->tree->arena);
  inlines_give_back (builder->tree->spare, gathered);
  return is_seen;
}

void
filling_close (Builder *builder, Filling *filling)
{
  Box *lines = filling->lines;

  filling->lines = NULL;
  if (lines == NULL)
    return;
  gboolean is_shown = builder_finish_lines (builder, lines);
  for (guint i = 0; i < lines->inlines->n_items; i++)
    is_shown |= lines->inlines->items[i].kind == INLINE_OUT_OF_FLOW;
  if (is_shown)
    box_append (filling->box, lines);
}

void
box_tree_free (BoxTree *tree)
{
  if (tree == NULL)
    return;
  g_ptr_array_unref (tree->arrays);
  g_ptr_array_unref (tree->lists);
  g_ptr_array_unref (tree->on_pages);
  g_ptr_array_unref (tree->footnotes);
  arena_free (tree->arena);
  g_free (tree);
}
