/* SPDX-License-Identifier: MIT */
/* Properties that stand for several. */
#pragma once

#include "print/style/property.h"

typedef struct {
  const Property *property;
  CssValue value;
} Declaration;

typedef struct Shorthand Shorthand;

/* By its name in small letters; NULL when there is none. */
const Shorthand *shorthand_find (const char *name);
/* Adds the names of all (const char *). */
void shorthand_add_names (GPtrArray *names);
/* Appends what it stands for to `declarations` (Declaration). FALSE, appending nothing, when the
 * value is not one of it. */
gboolean shorthand_read (const Shorthand *shorthand, Cursor cursor, Arena *arena,
                         GArray *declarations);
/* What may be written, translated, a phrase. Caller frees. */
char *shorthand_form (const Shorthand *shorthand);
/* The property a value of it would be one of, for advice about words; or NULL. */
const Property *shorthand_first (const Shorthand *shorthand);
