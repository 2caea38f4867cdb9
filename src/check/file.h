/* SPDX-License-Identifier: MIT */
/* Files that are published as they are: of what kind they may be, what may be in them. */
#pragma once

#include "base/report.h"
#include "model/site.h"

/* Looks into the file. FALSE after reporting why it may not be published. A drawing of which
 * something is left out has what is to be published in `cleaned`, which is empty otherwise. By any
 * thread. */
gboolean file_check (const Site *site, const SiteFile *file, GString *cleaned, Report *report);
