/* SPDX-License-Identifier: MIT */
/* Filling a template: one walk over its tree, which nothing here changes. */
#include "template/template.h"

#include "base/i18n.h"
#include "base/web_scheme.h"
#include "template/context.h"
#include "template/node.h"
#include "template/fill_writer.h"

#include <string.h>

/* Templates may include themselves, to follow data that is nested; no data is nested deeper. */
#define MOST_INCLUDES 100
/* All that can be open at once, sections and includes: bounds the C stack. */
#define MOST_OPEN 3000
/* Includes and turns of sections: a few lists nested in each other would otherwise fill any disk.
 */
#define MOST_TURNS 20000000

/* So many unknown names in one template are one mistake, and it was seen. */
#define MOST_UNKNOWN 100

/* The arguments of a parent that is being filled. */
typedef struct Frame Frame;
struct Frame {
  const Node *parent;
  const Template *template; /* that the arguments are written in */
  const Frame *outer;
};

/* Where we are: constant within a list of nodes. */
typedef struct {
  const Template *template;
  const Context *context;
  const Frame *frames;
} Scope;

/* Which byte of what is written is looked for, and where it comes from. */
typedef struct {
  gsize offset;
  const Source *source; /* NULL: it is not written yet */
  Place place;
} Trace;

typedef struct {
  FillWriter writer;
  TemplateEscape escape;
  Trace *trace; /* or NULL */
  Report *report;
  GHashTable
    *reported; /* Node, borrowed: what was reported once is not reported for every turn; or NULL */
  guint n_open, n_includes, n_turns;
  gboolean is_faulty;
  gboolean is_stopped; /* it would never end, or what is looked for is found */
} Fill;

static void fill_nodes (Fill *fill, const Scope *scope, const Node *nodes);

/* TRUE once for every node, and no more when there is already enough to read. */
static gboolean
fill_is_news (Fill *fill, const Node *node)
{
  fill->is_faulty = TRUE;
  if (fill->reported == NULL)
    fill->reported = g_hash_table_new (NULL, NULL);
  return g_hash_table_add (fill->reported, (gpointer) node)
         && g_hash_table_size (fill->reported) <= MOST_UNKNOWN;
}

static const Value *
fill_find (Fill *fill, const Scope *scope, const Node *node)
{
  const Value *value = context_find (scope->context, node);

  if (value == NULL && !(scope->template->flags & TEMPLATE_LENIENT) && fill_is_news (fill, node))
    context_report_unknown (scope->context, scope->template, node, fill->report);
  return value;
}

static void
fill_stop (Fill *fill, const Scope *scope, const Node *node, const char *message,
           const char *advice)
{
  fill->is_stopped = TRUE;
  fill->is_faulty = TRUE;
  report_error (fill->report, scope->template->source, node->place, advice, message, node->text);
}

/* FALSE when `node` must not be entered any more. */
static gboolean
fill_may_enter (Fill *fill, const Scope *scope, const Node *node)
{
  if (fill->is_stopped)
    return FALSE;
  if (fill->n_includes > MOST_INCLUDES)
    fill_stop (fill, scope, node, _ ("“%s” is inside more than 100 templates"),
               _ ("look for a template that includes itself without an end"));
  else if (fill->n_open > MOST_OPEN)
    fill_stop (fill, scope, node, _ ("“%s” is inside more than 3000 tags"),
               _ ("look for a template that includes itself"));
  else if (++fill->n_turns > MOST_TURNS)
    fill_stop (fill, scope, node, _ ("“%s” is where this has become more than anyone will read"),
               _ ("look for templates or lists that repeat each other"));
  return !fill->is_stopped;
}

/* FALSE after reporting: the value would do something there. */
static gboolean
fill_may_stand (Fill *fill, const Scope *scope, const Node *node, const char *text, gsize length)
{
  static const char signs[] =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 #.,%_-+";

  if (node->where == PLACE_URL_START) {
    g_autofree char *scheme = memchr (text, ':', length) ? web_scheme (text) : NULL;
    /* A drawing by name does nothing anywhere; what it may not stand in, checks of pages refuse. */
    if (scheme == NULL || web_scheme_is_safe (text) || strcmp (scheme, "hinh") == 0)
      return TRUE;
  } else if (node->where != PLACE_STYLE || text[strspn (text, signs)] == '\0')
    return TRUE;
  if (fill_is_news (fill, node))
    report_error (fill->report, scope->template->source, node->place,
                  node->where == PLACE_STYLE
                    ? _ ("in a style a value is a word, a number or a colour; texts stand between "
                         "quotation marks")
                    : _ ("links lead to https://, http://, mailto:, tel: or a file"),
                  _ ("“%s” of “%s” cannot stand here"), text, node->text);
  return FALSE;
}

