/* SPDX-License-Identifier: MIT */
/* Who a document is distributed to: ids, patterns and provinces become offices. */
#pragma once

#include "load/front_matter.h"

/* What is looked up again and again: which office is the committee of a commune. */
typedef struct Kits Kits;

/* `site` must outlive it, and hold all offices and localities. Caller frees. Not for workers. */
Kits *kits_new (Site *site);
/* NULL is nothing; the offices it made stay with the site. */
void kits_free (Kits *kits);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Kits, kits_free)

/* Settles what the document of `matter` says of its distribution. `source`, its file, is for
 * reports. Communes without a record get an office by rule.
 * What leads to no office is reported at its place. */
void kits_resolve (Kits *kits, FrontMatter *matter, const Source *source, Report *report);
