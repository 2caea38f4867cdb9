/* SPDX-License-Identifier: MIT */
/* What is left between letterhead and signature, and behind it: headings, items, tables, pictures,
 * appendices. Levels follow from the order in which offices nest their marks (I. – 1. – a) – dash),
 * not from indents, which say nothing in most files. */
#include "text/fold.h"
#include "word/grid.h"
#include "word/lines.h"
#include "word/mark.h"
#include "word/recognition.h"

#include <string.h>

#define MAX_HEADING  200 /* characters of a bold paragraph that is a heading */
#define MAX_APPENDIX 90  /* characters of the label of an appendix */
#define MAX_DEPTH    8

typedef struct {
  Recognition *recognition;
  Arena *arena;
  GArray *out; /* ImportedBlock */
  MarkKind headings[MAX_DEPTH], items[MAX_DEPTH];
  guint n_headings, n_items;
  guint n_steps;         /* of the way at hand, in guides */
  gboolean in_appendix;  /* its title may still follow */
  gboolean is_landscape; /* the appendix at hand */
  gboolean is_behind;    /* the signature */
  guint layout; /* where the blocks of the table at hand begin, from 1; 0: in no such table */
  gboolean before_order; /* in a decision, before QUYẾT ĐỊNH: */
} Contents;

static gboolean
is_official (const Contents *contents)
{
  return imported_kind_is_letter (contents->recognition->imported->kind);
}

static ImportedBlock *
add_block (Contents *contents, BlockKind kind)
{
  const ImportedBlock block = { .kind = kind };

  g_array_append_val (contents->out, block);
  return &g_array_index (contents->out, ImportedBlock, contents->out->len - 1);
}

/* The level of a mark below those that are open: a stack, from which what is not above it goes. */
static guint
level_of (MarkKind kind, MarkKind *stack, guint *n)
{
  while (*n > 0 && stack[*n - 1] >= kind)
    (*n)--;
  if (*n < MAX_DEPTH)
    stack[(*n)++] = kind;
  return *n;
}

/* --- pictures --- */

static gboolean
is_web_picture (GBytes *bytes)
{
  gsize length;
  const guint8 *start = g_bytes_get_data (bytes, &length);

  return length > 8
         && (memcmp (start, "\x89PNG\r\n\x1A\n", 8) == 0 || memcmp (start, "\xFF\xD8\xFF", 3) == 0);
}

static void
add_pictures (Contents *contents, const FlowParagraph *paragraph)
{
  for (guint i = 0; i < paragraph->n_pictures; i++) {
    const FlowPicture *picture = &paragraph->pictures[i];
    if (!is_web_picture (picture->bytes)) {
      recognition_find (contents->recognition, FINDING_PICTURE_FORMAT, paragraph, picture->alt);
      continue;
    }
    ImportedBlock *block = add_block (contents, BLOCK_PICTURE);
    block->picture = picture;
    if (picture->alt == NULL)
      recognition_find (contents->recognition, FINDING_PICTURE_NO_ALT, paragraph, picture->part);
  }
}

/* “Hình 1”, “Cách 2”: `folded` is the word and its blank. */
static gboolean
begins_counted (const char *text, const char *folded)
{
  g_autofree char *own = text_fold (text);
  return g_str_has_prefix (own, folded) && g_ascii_isdigit (own[strlen (folded)]);
}

/* The picture that a caption here belongs to, the last block, unless it stands in a line of text;
 * in a table of pictures, where captions may stand in a row of their own, the first without one.
 * NULL when there is none. */
static ImportedBlock *
bare_picture (Contents *contents)
{
  guint n = contents->out->len;
  guint from = contents->layout > 0 ? contents->layout - 1 : MAX (n, 1) - 1;

  for (guint i = from; i < n; i++) {
    ImportedBlock *block = &g_array_index (contents->out, ImportedBlock, i);
    if (block->kind == BLOCK_PICTURE && !block->picture->is_in_line && block->caption == NULL)
      return block;
  }
  return NULL;
}

