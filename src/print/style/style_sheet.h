/* SPDX-License-Identifier: MIT */
/* A style sheet as parsed: its rules, found by what they select; those of pages; its fonts. The
 * inside of StyleSheet, for those who cascade. */
#pragma once

#include "print/style/declaration_block.h"
#include "print/style/selector.h"

typedef struct {
  Selector selector;
  const DeclarationBlock *block;
  guint number; /* in the sheet */
} StyleRule;

/* Rules by the last part of their selectors: const StyleRule *, in GPtrArrays. */
typedef struct {
  GHashTable *by_id, *by_class, *by_type;
  GPtrArray *others;
} RuleIndex;

#define N_PSEUDOS 3

typedef enum { PAGE_ANY, PAGE_LEFT, PAGE_RIGHT } PageSide;

typedef struct {
  const char *name; /* interned; NULL: every page */
  gboolean is_first;
  PageSide side;
  const DeclarationBlock *block;
  const DeclarationBlock *boxes[N_MARGIN_BOXES]; /* NULL where nothing is said */
} PageRule;

struct StyleSheet {
  Arena *arena;
  GArray *rules; /* StyleRule */
  RuleIndex elements;
  RuleIndex pseudos[N_PSEUDOS];
  GArray *pages; /* PageRule */
  GArray *fonts; /* FontSource */
};

/* Parses a part of `source` as a sheet of its own. */
StyleSheet *style_sheet_new_part (const Source *source, const char *text, gsize length, Place start,
                                  Report *report);
/* The sheet under all others; constant, shared. */
const StyleSheet *style_sheet_of_html (void);

/* What a rule does with its `media`: “print”, “all”, “screen”, “print, screen” … */
typedef enum { MEDIA_COUNTS, MEDIA_DOES_NOT, MEDIA_UNKNOWN } MediaVerdict;
/* `media` as of an attribute or behind @media. */
MediaVerdict media_judge (const char *media);

/* Reads the rest of an @page rule, its keyword taken, and appends it (PageRule). */
void page_rule_read (Css *css, GArray *pages);
/* Reads the rest of an @font-face rule, and appends its font (FontSource). */
void font_face_read (Css *css, GArray *fonts);
