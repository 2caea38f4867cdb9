/* SPDX-License-Identifier: MIT */
/* Two passes over cmark's tree. The first settles the structure: channel blocks become blocks, paragraphs become
 * tables and figures, items become tasks, lists become steps. The second goes through all inlines of the settled tree:
 * links, pictures, menu paths, raw HTML.
 *
 * Blocks of small documents of their own (channel blocks, table cells) count their lines from 1; `offsets` remembers
 * for their roots what to add. */
#include "load/body.h"

#include "base/i18n.h"
#include "load/link.h"
#include "load/menu.h"
#include "load/table.h"

#include <string.h>

/* Nobody quotes deeper by hand; everything that walks the tree may recurse. */
#define MOST_LEVELS 100

typedef struct {
  const Site *site;         /* NULL: links are left as they are */
  const Document *document; /* NULL with it */
  const Source *source;
  gsize body_offset;
  guint first_line;         /* of the body in the source */
  gboolean is_guide;
  char *definitions;        /* link reference definitions of the body, joined */
  GPtrArray *lines;         /* char, owned: lines of the body; made when first needed */
  GHashTable *offsets;      /* cmark_node → line offset */
  Report *report;
} Body;

static cmark_node *
parse_markdown (const char *text, gsize length)
{
  return cmark_parse_document (text, length, CMARK_OPT_DEFAULT | CMARK_OPT_SMART);
}

/* --- where things stand --- */

/* Line of the file on which the block that holds `node` starts. */
static guint
line_of (const Body *body, cmark_node *node)
{
  guint line = 0;

  for (; node; node = cmark_node_parent (node)) {
    gpointer offset;
    if (line == 0)
      line = cmark_node_get_start_line (node);
    if (g_hash_table_lookup_extended (body->offsets, node, NULL, &offset))
      return GPOINTER_TO_UINT (offset) + MAX (line, 1);
  }
  return line > 0 ? body->first_line - 1 + line : body->first_line;
}

/* The place of `text` at or after the block of `node`: what an author looks for is what is wrong. */
static Place
place_of (const Body *body, cmark_node *node, const char *text)
{
  guint line = line_of (body, node);
  const char *start = body->source->text + body->body_offset;

  for (guint i = body->first_line; i < line && start; i++) {
    start = strchr (start, '\n');
    start = start ? start + 1 : NULL;
  }
  const char *found = start && text && *text ? strstr (start, text) : NULL;
  if (found == NULL)
    return (Place) { line, 0 };
  return source_place (body->source, found - body->source->text);
}

static void
ensure_lines (Body *body)
{
  if (body->lines)
    return;
  g_autoptr (GString) definitions = g_string_new ("\n");
  body->lines = g_ptr_array_new_with_free_func (g_free);
  for (const char *p = body->source->text + body->body_offset; *p;) {
    const char *end = strchrnul (p, '\n');
    char *line = g_strndup (p, end - p);
    g_ptr_array_add (body->lines, line);
    const char *first = line + strspn (line, " ");
    if (*first == '[' && strstr (first, "]: "))
      g_string_append_printf (definitions, "%s\n", first);
    p = *end ? end + 1 : end;
  }
  body->definitions = g_string_free (g_steal_pointer (&definitions), FALSE);
}

/* --- the first pass: blocks --- */

static void settle_children (Body *body, cmark_node *parent, guint level, gboolean *too_deep);

static cmark_node *
wrap_channels (cmark_node *node, guint channels)
{
  cmark_node *wrapper = cmark_node_new (CMARK_NODE_CUSTOM_BLOCK);
  body_mark (wrapper, BODY_CHANNEL, channels);
  cmark_node_insert_before (node, wrapper);
  return wrapper;
}

static guint
channel_of_info (const char *info, gboolean *replaces)
{
  static const struct {
    const char *name;
    guint channel;
  } channels[] = { { "loa", CHANNEL_LOA }, { "web", CHANNEL_WEB }, { "print", CHANNEL_PRINT } };
  gsize length = strcspn (info, " ");
  const char *rest = info + length + strspn (info + length, " ");

  *replaces = strcmp (rest, "thay") == 0 || strcmp (rest, "instead") == 0;
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    if (length == strlen (channels[i].name)
        && g_ascii_strncasecmp (info, channels[i].name, length) == 0)
      return channels[i].channel;
  return 0;
}