/* “Hình 1. …” below a picture. */
static gboolean
take_caption (Contents *contents, const FlowParagraph *paragraph, const ImportedText *text)
{
  ImportedBlock *last = bare_picture (contents);
  gboolean is_caption =
    paragraph->is_caption
    || (g_utf8_strlen (text->text, -1) < 160
        && (begins_counted (text->text, "hinh ") || begins_counted (text->text, "anh ")));

  if (!is_caption || last == NULL || paragraph->n_pictures > 0)
    return FALSE;
  last->caption = text->text;
  return TRUE;
}

/* --- headings --- */

/* A heading of Word, or a bold line with a number; in what is no official document, a short bold
 * line is one, too. */
static gboolean
is_heading (const Contents *contents, const FlowParagraph *paragraph, const ImportedText *text,
            const Mark *mark)
{
  gsize length = g_utf8_strlen (text->text, -1);

  if (paragraph->is_box || length > MAX_HEADING || !*text->text)
    return FALSE;
  if (paragraph->outline >= 0 || paragraph->is_title)
    return TRUE;
  if (!paragraph->is_bold)
    return FALSE;
  if (mark->kind != MARK_NONE)
    return mark->kind < MARK_LETTER;
  return !is_official (contents) && length < 100
         && strchr (".;,:!", text->text[strlen (text->text) - 1]) == NULL;
}

static guint
heading_level (Contents *contents, const FlowParagraph *paragraph, const Mark *mark)
{
  if (paragraph->outline >= 0)
    return CLAMP (paragraph->outline + (is_official (contents) ? 2 : 1), 2, 6);
  if (mark->kind == MARK_NONE)
    return 2;
  guint depth = level_of (mark->kind, contents->headings, &contents->n_headings);
  return MIN (1 + depth, 6);
}

static void
add_heading (Contents *contents, const FlowParagraph *paragraph, const ImportedText *text,
             const Mark *mark)
{
  guint level = heading_level (contents, paragraph, mark);
  ImportedBlock *block = add_block (contents, BLOCK_HEADING);

  block->level = level;
  const ImportedText both[] = { { .text = paragraph->number }, *text };
  block->text = imported_join (contents->arena, both, G_N_ELEMENTS (both), " ");
  block->text.n_spans = 0; /* a heading is bold anyway */
  block->notes = paragraph->notes;
  contents->n_items = contents->n_steps = 0;
}

/* --- appendices --- */

/* “Mẫu số 01”, “BIỂU SỐ 2”, over a form that is to be filled in. */
static gboolean
is_form_label (const FlowParagraph *paragraph, const ImportedText *text)
{
  if (!paragraph->is_bold
      || (paragraph->alignment != ALIGNED_CENTRE && paragraph->alignment != ALIGNED_RIGHT))
    return FALSE;
  g_autofree char *folded = text_fold (text->text);
  return g_regex_match_simple ("^(?:mau|bieu|bieu mau) so \\d+[a-z]?\\b", folded, 0, 0);
}

/* “PHỤ LỤC”, “Phụ lục II”, “Phụ lục 1: Danh sách”, in the middle and behind the signature or on a
 * page of its own. */
static gboolean
is_appendix (const FlowParagraph *paragraph, const ImportedText *text)
{
  const char *rest =
    g_utf8_strlen (text->text, -1) >= 7 ? g_utf8_offset_to_pointer (text->text, 7) : "";

  if (!line_begins (text->text, "phu luc") || g_utf8_strlen (text->text, -1) > MAX_APPENDIX)
    return FALSE;
  if (paragraph->alignment != ALIGNED_CENTRE && !paragraph->is_bold && paragraph->outline < 0)
    return FALSE;
  return !*rest || strchr (" :.-", *rest) != NULL || (guchar) *rest > 0x7F;
}

/* “QUY CHẾ” behind the signature of the decision that issues it. */
static gboolean
is_attached (const Contents *contents, const FlowParagraph *paragraph, const ImportedText *text)
{
  return contents->is_behind && line_letter_type (text->text)
         && (paragraph->alignment == ALIGNED_CENTRE || paragraph->is_bold);
}

