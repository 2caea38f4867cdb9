/* SPDX-License-Identifier: MIT */
/* Marks and the space around them, brackets, quotation marks, what a scanner made of a stain. */
#include "editor/marks.h"

#include "base/i18n.h"
#include "text/sentence.h"

#include <string.h>

/* TRUE when nobody judges what stands at byte `at`: code, an address, a value, what loa wrote. */
static gboolean
is_skipped (const Passage *passage, gsize at)
{
  return passage->marks[at] & (MARK_CODE | MARK_ADDRESS | MARK_VALUE | MARK_MADE);
}

static gboolean
is_letter_at (const Passage *passage, gsize at)
{
  return at < passage->length && g_unichar_isalpha (g_utf8_get_char (passage->text + at));
}

static gboolean
is_letter_before (const Passage *passage, gsize at)
{
  return at > 0 && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (passage->text + at)));
}

/* --- space --- */

static void
check_space_before (const Review *review, const Passage *passage, gsize at)
{
  const char *text = passage->text;
  gsize start = at;

  if (strchr (",;:.!?)", text[at]) == NULL || at == 0 || text[at - 1] != ' '
      || is_skipped (passage, at))
    return;
  /* “ ...”, “ ./.”, “ :)” and a number “ .5” are something else; French and English quotations keep
   * theirs. */
  gboolean begins_sentence =
    g_ascii_isupper (text[at + 1]) && g_unichar_islower (g_utf8_get_char (text + at + 2));
  if (text[at] == '.'
      && (text[at + 1] == '.' || text[at + 1] == '/'
          || (g_ascii_isalnum (text[at + 1]) && !begins_sentence)))
    return;
  while (start > 0 && text[start - 1] == ' ')
    start--;
  if (start == 0
      || !(is_letter_before (passage, start) || g_ascii_isdigit (text[start - 1])
           || strchr ("\")%", text[start - 1])))
    return;
  g_autofree char *mark = g_strndup (text + at, 1);
  remark_fix (review, "MARK-01", passage, (guint) start, (guint) (at + 1 - start), mark,
              _ ("there is a space before “%s”"), mark);
}

/* “máy,45 áo phao”, but not “H1,2”, “A,1”. */
static gboolean
ends_word_at_number (const Passage *passage, gsize at)
{
  if ((passage->text[at] != ',' && passage->text[at] != ';')
      || !g_ascii_isdigit (passage->text[at + 1]))
    return FALSE;
  for (guint i = 0; i < passage->n_words; i++) {
    const Word *word = &passage->words[i];
    if (word->start + word->length == at)
      return word->letters == CASE_SMALL && !word->is_glued && !word->is_skipped
             && g_utf8_strlen (word->small, -1) >= 2;
  }
  return FALSE;
}

/* “thôn,xã”, but not “1,5”; “xong.Sau” but not “gov.vn”, “TP.HCM”. */
static void
check_space_after (const Review *review, const Passage *passage, gsize at)
{
  const char *text = passage->text;
  gboolean is_stop = text[at] == '.' || text[at] == '!' || text[at] == '?';

  if (strchr (",;.!?", text[at]) == NULL || is_skipped (passage, at)
      || !is_letter_before (passage, at)
      || !(is_letter_at (passage, at + 1) || ends_word_at_number (passage, at)))
    return;
  if (is_stop) {
    gunichar next = g_utf8_get_char (text + at + 1);
    const char *before = g_utf8_prev_char (text + at);
    const char *second = g_utf8_next_char (text + at + 1);
    /* A sentence ends in a small letter and begins with a capital and a small one. */
    if (!g_unichar_islower (g_utf8_get_char (before)) || !g_unichar_isupper (next)
        || !g_unichar_islower (g_utf8_get_char (second)))
      return;
  }
  gsize length = 1 + (gsize) g_utf8_skip[(guchar) text[at + 1]];
  g_autofree char *right = g_strdup_printf ("%c %.*s", text[at], (int) length - 1, text + at + 1);
  remark_fix (review, "MARK-02", passage, (guint) at, (guint) length, right,
              _ ("a space is missing behind “%c”"), text[at]);
}

