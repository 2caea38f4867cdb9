/* SPDX-License-Identifier: MIT */
#include "render/share.h"

#include "render/linked_data.h"

/* The colours of the style sheet where a site has none of its own. */
#define GROUND "#ffffff"
#define ACCENT "#b3131b"

#define BUILT_IN_ICON "assets/bieu-tuong.svg"

/* The first of these in the root of the site; else the emblem of the office, which is a drawing or
 * a small picture; else the one of loa. */
static const char *
icon_of (const PageContext *page)
{
  static const char *const names[] = { "favicon.svg", "favicon.png", "favicon.ico" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (site_file (page->renderer->site, names[i]))
      return names[i];
  const char *emblem = page->output->office->emblem;
  return emblem ? emblem : BUILT_IN_ICON;
}

/* How the home screen of a phone is to show it. */
static Value *
view_icons (const PageContext *page)
{
  static const struct {
    const char *ending, *type;
  } types[] = {
    { ".svg", "image/svg+xml" }, { ".png", "image/png" },    { ".ico", "image/x-icon" },
    { ".jpg", "image/jpeg" },    { ".jpeg", "image/jpeg" },  { ".webp", "image/webp" },
  };
  const char *icon = icon_of (page);
  const SiteFile *file = site_file (page->renderer->site, icon);
  Value *list = value_list ();

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    if (!g_str_has_suffix (icon, types[i].ending))
      continue;
    Value *map = value_map ();
    value_set_text (map, "src", icon);
    value_set_text_take (map, "sizes",
                         file && file->picture.width > 0
                           ? g_strdup_printf ("%ux%u", file->picture.width, file->picture.height)
                           : g_strdup ("any"));
    value_set_text (map, "type", types[i].type);
    value_add (list, map);
  }
  return list;
}

void
share_fill_manifest (PageContext *page)
{
  const Site *site = page->renderer->site;
  Value *map = value_map ();

  value_set_text (map, "name", site->title);
  if (site->summary)
    value_set_text (map, "description", site->summary);
  value_set_text (map, "lang", "vi");
  value_set_text (map, "start_url", "index.html");
  value_set_text (map, "scope", "./");
  value_set_text (map, "display", "minimal-ui");
  value_set_text (map, "background_color", GROUND);
  value_set_text (map, "theme_color", site->look.colour ? site->look.colour : ACCENT);
  value_set (map, "icons", view_icons (page));
  value_set (page->data, "manifest", map);
  page_set (page, site->title, NULL, "vi");
}

/* Apps take a picture made of dots, at a full address. */
static gboolean
may_be_sent (const SiteFile *file)
{
  return file && file->picture.width > 0;
}

/* The widest of the pictures made of the document, which apps show in full. */
static const Output *
card_of (const RenderJob *job)
{
  for (guint i = 0; i < job->n_outputs; i++)
    if (job->outputs[i].product->form == PRODUCT_PICTURE)
      return &job->outputs[i];
  return NULL;
}

/* What stands for the page: its card, or else the picture its author gave it. Its size may be left
 * at 0. */
static void
set_image (Value *share, const PageContext *page)
{
  const Site *site = page->renderer->site;
  const Document *document = page->output->document;
  const Cover *cover = document ? &document->cover : NULL;
  const SiteFile *file = cover && cover->file ? site_file (site, cover->file) : NULL;
  const Output *card = card_of (page->job);
  Value *image;

  value_set (share, "image", value_null ());
  if ((card == NULL && !may_be_sent (file)) || site->base_url == NULL)
    return;
  guint width = card ? card->product->width : file->picture.width;
  guint height = card ? card->product->height : file->picture.height;
  image = value_map ();
  value_set_text_take (image, "url", site_url (site, card ? card->path : file->href));
  value_set_text_take (image, "width", g_strdup_printf ("%u", width));
  value_set_text_take (image, "height", g_strdup_printf ("%u", height));
  value_set_text (image, "description", card ? document->title : cover->description);
  value_set (share, "image", image);
}

static const char *
text_of (const Value *map, const char *key)
{
  const Value *text = map ? value_find (map, key) : NULL;
  return text && value_kind (text) == VALUE_TEXT ? value_get_text (text, NULL) : NULL;
}

void
share_set (PageContext *page)
{
  const Document *document = page->output->document;
  Value *share = value_map ();
  gboolean is_article = document && page->output->product->data == PRODUCT_DATA_DOCUMENT;
  gboolean is_english = document && g_str_has_prefix (document->lang, "en");

  set_image (share, page);
  value_set_text (share, "type", is_article ? "article" : "website");
  value_set_text (share, "locale", is_english ? "en_US" : "vi_VN");
  value_set_text (share, "icon", icon_of (page));
  value_set (share, "linked_data",
             linked_data_new (page, text_of (value_find (share, "image"), "url")));
  value_set (page->data, "share", share);
}
