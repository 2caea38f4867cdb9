/* SPDX-License-Identifier: MIT */
/* Inside load/: what the passes over a body know, and where in its file things stand. */
#pragma once

#include "load/labels.h"
#include "load/landscape.h"
#include "load/markdown_tree.h"
#include "load/raw_lines.h"
#include "model/body_facts.h"
#include "model/site.h"

/* Nobody quotes deeper by hand; everything that walks the tree may recurse. */
#define MOST_LEVELS 100

/* Where the last fault was found; the next is looked for from there, as most come in the order of
 * the text. */
typedef struct {
  cmark_node *node;
  guint block_line, line;
  const char *line_start; /* NULL: nothing was found yet */
  const char *found;      /* in that line */
} PassCursor;

/* What the passes know. */
typedef struct {
  MarkdownTree *tree;
  const Site *site;         /* NULL: links are left as they are */
  const Document *document; /* NULL with it */
  const Source *source;
  gsize body_offset;
  guint first_line; /* of the body in the source */
  gboolean is_guide;
  const Document *page; /* that the text is shown on: `document`, or whose part it is */
  const Office *office; /* who says it */
  BodyFacts *facts;     /* of the body */
  guint *n_notes;       /* footnotes of the body */
  guint n_within;       /* parts that this text is within */
  GHashTable *parts;    /* Set<cmark_node>: blocks around the texts of others; made when needed */
  Landscape *landscape; /* what asks to lie on its side, until roles are known; NULL: nothing */
  RawLines *lines;      /* made when first needed */
  GHashTable *offsets;  /* cmark_node → line offset; made when first needed, too */
  GHashTable *rows;     /* cmark_node → line; likewise */
  Labels labels;
  PassCursor cursor;
  GPtrArray *links;        /* BodyLink, owned; made when first needed */
  gboolean has_references; /* “&shy;” and the like may be in it */
  Report *report;
} Pass;

/* Notes that a row of a table, or what a channel block holds, is counted from another line: in one
 * of the two tables of the pass, which is made when needed. */
void pass_note_line (GHashTable **lines, cmark_node *node, guint line);
/* Line of the file on which the block that holds `node` starts. */
guint pass_line_of (const Pass *pass, cmark_node *node);
/* The place of `text` at or after the block of `node`: what an author looks for is what is wrong.
 * Of a text that is wrong twice in one block each is found once. */
Place pass_place_of (Pass *pass, cmark_node *node, const char *text);
