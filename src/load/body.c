/* SPDX-License-Identifier: MIT */
/* Three passes over cmark's tree. The first settles the structure: channel blocks become blocks,
 * paragraphs become tables and figures, items become tasks, lists become steps. The second goes
 * through all inlines of the settled tree: links, pictures, menu paths, raw HTML, facts. The third
 * says what the lines are (load/roles.c). Then the facts are filled: no pass has seen a value, so
 * none can be markup.
 *
 * The text of another document ({{>…}}) goes through the first two passes by itself, since its
 * lines and links are those of its own file; then its blocks take the place of the tag.
 *
 * Blocks of small documents of their own (channel blocks, table cells) count their lines from 1;
 * `offsets` remembers for the roots of the former what to add, `rows` the line of each row of a
 * table. */
#include "load/body.h"

#include "base/i18n.h"
#include "load/body_inlines.h"
#include "load/captions.h"
#include "load/control.h"
#include "load/site_source.h"
#include "load/end_mark.h"
#include "load/facts.h"
#include "load/footnotes.h"
#include "load/labels.h"
#include "load/landscape.h"
#include "load/link.h"
#include "load/official_lines.h"
#include "load/raw_lines.h"
#include "load/roles.h"
#include "load/table.h"
#include "load/markdown_tree.h"
#include "model/contents.h"
#include "model/document_facts.h"

#include <string.h>

/* Headings of the items of a programme are "##". */
#define ITEM_LEVEL 2
/* A circle of parts is told when the site is loaded; here it only must end. */
#define MOST_PARTS 8

struct Body {
  MarkdownTree *tree;
  cmark_node *root;
  GPtrArray *links; /* BodyLink, owned; NULL: none */
  BodyFacts *facts;
};

/* --- the first pass: blocks --- */

/* A text of Markdown, whose first line is line `line` of the file. */
static cmark_node *
parse_text (Pass *pass, const char *text, guint line)
{
  g_autofree char *rewritten = labels_rewrite (&pass->labels, text, line);
  const char *parsed = rewritten ? rewritten : text;
  return markdown_tree_parse (pass->tree, parsed, strlen (parsed));
}

static guint
line_of_item (gconstpointer pass, cmark_node *item)
{
  return pass_line_of (pass, item);
}

static void resolve_children (Pass *pass, cmark_node *parent, guint level, gboolean *too_deep);

