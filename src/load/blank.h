/* SPDX-License-Identifier: MIT */
/* A new document, as somebody finds it who is to write it: the front matter its kind needs, all
 * else it may have behind “#”, and a text that says how such texts are written. */
#pragma once

#include "load/front_matter.h"

typedef struct {
  FrontMatterKind kind;
  const char *title;
  const char *office_id; /* NULL: that of the site, which need not be named */
  const Office *office;  /* whose it is; NULL: not known */
  Date date;
  const char *const *bulletins; /* paths from content/ without “.md”: what a programme reads; NULL:
                                   there are none yet */
  gboolean is_draft;  /* it is not published until that line is taken out */
  gboolean is_sample; /* it says that it is none of its office */
} Blank;

/* The text of the file. Caller frees. */
char *blank_text (const Blank *blank);

/* The folder below content/ in which such documents usually are; "" for those at the top. */
const char *blank_section (DocumentKind kind);
