/* SPDX-License-Identifier: MIT */
/* Values that are lists: content, string-set, counter-reset, counter-increment. */
#pragma once

#include "print/style/property.h"

gboolean content_read (Cursor *cursor, const Property *property, Arena *arena, CssValue *value);
gboolean string_set_read (Cursor *cursor, const Property *property, Arena *arena, CssValue *value);
/* `property->may_be` is the number that is meant where none is written. */
gboolean counters_read (Cursor *cursor, const Property *property, Arena *arena, CssValue *value);
/* The numberings of list-style-type and counter(). */
extern const Keyword list_kinds[];
