/* SPDX-License-Identifier: MIT */
#include "render/page_context.h"

#include "render/html/body.h"

#include <string.h>

char *
page_url (const Site *site, const char *path)
{
  if (site->base_url == NULL)
    return NULL;
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  return g_strconcat (site->base_url, strcmp (path, "index.html") == 0 ? "" : escaped, NULL);
}

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

void
page_set (PageContext *page, const char *title, const char *description, const char *lang)
{
  Value *map = value_map ();

  value_set_text (map, "title", title);
  value_set_text (map, "description", description);
  value_set_text (map, "lang", lang);
  value_set_text_take (map, "canonical",
                       page_url (page->renderer->site, canonical_path (page->output)));
  value_set_bool (map, "is_hidden", page->output->product->is_hidden || is_of_draft (page->output));
  value_set (page->data, "page", map);
}

Value *
page_body (const PageContext *page, DocumentKind kind, Value *contents)
{
  GString *html = g_string_sized_new (page->job->source->length + 1024);
  page->job->has_pictures =
    html_body (page->job->body, kind, page->renderer->site,
               document_colour (page->output->document), contents, page->renderer->has_lines, html);
  return value_text_take (g_string_free (html, FALSE));
}
