/* SPDX-License-Identifier: MIT */
#include "load/matter_texts.h"

#include "base/i18n.h"
#include "load/facts.h"
#include "load/link.h"
#include "load/site_source.h"

#include <string.h>

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
report_circle (const Site *site, const FrontMatter *matter, const GPtrArray *way, Report *report)
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
    const Document *part = link_find_document (site, from, paths->pdata[i]);
    if (part == NULL && from == &matter->document)
      report_part (site, matter, paths->pdata[i], source, report);
    if (part == NULL)
      continue;
    if (part == &matter->document) {
      report_circle (site, matter, way, report);
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

void
matter_resolve_parts (const Site *site, FrontMatter *matter, Report *report)
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

  for (; tag_find (text, &tag); text = tag.end) {
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

static void
add_marked (GPtrArray *texts, const char *text)
{
  if (text && fact_is_marked (text))
    g_ptr_array_add (texts, (gpointer) text);
}

/* Texts of the front matter that name a value. Caller unrefs; the texts are borrowed. */
static GPtrArray *
marked_texts (const Document *document)
{
  const Details *details = &document->details;
  const char *const single[] = { details->duration, details->fee, details->where, details->who,
                                 details->hours };
  const char *const *const lists[] = { details->needs, details->help_points, details->contacts,
                                       details->areas };
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; document->voiced && i < N_VOICED; i++)
    add_marked (texts, document->voiced[i]);
  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    add_marked (texts, single[i]);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const char *const *text = lists[i]; *text; text++)
      add_marked (texts, *text);
  return texts;
}

void
matter_check_texts (const Site *site, FrontMatter *matter, Report *report)
{
  Document *document = &matter->document;
  g_autoptr (GPtrArray) texts = marked_texts (document);
  g_autoptr (GPtrArray) asked = g_ptr_array_new (); /* char */
  g_autoptr (Source) reread = NULL;
  const Source *source =
    texts->len > 0 ? site_document_source (site, document, &reread, report) : NULL;

  for (guint i = 0; source && i < texts->len; i++)
    check_text (site, matter, texts->pdata[i], source, asked, report);
  if (asked->len > 0)
    document->asked = arena_list (document->arena, (const char *const *) asked->pdata, asked->len);
}
