/* SPDX-License-Identifier: MIT */
/* The files of a site as sources, read once or again, and what is said of those that cannot be. */
#pragma once

#include "load/front_matter.h"

/* The source of a file of the site, shown as `path`, which is relative to its root. Caller frees.
 * Reports what keeps it from being read; NULL then. */
Source *site_read_source (const Site *site, const char *path, Report *report);

/* The source of a document of the site: what it was loaded from or, where there was no room to keep
 * that, the file once more, in `*reread`, which is the caller's. A file that changed since the site
 * was loaded is reported, since its pages would no longer agree with the others; NULL then. */
const Source *site_document_source (const Site *site, const Document *document, Source **reread,
                                    Report *report);

/* Reports why source_read_regular() gave nothing for `path`, as shown. */
void report_unread (const char *path, const GError *error, Report *report);

/* Reports a fault of the front matter at `place`; the file is read once more, for the line. */
void report_matter (const Site *site, const FrontMatter *matter, Place place, Report *report,
                    const char *format, ...) G_GNUC_PRINTF (5, 6);
