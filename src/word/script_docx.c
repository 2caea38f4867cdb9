/* SPDX-License-Identifier: MIT */
/* Measures are those of templates/print/script.css, in twips. What stands in the margin of the
 * sheet, the figures as they were written, stands at the end of its sentence, behind a tab: in a
 * column of its own it would stay where it was when the sentence is changed. */
#include "word/script_docx.h"

#include "word/docx.h"

#include <string.h>

#define TEXT_SIZE 15 /* points */
#define GREY      "444444"
#define LINE_END  "10091" /* 178 mm */

static const DocxStyle styles[] = {
  { "Dai", "Đài truyền thanh", 12, 1.4, 0, "left", 0, 0, 0, NULL, NULL },
  { "TieuDeBai", "Tiêu đề bài", 22, 1.3, 0, "left", 1, 0, 1, NULL, NULL },
  { "ThongTin", "Thông tin của bài", 12, 1.45, 85, "left", 0, 0, 0, NULL, NULL },
  { "HoiLai", "Hỏi lại", 12, 1.45, 0, "left", 0, 0, 1, NULL, NULL },
  { "NguoiLam", "Biên tập và duyệt", 12, 1.45, 170, "left", 0, 0, 0, NULL, NULL },
  { "NhacHieu", "Nhạc hiệu", 12, 1.75, 227, "left", 0, 1, 0, NULL, GREY },
  { "NhacChuyen", "Nhạc chuyển", 12, 1.75, 227, "left", 0, 1, 1, NULL, GREY },
  { "LoiDoc", "Lời đọc", 0, 1.75, 142, "left", 0, 0, 0, NULL, NULL },
  { "LoiDocMuc", "Lời đọc (đề mục)", 0, 1.75, 397, "left", 1, 0, 1, NULL, NULL },
  { "ThoiGian", "Thời gian", 11, 1.4, 57, "left", 0, 0, 0, NULL, GREY },
  { "HetBai", "Hết bài", 0, 1.75, 227, "left", 1, 0, 0, NULL, NULL },
};

/* --- runs and paragraphs --- */

static void
append_run (GString *out, const char *look, const char *text)
{
  if (*text == '\0')
    return;
  g_string_append (out, "<w:r>");
  if (*look)
    g_string_append_printf (out, "<w:rPr>%s</w:rPr>", look);
  g_string_append (out, "<w:t xml:space=\"preserve\">");
  docx_append_text (out, text, strlen (text));
  g_string_append (out, "</w:t></w:r>");
}

static void
append_line (GString *out, const char *style, const char *text)
{
  docx_open_paragraph (out, style, NULL);
  append_run (out, "", text);
  docx_close_paragraph (out);
}

#define BOLD  "<w:b/><w:bCs/>"
#define DOUBT BOLD "<w:u w:val=\"single\"/>"

/* --- the head --- */

static void
append_facts (GString *out, const Document *document, const Value *script)
{
  g_autofree char *facts = g_strdup_printf (
    "Cả bài %s, %s tiếng, đọc %s tiếng một phút.", value_find_text (script, "time"),
    value_find_text (script, "syllables"), value_find_text (script, "pace"));
  const char *slots = value_find_text (script, "slots");

  docx_open_paragraph (out, "ThongTin", NULL);
  append_run (out, "", facts);
  if (*slots) {
    append_run (out, "", " Giờ phát: ");
    append_run (out, BOLD, slots);
    append_run (out, "", ".");
  }
  if (date_is_set (document->broadcast.from)) {
    g_autofree char *from = date_short (document->broadcast.from);
    g_autofree char *until =
      date_is_set (document->broadcast.until) ? date_short (document->broadcast.until) : NULL;
    gboolean is_one_day = g_strcmp0 (from, until) == 0;
    g_autofree char *days = is_one_day ? g_strconcat (" Ngày ", from, ".", NULL)
                                       : g_strconcat (" Từ ngày ", from, until ? " đến ngày " : "",
                                                      until ? until : "", ".", NULL);
    append_run (out, "", days);
  }
  docx_close_paragraph (out);
  append_line (out, "ThongTin", "Nghỉ: / lấy hơi, // hết câu, /// hết đoạn.");
}

