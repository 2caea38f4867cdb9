/* SPDX-License-Identifier: MIT */
#include "load/documents.h"

#include "base/i18n.h"
#include "base/suggest.h"
#include "base/parallel.h"
#include "base/regular.h"
#include "load/config.h"
#include "load/facts.h"
#include "load/front_matter.h"
#include "load/kits.h"
#include "load/link.h"
#include "load/offices.h"
#include "model/document_facts.h"
#include "model/product.h"
#include "model/web.h"
#include "text/fold.h"
#include "text/invisible.h"

#include <string.h>
#include <sys/stat.h>

/* A bulletin is text and a table is not a database; what is larger is a mistake, or an attack. */
#define MOST_BYTES (16 * 1024 * 1024)

/* Texts up to this are kept until their pages are made; to open and read a file again takes longer
 * than to parse its front matter. */
#define MOST_BYTES_KEPT (64 * 1024 * 1024)

#define CONTENT "content/"

typedef struct {
  const Site *site;
  const GPtrArray *paths;
  gsize most_kept;       /* bytes of texts */
  FrontMatter **matters; /* one for each path; NULL when it could not be read */
  GMutex lock;           /* of what follows */
  Arena *texts;          /* what is kept: that of the site */
  gsize n_kept;          /* bytes */
} Work;

void
report_unread (const char *path, const GError *error, Report *report)
{
  gboolean is_other = g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  Source named = { path, "", 0 };

  report_error (report, &named, (Place){ 0, 0 }, is_other ? _ ("put the file itself here") : NULL,
                "%s", error->message);
}

Source *
site_read_source (const Site *site, const char *path, Report *report)
{
  g_autofree char *whole = g_build_filename (site->root, path, NULL);
  g_autoptr (GError) error = NULL;
  Source named = { path, "", 0 };
  struct stat about;

  if (stat (whole, &about) == 0 && about.st_size > MOST_BYTES) {
    report_error (report, &named, (Place){ 0, 0 },
                  _ ("split it, or offer it as a file for download"),
                  _ ("the file is larger than %d MB"), MOST_BYTES / 1048576);
    return NULL;
  }
  Source *source = source_read_regular (whole, path, &error);
  if (source == NULL)
    report_unread (path, error, report);
  return source ? invisible_clean (source, site->is_untrusted, report) : NULL;
}

static Source *
reread_document (const Site *site, const Document *document, Report *report)
{
  g_autofree char *path = g_build_filename (site->root, document->path, NULL);
  gsize length;

  /* Most files are read as they stand; then the fingerprint says that all was found good before. */
  g_autofree char *text = regular_read (path, &length, NULL);
  if (text) {
    Digest digest = digest_of (text, length);
    if (digest_equal (&digest, &document->digest))
      return source_new_take (document->path, g_steal_pointer (&text), length);
  }
  g_autoptr (Source) source = site_read_source (site, document->path, report);
  if (source == NULL)
    return NULL;
  Digest digest = digest_of (source->text, source->length);
  if (digest_equal (&digest, &document->digest))
    return g_steal_pointer (&source);
  report_error (report, source, (Place){ 0, 0 }, _ ("build again"),
                _ ("the file was changed while the site was being built"));
  return NULL;
}

const Source *
site_document_source (const Site *site, const Document *document, Source **reread, Report *report)
{
  if (document->source)
    return document->source;
  return *reread = reread_document (site, document, report);
}

/* "2026", "2026-11", "thang-11": a folder that only says when. */
static gboolean
is_date_folder (const char *name)
{
  static const char *const words[] = { "nam-", "thang-", "quy-", "tuan-" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (name, words[i]))
      name += strlen (words[i]);
  return g_ascii_isdigit (*name) && name[strspn (name, "0123456789-")] == '\0';
}

/* Documents that lie in folders by year and month belong to the section above these, unless
 * site.yaml says otherwise. */
static const char *
section_of_folder (const Site *site, Arena *arena, const char *folder)
{
  g_autofree char *section = g_strdup (folder);
  char *slash;

  while (!site_section (site, section) && (slash = strrchr (section, '/')) != NULL
         && is_date_folder (slash + 1))
    *slash = '\0';
  return arena_copy (arena, section);
}

