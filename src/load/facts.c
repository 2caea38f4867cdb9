/* SPDX-License-Identifier: MIT */
#include "load/facts.h"

#include "base/i18n.h"
#include "model/web.h"

#include <string.h>

/* More would fill the screen; the number of the others is told. */
#define MOST_OFFICES_LISTED 60

typedef struct {
  const Source *source;
  const FactScope *scope;
  Report *report;
} Checker;

/* --- what is wrong with a tag --- */

static void
report_status (const Checker *checker, const Tag *tag, FactStatus status, Place place)
{
  g_autofree char *name = g_strndup (tag->name, tag->length);
  g_autofree char *nearest = fact_advice (checker->scope, tag->name, tag->length);
  g_autofree char *advice = NULL;

  if (status == FACT_NO_CAMPAIGN) {
    report_error (checker->report, checker->source, place,
                  _ ("write “chiến dịch: …” with the name of a file in content/chien-dich/"),
                  _ ("this document belongs to no campaign, so “%s” means nothing"), name);
  } else if (status == FACT_SEVERAL) {
    g_autofree char *names = fact_names_below (checker->scope, tag->name, tag->length);
    advice = g_strdup_printf (_ ("write one of: “%s”"), names);
    report_error (checker->report, checker->source, place, advice,
                  _ ("“%s” is no value, it has several below it"), name);
  } else if (status == FACT_ABSENT) {
    report_error (checker->report, checker->source, place,
                  _ ("write it into its record, or write “{{#name}}…{{/name}}” around what depends "
                     "on it"),
                  _ ("“%s” has no value"), name);
  } else {
    advice = nearest ? g_strdup_printf (_ ("did you mean “%s”?"), nearest)
                     : g_strdup (_ ("values stand in content/chien-dich/, in content/data/ "
                                    "(“data.…”) and in the record of the office (“cơ quan.…”)"));
    report_error (checker->report, checker->source, place, advice, _ ("there is no value “%s”"),
                  name);
  }
}

static gboolean
is_same_name (const Tag *one, const Tag *other)
{
  return one->length == other->length && memcmp (one->name, other->name, one->length) == 0;
}

/* Follows the sections of a text; TRUE when the tag may stand where it does. `open[0]` is the
 * section that is open, its `end` NULL when none is; `open[1]` one that was told to be within it,
 * whose end is no fault of its own. */
static gboolean
check_order (const Checker *checker, const Tag *tag, Tag *open, Place place)
{
  gboolean is_opening = tag->kind == TAG_SECTION || tag->kind == TAG_INVERSE;

  if (tag->kind == TAG_UNCLOSED) {
    report_error (checker->report, checker->source, place,
                  _ ("write “}}” behind the name, on the same line; braces that are meant as such "
                     "are written “{{ngoặc}}”, or stand in `code`"),
                  _ ("these braces are not closed"));
    return FALSE;
  }
  if (is_opening && open->end) {
    report_error (checker->report, checker->source, place,
                  _ ("end the one before first: “{{/name}}”"),
                  _ ("a section cannot stand within another"));
    open[1] = *tag;
    return FALSE;
  }
  if (tag->kind == TAG_END && open[1].end && is_same_name (tag, &open[1])) {
    open[1].end = NULL;
    return FALSE;
  }
  if (tag->kind == TAG_END && (open->end == NULL || !is_same_name (tag, open))) {
    report_error (checker->report, checker->source, place,
                  _ ("beginning and end of a section have the same name and stand in the same "
                     "paragraph, or each alone between empty lines"),
                  _ ("no section of this name is open here"));
    return FALSE;
  }
  if (is_opening)
    *open = *tag;
  else if (tag->kind == TAG_END)
    open->end = NULL;
  return TRUE;
}

static void
report_open (const Checker *checker, Place place)
{
  report_error (checker->report, checker->source, place,
                _ ("beginning and end of a section have the same name and stand in the same "
                   "paragraph, or each alone between empty lines"),
                _ ("this section does not end"));
}

