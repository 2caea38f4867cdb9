/* SPDX-License-Identifier: MIT */
/* A .docx as it leaves: named parts in a zip, the same bytes for the same parts, on every day and
 * in every time zone. */
#pragma once

#include <glib.h>

/* A part: NULL ends a list of them. */
typedef struct {
  const char *name; /* "word/document.xml" */
  const char *bytes;
  gsize length;
} DocxFile;

/* Appends the package to `out`, the parts in this order: the first one must be
 * [Content_Types].xml. */
void docx_pack (const DocxFile *files, guint n, GString *out);

/* Appends text as it may stand in XML; what XML cannot hold is left out. */
void docx_append_text (GString *out, const char *text, gsize length);
