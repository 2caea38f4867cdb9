/* SPDX-License-Identifier: MIT */
/* Inside editor/: what is said twice in nearly the same words, and once with another day, hour,
 * telephone or amount: in a text and the words for its loudspeaker, in two documents of one
 * campaign by one office. */
#pragma once

#include "editor/remark.h"

typedef struct Agreement Agreement;

/* Empty. Caller frees. */
Agreement *agreement_new (void);
/* NULL is allowed. */
void agreement_free (Agreement *agreement);

/* Says what a document says against itself, and remembers what others of its campaign may say
 * against it. From any thread; the manuscript may go. */
void agreement_read (Agreement *agreement, const Review *review);
/* Says what they say against each other. By one thread, when all were read. */
void agreement_report (Agreement *agreement, Report *report);
