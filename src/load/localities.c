/* SPDX-License-Identifier: MIT */
#include "load/localities.h"

#include "base/i18n.h"
#include "base/suggest.h"
#include "load/csv.h"
#include "load/record.h"
#include "model/product.h"
#include "model/web.h"

#include <string.h>

enum {
  CODE,
  NAME,
  KIND,
  PARENT,
  VALID_FROM,
  VALID_TO,
  SUCCESSOR,
  PLACE,
  ADDRESS,
  PHONE,
  EMAIL,
  WEB,
  HOURS,
  STATION,
  SLOTS,
  IGNORED,
  N_COLUMNS
};

/* More sheets than there are would be columns twice. */
#define MOST_QUANTITIES 16

/* The spellings of the columns, ours and those of lists in circulation. */
static const struct {
  const char *name;
  int column;
} columns[] = {
  { "code", CODE },
  { "mã", CODE },
  { "mã đvhc", CODE },
  { "name", NAME },
  { "tên", NAME },
  { "tên đơn vị", NAME },
  { "kind", KIND },
  { "loại", KIND },
  { "cấp", KIND },
  { "unit_type", KIND },
  { "parent", PARENT },
  { "thuộc", PARENT },
  { "mã tỉnh", PARENT },
  { "mã tp", PARENT },
  { "province_code", PARENT },
  { "valid_from", VALID_FROM },
  { "từ ngày", VALID_FROM },
  { "valid_to", VALID_TO },
  { "đến ngày", VALID_TO },
  { "successor", SUCCESSOR },
  { "kế thừa", SUCCESSOR },
  { "place", PLACE },
  { "địa danh", PLACE },
  { "address", ADDRESS },
  { "địa chỉ", ADDRESS },
  { "phone", PHONE },
  { "điện thoại", PHONE },
  { "email", EMAIL },
  { "thư điện tử", EMAIL },
  { "web", WEB },
  { "trang web", WEB },
  { "hours", HOURS },
  { "giờ làm việc", HOURS },
  { "station", STATION },
  { "đài", STATION },
  { "slots", SLOTS },
  { "giờ phát", SLOTS },
  { "stt", IGNORED },
  { "full_name", IGNORED },
  { "slug", IGNORED },
};

typedef struct {
  const Source *source;
  Report *report;
  int index[N_COLUMNS]; /* of the column in the file, or -1 */
  struct {
    guint64 products;
    guint index;
  } quantities[MOST_QUANTITIES]; /* columns with numbers of copies */
  guint n_quantities;
  GStringChunk *strings; /* borrowed: of the list */
  guint n_lost;          /* codes without their first zeros */
  CsvField lost;         /* the first of them */
} Loader;

/* A column called like a sheet says how many copies of it are printed. */
static gboolean
take_quantity (Loader *loader, const char *name, guint index)
{
  guint64 products = product_sheets_named (name);

  if (products == 0 || loader->n_quantities == MOST_QUANTITIES)
    return FALSE;
  loader->quantities[loader->n_quantities].products = products;
  loader->quantities[loader->n_quantities++].index = index;
  return TRUE;
}

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
  static const struct {
    int column;
    const char *name;
  } required[] = { { CODE, "code" }, { NAME, "name" } };

  for (guint i = 0; i < N_COLUMNS; i++)
    loader->index[i] = -1;
  for (guint i = 0; i < header->len; i++) {
    const CsvField *field = &g_array_index (header, CsvField, i);
    const char *words[G_N_ELEMENTS (columns) + 1] = { NULL };
    g_autofree char *name = g_utf8_strdown (field->text, -1);
    gboolean known = *name == '\0' || take_quantity (loader, name, i);
    for (guint j = 0; j < G_N_ELEMENTS (columns); j++) {
      words[j] = columns[j].name;
      if (strcmp (columns[j].name, name) == 0) {
        take_column (loader, columns[j].column, i, field);
        known = TRUE;
      }
    }
    if (known)
      continue;
    if (report_is_full (loader->report, loader->source))
      return;
    const char *nearest = suggest_word (name, words);
    g_autofree char *advice =
      nearest
        ? g_strdup_printf (_ ("did you mean “%s”?"), nearest)
        : g_strdup (_ ("call it mã, tên, loại, thuộc, địa chỉ, điện thoại … (docs/content.md), "
                       "or take the column out"));
    report_error (loader->report, loader->source, field->place, advice, _ ("unknown column “%s”"),
                  field->text);
  }
  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    if (loader->index[required[i].column] < 0)
      report_error (loader->report, loader->source, (Place){ 1, 1 }, NULL,
                    _ ("the column “%s” is missing"), required[i].name);
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

/* Excel takes 0270 3800 115 for a number, and its 0 away. */
static gboolean
lacks_zero (const char *text)
{
  gsize n = strlen (text);
  return (n == 9 || n == 10) && strspn (text, "0123456789") == n && strchr ("23456789", *text);
}

