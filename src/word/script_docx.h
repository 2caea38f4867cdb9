/* SPDX-License-Identifier: MIT */
/* What an announcer reads, as a Word file: for stations that change a word at the last minute. It
 * says what the printed sheet says. */
#pragma once

#include "base/value.h"
#include "model/document.h"

#include <glib.h>

/* Appends the file to `out`. `script`: what the sheet is filled with (docs/templates.md, script.…).
 */
void script_docx (const Document *document, const Value *script, GString *out);
