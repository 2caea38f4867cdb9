/* SPDX-License-Identifier: MIT */
/* A walk over document.xml. Four levels have tables of what may stand there (blocks, rows, cells,
 * pieces of a paragraph, pieces of a run), and wrappers (w:sdt, w:ins, w:smartTag …) are looked
 * through at each of them: readers that know them at one level alone lose text.
 *
 * Word writes a drawing twice, for itself and for older programs (mc:AlternateContent): one of them
 * is read. What is in a text box comes behind the paragraph to which it is tied. */
#include "word/flow.h"

#include "base/nfc.h"
#include "base/web_scheme.h"
#include "word/field.h"
#include "word/legacy.h"
#include "word/ooxml.h"
#include "word/numbering.h"
#include "word/paragraph.h"

#include <stdlib.h>
#include <string.h>

/* A field that is open: `{ instruction | result }`. */
typedef struct {
  GString *instruction;
  gboolean has_result; /* its instruction is over */
  FieldKind kind;
  const char *href;
} OpenField;

typedef struct {
  Flow *flow;
  Arena *arena;
  WordPackage *package;
  const char *part; /* that is being read */
  WordStyles *styles;
  WordNumbering *numbering;
  GHashTable *footnotes, *endnotes; /* id → xmlNode of those that were not called yet */
  GPtrArray *blocks;                /* FlowBlock, where they go */
  GPtrArray *boxes;      /* those of text boxes, which wait for the end of the paragraph */
  ParagraphMaker *maker; /* of the paragraph at hand */
  const ParagraphLook *look;
  gboolean decodes_style;   /* text in the font of its style is in an old code */
  const xmlNode *tab_stop;  /* where the last tab led, of those of the paragraph itself; or NULL */
  const xmlNode *tab_stops; /* those behind it */
  gboolean starts_page;
  const char *href;  /* of the link at hand */
  GArray *fields;    /* OpenField */
  guint *n_places;   /* paragraphs with text so far */
  gboolean is_quiet; /* what is read is not content: nothing is reported */
  guint n_prompts;   /* content controls around it that show what is to be filled in */
} Reader;

typedef struct {
  const char *name;
  void (*read) (Reader *reader, const xmlNode *node);
} Handler;

typedef struct {
  const Handler *handlers;
  guint n_handlers;
} Level;

#define LEVEL(list)                                                                                \
  {                                                                                                \
    list, G_N_ELEMENTS (list)                                                                      \
  }

static void
find (Reader *reader, FindingCode code, const char *detail)
{
  if (!reader->is_quiet)
    finding_add (reader->flow->findings, reader->arena, code, *reader->n_places + 1,
                 paragraph_maker_text (reader->maker), detail);
}

GPtrArray *
flow_array (Flow *flow)
{
  GPtrArray *array = g_ptr_array_new ();
  g_ptr_array_add (flow->arrays, array);
  return array;
}

/* With its letters composed. Caller frees. */
static char *
compose (const char *text)
{
  gsize length;
  return nfc_text (text, strlen (text), &length);
}

static gpointer
new_record (Reader *reader, gsize size)
{
  return arena_alloc (reader->arena, size);
}

/* --- wrappers --- */

/* Elements that say nothing of the text within them. */
static const char *const wrappers[] = {
  "sdtContent", "smartTag", "customXml", "ins",      "moveTo", "dir",
  "bdo",        "body",     "ruby",      "rubyBase", "group",  NULL,
};

static void read_level (Reader *reader, const xmlNode *parent, const Level *level);

/* The parts of a drawing that we know how to read, by the prefix a Choice asks for. */
static gboolean
is_known_choice (const xmlNode *choice)
{
  static const char *const known[] = { "wps", "wpg", "wpc", "wpi", "w14", "wp14", "w15", NULL };
  const char *requires = ooxml_attribute (choice, "Requires");
  g_auto (GStrv) words = g_strsplit (requires ? requires : "", " ", -1);

  for (guint i = 0; words[i]; i++)
    if (*words[i] && !g_strv_contains (known, words[i]))
      return FALSE;
  return requires != NULL;
}

/* The one of several that is read; NULL when there is none for us. */
static const xmlNode *
choose (const xmlNode *alternatives)
{
  for (const xmlNode *node = alternatives->children; node; node = node->next)
    if (ooxml_is (node, "Choice") && is_known_choice (node))
      return node;
  return ooxml_child (alternatives, "Fallback");
}

/* “Bấm vào đây để nhập văn bản.” is no text; the cells and paragraphs around it are. */
static void
read_control (Reader *reader, const xmlNode *node, const Level *level)
{
  gboolean is_prompt = ooxml_toggle (ooxml_child (node, "sdtPr"), "showingPlcHdr") == 1;

  reader->n_prompts += is_prompt;
  read_level (reader, node, level);
  reader->n_prompts -= is_prompt;
}

