/* SPDX-License-Identifier: MIT */
#include "model/site.h"

#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

/* Of the code of a commune: a shorter one stands in any list by chance. */
#define COMMUNE_DIGITS 5

static void
document_free (gpointer data)
{
  /* The document itself lives in its arena. */
  arena_free (((Document *) data)->arena);
}

static void
campaign_clear (gpointer data)
{
  /* The rest lives in the arena of the site. */
  value_free (((Campaign *) data)->values);
}

Site *
site_new (void)
{
  Site *site = g_new0 (Site, 1);
  site->arena = arena_new ();
  site->qr_ecc = 'M';
  site->sections = g_array_new (FALSE, TRUE, sizeof (Section));
  site->menu = g_array_new (FALSE, TRUE, sizeof (SiteLink));
  site->localities = locality_table_new ();
  site->offices = g_hash_table_new (g_str_hash, g_str_equal);
  site->committees = g_hash_table_new (g_str_hash, g_str_equal);
  site->broken_offices = g_hash_table_new (g_str_hash, g_str_equal);
  site->office_list = g_ptr_array_new ();
  site->documents = g_ptr_array_new_with_free_func (document_free);
  site->files = g_array_new (FALSE, TRUE, sizeof (SiteFile));
  site->hrefs = g_hash_table_new (g_str_hash, g_str_equal);
  site->documents_by_path = g_hash_table_new (g_str_hash, g_str_equal);
  site->campaigns = g_ptr_array_new_with_free_func (campaign_clear);
  site->synonyms = g_ptr_array_new ();
  site->languages = g_array_new (FALSE, FALSE, sizeof (SiteLanguage));
  site->texts =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) value_free);
  site->short_links = g_array_new (FALSE, FALSE, sizeof (ShortLink));
  site->short_ids = g_hash_table_new (g_str_hash, g_str_equal);
  site->extra_keys = g_hash_table_new (g_str_hash, g_str_equal);
  site->data = value_map ();
  site->until = G_MAXINT64;
  return site;
}

void
site_free (Site *site)
{
  if (site == NULL)
    return;
  g_array_unref (site->sections);
  g_array_unref (site->menu);
  locality_table_free (site->localities);
  g_hash_table_unref (site->offices);
  g_hash_table_unref (site->committees);
  g_hash_table_unref (site->broken_offices);
  g_ptr_array_unref (site->office_list);
  g_ptr_array_unref (site->documents);
  if (site->home)
    document_free ((Document *) site->home);
  g_array_unref (site->files);
  g_hash_table_unref (site->hrefs);
  g_hash_table_unref (site->documents_by_path);
  g_ptr_array_unref (site->campaigns);
  g_ptr_array_unref (site->synonyms);
  g_array_unref (site->languages);
  g_hash_table_unref (site->texts);
  g_array_unref (site->short_links);
  g_hash_table_unref (site->short_ids);
  g_hash_table_unref (site->extra_keys);
  value_free (site->data);
  value_free (site->lexicon);
  source_free (site->lexicon_source);
  arena_free (site->arena);
  if (site->retired)
    g_ptr_array_unref (site->retired);
  g_free (site);
}

gboolean
site_has_emergency (const Site *site)
{
  return site->emergency.title && site->emergency_until > site->now;
}

const Section *
site_section (const Site *site, const char *id)
{
  for (guint i = 0; i < site->sections->len; i++) {
    const Section *section = &g_array_index (site->sections, Section, i);
    if (strcmp (section->id, id) == 0)
      return section;
  }
  return NULL;
}

char *
site_kind_name (const Site *site, const char *lang, DocumentKind kind)
{
  g_autofree char *key = g_strconcat ("kind_", document_kind_id (kind), NULL);
  return g_strdup (site_text (site, lang, key));
}

char *
site_kind_text (const Site *site, const Document *document)
{
  return document->type ? text_capitalise (document->type)
                        : site_kind_name (site, document->lang, document->kind);
}

gboolean
section_is_language (const Section *section)
{
  return section->language && strcmp (section->id, section->language->code) == 0;
}

gboolean
section_is_in_menu (const Section *section, const SiteLanguage *language)
{
  return section->language == language && !section_is_language (section);
}

const Section *
site_section_above (const Site *site, const Document *document)
{
  const SiteLanguage *language = site_language (site, document->lang);
  const Section *section = site_section (site, document->section);

  return language == NULL || (section && section_is_in_menu (section, language)) ? section : NULL;
}

