/* SPDX-License-Identifier: MIT */
/* Between letterhead and body: the type of the document with its subject, or those it is sent to.
 */
#include "text/fold.h"
#include "word/lines.h"
#include "word/mark.h"
#include "word/recognition.h"

#include <string.h>

#define MAX_SEARCH 60 /* blocks behind the letterhead */

/* --- whom it is for, and who says so --- */

/* “Kính gửi: …”, “Ủy ban nhân dân xã trân trọng kính mời: …”, “GIÁM ĐỐC SỞ B điện:”. */
static const struct {
  const char *words;       /* folded */
  OfficialAddress address; /* of the kinds in which they mean that; ADDRESS_REQUIRED: in all */
  gboolean may_go_on;      /* without a colon; a sentence may begin with the others */
  gboolean introduces;     /* and names nobody; in the kinds that do so */
} addresses[] = {
  { "kinh gui", ADDRESS_REQUIRED, TRUE, FALSE },
  { "kinh trinh", ADDRESS_REQUIRED, FALSE, FALSE },
  { "tran trong kinh moi", ADDRESS_INVITES, FALSE, FALSE },
  { "kinh moi", ADDRESS_INVITES, FALSE, FALSE },
  { "dien", ADDRESS_WIRE, FALSE, FALSE },
  { "tran trong gioi thieu", ADDRESS_NONE, FALSE, TRUE },
};

static gboolean
is_row_of (const OfficialKind *kind, guint row)
{
  return addresses[row].introduces
           ? kind->introduction != NULL
           : addresses[row].address == ADDRESS_REQUIRED || addresses[row].address == kind->address;
}

/* An address in a line: who says so, which row it is, and what stands behind. */
typedef struct {
  const char *rest; /* of the line */
  gsize issuer;     /* bytes of the line before the words, without blanks; 0: nobody is named */
  guint row;
} Address;

/* The place in `line` of a byte of its folded text, which has as many letters. */
static const char *
unfolded (const char *line, const char *folded, const char *at)
{
  return g_utf8_offset_to_pointer (line, g_utf8_strlen (folded, at - folded));
}

/* Where the words of a row end in `folded`, or NULL when they do not stand there as a label. */
static const char *
find_label (const char *folded, guint row, const char **start)
{
  gboolean may_go_on = addresses[row].may_go_on;
  const char *found = strstr (folded, addresses[row].words);

  if (found == NULL || (found > folded && (may_go_on || found[-1] != ' ')))
    return NULL;
  const char *end = found + strlen (addresses[row].words);
  const char *next = end + strspn (end, " ");
  *start = found;
  return *next == ':' || (*next == '\0' && found == folded) || (may_go_on && next > end) ? end
                                                                                         : NULL;
}

static gboolean
read_address (const Recognition *recognition, const char *line, Address *address)
{
  g_autofree char *folded = text_fold (line);
  const OfficialKind *kind = official_kind_find (recognition->imported->type);

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++) {
    const char *start = NULL;
    const char *end = is_row_of (kind, i) ? find_label (folded, i, &start) : NULL;
    if (end == NULL)
      continue;
    address->row = i;
    address->rest = unfolded (line, folded, end);
    address->rest += strspn (address->rest, " :");
    address->issuer = unfolded (line, folded, start) - line;
    while (address->issuer > 0 && line[address->issuer - 1] == ' ')
      address->issuer--;
    return TRUE;
  }
  return FALSE;
}

static gboolean
is_address (const Recognition *recognition, const char *line)
{
  Address address;
  return read_address (recognition, line, &address);
}

/* --- type and subject --- */

static const char *
shown (Arena *arena, const FlowParagraph *paragraph)
{
  const char *text = imported_whole (arena, paragraph).text;
  g_autofree char *capitals = paragraph->is_caps ? g_utf8_strup (text, -1) : NULL;
  return capitals ? arena_copy (arena, capitals) : text;
}

/* Who decides stands in capitals below the subject: “CHỦ TỊCH ỦY BAN NHÂN DÂN …”. */
static gboolean
ends_subject (const Recognition *recognition, const FlowParagraph *paragraph, const char *text,
              gboolean has_subject)
{
  return !*text || line_is_rule (text) || paragraph->n_pictures > 0
         || is_address (recognition, text) || line_begins (text, "can cu") || paragraph->number
         || (has_subject && line_is_capitals (text)) || mark_read (text).kind != MARK_NONE
         || (paragraph->alignment != ALIGNED_CENTRE && !(paragraph->is_bold && !has_subject));
}

/* “(Ban hành kèm theo Quyết định số …)”: the decision that issues it. */
static gboolean
take_decision (Recognition *recognition, const char *line)
{
  static const char words[] = "kem theo ";
  g_autofree char *folded = text_fold (line);
  const char *found = strstr (folded, words);

  if (*line != '(' || found == NULL || found - folded > 12)
    return FALSE;
  const char *decision = unfolded (line, folded, found + strlen (words));
  gsize length = strlen (decision);
  recognition->imported->attached_to =
    arena_copy_n (recognition->arena, decision, length - g_str_has_suffix (decision, ")"));
  return TRUE;
}

