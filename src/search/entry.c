/* SPDX-License-Identifier: MIT */
#include "search/entry.h"

#include "model/details.h"
#include "model/product.h"
#include "search/abridge.h"
#include "search/plain.h"
#include "text/fold.h"

#include <string.h>

/* Pages without a date are neither news nor old. */
#define MONTHS_OF_UNDATED 6

/* --- which there are --- */

static gboolean
is_over (const Document *document, Moment now)
{
  return document_is_expired (document, now) || document->replaced_by != NULL;
}

static Date
newest_date (const Site *site)
{
  Date newest = { 0 };

  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    if (date_compare (document->date, newest) > 0)
      newest = document->date;
  }
  return newest;
}

/* Days are not counted: it is compared, and never shown. */
static Date
months_before (Date date, int months)
{
  int month = date.year * 12 + date.month - 1 - months;
  return date_is_set (date) ? (Date){ (gint16) (month / 12), (gint8) (month % 12 + 1), date.day }
                            : date;
}

static const char *
entry_key (const Entry *entry)
{
  return entry->document ? entry->document->path : entry->office->id;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *other = b;

  if (one->is_over != other->is_over)
    return one->is_over - other->is_over;
  int order = date_compare (other->date, one->date);
  if (order == 0)
    order = (one->document == NULL) - (other->document == NULL);
  return order ? order : strcmp (entry_key (one), entry_key (other));
}

static void
entry_clear (gpointer data)
{
  g_free ((char *) ((Entry *) data)->former);
}

/* Who asks for a unit that is no more is led to who does its work. */
static void
add_former (const Site *site, GHashTable *former)
{
  for (guint i = 0; i < locality_table_size (site->localities); i++) {
    const Locality *row = locality_table_row (site->localities, i);
    const Locality *successor =
      date_is_set (row->valid_to) ? locality_successor (site->localities, row) : NULL;
    if (successor == NULL || successor == row)
      continue;
    g_autofree char *name = locality_full_name (row);
    const char *others = g_hash_table_lookup (former, successor->code);
    g_hash_table_replace (former, (gpointer) successor->code,
                          others ? g_strconcat (others, ", ", name, NULL) : g_strdup (name));
  }
}

GArray *
entries_new (const Site *site)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GHashTable) former = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  Date undated = months_before (newest_date (site), MONTHS_OF_UNDATED);

  g_array_set_clear_func (entries, entry_clear);
  add_former (site, former);
  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    Entry entry = { document, document->office, is_over (document, site->now),
                    date_is_set (document->date) ? document->date : undated, NULL };
    if (document_has_page (document))
      g_array_append_val (entries, entry);
  }
  for (guint i = 0; i < site->office_list->len; i++) {
    const Office *office = site->office_list->pdata[i];
    gboolean is_former = office_is_former (office, site->now);
    Entry entry = { NULL, office, is_former, undated,
                    is_former ? NULL
                              : g_strdup (g_hash_table_lookup (former, office->locality->code)) };
    g_array_append_val (entries, entry);
  }
  g_array_sort (entries, compare_entries);
  return entries;
}

/* --- what is shown --- */

char *
entry_href (const Entry *entry)
{
  return entry->document ? g_strdup (entry->document->href)
                         : g_strdup_printf ("co-quan/%s.html", entry->office->id);
}

const char *
entry_title (const Entry *entry)
{
  return entry->document ? entry->document->title : entry->office->name;
}

char *
entry_label (const Site *site, const Entry *entry)
{
  return entry->document ? site_kind_text (site, entry->document)
                         : g_strdup (site_text (site, "vi", "kind_office"));
}

static char *
office_summary (const Site *site, const Entry *entry)
{
  const Office *office = entry->office;
  const Locality *province =
    locality_province (site->localities, office->locality, office->valid_to);
  g_autofree char *unit = locality_full_name (office->locality);
  g_autofree char *of =
    province && province != office->locality ? locality_full_name (province) : NULL;
  GString *text = g_string_new (NULL);
  const char *const parts[] = { unit, of, office->address ? office->address : "" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] && *parts[i])
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
  if (office->phone)
    g_string_append_printf (text, ". Điện thoại %s", office->phone);
  if (entry->former)
    g_string_append_printf (text, ". Trước đây là %s", entry->former);
  g_autofree char *plain = g_string_free (text, FALSE);
  return text_capitalise (plain);
}

char *
entry_summary (const Site *site, const Entry *entry)
{
  return entry->document ? g_strdup (entry->document->summary) : office_summary (site, entry);
}

/* --- what is looked at --- */

static void
add_text (Gatherer *gatherer, const char *text, guint places)
{
  if (text)
    gatherer_add (gatherer, text, strlen (text), places);
}

