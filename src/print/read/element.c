/* SPDX-License-Identifier: MIT */
#include "print/read/element.h"

const char *
element_attribute (const Element *element, const char *name)
{
  for (guint i = 0; i < element->n_attributes; i++)
    if (element->attributes[i].name[0] == name[0]
        && strcmp (element->attributes[i].name, name) == 0)
      return element->attributes[i].value;
  return NULL;
}

/* What comes after `element` in document order, within `root`; or NULL. */
static const Element *
element_following (const Element *element, const Element *root)
{
  if (element->first_child)
    return element->first_child;
  while (element != root && element->next == NULL)
    element = element->parent;
  return element == root ? NULL : element->next;
}

guint
element_origin (const Element *element)
{
  while (element && element->origin == 0)
    element = element->parent;
  return element ? element->origin : 0;
}

const Element *
element_find (const Element *root, const char *name)
{
  const Element *element = root;

  while (element && !element_is (element, name))
    element = element_following (element, root);
  return element;
}

char *
element_text (const Element *root)
{
  GString *text = g_string_new (NULL);

  for (const Element *element = root; element; element = element_following (element, root))
    if (element->name == NULL)
      g_string_append_len (text, element->text, element->length);
  return g_string_free (text, FALSE);
}