/* TRUE when what the tag names is there, or may be: what an office lacks is told elsewhere. */
static gboolean
check_name (const Checker *checker, const Tag *tag, Place place)
{
  FactStatus status = fact_find (checker->scope, tag->name, tag->length, NULL);
  gboolean is_section = tag->kind == TAG_SECTION || tag->kind == TAG_INVERSE;

  if (status == FACT_FOUND || (is_section && (status == FACT_SEVERAL || status == FACT_ABSENT)))
    return TRUE;
  if (status == FACT_ABSENT && fact_is_of_office (tag->name, tag->length))
    return TRUE;
  report_status (checker, tag, status, place);
  return FALSE;
}

/* --- front matter --- */

/* The place of the tag at or after `from`. */
static Place
place_in (const Source *source, Place from, const Tag *tag)
{
  g_autofree char *written = g_strndup (tag->start, tag->end - tag->start);
  const char *line = source->text;

  for (guint i = 1; line && i < from.line; i++)
    line = strchr (line, '\n') ? strchr (line, '\n') + 1 : NULL;
  const char *found = line ? strstr (line, written) : NULL;
  return found ? source_place (source, found - source->text) : from;
}

Place
facts_place (const Source *source, const Tag *tag)
{
  return place_in (source, (Place){ 1, 0 }, tag);
}

/* A tag of a text; `is_shown` is FALSE within a section that does not stand. */
static void
fill_tag (const Checker *checker, const Tag *tag, Place place, gboolean *is_shown, GString *out)
{
  g_auto (Fact) fact = { FACT_TEXT, NULL };

  if (tag->kind == TAG_END) {
    *is_shown = TRUE;
    return;
  }
  if (!check_name (checker, tag, place))
    return;
  FactStatus status = fact_find (checker->scope, tag->name, tag->length, &fact);
  if (tag->kind == TAG_VALUE)
    g_string_append (out, fact.text ? fact.text : "");
  else
    *is_shown = (status != FACT_ABSENT) == (tag->kind == TAG_SECTION);
}

static char *
fill_text (const Checker *checker, const char *text, Place place)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean is_shown = TRUE;
  Tag tag, open[2] = { { .end = NULL }, { .end = NULL } };

  for (; tag_find (text, &tag); text = tag.end) {
    Place tag_place = place_in (checker->source, place, &tag);
    if (is_shown)
      g_string_append_len (out, text, tag.start - text);
    if (tag.kind == TAG_PART)
      report_error (checker->report, checker->source, tag_place, NULL,
                    _ ("the text of a document can only stand in the text of another"));
    else if (check_order (checker, &tag, open, tag_place) && (is_shown || tag.kind == TAG_END))
      fill_tag (checker, &tag, tag_place, &is_shown, out);
  }
  g_string_append (out, text);
  if (open->end)
    report_open (checker, place_in (checker->source, place, open));
  return g_strdup (out->str);
}

/* What may name the office keeps its tags, and is filled by whoever shows it; the rest is data, to
 * be read as what it says. */
static void
fill_scalar (const Checker *checker, YamlNode *node, const char *key, gboolean may_name_office)
{
  guint n_errors = report_n_errors (checker->report);
  g_autofree char *filled = fill_text (checker, node->text, node->place);
  g_autofree char *old = node->text;
  if (!may_name_office && fact_names_office (old))
    report_error (checker->report, checker->source, node->place, NULL,
                  _ ("the office cannot be named in “%s”, which is the same for all"), key);
  node->text = may_name_office ? g_strconcat (FACT_MARK, old, NULL) : g_steal_pointer (&filled);
  node->is_quoted = TRUE;
  node->is_faulty = report_n_errors (checker->report) > n_errors;
}

