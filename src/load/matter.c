/* SPDX-License-Identifier: MIT */
#include "load/matter.h"

#include "base/i18n.h"
#include "base/suggest.h"
#include "load/config.h"
#include "load/link.h"
#include "load/matter_texts.h"
#include "load/offices.h"
#include "load/site_source.h"
#include "model/document_facts.h"
#include "model/product.h"
#include "model/web.h"

#include <string.h>

/* --- what a document says of its office --- */

static void
report_unknown_office (const Site *site, const FrontMatter *matter, const char *id, Place place,
                       Report *report)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (site_lost_office (site, id))
    return;
  for (guint i = 0; i < site->office_list->len; i++)
    g_ptr_array_add (ids, (char *) ((Office *) site->office_list->pdata[i])->id);
  g_ptr_array_add (ids, NULL);
  const char *nearest = suggest_word (id, (const char *const *) ids->pdata);
  if (nearest)
    report_matter (site, matter, place, report, _ ("there is no office “%s”; did you mean “%s”?"),
                   id, nearest);
  else
    report_matter (
      site, matter, place, report,
      _ ("there is no office “%s”; write the id of a record in content/offices.yaml, or the "
         "code of a locality"),
      id);
}

/* Who took over from `office`, in words, or NULL. */
static char *
successor_name (Site *site, const Office *office)
{
  if (office->successor) {
    const Office *successor = office_find_or_make (site, office->successor, (Date){ 0, 0, 0 });
    return successor ? g_strdup (successor->name) : NULL;
  }
  const Locality *locality = locality_successor (site->localities, office->locality);
  if (locality == NULL || locality == office->locality)
    return NULL;
  /* What took over from another office than the committee of the unit, its record must say. */
  char *name = locality_full_name (locality);
  if (!office->by_rule)
    return name;
  char *committee = g_strdup_printf ("Ủy ban nhân dân %s", name);
  g_free (name);
  return committee;
}

static void
report_life (Site *site, const FrontMatter *matter, const Office *office, Date from, Date to,
             Report *report)
{
  Date date = matter->document.date;
  g_autofree char *day = date_short (date);

  if (date_compare (date, from) < 0) {
    g_autofree char *first = date_short (from);
    report_matter (site, matter, matter->date_place, report,
                   _ ("“%s” did not exist on %s: it began on %s"), office->name, day, first);
    return;
  }
  g_autofree char *last = date_short (to);
  g_autofree char *successor = successor_name (site, office);
  if (successor)
    report_matter (site, matter, matter->date_place, report,
                   _ ("“%s” did not exist on %s: it ended on %s, and “%s” took over"), office->name,
                   day, last, successor);
  else
    report_matter (site, matter, matter->date_place, report,
                   _ ("“%s” did not exist on %s: it ended on %s"), office->name, day, last);
}

static gboolean
is_outside (Date date, Date from, Date to)
{
  return date_compare (date, from) < 0 || (date_is_set (to) && date_compare (date, to) > 0);
}

static void
resolve_office (Site *site, FrontMatter *matter, Report *report)
{
  Document *document = &matter->document;
  Date date = document->date;

  document->office = site->office;
  if (matter->office_id)
    document->office = office_find_or_make (site, matter->office_id, date);
  if (document->office == NULL) {
    if (matter->office_id)
      report_unknown_office (site, matter, matter->office_id, matter->office_place, report);
    return;
  }
  const Office *office = document->office;
  const Locality *locality = office->locality;
  if (!date_is_set (date))
    return;
  if (is_outside (date, office->valid_from, office->valid_to)) {
    report_life (site, matter, office, office->valid_from, office->valid_to, report);
    return;
  }
  /* The unit must have been there, in whatever kind it then was; its code may have been another's
   * (15 was Yên Bái). */
  const Locality *then = locality_find (site->localities, locality->code, date);
  if (then == NULL || strcmp (then->name, locality->name) != 0)
    report_life (site, matter, office, locality->valid_from, locality->valid_to, report);
}

