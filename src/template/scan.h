/* SPDX-License-Identifier: MIT */
/* The tags of a template, one after the other. Knows delimiters and which characters open what,
 * nothing of nesting or lines. */
#pragma once

#include "base/source.h"

typedef enum {
  SCAN_END,      /* no further tag */
  SCAN_TAG,      /* a tag; set-delimiter tags have taken effect */
  SCAN_UNCLOSED, /* a tag without its closing delimiter; the scanner stands after its opening */
  SCAN_EMPTY,    /* a tag without a name */
  SCAN_SPACE_IN_NAME,  /* “{{first name}}” */
  SCAN_SPACE_BEFORE,   /* “{{ #name}}” */
  SCAN_BAD_DELIMITERS, /* “{{=<% %>}}”, “{{=one=}}” */
} ScanStatus;

typedef struct {
  char sigil; /* 0 for {{name}}, else one of { & # ^ / ! = > < $ */
  Place place;
  gsize start, end; /* the whole tag with its delimiters */
  const char *name; /* without the white space around it; not terminated */
  gsize name_length;
} TemplateTag;

typedef struct {
  const char *text; /* not terminated */
  gsize length;
} Delimiter;

typedef struct {
  const Source *source;
  gsize at;
  Delimiter open, close;
  gsize placed_at; /* where `place` is: places are counted on from the last one */
  Place place;
} Scanner;

/* TRUE for {{json name}}; then `name` is what follows. */
gboolean tag_is_json (const TemplateTag *tag, const char **name, gsize *length);

/* At the start of the text, with the delimiters {{ and }}; `source` must outlive it. */
void scanner_init (Scanner *scanner, const Source *source);
/* The next tag; after a faulty one too the scanner can go on. */
ScanStatus scanner_next (Scanner *scanner, TemplateTag *tag);
