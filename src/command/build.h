/* SPDX-License-Identifier: MIT */
/* Inside command/: a build for those who want its files and not its words. */
#pragma once

#include "base/date.h"

/* Makes the site in folder `site` into `out`, as `loa build` would at that moment, and says nothing
 * but what stops it. An exit status. */
int build_quietly (const char *site, const char *out, Moment now);
