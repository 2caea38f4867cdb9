/* SPDX-License-Identifier: MIT */
/* A table of handlers, one for each kind of node, and one walk. Handlers write what stands around
 * the children; a tree nested deeper than load/body.c allows does not get here, so the walk may
 * recurse. */
#include "render/html/body.h"

#include "base/append.h"
#include "model/caption.h"
#include "model/contents.h"
#include "model/heading_ids.h"
#include "model/stock.h"
#include "model/web.h"
#include "render/view.h"
#include "template/template.h"
#include "text/address_break.h"
#include "text/no_break.h"

#include <string.h>

typedef struct {
  GString *out;
  const HtmlPaper *paper; /* NULL: for the web */
  const Site *site;       /* whose photos these are, or NULL */
  const Site *words;      /* whose fixed words, or NULL */
  const char *lang;       /* of the fixed words */
  const char *colour;     /* of drawings by name, or NULL */
  GHashTable *ids;        /* of headings; made with the first */
  HtmlContents *listed;   /* of the whole page, whose `ids` these are; or NULL */
  DocumentKind kind;
  guint variant_level; /* level of the heading that opened a variant, 0: none is open */
  gboolean has_variants; /* more than one, and the page has a list of them */
  gboolean in_header;  /* of a table */
  GPtrArray *columns;  /* char, owned: what its cells are called where a row is a card; or NULL */
  guint column;        /* of the next cell */
  guint n_tables;      /* so far */
  gboolean has_pictures;
  Value *contents;    /* of the page, or NULL: its headings of the second level are added */
  guint line;         /* on paper: that was said last */
  gboolean is_tight;  /* paragraphs of a tight list stand without tags */
  GPtrArray *notes;   /* cmark_node: footnotes that were called; made with the first */
  gboolean has_lines; /* blocks say where they come from */
} Html;

static void write_node (Html *html, cmark_node *node);

/* A fixed word, as the language of the page has it; without a site its key. */
static const char *
word_of (const Html *html, const char *key)
{
  return html->words ? site_text (html->words, html->lang, key) : key;
}

static void
write_children (Html *html, cmark_node *node)
{
  for (cmark_node *child = cmark_node_first_child (node); child; child = cmark_node_next (child))
    write_node (html, child);
}

static void
write_escaped (Html *html, const char *text)
{
  template_escape_html (html->out, text, strlen (text));
}

/* On paper, where what is wrong with it is found when it is typeset. */
static void
write_line (Html *html, guint line)
{
  if (html->paper == NULL || line == html->line)
    return;
  if (line > 0)
    g_string_append_printf (html->out, "<?line %u?>", line);
  else
    append_text (html->out, "<?line?>");
  html->line = line;
}

static void
write_wrapped (Html *html, cmark_node *node, const char *open, const char *close)
{
  append_text (html->out, open);
  write_children (html, node);
  append_text (html->out, close);
}

/* --- inlines --- */

void
html_words (GString *out, const char *text, gsize length)
{
  const char *end = text + length;
  const char *written = text;

  for (const char *space; (space = text_next_no_break (written, text, end)) < end;
       written = space + 1) {
    template_escape_html (out, written, space - written);
    append_text (out, NO_BREAK_SPACE);
  }
  template_escape_html (out, written, end - written);
}

void
html_breaking (GString *out, const char *from, const char *end)
{
  const char *start = from;

  for (const char *p; (p = text_next_address_break (from, start, end)) < end; from = p) {
    template_escape_html (out, from, p - from);
    append_text (out, "<wbr/>");
  }
  template_escape_html (out, from, end - from);
}

static void
write_breaking (Html *html, const char *from, const char *end)
{
  if (html->paper && html->paper->is_piece)
    html_breaking (html->out, from, end);
  else
    template_escape_html (html->out, from, end - from);
}

/* Bytes behind a space by which it is known whether it holds: a word that counts, and a letter. */
#define MOST_BEHIND 32

/* The piece of `text` between two places, with spaces that hold. A text may have a million pieces,
 * so none looks further than it must. */
static void
write_piece (Html *html, const char *text, const char *piece, const char *end)
{
  const char *seen = end + strnlen (end, MOST_BEHIND);

  for (const char *space; (space = text_next_no_break (piece, text, seen)) < end;
       piece = space + 1) {
    write_breaking (html, piece, space);
    append_text (html->out, NO_BREAK_SPACE);
  }
  write_breaking (html, piece, end);
}

static gboolean is_official (const Html *html);

static void
write_text (Html *html, cmark_node *node)
{
  const char *text = cmark_node_get_literal (node);
  const char *rest = text, *end = NULL;

  for (const char *symbol;
       is_official (html) && (symbol = text_find_symbol (text, rest, &end)) != NULL; rest = end) {
    write_piece (html, text, rest, symbol);
    append_text (html->out, "<span class=\"nb\">");
    write_piece (html, text, symbol, end);
    append_text (html->out, "</span>");
  }
  write_piece (html, text, rest, text + strlen (text));
}

static void
write_softbreak (Html *html, G_GNUC_UNUSED cmark_node *node)
{
  g_string_append_c (html->out, '\n');
}

