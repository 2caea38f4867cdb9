/* SPDX-License-Identifier: MIT */
#include "render/post.h"

#include "base/i18n.h"
#include "base/nfc.h"
#include "model/body.h"
#include "render/details.h"
#include "text/fill.h"

#define MOST_TAGS 5

/* --- the text --- */

static void append_blocks (cmark_node *first, const char *indent, GString *out);

static void
append_line (GString *out, const char *before, const char *text)
{
  if (*text)
    g_string_append_printf (out, "%s%s\n", before, text);
}

static void
append_row (cmark_node *row, GString *out)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (cmark_node *cell = cmark_node_first_child (row); cell; cell = cmark_node_next (cell)) {
    g_autofree char *text = body_plain_text (cell);
    g_string_append_printf (line, "%s%s", line->len ? "; " : "", text);
  }
  append_line (out, "– ", line->str);
}

static void
append_item (cmark_node *item, const char *mark, const char *indent, GString *out)
{
  cmark_node *first = cmark_node_first_child (item);
  g_autofree char *text = first ? body_plain_text (first) : g_strdup ("");
  g_autofree char *before = g_strconcat (indent, mark, NULL);
  g_autofree char *inner = g_strconcat (indent, "   ", NULL);

  append_line (out, before, text);
  if (first)
    append_blocks (cmark_node_next (first), inner, out);
}

static void
append_list (cmark_node *list, const char *indent, GString *out)
{
  gboolean is_ordered = cmark_node_get_list_type (list) == CMARK_ORDERED_LIST;
  int number = cmark_node_get_list_start (list);

  for (cmark_node *item = cmark_node_first_child (list); item; item = cmark_node_next (item)) {
    g_autofree char *mark = is_ordered ? g_strdup_printf ("%d. ", number++) : g_strdup ("– ");
    append_item (item, mark, indent, out);
  }
}

/* Paragraphs stand apart, items do not. */
static void
append_block (cmark_node *node, const char *indent, GString *out)
{
  BodyRole role = body_role (node);

  if (role == BODY_FIGURE || !body_is_for (node, CHANNEL_WEB))
    return;
  if (role == BODY_CHANNEL || cmark_node_get_type (node) == CMARK_NODE_BLOCK_QUOTE)
    append_blocks (cmark_node_first_child (node), indent, out);
  else if (role == BODY_TABLE)
    for (cmark_node *row = cmark_node_next (cmark_node_first_child (node)); row;
         row = cmark_node_next (row))
      append_row (row, out);
  else if (cmark_node_get_type (node) == CMARK_NODE_LIST)
    append_list (node, indent, out);
  else {
    g_autofree char *text = body_plain_text (node);
    append_line (out, indent, text);
  }
}

static void
append_blocks (cmark_node *first, const char *indent, GString *out)
{
  for (cmark_node *node = first; node; node = cmark_node_next (node)) {
    gsize before = out->len;
    append_block (node, indent, out);
    if (*indent == '\0' && out->len > before && cmark_node_next (node))
      g_string_append_c (out, '\n');
  }
}

/* --- its parts --- */

char *
post_tag (const char *keyword)
{
  GString *tag = g_string_new ("#");
  gboolean is_first = TRUE;

  for (const char *p = keyword; *p; p = g_utf8_next_char (p)) {
    gunichar letter = g_utf8_get_char (p);
    if (g_unichar_isalnum (letter) || nfc_is_mark (letter))
      g_string_append_unichar (tag, is_first ? g_unichar_toupper (letter) : letter);
    is_first = !g_unichar_isalnum (letter);
  }
  return g_string_free (tag, FALSE);
}

static char *
tags_of (const Document *document)
{
  GString *tags = g_string_new (NULL);
  guint n = 0;

  for (const char *const *keyword = document->keywords; *keyword && n < MOST_TAGS; keyword++) {
    g_autofree char *tag = post_tag (*keyword);
    if (tag[1] && n++ > 0)
      g_string_append_c (tags, ' ');
    g_string_append (tags, tag[1] ? tag : "");
  }
  return g_string_free (tags, FALSE);
}