static void
check_double_space (const Review *review, const Passage *passage, gsize at)
{
  gsize n = strspn (passage->text + at, " ");

  if (n < 2 || (at > 0 && passage->text[at - 1] == ' ') || is_skipped (passage, at) || at == 0
      || at + n >= passage->length)
    return;
  remark_fix (review, "MARK-03", passage, (guint) at, (guint) n, " ",
              _ ("there are %u spaces where one is enough"), (guint) n);
}

/* --- marks --- */

/* “xong..”; three are meant, and so are “v.v..” and “../”. */
static void
check_two_stops (const Review *review, const Passage *passage, gsize at)
{
  const char *text = passage->text + at;
  gboolean is_end = text[1] == '.' && (text[2] == '\0' || text[2] == ' ' || text[2] == '\n');

  if (is_end && is_letter_before (passage, at) && (at < 2 || text[-2] != '.'))
    remark_fix (review, "MARK-06", passage, (guint) at, 2, ".", _ ("“%s” is one mark too many"),
                "..");
}

static void
check_doubled_mark (const Review *review, const Passage *passage, gsize at)
{
  const char *text = passage->text;
  char c = text[at];

  if (strchr (",;:!?.", c) == NULL || is_skipped (passage, at) || (at > 0 && text[at - 1] == c))
    return;
  if (c == '.') {
    check_two_stops (review, passage, at);
    return;
  }
  gsize n = 1;
  while (text[at + n] == c)
    n++;
  gboolean is_mixed =
    n == 1 && (c == ',' || c == ';')
    && (text[at + 1] == ',' || text[at + 1] == ';' || (text[at + 1] == '.' && text[at + 2] != '.'));
  /* “, ,” */
  gboolean is_apart = n == 1 && (c == ',' || c == ';') && text[at + 1] == ' ' && text[at + 2] == c;
  if ((n < 2 && !is_mixed && !is_apart) || ((c == '!' || c == '?') && n > 1)
      || (c == ':' && text[at + 2] == ':'))
    return;
  const char right[] = { c, '\0' };
  g_autofree char *written = g_strndup (text + at, is_apart ? 3 : is_mixed ? 2 : n);
  remark_fix (review, "MARK-06", passage, (guint) at, (guint) strlen (written), right,
              _ ("“%s” is one mark too many"), written);
}

/* “Tự do- Hạnh phúc”: a space on one side alone. */
static void
check_dash (const Review *review, const Passage *passage, gsize at)
{
  static const char *const dashes[] = { "–", "—", "-" };
  const char *text = passage->text;

  if (text[at] != '-' && text[at] != *dashes[0])
    return;
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++) {
    gsize n = strlen (dashes[i]);
    if (strncmp (text + at, dashes[i], n) != 0 || is_skipped (passage, at) || at == 0
        || at + n >= passage->length)
      continue;
    gboolean space_before = text[at - 1] == ' ', space_after = text[at + n] == ' ';
    gboolean letter_before = is_letter_before (passage, at),
             letter_after = is_letter_at (passage, at + n);
    if (!(letter_before && space_after) && !(space_before && letter_after))
      return;
    /* “xã-” is the first half of “xã- huyện”; “-a” a suffix, “- mục” an item in a line. */
    g_autofree char *right = g_strdup_printf (" %s ", dashes[i]);
    guint start = (guint) at, length = (guint) n;
    if (space_before) {
      start--;
      length++;
    }
    if (space_after)
      length++;
    remark_fix (review, "MARK-05", passage, start, length, right,
                _ ("a space stands on one side of this dash and not on the other"));
    return;
  }
}

/* What scanners and broken copies leave behind, and no office writes. */
static void
check_stain (const Review *review, const Passage *passage, gsize at)
{
  static const gunichar stains[] = { 0x2020, 0x2021, 0xAC,   0xA6, 0xA8,   0xB8, 0x25A0,
                                     0x25A1, 0x25AA, 0xFFFD, 0xB6, 0x2666, 0 };
  gunichar c = g_utf8_get_char (passage->text + at);

  if (c < 0x80 || is_skipped (passage, at))
    return;
  for (guint i = 0; stains[i]; i++)
    if (stains[i] == c) {
      gsize n = (gsize) g_utf8_skip[(guchar) passage->text[at]];
      g_autofree char *sign = g_strndup (passage->text + at, n);
      remark_fix (review, "MARK-08", passage, (guint) at,
                  (guint) n + (passage->text[at + n] == ' '), "",
                  _ ("“%s” is no sign of any text; a scanner may have made it"), sign);
    }
}