/* A fenced block named after a channel: its text is Markdown. */
static cmark_node *
settle_code (Body *body, cmark_node *code, guint level, gboolean *too_deep)
{
  gboolean replaces;
  guint channel = channel_of_info (cmark_node_get_fence_info (code), &replaces);

  if (channel == 0)
    return code;
  cmark_node *before = cmark_node_previous (code);
  if (replaces && before) {
    cmark_node *others = wrap_channels (before, (CHANNEL_WEB | CHANNEL_PRINT | CHANNEL_LOA) & ~channel);
    cmark_node_append_child (others, before);
  }
  cmark_node *wrapper = wrap_channels (code, channel);
  const char *literal = cmark_node_get_literal (code);
  cmark_node *inner = parse_markdown (literal, strlen (literal));
  g_hash_table_insert (body->offsets, wrapper, GUINT_TO_POINTER (line_of (body, code)));
  cmark_node_free (code);
  for (cmark_node *child; (child = cmark_node_first_child (inner)) != NULL;)
    cmark_node_append_child (wrapper, child);
  cmark_node_free (inner);
  settle_children (body, wrapper, level + 1, too_deep);
  return wrapper;
}

/* TRUE when a direct text child has a pipe; only then can the paragraph be a table. */
static gboolean
has_pipe (cmark_node *paragraph)
{
  for (cmark_node *child = cmark_node_first_child (paragraph); child; child = cmark_node_next (child))
    if (cmark_node_get_type (child) == CMARK_NODE_TEXT && strchr (cmark_node_get_literal (child), '|'))
      return TRUE;
  return FALSE;
}

static cmark_node *
settle_table (Body *body, cmark_node *paragraph)
{
  guint first = line_of (body, paragraph);
  guint n = cmark_node_get_end_line (paragraph) - cmark_node_get_start_line (paragraph) + 1;
  cmark_node *head;

  ensure_lines (body);
  g_autofree const char **lines = g_new0 (const char *, n);
  for (guint i = 0; i < n; i++) {
    guint index = first - body->first_line + i;
    const char *line = index < body->lines->len ? body->lines->pdata[index] : "";
    /* What block quotes and lists put before the text. */
    lines[i] = line + strspn (line, " \t>");
  }
  TableText text = { body->source, lines, n, first, body->definitions, parse_markdown, body->report };
  cmark_node *table = table_from_lines (&text, &head);
  if (table == NULL)
    return paragraph;
  if (head) {
    cmark_node_insert_before (paragraph, head);
    g_hash_table_insert (body->offsets, head, GUINT_TO_POINTER (first - 1));
  }
  cmark_node_insert_before (paragraph, table);
  guint line = first + (head ? n - 1 : 0);
  for (cmark_node *row = cmark_node_first_child (table); row; row = cmark_node_next (row))
    g_hash_table_insert (body->offsets, row, GUINT_TO_POINTER (line - 1));
  cmark_node_free (paragraph);
  return table;
}

static gboolean
holds_one_image (cmark_node *paragraph)
{
  cmark_node *only = cmark_node_first_child (paragraph);
  return only && cmark_node_next (only) == NULL && cmark_node_get_type (only) == CMARK_NODE_IMAGE;
}

/* "[ ] việc phải làm" at the start of an item. */
static void
settle_task (cmark_node *item)
{
  cmark_node *paragraph = cmark_node_first_child (item);
  cmark_node *text
    = paragraph && cmark_node_get_type (paragraph) == CMARK_NODE_PARAGRAPH ? cmark_node_first_child (paragraph)
                                                                          : NULL;
  if (text == NULL || cmark_node_get_type (text) != CMARK_NODE_TEXT)
    return;
  const char *literal = cmark_node_get_literal (text);
  if (literal[0] != '[' || literal[1] == '\0' || strchr (" xX", literal[1]) == NULL || literal[2] != ']'
      || literal[3] != ' ')
    return;
  body_mark (item, BODY_TASK, literal[1] != ' ');
  g_autofree char *rest = g_strdup (literal + 4);
  cmark_node_set_literal (text, rest);
}

