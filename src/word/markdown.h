/* SPDX-License-Identifier: MIT */
/* An import as a document of the site: front matter and body (docs/content.md). */
#pragma once

#include "word/imported.h"

typedef struct {
  const char *slug;    /* pictures are called "<slug>-1.png" */
  guint first_picture; /* how many of these names are taken */
  const char *office;  /* the id of the office, or NULL: not known */
} MarkdownNames;

/* Appends the whole document, a draft until somebody has read it. */
void markdown_document (const Imported *imported, const MarkdownNames *names, GString *out);

/* The name of the n-th picture, from 1: "0412-svhtt-ttcs-1.png"; `part` says of which kind it is.
 * Caller frees. */
char *markdown_picture (const MarkdownNames *names, guint n, const char *part);
/* How the file is called without its ending: from the number, or the title. Caller frees. */
char *markdown_slug (const Imported *imported);
