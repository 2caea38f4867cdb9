/* SPDX-License-Identifier: MIT */
/* Inside the parser, which has two files: parse.c opens, close.c closes. */
#pragma once

#include "template/standalone.h"
#include "template/scan.h"
#include "template/node.h"
#include "template/place.h"

typedef struct {
  Node *node;      /* NULL at the bottom of the stack: the template itself */
  Node *last;      /* its last child so far */
  Node *before;    /* text before it that is its indentation, or NULL */
  gsize content;   /* where its content starts */
  Margins margins; /* of its opening tag */
} Open;

typedef struct {
  Template *template;
  Scanner scanner;
  GArray *open;     /* Open */
  gsize text_start; /* of the text that is not in the tree yet */
  Report *report;
  guint n_faults;
  HtmlPlace place; /* where the text before the tag leaves us */
} Parser;

/* Reports an error; `advice` may be NULL. After MOST_FAULTS of them only `is_faulty` is set. */
void parser_fault (Parser *parser, Place place, const char *advice, const char *format, ...)
  G_GNUC_PRINTF (4, 5);

/* What was opened last. Valid until the next one is opened. */
Open *parser_top (Parser *parser);
/* FALSE of the template itself, whatever `kind`. */
gboolean open_is (const Open *open, NodeKind kind);

/* Ends the text before `tag`, and begins the next one after it, without the blanks (and the line
 * end) on the sides that belong to the tag. */
void parser_cut (Parser *parser, const TemplateTag *tag, const Margins *margins, gboolean left,
                 gboolean right);

/* Closes what `tag` names; reports what is wrong with that. */
void parser_close (Parser *parser, const TemplateTag *tag, const Margins *margins);
/* Says of what was opened last that nothing closes it. */
void parser_report_unclosed (Parser *parser);
