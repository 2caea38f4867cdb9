/* SPDX-License-Identifier: MIT */
/* cmark knows no footnotes. A definition with one word behind it is a link reference definition to
 * it, any other a paragraph; so definitions are taken out of the text before it is parsed. A note
 * hangs in the tree where it is called: whatever walks the inlines afterwards (links, facts, what
 * was struck out) sees its text with no further ado, and paper wants it there. */
#include "load/footnotes.h"

#include "base/i18n.h"
#include "model/body.h"

#include <string.h>

#define MOST_LABEL 100 /* bytes */

typedef struct {
  const char *label; /* its key in the table */
  GString *text;     /* Markdown */
  guint line;        /* of the file */
  guint number;      /* among all notes of the page, as they are made; 0: not called yet */
  gboolean is_empty; /* known once it is called */
} Note;

struct Footnotes {
  GHashTable *by_label; /* char *, owned → Note, owned */
  GPtrArray *in_order;  /* Note */
  char *rest;
  const Source *source;
};

static void
note_free (gpointer data)
{
  Note *note = data;
  g_string_free (note->text, TRUE);
  g_free (note);
}

void
footnotes_free (Footnotes *notes)
{
  if (notes == NULL)
    return;
  g_ptr_array_unref (notes->in_order);
  g_hash_table_unref (notes->by_label);
  g_free (notes->rest);
  g_free (notes);
}

/* --- definitions --- */

/* The bytes of the label between “[^” and “]” at `text`; 0 when there is none. */
static gsize
label_length (const char *text)
{
  if (text[0] != '[' || text[1] != '^')
    return 0;
  gsize length = strcspn (text + 2, "] \t\n[");
  return text[2 + length] == ']' && length <= MOST_LABEL ? length : 0;
}

/* Bytes before the text of a line that begins a definition; 0 when it begins none. */
static gsize
definition_length (const char *line)
{
  gsize indent = strspn (line, " ");
  gsize length = label_length (line + indent);

  return indent <= 3 && length > 0 && line[indent + 2 + length + 1] == ':'
           ? indent + 2 + length + 2
           : 0;
}

static gboolean
is_blank (const char *line, gsize length)
{
  return strspn (line, " \t") >= length;
}

static gsize
indent_of (const char *line)
{
  return *line == '\t' ? 4 : strspn (line, " ");
}

/* ``` or ~~~, of any length. */
static gboolean
is_fence (const char *line)
{
  line += strspn (line, " ");
  return g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~");
}

static Note *
add_note (Footnotes *notes, const char *line, guint number, Report *report)
{
  gsize indent = strspn (line, " ");
  char *label = g_strndup (line + indent + 2, label_length (line + indent));
  Note *before = g_hash_table_lookup (notes->by_label, label);

  if (before) {
    report_warning (report, notes->source, (Place){ number, 1 + (guint) indent },
                    _ ("give each note a label of its own"),
                    _ ("the note “%s” stands on line %u, too; this one is left out"), label,
                    before->line);
    g_free (label);
    return NULL;
  }
  Note *note = g_new0 (Note, 1);
  note->label = label;
  note->text = g_string_new (NULL);
  note->line = number;
  g_hash_table_insert (notes->by_label, label, note);
  g_ptr_array_add (notes->in_order, note);
  return note;
}

/* What the lines of a body are read into. */
typedef struct {
  Footnotes *notes;
  GString *rest;
  Note *open; /* whose lines these are, or NULL */
  gboolean is_open, after_blank, in_fence;
} Reading;

/* TRUE when the line belongs to the note above. */
static gboolean
goes_on (const Reading *reading, const char *line, gsize length)
{
  if (!reading->is_open)
    return FALSE;
  return is_blank (line, length) || !reading->after_blank || indent_of (line) >= 4;
}

static void
read_line (Reading *reading, const char *line, gsize length, guint number, Report *report)
{
  gsize start = reading->in_fence ? 0 : definition_length (line);

  if (start > 0) {
    reading->open = add_note (reading->notes, line, number, report);
    reading->is_open = TRUE;
    line += start;
    length -= start;
  } else if (!goes_on (reading, line, length)) {
    reading->is_open = FALSE;
    reading->in_fence ^= is_fence (line);
    g_string_append_len (reading->rest, line, (gssize) length);
    return;
  }
  reading->after_blank = is_blank (line, length);
  gsize indent = MIN (strspn (line, " \t"), length);
  if (reading->open) {
    g_string_append_len (reading->open->text, line + indent, (gssize) (length - indent));
    g_string_append_c (reading->open->text, '\n');
  }
}

Footnotes *
footnotes_take (const Source *source, gsize offset, guint first_line, Report *report)
{
  const char *text = source->text + offset;

  if (strstr (text, "[^") == NULL || strstr (text, "]:") == NULL)
    return NULL;
  Footnotes *notes = g_new0 (Footnotes, 1);
  notes->source = source;
  notes->by_label = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, note_free);
  notes->in_order = g_ptr_array_new ();
  Reading reading = { .notes = notes, .rest = g_string_sized_new (strlen (text)) };
  for (guint number = first_line; *text; number++) {
    gsize length = strcspn (text, "\n");
    read_line (&reading, text, length, number, report);
    text += length;
    if (*text == '\n') {
      g_string_append_c (reading.rest, '\n');
      text++;
    }
  }
  notes->rest = g_string_free (reading.rest, FALSE);
  if (notes->in_order->len > 0)
    return notes;
  footnotes_free (notes);
  return NULL;
}

