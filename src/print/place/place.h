/* SPDX-License-Identifier: MIT */
/* Places a page: boxes are made of its elements, laid out in one endless column, cut into pages,
 * and written down page by page. */
#pragma once

#include "print/place/box.h"

/* `placement` and `targets` of `sources` are not looked at. What cannot be placed as asked (a
 * character no font has, a picture that cannot be read) is reported. Never NULL; a document has at
 * least one page. */
Placement *place_document (FontBank *bank, Paragraphs *paragraphs, const BoxSources *sources);
