/* SPDX-License-Identifier: MIT */
/* What headings are called in addresses: “## Các bước” is #cac-buoc. Who writes pages and who looks
 * where links lead must agree. */
#pragma once

#include <cmark.h>
#include <glib.h>

/* The ids of a page that has none yet. Caller unrefs. */
GHashTable *heading_ids_new (void);

/* An id that nobody else on the page has: the second heading “Lưu ý” is luu-y-2. Headings come in
 * the order of the page. It belongs to `ids`, which it is in from now on. */
const char *heading_ids_add (GHashTable *ids, cmark_node *heading);

/* The number of an item that is a step of a guide, from its list; 0: it is none. */
guint heading_ids_step (cmark_node *item);
/* Steps can be led to as well: #buoc-3. NULL when something on the page is called so already, as in
 * a second list of steps. Caller frees. */
char *heading_ids_add_step (GHashTable *ids, guint number);

/* TRUE for a heading of the page, and for what templates call their own. */
gboolean heading_ids_has (GHashTable *ids, const char *id);