guint
site_picture_width (const Site *site, const char *href, guint height)
{
  const SiteFile *file = href ? site_file (site, href) : NULL;

  return file && file->shown_height > 0
           ? (height * file->shown_width + file->shown_height / 2) / file->shown_height
           : 0;
}

char *
site_url (const Site *site, const char *path)
{
  if (site->base_url == NULL)
    return NULL;
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  return g_strconcat (site->base_url, strcmp (path, "index.html") == 0 ? "" : escaped, NULL);
}

/* "en" of "en-GB" */
static gsize
main_language_length (const char *lang)
{
  return strcspn (lang, "-");
}

/* Caller frees. */
static char *
main_language (const char *lang)
{
  return g_strndup (lang, main_language_length (lang));
}

/* NULL when nobody wrote them. */
static const Value *
own_texts (const Site *site, const char *lang)
{
  const Value *texts = g_hash_table_lookup (site->texts, lang);

  if (texts)
    return texts;
  g_autofree char *code = main_language (lang);
  return g_hash_table_lookup (site->texts, code);
}

const Value *
site_texts (const Site *site, const char *lang)
{
  if (site->texts == NULL)
    return NULL;
  const Value *texts = own_texts (site, lang);
  return texts ? texts : g_hash_table_lookup (site->texts, "vi");
}

gboolean
site_has_texts (const Site *site, const char *lang)
{
  return site->texts && own_texts (site, lang);
}

const char *
site_text (const Site *site, const char *lang, const char *key)
{
  const Value *texts = site_texts (site, lang);

  if (texts == NULL)
    return key;
  const Value *text = value_find (texts, key);
  g_assert (text); /* load/texts.h gives every language all keys */
  return value_get_text (text, NULL);
}

const char *
site_language_name (const Site *site, const char *lang)
{
  return site_has_texts (site, lang) ? site_text (site, lang, "language_name") : lang;
}

const SiteLanguage *
site_language (const Site *site, const char *lang)
{
  gsize length = main_language_length (lang);

  for (guint i = 0; site->languages && i < site->languages->len; i++) {
    const SiteLanguage *language = &g_array_index (site->languages, SiteLanguage, i);
    if (strncmp (language->code, lang, length) == 0 && language->code[length] == '\0')
      return language;
  }
  return NULL;
}

void
site_add_short_link (Site *site, const ShortLink *link)
{
  g_array_append_val (site->short_links, *link);
  g_hash_table_insert (site->short_ids, (gpointer) link->id,
                       GUINT_TO_POINTER (site->short_links->len));
}

const ShortLink *
site_short_link (const Site *site, const char *id)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (site->short_ids, id));
  return number > 0 ? &g_array_index (site->short_links, ShortLink, number - 1) : NULL;
}

const Campaign *
site_campaign (const Site *site, const char *id)
{
  if (id == NULL)
    return site->campaigns->len == 1 ? site->campaigns->pdata[0] : NULL;
  for (guint i = 0; i < site->campaigns->len; i++)
    if (strcmp (((const Campaign *) site->campaigns->pdata[i])->id, id) == 0)
      return site->campaigns->pdata[i];
  return NULL;
}

const Office *
site_office (const Site *site, const char *id)
{
  return g_hash_table_lookup (site->offices, id);
}

gboolean
site_lost_office (const Site *site, const char *id)
{
  return g_hash_table_contains (site->broken_offices, id) || site_lost_locality (site, id);
}

gboolean
site_lost_locality (const Site *site, const char *code)
{
  return site->broken_localities && strlen (code) >= COMMUNE_DIGITS
         && strstr (site->broken_localities, code);
}

const Document *
site_document (const Site *site, const char *path)
{
  return g_hash_table_lookup (site->documents_by_path, path);
}

void
site_changes_at (Site *site, Moment moment)
{
  if (moment != MOMENT_NONE && moment > site->now)
    site->until = MIN (site->until, moment);
}

static int
compare_href (gconstpointer href, gconstpointer file)
{
  return strcmp (href, ((const SiteFile *) file)->href);
}

char *
site_narrowed_href (const char *href, guint width)
{
  return g_strdup_printf ("%s.%u.webp", href, width);
}

const SiteFile *
site_file (const Site *site, const char *href)
{
  return site->files->len
           ? bsearch (href, site->files->data, site->files->len, sizeof (SiteFile), compare_href)
           : NULL;
}
