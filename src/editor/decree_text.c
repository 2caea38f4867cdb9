/* SPDX-License-Identifier: MIT */
#include "editor/decree.h"

#include "base/i18n.h"
#include "editor/mention.h"
#include "text/roman.h"

#include <string.h>

/* --- bases --- */

static gboolean
is_basis (const Passage *passage)
{
  gboolean is_block = passage->kind == PASSAGE_PARAGRAPH || passage->kind == PASSAGE_ITEM;
  return passage->length > 0
         && (passage->role == BODY_BASIS
             || (is_block && g_str_has_prefix (passage->text, "Căn cứ ")));
}

static void
check_bases (const Review *review)
{
  const GPtrArray *passages = review->manuscript->passages;

  for (guint i = 0; i < passages->len; i++) {
    const Passage *passage = passages->pdata[i];
    if (!is_basis (passage))
      continue;
    const Passage *next = i + 1 < passages->len ? passages->pdata[i + 1] : NULL;
    gboolean is_last = next == NULL || !is_basis (next);
    char end = passage->text[passage->length - 1];
    /* “…, Ủy ban nhân dân ban hành Kế hoạch như sau:” goes on in the next line. */
    if (is_last && next && next->role == BODY_PLAIN && end == ','
        && !g_str_has_prefix (next->text, "Điều 1"))
      continue;
    if (is_last ? end == ',' : end == ',' || end == '.')
      remark_fix (review, "ND30-26", passage, (guint) passage->length - 1, 1, is_last ? "." : ";",
                  _ ("a basis ends in “;”, the last in a full stop"));
    if (passage->kind == PASSAGE_ITEM)
      remark (review, "ND30-26", passage, 0, (guint) strlen ("Căn cứ"), _ ("leave the dash out"),
              _ ("bases have no dashes"));
  }
}

/* --- articles, chapters --- */

static void
check_article (const Review *review, const Passage *passage)
{
  const char *text = passage->text;
  gboolean is_capital = g_str_has_prefix (text, "ĐIỀU ");

  if ((!is_capital && !g_str_has_prefix (text, "Điều "))
      || !g_ascii_isdigit (text[strlen ("Điều ")]))
    return;
  const char *digits = text + strlen ("Điều ");
  gsize n = strspn (digits, "0123456789");
  gboolean is_padded = *digits == '0';
  guint number = (guint) g_ascii_strtoull (digits, NULL, 10);
  char sign = digits[n];
  if (!is_capital && !is_padded && sign == '.')
    return;
  /* “Điều 5 của Luật …” in a sentence. */
  if (sign != '.' && sign != ':' && sign != '\0')
    return;
  g_autofree char *right = g_strdup_printf ("Điều %u.", number);
  gsize length = (gsize) (digits - text) + n + (sign != '\0');
  if (length < passage->length || sign != '\0' || is_padded || is_capital)
    remark_fix (review, "ND30-32", passage, 0, (guint) length, right,
                _ ("an article begins “Điều 1.”, with a full stop and no zero"));
}

static void
check_division (const Review *review, const Passage *passage)
{
  static const char *const words[] = { "Chương ", "CHƯƠNG ", "Mục ", "MỤC " };
  const char *text = passage->text;

  if (passage->role != BODY_CHAPTER && passage->kind != PASSAGE_HEADING)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    gsize n = strlen (words[i]);
    gboolean is_chapter = i < 2;
    if (!g_str_has_prefix (text, words[i]))
      continue;
    gsize n_digits = strspn (text + n, "0123456789"), n_roman = strspn (text + n, "IVXLC");
    if (is_chapter && n_digits > 0) {
      g_autofree char *roman = roman_write ((guint) g_ascii_strtoull (text + n, NULL, 10));
      remark_fix (review, "ND30-33", passage, (guint) n, (guint) n_digits, roman,
                  _ ("chapters have Roman numbers"));
    } else if (is_chapter && n_roman > 0 && text[n + n_roman] == ':')
      remark (review, "ND30-33", passage, (guint) (n + n_roman), 1,
              _ ("write the title on the next line"),
              _ ("the number of a chapter stands alone, its title below"));
    else if (!is_chapter && n_roman > 0 && roman_value (text + n, n_roman) > 0
             && !g_unichar_isalpha (g_utf8_get_char (text + n + n_roman)))
      remark (review, "ND30-34", passage, (guint) n, (guint) n_roman, _ ("write 1, 2, 3"),
              _ ("sections of a chapter have Arabic numbers"));
  }
}