static void
write_linebreak (Html *html, G_GNUC_UNUSED cmark_node *node)
{
  append_text (html->out, html->paper ? "<br/>\n" : "<br>\n");
}

static void
write_code (Html *html, cmark_node *node)
{
  append_text (html->out, "<code>");
  write_escaped (html, cmark_node_get_literal (node));
  append_text (html->out, "</code>");
}

static void
write_emphasis (Html *html, cmark_node *node)
{
  write_wrapped (html, node, "<em>", "</em>");
}

static void
write_strong (Html *html, cmark_node *node)
{
  write_wrapped (html, node, "<strong>", "</strong>");
}

/* The text of a link that shows its own address, or NULL. */
static const char *
shown_address (cmark_node *link)
{
  cmark_node *only = cmark_node_first_child (link);

  if (only == NULL || cmark_node_next (only) || cmark_node_get_type (only) != CMARK_NODE_TEXT)
    return NULL;
  const char *text = cmark_node_get_literal (only);
  return strcmp (text, cmark_node_get_url (link)) == 0 ? text : NULL;
}

/* An address may break after its slashes; in justified text it would else tear a hole. */
static void
write_address (GString *out, const char *text)
{
  const char *host = strstr (text, "//");
  const char *part = text;

  for (const char *slash = strchr (host ? host + 2 : text, '/'); slash;
       slash = strchr (part, '/')) {
    template_escape_html (out, part, slash + 1 - part);
    append_text (out, "<wbr>");
    part = slash + 1;
  }
  template_escape_html (out, part, strlen (part));
}

const char *
html_from_root (const char *url)
{
  while (g_str_has_prefix (url, "../"))
    url += strlen ("../");
  return url;
}

static void
write_uri (Html *html, const char *address)
{
  g_autofree char *uri = web_uri (address);
  write_escaped (html, uri);
}

/* On paper a link leads to the published site, or is text. */
static void
write_paper_link (Html *html, cmark_node *node)
{
  const char *url = cmark_node_get_url (node);
  g_autofree char *scheme = g_uri_parse_scheme (url);

  gboolean is_within = body_role (node) == BODY_REFERENCE;
  if (scheme == NULL && !is_within && (*url == '#' || html->paper->base_url == NULL)) {
    write_children (html, node);
    return;
  }
  append_text (html->out, "<a href=\"");
  if (scheme == NULL && !is_within)
    write_escaped (html, html->paper->base_url);
  write_uri (html, scheme || is_within ? url : html_from_root (url));
  write_wrapped (html, node, "\">", "</a>");
}

static void
write_link (Html *html, cmark_node *node)
{
  if (html->paper) {
    write_paper_link (html, node);
    return;
  }
  append_text (html->out, "<a href=\"");
  write_uri (html, cmark_node_get_url (node));
  if (*cmark_node_get_title (node)) {
    append_text (html->out, "\" title=\"");
    write_escaped (html, cmark_node_get_title (node));
  }
  const char *address = shown_address (node);
  if (address == NULL) {
    write_wrapped (html, node, "\">", "</a>");
    return;
  }
  append_text (html->out, "\">");
  write_address (html->out, address);
  append_text (html->out, "</a>");
}

/* NULL when it is no picture on a page that somebody has looked into. */
static const SiteFile *
picture_of (const Html *html, cmark_node *node)
{
  g_autofree char *href =
    html->paper ? NULL : g_uri_unescape_string (html_from_root (cmark_node_get_url (node)), NULL);
  const SiteFile *file = html->site && href ? site_file (html->site, href) : NULL;
  return file && file->shown_width > 0 ? file : NULL;
}

/* No higher than a window (style.css). */
#define MOST_HEIGHT 576

void
html_picture_size (const SiteFile *file, guint *width, guint *height)
{
  *height = MIN (file->shown_height, MOST_HEIGHT);
  *width = MAX (1, file->shown_width * *height / file->shown_height);
}

static void
write_narrowed (Html *html, const char *url, const SitePicture *picture)
{
  append_text (html->out, "<source type=\"image/webp\" sizes=\"" HTML_PICTURE_SIZES "\" srcset=\"");
  for (guint i = 0; i < SITE_PICTURE_WIDTHS && picture->widths[i] > 0; i++) {
    g_autofree char *address = site_narrowed_href (url, picture->widths[i]);
    if (i > 0)
      append_text (html->out, ", ");
    write_escaped (html, address);
    g_string_append_printf (html->out, " %uw", picture->widths[i]);
  }
  append_text (html->out, "\">");
}

/* When it is known, the browser keeps its place free until it is there. */
static void
write_plain_image (Html *html, cmark_node *node, const SiteFile *file)
{
  g_autoptr (GString) description = g_string_new (NULL);

  html->has_pictures = TRUE;
  body_add_text (node, description);
  append_text (html->out, "<img src=\"");
  write_escaped (html, html->paper ? html_from_root (cmark_node_get_url (node))
                                   : cmark_node_get_url (node));
  append_text (html->out, "\" alt=\"");
  write_escaped (html, description->str);
  if (file) {
    guint width, height;
    html_picture_size (file, &width, &height);
    g_string_append_printf (html->out, "\" width=\"%u\" height=\"%u", width, height);
  }
  append_text (html->out, html->paper ? "\"/>" : "\" loading=\"lazy\">");
}

