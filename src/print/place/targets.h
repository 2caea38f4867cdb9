/* SPDX-License-Identifier: MIT */
/* The pages of elements that other elements lead to: target-counter(attr(href), page) of CSS
 * Generated Content 3. They are known only once pages are cut, and may move the cuts; so a document
 * that asks for any is placed again with what was found, until it holds. */
#pragma once

#include "base/report.h"
#include "print/place/placed.h"
#include "print/read/fault.h"

typedef struct Targets Targets;

/* None is asked for, none is known. The caller frees it. */
Targets *targets_new (void);
/* NULL is allowed. */
void targets_free (Targets *targets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Targets, targets_free)

/* What counter(page) says where the element begins that `href` (“#id”) leads to, as it was found
 * last; 0: not yet. `asker`, which outlives the targets, is where a fault is told. */
guint targets_page (Targets *targets, const char *href, const Element *asker);

/* Finds all that were asked for. TRUE when one stands on another page than was said. */
gboolean targets_find (Targets *targets, const Placement *placement);

/* An error for each that stands on no page. */
void targets_report (const Targets *targets, const Faults *faults);
