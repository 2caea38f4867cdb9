/* SPDX-License-Identifier: MIT */
/* A document is parsed when its pages are made, and not when they are there already; so whether a
 * heading is in another document is asked apart from that, of the few that ask. */
#include "load/fragments.h"

#include "base/i18n.h"
#include "base/suggest.h"
#include "load/body.h"
#include "load/site_source.h"
#include "load/link.h"
#include "model/heading_ids.h"

#include <string.h>

typedef struct {
  const Site *site;
  GHashTable *headings; /* Document, borrowed → ids of its headings, owned */
  Report *report;
} Check;

/* The headings of appendices of letters stand in boxes that templates make. */
static gboolean
is_of_appendix (cmark_node *heading)
{
  return body_opens_annex (heading) || body_role (heading) == BODY_APPENDIX_TITLE;
}

/* Headings of the page, in its order. */
static void
add_headings (cmark_node *parent, DocumentKind kind, GHashTable *ids)
{
  for (cmark_node *node = cmark_node_first_child (parent); node; node = cmark_node_next (node)) {
    if (cmark_node_get_type (node) == CMARK_NODE_HEADING) {
      if (kind != KIND_LETTER || !is_of_appendix (node))
        heading_ids_add (ids, node);
    } else if (body_is_for (node, CHANNEL_WEB)) {
      guint number = heading_ids_step (node);
      if (number > 0)
        g_free (heading_ids_add_step (ids, number));
      add_headings (node, kind, ids);
    }
  }
}

static GHashTable *
headings_of (Check *check, const Document *document)
{
  GHashTable *ids = g_hash_table_lookup (check->headings, document);
  g_autoptr (Report) said = report_new (); /* all of it was, when its pages were made */
  g_autoptr (Source) reread = NULL;

  if (ids)
    return ids;
  ids = heading_ids_new ();
  g_hash_table_insert (check->headings, (gpointer) document, ids);
  const Source *source = site_document_source (check->site, document, &reread, said);
  g_autoptr (Body) body =
    source ? body_load (check->site, document, document->office, source, said) : NULL;
  if (body)
    add_headings (body_root (body), document->kind, ids);
  return ids;
}

static void
check_link (Check *check, const Document *document, const Source *source, const BodyLink *link)
{
  const char *mark = strchr (link->url, '#');
  g_autofree char *path = g_strndup (link->url, mark - link->url);
  g_autofree char *name = g_uri_unescape_string (mark + 1, NULL);
  const Document *target = *path ? link_document (check->site, document, path) : document;

  if (target == NULL || name == NULL || *name == '\0')
    return;
  GHashTable *ids = headings_of (check, target);
  if (heading_ids_has (ids, name))
    return;
  g_autofree char **all = (char **) g_hash_table_get_keys_as_array (ids, NULL);
  const char *nearest = suggest_word (name, (const char *const *) all);
  g_autofree char *advice = nearest
                              ? g_strdup_printf (_ ("did you mean “%s”?"), nearest)
                              : g_strdup (_ ("write it as it is in the address of the page: "
                                             "small letters without marks, “-” between words"));
  report_error (check->report, source, link->place, advice, _ ("no heading of “%s” is called “%s”"),
                target->path, name);
}

static void
check_document (Check *check, const Document *document)
{
  g_autoptr (Report) said = report_new ();
  g_autoptr (Source) reread = NULL;
  const Source *source = site_document_source (check->site, document, &reread, said);
  g_autoptr (Body) body =
    source ? body_load (check->site, document, document->office, source, said) : NULL;

  if (body == NULL)
    return;
  g_autoptr (GPtrArray) links = body_take_links (body);
  g_clear_pointer (&body, body_free); /* others are loaded now */
  for (guint i = 0; i < links->len; i++)
    check_link (check, document, source, links->pdata[i]);
}

void
fragments_check (const Site *site, Report *report)
{
  g_autoptr (GHashTable) headings =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  Check check = { site, headings, report };

  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    if (document->has_fragments)
      check_document (&check, document);
  }
  if (site->home && site->home->has_fragments)
    check_document (&check, site->home);
}
