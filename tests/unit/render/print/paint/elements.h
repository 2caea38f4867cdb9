/* SPDX-License-Identifier: MIT */
/* What the painter asks of the reader and the styler, as long as they are not there. */
#pragma once

#include "render/print/read/element.h"
#include "render/print/style/colour.h"

#define WEAK __attribute__ ((weak))

WEAK const char *
element_attribute (const Element *element, const char *name)
{
  for (guint i = 0; i < element->n_attributes; i++)
    if (g_str_equal (element->attributes[i].name, name))
      return element->attributes[i].value;
  return NULL;
}

WEAK gboolean
element_is (const Element *element, const char *name)
{
  return element && element->name && g_str_equal (element->name, name);
}

WEAK const Element *
element_find (const Element *root, const char *name)
{
  if (element_is (root, name))
    return root;
  for (const Element *child = root->first_child; child; child = child->next) {
    const Element *found = element_find (child, name);
    if (found)
      return found;
  }
  return NULL;
}

static void
add_text (GString *text, const Element *element)
{
  if (element->text)
    g_string_append_len (text, element->text, element->length);
  for (const Element *child = element->first_child; child; child = child->next)
    add_text (text, child);
}

WEAK char *
element_text (const Element *element)
{
  GString *text = g_string_new (NULL);
  add_text (text, element);
  return g_string_free (text, FALSE);
}

WEAK gboolean
colour_equal (Colour one, Colour other)
{
  return one.is_clear == other.is_clear
         && (one.is_clear || (one.red == other.red && one.green == other.green && one.blue == other.blue));
}