static void
read_node (Reader *reader, const xmlNode *node, const Level *level)
{
  const char *name = (const char *) node->name;

  for (guint i = 0; i < level->n_handlers; i++)
    if (strcmp (level->handlers[i].name, name) == 0) {
      level->handlers[i].read (reader, node);
      return;
    }
  if (strcmp (name, "AlternateContent") == 0) {
    const xmlNode *chosen = choose (node);
    if (chosen)
      read_level (reader, chosen, level);
  } else if (strcmp (name, "del") == 0 || strcmp (name, "moveFrom") == 0) {
    reader->flow->n_changes += !reader->is_quiet;
  } else if (strcmp (name, "sdt") == 0) {
    read_control (reader, node, level);
  } else if (g_strv_contains (wrappers, name)) {
    if (strcmp (name, "ins") == 0 || strcmp (name, "moveTo") == 0)
      reader->flow->n_changes += !reader->is_quiet;
    read_level (reader, node, level);
  }
}

static void
read_level (Reader *reader, const xmlNode *parent, const Level *level)
{
  for (const xmlNode *node = parent->children; node; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      read_node (reader, node, level);
}

/* --- runs --- */

static gboolean
is_silent (const Reader *reader)
{
  if (reader->n_prompts > 0)
    return TRUE;
  for (guint i = 0; i < reader->fields->len; i++) {
    const OpenField *field = &g_array_index (reader->fields, OpenField, i);
    if (!field->has_result || field->kind == FIELD_SILENT || field->kind == FIELD_CONTENTS
        || field->kind == FIELD_FETCHES)
      return TRUE;
  }
  return FALSE;
}

static const char *
current_href (const Reader *reader)
{
  const char *href = reader->href;

  for (guint i = 0; i < reader->fields->len; i++)
    if (g_array_index (reader->fields, OpenField, i).href)
      href = g_array_index (reader->fields, OpenField, i).href;
  return href;
}

/* What a run says, in one text: codes of old fonts are looked at as a whole. */
static void
append_run_text (const xmlNode *run, GString *out)
{
  for (const xmlNode *node = run->children; node; node = node->next) {
    if (ooxml_is (node, "t"))
      g_string_append (out, ooxml_text (node));
    else if (ooxml_is (node, "softHyphen"))
      g_string_append (out, "\u00AD");
  }
}

typedef struct {
  RunLook look;
  gboolean has_own_font; /* not only that of the style of its paragraph */
} RunState;

static RunState
run_state (const Reader *reader, const xmlNode *run)
{
  const xmlNode *properties = ooxml_child (run, "rPr");
  RunLook own = word_styles_run (reader->styles, ooxml_value (properties, "rStyle"));
  RunState state = { reader->look->run, FALSE };

  run_look_read (&own, properties);
  run_look_lay (&state.look, &own);
  state.has_own_font = own.font != NULL;
  return state;
}

static gboolean
is_encoded (const Reader *reader, const xmlNode *run, const RunState *state)
{
  if (!legacy_font (state->look.font))
    return FALSE;
  if (!state->has_own_font)
    return reader->decodes_style;
  g_autoptr (GString) text = g_string_new (NULL);
  append_run_text (run, text);
  return legacy_is_encoded (state->look.font, text->str);
}

static void
emit (Reader *reader, const char *text, const RunState *state, gboolean encoded)
{
  g_autofree char *decoded = encoded ? legacy_decode (state->look.font, text) : NULL;
  guint look =
    (state->look.is_bold == 1 ? SPAN_BOLD : 0) | (state->look.is_italic == 1 ? SPAN_ITALIC : 0);

  if (!is_silent (reader))
    paragraph_maker_add (reader->maker, decoded ? decoded : text, look, current_href (reader),
                         state->look.is_caps == 1);
}

/* An address as it may stand in Markdown, or NULL after reporting: http, https, mailto and tel. */
static const char *
safe_address (Reader *reader, const char *address)
{
  g_autofree char *clean = g_strstrip (g_strdup (address));
  gboolean is_plain = TRUE;

  for (const char *p = clean; *p; p++)
    is_plain &= (guchar) *p > ' ' && strchr ("<>\"\\`", *p) == NULL;
  if (is_plain && *clean && g_utf8_validate (clean, -1, NULL) && web_scheme_is_safe (clean)
      && strchr (clean, ':'))
    return arena_copy (reader->arena, clean);
  find (reader, FINDING_LINK, NULL);
  return NULL;
}

/* --- fields --- */

static void
settle_field (Reader *reader, OpenField *field)
{
  g_autofree char *address = NULL;

  if (field->has_result)
    return;
  field->has_result = TRUE;
  field->kind = field_read (field->instruction->str, &address);
  if (address && field->kind == FIELD_LINK)
    field->href = safe_address (reader, address);
  reader->flow->has_contents |= field->kind == FIELD_CONTENTS && !reader->is_quiet;
  if (field->kind == FIELD_FETCHES)
    find (reader, FINDING_FIELD, NULL);
}

static void
drop_field (Reader *reader)
{
  OpenField *field = &g_array_index (reader->fields, OpenField, reader->fields->len - 1);

  settle_field (reader, field);
  g_string_free (field->instruction, TRUE);
  g_array_set_size (reader->fields, reader->fields->len - 1);
}

static void
read_field_mark (Reader *reader, const xmlNode *node)
{
  const char *type = ooxml_attribute (node, "fldCharType");
  guint n = reader->fields->len;

  if (g_strcmp0 (type, "begin") == 0 && n < 32) {
    const OpenField field = { .instruction = g_string_new (NULL) };
    g_array_append_val (reader->fields, field);
  } else if (g_strcmp0 (type, "separate") == 0 && n > 0) {
    settle_field (reader, &g_array_index (reader->fields, OpenField, n - 1));
  } else if (g_strcmp0 (type, "end") == 0 && n > 0) {
    drop_field (reader);
  }
}

static void
read_instruction (Reader *reader, const xmlNode *node)
{
  guint n = reader->fields->len;

  if (n > 0 && !g_array_index (reader->fields, OpenField, n - 1).has_result)
    g_string_append (g_array_index (reader->fields, OpenField, n - 1).instruction,
                     ooxml_text (node));
}

/* --- pictures, boxes, objects --- */

/* What a drawing is made of; its text boxes and pictures may be grouped and nested. */
static void read_box (Reader *reader, const xmlNode *content);

/* The description that belongs to a picture, or NULL. */
static const char *
description (Reader *reader, const xmlNode *drawing)
{
  const xmlNode *frame = ooxml_child (drawing, "inline");
  const xmlNode *properties =
    ooxml_child (frame ? frame : ooxml_child (drawing, "anchor"), "docPr");
  const char *text = ooxml_attribute (properties, "descr");

  if (text == NULL || !*text)
    text = ooxml_attribute (properties, "title");
  if (text == NULL || !*text || !g_utf8_validate (text, -1, NULL))
    return NULL;
  g_autofree char *composed = compose (text);
  g_strstrip (g_strdelimit (composed, "\n\r\t", ' '));
  return *composed ? arena_copy (reader->arena, composed) : NULL;
}

/* `like`: how it stands, and its description. */
static void
add_picture (Reader *reader, const char *id, const FlowPicture *like)
{
  const WordRelation *relation = word_package_relation (reader->package, reader->part, id);

  GBytes *bytes = relation && !relation->is_external
                    ? word_package_part (reader->package, relation->target)
                    : NULL;

  if (is_silent (reader))
    return;
  if (relation && relation->is_external) {
    find (reader, FINDING_PICTURE_EXTERNAL, NULL);
  } else if (bytes == NULL) {
    find (reader, FINDING_PICTURE_MISSING, like->alt);
  } else {
    FlowPicture picture = *like;
    picture.part = relation->target;
    picture.bytes = bytes;
    paragraph_maker_picture (reader->maker, &picture);
  }
}

static void
read_blip (Reader *reader, const xmlNode *blip, const FlowPicture *like)
{
  const char *embedded = ooxml_attribute (blip, "embed");

  if (embedded && *embedded)
    add_picture (reader, embedded, like);
  else if (ooxml_attribute (blip, "link"))
    find (reader, FINDING_PICTURE_EXTERNAL, NULL);
}

/* How the picture of a shape of Word 2007 stands. */
static FlowPicture
shape_picture (const xmlNode *shape, const FlowPicture *like)
{
  const char *alt = ooxml_attribute (shape, "alt");
  const char *style = ooxml_attribute (shape, "style");
  FlowPicture picture = *like;

  if (alt && *alt)
    picture.alt = alt;
  picture.is_in_line = FALSE;
  picture.floats = style && strstr (style, "position:absolute");
  return picture;
}

static void
search_drawing (Reader *reader, const xmlNode *parent, const FlowPicture *like)
{
  for (const xmlNode *node = parent->children; node; node = node->next) {
    if (node->type != XML_ELEMENT_NODE)
      continue;
    if (ooxml_is (node, "txbxContent"))
      read_box (reader, node);
    else if (ooxml_is (node, "blip"))
      read_blip (reader, node, like);
    else if (ooxml_is (node, "imagedata"))
      add_picture (reader, ooxml_attribute (node, "id"), like);
    else if (ooxml_is (node, "chart") || ooxml_is (node, "relIds"))
      find (reader, FINDING_OBJECT, NULL);
    else if (ooxml_is (node, "AlternateContent")) {
      const xmlNode *chosen = choose (node);
      if (chosen)
        search_drawing (reader, chosen, like);
    } else {
      const FlowPicture own = ooxml_is (node, "shape") ? shape_picture (node, like) : *like;
      search_drawing (reader, node, &own);
    }
  }
}

static void
read_drawing (Reader *reader, const xmlNode *node)
{
  const FlowPicture like = { .alt = description (reader, node),
                             .is_in_line = ooxml_child (node, "inline") != NULL,
                             .floats = ooxml_child (node, "anchor") != NULL };

  search_drawing (reader, node, &like);
}

static void
read_object (Reader *reader, const xmlNode *node)
{
  (void) node;
  find (reader, FINDING_OBJECT, NULL);
}

static void
read_equation (Reader *reader, const xmlNode *node)
{
  (void) node;
  find (reader, FINDING_EQUATION, NULL);
}

/* --- notes --- */

/* All text below, paragraphs with a blank between them. */
static void
gather_text (const xmlNode *parent, GString *out)
{
  for (const xmlNode *node = parent->children; node; node = node->next) {
    if (ooxml_is (node, "t"))
      g_string_append (out, ooxml_text (node));
    else if (ooxml_is (node, "del") || ooxml_is (node, "instrText"))
      continue;
    else if (node->type == XML_ELEMENT_NODE)
      gather_text (node, out);
    if (ooxml_is (node, "p") && node->next)
      g_string_append_c (out, ' ');
  }
}

static void
read_note (Reader *reader, const xmlNode *reference, GHashTable *notes)
{
  const char *id = ooxml_attribute (reference, "id");
  const xmlNode *note = id ? g_hash_table_lookup (notes, id) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (note == NULL)
    return;
  gather_text (note, text);
  g_hash_table_remove (notes, id);
  g_autofree char *composed = compose (text->str);
  if (*g_strstrip (composed)) {
    paragraph_maker_note (reader->maker, composed);
    find (reader, FINDING_FOOTNOTE, NULL);
  }
}

/* A note is called once, whatever a file says; that of 20,000 calls would be long. `notes` may be
 * NULL and must outlive it. Caller frees. */
static GHashTable *
notes_by_id (const Ooxml *notes)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);
  const xmlNode *root = notes ? ooxml_root (notes) : NULL;

  for (const xmlNode *node = root ? root->children : NULL; node; node = node->next) {
    const char *id = node->type == XML_ELEMENT_NODE ? ooxml_attribute (node, "id") : NULL;
    if (id && !g_hash_table_contains (table, id))
      g_hash_table_insert (table, (gpointer) id, (gpointer) node);
  }
  return table;
}

