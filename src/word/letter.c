/* SPDX-License-Identifier: MIT */
/* Measures are those of templates/print/letter.css in twentieths of a point (twips), as Word
 * counts.
 *
 * What is not used, and why: drawings for the rules (each editor moves them; a border survives
 * .docx, .odt and .doc), content controls (grey boxes, lost by LibreOffice), automatic numbers
 * (offices type them, and a clerk can renumber), exact line heights in the text (Word cuts stacked
 * accents). Styles carry Vietnamese names without commas, since a comma begins an alias. Children
 * of w:pPr and w:rPr stand in the order of the schema; Word may refuse a file for another one. */
#include "word/letter.h"

#include "model/symbol.h"
#include "text/no_break.h"
#include "word/docx.h"

#include <string.h>

#define TEXT_WIDTH   9355 /* 165 mm */
#define LEFT_WIDTH   3976 /* 42.5 % */
#define RIGHT_WIDTH  (TEXT_WIDTH - LEFT_WIDTH)
#define COPIES_WIDTH 4303   /* 46 % */
#define CSS_LINE     1.1499 /* what line-height 1 is of the line Word would set */

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define W_NAMESPACES                                                                               \
  "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                      \
  "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
#define OFFICE_TYPES "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

/* --- styles --- */

typedef struct {
  const char *id, *name;
  int size; /* points; 0: that of the letter, −1: one less */
  double line;
  int before;
  const char *align;
  gboolean is_bold, is_italic, keeps_next;
  const char *indent; /* attributes of w:ind, or NULL */
} LetterStyle;

static const LetterStyle styles[] = {
  { "CoQuanChuQuan", "Cơ quan chủ quản", -1, 1.2, 0, "center", 0, 0, 0, NULL },
  { "CoQuanBanHanh", "Cơ quan ban hành", -1, 1.2, 0, "center", 1, 0, 0, NULL },
  /* A hair wider than its column. */
  { "QuocHieu", "Quốc hiệu", -1, 1.2, 0, "center", 1, 0, 0, "w:left=\"-113\" w:right=\"-113\"" },
  { "TieuNgu", "Tiêu ngữ", 0, 1.25, 0, "center", 1, 0, 0, NULL },
  { "SoKyHieu", "Số và ký hiệu", 13, 1.15, 46, "center", 0, 0, 0, NULL },
  { "TrichYeuCongVan", "Trích yếu công văn", -1, 1.15, 120, "center", 0, 0, 0,
    "w:left=\"227\" w:right=\"227\"" },
  { "DiaDanhNgay", "Địa danh và ngày", 0, 1.25, 0, "center", 0, 1, 0, NULL },
  { "TenLoai", "Tên loại văn bản", 0, 1.25, 397, "center", 1, 0, 1, NULL },
  { "TrichYeu", "Trích yếu nội dung", 0, 1.25, 0, "center", 1, 0, 0,
    "w:left=\"567\" w:right=\"567\"" },
  { "KinhGui", "Kính gửi", 0, 1.25, 340, "center", 0, 0, 0, NULL },
  { "KinhGuiNhieu", "Kính gửi (nhãn)", 0, 1.25, 340, "left", 0, 0, 1, "w:left=\"1984\"" },
  { "KinhGuiMuc", "Kính gửi (mục)", 0, 1.25, 0, "left", 0, 0, 0,
    "w:left=\"3135\" w:hanging=\"163\"" },
  { "NoiDung", "Nội dung", 0, 1.25, 120, "both", 0, 0, 0, "w:firstLine=\"567\"" },
  { "CanCu", "Căn cứ ban hành", 0, 1.25, 120, "both", 0, 1, 0, "w:firstLine=\"567\"" },
  { "DeMuc", "Đề mục", 0, 1.25, 120, "both", 1, 0, 1, "w:firstLine=\"567\"" },
  { "GiuaDong", "Thẩm quyền và chương", 0, 1.25, 120, "center", 1, 0, 1, NULL },
  { "ONgang", "Ô của bảng", -1, 1.25, 0, "left", 0, 0, 0, NULL },
  { "NoiNhan", "Nơi nhận", 12, 1.4, 20, "left", 1, 1, 1, NULL },
  { "NoiNhanMuc", "Nơi nhận (mục)", 11, 1.2, 0, "left", 0, 0, 1,
    "w:left=\"128\" w:hanging=\"128\"" },
  { "QuyenHan", "Quyền hạn và chức vụ", 0, 1.25, 0, "center", 1, 0, 1, NULL },
  { "HoTen", "Họ tên người ký", 0, 1.25, 1531, "center", 1, 0, 0, NULL },
  { "PhuLuc", "Phụ lục", 0, 1.25, 0, "center", 1, 0, 1, NULL },
  { "PhuLucKem", "Kèm theo", 0, 1.25, 0, "center", 0, 1, 0, NULL },
  { "LienHe", "Liên hệ", 11, 1.2, 0, "center", 0, 0, 0, NULL },
};

static int
style_size (const LetterStyle *style, guint size)
{
  return style->size > 0 ? style->size : (int) size + style->size;
}