static void
check_article_numbers (const Review *review)
{
  guint last = 0;

  for (guint i = 0; i < review->manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (review->manuscript, i);
    if (passage_opens_annex (passage))
      last = 0;
    if (passage->kind == PASSAGE_MATTER || passage->is_quoted
        || !g_str_has_prefix (passage->text, "Điều ")
        || !g_ascii_isdigit (passage->text[strlen ("Điều ")]))
      continue;
    const char *digits = passage->text + strlen ("Điều ");
    gsize n = strspn (digits, "0123456789");
    guint number = (guint) g_ascii_strtoull (digits, NULL, 10);
    if (digits[n] != '.' && digits[n] != ':')
      continue;
    if (last > 0 && number != last + 1 && number != 1)
      remark (review, "ND30-38", passage, 0, (guint) (digits + n - passage->text),
              _ ("number them one after the other"), _ ("after article %u comes article %u"), last,
              number);
    last = number;
  }
}

/* “Chương III” behind “Chương I”. Sections have a chapter each, and begin anew. */
static void
check_chapter_numbers (const Review *review)
{
  static const char word[] = "Chương ";
  guint last = 0;

  for (guint i = 0; i < review->manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (review->manuscript, i);
    const char *digits = passage->text + strlen (word);
    gboolean is_division = passage->role == BODY_CHAPTER || passage->kind == PASSAGE_HEADING;
    if (passage_opens_annex (passage))
      last = 0;
    if (!is_division || !g_str_has_prefix (passage->text, word))
      continue;
    gsize n = strspn (digits, "IVXLC");
    guint number = n > 0 ? roman_value (digits, n) : 0;
    if (last > 0 && number > 1 && number != last + 1)
      remark (review, "ND30-38", passage, 0, (guint) (strlen (word) + n),
              _ ("number them one after the other"), _ ("after chapter %u comes chapter %u"), last,
              number);
    last = number;
  }
}

/* --- points --- */

