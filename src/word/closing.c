/* SPDX-License-Identifier: MIT */
/* The last table, or the last paragraphs: who gets a copy on the left, who signs on the right. */
#include "text/fold.h"
#include "word/lines.h"
#include "word/mark.h"
#include "word/recognition.h"

#include <string.h>

#define COPIES          "noi nhan"
#define MAX_TITLE_WORDS 12
#define MAX_NAME_WORDS  7
#define MAX_TAIL        14 /* paragraphs from the end among which a signature is looked for */

/* TRUE when the line says for whom or by whose order somebody signs: “KT. CHỦ TỊCH”. */
static gboolean
line_is_authority (const char *line)
{
  static const char *const words[] = { "TM.", "KT.",  "TL.", "TUQ.", "Q.", "TM ",
                                       "KT ", "TUN.", "T/M", "K/T",  "T/L" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (line, words[i]))
      return TRUE;
  return FALSE;
}

static guint
count_words (const char *text)
{
  guint n = *text != '\0';

  for (const char *p = text; *p; p++)
    n += *p == ' ';
  return n;
}

/* TRUE for “KT. CHỦ TỊCH”, “GIÁM ĐỐC”: capitals that may be by what somebody signs. */
static gboolean
is_title (const char *line)
{
  static const char *const words[] = {
    "CHỦ ",       "PHÓ ",      "GIÁM ĐỐC", "TỔNG ",      "TRƯỞNG ", "CHÁNH ",   "HIỆU ",
    "THỦ TRƯỞNG", "TỔ TRƯỞNG", "BÍ THƯ",   "VIỆN ",      "CỤC ",    "CHI CỤC ", "BỘ TRƯỞNG",
    "THỨ TRƯỞNG", "NGƯỜI ",    "ĐẠI DIỆN", "ĐỘI TRƯỞNG", "THƯ KÝ",
  };

  if (!line_is_capitals (line) || count_words (line) > MAX_TITLE_WORDS)
    return FALSE;
  if (line_is_authority (line))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (line, words[i]))
      return TRUE;
  return FALSE;
}

/* --- Nơi nhận --- */

/* A line without a dash goes on with the one before it. */
static void
take_copies (Recognition *recognition, const GArray *lines)
{
  GPtrArray *copies = recognition->imported->copies;

  for (guint i = 0; i < lines->len; i++) {
    const FlowLine *line = &g_array_index (lines, FlowLine, i);
    const char *text = line->text;
    if (line_begins (text, COPIES)) {
      const char *colon = strchr (text, ':');
      text = colon ? colon + 1 + strspn (colon + 1, " ") : "";
    }
    if (line_begins (text, "xac nhan cua")) /* which loa prints on a giấy nghỉ phép */
      return;
    gboolean has_dash =
      mark_read (text).kind == MARK_DASH || g_strcmp0 (line->paragraph->number, "-") == 0;
    if (!*text)
      continue;
    if (has_dash || copies->len == 0)
      addressees_add (copies, recognition->arena, text);
    else
      copies->pdata[copies->len - 1] =
        arena_printf (recognition->arena, "%s %s", (char *) copies->pdata[copies->len - 1],
                      line_without_stop (recognition->arena, text));
  }
}

/* --- the signature --- */

/* “(Đã ký)”, “(Ký, ghi rõ họ tên)”, “[daky]”. */
static gboolean
is_note (const char *line)
{
  return *line == '(' || *line == '[' || line_begins (line, "da ky");
}

/* “Trần Thị Bình”, “ThS. Nguyễn Văn A”. */
static gboolean
is_name (const char *line)
{
  gunichar first = g_utf8_get_char (line);

  return !line_is_capitals (line) && g_unichar_isupper (first)
         && count_words (line) <= MAX_NAME_WORDS && strpbrk (line, ":;/0123456789") == NULL;
}

/* An office alone below the title: “GIÁM ĐỐC” over “SỞ TÀI CHÍNH”. */
static gboolean
goes_on_title (const GPtrArray *titles)
{
  const char *last = titles->len > 1 ? titles->pdata[titles->len - 1] : NULL;
  const char *above = titles->len > 1 ? titles->pdata[titles->len - 2] : NULL;

  return last && !is_title (last) && is_title (above) && !line_is_authority (above);
}

