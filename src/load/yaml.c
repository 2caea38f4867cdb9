/* SPDX-License-Identifier: MIT */
#include "load/yaml.h"

#include "base/i18n.h"
#include "load/yaml_plain.h"

#include <string.h>
#include <yaml.h>

/* Nobody nests deeper by hand; every walk over the tree may recurse. */
#define MOST_LEVELS 64

typedef struct {
  yaml_parser_t parser;
  const Source *source;
  const char *text; /* what is parsed */
  guint first_line;
  Report *report;
  gboolean failed;
} Reader;

static Place
reader_place (const Reader *reader, yaml_mark_t mark)
{
  return (Place){ reader->first_line + mark.line, mark.column + 1 };
}

/* libyaml's words for what an officer can do something about. */
static const struct {
  const char *problem;
  const char *message;
  const char *advice;
} problems[] = {
  { "mapping values are not allowed in this context", N_ ("there is a second “:” in this line"),
    N_ ("put the text after the key in quotation marks: key: \"text: more text\"") },
  { "could not find expected ':'", N_ ("a key without “:”"), N_ ("write “key: text”") },
  { "found character that cannot start any token", N_ ("a text cannot start like this"),
    N_ ("use spaces, not tabs, before the key, and put the text in quotation marks") },
  { "found a tab character that violates indentation", N_ ("a tab stands before this key"),
    N_ ("use spaces, not tabs, before the key") },
  { "found unexpected end of stream", N_ ("a quotation mark or bracket is not closed"), NULL },
  { "did not find expected node content", N_ ("a text, or a closing bracket, is missing here"),
    NULL },
  { "did not find expected ',' or ']'", N_ ("a list in brackets is not closed"),
    N_ ("separate the items with commas and end with “]”") },
  { "did not find expected ',' or '}'", N_ ("a group in braces is not closed"), NULL },
  { "did not find expected key", N_ ("this line is not “key: text”, or it is indented differently"),
    N_ ("let all keys of one group start in the same column; put texts with quotation marks "
        "wholly in quotation marks") },
  { "did not find expected '-' indicator", N_ ("this line is not an item of the list above it"),
    N_ ("let all items start with “- ” in the same column") },
  { "block sequence entries are not allowed in this context",
    N_ ("a list cannot start on the line of its key"),
    N_ ("write each item on its own line after “- ”, or put a text that starts with “-” in "
        "quotation marks") },
  { "did not find expected <document start>",
    N_ ("this line is not “key: text”, or it is indented differently"), NULL },
  { "control characters are not allowed", N_ ("an invisible control character stands here"),
    N_ ("delete it and type the line again") },
  { "found unknown escape character",
    N_ ("a “\\” stands before a character it cannot stand before"),
    N_ ("write “\\\\”, or use single quotation marks") },
};

static Place
text_place (const Reader *reader, gsize offset)
{
  const char *start = reader->text;
  const char *end = start + offset;
  guint line = reader->first_line;

  for (const char *p; (p = memchr (start, '\n', end - start)) != NULL; start = p + 1)
    line++;
  return (Place){ line, 1 + g_utf8_strlen (start, end - start) };
}

/* A character that may not stand in YAML is found before libyaml counts lines. */
static Place
problem_place (const Reader *reader)
{
  if (reader->parser.error == YAML_READER_ERROR)
    return text_place (reader, reader->parser.problem_offset);
  return reader_place (reader, reader->parser.problem_mark);
}

static void
report_problem (Reader *reader)
{
  const char *problem = reader->parser.problem;
  Place place = problem_place (reader);

  reader->failed = TRUE;
  for (guint i = 0; problem && i < G_N_ELEMENTS (problems); i++)
    if (strcmp (problems[i].problem, problem) == 0) {
      report_error (reader->report, reader->source, place,
                    problems[i].advice ? _ (problems[i].advice) : NULL, "%s",
                    _ (problems[i].message));
      return;
    }
  report_error (reader->report, reader->source, place, NULL, _ ("not readable as YAML: %s"),
                problem ? problem : "?");
}

static gboolean
next_event (Reader *reader, yaml_event_t *event)
{
  if (yaml_parser_parse (&reader->parser, event))
    return TRUE;
  report_problem (reader);
  return FALSE;
}

