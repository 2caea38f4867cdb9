/* SPDX-License-Identifier: MIT */
/* Names and short texts of which equal ones are one, so that pointers are compared: interned. Those
 * of HTML, SVG and CSS are also those of g_intern_static_string(). All names go through here, since
 * g_intern_string() itself takes memory with the square of how many there are, and how many there
 * are is up to the page. For any thread; nothing is ever freed. */
#pragma once

#include <glib.h>

/* The one copy of these bytes, NUL-terminated; for ever. `length` may be 0. */
const char *name_intern (const char *text, gsize length);
