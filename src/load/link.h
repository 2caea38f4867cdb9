/* SPDX-License-Identifier: MIT */
/* Links and pictures of a body: where they lead, whether that is there. */
#pragma once

#include "model/site.h"

/* Resolves `url` as written in `document`. Returns NULL when it is good, with `target` the address to write in the
 * page (new); else what is wrong, as a sentence for the author (new), with `advice` perhaps set. */
char *link_resolve (const Site *site, const Document *document, const char *url, gboolean is_image,
                    char **target, const char **advice);

/* The way from the page of `document` to `href`, which counts from the root of the site. Caller frees. */
char *link_between (const Document *document, const char *href);
