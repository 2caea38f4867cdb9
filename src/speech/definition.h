/* SPDX-License-Identifier: MIT */
/* Abbreviations that a text explains: "Ủy ban nhân dân (UBND)", "ANTT (an ninh, trật tự)". */
#pragma once

#include "speech/vocabulary.h"

typedef struct Definitions Definitions;

/* Small words that no letter stands for are those of the class “function”. `vocabulary` must
 * outlive it. */
Definitions *definitions_new (const Vocabulary *vocabulary);
/* NULL is nothing. */
void definitions_free (Definitions *definitions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Definitions, definitions_free)

/* Forgets them all: another text follows. */
void definitions_clear (Definitions *definitions);

/* Looks for explanations in one paragraph: letters that begin the words before or behind them, đ no
 * d, words of grammar left out or not. The first one of a form stays. */
void definitions_learn (Definitions *definitions, const char *text, gsize length);

/* What the text says the form (`length` bytes, letter for letter) means, with single spaces; NULL
 * when it says nothing. Valid until the next that is learned or cleared. */
const char *definitions_find (const Definitions *definitions, const char *written, gsize length);
