/* SPDX-License-Identifier: MIT */
/* The rules an editor-in-chief reads by: one table, a row for each code. What the code means, how
 * grave it is, where it is written, and whether it can be mended without asking stands in the row
 * and nowhere else; docs/checks.md is held against it. */
#pragma once

#include "base/report.h"

typedef struct {
  const char *code; /* "ND30-08": stable, never given to another rule */
  ReportLevel level;
  const char *title;   /* what is found; to be translated */
  const char *law;     /* “NĐ 30/2020, Phụ lục I, II.3c”, or NULL */
  const char *why;     /* what it is about and what to write; to be translated */
  gboolean is_fixable; /* --fix knows for certain what is meant */
} Rule;

/* The row of a code, of letters of any size; NULL when there is none. Constant. */
const Rule *rule_find (const char *code);
/* The next row after `rule`, NULL gives the first and comes after the last. */
const Rule *rule_next (const Rule *rule);
/* The code of something the build says, by its text in the language of the user; NULL when it has
 * none of its own. Constant. */
const char *rule_code_of_text (const char *text);
/* The code of what the build says and no row names: “BUILD”. */
extern const char rule_other_code[];
