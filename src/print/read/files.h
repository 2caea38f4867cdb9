/* SPDX-License-Identifier: MIT */
/* What a print page names: style sheets, pictures, fonts. Where they come from is the caller's
 * business; the print rooms ask. */
#pragma once

#include "base/resampling.h"
#include "base/source.h"

typedef struct {
  /* The text of a style sheet; a new Source, or NULL when there is none. */
  Source *(*text) (const char *href, gpointer data);
  /* The bytes of a picture; a new reference, or NULL. */
  GBytes *(*bytes) (const char *href, gpointer data);
  /* The same picture, or that part of it, as it is wanted where it stands. One with `href` NULL
   * came within a drawing as `bytes`. A new reference; NULL, as a function or as its answer: it is
   * taken as it is. Pictures are laid out before it is known how large they will be. */
  GBytes *(*resampled) (const char *href, GBytes *bytes, const Resampling *wanted, gpointer data);
  /* The path of a font file that can be opened, or NULL. Caller frees. */
  char *(*path) (const char *href, gpointer data);
  gpointer data;
  /* What the page was made from, where faults are told; NULL: the page is the author's own. */
  const Source *origin;
} PrintFiles;
