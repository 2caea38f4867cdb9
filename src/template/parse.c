/* SPDX-License-Identifier: MIT */
/* Tags into a tree. What is open stands on a stack of our own, so that no template can exhaust the
 * C stack. */
#include "template/node.h"

#include "base/i18n.h"
#include "template/parser.h"

#include <string.h>

void
parser_fault (Parser *parser, Place place, const char *advice, const char *format, ...)
{
  va_list args;

  parser->template->is_faulty = TRUE;
  if (++parser->n_faults > MOST_FAULTS)
    return;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  report_error (parser->report, parser->template->source, place, advice, "%s", message);
}

Open *
parser_top (Parser *parser)
{
  return &g_array_index (parser->open, Open, parser->open->len - 1);
}

gboolean
open_is (const Open *open, NodeKind kind)
{
  return open->node && open->node->kind == kind;
}

static Node *
parser_append (Parser *parser, NodeKind kind, Place place)
{
  Open *top = parser_top (parser);
  Node *node = arena_alloc (parser->template->arena, sizeof *node);

  node->kind = kind;
  node->place = place;
  if (top->last)
    top->last->next = node;
  else if (top->node)
    top->node->first = node;
  else
    parser->template->first = node;
  top->last = node;
  return node;
}

/* Only blocks show inside a parent, so anything else there is lost: an error, unless we are
 * lenient. */
static void
report_lost (Parser *parser, Place place, const char *what)
{
  parser_fault (parser, place, _ ("put it into a block: {{$name}}…{{/name}}"),
                _ ("%s stands in “{{<%s}}” but in none of its blocks, so it would not show"), what,
                parser_top (parser)->node->text);
}

static void
check_text_shows (Parser *parser, const char *text, gsize length)
{
  const Source *source = parser->template->source;
  gsize n_white = 0;

  while (n_white < length && g_ascii_isspace (text[n_white]))
    n_white++;
  if (n_white < length && !(parser->template->flags & TEMPLATE_LENIENT))
    report_lost (parser, source_place (source, text + n_white - source->text), _ ("this text"));
}

static void
check_tag_shows (Parser *parser, const TemplateTag *tag)
{
  gboolean may_stand_in_parent = tag->sigil && strchr ("/$!=", tag->sigil);

  if (may_stand_in_parent || !open_is (parser_top (parser), NODE_PARENT)
      || (parser->template->flags & TEMPLATE_LENIENT))
    return;
  g_autofree char *name = g_strndup (tag->name, tag->name_length);
  g_autofree char *shown = g_strdup_printf ("“{{%.1s%s}}”", tag->sigil ? &tag->sigil : "", name);
  report_lost (parser, tag->place, shown);
}

/* The text up to `end` becomes a node. */
static void
parser_flush_text (Parser *parser, gsize end)
{
  const Source *source = parser->template->source;
  const char *text = source->text + parser->text_start;
  gsize length = end > parser->text_start ? end - parser->text_start : 0;

  if (length == 0)
    return;
  if (open_is (parser_top (parser), NODE_PARENT)) {
    check_text_shows (parser, text, length);
    return;
  }
  place_feed (&parser->place, text, length);
  Node *node = parser_append (parser, NODE_TEXT, (Place){ 0, 0 });
  node->text = text;
  node->start = parser->text_start;
  node->length = length;
}

void
parser_cut (Parser *parser, const TemplateTag *tag, const Margins *margins, gboolean left,
            gboolean right)
{
  parser_flush_text (parser, left ? margins->line_start : tag->start);
  parser->text_start = right ? margins->next_line : tag->end;
}

static const char *
node_set_name (Parser *parser, Node *node, const TemplateTag *tag)
{
  node->text = arena_copy_n (parser->template->arena, tag->name, tag->name_length);
  node->length = tag->name_length;
  return node->text;
}

/* “a.b.c” -> a, b, c; “.” -> nothing. */
static void
node_set_path (Parser *parser, Node *node, const TemplateTag *tag)
{
  const char *name = node_set_name (parser, node, tag);
  g_auto (GStrv) parts = g_strsplit (name, ".", -1);
  guint n = strcmp (name, ".") == 0 ? 0 : g_strv_length (parts);
  ValueKey *path = arena_alloc (parser->template->arena, (n + 1) * sizeof *path);

  node->path = path;
  for (guint i = 0; i < n; i++) {
    path[i] = value_key_of (arena_copy (parser->template->arena, parts[i]));
    if (parts[i][0] == '\0') {
      parser_fault (parser, tag->place, _ ("write “name” or “map.name”"),
                    _ ("“%s” is not a name: a dot is missing something beside it"), name);
      break;
    }
  }
}