/* The number of a contract stands below the rule under its subject. */
static void
take_number_below (Recognition *recognition, guint from)
{
  for (guint i = from; i < MIN (recognition->blocks->len, from + 3); i++) {
    const FlowParagraph *paragraph = ((FlowBlock *) recognition->blocks->pdata[i])->paragraph;
    if (paragraph == NULL)
      return;
    const char *text = shown (recognition->arena, paragraph);
    if (!*text || line_is_rule (text))
      continue;
    if (letterhead_take_number (recognition, text)) {
      recognition->taken[i] = TRUE;
      recognition->body = i + 1;
    }
    return;
  }
}

static void
take_subject (Recognition *recognition, guint from)
{
  g_autoptr (GString) subject = g_string_new (NULL);

  for (guint i = from; i < recognition->blocks->len; i++) {
    const FlowParagraph *paragraph = ((FlowBlock *) recognition->blocks->pdata[i])->paragraph;
    if (paragraph == NULL)
      break;
    const char *text = shown (recognition->arena, paragraph);
    if (!*text && subject->len == 0 && i < from + 2) {
      recognition->taken[i] = TRUE;
      continue;
    }
    if (letterhead_take_number (recognition, text) || take_decision (recognition, text)) {
      recognition->taken[i] = TRUE;
      recognition->body = i + 1;
      break;
    }
    if (ends_subject (recognition, paragraph, text, subject->len > 0)) {
      take_number_below (recognition, i);
      break;
    }
    g_string_append_printf (subject, "%s%s", subject->len ? " " : "", text);
    recognition->taken[i] = TRUE;
    recognition->body = i + 1;
  }
  if (subject->len > 0)
    recognition->imported->subject =
      line_without_stop (recognition->arena, arena_copy (recognition->arena, subject->str));
}

/* The type may have a soft break and the subject behind it, in one paragraph. */
static gboolean
take_type (Recognition *recognition, guint at)
{
  const FlowParagraph *paragraph = ((FlowBlock *) recognition->blocks->pdata[at])->paragraph;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (FlowLine));

  if (paragraph == NULL || !(paragraph->alignment == ALIGNED_CENTRE || paragraph->is_bold))
    return FALSE;
  lines_add_paragraph (lines, recognition->arena, paragraph, FALSE);
  const char *type = lines->len ? line_letter_type (g_array_index (lines, FlowLine, 0).text) : NULL;
  if (type == NULL)
    return FALSE;
  recognition->imported->type = type;
  recognition->taken[at] = TRUE;
  recognition->body = at + 1;
  if (lines->len == 1) {
    take_subject (recognition, at + 1);
    return TRUE;
  }
  g_autoptr (GString) subject = g_string_new (NULL);
  for (guint i = 1; i < lines->len; i++)
    g_string_append_printf (subject, "%s%s", i > 1 ? " " : "",
                            g_array_index (lines, FlowLine, i).text);
  recognition->imported->subject =
    line_without_stop (recognition->arena, arena_copy (recognition->arena, subject->str));
  return TRUE;
}

/* --- Kính gửi --- */

static const char *
without_dash (const char *line)
{
  Mark mark = mark_read (line);
  return mark.kind == MARK_DASH || mark.kind == MARK_PLUS ? line + mark.length : line;
}

void
addressees_add (GPtrArray *list, Arena *arena, const char *line)
{
  const char *name = line_without_stop (arena, without_dash (line));
  if (*name)
    g_ptr_array_add (list, (gpointer) name);
}

/* “Kính gửi: Sở A; Sở B.”: several in one line, without dashes. */
static void
add_several (GPtrArray *to, Arena *arena, const char *line)
{
  g_auto (GStrv) names = g_strsplit (line, "; ", -1);

  for (guint i = 0; names[i]; i++)
    addressees_add (to, arena, g_strstrip (names[i]));
}

/* A line without a dash goes on with the one before it, where those have dashes. */
static void
add_line (Recognition *recognition, const char *line, gboolean *has_dashes)
{
  GPtrArray *to = recognition->imported->to;
  Mark mark = mark_read (line);

  if (mark.kind != MARK_DASH && to->len == 0)
    add_several (to, recognition->arena, line);
  else if (mark.kind == MARK_DASH || !*has_dashes)
    addressees_add (to, recognition->arena, line);
  else
    to->pdata[to->len - 1] =
      (gpointer) arena_printf (recognition->arena, "%s %s", (char *) to->pdata[to->len - 1],
                               line_without_stop (recognition->arena, line));
  *has_dashes |= mark.kind == MARK_DASH;
}