static void
append_style (GString *out, const LetterStyle *style, guint size)
{
  int half_points = 2 * style_size (style, size);

  g_string_append_printf (out,
                          "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"%s\">"
                          "<w:name w:val=\"%s\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>%s"
                          "<w:spacing w:before=\"%d\" w:after=\"0\" w:line=\"%d\" "
                          "w:lineRule=\"auto\"/>",
                          style->id, style->name, style->keeps_next ? "<w:keepNext/>" : "",
                          style->before, (int) (240 * style->line / CSS_LINE + 0.5));
  if (style->indent)
    g_string_append_printf (out, "<w:ind %s/>", style->indent);
  g_string_append_printf (out,
                          "<w:jc w:val=\"%s\"/></w:pPr><w:rPr>%s%s<w:sz w:val=\"%d\"/>"
                          "<w:szCs w:val=\"%d\"/></w:rPr></w:style>",
                          style->align, style->is_bold ? "<w:b/><w:bCs/>" : "",
                          style->is_italic ? "<w:i/><w:iCs/>" : "", half_points, half_points);
}

/* Four fifths of the size of the text. */
static void
append_note_styles (GString *out, guint size)
{
  guint half_points = (16 * size + 5) / 10;

  g_string_append_printf (
    out,
    "<w:style w:type=\"paragraph\" w:styleId=\"FootnoteText\"><w:name w:val=\"footnote text\"/>"
    "<w:basedOn w:val=\"Normal\"/><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:rPr>"
    "<w:sz w:val=\"%u\"/><w:szCs w:val=\"%u\"/></w:rPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name "
    "w:val=\"footnote reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>",
    half_points, half_points);
}

/* One face for all letters: without eastAsia and cs, Word takes another for “ ” … and stacked
 * accents. */
static char *
styles_xml (guint size, gboolean has_notes)
{
  GString *out =
    g_string_new (XML "<w:styles " W_NAMESPACES "><w:docDefaults><w:rPrDefault><w:rPr>"
                      "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" "
                      "w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/>");

  g_string_append_printf (
    out,
    "<w:sz w:val=\"%u\"/><w:szCs w:val=\"%u\"/><w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" "
    "w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before=\"0\" "
    "w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
    "w:val=\"Normal\"/><w:qFormat/></w:style>",
    2 * size, 2 * size);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    append_style (out, &styles[i], size);
  g_string_append (
    out, "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"VachKe\"><w:name "
         "w:val=\"Vạch kẻ\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:pBdr><w:bottom "
         "w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/></w:pBdr><w:spacing "
         "w:before=\"0\" w:after=\"0\" w:line=\"68\" w:lineRule=\"exact\"/></w:pPr><w:rPr><w:sz "
         "w:val=\"2\"/><w:szCs w:val=\"2\"/></w:rPr></w:style>"
         "<w:style w:type=\"paragraph\" w:styleId=\"Header\"><w:name w:val=\"header\"/><w:basedOn "
         "w:val=\"Normal\"/><w:pPr><w:jc w:val=\"center\"/></w:pPr></w:style>");
  if (has_notes)
    append_note_styles (out, size);
  g_string_append (out, "</w:styles>");
  return g_string_free (out, FALSE);
}

/* --- paragraphs --- */

typedef struct {
  GString *out;
  guint size;
  gboolean is_bold, is_italic; /* of the inlines at hand */
  gboolean is_one_line;        /* it cannot break anyway: blanks keep their own width */
  gboolean is_first;           /* no block of the body was written yet */
  const char *label;           /* “a)”, to stand before the next paragraph */
  GString *notes;              /* children of w:footnotes */
} LetterWriter;

/* `more`: children of w:pPr behind the style, in the order of the schema; or NULL. */
static void
open_paragraph (GString *out, const char *style, const char *more)
{
  g_string_append_printf (out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr>", style,
                          more ? more : "");
}

static void
close_paragraph (GString *out)
{
  g_string_append (out, "</w:p>");
}

/* A symbol may break behind its slash, as it does in the PDF: Word and LibreOffice need to be told.
 */
static void
append_breaking (GString *out, const char *text, gsize length)
{
  const char *start = text;

  for (const char *p = text; p + 1 < text + length; p++)
    if (*p == '/' && p > text && g_ascii_isalnum (p[-1])
        && g_unichar_isalpha (g_utf8_get_char (p + 1))) {
      docx_append_text (out, start, p + 1 - start);
      g_string_append (out, "\u200B");
      start = p + 1;
    }
  docx_append_text (out, start, text + length - start);
}

/* A symbol stays on one line: word joiners stand behind its marks (UAX 14, WJ). */
static void
append_symbol (GString *out, const char *text, const char *end)
{
  for (const char *start = text; start < end;) {
    gsize n = strcspn (start, "/-");
    gsize length = MIN (n + 1, (gsize) (end - start));
    docx_append_text (out, start, length);
    if (start + length < end)
      g_string_append (out, "\u2060");
    start += length;
  }
}

static void
append_words (GString *out, const char *text, gsize length)
{
  g_autofree char *whole = g_strndup (text, length);
  const char *rest = whole, *end = NULL;

  for (const char *symbol; (symbol = text_find_symbol (whole, rest, &end)) != NULL; rest = end) {
    append_breaking (out, rest, symbol - rest);
    append_symbol (out, symbol, end);
  }
  append_breaking (out, rest, strlen (rest));
}

