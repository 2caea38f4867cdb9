/* SPDX-License-Identifier: MIT */
#include "word/imported.h"

#include "../support.h"

/* Blanks become single, and spans move with their letters. */
static void
test_text (void)
{
  g_autoptr (Arena) arena = arena_new ();
  const FlowSpan spans[] = { { 2, 5, SPAN_BOLD, NULL }, { 9, 1, SPAN_ITALIC, NULL } };
  const FlowParagraph paragraph = { .text = " \ta  b c\td ", .spans = spans, .n_spans = 2 };
  ImportedText whole = imported_whole (arena, &paragraph);
  ImportedText part = imported_text (arena, &paragraph, 5, 8);
  ImportedText rest = imported_text_from (arena, &whole, 2);

  g_assert_cmpstr (whole.text, ==, "a b c d");
  g_assert_cmpuint (whole.n_spans, ==, 2);
  g_assert_cmpuint (whole.spans[0].start, ==, 0);
  g_assert_cmpuint (whole.spans[0].length, ==, 3);
  g_assert_cmpuint (whole.spans[1].start, ==, 6);
  g_assert_cmpuint (whole.spans[1].length, ==, 1);
  g_assert_cmpstr (part.text, ==, "b c");
  g_assert_cmpuint (part.n_spans, ==, 1);
  g_assert_cmpuint (part.spans[0].length, ==, 1);
  g_assert_cmpstr (rest.text, ==, "b c d");
  g_assert_cmpuint (rest.spans[0].start, ==, 0);
  g_assert_cmpstr (imported_kind_id (IMPORTED_TYPED), ==, "typed");
  g_assert_true (imported_kind_is_letter (IMPORTED_LETTER));
  g_assert_true (imported_kind_is_letter (IMPORTED_TYPED));
  g_assert_false (imported_kind_is_letter (IMPORTED_GUIDE));
  g_assert_false (imported_kind_is_letter (N_IMPORTED_KINDS));
}

/* What is empty leaves no place between the others; spans and anchors move along. */
static void
test_join (void)
{
  g_autoptr (Arena) arena = arena_new ();
  const FlowSpan spans[] = { { 0, 1, SPAN_BOLD, NULL } };
  const FlowAnchor anchors[] = { { .at = 1, .note = "chú" } },
                   alone[] = { { .at = 0, .note = "a" } };
  const ImportedText texts[] = {
    { .text = NULL },
    { .text = "a", .spans = spans, .n_spans = 1 },
    { .text = "" },
    { .text = "", .anchors = alone, .n_anchors = 1 },
    { .text = "bc", .spans = spans, .n_spans = 1, .anchors = anchors, .n_anchors = 1 },
  };
  ImportedText joined = imported_join (arena, texts, G_N_ELEMENTS (texts), ", ");

  g_assert_cmpstr (joined.text, ==, "a, , bc");
  g_assert_cmpuint (joined.n_spans, ==, 2);
  g_assert_cmpuint (joined.spans[1].start, ==, 5);
  g_assert_cmpuint (joined.n_anchors, ==, 2);
  g_assert_cmpuint (joined.anchors[0].at, ==, 3);
  g_assert_cmpuint (joined.anchors[1].at, ==, 6);
  g_assert_cmpstr (imported_join (arena, texts, 1, ", ").text, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/imported/text", test_text);
  g_test_add_func ("/imported/join", test_join);
  return g_test_run ();
}
