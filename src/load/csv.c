/* SPDX-License-Identifier: MIT */
#include "load/csv.h"

#include "base/i18n.h"

#include <string.h>

typedef struct {
  const Source *source;
  const char *at, *end;
  const char *counted; /* up to here `col` counts */
  guint line, col;
  char separator;
  Report *report;
} Scanner;

/* Where the scanner is; counts on from where it was asked last. */
static Place
scanner_place (Scanner *scanner)
{
  scanner->col += g_utf8_strlen (scanner->counted, scanner->at - scanner->counted);
  scanner->counted = scanner->at;
  return (Place){ scanner->line, scanner->col };
}

static void
start_line (Scanner *scanner)
{
  scanner->line++;
  scanner->col = 1;
  scanner->counted = scanner->at;
}

/* After the opening quotation mark; FALSE when there is no closing one. */
static gboolean
read_quoted (Scanner *scanner, GString *text)
{
  while (scanner->at < scanner->end) {
    char c = *scanner->at++;
    if (c == '"') {
      if (scanner->at == scanner->end || *scanner->at != '"')
        return TRUE;
      scanner->at++;
    } else if (c == '\n') {
      start_line (scanner);
    }
    g_string_append_c (text, c);
  }
  return FALSE;
}

static gboolean
read_field (Scanner *scanner, CsvTable *table, GArray *row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  CsvField field = { .place = scanner_place (scanner) };
  gboolean is_quoted = scanner->at < scanner->end && *scanner->at == '"';

  if (is_quoted) {
    scanner->at++;
    if (!read_quoted (scanner, text)) {
      report_error (scanner->report, scanner->source, field.place,
                    _ ("write another \" where it ends"), _ ("this quotation mark is not closed"));
      return FALSE;
    }
  }
  const char *start = scanner->at;
  while (scanner->at < scanner->end && *scanner->at != scanner->separator && *scanner->at != '\n')
    scanner->at++;
  g_string_append_len (text, start, scanner->at - start);
  field.text =
    g_string_chunk_insert (table->strings, is_quoted ? text->str : g_strstrip (text->str));
  g_array_append_val (row, field);
  return TRUE;
}

static GArray *
read_row (Scanner *scanner, CsvTable *table)
{
  g_autoptr (GArray) row = g_array_new (FALSE, FALSE, sizeof (CsvField));

  for (;;) {
    if (!read_field (scanner, table, row))
      return NULL;
    gboolean has_more = scanner->at < scanner->end && *scanner->at == scanner->separator;
    if (scanner->at < scanner->end)
      scanner->at++;
    if (!has_more)
      break;
  }
  start_line (scanner);
  return g_steal_pointer (&row);
}

/* Spreadsheets write rows of nothing but separators behind the last one. */
static gboolean
is_blank (const GArray *row)
{
  for (guint i = 0; i < row->len; i++)
    if (*g_array_index (row, CsvField, i).text)
      return FALSE;
  return TRUE;
}

/* The separator that stands in the first line outside of quotation marks; a comma when there is a
 * comma. */
static char
separator_of (const char *text)
{
  char found = ',';
  gboolean is_quoted = FALSE;

  for (; *text && *text != '\n'; text++) {
    if (*text == '"')
      is_quoted = !is_quoted;
    else if (!is_quoted && *text == ',')
      return ',';
    else if (!is_quoted && (*text == ';' || *text == '\t'))
      found = *text;
  }
  return found;
}

/* “sep=;”, by which Excel tells itself. */
static void
skip_hint (Scanner *scanner)
{
  const char *text = scanner->at;

  if (g_ascii_strncasecmp (text, "sep=", 4) != 0 || text[4] == '\0' || text[4] == '\n'
      || (text[5] != '\n' && text[5] != '\0'))
    return;
  scanner->separator = text[4];
  scanner->at += text[5] ? 6 : 5;
  scanner->counted = scanner->at;
  scanner->line = 2;
}

CsvTable *
csv_parse (const Source *source, Report *report)
{
  g_autoptr (CsvTable) table = g_new0 (CsvTable, 1);
  Scanner scanner = { .source = source,
                      .at = source->text,
                      .end = source->text + source->length,
                      .counted = source->text,
                      .line = 1,
                      .col = 1,
                      .report = report };
  gboolean good = TRUE;

  scanner.separator = separator_of (source->text);
  skip_hint (&scanner);
  table->strings = g_string_chunk_new (4096);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  while (scanner.at < scanner.end) {
    g_autoptr (GArray) row = read_row (&scanner, table);
    if (row == NULL)
      return NULL;
    if (is_blank (row))
      continue;
    guint wanted = table->rows->len ? ((GArray *) table->rows->pdata[0])->len : row->len;
    if (row->len != wanted) {
      Place place = g_array_index (row, CsvField, 0).place;
      report_error (report, source, place,
                    _ ("a field with a comma in it stands in \"quotation marks\""),
                    _ ("this row has %u fields, the header has %u"), row->len, wanted);
      good = FALSE;
      continue;
    }
    g_ptr_array_add (table->rows, g_steal_pointer (&row));
  }
  return good ? g_steal_pointer (&table) : NULL;
}

void
csv_free (CsvTable *table)
{
  if (table == NULL)
    return;
  g_ptr_array_unref (table->rows);
  g_string_chunk_free (table->strings);
  g_free (table);
}

Value *
csv_to_value (const CsvTable *table)
{
  Value *list = value_list ();

  for (guint i = 1; i < table->rows->len; i++) {
    const GArray *header = table->rows->pdata[0];
    const GArray *row = table->rows->pdata[i];
    Value *map = value_map ();
    for (guint j = 0; j < row->len; j++)
      value_set_text (map, g_intern_string (g_array_index (header, CsvField, j).text),
                      g_array_index (row, CsvField, j).text);
    value_add (list, map);
  }
  return list;
}
