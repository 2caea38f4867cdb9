/* SPDX-License-Identifier: MIT */
/* The structure types of tagged PDF (ISO 32000-1, 14.8.4), what may stand in what, and which
 * element of a page is which. */
#pragma once

#include "print/read/element.h"

typedef enum {
  TAG_NONE, /* no structure of its own: its content belongs to what is around it */
  TAG_DOCUMENT,
  TAG_SECT,
  TAG_ART,
  TAG_DIV,
  TAG_BLOCK_QUOTE,
  TAG_P,
  TAG_H1,
  TAG_H2,
  TAG_H3,
  TAG_H4,
  TAG_H5,
  TAG_H6,
  TAG_L,
  TAG_LI,
  TAG_LBL,
  TAG_LBODY,
  TAG_TOC,
  TAG_TOCI,
  TAG_TABLE,
  TAG_THEAD,
  TAG_TBODY,
  TAG_TFOOT,
  TAG_TR,
  TAG_TH,
  TAG_TD,
  TAG_CAPTION,
  TAG_FIGURE,
  TAG_LINK,
  TAG_SPAN,
  TAG_CODE,
  TAG_QUOTE,
  TAG_NOTE,
  TAG_FORM,
  TAG_CONTENT, /* not a type: what is painted */
  N_TAGS
} StructureType;

/* As it stands in the PDF, without the slash: "Document". Not of TAG_NONE and TAG_CONTENT. */
const char *tag_name (StructureType tag);
/* May a `child` stand right in a `parent`? */
gboolean tag_holds (StructureType parent, StructureType child);
/* What stands between when it may not: a list item between list and paragraph. TAG_NONE when
 * nothing helps. */
StructureType tag_between (StructureType parent, StructureType child);
/* A paragraph, heading, caption …: no paragraph inside. */
gboolean tag_is_leaf_block (StructureType tag);
/* H1 to H6. */
gboolean tag_is_heading (StructureType tag);
/* Part of a line of text. */
gboolean tag_is_inline (StructureType tag);

/* How an element takes part, by its name or its role. */
typedef enum {
  PART_INLINE, /* words in a line: no structure, unless in another language */
  PART_BLOCK,  /* a paragraph when it holds words, else only a wrapper */
  PART_TAG,    /* its tag */
} TagPart;

typedef struct {
  TagPart part;
  StructureType tag;
} ElementTag;

/* Elements that are not known are PART_INLINE; roles stand above names. */
ElementTag element_tag (const Element *element);
