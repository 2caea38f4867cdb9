/* SPDX-License-Identifier: MIT */
/* The table of properties: how each is read, and how what was read becomes a part of a Style. */
#pragma once

#include "print/style/css_value.h"

typedef struct Computing Computing;
typedef struct Property Property;
typedef struct PropertyType PropertyType;

struct PropertyType {
  gboolean (*read) (Cursor *cursor, const Property *property, Arena *arena, CssValue *value);
  void (*apply) (Computing *computing, const Property *property, const CssValue *value);
  const char
    *form;    /* what may be written, for advice; untranslated, or NULL when it is words alone */
  gsize size; /* bytes of a Style that it is kept in, when it is inherited */
};

struct Property {
  const char *name;
  const PropertyType *type;
  gsize offset; /* in a Computed; what stands before `display` is inherited */
  const Keyword *keywords;
  guint may_be;
};

/* TRUE when its place is @page alone. */
gboolean property_is_of_page (const Property *property);

/* The table, in the order of computing: what others refer to comes first. */
extern const Property properties[];
extern const guint n_properties;

/* By its name in small letters, that of CSS; NULL when there is none. Aliases are known. */
const Property *property_find (const char *name);
/* Adds the names of all, aliases included (const char *). */
void property_add_names (GPtrArray *names);
/* Its row in the table, from 0. */
guint property_number (const Property *property);

/* The whole value, inherit and its like included. */
gboolean property_read (const Property *property, Cursor cursor, Arena *arena, CssValue *value);
/* What may be written, translated, a phrase. Caller frees. */
char *property_form (const Property *property);
