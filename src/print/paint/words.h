/* SPDX-License-Identifier: MIT */
/* What an element says in words, for titles, outlines and descriptions. */
#pragma once

#include "print/read/element.h"

/* All its text, white space as single spaces; NULL when there is none. Caller frees. */
char *words_of (const Element *element);
/* What a picture shows; NULL or "" when it is decoration. Caller frees. */
char *words_of_figure (const Element *element);
