/* SPDX-License-Identifier: MIT */
/* The flow cut into pages (CSS Paged Media 3): which stretch of it stands on which page. */
#pragma once

#include "print/place/fragments.h"
#include "print/place/layout.h"

typedef struct {
  const char *name; /* as of `page:`; NULL: it has none */
  PageStyle style;
  double start, end;    /* of the flow; equal on a blank page */
  double top;           /* of the page, where `start` goes */
  const Box *table;     /* whose header is repeated above; or NULL */
  double table_y;       /* top of the table in the flow */
  guint number;         /* counter(page) */
  gboolean is_overfull; /* a fragment reaches beyond the page area */
} PageBox;

/* PageBox, at least one. */
GArray *pages_new (LayoutContext *layout, const GArray *fragments);

/* The page on which `y` of the flow stands. */
guint pages_find (const GArray *pages, double y);