/* --- pairs --- */

typedef struct {
  const char *open, *close;
} Brackets;

static void
check_brackets (const Review *review, const Passage *passage, const Brackets *pair)
{
  const char *text = passage->text;
  gsize n_open = strlen (pair->open), n_close = strlen (pair->close), first = 0;
  int depth = 0;

  /* Most passages have none. */
  if (strstr (text, pair->open) == NULL && strstr (text, pair->close) == NULL)
    return;
  for (gsize i = 0; i < passage->length; i++) {
    if (strncmp (text + i, pair->open, n_open) == 0 && !is_skipped (passage, i)) {
      first = depth == 0 ? i : first;
      depth++;
    } else if (strncmp (text + i, pair->close, n_close) == 0 && !is_skipped (passage, i)) {
      /* “a)” and “(1)” at the start are labels. */
      if (depth == 0 && *pair->close == ')' && i <= 5)
        continue;
      /* “16'42"”, “15,6"”: seconds and inches. */
      if (depth == 0 && *pair->close != ')' && i > 0 && g_ascii_isdigit (text[i - 1]))
        continue;
      if (depth == 0 && *pair->close == ')' && i > 1
          && (text[i - 2] == ' ' || text[i - 2] == '\n' || g_ascii_isdigit (text[i - 1])))
        continue;
      if (depth == 0) {
        remark (review, "MARK-07", passage, (guint) i, (guint) n_close, NULL,
                _ ("“%s” closes what was not opened"), pair->close);
        return;
      }
      depth--;
    }
  }
  if (depth > 0)
    remark (review, "MARK-07", passage, (guint) first, (guint) n_open, NULL,
            _ ("“%s” is not closed in this paragraph"), pair->open);
}

/* The press sets quotation marks in a body; in the front matter they stand as they were typed. */
static void
check_quotes (const Review *review, const Passage *passage)
{
  const char *text = passage->text;
  gboolean is_open = FALSE;

  if (passage->kind != PASSAGE_MATTER)
    return;
  for (gsize i = 0; i < passage->length; i++)
    if (text[i] == '"' && !is_skipped (passage, i)) {
      gboolean opens = !is_open && (i == 0 || strchr (" (", text[i - 1]));
      remark_fix (review, "MARK-10", passage, (guint) i, 1, opens ? "“" : "”",
                  _ ("straight quotation marks are printed as they are here"));
      is_open = opens;
    }
}

/* The letter at byte `at` begins a sentence, and is small. */
static void
say_small_start (const Review *review, const Passage *passage, guint at)
{
  const char *letter = passage->text + at;
  char capital[7] = "";

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (letter)), capital);
  remark_fix (review, "MARK-13", passage, at, (guint) g_utf8_skip[(guchar) *letter], capital,
              _ ("a sentence begins with a capital letter"));
}

/* A sentence that begins small: “… xong. sau đó”. */
static void
check_sentence_start (const Review *review, const Passage *passage, gsize at)
{
  const char *text = passage->text;

  if (text[at] != '.' || text[at + 1] != ' ' || (at > 0 && text[at - 1] == '.')
      || is_skipped (passage, at) || !is_letter_at (passage, at + 2)
      || is_skipped (passage, at + 2))
    return;
  if (!g_unichar_islower (g_utf8_get_char (text + at + 2)) || !is_letter_before (passage, at)
      || sentence_goes_on (text, passage->length, at))
    return;
  /* Short forms end in consonants or have capitals: “v.v. và”, “tr. 5”, “TP. Huế”. */
  guint n = passage_words_before (passage, (guint) at);
  const Word *before = n > 0 ? &passage->words[n - 1] : NULL;
  if (before == NULL || before->start + before->length != at || before->letters != CASE_SMALL
      || before->length < 2 || !(before->has_tone || before->length > 4) || before->is_glued)
    return;
  say_small_start (review, passage, (guint) at + 2);
}

