/* SPDX-License-Identifier: MIT */
/* The documents of a site: front matter in parallel, then what one says of another. */
#pragma once

#include "load/site.h"

/* Reads the documents at `paths` (below content/, ending in .md) into `site`, in parallel. Offices,
 * localities and files must be there already. What is wrong with a document is reported, and the
 * others are read; one whose front matter says nothing, a draft, or one whose time has not come is
 * left out. */
void documents_load (Site *site, GPtrArray *paths, const LoadOptions *options, Report *report);

typedef enum {
  REREAD_SAME,   /* the file says what it said */
  REREAD_BODY,   /* only its text is another; the site is as it was */
  REREAD_MATTER, /* so is what it says of itself: what is planned and listed may be another */
  REREAD_SITE,   /* it is another part of the site now, which has to be loaded anew; nothing was
                    changed */
} Reread;

/* Reads a document of the site once more, whose file has changed, without the others. It stays at
 * its address, and what others say of it stays true; that is known of changes that touch no other
 * document, office or campaign, and all other changes are left to site_load(). What is wrong with
 * it is reported, unless the site has to be loaded. Nobody may use the site meanwhile. */
Reread documents_reread (Site *site, Document *document, const LoadOptions *options,
                         Report *report);
