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

/* Notes a fault at `place` of `page`, which was made by `template` ("web/base"; NULL: by nobody, it
 * is a file of its author). Texts are translated; all is copied. From any thread. */
void page_faults_add (PageFaults *faults, const Source *page, Place place, const char *template,
                      const char *advice, const char *message);

/* Reports them all as errors, whichever thread came first. */
void page_faults_report (const PageFaults *faults, Report *report);