static cmark_node *
wrap_channels (Pass *pass, cmark_node *node, guint channels)
{
  cmark_node *wrapper = markdown_tree_node (pass->tree, CMARK_NODE_CUSTOM_BLOCK);
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
static void
resolve_code (Pass *pass, cmark_node *code, guint level, gboolean *too_deep)
{
  gboolean replaces;
  guint channel = channel_of_info (cmark_node_get_fence_info (code), &replaces);

  if (channel == 0)
    return;
  cmark_node *before = cmark_node_previous (code);
  if (replaces && before) {
    cmark_node *others =
      wrap_channels (pass, before, (CHANNEL_WEB | CHANNEL_PRINT | CHANNEL_LOA) & ~channel);
    cmark_node_append_child (others, before);
  }
  cmark_node *wrapper = wrap_channels (pass, code, channel);
  guint line = pass_line_of (pass, code);
  cmark_node *inner = parse_text (pass, cmark_node_get_literal (code), line + 1);
  pass_note_line (&pass->offsets, wrapper, line);
  cmark_node_free (code);
  for (cmark_node *child; (child = cmark_node_first_child (inner)) != NULL;)
    cmark_node_append_child (wrapper, child);
  cmark_node_free (inner);
  resolve_children (pass, wrapper, level + 1, too_deep);
}

/* TRUE when a direct text child has a pipe; only then can the paragraph be a table. */
static gboolean
has_pipe (cmark_node *paragraph)
{
  for (cmark_node *child = cmark_node_first_child (paragraph); child;
       child = cmark_node_next (child))
    if (cmark_node_get_type (child) == CMARK_NODE_TEXT
        && strchr (cmark_node_get_literal (child), '|'))
      return TRUE;
  return FALSE;
}

static void
note_rows (Pass *pass, cmark_node *table, guint header_line)
{
  guint line = header_line;

  for (cmark_node *row = cmark_node_first_child (table); row; row = cmark_node_next (row)) {
    pass_note_line (&pass->rows, row, line);
    line += line == header_line ? 2 : 1;
  }
}

/* Turns a block of `n` lines of text into a table, if it is one; returns that, or the block. */
static cmark_node *
resolve_table (Pass *pass, cmark_node *block, guint n)
{
  guint first = pass_line_of (pass, block);
  if (pass->lines == NULL)
    pass->lines = raw_lines_new (pass->source, pass->body_offset, pass->first_line);
  g_autofree const char **all = raw_lines_of_paragraph (pass->lines, first, n);
  const char **lines = all;
  cmark_node *head;
  guint n_head;

  /* cmark takes definitions off the start of a paragraph, but counts their lines. */
  for (; n > 2 && raw_line_is_definition (*lines); lines++, first++)
    n--;
  g_autofree char *definitions = raw_lines_definitions_for (pass->lines, lines, n);
  TableText text = { pass->tree, pass->source, lines, n, first, definitions, pass->report };
  cmark_node *table = table_from_lines (&text, &head, &n_head);
  if (table == NULL)
    return block;
  if (head) {
    cmark_node_insert_before (block, head);
    pass_note_line (&pass->offsets, head, first - 1);
  }
  cmark_node_insert_before (block, table);
  note_rows (pass, table, first + n_head);
  cmark_node_free (block);
  return table;
}

static guint
count_lines (cmark_node *block)
{
  return cmark_node_get_end_line (block) - cmark_node_get_start_line (block) + 1;
}

/* To cmark the lines of a table before a line --- are a heading; to the author they are a table and
 * a rule. */
static void
resolve_heading (Pass *pass, cmark_node *heading)
{
  guint n = count_lines (heading);

  if (cmark_node_get_heading_level (heading) != 2 || n < 3 || !has_pipe (heading))
    return;
  cmark_node *table = resolve_table (pass, heading, n - 1);
  if (table != heading)
    cmark_node_insert_after (table, markdown_tree_node (pass->tree, CMARK_NODE_THEMATIC_BREAK));
}

static gboolean
holds_one_image (cmark_node *paragraph)
{
  cmark_node *only = cmark_node_first_child (paragraph);
  return only && cmark_node_next (only) == NULL && cmark_node_get_type (only) == CMARK_NODE_IMAGE;
}

/* "[ ] việc phải làm" at the start of an item. */
static void
resolve_task (cmark_node *item)
{
  cmark_node *paragraph = cmark_node_first_child (item);
  cmark_node *text = paragraph && cmark_node_get_type (paragraph) == CMARK_NODE_PARAGRAPH
                       ? cmark_node_first_child (paragraph)
                       : NULL;
  if (text == NULL || cmark_node_get_type (text) != CMARK_NODE_TEXT)
    return;
  const char *literal = cmark_node_get_literal (text);
  if (literal[0] != '[' || literal[1] == '\0' || strchr (" xX", literal[1]) == NULL
      || literal[2] != ']' || literal[3] != ' ')
    return;
  body_mark (item, BODY_TASK, literal[1] != ' ');
  g_autofree char *rest = g_strdup (literal + 4);
  cmark_node_set_literal (text, rest);
}

static void
move_children_before (cmark_node *parent, cmark_node *node)
{
  for (cmark_node *child; (child = cmark_node_first_child (parent)) != NULL;)
    cmark_node_insert_before (node, child);
}

/* TRUE when the paragraph is nothing but “{{>path}}”. */
static gboolean
is_part (cmark_node *paragraph, Tag *tag)
{
  cmark_node *only = cmark_node_first_child (paragraph);

  if (only == NULL || cmark_node_next (only) || cmark_node_get_type (only) != CMARK_NODE_TEXT)
    return FALSE;
  const char *literal = cmark_node_get_literal (only);
  return *literal == '{' && tag_find (literal, tag) && tag->kind == TAG_PART
         && tag->start == literal && *tag->end == '\0';
}

static void resolve_part (Pass *pass, cmark_node *paragraph, const Tag *tag);

/* Blocks that were written as items to begin anew take the place of `list`. */
static void
resolve_paragraphs (Pass *pass, cmark_node *list, guint level, gboolean *too_deep)
{
  for (cmark_node *item = cmark_node_first_child (list); item; item = cmark_node_next (item)) {
    resolve_children (pass, item, level + 1, too_deep);
    move_children_before (item, list);
  }
  cmark_node *outer = cmark_node_parent (cmark_node_parent (list));
  if (outer && cmark_node_get_type (outer) == CMARK_NODE_LIST)
    cmark_node_set_list_tight (outer, FALSE);
  cmark_node_free (list);
}

static void
resolve_list (Pass *pass, cmark_node *list, guint level, gboolean *too_deep)
{
  if (labels_hold_paragraphs (&pass->labels, list, line_of_item, pass)) {
    resolve_paragraphs (pass, list, level, too_deep);
    return;
  }
  if (pass->is_guide && cmark_node_get_list_type (list) == CMARK_ORDERED_LIST
      && cmark_node_get_type (cmark_node_parent (list)) != CMARK_NODE_ITEM)
    body_mark (list, BODY_STEPS, 0);
  resolve_children (pass, list, level + 1, too_deep);
  if (g_hash_table_size (pass->labels.labels) > 0)
    labels_mark (&pass->labels, list, line_of_item, pass);
}

/* What it becomes takes its place; what stands behind it stays there. */
static void
resolve_block (Pass *pass, cmark_node *node, guint level, gboolean *too_deep)
{
  Tag tag;

  switch (cmark_node_get_type (node)) {
  case CMARK_NODE_CODE_BLOCK:
    resolve_code (pass, node, level, too_deep);
    break;
  case CMARK_NODE_PARAGRAPH:
    if (holds_one_image (node))
      body_mark (node, BODY_FIGURE, 0);
    else if (pass->site && is_part (node, &tag))
      resolve_part (pass, node, &tag);
    else if (has_pipe (node))
      resolve_table (pass, node, count_lines (node));
    break;
  case CMARK_NODE_HEADING:
    resolve_heading (pass, node);
    break;
  case CMARK_NODE_LIST:
    resolve_list (pass, node, level, too_deep);
    break;
  case CMARK_NODE_ITEM:
    resolve_task (node);
    resolve_children (pass, node, level + 1, too_deep);
    break;
  case CMARK_NODE_BLOCK_QUOTE:
    resolve_children (pass, node, level + 1, too_deep);
    break;
  default:
    break;
  }
}

static void
resolve_children (Pass *pass, cmark_node *parent, guint level, gboolean *too_deep)
{
  if (level > MOST_LEVELS) {
    *too_deep = TRUE;
    return;
  }
  for (cmark_node *node = cmark_node_first_child (parent), *next; node; node = next) {
    next = cmark_node_next (node);
    resolve_block (pass, node, level, too_deep);
  }
}

/* --- the text of another document --- */

/* Of all blocks below `parent`, for those who find something wrong with them later. The texts of
 * others stand on lines of other files: of them nothing is noted. */
static void
note_lines (const Pass *pass, cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child (parent); node; node = cmark_node_next (node)) {
    if (cmark_node_get_type (node) >= CMARK_NODE_FIRST_INLINE)
      return;
    if (pass->parts && g_hash_table_contains (pass->parts, node))
      continue;
    gboolean is_table = body_role (node) == BODY_TABLE;
    body_note_line (node, pass_line_of (pass, is_table ? cmark_node_first_child (node) : node));
    note_lines (pass, node);
  }
}

