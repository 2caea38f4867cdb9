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
  static const char *const words[] = { "TM.", "KT.", "TL.", "TUQ.", "Q.", "TM ", "KT ", "TUN." };

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

/* The last line that is a name, and above it capitals: for whom, and as what. */
static void
take_signature (Recognition *recognition, const GArray *lines)
{
  Imported *imported = recognition->imported;
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++) {
    const FlowLine *line = &g_array_index (lines, FlowLine, i);
    if (is_note (line->text))
      continue;
    if (is_name (line->text) && titles->len > 0)
      imported->signer_name = line_without_stop (recognition->arena, line->text);
    else if (imported->signer_name == NULL)
      g_ptr_array_add (titles, (gpointer) line->text);
  }
  for (guint i = 0; i + 1 < titles->len; i++)
    g_ptr_array_add (imported->authority, titles->pdata[i]);
  if (titles->len > 0)
    imported->signer_title = titles->pdata[titles->len - 1];
}

/* --- in a table --- */

/* Cells in the column of Nơi nhận are the left half; before it is found, the first column is. */
static void
read_table (Recognition *recognition, const FlowTable *table)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (FlowLine));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (FlowLine));

  for (guint row = 0; row < table->rows->len; row++) {
    const FlowRow *cells = table->rows->pdata[row];
    for (guint i = 0; i < cells->cells->len; i++) {
      const FlowCell *cell = cells->cells->pdata[i];
      g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (FlowLine));
      lines_add_blocks (lines, recognition->arena, cell->blocks, i > 0);
      if (blocks_have_pictures (cell->blocks))
        recognition_find (recognition, FINDING_SEAL, NULL, NULL);
      gboolean is_left = cell->column == 0 && cells->cells->len > 1;
      for (guint n = 0; n < lines->len; n++) {
        const FlowLine *line = &g_array_index (lines, FlowLine, n);
        is_left |= line_begins (line->text, COPIES);
        g_array_append_vals (is_left ? left : right, line, 1);
      }
    }
  }
  take_copies (recognition, left);
  take_signature (recognition, right);
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

/* --- without Nơi nhận --- */

/* Capitals that may be the office of who signs. */
static gboolean
is_title (const char *line)
{
  static const char *const words[] = {
    "CHỦ ",     "PHÓ ",       "GIÁM ĐỐC",   "TỔNG ",  "TRƯỞNG ",  "CHÁNH ",
    "HIỆU ",    "THỦ TRƯỞNG", "TỔ TRƯỞNG",  "BÍ THƯ", "VIỆN ",    "CỤC ",
    "CHI CỤC ", "BỘ TRƯỞNG",  "THỨ TRƯỞNG", "NGƯỜI ", "ĐẠI DIỆN", "ĐỘI TRƯỞNG",
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

static gboolean
table_signs (Arena *arena, const FlowTable *table)
{
  g_autoptr (GArray) lines = table_lines (arena, table);

  for (guint i = 0; i < lines->len && !table->has_borders; i++)
    if (is_title (g_array_index (lines, FlowLine, i).text))
      return TRUE;
  return FALSE;
}

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

/* The first of the last paragraphs that is a title, when a name follows. */
static void
search_tail (Recognition *recognition)
{
  guint n = recognition->blocks->len, found = n;

  for (guint i = n; i > recognition->body && i + MAX_TAIL > n; i--) {
    const FlowBlock *block = recognition->blocks->pdata[i - 1];
    g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (FlowLine));
    if (block->table && table_signs (recognition->arena, block->table)) {
      read_table (recognition, block->table);
      recognition->taken[i - 1] = TRUE;
      return;
    }
    if (block->table)
      return;
    lines_add_paragraph (lines, recognition->arena, block->paragraph, FALSE);
    if (lines->len > 0 && is_title (g_array_index (lines, FlowLine, lines->len - 1).text))
      found = i - 1;
    else if (found < n)
      break;
  }
  if (found < n && tail_signs (recognition, found))
    read_paragraphs (recognition, found);
}

/* The last block behind the letterhead that names those who get copies. */
static guint
find_copies (const Recognition *recognition)
{
  for (guint i = recognition->blocks->len; i > recognition->body; i--) {
    const FlowBlock *block = recognition->blocks->pdata[i - 1];
    if (recognition->taken[i - 1])
      continue;
    if (block->table
          ? table_has (block->table, COPIES)
          : line_begins (block->paragraph->text + strspn (block->paragraph->text, " \t"), COPIES))
      return i - 1;
  }
  return recognition->blocks->len;
}

void
closing_recognise (Recognition *recognition)
{
  guint found = find_copies (recognition);

  if (found == recognition->blocks->len) {
    search_tail (recognition);
  } else if (((FlowBlock *) recognition->blocks->pdata[found])->table) {
    recognition->taken[found] = TRUE;
    read_table (recognition, ((FlowBlock *) recognition->blocks->pdata[found])->table);
  } else {
    read_paragraphs (recognition, found);
  }
}
