/* SPDX-License-Identifier: MIT */
#include "render/linked_data.h"

#include "model/body.h"
#include "plan/plan.h"

#include <string.h>

/* Machines tell what is not said from what is empty: a key without a value is left out. */
static void
set_text (Value *map, const char *key, const char *text)
{
  if (text && *text)
    value_set_text (map, key, text);
}

static void
set_text_take (Value *map, const char *key, char *text_take)
{
  g_autofree char *text = text_take;
  set_text (map, key, text);
}

static void
put (Value *map, const char *key, Value *thing_take)
{
  value_set (map, key, thing_take);
}

static Value *
new_thing (const char *type)
{
  Value *map = value_map ();
  set_text (map, "@type", type);
  return map;
}

/* --- offices --- */

/* Whoever is named on a page: the same office has the same identifier on all of them. */
static Value *
office_thing (const PageContext *page, const Office *office)
{
  const Site *site = page->renderer->site;
  g_autofree char *path = plan_office_path (office, 1);
  g_autofree char *url = site_url (site, path);
  Value *map = new_thing ("GovernmentOrganization");

  set_text (map, "@id", url);
  set_text (map, "name", office->name);
  set_text (map, "address", office->address);
  set_text (map, "telephone", office->phone);
  set_text (map, "email", office->email);
  set_text (map, "url", office->web ? office->web : url);
  return map;
}

/* --- the way to a page --- */

static void
add_crumb (const Site *site, Value *list, const char *name, const char *path)
{
  Value *map = new_thing ("ListItem");

  set_text_take (map, "position", g_strdup_printf ("%u", value_length (list) + 1));
  set_text (map, "name", name);
  set_text_take (map, "item", site_url (site, path));
  value_add (list, map);
}

static const Section *
section_of (const PageContext *page)
{
  const Site *site = page->renderer->site;
  const Document *document = page->output->document;

  return document ? site_section_above (site, document) : page->output->section;
}

/* A letter shows what it is about, and not the title that lists have for it. */
static const char *
shown_name (const Document *document)
{
  return document->kind == KIND_LETTER && document->subject ? document->subject : document->title;
}

/* NULL for what stands at the top. */
static Value *
breadcrumbs (const PageContext *page)
{
  const Site *site = page->renderer->site;
  const Section *section = section_of (page);
  Value *map, *list;

  if (section == NULL)
    return NULL;
  list = value_list ();
  const SiteLanguage *language = site_language (site, output_lang (page->output));
  g_autofree char *home = plan_language_path (language, "index.html");
  add_crumb (site, list, language && language->title ? language->title : site->title, home);
  g_autofree char *path = plan_section_path (section, 1);
  add_crumb (site, list, section->title, path);
  if (page->output->document)
    add_crumb (site, list, shown_name (page->job->document), page->output->path);
  map = new_thing ("BreadcrumbList");
  put (map, "itemListElement", list);
  return map;
}

/* --- documents --- */

static void
set_document (Value *map, const PageContext *page, const char *name, const char *image)
{
  const Document *document = page->job->document;

  set_text (map, name, document->title);
  set_text (map, "description", document->summary);
  set_text_take (map, "url", site_url (page->renderer->site, page->output->path));
  set_text (map, "image", image);
}

static Value *
article (const PageContext *page, const char *image)
{
  const Document *document = page->job->document;
  Value *map = new_thing ("NewsArticle");

  set_document (map, page, "headline", image);
  set_text (map, "inLanguage", document->lang);
  if (date_is_set (document->date))
    set_text_take (map, "datePublished", date_iso (document->date));
  put (map, "author", office_thing (page, document->office));
  put (map, "publisher", office_thing (page, document->office));
  return map;
}

/* The steps of a guide, where a reader of the page finds them. */
static cmark_node *
find_steps (cmark_node *first)
{
  for (cmark_node *node = first; node; node = cmark_node_next (node)) {
    gboolean is_open = body_role (node) == BODY_CHANNEL && (body_detail (node) & CHANNEL_WEB);
    cmark_node *inner = is_open ? find_steps (cmark_node_first_child (node)) : NULL;
    if (body_role (node) == BODY_STEPS || inner)
      return inner ? inner : node;
  }
  return NULL;
}

