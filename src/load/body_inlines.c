/* SPDX-License-Identifier: MIT */
#include "load/body_inlines.h"

#include "base/i18n.h"
#include "load/autolink.h"
#include "load/body.h"
#include "load/facts.h"
#include "load/leftover.h"
#include "load/link.h"
#include "load/menu.h"
#include "load/signs.h"
#include "load/strike.h"
#include "model/document_facts.h"
#include "model/stock.h"
#include "model/web.h"
#include "text/invisible.h"

#include <string.h>

/* A comment and nothing after it. */
static gboolean
is_comment (const char *html)
{
  html += strspn (html, " \t");
  if (!g_str_has_prefix (html, "<!--"))
    return FALSE;
  const char *end = strstr (html + strlen ("<!--"), "-->");
  return end && end[3 + strspn (end + 3, " \t\n")] == '\0';
}

/* The block whose inlines `node` belongs to. */
static cmark_node *
block_of (cmark_node *node)
{
  cmark_node_type type;

  do {
    node = cmark_node_parent (node);
    type = cmark_node_get_type (node);
  } while (type >= CMARK_NODE_FIRST_INLINE && type <= CMARK_NODE_LAST_INLINE);
  return node;
}

/* <br>, <br/>, <br />. */
static gboolean
is_line_break (const char *html)
{
  if (g_ascii_strncasecmp (html, "<br", 3) != 0)
    return FALSE;
  html += 3 + strspn (html + 3, " ");
  return strcmp (html, ">") == 0 || strcmp (html, "/>") == 0;
}

/* A row of a table is one line, so cells have no other way to begin a new one. */
static void
replace_by_line_break (Pass *pass, cmark_node *html)
{
  cmark_node_insert_before (html, markdown_tree_node (pass->tree, CMARK_NODE_LINEBREAK));
  cmark_node_free (html);
}

static void
check_html (Pass *pass, cmark_node *node)
{
  const char *html = cmark_node_get_literal (node);
  g_autofree char *first = g_strndup (html, strcspn (html, "\n"));

  if (is_comment (html))
    return;
  if (is_line_break (html) && body_role (block_of (node)) == BODY_CELL) {
    replace_by_line_break (pass, node);
    return;
  }
  report_error (pass->report, pass->source, pass_place_of (pass, node, first),
                is_line_break (html)
                  ? _ ("end the line with “\\”; “<br>” is for cells of tables")
                  : _ ("write Markdown; a “<” that is meant as a sign is written “\\<”"),
                _ ("HTML is not used here"));
}

/* What an address that is a tag leads to, [gọi ngay](<{{chiến dịch.đường dây nóng}}>); NULL when it
 * is none. Caller frees. */
static char *
value_of_url (const Pass *pass, const char *url)
{
  const FactScope scope = document_scope (pass->site, pass->page, NULL);
  g_auto (Fact) fact = { FACT_TEXT, NULL };
  Tag tag;

  if (!tag_find (url, &tag) || tag.kind != TAG_VALUE || tag.start != url || *tag.end
      || fact_find (&scope, tag.name, tag.length, &fact) != FACT_FOUND)
    return NULL;
  return fact_href (&fact);
}

static void
append_words (cmark_node *node, GString *words)
{
  const char *literal = cmark_node_get_literal (node);
  cmark_node_type type = cmark_node_get_type (node);

  if (literal)
    g_string_append (words, literal);
  else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
    g_string_append_c (words, ' ');
  for (cmark_node *child = cmark_node_first_child (node); child; child = cmark_node_next (child))
    append_words (child, words);
}

/* The words of a link promise something: that it leads there. `written`: as the source has it.
 * FALSE after reporting. */
static gboolean
check_words (Pass *pass, cmark_node *node, const char *url, const char *written)
{
  g_autoptr (GString) words = g_string_new (NULL);

  append_words (node, words);
  if (*url == '#' || !web_text_lies (words->str, url, pass->site->base_url))
    return TRUE;
  report_error (pass->report, pass->source, pass_place_of (pass, node, written),
                _ ("write what is there in words, or the address itself"),
                _ ("this link says “%s” and leads to “%s”"), words->str, url);
  return FALSE;
}

