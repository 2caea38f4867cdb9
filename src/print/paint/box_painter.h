/* SPDX-License-Identifier: MIT */
/* Backgrounds and borders of boxes (CSS Backgrounds 3, in our subset). */
#pragma once

#include "print/paint/content_stream.h"

/* FALSE when there is nothing to see of it. */
gboolean box_is_visible (const Placed *item);
/* Paints `item`, a PLACED_BOX: its background, then its borders. A side cut by the end of a page or
 * line has no border. */
void box_paint (ContentStream *content, const Placed *item);
