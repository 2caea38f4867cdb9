/* SPDX-License-Identifier: MIT */
#include "print/style/computing.h"

#include "print/read/name.h"
#include "print/style/type.h"

#include <string.h>

#define MEDIUM_PT 12.0 /* font-size: medium, 16px */

gpointer
computing_field (Computing *computing, const Property *property)
{
  return (char *) &computing->box + property->offset;
}

static gboolean
is_inherited (const Property *property)
{
  return property->offset < offsetof (Style, display);
}

static gpointer
make_initial (G_GNUC_UNUSED gpointer data)
{
  Style *style = g_new0 (Style, 1);

  style->families = name_intern ("serif", strlen ("serif"));
  style->font_size = MEDIUM_PT;
  style->font_weight = 400;
  style->colour = COLOUR_BLACK;
  style->text_indent.kind = LENGTH_POINTS;
  style->list_kind = LIST_DISC;
  style->orphans = style->widows = 2;
  style->display = DISPLAY_INLINE;
  for (guint side = 0; side < N_SIDES; side++) {
    style->margin[side].kind = style->padding[side].kind = LENGTH_POINTS;
    style->border[side].width = 2.25;
  }
  style->column_rule.width = 2.25;
  style->max_width.kind = style->max_height.kind = LENGTH_NONE;
  style->background = COLOUR_CLEAR;
  style->align_items = FLEX_STRETCH;
  style->align_self = FLEX_AUTO;
  style->flex_shrink = 1;
  style->column_gap = -1;
  for (guint corner = 0; corner < G_N_ELEMENTS (style->radius); corner++)
    style->radius[corner].kind = LENGTH_POINTS;
  for (guint axis = 0; axis < 2; axis++) {
    style->object_position[axis].kind = LENGTH_PERCENT;
    style->object_position[axis].value = 50;
  }
  return style;
}

/* As the tables say it, with borders not yet settled. */
static const Style *
specified_initial (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, make_initial, NULL);
}

static void
resolve_border (Border *border)
{
  if (border->style != BORDER_NONE)
    return;
  border->width = 0;
  memset (&border->colour, 0, sizeof border->colour);
}

static void
resolve_borders (Style *style)
{
  for (guint side = 0; side < N_SIDES; side++)
    resolve_border (&style->border[side]);
  resolve_border (&style->column_rule);
}

static gpointer
make_resolved_initial (G_GNUC_UNUSED gpointer data)
{
  Style *style = g_memdup2 (specified_initial (), sizeof (Style));
  resolve_borders (style);
  return style;
}

const Style *
style_initial (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, make_resolved_initial, NULL);
}

/* Styles are compared as bytes, so what is between the members must stay zero: members are
 * assigned, structures copied as bytes. */
void
computing_start (Computing *computing, const Style *parent, double root_font_size)
{
  memset (computing, 0, sizeof *computing);
  memcpy (&computing->box.style, specified_initial (), sizeof (Style));
  if (parent)
    memcpy (&computing->box.style, parent, offsetof (Style, display));
  computing->parent = parent == NULL    ? style_initial ()
                      : parent->inherit ? parent->inherit
                                        : parent;
  computing->root_font_size = root_font_size;
}

static void
take_from (Computing *computing, const Property *property, const Style *from)
{
  if (property->offset < sizeof (Style))
    memcpy (computing_field (computing, property), (const char *) from + property->offset,
            property->type->size);
}

static void
apply (Computing *computing, const Property *property, const CssValue *value)
{
  static const CssValue current = { .kind = VALUE_CURRENT_COLOUR };
  gboolean inherits =
    value->kind == VALUE_INHERIT || (value->kind == VALUE_UNSET && is_inherited (property));

  if (inherits)
    take_from (computing, property, computing->parent);
  else if (value->kind != VALUE_INITIAL && value->kind != VALUE_UNSET)
    property->type->apply (computing, property, value);
  else if (property->type == &edge_colour_type)
    property->type->apply (computing, property, &current);
  else
    take_from (computing, property, specified_initial ());
}

/* font-size and color, which all others may refer to. */
#define N_FIRST 2

static void
apply_range (Computing *computing, const CssValue *const *cascaded, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (cascaded[i])
      apply (computing, &properties[i], cascaded[i]);
}

void
computing_apply (Computing *computing, const CssValue *const *cascaded)
{
  Style *style = &computing->box.style;

  apply_range (computing, cascaded, 0, N_FIRST);
  for (guint side = 0; side < N_SIDES; side++)
    memcpy (&style->border[side].colour, &style->colour, sizeof (Colour));
  memcpy (&style->column_rule.colour, &style->colour, sizeof (Colour));
  apply_range (computing, cascaded, N_FIRST, n_properties);
  resolve_borders (style);
}
