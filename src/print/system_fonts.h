/* SPDX-License-Identifier: MIT */
/* The fonts this system offers: what a sheet looks like depends on them as on its text. */
#pragma once

#include <glib.h>

/* Adds (char *, owned) the absolute paths of fontconfig's configuration, of the folders it looks
 * for fonts in, and of every font there. A folder may not exist; one that is added later counts.
 * Loads fontconfig, once for the process. From the main thread, before any sheet is typeset. */
void system_fonts_list (GPtrArray *paths);

/* TRUE when there is a font of this family. Likewise. */
gboolean system_fonts_have (const char *family);

/* The variables of the environment that choose among fonts, ending in NULL. */
extern const char *const system_fonts_variables[];