/* FALSE when the picture is no drawing by name. On paper it is a file, whose colour is known where
 * it is read. */
static gboolean
write_stock (Html *html, cmark_node *node)
{
  g_autofree char *name = html->paper ? NULL : stock_name (cmark_node_get_url (node));
  const Stock *stock = name ? stock_find (name) : NULL;
  g_autoptr (GString) description = g_string_new (NULL);

  if (stock == NULL)
    return FALSE;
  body_add_text (node, description);
  stock_write_inline (stock, html->colour, description->str, html->out);
  return TRUE;
}

/* A phone takes the narrowest that fills its screen; what knows no WebP takes the picture itself.
 */
static void
write_image (Html *html, cmark_node *node)
{
  const SiteFile *file = picture_of (html, node);
  gboolean is_photo = file && file->picture.width > 0;

  if (write_stock (html, node))
    return;
  if (is_photo) {
    append_text (html->out, "<picture>");
    write_narrowed (html, cmark_node_get_url (node), &file->picture);
  }
  write_plain_image (html, node, file);
  if (is_photo)
    append_text (html->out, "</picture>");
}

static void
write_way_on (Html *html)
{
  if (html->paper)
    append_text (html->out, "<i> › </i>");
  else
    g_string_append_printf (html->out, "<i><span class=\"vh\"> %s </span></i>",
                            word_of (html, "then_choose"));
}

static void
write_menu (Html *html, cmark_node *node)
{
  append_text (html->out, "<span class=\"menu\">");
  for (cmark_node *label = cmark_node_first_child (node); label; label = cmark_node_next (label)) {
    if (cmark_node_previous (label))
      write_way_on (html);
    write_wrapped (html, label, "<b>", "</b>");
  }
  append_text (html->out, "</span>");
}

/* --- values --- */

/* A number to call does not break at the end of a line. */
static void
write_unbroken (GString *out, const char *text)
{
  for (const char *space; (space = strchr (text, ' ')) != NULL; text = space + 1) {
    template_escape_html (out, text, space - text);
    append_text (out, NO_BREAK_SPACE);
  }
  template_escape_html (out, text, strlen (text));
}

static void
open_tag (GString *out, const char *before, const char *value)
{
  append_text (out, before);
  template_escape_html (out, value, strlen (value));
  append_text (out, "\">");
}

static void
write_date (GString *out, const char *text)
{
  Date date;

  if (date_parse (text, &date) != DATE_GOOD) {
    append_text (out, text);
    return;
  }
  g_autofree char *iso = date_iso (date);
  open_tag (out, "<time datetime=\"", iso);
  append_text (out, text);
  append_text (out, "</time>");
}

static void
write_value (GString *out, const Fact *fact, gboolean is_paper)
{
  if (fact->kind == FACT_PHONE)
    write_unbroken (out, fact->text);
  else if (fact->kind == FACT_URL && !is_paper)
    write_address (out, fact->text);
  else
    html_words (out, fact->text, strlen (fact->text));
}

void
html_fact (GString *out, const Fact *fact, gboolean is_paper)
{
  static const gboolean leads_on[] = { [FACT_PHONE] = TRUE, [FACT_URL] = TRUE, [FACT_MAIL] = TRUE };
  gboolean is_link = fact->kind < G_N_ELEMENTS (leads_on) && leads_on[fact->kind]
                     && (!is_paper || fact->kind == FACT_URL);

  if (fact->kind == FACT_DATE && !is_paper) {
    write_date (out, fact->text);
    return;
  }
  g_autofree char *href = is_link ? fact_href (fact) : NULL;
  g_autofree char *uri = href ? web_uri (href) : NULL;
  if (uri)
    open_tag (out, "<a href=\"", uri);
  write_value (out, fact, is_paper);
  if (href)
    append_text (out, "</a>");
}

static gboolean
is_within_link (cmark_node *node)
{
  for (node = cmark_node_parent (node); node; node = cmark_node_parent (node))
    if (cmark_node_get_type (node) == CMARK_NODE_LINK)
      return TRUE;
  return FALSE;
}

static void
write_body_fact (Html *html, cmark_node *node)
{
  const Fact fact = { body_detail (node),
                      (char *) cmark_node_get_literal (cmark_node_first_child (node)) };

  if (is_within_link (node))
    write_value (html->out, &fact, html->paper != NULL);
  else
    html_fact (html->out, &fact, html->paper != NULL);
}

/* --- blocks --- */

/* On paper no word of a caption stands alone on a last line. */
static void
write_caption (Html *html, const char *caption)
{
  const char *last = html->paper ? strrchr (caption, ' ') : NULL;

  if (last == NULL || strchr (caption, ' ') == last) {
    write_escaped (html, caption);
    return;
  }
  template_escape_html (html->out, caption, last - caption);
  append_text (html->out, NO_BREAK_SPACE);
  write_escaped (html, last + 1);
}

