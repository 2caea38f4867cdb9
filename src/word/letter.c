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

#include "model/contents.h"
#include "word/docx.h"
#include "word/letter_form.h"
#include "word/origin.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_INDENT 567  /* 10 mm */
#define PARTY_LINE   18.0 /* points */
#define NUMBER_LOWER 22   /* beside a date of 14 points, so that both stand on one line */

/* --- styles --- */

static const DocxStyle styles[] = {
  { "CoQuanChuQuan", "Cơ quan chủ quản", -1, 1.2, 0, "center", 0, 0, 0, NULL, NULL },
  { "CoQuanBanHanh", "Cơ quan ban hành", -1, 1.2, 0, "center", 1, 0, 0, NULL, NULL },
  /* A hair wider than its column. */
  { "QuocHieu", "Quốc hiệu", -1, 1.2, 0, "center", 1, 0, 0, "w:left=\"-113\" w:right=\"-113\"",
    NULL },
  { "TieuNgu", "Tiêu ngữ", 0, 1.25, 0, "center", 1, 0, 0, NULL, NULL },
  { "SoKyHieu", "Số và ký hiệu", 13, 1.15, NUMBER_LOWER, "center", 0, 0, 0, NULL, NULL },
  { "SoKyHieuDuoi", "Số và ký hiệu (dưới tên)", 13, 1.15, 113, "center", 0, 0, 0, NULL, NULL },
  { "TrichYeuCongVan", "Trích yếu công văn", -1, 1.15, 120, "center", 0, 0, 0,
    "w:left=\"227\" w:right=\"227\"", NULL },
  { "DiaDanhNgay", "Địa danh và ngày", 0, 1.25, 0, "center", 0, 1, 0, NULL, NULL },
  { "TenLoai", "Tên loại văn bản", 0, 1.25, 397, "center", 1, 0, 1, NULL, NULL },
  { "TrichYeu", "Trích yếu nội dung", 0, 1.25, 0, "center", 1, 0, 0,
    "w:left=\"567\" w:right=\"567\"", NULL },
  { "KinhGui", "Kính gửi", 0, 1.25, 340, "center", 0, 0, 0, NULL, NULL },
  { "KinhGuiNhieu", "Kính gửi (nhãn)", 0, 1.25, 340, "left", 0, 0, 1, "w:left=\"1984\"", NULL },
  { "KinhGuiMuc", "Kính gửi (mục)", 0, 1.25, 0, "left", 0, 0, 0,
    "w:left=\"3135\" w:hanging=\"163\"", NULL },
  { "NoiDung", "Nội dung", 0, 1.25, 120, "both", 0, 0, 0, "w:firstLine=\"567\"", NULL },
  { "CanCu", "Căn cứ ban hành", 0, 1.25, 120, "both", 0, 1, 0, "w:firstLine=\"567\"", NULL },
  { "DeMuc", "Đề mục", 0, 1.25, 120, "both", 1, 0, 1, "w:firstLine=\"567\"", NULL },
  { "Hinh", "Hình", 0, 1.25, 120, "center", 0, 0, 0, NULL, NULL },
  { "Caption", "caption", 0, 1.25, 0, "center", 0, 1, 0, NULL, NULL },
  { "TenBang", "Tên bảng", -1, 1.25, 120, "center", 1, 0, 1, NULL, NULL },
  { "GiuaDong", "Thẩm quyền và chương", 0, 1.25, 120, "center", 1, 0, 1, NULL, NULL },
  { "ONgang", "Ô của bảng", 13, 1.25, 0, "left", 0, 0, 0, NULL, NULL },
  { "ONgang12", "Ô của bảng (cỡ 12)", 12, 1.25, 0, "left", 0, 0, 0, NULL, NULL },
  { "ONgang11", "Ô của bảng (cỡ 11)", 11, 1.25, 0, "left", 0, 0, 0, NULL, NULL },
  { "NoiNhan", "Nơi nhận", 12, 1.4, 20, "left", 1, 1, 1, NULL, NULL },
  { "NoiNhanMuc", "Nơi nhận (mục)", 11, 1.2, 0, "left", 0, 0, 1, "w:left=\"128\" w:hanging=\"128\"",
    NULL },
  { "QuyenHan", "Quyền hạn và chức vụ", 0, 1.25, 0, "center", 1, 0, 1, NULL, NULL },
  { "ChucVuDang", "Chức vụ (Đảng)", 0, 1.25, 0, "center", 0, 0, 1, NULL, NULL },
  { "HoTen", "Họ tên người ký", 0, 1.25, 1531, "center", 1, 0, 0, NULL, NULL },
  { "PhuLuc", "Phụ lục", 0, 1.25, 0, "center", 1, 0, 1, NULL, NULL },
  { "PhuLucKem", "Kèm theo", 0, 1.25, 0, "center", 0, 1, 0, NULL, NULL },
  { "MucLuc", "Mục lục", 0, 1.25, 340, "center", 1, 0, 1, NULL, NULL },
  { "TOC1", "toc 1", 0, 1.25, 60, "left", 0, 0, 0, NULL, NULL },
  { "TOC2", "toc 2", 0, 1.25, 60, "left", 0, 0, 0, "w:left=\"340\"", NULL },
  { "TOC3", "toc 3", 0, 1.25, 60, "left", 0, 0, 0, "w:left=\"680\"", NULL },
  { "SaoDang", "Dấu sao", -1, 1, 0, "center", 1, 0, 0, NULL, NULL },
  { "TrichYeuDang", "Trích yếu công văn (Đảng)", -1, 1.15, 120, "center", 0, 1, 0,
    "w:left=\"227\" w:right=\"227\"", NULL },
  { "TrichYeuRieng", "Trích yếu không tên loại", 0, 1.25, 397, "center", 1, 0, 0,
    "w:left=\"567\" w:right=\"567\"", NULL },
  { "KinhMoi", "Kính mời", 0, 1.25, 340, "both", 0, 0, 0, "w:firstLine=\"567\"", NULL },
  { "NoiNhanDang", "Nơi nhận (Đảng)", 12, 1.4, 20, "left", 0, 0, 1, NULL, NULL },
  { "HoTenSo", "Họ tên người ký số", 0, 1.25, 1021, "center", 1, 0, 0, NULL, NULL },
  { "XacNhan", "Xác nhận", 13, 1.4, 227, "center", 0, 1, 0, NULL, NULL },
  { "XacNhanDong", "Xác nhận (dòng)", 13, 1.4, 0, "center", 0, 1, 0, NULL, NULL },
  { "HinhThucSao", "Hình thức sao", 0, 1.2, 0, "center", 1, 0, 0, NULL, NULL },
  { "LienHe", "Liên hệ", 11, 1.2, 0, "center", 0, 0, 0, NULL, NULL },
};

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