static void
fill_node (const Checker *checker, YamlNode *node, const char *within, const char *key,
           MayNameOffice may_name_office)
{
  if (node->kind == YAML_SCALAR && tag_start (node->text))
    fill_scalar (checker, node, key, may_name_office (within, key));
  for (guint i = 0; i < node->n_items; i++) {
    YamlNode *item = node->items[i];
    fill_node (checker, item, item->key ? key : within, item->key ? item->key : key,
               may_name_office);
    node->is_faulty = node->is_faulty || (node->kind == YAML_LIST && item->is_faulty);
  }
}

void
facts_fill_matter (YamlNode *map, const Source *source, const FactScope *scope,
                   MayNameOffice may_name_office, Report *report)
{
  const Checker checker = { source, scope, report };

  for (guint i = 0; i < map->n_items; i++)
    fill_node (&checker, map->items[i], NULL, map->items[i]->key, may_name_office);
}

/* --- what offices lack --- */

static void
note_missing (const Site *site, const Document *document, const Office *office, const char *name,
              gsize length, GPtrArray *missing)
{
  const FactScope scope = { site, document->campaign, office };

  if (fact_find (&scope, name, length, NULL) == FACT_ABSENT
      && !g_ptr_array_find (missing, office, NULL))
    g_ptr_array_add (missing, (gpointer) office);
}

void
facts_check_offices (const Site *site, const Document *document, const char *name, gsize length,
                     const Source *source, Place place, Report *report)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new (); /* Office */
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *shown = g_strndup (name, length);

  if (document->office && document->products)
    note_missing (site, document, document->office, name, length, missing);
  for (guint i = 0; i < document->n_kits; i++)
    note_missing (site, document, document->kits[i], name, length, missing);
  if (missing->len == 0)
    return;
  for (guint i = 0; i < MIN (missing->len, MOST_OFFICES_LISTED); i++) {
    const Office *office = missing->pdata[i];
    g_string_append_printf (list, "%s%s (%s)", i ? ", " : "", office->name, office->id);
  }
  if (missing->len > MOST_OFFICES_LISTED)
    g_string_append_printf (list, _ (" and %u more"), missing->len - MOST_OFFICES_LISTED);
  g_autofree char *advice = g_strdup_printf (
    _ ("write it into content/localities.csv or content/offices.yaml, or write “{{#%s}}…{{/%s}}” "
       "around what depends on it, and “{{^%s}}…{{/%s}}” around what stands in its place"),
    shown, shown, shown, shown);
  report_error (
    report, source, place, advice,
    ngettext ("%u office has no value “%s”: %s", "%u offices have no value “%s”: %s", missing->len),
    missing->len, shown, list->str);
}

/* --- bodies --- */

/* A tag that became a node. */
typedef struct {
  TagKind kind;
  char *name;
  char *written;
  cmark_node *node; /* empty, where it stood; of a value, the node around its text */
} Marker;

static void
marker_clear (gpointer data)
{
  g_free (((Marker *) data)->name);
  g_free (((Marker *) data)->written);
}

static cmark_node *
text_node (const FactText *text, const char *start, gsize length)
{
  g_autofree char *literal = g_strndup (start, length);
  cmark_node *node = markdown_tree_node (text->tree, CMARK_NODE_TEXT);
  cmark_node_set_literal (node, literal);
  return node;
}

static Place
place_of (const FactText *text, cmark_node *node, const Tag *tag)
{
  g_autofree char *written = g_strndup (tag->start, tag->end - tag->start);
  return text->place (text->place_data, node, written);
}

