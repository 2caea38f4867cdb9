/* SPDX-License-Identifier: MIT */
/* A card: the picture that apps show of a link, or that is sent on by itself. The title as large as
 * it fits, who speaks, and the picture of the document; no text nearer than 28 dots to an edge,
 * since each app cuts off another part. */
#pragma once

#include "render/page_context.h"

/* Sets `card` of docs/templates.md for the output of the page, a picture of a document. */
void card_set (PageContext *page);