/* In documents of the Party the lines of the text are 18 to 22 points apart, bases upright and the
 * name of the kind larger. A number as large as the date beside it stands no lower. */
static void
append_style (GString *out, const DocxStyle *style, guint size, gboolean is_party)
{
  static const char *const ids[] = { "NoiDung", "CanCu", "DeMuc", "GiuaDong", "Hinh", NULL };
  DocxStyle own = *style;

  if (is_party && g_strv_contains (ids, style->id))
    own.line = PARTY_LINE / size;
  if (is_party && strcmp (style->id, "CanCu") == 0)
    own.is_italic = FALSE;
  if (is_party && strcmp (style->id, "TenLoai") == 0)
    own.size = 15;
  if (strcmp (style->id, "SoKyHieu") == 0 && (int) size == own.size)
    own.before = 0;
  docx_append_style (out, &own, size);
}

static char *
styles_xml (guint size, gboolean is_party, gboolean has_notes)
{
  GString *out = g_string_new (NULL);

  docx_append_defaults (out, "Times New Roman", size);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    append_style (out, &styles[i], size, is_party);
  g_string_append (
    out, "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"VachKe\"><w:name "
         "w:val=\"Vạch kẻ\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:pBdr><w:bottom "
         "w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/></w:pBdr><w:spacing "
         "w:before=\"0\" w:after=\"0\" w:line=\"68\" w:lineRule=\"exact\"/></w:pPr><w:rPr><w:sz "
         "w:val=\"2\"/><w:szCs w:val=\"2\"/></w:rPr></w:style>"
         "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"MucDoKhan\"><w:name "
         "w:val=\"Mức độ khẩn\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:jc w:val=\"center\"/>"
         "</w:pPr><w:rPr><w:b/><w:bCs/><w:color w:val=\"FF0000\"/></w:rPr></w:style>"
         "<w:style w:type=\"paragraph\" w:styleId=\"Header\"><w:name w:val=\"header\"/><w:basedOn "
         "w:val=\"Normal\"/><w:pPr><w:jc w:val=\"center\"/></w:pPr></w:style>");
  if (has_notes)
    append_note_styles (out, size);
  return g_string_free (out, FALSE);
}

/* --- inlines --- */

static void append_inlines (LetterWriter *writer, cmark_node *parent);

/* For a picture, px: its caption stands on the same page. */
static double
room_down (const LetterWriter *writer)
{
  return (writer->width == WIDE_WIDTH ? 145 : 235) * 96 / 25.4;
}

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
      letter_run (writer, " › ");
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
  docx_open_paragraph (writer->out, "FootnoteText", NULL);
  g_string_append (writer->out, NOTE_MARK "<w:footnoteRef/></w:r>"
                                          "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>");
  append_inlines (writer, node);
  docx_close_paragraph (writer->out);
  g_string_append (writer->out, "</w:footnote>");
  writer->out = text;
}

#define EMU_OF_PX   9525 /* English Metric Units, 914,400 an inch */
#define A_NAMESPACE "http://schemas.openxmlformats.org/drawingml/2006/"