static gboolean
opens_annex (const Contents *contents, const FlowParagraph *paragraph, const ImportedText *text)
{
  return is_official (contents)
         && (is_appendix (paragraph, text) || is_attached (contents, paragraph, text)
             || (contents->is_behind && is_form_label (paragraph, text)));
}

/* “Phụ lục I: Danh sách xã” → label and title. */
static void
add_appendix (Contents *contents, const FlowParagraph *paragraph, const ImportedText *text)
{
  ImportedBlock *block = add_block (contents, BLOCK_APPENDIX);
  const char *colon = strchr (text->text, ':');
  g_autofree char *label =
    colon ? g_strndup (text->text, colon - text->text) : g_strdup (text->text);

  block->label = line_without_stop (contents->arena, label);
  block->text.text = colon ? arena_copy (contents->arena, colon + 1 + strspn (colon + 1, " ")) : "";
  block->is_landscape = contents->is_landscape = paragraph->is_landscape;
  contents->in_appendix = TRUE;
  contents->n_headings = contents->n_items = 0;
}

/* Behind the label: the title in the middle, and “(Kèm theo …)”, which loa writes itself. */
static gboolean
take_appendix_title (Contents *contents, const FlowParagraph *paragraph, const ImportedText *text)
{
  if (!contents->in_appendix) /* there is no block at all before the first appendix */
    return FALSE;
  ImportedBlock *block = &g_array_index (contents->out, ImportedBlock, contents->out->len - 1);
  if (block->kind != BLOCK_APPENDIX)
    return FALSE;
  if (line_begins (text->text, "(kem theo") || line_begins (text->text, "(ban hanh kem theo"))
    return TRUE;
  if ((paragraph->alignment != ALIGNED_CENTRE && !paragraph->is_title) || paragraph->n_pictures > 0
      || mark_read (text->text).kind == MARK_ROMAN)
    return FALSE;
  block->text.text = *block->text.text
                       ? arena_printf (contents->arena, "%s %s", block->text.text, text->text)
                       : text->text;
  return TRUE;
}

/* --- lines of official documents --- */

/* Who decides, on which grounds, and the word of the decision. */
static const char *
role_of (Contents *contents, const FlowParagraph *paragraph, const ImportedText *text)
{
  if (contents->recognition->imported->kind != IMPORTED_TYPED)
    return NULL;
  if (paragraph->alignment == ALIGNED_CENTRE && line_is_capitals (text->text)) {
    gboolean is_order = g_str_has_suffix (text->text, ":");
    if (is_order)
      contents->before_order = FALSE;
    return is_order ? "verb" : contents->before_order ? "authority" : NULL;
  }
  static const char *const grounds[] = { "can cu ", "theo de nghi ", "xet ", "thuc hien " };
  for (guint i = 0; i < G_N_ELEMENTS (grounds) && contents->before_order; i++)
    if (line_begins (text->text, grounds[i])
        && (paragraph->is_italic || g_str_has_suffix (text->text, ";")))
      return "basis";
  return NULL;
}

/* --- paragraphs and items --- */

static void
add_plain (Contents *contents, const FlowParagraph *paragraph, const ImportedText *text)
{
  const char *role = role_of (contents, paragraph, text);
  ImportedBlock *block = add_block (contents, BLOCK_PARAGRAPH);

  block->text = *text;
  block->is_box = paragraph->is_box;
  block->role = role;
  if (role) /* its look is that of its role */
    block->text.n_spans = 0;
  /* what stands within an article goes on below it; other lists are over */
  contents->n_items = contents->n_items > 0 && contents->items[0] == MARK_ARTICLE ? 1 : 0;
}

static void
add_item (Contents *contents, const ImportedText *text, const Mark *mark)
{
  guint level = level_of (mark->kind, contents->items, &contents->n_items);
  ImportedBlock *block = add_block (contents, BLOCK_ITEM);

  block->level = level;
  block->number = arena_copy (contents->arena, mark->text);
  block->text = imported_text_from (contents->arena, text, mark->length);
}

