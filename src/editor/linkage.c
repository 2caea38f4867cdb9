/* SPDX-License-Identifier: MIT */
#include "editor/linkage.h"

#include "base/i18n.h"
#include "model/product.h"
#include "model/web.h"
#include "text/fold.h"

#include <string.h>

struct Linkage {
  const Site *site;
  GHashTable *documents; /* href → Document, borrowed */
  GHashTable *found;   /* Set<Document>: something leads there; under the lock */
  GHashTable *outer;     /* address → OuterLink, owned; under the lock */
  GMutex lock;
};

static void
outer_free (gpointer data)
{
  OuterLink *link = data;
  g_free (link->url);
  g_free (link->path);
  g_free (link->line);
  g_free (link);
}

Linkage *
linkage_new (const Site *site)
{
  Linkage *linkage = g_new0 (Linkage, 1);

  linkage->site = site;
  linkage->documents = g_hash_table_new (g_str_hash, g_str_equal);
  linkage->found = g_hash_table_new (NULL, NULL);
  linkage->outer = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, outer_free);
  g_mutex_init (&linkage->lock);
  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    g_hash_table_insert (linkage->documents, (gpointer) document->href, (gpointer) document);
  }
  return linkage;
}

void
linkage_free (Linkage *linkage)
{
  if (linkage == NULL)
    return;
  g_hash_table_unref (linkage->documents);
  g_hash_table_unref (linkage->found);
  g_hash_table_unref (linkage->outer);
  g_mutex_clear (&linkage->lock);
  g_free (linkage);
}

/* --- one link --- */

static Place
place_of (cmark_node *node)
{
  return (Place){ body_line (node), 0 };
}

static gboolean
is_short_link (const char *url)
{
  static const char *const hosts[] = { "bit.ly",      "tinyurl.com", "goo.gl",   "t.co",
                                       "is.gd",       "ow.ly",       "cutt.ly",  "by.com.vn",
                                       "shorturl.at", "rebrand.ly",  "s.net.vn", "urlvn.net",
                                       NULL };
  g_autofree char *host = web_host (url);
  return host && g_strv_contains (hosts, host);
}

/* The address of a page from the root of the site, of a link as it stands in the page `from`; NULL
 * when it is one of another site. Caller frees. */
static char *
href_from_root (const Site *site, const char *from, const char *url)
{
  gboolean is_own = site->base_url && g_str_has_prefix (url, site->base_url);
  const char *path = is_own ? url + strlen (site->base_url) : url;
  g_autofree char *plain = g_strndup (path, strcspn (path, "#?"));
  g_autofree char *folder = g_path_get_dirname (is_own ? "" : from);
  g_autofree char *base = g_strconcat ("/", strcmp (folder, ".") == 0 ? "" : folder, NULL);
  g_autofree char *whole = g_canonicalize_filename (plain, base);

  return strchr (path, ':') ? NULL : g_strdup (whole + 1);
}

static const Document *
find_target (const Linkage *linkage, const char *from, const char *url)
{
  g_autofree char *href = href_from_root (linkage->site, from, url);
  return href ? g_hash_table_lookup (linkage->documents, href) : NULL;
}

static void
add_target (Linkage *linkage, const Document *own, const char *url)
{
  const Document *target = find_target (linkage, own ? own->href : "", url);

  if (target == NULL || target == own)
    return;
  g_mutex_lock (&linkage->lock);
  g_hash_table_add (linkage->found, (gpointer) target);
  g_mutex_unlock (&linkage->lock);
}