/* Cuts a text at its tags; each becomes a node of its own among what is around it. */
static void
cut_text (const FactText *text, cmark_node *node, GArray *markers)
{
  g_autofree char *literal = g_strdup (cmark_node_get_literal (node));
  const char *rest = literal;
  Tag tag;

  while (tag_find (rest, &tag)) {
    if (tag.start > rest)
      cmark_node_insert_before (node, text_node (text, rest, tag.start - rest));
    Marker marker = { tag.kind, g_strndup (tag.name, tag.length),
                      g_strndup (tag.start, tag.end - tag.start),
                      markdown_tree_node (text->tree, CMARK_NODE_CUSTOM_INLINE) };
    cmark_node_set_on_enter (marker.node, marker.written);
    if (tag.kind == TAG_VALUE) {
      body_mark (marker.node, BODY_FACT, FACT_TEXT);
      cmark_node_append_child (marker.node, text_node (text, "", 0));
    }
    cmark_node_insert_before (node, marker.node);
    g_array_append_val (markers, marker);
    rest = tag.end;
  }
  if (*rest)
    cmark_node_insert_before (node, text_node (text, rest, strlen (rest)));
  cmark_node_free (node);
}

/* A tag alone in its paragraph is a block; its place among the blocks is what counts. */
static cmark_node *
anchor_of (const Marker *marker)
{
  cmark_node *parent = cmark_node_parent (marker->node);
  gboolean is_alone = cmark_node_previous (marker->node) == NULL
                      && cmark_node_next (marker->node) == NULL
                      && cmark_node_get_type (parent) == CMARK_NODE_PARAGRAPH;

  return is_alone ? parent : marker->node;
}

/* An empty paragraph would be shown. */
static cmark_node *
block_anchor (const FactText *text, cmark_node *anchor)
{
  if (cmark_node_get_type (anchor) != CMARK_NODE_PARAGRAPH)
    return anchor;
  cmark_node *block = markdown_tree_node (text->tree, CMARK_NODE_CUSTOM_BLOCK);
  cmark_node_insert_before (anchor, block);
  cmark_node_unlink (anchor);
  return block;
}

static void
mark_section (const FactText *text, const Checker *checker, const Marker *from, const Marker *to,
              BodyFacts *facts)
{
  cmark_node *first = anchor_of (from);
  cmark_node *last = anchor_of (to);

  if (cmark_node_parent (first) != cmark_node_parent (last)) {
    report_open (checker, text->place (text->place_data, from->node, from->written));
    return;
  }
  first = block_anchor (text, first);
  last = block_anchor (text, last);
  body_facts_add_section (facts, first, last, from->name, strlen (from->name),
                          from->kind == TAG_INVERSE);
}

static Tag
tag_of (const Marker *marker)
{
  Tag tag = { .kind = marker->kind, .end = NULL };
  tag_find (marker->written, &tag);
  return tag;
}

/* A value within a section that asks for it is there when it is wanted. */
static gboolean
is_guarded (const Tag *tag, const Tag *open)
{
  return open->end && open->kind == TAG_SECTION && is_same_name (tag, open);
}

/* A value that is an address becomes a link, and is looked at like one. */
static void
check_address (const FactText *text, const Tag *tag, Place place)
{
  g_auto (Fact) fact = { FACT_TEXT, NULL };

  if (fact_find (&text->scope, tag->name, tag->length, &fact) != FACT_FOUND
      || fact.kind != FACT_URL)
    return;
  WebFault fault = web_link_fault (fact.text, text->scope.site->link_hosts);
  if (fault == WEB_UNKNOWN_HOST)
    report_suspicion (text->report, text->scope.site->is_untrusted, text->source, place,
                      web_fault_advice (fault), web_fault_message (fault), fact.text);
  else if (fault != WEB_GOOD)
    report_error (text->report, text->source, place, web_fault_advice (fault),
                  web_fault_message (fault), fact.text);
}

static void
mark_value (const FactText *text, const Marker *marker, const Tag *tag, const Tag *open,
            Place place, BodyFacts *facts)
{
  const FactScope *scope = &text->scope;

  check_address (text, tag, place);
  body_facts_add_value (facts, marker->node, tag->name, tag->length);
  if (text->document == NULL || !fact_is_of_office (tag->name, tag->length)
      || is_guarded (tag, open) || !body_facts_ask (facts, marker->name)
      || (text->document->asked && g_strv_contains (text->document->asked, marker->name)))
    return;
  /* All are asked when the document is read for its own office, or for one that lacks it. */
  if (scope->office == text->document->office
      || fact_find (scope, tag->name, tag->length, NULL) == FACT_ABSENT)
    facts_check_offices (text->scope.site, text->document, tag->name, tag->length, text->source,
                         place, text->report);
}

