/* SPDX-License-Identifier: MIT */
/* Names of files and lines of texts as a terminal may get them: whoever made them must not be able
 * to colour, move or forge what stands there. */
#pragma once

#include <glib.h>

typedef enum { PRINTABLE_LINE, PRINTABLE_LINES } PrintableKind;

/* `text`, in whatever encoding, with a space for each control character and for each mark that
 * turns the direction of text around; what is left may stand in XML, too. Ends of lines stay in
 * PRINTABLE_LINES. NULL gives NULL. Caller frees. */
char *printable_copy (const char *text, PrintableKind kind);