static void
add_body (const Site *site, const Document *document, const Source *source, GString *out,
          GArray *headings)
{
  const FactScope scope = document_scope (site, document, document->office);

  plain_body (source, document->body_offset, &scope, out, headings);
  for (guint i = 0; i < document->n_parts; i++) {
    const Document *part = document->parts[i];
    if (part->source)
      plain_body (part->source, part->body_offset, &scope, out, headings);
  }
}

static void
add_details (const Site *site, const Document *document, GString *out)
{
  const FactScope scope = document_scope (site, document, document->office);
  g_autoptr (GArray) details = details_new (document);

  for (guint i = 0; i < details->len; i++) {
    const Detail *detail = &g_array_index (details, Detail, i);
    g_string_append_printf (out, "%s:", detail->label);
    for (guint j = 0; j < detail->texts->len; j++) {
      g_autofree char *text = fact_fill (&scope, detail->texts->pdata[j]);
      g_string_append_printf (out, " %s", text);
    }
    g_string_append_c (out, '\n');
  }
  for (guint i = 0; i < document->n_attachments; i++)
    g_string_append_printf (out, "%s\n", document->attachments[i].title);
}

static const char *
section_title (const Site *site, const char *id)
{
  for (guint i = 0; i < site->sections->len; i++)
    if (strcmp (g_array_index (site->sections, Section, i).id, id) == 0)
      return g_array_index (site->sections, Section, i).title;
  return NULL;
}

/* “Công văn 205/UBND-KTHT”, “tháng 7/2026” */
static void
add_frame (const Site *site, const Document *document, Gatherer *gatherer)
{
  const char *kind = document->type ? document->type : document_kind_word (document->kind);

  if (document->number) {
    g_autofree char *number = g_strdup_printf ("%s %s %s/%s", kind, "số", document->number,
                                               document->symbol ? document->symbol : "");
    g_autofree char *named = g_strdup_printf ("%s %s", kind, document->number);
    add_text (gatherer, number, IN_SUMMARY);
    add_text (gatherer, named, IN_SUMMARY);
  }
  if (date_is_set (document->date)) {
    g_autofree char *month =
      g_strdup_printf ("tháng %d/%d", document->date.month, document->date.year);
    add_text (gatherer, month, IN_FRAME);
  }
  add_text (gatherer, document->office->name, IN_FRAME);
  add_text (gatherer, section_title (site, document->section), IN_FRAME);
}

static EntrySize
gather_document (const Site *site, const Document *document, const Source *source,
                 Gatherer *gatherer, GString *shown)
{
  g_autoptr (GString) text = g_string_sized_new (8192);
  g_autoptr (GArray) headings = g_array_new (FALSE, FALSE, sizeof (PlainHeading));
  EntrySize size = { 0, 0 };
  guint at = 0;

  if (source)
    add_body (site, document, source, text, headings);
  add_details (site, document, text);
  size.n_title_words = gatherer_add (gatherer, document->title, strlen (document->title), IN_TITLE);
  add_text (gatherer, document->summary, IN_SUMMARY);
  add_text (gatherer, document->subject, IN_SUMMARY);
  add_text (gatherer, document->series.name, IN_SUMMARY);
  for (const char *const *word = document->keywords; word && *word; word++)
    add_text (gatherer, *word, IN_SUMMARY);
  add_frame (site, document, gatherer);
  for (guint i = 0; i < headings->len; i++) {
    const PlainHeading *heading = &g_array_index (headings, PlainHeading, i);
    size.n_words += gatherer_add (gatherer, text->str + at, heading->start - at, 0);
    size.n_words += gatherer_add (gatherer, text->str + heading->start,
                                  heading->end - heading->start, IN_HEADING);
    at = heading->end;
  }
  size.n_words += gatherer_add (gatherer, text->str + at, text->len - at, 0);
  abridge (text->str, text->len, gatherer_firsts (gatherer), shown);
  return size;
}

EntrySize
entry_gather (const Site *site, const Entry *entry, const Source *source, Gatherer *gatherer,
              GString *shown)
{
  if (entry->document)
    return gather_document (site, entry->document, source, gatherer, shown);
  const Office *office = entry->office;
  g_autofree char *summary = office_summary (site, entry);
  EntrySize size = { 0, 0 };

  size.n_title_words = gatherer_add (gatherer, office->name, strlen (office->name), IN_TITLE);
  size.n_words = gatherer_add (gatherer, summary, strlen (summary), 0);
  add_text (gatherer, office->station.name, 0);
  add_text (gatherer, office->email, 0);
  return size;
}