/* “Bước 2: …” is the second item of the way at hand. */
static void
add_step (Contents *contents, const ImportedText *text, const char *label, gsize length)
{
  ImportedBlock *block = add_block (contents, BLOCK_ITEM);

  contents->n_steps++;
  block->level = 1;
  block->number = arena_printf (contents->arena, "%u.", contents->n_steps);
  block->label = label;
  block->text = imported_text_from (contents->arena, text, length);
}

static gboolean
take_step (Contents *contents, const FlowParagraph *paragraph, const ImportedText *text)
{
  gsize length = 0;

  if (is_official (contents))
    return FALSE;
  if (paragraph->number && mark_step (paragraph->number, &length) > 0) {
    add_step (contents, text, paragraph->number, 0);
    return TRUE;
  }
  if (mark_step (text->text, &length) == 0 || !text->text[length])
    return FALSE;
  g_autofree char *label = g_strndup (text->text, length);
  add_step (contents, text, arena_copy (contents->arena, label), length);
  return TRUE;
}

static gboolean
is_way (const Contents *contents, const FlowParagraph *paragraph, const ImportedText *text)
{
  return !is_official (contents) && paragraph->is_bold && begins_counted (text->text, "cach ")
         && g_utf8_strlen (text->text, -1) < MAX_HEADING;
}

/* Over a table of contents, which loa makes itself. */
static gboolean
is_contents_title (const Contents *contents, const ImportedText *text)
{
  g_autofree char *folded = text_fold (text->text);
  return contents->recognition->imported->flow->has_contents && strcmp (folded, "muc luc") == 0;
}

static void
read_line (Contents *contents, const FlowParagraph *paragraph, const ImportedText *text,
           gboolean is_first)
{
  const char *number = is_first ? paragraph->number : NULL;
  Mark mark = number ? mark_of_number (number) : mark_read (text->text);

  if (is_contents_title (contents, text) || take_appendix_title (contents, paragraph, text))
    return;
  if (opens_annex (contents, paragraph, text)) {
    add_appendix (contents, paragraph, text);
    return;
  }
  contents->in_appendix = FALSE;
  if (take_caption (contents, paragraph, text) || take_step (contents, paragraph, text))
    return;
  if (is_way (contents, paragraph, text)
      || (is_first && is_heading (contents, paragraph, text, &mark)))
    add_heading (contents, paragraph, text, &mark);
  else if (mark.kind >= MARK_ROMAN && (number || text->text[mark.length]))
    add_item (contents, text, &mark);
  else
    add_plain (contents, paragraph, text);
}

/* A soft break ends a line, and a line is a paragraph to us. */
static void
read_paragraph (Contents *contents, const FlowParagraph *paragraph)
{
  gboolean is_first = TRUE;

  if (paragraph->is_box && !flow_paragraph_is_empty (paragraph))
    recognition_find (contents->recognition, FINDING_TEXT_BOX, paragraph, NULL);
  for (gsize start = 0; paragraph->text[start] || start == 0;) {
    gsize end = start + strcspn (paragraph->text + start, "\n");
    ImportedText text = imported_text (contents->arena, paragraph, start, end);
    if (*text.text && !line_is_rule (text.text)) {
      read_line (contents, paragraph, &text, is_first);
      is_first = FALSE;
    }
    if (!paragraph->text[end])
      break;
    start = end + 1;
  }
  if (paragraph->notes && contents->out->len > 0 && !is_first)
    g_array_index (contents->out, ImportedBlock, contents->out->len - 1).notes = paragraph->notes;
  add_pictures (contents, paragraph);
}

/* --- tables --- */

static void read_blocks (Contents *contents, const GPtrArray *blocks);

/* Cells one after the other: a frame, or pictures beside each other. */
static void
read_in_order (Contents *contents, const FlowTable *table)
{
  guint outer = contents->layout;

  contents->layout = contents->out->len + 1;
  for (guint row = 0; row < table->rows->len; row++) {
    const FlowRow *cells = table->rows->pdata[row];
    for (guint i = 0; i < cells->cells->len; i++)
      read_blocks (contents, ((FlowCell *) cells->cells->pdata[i])->blocks);
  }
  contents->layout = outer;
}