static char *
copy_text (const yaml_event_t *event)
{
  const char *text = (const char *) event->data.scalar.value;
  gsize length = event->data.scalar.length;

  /* An escape ("\0") is the one way to a NUL here; the text ends before it. */
  return g_strndup (text, length);
}

static YamlNode *read_node (Reader *reader, const yaml_event_t *event, guint level);

/* TRUE when the event is a plain part of YAML. */
static gboolean
is_allowed (Reader *reader, const yaml_event_t *event)
{
  gboolean has_anchor = FALSE;
  gboolean has_tag = FALSE;

  if (event->type == YAML_SCALAR_EVENT) {
    has_anchor = event->data.scalar.anchor != NULL;
    has_tag = event->data.scalar.tag != NULL;
  } else if (event->type == YAML_SEQUENCE_START_EVENT) {
    has_anchor = event->data.sequence_start.anchor != NULL;
    has_tag = event->data.sequence_start.tag != NULL;
  } else if (event->type == YAML_MAPPING_START_EVENT) {
    has_anchor = event->data.mapping_start.anchor != NULL;
    has_tag = event->data.mapping_start.tag != NULL;
  }
  if (event->type != YAML_ALIAS_EVENT && !has_anchor && !has_tag)
    return TRUE;
  report_error (reader->report, reader->source, reader_place (reader, event->start_mark),
                _ ("write the text out, and put it in quotation marks if it starts with & * or !"),
                _ ("YAML anchors (&), aliases (*) and tags (!) are not used here"));
  reader->failed = TRUE;
  return FALSE;
}

static YamlNode *
read_scalar (Reader *reader, const yaml_event_t *event)
{
  YamlNode *node = yaml_node_new (YAML_SCALAR, reader_place (reader, event->start_mark));
  node->text = copy_text (event);
  node->is_quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
  return node;
}

static void
read_list (Reader *reader, YamlNode *list, guint level)
{
  yaml_event_t event;

  while (!reader->failed && next_event (reader, &event)) {
    gboolean ended = event.type == YAML_SEQUENCE_END_EVENT;
    YamlNode *item = ended ? NULL : read_node (reader, &event, level + 1);
    yaml_event_delete (&event);
    if (item)
      yaml_node_take (list, item);
    if (ended)
      return;
  }
}

static gboolean
read_key (Reader *reader, GHashTable *seen, const yaml_event_t *event, char **key)
{
  Place place = reader_place (reader, event->start_mark);

  if (event->type != YAML_SCALAR_EVENT) {
    report_error (reader->report, reader->source, place, NULL, _ ("a key must be a text"));
    reader->failed = TRUE;
    return FALSE;
  }
  *key = copy_text (event);
  if (!g_hash_table_add (seen, *key)) {
    report_error (reader->report, reader->source, place, _ ("keep one of them"),
                  _ ("the key “%s” stands here a second time"), *key);
    g_clear_pointer (key, g_free);
    reader->failed = TRUE;
    return FALSE;
  }
  return TRUE;
}

static void
read_map (Reader *reader, YamlNode *map, guint level)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal); /* borrowed keys */
  yaml_event_t event;

  while (!reader->failed && next_event (reader, &event)) {
    gboolean ended = event.type == YAML_MAPPING_END_EVENT;
    Place key_place = reader_place (reader, event.start_mark);
    g_autofree char *key = NULL;
    if (!ended && is_allowed (reader, &event))
      read_key (reader, seen, &event, &key);
    yaml_event_delete (&event);
    if (ended || key == NULL || !next_event (reader, &event))
      return;
    YamlNode *value = read_node (reader, &event, level + 1);
    yaml_event_delete (&event);
    if (value == NULL)
      return;
    value->key = g_steal_pointer (&key);
    value->key_place = key_place;
    yaml_node_take (map, value);
  }
}

