/* SPDX-License-Identifier: MIT */
/* What is posted on Zalo and Facebook: plain text within the limits of each, what to do at its
 * beginning, since no more is shown before “Xem thêm”. Limits count characters after NFC. */
#pragma once

#include "render/page_context.h"

#define POST_SEEN 125 /* characters shown before the rest is asked for */

/* Sets `post` of docs/templates.md for the output of the page; what is too long is cut at a
 * paragraph and told. */
void post_set (PageContext *page);
/* A tag of a keyword, “#DiệtLăngQuăng”. Caller frees. */
char *post_tag (const char *keyword);