/* FALSE after reporting what is wrong with where a link leads. */
static gboolean
check_address (Pass *pass, cmark_node *node, const char *url, const char *written)
{
  g_autofree char *scheme = web_scheme (url);
  WebFault fault = scheme ? web_link_fault (url, pass->site->link_hosts) : WEB_GOOD;

  if (fault == WEB_UNKNOWN_HOST)
    report_suspicion (pass->report, pass->site->is_untrusted, pass->source,
                      pass_place_of (pass, node, written), web_fault_advice (fault),
                      web_fault_message (fault), url);
  else if (fault != WEB_GOOD) {
    report_error (pass->report, pass->source, pass_place_of (pass, node, written),
                  web_fault_advice (fault), web_fault_message (fault), url);
    return FALSE;
  }
  return check_words (pass, node, url, written);
}

/* Whether the part is there is asked when all is known (load/fragments.c). */
static void
note_fragment (Pass *pass, cmark_node *node, const char *url)
{
  g_autofree char *scheme = strchr (url, '#') ? web_scheme (url) : NULL;
  gsize size = strlen (url) + 1;

  if (scheme || strchr (url, '#') == NULL)
    return;
  BodyLink *link = g_malloc (sizeof *link + size);
  link->place = pass_place_of (pass, node, url);
  memcpy (link->url, url, size);
  if (pass->links == NULL)
    pass->links = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (pass->links, link);
}

/* Who would print a picture that is not there would tell of it a second time. */
static void
put_description (cmark_node *image)
{
  cmark_node *parent = cmark_node_parent (image);

  for (cmark_node *child; (child = cmark_node_first_child (image)) != NULL;)
    cmark_node_insert_before (image, child);
  if (body_role (parent) == BODY_FIGURE)
    body_mark (parent, BODY_PLAIN, 0);
  cmark_node_free (image);
}

static void
check_link (Pass *pass, cmark_node *node)
{
  const char *url = cmark_node_get_url (node);
  g_autofree char *target = NULL;
  const char *advice = NULL;

  if (pass->site == NULL)
    return;
  gboolean is_image = cmark_node_get_type (node) == CMARK_NODE_IMAGE;
  Document from = *pass->document; /* of a part, as seen from the page it is shown on */
  from.href = pass->page->href;
  g_autofree char *value = value_of_url (pass, url);
  g_autofree char *fault =
    link_resolve (pass->site, &from, value ? value : url, is_image, &target, &advice);
  if (fault) {
    report_error (pass->report, pass->source, pass_place_of (pass, node, url), advice, "%s", fault);
    if (is_image)
      put_description (node);
  } else if (is_image || check_address (pass, node, value ? value : url, url)) {
    note_fragment (pass, node, url);
    cmark_node_set_url (node, target);
  }
}

/* TRUE when there is a text with more than spaces in it below `node`. */
static gboolean
has_text (cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
    const char *text = cmark_node_get_literal (node);
    return text[strspn (text, " \t")] != '\0';
  }
  for (cmark_node *child = cmark_node_first_child (node); child; child = cmark_node_next (child))
    if (has_text (child))
      return TRUE;
  return FALSE;
}

/* What the author named is looked up by where it leads to. */
static void
check_photo (Pass *pass, cmark_node *node, const char *url)
{
  const SiteFile *file = pass->site ? link_file (pass->site, pass->document, url) : NULL;

  if (file && file->picture.fault)
    report_error (pass->report, pass->source, pass_place_of (pass, node, url),
                  _ ("open it in a program for photos and save it anew as JPEG, or take another"),
                  _ ("the picture “%s” %s"), url, file->picture.fault);
}

/* A drawing by name says what it shows, unless the author does. */
static void
describe_stock (const Pass *pass, cmark_node *node)
{
  g_autofree char *name = stock_name (cmark_node_get_url (node));
  const Stock *stock = name && !has_text (node) ? stock_find (name) : NULL;

  if (stock == NULL)
    return;
  cmark_node *text = markdown_tree_node (pass->tree, CMARK_NODE_TEXT);
  cmark_node_set_literal (text, stock->title);
  cmark_node_append_child (node, text);
}

static void
check_image (Pass *pass, cmark_node *node)
{
  check_photo (pass, node, cmark_node_get_url (node));
  describe_stock (pass, node);
  if (!has_text (node))
    report_error (pass->report, pass->source, pass_place_of (pass, node, cmark_node_get_url (node)),
                  _ ("write what it shows between the brackets: ![Màn hình đăng nhập](…)"),
                  _ ("this picture has no description for those who cannot see it"));
  check_link (pass, node);
}

