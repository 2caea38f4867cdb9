/* SPDX-License-Identifier: MIT */
#include "load/localities.h"

#include "base/i18n.h"
#include "base/suggest.h"
#include "load/csv.h"
#include "model/office.h"

#include <string.h>

enum { CODE, NAME, KIND, PARENT, VALID_FROM, VALID_TO, SUCCESSOR, PLACE, IGNORED, N_COLUMNS };

/* The spellings of the columns, ours and those of lists in circulation. */
static const struct {
  const char *name;
  int column;
} columns[] = {
  { "code", CODE },
  { "mã", CODE },
  { "name", NAME },
  { "tên", NAME },
  { "kind", KIND },
  { "loại", KIND },
  { "unit_type", KIND },
  { "parent", PARENT },
  { "thuộc", PARENT },
  { "province_code", PARENT },
  { "valid_from", VALID_FROM },
  { "từ ngày", VALID_FROM },
  { "valid_to", VALID_TO },
  { "đến ngày", VALID_TO },
  { "successor", SUCCESSOR },
  { "kế thừa", SUCCESSOR },
  { "place", PLACE },
  { "địa danh", PLACE },
  { "full_name", IGNORED },
  { "slug", IGNORED },
};

typedef struct {
  const Source *source;
  Report *report;
  int index[N_COLUMNS]; /* of the column in the file, or -1 */
} Loader;

static void
take_column (Loader *loader, int column, guint index, const CsvField *field)
{
  if (column != IGNORED && loader->index[column] >= 0)
    report_error (loader->report, loader->source, field->place, _ ("keep one of them"),
                  _ ("the column “%s” is here twice, perhaps under another name"), field->text);
  loader->index[column] = index;
}

static void
read_header (Loader *loader, const GArray *header)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    loader->index[i] = -1;
  for (guint i = 0; i < header->len; i++) {
    const CsvField *field = &g_array_index (header, CsvField, i);
    const char *words[G_N_ELEMENTS (columns) + 1] = { NULL };
    gboolean known = FALSE;
    for (guint j = 0; j < G_N_ELEMENTS (columns); j++) {
      words[j] = columns[j].name;
      if (strcmp (columns[j].name, field->text) == 0) {
        take_column (loader, columns[j].column, i, field);
        known = TRUE;
      }
    }
    if (known)
      continue;
    if (report_is_full (loader->report, loader->source))
      return;
    const char *nearest = suggest_word (field->text, words);
    g_autofree char *advice = nearest ? g_strdup_printf (_ ("did you mean “%s”?"), nearest) : NULL;
    report_error (loader->report, loader->source, field->place, advice, _ ("unknown column “%s”"),
                  field->text);
  }
  for (guint i = CODE; i <= KIND; i++)
    if (loader->index[i] < 0)
      report_error (loader->report, loader->source, (Place){ 1, 1 }, NULL,
                    _ ("the column “%s” is missing"), columns[2 * i].name);
}

static const CsvField *
field_of (const Loader *loader, const GArray *row, int column)
{
  static const CsvField absent = { .text = "" };
  int index = loader->index[column];
  return index < 0 ? &absent : &g_array_index (row, CsvField, index);
}

static const char *
text_of (const Loader *loader, const GArray *row, int column)
{
  const char *text = field_of (loader, row, column)->text;
  return *text ? text : NULL;
}

static gboolean
read_day (const Loader *loader, const GArray *row, int column, Date *date)
{
  const CsvField *field = field_of (loader, row, column);

  if (*field->text == '\0' || date_parse (field->text, date) == DATE_GOOD)
    return TRUE;
  report_error (loader->report, loader->source, field->place, _ ("write 2026-03-05 or 5/3/2026"),
                _ ("“%s” is not a date"), field->text);
  return FALSE;
}

static void
load_row (const Loader *loader, LocalityTable *table, const GArray *row)
{
  const CsvField *code = field_of (loader, row, CODE);
  const CsvField *kind = field_of (loader, row, KIND);
  Locality locality = {
    .code = code->text,
    .name = text_of (loader, row, NAME),
    .kind = locality_kind_from_word (kind->text),
    .parent_code = text_of (loader, row, PARENT),
    .place = text_of (loader, row, PLACE),
    .successor_code = text_of (loader, row, SUCCESSOR),
  };
  gboolean dates = read_day (loader, row, VALID_FROM, &locality.valid_from)
                   & read_day (loader, row, VALID_TO, &locality.valid_to);

  if (*code->text == '\0' || locality.name == NULL)
    report_error (loader->report, loader->source, code->place, NULL,
                  _ ("every row needs a code and a name"));
  else if (!office_id_is_good (code->text))
    report_error (loader->report, loader->source, code->place, _ ("use digits: 09886"),
                  _ ("“%s” cannot be the code of a locality"), code->text);
  else if (locality.kind == LOCALITY_N_KINDS)
    report_error (
      loader->report, loader->source, kind->place,
      _ ("write tỉnh, thành phố, phường, xã or đặc khu (before July 2025 also huyện, quận, "
         "thị xã, thị trấn)"),
      _ ("“%s” is not a valid kind of administrative unit"), kind->text);
  else if (dates && date_is_set (locality.valid_from) && date_is_set (locality.valid_to)
           && date_compare (locality.valid_from, locality.valid_to) > 0)
    report_error (loader->report, loader->source, code->place, NULL,
                  _ ("this locality ends before it begins"));
  else if (dates && !locality_table_add (table, &locality))
    report_error (loader->report, loader->source, code->place,
                  _ ("give each period of one unit its own dates"),
                  _ ("the code “%s” is used twice for the same time"), code->text);
}

/* What a row says of others must be there, in this file or among the provinces. */
static void
check_row (const Loader *loader, const LocalityTable *table, const GArray *row)
{
  static const int named[] = { PARENT, SUCCESSOR };

  for (guint i = 0; i < G_N_ELEMENTS (named); i++) {
    const CsvField *field = field_of (loader, row, named[i]);
    if (*field->text && locality_find_any (table, field->text) == NULL)
      report_error (loader->report, loader->source, field->place,
                    _ ("add its row, or correct the code"),
                    _ ("there is no locality with the code “%s”"), field->text);
  }
}

void
localities_load (LocalityTable *table, const Source *source, Report *report)
{
  g_autoptr (CsvTable) csv = csv_parse (source, report);
  Loader loader = { .source = source, .report = report };
  guint n_errors = report_n_errors (report);

  if (csv == NULL || csv->rows->len == 0)
    return;
  read_header (&loader, csv->rows->pdata[0]);
  if (report_n_errors (report) > n_errors)
    return;
  for (guint i = 1; i < csv->rows->len; i++)
    load_row (&loader, table, csv->rows->pdata[i]);
  /* A row left out above would be missed a second time here. */
  if (report_n_errors (report) > n_errors)
    return;
  for (guint i = 1; i < csv->rows->len; i++)
    check_row (&loader, table, csv->rows->pdata[i]);
}
