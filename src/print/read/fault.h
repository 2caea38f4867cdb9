/* SPDX-License-Identifier: MIT */
/* Faults found while a page is typeset, told where their author can mend them. A page that loa made
 * from a document says in processing instructions which line what follows comes from: <?line 12?>,
 * and <?line?> where that ends (read/markup.c keeps it in Element.origin). */
#pragma once

#include "print/read/element.h"

typedef struct {
  const Source *page;
  const Source
    *origin; /* the document the page was made from; NULL: the page is the author's own */
  Report *report;
} Faults;

/* Adds an error, or a warning, about `element` (NULL: the page as a whole). With `text` the place
 * is where that stands in the block the element comes from, or, when it is not known to come from
 * any, where it stands first. */
void fault_error (const Faults *faults, const Element *element, const char *text,
                  const char *advice, const char *format, ...) G_GNUC_PRINTF (5, 6);
/* The same; the page is still made. */
void fault_warning (const Faults *faults, const Element *element, const char *text,
                    const char *advice, const char *format, ...) G_GNUC_PRINTF (5, 6);
/* Reports each character that XML does not allow, in the page or the document it was made from;
 * FALSE when there is none. */
gboolean fault_controls (const Faults *faults);
/* Line of the author's file that the element comes from; 0: it is not known. */
guint fault_line (const Faults *faults, const Element *element);