static TemplateEscape
fill_escape (const Fill *fill, const Node *node)
{
  if (!node->is_escaped)
    return template_escape_none;
  if (fill->escape != template_escape_html)
    return fill->escape;
  return node->where == PLACE_URL_REST     ? template_escape_url
         : node->where == PLACE_STYLE_TEXT ? template_escape_style
                                           : template_escape_html;
}

static void
fill_json (Fill *fill, const Node *node, const Value *value)
{
  g_autofree char *dump = value_json (value);
  g_autoptr (GString) json = g_string_new (NULL);

  template_escape_json (json, dump, strlen (dump));
  writer_value (&fill->writer, json->str, json->len,
                node->where == PLACE_SCRIPT ? template_escape_none : fill->escape);
}

static void
fill_variable (Fill *fill, const Scope *scope, const Node *node)
{
  const Value *value = fill_find (fill, scope, node);
  const char *text = "";
  gsize length = 0;

  if (value == NULL)
    return;
  if (node->is_json) {
    fill_json (fill, node, value);
    return;
  }
  switch (value_kind (value)) {
  case VALUE_NULL:
    return;
  case VALUE_BOOL:
    text = value_is_truthy (value) ? "true" : "false";
    length = strlen (text);
    break;
  case VALUE_TEXT:
    text = value_get_text (value, &length);
    break;
  case VALUE_LIST:
  case VALUE_MAP:
    if (!(scope->template->flags & TEMPLATE_LENIENT) && fill_is_news (fill, node))
      report_error (fill->report, scope->template->source, node->place,
                    _ ("open it with “{{#…}}” and write what is in it"),
                    value_kind (value) == VALUE_LIST ? _ ("“%s” is a list, not a text")
                                                     : _ ("“%s” is a group of values, not a text"),
                    node->text);
    return;
  }
  gboolean is_plain = node->where == PLACE_TEXT || fill->escape != template_escape_html;
  if (is_plain || !node->is_escaped || fill_may_stand (fill, scope, node, text, length))
    writer_value (&fill->writer, text, length, fill_escape (fill, node));
}

/* One turn of a section, with `value` as what names are looked up in first. */
static void
fill_turn (Fill *fill, const Scope *scope, const Node *node, const Value *value)
{
  Context context = { value, scope->context };
  Scope inner = { scope->template, &context, scope->frames };

  if (!fill_may_enter (fill, scope, node))
    return;
  fill->n_open++;
  fill_nodes (fill, &inner, node->first);
  fill->n_open--;
}

static void
fill_section (Fill *fill, const Scope *scope, const Node *node)
{
  const Value *value = fill_find (fill, scope, node);

  if (value == NULL || !value_is_truthy (value))
    return;
  if (value_kind (value) != VALUE_LIST) {
    fill_turn (fill, scope, node, value);
    return;
  }
  guint n = value_length (value);
  for (guint i = 0; i < n && !fill->is_stopped; i++)
    fill_turn (fill, scope, node, value_item (value, i));
}

static void
fill_inverted (Fill *fill, const Scope *scope, const Node *node)
{
  const Value *value = fill_find (fill, scope, node);

  if ((value && value_is_truthy (value)) || !fill_may_enter (fill, scope, node))
    return;
  fill->n_open++;
  fill_nodes (fill, scope, node->first);
  fill->n_open--;
}

/* Sets `nodes`, which come from elsewhere, in the place of `node`. */
static void
fill_include (Fill *fill, const Scope *scope, const Node *node, const Scope *inner,
              const Node *nodes)
{
  if (!fill_may_enter (fill, scope, node))
    return;
  FillMark mark = writer_enter (&fill->writer, node);
  fill->n_open++;
  fill->n_includes++;
  fill_nodes (fill, inner, nodes);
  fill->n_includes--;
  fill->n_open--;
  writer_leave (&fill->writer, mark);
}

static void
fill_partial (Fill *fill, const Scope *scope, const Node *node)
{
  Scope inner = { node->target, scope->context, scope->frames };

  if (node->target)
    fill_include (fill, scope, node, &inner, node->target->first);
}

static void
fill_parent (Fill *fill, const Scope *scope, const Node *node)
{
  Frame frame = { node, scope->template, scope->frames };
  Scope inner = { node->target, scope->context, &frame };

  if (node->target)
    fill_include (fill, scope, node, &inner, node->target->first);
}

