/* SPDX-License-Identifier: MIT */
#include "render/details.h"

#include "render/html/body.h"
#include "render/view.h"
#include "text/compound.h"
#include "text/fill.h"
#include "text/fold.h"
#include "text/no_break.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  GString *html;
  gboolean is_paper;
} Writer;

static void
write_piece (gpointer data, const char *text, gsize length, const Fact *fact)
{
  Writer *writer = data;

  if (fact)
    html_fact (writer->html, fact, writer->is_paper);
  else
    html_words (writer->html, text, length);
}

static void
write_html (const FactScope *scope, const char *text, gboolean is_paper, GString *html)
{
  Writer writer = { html, is_paper };

  fact_write (scope, text, write_piece, &writer);
}

static Value *
text_html (const FactScope *scope, const char *text, gboolean is_paper)
{
  g_autoptr (GString) html = g_string_new (NULL);

  write_html (scope, text, is_paper, html);
  return value_text_n (html->str, html->len);
}

/* A notice says of the place and of its readers what others do not. */
static const char *
label_of (const Site *site, const Document *document, const Detail *detail)
{
  gboolean is_notice = document->kind == KIND_NOTICE;
  gboolean is_venue = is_notice && strcmp (detail->id, "where") == 0;
  gboolean is_audience = is_notice && strcmp (detail->id, "who") == 0;
  g_autofree char *key = g_strconcat ("detail_", detail->id, NULL);

  return site_text (site, document->lang,
                    is_venue ? "detail_venue" : is_audience ? "detail_audience" : key);
}

/* Days are said by the texts of the site; the rest of the data is in its language anyhow. */
static char *
days_text (const Site *site, const Document *document, const Phase *phase)
{
  g_autofree char *from = date_short (phase->from);
  g_autofree char *until = date_is_set (phase->until) ? date_short (phase->until) : NULL;
  gboolean is_span = until && date_compare (phase->from, phase->until) != 0;
  g_autofree char *days =
    text_fill (site_text (site, document->lang, is_span ? "days_between" : "day_on"), "from", from,
               "until", until, NULL);

  return phase->hours ? g_strjoin (", ", days, phase->hours, NULL) : g_steal_pointer (&days);
}

static void
write_days (const Site *site, const Document *document, GArray *details)
{
  for (guint i = 0; i < details->len; i++) {
    Detail *detail = &g_array_index (details, Detail, i);
    if (!detail->is_long)
      continue;
    g_ptr_array_set_size (detail->texts, 0);
    for (guint j = 0; j < document->n_phases; j++)
      if (date_is_set (document->phases[j].from))
        g_ptr_array_add (detail->texts, days_text (site, document, &document->phases[j]));
  }
}

/* As the page of the document says them, in its language. Caller unrefs. */
static GArray *
details_of (const Site *site, const Document *document)
{
  GArray *details = details_new (document);

  write_days (site, document, details);
  return details;
}

static Value *
view_details (const Site *site, const FactScope *scope, const Document *document)
{
  g_autoptr (GArray) details = details_of (site, document);
  Value *list = value_list ();

  for (guint i = 0; i < details->len; i++) {
    const Detail *detail = &g_array_index (details, Detail, i);
    Value *map = value_map ();
    Value *texts = value_list ();
    for (guint j = 0; j < detail->texts->len; j++) {
      Value *text = value_map ();
      value_set (text, "html", text_html (scope, detail->texts->pdata[j], FALSE));
      value_set (text, "print", text_html (scope, detail->texts->pdata[j], TRUE));
      view_list_add (texts, text);
    }
    view_list_end (texts, detail->texts->len);
    value_set_text (map, "id", detail->id);
    value_set_text (map, "label", label_of (site, document, detail));
    value_set (map, "texts", texts);
    view_list_add (list, map);
  }
  view_list_end (list, details->len);
  return list;
}

char *
details_text (const Site *site, const Document *document, const Office *office)
{
  const FactScope scope = document_scope (site, document, office);
  g_autoptr (GArray) details = details_of (site, document);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < details->len; i++) {
    const Detail *detail = &g_array_index (details, Detail, i);
    g_string_append_printf (text, "%s: ", label_of (site, document, detail));
    for (guint j = 0; j < detail->texts->len; j++) {
      g_autofree char *said = fact_fill (&scope, detail->texts->pdata[j]);
      g_string_append_printf (text, "%s%s", j ? "; " : "", said);
    }
    g_string_append_c (text, '\n');
  }
  return g_string_free (text, FALSE);
}

void
details_write_list (const Site *site, const Document *document, const Office *office, GString *html)
{
  const FactScope scope = document_scope (site, document, office);
  g_autoptr (GArray) details = details_of (site, document);

  for (guint i = 0; i < details->len; i++) {
    const Detail *detail = &g_array_index (details, Detail, i);
    const char *label = label_of (site, document, detail);
    g_string_append (html, i ? "<li><strong>" : "<ul>\n<li><strong>");
    html_words (html, label, strlen (label));
    g_string_append (html, ":</strong> ");
    for (guint j = 0; j < detail->texts->len; j++) {
      g_string_append (html, j ? "; " : "");
      write_html (&scope, detail->texts->pdata[j], FALSE, html);
    }
    g_string_append (html, i + 1 < details->len ? "</li>\n" : "</li>\n</ul>\n");
  }
}

#define LOGO_HEIGHT 40 /* templates/web/partners */

