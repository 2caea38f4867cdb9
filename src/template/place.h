/* SPDX-License-Identifier: MIT */
/* Inside the template room: where in HTML a tag of a template stands, as far as the text of its own
 * template tells. What is safe in a text is not safe in a script. */
#pragma once

#include <glib.h>

typedef enum {
  PLACE_TEXT,      /* or the value of an ordinary attribute */
  PLACE_URL_START, /* the beginning of an address: says where it leads */
  PLACE_URL_REST,  /* behind “?”, “#”, “mailto:”: one part of it */
  PLACE_SCRIPT,    /* also the value of onclick="…" and its like */
  PLACE_STYLE,     /* also that of style="…" */
  PLACE_STYLE_TEXT /* between quotation marks in a style */
} PlaceKind;

typedef struct {
  int state;
  char element[12], name[16]; /* of the tag, of its attribute; in small letters */
  guint n_matched;            /* of “</script” */
  char quote, last;
  gboolean has_text, is_rest; /* of an address */
} HtmlPlace;

/* Goes on by `text`; all zero is the beginning. */
void place_feed (HtmlPlace *place, const char *text, gsize length);
/* What a value that comes next has to be safe for. */
PlaceKind place_kind (const HtmlPlace *place);
