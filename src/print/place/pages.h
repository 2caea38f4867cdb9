/* SPDX-License-Identifier: MIT */
/* The flow cut into pages (CSS Paged Media 3): which stretch of it stands on which page. */
#pragma once

#include "print/place/fragments.h"
#include "print/place/layout.h"

typedef struct {
  const char *name; /* as of `page:`; NULL: it has none */
  PageStyle style;
  double first;         /* of the flow: what stands from here on is not on a page before */
  double start, end;    /* of the flow; equal on a blank page. `start` is `first`, unless a row goes
                           on from the page before: all that follows is moved with it */
  double top;           /* of the page, where `start` goes */
  const Box *header;    /* the table whose header is repeated above; or NULL */
  const Box *footer;    /* the table whose footer is repeated below; or NULL */
  double notes;         /* height of its footnotes, with the gap above; 0: it has none */
  guint number;         /* counter(page) */
  gboolean is_overfull; /* a fragment reaches beyond the page area */
} PageBox;

/* PageBox, at least one. Cells that go over to another page get their parts, and the footnotes of
 * the fragments (Box) their pages. */
GArray *pages_new (LayoutContext *layout, const GArray *fragments, const GPtrArray *notes);

/* The page on which `y` of the flow stands. */
guint pages_find (const GArray *pages, double y);