/* The office with this id when the document was written; the document's own when it is NULL, or
 * unknown, which is reported. */
static const Office *
find_other_office (Site *site, const FrontMatter *matter, const char *id, Place place,
                   Report *report)
{
  if (id == NULL)
    return matter->document.office;
  const Office *office = office_find_or_make (site, id, matter->document.date);
  if (office == NULL)
    report_unknown_office (site, matter, id, place, report);
  return office ? office : matter->document.office;
}

/* Who else issues a document, and who attests a copy of it. */
static void
resolve_other_offices (Site *site, FrontMatter *matter, Report *report)
{
  Document *document = &matter->document;
  guint n = matter->joint_ids ? g_strv_length ((char **) matter->joint_ids) : 0;
  const Office **offices = arena_alloc (document->arena, (n + 1) * sizeof *offices);

  for (guint i = 0; i < n; i++)
    offices[i] =
      find_other_office (site, matter, matter->joint_ids[i], matter->joint_place, report);
  offices[n] = NULL;
  document->joint_offices = offices;
  document->copy_mark.office =
    find_other_office (site, matter, matter->copy_office_id, matter->copy_place, report);
}

/* --- what a document says of other documents --- */

static const Document *
resolve_reference (const Site *site, const FrontMatter *matter, const char *reference, Place place,
                   Report *report)
{
  if (reference == NULL)
    return NULL;
  const Document *found = link_find_from (site, matter->document.folder, reference);
  if (found == NULL)
    report_matter (
      site, matter, place, report,
      _ ("there is no document “%s”; write its path from this folder, or from content/ "
         "with “/” before it"),
      reference);
  else if (found == &matter->document)
    report_matter (site, matter, place, report, _ ("a document cannot refer to itself here"));
  return found;
}

/* The way from a document along `next` comes back to it: every document of such a circle could tell
 * it; the first by path does, and goes none. */
static void
check_circle (const Site *site, FrontMatter *matter, gsize offset, Place place, const char *format,
              Report *report)
{
  const Document *start = &matter->document, *at = start;
  const Document *next = G_STRUCT_MEMBER (const Document *, start, offset);

  if (next == NULL || next == start) /* that was said */
    return;
  g_autoptr (GString) way = g_string_new (start->path);

  for (guint i = 0; i <= g_hash_table_size (site->documents_by_path); i++) {
    at = G_STRUCT_MEMBER (const Document *, at, offset);
    if (at == NULL || strcmp (at->path, start->path) < 0)
      return;
    g_string_append_printf (way, " → %s", at->path);
    if (at == start)
      break;
  }
  if (at != start)
    return;
  report_matter (site, matter, place, report, _ (format), way->str);
}

void
matter_check_circles (const Site *site, FrontMatter *matter, Report *report)
{
  check_circle (site, matter, G_STRUCT_OFFSET (Document, replaces), matter->replaces_place,
                N_ ("these documents replace each other: %s"), report);
  check_circle (site, matter, G_STRUCT_OFFSET (Document, translation_of), matter->translation_place,
                N_ ("these documents are translations of each other: %s"), report);
}

/* Where in the site the code leads: to the page itself, to another document, to a short link. */
static const char *
find_manual (const Site *site, const FrontMatter *matter, Report *report)
{
  const Document *document = &matter->document;
  const char *said = matter->manual_within;

  if (g_str_has_prefix (said, "q/")) {
    const ShortLink *link = site_short_link (site, said + strlen ("q/"));
    if (link && link->target)
      return arena_printf (document->arena, "%s.html", said);
    report_matter (site, matter, matter->manual_place, report,
                   link ? _ ("the short link “%s” is retired")
                        : _ ("there is no short link “%s” in content/q.csv"),
                   said + strlen ("q/"));
    return NULL;
  }
  if (!g_str_has_suffix (said, ".md"))
    return document->href;
  const Document *other = resolve_reference (site, matter, said, matter->manual_place, report);
  return other ? other->href : NULL;
}

