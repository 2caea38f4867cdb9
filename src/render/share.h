/* SPDX-License-Identifier: MIT */
/* What a page says of itself to those who do not read it: apps that show a link to it (Open Graph,
 * Twitter), browsers (icon, colour of the theme), search engines (JSON-LD, in the vocabulary of
 * schema.org). Nothing of it is said that a reader of the page cannot see on it. */
#pragma once

#include "render/page_context.h"

/* Sets `share` of docs/templates.md from what the page was filled with (page_set() first). */
void share_set (PageContext *page);
/* Sets `manifest`: how a phone is to show the site when it stands on its home screen. */
void share_fill_manifest (PageContext *page);