static const char points[][3] = { "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                  "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y" };

static int
point_index (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    if (g_utf8_get_char (points[i]) == c)
      return (int) i;
  return -1;
}

static void
check_point (const Review *review, const Passage *passage, cmark_node *item)
{
  guint detail = body_role (item) == BODY_ITEM ? body_detail (item) : 0;
  BodyLabel kind = body_label_kind (detail);
  gunichar c = body_label_value (detail);
  g_autofree char *label = body_item_label (item);
  Place place = { passage->line, 0 };

  if (kind != LABEL_LETTER_BRACKET && kind != LABEL_LETTER_STOP)
    return;
  if (kind == LABEL_LETTER_STOP)
    remark_at (review, "ND30-35", place, _ ("write a bracket behind the letter: a)"),
               _ ("“%s” is no point; points are a), b), c)"), label);
  else if (point_index (c) < 0)
    remark_at (review, "ND30-35", place,
               _ ("the letters are a b c d đ e g h i k l m n o p q r s t u v x y"),
               _ ("“%s” is no letter of points"), label);
}

/* “1.”, “3.”: the label that was written is the one that is shown. */
static void
check_clause_number (const Review *review, const Passage *passage, cmark_node *item)
{
  cmark_node *before = cmark_node_previous (item);
  guint detail = body_detail (item);

  if (before == NULL || body_role (item) != BODY_ITEM || body_role (before) != BODY_ITEM
      || body_label_kind (detail) != LABEL_NUMBER_STOP
      || body_label_kind (body_detail (before)) != LABEL_NUMBER_STOP
      || body_label_value (detail) == body_label_value (body_detail (before)) + 1)
    return;
  g_autofree char *label = body_item_label (item), *last = body_item_label (before);
  remark_at (review, "ND30-38", (Place){ passage->line, 0 }, _ ("number them one after the other"),
             _ ("“%s” does not come behind “%s”"), label, last);
}

/* “d)”, “e)”: đ was left out. */
static void
check_points (const Review *review)
{
  cmark_node *last_list = NULL;
  int last = -1;

  for (guint i = 0; i < review->manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (review->manuscript, i);
    cmark_node *item = passage->block ? cmark_node_parent (passage->block) : NULL;
    if (item == NULL || cmark_node_get_type (item) != CMARK_NODE_ITEM
        || cmark_node_first_child (item) != passage->block)
      continue;
    check_point (review, passage, item);
    check_clause_number (review, passage, item);
    gboolean is_point =
      body_role (item) == BODY_ITEM && body_label_kind (body_detail (item)) == LABEL_LETTER_BRACKET;
    int index = is_point ? point_index (body_label_value (body_detail (item))) : -1;
    if (index > 0 && last >= 0 && cmark_node_parent (item) == last_list && index != last + 1) {
      g_autofree char *label = body_item_label (item);
      remark_at (review, "ND30-38", (Place){ passage->line, 0 },
                 _ ("number them one after the other; đ comes behind d"),
                 _ ("“%s” does not come behind “%s)”"), label, points[last]);
    }
    last = index;
    last_list = cmark_node_parent (item);
  }
}

/* --- appendices --- */

static void
check_appendices (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  const Passage *all[32];
  guint n = 0;

  for (guint i = 0; i < manuscript->passages->len && n < G_N_ELEMENTS (all); i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (passage->role == BODY_APPENDIX && passage->kind == PASSAGE_HEADING
        && g_ascii_tolower (*passage->text) == 'p') /* forms have numbers of their own */
      all[n++] = passage;
  }
  for (guint i = 0; i < n; i++) {
    const char *space = strchr (all[i]->text, ' ');
    const char *number = space ? strchr (space + 1, ' ') : NULL;
    gsize n_digits = number ? strspn (number + 1, "0123456789") : 0,
          n_roman = number ? strspn (number + 1, "IVX") : 0;
    guint start = number ? (guint) (number + 1 - all[i]->text) : 0;
    if (n_digits > 0 && n > 1) {
      g_autofree char *roman = roman_write ((guint) g_ascii_strtoull (number + 1, NULL, 10));
      remark_fix (review, "ND30-59", all[i], start, (guint) n_digits, roman,
                  _ ("appendices have Roman numbers"));
    } else if (n == 1 && (n_digits > 0 || n_roman > 0))
      remark (review, "ND30-59", all[i], start, (guint) MAX (n_digits, n_roman), _ ("leave it out"),
              _ ("the only appendix has no number"));
    else if (n > 1 && n_digits == 0 && n_roman == 0)
      remark (review, "ND30-59", all[i], 0, (guint) all[i]->length,
              _ ("write Phụ lục I, Phụ lục II"), _ ("of several appendices each has its number"));
  }
}

/* What was left blank in “(Kèm theo Công văn số … ngày …)”. */
static void
check_blanks (const Review *review, const Passage *passage)
{
  const char *text = passage->text;

  if (passage->kind == PASSAGE_MATTER || review->manuscript->document->number_waits
      || review->manuscript->document->is_signed_digitally)
    return;
  for (const char *p = text; (p = strstr (p, "số /")) != NULL; p++)
    if (g_unichar_isupper (g_utf8_get_char (p + strlen ("số /")))) {
      gsize n = strcspn (p + strlen ("số /"), " ,;)");
      remark (review, "ND30-60", passage, (guint) (p - text), (guint) (strlen ("số /") + n),
              _ ("write the number"), _ ("the number of the document was left out"));
    }
  for (const char *p = text; (p = strstr (p, "ngày /")) != NULL; p++)
    if (g_ascii_isdigit (p[strlen ("ngày /")]))
      remark (review, "ND30-60", passage, (guint) (p - text),
              (guint) (strlen ("ngày /") + strspn (p + strlen ("ngày /"), "0123456789/")),
              _ ("write the day"), _ ("the day of the document was left out"));
}

/* --- the end --- */

static void
check_end_mark (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  const Passage *last = NULL;

  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (passage->kind == PASSAGE_MATTER)
      continue;
    const char *wrong = strstr (passage->text, ".//");
    if (wrong && wrong[3] == '.')
      remark_fix (review, "ND30-58", passage, (guint) (wrong - passage->text), 4, "./.",
                  _ ("the end of a document is marked “./.”"));
    if (passage_opens_annex (passage))
      last = NULL;
    if (last && strcmp (passage->text, "./.") != 0)
      remark (review, "ND30-58", last, (guint) last->length - 3, 3,
              _ ("leave it out; the press sets it at the end"),
              _ ("“./.” stands here, and the text goes on"));
    last = g_str_has_suffix (passage->text, "./.") && strcmp (passage->text, "./.") != 0
               && passage->kind != PASSAGE_CELL
             ? passage
             : NULL;
  }
}