/* Who wires, invites or introduces; what is behind the words and their colon is returned. */
static const char *
take_label (Recognition *recognition, const char *line)
{
  Imported *imported = recognition->imported;
  Address address;

  if (imported->to->len > 0 || !read_address (recognition, line, &address))
    return line;
  imported->address = addresses[address.row].address;
  if (address.issuer > 0)
    imported->issuer = arena_copy_n (recognition->arena, line, address.issuer);
  return address.rest;
}

static void
add_lines (Recognition *recognition, const GArray *lines, gboolean *has_dashes)
{
  for (guint i = 0; i < lines->len; i++) {
    const char *text = take_label (recognition, g_array_index (lines, FlowLine, i).text);
    if (*text)
      add_line (recognition, text, has_dashes);
  }
}

/* The last of several has a stop: dashes behind it are items of the body. */
static gboolean
ends_list (const GArray *lines)
{
  return lines->len > 0
         && g_str_has_suffix (g_array_index (lines, FlowLine, lines->len - 1).text, ".");
}

/* The list that follows its label: paragraphs with a dash; or the one addressee below it. */
static guint
take_list (Recognition *recognition, guint from, gboolean *has_dashes)
{
  guint i = from;

  for (; i < recognition->blocks->len; i++) {
    const FlowParagraph *paragraph = ((FlowBlock *) recognition->blocks->pdata[i])->paragraph;
    if (paragraph == NULL || paragraph->is_box)
      break;
    gboolean is_empty = flow_paragraph_is_empty (paragraph);
    gboolean has_dash =
      mark_read (paragraph->text + strspn (paragraph->text, " \t")).kind == MARK_DASH
      || g_strcmp0 (paragraph->number, "-") == 0;
    if (is_empty && !*has_dashes && recognition->imported->to->len > 0)
      break;
    if (!is_empty && !has_dash && recognition->imported->to->len > 0)
      break;
    g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (FlowLine));
    lines_add_paragraph (lines, recognition->arena, paragraph, FALSE);
    if (paragraph->number)
      *has_dashes = TRUE;
    for (guint n = 0; paragraph->number && n < lines->len; n++)
      addressees_add (recognition->imported->to, recognition->arena,
                      g_array_index (lines, FlowLine, n).text);
    if (!paragraph->number)
      add_lines (recognition, lines, has_dashes);
    recognition->taken[i] = TRUE;
    if (*has_dashes && ends_list (lines))
      return i + 1;
  }
  return i;
}

static gboolean
has_address (const Recognition *recognition, const GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (is_address (recognition, g_array_index (lines, FlowLine, i).text))
      return TRUE;
  return FALSE;
}

static gboolean
take_addressees (Recognition *recognition, guint at)
{
  const FlowBlock *block = recognition->blocks->pdata[at];
  gboolean has_dashes = FALSE;

  if (block->table) {
    g_autoptr (GArray) cells = table_lines (recognition->arena, block->table);
    if (block->table->rows->len > 30 || !has_address (recognition, cells))
      return FALSE;
    add_lines (recognition, cells, &has_dashes);
    recognition->taken[at] = TRUE;
    recognition->body = MAX (recognition->body, at + 1);
    return TRUE;
  }
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (FlowLine));
  lines_add_paragraph (lines, recognition->arena, block->paragraph, FALSE);
  Address address;
  if (lines->len == 0
      || !read_address (recognition, g_array_index (lines, FlowLine, 0).text, &address))
    return FALSE;
  recognition->taken[at] = TRUE;
  add_lines (recognition, lines, &has_dashes);
  if (addresses[address.row].introduces) {
    recognition->body = MAX (recognition->body, at + 1);
    return TRUE;
  }
  guint end = take_list (recognition, at + 1, &has_dashes);
  recognition->body = MAX (recognition->body, end);
  return TRUE;
}

/* A thư công has a title and no type. */
static void
take_lone_subject (Recognition *recognition, guint from)
{
  while (from < recognition->blocks->len) {
    const FlowParagraph *paragraph = ((FlowBlock *) recognition->blocks->pdata[from])->paragraph;
    if (paragraph == NULL)
      return;
    if (!flow_paragraph_is_empty (paragraph)) {
      if (paragraph->alignment == ALIGNED_CENTRE && paragraph->is_bold
          && !line_is_capitals (paragraph->text))
        take_subject (recognition, from);
      return;
    }
    from++;
  }
}

void
opening_recognise (Recognition *recognition)
{
  guint end = MIN (recognition->blocks->len, recognition->body + MAX_SEARCH);
  guint from = recognition->body;

  for (guint i = from; i < end && recognition->imported->type == NULL
                       && !(recognition->imported->subject && i > from + 10);
       i++)
    if (take_type (recognition, i))
      break;
  if (recognition->imported->type == NULL && recognition->imported->subject == NULL)
    take_lone_subject (recognition, from);
  for (guint i = from; i < MIN (end, from + 20); i++)
    if (!recognition->taken[i] && take_addressees (recognition, i))
      break;
}