/* The first two passes over a text that begins with `root`. */
static gboolean
resolve_text (Pass *pass, cmark_node **root)
{
  gboolean too_deep = FALSE;

  pass->labels = (Labels){ .source = pass->source,
                           .as_written = pass->page && pass->page->kind == KIND_LETTER,
                           .labels = g_hash_table_new (NULL, NULL),
                           .report = pass->report };
  g_autoptr (Footnotes) notes =
    footnotes_take (pass->source, pass->body_offset, pass->first_line, pass->report);
  const char *text = notes ? footnotes_rest (notes) : pass->source->text + pass->body_offset;
  *root = parse_text (pass, text, pass->first_line);
  pass->has_references = strchr (text, '&') != NULL;
  resolve_children (pass, *root, 1, &too_deep);
  if (notes)
    footnotes_mark (notes, pass->tree, *root, pass->n_notes, pass->report);
  if (too_deep || !inlines_resolve (pass, *root)) {
    report_error (
      pass->report, pass->source, (Place){ pass->first_line, 0 }, _ ("use fewer levels"),
      _ ("lists, quotations or emphasis are nested more than %d levels deep"), MOST_LEVELS);
    *root = NULL;
  } else if (pass->n_within == 0) {
    if (strchr (text, '<'))
      pass->landscape = landscape_take (*root, line_of_item, pass);
    note_lines (pass, *root);
  }
  g_hash_table_unref (pass->labels.labels);
  g_clear_pointer (&pass->offsets, g_hash_table_unref);
  g_clear_pointer (&pass->rows, g_hash_table_unref);
  raw_lines_free (pass->lines);
  return *root != NULL;
}

