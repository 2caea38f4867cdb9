/* SPDX-License-Identifier: MIT */
/* Selectors (Selectors 3), and which elements they select. */
#pragma once

#include "print/style/style.h"
#include "print/style/syntax.h"

typedef enum {
  SIMPLE_TYPE,
  SIMPLE_ID,
  SIMPLE_CLASS,
  SIMPLE_HAS,    /* [name] */
  SIMPLE_EQUALS, /* [name=value] */
  SIMPLE_WORD,   /* [name~=value] */
  SIMPLE_STARTS, /* [name^=value] */
  SIMPLE_ENDS,   /* [name$=value] */
  SIMPLE_HOLDS,  /* [name*=value] */
  SIMPLE_LANG,   /* [name|=value] */
  SIMPLE_NTH,    /* of its siblings it is number step × n + offset, for an n from 0 */
  SIMPLE_ROOT,
  SIMPLE_EMPTY,
} SimpleKind;

typedef struct {
  SimpleKind kind;
  gboolean is_not;   /* :not(…) */
  const char *name;  /* interned */
  const char *value; /* of an attribute, interned */
  int step, offset;
  gboolean is_from_end, is_of_type;
} SimpleSelector;

/* What one element has to be, and how the element before it in the selector is found. */
typedef struct {
  const SimpleSelector *simples;
  guint n_simples;
  char combinator; /* ' ', '>', '+' or '~'; '\0' for the first of the selector */
} CompoundSelector;

enum { SELECTS_ELEMENT = -1 };

typedef struct {
  const CompoundSelector *compounds; /* the last of the selector first */
  guint n_compounds;
  guint specificity;
  int pseudo; /* SELECTS_ELEMENT or a PseudoElement */
} Selector;

/* Reads a list of selectors and appends them (Selector). FALSE after reporting: then the rule does
 * not count. */
gboolean selectors_read (Css *css, Cursor cursor, GArray *selectors);

/* What is found out about the siblings of a page, once. Not shared by threads. */
typedef struct Siblings Siblings;
/* `markup` is borrowed. The caller frees it. */
Siblings *siblings_new (const Markup *markup);
/* NULL is allowed. */
void siblings_free (Siblings *siblings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Siblings, siblings_free)

/* The pseudo-element apart. */
gboolean selector_matches (const Selector *selector, const Element *element, Siblings *siblings);
