/* SPDX-License-Identifier: MIT */
/* Comma-separated values (RFC 4180) with a header row. */
#pragma once

#include "base/report.h"
#include "base/value.h"

typedef struct {
  const char *text; /* without its quotation marks */
  Place place;
} CsvField;

typedef struct {
  GPtrArray *rows; /* GArray of CsvField; the first is the header; every row is as long as it */
  GStringChunk *strings;
} CsvTable;

/* The table of `source`, whose texts are copied. Caller frees. NULL after
 * reporting: a quotation mark that is not closed, a row of another length than the
 * header. A semicolon or a tab in place of the comma, a line “sep=;” before the header and
 * empty rows, as spreadsheets write them, are understood. */
CsvTable *csv_parse (const Source *source, Report *report);
/* NULL is nothing. */
void csv_free (CsvTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsvTable, csv_free)

/* A list of maps, one for each row but the header, with the header's names as keys. Caller frees.
 */
Value *csv_to_value (const CsvTable *table);
