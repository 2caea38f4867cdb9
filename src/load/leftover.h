/* SPDX-License-Identifier: MIT */
/* Markup of other programs, and markup that went wrong: it would be printed as it is. */
#pragma once

#include <glib.h>

typedef enum {
  LEFTOVER_LINE = 1,  /* the text stands at the start of a line */
  LEFTOVER_BLOCK = 2, /* and that is the first of its paragraph */
} LeftoverPlace;

/* The first piece of markup in `text`, plain text as Markdown leaves it, or NULL; its bytes are in
 * `length`, what it is and what to do instead, as sentences for the author, in `fault` and
 * `advice`. `place` is a mask of LeftoverPlace. */
const char *leftover_find (const char *text, guint place, gsize *length, const char **fault,
                           const char **advice);
