/* SPDX-License-Identifier: MIT */
/* What a document says as data, as lines with a label: the same for the page, the sheet, the voice
 * and whoever compares them. */
#pragma once

#include "model/document_facts.h"

typedef struct {
  const char *id; /* "needs" */
  const char *label; /* "Bạn cần có", as it stands before the texts; Vietnamese like the document */
  gboolean is_long; /* each text is a sentence aloud */
  GPtrArray *texts; /* char, owned; as in the front matter, to be filled (fact_write()) */
} Detail;

/* Those the document has, in the order in which a reader wants them. Caller frees. */
GArray *details_new (const Document *document);
