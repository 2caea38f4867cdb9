/* SPDX-License-Identifier: MIT */
#include "load/plain_lines.h"

#include <string.h>

#define NBSP "\u00A0"

static void
test_lines (void)
{
  static const char *const keys[] = { "tiêu đề", NULL };
  static const struct {
    const char *typed, *yaml;
  } rows[] = {
    { "", "" },
    { "tiêu đề: a\n", "tiêu đề: a\n" },
    /* “#” and a second colon belong to the text. */
    { "tiêu đề: Thông báo #1", "tiêu đề: 'Thông báo #1'" },
    { "tiêu đề: #VNeID là gì", "tiêu đề: '#VNeID là gì'" },
    { "tiêu đề: Bão: tin mới", "tiêu đề: 'Bão: tin mới'" },
    { "tiêu đề: Cần biết:", "tiêu đề: 'Cần biết:'" },
    { "tiêu đề: L'Oréal: a", "tiêu đề: 'L''Oréal: a'" },
    { "tiêu đề:  a #1  \nb: c", "tiêu đề:  'a #1'\nb: c" },
    { "tiêu đề: \"Bão\" tan", "tiêu đề: '\"Bão\" tan'" },
    { "tiêu đề: [Mẫu] a", "tiêu đề: '[Mẫu] a'" },
    { "tiêu đề: @a", "tiêu đề: '@a'" },
    /* What is YAML already stays. */
    { "tiêu đề: \"a: b\"", "tiêu đề: \"a: b\"" },
    { "tiêu đề: 'a #1'", "tiêu đề: 'a #1'" },
    { "tiêu đề: [a]", "tiêu đề: [a]" },
    { "tiêu đề: |\n  a: b #1", "tiêu đề: |\n  a: b #1" },
    { "tiêu đề: a\n  b: c", "tiêu đề: a\n  b: c" },
    { "tiêu đề: 5:30 a#b", "tiêu đề: 5:30 a#b" },
    { "khác: a #1", "khác: a #1" },
    { "x:\n  tiêu đề: a #1", "x:\n  tiêu đề: a #1" },
    { "tiêu đề: a #\x0b", "tiêu đề: a #\x0b" },
    /* No-break spaces beside marks of YAML. */
    { "ngày:" NBSP "2/11/2026", "ngày: 2/11/2026" },
    { "ngày" NBSP ": 2/11/2026", "ngày : 2/11/2026" },
    { "ngày: " NBSP "2/11/2026", "ngày:  2/11/2026" },
    { "a:\n" NBSP NBSP "b: c", "a:\n  b: c" },
    { "a:\n  -" NBSP "b" NBSP "c", "a:\n  - b" NBSP "c" },
    { "ngày " NBSP "\t" NBSP ": a", "ngày    : a" },
    { NBSP ":a", " :a" },
    { NBSP ": a", " : a" },
    { "kính" NBSP "gửi: a", "kính" NBSP "gửi: a" },
    { "tiêu đề:" NBSP "a #1", "tiêu đề: 'a #1'" },
    { "a: b" NBSP "c", "a: b" NBSP "c" },
    { "---:a", "---:a" },
    /* So it is in the lines of their lists. */
    { "tiêu đề:\n- Lưu: VT, VX.\n- a\nx:\n- b: c", "tiêu đề:\n- 'Lưu: VT, VX.'\n- a\nx:\n- b: c" },
    { "tiêu đề:\n  - a #1", "tiêu đề:\n  - 'a #1'" },
    { "tiêu đề:\n- \"a: b\"\n- {a: b}\n- a: b\n  c: d",
      "tiêu đề:\n- \"a: b\"\n- {a: b}\n- a: b\n  c: d" },
    { "tiêu đề: x\n- a: b", "tiêu đề: x\n- a: b" },
    { "a", "a" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) yaml = plain_lines_quote (rows[i].typed, strlen (rows[i].typed), keys);
    g_assert_cmpstr (yaml->str, ==, rows[i].yaml);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plain-lines/lines", test_lines);
  return g_test_run ();
}