static void
append_run (LetterWriter *writer, const char *text)
{
  g_autoptr (GString) buffer = g_string_new (NULL);
  gsize length = strlen (text);
  const char *bound = writer->is_one_line ? text : text_with_no_breaks (text, &length, buffer);

  if (length == 0)
    return;
  g_string_append (writer->out, "<w:r>");
  if (writer->is_bold || writer->is_italic)
    g_string_append_printf (writer->out, "<w:rPr>%s%s</w:rPr>",
                            writer->is_bold ? "<w:b/><w:bCs/>" : "",
                            writer->is_italic ? "<w:i/><w:iCs/>" : "");
  g_string_append (writer->out, "<w:t xml:space=\"preserve\">");
  append_words (writer->out, bound, length);
  g_string_append (writer->out, "</w:t></w:r>");
}

static void
add_line (LetterWriter *writer, const char *style, const char *text)
{
  open_paragraph (writer->out, style, NULL);
  append_run (writer, text);
  close_paragraph (writer->out);
}

static void
append_gap (GString *out, int height, gboolean keeps_next)
{
  g_autofree char *more = g_strdup_printf ("%s<w:spacing w:line=\"%d\" w:lineRule=\"exact\"/>",
                                           keeps_next ? "<w:keepNext/>" : "", height);
  open_paragraph (out, "Normal", more);
  close_paragraph (out);
}

/* --- inlines --- */

static void append_inlines (LetterWriter *writer, cmark_node *parent);

static void
append_emphasis (LetterWriter *writer, cmark_node *node, gboolean *look)
{
  gboolean outer = *look;

  *look = TRUE;
  append_inlines (writer, node);
  *look = outer;
}

static void
append_menu (LetterWriter *writer, cmark_node *menu)
{
  for (cmark_node *label = cmark_node_first_child (menu); label; label = cmark_node_next (label)) {
    if (cmark_node_previous (label))
      append_run (writer, " › ");
    append_emphasis (writer, label, &writer->is_bold);
  }
}

#define NOTE_MARK "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>"

/* Word counts notes in their order, which is that of their numbers. One called again is not
 * counted. */
static void
append_note (LetterWriter *writer, cmark_node *node)
{
  GString *text = writer->out;
  guint number = body_detail (node);

  g_string_append (text, NOTE_MARK);
  if (cmark_node_first_child (node) == NULL) {
    g_string_append_printf (text, "<w:t>%u</w:t></w:r>", number);
    return;
  }
  g_string_append_printf (text, "<w:footnoteReference w:id=\"%u\"/></w:r>", number);
  writer->out = writer->notes;
  g_string_append_printf (writer->out, "<w:footnote w:id=\"%u\">", number);
  open_paragraph (writer->out, "FootnoteText", NULL);
  g_string_append (writer->out, NOTE_MARK "<w:footnoteRef/></w:r>"
                                          "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>");
  append_inlines (writer, node);
  close_paragraph (writer->out);
  g_string_append (writer->out, "</w:footnote>");
  writer->out = text;
}

static void
append_inline (LetterWriter *writer, cmark_node *node)
{
  switch (cmark_node_get_type (node)) {
  case CMARK_NODE_TEXT:
  case CMARK_NODE_CODE:
    append_run (writer, cmark_node_get_literal (node));
    break;
  case CMARK_NODE_SOFTBREAK:
    append_run (writer, " ");
    break;
  case CMARK_NODE_LINEBREAK:
    g_string_append (writer->out, "<w:r><w:br/></w:r>");
    break;
  case CMARK_NODE_STRONG:
    append_emphasis (writer, node, &writer->is_bold);
    break;
  case CMARK_NODE_EMPH:
    append_emphasis (writer, node, &writer->is_italic);
    break;
  default:
    if (body_role (node) == BODY_MENU)
      append_menu (writer, node);
    else if (body_role (node) == BODY_NOTE)
      append_note (writer, node);
    else
      append_inlines (writer, node);
  }
}

static void
append_inlines (LetterWriter *writer, cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child (parent); node; node = cmark_node_next (node))
    append_inline (writer, node);
}

/* --- blocks --- */

static void append_block (LetterWriter *writer, cmark_node *node);

static void
append_blocks (LetterWriter *writer, cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child (parent); node; node = cmark_node_next (node))
    append_block (writer, node);
}

/* Lines of official documents by their role; headings by their type. */
static const char *
block_style (cmark_node *node)
{
  switch (body_role (node)) {
  case BODY_BASIS:
    return "CanCu";
  case BODY_AUTHORITY:
  case BODY_ORDERING:
  case BODY_PART:
  case BODY_CHAPTER:
    return "GiuaDong";
  default:
    return cmark_node_get_type (node) == CMARK_NODE_HEADING ? "DeMuc" : "NoiDung";
  }
}

/* The space above the body is wider. */
static void
append_text_block (LetterWriter *writer, cmark_node *node)
{
  const char *style = block_style (node);
  g_autofree char *spacing =
    writer->is_first ? g_strdup_printf ("<w:spacing w:before=\"340\" w:after=\"0\" w:line=\"261\" "
                                        "w:lineRule=\"auto\"/>")
                     : NULL;

  writer->is_first = FALSE;
  open_paragraph (writer->out, style, spacing);
  if (writer->label) {
    append_run (writer, writer->label);
    append_run (writer, " ");
    writer->label = NULL;
  }
  append_inlines (writer, node);
  close_paragraph (writer->out);
}

