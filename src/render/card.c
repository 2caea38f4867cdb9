/* SPDX-License-Identifier: MIT */
#include "render/card.h"

#include "model/palette.h"
#include "model/web.h"
#include "print/fitted.h"
#include "render/qr.h"
#include "render/view.h"
#include "text/compound.h"

#include <string.h>

typedef struct {
  double x, y, width, height;
} Area;

static const double title_sizes[] = { 120, 104, 92, 82, 72, 64, 56, 48, 42, 0 };
static const double note_sizes[] = { 36, 32, 28, 25, 0 };
static const double name_sizes[] = { 30, 27, 24, 22, 0 };

#define TITLE_LINES 3
/* Letters of a word of several syllables that may be torn apart. */
#define LONG_WORD 20

/* Where things stand on a card, dots. The band has the title, `band` is how low it reaches with a
 * picture below it and without. */
typedef struct {
  double band[2];
  Area title[2]; /* likewise */
  Area picture;
  Area note[2];
  Area name[2];
  Area code; /* of width 0: none */
} Plot;

static const Plot wide = {
  .band = { 400, 290 },
  .title = { { 56, 48, 1088, 310 }, { 56, 40, 1088, 216 } },
  .picture = { 0, 290, 800, 340 },
  .note = { { 56, 430, 640, 160 }, { 836, 320, 328, 150 } },
  .name = { { 760, 430, 384, 160 }, { 836, 486, 328, 110 } },
};

static const Plot square = {
  .band = { 826, 400 },
  .title = { { 60, 200, 960, 580 }, { 60, 142, 960, 240 } },
  .picture = { 0, 400, 1080, 426 },
  .note = { { 60, 876, 720, 120 }, { 60, 876, 720, 120 } },
  .name = { { 60, 52, 960, 80 }, { 60, 52, 960, 80 } },
  .code = { 820, 862, 208, 208 },
};

static void
set_number (Value *map, const char *key, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  value_set_text (map, key, g_ascii_formatd (text, sizeof text, "%.1f", number));
}

/* Where the lines of a text stand, a title in the middle of its area: null without a text. */
static Value *
view_text (const char *text, const Area *area, const double *sizes, guint most, gboolean is_title)
{
  double size = 0;
  const FittedBox box = { .width = area->width,
                          .height = area->height,
                          .most_lines = most,
                          .sizes = sizes,
                          .is_bold = sizes != note_sizes,
                          .is_balanced = is_title };

  if (text == NULL || *text == '\0')
    return value_null ();
  g_autofree char *whole = is_title ? text_with_whole_words (text, LONG_WORD) : NULL;
  g_autoptr (GPtrArray) lines = fitted_lines (whole ? whole : text, &box, &size);
  Value *map = value_map (), *list = value_list ();
  double left = area->height - lines->len * size * FITTED_LINE;
  double top = area->y + (is_title ? MAX (left, 0) / 2 : 0);
  for (guint i = 0; i < lines->len; i++) {
    Value *line = value_map ();
    value_set_text (line, "text", lines->pdata[i]);
    set_number (line, "y", top + size * (1.0 + i * FITTED_LINE));
    view_list_add (list, line);
  }
  view_list_end (list, lines->len);
  set_number (map, "x", area->x);
  set_number (map, "size", size);
  set_number (map, "end", top + lines->len * size * FITTED_LINE);
  value_set (map, "lines", list);
  return map;
}

/* --- the picture --- */

static const char *
media_type (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (length > 3 && memcmp (data, "\xFF\xD8\xFF", 3) == 0)
    return "image/jpeg";
  return length > 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0 ? "image/png" : NULL;
}

static void
append_photo (GString *out, GBytes *bytes, const Area *area)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autofree char *coded = g_base64_encode (data, length);

  g_string_append_printf (out,
                          "<image x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" "
                          "preserveAspectRatio=\"xMidYMid slice\" "
                          "xlink:href=\"data:%s;base64,%s\"/>",
                          area->x, area->y, area->width, area->height, media_type (bytes), coded);
}

/* A drawing in a place of its own: all of it is seen. */
static void
append_drawing (GString *out, const char *svg, const Area *area)
{
  g_string_append_printf (out, "<svg x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\">%s</svg>",
                          area->x, area->y, area->width, area->height, svg);
}

