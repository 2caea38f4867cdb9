/* SPDX-License-Identifier: MIT */
/* What an element says as one line, for titles, outlines and descriptions. */
#pragma once

#include "render/print/read/element.h"

/* All its text, white space as single spaces; NULL when there is none. Caller frees. */
char *words_of (const Element *element);