/* The blocks of the texts of others, which were kept apart from the second pass, take their place.
 */
static void
open_parts (Pass *pass)
{
  GHashTableIter iter;
  gpointer wrapper;

  if (pass->parts == NULL)
    return;
  g_hash_table_iter_init (&iter, pass->parts);
  while (g_hash_table_iter_next (&iter, &wrapper, NULL)) {
    move_children_before (wrapper, wrapper);
    cmark_node_free (wrapper);
  }
  g_clear_pointer (&pass->parts, g_hash_table_unref);
}

/* A programme announces each of its items by the title of its document, below which the headings
 * of the item stand. */
static void
head_item (Pass *pass, cmark_node *root, const Document *item, guint line)
{
  cmark_node *heading = markdown_tree_node (pass->tree, CMARK_NODE_HEADING);
  cmark_node *text = markdown_tree_node (pass->tree, CMARK_NODE_TEXT);

  for (cmark_node *node = cmark_node_first_child (root); node; node = cmark_node_next (node))
    if (cmark_node_get_type (node) == CMARK_NODE_HEADING)
      cmark_node_set_heading_level (node, MIN (cmark_node_get_heading_level (node) + 1, 6));
  cmark_node_set_heading_level (heading, ITEM_LEVEL);
  cmark_node_set_literal (text, item->title);
  cmark_node_append_child (heading, text);
  body_note_line (heading, line);
  if (cmark_node_first_child (root))
    cmark_node_insert_before (cmark_node_first_child (root), heading);
  else
    cmark_node_append_child (root, heading);
}

/* What is over by the last day of a programme is old news there. */
static void
check_item (Pass *pass, cmark_node *paragraph, const Document *item, const char *path)
{
  const Document *programme = pass->document;
  Date last = broadcast_last_day (&programme->broadcast);
  Moment when = date_is_set (last) ? moment_of_date (last) : pass->site->now;

  if (programme->kind != KIND_PROGRAMME || pass->n_within > 0 || !document_is_expired (item, when))
    return;
  g_autofree char *day = date_short (date_of_moment (item->expires - 1));
  report_warning (pass->report, pass->source, pass_place_of (pass, paragraph, path),
                  _ ("take it out of the programme, or end the programme before"),
                  _ ("“%s” is only good until %s, and the programme is read after that"), path,
                  day);
}

/* A link to a document is read as its words, which is not what a programme is for. */
static void
check_programme (Pass *pass)
{
  if (pass->document == NULL || pass->document->kind != KIND_PROGRAMME || pass->parts)
    return;
  report_warning (pass->report, pass->source, (Place){ pass->first_line, 0 },
                  _ ("write each on a line of its own: “{{>ban-tin/ten-bai}}”"),
                  _ ("this programme names no document that is to be read"));
}

/* A notice may say all in its front matter, a page in its title and its template. */
static void
check_empty (Pass *pass, cmark_node *root)
{
  gboolean needs_text = pass->document
                        && (pass->document->kind == KIND_BULLETIN
                            || pass->document->kind == KIND_GUIDE
                            || pass->document->kind == KIND_QUESTION);

  if (needs_text && cmark_node_first_child (root) == NULL)
    report_warning (pass->report, pass->source, (Place){ pass->first_line, 0 },
                    _ ("write its text below the front matter"),
                    _ ("this document has a title and no text"));
}