static Value *
how_to_steps (cmark_node *list)
{
  Value *steps = value_list ();

  for (cmark_node *item = cmark_node_first_child (list); item; item = cmark_node_next (item)) {
    cmark_node *first = cmark_node_first_child (item);
    g_autofree char *text = first ? body_plain_text (first) : NULL;
    if (text == NULL || *text == '\0')
      continue;
    Value *step = new_thing ("HowToStep");
    set_text_take (step, "position", g_strdup_printf ("%u", value_length (steps) + 1));
    set_text (step, "text", text);
    value_add (steps, step);
  }
  return steps;
}

/* A text that waits for a value of the office is not what the page shows. */
static Value *
how_to_supplies (const Document *document)
{
  Value *list = value_list ();

  for (const char *const *need = document->details.needs; need && *need; need++) {
    if (strstr (*need, "{{"))
      continue;
    Value *supply = new_thing ("HowToSupply");
    set_text (supply, "name", *need);
    value_add (list, supply);
  }
  return list;
}

/* NULL without steps. */
static Value *
how_to (const PageContext *page, const char *image)
{
  cmark_node *body = page->job->body;
  cmark_node *list = body ? find_steps (cmark_node_first_child (body)) : NULL;

  if (list == NULL)
    return NULL;
  Value *map = new_thing ("HowTo");
  Value *supplies = how_to_supplies (page->job->document);
  set_document (map, page, "name", image);
  set_text (map, "inLanguage", page->job->document->lang);
  put (map, "step", how_to_steps (list));
  if (value_length (supplies) > 0)
    put (map, "supply", supplies);
  else
    value_free (supplies);
  return map;
}

/* Where it is done online, and who helps. */
static Value *
service (const PageContext *page, const char *image)
{
  const Document *document = page->job->document;
  Value *map = new_thing ("GovernmentService");
  Value *channel = new_thing ("ServiceChannel");

  set_document (map, page, "name", image);
  put (map, "provider", office_thing (page, document->office));
  set_text (channel, "serviceUrl", document->manual);
  if (document->office->phone) {
    Value *phone = new_thing ("ContactPoint");
    set_text (phone, "telephone", document->office->phone);
    put (channel, "servicePhone", phone);
  }
  if (value_length (channel) > 1)
    put (map, "availableChannel", channel);
  else
    value_free (channel);
  return map;
}

/* --- a page --- */

static void
add (Value *graph, Value *thing_take)
{
  if (thing_take)
    value_add (graph, thing_take);
}

static void
add_document (Value *graph, const PageContext *page, const char *image)
{
  switch (page->job->document->kind) {
  case KIND_BULLETIN:
    add (graph, article (page, image));
    break;
  case KIND_GUIDE:
    add (graph, how_to (page, image));
    add (graph, service (page, image));
    break;
  case KIND_LETTER:
  case KIND_CHECKLIST:
  case KIND_PAGE:
  case KIND_PROGRAMME:
  case KIND_QUESTION:
  case KIND_NOTICE:
  case N_KINDS:
    break;
  }
}

Value *
linked_data_new (const PageContext *page, const char *image)
{
  const Product *product = page->output->product;
  Value *graph = value_list ();

  if (product->data == PRODUCT_DATA_DOCUMENT)
    add_document (graph, page, image);
  if (product->data == PRODUCT_DATA_OFFICE || product->data == PRODUCT_DATA_HOME)
    add (graph, office_thing (page, page->output->office));
  if (product->data == PRODUCT_DATA_DOCUMENT || product->data == PRODUCT_DATA_SECTION)
    add (graph, breadcrumbs (page));
  if (value_length (graph) == 0) {
    value_free (graph);
    return value_null ();
  }
  Value *map = value_map ();
  set_text (map, "@context", "https://schema.org");
  put (map, "@graph", graph);
  return map;
}