/* A paragraph that begins small, behind one that has come to its end. */
static void
check_paragraph_start (const Review *review, guint index)
{
  const Passage *passage = manuscript_passage (review->manuscript, index);
  const Passage *before = index > 0 ? manuscript_passage (review->manuscript, index - 1) : NULL;
  const Word *first = passage->n_words > 1 ? &passage->words[0] : NULL;

  if (passage->kind != PASSAGE_PARAGRAPH || passage->role != BODY_PLAIN || passage->is_quoted
      || before == NULL || before->kind != PASSAGE_PARAGRAPH || first == NULL || first->start > 0
      || first->letters != CASE_SMALL || first->is_skipped || first->is_glued || !first->is_bare
      || !g_str_has_suffix (before->text, ".") || !g_str_has_suffix (passage->text, "."))
    return;
  say_small_start (review, passage, 0);
}

/* --- what is not there --- */

static void
check_alone (const Review *review, const Passage *passage)
{
  const char *text = passage->text;

  if (passage->kind == PASSAGE_MATTER || passage->kind == PASSAGE_CELL)
    return;
  /* “- . Mã số”: a stop a scanner saw in front of an item. */
  if (text[0] == '.' && text[1] == ' ' && passage->length > 2) {
    remark_fix (review, "MARK-08", passage, 0, 2, "",
                _ ("a lone “.” begins this line; a scanner may have made it"));
    return;
  }
  /* A line of one or two small letters. */
  const Word *only = passage->n_words == 1 ? &passage->words[0] : NULL;
  if (only && passage->length == only->length && only->letters == CASE_SMALL
      && g_utf8_strlen (only->small, -1) <= 2 && !is_skipped (passage, 0)
      && passage->kind == PASSAGE_PARAGRAPH && passage->role == BODY_PLAIN)
    remark (review, "MARK-08", passage, 0, only->length, _ ("leave it out"),
            _ ("“%s” alone makes no line; a scanner may have made it"), only->small);
}

/* “cảm ơn! *g*.”: a letter that is emphasised by itself at the end. */
static void
check_last_letter (const Review *review, const Passage *passage)
{
  if (passage->n_words < 3 || passage->kind == PASSAGE_MATTER || passage->kind == PASSAGE_CELL)
    return;
  const Word *last = &passage->words[passage->n_words - 1];
  if (last->length != 1 || last->letters != CASE_SMALL || last->start < 2
      || is_skipped (passage, last->start) || strchr ("!.?", passage->text[last->start - 2]) == NULL
      || passage->text[last->start - 1] != ' ')
    return;
  remark (review, "MARK-08", passage, last->start, 1, _ ("leave it out"),
          _ ("“%s” is no sentence; a scanner may have made it"), last->small);
}

/* A text that stops in its middle: “sinh hoạt dân...”. An enumeration may end in dots. */
static void
check_broken_off (const Review *review, const Passage *passage)
{
  const char *text = passage->text;
  gsize n = passage->length;

  if (passage->kind != PASSAGE_PARAGRAPH || review->manuscript->document->kind != KIND_LETTER
      || n < 120)
    return;
  gboolean has_dots =
    g_str_has_suffix (text, "…") || (g_str_has_suffix (text, "...") && text[n - 4] != '.');
  if (!has_dots || passage->role == BODY_BLANK)
    return;
  gsize end = g_str_has_suffix (text, "…") ? n - strlen ("…") : n - 3;
  const char *last_comma = g_strrstr_len (text, (gssize) end, ",");
  /* “…, tạm trú...” goes on as it began when what is behind the last comma is short. */
  gboolean enumerates =
    last_comma && g_utf8_strlen (last_comma, (gssize) (text + end - last_comma)) < 24;
  if (!enumerates && !is_skipped (passage, end - 1))
    remark (review, "MARK-09", passage, (guint) end, (guint) (n - end),
            _ ("write the rest, or end the sentence"), _ ("the text breaks off here"));
}

/* --- lists --- */

static char
end_of_item (const Passage *passage)
{
  return passage->length ? passage->text[passage->length - 1] : 0;
}

static cmark_node *
list_of (const Passage *passage)
{
  cmark_node *item = passage->block ? cmark_node_parent (passage->block) : NULL;
  return item && cmark_node_get_type (item) == CMARK_NODE_ITEM ? cmark_node_parent (item) : NULL;
}

