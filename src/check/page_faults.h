/* SPDX-License-Identifier: MIT */
/* What is wrong with the pages of a site. A fault of a template is on all its pages: it is told
 * once, at the first of them, with how many there are. */
#pragma once

#include "base/report.h"

typedef struct PageFaults PageFaults;

/* None yet. Caller frees. */
PageFaults *page_faults_new (void);
void page_faults_free (PageFaults *faults); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PageFaults, page_faults_free)

/* Notes a fault at `place` of `page`, which comes from `where` ("templates/web/base.mustache, line
 * 3"; NULL: from nowhere, it is a file of its author). Texts are translated; all is copied. From
 * any thread. */
void page_faults_add (PageFaults *faults, const Source *page, Place place, const char *where,
                      const char *advice, const char *message);

/* Notes that `page` leads to the part called `name` of another page of the site, the one at `path`,
 * which may not be made yet. It is a fault when it turns out that nothing there is called so. */
void page_faults_add_lead (PageFaults *faults, const Source *page, Place place, const char *where,
                           const char *path, const char *name);

/* Whether something on the page at `path` is called `name`; TRUE also when that cannot be known. */
typedef gboolean (*PageFaultsHas) (const char *path, const char *name, gpointer data);

/* Reports them all as errors, whichever thread came first. `has` is asked once for each part of
 * another page that pages lead to; NULL: they are all there. */
void page_faults_report (const PageFaults *faults, PageFaultsHas has, gpointer data,
                         Report *report);
