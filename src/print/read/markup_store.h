/* SPDX-License-Identifier: MIT */
/* Pages that were read before. The leaflets of two offices are the same but for a few texts: such a
 * page takes over the tree that is there already, with texts of its own, and need not be read
 * again. One thread's own. */
#pragma once

#include "print/read/element.h"

typedef struct MarkupStore MarkupStore;

/* Empty; caller frees. Of one thread. */
MarkupStore *markup_store_new (void);
/* And the pages it has given out. */
void markup_store_free (MarkupStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarkupStore, markup_store_free)

/* The same as markup_read(); but the page belongs to the store, and lasts until the next call. */
const Markup *markup_store_read (MarkupStore *store, const Source *source, Report *report);