/* The last line that is a name, and above it capitals: for whom, and as what. */
static void
take_signature (Recognition *recognition, const GArray *lines)
{
  Arena *arena = recognition->arena;
  ImportedSigner signer = { flow_array (recognition->imported->flow), NULL, NULL };
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++) {
    const FlowLine *line = &g_array_index (lines, FlowLine, i);
    if (is_note (line->text))
      continue;
    if (is_name (line->text) && titles->len > 0)
      signer.name = line_without_stop (arena, line->text);
    else if (signer.name == NULL)
      g_ptr_array_add (titles, (gpointer) line->text);
  }
  if (titles->len == 0)
    return;
  if (goes_on_title (titles)) {
    titles->pdata[titles->len - 2] =
      arena_printf (arena, "%s %s", (char *) titles->pdata[titles->len - 2],
                    (char *) titles->pdata[titles->len - 1]);
    g_ptr_array_set_size (titles, titles->len - 1);
  }
  for (guint i = 0; i + 1 < titles->len; i++)
    g_ptr_array_add (signer.authority, titles->pdata[i]);
  signer.title = titles->pdata[titles->len - 1];
  g_array_append_val (recognition->imported->signers, signer);
}

/* --- in a table --- */

#define MAX_COLUMNS 8

/* The lines of a table of signatures: who gets copies, and one list for each column of signers. */
typedef struct {
  GArray *copies;               /* FlowLine */
  GArray *columns[MAX_COLUMNS]; /* the same */
} Columns;

static Columns *
columns_new (void)
{
  Columns *columns = g_new0 (Columns, 1);

  columns->copies = g_array_new (FALSE, FALSE, sizeof (FlowLine));
  for (guint i = 0; i < MAX_COLUMNS; i++)
    columns->columns[i] = g_array_new (FALSE, FALSE, sizeof (FlowLine));
  return columns;
}

static void
columns_free (Columns *columns)
{
  g_array_unref (columns->copies);
  for (guint i = 0; i < MAX_COLUMNS; i++)
    g_array_unref (columns->columns[i]);
  g_free (columns);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Columns, columns_free)

/* Cells in the column of Nơi nhận are copies; before it is found, the first column is. */
static void
read_cell (Recognition *recognition, const FlowCell *cell, gboolean is_left, gboolean is_behind,
           Columns *columns)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (FlowLine));

  lines_add_blocks (lines, recognition->arena, cell->blocks, is_behind);
  if (blocks_have_pictures (cell->blocks))
    recognition_find (recognition, FINDING_SEAL, NULL, NULL);
  for (guint i = 0; i < lines->len; i++) {
    const FlowLine *line = &g_array_index (lines, FlowLine, i);
    is_left |= line_begins (line->text, COPIES);
    g_array_append_vals (
      is_left ? columns->copies : columns->columns[MIN (cell->column, MAX_COLUMNS - 1)], line, 1);
  }
}

/* A title, and below it a name. */
static gboolean
is_signature (const GArray *lines)
{
  return lines->len > 1 && is_title (g_array_index (lines, FlowLine, 0).text)
         && is_name (g_array_index (lines, FlowLine, lines->len - 1).text);
}

/* Columns that are whole signatures are signers side by side; all others are one. */
static void
take_signers (Recognition *recognition, const Columns *columns)
{
  g_autoptr (GArray) whole = g_array_new (FALSE, FALSE, sizeof (FlowLine));
  gboolean are_whole = TRUE;

  for (guint i = 0; i < MAX_COLUMNS; i++) {
    const GArray *lines = columns->columns[i];
    are_whole &= lines->len == 0 || is_signature (lines);
    if (lines->len > 0)
      g_array_append_vals (whole, lines->data, lines->len);
  }
  for (guint i = 0; are_whole && i < MAX_COLUMNS; i++)
    if (columns->columns[i]->len > 0)
      take_signature (recognition, columns->columns[i]);
  if (!are_whole)
    take_signature (recognition, whole);
}