/* How the office is reached: each must be what its column says. */
static void
check_contacts (const Loader *loader, const GArray *row)
{
  const CsvField *phone = field_of (loader, row, PHONE);
  const CsvField *mail = field_of (loader, row, EMAIL);
  const CsvField *web = field_of (loader, row, WEB);
  g_autofree char *scheme = web_scheme (web->text);
  const struct {
    const CsvField *field;
    WebFault fault;
  } checks[] = {
    { phone, web_is_phone (phone->text) ? WEB_GOOD : WEB_BAD_PHONE },
    { mail, web_is_mail (mail->text) ? WEB_GOOD : WEB_BAD_MAIL },
    { web, scheme ? web_link_fault (web->text, NULL) : WEB_NOT_WHOLE },
  };

  if (lacks_zero (phone->text)) {
    report_error (loader->report, loader->source, phone->place,
                  _ ("write the 0 before it; in Excel, format the column as text first"),
                  _ ("the telephone number “%s” lacks its first 0"), phone->text);
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (*checks[i].field->text && checks[i].fault != WEB_GOOD)
      report_error (loader->report, loader->source, checks[i].field->place,
                    web_fault_advice (checks[i].fault), web_fault_message (checks[i].fault),
                    checks[i].field->text);
}

/* "05:00, 17:30": in place, empty ones left out, each as read_clock_times() writes it. */
static const char *const *
clean_slots (const Loader *loader, const CsvField *field, GStrv times)
{
  guint n = 0;

  for (guint i = 0; times && times[i]; i++) {
    char *time = times[i];
    char *clean = *time ? clock_time_parse (time) : NULL;
    if (*time && clean == NULL)
      report_error (loader->report, loader->source, field->place, _ ("write \"05:00, 17:30\""),
                    _ ("“%s” is not a time of day"), time);
    g_free (time);
    times[i] = NULL;
    if (clean)
      times[n++] = clean;
  }
  return (const char *const *) times;
}

static guint
read_copies (const Loader *loader, const GArray *row, PrintQuantity *quantities)
{
  guint n = 0;

  for (guint i = 0; i < loader->n_quantities; i++) {
    const CsvField *field = &g_array_index (row, CsvField, loader->quantities[i].index);
    g_auto (GStrv) groups = g_strsplit_set (field->text, ". ", -1);
    g_autofree char *digits = g_strjoinv ("", groups);
    if (*digits == '\0')
      continue;
    if (strspn (digits, "0123456789") != strlen (digits) || strlen (digits) > 7)
      report_error (loader->report, loader->source, field->place,
                    _ ("write how many copies are printed: 500"),
                    _ ("“%s” is not a number of copies"), field->text);
    else
      quantities[n++] = (PrintQuantity){ loader->quantities[i].products,
                                         (guint) g_ascii_strtoull (digits, NULL, 10) };
  }
  return n;
}

/* “Phường Trấn Biên” in the column of names: the name behind the kind, or NULL when no kind stands
 * before it. `kind` is set with it. */
static const char *
name_behind_kind (const char *name, LocalityKind *kind)
{
  for (LocalityKind k = 0; name && k < LOCALITY_N_KINDS; k++) {
    const char *word = locality_kind_word (k);
    glong n = g_utf8_strlen (word, -1);
    if (g_utf8_strlen (name, -1) < n + 2)
      continue;
    const char *behind = g_utf8_offset_to_pointer (name, n);
    g_autofree char *first = g_strndup (name, behind - name);
    g_autofree char *small = g_utf8_strdown (first, -1);
    gunichar next = *behind == ' ' ? g_utf8_get_char (behind + 1) : 0;
    if (strcmp (small, word) == 0 && (g_unichar_isupper (next) || g_unichar_isdigit (next))) {
      *kind = k;
      return behind + 1;
    }
  }
  return NULL;
}

/* The name without its kind, which is taken from there when its own column has none; a name that
 * begins with another kind than the column says is left as it is. */
static void
settle_name (const Loader *loader, const GArray *row, Locality *locality)
{
  LocalityKind kind;
  const char *name = name_behind_kind (locality->name, &kind);
  gboolean has_kind = *field_of (loader, row, KIND)->text != '\0';

  if (name == NULL || (has_kind && kind != locality->kind))
    return;
  locality->name = name;
  locality->kind = kind;
}

/* Excel takes 00004 for a number, and its zeros away. How many digits a code has depends on the
 * kind: 01 is a province, 00004 a commune. */
static guint
code_digits (LocalityKind kind)
{
  switch (kind) {
  case LOCALITY_PROVINCE:
  case LOCALITY_CITY:
    return 2;
  case LOCALITY_WARD:
  case LOCALITY_COMMUNE:
  case LOCALITY_SPECIAL_ZONE:
    return 5;
  case LOCALITY_DISTRICT:
  case LOCALITY_URBAN_DISTRICT:
  case LOCALITY_TOWN:
  case LOCALITY_TOWNSHIP:
  case LOCALITY_N_KINDS:
    break;
  }
  return 0; /* nobody lists those any more */
}

/* `code` with the zeros that it lacks before it; `lost` is the first place where some were
 * missing. */
static const char *
with_zeros (Loader *loader, const CsvField *field, guint digits)
{
  gsize n = strlen (field->text);

  if (n == 0 || n >= digits || strspn (field->text, "0123456789") != n)
    return field->text;
  if (loader->n_lost++ == 0)
    loader->lost = *field;
  g_autofree char *zeros = g_strnfill (digits - n, '0');
  g_autofree char *code = g_strconcat (zeros, field->text, NULL);
  return g_string_chunk_insert_const (loader->strings, code);
}

/* Once for the whole list. */
static void
report_lost_zeros (const Loader *loader)
{
  if (loader->n_lost > 0)
    report_warning (loader->report, loader->source, loader->lost.place,
                    _ ("in Excel, format the column as text before you fill it"),
                    ngettext ("the code “%s” lacks its first zeros; it is read with them",
                              "the code “%s” lacks its first zeros, like others below; they are "
                              "read with them",
                              loader->n_lost),
                    loader->lost.text);
}

static void
load_row (Loader *loader, LocalityTable *table, const GArray *row)
{
  const CsvField *code = field_of (loader, row, CODE);
  const CsvField *kind = field_of (loader, row, KIND);
  const CsvField *name = field_of (loader, row, NAME);
  Locality locality = {
    .code = code->text,
    .name = text_of (loader, row, NAME),
    .kind = locality_kind_from_word (kind->text),
    .parent_code = text_of (loader, row, PARENT),
    .place = text_of (loader, row, PLACE),
    .successor_code = text_of (loader, row, SUCCESSOR),
    .address = text_of (loader, row, ADDRESS),
    .phone = text_of (loader, row, PHONE),
    .email = text_of (loader, row, EMAIL),
    .web = text_of (loader, row, WEB),
    .hours = text_of (loader, row, HOURS),
    .station = text_of (loader, row, STATION),
  };
  settle_name (loader, row, &locality);
  if (locality.name)
    locality.code = with_zeros (loader, code, code_digits (locality.kind));
  if (code_digits (locality.kind) == 5 && locality.parent_code)
    locality.parent_code = with_zeros (loader, field_of (loader, row, PARENT), 2);
  PrintQuantity quantities[MOST_QUANTITIES];
  const char *slots = text_of (loader, row, SLOTS);
  g_auto (GStrv) times = slots ? g_strsplit_set (slots, ",; ", -1) : NULL;

  locality.slots = clean_slots (loader, field_of (loader, row, SLOTS), times);
  locality.quantities = quantities;
  locality.n_quantities = read_copies (loader, row, quantities);
  gboolean dates = read_day (loader, row, VALID_FROM, &locality.valid_from)
                   & read_day (loader, row, VALID_TO, &locality.valid_to);

  check_contacts (loader, row);

  if (*code->text == '\0' || locality.name == NULL)
    report_error (loader->report, loader->source, code->place, NULL,
                  _ ("every row needs a code and a name"));
  else if (!office_id_is_good (code->text))
    report_error (loader->report, loader->source, code->place, _ ("use digits: 09886"),
                  _ ("“%s” cannot be the code of a locality"), code->text);
  else if (locality.kind == LOCALITY_N_KINDS)
    report_error (
      loader->report, loader->source, kind->place.line > 0 ? kind->place : name->place,
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
    g_autofree char *zeros = g_strconcat ("0", field->text, NULL);
    if (*field->text && locality_find_any (table, field->text) == NULL
        && (strlen (zeros) != 2 || locality_find_any (table, zeros) == NULL))
      report_error (loader->report, loader->source, field->place,
                    _ ("add its row, or correct the code"),
                    _ ("there is no locality with the code “%s”"), field->text);
  }
}

/* The kind has a column of its own, or stands in that of the names, as the first row has it. */
static void
require_kind (const Loader *loader, const CsvTable *csv)
{
  LocalityKind kind;

  if (loader->index[KIND] < 0 && loader->index[NAME] >= 0
      && (csv->rows->len < 2
          || !name_behind_kind (text_of (loader, csv->rows->pdata[1], NAME), &kind)))
    report_error (loader->report, loader->source, (Place){ 1, 1 }, NULL,
                  _ ("the column “%s” is missing"), "kind");
}

void
localities_load (LocalityTable *table, const Source *source, Report *report)
{
  g_autoptr (CsvTable) csv = csv_parse (source, report);
  Loader loader = { .source = source, .report = report };
  guint n_errors = report_n_errors (report);

  if (csv == NULL || csv->rows->len == 0)
    return;
  loader.strings = csv->strings;
  read_header (&loader, csv->rows->pdata[0]);
  require_kind (&loader, csv);
  if (report_n_errors (report) > n_errors)
    return;
  for (guint i = 1; i < csv->rows->len; i++)
    load_row (&loader, table, csv->rows->pdata[i]);
  report_lost_zeros (&loader);
  /* A row left out above would be missed a second time here. */
  if (report_n_errors (report) > n_errors)
    return;
  for (guint i = 1; i < csv->rows->len; i++)
    check_row (&loader, table, csv->rows->pdata[i]);
}
