/* SPDX-License-Identifier: MIT */
/* Two columns, in a table of one to four rows, in text boxes or with tabs. Who issues stands left,
 * over the number; everything right is the country, its motto, the place and the date. Lines are
 * known by their words, never by their borders or sizes. */
#include "word/recognition.h"

#include "text/fold.h"
#include "word/lines.h"
#include "word/unfold.h"

#include <stdlib.h>
#include <string.h>

#define COUNTRY    "cong hoa xa hoi chu nghia viet nam"
#define PARTY      "dang cong san viet nam"
#define MOTTO      "doc lap"
#define MAX_SEARCH 30 /* blocks from the top in which the parts of a letterhead stand */

void
recognition_find (Recognition *recognition, FindingCode code, const FlowParagraph *paragraph,
                  const char *detail)
{
  finding_add (recognition->imported->flow->findings, recognition->arena, code,
               paragraph ? paragraph->place : 0, paragraph ? paragraph->text : NULL, detail);
}

/* The groups of a pattern in `text`, or NULL. Caller frees. */
static char **
match_groups (const char *pattern, const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, text, 0, &match) ? g_match_info_fetch_all (match) : NULL;
}

/* Digits alone: a blank that is to be filled in (“……”, “___”) is none. */
static char *
filled (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = text; *p; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (digits, *p);
  return g_string_free (digits, FALSE);
}

/* “UBND – VX …” → “UBND-VX”: Word makes dashes of hyphens, and dots wait for a clerk. */
static const char *
clean_symbol (Arena *arena, const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2014)
      g_string_append_c (clean, '-');
    else if (c != 0x2026 && strchr (".;,", *p) == NULL)
      g_string_append_unichar (clean, c);
  }
  g_string_replace (clean, " -", "-", 0);
  g_string_replace (clean, "- ", "-", 0);
  return arena_copy (arena, g_strstrip (clean->str));
}

/* “Số: 0412/SVHTT-TTCS”, “Số:      /UBND-VX”, “Số/No.: 12/SNgV”; of the Party “Số 05-CV/ĐU”. */
gboolean
letterhead_take_number (Recognition *recognition, const char *line)
{
  Imported *imported = recognition->imported;
  g_auto (GStrv) groups = match_groups (
    imported->is_party ? "^số\\s*:?\\s*([\\d.…_ ]*[a-z]?)\\s*[-–]\\s*(\\S[^/]*/.*)$"
                       : "^số(?:\\s*/\\s*(?:no|ref)\\b\\.?)?\\s*:?\\s*([\\d.…_\\- ]*[a-z]?)\\s*/"
                         "\\s*(\\S.*)$",
    line);

  if (groups == NULL || imported->symbol)
    return FALSE;
  g_autofree char *number = filled (groups[1]);
  imported->number = *number ? arena_copy (recognition->arena, number) : NULL;
  imported->symbol = clean_symbol (recognition->arena, groups[2]);
  return TRUE;
}

/* What is known of a date that is not whole. */
static const char *
known_part (Arena *arena, const char *month, const char *year)
{
  if (*month && *year)
    return arena_printf (arena, "tháng %s năm %s", month, year);
  return *year ? arena_printf (arena, "năm %s", year) : NULL;
}

/* “Hà Phong, ngày 06 tháng 3 năm 2026”, “Hà Phong, ngày 06/3/2026”. */
static gboolean
take_date (Recognition *recognition, const char *line)
{
  Imported *imported = recognition->imported;
  g_auto (GStrv) groups = match_groups ("^(.+?)\\s*,\\s*ngày\\s*([\\d.…_ ]*)\\s*(?:tháng|/)"
                                        "\\s*([\\d.…_ ]*)\\s*(?:năm|/)\\s*([\\d.…_ ]*)",
                                        line);

  if (groups == NULL || imported->place)
    return FALSE;
  g_autofree char *day = filled (groups[2]);
  g_autofree char *month = filled (groups[3]);
  g_autofree char *year = filled (groups[4]);
  imported->place = arena_copy (recognition->arena, groups[1]);
  if (strlen (year) == 4 && date_exists (atoi (year), atoi (month), atoi (day)))
    imported->date = (Date){ atoi (year), atoi (month), atoi (day) };
  else
    imported->known_date = known_part (recognition->arena, month, year);
  return TRUE;
}

/* --- the two columns --- */

static gboolean
is_party (const char *line)
{
  g_autofree char *folded = text_fold (line);
  return strcmp (folded, PARTY) == 0 && line_is_capitals (line);
}