/* “QUYẾT ĐỊNH” before the first article, without its colon. */
static void
check_ordering (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  const OfficialKind *kind = manuscript->document->official;

  for (guint i = 0; i + 1 < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i),
                  *next = manuscript_passage (manuscript, i + 1);
    gboolean is_line =
      strcmp (passage->text, "QUYẾT ĐỊNH") == 0 || strcmp (passage->text, "QUYẾT NGHỊ") == 0;
    if (is_line && passage->kind != PASSAGE_MATTER && g_str_has_prefix (next->text, "Điều 1"))
      remark (review, "ND30-30", passage, 0, (guint) passage->length, _ ("write a colon behind it"),
              _ ("“%s:” has a colon"), passage->text);
    if (kind && kind->ordering && passage->role == BODY_ORDERING
        && !g_str_has_prefix (passage->text, kind->ordering))
      remark (review, "ND30-30", passage, 0, (guint) passage->length, NULL,
              _ ("this kind of document has “%s” here"), kind->ordering);
  }
}

/* --- documents it cites --- */

static const char *const normative[] = { "NĐ",     "TT", "QĐ", "NQ", "QH",   "TTLT", "PL",
                                         "UBTVQH", "L",  "CT", "SL", "NQLT", NULL };

/* The kind whose name ends at the word before the number, or NULL: “Kế hoạch (số) 12/…”. */
static const OfficialKind *
kind_before (const Passage *passage, const Citation *citation, guint *start)
{
  gsize end = citation->start;

  if (citation->has_so)
    end = (gsize) (g_strrstr_len (passage->text, (gssize) end, "số") - passage->text);
  while (end > 0 && passage->text[end - 1] == ' ')
    end--;
  for (const OfficialKind *kind = official_kind_next (NULL); kind;
       kind = official_kind_next (kind)) {
    const char *word = kind->word ? kind->word : "công văn";
    gsize n = strlen (word);
    if (end < n)
      continue;
    g_autofree char *before = g_utf8_strdown (passage->text + end - n, (gssize) n);
    if (strcmp (before, word) == 0 && (end == n || strchr (" (\n", passage->text[end - n - 1]))) {
      *start = (guint) (end - n);
      return kind;
    }
  }
  return NULL;
}

/* “Báo cáo thẩm tra 15/…”: the kind begins a few words before, in words that lead to the number. */
#define MOST_WORDS_OF_KIND 5