/* "content/ban-tin/2026/a.md" → section "ban-tin", slug "a", href "ban-tin/2026/a.html". */
static void
name_document (const Site *site, Document *document, const char *path)
{
  const char *inside = path + strlen (CONTENT);
  const char *slash = strrchr (inside, '/');
  const char *base = slash ? slash + 1 : inside;

  document->path = arena_copy (document->arena, path);
  document->folder = slash ? arena_copy_n (document->arena, inside, slash - inside) : "";
  document->section = section_of_folder (site, document->arena, document->folder);
  document->slug = arena_copy_n (document->arena, base, strlen (base) - strlen (".md"));
  document->href = arena_printf (document->arena, "%s%s%s.html", document->folder,
                                 *document->folder ? "/" : "", document->slug);
}

/* The list of a section stands at its index.html. */
static void
check_slug (const Document *document, const Source *source, Report *report)
{
  if (*document->folder && strcmp (document->slug, "index") == 0)
    report_error (report, source, (Place){ 0, 0 }, _ ("give the file another name"),
                  _ ("the page “index” of a section is the list of its documents"));
}

/* Copied: texts that stay where they were read, among all that is freed again, would leave memory
 * in small pieces. */
static void
keep_source (Work *work, Document *document, const Source *source)
{
  const char *text = NULL;

  g_mutex_lock (&work->lock);
  if (work->n_kept + source->length <= work->most_kept) {
    text = arena_copy_n (work->texts, source->text, source->length);
    work->n_kept += source->length;
  }
  g_mutex_unlock (&work->lock);
  if (text == NULL)
    return;
  Source *kept = arena_alloc (document->arena, sizeof *kept);
  *kept = (Source){ document->path, text, source->length };
  document->source = kept;
}

static gboolean
has_part_tags (const char *text)
{
  Tag tag;

  for (text = tag_start (text); text && tag_find (text, &tag); text = tag.end)
    if (tag.kind == TAG_PART)
      return TRUE;
  return FALSE;
}

static void
load_piece (guint index, gpointer data, Report *report)
{
  Work *work = data;
  const char *path = work->paths->pdata[index];
  g_autoptr (Source) source = site_read_source (work->site, path, report);

  if (source == NULL)
    return;
  FrontMatter *matter = front_matter_read (work->site, source, report);
  if (matter) {
    name_document (work->site, &matter->document, path);
    check_slug (&matter->document, source, report);
    gsize offset = MIN (matter->document.body_offset, source->length);
    matter->document.has_fragments =
      link_fragments_are_in (source->text + offset, source->length - offset);
    matter->has_parts = has_part_tags (source->text + offset);
    keep_source (work, &matter->document, source);
  }
  work->matters[index] = matter;
}

/* Reports a fault of the front matter; the source is read a second time, for its line. */
static void G_GNUC_PRINTF (5, 6)
  report_matter (const Site *site, const FrontMatter *matter, Place place, Report *report,
                 const char *format, ...)
{
  Report *silent = report_new ();
  g_autoptr (Source) source = site_read_source (site, matter->document.path, silent);
  report_free (silent);
  Source named = { matter->document.path, "", 0 };
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  report_error (report, source ? source : &named, place, NULL, "%s", message);
}

/* --- what a document says of its office --- */

static void
report_unknown_office (const Site *site, const FrontMatter *matter, const char *id, Place place,
                       Report *report)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (g_hash_table_contains (site->broken_offices, id))
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
find_from (const Site *site, const char *folder, const char *reference)
{
  g_autofree char *joined = *reference == '/'
                              ? g_strconcat (CONTENT, reference + 1, NULL)
                              : g_strconcat (CONTENT, folder, *folder ? "/" : "", reference, NULL);
  g_autofree char *canonical = g_canonicalize_filename (joined, "/");
  const Document *found = site_document (site, canonical + 1);

  if (found == NULL && !g_str_has_suffix (canonical, ".md")) {
    g_autofree char *with_suffix = g_strconcat (canonical + 1, ".md", NULL);
    found = site_document (site, with_suffix);
  }
  return found;
}