static void
mark_markers (const FactText *text, const GArray *markers, BodyFacts *facts)
{
  const Checker checker = { text->source, &text->scope, text->report };
  Tag open[2] = { { .end = NULL }, { .end = NULL } };
  guint opened = 0;

  for (guint i = 0; i < markers->len; i++) {
    const Marker *marker = &g_array_index (markers, Marker, i);
    Tag tag = tag_of (marker);
    Place place = place_of (text, marker->node, &tag);
    if (tag.kind == TAG_PART) {
      report_error (text->report, text->source, place,
                    _ ("write it alone on its line, with an empty line before and after"),
                    _ ("the text of a document cannot stand within a paragraph"));
      continue;
    }
    if (!check_order (&checker, &tag, open, place)
        || (tag.kind != TAG_END && !check_name (&checker, &tag, place)))
      continue;
    if (tag.kind == TAG_VALUE)
      mark_value (text, marker, &tag, open, place, facts);
    else if (tag.kind == TAG_END)
      mark_section (text, &checker, &g_array_index (markers, Marker, opened), marker, facts);
    else
      opened = i;
  }
  if (open->end)
    report_open (&checker, place_of (text, g_array_index (markers, Marker, opened).node, open));
}

/* Titles of pictures and links are no nodes. */
static void
fill_title (const FactText *text, cmark_node *node)
{
  const Checker checker = { text->source, &text->scope, text->report };
  g_autofree char *title = g_strdup (cmark_node_get_title (node));
  Tag tag;

  if (!tag_find (title, &tag))
    return;
  Place place = place_of (text, node, &tag);
  if (fact_names_office (title))
    report_error (text->report, text->source, place, NULL,
                  _ ("the office cannot be named in the title of a picture or a link"));
  g_autofree char *filled = fill_text (&checker, title, place);
  cmark_node_set_title (node, filled);
}

static GPtrArray *
texts_with_tags (const FactText *text, cmark_node *root)
{
  GPtrArray *nodes = g_ptr_array_new (); /* cmark_node */
  cmark_iter *iter = cmark_iter_new (root);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE) {
    cmark_node *node = cmark_iter_get_node (iter);
    cmark_node_type type = cmark_node_get_type (node);
    if (event != CMARK_EVENT_ENTER)
      continue;
    if (type == CMARK_NODE_TEXT && strstr (cmark_node_get_literal (node), "{{"))
      g_ptr_array_add (nodes, node);
    else if (type == CMARK_NODE_IMAGE || type == CMARK_NODE_LINK)
      fill_title (text, node);
  }
  cmark_iter_free (iter);
  return nodes;
}

void
facts_mark (const FactText *text, cmark_node *root, BodyFacts *facts)
{
  g_autoptr (GPtrArray) nodes = texts_with_tags (text, root);
  g_autoptr (GArray) markers = g_array_new (FALSE, FALSE, sizeof (Marker));

  g_array_set_clear_func (markers, marker_clear);
  for (guint i = 0; i < nodes->len; i++)
    cut_text (text, nodes->pdata[i], markers);
  if (markers->len > 0)
    mark_markers (text, markers, facts);
}

/* --- parts --- */

GPtrArray *
facts_parts (const char *text)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  Tag tag;

  for (; tag_find (text, &tag); text = tag.end) {
    g_autofree char *path = g_strndup (tag.name, tag.length);
    if (tag.kind == TAG_PART && !g_ptr_array_find_with_equal_func (paths, path, g_str_equal, NULL))
      g_ptr_array_add (paths, g_steal_pointer (&path));
  }
  return paths;
}