static void
resolve_part (Pass *pass, cmark_node *paragraph, const Tag *tag)
{
  g_autofree char *path = g_strndup (tag->name, tag->length);
  const Document *document = link_find_document (pass->site, pass->document, path);
  g_autoptr (Source) reread = NULL;
  const Source *source = document && pass->n_within < MOST_PARTS
                           ? site_document_source (pass->site, document, &reread, pass->report)
                           : NULL;
  cmark_node *wrapper = markdown_tree_node (pass->tree, CMARK_NODE_CUSTOM_BLOCK);
  cmark_node *root;

  if (document)
    check_item (pass, paragraph, document, path);
  cmark_node_insert_before (paragraph, wrapper);
  cmark_node_free (paragraph);
  if (pass->parts == NULL)
    pass->parts = g_hash_table_new (NULL, NULL);
  g_hash_table_add (pass->parts, wrapper);
  if (source == NULL)
    return;
  Pass inner = { .tree = pass->tree,
                 .site = pass->site,
                 .document = document,
                 .page = pass->page,
                 .office = pass->office,
                 .facts = pass->facts,
                 .n_notes = pass->n_notes,
                 .n_within = pass->n_within + 1,
                 .source = source,
                 .body_offset = MIN (document->body_offset, source->length),
                 .first_line = document->body_line,
                 .is_guide = pass->document->kind == KIND_PROGRAMME ? document->kind == KIND_GUIDE
                                                                    : pass->is_guide,
                 .report = pass->report };
  if (resolve_text (&inner, &root)) {
    open_parts (&inner);
    if (pass->n_within == 0 && pass->document->kind == KIND_PROGRAMME && document->title)
      head_item (pass, root, document, document->body_line);
    for (cmark_node *child; (child = cmark_node_first_child (root)) != NULL;)
      cmark_node_append_child (wrapper, child);
  }
  /* Whether the parts of pages it leads to are there is asked of the document itself. */
  g_clear_pointer (&inner.links, g_ptr_array_unref);
}

/* --- who it is for --- */

/* Bytes below which a line may be one of those marks, and what it may begin with (as “Đ” does);
 * nothing is what is not text, and may have text in it. */
#define LONGEST_SECRET_MARK   48
#define FIRST_OF_SECRET_MARKS "MTLX( \t\xC4"

/* What few may read is stamped so on a line of its own; here everybody reads what is written. */
static gboolean
is_secret_mark (const char *line)
{
  static const char *const marks[] = {
    "MẬT",
    "TỐI MẬT",
    "TUYỆT MẬT",
    "LƯU HÀNH NỘI BỘ",
    "TÀI LIỆU LƯU HÀNH NỘI BỘ",
    "XEM XONG TRẢ LẠI",
    "TÀI LIỆU THU HỒI",
    "ĐỘ MẬT: MẬT",
    "ĐỘ MẬT: TỐI MẬT",
    "ĐỘ MẬT: TUYỆT MẬT",
    NULL,
  };
  g_autofree char *bare = g_strdup (line);

  g_strstrip (bare);
  gsize length = strlen (bare);
  if (length > 1 && *bare == '(' && bare[length - 1] == ')') {
    bare[length - 1] = '\0';
    return g_strv_contains (marks, bare + 1);
  }
  if (length > 0 && bare[length - 1] == '.')
    bare[length - 1] = '\0';
  return g_strv_contains (marks, bare);
}

static void
check_secrecy (Pass *pass, cmark_node *parent)
{
  for (cmark_node *block = cmark_node_first_child (parent); block;
       block = cmark_node_next (block)) {
    cmark_node_type type = cmark_node_get_type (block);
    if (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING) {
      if (type == CMARK_NODE_BLOCK_QUOTE || body_role (block) == BODY_CHANNEL)
        check_secrecy (pass, block);
      continue;
    }
    const char *first = body_first_text (block);
    if (strchr (FIRST_OF_SECRET_MARKS, *first) == NULL || strlen (first) >= LONGEST_SECRET_MARK)
      continue;
    g_autofree char *text = body_plain_text (block);
    if (strlen (text) < LONGEST_SECRET_MARK && is_secret_mark (text))
      report_error (
        pass->report, pass->source, pass_place_of (pass, block, text),
        _ ("take the file out of this folder; it belongs on the system for such documents"),
        _ ("a document that is not for everybody must not be held here"));
  }
}

/* Who pastes a whole letter has its head and its recipients in the text, too. In appendices they
 * are those of forms. */
