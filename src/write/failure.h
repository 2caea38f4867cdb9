/* SPDX-License-Identifier: MIT */
/* What went wrong on the disk, said so that an officer knows what to do. */
#pragma once

#include "write/writer.h"

/* Sets a WRITER_ERROR_SYSTEM: the sentence begun by `format`, the reason of the errno value `code`,
 * and what to do about it. Always returns FALSE. `code` is an argument because making the other
 * arguments may change errno. */
gboolean failure_set (GError **error, int code, const char *format, ...) G_GNUC_PRINTF (3, 4);
/* WRITER_ERROR_FOLDER with exactly this message. Always returns FALSE. */
gboolean failure_set_folder (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean failure_set_interrupted (GError **error);