/* In a line, as large as it is on paper: its natural size, or what the page has room for. */
static void
append_drawing (LetterWriter *writer, const LetterPicture *picture, const char *description)
{
  double most_across = writer->width / 15.0, most_down = room_down (writer);
  double scale = MIN (1, MIN (most_across / picture->width, most_down / picture->height));
  gint64 across = (gint64) (picture->width * scale * EMU_OF_PX);
  gint64 down = (gint64) (picture->height * scale * EMU_OF_PX);
  guint number = writer->pictures->len;
  GString *out = writer->out;

  g_string_append_printf (
    out,
    "<w:r><w:drawing><wp:inline xmlns:wp=\"" A_NAMESPACE "wordprocessingDrawing\" distT=\"0\" "
    "distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"%" G_GINT64_FORMAT
    "\" cy=\"%" G_GINT64_FORMAT "\"/><wp:docPr id=\"%u\" name=\"Hình %u\" descr=\"",
    across, down, number, number);
  docx_append_text (out, description, strlen (description));
  g_string_append_printf (
    out,
    "\"/><a:graphic xmlns:a=\"" A_NAMESPACE "main\"><a:graphicData uri=\"" A_NAMESPACE
    "picture\"><pic:pic xmlns:pic=\"" A_NAMESPACE "picture\"><pic:nvPicPr><pic:cNvPr id=\"%u\" "
    "name=\"Hình %u\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"" DOCX_PICTURE
    "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" "
    "y=\"0\"/><a:ext cx=\"%" G_GINT64_FORMAT "\" cy=\"%" G_GINT64_FORMAT
    "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
    number, number, number, across, down);
}

/* What cannot be shown says its description, as a page does whose picture is missing. */
static void
append_picture (LetterWriter *writer, cmark_node *node)
{
  const LetterLines *lines = writer->lines;
  g_autoptr (GString) description = g_string_new (NULL);
  LetterPicture picture = { 0 };

  body_add_text (node, description);
  if (lines->picture == NULL
      || !lines->picture (cmark_node_get_url (node), writer->width / 15.0, room_down (writer),
                          &picture, lines->data)) {
    letter_run (writer, description->str);
    return;
  }
  g_ptr_array_add (writer->pictures, picture.bytes);
  append_drawing (writer, &picture, description->str);
}