/* The line that says which state, or which party, this comes from: in capitals, or alone. A
 * sentence that speaks of it is none. */
static gboolean
is_country (const char *line)
{
  g_autofree char *folded = text_fold (line);

  return is_party (line) || strcmp (folded, COUNTRY) == 0
         || (strstr (folded, COUNTRY) && strstr (line, "CHỦ NGHĨA VIỆT NAM"));
}

/* Where in the lines of the left column we are. */
typedef enum {
  LEFT_ISSUER,
  LEFT_NUMBER,
  LEFT_SUBJECT,
} LeftPart;

static const char *
subject_of (const char *line)
{
  static const char *const words[] = { "V/v", "V/V", "v/v", "Về việc", "VỀ VIỆC", "về việc" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (line, words[i])) {
      const char *rest = line + strlen (words[i]);
      return rest + strspn (rest, " :");
    }
  return NULL;
}

static void
add_leftover (Recognition *recognition, const FlowLine *line)
{
  FlowParagraph *paragraph = arena_alloc (recognition->arena, sizeof (FlowParagraph));

  paragraph->text = line->text;
  paragraph->place = line->paragraph->place;
  paragraph->is_box = line->paragraph->is_box;
  paragraph->outline = -1;
  g_ptr_array_add (recognition->leftovers, paragraph);
}

/* “DỰ THẢO”, in a box or not, says that it is one. */
static gboolean
take_draft (Recognition *recognition, const FlowLine *line)
{
  if (!line_begins (line->text, "du thao") || strlen (line->text) > 40)
    return FALSE;
  recognition->imported->is_draft = TRUE;
  return TRUE;
}

/* “HỎA TỐC” in its red frame. */
static gboolean
take_urgency (Recognition *recognition, const char *line)
{
  static const struct {
    const char *folded, *word;
  } urgencies[] = { { "khan", "khẩn" },
                    { "thuong khan", "thượng khẩn" },
                    { "hoa toc", "hỏa tốc" } };
  g_autofree char *folded = text_fold (line);

  for (guint i = 0; i < G_N_ELEMENTS (urgencies) && line_is_capitals (line); i++)
    if (strcmp (folded, urgencies[i].folded) == 0) {
      recognition->imported->urgency = urgencies[i].word;
      return TRUE;
    }
  return FALSE;
}

/* What may stand in either column, and between letterhead and text. */
static gboolean
take_anywhere (Recognition *recognition, const FlowLine *line)
{
  return take_draft (recognition, line) || take_date (recognition, line->text)
         || take_urgency (recognition, line->text);
}

static void
add_subject (Recognition *recognition, const char *more)
{
  Imported *imported = recognition->imported;
  imported->subject = imported->subject && *imported->subject
                        ? arena_printf (recognition->arena, "%s %s", imported->subject, more)
                        : more;
}

/* The names of the issuer, to be told apart once all are there. */
static void
take_left (Recognition *recognition, const GArray *lines, GArray *issuer, gboolean in_boxes)
{
  LeftPart part = LEFT_ISSUER;

  for (guint i = 0; i < lines->len; i++) {
    const FlowLine *line = &g_array_index (lines, FlowLine, i);
    const char *subject = subject_of (line->text);
    if (take_anywhere (recognition, line))
      continue;
    if (letterhead_take_number (recognition, line->text)) {
      part = LEFT_NUMBER;
    } else if (subject && part != LEFT_SUBJECT) {
      add_subject (recognition, subject);
      part = LEFT_SUBJECT;
    } else if (part == LEFT_SUBJECT && !line->after_gap) {
      add_subject (recognition, line->text);
    } else if (part == LEFT_ISSUER && (in_boxes || !line->paragraph->is_box)) {
      g_array_append_val (issuer, *line);
    } else {
      add_leftover (recognition, line);
    }
  }
}

/* In letters to foreigners all of it stands there in English, too. */
static gboolean
is_translation (const char *line)
{
  static const char pattern[] = "^socialist republic|^independence\\b|"
                                ", (?:\\d{1,2} )?(?:january|february|march|april|may|june|july|"
                                "august|september|october|november|december)\\b.* \\d{4}$";
  return g_regex_match_simple (pattern, line, G_REGEX_CASELESS, 0);
}

static void
take_right (Recognition *recognition, const GArray *lines)
{
  for (guint i = 0; i < lines->len; i++) {
    const FlowLine *line = &g_array_index (lines, FlowLine, i);
    if (!is_country (line->text) && !line_begins (line->text, MOTTO) && !is_translation (line->text)
        && !letterhead_take_number (recognition, line->text) && !take_anywhere (recognition, line))
      add_leftover (recognition, line);
  }
}