/* The last argument called like `block`: a parent may have several when we are lenient. */
static const Node *
frame_find (const Frame *frame, const Node *block)
{
  const Node *found = NULL;

  for (const Node *node = frame->parent->first; node; node = node->next)
    if (node->kind == NODE_BLOCK && node->length == block->length
        && memcmp (node->text, block->text, block->length) == 0)
      found = node;
  return found;
}

/* The outermost argument wins: who inherits last decides. An argument belongs to the template it is
 * written in, so the blocks in it can be overridden from outside that template, but neither by
 * itself nor by its neighbours. */
static void
fill_block (Fill *fill, const Scope *scope, const Node *node)
{
  const Frame *frame = NULL;
  const Node *argument = NULL;

  for (const Frame *f = scope->frames; f; f = f->outer) {
    const Node *found = frame_find (f, node);
    if (found) {
      frame = f;
      argument = found;
    }
  }
  if (argument) {
    Scope inner = { frame->template, scope->context, frame->outer };
    fill_include (fill, scope, node, &inner, argument->first);
  } else if (fill_may_enter (fill, scope, node)) {
    fill->n_open++;
    fill_nodes (fill, scope, node->first);
    fill->n_open--;
  }
}

static void
fill_text (Fill *fill, G_GNUC_UNUSED const Scope *scope, const Node *node)
{
  writer_text (&fill->writer, node->text, node->length);
}

static void (*const fillers[]) (Fill *fill, const Scope *scope, const Node *node) = {
  [NODE_TEXT] = fill_text,         [NODE_VARIABLE] = fill_variable, [NODE_SECTION] = fill_section,
  [NODE_INVERTED] = fill_inverted, [NODE_PARTIAL] = fill_partial,   [NODE_PARENT] = fill_parent,
  [NODE_BLOCK] = fill_block,
};

static guint
count_lines (const char *from, const char *to)
{
  guint n = 0;
  for (; from < to; from++)
    n += *from == '\n';
  return n;
}

/* What is looked for was written since `before`, by this text or variable. */
static void
fill_found (Fill *fill, const Scope *scope, const Node *node, gsize before)
{
  Trace *trace = fill->trace;
  const Source *source = scope->template->source;
  const char *written = fill->writer.out->str;

  trace->source = source;
  trace->place = node->place;
  if (node->kind == NODE_TEXT)
    trace->place = (Place){ source_place (source, node->start).line
                              + count_lines (written + before, written + trace->offset),
                            0 };
  fill->is_stopped = TRUE;
}

static void
fill_nodes (Fill *fill, const Scope *scope, const Node *nodes)
{
  for (const Node *node = nodes; node && !fill->is_stopped; node = node->next) {
    gsize before = fill->writer.out->len;
    fillers[node->kind](fill, scope, node);
    if (fill->trace && fill->trace->source == NULL && fill->trace->offset < fill->writer.out->len)
      fill_found (fill, scope, node, before);
  }
}

/* All of a template. */
static void
fill_template (Fill *fill, const Template *template, const Value *globals, const Value *data)
{
  g_autoptr (GString) indentation = g_string_sized_new (64);
  Context outer = { globals, NULL };
  Context context = { data, globals ? &outer : NULL };
  Scope scope = { template, &context, NULL };

  fill->writer.indentation = indentation;
  fill->writer.at_line_start = TRUE;
  fill_nodes (fill, &scope, template->first);
  g_clear_pointer (&fill->reported, g_hash_table_unref);
}

gboolean
template_fill (const Template *template, const Value *globals, const Value *data,
               TemplateEscape escape, GString *out, Report *report)
{
  Fill fill = { .writer = { .out = out }, .escape = escape, .report = report };

  fill_template (&fill, template, globals, data);
  return !fill.is_faulty;
}

const Source *
template_trace (const Template *template, const Value *globals, const Value *data,
                TemplateEscape escape, gsize offset, Place *place)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (Report) report = report_new ();
  Trace trace = { .offset = offset };
  Fill fill = { .writer = { .out = out }, .escape = escape, .trace = &trace, .report = report };

  fill_template (&fill, template, globals, data);
  *place = trace.place;
  return trace.source;
}

static Source *
find_own (G_GNUC_UNUSED const char *name, gpointer source)
{
  return source;
}

GString *
template_fill_own (Source *source_take, const Value *data)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (TemplateSet) set = template_set_new (find_own, source_take, TEMPLATE_STRICT);
  GString *page = g_string_new (NULL);

  gboolean is_filled = template_fill (template_set_get (set, "", report), NULL, data,
                                      template_escape_html, page, report);
  g_assert (is_filled);
  return page;
}
