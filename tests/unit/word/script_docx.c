/* SPDX-License-Identifier: MIT */
#include "word/script_docx.h"

#include "word/package.h"

#include "../support.h"

static const Office office = { .id = "a", .name = "Ủy ban nhân dân xã A" };
static const char *const none[] = { NULL };

static Value *
list_of (Value *only)
{
  Value *list = value_list ();
  value_add (list, only);
  return list;
}

static Value *
piece (const char *spoken, const char *written, const char *breath, gboolean is_undecided)
{
  Value *map = value_map ();

  value_set_text (map, "spoken", spoken);
  value_set_text (map, "written", written);
  value_set_text (map, "breath", breath);
  value_set_bool (map, "is_undecided", is_undecided);
  return map;
}

static Value *
example (void)
{
  Value *script = value_map (), *paragraph = value_map (), *sentence = value_map ();
  Value *pieces = list_of (piece ("Gọi một một ba,", "113", "/", TRUE)), *doubt = value_map ();

  value_add (pieces, piece ("nhé.", NULL, "///", FALSE));
  value_set (sentence, "pieces", pieces);
  value_set (paragraph, "sentences", list_of (sentence));
  value_set_text (paragraph, "voice", "Nam");
  value_set_text (paragraph, "cue", "nhạc chuyển");
  value_set_text (paragraph, "time", "0:04");
  value_set_text (paragraph, "until", "0:09");
  value_set (script, "paragraphs", list_of (paragraph));
  value_set_text (doubt, "written", "113");
  value_set_text (doubt, "spoken", "một một ba");
  value_set (script, "doubts", list_of (doubt));
  value_set_text (script, "time", "0:09");
  value_set_text (script, "slots", "05:30");
  return script;
}

/* A part of its file. Caller frees. */
static char *
written (const char *name)
{
  const Document document = { .title = "Gọi & hỏi",
                              .office = &office,
                              .broadcast = { .times = none, .from = { 2026, 11, 2 } } };
  g_autoptr (Value) script = example ();
  g_autoptr (GString) out = g_string_new (NULL);

  script_docx (&document, script, out);
  g_autoptr (GBytes) file = g_bytes_new (out->str, out->len);
  g_autoptr (WordPackage) package = word_package_open (file, NULL);
  GBytes *part = word_package_part (package, name);
  return g_strndup (g_bytes_get_data (part, NULL), g_bytes_get_size (part));
}

/* What the sheet says stands in the file: who is asked, where to breathe, the figures, the times.
 */
static void
test_says_all (void)
{
  static const char *const wanted[] = {
    "Gọi &amp; hỏi",
    ">05:30<",
    " Từ ngày 02/11/2026.",
    "“113”: đọc là “một một ba”",
    "(nhạc chuyển)",
    "<w:b/><w:bCs/></w:rPr><w:t xml:space=\"preserve\">Nam</w:t>",
    "<w:u w:val=\"single\"/></w:rPr><w:t xml:space=\"preserve\">Gọi một một ba,</w:t>",
    ">/</w:t>",
    ">///</w:t>",
    "<w:r><w:tab/></w:r>",
    ">113 (hỏi lại)<",
    "0:04, đến đây 0:09",
    "Hết. Cả bài 0:09.",
  };
  g_autofree char *text = written ("word/document.xml");

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (strstr (text, wanted[i]) == NULL)
      g_error ("%s: not in %s", wanted[i], text);
}

/* What is said of a style. Caller frees. */
static char *
style_of (const char *styles, const char *id)
{
  g_autofree char *start = g_strdup_printf ("w:styleId=\"%s\"", id);
  const char *style = strstr (styles, start);

  g_assert_nonnull (style);
  return g_strndup (style, strstr (style, "</w:style>") - style);
}

/* Read at arm's length: what is read is large, headings stand apart, stay with what follows and are
 * bold, what is not read is small, and music slants. */
static void
test_look (void)
{
  static const struct {
    const char *id;
    double before; /* mm */
    int line;      /* of 240 */
    int size;      /* points */
    gboolean is_bold, is_italic, keeps_next;
  } rows[] = {
    { "Dai", 0, 293, 12, FALSE, FALSE, FALSE },
    { "TieuDeBai", 0, 272, 22, TRUE, FALSE, TRUE },
    { "ThongTin", 1.5, 303, 12, FALSE, FALSE, FALSE },
    { "HoiLai", 0, 303, 12, FALSE, FALSE, TRUE },
    { "NguoiLam", 3, 303, 12, FALSE, FALSE, FALSE },
    { "NhacHieu", 4, 365, 12, FALSE, TRUE, FALSE },
    { "NhacChuyen", 4, 365, 12, FALSE, TRUE, TRUE },
    { "LoiDoc", 2.5, 365, 15, FALSE, FALSE, FALSE },
    { "LoiDocMuc", 7, 365, 15, TRUE, FALSE, TRUE },
    { "ThoiGian", 1, 293, 11, FALSE, FALSE, FALSE },
    { "HetBai", 4, 365, 15, TRUE, FALSE, FALSE },
  };
  g_autofree char *styles = written ("word/styles.xml");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *style = style_of (styles, rows[i].id);
    g_autofree char *spacing =
      g_strdup_printf ("w:before=\"%d\" w:after=\"0\" w:line=\"%d\"",
                       (int) (rows[i].before * 1440 / 25.4 + 0.5), rows[i].line);
    g_autofree char *size = g_strdup_printf ("<w:sz w:val=\"%d\"/>", 2 * rows[i].size);
    if (!strstr (style, spacing) || !strstr (style, size)
        || rows[i].is_bold != (strstr (style, "<w:b/>") != NULL)
        || rows[i].is_italic != (strstr (style, "<w:i/>") != NULL)
        || rows[i].keeps_next != (strstr (style, "<w:keepNext/>") != NULL))
      g_error ("%s", style);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/script_docx/says_all", test_says_all);
  g_test_add_func ("/script_docx/look", test_look);
  return g_test_run ();
}
