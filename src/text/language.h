/* SPDX-License-Identifier: MIT */
/* Which language a text is in, as far as that matters to one who forgot to say it. */
#pragma once

#include <glib.h>

/* TRUE when `text` (UTF-8, NFC) is plainly in another language than Vietnamese, with its marks or
 * without; FALSE of what is too short to tell. Its beginning is looked at. */
gboolean text_is_foreign (const char *text, gsize length);
