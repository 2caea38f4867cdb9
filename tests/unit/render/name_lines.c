/* SPDX-License-Identifier: MIT */
#include "render/name_lines.h"

#include "../support.h"

#define ROOM (67.1 / 25.4 * 72)

static char *
lines_of (const char *name, double room)
{
  g_autoptr (Value) lines = value_list ();
  GString *out = g_string_new (NULL);

  name_lines_add (lines, name, room, 13, TRUE);
  for (guint i = 0; i < value_length (lines); i++)
    g_string_append_printf (out, "%s%s", i ? "|" : "",
                            value_get_text (value_item (lines, i), NULL));
  return g_string_free (out, FALSE);
}

static void
test_lines (void)
{
  static const struct {
    const char *name, *wanted;
    double room;
  } rows[] = {
    { "SỞ Y TẾ", "SỞ Y TẾ", ROOM },
    { "", "", ROOM },
    { "SỞ Y TẾ THÀNH PHỐ ĐỒNG NAI", "SỞ Y TẾ|THÀNH PHỐ ĐỒNG NAI", ROOM },
    { "TRUNG TÂM KIỂM SOÁT BỆNH TẬT THÀNH PHỐ ĐỒNG NAI",
      "TRUNG TÂM|KIỂM SOÁT BỆNH TẬT|THÀNH PHỐ ĐỒNG NAI", ROOM },
    { "ỦY BAN NHÂN DÂN ĐẶC KHU PHÚ QUỐC", "ỦY BAN NHÂN DÂN|ĐẶC KHU PHÚ QUỐC", ROOM },
    /* A unit at the beginning is the whole name, and none is at the end. */
    { "THÀNH PHỐ ĐOÀN THANH NIÊN CỘNG SẢN", "THÀNH PHỐ|ĐOÀN THANH NIÊN|CỘNG SẢN", ROOM },
    { "BAN ĐIỀU HÀNH DỰ ÁN", "BAN ĐIỀU HÀNH|DỰ ÁN", 120 },
    /* Nothing fits: each word has a line of its own. */
    { "SỞ NỘI VỤ", "SỞ|NỘI VỤ", 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *got = lines_of (rows[i].name, rows[i].room);
    g_assert_cmpstr (got, ==, rows[i].wanted);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name_lines/lines", test_lines);
  return g_test_run ();
}