static const char *
colour_of (const PageContext *page)
{
  const Campaign *campaign = page->output->document->campaign;
  return campaign && campaign->colour ? campaign->colour : page->output->office->colour;
}

/* The cover of the document, or NULL: a photo, at most as wide as it is shown. */
static char *
picture_of (const PageContext *page, const Area *area)
{
  const char *cover = page->output->document->cover.file;
  const PrintFiles *files = page->renderer->files;
  g_autoptr (GString) out = g_string_new (NULL);

  if (cover && document_has_photo (page->output->document)) {
    const Resampling wanted = { .width = (guint) area->width, .ink = INK_COLOUR };
    g_autoptr (GBytes) bytes =
      files->resampled
        ? files->resampled (cover, NULL, &wanted, files->data)
        : NULL;
    if (bytes == NULL)
      bytes = files->bytes (cover, files->data);
    if (bytes == NULL || media_type (bytes) == NULL)
      return NULL;
    append_photo (out, bytes, area);
  } else
    return NULL;
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* --- the code --- */

/* Where a document leads, it leads from here too; else to its page, if a code may. Whoever gets the
 * picture alone finds the rest by it. */
static char *
target_of (const PageContext *page)
{
  const Site *site = page->renderer->site;
  const Document *document = page->output->document;
  g_autofree char *url = site_url (site, document->href);

  if (document->manual)
    return g_strdup (document->manual);
  return url && document_has_page (document) && web_host_is_allowed (url, site->qr_hosts)
           ? g_steal_pointer (&url)
           : NULL;
}

static char *
code_of (const PageContext *page, const Area *area)
{
  g_autofree char *target = area->width > 0 ? target_of (page) : NULL;
  g_autoptr (QrCode) code = target ? qr_new_uri (target, page->renderer->site->qr_ecc) : NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) svg = g_string_new (NULL);

  if (code == NULL)
    return NULL;
  qr_svg (code, NULL, svg);
  append_drawing (out, svg->str, area);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Whose site it is, in clear: “bantin.dongnai.gov.vn”; or NULL. */
static char *
host_of (const PageContext *page)
{
  const char *url =
    page->renderer->site->base_url ? page->renderer->site->base_url : page->output->office->web;
  const char *host = url ? strstr (url, "://") : NULL;
  return host ? g_strndup (host + 3, strcspn (host + 3, "/?#")) : NULL;
}

/* --- all of it --- */

static void
set_shades (Value *card, const char *colour)
{
  static const char *const names[] = { [SHADE_FULL] = "full",
                                       [SHADE_DARK] = "dark",
                                       [SHADE_MIDDLE] = "middle",
                                       [SHADE_SOFT] = "soft",
                                       [SHADE_TINT] = "tint" };
  const Palette palette = palette_of (colour);
  Value *map = value_map ();

  for (guint i = 0; i < N_SHADES; i++)
    value_set_text (map, names[i], palette.shades[i]);
  value_set (card, "shades", map);
}

void
card_set (PageContext *page)
{
  const Product *product = page->output->product;
  const Document *document = page->job->document;
  const Plot *plot = product->width == product->height ? &square : &wide;
  Value *card = value_map ();
  char *picture = picture_of (page, &plot->picture);
  guint with = picture != NULL;
  const char *title = document->poster_title ? document->poster_title : document->title;

  const char *note = document->summary ? document->summary : document->slogan;
  /* Without a note there is nothing beside which the name would stand. */
  const Area *name_area = plot == &wide && note == NULL ? &plot->note[with] : &plot->name[with];

  set_shades (card, colour_of (page));
  set_number (card, "band", plot->band[with]);
  value_set (card, "title", view_text (title, &plot->title[with], title_sizes, TITLE_LINES, TRUE));
  value_set (card, "note",
             view_text (note, &plot->note[with], note_sizes, plot == &wide ? 4 : 3, FALSE));
  value_set (card, "name", view_text (page->output->office->name, name_area, name_sizes, 2, FALSE));
  value_set_text_take (card, "host", host_of (page));
  value_set_text_take (card, "code", code_of (page, &plot->code));
  value_set_text_take (card, "picture", picture);
  value_set (page->data, "card", card);
}