/* Numbers and dashes are part of their line (article by article, annex I). */
static void
append_list (LetterWriter *writer, cmark_node *list)
{
  gboolean is_ordered = cmark_node_get_list_type (list) == CMARK_ORDERED_LIST;
  int number = cmark_node_get_list_start (list);

  for (cmark_node *item = cmark_node_first_child (list); item; item = cmark_node_next (item)) {
    g_autofree char *own = body_item_label (item);
    g_autofree char *label = own          ? g_steal_pointer (&own)
                             : is_ordered ? g_strdup_printf ("%d.", number)
                                          : g_strdup ("-");
    writer->label = label;
    append_blocks (writer, item);
    writer->label = NULL;
    number++;
  }
}

static const char *
cell_align (cmark_node *cell, gboolean is_header)
{
  if (is_header || body_detail (cell) == ALIGN_CENTRE)
    return "<w:jc w:val=\"center\"/>";
  return body_detail (cell) == ALIGN_RIGHT ? "<w:jc w:val=\"right\"/>" : NULL;
}

/* Advance widths of Times New Roman, plain and bold, from the blank on, in thousandths of an em;
 * letters with marks are as wide as without, but for the horn of ơ and ư. */
static const guint16
  advances[]
          [95] = {
            { 250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
              500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
              921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
              556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
              333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
              500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541 },
            { 250, 333, 555, 500, 500, 1000, 833, 278,  333, 333, 500, 570, 250, 333, 250, 278,
              500, 500, 500, 500, 500, 500,  500, 500,  500, 500, 333, 333, 570, 570, 570, 500,
              930, 722, 667, 722, 722, 667,  611, 778,  778, 389, 500, 778, 667, 944, 722, 778,
              611, 778, 722, 556, 667, 722,  722, 1000, 722, 722, 667, 333, 278, 333, 581, 500,
              333, 500, 556, 444, 556, 444,  333, 500,  556, 278, 333, 556, 278, 833, 556, 500,
              556, 556, 444, 389, 333, 556,  500, 722,  500, 500, 444, 394, 220, 394, 520 },
          };

static const struct {
  gunichar letter;
  guint16 advances[2];
} wide_letters[] = {
  { 'o', { 529, 554 } },
  { 'u', { 542, 600 } },
  { 'O', { 722, 778 } },
  { 'U', { 776, 796 } },
};

#define HORN     0x31B
#define D_STROKE 0x111

static guint
advance (gunichar c, gboolean is_bold)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));

  for (guint i = 0; n > 1 && i < G_N_ELEMENTS (wide_letters); i++)
    if (wide_letters[i].letter == parts[0] && (parts[1] == HORN || (n > 2 && parts[2] == HORN)))
      return wide_letters[i].advances[is_bold];
  gunichar base = c == 0xA0 ? ' ' : c == D_STROKE ? 'd' : c == D_STROKE - 1 ? 'D' : parts[0];
  return base >= ' ' && base - ' ' < G_N_ELEMENTS (advances[0]) ? advances[is_bold][base - ' ']
                                                                : 500;
}

/* In twips: of the whole text, and of its longest word. */
static void
measure_text (const char *text, guint size, gboolean is_bold, double *whole, double *word)
{
  double all = 0, one = 0;

  *word = 0;
  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    double width = advance (g_utf8_get_char (p), is_bold) * size * 20 / 1000.0;
    all += width;
    one = *p == ' ' ? 0 : one + width;
    *word = MAX (*word, one);
  }
  *whole = all;
}

#define CELL_BORDER  15                      /* 0.75 pt; those of neighbours lie on each other */
#define CELL_PADDING (227 + 2 * CELL_BORDER) /* 2 mm on both sides */
#define MAX_COLUMNS  63

/* As CSS shares a table out (CSS 2.1, 17.5.2.2): each column its longest word, and what is left by
 * how much wider it would be on one line. */
static guint
share_width (cmark_node *table, guint size, guint *widths)
{
  double most[MAX_COLUMNS] = { 0 }, least[MAX_COLUMNS] = { 0 }, sum_most = 0, sum_least = 0;
  guint n = 0;

  for (cmark_node *row = cmark_node_first_child (table); row; row = cmark_node_next (row)) {
    guint column = 0;
    for (cmark_node *cell = cmark_node_first_child (row); cell && column < MAX_COLUMNS;
         cell = cmark_node_next (cell), column++) {
      g_autofree char *text = body_plain_text (cell);
      g_autoptr (GString) buffer = g_string_new (NULL);
      gsize length = strlen (text);
      double whole, word;
      measure_text (text_with_no_breaks (text, &length, buffer), size,
                    row == cmark_node_first_child (table), &whole, &word);
      most[column] = MAX (most[column], whole + CELL_PADDING);
      least[column] = MAX (least[column], word + CELL_PADDING);
    }
    n = MAX (n, column);
  }
  for (guint i = 0; i < n; i++) {
    sum_most += most[i];
    sum_least += least[i];
  }
  for (guint i = 0; i < n; i++) {
    double room = TEXT_WIDTH + CELL_BORDER * (n - 1.0), spare = room - sum_least;
    double width = sum_most <= room ? most[i] * room / sum_most
                   : spare > 0 ? least[i] + (most[i] - least[i]) * spare / (sum_most - sum_least)
                               : least[i] * room / sum_least;
    widths[i] = width - CELL_BORDER;
  }
  return n;
}