const char *
footnotes_rest (const Footnotes *notes)
{
  return notes->rest;
}

/* --- calls --- */

typedef struct {
  Footnotes *notes;
  MarkdownTree *tree;
  guint *n_made;
  Report *report;
} Marking;

/* Moves the inlines of the note into the node where it is called first; paragraphs are lines. */
static void
fill_note (Marking *marking, cmark_node *call, const Note *note)
{
  cmark_node *root = markdown_tree_parse (marking->tree, note->text->str, note->text->len);
  gboolean is_text = TRUE;

  for (cmark_node *block = cmark_node_first_child (root); block; block = cmark_node_next (block)) {
    cmark_node *child;
    is_text &= cmark_node_get_type (block) == CMARK_NODE_PARAGRAPH;
    if (cmark_node_get_type (block) != CMARK_NODE_PARAGRAPH)
      continue;
    if (cmark_node_first_child (call))
      cmark_node_append_child (call, markdown_tree_node (marking->tree, CMARK_NODE_LINEBREAK));
    while ((child = cmark_node_first_child (block)) != NULL)
      cmark_node_append_child (call, child);
  }
  if (!is_text || cmark_node_first_child (call) == NULL)
    report_warning (marking->report, marking->notes->source, (Place){ note->line, 0 },
                    _ ("write the note as plain sentences; lists and tables go into the text"),
                    is_text ? _ ("the note “%s” is empty")
                            : _ ("the note “%s” holds more than text, which is left out"),
                    note->label);
  cmark_node_free (root);
}

/* NULL for a note that says nothing: nobody is to be led there. */
static cmark_node *
new_call (Marking *marking, Note *note)
{
  cmark_node *call = markdown_tree_node (marking->tree, CMARK_NODE_CUSTOM_INLINE);
  gboolean is_first = note->number == 0;

  if (is_first)
    note->number = ++*marking->n_made;
  body_mark (call, BODY_NOTE, note->number);
  if (is_first) {
    fill_note (marking, call, note);
    note->is_empty = cmark_node_first_child (call) == NULL;
  }
  if (!note->is_empty)
    return call;
  cmark_node_free (call);
  return NULL;
}

static void
add_text (Marking *marking, cmark_node *before, const char *start, gsize length)
{
  if (length == 0)
    return;
  g_autofree char *text = g_strndup (start, length);
  cmark_node *node = markdown_tree_node (marking->tree, CMARK_NODE_TEXT);
  cmark_node_set_literal (node, text);
  cmark_node_insert_before (before, node);
}

/* The next call in `text` of a note that there is. */
static const char *
find_call (const Footnotes *notes, const char *text, Note **note, gsize *length)
{
  for (const char *open = strstr (text, "[^"); open; open = strstr (open + 2, "[^")) {
    gsize n = label_length (open);
    g_autofree char *label = g_strndup (open + 2, n);
    *note = n > 0 ? g_hash_table_lookup (notes->by_label, label) : NULL;
    *length = n + 3;
    if (*note)
      return open;
  }
  return NULL;
}

/* Returns the last node that the text became. */
static cmark_node *
mark_text (Marking *marking, cmark_node *node)
{
  g_autofree char *literal = g_strdup (cmark_node_get_literal (node));
  const char *text = literal;
  gsize length;
  Note *note;

  for (const char *open; (open = find_call (marking->notes, text, &note, &length)) != NULL;
       text = open + length) {
    add_text (marking, node, text, open - text);
    cmark_node *call = new_call (marking, note);
    if (call)
      cmark_node_insert_before (node, call);
  }
  cmark_node_set_literal (node, text);
  cmark_node *last = cmark_node_previous (node);
  if (*text || last == NULL)
    return node;
  cmark_node_free (node);
  return last;
}

/* What hangs in a note is not looked into: there are no notes on notes. */
static void
mark_below (Marking *marking, cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child (parent); node; node = cmark_node_next (node)) {
    if (cmark_node_get_type (node) == CMARK_NODE_TEXT
        && strstr (cmark_node_get_literal (node), "[^"))
      node = mark_text (marking, node);
    else if (cmark_node_get_type (node) != CMARK_NODE_IMAGE)
      mark_below (marking, node);
  }
}

void
footnotes_mark (Footnotes *notes, MarkdownTree *tree, cmark_node *root, guint *n_made,
                Report *report)
{
  Marking marking = { notes, tree, n_made, report };

  mark_below (&marking, root);
  for (guint i = 0; i < notes->in_order->len; i++) {
    const Note *note = notes->in_order->pdata[i];
    if (note->number == 0)
      report_warning (report, notes->source, (Place){ note->line, 0 },
                      _ ("write its label in brackets where it belongs: “… chú thích[^1]”"),
                      _ ("the note “%s” is called nowhere, and left out"), note->label);
  }
}

/* --- numbers --- */

void
footnotes_number (cmark_node *root, guint n_made)
{
  g_autofree guint *numbers = g_new0 (guint, n_made + 1);
  cmark_iter *iter = cmark_iter_new (root);
  guint n = 0;

  for (cmark_event_type event; (event = cmark_iter_next (iter)) != CMARK_EVENT_DONE;) {
    cmark_node *node = cmark_iter_get_node (iter);
    if (event != CMARK_EVENT_ENTER || body_role (node) != BODY_NOTE)
      continue;
    guint *number = &numbers[body_detail (node)];
    if (*number == 0)
      *number = ++n;
    body_mark (node, BODY_NOTE, *number);
  }
  cmark_iter_free (iter);
}