static void
write_caption_id (Html *html, const char *caption)
{
  g_autofree char *id = caption_id_of (caption);

  if (id)
    g_string_append_printf (html->out, " id=\"%s\"", id);
}

static void
write_figure (Html *html, cmark_node *node)
{
  cmark_node *image = cmark_node_first_child (node), *words = body_caption_of (node);
  g_autofree char *text = words ? body_plain_text (words) : NULL;
  const char *caption = cmark_node_get_title (image);

  append_text (html->out, "<figure");
  write_caption_id (html, text ? text : caption);
  g_string_append_c (html->out, '>');
  write_image (html, image);
  if (words)
    write_wrapped (html, words, "<figcaption>", "</figcaption>");
  else if (*caption) {
    append_text (html->out, "<figcaption>");
    write_caption (html, caption);
    append_text (html->out, "</figcaption>");
  }
  append_text (html->out, "</figure>\n");
}

/* --- official documents (Decree 30/2020, annex I) --- */

static gboolean
is_official (const Html *html)
{
  return html->paper || html->kind == KIND_LETTER;
}

/* The class of a line of an official document, or NULL. */
static const char *
line_class (const Html *html, cmark_node *node)
{
  static const char *const classes[] = {
    [BODY_AUTHORITY] = "authority", [BODY_BASIS] = "basis",     [BODY_ORDERING] = "ordering",
    [BODY_PART] = "chapter",        [BODY_CHAPTER] = "chapter",
  };
  BodyRole role = body_role (node);
  return is_official (html) && role < G_N_ELEMENTS (classes) ? classes[role] : NULL;
}

/* On paper a number or a title is not left alone at the foot of a page: what makes it stay with
 * what it announces, or NULL. Texts that are cut in pieces have no such foot. */
static const char *
keeping_class (const Html *html, cmark_node *node)
{
  cmark_node *before = cmark_node_previous (node);

  if (html->paper == NULL || html->listed == NULL)
    return NULL;
  if (before && cmark_node_previous (before) == NULL
      && cmark_node_get_type (cmark_node_parent (node)) == CMARK_NODE_ITEM && body_leads (before))
    return "led";
  return body_leads (node) ? "lead" : NULL;
}

static void
write_class (Html *html, cmark_node *node)
{
  const char *class = line_class (html, node);

  if (class == NULL)
    class = keeping_class (html, node);
  if (class == NULL)
    return;
  append_text (html->out, " class=\"");
  append_text (html->out, class);
  g_string_append_c (html->out, '"');
}

/* A dotted line to the edge, in place of the dots the author happened to type: behind the words,
 * which cover it. */
static void
write_blank (Html *html, cmark_node *node)
{
  append_text (html->out, "<p class=\"blank\"><i class=\"dots\"></i><span>");
  write_children (html, node);
  while (g_str_has_suffix (html->out->str, ".") || g_str_has_suffix (html->out->str, "…"))
    g_string_truncate (html->out,
                       html->out->len - (g_str_has_suffix (html->out->str, ".") ? 1 : 3));
  append_text (html->out, "</span></p>\n");
}

/* --- what is led to --- */

static const char *
unique_id (Html *html, cmark_node *node)
{
  if (html->ids == NULL)
    html->ids = heading_ids_new ();
  return heading_ids_add (html->ids, node);
}

void
html_contents_add (Value *entries, const char *id, const char *title, guint level,
                   gboolean has_page)
{
  Value *map = value_map ();

  value_set_text (map, "id", id);
  value_set_text (map, "title", title);
  value_set_text_take (map, "level", g_strdup_printf ("%u", level));
  value_set_bool (map, "has_page", has_page);
  view_list_add (entries, map);
}

static void
list_block (Html *html, cmark_node *node, const char *id, guint level)
{
  HtmlContents *listed = html->listed;
  g_autofree char *title = contents_text (node);

  listed->has_parts |= body_role (node) == BODY_PART;
  if (listed->has_parts && body_role (node) != BODY_PART)
    level++;
  html_contents_add (listed->entries, id, title, level, TRUE);
}

/* Of a block that is no heading, when the contents lead to it. */
static void
write_listed_id (Html *html, cmark_node *node)
{
  guint level = html->listed && html->listed->entries ? contents_level (node) : 0;

  if (level == 0)
    return;
  gboolean is_item = cmark_node_get_type (node) == CMARK_NODE_ITEM;
  const char *id = unique_id (html, is_item ? cmark_node_first_child (node) : node);
  g_string_append_printf (html->out, " id=\"%s\"", id);
  list_block (html, node, id, level);
}

static void
write_paragraph (Html *html, cmark_node *node)
{
  if (body_role (node) == BODY_CAPTION)
    return; /* written with what it belongs to */
  if (body_role (node) == BODY_FIGURE) {
    write_figure (html, node);
  } else if (body_role (node) == BODY_BLANK && is_official (html)) {
    write_blank (html, node);
  } else if (html->is_tight) {
    write_children (html, node);
  } else {
    append_text (html->out, "<p");
    write_class (html, node);
    write_listed_id (html, node);
    write_wrapped (html, node, ">", "</p>\n");
  }
}

