/* SPDX-License-Identifier: MIT */
#include "load/short_links.h"

#include "base/i18n.h"
#include "load/config.h"
#include "load/csv.h"
#include "model/web.h"

#include <string.h>

enum { ID, TARGET, TITLE, RETIRED, N_COLUMNS };

static const struct {
  const char *english, *vietnamese;
} columns[N_COLUMNS] = {
  [ID] = { "id", "mã" },
  [TARGET] = { "target", "đích" },
  [TITLE] = { "title", "tiêu đề" },
  [RETIRED] = { "retired", "ngừng" },
};

typedef struct {
  Site *site;
  const Source *source;
  Report *report;
  int index[N_COLUMNS]; /* of the column in the file, or -1 */
} Loader;

static int
column_named (const char *name)
{
  g_autofree char *small = g_utf8_strdown (name, -1);

  for (int i = 0; i < N_COLUMNS; i++)
    if (strcmp (small, columns[i].english) == 0 || strcmp (small, columns[i].vietnamese) == 0)
      return i;
  return -1;
}

static gboolean
has_column (const Loader *loader, int column)
{
  if (loader->index[column] >= 0)
    return TRUE;
  report_error (loader->report, loader->source, (Place){ 1, 1 },
                _ ("the columns are “mã”, “đích”, “tiêu đề”, “ngừng”"),
                _ ("the column “%s” is missing"), columns[column].vietnamese);
  return FALSE;
}

static gboolean
read_header (Loader *loader, const GArray *header)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    loader->index[i] = -1;
  for (guint i = 0; i < header->len; i++) {
    const CsvField *field = &g_array_index (header, CsvField, i);
    int column = column_named (field->text);
    if (column >= 0 && loader->index[column] < 0)
      loader->index[column] = i;
    else if (*field->text)
      report_error (loader->report, loader->source, field->place,
                    _ ("the columns are “mã”, “đích”, “tiêu đề”, “ngừng”"),
                    _ ("there is no column “%s”, or it is here twice"), field->text);
  }
  return has_column (loader, ID) & has_column (loader, TARGET);
}

static const CsvField *
field_of (const Loader *loader, const GArray *row, int column)
{
  static const CsvField none = { "", { 0, 0 } };
  return loader->index[column] < 0 ? &none : &g_array_index (row, CsvField, loader->index[column]);
}

/* It is printed and typed: small letters, digits, hyphens. */
static gboolean
is_good_id (const char *id)
{
  return *id && *id != '-' && id[strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

static gboolean
is_address (const char *target)
{
  g_autofree char *scheme = web_scheme (target);
  return scheme != NULL;
}

/* Whoever scans a code trusts who printed it. */
static gboolean
target_is_good (Loader *loader, const CsvField *target)
{
  if (!is_address (target->text))
    return TRUE;
  if (web_host_is_allowed (target->text, loader->site->qr_hosts))
    return TRUE;
  report_manual_host (loader->source, target->place, target->text, loader->report);
  return FALSE;
}

static void
read_row (Loader *loader, const GArray *row)
{
  Site *site = loader->site;
  const CsvField *id = field_of (loader, row, ID), *target = field_of (loader, row, TARGET);
  const CsvField *title = field_of (loader, row, TITLE);
  const CsvField *retired = field_of (loader, row, RETIRED);
  gboolean is_retired =
    *retired->text && strcmp (retired->text, "không") != 0 && strcmp (retired->text, "false") != 0;

  if (!is_good_id (id->text)) {
    report_error (loader->report, loader->source, id->place,
                  _ ("write small letters, digits and hyphens: kich-hoat-1"),
                  _ ("“%s” cannot be part of an address"), id->text);
    return;
  }
  if (site_short_link (site, id->text)) {
    report_error (loader->report, loader->source, id->place,
                  _ ("take another one: what was printed once must not lead elsewhere by accident"),
                  _ ("“%s” is taken already"), id->text);
    return;
  }
  if (!is_retired && *target->text == '\0') {
    report_error (loader->report, loader->source, id->place,
                  _ ("write where it leads, or “có” under “ngừng” when it leads nowhere any more"),
                  _ ("“%s” leads nowhere"), id->text);
    return;
  }
  if (!is_retired && !target_is_good (loader, target))
    return;
  const ShortLink link = { arena_copy (site->arena, id->text),
                           *title->text ? arena_copy (site->arena, title->text) : NULL,
                           is_retired ? NULL : arena_copy (site->arena, target->text),
                           is_address (target->text), target->place };
  site_add_short_link (site, &link);
}

void
short_links_load (Site *site, const Source *source, Report *report)
{
  g_autoptr (CsvTable) table = csv_parse (source, report);
  Loader loader = { site, source, report, { 0 } };

  if (table == NULL || !read_header (&loader, table->rows->pdata[0]))
    return;
  for (guint i = 1; i < table->rows->len; i++)
    read_row (&loader, table->rows->pdata[i]);
}

static const Document *
find_document (const Site *site, const char *target)
{
  g_autofree char *path = g_strconcat ("content/", target, NULL);
  const Document *found = site_document (site, path);

  if (found || g_str_has_suffix (path, ".md"))
    return found;
  g_autofree char *with_suffix = g_strconcat (path, ".md", NULL);
  return site_document (site, with_suffix);
}

void
short_links_resolve (Site *site, const Source *source, Report *report)
{
  for (guint i = 0; i < site->short_links->len; i++) {
    ShortLink *link = &g_array_index (site->short_links, ShortLink, i);
    if (link->target == NULL || link->is_external)
      continue;
    const Document *document = find_document (site, link->target);
    if (document && g_hash_table_contains (site->hrefs, document->href)) {
      link->title = link->title ? link->title : document->title;
      link->target = document->href;
    } else {
      report_error (report, source, link->place,
                    _ ("write an address, or the path of a document from content/: "
                       "huong-dan/kich-hoat.md"),
                    document ? _ ("“%s” is not published, so nothing may lead there")
                             : _ ("there is no document “%s”"),
                    link->target);
      link->target = NULL;
    }
  }
}
