/* SPDX-License-Identifier: MIT */
#include "word/json.h"

#include "docx_support.h"

static void
test_rows (void)
{
  static const ImportRow rows[] = {
    { P ("nháy \\\" gạch \\\\ chéo"), "nháy \\\\\\\" gạch \\\\\\\\ chéo", NULL },
    { P ("Một."), "{\"file\": \"a.docx\",\"verdict\": \"import\",\"kind\": \"page\"", NULL },
  };
  check_imports (rows, G_N_ELEMENTS (rows));
}

static void
test_refusal (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  refusal_json ("a.docx", WORD_EMPTY, out);
  g_assert_cmpstr (
    out->str, ==,
    "{\n \"file\": \"a.docx\",\n \"verdict\": \"refuse\",\n \"reason\": \"empty\"\n}\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/rows", test_rows);
  g_test_add_func ("/json/refusal", test_refusal);
  return g_test_run ();
}