/* Steps of several paragraphs, with pictures and lists of their own, are no enumeration. */
static gboolean
is_whole_item (const Passage *passage)
{
  return passage->role != BODY_FIGURE && cmark_node_next (passage->block) == NULL
         && cmark_node_previous (passage->block) == NULL;
}

/* In one list all items end in “;” and the last in “.”, or all in “.”, or none in anything. Only a
 * single item that is unlike all others is a slip. */
static void
check_list (const Review *review, guint first, guint end)
{
  guint n = 0, counts[3] = { 0 };
  const Passage *odd[3] = { NULL };

  for (guint i = first; i < end; i++) {
    const Passage *passage = manuscript_passage (review->manuscript, i);
    char c = end_of_item (passage);
    if (!is_whole_item (passage))
      return;
    guint kind = c == ';' || c == ',' ? 0 : c == '.' ? 1 : 2;
    if (kind == 2 && (c == ':' || c == '!' || c == '?' || c == ')' || (guchar) c >= 0x80)
        && !g_unichar_isalpha (
          g_utf8_get_char (g_utf8_prev_char (passage->text + passage->length))))
      return;
    if (i + 1 == end && kind == 1 && counts[0] > 0)
      continue; /* the last one */
    n++;
    counts[kind]++;
    odd[kind] = passage;
  }
  for (guint kind = 0; kind < 3; kind++)
    if (counts[kind] == 1 && n >= 3 && (counts[0] == n - 1 || counts[1] == n - 1)) {
      const Passage *passage = odd[kind];
      guint last = (guint) (g_utf8_prev_char (passage->text + passage->length) - passage->text);
      remark (review, "MARK-11", passage, last, (guint) passage->length - last,
              _ ("end all items of the list alike"),
              _ ("this item ends otherwise than the others of its list"));
    }
}

static void
check_lists (const Review *review)
{
  const GPtrArray *passages = review->manuscript->passages;

  for (guint i = 0; i < passages->len;) {
    cmark_node *list = list_of (passages->pdata[i]);
    guint end = i + 1;
    while (list && end < passages->len && list_of (passages->pdata[end]) == list)
      end++;
    if (list && end - i >= 3)
      check_list (review, i, end);
    i = end;
  }
}

/* The first byte from `at` on that may be a mark, a second space, or a sign that is none of a
 * letter of Vietnamese; the end of the passage when there is none. */
static gsize
next_sign (const Passage *passage, gsize at)
{
  static const gboolean is_sign[256] = {
    [','] = TRUE, [';'] = TRUE, [':'] = TRUE,  ['.'] = TRUE,  ['!'] = TRUE, ['?'] = TRUE,
    [')'] = TRUE, ['-'] = TRUE, [0xC2] = TRUE, [0xE2] = TRUE, [0xEF] = TRUE
  };
  const char *text = passage->text;

  while (at < passage->length && !is_sign[(guchar) text[at]]
         && !(text[at] == ' ' && text[at + 1] == ' '))
    at++;
  return at;
}

static void
read_passage (const Review *review, const Passage *passage)
{
  static const Brackets pairs[] = { { "(", ")" }, { "“", "”" }, { "«", "»" } };

  for (gsize at = 0; (at = next_sign (passage, at)) < passage->length;
       at += (gsize) g_utf8_skip[(guchar) passage->text[at]]) {
    check_stain (review, passage, at);
    check_dash (review, passage, at);
    if ((guchar) passage->text[at] >= 0x80)
      continue;
    check_space_before (review, passage, at);
    check_space_after (review, passage, at);
    check_double_space (review, passage, at);
    check_doubled_mark (review, passage, at);
    check_sentence_start (review, passage, at);
  }
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    check_brackets (review, passage, &pairs[i]);
  check_quotes (review, passage);
  check_alone (review, passage);
  check_last_letter (review, passage);
  check_broken_off (review, passage);
}

void
marks_read (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;

  if (!lang_is_vietnamese (manuscript->document->lang))
    return;
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (!passage->is_read)
      continue;
    read_passage (review, passage);
    check_paragraph_start (review, i);
  }
  check_lists (review);
}
