/* SPDX-License-Identifier: MIT */
/* Many filled print pages as one, so that one PDF holds them and each font is in it once. */
#pragma once

#include <glib.h>

typedef struct Bundle Bundle;

/* An empty one; never NULL. Caller frees. */
Bundle *bundle_new (void);
void bundle_free (Bundle *bundle); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Bundle, bundle_free)

/* Adds a page; it begins a page of paper, and what its body is (class, id) its part of the bundle
 * is: an article of this `name`, so that the outline of the PDF leads to it. Both are copied.
 * FALSE, and nothing added, when it has no head and body to be found. */
gboolean bundle_add (Bundle *bundle, const char *page, const char *name);

/* Appends the page that holds them all: the head of the first, with the <style> of all the others,
 * each once. Something must have been added. */
void bundle_write (const Bundle *bundle, GString *out);