static void
read_footnote (Reader *reader, const xmlNode *node)
{
  read_note (reader, node, reader->footnotes);
}

static void
read_endnote (Reader *reader, const xmlNode *node)
{
  read_note (reader, node, reader->endnotes);
}

/* --- within a run --- */

static void
emit_symbol (Reader *reader, const xmlNode *node, const RunState *state)
{
  const char *font = ooxml_attribute (node, "font");
  const char *code = ooxml_attribute (node, "char");
  const char *shown = code ? legacy_symbol (font, strtoul (code, NULL, 16)) : NULL;

  if (shown)
    emit (reader, shown, state, FALSE);
  else
    find (reader, FINDING_SYMBOL_UNKNOWN, font);
}

/* Text in a font of signs: each by itself, as it is shown. A word of plain letters has the font by
 * mistake. */
static void
emit_signs (Reader *reader, const char *text, const RunState *state)
{
  gboolean is_one = g_utf8_strlen (text, -1) == 1;
  g_autoptr (GString) shown = g_string_new (NULL);

  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    const char *sign = c > 0x7F || is_one ? legacy_symbol (state->look.font, c) : NULL;
    if (sign)
      g_string_append (shown, sign);
    else if (c >= 0xF000 && c <= 0xF0FF)
      find (reader, FINDING_SYMBOL_UNKNOWN, state->look.font);
    else
      g_string_append_unichar (shown, c);
  }
  emit (reader, shown->str, state, FALSE);
}