static void
close_variant (Html *html, guint level)
{
  if (html->variant_level == 0 || level > html->variant_level)
    return;
  if (html->has_variants)
    g_string_append_printf (html->out,
                            "<p class=\"others\"><a href=\"#trong-trang\">%s</a></p>\n",
                            word_of (html, "other_ways"));
  append_text (html->out, "</section>\n");
  html->variant_level = 0;
}

static void
add_to_contents (Html *html, const char *id, cmark_node *heading)
{
  g_autoptr (GString) title = g_string_new (NULL);
  gboolean is_variant = body_role (heading) == BODY_VARIANT;
  Value *map = value_map ();

  body_add_text (heading, title);
  value_set_text (map, "id", id);
  value_set (map, "title", value_text_n (title->str, title->len));
  value_set_bool (map, "is_variant", is_variant);
  value_set_bool (map, "is_choice", is_variant && html->has_variants);
  view_list_add (html->contents, map);
}

static void
write_heading (Html *html, cmark_node *node)
{
  guint level = MAX (cmark_node_get_heading_level (node), 2);
  const char *id = unique_id (html, node);

  /* A section holds whole blocks: a heading in a quotation ends none. */
  gboolean is_at_top = cmark_node_get_type (cmark_node_parent (node)) == CMARK_NODE_DOCUMENT;
  if (is_at_top)
    close_variant (html, level);
  if (html->kind == KIND_GUIDE && html->variant_level == 0 && body_role (node) == BODY_VARIANT) {
    append_text (html->out, "<section class=\"variant\">\n");
    html->variant_level = level;
  }
  append_text (html->out, "<h");
  g_string_append_c (html->out, '0' + level);
  append_text (html->out, " id=\"");
  append_text (html->out, id);
  g_string_append_c (html->out, '"');
  write_class (html, node);
  write_wrapped (html, node, ">", "</h");
  g_string_append_c (html->out, '0' + level);
  append_text (html->out, ">\n");
  if (html->contents && level == 2 && is_at_top)
    add_to_contents (html, id, node);
  if (html->listed && html->listed->entries && contents_level (node) > 0)
    list_block (html, node, id, contents_level (node));
}

static gboolean
has_items (cmark_node *list, BodyRole role)
{
  for (cmark_node *item = cmark_node_first_child (list); item; item = cmark_node_next (item))
    if (body_role (item) == role)
      return TRUE;
  return FALSE;
}

static void
write_list (Html *html, cmark_node *node)
{
  gboolean is_ordered = cmark_node_get_list_type (node) == CMARK_ORDERED_LIST;
  int start = cmark_node_get_list_start (node);
  gboolean outer = html->is_tight;

  append_text (html->out, is_ordered ? "<ol" : "<ul");
  if (body_role (node) == BODY_STEPS)
    append_text (html->out, " class=\"steps\"");
  else if (has_items (node, BODY_TASK))
    append_text (html->out, " class=\"tasks\"");
  else if (!html->paper && has_items (node, BODY_ITEM))
    append_text (html->out, " class=\"labelled\"");
  else
    write_class (html, node);
  if (is_ordered && start != 1)
    g_string_append_printf (html->out, " start=\"%d\"", start);
  html->is_tight = cmark_node_get_list_tight (node);
  write_wrapped (html, node, ">\n", is_ordered ? "</ol>\n" : "</ul>\n");
  html->is_tight = outer;
}

/* The first paragraph of an item, without tags: on paper its number stands in the same line (Decree
 * 30/2020, annex I). */
static cmark_node *
write_opening (Html *html, cmark_node *first)
{
  if (first == NULL || cmark_node_get_type (first) != CMARK_NODE_PARAGRAPH
      || body_role (first) == BODY_FIGURE)
    return first;
  write_children (html, first);
  return cmark_node_next (first);
}

/* The label of an item as the author wrote it. On paper it is the marker, which becomes a label of
 * the PDF; on screens it is a text like any other: copied, read out, and there without a style
 * sheet. */
static void
write_paper_label (Html *html, const char *label)
{
  append_text (html->out, " style=\"list-style-type:&quot;");
  write_escaped (html, label);
  append_text (html->out, " &quot;\"");
}

static void
write_web_label (Html *html, const char *label)
{
  append_text (html->out, "<span class=\"label\">");
  write_escaped (html, label);
  append_text (html->out, "</span> ");
}

/* Of an item on the web: its label, and its first paragraph in one line with it; what comes after
 * these. */
static cmark_node *
write_labelled (Html *html, const char *label, cmark_node *first)
{
  gboolean is_text = first && cmark_node_get_type (first) == CMARK_NODE_PARAGRAPH
                     && body_role (first) != BODY_FIGURE;
  gboolean has_tags = is_text && !html->is_tight;

  append_text (html->out, has_tags ? "<p>" : "");
  write_web_label (html, label);
  if (!is_text)
    return first;
  write_children (html, first);
  append_text (html->out, has_tags ? "</p>\n" : "");
  return cmark_node_next (first);
}

