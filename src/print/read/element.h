/* SPDX-License-Identifier: MIT */
/* A print page as read: a tree of elements and texts, constant once read. Well-formed XHTML by
 * libxml2, strict: no network, no entities but those of XML, bounded depth and size.
 *
 * Not here: what elements look like (style/), where they stand (place/), what they mean to
 * assistive technology (paint/). */
#pragma once

#include "base/arena.h"
#include "base/report.h"

#include <string.h>

typedef struct {
  const char *name;  /* interned by name.h: those of HTML are those of g_intern_static_string() */
  const char *value; /* UTF-8, NFC */
} Attribute;

typedef struct Element Element;
struct Element {
  const char *name; /* interned, in small letters, without prefix: "p"; NULL for a text */
  const char *text; /* of a text: UTF-8, NFC, white space as read; NULL for an element */
  guint length;     /* bytes of `text` */
  guint line;       /* of the source, from 1; of an element, the line its start tag ends on */
  guint origin;     /* of an element: line of the document it was made from; 0: not known */
  guint index;      /* elements and texts count from 0 in document order */
  Element *parent, *previous, *next, *first_child, *last_child;
  const Attribute *attributes;
  const char *id;             /* interned, or NULL */
  const char *const *classes; /* interned; NULL-terminated, never NULL itself */
  guint n_attributes;
};

typedef struct {
  Arena *arena; /* owns everything below */
  Element *root;
  guint n_elements; /* elements and texts */
  guint
    shape; /* pages of one MarkupStore with the same shape differ in words alone; 0: nobody knows */
} Markup;

/* Reads a page. NULL after reporting what is not well-formed, or too deep (256) or too large (64
 * MB). */
Markup *markup_read (const Source *source, Report *report);
/* NULL is allowed. */
void markup_free (Markup *markup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Markup, markup_free)

/* The value of an attribute, or NULL. `name` need not be interned. */
const char *element_attribute (const Element *element, const char *name);
/* TRUE when it is an element of this name. NULL is no element. */
static inline gboolean
element_is (const Element *element, const char *name)
{
  return element && element->name && element->name[0] == name[0]
         && strcmp (element->name, name) == 0;
}
/* TRUE when it is a field to sign in. NULL is no element. */
static inline gboolean
element_is_field (const Element *element)
{
  return element && element->n_attributes > 0 && element_attribute (element, "data-signature");
}
/* The first element of this name below `root`, itself included, in document order; or NULL. */
const Element *element_find (const Element *root, const char *name);
/* The line of the document that it, or else what it stands in, was made from; 0: not known. NULL is
 * from no line. */
guint element_origin (const Element *element);
/* All text below, in order. Caller frees. */
char *element_text (const Element *element);
