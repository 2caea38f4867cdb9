/* SPDX-License-Identifier: MIT */
/* Abbreviations that a text explains: "Ủy ban nhân dân (UBND)", "ANTT (an ninh, trật tự)". */
#pragma once

#include "speech/vocabulary.h"

typedef struct Definitions Definitions;

/* Small words that no letter stands for are those of the class “function”. `vocabulary` must
 * outlive it. */
Definitions *definitions_new (const Vocabulary *vocabulary);
void definitions_free (Definitions *definitions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Definitions, definitions_free)

void definitions_clear (Definitions *definitions);

/* Looks for explanations in one paragraph. The first one of a form stays. */
void definitions_learn (Definitions *definitions, const char *text, gsize length);

/* What the text says the form means, or NULL. */
const char *definitions_find (const Definitions *definitions, const char *written, gsize length);
