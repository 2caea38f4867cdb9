/* SPDX-License-Identifier: MIT */
/* Completes the new site in `.out.loa/new`, where the new files are already, with what stays of the
 * old one: files that did not change and what is to be kept, as hard links. */
#pragma once

#include "write/survey.h"
#include "write/target.h"

/* `new_fd` is the new site. On failure, which is a WRITER_ERROR_SYSTEM or _INTERRUPTED, the old
 * site is as it was. */
gboolean stage_rest (Outputs *outputs, const OldSite *old, const Survey *survey,
                     const Target *target, int new_fd, GError **error);
