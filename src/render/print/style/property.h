/* SPDX-License-Identifier: MIT */
/* The table of properties: how each is read, and how what was read becomes a part of a Style. */
#pragma once

#include "render/print/style/value.h"

/* What a style is computed in: that of an element, or that of a page, which has more. */
typedef struct {
  Style style; /* first: the offsets of properties count from here */
  double page_width, page_height;
  double bleed;
  gboolean has_crop_marks;
} Box;

typedef struct {
  Box box;
  const Style *parent; /* never NULL: the initial style at the root */
  double root_font_size;
} Computing;

typedef struct Property Property;
typedef struct PropertyType PropertyType;

struct PropertyType {
  gboolean (*read) (Cursor *cursor, const Property *property, Arena *arena, Value *value);
  void (*apply) (Computing *computing, const Property *property, const Value *value);
  const char *form; /* what may be written, for advice; untranslated, or NULL when it is words alone */
  gsize size;       /* bytes of a Style that it is kept in, when it is inherited */
};

struct Property {
  const char *name;
  const PropertyType *type;
  gsize offset; /* in a Box; what stands before `display` is inherited */
  const Keyword *keywords;
  guint may_be;
  gboolean is_of_page; /* has its place in @page alone */
};

/* The table, in the order of computing: what others refer to comes first. */
extern const Property properties[];
extern const guint n_properties;

/* By its name in small letters, that of CSS; NULL when there is none. Aliases are known. */
const Property *property_find (const char *name);
/* Adds the names of all, aliases included (const char *). */
void property_add_names (GPtrArray *names);
guint property_number (const Property *property);

/* The whole value, inherit and its like included. */
gboolean property_read (const Property *property, Cursor cursor, Arena *arena, Value *value);
/* What may be written, translated, a phrase. Caller frees. */
char *property_form (const Property *property);

/* The style of no element. */
const Style *style_initial (void);
/* Prepares to compute a style below `parent`, or at the root when it is NULL. */
void computing_start (Computing *computing, const Style *parent, double root_font_size);
/* Computes from `winners`, n_properties of them, NULL where nothing is specified. */
void computing_apply (Computing *computing, const Value *const *winners);