static void
read_table (Recognition *recognition, const FlowTable *table)
{
  g_autoptr (Columns) columns = columns_new ();
  gboolean has_copies = table_has (table, COPIES);

  for (guint row = 0; row < table->rows->len; row++) {
    const FlowRow *cells = table->rows->pdata[row];
    for (guint i = 0; i < cells->cells->len; i++) {
      const FlowCell *cell = cells->cells->pdata[i];
      gboolean is_left = has_copies && cell->column == 0 && cells->cells->len > 1;
      read_cell (recognition, cell, is_left, i > 0, columns);
    }
  }
  take_copies (recognition, columns->copies);
  take_signers (recognition, columns);
}

/* --- in paragraphs --- */

/* From “Nơi nhận:” on: dashes are copies, what stands behind a tab or in capitals signs. */
static gboolean
belongs (const FlowParagraph *paragraph, const GArray *lines, gboolean has_name)
{
  if (paragraph->outline >= 0 || (paragraph->starts_page && lines->len > 0))
    return FALSE;
  for (guint i = 0; i < lines->len; i++) {
    const FlowLine *line = &g_array_index (lines, FlowLine, i);
    if (line->is_right || mark_read (line->text).kind == MARK_DASH || paragraph->number
        || line_begins (line->text, COPIES) || is_note (line->text))
      continue;
    if (has_name || line_begins (line->text, "phu luc")
        || count_words (line->text) > MAX_TITLE_WORDS
        || !(line_is_capitals (line->text) || is_name (line->text)))
      return FALSE;
  }
  return TRUE;
}

static void
read_paragraphs (Recognition *recognition, guint from)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (FlowLine));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (FlowLine));
  gboolean has_name = FALSE;

  for (guint i = from; i < recognition->blocks->len; i++) {
    const FlowParagraph *paragraph = ((FlowBlock *) recognition->blocks->pdata[i])->paragraph;
    g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (FlowLine));
    if (paragraph == NULL)
      break;
    lines_add_paragraph (lines, recognition->arena, paragraph, FALSE);
    if (!belongs (paragraph, lines, has_name))
      break;
    if (paragraph->n_pictures > 0)
      recognition_find (recognition, FINDING_SEAL, paragraph, NULL);
    for (guint n = 0; n < lines->len; n++) {
      const FlowLine *line = &g_array_index (lines, FlowLine, n);
      gboolean is_left = !line->is_right
                         && (line_begins (line->text, COPIES) || paragraph->number
                             || mark_read (line->text).kind == MARK_DASH);
      has_name |= !is_left && is_name (line->text) && right->len > 0;
      g_array_append_vals (is_left ? left : right, line, 1);
    }
    recognition->taken[i] = TRUE;
    if (paragraph->ends_section)
      break;
  }
  take_copies (recognition, left);
  take_signature (recognition, right);
}

/* --- where it begins --- */

/* TRUE when nothing but a signature follows, up to the end or to what begins a page of its own: the
 * one who decides stands in capitals over the grounds of a decision, too. */
static gboolean
tail_signs (const Recognition *recognition, guint from)
{
  for (guint i = from; i < recognition->blocks->len; i++) {
    const FlowParagraph *paragraph = ((FlowBlock *) recognition->blocks->pdata[i])->paragraph;
    g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (FlowLine));
    if (paragraph == NULL)
      return FALSE;
    lines_add_paragraph (lines, recognition->arena, paragraph, FALSE);
    if (!belongs (paragraph, lines, FALSE))
      return i > from && (paragraph->starts_page || line_begins (paragraph->text, "phu luc"));
    if (paragraph->ends_section)
      return TRUE;
  }
  return TRUE;
}

/* The first of the last paragraphs before `end` that is a title; or the table of signatures before
 * it, which is read. `end` when there is neither. */
