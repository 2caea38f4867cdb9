/* SPDX-License-Identifier: MIT */
/* Links and pictures of a body: where they lead, whether that is there. */
#pragma once

#include "model/site.h"

/* Resolves `url` as written in `document`. Returns NULL when it is good, with `target` the address
 * to write in the page (new); else what is wrong, as a sentence for the author (new), with `advice`
 * perhaps set, which is not the caller's. `is_image` says that a picture is meant, which must be a
 * file of the site. */
char *link_resolve (const Site *site, const Document *document, const char *url, gboolean is_image,
                    char **target, const char **advice);

/* The document that `path` (“b.md”), as written in `document`, leads to; NULL when it is none. */
const Document *link_document (const Site *site, const Document *document, const char *path);

/* The file that `url`, as written in `document`, leads to; NULL when it is none. */
const SiteFile *link_file (const Site *site, const Document *document, const char *url);

/* What `path`, as written in `document`, means: the address, from the root of the site, of a
 * document's page or of a file. NULL when there is nothing there; then `fault` (new) and perhaps
 * `advice` say what is wrong. The address belongs to the site. */
const char *link_find (const Site *site, const Document *document, const char *path, char **fault,
                       const char **advice);

/* TRUE when a body may have links to headings in it (“#cac-buoc”, “a.md#cac-buoc”): a glance. */
gboolean link_fragments_are_in (const char *text, gsize length);

/* The document meant by `reference` in front matter, with or without “.md”: from `folder` below
 * content/, with a leading slash from content/ itself; NULL when there is none. */
const Document *link_find_from (const Site *site, const char *folder, const char *reference);
/* The same from the folder of `document`, or else from content/. */
const Document *link_find_document (const Site *site, const Document *document,
                                    const char *reference);
