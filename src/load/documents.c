/* SPDX-License-Identifier: MIT */
#include "load/documents.h"

#include "base/i18n.h"
#include "base/parallel.h"
#include "load/kits.h"
#include "load/link.h"
#include "load/matter.h"
#include "load/matter_texts.h"
#include "load/site_source.h"
#include "model/fact.h"
#include "model/product.h"
#include "text/fold.h"

#include <string.h>

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

/* What can be seen of the text without parsing it. */
static void
note_body (FrontMatter *matter, const Source *source)
{
  gsize offset = MIN (matter->document.body_offset, source->length);
  const char *body = source->text + offset;

  matter->has_parts = has_part_tags (body);
  matter->document.has_fragments = link_fragments_are_in (body, source->length - offset);
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
    note_body (matter, source);
    keep_source (work, &matter->document, source);
  }
  work->matters[index] = matter;
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
  const char *lang = ((const Document *) parts->pdata[0])->lang;
  if (!lang_is_vietnamese (lang))
    g_string_append_printf (text, "ngôn ngữ: %s\n", lang);
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
    g_ptr_array_sort (parts, document_compare_parts);
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

static void
note_extras (Site *site, const Document *document)
{
  for (guint i = 0; i < document->n_extras; i++)
    g_hash_table_add (site->extra_keys, (gpointer) document->extras[i].key);
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
    matter_resolve (site, matter, report);
    warn_review (matter, options, report);
    note_changes (site, &matter->document);
  }
  for (guint i = 0; i < all->len; i++)
    if (matters[i])
      matter_check_circles (site, matters[i], report);
  resolve_kits (site, matters, all->len, report);
  for (guint i = 0; i < all->len; i++)
    if (matters[i])
      publish_document (site, matters[i], options);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < all->len; i++)
    if (matters[i] && is_wanted (&matters[i]->document, options))
      matter_check_old_addresses (site, matters[i], taken, report);
  for (guint i = 0; i < all->len; i++)
    if (matters[i] && !is_wanted (&matters[i]->document, options))
      g_hash_table_remove (site->documents_by_path, matters[i]->document.path);
  for (guint i = 0; i < all->len; i++)
    if (matters[i]) {
      matter_resolve_files (site, matters[i], report);
      matter_check_texts (site, matters[i], report);
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
         && document->office == old->office && document->co_issuer == old->co_issuer
         && document->campaign == old->campaign && document->translation_of == old->translation_of
         && document->replaces == old->replaces
         && are_same_offices (document->joint_offices, old->joint_offices)
         && document->copy_mark.office == old->copy_mark.office
         && are_same_texts (document->distribute, old->distribute) && !matter->has_parts
         && old->n_parts == 0 && !document->is_urgent && !old->is_urgent
         && !(old->translation_of && old->translation_of->is_urgent) && !document->menu
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
  matter_resolve_files (site, matter, report);
  matter_check_texts (site, matter, report);
}

static Reread
reread_matter (Site *site, Document *document, FrontMatter *matter, const LoadOptions *options,
               Report *report)
{
  Document *again = &matter->document;
  Arena *old_arena = document->arena;

  name_document (site, again, document->path);
  matter_resolve (site, matter, report);
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
  note_body (matter, source);
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