static void
resolve_manual_within (const Site *site, FrontMatter *matter, Report *report)
{
  const char *path = find_manual (site, matter, report);
  g_autofree char *url = path ? site_url (site, path) : NULL;

  if (path && url == NULL)
    report_matter (site, matter, matter->manual_place, report,
                   _ ("a code needs a whole address, and the site has none: write “địa chỉ gốc” "
                      "(“base_url”) into content/site.yaml"));
  matter->document.manual = arena_copy (matter->document.arena, url);
}

static void
resolve_manual (const Site *site, FrontMatter *matter, Report *report)
{
  Document *document = &matter->document;
  const Campaign *campaign = document->campaign;

  if (matter->manual_within)
    resolve_manual_within (site, matter, report);
  else if (!matter->has_manual)
    document->manual = campaign && campaign->manual ? campaign->manual : site->manual;
  else if (document->manual && site->qr_hosts
           && !web_host_is_allowed (document->manual, site->qr_hosts)) {
    g_autoptr (Source) source = site_read_source (site, document->path, report);
    if (source)
      report_manual_host (source, matter->manual_place, document->manual, report);
  }
}

/* What leads to a host nobody named is said, wherever it stands. */
static void
report_unknown_host (const Site *site, const FrontMatter *matter, const char *url, Place place,
                     Report *report)
{
  if (site->link_hosts == NULL || web_link_fault (url, site->link_hosts) != WEB_UNKNOWN_HOST)
    return;
  g_autoptr (Source) source = site_read_source (site, matter->document.path, report);
  if (source)
    report_suspicion (report, site->is_untrusted, source, place,
                      web_fault_advice (WEB_UNKNOWN_HOST), web_fault_message (WEB_UNKNOWN_HOST),
                      url);
}

/* Attachments that are files of the site get their address; the array is this document's own. */
static void
resolve_attachments (const Site *site, FrontMatter *matter, Report *report)
{
  Document *document = &matter->document;

  for (guint i = 0; i < document->n_attachments; i++) {
    Attachment *attachment = (Attachment *) &document->attachments[i];
    g_autofree char *fault = NULL;
    const char *advice = NULL;
    if (attachment->is_external)
      report_unknown_host (site, matter, attachment->target, matter->attachment_places[i], report);
    if (attachment->target == NULL || attachment->is_external)
      continue;
    const char *href = link_find (site, document, attachment->target, &fault, &advice);
    if (href)
      attachment->target = href;
    else
      report_matter (site, matter, matter->attachment_places[i], report, "%s", fault);
  }
}

/* --- where it was once --- */

/* "/tin/a.html", "https://…/tin/a/" → "tin/a.html", "tin/a/index.html"; NULL when no file can
 * answer there. */
