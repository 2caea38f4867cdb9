/* SPDX-License-Identifier: MIT */
/* Names a site has on the disks of others: a USB stick, Windows, a Mac. */
#pragma once

#include "base/report.h"

typedef struct {
  const char *path;   /* from the root of the site */
  const char *source; /* the file it is made from, as shown to people */
} PublishedName;

/* Reports the names that Windows or a stick cannot hold, that are reserved there, two that are one
 * there (capitals, or letters composed and decomposed), and "a.csv.gz" beside "a.csv": servers send
 * the one where the other is asked for (ngx_http_gzip_static_module), whatever is in it. */
void names_check (const PublishedName *names, guint n, Report *report);