static gboolean
leads_from_kind (const Passage *passage, const Citation *citation)
{
  guint last = passage_words_before (passage, citation->start);

  for (guint i = last, n = 0; i-- > 0 && n < MOST_WORDS_OF_KIND; n++) {
    const Word *word = &passage->words[i];
    guint end = i + 1 < last ? passage->words[i + 1].start : citation->start;
    if (end != word->start + word->length + 1)
      return FALSE;
    if (word->letters == CASE_SMALL)
      continue;
    g_autofree char *words = passage_piece (passage, word->start, citation->start - word->start);
    g_autofree char *small = g_utf8_strdown (words, -1);
    for (const OfficialKind *kind = official_kind_next (NULL); kind;
         kind = official_kind_next (kind))
      if (kind->word && g_str_has_prefix (small, kind->word) && small[strlen (kind->word)] == ' ')
        return TRUE;
    return FALSE;
  }
  return FALSE;
}

static gboolean
ends_in_law (const Passage *passage, const Citation *citation)
{
  static const char *const laws[] = { "Nghị định ", "Thông tư ", "Luật ", "Pháp lệnh ",
                                      "nghị định ", "thông tư ", NULL };

  return follows_any (passage->text, citation->start, laws);
}

static void
check_citation (const Review *review, const Passage *passage, const Citation *citation)
{
  guint start = 0;
  const OfficialKind *kind = kind_before (passage, citation, &start);
  gsize length = strcspn (citation->symbol, "-/");
  g_autofree char *group = g_strndup (citation->symbol, length);
  const OfficialKind *named = official_kind_of_symbol (group, length);
  guint symbol_start = citation->start + (guint) strlen (citation->number) + 1;
  gboolean has_year = strchr (citation->number, '/') != NULL;

  if (!has_year && strlen (citation->number) == 1) {
    g_autofree char *right = g_strdup_printf ("0%s", citation->number);
    remark_fix (review, "ND30-08", passage, citation->start, 1, right,
                _ ("numbers below 10 take a zero: “%s”"), right);
  }
  if (has_year && named && length < strlen (citation->symbol)
      && !g_strv_contains (normative, group))
    remark (review, "ND30-10", passage, citation->start, citation->length, _ ("leave the year out"),
            _ ("the year is part of the number of legal norms alone"));
  /* The number of another is what it is; only what could be a slip is told. */
  if (kind && named && named != kind && citation->symbol[length] == '-' && kind->abbreviation
      && strcmp (kind->abbreviation, group) != 0)
    remark (review, "ND30-12", passage, symbol_start, (guint) length, NULL,
            _ ("“%s” stands for “%s”, but this is “%s”"), group, named->word, kind->word);
  if (!citation->has_so && strpbrk (citation->symbol, "-/")
      && (kind || ends_in_law (passage, citation) || leads_from_kind (passage, citation))
      && review->manuscript->document->kind == KIND_LETTER)
    remark_fix (review, "ND30-29", passage, citation->start, 0, "số ",
                _ ("“số” stands between the kind of a document and its number"));
}

/* “NĐ số 30”, “theo QĐ 12/…”: the kind in letters. */
static void
check_short_kind (const Review *review, const Passage *passage, const Citation *citation)
{
  static const char *const shorts[] = { "NĐ", "QĐ", "TT", "KH",  "CV", "NQ",
                                        "CT", "TB", "BC", "TTr", "HD", NULL };

  if (citation->kind == NULL || review->manuscript->document->kind != KIND_LETTER)
    return;
  g_autofree char *kind = passage_piece (passage, citation->kind->start, citation->kind->length);
  guint end = citation->kind->start + citation->kind->length;
  if (g_strv_contains (shorts, kind)
      && citation->start - end <= (citation->has_so ? strlen (" số ") : 1))
    remark (review, "ND30-29", passage, citation->kind->start, citation->kind->length,
            _ ("write the kind in full: Nghị định, Quyết định"),
            _ ("the kind of a document is not abbreviated"));
}

/* --- what is no well-formed number --- */

