/* SPDX-License-Identifier: MIT */
#include "word/grid.h"

#include "docx_support.h"

static void
test_rows (void)
{
  static const ImportRow rows[] = {
    { LETTER (LINED (TR (TC (P ("A")) TC (P ("B"))) TR (TC (P ("1")) TC (P ("2"))))),
      "\"header\": [\"A\",\"B\"],\"rows\": [[\"1\",\"2\"]]", "merged" },
    /* Two rows of headings become one; a merged cell is empty where it goes on. */
    { LETTER (
        LINED (TR (TC ("<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" P ("TT"))
                     TC ("<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" P ("Tiền")))
                 TR (TC ("<w:tcPr><w:vMerge/></w:tcPr>" P ("")) TC (P ("Chi")) TC (P ("Thu")))
                   TR (TC ("<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" P ("Cộng")) TC (P ("5"))))),
      "\"header\": [\"TT\",\"Tiền: Chi\",\"Tiền: Thu\"],\"rows\": [[\"Cộng\",\"\",\"5\"]]", NULL },
    { LETTER (LINED (TR (TC (P ("A")) TC (P ("B"))) TR (
        TC ("<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" P ("x")) TC (P ("1")))
                       TR (TC ("<w:tcPr><w:vMerge/></w:tcPr>" P ("")) TC (P ("2"))))),
      "\"rows\": [[\"x\",\"1\"],[\"\",\"2\"]]", NULL },
    /* Rows may be shorter, and begin later. */
    { LETTER (LINED (TR (TC (P ("A")) TC (P ("B"))) TR (TC (P ("1")))
                       TR ("<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" TC (P ("2"))))),
      "\"rows\": [[\"1\",\"\"],[\"\",\"2\"]]", NULL },
    { LETTER (LINED (TR (TC (P ("A")) TC (P ("B")))
                       TR (TC (P ("1")) TC (LINED (TR (TC (P ("trong")))))))),
      "[\"1\",\"trong\"]", NULL },
    { LETTER (LINED (TR (TC (P ("A")) TC (P ("B")))
                       TR (TC (P ("1")) TC (LINED (TR (TC (P ("trong")))))))),
      "\"table-nested\"", NULL },
    { LETTER (TBL (TR (TC (P ("trái")) TC (P ("phải"))))),
      "{\"type\": \"p\",\"text\": \"trái\"},{\"type\": \"p\",\"text\": \"phải\"}", "rows" },
  };
  check_imports (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid/rows", test_rows);
  return g_test_run ();
}