static gboolean
is_tab_stop (const xmlNode *node)
{
  return ooxml_is (node, "tab") && g_strcmp0 (ooxml_attribute (node, "val"), "clear") != 0;
}

/* What is shown up to the next stop: dots to write on, or nothing. The last serves all that follow.
 */
static const char *
next_tab (Reader *reader)
{
  while (reader->tab_stops && !is_tab_stop (reader->tab_stops))
    reader->tab_stops = reader->tab_stops->next;
  if (reader->tab_stops) {
    reader->tab_stop = reader->tab_stops;
    reader->tab_stops = reader->tab_stops->next;
  }
  const char *leader = reader->tab_stop ? ooxml_attribute (reader->tab_stop, "leader") : NULL;
  return leader && strcmp (leader, "none") != 0 ? "........" : "\t";
}

/* A break of a page is no text; of a line it ends the line. */
static void
emit_break (Reader *reader, const xmlNode *node, const RunState *state)
{
  const char *type = ooxml_attribute (node, "type");

  if (type == NULL || strcmp (type, "textWrapping") == 0)
    emit (reader, "\n", state, FALSE);
  else
    reader->starts_page |= strcmp (type, "page") == 0;
}

/* A check box of a form of Word 2003 is drawn from what its field says: it has no text. */
static void
emit_check_box (Reader *reader, const xmlNode *mark, const RunState *state)
{
  const xmlNode *box = ooxml_child (ooxml_child (mark, "ffData"), "checkBox");

  if (box == NULL)
    return;
  gboolean is_said = ooxml_child (box, "checked") != NULL;
  emit (reader, ooxml_toggle (box, is_said ? "checked" : "default") == 1 ? "☒" : "☐", state, FALSE);
}

static const Handler run_parts[] = {
  { "fldChar", read_field_mark },
  { "instrText", read_instruction },
  { "drawing", read_drawing },
  { "pict", read_drawing },
  { "object", read_object },
  { "oMath", read_equation },
  { "footnoteReference", read_footnote },
  { "endnoteReference", read_endnote },
};
static const Level run_level = LEVEL (run_parts);

