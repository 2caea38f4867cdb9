/* SPDX-License-Identifier: MIT */
/* CSS counters (CSS 2.2, 12.4): nested by elements, written as numbers, letters or Roman numerals.
 */
#pragma once

#include "print/style/style.h"

typedef struct Counters Counters;
/* The caller frees it. */
Counters *counters_new (void);
/* NULL is allowed. */
void counters_free (Counters *counters);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Counters, counters_free)

/* An element begins (its resets and increments happen) and ends (what it has reset inside of its
 * parent's scope stays until the parent ends). */
void counters_enter (Counters *counters, const Style *style);
/* The element entered last ends. */
void counters_leave (Counters *counters);
int counters_value (const Counters *counters, const char *name); /* `name` interned */
/* In the scope of the element entered last; one of this name further out stays as it is. */
void counters_set (Counters *counters, const char *name, int value);
/* The innermost of this name; without one it begins here, from 0. */
void counters_add (Counters *counters, const char *name, int difference);

/* “•”: what stands for every number of such a list; NULL for numberings. */
const char *counter_bullet (ListKind kind);
/* Appends a number in a numbering; others than the numberings append nothing. */
void counter_write (GString *out, int value, ListKind numbering);
