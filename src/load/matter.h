/* SPDX-License-Identifier: MIT */
/* What the front matter of a document names, offices, other documents, addresses and files: its
 * words become what they mean, and where nothing is meant, that is reported. */
#pragma once

#include "load/front_matter.h"

/* Offices, the page for its code, old addresses, values and parts, other documents. Of the other
 * documents only path, folder and address need be known. */
void matter_resolve (Site *site, FrontMatter *matter, Report *report);
/* Reports documents that replace each other, or are translations of each other. All are resolved.
 */
void matter_check_circles (const Site *site, FrontMatter *matter, Report *report);
/* Reports old addresses at which something else stands, or stood: `taken` has those of documents
 * that were here before (char * → Document), and receives these. Addresses of pages are known. */
void matter_check_old_addresses (const Site *site, const FrontMatter *matter, GHashTable *taken,
                                 Report *report);
/* Attachments and the picture on top: what they are in the site, whose addresses are known. */
void matter_resolve_files (const Site *site, FrontMatter *matter, Report *report);
