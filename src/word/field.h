/* SPDX-License-Identifier: MIT */
/* Fields: words by which Word computes what is printed. What it computed last is what the reader of
 * the paper saw, and what we take; what fetches something from elsewhere is left out. */
#pragma once

#include <glib.h>

typedef enum {
  FIELD_RESULT,   /* its result is text */
  FIELD_LINK,     /* so it is, and leads somewhere */
  FIELD_CONTENTS, /* a table of contents, which loa makes itself */
  FIELD_SILENT,   /* page numbers: loa makes its own */
  FIELD_FETCHES,  /* from another file or program */
} FieldKind;

/* What ` HYPERLINK "https://…" ` is; `address` receives where a FIELD_LINK leads, or NULL when that
 * is a place within the text. Caller frees it. */
FieldKind field_read (const char *instruction, char **address);