static const char *
old_path (const Site *site, Arena *arena, const char *address)
{
  const char *base = site->base_url;

  if (base && g_str_has_prefix (address, base))
    address += strlen (base);
  address += *address == '/';
  if (address[strspn (address,
                      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./")]
      || strstr (address, "//") || strstr (address, "..") || *address == '.' || *address == '\0')
    return NULL;
  const char *slash = strrchr (address, '/');
  const char *name = slash ? slash + 1 : address;
  if (*name == '\0')
    return arena_printf (arena, "%sindex.html", address);
  if (strchr (name, '.') == NULL)
    return arena_printf (arena, "%s/index.html", address);
  return g_str_has_suffix (name, ".html") || g_str_has_suffix (name, ".htm")
           ? arena_copy (arena, address)
           : NULL;
}

/* Who has an old address, on a poster or in a bookmark, is led on from there. */
static void
resolve_old_addresses (const Site *site, FrontMatter *matter, Report *report)
{
  Document *document = &matter->document;
  guint n = g_strv_length ((char **) document->old_addresses), n_kept = 0;
  const char **kept = arena_alloc (document->arena, (n + 1) * sizeof *kept);

  for (guint i = 0; i < n; i++) {
    const char *path = old_path (site, document->arena, document->old_addresses[i]);
    if (path == NULL)
      report_matter (site, matter, matter->old_addresses_place, report,
                     _ ("no page can stand at “%s”; write the path of a page of this site: "
                        "ban-tin/ten-cu.html"),
                     document->old_addresses[i]);
    else if (strcmp (path, document->href) == 0)
      report_matter (site, matter, matter->old_addresses_place, report,
                     _ ("“%s” is the address this document has now"), document->old_addresses[i]);
    else
      kept[n_kept++] = path;
  }
  if (n_kept > 0 && !document_has_page (document))
    report_matter (site, matter, matter->old_addresses_place, report,
                   _ ("this document has no page to which an old address could lead"));
  kept[n_kept] = NULL;
  document->old_addresses = kept;
}

/* --- the whole --- */

static void
resolve_facts (Site *site, FrontMatter *matter, Report *report)
{
  Document *document = &matter->document;

  if (document->slogan == NULL && document->campaign)
    document->slogan = document->campaign->slogan;
  if (document->office)
    document_fill (site, document);
  matter_resolve_parts (site, matter, report);
}

/* The office that issues the document beside its own. */
static void
resolve_co_issuer (Site *site, FrontMatter *matter, Report *report)
{
  Document *document = &matter->document;

  if (matter->co_issuer_id == NULL)
    return;
  document->co_issuer = office_find_or_make (site, matter->co_issuer_id, document->date);
  if (document->co_issuer == NULL)
    report_unknown_office (site, matter, matter->co_issuer_id, matter->co_issuer_place, report);
}

static void
resolve_cover (const Site *site, FrontMatter *matter, Report *report)
{
  Cover *cover = &matter->document.cover;
  g_autofree char *fault = NULL;
  const char *advice = NULL;

  if (cover->file == NULL)
    return;
  cover->file = link_find (site, &matter->document, cover->file, &fault, &advice);
  if (fault)
    report_matter (site, matter, matter->cover_place, report, "%s", fault);
}

/* What it names: offices, pages, facts, other documents. */
void
matter_resolve (Site *site, FrontMatter *matter, Report *report)
{
  Document *document = &matter->document;

  resolve_office (site, matter, report);
  resolve_co_issuer (site, matter, report);
  if (document->kind == KIND_LETTER)
    resolve_other_offices (site, matter, report);
  resolve_manual (site, matter, report);
  resolve_old_addresses (site, matter, report);
  resolve_facts (site, matter, report);
  document->translation_of =
    resolve_reference (site, matter, matter->translation_of, matter->translation_place, report);
  document->replaces =
    resolve_reference (site, matter, matter->replaces, matter->replaces_place, report);
}

/* What was printed once leads to one page. `taken`: old address → Document. */
void
matter_check_old_addresses (const Site *site, const FrontMatter *matter, GHashTable *taken,
                            Report *report)
{
  const Document *document = &matter->document;

  for (const char *const *path = document->old_addresses; *path; path++) {
    const Document *other = g_hash_table_lookup (taken, *path);
    if (other && other != document)
      report_matter (site, matter, matter->old_addresses_place, report,
                     _ ("“%s” is an old address of “%s”, too"), *path, other->path);
    else if (g_hash_table_contains (site->hrefs, *path))
      report_matter (site, matter, matter->old_addresses_place, report,
                     _ ("“%s” is the address of another page"), *path);
    g_hash_table_insert (taken, (char *) *path, (gpointer) document);
  }
}

void
matter_resolve_files (const Site *site, FrontMatter *matter, Report *report)
{
  resolve_attachments (site, matter, report);
  resolve_cover (site, matter, report);
}