static void
check_form (Pass *pass, cmark_node *root)
{
  static const char *const words[] = { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA",
                                       "Nơi nhận:" };

  for (cmark_node *block = cmark_node_first_child (root); block && !body_opens_annex (block);
       block = cmark_node_next (block))
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      if (cmark_node_get_type (block) == CMARK_NODE_PARAGRAPH
          && strstr (body_first_text (block), words[i]))
        report_warning (pass->report, pass->source, pass_place_of (pass, block, words[i]),
                        _ ("leave the head, the recipients and the signature out of the text; they "
                           "are made of “số”, “nơi nhận” and “người ký”"),
                        _ ("“%s” will stand there twice"), words[i]);
}

/* --- the whole --- */

static gboolean
ends_in_mark (const Document *document)
{
  return document && document->official && !document->official->is_unmarked
         && !(document->office && document->office->is_party);
}

static Body *
body_resolve (Pass *pass)
{
  g_autoptr (Source) cleaned = control_replace (pass->source, pass->body_offset, pass->report);
  if (cleaned)
    pass->source = cleaned;
  Body *body = g_new0 (Body, 1);
  guint n_notes = 0;

  body->tree = pass->tree = markdown_tree_new ();
  body->facts = pass->facts = body_facts_new ();
  pass->n_notes = &n_notes;
  if (!resolve_text (pass, &body->root)) {
    g_clear_pointer (&pass->parts, g_hash_table_unref);
    g_clear_pointer (&pass->links, g_ptr_array_unref);
    g_clear_pointer (&body, body_free);
    return NULL;
  }
  check_programme (pass);
  check_empty (pass, body->root);
  open_parts (pass);
  if (n_notes > 0)
    footnotes_number (body->root, n_notes);
  roles_mark (body->root);
  captions_mark (
    &(CaptionText){ pass->tree, pass->source, inlines_place_of_tag, pass, pass->report },
    body->root);
  if (pass->landscape)
    landscape_mark (pass->landscape, pass->source, pass->report);
  g_clear_pointer (&pass->landscape, landscape_free);
  check_secrecy (pass, body->root);
  if (pass->document && pass->document->has_contents && !contents_has_any (body->root))
    report_warning (pass->report, pass->source, (Place){ pass->first_line, 0 },
                    _ ("titles are headings (“## I. MỤC ĐÍCH”), “Chương I”, and titled articles in "
                       "bold (“**Điều 1. Phạm vi**”)"),
                    _ ("there is nothing here that “contents” (“mục lục”) could list"));
  if (ends_in_mark (pass->document))
    end_mark_resolve (pass->tree, body->root);
  if (pass->document && pass->document->official) {
    check_form (pass, body->root);
    official_lines_set (pass->tree, body->root,
                        pass->document->office && pass->document->office->is_party);
  }
  if (pass->site) {
    const FactScope scope = document_scope (pass->site, pass->document, pass->office);
    body_facts_fill (body->facts, &scope);
  }
  body->links = pass->links;
  return body;
}

Body *
body_load (const Site *site, const Document *document, const Office *office, const Source *source,
           Report *report)
{
  Pass pass = { .site = site,
                .document = document,
                .page = document,
                .office = office,
                .source = source,
                .body_offset = MIN (document->body_offset, source->length),
                .first_line = document->body_line,
                .is_guide = document->kind == KIND_GUIDE,
                .report = report };
  return body_resolve (&pass);
}

Body *
body_parse (const Source *source, gsize offset, guint first_line, gboolean is_guide, Report *report)
{
  Pass pass = { .source = source,
                .body_offset = offset,
                .first_line = first_line,
                .is_guide = is_guide,
                .report = report };
  return body_resolve (&pass);
}

GPtrArray *
body_take_links (Body *body)
{
  return body->links ? g_steal_pointer (&body->links) : g_ptr_array_new ();
}

cmark_node *
body_root (const Body *body)
{
  return body->root;
}

BodyFacts *
body_facts (const Body *body)
{
  return body->facts;
}

void
body_free (Body *body)
{
  if (body == NULL)
    return;
  body_facts_free (body->facts);
  markdown_tree_free (body->tree);
  g_clear_pointer (&body->links, g_ptr_array_unref);
  g_free (body);
}
