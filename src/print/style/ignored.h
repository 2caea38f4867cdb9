/* SPDX-License-Identifier: MIT */
/* Properties of CSS that are known, but not to print: what is said about them. */
#pragma once

#include <glib.h>

typedef struct {
  const char *name; /* of the property; one that ends in “*” stands for all that start so */
  const char
    *fine; /* values that ask for what is done anyway, between “|”; “*”: all are; NULL: none */
  const char *advice; /* untranslated; NULL: it has no effect on paper, which is worth a warning,
                         not an error */
} Ignored;

/* By its name in small letters; NULL when it is unknown altogether. */
const Ignored *ignored_find (const char *name);
/* `value` in small letters. */
gboolean ignored_is_fine (const Ignored *ignored, const char *value);
