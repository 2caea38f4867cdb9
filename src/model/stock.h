/* SPDX-License-Identifier: MIT */
/* Drawings that are part of loa, for who has no picture: “![](hinh:lu)”. Their files (drawings/)
 * are painted in the shades of the default colour, in black and in white; the shades become those
 * of the campaign or the office. */
#pragma once

#include <glib.h>

typedef struct {
  const char *name;  /* “lu” */
  const char *title; /* what it shows: “Lu nước có nắp đậy kín” */
  const char *svg;   /* all of the file */
} Stock;

/* All of them, sorted by name; borrowed. */
const Stock *stock_all (guint *n);
/* The name that an address asks for, “hinh:lu” or “hình:lu”, with marks, capitals or spaces as
 * slugs have none; NULL when it asks for no such drawing. Caller frees. */
char *stock_name (const char *url);
/* By its name; NULL when there is none. */
const Stock *stock_find (const char *name);
/* The name that is meant by one that is not there, or NULL. */
const char *stock_suggest (const char *name);

/* Appends the drawing as a file in the shades of `colour` (“#rrggbb”, or NULL). */
void stock_write (const Stock *stock, const char *colour, GString *out);
/* Appends it as part of a page, for those who hear it as `description`. */
void stock_write_inline (const Stock *stock, const char *colour, const char *description,
                         GString *out);
