/* SPDX-License-Identifier: MIT */
#include "word/letter_form.h"

#include "word/docx.h"

#include <string.h>

#define RIGHT_WIDTH (TEXT_WIDTH - LEFT_WIDTH)
#define FAR_WIDTH   2900 /* 31 %: a long place needs more of the line */
#define CELL_MARGIN 170  /* 3 mm: long names end before the words on the right begin */

#define STATE "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
#define MOTTO "Độc lập - Tự do - Hạnh phúc"
#define PARTY "ĐẢNG CỘNG SẢN VIỆT NAM"

#define ROW     "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
#define END_ROW "</w:tc></w:tr>"

/* --- values --- */

static guint
count (const Value *form, const char *key)
{
  const Value *list = value_find (form, key);
  return list ? value_length (list) : 0;
}

/* Of a list of texts, or of maps with a text. */
static const char *
text_at (const Value *form, const char *key, guint index)
{
  const Value *item = value_item (value_find (form, key), index);
  return value_kind (item) == VALUE_TEXT ? value_get_text (item, NULL)
                                         : value_find_text (item, "text");
}

/* --- tables without lines --- */

static void
open_columns (GString *out, const guint *widths, guint n)
{
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    sum += widths[i];
  g_string_append_printf (
    out,
    "<w:tbl><w:tblPr><w:tblW w:w=\"%u\" w:type=\"dxa\"/><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
    "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right "
    "w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>",
    sum);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "<w:gridCol w:w=\"%u\"/>", widths[i]);
  g_string_append (out, "</w:tblGrid>");
}

static void
open_table (GString *out, guint left, guint right)
{
  open_columns (out, (const guint[]){ left, right }, 2);
}

