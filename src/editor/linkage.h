/* SPDX-License-Identifier: MIT */
/* Where links lead, and from where nothing does: short links, pages that are out of date, pages
 * nobody finds, and which addresses of others the site names. */
#pragma once

#include "editor/remark.h"

typedef struct Linkage Linkage;

/* An address of another host, and where it is named first. */
typedef struct {
  char *url, *path; /* owned: the address, the file */
  char *line;       /* owned: the line of the file */
  guint number;     /* of that line */
} OuterLink;

/* Of no document yet. Caller frees. */
Linkage *linkage_new (const Site *site);
/* NULL is allowed. */
void linkage_free (Linkage *linkage);

/* Looks at the links of a document, and remembers where they lead. From any thread. */
void linkage_read (Linkage *linkage, const Review *review);
/* Once all are read: pages no list, menu or link leads to. */
void linkage_report (Linkage *linkage, Report *report);
/* Once all are read: the addresses of others, each once, sorted. Caller unrefs: an array of
 * OuterLink, which it owns. */
GPtrArray *linkage_outer (Linkage *linkage);
