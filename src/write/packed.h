/* SPDX-License-Identifier: MIT */
/* Texts of a site as servers send them to browsers that ask for less: gzip and Brotli, each in a
 * file beside the text. The same text gives the same bytes. */
#pragma once

#include <glib.h>

#define N_PACKINGS 2

/* ".gz" or ".br", by the number of the packing. */
const char *packed_suffix (guint packing);
/* TRUE for files that get smaller: pages, style sheets, scripts, drawings, feeds; not for pictures,
 * sheets and Word files, which are packed already. By the end of the name. */
gboolean packed_is_text (const char *path);
/* TRUE for a file of a site (path within its folder) that servers send in place of the text beside
 * it. An archive of the site's own, "bang.csv.gz" without a "bang.csv", is none. */
gboolean packed_is_twin (const char *folder, const char *path);
/* Puts the packed text into `out`. */
void packed_make (guint packing, const char *text, gsize length, GString *out);