static void
write_step_id (Html *html, cmark_node *node)
{
  guint number = heading_ids_step (node);

  if (number == 0 || html->paper || html->kind != KIND_GUIDE)
    return;
  if (html->ids == NULL)
    html->ids = heading_ids_new ();
  g_autofree char *id = heading_ids_add_step (html->ids, number);
  if (id)
    g_string_append_printf (html->out, " id=\"%s\"", id);
}

static void
open_item (Html *html, cmark_node *node, const char *label)
{
  append_text (html->out, "<li");
  write_class (html, node);
  write_step_id (html, node);
  write_listed_id (html, node);
  if (label && html->paper)
    write_paper_label (html, label);
  g_string_append_c (html->out, '>');
}

static void
write_item (Html *html, cmark_node *node)
{
  cmark_node *first = cmark_node_first_child (node);
  gboolean outer = html->is_tight;
  g_autofree char *label = body_item_label (node);

  open_item (html, node, label);
  if (html->paper) {
    if (body_role (node) == BODY_TASK)
      append_text (html->out,
                   body_detail (node) ? "<b class=\"box\">×</b> " : "<b class=\"box\"></b> ");
    first = write_opening (html, first);
  } else if (body_role (node) == BODY_TASK) {
    g_string_append_printf (html->out, "<label><input type=\"checkbox\"%s> ",
                            body_detail (node) ? " checked" : "");
    html->is_tight = TRUE;
    write_node (html, first);
    html->is_tight = outer;
    append_text (html->out, "</label>");
    first = cmark_node_next (first);
  } else if (label) {
    first = write_labelled (html, label, first);
  }
  for (cmark_node *child = first; child; child = cmark_node_next (child)) {
    gboolean is_list = cmark_node_get_type (child) == CMARK_NODE_LIST;
    if (is_list && cmark_node_previous (child) && html->is_tight)
      g_string_append_c (html->out, '\n');
    write_node (html, child);
  }
  append_text (html->out, "</li>\n");
}

static void
write_quote (Html *html, cmark_node *node)
{
  gboolean outer = html->is_tight;

  html->is_tight = FALSE;
  write_wrapped (html, node, "<blockquote>\n", "</blockquote>\n");
  html->is_tight = outer;
}

static void
write_code_block (Html *html, cmark_node *node)
{
  append_text (html->out, "<pre><code>");
  write_escaped (html, cmark_node_get_literal (node));
  append_text (html->out, "</code></pre>\n");
}

static void
write_rule (Html *html, G_GNUC_UNUSED cmark_node *node)
{
  append_text (html->out, html->paper ? "<hr/>\n" : "<hr>\n");
}

/* A card says of each cell what it is. */
static void
write_column (Html *html)
{
  const char *name = html->column < html->columns->len ? html->columns->pdata[html->column] : "";

  html->column++;
  if (*name == '\0')
    return;
  append_text (html->out, " data-label=\"");
  write_escaped (html, name);
  g_string_append_c (html->out, '"');
}

static void
write_cell (Html *html, cmark_node *node)
{
  static const char *const classes[] = { [ALIGN_NONE] = "",
                                         [ALIGN_LEFT] = "",
                                         [ALIGN_CENTRE] = " class=\"c\"",
                                         [ALIGN_RIGHT] = " class=\"r\"" };

  append_text (html->out, html->in_header ? "<th scope=\"col\"" : "<td");
  append_text (html->out, classes[body_detail (node)]);
  if (html->columns && !html->in_header)
    write_column (html);
  write_wrapped (html, node, ">", html->in_header ? "</th>" : "</td>");
}

/* What a table is about: its columns. */
static void
write_table_label (Html *html, cmark_node *header, const char *caption)
{
  if (caption) {
    write_escaped (html, caption);
    return;
  }
  g_autoptr (GString) label = g_string_new (word_of (html, "table"));

  g_string_append_c (label, ' ');

  for (cmark_node *cell = cmark_node_first_child (header); cell; cell = cmark_node_next (cell)) {
    body_add_text (cell, label);
    if (cmark_node_next (cell))
      append_text (label, ", ");
  }
  /* No two regions of a page are called the same. */
  if (html->n_tables > 1)
    g_string_append_printf (label, " (%u)", html->n_tables);
  write_escaped (html, label->str);
}

/* Widths in the style sheet, rem: of the first column, of others, of those of numbers; and what a
 * phone of 320 dots has room for. */
#define FIRST_WIDTH  8
#define USUAL_WIDTH  10
#define NUMBER_WIDTH 3.5
#define PHONE_WIDTH  18

/* The names of its columns when it is wider than a phone, where each row becomes a card; else NULL.
 * Caller unrefs. */