/* A second line of dashes, which the parser may have joined: what is wrong with that table, if
 * anything, was said when it was looked at. */
static gboolean
has_delimiters (cmark_node *first)
{
  cmark_node *end = cmark_node_next (first);
  cmark_node *second = end ? cmark_node_next (end) : NULL;
  const char *text = second && cmark_node_get_type (second) == CMARK_NODE_TEXT
                       ? cmark_node_get_literal (second)
                       : NULL;
  return text && text[strspn (text, "|:- –—")] == '\0';
}

static guint
leftover_place (cmark_node *text)
{
  cmark_node *before = cmark_node_previous (text);

  if (before)
    return cmark_node_get_type (before) == CMARK_NODE_SOFTBREAK ? LEFTOVER_LINE : 0;
  if (cmark_node_get_type (cmark_node_parent (text)) != CMARK_NODE_PARAGRAPH)
    return 0;
  return has_delimiters (text) ? LEFTOVER_LINE : LEFTOVER_LINE | LEFTOVER_BLOCK;
}

/* A row as it was pasted from Word, as the row it would be here. */
static char *
table_advice (const char *row)
{
  g_auto (GStrv) cells = g_strsplit (row, "\t", -1);
  g_autofree char *joined = g_strjoinv (" | ", cells);
  return g_strdup_printf (_ ("write rows as | %s |, and | --- | --- | under the first"), joined);
}

static gboolean
has_tab (cmark_node *node)
{
  return cmark_node_get_type (node) == CMARK_NODE_TEXT
         && strchr (cmark_node_get_literal (node), '\t') != NULL;
}

static gboolean
has_tab_before (cmark_node *node)
{
  while ((node = cmark_node_previous (node)) != NULL)
    if (has_tab (node))
      return TRUE;
  return FALSE;
}

/* A table that was pasted is told once, at its first row; rows may be paragraphs. */
static gboolean
is_row_of_told (cmark_node *text)
{
  cmark_node *above = cmark_node_previous (cmark_node_parent (text));
  cmark_node *last = above ? cmark_node_last_child (above) : NULL;

  return has_tab_before (text) || (last && (has_tab (last) || has_tab_before (last)));
}

/* Markup that means nothing is never printed without a word. */
static void
check_text (Pass *pass, cmark_node *node)
{
  const char *text = cmark_node_get_literal (node);
  guint place = leftover_place (node);
  const char *fault = NULL, *advice = NULL;
  gsize length = 0;

  for (const char *found; (found = leftover_find (text, place, &length, &fault, &advice)) != NULL;
       place = 0) {
    g_autofree char *markup = g_strndup (found, length);
    g_autofree char *row = *found == '\t' ? table_advice (text) : NULL;
    if (row == NULL || !is_row_of_told (node))
      report_warning (pass->report, pass->source, pass_place_of (pass, node, markup),
                      row ? row : advice, "%s", fault);
    text = row ? text + strlen (text) : found + length; /* once for a row */
  }
}

/* What was written as itself was taken out when the file was read. */
static void
clean_text (Pass *pass, cmark_node *node)
{
  const char *text = cmark_node_get_literal (node);
  g_autofree char *seen =
    invisible_find (text)
      ? invisible_clean_piece (text, pass->site && pass->site->is_untrusted, pass->source,
                               pass_place_of (pass, node, "&"), pass->report)
      : NULL;

  if (seen)
    cmark_node_set_literal (node, seen);
}

static void
check_inline (Pass *pass, cmark_node *node)
{
  switch (cmark_node_get_type (node)) {
  case CMARK_NODE_LINK:
    check_link (pass, node);
    break;
  case CMARK_NODE_IMAGE:
    check_image (pass, node);
    break;
  case CMARK_NODE_TEXT:
    if (pass->has_references)
      clean_text (pass, node);
    check_text (pass, node);
    break;
  default:
    check_html (pass, node);
  }
}

static gboolean
is_leaf (cmark_node_type type)
{
  return type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_SOFTBREAK
         || type == CMARK_NODE_LINEBREAK || type == CMARK_NODE_THEMATIC_BREAK
         || type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK
         || type == CMARK_NODE_HTML_INLINE;
}

static void
note_block (GPtrArray *blocks, cmark_node *node)
{
  cmark_node *block = block_of (node);
  if (blocks->len == 0 || blocks->pdata[blocks->len - 1] != block)
    g_ptr_array_add (blocks, block);
}

