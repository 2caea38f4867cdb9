/* SPDX-License-Identifier: MIT */
#include "load/line_breaks.h"

#include <string.h>

/* Lines of one block, and for each end of a line but the last: “ ” it goes on, “?” doubtful, “¶” a
 * paragraph begins. */
typedef struct {
  const char *lines, *breaks;
} Row;

static char *
breaks_of (const char *lines)
{
  LineBlock block = line_block_look (lines);
  GString *out = g_string_new (NULL);

  for (const char *line = lines, *stop; (stop = strchr (line, '\n')) != NULL; line = stop + 1) {
    static const char *const marks[] = { " ", "?", "¶" };
    g_string_append (out, marks[line_break_between (&block, line, stop - line, stop + 1)]);
  }
  return g_string_free (out, FALSE);
}

static void
check (const Row *rows, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *breaks = breaks_of (rows[i].lines);
    g_test_message ("%s", rows[i].lines);
    g_assert_cmpstr (breaks, ==, rows[i].breaks);
  }
}

#define W70 "Dòng này có đúng bảy mươi chữ, kể cả dấu cách, như trình soạn thảo xếp"
#define W69 "Dòng này có gần bảy mươi chữ, kể cả dấu cách, như trình soạn thảo xếp"

/* As a clerk pastes it from Word. */
static void
test_pasted (void)
{
  static const Row rows[] = {
    { "II. NỘI DUNG\nBà Linh thông qua danh sách:", "¶" },
    { "Địa chỉ: Số 90\nĐiện thoại: 0251\nMã số thuế: 36", "¶¶" },
    { W70 " và:\nBên A", "¶" },
    { W70 " và thêm;\nBên A", "¶" },
    { W70 " hết./.\nBên A", "¶" },
    { W70 ".\nBiểu 1: số thu", "¶" },
    { "Ông A\n" W70 ".\nGiấy này có hạn.", "¶¶" },
    { "Ông A\r\nBà B", "¶" },
    { "**Bên B: Công ty Cổ phần Công nghệ Truyền thanh**\nĐịa chỉ: 15 Phan Trung, phường Tam Hiệp, "
      "Đồng Nai\n"
      "Tài khoản: 0121000 tại Vietcombank Đồng Nai\nĐại diện: Ông Nguyễn Quốc Việt, Giám đốc",
      "¶¶¶" },
    { "**Điều 3. Thời gian**\n45 ngày kể từ ngày ký.", "¶" },
    { "**Điều 3.** Thời\n45 ngày\n**kể từ**\nngày ký.", "   " },
    { "“Ông” A\n(Bà) B\n\"C\"\n“D”", "¶¶¶" },
  };
  check (rows, G_N_ELEMENTS (rows));
}

/* As an editor, or a PDF, has broken it. */
static void
test_wrapped (void)
{
  static const Row rows[] = {
    { W70 "\n" W69 ".\n" W70 ".\nHết.", "   " },
    { W70 "\ncủa người viết.\nNhân dân", " ¶" },
    { W70 " của Ủy ban\nNhân dân xã", " " },
    { "Chữ\nchữ\n2. chữ", "  " },
    { W70 ".\nCâu sau.", "?" },
    { W70 "\nCâu sau", " " },
    /* A clause ends where the next word would have fitted. */
    { W70 ";\nCăn cứ Nghị định số 105 ngày 15/5 năm 2025 của chính Chính phủ;\nỦy ban", " ¶" },
    { W70 ";\n" W70 "\nCâu sau", "  " },
    { "", "" },
  };
  check (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-breaks/pasted", test_pasted);
  g_test_add_func ("/line-breaks/wrapped", test_wrapped);
  return g_test_run ();
}