/* What is to be asked before the broadcast, in a frame. */
static void
append_doubts (GString *out, const Value *doubts)
{
#define SIDE(name) "<w:" name " w:val=\"single\" w:sz=\"8\" w:space=\"4\" w:color=\"000000\"/>"
  static const char frame[] =
    "<w:pBdr>" SIDE ("top") SIDE ("left") SIDE ("bottom") SIDE ("right") "</w:pBdr>";

  if (value_length (doubts) == 0)
    return;
  docx_open_paragraph (out, "HoiLai", frame);
  append_run (out, BOLD, "Hỏi lại trước khi phát:");
  docx_close_paragraph (out);
  for (guint i = 0; i < value_length (doubts); i++) {
    const Value *doubt = value_item (doubts, i);
    const char *others = value_find_text (doubt, "others");
    const char *spoken = value_find_text (doubt, "spoken");
    g_autofree char *line = g_strconcat (
      "“", value_find_text (doubt, "written"), "”: ", *spoken ? "đọc là “" : "để nguyên như viết",
      spoken, *spoken ? "”" : "", *others ? ", có thể là " : "", others, NULL);
    docx_open_paragraph (out, "HoiLai", frame);
    append_run (out, "", line);
    docx_close_paragraph (out);
  }
}

/* Lines to write on end at tab stops, underlined. */
static void
append_hands (GString *out)
{
  static const char *const hands[] = { "Biên tập: ", "Duyệt: ", "Người đọc: ", "Số lần phát: " };

  docx_open_paragraph (out, "NguoiLam",
                       "<w:tabs><w:tab w:val=\"left\" w:pos=\"4900\"/><w:tab w:val=\"left\" "
                       "w:pos=\"" LINE_END "\"/></w:tabs>");
  for (guint i = 0; i < G_N_ELEMENTS (hands); i++) {
    if (i == 2)
      g_string_append (out, "<w:r><w:br/></w:r>");
    append_run (out, "", hands[i]);
    g_string_append (out, "<w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:tab/></w:r>");
    append_run (out, "", i % 2 == 0 ? " " : "");
  }
  docx_close_paragraph (out);
}

static void
append_head (GString *out, const Document *document, const Value *script)
{
  const char *station = value_find_text (script, "station");

  if (*station)
    append_line (out, "Dai", station);
  append_line (out, "TieuDeBai", document->title);
  append_facts (out, document, script);
  append_doubts (out, value_find (script, "doubts"));
  append_hands (out);
  append_line (out, "NhacHieu", "(nhạc hiệu)");
}

/* --- what is read --- */

static void
append_pieces (GString *out, const Value *pieces)
{
  for (guint i = 0; i < value_length (pieces); i++) {
    const Value *piece = value_item (pieces, i);
    const char *breath = value_find_text (piece, "breath");

    append_run (out, value_find_truth (piece, "is_undecided") ? DOUBT : "",
                value_find_text (piece, "spoken"));
    if (*breath) {
      append_run (out, "", "\u00A0"); /* no line begins with a breath */
      append_run (out, BOLD, breath);
    }
    append_run (out, "", " ");
  }
}

/* The figures, and what is to be asked: at the right edge, on a line of its own where the sentence
 * fills its last one. */
static void
append_written (GString *out, const Value *pieces)
{
  static const char small[] =
    "<w:color w:val=\"" GREY "\"/><w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>";
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < value_length (pieces); i++) {
    const Value *piece = value_item (pieces, i);
    const char *written = value_find_text (piece, "written");
    gboolean is_undecided = value_find_truth (piece, "is_undecided");

    if (*written || is_undecided)
      g_string_append_printf (text, "%s%s%s", text->len > 0 ? "   " : "", written,
                              !is_undecided ? ""
                              : *written    ? " (hỏi lại)"
                                            : "(hỏi lại)");
  }
  if (text->len == 0)
    return;
  g_string_append (out, "<w:r><w:tab/></w:r>");
  append_run (out, small, text->str);
}

static void
append_sentence (GString *out, const Value *sentence, const char *style, const char *voice,
                 const char *more)
{
  const Value *pieces = value_find (sentence, "pieces");

  docx_open_paragraph (out, style, more);
  if (*voice) {
    append_run (out, BOLD, voice);
    append_run (out, BOLD, ": ");
  }
  append_pieces (out, pieces);
  append_written (out, pieces);
  docx_close_paragraph (out);
}