/* Names of templates are paths below the folders where templates are looked for, and lead nowhere
 * else. */
static gboolean
name_stays_inside (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);

  for (char **part = parts; *part; part++)
    if (**part == '\0' || strcmp (*part, "..") == 0 || strcmp (*part, ".") == 0)
      return FALSE;
  return strchr (name, '\\') == NULL;
}

static void
node_set_target (Parser *parser, Node *node, const TemplateTag *tag)
{
  const char *name = node_set_name (parser, node, tag);

  if (name[0] == '*')
    parser_fault (parser, tag->place, _ ("write the name of the template itself"),
                  _ ("“%s”: names of templates cannot come from the data"), name);
  else if (!name_stays_inside (name))
    parser_fault (parser, tag->place, _ ("write it like “web/letterhead”"),
                  _ ("“%s” is not a name of a template"), name);
  else
    g_ptr_array_add (parser->template->includes, node);
}

static void
node_set_indentation (Node *node, const char *indentation, gsize length)
{
  node->indentation = indentation;
  node->indentation_length = length;
}

static void
parser_open (Parser *parser, Node *node, const Margins *margins, Node *before)
{
  Open open = {
    .node = node, .before = before, .content = parser->text_start, .margins = *margins
  };

  if (parser->open->len > MOST_LEVELS) {
    parser_fault (parser, node->place, NULL, _ ("tags are nested more than %d levels deep"),
                  MOST_LEVELS);
    parser->n_faults = MOST_FAULTS; /* what follows would be a consequence of stopping here */
    return;
  }
  g_array_append_val (parser->open, open);
}

static void
parse_variable (Parser *parser, const TemplateTag *tag)
{
  TemplateTag named = *tag;

  parser_cut (parser, tag, NULL, FALSE, FALSE);
  Node *node = parser_append (parser, NODE_VARIABLE, tag->place);
  node->is_escaped = tag->sigil == '\0';
  node->where = place_kind (&parser->place);
  node->is_json = tag_is_json (tag, &named.name, &named.name_length);
  node_set_path (parser, node, &named);
  if (node->where == PLACE_SCRIPT && !node->is_json
      && !(parser->template->flags & TEMPLATE_LENIENT))
    parser_fault (parser, tag->place,
                  _ ("write it into an attribute, data-name=\"{{name}}\", for a script in static/; "
                     "as data for machines it is {{json name}}"),
                  _ ("“%s” stands in a script, where it would be run"), node->text);
}

static void
parse_section (Parser *parser, const TemplateTag *tag, const Margins *margins)
{
  gboolean is_standalone = margins->clears_left && margins->clears_right;

  parser_cut (parser, tag, margins, is_standalone, is_standalone);
  Node *node = parser_append (parser, tag->sigil == '#' ? NODE_SECTION : NODE_INVERTED, tag->place);
  node_set_path (parser, node, tag);
  parser_open (parser, node, margins, NULL);
}

static void
parse_partial (Parser *parser, const TemplateTag *tag, const Margins *margins)
{
  gboolean is_standalone = margins->clears_left && margins->clears_right;

  parser_cut (parser, tag, margins, is_standalone, is_standalone);
  Node *node = parser_append (parser, NODE_PARTIAL, tag->place);
  node->layout = is_standalone ? LAYOUT_LINES : LAYOUT_INLINE;
  node_set_indentation (node, tag->name, 0);
  if (is_standalone)
    node_set_indentation (node, parser->template->source->text + margins->line_start,
                          tag->start - margins->line_start);
  node_set_target (parser, node, tag);
}

/* Whether a parent is standalone is known only at its closing tag: until then its indentation stays
 * text. */
static void
parse_parent (Parser *parser, const TemplateTag *tag, const Margins *margins)
{
  parser_cut (parser, tag, margins, FALSE, FALSE);
  Node *before = parser_top (parser)->last;
  Node *node = parser_append (parser, NODE_PARENT, tag->place);
  node_set_indentation (node, parser->template->source->text + margins->line_start,
                        tag->start - margins->line_start);
  node_set_target (parser, node, tag);
  parser_open (parser, node, margins, before);
}

