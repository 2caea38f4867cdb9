/* SPDX-License-Identifier: MIT */
/* Typesetters for as many threads as ask: each is lent to one at a time and keeps its fonts and
 * paragraphs for the next. */
#pragma once

#include "render/print/typeset.h"

typedef struct Typesetters Typesetters;

Typesetters *typesetters_new (void);
void typesetters_free (Typesetters *typesetters);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Typesetters, typesetters_free)

/* One that nobody else has, made when there is none; give it back. From any thread. */
Typesetter *typesetters_borrow (Typesetters *typesetters);
void typesetters_give_back (Typesetters *typesetters, Typesetter *typesetter);
