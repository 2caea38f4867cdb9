/* SPDX-License-Identifier: MIT */
/* Data in a page (JSON-LD, of which search engines make a snippet) is well-formed JSON. */
#pragma once

#include <glib.h>

/* TRUE when `text` is one value of JSON as RFC 8259 has it, in UTF-8; else `fault` is where it
 * stops being one: an offset in bytes. */
gboolean json_check (const char *text, gsize length, gsize *fault);
