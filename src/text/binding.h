/* SPDX-License-Identifier: MIT */
/* Spaces at which a line must not break: between a number and its unit, in “Điều 5”, “tháng 5”, before “đồng”. */
#pragma once

#include <glib.h>

/* `text` with no-break spaces (U+00A0) in those places; `text` itself, in `*length` bytes, when there are none to
 * put. What is new is written to `buffer`, which is emptied first. */
const char *text_bind (const char *text, gsize *length, GString *buffer);