static YamlNode *
read_node (Reader *reader, const yaml_event_t *event, guint level)
{
  Place place = reader_place (reader, event->start_mark);
  YamlNode *node;

  if (!is_allowed (reader, event))
    return NULL;
  if (level > MOST_LEVELS) {
    report_error (reader->report, reader->source, place, NULL,
                  _ ("keys and lists are nested more than %d levels deep"), MOST_LEVELS);
    reader->failed = TRUE;
    return NULL;
  }
  switch (event->type) {
  case YAML_SCALAR_EVENT:
    return read_scalar (reader, event);
  case YAML_SEQUENCE_START_EVENT:
    node = yaml_node_new (YAML_LIST, place);
    read_list (reader, node, level);
    return node;
  case YAML_MAPPING_START_EVENT:
    node = yaml_node_new (YAML_MAP, place);
    read_map (reader, node, level);
    return node;
  default:
    g_assert_not_reached ();
  }
}

/* The document between the start and end events of the stream; NULL with `failed` unset when empty.
 */
static YamlNode *
read_document (Reader *reader)
{
  YamlNode *root = NULL;

  for (gboolean ended = FALSE; !ended && !reader->failed;) {
    yaml_event_t event;
    if (!next_event (reader, &event))
      break;
    switch (event.type) {
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_START_EVENT:
    case YAML_DOCUMENT_END_EVENT:
      break;
    case YAML_STREAM_END_EVENT:
      ended = TRUE;
      break;
    default:
      if (root == NULL) {
        root = read_node (reader, &event, 0);
      } else {
        report_error (reader->report, reader->source, reader_place (reader, event.start_mark), NULL,
                      _ ("a second YAML document starts here"));
        reader->failed = TRUE;
      }
    }
    yaml_event_delete (&event);
  }
  return root;
}

YamlNode *
yaml_parse (const Source *source, gsize offset, gsize length, guint first_line, Report *report)
{
  return yaml_parse_text (source, source->text + offset, length, first_line, report);
}

YamlNode *
yaml_parse_text (const Source *source, const char *text, gsize length, guint first_line,
                 Report *report)
{
  YamlNode *plain = yaml_plain_read (text, length, first_line);
  return plain ? plain : yaml_parse_all (source, text, length, first_line, report);
}

YamlNode *
yaml_parse_all (const Source *source, const char *text, gsize length, guint first_line,
                Report *report)
{
  Reader reader = { .source = source, .text = text, .first_line = first_line, .report = report };

  if (!yaml_parser_initialize (&reader.parser))
    g_error ("out of memory");
  yaml_parser_set_encoding (&reader.parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&reader.parser, (const guchar *) text, length);
  YamlNode *root = read_document (&reader);
  yaml_parser_delete (&reader.parser);

  if (reader.failed) {
    yaml_node_free (root);
    return NULL;
  }
  return root ? root : yaml_node_new (YAML_MAP, (Place){ first_line, 1 });
}

gboolean
yaml_is_null (const YamlNode *node)
{
  static const char *const nulls[] = { "", "~", "null", "Null", "NULL", NULL };
  return node->kind == YAML_SCALAR && !node->is_quoted && g_strv_contains (nulls, node->text);
}

gboolean
yaml_is_bool (const YamlNode *node, gboolean *truth)
{
  static const char *const trues[] = { "true", "True", "TRUE", NULL };
  static const char *const falses[] = { "false", "False", "FALSE", NULL };

  if (node->kind != YAML_SCALAR || node->is_quoted)
    return FALSE;
  *truth = g_strv_contains (trues, node->text);
  return *truth || g_strv_contains (falses, node->text);
}

Value *
yaml_to_value (const YamlNode *node)
{
  Value *value;
  gboolean truth;

  switch (node->kind) {
  case YAML_SCALAR:
    if (yaml_is_null (node))
      return value_null ();
    if (yaml_is_bool (node, &truth))
      return value_bool (truth);
    return value_text (node->text);
  case YAML_LIST:
    value = value_list ();
    for (guint i = 0; i < node->n_items; i++)
      value_add (value, yaml_to_value (node->items[i]));
    return value;
  case YAML_MAP:
    value = value_map ();
    for (guint i = 0; i < node->n_items; i++)
      value_set_read (value, node->items[i]->key, yaml_to_value (node->items[i]));
    return value;
  }
  g_assert_not_reached ();
}

const YamlNode *
yaml_find (const YamlNode *map, const char *key)
{
  if (map->kind != YAML_MAP)
    return NULL;
  for (guint i = 0; i < map->n_items; i++)
    if (strcmp (map->items[i]->key, key) == 0)
      return map->items[i];
  return NULL;
}
