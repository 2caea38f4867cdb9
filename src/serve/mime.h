/* SPDX-License-Identifier: MIT */
/* What a file is, as HTTP says it. */
#pragma once

/* By the ending of its name; what is not known is a stream of bytes, which browsers keep and do not
 * open. Constant, never NULL. */
const char *mime_type (const char *path);
