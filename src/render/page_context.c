/* SPDX-License-Identifier: MIT */
#include "render/page_context.h"

#include "render/html/body.h"
#include "render/sheet.h"
#include "render/view.h"

#include <string.h>

/* Where search engines are to lead: what is made of a document for others, or for an announcer, has
 * the words of its page. */
static const char *
canonical_path (const Output *output)
{
  gboolean is_twin = output->document && output->product->is_hidden;
  return is_twin && document_has_page (output->document) ? output->document->href : output->path;
}

static gboolean
is_of_draft (const Output *output)
{
  return output->document && output->document->is_draft;
}

/* --- the same in other languages --- */

/* TRUE of the page of a document, and not of what else was made of it. */
static gboolean
is_page_of_document (const Output *output)
{
  return output->document && output->product->scope == PRODUCT_OF_DOCUMENT
         && strcmp (output->path, output->document->href) == 0;
}

/* Where the same page stands in a language; NULL when it does not. Caller frees. */
static char *
path_in_language (const PageContext *page, const SiteLanguage *language)
{
  const Site *site = page->renderer->site;
  const Plan *plan = page->renderer->plan;
  const Output *output = page->output;
  const Document *same = is_page_of_document (output)
                           ? plan_translation (plan, site, output->document, language)
                           : NULL;
  gboolean is_in_each =
    output->product->data == PRODUCT_DATA_HOME || output->product->data == PRODUCT_DATA_SEARCH
    || output->product->scope == PRODUCT_OF_LANGUAGE;

  if (same)
    return g_strdup (same->href);
  return is_in_each ? plan_language_path (language, output->product->file) : NULL;
}

static void
add_language (const PageContext *page, const SiteLanguage *language, Value *list, Value *alternates)
{
  const Site *site = page->renderer->site;
  const char *code = language ? language->code : "vi";
  g_autofree char *same = path_in_language (page, language);
  g_autofree char *url = same ? site_url (site, same) : NULL;
  Value *map = value_map ();

  value_set_text (map, "title", site_language_name (site, code));
  value_set_text (map, "lang", code);
  value_set_text_take (map, "href",
                       same ? g_strdup (same) : plan_language_path (language, "index.html"));
  value_set_bool (map, "is_current", site_language (site, output_lang (page->output)) == language);
  view_list_add (list, map);
  if (url == NULL)
    return;
  map = value_map ();
  value_set_text (map, "lang", code);
  value_set_text (map, "url", url);
  view_list_add (alternates, map);
}

/* `languages`: of the switch; `alternates`: for search engines, where the page stands in more than
 * one language. */
static void
set_languages (const PageContext *page, Value *map)
{
  const Site *site = page->renderer->site;
  Value *list = value_list ();
  Value *alternates = value_list ();

  if (site->languages->len > 0 && page->output->product->form == PRODUCT_PAGE)
    add_language (page, NULL, list, alternates);
  for (guint i = 0; value_length (list) > 0 && i < site->languages->len; i++)
    add_language (page, &g_array_index (site->languages, SiteLanguage, i), list, alternates);
  view_list_end (list, value_length (list));
  value_set (map, "languages", list);
  value_set (map, "alternates", value_length (alternates) > 1 ? alternates : value_list ());
  if (value_length (alternates) <= 1)
    value_free (alternates);
}

void
page_set (PageContext *page, const char *title, const char *description, const char *lang)
{
  Value *map = value_map ();

  value_set_text (map, "title", title);
  value_set_text (map, "description", description);
  value_set_text (map, "lang", lang);
  value_set_text_take (map, "canonical",
                       site_url (page->renderer->site, canonical_path (page->output)));
  value_set_bool (map, "is_hidden", page->output->product->is_hidden || is_of_draft (page->output));
  set_languages (page, map);
  value_set (page->data, "page", map);
}

void
page_set_by_product (PageContext *page, const char *description, const char *lang)
{
  const char *title = site_text (page->renderer->site, lang, page->output->product->text);
  page_set (page, title, description, lang);
}

Value *
job_sheet_view (RenderJob *job)
{
  if (job->sheet_view == NULL)
    job->sheet_view = sheet_view (job->renderer->site, job->document, job->body);
  return job->sheet_view;
}

Value *
page_body (const PageContext *page, DocumentKind kind, Value *contents)
{
  GString *html = g_string_sized_new (page->job->source->length + 1024);
  page->job->has_pictures =
    html_body (page->job->body, kind, page->renderer->site, output_lang (page->output),
               document_colour (page->output->document), contents, page->renderer->has_lines, html);
  return value_text_take (g_string_free (html, FALSE));
}