static void
open_narrow_cell (GString *out, guint width, guint left, guint right)
{
  g_string_append_printf (out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/><w:tcMar>", width);
  if (left > 0)
    g_string_append_printf (out, "<w:left w:w=\"%u\" w:type=\"dxa\"/>", left);
  g_string_append_printf (out, "<w:right w:w=\"%u\" w:type=\"dxa\"/></w:tcMar></w:tcPr>", right);
}

static void
open_cell (GString *out, guint width, guint margin)
{
  if (margin > 0)
    open_narrow_cell (out, width, 0, margin);
  else
    g_string_append_printf (out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/></w:tcPr>",
                            width);
}

/* A cell may not be without a paragraph. */
static void
close_cell (GString *out)
{
  if (g_str_has_suffix (out->str, "</w:tcPr>"))
    letter_gap (out, 20, FALSE);
  g_string_append (out, "</w:tc>");
}

/* Word wants a paragraph between two tables, and at the end. */
static void
append_hair (GString *out)
{
  g_string_append (out, "<w:p><w:pPr><w:spacing w:line=\"20\" w:lineRule=\"exact\"/><w:rPr>"
                        "<w:sz w:val=\"2\"/></w:rPr></w:pPr></w:p>");
}

/* --- the head --- */

static void
append_motto (LetterWriter *writer, guint width)
{
  letter_line (writer, "TieuNgu", MOTTO);
  letter_rule (writer->out, width, letter_measure (MOTTO, writer->size, TRUE), 1, 34);
}

/* Those of the list `key`; gives how wide the longest is. */
static double
append_name_lines (LetterWriter *writer, const Value *form, const char *key)
{
  double longest = 0;

  for (guint i = 0; i < count (form, key); i++) {
    const char *line = text_at (form, key, i);
    double width = letter_measure (line, writer->size - 1, TRUE);
    letter_line (writer, "CoQuanBanHanh", line);
    longest = MAX (longest, width);
  }
  return longest;
}

static void
append_issuer (LetterWriter *writer, const Value *form)
{
  for (guint i = 0; i < count (form, "parent_lines"); i++)
    letter_line (writer, "CoQuanChuQuan", text_at (form, "parent_lines", i));
  double longest = append_name_lines (writer, form, "issuer_lines");
  if (value_find_truth (form, "is_party"))
    letter_line (writer, "SaoDang", "*");
  else
    letter_rule (writer->out, LEFT_WIDTH - CELL_MARGIN, longest, 0.4, 68);
}

/* The head of the Party is short, the names of its committees are long. */
static guint
left_width (const Value *form)
{
  return value_find_truth (form, "is_party") ? TEXT_WIDTH / 2 : LEFT_WIDTH;
}

static void
append_names (LetterWriter *writer, const Value *form)
{
  guint right = TEXT_WIDTH - left_width (form);

  open_cell (writer->out, left_width (form), CELL_MARGIN);
  append_issuer (writer, form);
  close_cell (writer->out);
  open_cell (writer->out, right, 0);
  if (value_find_truth (form, "is_party")) {
    letter_line (writer, "QuocHieu", PARTY);
    letter_rule (writer->out, right, letter_measure (PARTY, writer->size - 1, TRUE), 1, 34);
  } else {
    letter_line (writer, "QuocHieu", STATE);
    append_motto (writer, right);
  }
}

void
letter_form_names (LetterWriter *writer, const Value *form)
{
  append_hair (writer->out); /* which takes the page break: a table would put a line above it */
  open_table (writer->out, left_width (form), TEXT_WIDTH - left_width (form));
  g_string_append (writer->out, ROW);
  append_names (writer, form);
  g_string_append (writer->out, END_ROW "</w:tbl>");
}

/* It stands no lower, as beside a date, whose letters are larger. */
static void
append_alone (LetterWriter *writer, const char *style, const char *line)
{
  docx_open_paragraph (writer->out, style, "<w:spacing w:before=\"0\"/>");
  letter_run (writer, line);
  docx_close_paragraph (writer->out);
}

static void
append_number (LetterWriter *writer, const Value *form)
{
  const char *number = value_find_text (form, "number_symbol");
  g_autofree char *line =
    g_strconcat (value_find_truth (form, "is_party") ? "Số " : "Số: ", number, NULL);

  if (*number == '\0')
    return;
  if (value_find_truth (form, "is_between_parties"))
    letter_line (writer, "SoKyHieuDuoi", line);
  else if (*value_find_text (form, "date_line"))
    letter_line (writer, "SoKyHieu", line);
  else
    append_alone (writer, "SoKyHieu", line);
}

static void
append_about (LetterWriter *writer, const Value *form)
{
  const char *about = value_find_text (form, "about");

  if (*about)
    letter_line (writer, value_find_truth (form, "is_party") ? "TrichYeuDang" : "TrichYeuCongVan",
                 about);
}

static void
append_date (LetterWriter *writer, const Value *form, const char *place)
{
  const char *date = value_find_text (form, "date_line");
  g_autofree char *line = g_strdup_printf ("%s, %s", place, date);

  writer->is_one_line = TRUE;
  if (*date)
    letter_line (writer, "DiaDanhNgay", line);
  writer->is_one_line = FALSE;
}

/* Names, then number and date, then (a long place pushes it there) the subject. */
static void
append_letterhead (LetterWriter *writer, const Value *form, const char *place, gboolean is_far)
{
  guint names = left_width (form), left = is_far ? FAR_WIDTH : names;

  open_table (writer->out, names, TEXT_WIDTH - names);
  g_string_append (writer->out, ROW);
  append_names (writer, form);
  g_string_append (writer->out, END_ROW ROW);
  open_cell (writer->out, names, CELL_MARGIN);
  letter_gap (writer->out, 170, FALSE);
  g_string_append (writer->out, "</w:tc>");
  open_cell (writer->out, TEXT_WIDTH - names, 0);
  letter_gap (writer->out, 170, FALSE);
  g_string_append (writer->out, END_ROW);
  if (is_far) { /* columns of other widths are another table */
    g_string_append (writer->out, "</w:tbl>");
    append_hair (writer->out);
    open_table (writer->out, left, TEXT_WIDTH - left);
  }
  g_string_append (writer->out, ROW);
  open_cell (writer->out, left, CELL_MARGIN);
  append_number (writer, form);
  if (!is_far)
    append_about (writer, form);
  close_cell (writer->out);
  open_cell (writer->out, TEXT_WIDTH - left, 0);
  append_date (writer, form, place);
  close_cell (writer->out);
  g_string_append (writer->out, "</w:tr></w:tbl>");
  if (is_far && *value_find_text (form, "about")) {
    append_hair (writer->out);
    open_table (writer->out, names, TEXT_WIDTH - names);
    g_string_append (writer->out, ROW);
    open_cell (writer->out, names, CELL_MARGIN);
    append_about (writer, form);
    close_cell (writer->out);
    open_cell (writer->out, TEXT_WIDTH - names, 0);
    close_cell (writer->out);
    g_string_append (writer->out, "</w:tr></w:tbl>");
  }
}

/* A red frame, 8 mm high, as wide as its word asks for. */
static void
append_urgency (LetterWriter *writer, const Value *form)
{
  const char *urgency = value_find_text (form, "urgency");
  const char *class = value_find_text (form, "urgency_class");
  guint width = strcmp (class, "urgent") == 0 ? 1134 : strcmp (class, "express") == 0 ? 1701 : 2268;

  if (*urgency == '\0')
    return;
#define SIDE(name) "<w:" name " w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"FF0000\"/>"
  g_autofree char *more = g_strdup_printf (
    "<w:pBdr>" SIDE ("top") SIDE ("left") SIDE ("bottom")
      SIDE ("right") "</w:pBdr><w:spacing w:before=\"170\" w:after=\"0\" w:line=\"425\" "
                     "w:lineRule=\"exact\"/><w:ind w:left=\"0\" w:right=\"%u\"/>",
    TEXT_WIDTH - width);
  docx_open_paragraph (writer->out, "MucDoKhan", more);
  letter_run (writer, urgency);
  docx_close_paragraph (writer->out);
}

static void
append_title (LetterWriter *writer, const Value *form)
{
  const char *name = value_find_text (form, "name");
  const char *heading = value_find_text (form, "heading");
  const char *attached = value_find_text (form, "attached_to");
  g_autofree char *capitals = g_utf8_strup (name, -1);

  if (*name)
    letter_line (writer, "TenLoai", capitals);
  if (*heading)
    letter_line (writer, *name ? "TrichYeu" : "TrichYeuRieng", heading);
  if (*attached) {
    g_autofree char *source = g_strdup_printf ("(Kèm theo %s)", attached);
    writer->is_one_line = TRUE; /* or two, in the middle */
    letter_line (writer, "PhuLucKem", source);
    writer->is_one_line = FALSE;
  }
  if (*name && *heading)
    letter_rule (writer->out, TEXT_WIDTH, TEXT_WIDTH / 3, 1, 68);
  else if (*name)
    letter_rule (writer->out, TEXT_WIDTH, 1701, 1, 68);
}

/* --- who it is for --- */

static void
append_one (LetterWriter *writer, const Value *form)
{
  g_autofree char *line =
    g_strdup_printf ("%s %s", value_find_text (form, "to_words"), text_at (form, "to", 0));
  letter_line (writer, value_find_truth (form, "is_invitation") ? "KinhMoi" : "KinhGui", line);
}

static void
append_many (LetterWriter *writer, const Value *form)
{
  gboolean is_wire = value_find_truth (form, "is_wire"),
           is_invitation = value_find_truth (form, "is_invitation");
  guint n = count (form, "to");

  letter_line (writer,
               is_wire         ? "KinhGui"
               : is_invitation ? "KinhMoi"
                               : "KinhGuiNhieu",
               value_find_text (form, "to_words"));
  for (guint i = 0; i < n; i++) {
    g_autofree char *line =
      g_strdup_printf ("- %s%s", text_at (form, "to", i), i + 1 < n ? ";" : ".");
    letter_line (writer, "KinhGuiMuc", line);
  }
}

static void
append_addressees (LetterWriter *writer, const Value *form)
{
  const char *introduction = value_find_text (form, "introduction");

  if (value_find_truth (form, "to_many"))
    append_many (writer, form);
  else if (count (form, "to") > 0)
    append_one (writer, form);
  if (*introduction)
    letter_line (writer, "KinhGui", introduction);
}

void
letter_form_head (LetterWriter *writer, const Value *form, const char *place)
{
  if (value_find_truth (form, "is_between_parties")) {
    letter_line (writer, "QuocHieu", STATE);
    append_motto (writer, TEXT_WIDTH);
  } else
    append_letterhead (writer, form, place, value_find_truth (form, "has_long_place"));
  append_urgency (writer, form);
  append_title (writer, form);
  if (value_find_truth (form, "is_between_parties"))
    append_number (writer, form);
  append_addressees (writer, form);
}

/* --- the end --- */

/* In the Party an office below an authority is not bold. */
static void
append_title_of (LetterWriter *writer, const Value *form, const Value *signer)
{
  guint n = count (signer, "authority");

  for (guint i = 0; i < n; i++)
    letter_line (writer, "QuyenHan", text_at (signer, "authority", i));
  letter_line (writer, n > 0 && value_find_truth (form, "is_party") ? "ChucVuDang" : "QuyenHan",
               value_find_text (signer, "title"));
}

static void
append_name_of (LetterWriter *writer, const Value *form, const Value *signer)
{
  letter_line (writer, value_find_truth (form, "is_signed_digitally") ? "HoTenSo" : "HoTen",
               value_find_text (signer, "name"));
}

static void
append_copies (LetterWriter *writer, const Value *form)
{
  guint n = count (form, "copies");

  if (n == 0)
    return;
  letter_line (writer, value_find_truth (form, "is_party") ? "NoiNhanDang" : "NoiNhan",
               "Nơi nhận:");
  for (guint i = 0; i < n; i++) {
    g_autofree char *line =
      g_strdup_printf ("- %s%s", text_at (form, "copies", i), i + 1 < n ? ";" : ".");
    letter_line (writer, "NoiNhanMuc", line);
  }
}

/* Recipients on the left, one signer on the right. */
static void
append_one_signer (LetterWriter *writer, const Value *form, const Value *signer)
{
  static const char *const confirmation[] = {
    "Xác nhận của cơ quan (tổ chức) hoặc chính quyền địa phương nơi nghỉ phép (nếu cần)",
    "(Chữ ký, dấu)",
    "Họ và tên",
  };

  open_table (writer->out, COPIES_WIDTH, TEXT_WIDTH - COPIES_WIDTH);
  g_string_append (writer->out, ROW);
  open_cell (writer->out, COPIES_WIDTH, 0);
  append_copies (writer, form);
  for (guint i = 0; value_find_truth (form, "is_confirmed") && i < G_N_ELEMENTS (confirmation); i++)
    letter_line (writer, i == 0 ? "XacNhan" : "XacNhanDong", confirmation[i]);
  close_cell (writer->out);
  open_cell (writer->out, TEXT_WIDTH - COPIES_WIDTH, 0);
  append_title_of (writer, form, signer);
  append_name_of (writer, form, signer);
  g_string_append (writer->out, END_ROW "</w:tbl>");
}

#define MOST_SIGNERS  3  /* in a row */
#define SIGNER_MARGIN 57 /* 1 mm: titles of so many may fill their columns */

static guint
columns_of (const Value *row)
{
  return value_find_truth (row, "has_three") ? MOST_SIGNERS : 2;
}

/* A row for the titles and one for the names, which stand beside each other however many lines are
 * above them. */
static void
append_signer_row (LetterWriter *writer, const Value *form, const Value *row, gboolean is_names)
{
  const Value *columns = value_find (row, "columns");
  guint n = columns_of (row);

  g_string_append (writer->out, ROW);
  for (guint j = 0; j < n; j++) {
    if (n == MOST_SIGNERS)
      open_narrow_cell (writer->out, TEXT_WIDTH / n, SIGNER_MARGIN, SIGNER_MARGIN);
    else
      open_cell (writer->out, TEXT_WIDTH / n, 0);
    const Value *signer = j < value_length (columns) ? value_item (columns, j) : NULL;
    if (signer && is_names)
      append_name_of (writer, form, signer);
    else if (signer)
      append_title_of (writer, form, signer);
    close_cell (writer->out);
  }
  g_string_append (writer->out, "</w:tr>");
}

/* Side by side; the recipients below. */
static void
append_signers (LetterWriter *writer, const Value *form)
{
  for (guint i = 0; i < count (form, "signer_rows"); i++) {
    const Value *row = value_item (value_find (form, "signer_rows"), i);
    guint n = columns_of (row);
    guint widths[MOST_SIGNERS] = { TEXT_WIDTH / n, TEXT_WIDTH / n, TEXT_WIDTH / n };
    if (i > 0)
      letter_gap (writer->out, 454, TRUE);
    open_columns (writer->out, widths, n);
    append_signer_row (writer, form, row, FALSE);
    append_signer_row (writer, form, row, TRUE);
    g_string_append (writer->out, "</w:tbl>");
  }
  if (count (form, "copies") > 0) {
    letter_gap (writer->out, 340, FALSE);
    append_copies (writer, form);
  }
}

/* A copy on paper, on the same sheet: who copied it, below a rule. */
static void
append_copy_mark (LetterWriter *writer, const Value *mark)
{
  const char *number = mark ? value_find_text (mark, "number_symbol") : "";

  if (*number == '\0')
    return;
  g_autofree char *line = g_strconcat ("Số: ", number, NULL);
  g_autofree char *date = g_strdup_printf ("%s, %s", value_find_text (mark, "place"),
                                           value_find_text (mark, "date_official"));
  letter_rule (writer->out, TEXT_WIDTH, TEXT_WIDTH, 1, 454);
  letter_gap (writer->out, 170, TRUE);
  open_table (writer->out, LEFT_WIDTH, RIGHT_WIDTH);
  g_string_append (writer->out, ROW);
  open_cell (writer->out, LEFT_WIDTH, CELL_MARGIN);
  double longest = append_name_lines (writer, mark, "name_lines");
  letter_rule (writer->out, LEFT_WIDTH - CELL_MARGIN, longest, 0.4, 68);
  letter_gap (writer->out, 170, FALSE);
  letter_line (writer, "SoKyHieu", line);
  close_cell (writer->out);
  open_cell (writer->out, RIGHT_WIDTH, 0);
  letter_line (writer, "HinhThucSao", value_find_text (mark, "form"));
  letter_gap (writer->out, 170, FALSE);
  letter_line (writer, "DiaDanhNgay", date);
  g_string_append (writer->out, END_ROW "</w:tbl>");
  letter_gap (writer->out, 283, TRUE);
  append_one_signer (writer, mark, value_find (mark, "signer"));
}

void
letter_form_closing (LetterWriter *writer, const Value *form)
{
  if (value_find_truth (form, "is_signed")) {
    letter_gap (writer->out, 283, TRUE);
    if (value_find_truth (form, "has_signers"))
      append_signers (writer, form);
    else
      append_one_signer (writer, form, value_find (form, "signer"));
  }
  append_copy_mark (writer, value_find (form, "copy_mark"));
  append_hair (writer->out);
}