static cmark_node *
settle_block (Body *body, cmark_node *node, guint level, gboolean *too_deep)
{
  switch (cmark_node_get_type (node)) {
  case CMARK_NODE_CODE_BLOCK:
    return settle_code (body, node, level, too_deep);
  case CMARK_NODE_PARAGRAPH:
    if (holds_one_image (node))
      body_mark (node, BODY_FIGURE, 0);
    else if (has_pipe (node))
      return settle_table (body, node);
    return node;
  case CMARK_NODE_LIST:
    if (body->is_guide && cmark_node_get_list_type (node) == CMARK_ORDERED_LIST
        && cmark_node_get_type (cmark_node_parent (node)) != CMARK_NODE_ITEM)
      body_mark (node, BODY_STEPS, 0);
    settle_children (body, node, level + 1, too_deep);
    return node;
  case CMARK_NODE_ITEM:
    settle_task (node);
    settle_children (body, node, level + 1, too_deep);
    return node;
  case CMARK_NODE_BLOCK_QUOTE:
    settle_children (body, node, level + 1, too_deep);
    return node;
  default:
    return node;
  }
}

static void
settle_children (Body *body, cmark_node *parent, guint level, gboolean *too_deep)
{
  if (level > MOST_LEVELS) {
    *too_deep = TRUE;
    return;
  }
  for (cmark_node *node = cmark_node_first_child (parent); node; node = cmark_node_next (node))
    node = settle_block (body, node, level, too_deep);
}

/* --- the second pass: inlines --- */

static gboolean
is_comment (const char *html)
{
  g_autofree char *stripped = g_strstrip (g_strdup (html));
  return g_str_has_prefix (stripped, "<!--") && g_str_has_suffix (stripped, "-->");
}

static void
check_html (Body *body, cmark_node *node)
{
  const char *html = cmark_node_get_literal (node);
  g_autofree char *first = g_strndup (html, strcspn (html, "\n"));

  if (is_comment (html))
    return;
  report_error (body->report, body->source, place_of (body, node, first),
                _ ("write Markdown; a “<” that is meant as a sign is written “\\<”"),
                _ ("raw HTML is not used here"));
}

static void
check_link (Body *body, cmark_node *node)
{
  const char *url = cmark_node_get_url (node);
  g_autofree char *target = NULL;
  const char *advice = NULL;

  if (body->site == NULL)
    return;
  gboolean is_image = cmark_node_get_type (node) == CMARK_NODE_IMAGE;
  g_autofree char *fault = link_resolve (body->site, body->document, url, is_image, &target, &advice);
  if (fault)
    report_error (body->report, body->source, place_of (body, node, url), advice, "%s", fault);
  else
    cmark_node_set_url (node, target);
}

static void
check_image (Body *body, cmark_node *node)
{
  if (cmark_node_first_child (node) == NULL)
    report_error (body->report, body->source, place_of (body, node, cmark_node_get_url (node)),
                  _ ("write what it shows between the brackets: ![Màn hình đăng nhập](…)"),
                  _ ("this picture has no description for those who cannot see it"));
  check_link (body, node);
}

static void
check_inline (Body *body, cmark_node *node)
{
  switch (cmark_node_get_type (node)) {
  case CMARK_NODE_LINK:
    check_link (body, node);
    break;
  case CMARK_NODE_IMAGE:
    check_image (body, node);
    break;
  default:
    check_html (body, node);
  }
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

static gboolean
is_leaf (cmark_node_type type)
{
  return type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_SOFTBREAK
         || type == CMARK_NODE_LINEBREAK || type == CMARK_NODE_THEMATIC_BREAK
         || type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK
         || type == CMARK_NODE_HTML_INLINE;
}

/* Collects the nodes to check and the blocks with arrows in them; neither is changed during the walk. Returns FALSE when
 * the tree is nested too deeply. */
static gboolean
collect_inlines (cmark_node *root, GPtrArray *nodes, GPtrArray *with_arrows)
{
  cmark_iter *iter = cmark_iter_new (root);
  cmark_event_type event;
  guint level = 0;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE && level <= 2 * MOST_LEVELS) {
    cmark_node *node = cmark_iter_get_node (iter);
    cmark_node_type type = cmark_node_get_type (node);
    if (event == CMARK_EVENT_EXIT) {
      level--;
      continue;
    }
    level += !is_leaf (type);
    if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_LINK
        || type == CMARK_NODE_IMAGE)
      g_ptr_array_add (nodes, node);
    else if ((type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
             && menu_has_arrow (cmark_node_get_literal (node))) {
      cmark_node *block = block_of (node);
      if (with_arrows->len == 0 || with_arrows->pdata[with_arrows->len - 1] != block)
        g_ptr_array_add (with_arrows, block);
    }
  }
  cmark_iter_free (iter);
  return level <= 2 * MOST_LEVELS;
}