/* Narrower ones of a photo, for phones. */
static Value *
view_narrowed (const SiteFile *file)
{
  Value *list = value_list ();

  for (guint i = 0; file && i < SITE_PICTURE_WIDTHS && file->picture.widths[i] > 0; i++) {
    guint width = file->picture.widths[i];
    Value *map = value_map ();
    value_set_text_take (map, "href", site_narrowed_href (file->href, width));
    value_set_text_take (map, "width", g_strdup_printf ("%u", width));
    view_list_add (list, map);
  }
  view_list_end (list, value_length (list));
  return list;
}

static Value *
view_cover (const Site *site, const Cover *cover)
{
  if (cover->file == NULL)
    return value_null ();
  const SiteFile *file = site_file (site, cover->file);
  gboolean is_known = file && file->shown_width > 0;
  guint width = 0, height = 0;
  Value *map = value_map ();
  if (is_known)
    html_picture_size (file, &width, &height);
  value_set_text (map, "href", cover->file);
  value_set_text (map, "description", cover->description);
  value_set_text_take (map, "width", is_known ? g_strdup_printf ("%u", width) : NULL);
  value_set_text_take (map, "height", is_known ? g_strdup_printf ("%u", height) : NULL);
  value_set (map, "narrowed", view_narrowed (file));
  value_set_text (map, "sizes", HTML_PICTURE_SIZES);
  return map;
}

static Value *
view_campaign (const Site *site, const Campaign *campaign)
{
  if (campaign == NULL)
    return value_null ();
  Value *map = value_map ();
  Value *partners = value_list ();
  for (guint i = 0; i < campaign->n_partners; i++) {
    Value *partner = value_map ();
    value_set_text (partner, "name", campaign->partners[i].name);
    value_set_text (partner, "logo", campaign->partners[i].logo);
    value_set_text_take (partner, "logo_width",
                         view_width (site, campaign->partners[i].logo, LOGO_HEIGHT));
    value_set_text (partner, "web", campaign->partners[i].web);
    view_list_add (partners, partner);
  }
  view_list_end (partners, campaign->n_partners);
  value_set_text (map, "name", campaign->name);
  value_set (map, "partners", partners);
  return map;
}

/* The days alone: what hangs on a wall has room for no more. */
static Value *
view_dates (const Site *site, const Document *document)
{
  g_autoptr (GArray) details = details_of (site, document);
  Value *list = value_list ();

  for (guint i = 0; i < details->len; i++) {
    const Detail *detail = &g_array_index (details, Detail, i);
    for (guint j = 0; detail->is_long && j < detail->texts->len; j++) {
      const char *text = detail->texts->pdata[j];
      value_add (list, value_text_take (text_capitalise (text)));
    }
  }
  return list;
}

/* Where a headline of two lines is cut: behind the comma or colon nearest to its middle, when there
 * is one about there; 0: anywhere. */
static gsize
headline_cut (const char *title)
{
  glong whole = g_utf8_strlen (title, -1), nearest = whole / 8;
  gsize cut = 0;

  for (const char *p = strpbrk (title, ",:;"); p; p = strpbrk (p + 1, ",:;")) {
    glong off = labs (2 * g_utf8_strlen (title, p - title) - whole) / 2;
    if (p[1] == ' ' && off <= nearest) {
      nearest = off;
      cut = p + 1 - title;
    }
  }
  return cut;
}

/* The headline of a sheet: as a text, and as the lines it falls into by its sense. */
static void
set_headline (Value *map, const char *title)
{
  g_autoptr (GString) buffer = g_string_new (NULL);
  gsize length = strlen (title);
  const char *held = text_with_no_breaks (title, &length, buffer);
  g_autofree char *bound = text_with_whole_words (held, G_MAXUINT);
  gsize cut = headline_cut (bound);
  Value *lines = value_list ();

  value_set_text (map, "poster_title", bound);
  for (guint i = 0; i < (cut > 0 ? 2 : 1); i++) {
    Value *line = value_map ();
    if (i > 0)
      value_set_text (line, "text", bound + cut + 1);
    else
      value_set (line, "text", value_text_n (bound, cut > 0 ? cut : strlen (bound)));
    view_list_add (lines, line);
  }
  view_list_end (lines, value_length (lines));
  value_set (map, "headline", lines);
}

static char *
view_series (const Site *site, const Document *document)
{
  const Series *series = &document->series;

  if (series->name == NULL)
    return NULL;
  return text_fill (site_text (site, document->lang, series->number ? "series_part" : "series"),
                    "number", series->number, "name", series->name, NULL);
}

void
details_set (Value *map, const Site *site, const Document *document, const Office *office,
             const Value *co_issuer)
{
  const FactScope scope = document_scope (site, document, office);

  value_set (map, "details", view_details (site, &scope, document));
  value_set (map, "dates", view_dates (site, document));
  value_set_text (map, "slogan", document->slogan);
  set_headline (map, document->poster_title ? document->poster_title : document->title);
  value_set_text_take (map, "series", view_series (site, document));
  value_set (map, "cover", view_cover (site, &document->cover));
  value_set_text_take (
    map, "keywords", *document->keywords ? g_strjoinv (", ", (char **) document->keywords) : NULL);
  if (co_issuer)
    value_set_shared (map, "co_issuer", co_issuer);
  else
    value_set (map, "co_issuer", value_null ());
  value_set (map, "campaign", view_campaign (site, document->campaign));
}
