/* SPDX-License-Identifier: MIT */
#include "word/lines.h"

#include "../support.h"

static void
test_lines (void)
{
  static const struct {
    const char *text, *wanted; /* "left|right": > before a line that is right */
  } rows[] = {
    { "\tUBND XÃ A\tCỘNG HÒA", ">UBND XÃ A|>CỘNG HÒA" },
    { "UBND XÃ A\tCỘNG HÒA", "UBND XÃ A|>CỘNG HÒA" },
    { "Số: 1/A        A, ngày 2", "Số: 1/A|>A, ngày 2" },
    { "Số:          /UBND-VX", "Số: /UBND-VX" },
    { "A, ngày      tháng      năm 2026", "A, ngày tháng năm 2026" },
    { "- Như trên;\n- Lưu: VT.", "- Như trên;|- Lưu: VT." },
    { "____\t______", "" },
    { "  \t ", "" },
    { "Một  dòng", "Một dòng" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Arena) arena = arena_new ();
    g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (FlowLine));
    g_autoptr (GString) got = g_string_new (NULL);
    const FlowParagraph paragraph = { .text = rows[i].text };
    lines_add_paragraph (lines, arena, &paragraph, FALSE);
    for (guint n = 0; n < lines->len; n++) {
      const FlowLine *line = &g_array_index (lines, FlowLine, n);
      g_string_append_printf (got, "%s%s%s", n ? "|" : "", line->is_right ? ">" : "", line->text);
    }
    g_assert_cmpstr (got->str, ==, rows[i].wanted);
  }
}

static void
test_words (void)
{
  g_autoptr (Arena) arena = arena_new ();

  g_assert_true (line_is_rule ("_____"));
  g_assert_true (line_is_rule ("— — —"));
  g_assert_true (line_is_rule ("-----oOo-----"));
  g_assert_false (line_is_rule ("o0"));
  g_assert_false (line_is_rule ("- a"));
  g_assert_false (line_is_rule (""));
  g_assert_true (line_is_capitals ("ỦY BAN 2"));
  g_assert_false (line_is_capitals ("2026"));
  g_assert_false (line_is_capitals ("Ủy ban"));
  g_assert_true (line_begins ("Uỷ ban", "uy ban"));
  g_assert_true (line_has ("Nước CỘNG HOÀ", "cong hoa"));
  g_assert_cmpstr (line_without_stop (arena, "Lưu: VT."), ==, "Lưu: VT");
  g_assert_cmpstr (line_without_stop (arena, "Như trên; "), ==, "Như trên");
  g_assert_cmpstr (line_without_stop (arena, "máy, xe v.v."), ==, "máy, xe v.v.");
  g_assert_cmpstr (line_without_stop (arena, ";"), ==, "");
}

static void
test_block (void)
{
  g_autoptr (Arena) arena = arena_new ();
  FlowParagraph paragraph = { .text = "Sở B\nGIÁM ĐỐC" };
  const FlowBlock block = { .paragraph = &paragraph };

  g_assert_true (block_has_line (arena, &block, line_is_capitals));
  paragraph.text = "Sở B GIÁM ĐỐC";
  g_assert_false (block_has_line (arena, &block, line_is_capitals));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lines/lines", test_lines);
  g_test_add_func ("/lines/words", test_words);
  g_test_add_func ("/lines/block", test_block);
  return g_test_run ();
}