/* Pictures in the cells of a real table come behind it. */
static void
add_table_pictures (Contents *contents, const FlowTable *table)
{
  for (guint row = 0; row < table->rows->len; row++) {
    const FlowRow *cells = table->rows->pdata[row];
    for (guint i = 0; i < cells->cells->len; i++) {
      const GPtrArray *blocks = ((FlowCell *) cells->cells->pdata[i])->blocks;
      for (guint n = 0; n < blocks->len; n++)
        if (((FlowBlock *) blocks->pdata[n])->paragraph)
          add_pictures (contents, ((FlowBlock *) blocks->pdata[n])->paragraph);
    }
  }
}

static void
read_table (Contents *contents, const FlowTable *table)
{
  gboolean nested = FALSE;

  if (table->rows->len == 0 || table->n_columns == 0)
    return;
  if (grid_is_box (table) || grid_is_layout (table)) {
    read_in_order (contents, table);
    return;
  }
  const ImportedTable *made = grid_read (contents->arena, table, &nested);
  ImportedBlock *block = add_block (contents, BLOCK_TABLE);
  block->table = made;
  block->is_landscape = table->is_landscape && !contents->is_landscape;
  contents->in_appendix = FALSE;
  contents->n_items = 0;
  if (made->is_merged)
    recognition_find (contents->recognition, FINDING_TABLE_MERGED, NULL, made->header[0].text);
  if (nested)
    recognition_find (contents->recognition, FINDING_TABLE_NESTED, NULL, made->header[0].text);
  add_table_pictures (contents, table);
}

static void
read_blocks (Contents *contents, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    const FlowBlock *block = blocks->pdata[i];
    if (block->table)
      read_table (contents, block->table);
    else
      read_paragraph (contents, block->paragraph);
  }
}

/* --- the whole --- */

/* Twelve digits that begin with 0 are a citizen's identity number. */
static gboolean
has_identity_number (const char *text)
{
  for (const char *p = text; *p; p++) {
    gsize n = 0;
    while (g_ascii_isdigit (p[n]))
      n++;
    if (n == 12 && *p == '0')
      return TRUE;
    p += n > 0 ? n - 1 : 0;
  }
  return FALSE;
}

static void
look_for_people (Contents *contents)
{
  for (guint i = 0; i < contents->out->len; i++) {
    const ImportedBlock *block = &g_array_index (contents->out, ImportedBlock, i);
    gboolean found = block->text.text && has_identity_number (block->text.text);
    for (guint n = 0; block->table && n < block->table->n_rows * block->table->n_columns; n++)
      found |= has_identity_number (block->table->cells[n].text);
    if (found) {
      recognition_find (contents->recognition, FINDING_PERSONAL_DATA, NULL, NULL);
      return;
    }
  }
}

/* Before the order of a decision stand its grounds; a document without an order has none. */
static gboolean
has_order (const Recognition *recognition)
{
  for (guint i = recognition->body; i < recognition->blocks->len; i++) {
    const FlowParagraph *paragraph = ((FlowBlock *) recognition->blocks->pdata[i])->paragraph;
    if (paragraph && paragraph->alignment == ALIGNED_CENTRE && line_is_capitals (paragraph->text)
        && g_str_has_suffix (paragraph->text, ":"))
      return TRUE;
  }
  return FALSE;
}

void
contents_recognise (Recognition *recognition)
{
  Contents contents = { .recognition = recognition,
                        .arena = recognition->arena,
                        .out = recognition->imported->blocks,
                        .before_order = has_order (recognition) };

  for (guint i = 0; i < recognition->leftovers->len; i++)
    read_paragraph (&contents, recognition->leftovers->pdata[i]);
  for (guint i = 0; i < recognition->blocks->len; i++) {
    const FlowBlock *block = recognition->blocks->pdata[i];
    contents.is_behind = is_official (&contents) && i >= recognition->end;
    if (recognition->taken[i])
      continue;
    if (block->table)
      read_table (&contents, block->table);
    else
      read_paragraph (&contents, block->paragraph);
  }
  look_for_people (&contents);
}