static void
append_row (LetterWriter *writer, cmark_node *row, const guint *widths)
{
  gboolean is_header = cmark_node_previous (row) == NULL;

  g_string_append_printf (writer->out, "<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>",
                          is_header ? "<w:tblHeader/>" : "");
  guint column = 0;
  for (cmark_node *cell = cmark_node_first_child (row); cell && column < MAX_COLUMNS;
       cell = cmark_node_next (cell)) {
    g_string_append_printf (
      writer->out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/></w:tcPr>", widths[column++]);
    open_paragraph (writer->out, "ONgang", cell_align (cell, is_header));
    writer->is_bold = is_header;
    append_inlines (writer, cell);
    writer->is_bold = FALSE;
    close_paragraph (writer->out);
    g_string_append (writer->out, "</w:tc>");
  }
  g_string_append (writer->out, "</w:tr>");
}

#define LINE(side) "<w:" side " w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/>"

static void
append_table (LetterWriter *writer, cmark_node *table)
{
  guint widths[MAX_COLUMNS];
  guint n = share_width (table, writer->size - 1, widths);

  append_gap (writer->out, 120, FALSE);
  g_string_append_printf (
    writer->out,
    "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblInd w:w=\"0\" "
    "w:type=\"dxa\"/><w:tblBorders>" LINE ("top") LINE ("left") LINE ("bottom") LINE ("right")
      LINE ("insideH") LINE (
        "insideV") "</w:tblBorders><w:tblLayout w:type=\"fixed\"/>"
                   "<w:tblCellMar><w:top w:w=\"57\" w:type=\"dxa\"/><w:left w:w=\"113\" "
                   "w:type=\"dxa\"/>"
                   "<w:bottom w:w=\"57\" w:type=\"dxa\"/><w:right w:w=\"113\" w:type=\"dxa\"/>"
                   "</w:tblCellMar></w:tblPr><w:tblGrid>",
    TEXT_WIDTH);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (writer->out, "<w:gridCol w:w=\"%u\"/>", widths[i]);
  g_string_append (writer->out, "</w:tblGrid>");
  for (cmark_node *row = cmark_node_first_child (table); row; row = cmark_node_next (row))
    append_row (writer, row, widths);
  g_string_append (writer->out, "</w:tbl>");
  writer->is_first = FALSE;
}

static void
append_block (LetterWriter *writer, cmark_node *node)
{
  BodyRole role = body_role (node);

  if (role == BODY_CHANNEL && !(body_detail (node) & CHANNEL_PRINT))
    return;
  if (role == BODY_TABLE) {
    append_table (writer, node);
    return;
  }
  switch (cmark_node_get_type (node)) {
  case CMARK_NODE_PARAGRAPH:
  case CMARK_NODE_HEADING:
    append_text_block (writer, node);
    break;
  case CMARK_NODE_LIST:
    append_list (writer, node);
    break;
  case CMARK_NODE_CODE_BLOCK:
    add_line (writer, "NoiDung", cmark_node_get_literal (node));
    break;
  default:
    append_blocks (writer, node);
  }
}

/* --- the parts of a letter --- */

static void
open_table (GString *out, guint left, guint right)
{
  g_string_append_printf (
    out,
    "<w:tbl><w:tblPr><w:tblW w:w=\"%u\" w:type=\"dxa\"/><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
    "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right "
    "w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w=\"%u\"/>"
    "<w:gridCol w:w=\"%u\"/></w:tblGrid>",
    left + right, left, right);
}

static void
open_cell (GString *out, guint width, guint margin)
{
  g_string_append_printf (out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/>", width);
  if (margin > 0)
    g_string_append_printf (out, "<w:tcMar><w:right w:w=\"%u\" w:type=\"dxa\"/></w:tcMar>", margin);
  g_string_append (out, "</w:tcPr>");
}

#define MOTTO   "Độc lập - Tự do - Hạnh phúc"
#define ROW     "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
#define END_ROW "</w:tc></w:tr>"

/* A border as long as `share` of a text of that width, in the middle of `inner`. */
static void
append_rule (GString *out, guint inner, double width, double share, int height)
{
  int indent = MAX ((int) ((inner - width * share) / 2), 0);
  g_autofree char *more =
    g_strdup_printf ("<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"%d\" w:lineRule=\"exact\"/>"
                     "<w:ind w:left=\"%d\" w:right=\"%d\"/>",
                     height, indent, indent);
  open_paragraph (out, "VachKe", more);
  close_paragraph (out);
}

static void
append_names (LetterWriter *writer, const Office *office)
{
  double longest = 0, motto, word;

  open_cell (writer->out, LEFT_WIDTH, 170);
  for (guint i = 0; office->parent_lines[i]; i++)
    add_line (writer, "CoQuanChuQuan", office->parent_lines[i]);
  for (guint i = 0; office->name_lines[i]; i++) {
    add_line (writer, "CoQuanBanHanh", office->name_lines[i]);
    double width;
    measure_text (office->name_lines[i], writer->size - 1, TRUE, &width, &word);
    longest = MAX (longest, width);
  }
  append_rule (writer->out, LEFT_WIDTH - 170, longest, 0.4, 68);
  g_string_append (writer->out, "</w:tc>");
  open_cell (writer->out, RIGHT_WIDTH, 0);
  add_line (writer, "QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  add_line (writer, "TieuNgu", MOTTO);
  measure_text (MOTTO, writer->size, TRUE, &motto, &word);
  append_rule (writer->out, RIGHT_WIDTH, motto, 1, 34);
}

/* What a clerk fills in stands as blanks, as offices leave it. */
static char *
number_text (const Document *document)
{
  if (document->number && document->symbol) {
    g_autofree char *both = symbol_join (document->number, document->symbol,
                                         document->office && document->office->is_party);
    return g_strconcat ("Số: ", both, NULL);
  }
  return g_strdup_printf ("Số: %s/%s", document->number ? document->number : "          ",
                          document->symbol ? document->symbol : "");
}

static char *
date_text (const Document *document)
{
  g_autofree char *date = date_is_set (document->date) ? date_official (document->date)
                                                       : g_strdup ("ngày      tháng      năm");
  return g_strdup_printf ("%s, %s", document->office->place ? document->office->place : "", date);
}

static void
append_letterhead (LetterWriter *writer, const Document *document)
{
  g_autofree char *number = number_text (document);
  g_autofree char *date = date_text (document);
  g_autofree char *about = g_strdup_printf ("V/v %s", document->subject ? document->subject : "");

  open_table (writer->out, LEFT_WIDTH, RIGHT_WIDTH);
  g_string_append (writer->out, ROW);
  append_names (writer, document->office);
  g_string_append (writer->out, END_ROW ROW);
  open_cell (writer->out, LEFT_WIDTH, 170);
  append_gap (writer->out, 170, FALSE);
  g_string_append (writer->out, "</w:tc>");
  open_cell (writer->out, RIGHT_WIDTH, 0);
  append_gap (writer->out, 170, FALSE);
  g_string_append (writer->out, END_ROW ROW);
  open_cell (writer->out, LEFT_WIDTH, 170);
  add_line (writer, "SoKyHieu", number);
  if (document->type == NULL)
    add_line (writer, "TrichYeuCongVan", about);
  g_string_append (writer->out, "</w:tc>");
  open_cell (writer->out, RIGHT_WIDTH, 0);
  writer->is_one_line = TRUE;
  add_line (writer, "DiaDanhNgay", date);
  writer->is_one_line = FALSE;
  g_string_append (writer->out, END_ROW "</w:tbl>");
}

static void
append_type (LetterWriter *writer, const Document *document)
{
  if (document->type == NULL)
    return;
  g_autofree char *capitals = g_utf8_strup (document->type, -1);
  add_line (writer, "TenLoai", capitals);
  add_line (writer, "TrichYeu", document->subject ? document->subject : "");
  append_rule (writer->out, TEXT_WIDTH, TEXT_WIDTH / 3, 1, 68);
}

static guint
count_lines (const char *const *lines)
{
  return lines ? g_strv_length ((char **) lines) : 0;
}

static void
append_addressees (LetterWriter *writer, const Document *document)
{
  guint n = count_lines (document->to);

  if (n == 0)
    return;
  if (n == 1) {
    g_autofree char *line = g_strconcat ("Kính gửi: ", document->to[0], NULL);
    add_line (writer, "KinhGui", line);
    return;
  }
  add_line (writer, "KinhGuiNhieu", "Kính gửi:");
  for (guint i = 0; i < n; i++) {
    g_autofree char *line = g_strdup_printf ("- %s%s", document->to[i], i + 1 < n ? ";" : ".");
    add_line (writer, "KinhGuiMuc", line);
  }
}

/* One row that is not split, and each paragraph kept with the next: the block goes as one. */
static void
append_closing (LetterWriter *writer, const Document *document, const LetterLines *lines)
{
  guint n = count_lines (lines->copies);

  append_gap (writer->out, 283, TRUE);
  open_table (writer->out, COPIES_WIDTH, TEXT_WIDTH - COPIES_WIDTH);
  g_string_append (writer->out, ROW);
  open_cell (writer->out, COPIES_WIDTH, 0);
  add_line (writer, "NoiNhan", "Nơi nhận:");
  for (guint i = 0; i < n; i++) {
    g_autofree char *line = g_strdup_printf ("- %s%s", lines->copies[i], i + 1 < n ? ";" : ".");
    add_line (writer, "NoiNhanMuc", line);
  }
  g_string_append (writer->out, "</w:tc>");
  open_cell (writer->out, TEXT_WIDTH - COPIES_WIDTH, 0);
  for (guint i = 0; document->signer.authority && document->signer.authority[i]; i++)
    add_line (writer, "QuyenHan", document->signer.authority[i]);
  add_line (writer, "QuyenHan", document->signer.title ? document->signer.title : "");
  add_line (writer, "HoTen", document->signer.name ? document->signer.name : "");
  g_string_append (writer->out, END_ROW "</w:tbl>");
  g_string_append (writer->out, "<w:p><w:pPr><w:spacing w:line=\"20\" w:lineRule=\"exact\"/><w:rPr>"
                                "<w:sz w:val=\"2\"/></w:rPr></w:pPr></w:p>");
}

/* The first page has no number, and the contacts of the office at its foot. */
static void
append_section (GString *out, gboolean has_contacts)
{
  g_string_append_printf (
    out,
    "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/><w:headerReference "
    "w:type=\"first\" r:id=\"rId4\"/>%s<w:type w:val=\"nextPage\"/><w:pgSz w:w=\"11906\" "
    "w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\" "
    "w:header=\"440\" w:footer=\"1134\" w:gutter=\"0\"/><w:pgNumType w:start=\"1\"/>"
    "<w:titlePg/></w:sectPr>",
    has_contacts ? "<w:footerReference w:type=\"first\" r:id=\"rId5\"/>" : "");
}

/* --- appendices --- */

/* A text issued with a decision has the same head, without number and date. */
static void
append_names_again (LetterWriter *writer, const Office *office)
{
  open_table (writer->out, LEFT_WIDTH, RIGHT_WIDTH);
  g_string_append (writer->out, ROW);
  append_names (writer, office);
  g_string_append (writer->out, END_ROW "</w:tbl>");
}

static void
append_appendix_head (LetterWriter *writer, const Document *document, cmark_node *heading)
{
  g_autofree char *text = body_plain_text (heading);
  guint label = body_detail (heading);
  g_autofree char *number = number_text (document);
  g_autofree char *date =
    date_is_set (document->date) ? date_official (document->date) : g_strdup ("");
  g_autofree char *type = g_strdup (document->type ? document->type : "Công văn");
  g_autofree char *source = g_strdup_printf (
    "(Kèm theo %s số %s %s của %s)", type, number + strlen ("Số: "), date, document->office->name);
  cmark_node *next = cmark_node_next (heading);
  g_autofree char *below = next && body_role (next) == BODY_APPENDIX_TITLE ? body_plain_text (next) : NULL;
  const char *title = label ? g_strstrip (text + label + 1) : "";
  gboolean is_attached = body_role (heading) == BODY_ATTACHED;

  if (label)
    text[label] = '\0';
  if (is_attached)
    append_names_again (writer, document->office);
  add_line (writer, is_attached ? "TenLoai" : "PhuLuc", text);
  g_autofree char *capitals = g_utf8_strup (below ? below : title, -1);
  if (is_attached && below)
    add_line (writer, "TrichYeu", below);
  else if (*capitals)
    add_line (writer, "PhuLuc", capitals);
  add_line (writer, "PhuLucKem", source);
  append_rule (writer->out, TEXT_WIDTH, TEXT_WIDTH / 3, 1, 68);
}

/* Lines of the head of an appendix, which is written with its heading. */
static gboolean
is_of_head (cmark_node *node)
{
  return body_role (node) == BODY_BASE_LINE || body_role (node) == BODY_APPENDIX_TITLE;
}

/* Each is a section of its own, which counts its pages anew; a section ends in the paragraph before
 * the next. */
static void
append_content (LetterWriter *writer, const Document *document, const LetterLines *lines,
                cmark_node *body)
{
  gboolean is_closed = FALSE;

  for (cmark_node *node = cmark_node_first_child (body); node; node = cmark_node_next (node)) {
    if (!body_opens_annex (node)) {
      if (!is_closed || !is_of_head (node))
        append_block (writer, node);
      continue;
    }
    if (!is_closed)
      append_closing (writer, document, lines);
    g_string_append (writer->out, "<w:p><w:pPr><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>");
    append_section (writer->out, !is_closed && lines->contacts);
    g_string_append (writer->out, "</w:pPr></w:p>");
    is_closed = TRUE;
    append_appendix_head (writer, document, node);
  }
  if (!is_closed)
    append_closing (writer, document, lines);
  append_section (writer->out, !is_closed && lines->contacts);
}

/* --- parts --- */

static char *
document_xml (const Document *document, const LetterLines *lines, cmark_node *body, guint size,
              GString *notes)
{
  GString *out = g_string_new (XML "<w:document " W_NAMESPACES "><w:body>");
  LetterWriter writer = { .out = out, .size = size, .is_first = TRUE, .notes = notes };

  append_letterhead (&writer, document);
  append_type (&writer, document);
  append_addressees (&writer, document);
  append_content (&writer, document, lines, body);
  g_string_append (out, "</w:body></w:document>");
  return g_string_free (out, FALSE);
}

static char *
footer_xml (const char *contacts)
{
  GString *out = g_string_new (
    XML "<w:ftr " W_NAMESPACES "><w:p><w:pPr><w:pStyle w:val=\"LienHe\"/><w:pBdr><w:top "
        "w:val=\"single\" w:sz=\"6\" w:space=\"3\" w:color=\"000000\"/></w:pBdr><w:spacing "
        "w:before=\"170\" w:after=\"340\" w:line=\"250\" w:lineRule=\"auto\"/></w:pPr><w:r>"
        "<w:t xml:space=\"preserve\">");

  docx_append_text (out, contacts, strlen (contacts));
  g_string_append (out, "</w:t></w:r></w:p></w:ftr>");
  return g_string_free (out, FALSE);
}

static void
append_property (GString *out, const char *tag, const char *text)
{
  if (text == NULL)
    return;
  g_string_append_printf (out, "<%s>", tag);
  docx_append_text (out, text, strlen (text));
  g_string_append_printf (out, "</%s>", tag);
}

/* Created on the day of the document, so that the same letter is the same file. */
static char *
core_xml (const Document *document)
{
  GString *out = g_string_new (
    XML "<cp:coreProperties "
        "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
  g_autofree char *number = number_text (document);

  append_property (out, "dc:title", document->subject);
  append_property (out, "dc:creator", document->office->name);
  append_property (out, "dc:identifier", number + strlen ("Số: "));
  append_property (out, "dc:language", "vi-VN");
  append_property (out, "cp:category", document->type ? document->type : "công văn");
  if (date_is_set (document->date)) {
    g_autofree char *day = date_iso (document->date);
    g_string_append_printf (out,
                            "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%sT00:00:00Z"
                            "</dcterms:created>",
                            day);
  }
  g_string_append (out, "</cp:coreProperties>");
  return g_string_free (out, FALSE);
}

#define WORD_PART(name, type)                                                                      \
  "<Override PartName=\"/word/" name ".xml\" "                                                     \
  "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml." type "+xml\"/>"
#define RELATION(id, type, target)                                                                 \
  "<Relationship Id=\"" id "\" Type=\"" type "\" Target=\"" target "\"/>"
#define RELATIONS                                                                                  \
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"

#define TYPES                                                                                      \
  XML "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "    \
      "Extension=\"rels\" "                                                                        \
      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default "        \
      "Extension=\"xml\" ContentType=\"application/xml\"/>" WORD_PART ("document", "document.main") \
        WORD_PART ("styles", "styles") WORD_PART ("settings", "settings")                          \
          WORD_PART ("header1", "header") WORD_PART ("header2", "header")                          \
            WORD_PART ("footer1", "footer") "<Override PartName=\"/docProps/core.xml\" "           \
                                            "ContentType=\"application/"                           \
                                            "vnd.openxmlformats-package.core-properties+xml\"/>"
static const char types_xml[] = TYPES "</Types>";
static const char types_with_notes[] = TYPES WORD_PART ("footnotes", "footnotes") "</Types>";
static const char root_relations[] =
  XML RELATIONS RELATION ("rId1", OFFICE_TYPES "officeDocument", "word/document.xml")
    RELATION ("rId2",
              "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
              "core-properties",
              "docProps/core.xml") "</Relationships>";
#define LETTER_RELATIONS                                                                           \
  XML RELATIONS RELATION ("rId1", OFFICE_TYPES "styles", "styles.xml")                             \
    RELATION ("rId2", OFFICE_TYPES "settings", "settings.xml")                                     \
      RELATION ("rId3", OFFICE_TYPES "header", "header1.xml")                                      \
        RELATION ("rId4", OFFICE_TYPES "header", "header2.xml")                                    \
          RELATION ("rId5", OFFICE_TYPES "footer", "footer1.xml")
static const char document_relations[] = LETTER_RELATIONS "</Relationships>";
static const char relations_with_notes[] =
  LETTER_RELATIONS RELATION ("rId6", OFFICE_TYPES "footnotes", "footnotes.xml") "</Relationships>";
static const char settings_xml[] =
  XML "<w:settings " W_NAMESPACES "><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"567\"/>"
      "<w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat><w:compatSetting "
      "w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
      "w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"vi-VN\"/></w:settings>";
static const char header_xml[] =
  XML "<w:hdr " W_NAMESPACES "><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r><w:fldChar "
      "w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE "
      "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t>"
      "</w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>";
static const char first_header_xml[] =
  XML "<w:hdr " W_NAMESPACES "><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr></w:p></w:hdr>";

/* With the two that Word draws its rules from. */
static char *
notes_xml (const GString *notes)
{
  return g_strconcat (
    XML "<w:footnotes " W_NAMESPACES "><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r>"
        "<w:separator/></w:r></w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" "
        "w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>",
    notes->str, "</w:footnotes>", NULL);
}

void
letter_docx (const Document *document, const LetterLines *lines, cmark_node *body, GString *out)
{
  guint size = document->size ? document->size : 14;
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autofree char *text = document_xml (document, lines, body, size, notes);
  gboolean has_notes = notes->len > 0;
  g_autofree char *sheet = styles_xml (size, has_notes);
  g_autofree char *core = core_xml (document);
  g_autofree char *footer = footer_xml (lines->contacts ? lines->contacts : "");
  g_autofree char *footnotes = notes_xml (notes);
  const char *types = has_notes ? types_with_notes : types_xml;
  const char *relations = has_notes ? relations_with_notes : document_relations;
  const DocxFile files[] = {
    { "[Content_Types].xml", types, strlen (types) },
    { "_rels/.rels", root_relations, strlen (root_relations) },
    { "word/document.xml", text, strlen (text) },
    { "word/_rels/document.xml.rels", relations, strlen (relations) },
    { "word/styles.xml", sheet, strlen (sheet) },
    { "word/settings.xml", settings_xml, strlen (settings_xml) },
    { "word/header1.xml", header_xml, strlen (header_xml) },
    { "word/header2.xml", first_header_xml, strlen (first_header_xml) },
    { "word/footer1.xml", footer, strlen (footer) },
    { "docProps/core.xml", core, strlen (core) },
    { "word/footnotes.xml", footnotes, strlen (footnotes) },
  };
  docx_pack (files, G_N_ELEMENTS (files) - !has_notes, out);
}