/* Pieces of a run that are text by their name alone. */
static const struct {
  const char *name, *text;
} signs[] = {
  { "ptab", "\t" },
  { "cr", "\n" },
  { "noBreakHyphen", "-" },
  { "softHyphen", "\u00AD" },
};

static void
read_run_part (Reader *reader, const xmlNode *node, const RunState *state, gboolean encoded)
{
  if (ooxml_is (node, "t") && legacy_is_of_signs (state->look.font))
    emit_signs (reader, ooxml_text (node), state);
  else if (ooxml_is (node, "t"))
    emit (reader, ooxml_text (node), state, encoded);
  else if (ooxml_is (node, "tab"))
    emit (reader, next_tab (reader), state, encoded);
  else if (ooxml_is (node, "br"))
    emit_break (reader, node, state);
  else if (ooxml_is (node, "sym"))
    emit_symbol (reader, node, state);
  else if (node->type == XML_ELEMENT_NODE) {
    for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
      if (ooxml_is (node, signs[i].name)) {
        emit (reader, signs[i].text, state, encoded);
        return;
      }
    emit_check_box (reader, node, state);
    read_node (reader, node, &run_level);
  }
}

static void
report_unknown_code (Reader *reader, const xmlNode *run, const char *font)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_run_text (run, text);
  if (legacy_is_unknown (font, text->str))
    find (reader, FINDING_LEGACY_UNKNOWN, font);
}

static void
read_run (Reader *reader, const xmlNode *run)
{
  RunState state = run_state (reader, run);
  gboolean encoded = is_encoded (reader, run, &state);

  if (ooxml_child (ooxml_child (run, "rPr"), "rPrChange"))
    reader->flow->n_changes += !reader->is_quiet;
  if (state.look.is_hidden == 1) {
    g_autoptr (GString) text = g_string_new (NULL);
    append_run_text (run, text);
    if (*g_strstrip (text->str))
      find (reader, FINDING_HIDDEN_TEXT, NULL);
    return;
  }
  report_unknown_code (reader, run, state.look.font);
  if (encoded && !finding_is_among (reader->flow->findings, FINDING_LEGACY_CONVERTED))
    find (reader, FINDING_LEGACY_CONVERTED, state.look.font);
  for (const xmlNode *node = run->children; node; node = node->next)
    read_run_part (reader, node, &state, encoded);
}

/* --- within a paragraph --- */

static void read_link (Reader *reader, const xmlNode *node);
static void read_simple_field (Reader *reader, const xmlNode *node);

static const Handler pieces[] = {
  { "r", read_run },          { "hyperlink", read_link },     { "fldSimple", read_simple_field },
  { "oMath", read_equation }, { "oMathPara", read_equation },
};
static const Level piece_level = LEVEL (pieces);

static void
read_link (Reader *reader, const xmlNode *node)
{
  const char *id = ooxml_attribute (node, "id");
  const WordRelation *relation = word_package_relation (reader->package, reader->part, id);
  const char *outer = reader->href;

  if (relation && relation->is_external)
    reader->href = safe_address (reader, relation->target);
  read_level (reader, node, &piece_level);
  reader->href = outer;
}

static void
read_simple_field (Reader *reader, const xmlNode *node)
{
  const char *instruction = ooxml_attribute (node, "instr");
  OpenField field = { .instruction = g_string_new (instruction) };

  g_array_append_val (reader->fields, field);
  settle_field (reader, &g_array_index (reader->fields, OpenField, reader->fields->len - 1));
  read_level (reader, node, &piece_level);
  drop_field (reader);
}

/* TRUE when the text that stands in the font of its style is in the code of that font: one letter
 * from beyond it says that the font is but a name. */
static gboolean
style_is_encoded (const Reader *reader, const xmlNode *paragraph)
{
  const char *font = reader->look->run.font;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!legacy_font (font))
    return FALSE;
  gather_text (paragraph, text);
  g_autofree char *composed = compose (text->str);
  return legacy_is_encoded (font, composed);
}

static const xmlNode *
paragraph_mark (const xmlNode *paragraph)
{
  return ooxml_child (ooxml_child (paragraph, "pPr"), "rPr");
}

static void
add_block (Reader *reader, FlowParagraph *paragraph, FlowTable *table)
{
  FlowBlock *block = new_record (reader, sizeof (FlowBlock));

  block->paragraph = paragraph;
  block->table = table;
  g_ptr_array_add (reader->blocks, block);
}

static void
number_paragraph (Reader *reader, FlowParagraph *paragraph)
{
  const ParagraphLook *look = reader->look;
  gboolean has_passed_d = FALSE;

  if (look->number_list == NULL)
    return;
  g_autofree char *number =
    word_numbering_next (reader->numbering, look->number_list, look->number_level, &has_passed_d);
  g_autofree char *composed = number ? compose (number) : NULL;
  paragraph->number = arena_copy (reader->arena, composed);
  if (has_passed_d)
    finding_add (reader->flow->findings, reader->arena, FINDING_LETTERS_WITHOUT_DD,
                 paragraph->place, paragraph->text, NULL);
}