/* “859 /CV”, “12/ KH”, “12/KH – UBND”, “12/qđ-ubnd”, “12/QD-UBND”. */
static void
check_number_form (const Review *review, const Passage *passage)
{
  const char *text = passage->text;
  static const struct {
    const char *lost, *whole;
  } strokes[] = { { "QD-", "QĐ-" },     { "ND-CP", "NĐ-CP" },   { "HDND", "HĐND" },
                  { "-HDND", "-HĐND" }, { "CD-TTg", "CĐ-TTg" }, { "TTKDA", "TTKĐA" } };

  for (guint i = 1; i + 2 < passage->length; i++) {
    if (text[i] != '/' || (passage->marks[i] & MARK_ADDRESS))
      continue;
    guint start = i, end = i + 1;
    while (start > 0 && text[start - 1] == ' ')
      start--;
    guint digits = start;
    while (digits > 0 && g_ascii_isdigit (text[digits - 1]))
      digits--;
    while (text[end] == ' ')
      end++;
    if (digits == start)
      continue;
    const char *after = text + end, *stop = after;
    while (*stop && (g_unichar_isalpha (g_utf8_get_char (stop)) || *stop == '-'))
      stop = g_utf8_next_char (stop);
    g_autofree char *symbol = g_strndup (after, (gsize) (stop - after));
    g_autofree char *capitals = g_utf8_strup (symbol, -1);
    gboolean is_symbol = strcmp (symbol, capitals) == 0 && g_utf8_strlen (symbol, -1) >= 2;
    gboolean has_space = start < i || end > i + 1;
    if (has_space && is_symbol
        && (strchr (symbol, '-') || g_str_has_prefix (stop, " - ")
            || g_str_has_prefix (stop, " – ")))
      remark_fix (review, "ND30-09", passage, start, end - start, "/",
                  _ ("no space stands around the stroke of a number"));
    if (!has_space && is_symbol
        && (g_str_has_prefix (stop, "–") || g_str_has_prefix (stop, " – ")
            || g_str_has_prefix (stop, " - "))) {
      const char *next =
        strpbrk (stop, "-") == stop + 1 ? stop + 3 : strstr (stop, "–") + strlen ("–");
      next += *next == ' ';
      const char *last = next;
      while (*last && g_unichar_isupper (g_utf8_get_char (last)))
        last = g_utf8_next_char (last);
      if (official_kind_of_symbol (symbol, strlen (symbol)) && last - next >= 3)
        remark_fix (review, "ND30-09", passage, (guint) (stop - text), (guint) (next - stop), "-",
                    _ ("a hyphen without spaces joins the groups of a symbol"));
    }
    for (guint j = 0; j < G_N_ELEMENTS (strokes); j++) {
      const char *lost = strstr (symbol, strokes[j].lost);
      if (lost)
        remark_fix (review, "ND30-13", passage, end + (guint) (lost - symbol),
                    (guint) strlen (strokes[j].lost), strokes[j].whole,
                    _ ("the symbol lost the stroke of its Đ"));
    }
    /* Of small letters only what would be a symbol in capitals, with a kind in front. */
    const char *hyphen = strchr (capitals, '-');
    if (!is_symbol && hyphen && official_kind_of_symbol (capitals, (gsize) (hyphen - capitals))
        && !g_unichar_isupper (g_utf8_get_char (symbol)))
      remark_fix (review, "ND30-13", passage, end, (guint) (stop - after), capitals,
                  _ ("the symbol of a document is in capitals"));
  }
}

/* --- clauses --- */

/* As it was typed, whether the reader made an item of it or CommonMark did. */
static gboolean
is_bracketed_number (cmark_node *item)
{
  cmark_node *list = cmark_node_parent (item);

  if (body_role (item) == BODY_ITEM)
    return body_label_kind (body_detail (item)) == LABEL_NUMBER_BRACKET;
  return list && cmark_node_get_type (list) == CMARK_NODE_LIST
         && cmark_node_get_list_type (list) == CMARK_ORDERED_LIST
         && cmark_node_get_list_delim (list) == CMARK_PAREN_DELIM;
}

