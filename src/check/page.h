/* SPDX-License-Identifier: MIT */
/* The last look at a page before it is written, whatever template made it: it is well-formed, asks
 * no other host for anything, runs no script but those of the site, and what it leads to is there.
 * It leaves with a Content-Security-Policy that says the same to browsers. */
#pragma once

#include "check/page_faults.h"

/* What the pages of a site may lead to; constant, and must outlive the checkers. */
typedef struct {
  GHashTable *paths;   /* Set<path from the root of the site>: all that is published */
  GHashTable *scripts; /* Set<path>: the scripts among them that pages may run */
  GHashTable *digests; /* Set<SHA-256 in base64> of these scripts: they may also stand in a page */
  const char *base;    /* what a path from the host begins with: "/", "/huong-dan/" */
  gboolean has_fonts;  /* the style sheet shows letters, or pictures, from files of the site */
} PageRules;

typedef struct PageChecker PageChecker;

/* The body of a document as render/html/body.h writes it: nothing in it has to be looked at again.
 */
typedef struct {
  const char *text;
  gsize length; /* bytes; 0: there is none */
  gboolean has_pictures;
} PageBody;

/* What has made a page. */
typedef struct {
  const char *template; /* "web/base" */
  /* The template that wrote the byte at `offset` of the page, and in `place` the line there; NULL
   * when that cannot be known. NULL: nobody can be asked. */
  const Source *(*origin) (gsize offset, Place *place, gpointer data);
  gpointer data;
} PageMaker;

/* For one thread at a time; it remembers what it has looked at. Faults go to `faults`, which must
 * outlive it, like `rules`. */
PageChecker *page_checker_new (const PageRules *rules, PageFaults *faults);
void page_checker_free (PageChecker *checker); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PageChecker, page_checker_free)

/* Looks at the page that is to stand at `path`, and puts its policy into it. FALSE when something
 * is wrong with it. `maker` is NULL for a file of static/. `body` may stand in it, or is NULL. */
gboolean page_check (PageChecker *checker, const char *path, GString *page, const PageBody *body,
                     const PageMaker *maker);

/* TRUE when something on the page has the id `name`. */
gboolean page_has_name (const char *page, const char *name);

/* Looks at a style sheet of pages: it asks no other host, else FALSE after reporting, and where its
 * bytes are a text, which can be shown, what it writes can be read (check/contrast.h). */
gboolean page_style_check (const Source *style, Report *report);