static guint
search_tail (Recognition *recognition, guint end)
{
  gboolean is_above = end < recognition->blocks->len; /* Nơi nhận: nothing comes between them */
  guint found = end;

  for (guint i = end; i > recognition->body && i + MAX_TAIL > end; i--) {
    const FlowBlock *block = recognition->blocks->pdata[i - 1];
    g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (FlowLine));
    if (block->table && !block->table->has_borders && found == end
        && block_has_line (recognition->arena, block, is_title)) {
      read_table (recognition, block->table);
      recognition->taken[i - 1] = TRUE;
      return end;
    }
    if (block->table)
      break;
    lines_add_paragraph (lines, recognition->arena, block->paragraph, FALSE);
    if (lines->len > 0 && is_title (g_array_index (lines, FlowLine, lines->len - 1).text))
      found = i - 1;
    else if (found < end || (is_above && !belongs (block->paragraph, lines, FALSE)))
      break;
  }
  return found;
}

/* The last block behind the letterhead that names those who get copies; `end` when there is none.
 */
static guint
find_copies (const Recognition *recognition, guint end)
{
  for (guint i = end; i > recognition->body; i--) {
    const FlowBlock *block = recognition->blocks->pdata[i - 1];
    if (recognition->taken[i - 1])
      continue;
    if (block->table
          ? table_has (block->table, COPIES)
          : line_begins (block->paragraph->text + strspn (block->paragraph->text, " \t"), COPIES))
      return i - 1;
  }
  return end;
}

/* --- the mark of a copy --- */

/* “SAO Y”, on the same sheet below all else. */
static gboolean
is_copy_form (const char *line)
{
  static const char *const forms[] = { "sao y", "sao y ban chinh", "sao luc", "trich sao", NULL };
  g_autofree char *folded = text_fold (line);
  return line_is_capitals (line) && g_strv_contains (forms, folded);
}

/* Who copied it says nothing of who signed it. Where the document ends before it. */
static guint
take_copy_mark (Recognition *recognition)
{
  guint n = recognition->blocks->len;

  for (guint i = recognition->body; i < n; i++)
    if (block_has_line (recognition->arena, recognition->blocks->pdata[i], is_copy_form)) {
      for (guint j = i; j < n; j++)
        recognition->taken[j] = TRUE;
      recognition_find (recognition, FINDING_COPY_MARK, NULL, NULL);
      return i;
    }
  return n;
}

/* Behind the last block that was taken up to `end`. */
static guint
behind_taken (const Recognition *recognition, guint end)
{
  for (guint i = end; i > recognition->body; i--)
    if (recognition->taken[i - 1])
      return i;
  return end;
}

/* Without Nơi nhận the end of the file is looked at; where those stand alone, what is above them.
 */
static void
read_closing (Recognition *recognition, guint n)
{
  guint found = find_copies (recognition, n);
  const FlowTable *table =
    found < n ? ((FlowBlock *) recognition->blocks->pdata[found])->table : NULL;

  if (table) {
    recognition->taken[found] = TRUE;
    read_table (recognition, table);
  }
  if (recognition->imported->signers->len > 0)
    return;
  guint start = search_tail (recognition, found);
  if (start < found && (found < n || tail_signs (recognition, start)))
    read_paragraphs (recognition, start);
  else if (found < n && table == NULL)
    read_paragraphs (recognition, found);
}

/* Of a paragraph without text. A seal lies over the signature, wherever the empty line stands that
 * holds it. */
static gboolean
is_seal (const FlowParagraph *paragraph)
{
  gboolean is_one = paragraph->n_pictures > 0;

  for (guint i = 0; i < paragraph->n_pictures; i++)
    is_one &= paragraph->pictures[i].floats && paragraph->pictures[i].alt == NULL;
  return is_one;
}

static void
take_seals (Recognition *recognition)
{
  guint first = recognition->body;

  while (first < recognition->blocks->len && !recognition->taken[first])
    first++;
  if (first == recognition->blocks->len)
    return;
  for (guint i = first; i > recognition->body; i--) {
    const FlowParagraph *paragraph = ((FlowBlock *) recognition->blocks->pdata[i - 1])->paragraph;
    if (paragraph == NULL || *paragraph->text)
      return;
    if (is_seal (paragraph)) {
      recognition->taken[i - 1] = TRUE;
      recognition_find (recognition, FINDING_SEAL, paragraph, NULL);
    }
  }
}

void
closing_recognise (Recognition *recognition)
{
  guint end = take_copy_mark (recognition);

  read_closing (recognition, end);
  take_seals (recognition);
  recognition->end = behind_taken (recognition, end);
}
