/* SPDX-License-Identifier: MIT */
/* What the document says about itself: information dictionary, XMP (ISO 16684-1), colour of the
 * output intent, page labels. */
#pragma once

#include "print/paint/objects.h"
#include "print/paint/pdf.h"

typedef struct {
  const char *title;    /* never NULL */
  const char *author;   /* or NULL */
  const char *language; /* "vi-VN" */
  const char *created;  /* as in PdfOptions, or NULL */
  gboolean is_archival; /* says that it is PDF/A */
} Metadata;

/* Each writes an object and returns it. */
guint metadata_write_information (const Metadata *metadata, Objects *objects);
/* XMP, which PDF/UA and PDF/A ask for. */
guint metadata_write_xmp (const Metadata *metadata, Objects *objects);
/* The output intent: sRGB. */
guint metadata_write_intent (Objects *objects);
/* The numbers a reader shows for pages. */
guint metadata_write_labels (const GPtrArray *pages, Objects *objects);