/* What there is to do among the inlines of a body. */
typedef struct {
  GPtrArray *nodes;                      /* cmark_node: to check */
  GPtrArray *with_arrows, *with_strikes; /* cmark_node: blocks */
  GPtrArray *with_links;                 /* cmark_node: texts */
  gboolean has_references;               /* every text is to be checked */
} Inlines;

/* A text, or what is in code: only a menu path may be in that. */
static void
collect_text (Inlines *inlines, cmark_node *node, gboolean is_code, gboolean is_linked)
{
  guint signs = signs_in (cmark_node_get_literal (node));

  if (signs & SIGN_ARROW)
    note_block (inlines->with_arrows, node);
  if (is_code)
    return;
  if (signs & SIGN_LEFTOVER || inlines->has_references)
    g_ptr_array_add (inlines->nodes, node);
  if (signs & SIGN_LINK && !is_linked)
    g_ptr_array_add (inlines->with_links, node);
  if (signs & SIGN_STRIKE)
    note_block (inlines->with_strikes, node);
}

/* Collects the nodes to check and the blocks to mark; none is changed during the walk. Returns
 * FALSE when the tree is nested too deeply. */
static gboolean
collect_inlines (cmark_node *root, GHashTable *parts, Inlines *inlines)
{
  cmark_iter *iter = cmark_iter_new (root);
  cmark_event_type event;
  guint level = 0, in_link = 0;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE && level <= 2 * MOST_LEVELS) {
    cmark_node *node = cmark_iter_get_node (iter);
    cmark_node_type type = cmark_node_get_type (node);
    if (event == CMARK_EVENT_EXIT) {
      level--;
      in_link -= type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE;
      continue;
    }
    if (parts && g_hash_table_contains (parts, node)) {
      cmark_iter_reset (iter, node, CMARK_EVENT_EXIT);
      continue;
    }
    level += !is_leaf (type);
    in_link += type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE;
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
      collect_text (inlines, node, type == CMARK_NODE_CODE, in_link > 0);
    else if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE
             || type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
      g_ptr_array_add (inlines->nodes, node);
  }
  cmark_iter_free (iter);
  return level <= 2 * MOST_LEVELS;
}

Place
inlines_place_of_tag (gpointer pass, cmark_node *node, const char *text)
{
  return pass_place_of (pass, node, text);
}

static void
mark_facts (Pass *pass, cmark_node *root)
{
  if (pass->site == NULL || tag_start (pass->source->text + pass->body_offset) == NULL)
    return;
  const FactText text = { .tree = pass->tree,
                          .source = pass->source,
                          .document = pass->page,
                          .scope = document_scope (pass->site, pass->page, pass->office),
                          .place = inlines_place_of_tag,
                          .place_data = pass,
                          .report = pass->report };
  facts_mark (&text, root, pass->facts);
}

/* What is a link without a mark leads no less far than one that has it. */
static void
link_text (Pass *pass, cmark_node *text)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new (); /* cmark_node */

  autolink_mark (pass->tree, text, links);
  for (guint i = 0; pass->site && i < links->len; i++)
    check_address (pass, links->pdata[i], cmark_node_get_url (links->pdata[i]),
                   body_first_text (links->pdata[i]));
}

gboolean
inlines_resolve (Pass *pass, cmark_node *root)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();        /* cmark_node */
  g_autoptr (GPtrArray) with_arrows = g_ptr_array_new ();  /* cmark_node */
  g_autoptr (GPtrArray) with_strikes = g_ptr_array_new (); /* cmark_node */
  g_autoptr (GPtrArray) with_links = g_ptr_array_new ();   /* cmark_node */
  Inlines inlines = { nodes, with_arrows, with_strikes, with_links, pass->has_references };

  if (!collect_inlines (root, pass->parts, &inlines))
    return FALSE;
  for (guint i = 0; i < nodes->len && !report_is_full (pass->report, pass->source); i++)
    check_inline (pass, nodes->pdata[i]);
  for (guint i = 0; i < with_links->len; i++)
    link_text (pass, with_links->pdata[i]);
  for (guint i = 0; i < with_strikes->len; i++)
    strike_mark (pass->tree, with_strikes->pdata[i]);
  for (guint i = 0; i < with_arrows->len; i++)
    menu_mark (pass->tree, with_arrows->pdata[i]);
  mark_facts (pass, root);
  return TRUE;
}
