/* SPDX-License-Identifier: MIT */
/* styles.xml: what a paragraph or a run looks like before it says anything itself. */
#pragma once

#include "word/ooxml.h"

typedef struct {
  const char *font;                           /* or NULL: not said */
  int is_bold, is_italic, is_caps, is_hidden; /* 1, 0; -1: not said */
} RunLook;

typedef enum {
  ALIGNED_UNSAID,
  ALIGNED_LEFT,
  ALIGNED_CENTRE,
  ALIGNED_RIGHT,
  ALIGNED_BOTH,
} Alignment;

typedef struct {
  RunLook run;
  Alignment alignment;
  int outline;             /* 0: heading 1 …; -1: none */
  const char *number_list; /* numId, or NULL */
  int number_level;        /* from 0; -1: not said */
  gboolean is_caption, is_title;
} ParagraphLook;

typedef struct WordStyles WordStyles;

/* `ooxml` (or NULL) must outlive them. Caller frees. */
WordStyles *word_styles_new (const Ooxml *ooxml);
/* NULL is allowed. */
void word_styles_free (WordStyles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WordStyles, word_styles_free)

/* The look of a paragraph of this style; `id` NULL: the default one. */
ParagraphLook word_styles_paragraph (const WordStyles *styles, const char *id);
/* What a character style says; nothing for NULL. */
RunLook word_styles_run (const WordStyles *styles, const char *id);
/* TRUE when tables of this style have lines. */
gboolean word_styles_has_borders (const WordStyles *styles, const char *id);

/* Lays what `properties` (w:rPr, or NULL) says over `look`. */
void run_look_read (RunLook *look, const xmlNode *properties);
/* The same of another look. */
void run_look_lay (RunLook *look, const RunLook *over);
/* Lays what `properties` (w:pPr, or NULL) says over `look`; the style it names is the caller's. */
void paragraph_look_read (ParagraphLook *look, const xmlNode *properties);
/* TRUE when w:tblBorders or w:tcBorders has a line that is drawn. */
gboolean borders_are_drawn (const xmlNode *borders);