static void
append_inline (LetterWriter *writer, cmark_node *node)
{
  switch (cmark_node_get_type (node)) {
  case CMARK_NODE_TEXT:
  case CMARK_NODE_CODE:
    letter_run (writer, cmark_node_get_literal (node));
    break;
  case CMARK_NODE_SOFTBREAK:
    letter_run (writer, " ");
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
  case CMARK_NODE_IMAGE:
    append_picture (writer, node);
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

/* --- sections --- */

/* From the edge of the paper to the foot of the page: what is empty takes no room of the text. */
#define CONTACTS_ABOVE_EDGE 1134
#define NOTHING_ABOVE_EDGE  720

/* The lines are a twip wider than on paper, so that one that fills them to the last does not break
 * in LibreOffice; and the page a point lower in, since the last line has no room below its letters
 * there, as it has in CSS. The first page has no number, and the contacts of the office at its
 * foot; so has that of an appendix, but for the contacts. One that goes on in another direction is
 * counted on.
 */
static void
append_section (LetterWriter *writer)
{
  gboolean is_wide = writer->width == WIDE_WIDTH;
  gboolean is_first = writer->n_sections++ == 0;

  g_string_append_printf (
    writer->out,
    "<w:sectPr>" DOCX_HEADER "%s%s<w:type w:val=\"nextPage\"/>%s<w:pgMar "
    "w:top=\"1134\" w:right=\"849\" w:bottom=\"1154\" w:left=\"1701\" w:header=\"373\" "
    "w:footer=\"%u\" w:gutter=\"0\"/>%s</w:sectPr>",
    is_first ? DOCX_FIRST_HEADER : DOCX_EMPTY_FIRST,
    is_first && writer->lines->contacts ? DOCX_FIRST_FOOTER : "",
    is_wide ? "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
            : "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>",
    is_first ? CONTACTS_ABOVE_EDGE : NOTHING_ABOVE_EDGE,
    writer->goes_on ? "" : "<w:pgNumType w:start=\"1\"/><w:titlePg/>");
}

/* A section ends in the paragraph before the next. */
static void
end_section (LetterWriter *writer, gboolean next_is_wide)
{
  g_string_append (writer->out, "<w:p><w:pPr><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>");
  append_section (writer);
  g_string_append (writer->out, "</w:pPr></w:p>");
  writer->width = next_is_wide ? WIDE_WIDTH : TEXT_WIDTH;
  writer->turns_wide = next_is_wide;
}

/* Before anything is written: a section of its own for what lies in another direction. It is opened
 * as late as here, so that no page of one stays empty. */
static void
turn (LetterWriter *writer)
{
  if (writer->turns_wide == (writer->width == WIDE_WIDTH))
    return;
  end_section (writer, writer->turns_wide);
  writer->goes_on = TRUE;
  writer->above = 0; /* margins end at the edge of a page (CSS Fragmentation 3, 5.2) */
}

/* --- blocks --- */

static void append_block (LetterWriter *writer, cmark_node *node);

/* What stays with what follows does so with its last line alone. */
static void
append_blocks (LetterWriter *writer, cmark_node *parent)
{
  gboolean keeps_next = writer->keeps_next;

  for (cmark_node *node = cmark_node_first_child (parent); node; node = cmark_node_next (node)) {
    writer->keeps_next = keeps_next && cmark_node_next (node) == NULL;
    append_block (writer, node);
  }
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

static gboolean
is_last_of_letter (cmark_node *node)
{
  cmark_node *next = cmark_node_next (node);
  return next == NULL || body_opens_annex (next);
}

static gboolean
has_strong (cmark_node *node)
{
  for (cmark_node *child = cmark_node_first_child (node); child; child = cmark_node_next (child))
    if (cmark_node_get_type (child) == CMARK_NODE_STRONG || has_strong (child))
      return TRUE;
  return FALSE;
}

/* TRUE when a paragraph is certainly no longer than a line. */
static gboolean
fits_line (const LetterWriter *writer, cmark_node *node)
{
  g_autofree char *text = body_plain_text (node);
  gboolean is_bold = cmark_node_get_type (node) == CMARK_NODE_HEADING || has_strong (node);

  return letter_measure (text, writer->size, is_bold) < writer->width - FIRST_INDENT;
}

/* A line to write on goes to the margin: a dotted underline, which no reader takes for words. */
static void
append_dots (GString *out)
{
  g_string_append (out, "<w:r><w:rPr><w:u w:val=\"dotted\"/></w:rPr><w:tab/></w:r>");
}

/* What is not as the style of a block says. Caller frees. */
static char *
block_properties (LetterWriter *writer, gboolean keeps_next, const char *tabs)
{
  g_autofree char *above =
    writer->above >= 0 ? g_strdup_printf ("<w:spacing w:before=\"%d\"/>", writer->above) : NULL;

  writer->above = ABOVE_BY_STYLE;
  return g_strconcat (keeps_next ? "<w:keepNext/><w:keepLines/>" : "", tabs, above, NULL);
}

/* The signature is not alone on its page, nor a title at the foot of one. */
static gboolean
stays_with_next (const LetterWriter *writer, cmark_node *node)
{
  cmark_node *parent = cmark_node_parent (node);
  return writer->keeps_next || body_leads (node)
         || (cmark_node_get_type (parent) == CMARK_NODE_ITEM && body_leads (parent));
}

/* So Word can list headings, and make a table of contents of them. Caller frees. */
static char *
outline_level (cmark_node *node, const Value *listed)
{
  int level =
    listed ? atoi (value_find_text (listed, "level")) - 1 : cmark_node_get_heading_level (node) - 2;

  if (listed == NULL && cmark_node_get_type (node) != CMARK_NODE_HEADING)
    return g_strdup ("");
  return g_strdup_printf ("<w:outlineLvl w:val=\"%d\"/>", MAX (level, 0));
}

/* --- contents --- */

/* What comes next in the contents, when its words are these; the contents do not say whose they
 * are. */
static const Value *
take_listed (LetterListing *listing, const char *title)
{
  if (listing->entries == NULL || listing->n_found >= value_length (listing->entries))
    return NULL;
  const Value *entry = value_item (listing->entries, listing->n_found);
  if (strcmp (value_find_text (entry, "title"), title) != 0)
    return NULL;
  listing->n_found++;
  return entry;
}

/* The entry of a block, or of the item that it begins; or NULL. */
static const Value *
listed_block (LetterWriter *writer, cmark_node *node)
{
  cmark_node *item = cmark_node_previous (node) == NULL ? cmark_node_parent (node) : NULL;

  if (item && (cmark_node_get_type (item) != CMARK_NODE_ITEM || contents_level (item) == 0))
    item = NULL;
  if (contents_level (node) == 0 && item == NULL)
    return NULL;
  g_autofree char *title = contents_text (item ? item : node);
  return take_listed (writer->listing, title);
}

/* Where the contents lead to: to what was found last. */
static void
append_bookmark (GString *out, const LetterListing *listing)
{
  guint id = listing->first + listing->n_found - 1;

  g_string_append_printf (out,
                          "<w:bookmarkStart w:id=\"%u\" w:name=\"_Toc%u\"/>"
                          "<w:bookmarkEnd w:id=\"%u\"/>",
                          id, id, id);
}

/* A page that is not known is asked for when the file is opened. */
static void
append_page (const LetterWriter *writer, const Value *entry, guint bookmark)
{
  GHashTable *pages = writer->lines->pages;
  guint page =
    pages ? GPOINTER_TO_UINT (g_hash_table_lookup (pages, value_find_text (entry, "id"))) : 0;

  g_string_append (writer->out, "<w:r><w:tab/></w:r>");
  g_string_append_printf (writer->out,
                          "<w:r><w:fldChar w:fldCharType=\"begin\"%s/></w:r>" DOCX_FIELD_CODE (
                            "PAGEREF _Toc%u \\h") DOCX_FIELD_MARK ("separate"),
                          page ? "" : " w:dirty=\"true\"", bookmark);
  if (page)
    g_string_append_printf (writer->out, "<w:r><w:t>%u</w:t></w:r>", page);
  g_string_append (writer->out, DOCX_FIELD_MARK ("end"));
}

/* `range`: within what Word shall look for headings, as a switch of its field. */
static void
append_entry (LetterWriter *writer, const LetterListing *listing, guint index, const char *range)
{
  const Value *entry = value_item (listing->entries, index);
  guint bookmark = listing->first + index;
  g_autofree char *style = g_strdup_printf ("TOC%.1s", value_find_text (entry, "level"));

  docx_open_paragraph (writer->out, style,
                       "<w:keepLines/><w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" "
                       "w:pos=\"" G_STRINGIFY (TEXT_WIDTH) "\"/></w:tabs>");
  if (index == 0)
    g_string_append_printf (writer->out,
                            DOCX_FIELD_MARK ("begin")
                              DOCX_FIELD_CODE ("TOC \\o &quot;1-3&quot; \\h \\z \\u%s")
                                DOCX_FIELD_MARK ("separate"),
                            range);
  g_string_append_printf (writer->out, "<w:hyperlink w:anchor=\"_Toc%u\" w:history=\"1\">",
                          bookmark);
  letter_run (writer, value_find_text (entry, "title"));
  if (value_find_truth (entry, "has_page"))
    append_page (writer, entry, bookmark);
  g_string_append (writer->out, "</w:hyperlink>");
  if (index + 1 == value_length (listing->entries))
    g_string_append (writer->out, DOCX_FIELD_MARK ("end"));
  docx_close_paragraph (writer->out);
}

/* A field, so that Word can make it anew; filled, so that it need not. */
static void
append_contents (LetterWriter *writer, LetterListing *listing, const Value *entries,
                 const char *range)
{
  guint n = entries ? value_length (entries) : 0;

  *listing = (LetterListing){ entries, 0, writer->n_bookmarks + 1 };
  writer->n_bookmarks += n;
  writer->listing = listing;
  if (n > 0)
    letter_line (writer, "MucLuc", "MỤC LỤC");
  for (guint i = 0; i < n; i++)
    append_entry (writer, listing, i, range);
}

static void
close_part (LetterWriter *writer)
{
  if (writer->part)
    g_string_append_printf (writer->out, "<w:bookmarkEnd w:id=\"%u\"/>", writer->part);
  writer->part = 0;
  writer->listing = &writer->whole;
}

/* What the next appendix lists of itself: one with articles of its own that is issued with the
 * letter. */
static void
append_own_contents (LetterWriter *writer)
{
  const Value *appendices = writer->lines->appendices;
  guint index = writer->n_appendices++;
  const Value *own = appendices && index < value_length (appendices)
                       ? value_find (value_item (appendices, index), "contents")
                       : NULL;

  if (own == NULL || value_length (own) == 0)
    return;
  writer->part = ++writer->n_bookmarks;
  g_autofree char *range = g_strdup_printf (" \\b _TocPart%u", writer->part);
  g_string_append_printf (writer->out, "<w:bookmarkStart w:id=\"%u\" w:name=\"_TocPart%u\"/>",
                          writer->part, writer->part);
  append_contents (writer, &writer->own, own, range);
}

/* --- text --- */

static void
append_label (LetterWriter *writer)
{
  if (writer->label == NULL)
    return;
  letter_run (writer, writer->label);
  letter_run (writer, " ");
  writer->label = NULL;
}

/* Of an item that begins with a table. */
static void
append_lone_label (LetterWriter *writer)
{
  if (writer->label == NULL)
    return;
  docx_open_paragraph (writer->out, "NoiDung", "<w:keepNext/>");
  append_label (writer);
  docx_close_paragraph (writer->out);
}

static void
append_text_block (LetterWriter *writer, cmark_node *node)
{
  const char *style = block_style (node);

  turn (writer);
  g_autofree char *tabs =
    body_role (node) == BODY_BLANK
      ? g_strdup_printf ("<w:tabs><w:tab w:val=\"right\" w:pos=\"%u\"/></w:tabs>", writer->width)
      : g_strdup ("");
  g_autofree char *usual = block_properties (writer, stays_with_next (writer, node), tabs);
  const Value *listed = listed_block (writer, node);
  g_autofree char *outline = outline_level (node, listed);
  g_autofree char *more = g_strconcat (usual, outline, NULL);

  docx_open_paragraph (writer->out, style, more);
  if (listed)
    append_bookmark (writer->out, writer->listing);
  writer->has_italic_style = body_role (node) == BODY_BASIS;
  writer->is_blank = body_role (node) == BODY_BLANK;
  writer->is_one_line = !writer->is_blank && fits_line (writer, node);
  append_label (writer);
  append_inlines (writer, node);
  writer->has_italic_style = writer->is_one_line = FALSE;
  if (writer->is_blank)
    append_dots (writer->out);
  writer->is_blank = FALSE;
  docx_close_paragraph (writer->out);
}

/* The picture, and below it its caption, or what its title says. */
static void
append_figure (LetterWriter *writer, cmark_node *node)
{
  cmark_node *image = cmark_node_first_child (node), *words = body_caption_of (node);
  const char *title = words ? "" : cmark_node_get_title (image);
  gboolean keeps_next = words || *title || writer->keeps_next;

  turn (writer);
  g_autofree char *more = block_properties (writer, keeps_next, "");

  docx_open_paragraph (writer->out, "Hinh", more);
  append_label (writer);
  append_picture (writer, image);
  docx_close_paragraph (writer->out);
  if (words == NULL && *title == '\0')
    return;
  docx_open_paragraph (writer->out, "Caption", writer->keeps_next ? "<w:keepNext/>" : NULL);
  letter_run (writer, title);
  if (words)
    append_inlines (writer, words);
  docx_close_paragraph (writer->out);
}

/* Numbers and dashes are part of their line (article by article, annex I). */
static void
append_list (LetterWriter *writer, cmark_node *list)
{
  gboolean is_ordered = cmark_node_get_list_type (list) == CMARK_ORDERED_LIST;
  int number = cmark_node_get_list_start (list);
  gboolean keeps_next = writer->keeps_next;

  for (cmark_node *item = cmark_node_first_child (list); item; item = cmark_node_next (item)) {
    writer->keeps_next = keeps_next && cmark_node_next (item) == NULL;
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

#define CELL_BORDER 15 /* 0.75 pt; those of neighbours lie on each other */
#define MAX_COLUMNS 63
#define TWIPS_OF_MM (1440 / 25.4)

/* How the next table stands on paper, or NULL. */
static const LetterTable *
next_table (const LetterWriter *writer)
{
  const GArray *tables = writer->lines->tables;
  return tables && writer->n_tables < tables->len
           ? &g_array_index (tables, LetterTable, writer->n_tables)
           : NULL;
}

/* The columns as on paper, or of one width where nothing is known of that. */
static guint
share_width (const LetterWriter *writer, cmark_node *row, const LetterTable *set, guint *widths)
{
  guint n = 0;

  for (cmark_node *cell = cmark_node_first_child (row); cell && n < MAX_COLUMNS;
       cell = cmark_node_next (cell))
    n++;
  for (guint i = 0; i < n; i++)
    widths[i] = set && set->columns->len == n
                  ? g_array_index (set->columns, double, i) * TWIPS_OF_MM - CELL_BORDER
                  : writer->width / n;
  return n;
}

/* The style whose letters are as large as those on paper. */
static const char *
cell_style (const LetterTable *set)
{
  double size = set ? set->size : 13;
  return size >= 12.5 ? "ONgang" : size >= 11.5 ? "ONgang12" : "ONgang11";
}

static void
append_code (LetterWriter *writer, cmark_node *node)
{
  turn (writer);
  docx_open_paragraph (writer->out, "NoiDung", NULL);
  append_label (writer);
  letter_run (writer, cmark_node_get_literal (node));
  docx_close_paragraph (writer->out);
}

static void
append_row (LetterWriter *writer, cmark_node *row, const char *style, const guint *widths)
{
  gboolean is_header = cmark_node_previous (row) == NULL;

  g_string_append_printf (writer->out, "<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>",
                          is_header ? "<w:tblHeader/>" : "");
  guint column = 0;
  for (cmark_node *cell = cmark_node_first_child (row); cell && column < MAX_COLUMNS;
       cell = cmark_node_next (cell)) {
    g_string_append_printf (
      writer->out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/></w:tcPr>", widths[column++]);
    docx_open_paragraph (writer->out, style, cell_align (cell, is_header));
    writer->is_bold = is_header;
    append_inlines (writer, cell);
    writer->is_bold = FALSE;
    docx_close_paragraph (writer->out);
    g_string_append (writer->out, "</w:tc>");
  }
  g_string_append (writer->out, "</w:tr>");
}

#define LINE(side) "<w:" side " w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/>"

/* What is above a table: its caption, which stays with it, or room. */
static void
append_table_top (LetterWriter *writer, cmark_node *caption)
{
  int above = writer->above == ABOVE_BY_STYLE ? 120 : writer->above;

  writer->above = ABOVE_BY_STYLE;
  if (caption == NULL) {
    if (above > 0)
      letter_gap (writer->out, above, FALSE);
    return;
  }
  g_autofree char *room = g_strdup_printf ("<w:spacing w:before=\"%d\" w:after=\"85\"/>", above);
  docx_open_paragraph (writer->out, "TenBang", room);
  append_inlines (writer, caption);
  docx_close_paragraph (writer->out);
}

/* What is too wide for the page may lie on its side without being asked to. */
static void
append_table (LetterWriter *writer, cmark_node *table)
{
  const LetterTable *set = next_table (writer);
  gboolean is_wide_around = writer->turns_wide;
  guint widths[MAX_COLUMNS];

  writer->turns_wide |= set && set->is_wide;
  writer->n_tables++;
  turn (writer);
  append_lone_label (writer);
  guint n = share_width (writer, cmark_node_first_child (table), set, widths);
  append_table_top (writer, body_caption_of (table));
  g_string_append_printf (
    writer->out,
    "<w:tbl><w:tblPr><w:tblW w:w=\"%u\" w:type=\"dxa\"/><w:tblInd w:w=\"0\" "
    "w:type=\"dxa\"/><w:tblBorders>" LINE ("top") LINE ("left") LINE ("bottom") LINE ("right")
      LINE ("insideH") LINE (
        "insideV") "</w:tblBorders><w:tblLayout w:type=\"fixed\"/>"
                   "<w:tblCellMar><w:top w:w=\"57\" w:type=\"dxa\"/><w:left w:w=\"121\" "
                   "w:type=\"dxa\"/>"
                   "<w:bottom w:w=\"57\" w:type=\"dxa\"/><w:right w:w=\"121\" w:type=\"dxa\"/>"
                   "</w:tblCellMar></w:tblPr><w:tblGrid>",
    writer->width);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (writer->out, "<w:gridCol w:w=\"%u\"/>", widths[i]);
  g_string_append (writer->out, "</w:tblGrid>");
  for (cmark_node *row = cmark_node_first_child (table); row; row = cmark_node_next (row))
    append_row (writer, row, cell_style (set), widths);
  g_string_append (writer->out, "</w:tbl>");
  writer->turns_wide = is_wide_around;
}

static void
append_block (LetterWriter *writer, cmark_node *node)
{
  BodyRole role = body_role (node);

  if (role == BODY_CAPTION /* written with what it belongs to */
      || !body_is_for (node, CHANNEL_PRINT))
    return;
  if (role == BODY_TABLE) {
    append_table (writer, node);
    return;
  }
  if (role == BODY_FIGURE) {
    append_figure (writer, node);
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
    append_code (writer, node);
    break;
  default:
    append_blocks (writer, node);
  }
}

/* --- appendices --- */

/* Listed as “Phụ lục I. Danh mục”. */
static void
append_appendix_label (LetterWriter *writer, const char *style, const char *label,
                       const char *title)
{
  g_autofree char *both = *title ? g_strconcat (label, ". ", title, NULL) : g_strdup (label);
  const Value *listed = take_listed (&writer->whole, both);

  docx_open_paragraph (writer->out, style, listed ? "<w:outlineLvl w:val=\"0\"/>" : NULL);
  if (listed)
    append_bookmark (writer->out, &writer->whole);
  letter_run (writer, label);
  docx_close_paragraph (writer->out);
}

static void
append_appendix_head (LetterWriter *writer, const Value *form, const Document *document,
                      cmark_node *heading)
{
  g_autofree char *text = body_plain_text (heading);
  guint label = body_detail (heading);
  const char *name = value_find_text (form, "name"), *type = value_find_text (form, "type");
  g_autofree char *source =
    g_strdup_printf ("(Kèm theo %s số %s %s của %s)",
                     *name   ? name
                     : *type ? type
                             : "Công văn",
                     value_find_text (form, "number_symbol"), value_find_text (form, "date_words"),
                     document->office->name);
  cmark_node *next = cmark_node_next (heading);
  g_autofree char *below =
    next && body_role (next) == BODY_APPENDIX_TITLE ? body_plain_text (next) : NULL;
  const char *title = label ? g_strstrip (text + label + 1) : "";
  gboolean is_attached = body_role (heading) == BODY_ATTACHED;

  if (label)
    text[label] = '\0';
  if (is_attached)
    letter_form_names (writer, form);
  append_appendix_label (writer, is_attached ? "TenLoai" : "PhuLuc", text, below ? below : title);
  g_autofree char *capitals = g_utf8_strup (below ? below : title, -1);
  if (is_attached && below)
    letter_line (writer, "TrichYeu", below);
  else if (*capitals)
    letter_line (writer, "PhuLuc", capitals);
  writer->is_one_line = TRUE; /* or two, in the middle */
  letter_line (writer, "PhuLucKem", source);
  writer->is_one_line = FALSE;
  letter_rule (writer->out, writer->width, writer->width / 3, 1, 68);
  writer->above = ABOVE_BODY;
}

/* Lines of the head of an appendix, which is written with its heading. */
static gboolean
is_of_head (cmark_node *node)
{
  return body_role (node) == BODY_BASE_LINE || body_role (node) == BODY_APPENDIX_TITLE;
}

/* The first table below `node` and what stands behind it, up to the next appendix; or NULL. */
static cmark_node *
first_table (cmark_node *node)
{
  for (; node && !body_opens_annex (node); node = cmark_node_next (node)) {
    cmark_node *child = body_is_for (node, CHANNEL_PRINT) ? cmark_node_first_child (node) : NULL;
    cmark_node *found = body_role (node) == BODY_TABLE ? node : first_table (child);
    if (found)
      return found;
  }
  return NULL;
}

/* It lies on its side when that is asked for, or when its tables need it: all of it, since the
 * sheet turns no table of an appendix alone that did not ask. */
static gboolean
appendix_is_wide (const LetterWriter *writer, cmark_node *heading)
{
  cmark_node *table = first_table (cmark_node_next (heading));
  const LetterTable *set = next_table (writer);

  return body_is_landscape (heading)
         || (table && !body_is_landscape (table) && set && set->is_wide);
}

/* Each appendix is a section of its own, which counts its pages anew. */
static void
append_appendix (LetterWriter *writer, const Document *document, cmark_node *heading)
{
  close_part (writer);
  end_section (writer, appendix_is_wide (writer, heading));
  writer->goes_on = FALSE;
  append_appendix_head (writer, writer->lines->form, document, heading);
  append_own_contents (writer);
}

static void
append_closing (LetterWriter *writer)
{
  writer->turns_wide = FALSE;
  turn (writer);
  letter_form_closing (writer, writer->lines->form);
}

static void
append_content (LetterWriter *writer, const Document *document, cmark_node *body)
{
  gboolean is_closed = FALSE, is_wide = FALSE;

  for (cmark_node *node = cmark_node_first_child (body); node; node = cmark_node_next (node)) {
    if (body_opens_annex (node)) {
      if (!is_closed)
        append_closing (writer);
      is_closed = TRUE;
      is_wide = appendix_is_wide (writer, node);
      append_appendix (writer, document, node);
    } else if (!is_closed || !is_of_head (node)) {
      writer->keeps_next = !is_closed && is_last_of_letter (node);
      writer->turns_wide = is_wide || body_is_landscape (node);
      append_block (writer, node);
    }
  }
  if (!is_closed)
    append_closing (writer);
  close_part (writer);
  append_section (writer);
}

/* --- parts --- */

/* Where there are footnotes, LibreOffice opens a text that begins with a table with a line of its
 * own, as high as those of the text; one that is there is as low as we say. */
static void
prepend_hair (GString *out)
{
  g_autoptr (GString) hair = g_string_new (NULL);

  letter_gap (hair, 20, FALSE);
  g_string_prepend (out, hair->str);
}

static char *
body_xml (const Document *document, const LetterLines *lines, cmark_node *body, guint size,
          GString *notes, GPtrArray *pictures)
{
  GString *out = g_string_new (NULL);
  LetterWriter writer = { .out = out,
                          .size = size,
                          .above = ABOVE_BODY,
                          .notes = notes,
                          .lines = lines,
                          .pictures = pictures,
                          .width = TEXT_WIDTH };

  letter_form_head (&writer, lines->form, document->office->place ? document->office->place : "");
  append_contents (&writer, &writer.whole, lines->contents, "");
  append_content (&writer, document, body);
  if (notes->len > 0)
    prepend_hair (out);
  return g_string_free (out, FALSE);
}

/* A paragraph of one run; `head` is how it begins, up to what is said of the run. */
static char *
run_xml (const char *head, const char *text)
{
  GString *out = g_string_new (head);

  g_string_append (out, "<w:t xml:space=\"preserve\">");
  docx_append_text (out, text, strlen (text));
  g_string_append (out, "</w:t></w:r></w:p>");
  return g_string_free (out, FALSE);
}

static char *
footer_xml (const char *contacts)
{
  return run_xml (
    "<w:p><w:pPr><w:pStyle w:val=\"LienHe\"/><w:pBdr><w:top "
    "w:val=\"single\" w:sz=\"6\" w:space=\"3\" w:color=\"000000\"/></w:pBdr><w:spacing "
    "w:before=\"170\" w:after=\"340\" w:line=\"250\" w:lineRule=\"auto\"/></w:pPr><w:r>",
    contacts);
}

/* Once to see what it says when it comes back, and again with that. */
static void
write_with_origin (DocxText *parts, const char *path, GString *out)
{
  g_autoptr (GString) bare = g_string_new (NULL);

  if (path == NULL) {
    docx_write (parts, out);
    return;
  }
  docx_write (parts, bare);
  g_autoptr (GBytes) file = g_bytes_new_static (bare->str, bare->len);
  g_autofree char *origin = origin_text (file, path);
  parts->origin = origin;
  docx_write (parts, out);
}

#define HEADER(runs) "<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>" runs "</w:p>"

/* An electronic copy says so at the top right of its first page (Decree 30/2020, annex III, 3.2);
 * else nothing is there. */
static char *
first_header_xml (const Value *form)
{
  const Value *mark = value_find (form, "copy_mark");

  return run_xml ("<w:p><w:pPr><w:pStyle w:val=\"Header\"/><w:jc w:val=\"right\"/></w:pPr>"
                  "<w:r><w:rPr><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/></w:rPr>",
                  mark ? value_find_text (mark, "electronic") : "");
}

void
letter_docx (const Document *document, const LetterLines *lines, cmark_node *body, GString *out)
{
  guint size = document->size ? document->size : 14;
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree char *text = body_xml (document, lines, body, size, notes, pictures);
  g_autofree char *sheet =
    styles_xml (size, value_find_truth (lines->form, "is_party"), notes->len > 0);
  g_autofree char *first = first_header_xml (lines->form);
  g_autofree char *footer = footer_xml (lines->contacts ? lines->contacts : "");
  DocxText parts = {
    .body = text,
    .styles = sheet,
    .header = HEADER (DOCX_PAGE_NUMBER),
    .first_header = first,
    .first_footer = footer,
    .notes = notes->len > 0 ? notes->str : NULL,
    .pictures = pictures->len > 0 ? pictures : NULL,
    .title = document->subject,
    .creator = document->office->name,
    .identifier = value_find_text (lines->form, "number_symbol"),
    .category = document->type ? document->type : "công văn",
    .date = document->date,
  };
  write_with_origin (&parts, document->path, out);
}
