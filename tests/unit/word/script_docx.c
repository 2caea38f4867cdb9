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

/* Its text. Caller frees. */
static char *
written (void)
{
  const Document document = { .title = "Gọi & hỏi",
                              .office = &office,
                              .broadcast = { .times = none, .from = { 2026, 11, 2 } } };
  g_autoptr (Value) script = example ();
  g_autoptr (GString) out = g_string_new (NULL);

  script_docx (&document, script, out);
  g_autoptr (GBytes) file = g_bytes_new (out->str, out->len);
  g_autoptr (WordPackage) package = word_package_open (file, NULL);
  GBytes *part = word_package_part (package, "word/document.xml");
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
  g_autofree char *text = written ();

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (strstr (text, wanted[i]) == NULL)
      g_error ("%s: not in %s", wanted[i], text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/script_docx/says_all", test_says_all);
  return g_test_run ();
}
