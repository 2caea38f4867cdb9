/* SPDX-License-Identifier: MIT */
/* XML that leaves the press (feed, site map) must be well-formed. By libxml2: no network, no
 * entities, no document types. */
#pragma once

#include "base/report.h"

/* Checks `source`. FALSE after reporting where it is not well-formed. By any thread. */
gboolean xml_check (const Source *source, Report *report);