/* Lines that are not bold stand for who is above (cơ quan chủ quản), bold ones for who issues; all
 * of one look are one name in several lines. */
static void
settle_issuer (Recognition *recognition, const GArray *issuer)
{
  Imported *imported = recognition->imported;
  guint n_parents = 0;

  while (n_parents < issuer->len && !g_array_index (issuer, FlowLine, n_parents).is_bold)
    n_parents++;
  if (n_parents == issuer->len)
    n_parents = 0;
  for (guint i = 0; i < issuer->len; i++)
    g_ptr_array_add (i < n_parents ? imported->parent_lines : imported->name_lines,
                     (gpointer) g_array_index (issuer, FlowLine, i).text);
}

static void
take_columns (Recognition *recognition, const GArray *left, const GArray *right, gboolean in_boxes)
{
  g_autoptr (GArray) issuer = g_array_new (FALSE, FALSE, sizeof (FlowLine));

  take_left (recognition, left, issuer, in_boxes);
  take_right (recognition, right);
  settle_issuer (recognition, issuer);
}

/* --- in a table --- */

static gboolean
cell_has_country (const FlowCell *cell, Arena *arena)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (FlowLine));

  lines_add_blocks (lines, arena, cell->blocks, FALSE);
  for (guint i = 0; i < lines->len; i++)
    if (is_country (g_array_index (lines, FlowLine, i).text))
      return TRUE;
  return FALSE;
}

/* The column of the country's name; 0 when it has none to its left. */
static guint
country_column (const FlowTable *table, Arena *arena)
{
  for (guint row = 0; row < table->rows->len; row++) {
    const FlowRow *cells = table->rows->pdata[row];
    for (guint i = 0; i < cells->cells->len; i++)
      if (cell_has_country (cells->cells->pdata[i], arena))
        return ((FlowCell *) cells->cells->pdata[i])->column;
  }
  return 0;
}

/* A letterhead in one column: the country, its motto and the date are known by their words. */
static gboolean
is_national (const char *line)
{
  return is_country (line) || line_begins (line, MOTTO) || line_has (line, ", ngay");
}

/* A row with the number left and the date right may have other columns than the one above it: the
 * last cell of a row is the right one. */
static void
read_table (Recognition *recognition, const FlowTable *table)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (FlowLine));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (FlowLine));
  guint column = country_column (table, recognition->arena);

  for (guint row = 0; row < table->rows->len; row++) {
    const FlowRow *cells = table->rows->pdata[row];
    for (guint i = 0; i < cells->cells->len; i++) {
      const FlowCell *cell = cells->cells->pdata[i];
      g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (FlowLine));
      gboolean is_right =
        column > 0 && (cell->column >= column || (i > 0 && i + 1 == cells->cells->len));
      lines_add_blocks (lines, recognition->arena, cell->blocks, is_right);
      for (guint n = 0; n < lines->len; n++) {
        const FlowLine *line = &g_array_index (lines, FlowLine, n);
        gboolean goes_right = is_right || is_national (line->text);
        g_array_append_vals (goes_right ? right : left, line, 1);
      }
    }
  }
  take_columns (recognition, left, right, FALSE);
}

/* --- in paragraphs --- */

/* TRUE while a paragraph is still part of a letterhead without a table. */
static gboolean
is_letterhead (const GArray *lines, gboolean has_number)
{
  for (guint i = 0; i < lines->len; i++) {
    const FlowLine *line = &g_array_index (lines, FlowLine, i);
    if (line_begins (line->text, "kinh gui") || line_letter_type (line->text))
      return FALSE;
    if (is_national (line->text) || line_begins (line->text, "so") || subject_of (line->text))
      continue;
    if (has_number || !line_is_capitals (line->text))
      return FALSE;
  }
  return TRUE;
}

/* From the first paragraph on, until something is none of it. Where the country stands in a text
 * box, both columns do. */
