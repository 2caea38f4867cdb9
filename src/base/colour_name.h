/* SPDX-License-Identifier: MIT */
/* What CSS calls colours (Color 4): sheets are set in them, and styles of a site are judged. */
#pragma once

#include <glib.h>

/* The colour of this name, in any case, as 0xRRGGBB; FALSE when CSS has none. */
gboolean colour_name_find (const char *text, gsize length, guint32 *rgb);
