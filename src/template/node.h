/* SPDX-License-Identifier: MIT */
/* Inside the template room: what a parsed template is, and the three steps that make one.
 *
 *     scan.c   text -> tags
 *     parse.c  tags -> a tree of nodes; standalone lines (standalone.c) are settled here, once
 *     set.c    names of partials and parents -> the templates they mean
 *
 * After that a template is constant, and fill.c only reads it. */
#pragma once

#include "base/arena.h"
#include "template/place.h"
#include "template/template.h"

/* A template nested deeper is a mistake; every walk over the tree may recurse. */
#define MOST_LEVELS 1000
/* After so many mistakes the rest of a template is not worth reading. */
#define MOST_FAULTS 20

typedef enum {
  NODE_TEXT,     /* literal */
  NODE_VARIABLE, /* {{name}} {{{name}}} {{&name}} {{json name}} */
  NODE_SECTION,  /* {{#name}}…{{/name}} */
  NODE_INVERTED, /* {{^name}}…{{/name}} */
  NODE_PARTIAL,  /* {{>name}} */
  NODE_PARENT, /* {{<name}}…{{/name}}; those of its children that are blocks are its arguments */
  NODE_BLOCK,  /* {{$name}}…{{/name}} */
} NodeKind;

/* How text from elsewhere (a partial, a parent, an overriding block) is set in the place of a node.
 */
typedef enum {
  LAYOUT_INLINE,  /* in the middle of a line: as it is */
  LAYOUT_HANGING, /* after the indentation of a line, which is literal text; further lines get it
                     too */
  LAYOUT_LINES,   /* as lines of its own, each with the indentation */
} NodeLayout;

typedef struct Node Node;
struct Node {
  NodeKind kind;
  NodeLayout layout;   /* partial, parent, block */
  gboolean is_escaped; /* variable */
  gboolean is_json;    /* variable: {{json name}} */
  PlaceKind where;     /* variable: what it has to be safe for */
  Place place;         /* of the tag */
  Node *next;
  Node *first;      /* children */
  const char *text; /* text: the literal text; else the name as written, NUL-terminated */
  gsize start;      /* text: the byte of the source at which it begins */
  gsize length;     /* bytes of `text` */
  const ValueKey
    *path; /* variable, section, inverted: parts of the dotted name, then NULL; none for “.” */
  const char *indentation; /* partial, parent, block: not terminated */
  gsize indentation_length;
  const Template *target; /* partial, parent: NULL until linked, and where there is none */
};

struct Template {
  Source *source;
  const char *name; /* it is known by in its set; the set's own */
  Arena *arena; /* owns the nodes and their texts */
  Node *first;
  GPtrArray *includes; /* Node, borrowed: partials and parents */
  GHashTable *blocks;  /* names of the blocks that can be overridden here, see set.c */
  GHashTable *lacks;   /* and of those that heirs would fill and are not there; NULL: none so far */
  TemplateFlags flags;
  gboolean is_faulty;
  gboolean is_linked;  /* its includes have their targets */
  gboolean is_checked; /* so have its arguments their blocks */
};

/* Never NULL: what is wrong is reported and leaves `is_faulty` set. Keeps `source_take`. */
Template *template_parse (Source *source_take, TemplateFlags flags, Report *report);
/* With its source. NULL is allowed. */
void template_free (Template *template);

/* “did you mean “x”?” for the word of `words` (NULL-terminated) that is near to `word`, or NULL.
 * Caller frees. */
char *template_suggest (const char *word, const char *const *words);
