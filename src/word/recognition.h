/* SPDX-License-Identifier: MIT */
/* The nine parts of an official document (Decree 30/2020, annex I), found where offices put them.
 * Each step takes the blocks it has understood; what nobody takes is the body. */
#pragma once

#include "word/imported.h"

typedef struct {
  Imported *imported;
  Arena *arena;
  GPtrArray *blocks;    /* FlowBlock, of the whole file */
  gboolean *taken;      /* for each block: it is no part of the body */
  GPtrArray *leftovers; /* FlowParagraph within what was taken that nobody understood */
  guint body;           /* blocks before it are the letterhead */
  guint end;            /* blocks from it on stand behind the signature */
} Recognition;

/* Adds a finding at a paragraph, or (NULL) of the whole. */
void recognition_find (Recognition *recognition, FindingCode code, const FlowParagraph *paragraph,
                       const char *detail);

/* Takes the table that holds Quốc hiệu apart when it is the whole document (word/unfold.h). */
void letterhead_unfold (Flow *flow);
/* Letterhead: Quốc hiệu, issuer, number, place and date, V/v. FALSE when there is no Quốc hiệu. */
gboolean letterhead_recognise (Recognition *recognition);
/* What a decision issues begins with the letterhead once more: takes it from behind the signature.
 */
void letterhead_take_repeated (Recognition *recognition);
/* “Số: 12/SB-VP”: takes number and symbol, once. FALSE when the line is none, or they are known. */
gboolean letterhead_take_number (Recognition *recognition, const char *line);
/* Behind it: the type (KẾ HOẠCH) with its subject, and those it is sent to. */
void opening_recognise (Recognition *recognition);
/* At the end: Nơi nhận and who signs. */
void closing_recognise (Recognition *recognition);
/* Headings, items, tables, pictures, appendices: all that was not taken. */
void contents_recognise (Recognition *recognition);
/* The title of what has no letterhead, and the day of a bulletin. */
void title_recognise (Recognition *recognition, gboolean is_bulletin);

/* Adds the one or several addressees of a line, without dashes and final stops. */
void addressees_add (GPtrArray *list, Arena *arena, const char *line);
