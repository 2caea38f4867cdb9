/* SPDX-License-Identifier: MIT */
/* The pictures of one document. What PDF can unpack by itself goes in as it is in the file: JPEG,
 * and PNG without alpha and interlace. Other PNGs are unpacked and packed again, their alpha as a
 * soft mask. */
#pragma once

#include "print/paint/content_stream.h"
#include "print/paint/objects.h"
#include "print/paint/pdf.h"
#include "print/paint/repacked.h"

typedef struct ImageList ImageList;

/* All are borrowed. */
ImageList *image_list_new (const PdfOptions *options, RepackedStore *store, Deflater *deflater);
/* NULL is allowed. */
void image_list_free (ImageList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImageList, image_list_free)

/* Notes how large the images of a page stand there and what is seen of them, for all pages before
 * the first is painted: what is hidden everywhere is not written. */
void image_list_expect (ImageList *list, const PlacedPage *page);
/* Paints `item`, a PLACED_IMAGE; the image outlives the list. */
void image_list_paint (ImageList *list, ContentStream *content, const Placed *item);
/* The number of an image (/I…) that is painted somewhere so large, points; it outlives the list. */
guint image_list_use (ImageList *list, const Image *image, double width, double height);
/* Writes them once all pages are painted; appends the entries of /XObject. */
void image_list_write (ImageList *list, Objects *objects, GString *resources);

/* Of all that were written; 0 without any. */
double image_list_lowest_dpi (const ImageList *list);
/* FALSE when one has colours an sRGB document cannot archive: CMYK. */
gboolean image_list_is_archival (const ImageList *list);