static GPtrArray *
card_columns (cmark_node *header)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);
  double width = 0;

  for (cmark_node *cell = cmark_node_first_child (header); cell; cell = cmark_node_next (cell)) {
    guint align = body_detail (cell);
    g_ptr_array_add (columns, body_plain_text (cell));
    width += align == ALIGN_CENTRE || align == ALIGN_RIGHT ? NUMBER_WIDTH
             : columns->len == 1                           ? FIRST_WIDTH
                                                           : USUAL_WIDTH;
  }
  if (width <= PHONE_WIDTH)
    g_clear_pointer (&columns, g_ptr_array_unref);
  return columns;
}

/* On a screen it scrolls in a box of its own, or falls into cards. */
static void
open_table (Html *html, cmark_node *header, const char *caption)
{
  if (html->paper)
    return;
  html->n_tables++;
  html->columns = card_columns (header);
  append_text (html->out, html->columns ? "<div class=\"table cards\"" : "<div class=\"table\"");
  append_text (html->out, " tabindex=\"0\" role=\"region\" aria-label=\"");
  write_table_label (html, header, caption);
  append_text (html->out, "\">");
}

static void
close_table (Html *html)
{
  append_text (html->out, html->paper ? "</tbody>\n</table>\n" : "</tbody>\n</table></div>\n");
  g_clear_pointer (&html->columns, g_ptr_array_unref);
}

static void
write_table (Html *html, cmark_node *node)
{
  cmark_node *header = cmark_node_first_child (node), *words = body_caption_of (node);
  g_autofree char *caption = words ? body_plain_text (words) : NULL;

  open_table (html, header, caption);
  append_text (html->out, "<table");
  if (caption)
    write_caption_id (html, caption);
  append_text (html->out, html->paper && body_is_landscape (node) ? " class=\"wide\">" : ">");
  if (words)
    write_wrapped (html, words, "\n<caption>", "</caption>");
  append_text (html->out, "\n<thead><tr>");
  html->in_header = TRUE;
  write_children (html, header);
  html->in_header = FALSE;
  append_text (html->out, "</tr></thead>\n<tbody>\n");
  for (cmark_node *row = cmark_node_next (header); row; row = cmark_node_next (row)) {
    html->column = 0;
    write_line (html, body_line (row));
    write_wrapped (html, row, "<tr>", "</tr>\n");
  }
  close_table (html);
}

static void
write_custom_block (Html *html, cmark_node *node)
{
  switch (body_role (node)) {
  case BODY_TABLE:
    write_table (html, node);
    break;
  case BODY_CELL:
    write_cell (html, node);
    break;
  case BODY_CHANNEL:
    if (body_detail (node) & (html->paper ? CHANNEL_PRINT : CHANNEL_WEB))
      write_children (html, node);
    break;
  default:
    write_children (html, node);
  }
}

/* --- footnotes --- */

/* On paper the note stands where it is called, and goes to the foot of the page from there, where
 * there is one. */
static void
write_paper_note (Html *html, cmark_node *node)
{
  guint number = body_detail (node);

  if (html->paper->is_piece) {
    if (cmark_node_first_child (node))
      write_wrapped (html, node, " (", ")");
    return;
  }
  g_string_append_printf (html->out, "<sup class=\"call\">%u</sup>", number);
  if (cmark_node_first_child (node) == NULL)
    return;
  g_string_append_printf (html->out,
                          "<span class=\"note\" role=\"doc-footnote\" id=\"note-%u\">"
                          "<sup>%u</sup> ",
                          number, number);
  write_wrapped (html, node, "", "</span>");
}

/* A note called twice leads back to where it was called first. */
static void
write_call (Html *html, cmark_node *node)
{
  guint number = body_detail (node);

  append_text (html->out, "<sup><a");
  if (cmark_node_first_child (node)) {
    g_string_append_printf (html->out, " id=\"call-%u\"", number);
    if (html->notes == NULL)
      html->notes = g_ptr_array_new ();
    g_ptr_array_add (html->notes, node);
  }
  g_string_append_printf (html->out, " href=\"#note-%u\" role=\"doc-noteref\">%u</a></sup>", number,
                          number);
}

static void
write_note (Html *html, cmark_node *node)
{
  if (html->paper)
    write_paper_note (html, node);
  else
    write_call (html, node);
}

/* What was called above. */
static void
write_notes (Html *html)
{
  if (html->notes == NULL)
    return;
  g_string_append_printf (html->out,
                          "<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"%s\">\n",
                          word_of (html, "notes"));
  g_string_append_printf (html->out, "<ol start=\"%u\">\n", body_detail (html->notes->pdata[0]));
  for (guint i = 0; i < html->notes->len; i++) {
    guint number = body_detail (html->notes->pdata[i]);
    g_string_append_printf (html->out, "<li id=\"note-%u\">", number);
    write_children (html, html->notes->pdata[i]);
    g_string_append_printf (html->out,
                            " <a href=\"#call-%u\" role=\"doc-backlink\" aria-label=\"%s %u\">"
                            "↩</a></li>\n",
                            number, word_of (html, "note_back"), number);
  }
  append_text (html->out, "</ol>\n</section>\n");
  g_clear_pointer (&html->notes, g_ptr_array_unref);
}

