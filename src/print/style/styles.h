/* SPDX-License-Identifier: MIT */
/* Styles that were computed, and from what. The pages of a kit name the same sheets, so what was
 * computed for one of them serves the next: a StyleStore keeps it in between. */
#pragma once

#include "print/style/page_rule.h"
#include "print/style/style_sheet.h"
#include "print/style/style.h"

/* A sheet among those of a page. */
typedef struct {
  const StyleSheet *sheet;
  guint64 weight; /* added to that of its rules */
} CascadeSheet;

/* What a style was computed from. */
typedef struct {
  const Style *parent;
  double root_font_size;
  int display; /* of an anonymous box, or NOT_ANONYMOUS */
  guint n;
  const DeclarationBlock *blocks[];
} StyleKey;

enum { NOT_ANONYMOUS = -1 };

/* Bytes of a key with `n` blocks. */
gsize style_key_size (guint n);

typedef struct {
  PageQuery asked;
  const Style *root;
  PageStyle style;
} CachedPage;

/* What an element got. */
typedef struct {
  const Style *parent, *style; /* NULL: not asked for yet */
  const Style *pseudos[N_PSEUDOS];
  guint asked; /* mask: which pseudo-elements are known */
} ElementStyles;

typedef struct {
  GArray *cascade_sheets; /* CascadeSheet: of what sheets */
  Arena *arena;
  GHashTable *known;  /* StyleKey and its Style */
  GHashTable *styles; /* Style, in the arena: no two are equal */
  GArray *pages;      /* CachedPage */
  GHashTable *shapes; /* of Markup → ElementStyles, by the index of the element: pages of one shape
                         look alike */
  ElementStyles *of_elements; /* of the shape at hand; or NULL */
} Styles;

/* The style that was computed from the same, or NULL. */
const Style *styles_find (const Styles *styles, const StyleKey *key);
/* Notes what was computed; returns the one style that is equal to `style`. */
const Style *styles_add (Styles *styles, const StyleKey *key, const Style *style);
/* The one style that is equal to `style`. */
const Style *styles_keep (Styles *styles, const Style *style);

/* The elements that will be asked for are those of this page. */
void styles_expect (Styles *styles, const Markup *markup);
/* What the element got on the page before, or room to note it; NULL when its page has no known
 * shape. */
ElementStyles *styles_of_element (const Styles *styles, const Element *element);

/* Those of the same sheets, from the store (or NULL) or new. They are the caller's until
 * they are given back. */
Styles *style_store_borrow (StyleStore *store, const GArray *cascade_sheets);
/* When not all declarations stand in sheets that are kept, the styles are of no use to another
 * page. */
void style_store_give_back (StyleStore *store, Styles *styles, gboolean is_of_sheets_alone);

/* The sheet that was kept for this text of a <style>; or NULL. */
const StyleSheet *style_store_sheet (const StyleStore *store, const char *text);
/* Takes a sheet without faults, which means the same wherever it stands. */
void style_store_keep_sheet (StyleStore *store, const char *text, StyleSheet *sheet);
