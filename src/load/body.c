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
#include "load/autolink.h"
#include "load/captions.h"
#include "load/control.h"
#include "load/site_source.h"
#include "load/end_mark.h"
#include "load/facts.h"
#include "load/footnotes.h"
#include "load/labels.h"
#include "load/landscape.h"
#include "load/leftover.h"
#include "load/link.h"
#include "load/menu.h"
#include "load/official_lines.h"
#include "load/raw_lines.h"
#include "load/roles.h"
#include "load/signs.h"
#include "load/strike.h"
#include "load/table.h"
#include "load/markdown_tree.h"
#include "model/contents.h"
#include "model/document_facts.h"
#include "model/stock.h"
#include "model/web.h"
#include "text/invisible.h"

#include <string.h>

/* Nobody quotes deeper by hand; everything that walks the tree may recurse. */
#define MOST_LEVELS 100

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

/* Where the last fault was found; the next is looked for from there, as most come in the order of
 * the text. */
typedef struct {
  cmark_node *node;
  guint block_line, line;
  const char *line_start; /* NULL: nothing was found yet */
  const char *found;      /* in that line */
} Cursor;

/* What the passes know. */
typedef struct {
  MarkdownTree *tree;
  const Site *site;         /* NULL: links are left as they are */
  const Document *document; /* NULL with it */
  const Source *source;
  gsize body_offset;
  guint first_line; /* of the body in the source */
  gboolean is_guide;
  const Document *page; /* that the text is shown on: `document`, or whose part it is */
  const Office *office; /* who says it */
  BodyFacts *facts;     /* of the body */
  guint *n_notes;       /* footnotes of the body */
  guint n_within;       /* parts that this text is within */
  GHashTable *parts;    /* Set<cmark_node>: blocks around the texts of others; made when needed */
  Landscape *landscape; /* what asks to lie on its side, until roles are known; NULL: nothing */
  RawLines *lines;      /* made when first needed */
  GHashTable *offsets;  /* cmark_node → line offset; made when first needed, too */
  GHashTable *rows;     /* cmark_node → line; likewise */
  Labels labels;
  Cursor cursor;
  GPtrArray *links;        /* BodyLink, owned; made when first needed */
  gboolean has_references; /* “&shy;” and the like may be in it */
  Report *report;
} Pass;

/* --- where things stand --- */

static void
note_line (GHashTable **lines, cmark_node *node, guint line)
{
  if (*lines == NULL)
    *lines = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (*lines, node, GUINT_TO_POINTER (line));
}

static gboolean
find_line (GHashTable *lines, cmark_node *node, gpointer *line)
{
  return lines && g_hash_table_lookup_extended (lines, node, NULL, line);
}

/* Line of the file on which the block that holds `node` starts. */
static guint
line_of (const Pass *pass, cmark_node *node)
{
  gboolean has_offsets = pass->rows || pass->offsets;
  guint line = 0;

  for (; node && (line == 0 || has_offsets); node = cmark_node_parent (node)) {
    gpointer offset;
    if (line == 0)
      line = cmark_node_get_start_line (node);
    if (find_line (pass->rows, node, &offset))
      return GPOINTER_TO_UINT (offset);
    if (find_line (pass->offsets, node, &offset))
      return GPOINTER_TO_UINT (offset) + MAX (line, 1);
  }
  return line > 0 ? pass->first_line - 1 + line : pass->first_line;
}

/* Moves the cursor to the start of line `line`; FALSE when there is none. */
static gboolean
cursor_go (Pass *pass, guint line)
{
  Cursor *cursor = &pass->cursor;

  if (cursor->line_start == NULL || line < cursor->line) {
    cursor->line = pass->first_line;
    cursor->line_start = pass->source->text + pass->body_offset;
  }
  while (cursor->line < line) {
    const char *end = strchr (cursor->line_start, '\n');
    if (end == NULL)
      return FALSE;
    cursor->line_start = end + 1;
    cursor->line++;
  }
  return TRUE;
}

/* The place of `text` at or after the block of `node`: what an author looks for is what is wrong.
 * Of a text that is wrong twice in one block each is found once. */
static Place
place_of (Pass *pass, cmark_node *node, const char *text)
{
  Cursor *cursor = &pass->cursor;
  guint line = line_of (pass, node);
  const char *start = NULL;

  if (cursor->found && cursor->block_line == line)
    start = cursor->found + (cursor->node != node);
  else if (cursor_go (pass, line))
    start = cursor->line_start;
  const char *found = start && text && *text ? strstr (start, text) : NULL;
  if (found == NULL)
    return (Place){ line, 0 };
  for (const char *end;
       (end = memchr (cursor->line_start, '\n', found - cursor->line_start)) != NULL;
       cursor->line++)
    cursor->line_start = end + 1;
  cursor->node = node;
  cursor->block_line = line;
  cursor->found = found;
  return (Place){ cursor->line,
                  1 + g_utf8_strlen (cursor->line_start, found - cursor->line_start) };
}

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
  return line_of (pass, item);
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
  guint line = line_of (pass, code);
  cmark_node *inner = parse_text (pass, cmark_node_get_literal (code), line + 1);
  note_line (&pass->offsets, wrapper, line);
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
    note_line (&pass->rows, row, line);
    line += line == header_line ? 2 : 1;
  }
}

/* Turns a block of `n` lines of text into a table, if it is one; returns that, or the block. */
static cmark_node *
resolve_table (Pass *pass, cmark_node *block, guint n)
{
  guint first = line_of (pass, block);
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
    note_line (&pass->offsets, head, first - 1);
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

/* --- the second pass: inlines --- */

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
  report_error (pass->report, pass->source, place_of (pass, node, first),
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
  report_error (pass->report, pass->source, place_of (pass, node, written),
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
                      place_of (pass, node, written), web_fault_advice (fault),
                      web_fault_message (fault), url);
  else if (fault != WEB_GOOD) {
    report_error (pass->report, pass->source, place_of (pass, node, written),
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
  link->place = place_of (pass, node, url);
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
    report_error (pass->report, pass->source, place_of (pass, node, url), advice, "%s", fault);
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
    report_error (pass->report, pass->source, place_of (pass, node, url),
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
    report_error (pass->report, pass->source, place_of (pass, node, cmark_node_get_url (node)),
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
      report_warning (pass->report, pass->source, place_of (pass, node, markup), row ? row : advice,
                      "%s", fault);
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
                               place_of (pass, node, "&"), pass->report)
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

static Place
place_of_tag (gpointer pass, cmark_node *node, const char *text)
{
  return place_of (pass, node, text);
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
                          .place = place_of_tag,
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

static gboolean
resolve_inlines (Pass *pass, cmark_node *root)
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
    body_note_line (node, line_of (pass, is_table ? cmark_node_first_child (node) : node));
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
  if (too_deep || !resolve_inlines (pass, *root)) {
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
  report_warning (pass->report, pass->source, place_of (pass, paragraph, path),
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
        pass->report, pass->source, place_of (pass, block, text),
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
        report_warning (pass->report, pass->source, place_of (pass, block, words[i]),
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
  captions_mark (&(CaptionText){ pass->tree, pass->source, place_of_tag, pass, pass->report },
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
