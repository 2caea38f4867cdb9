/* SPDX-License-Identifier: MIT */
/* Inside render/: a page that is being filled with data, and what pages share. */
#pragma once

#include "base/pool.h"
#include "render/fit.h"
#include "render/paper.h"
#include "render/renderer.h"
#include "render/script_view.h"

/* What scripts are made with. */
typedef struct {
  Announcer *announcer;
  ScriptViews *views;
} Reader;

struct Renderer {
  const Site *site;
  const Plan *plan;
  const Lexicon *lexicon;
  const Templates *templates;
  Paper *paper;
  Pool *readers; /* Reader */
  const Source *style;
  gboolean has_lines;     /* pages say which line a block comes from */
  GHashTable *frames;     /* "<root>\n<section>" → Value, owned */
  Value *sections, *menu; /* shared by the frames */
  GHashTable *offices;    /* Office → Value, owned */
  const PrintFiles *files;
  GMutex lock;
  GHashTable *fits;  /* "<document>\n<digest>\n<template>" → Fitted, owned; under the lock */
  GHashTable *codes; /* address → view of its QR code, owned: those that more than one document or
                        kit leads to */
};

/* How a sheet was set. */
typedef struct {
  FitChoice choice;
  FitOutcome outcome;
  PiecesShape shape; /* of what was set */
} Fitted;

/* What is known of a sheet once it was made. */
typedef struct {
  SheetFacts facts;
  FitOutcome fit; /* of one that is made to fit; no name: of none */
  gboolean is_left_out;
  gsize size; /* bytes; 0: not made yet */
  char *sha256; /* of those that pages vouch for, in hexadecimal; else NULL */
} Printed;

/* Which byte of a page is looked for, and the place in a template that it comes from. */
typedef struct {
  gsize offset;
  const Source *source; /* NULL: nobody knows */
  Place place;
} RenderTrace;

struct RenderJob {
  const Renderer *renderer;
  const Document *document; /* as the office at hand says it; identity: outputs->document */
  BodyFacts *facts;         /* of the body, or NULL */
  Arena *arena;             /* of that document, when it is another one; made when needed */
  const Output *outputs;
  guint n_outputs;
  Printed *printed; /* one for each output */
  cmark_node *body;
  const Source *source;
  Value *html;           /* the body for pages, in the document's view; NULL: not made yet */
  gboolean has_pictures; /* in it */
  Value *document_view;  /* made when first needed, like the others */
  Value *sheet_view;
  Pieces *pieces;   /* of the body, set in the sheet view */
  const Value *fit; /* how the sheet at hand is set, or is tried to be; or NULL */
  Reader *reader; /* borrowed from the renderer's */
  Script *script;
  Value *script_view;
  RenderTrace *trace; /* only looks where something comes from; or NULL */
};

/* What one page is made of. */
typedef struct {
  const Renderer *renderer;
  RenderJob *job;
  const Output *output;
  Report *report;
  Value *data;
} PageContext;

/* The body as sheets need it, made by whoever needs it first; the job's. */
Value *job_sheet_view (RenderJob *job);
/* Sets `page` of docs/templates.md: title, description (or NULL), lang (a code as in HTML) and
 * canonical, the full address. Texts are copied. */
void page_set (PageContext *page, const char *title, const char *description, const char *lang);
/* The same of a page that is called as the row of its product says. */
void page_set_by_product (PageContext *page, const char *description, const char *lang);
/* The body of its document as HTML for the web, as documents of this kind have it; the job must
 * have a body. `contents` as of html_body(). Caller frees. */
Value *page_body (const PageContext *page, DocumentKind kind, Value *contents);
