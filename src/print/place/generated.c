/* SPDX-License-Identifier: MIT */
#include "print/place/builder.h"

#include <string.h>

static void
write_content (Builder *builder, const Style *style, const Element *element, GString *out)
{
  for (guint i = 0; i < style->n_content; i++) {
    const ContentPart *part = &style->content[i];
    const char *value;
    switch (part->kind) {
    case CONTENT_TEXT:
      g_string_append (out, part->text);
      break;
    case CONTENT_ATTRIBUTE:
      value = element_attribute (element, part->text);
      g_string_append (out, value ? value : "");
      break;
    case CONTENT_COUNTER:
      counter_write (out, counters_value (builder->counters, part->text), part->numbering);
      break;
    case CONTENT_TARGET:
      value = element_attribute (element, part->text);
      counter_write (out,
                     value ? (int) targets_page (builder->sources->targets, value, element) : 0,
                     part->numbering);
      break;
    case CONTENT_STRING:
    case CONTENT_SELF:
      break;
    }
  }
}

void
build_pseudo (Builder *builder, Filling *filling, const Element *element, const Style *style,
              PseudoElement pseudo, const InlineItem *around)
{
  const Style *own = styler_pseudo (builder->sources->styler, element, style, pseudo);

  if (own == NULL || own->display == DISPLAY_NONE)
    return;
  g_autoptr (GString) text = g_string_new (NULL);
  counters_enter (builder->counters, own);
  write_content (builder, own, element, text);
  counters_leave (builder->counters);

  InlineItem item = { .style = own,
                      .element = element,
                      .role = around ? around->role : ROLE_CONTENT,
                      .decoration = own->decoration | (around ? around->decoration : 0),
                      .raise = around ? around->raise : 0 };
  gboolean is_out = style_is_out_of_flow (own);
  if (own->display == DISPLAY_INLINE && !is_out) {
    inlines_add_text (filling_lines (builder, filling), text->str, text->len, &item);
    return;
  }
  Box *box = builder_box (builder, BOX_BLOCK, own, element);
  Filling inside = { box, NULL };
  box->role = MAX (item.role, filling->box->role);
  inlines_add_text (filling_lines (builder, &inside), text->str, text->len, &item);
  filling_close (builder, &inside);
  if (is_out) {
    box->parent = filling->box;
    builder_register (builder, box);
  } else if (own->display == DISPLAY_INLINE_BLOCK) {
    item.box = box;
    box->parent = filling->box;
    inlines_add (filling_lines (builder, filling), INLINE_ATOMIC, &item);
  } else {
    filling_close (builder, filling);
    box_append (filling->box, box);
  }
}

/* A space at the end of a marker keeps it apart from its item. */
static void
append_kept (GString *out, const char *text)
{
  gsize length = strlen (text), end = length;

  while (end > 0 && text[end - 1] == ' ')
    end--;
  g_string_append_len (out, text, (gssize) end);
  for (; end < length; end++)
    g_string_append (out, "\xc2\xa0");
}

/* What the marker of a list item says. */
static void
write_marker (Builder *builder, const Box *list_item, const Style *style, GString *out)
{
  ListKind kind = list_item->style->list_kind;

  if (style->content)
    write_content (builder, style, list_item->element, out);
  else if (kind == LIST_TEXT)
    append_kept (out, list_item->style->list_text);
  else if (counter_bullet (kind))
    g_string_append (out, counter_bullet (kind));
  else if (kind != LIST_NONE) {
    counter_write (out, counters_value (builder->counters, builder->list_item), kind);
    g_string_append_c (out, '.');
  }
}

/* Outside, a marker is a box of its own beside the item; inside, it is the first thing on its first
 * line. */
void
build_marker (Builder *builder, Filling *filling)
{
  Box *list_item = filling->box;
  const Style *style =
    styler_pseudo (builder->sources->styler, list_item->element, list_item->style, PSEUDO_MARKER);
  g_autoptr (GString) text = g_string_new (NULL);

  if (style == NULL || style->display == DISPLAY_NONE)
    return;
  write_marker (builder, list_item, style, text);
  if (text->len == 0)
    return;
  InlineItem item = { .style = style,
                      .element = list_item->element,
                      .role = MAX (ROLE_MARKER, list_item->role) };
  if (list_item->style->list_inside) {
    if (list_item->style->list_kind != LIST_TEXT && !style->content)
      g_string_append_c (text, ' ');
    inlines_add_text (filling_lines (builder, filling), text->str, text->len, &item);
    return;
  }
  Box *marker = builder_lines (builder, style, list_item->element);
  marker->parent = list_item;
  marker->role = item.role;
  inlines_add_text (marker->inlines, text->str, text->len, &item);
  if (builder_finish_lines (builder, marker))
    list_item->marker = marker;
}