/* A field that has said what it is and never what it shows would silence all that follows: a file
 * put together by hand has such ones. The code of a field does not go on in the next paragraph. */
static void
drop_unfinished (Reader *reader)
{
  while (reader->fields->len > 0
         && !g_array_index (reader->fields, OpenField, reader->fields->len - 1).has_result)
    drop_field (reader);
}

static void
finish_paragraph (Reader *reader, const xmlNode *properties)
{
  drop_unfinished (reader);
  FlowParagraph *paragraph = paragraph_maker_finish (reader->maker);

  paragraph->alignment = reader->look->alignment;
  paragraph->outline = reader->look->outline;
  paragraph->is_caption = reader->look->is_caption;
  paragraph->is_title = reader->look->is_title;
  paragraph->starts_page = reader->starts_page || ooxml_toggle (properties, "pageBreakBefore") == 1;
  paragraph->ends_section = ooxml_child (properties, "sectPr") != NULL;
  reader->starts_page = FALSE;
  if (!flow_paragraph_is_empty (paragraph))
    paragraph->place = ++*reader->n_places;
  number_paragraph (reader, paragraph);
  add_block (reader, paragraph, NULL);
  for (guint i = 0; i < reader->boxes->len; i++)
    g_ptr_array_add (reader->blocks, reader->boxes->pdata[i]);
  g_ptr_array_set_size (reader->boxes, 0);
}

/* A large first letter is a frame with a paragraph of its own. */
static gboolean
is_drop_cap (const xmlNode *properties)
{
  const char *drops = ooxml_attribute (ooxml_child (properties, "framePr"), "dropCap");
  return drops && strcmp (drops, "none") != 0;
}

/* A deleted end of paragraph joins it with the next, whose look counts. */
static void
read_paragraph (Reader *reader, const xmlNode *node)
{
  const xmlNode *properties = ooxml_child (node, "pPr");
  const xmlNode *mark = paragraph_mark (node);
  ParagraphLook look = word_styles_paragraph (reader->styles, ooxml_value (properties, "pStyle"));
  gboolean is_deleted = ooxml_child (mark, "del") || ooxml_child (mark, "moveFrom");

  paragraph_look_read (&look, properties);
  reader->look = &look;
  const xmlNode *tabs = ooxml_child (properties, "tabs");
  reader->tab_stop = NULL;
  reader->tab_stops = tabs ? tabs->children : NULL;
  reader->decodes_style = style_is_encoded (reader, node);
  reader->flow->n_changes +=
    !reader->is_quiet
    && (is_deleted || ooxml_child (mark, "ins") || ooxml_child (properties, "pPrChange"));
  read_level (reader, node, &piece_level);
  if (!is_deleted && !is_drop_cap (properties))
    finish_paragraph (reader, properties);
  reader->look = NULL;
}

/* --- tables --- */

static const Level block_level, row_level, cell_level;

/* The table that is being read is not part of the reader: it hangs on the block at the end of the
 * list, so that nested tables need no stack of ours. */
static FlowTable *
open_table (const Reader *reader)
{
  return ((FlowBlock *) reader->blocks->pdata[reader->blocks->len - 1])->table;
}

static void
read_cell (Reader *reader, const xmlNode *node)
{
  FlowTable *table = open_table (reader);
  FlowRow *row = table->rows->pdata[table->rows->len - 1];
  FlowCell *cell = new_record (reader, sizeof (FlowCell));
  const xmlNode *properties = ooxml_child (node, "tcPr");
  const xmlNode *merge = ooxml_child (properties, "vMerge");
  const char *span = ooxml_value (properties, "gridSpan");
  const FlowCell *last = row->cells->len ? row->cells->pdata[row->cells->len - 1] : NULL;
  GPtrArray *outer = reader->blocks;

  cell->span = span ? CLAMP (atoi (span), 1, 63) : 1;
  cell->column = last ? last->column + last->span : 0;
  cell->goes_on = merge && g_strcmp0 (ooxml_attribute (merge, "val"), "restart") != 0;
  cell->begins = merge && !cell->goes_on;
  cell->blocks = reader->blocks = flow_array (reader->flow);
  table->has_borders |= borders_are_drawn (ooxml_child (properties, "tcBorders"));
  read_level (reader, node, &block_level);
  reader->blocks = outer;
  g_ptr_array_add (row->cells, cell);
  table->n_columns = MAX (table->n_columns, cell->column + cell->span);
}

/* Cells that are missing at the start of a row. */
static void
skip_columns (Reader *reader, FlowRow *row, const xmlNode *properties)
{
  const char *before = ooxml_value (properties, "gridBefore");

  if (before == NULL || atoi (before) < 1)
    return;
  FlowCell *gap = new_record (reader, sizeof (FlowCell));
  gap->span = MIN (atoi (before), 63);
  gap->blocks = flow_array (reader->flow);
  g_ptr_array_add (row->cells, gap);
}