const Document *
documents_find (const Site *site, const Document *document, const char *reference)
{
  const Document *found = find_from (site, document->folder, reference);
  return found ? found : find_from (site, "", reference);
}

static const Document *
resolve_reference (const Site *site, const FrontMatter *matter, const char *reference, Place place,
                   Report *report)
{
  if (reference == NULL)
    return NULL;
  const Document *found = find_from (site, matter->document.folder, reference);
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
  const Document *start = &matter->document;

  if (G_STRUCT_MEMBER (const Document *, start, offset) == start)
    return; /* that was said */
  g_autoptr (GString) way = g_string_new (start->path);
  const Document *at = start;

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
  report_matter (site, matter, place, report, format, way->str);
}

static void
check_circles (const Site *site, FrontMatter *matter, Report *report)
{
  check_circle (site, matter, G_STRUCT_OFFSET (Document, replaces), matter->replaces_place,
                _ ("these documents replace each other: %s"), report);
  check_circle (site, matter, G_STRUCT_OFFSET (Document, translation_of), matter->translation_place,
                _ ("these documents are translations of each other: %s"), report);
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
  const Document *other =
    resolve_reference (site, matter, said, matter->manual_place, report);
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

/* --- facts --- */

static void
report_part (const Site *site, const FrontMatter *matter, const char *path, const Source *source,
             Report *report)
{
  Place place = { 0, 0 };
  Tag tag;

  for (const char *text = source->text; tag_find (text, &tag); text = tag.end)
    if (tag.kind == TAG_PART && strlen (path) == tag.length
        && memcmp (tag.name, path, tag.length) == 0) {
      place = source_place (source, tag.start - source->text);
      break;
    }
  report_matter (site, matter, place, report,
                 _ ("there is no document “%s”; write its path from this folder, or from content/ "
                    "with “/” before it"),
                 path);
}

/* Every document of a circle could tell it; the first by path does. */
static void
report_circle (const Site *site, const FrontMatter *matter, const GPtrArray *way, const char *path,
               Report *report)
{
  g_autoptr (GString) circle = g_string_new (NULL);
  g_autoptr (Source) reread = NULL;
  Place place = { 0, 0 };

  for (guint i = 0; i < way->len; i++) {
    const Document *document = way->pdata[i];
    if (strcmp (document->path, matter->document.path) < 0)
      return;
    g_string_append_printf (circle, "%s → ", document->path);
  }
  const Source *source = site_document_source (site, &matter->document, &reread, report);
  Tag tag;
  if (source && tag_find (source->text + matter->document.body_offset, &tag))
    place = facts_place (source, &tag);
  (void) path;
  report_matter (site, matter, place, report,
                 _ ("the texts of these documents stand within each other: %s%s"), circle->str,
                 matter->document.path);
}

/* Adds the documents whose text stands in that of `from` to `parts`, and theirs. `way` is how one
 * came there; a circle is told by its first document. FALSE when nothing more is to be said. */
static void
collect_parts (const Site *site, const FrontMatter *matter, const Document *from, GPtrArray *way,
               GPtrArray *parts, Report *report)
{
  g_autoptr (Source) reread = NULL;
  const Source *source = site_document_source (site, from, &reread, report);
  g_autoptr (GPtrArray) paths = facts_parts (source ? source->text + from->body_offset : "");

  for (guint i = 0; i < paths->len; i++) {
    const Document *part = documents_find (site, from, paths->pdata[i]);
    if (part == NULL && from == &matter->document)
      report_part (site, matter, paths->pdata[i], source, report);
    if (part == NULL)
      continue;
    if (part == &matter->document) {
      report_circle (site, matter, way, paths->pdata[i], report);
      continue;
    }
    if (g_ptr_array_find (parts, part, NULL))
      continue;
    g_ptr_array_add (parts, (gpointer) part);
    g_ptr_array_add (way, (gpointer) part);
    collect_parts (site, matter, part, way, parts, report);
    g_ptr_array_set_size (way, way->len - 1);
  }
}

static void
resolve_parts (const Site *site, FrontMatter *matter, Report *report)
{
  Document *document = &matter->document;
  g_autoptr (GPtrArray) parts = g_ptr_array_new (); /* Document */
  g_autoptr (GPtrArray) way = g_ptr_array_new ();   /* Document */

  if (!matter->has_parts)
    return;
  g_ptr_array_add (way, document);
  collect_parts (site, matter, document, way, parts, report);
  const Document **kept = arena_alloc (document->arena, MAX (parts->len, 1) * sizeof *kept);
  for (guint i = 0; i < parts->len; i++)
    kept[i] = parts->pdata[i];
  document->parts = kept;
  document->n_parts = parts->len;
}

/* What a text of the front matter asks of the offices that say the document; each name once. */
static void
check_text (const Site *site, const FrontMatter *matter, const char *text, const Source *source,
            GPtrArray *asked, Report *report)
{
  Tag tag, open = { .end = NULL };

  for (; text && tag_find (text, &tag); text = tag.end) {
    gboolean is_guarded = open.end && open.kind == TAG_SECTION && open.length == tag.length
                          && memcmp (open.name, tag.name, tag.length) == 0;
    g_autofree char *name = g_strndup (tag.name, tag.length);
    if (tag.kind == TAG_VALUE && !is_guarded && fact_is_of_office (tag.name, tag.length)
        && !g_ptr_array_find_with_equal_func (asked, name, g_str_equal, NULL)) {
      g_ptr_array_add (asked, arena_copy (matter->document.arena, name));
      facts_check_offices (site, &matter->document, tag.name, tag.length, source,
                           facts_place (source, &tag), report);
    }
    if (tag.kind == TAG_SECTION || tag.kind == TAG_INVERSE)
      open = tag;
    else if (tag.kind == TAG_END)
      open.end = NULL;
  }
}

static const char *
marked (const char *text)
{
  return text && fact_is_marked (text) ? text : NULL;
}

static gboolean
any_is_marked (const char *const *texts)
{
  for (; *texts; texts++)
    if (fact_is_marked (*texts))
      return TRUE;
  return FALSE;
}

/* TRUE when a text of the front matter names a value. */
static gboolean
names_values (const Document *document)
{
  const Details *details = &document->details;
  const char *const single[] = { details->duration, details->fee, details->where, details->who,
                                 details->hours };

  for (guint i = 0; document->voiced && i < N_VOICED; i++)
    if (marked (document->voiced[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    if (marked (single[i]))
      return TRUE;
  return any_is_marked (details->needs) || any_is_marked (details->help_points)
         || any_is_marked (details->contacts) || any_is_marked (details->areas);
}

static void
check_texts (const Site *site, FrontMatter *matter, Report *report)
{
  Document *document = &matter->document;
  g_autoptr (GPtrArray) asked = g_ptr_array_new (); /* char */
  const Details *details = &document->details;
  const char *const single[] = { details->duration, details->fee, details->where, details->who,
                                 details->hours };
  const char *const *const lists[] = { details->needs, details->help_points, details->contacts,
                                       details->areas };
  g_autoptr (Source) reread = NULL;

  if (!names_values (document))
    return;
  const Source *source = site_document_source (site, document, &reread, report);
  if (source == NULL)
    return;
  for (guint i = 0; document->voiced && i < N_VOICED; i++)
    check_text (site, matter, marked (document->voiced[i]), source, asked, report);
  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    check_text (site, matter, marked (single[i]), source, asked, report);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const char *const *text = lists[i]; *text; text++)
      check_text (site, matter, marked (*text), source, asked, report);
  if (asked->len > 0)
    document->asked = arena_list (document->arena, (const char *const *) asked->pdata, asked->len);
}

static void
resolve_facts (Site *site, FrontMatter *matter, Report *report)
{
  Document *document = &matter->document;

  if (document->slogan == NULL && document->campaign)
    document->slogan = document->campaign->slogan;
  if (document->office)
    document_fill (site, document);
  resolve_parts (site, matter, report);
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
resolve_cover (Site *site, FrontMatter *matter, Report *report)
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

static void
resolve_kits (Site *site, FrontMatter *const *matters, guint n, Report *report)
{
  g_autoptr (Kits) kits = kits_new (site);

  for (guint i = 0; i < n; i++) {
    if (matters[i] == NULL || *matters[i]->document.distribute == NULL)
      continue;
    g_autoptr (Source) source = site_read_source (site, matters[i]->document.path, report);
    if (source)
      kits_resolve (kits, matters[i], source, report);
  }
}

static gboolean
is_wanted (const Document *document, const LoadOptions *options)
{
  if ((document->is_draft && !options->drafts)
      || (options->only_approved && !document->approval.is_current))
    return FALSE;
  return document->publish == MOMENT_NONE || document->publish <= options->now || options->drafts;
}

/* --- series --- */

/* A title as Markdown that shows it as it is. */
static void
append_plain (GString *out, const char *title)
{
  for (; *title; title++) {
    if (strchr ("\\`*_[]<>#~|!&", *title))
      g_string_append_c (out, '\\');
    g_string_append_c (out, *title);
  }
}

/* A page with all parts of a series, made of what they are made of: it can be read at once, and
 * printed. */
static FrontMatter *
new_whole (const Site *site, const char *name, const GPtrArray *parts, Report *report)
{
  g_autofree char *slug = text_slug (name);
  g_autofree char *path = g_strdup_printf ("content/loat-bai/%s.md", *slug ? slug : "loat-bai");
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_guide = TRUE;

  if (site_document (site, path))
    return NULL;
  for (guint i = 0; i < parts->len; i++)
    is_guide &= ((const Document *) parts->pdata[i])->kind == KIND_GUIDE;
  g_string_append_printf (text, "---\nloại: %s\n", is_guide ? "hướng dẫn" : "trang");
  g_string_append (text, "đầu ra: [web]\ntài liệu: không\n");
  g_string_append_printf (text, "tiêu đề: %s\n---\n", name);
  for (guint i = 0; i < parts->len; i++) {
    const Document *part = parts->pdata[i];
    g_string_append (text, "\n## ");
    append_plain (text, part->title + fact_is_marked (part->title));
    g_string_append_printf (text, "\n\n{{>/%s}}\n", part->path + strlen (CONTENT));
  }
  g_autoptr (Source) source = source_new (path, text->str, -1);
  FrontMatter *matter = front_matter_read (NULL, source, report);
  if (matter == NULL)
    return NULL;
  Document *document = &matter->document;
  name_document (site, document, path);
  document->section = "";
  document->is_whole_series = TRUE;
  matter->has_parts = TRUE;
  document->series.name = arena_copy (document->arena, name);
  Source *kept = arena_alloc (document->arena, sizeof *kept);
  *kept = (Source){ document->path, arena_copy (document->arena, text->str), text->len };
  document->source = kept;
  return matter;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  return document_compare_parts (*(const Document *const *) a, *(const Document *const *) b);
}

/* Adds a page for each series that has more than one part. */
static void
add_wholes (const Site *site, GPtrArray *matters, const LoadOptions *options, Report *report)
{
  g_autoptr (GHashTable) series =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new (); /* in the order of paths */

  for (guint i = 0; i < matters->len; i++) {
    const FrontMatter *matter = matters->pdata[i];
    const char *name = matter ? matter->document.series.name : NULL;
    if (name == NULL || !is_wanted (&matter->document, options) || matter->document.title == NULL
        || !document_has_page (&matter->document)
        || document_is_expired (&matter->document, options->now))
      continue;
    GPtrArray *parts = g_hash_table_lookup (series, name);
    if (parts == NULL) {
      parts = g_ptr_array_new ();
      g_hash_table_insert (series, (char *) name, parts);
      g_ptr_array_add (names, (char *) name);
    }
    g_ptr_array_add (parts, (gpointer) &matter->document);
  }
  for (guint i = 0; i < names->len; i++) {
    GPtrArray *parts = g_hash_table_lookup (series, names->pdata[i]);
    g_ptr_array_sort (parts, compare_parts);
    FrontMatter *whole = parts->len > 1 ? new_whole (site, names->pdata[i], parts, report) : NULL;
    if (whole)
      g_ptr_array_add (matters, whole);
  }
}

/* --- all of them --- */

/* The moments at which this document makes the site another one. */
static void
note_changes (Site *site, const Document *document)
{
  site_changes_at (site, document->publish);
  site_changes_at (site, document->expires);
  if (document_changes_tomorrow (document, site->now))
    site_changes_at (site, moment_after_date (date_of_moment (site->now)));
  if (date_is_set (document->review_by))
    site_changes_at (site, moment_after_date (document->review_by));
}

static void
warn_review (const FrontMatter *matter, const LoadOptions *options, Report *report)
{
  const Document *document = &matter->document;
  Source named = { document->path, "", 0 };

  if (!date_is_set (document->review_by)
      || date_compare (date_of_moment (options->now), document->review_by) <= 0)
    return;
  g_autofree char *day = date_short (document->review_by);
  report_warning (report, &named, (Place){ 0, 0 },
                  _ ("read it again, then give “review_by” (“rà soát”) a new date"),
                  _ ("this document was to be reviewed by %s"), day);
}

/* What it names: offices, pages, facts, other documents. */
static void
resolve_matter (Site *site, FrontMatter *matter, Report *report)
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

static void
note_extras (Site *site, const Document *document)
{
  for (guint i = 0; i < document->n_extras; i++)
    g_hash_table_add (site->extra_keys, (gpointer) document->extras[i].key);
}

/* What was printed once leads to one page. `taken`: old address → Document. */
static void
check_old_addresses (const Site *site, const FrontMatter *matter, GHashTable *taken, Report *report)
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

/* Adds the document to the site if its time has come, without what it says of those whose time has
 * not. */
static void
publish_document (Site *site, FrontMatter *matter, const LoadOptions *options)
{
  Document *document = &matter->document;

  if (!is_wanted (document, options))
    return;
  if (document->translation_of && !is_wanted (document->translation_of, options))
    document->translation_of = NULL;
  if (document->replaces && !is_wanted (document->replaces, options))
    document->replaces = NULL;
  if (document->replaces)
    ((Document *) document->replaces)->replaced_by = document;
  note_extras (site, document);
  gboolean is_home = *document->section == '\0' && strcmp (document->slug, "index") == 0;
  if (is_home)
    site->home = document;
  else
    g_ptr_array_add (site->documents, document);
  if (is_home || document_has_page (document))
    g_hash_table_add (site->hrefs, (char *) document->href);
}

void
documents_load (Site *site, GPtrArray *paths, const LoadOptions *options, Report *report)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new (); /* FrontMatter, or NULL */

  g_ptr_array_set_size (all, paths->len);
  Work work = { .site = site,
                .paths = paths,
                .most_kept = options->forgets_texts ? 0 : MOST_BYTES_KEPT,
                .matters = (FrontMatter **) all->pdata,
                .texts = site->arena };

  g_mutex_init (&work.lock);
  parallel_for (paths->len, options->n_threads, load_piece, &work, report);
  g_mutex_clear (&work.lock);
  add_wholes (site, all, options, report);
  FrontMatter **matters = (FrontMatter **) all->pdata;
  /* Unwanted ones are checked too, so that no draft waits with a fault until the day it is
   * published. */
  for (guint i = 0; i < all->len; i++)
    if (matters[i])
      g_hash_table_insert (site->documents_by_path, (char *) matters[i]->document.path,
                           &matters[i]->document);
  for (guint i = 0; i < all->len; i++) {
    FrontMatter *matter = matters[i];
    if (matter == NULL)
      continue;
    resolve_matter (site, matter, report);
    warn_review (matter, options, report);
    note_changes (site, &matter->document);
  }
  for (guint i = 0; i < all->len; i++)
    if (matters[i])
      check_circles (site, matters[i], report);
  resolve_kits (site, matters, all->len, report);
  for (guint i = 0; i < all->len; i++)
    if (matters[i])
      publish_document (site, matters[i], options);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < all->len; i++)
    if (matters[i] && is_wanted (&matters[i]->document, options))
      check_old_addresses (site, matters[i], taken, report);
  for (guint i = 0; i < all->len; i++)
    if (matters[i] && !is_wanted (&matters[i]->document, options))
      g_hash_table_remove (site->documents_by_path, matters[i]->document.path);
  for (guint i = 0; i < all->len; i++)
    if (matters[i]) {
      resolve_attachments (site, matters[i], report);
      resolve_cover (site, matters[i], report);
      check_texts (site, matters[i], report);
      if (!is_wanted (&matters[i]->document, options))
        arena_free (matters[i]->document.arena);
    }
}

/* --- one of them, once more --- */

static gboolean
are_same_texts (const char *const *a, const char *const *b)
{
  return g_strv_equal (a, b);
}

static gboolean
are_same_offices (const Office *const *a, const Office *const *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  for (; *a && *a == *b; a++, b++)
    ;
  return *a == *b;
}

/* TRUE when nothing but itself can have become another: what it says of offices, of other documents
 * and of its campaign is what it was. */
static gboolean
is_by_itself (const Document *old, const FrontMatter *matter)
{
  const Document *document = &matter->document;

  return document->kind == old->kind && strcmp (document->lang, old->lang) == 0
         && document->office == old->office
         && document->co_issuer == old->co_issuer && document->campaign == old->campaign
         && document->translation_of == old->translation_of && document->replaces == old->replaces
         && are_same_offices (document->joint_offices, old->joint_offices)
         && document->copy_mark.office == old->copy_mark.office
         && are_same_texts (document->distribute, old->distribute) && !matter->has_parts
         && old->n_parts == 0 && !document->is_urgent && !old->is_urgent && !document->menu
         && !old->menu && !document->series.name && !old->series.name
         && are_same_texts (document->old_addresses, old->old_addresses)
         && document_has_page (document) == document_has_page (old)
         && (document->products == 0) == (old->products == 0);
}

static void
retire_arena (Site *site, Arena *arena)
{
  if (site->retired == NULL)
    site->retired = g_ptr_array_new_with_free_func ((GDestroyNotify) arena_free);
  g_ptr_array_add (site->retired, arena);
}

static void
finish_again (Site *site, FrontMatter *matter, const LoadOptions *options, Report *report)
{
  warn_review (matter, options, report);
  note_changes (site, &matter->document);
  resolve_attachments (site, matter, report);
  resolve_cover (site, matter, report);
  check_texts (site, matter, report);
}

static Reread
reread_matter (Site *site, Document *document, FrontMatter *matter, const LoadOptions *options,
               Report *report)
{
  Document *again = &matter->document;
  Arena *old_arena = document->arena;

  name_document (site, again, document->path);
  resolve_matter (site, matter, report);
  if (!is_by_itself (document, matter) || !is_wanted (again, options)) {
    arena_free (again->arena);
    return REREAD_SITE;
  }
  again->kits = document->kits;
  again->n_kits = document->n_kits;
  again->replaced_by = document->replaced_by;
  finish_again (site, matter, options, report);
  /* The matter lies in the arena that the document takes over. */
  *document = *again;
  note_extras (site, document);
  retire_arena (site, old_arena);
  return REREAD_MATTER;
}

Reread
documents_reread (Site *site, Document *document, const LoadOptions *options, Report *report)
{
  g_autoptr (Report) own = report_new ();
  g_autoptr (Source) source = site_read_source (site, document->path, own);

  if (source == NULL || document->source)
    return REREAD_SITE;
  Digest digest = digest_of (source->text, source->length);
  if (digest_equal (&digest, &document->digest))
    return REREAD_SAME;
  FrontMatter *matter = front_matter_read (site, source, own);
  if (matter == NULL)
    return REREAD_SITE;
  gsize offset = MIN (matter->document.body_offset, source->length);
  const char *body = source->text + offset;
  matter->has_parts = has_part_tags (body);
  matter->document.has_fragments = link_fragments_are_in (body, source->length - offset);
  gboolean is_same_matter =
    digest_equal (&matter->document.matter_digest, &document->matter_digest);
  gboolean is_approved = document->approval.digest != NULL; /* which holds for the body, too */
  if (!is_same_matter || is_approved || matter->has_parts || document->n_parts > 0) {
    Reread change = reread_matter (site, document, matter, options, own);
    if (change != REREAD_SITE)
      report_join (report, own);
    return change;
  }
  document->digest = digest;
  document->length = source->length;
  document->has_fragments = matter->document.has_fragments;
  arena_free (matter->document.arena);
  return REREAD_BODY;
}
