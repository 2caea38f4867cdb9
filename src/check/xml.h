/* SPDX-License-Identifier: MIT */
/* XML that leaves the press (feed, site map, those of static/) must be well-formed, and nothing in
 * it a page. By libxml2: no network, no entities, no document types. */
#pragma once

#include "base/report.h"

/* Checks `source`. FALSE after reporting where it is not well-formed, or a browser would act on it.
 * By any thread. */
gboolean xml_check (const Source *source, Report *report);