static void
read_row (Reader *reader, const xmlNode *node)
{
  const xmlNode *properties = ooxml_child (node, "trPr");
  FlowRow *row = new_record (reader, sizeof (FlowRow));

  if (ooxml_child (properties, "ins") || ooxml_child (properties, "del"))
    reader->flow->n_changes += !reader->is_quiet;
  if (ooxml_child (properties, "del"))
    return;
  row->cells = flow_array (reader->flow);
  row->is_header = ooxml_toggle (properties, "tblHeader") == 1;
  skip_columns (reader, row, properties);
  g_ptr_array_add (open_table (reader)->rows, row);
  read_level (reader, node, &cell_level);
}

static void
read_table (Reader *reader, const xmlNode *node)
{
  FlowTable *table = new_record (reader, sizeof (FlowTable));
  const xmlNode *properties = ooxml_child (node, "tblPr");

  table->rows = flow_array (reader->flow);
  table->has_borders =
    borders_are_drawn (ooxml_child (properties, "tblBorders"))
    || (ooxml_child (properties, "tblBorders") == NULL
        && word_styles_has_borders (reader->styles, ooxml_value (properties, "tblStyle")));
  add_block (reader, NULL, table);
  read_level (reader, node, &row_level);
}

/* A web page or another file that Word opens as text: we would have to be each of them. */
static const Handler blocks[] = { { "p", read_paragraph },
                                  { "tbl", read_table },
                                  { "altChunk", read_object },
                                  { "subDoc", read_object } };
static const Handler rows[] = { { "tr", read_row } };
static const Handler cells[] = { { "tc", read_cell } };
static const Level block_level = LEVEL (blocks);
static const Level row_level = LEVEL (rows);
static const Level cell_level = LEVEL (cells);

/* --- text boxes --- */

static void
mark_boxed (const GPtrArray *boxed)
{
  for (guint i = 0; i < boxed->len; i++) {
    FlowParagraph *paragraph = ((FlowBlock *) boxed->pdata[i])->paragraph;
    if (paragraph)
      paragraph->is_box = TRUE;
  }
}

static gboolean
has_text (const GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++) {
    const FlowBlock *block = list->pdata[i];
    if (block->table || !flow_paragraph_is_empty (block->paragraph))
      return TRUE;
  }
  return FALSE;
}

/* Paragraphs within a paragraph: a reader of their own, that counts and reports with this one. */
static void
read_box (Reader *reader, const xmlNode *content)
{
  Reader inner = *reader;

  if (is_silent (reader))
    return;
  inner.blocks = flow_array (reader->flow);
  inner.boxes = g_ptr_array_new ();
  inner.maker = paragraph_maker_new (reader->arena);
  inner.fields = g_array_new (FALSE, FALSE, sizeof (OpenField));
  inner.href = NULL;
  inner.starts_page = FALSE;
  read_level (&inner, content, &block_level);
  while (inner.fields->len > 0)
    drop_field (&inner);
  if (has_text (inner.blocks)) {
    mark_boxed (inner.blocks);
    for (guint i = 0; i < inner.blocks->len; i++)
      g_ptr_array_add (reader->boxes, inner.blocks->pdata[i]);
  }
  g_ptr_array_unref (inner.boxes);
  g_array_unref (inner.fields);
  paragraph_maker_free (inner.maker);
}

/* --- sections --- */

static gboolean
section_is_landscape (const xmlNode *section)
{
  const xmlNode *size = ooxml_child (section, "pgSz");
  const char *width = ooxml_attribute (size, "w");
  const char *height = ooxml_attribute (size, "h");

  return g_strcmp0 (ooxml_attribute (size, "orient"), "landscape") == 0
         || (width && height && atoi (width) > atoi (height));
}

/* w:sectPr stands at the end of what it speaks of: the blocks are walked a second time, beside the
 * elements they came from being known by their order alone. */
static void
mark_sections (GPtrArray *list, const xmlNode *body)
{
  g_autoptr (GArray) turned = g_array_new (FALSE, FALSE, sizeof (gboolean));
  guint section = 0;

  for (const xmlNode *node = body->children; node; node = node->next) {
    const xmlNode *end =
      ooxml_is (node, "sectPr") ? node : ooxml_child (ooxml_child (node, "pPr"), "sectPr");
    gboolean is_turned = section_is_landscape (end);
    if (end)
      g_array_append_val (turned, is_turned);
  }
  for (guint i = 0; i < list->len; i++) {
    const FlowBlock *block = list->pdata[i];
    gboolean is_turned = section < turned->len && g_array_index (turned, gboolean, section);
    if (block->table) {
      block->table->is_landscape = is_turned;
      continue;
    }
    block->paragraph->is_landscape = is_turned;
    section += block->paragraph->ends_section;
  }
}

/* --- the file --- */

/* The XML of the part of this type; NULL when there is none, or none that can be read. */
static Ooxml *
related_ooxml (WordPackage *package, const char *type)
{
  const char *name = word_package_related (package, word_package_main (package), type);
  GBytes *bytes = name ? word_package_part (package, name) : NULL;
  return bytes ? ooxml_parse (bytes, NULL) : NULL;
}