static gboolean
settle_inlines (Body *body, cmark_node *root)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();       /* cmark_node */
  g_autoptr (GPtrArray) with_arrows = g_ptr_array_new (); /* cmark_node */

  if (!collect_inlines (root, nodes, with_arrows))
    return FALSE;
  for (guint i = 0; i < nodes->len; i++)
    check_inline (body, nodes->pdata[i]);
  for (guint i = 0; i < with_arrows->len; i++)
    menu_mark (with_arrows->pdata[i]);
  return TRUE;
}

/* --- the end of a letter --- */

static gboolean
is_for_all (cmark_node *block)
{
  guint all = CHANNEL_WEB | CHANNEL_PRINT | CHANNEL_LOA;
  return body_role (block) != BODY_CHANNEL || body_detail (block) == all;
}

/* The last text of the last block that every channel has; NULL when it does not end in text. */
static cmark_node *
last_text (cmark_node *root)
{
  cmark_node *node = cmark_node_last_child (root);

  while (node && !is_for_all (node))
    node = cmark_node_previous (node);
  while (node && cmark_node_last_child (node))
    node = cmark_node_last_child (node);
  return node && cmark_node_get_type (node) == CMARK_NODE_TEXT ? node : NULL;
}

/* A letter ends in “./.” (Decree 30/2020, the models of annex III). */
static void
settle_end_mark (cmark_node *root)
{
  cmark_node *text = last_text (root);
  if (text == NULL)
    return;
  const char *literal = cmark_node_get_literal (text);
  if (g_str_has_suffix (literal, "./."))
    return;
  g_autofree char *ended = g_strconcat (literal, g_str_has_suffix (literal, ".") ? "/." : "./.", NULL);
  cmark_node_set_literal (text, ended);
}

/* --- the whole --- */

static cmark_node *
body_settle (Body *body)
{
  const char *text = body->source->text + body->body_offset;
  gboolean too_deep = FALSE;

  body->offsets = g_hash_table_new (NULL, NULL);
  cmark_node *root = parse_markdown (text, body->source->length - body->body_offset);
  settle_children (body, root, 1, &too_deep);
  if (too_deep || !settle_inlines (body, root)) {
    report_error (body->report, body->source, (Place) { body->first_line, 0 }, _ ("write it flatter"),
                  _ ("lists, quotations or emphasis are nested more than %d levels deep"), MOST_LEVELS);
    g_clear_pointer (&root, cmark_node_free);
  } else if (body->document && body->document->kind == KIND_LETTER) {
    settle_end_mark (root);
  }
  g_hash_table_unref (body->offsets);
  g_clear_pointer (&body->lines, g_ptr_array_unref);
  g_free (body->definitions);
  return root;
}

cmark_node *
body_load (const Site *site, const Document *document, const Source *source, Report *report)
{
  Body body = { .site = site,
                .document = document,
                .source = source,
                .body_offset = MIN (document->body_offset, source->length),
                .first_line = document->body_line,
                .is_guide = document->kind == KIND_GUIDE,
                .report = report };
  return body_settle (&body);
}

cmark_node *
body_parse (const Source *source, gsize offset, guint first_line, gboolean is_guide, Report *report)
{
  Body body = { .source = source,
                .body_offset = offset,
                .first_line = first_line,
                .is_guide = is_guide,
                .report = report };
  return body_settle (&body);
}