/* What the reader is to do now. */
static char *
call_of (const Site *site, const Document *document, const Office *office, const char *link)
{
  const char *key = link && document->kind == KIND_GUIDE ? "post_see_how"
                    : link                               ? "post_see_more"
                    : office->phone                      ? "post_call"
                                                         : "post_tell";

  return text_fill (site_text (site, document->lang, key), "phone", office->phone, NULL);
}

/* The picture with the code: the square card, or the code alone. NULL: neither is made. */
static const char *
picture_of (const RenderJob *job)
{
  const char *code = NULL;

  for (guint i = 0; i < job->n_outputs; i++) {
    const Product *product = job->outputs[i].product;
    if (product->form == PRODUCT_PICTURE && product->width == product->height)
      return product->file;
    if (product->data == PRODUCT_DATA_QR)
      code = product->file;
  }
  return code;
}

/* --- limits --- */

static glong
letters (const char *text)
{
  return g_utf8_strlen (text, -1);
}

/* Up to the last end of a line at which the text has at most so many letters. */
static void
cut_at_line (GString *text, glong most)
{
  char *end = g_utf8_offset_to_pointer (text->str, MAX (most - 2, 0));

  while (end > text->str && end[-1] != '\n')
    end--;
  while (end > text->str && end[-1] == '\n')
    end--;
  g_string_truncate (text, (gsize) (end - text->str));
  g_string_append (text, text->len ? "\n…" : "…");
}

static void
check_limits (const PageContext *page, GString *body, glong others, glong call_end)
{
  const Source named = { page->job->document->path, "", 0 };
  const Product *product = page->output->product;
  glong most = product->most_letters, n = others + letters (body->str);

  if (call_end > POST_SEEN)
    report_warning (page->report, &named, (Place){ 0, 0 },
                    _ ("write a shorter “tiêu đề áp phích”: it stands in place of the title"),
                    _ ("%s: what to do ends at character %ld; %d are seen before “Xem thêm”"),
                    product->file, call_end, POST_SEEN);
  if (most == 0 || n <= most)
    return;
  report_warning (page->report, &named, (Place){ 0, 0 },
                  _ ("shorten the text, or post the link alone"),
                  _ ("%s: %ld characters; %ld are taken, and the text is cut"), product->file, n,
                  most);
  cut_at_line (body, most - others);
}

void
post_set (PageContext *page)
{
  const Document *document = page->job->document;
  const Site *site = page->renderer->site;
  Value *post = value_map ();
  g_autoptr (GString) raw = g_string_new (NULL);
  g_autofree char *link = document_has_page (document) ? site_url (site, document->href) : NULL;
  const char *target = link ? link : document->manual;
  g_autofree char *call = call_of (site, document, page->output->office, target);
  g_autofree char *tags = tags_of (document);
  const char *title = document->poster_title ? document->poster_title : document->title;

  g_autofree char *details = details_text (site, document, page->output->office);
  g_string_append_printf (raw, "%s%s", details, *details ? "\n" : "");
  append_blocks (cmark_node_first_child (page->job->body), "", raw);
  gsize length;
  g_autofree char *plain = nfc_text (raw->str, raw->len, &length);
  g_autoptr (GString) body = g_string_new (g_strchomp (plain));
  glong call_end = letters (title) + 1 + letters (call);
  glong others = call_end + (target ? letters (target) : 0) + letters (tags) + 8;
  check_limits (page, body, others, call_end);
  value_set_text (post, "title", title);
  value_set_text (post, "call", call);
  value_set_text (post, "body", body->str);
  value_set_text (post, "link", target);
  value_set_text (post, "tags", *tags ? tags : NULL);
  value_set_text (post, "picture", picture_of (page->job));
  value_set (page->data, "post", post);
}