static guint
read_paragraphs (Recognition *recognition, guint n)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (FlowLine));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (FlowLine));
  gboolean in_boxes = ((FlowBlock *) recognition->blocks->pdata[n])->paragraph->is_box;
  gboolean has_number = FALSE;
  guint i = 0;

  for (; i < MIN (recognition->blocks->len, n + MAX_SEARCH); i++) {
    const FlowBlock *block = recognition->blocks->pdata[i];
    g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (FlowLine));
    if (block->paragraph == NULL)
      break;
    lines_add_paragraph (lines, recognition->arena, block->paragraph, FALSE);
    if (i > n && !(in_boxes && block->paragraph->is_box) && !is_letterhead (lines, has_number))
      break;
    for (guint at = 0; at < lines->len; at++) {
      const FlowLine *line = &g_array_index (lines, FlowLine, at);
      has_number |= line_begins (line->text, "so:") || line_begins (line->text, "so ");
      g_array_append_vals (is_national (line->text) ? right : left, line, 1);
    }
  }
  take_columns (recognition, left, right, in_boxes);
  return i;
}

/* --- what stands between the table and the body --- */

/* FALSE when one of them is no part of a letterhead. Below a soft break V/v goes on. */
static gboolean
take_between (Recognition *recognition, const GArray *lines)
{
  gboolean in_subject = FALSE;

  for (guint i = 0; i < lines->len; i++) {
    const FlowLine *line = &g_array_index (lines, FlowLine, i);
    const char *subject = recognition->imported->subject || line_letter_type (line->text)
                            ? NULL
                            : subject_of (line->text);
    if (letterhead_take_number (recognition, line->text) || take_anywhere (recognition, line))
      continue;
    if (subject == NULL && !in_subject)
      return FALSE;
    in_subject = TRUE;
    add_subject (recognition, subject ? subject : line->text);
  }
  return TRUE;
}

/* Number, date and V/v may stand in paragraphs of their own. */
static guint
read_between (Recognition *recognition, guint from)
{
  guint last = from;

  for (guint i = from; i < MIN (recognition->blocks->len, from + 8); i++) {
    const FlowBlock *block = recognition->blocks->pdata[i];
    if (block->paragraph == NULL || line_begins (block->paragraph->text, "kinh gui"))
      break;
    g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (FlowLine));
    lines_add_paragraph (lines, recognition->arena, block->paragraph, FALSE);
    if (!take_between (recognition, lines))
      break;
    if (lines->len > 0)
      last = i + 1;
  }
  return last;
}

/* --- the whole --- */

static void
join_symbol (Imported *imported)
{
  if (imported->subject)
    imported->subject = line_without_stop (imported->flow->arena, imported->subject);
}

/* The block with the country's name; blocks->len: there is none. */
static guint
find_country (Arena *arena, const GPtrArray *blocks)
{
  for (guint i = 0; i < MIN (blocks->len, MAX_SEARCH); i++)
    if (block_has_line (arena, blocks->pdata[i], is_country))
      return i;
  return blocks->len;
}

/* A letterhead that was put into the header of the page becomes the first block. */
static guint
find_in_headers (Recognition *recognition)
{
  const GPtrArray *headers = recognition->imported->flow->headers;
  guint found = find_country (recognition->arena, headers);

  if (found == headers->len || ((FlowBlock *) headers->pdata[found])->table == NULL)
    return recognition->blocks->len;
  g_ptr_array_insert (recognition->blocks, 0, headers->pdata[found]);
  recognition->taken = g_renew (gboolean, recognition->taken, recognition->blocks->len);
  memset (recognition->taken, 0, sizeof (gboolean) * recognition->blocks->len);
  return 0;
}

void
letterhead_take_repeated (Recognition *recognition)
{
  for (guint i = recognition->end; i < recognition->blocks->len; i++)
    recognition->taken[i] |=
      block_has_line (recognition->arena, recognition->blocks->pdata[i], is_country);
}

void
letterhead_unfold (Flow *flow)
{
  for (guint found; (found = find_country (flow->arena, flow->blocks)) < flow->blocks->len
                    && table_unfold (flow, flow->blocks, found);)
    ;
}

gboolean
letterhead_recognise (Recognition *recognition)
{
  guint found = find_country (recognition->arena, recognition->blocks);

  if (found == recognition->blocks->len)
    found = find_in_headers (recognition);
  if (found == recognition->blocks->len)
    return FALSE;
  recognition->imported->is_party =
    block_has_line (recognition->arena, recognition->blocks->pdata[found], is_party);
  const FlowTable *table = ((FlowBlock *) recognition->blocks->pdata[found])->table;
  guint end;
  if (table) {
    read_table (recognition, table);
    end = read_between (recognition, found + 1);
    for (guint i = found; i < end; i++)
      recognition->taken[i] = TRUE;
  } else {
    end = read_paragraphs (recognition, found);
    for (guint i = 0; i < end; i++)
      recognition->taken[i] = TRUE;
  }
  join_symbol (recognition->imported);
  recognition->body = end;
  return TRUE;
}
