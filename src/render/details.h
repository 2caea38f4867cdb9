/* SPDX-License-Identifier: MIT */
/* Inside render/: what a document says as data, and what it has of its campaign. */
#pragma once

#include "base/value.h"
#include "model/details.h"

/* What a document says as data where there is no markup: “Địa điểm: Sân nhà văn hóa”, a line for
 * each, as `office` says it. Caller frees. */
char *details_text (const Site *site, const Document *document, const Office *office);
/* The same as a list of HTML; nothing when there is nothing. */
void details_write_list (const Site *site, const Document *document, const Office *office,
                         GString *html);

/* Sets `details`, `slogan`, `poster_title`, `series`, `cover`, `keywords`, `co_issuer` and
 * `campaign` of docs/templates.md in `map`, as `office` says them. `co_issuer` is the view of that
 * office, borrowed, or NULL. */
void details_set (Value *map, const Site *site, const Document *document, const Office *office,
                  const Value *co_issuer);
