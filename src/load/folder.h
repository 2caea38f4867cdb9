/* SPDX-License-Identifier: MIT */
/* The files below a folder, in an order that does not depend on the disk. */
#pragma once

#include "base/report.h"

/* Appends the paths of all regular files below `root`/`folder`, relative to `root` and sorted, to
 * `files`; the same and the folders themselves to `inputs`, whether `folder` exists or not. Hidden
 * files (.name, name~) are passed over; symbolic links, names with control characters and other
 * kinds of files are reported, so that nothing from outside the site gets published. Both arrays
 * own their paths. */
void folder_list (const char *root, const char *folder, GPtrArray *files, GPtrArray *inputs,
                  Report *report);
