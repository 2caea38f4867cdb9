/* SPDX-License-Identifier: MIT */
/* Style sheets of drawings as programs write them: rules for names, classes and ids, one after the
 * other. */
#pragma once

#include "print/read/element.h"

typedef struct SvgSheet SvgSheet;

/* Empty. The caller frees it. */
SvgSheet *svg_sheet_new (void);
/* NULL is allowed. */
void svg_sheet_free (SvgSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SvgSheet, svg_sheet_free)
/* Adds the rules of a <style>; `css` outlives the sheet. FALSE when it has some that only a browser
 * could follow: elements within others, states, media. */
gboolean svg_sheet_add (SvgSheet *sheet, const char *css);

/* What is declared of one element, each property once. */
typedef struct {
  const char *name; /* interned */
  const char *value;
  gsize length;
  gboolean is_important;
} SvgDeclaration;

/* Declarations (SvgDeclaration) of the text of a style attribute, or of a rule; a later one stands
 * for an earlier one. */
void svg_declare (GArray *declarations, const char *css, gsize length);
/* The same of one property. */
void svg_declare_one (GArray *declarations, const char *name, const char *value, gsize length);
/* Adds those of the rules that are meant for the element, the weakest first. */
void svg_sheet_declare (const SvgSheet *sheet, const Element *element, GArray *declarations);
