/* SPDX-License-Identifier: MIT */
/* Inside editor/: what documents say against each other: one number for two of them, another date
 * for a document that is cited, another telephone for the same hotline. */
#pragma once

#include "editor/remark.h"

typedef struct Comparison Comparison;

/* Empty. Caller frees. */
Comparison *comparison_new (const Site *site);
/* NULL is allowed. */
void comparison_free (Comparison *comparison);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Comparison, comparison_free)

/* Remembers what a document says. From any thread; the manuscript may go. */
void comparison_add (Comparison *comparison, const Manuscript *manuscript);
/* Says what does not agree. By one thread, when all were added; what it says does not depend on
 * their order. */
void comparison_report (Comparison *comparison, Report *report);