static void
read_comments (Reader *reader)
{
  g_autoptr (Ooxml) comments = related_ooxml (reader->package, "comments");
  const xmlNode *root = comments ? ooxml_root (comments) : NULL;

  for (const xmlNode *node = root ? root->children : NULL; node; node = node->next)
    if (ooxml_is (node, "comment")) {
      g_autoptr (GString) text = g_string_new (NULL);
      gather_text (node, text);
      g_autofree char *composed = compose (text->str);
      finding_add (reader->flow->findings, reader->arena, FINDING_COMMENTS, 0, NULL, composed);
      reader->flow->n_comments++;
    }
}

/* Headers are read for those who put the letterhead there; nothing else in them is content. */
static void
read_headers (Reader *reader)
{
  g_autoptr (GPtrArray) names =
    word_package_all_related (reader->package, word_package_main (reader->package), "header");
  const char *outer = reader->part;
  guint places = 0;
  guint *counted = reader->n_places;

  reader->blocks = reader->flow->headers;
  reader->is_quiet = TRUE;
  reader->n_places = &places;
  for (guint i = 0; i < names->len; i++) {
    GBytes *bytes = word_package_part (reader->package, names->pdata[i]);
    g_autoptr (Ooxml) header = bytes ? ooxml_parse (bytes, NULL) : NULL;
    reader->part = names->pdata[i];
    if (header)
      read_level (reader, ooxml_root (header), &block_level);
  }
  reader->is_quiet = FALSE;
  reader->part = outer;
  reader->n_places = counted;
}

static void
read_all (Reader *reader, const xmlNode *root)
{
  const xmlNode *body = ooxml_child (root, "body");

  read_headers (reader);
  reader->blocks = reader->flow->blocks;
  if (body)
    read_level (reader, body, &block_level);
  while (reader->fields->len > 0)
    drop_field (reader);
  if (*paragraph_maker_text (reader->maker)) {
    const ParagraphLook look = word_styles_paragraph (reader->styles, NULL);
    reader->look = &look;
    finish_paragraph (reader, NULL);
    reader->look = NULL;
  }
  if (body)
    mark_sections (reader->flow->blocks, body);
  read_comments (reader);
  if (reader->flow->n_changes > 0) {
    g_autofree char *n = g_strdup_printf ("%u", reader->flow->n_changes);
    finding_add (reader->flow->findings, reader->arena, FINDING_TRACKED_CHANGES, 0, NULL, n);
  }
  if (word_package_has_macros (reader->package))
    finding_add (reader->flow->findings, reader->arena, FINDING_MACROS, 0, NULL, NULL);
}

static Flow *
flow_new (void)
{
  Flow *flow = g_new0 (Flow, 1);

  flow->arena = arena_new ();
  flow->arrays = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  flow->blocks = flow_array (flow);
  flow->headers = flow_array (flow);
  flow->findings = g_array_new (FALSE, FALSE, sizeof (Finding));
  return flow;
}

Flow *
flow_read (WordPackage *package, GError **error)
{
  const char *main = word_package_main (package);
  g_autoptr (Ooxml) document = ooxml_parse (word_package_part (package, main), error);

  if (document == NULL)
    return NULL;
  if (ooxml_child (ooxml_root (document), "body") == NULL) {
    word_refuse (error, WORD_NO_DOCUMENT);
    return NULL;
  }
  g_autoptr (Ooxml) styles = related_ooxml (package, "styles");
  g_autoptr (Ooxml) numbering = related_ooxml (package, "numbering");
  g_autoptr (Ooxml) footnotes = related_ooxml (package, "footnotes");
  g_autoptr (Ooxml) endnotes = related_ooxml (package, "endnotes");
  guint n_places = 0;
  Flow *flow = flow_new ();
  Reader reader = { .flow = flow,
                    .arena = flow->arena,
                    .package = package,
                    .part = main,
                    .styles = word_styles_new (styles),
                    .numbering = word_numbering_new (numbering),
                    .footnotes = notes_by_id (footnotes),
                    .endnotes = notes_by_id (endnotes),
                    .boxes = g_ptr_array_new (),
                    .maker = paragraph_maker_new (flow->arena),
                    .fields = g_array_new (FALSE, FALSE, sizeof (OpenField)),
                    .n_places = &n_places };
  read_all (&reader, ooxml_root (document));
  word_styles_free (reader.styles);
  word_numbering_free (reader.numbering);
  g_hash_table_unref (reader.footnotes);
  g_hash_table_unref (reader.endnotes);
  g_ptr_array_unref (reader.boxes);
  paragraph_maker_free (reader.maker);
  g_array_unref (reader.fields);
  return flow;
}

void
flow_free (Flow *flow)
{
  if (flow == NULL)
    return;
  g_array_unref (flow->findings);
  g_ptr_array_unref (flow->arrays);
  arena_free (flow->arena);
  g_free (flow);
}

guint
flow_first_span (const FlowParagraph *paragraph, gsize at)
{
  guint low = 0, high = paragraph->n_spans;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    const FlowSpan *span = &paragraph->spans[middle];
    if (span->start + span->length <= at)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

gboolean
flow_paragraph_is_empty (const FlowParagraph *paragraph)
{
  for (const char *p = paragraph->text; *p; p++)
    if (!g_ascii_isspace (*p))
      return FALSE;
  return paragraph->n_pictures == 0;
}