static void
write_custom_inline (Html *html, cmark_node *node)
{
  if (body_role (node) == BODY_MENU)
    write_menu (html, node);
  else if (body_role (node) == BODY_STRUCK)
    write_wrapped (html, node, "<del>", "</del>");
  else if (body_role (node) == BODY_FACT)
    write_body_fact (html, node);
  else if (body_role (node) == BODY_NOTE)
    write_note (html, node);
  else
    write_children (html, node);
}

/* --- the walk --- */

static void (*const handlers[]) (Html *html, cmark_node *node) = {
  [CMARK_NODE_DOCUMENT] = write_children,
  [CMARK_NODE_BLOCK_QUOTE] = write_quote,
  [CMARK_NODE_LIST] = write_list,
  [CMARK_NODE_ITEM] = write_item,
  [CMARK_NODE_CODE_BLOCK] = write_code_block,
  [CMARK_NODE_CUSTOM_BLOCK] = write_custom_block,
  [CMARK_NODE_PARAGRAPH] = write_paragraph,
  [CMARK_NODE_HEADING] = write_heading,
  [CMARK_NODE_THEMATIC_BREAK] = write_rule,
  [CMARK_NODE_TEXT] = write_text,
  [CMARK_NODE_SOFTBREAK] = write_softbreak,
  [CMARK_NODE_LINEBREAK] = write_linebreak,
  [CMARK_NODE_CODE] = write_code,
  [CMARK_NODE_CUSTOM_INLINE] = write_custom_inline,
  [CMARK_NODE_EMPH] = write_emphasis,
  [CMARK_NODE_STRONG] = write_strong,
  [CMARK_NODE_LINK] = write_link,
  [CMARK_NODE_IMAGE] = write_image,
};

/* Into the first tag behind byte `start`. */
static void
mark_line (Html *html, gsize start, guint line)
{
  const char *tag = html->out->str + start;

  while (*tag && !(tag[0] == '<' && g_ascii_isalpha (tag[1])))
    tag++;
  if (*tag == '\0' || line == 0)
    return;
  g_autofree char *mark = g_strdup_printf (" data-line=\"%u\"", line);
  tag += strcspn (tag, " >/\n");
  g_string_insert (html->out, tag - html->out->str, mark);
}

static void
write_node (Html *html, cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);
  gboolean is_block = type < CMARK_NODE_FIRST_INLINE;
  gsize start = html->out->len;

  if (is_block && html->paper)
    write_line (html, body_line (node));
  /* Raw HTML has no handler. */
  if (type < G_N_ELEMENTS (handlers) && handlers[type])
    handlers[type](html, node);
  if (is_block && html->has_lines)
    mark_line (html, start, body_line (node));
}

/* The nodes from `first` up to `end`, or all that follow when it is NULL. */
static void
write_nodes (Html *html, cmark_node *first, cmark_node *end)
{
  for (cmark_node *node = first; node != end; node = cmark_node_next (node))
    write_node (html, node);
  close_variant (html, 0);
  write_notes (html);
}

/* As the list of contents counts them (add_to_contents()). */
static gboolean
has_variants (cmark_node *body)
{
  guint n = 0;

  for (cmark_node *node = cmark_node_first_child (body); node; node = cmark_node_next (node))
    n += cmark_node_get_type (node) == CMARK_NODE_HEADING && body_role (node) == BODY_VARIANT
         && cmark_node_get_heading_level (node) <= 2;
  return n > 1;
}

gboolean
html_body (cmark_node *body, DocumentKind kind, const Site *site, const char *lang,
           const char *colour, Value *contents, gboolean has_lines, GString *out)
{
  Html html = { .out = out,
                .site = site,
                .words = site,
                .lang = lang,
                .colour = colour,
                .kind = kind,
                .contents = contents,
                .has_variants = contents && has_variants (body),
                .has_lines = has_lines };

  write_nodes (&html, cmark_node_first_child (body), NULL);
  g_clear_pointer (&html.ids, g_hash_table_unref);
  return html.has_pictures;
}

void
html_blocks (cmark_node *first, cmark_node *end, DocumentKind kind, HtmlContents *contents,
             GString *out)
{
  Html html = { .out = out,
                .words = contents->words,
                .lang = "vi",
                .kind = kind,
                .ids = contents->ids,
                .listed = contents,
                .n_tables = contents->n_tables,
                .has_lines = contents->has_lines };
  write_nodes (&html, first, end);
  contents->n_tables = html.n_tables;
}

void
html_paper (cmark_node *first, cmark_node *end, const HtmlPaper *paper, GString *out)
{
  HtmlContents *contents = paper->contents;
  Html html = { .out = out, .paper = paper, .kind = KIND_PAGE, .listed = contents };
  gsize before = out->len;
  guint line = first ? body_line (first) : 0;

  html.ids = contents ? contents->ids : NULL;

  write_line (&html, line > 0 ? line : paper->line);
  gsize start = out->len;
  write_nodes (&html, first, end);
  if (out->len == start)
    g_string_truncate (out, before); /* nothing is no text, and comes from nowhere */
  else
    write_line (&html, 0);
  if (contents == NULL)
    g_clear_pointer (&html.ids, g_hash_table_unref);
}
