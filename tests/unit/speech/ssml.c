/* SPDX-License-Identifier: MIT */
#include "speech/ssml.h"

#include <string.h>

static char *
paragraph_text (ScriptPiece *pieces, guint n)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (ScriptPiece));
  GString *out = g_string_new (NULL);

  g_array_append_vals (list, pieces, n);
  ssml_paragraph (out, list);
  return g_string_free (out, FALSE);
}

static void
test_paragraph (void)
{
  ScriptPiece pieces[] = {
    { .spoken = (char *) "Có" },
    { .spoken = (char *) "năm,", .written = (char *) "5", .breath = BREATH_SHORT },
    { .spoken = (char *) "rồi", .breath = BREATH_SHORT },
    { .spoken = (char *) "hết.", .breath = BREATH_SENTENCE },
    { .spoken = (char *) "Ai?", .breath = BREATH_ITEM },
  };
  g_autofree char *text = paragraph_text (pieces, G_N_ELEMENTS (pieces));

  g_assert_cmpstr (text, ==,
                   "<p><s>Có <sub alias=\"năm\">5</sub>,<break time=\"250ms\"/> rồi"
                   "<break time=\"150ms\"/> hết.</s><break time=\"700ms\"/>"
                   "<s>Ai?</s><break time=\"1200ms\"/></p>\n");
  g_autofree char *nothing = paragraph_text (pieces, 0);
  g_assert_cmpstr (nothing, ==, "");
}

/* What XML would misread or has no place for. */
static void
test_escape (void)
{
  ScriptPiece piece = { .spoken = (char *) "a < b",
                        .written = (char *) "\"&\x02\xEF\xBF\xBE",
                        .breath = BREATH_ITEM };
  g_autofree char *text = paragraph_text (&piece, 1);

  g_assert_cmpstr (text, ==,
                   "<p><s><sub alias=\"a &lt; b\">&quot;&amp;  </sub></s>"
                   "<break time=\"1200ms\"/></p>\n");
}

static void
test_versions (void)
{
  g_autoptr (GString) new = g_string_new (NULL);
  g_autoptr (GString) old = g_string_new (NULL);

  ssml_begin (new, SSML_1_1);
  ssml_begin (old, SSML_1_0);
  g_assert_nonnull (strstr (new->str, "version=\"1.1\""));
  g_assert_nonnull (strstr (old->str, "<speak version=\"1.0\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/ssml/paragraph", test_paragraph);
  g_test_add_func ("/speech/ssml/escape", test_escape);
  g_test_add_func ("/speech/ssml/versions", test_versions);
  return g_test_run ();
}
