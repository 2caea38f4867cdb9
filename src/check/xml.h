/* SPDX-License-Identifier: MIT */
/* XML that leaves the press (feed, site map, drawings) must be well-formed, and a drawing must be
 * only a drawing. By libxml2: no network, no entities, no document types. */
#pragma once

#include "base/report.h"

/* Checks `source`. FALSE after reporting where it is not well-formed. By any thread. */
gboolean xml_check (const Source *source, Report *report);

/* The same for a drawing (SVG) that citizens' browsers will open: no scripts, no event handlers,
 * nothing from elsewhere. */
gboolean xml_check_drawing (const Source *source, Report *report);