#define WHOLE "<w:keepLines/><w:tabs><w:tab w:val=\"right\" w:pos=\"" LINE_END "\"/></w:tabs>"
#define FIRST "<w:spacing w:before=\"340\"/>"

/* No sentence goes over to the next page, and the time stands below the last. */
static void
append_paragraph (GString *out, const Value *paragraph)
{
  const Value *sentences = value_find (paragraph, "sentences");
  const char *cue = value_find_text (paragraph, "cue");
  const char *style = value_find_truth (paragraph, "is_heading") ? "LoiDocMuc" : "LoiDoc";
  g_autofree char *time = g_strdup_printf ("%s, đến đây %s", value_find_text (paragraph, "time"),
                                           value_find_text (paragraph, "until"));
  guint n = value_length (sentences);

  if (*cue) {
    g_autofree char *line = g_strdup_printf ("(%s)", cue);
    append_line (out, "NhacChuyen", line);
  }
  for (guint i = 0; i < n; i++) {
    g_autofree char *more =
      g_strconcat (i + 1 == n ? "<w:keepNext/>" : "", WHOLE, i == 0 ? FIRST : "", NULL);
    append_sentence (out, value_item (sentences, i), style,
                     i == 0 ? value_find_text (paragraph, "voice") : "", more);
  }
  append_line (out, "ThoiGian", time);
}

static char *
body_xml (const Document *document, const Value *script)
{
  GString *out = g_string_new (NULL);
  const Value *paragraphs = value_find (script, "paragraphs");
  g_autofree char *end = g_strdup_printf ("Hết. Cả bài %s.", value_find_text (script, "time"));

  append_head (out, document, script);
  for (guint i = 0; i < value_length (paragraphs); i++)
    append_paragraph (out, value_item (paragraphs, i));
  append_line (out, "NhacHieu", "(nhạc hiệu)");
  append_line (out, "HetBai", end);
  g_string_append (out, "<w:sectPr>" DOCX_HEADER DOCX_FIRST_HEADER
                        "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1247\" "
                        "w:right=\"794\" w:bottom=\"1247\" w:left=\"1021\" w:header=\"567\" "
                        "w:footer=\"567\" w:gutter=\"0\"/><w:titlePg/></w:sectPr>");
  return g_string_free (out, FALSE);
}

/* --- the file --- */

static char *
styles_xml (void)
{
  GString *out = g_string_new (NULL);

  docx_append_defaults (out, "Arial", TEXT_SIZE);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    docx_append_style (out, &styles[i], TEXT_SIZE);
  g_string_append (out, "<w:style w:type=\"paragraph\" w:styleId=\"Header\"><w:name "
                        "w:val=\"header\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:tabs><w:tab "
                        "w:val=\"right\" w:pos=\"" LINE_END "\"/></w:tabs></w:pPr><w:rPr><w:sz "
                        "w:val=\"22\"/><w:szCs w:val=\"22\"/></w:rPr></w:style>");
  return g_string_free (out, FALSE);
}

/* Title on the left, “Trang 2/3” on the right: sheets fall, and are picked up in any order. */
static char *
header_xml (const char *title)
{
  GString *out = g_string_new (NULL);

  docx_open_paragraph (out, "Header", NULL);
  append_run (out, "", title);
  g_string_append (out, "<w:r><w:tab/></w:r>");
  append_run (out, "", "Trang ");
  g_string_append (out, DOCX_PAGE_NUMBER);
  append_run (out, "", "/");
  g_string_append (out, DOCX_PAGE_COUNT);
  docx_close_paragraph (out);
  return g_string_free (out, FALSE);
}

void
script_docx (const Document *document, const Value *script, GString *out)
{
  g_autofree char *body = body_xml (document, script);
  g_autofree char *sheet = styles_xml ();
  g_autofree char *header = header_xml (document->title);
  g_autofree char *first = header_xml ("");
  const DocxText parts = {
    .body = body,
    .styles = sheet,
    .header = header,
    .first_header = first,
    .first_footer = "<w:p/>",
    .title = document->title,
    .creator = document->office->name,
    .category = "kịch bản loa",
    .date = document->date,
  };
  docx_write (&parts, out);
}