/* “1)” and “1/”: clauses are “1.” */
static void
check_clause (const Review *review, const Passage *passage)
{
  const char *text = passage->text;
  gsize n = strspn (text, "0123456789");

  if (passage->kind != PASSAGE_PARAGRAPH && passage->kind != PASSAGE_ITEM)
    return;
  if (n > 0 && n <= 2 && text[n] == '/' && text[n + 1] == ' ') {
    g_autofree char *right = g_strdup_printf ("%.*s.", (int) n, text);
    remark_fix (review, "ND30-36", passage, 0, (guint) n + 1, right,
                _ ("a clause begins “1.”, with a full stop"));
    return;
  }
  cmark_node *item = passage->block ? cmark_node_parent (passage->block) : NULL;
  if (item == NULL || cmark_node_first_child (item) != passage->block
      || !is_bracketed_number (item))
    return;
  remark_at (review, "ND30-36", (Place){ passage->line, 0 },
             _ ("write a full stop behind the number, not a bracket"),
             _ ("a clause begins “1.”, with a full stop"));
}

/* --- titles --- */

/* Where a text is divided into articles by a regulation, each has a title; the number of this one
 * is at byte `number`. */
static gboolean
has_title (const Manuscript *manuscript, guint index, gsize number)
{
  const Passage *passage = manuscript_passage (manuscript, index);
  const char *rest = passage->text + number;

  rest += strspn (rest, ".IVXLC0123456789");
  if (rest[strspn (rest, " \n")] != '\0')
    return TRUE;
  if (index + 1 == manuscript->passages->len || g_str_has_prefix (passage->text, "Điều "))
    return FALSE;
  /* That of a chapter stands below it, in capitals. */
  const char *next = manuscript_passage (manuscript, index + 1)->text;
  g_autofree char *capitals = g_utf8_strup (next, -1);
  return strcmp (capitals, next) == 0;
}

static void
check_titles (const Review *review)
{
  static const char *const divisions[] = { "Điều ", "Chương ", "Phần " };
  const Manuscript *manuscript = review->manuscript;
  const char *type = manuscript->document->type;

  if (type == NULL || (strcmp (type, "quy chế") != 0 && strcmp (type, "quy định") != 0))
    return;
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    for (guint j = 0; passage->kind != PASSAGE_MATTER && j < G_N_ELEMENTS (divisions); j++) {
      gsize n = strlen (divisions[j]);
      if (g_str_has_prefix (passage->text, divisions[j]) && passage->length < n + 10
          && strchr ("IVXLC0123456789", passage->text[n]) && !has_title (manuscript, i, n))
        remark (review, "ND30-37", passage, 0, (guint) passage->length,
                _ ("write behind it, or below a chapter, what it is about"),
                _ ("“%s” has no title"), passage->text);
    }
  }
}

void
decree_text_read (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  gboolean is_letter = manuscript->document->kind == KIND_LETTER;

  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (!passage->is_read)
      continue;
    check_number_form (review, passage);
    const GArray *citations = mentions_of_documents (passage);
    for (guint j = 0; j < citations->len; j++) {
      check_citation (review, passage, &g_array_index (citations, Citation, j));
      check_short_kind (review, passage, &g_array_index (citations, Citation, j));
    }
    if (!is_letter)
      continue;
    check_article (review, passage);
    check_division (review, passage);
    check_blanks (review, passage);
    if (!manuscript->document->office->is_party)
      check_clause (review, passage);
  }
  if (!is_letter || manuscript->document->office->is_party)
    return;
  check_bases (review);
  check_article_numbers (review);
  check_chapter_numbers (review);
  check_points (review);
  check_titles (review);
  check_appendices (review);
  check_end_mark (review);
  check_ordering (review);
}
