/* SPDX-License-Identifier: MIT */
/* What the document says about itself: information dictionary, XMP (ISO 16684-1), colour of the
 * output intent, page labels. */
#pragma once

#include "print/paint/objects.h"
#include "print/paint/pdf.h"

/* What it says it is. */
typedef enum {
  STANDARD_UA,      /* PDF/UA-1 */
  STANDARD_ARCHIVE, /* and PDF/A-2a */
  STANDARD_PRESS    /* PDF/X-4 */
} Standard;

typedef struct {
  const char *title;    /* never NULL */
  const char *author;   /* or NULL */
  const char *language; /* "vi-VN" */
  const char *created;  /* as in PdfOptions, or NULL */
  Standard standard;
} Metadata;

/* Each writes an object and returns it. */
guint metadata_write_information (const Metadata *metadata, Objects *objects);
/* XMP, which all of them ask for. */
guint metadata_write_xmp (const Metadata *metadata, Objects *objects);
/* The output intent: sRGB; of STANDARD_PRESS the press. */
guint metadata_write_intent (Standard standard, Objects *objects);
/* The numbers a reader shows for pages. */
guint metadata_write_labels (const GPtrArray *pages, Objects *objects);
