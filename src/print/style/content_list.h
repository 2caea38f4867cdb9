/* SPDX-License-Identifier: MIT */
/* Values that are lists: content, string-set, counter-reset, counter-increment. */
#pragma once

#include "print/style/property.h"

/* Reads of properties (PropertyType.read): the list goes into `arena`. FALSE when something else
 * stands there (CSS Content 3; Generated Content for Paged Media; CSS 2.2, 12.4). */
gboolean content_read (Cursor *cursor, const Property *property, Arena *arena, CssValue *value);
/* The value of string-set. */
gboolean string_set_read (Cursor *cursor, const Property *property, Arena *arena, CssValue *value);
/* `property->may_be` is the number that is meant where none is written. */
gboolean counters_read (Cursor *cursor, const Property *property, Arena *arena, CssValue *value);
/* The numberings of list-style-type and counter(). */
extern const Keyword list_kinds[];