static void
parse_block (Parser *parser, const TemplateTag *tag, const Margins *margins)
{
  gboolean is_argument = open_is (parser_top (parser), NODE_PARENT);
  gboolean is_standalone = margins->clears_right && (margins->clears_left || is_argument);

  parser_cut (parser, tag, margins, is_standalone, is_standalone);
  Node *node = parser_append (parser, NODE_BLOCK, tag->place);
  node->layout = is_standalone ? LAYOUT_LINES : LAYOUT_INLINE;
  node_set_indentation (node, parser->template->source->text + margins->line_start,
                        margins->clears_left ? tag->start - margins->line_start : 0);
  node_set_name (parser, node, tag);
  parser_open (parser, node, margins, NULL);
}

static void
parse_tag (Parser *parser, const TemplateTag *tag)
{
  Margins margins = margins_of_tag (parser->template->source, tag);
  gboolean is_standalone = margins.clears_left && margins.clears_right;

  check_tag_shows (parser, tag);
  switch (tag->sigil) {
  case '#':
  case '^':
    parse_section (parser, tag, &margins);
    break;
  case '/':
    parser_close (parser, tag, &margins);
    break;
  case '>':
    parse_partial (parser, tag, &margins);
    break;
  case '<':
    parse_parent (parser, tag, &margins);
    break;
  case '$':
    parse_block (parser, tag, &margins);
    break;
  case '!':
  case '=':
    parser_cut (parser, tag, &margins, is_standalone, is_standalone);
    break;
  default:
    parse_variable (parser, tag);
  }
}

static void
report_bad_tag (Parser *parser, ScanStatus status, const TemplateTag *tag)
{
  static const struct {
    const char *message, *advice;
  } faults[] = {
    [SCAN_UNCLOSED] = { N_ ("this tag is not closed"), N_ ("write “}}” after the name") },
    [SCAN_EMPTY] = { N_ ("this tag has no name"), N_ ("write a name between the braces") },
    [SCAN_SPACE_IN_NAME] = { N_ ("a name has no spaces"), N_ ("write “_” for the space") },
    [SCAN_SPACE_BEFORE] = { N_ ("a space before the sign that says what the tag does"),
                            N_ ("write the sign directly after the braces: “{{#name}}”") },
    [SCAN_BAD_DELIMITERS] = { N_ ("this does not say what tags begin and end with"),
                              N_ ("write it like “{{=<% %>=}}”: two words without “=”") },
  };
  const char *advice = _ (faults[status].advice);

  if (status == SCAN_UNCLOSED && tag->sigil == '{')
    advice = _ ("a tag that begins with “{{{” ends with “}}}”");
  parser_fault (parser, tag->place, advice, "%s", _ (faults[status].message));
}

static void
parser_run (Parser *parser)
{
  ScanStatus status;
  TemplateTag tag;

  g_array_set_size (parser->open, 1); /* the template itself */
  while (parser->n_faults < MOST_FAULTS
         && (status = scanner_next (&parser->scanner, &tag)) != SCAN_END) {
    if (status == SCAN_TAG)
      parse_tag (parser, &tag);
    else
      report_bad_tag (parser, status, &tag);
  }
  parser_flush_text (parser, parser->template->source->length);
  for (; parser->open->len > 1; g_array_set_size (parser->open, parser->open->len - 1))
    parser_report_unclosed (parser);
}

Template *
template_parse (Source *source_take, TemplateFlags flags, Report *report)
{
  Template *template = g_new0 (Template, 1);
  template->source = source_take;
  template->arena = arena_new ();
  template->includes = g_ptr_array_new ();
  template->flags = flags;

  g_autoptr (GArray) open = g_array_new (FALSE, TRUE, sizeof (Open));
  Parser parser = { .template = template, .open = open, .report = report };
  scanner_init (&parser.scanner, source_take);
  parser_run (&parser);
  return template;
}

void
template_free (Template *template)
{
  if (template == NULL)
    return;
  g_clear_pointer (&template->blocks, g_hash_table_unref);
  g_clear_pointer (&template->lacks, g_hash_table_unref);
  g_ptr_array_unref (template->includes);
  arena_free (template->arena);
  source_free (template->source);
  g_free (template);
}