static gboolean
is_outer (const Site *site, const char *url)
{
  return (g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://"))
         && !(site->base_url && g_str_has_prefix (url, site->base_url));
}

/* Which document names it first does not depend on threads. */
static gboolean
is_earlier (const OuterLink *link, const char *path, guint number)
{
  int order = strcmp (path, link->path);
  return order ? order < 0 : number < link->number;
}

static void
add_outer (Linkage *linkage, const Manuscript *manuscript, const char *url, guint number)
{
  const char *path = manuscript->document->path;

  if (!is_outer (linkage->site, url))
    return;
  g_mutex_lock (&linkage->lock);
  const OuterLink *known = g_hash_table_lookup (linkage->outer, url);
  if (known == NULL || is_earlier (known, path, number)) {
    OuterLink *link = g_new (OuterLink, 1);
    *link = (OuterLink){ g_strdup (url), g_strdup (path),
                         source_line (manuscript->source, MAX (number, 1)), MAX (number, 1) };
    g_hash_table_replace (linkage->outer, link->url, link);
  }
  g_mutex_unlock (&linkage->lock);
}

/* Where it leads is a page of the site that is out of date. */
static void
check_target (const Linkage *linkage, const Review *review, cmark_node *node, const char *url)
{
  const Document *own = review->manuscript->document;
  const Document *target = strchr (url, ':') ? NULL : find_target (linkage, own->href, url);

  if (target == NULL || target == own)
    return;
  if (target->replaced_by && target->replaced_by != own)
    remark_at (review, "TIME-03", place_of (node),
               _ ("lead to the new one, or say that this one is of the past"),
               _ ("this leads to “%s”, which “%s” replaces"), target->path,
               target->replaced_by->path);
  else if (document_is_expired (target, linkage->site->now)
           && !document_is_expired (own, linkage->site->now))
    remark_at (review, "TIME-04", place_of (node), _ ("lead to something that still holds"),
               _ ("this leads to “%s”, which has expired"), target->path);
}

static void
check_words (const Review *review, cmark_node *node)
{
  static const char *const empty[] = {
    "tai day",    "o day",       "day",          "xem them",      "xem tai day", "link",
    "duong link", "bam vao day", "nhan vao day", "click vao day", "click here",  "here",
    "xem",        "chi tiet",    "xem chi tiet", "truy cap",      NULL
  };
  g_autofree char *text = body_plain_text (node);
  g_autofree char *slug = text_slug (text);

  g_strdelimit (slug, "-", ' ');
  if (g_strv_contains (empty, slug))
    remark_at (review, "ACCESS-03", place_of (node),
               _ ("let the words of the link say where it leads"),
               _ ("a link that says “%s” says nothing to who hears only the links"), text);
}

static void
read_link (Linkage *linkage, const Review *review, cmark_node *node)
{
  const char *url = cmark_node_get_url (node);

  check_words (review, node);
  if (url == NULL)
    return;
  if (is_short_link (url))
    remark_at (review, "LINK-01", place_of (node), _ ("write the address it stands for"),
               _ ("nobody sees where “%s” leads"), url);
  check_target (linkage, review, node, url);
  add_target (linkage, review->manuscript->document, url);
  add_outer (linkage, review->manuscript, url, body_line (node));
}

void
linkage_read (Linkage *linkage, const Review *review)
{
  const Document *document = review->manuscript->document;

  if (document->manual) {
    add_target (linkage, document, document->manual);
    add_outer (linkage, review->manuscript, document->manual, 1);
  }
  if (review->manuscript->root == NULL)
    return;
  cmark_iter *iter = cmark_iter_new (review->manuscript->root);
  cmark_event_type event;
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE) {
    cmark_node *node = cmark_iter_get_node (iter);
    if (event == CMARK_EVENT_ENTER && cmark_node_get_type (node) == CMARK_NODE_LINK
        && body_line (node) > 0)
      read_link (linkage, review, node);
  }
  cmark_iter_free (iter);
}

/* --- the whole --- */

/* What the site itself leads to from every page, or by a printed code. */
static void
add_links_of_site (Linkage *linkage)
{
  const Site *site = linkage->site;

  for (guint i = 0; i < site->menu->len; i++) {
    const SiteLink *link = &g_array_index (site->menu, SiteLink, i);
    if (link->href)
      add_target (linkage, NULL, link->href);
  }
  if (site->emergency.title && site->emergency.href)
    add_target (linkage, NULL, site->emergency.href);
  if (site->manual)
    add_target (linkage, NULL, site->manual);
  for (guint i = 0; i < site->short_links->len; i++) {
    const ShortLink *link = &g_array_index (site->short_links, ShortLink, i);
    if (link->target)
      add_target (linkage, NULL, link->target);
  }
}

/* Lists of sections, of series and of languages have all that stands in them; what stands beside
 * the sections is found by what leads there alone. The lists of all pages there are help nobody who
 * does not know that there is such a page. */
static gboolean
is_in_list (const Site *site, const Document *document)
{
  return *document->section != '\0' || document->menu || document->translation_of
         || document->series.name || !document_is_listed (document, site->now)
         || date_is_set (document->broadcast.from);
}

void
linkage_report (Linkage *linkage, Report *report)
{
  const Rule *rule = rule_find ("LINK-08");

  add_links_of_site (linkage);
  for (guint i = 0; i < linkage->site->documents->len; i++) {
    const Document *document = linkage->site->documents->pdata[i];
    const Source named = { document->path, "", 0 };
    if (!is_in_list (linkage->site, document) && !g_hash_table_contains (linkage->found, document))
      report_finding (report, rule->level, rule->code, &named, (Place){ 0, 0 }, 0,
                      _ ("link to it, give it “menu” (“thực đơn”), or put it into the folder of a "
                         "section"),
                      _ ("no list, menu or other page leads to this one"));
  }
}

static int
compare_outer (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const OuterLink *const *) a)->url, (*(const OuterLink *const *) b)->url);
}

GPtrArray *
linkage_outer (Linkage *linkage)
{
  GPtrArray *outer = g_ptr_array_new_with_free_func (outer_free);
  GHashTableIter iter;
  gpointer link;

  g_hash_table_iter_init (&iter, linkage->outer);
  while (g_hash_table_iter_next (&iter, NULL, &link)) {
    g_hash_table_iter_steal (&iter);
    g_ptr_array_add (outer, link);
  }
  g_ptr_array_sort (outer, compare_outer);
  return outer;
}
