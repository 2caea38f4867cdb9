/* SPDX-License-Identifier: MIT */
/* Control characters: Word ends a line within a paragraph by one (U+000B), and pasted text has
 * others. No page can hold them. */
#pragma once

#include "base/report.h"

/* The source with a space for each byte of them from byte `offset` on, so that all else stays where
 * it is; a warning for the first of each line. NULL when there are none. */
Source *control_replace (const Source *source, gsize offset, Report *report);
