/* SPDX-License-Identifier: MIT */
#include "editor/manuscript.h"

#include "../site_support.h"
#include "editor/spelling.h"
#include "load/body.h"

#include <string.h>

/* Every byte of a passage stands in the file where it says, but for what the press made of it. */
static void
test_places (void)
{
  static const TestFile files[] = {
    { "content/a/a.md",
      "---\nloại: bản tin\ntiêu đề: Họp \"dân\"\nngày: 5/1/2026\nliên hệ: [Ông A, \"Bà B: "
      "0270\"]\n---\n\n"
      "Bà con **đọc** [bài](https://a.gov.vn/x) này... rồi \"về\".\n\n- một;\n- `mã`.\n\n"
      "| Ấp | Hộ |\n|---|---|\n| Một | 2 |\n" },
  };
  static const struct {
    const char *text;
    PassageKind kind;
    guint line, col; /* of its last word */
    const char *last;
  } rows[] = {
    { "Họp \"dân\"", PASSAGE_MATTER, 3, 15, "dân" },
    { "Ông A", PASSAGE_MATTER, 5, 15, "a" },
    { "Bà B: 0270", PASSAGE_MATTER, 5, 22, "b" },
    { "Bà con đọc bài này… rồi “về”.", PASSAGE_PARAGRAPH, 8, 54, "về" },
    { "một;", PASSAGE_ITEM, 10, 3, "một" },
    { "mã.", PASSAGE_ITEM, 11, 4, "mã" },
    { "Ấp", PASSAGE_CELL, 13, 3, "ấp" },
    { "Một", PASSAGE_CELL, 15, 3, "một" },
  };
  g_auto (TestSite) test = { 0 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  const Document *document = test.site->documents->pdata[0];
  g_autoptr (Body) body =
    body_load (test.site, document, document->office, document->source, test.report);
  g_autoptr (Spellings) spellings = spellings_new (NULL, NULL);
  g_autoptr (Manuscript) manuscript =
    manuscript_new (test.site, document, document->source, body_root (body), spellings);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Passage *passage = NULL;
    for (guint j = 0; j < manuscript->passages->len && passage == NULL; j++)
      if (strcmp (manuscript_passage (manuscript, j)->text, rows[i].text) == 0)
        passage = manuscript_passage (manuscript, j);
    if (passage == NULL)
      g_error ("no passage reads “%s”", rows[i].text);
    const Word *last = &passage->words[passage->n_words - 1];
    Place place = passage_place (manuscript, passage, last->start);
    g_assert_cmpint (passage->kind, ==, rows[i].kind);
    g_assert_cmpstr (last->small, ==, rows[i].last);
    g_assert_cmpuint (place.line, ==, rows[i].line);
    g_assert_cmpuint (place.col, ==, rows[i].col);
  }
  g_assert_nonnull (manuscript_value (manuscript, "title", "tiêu đề"));
  g_assert_true (manuscript_value (manuscript, "title", "tiêu đề")->is_read);
  g_assert_false (manuscript_value (manuscript, "date", "ngày")->is_read);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editor/manuscript/places", test_places);
  return g_test_run ();
}
