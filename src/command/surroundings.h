/* SPDX-License-Identifier: MIT */
/* What a build depends on besides the site: the program with its libraries, by the files they were
 * loaded from rather than by versions, which Debian does not change when it mends one; and the
 * environment. */
#pragma once

#include "base/digest.h"

/* Adds (char *, owned) the absolute paths of the program and of all libraries in it. */
void surroundings_list_program (GPtrArray *paths);
/* The variables that may change what is made, as one text. Caller frees. */
char *surroundings_variables (void);

/* Adds to `state` what stat() knows of the file or folder `path` (relative to `root` unless it is
 * absolute): size, times and inode, as for the stat cache. One that changed at `start_ns` or later
 * may have changed again since, within the same tick of the clock: then what is added is never the
 * same twice. */
void surroundings_add_file (DigestState *state, const char *root, const char *path,
                            gint64 start_ns);
