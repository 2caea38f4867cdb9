/* SPDX-License-Identifier: MIT */
#include "say_support.h"

static void
test_abbreviations (void)
{
  static const SayRow rows[] = {
    { "UBND", "ủy ban nhân dân", 0 },
    { "UBND phường", "ủy ban nhân dân phường", 0 },
    { "TT. Phú Mỹ", "thị trấn Phú Mỹ", 0 },
    { "mẫu CT01", "mẫu xê tê không một", 0 },
    { "TBA1 và QK2", "trạm biến áp một và quân khu hai", 0 },
    { "tại BV2", "tại bê vê hai", 1 },
    { "cú pháp: tên + SĐT", "cú pháp: tên cộng số điện thoại", 0 },
    { "chuyến VN1345", "chuyến vê en-nờ một ba bốn năm", 0 },
    { "K/g", "kính gửi", 0 },
  };

  SAY_ROWS (rows);
}

/* The text itself goes first. */
static void
test_definitions (void)
{
  static const SayRow rows[] = {
    { "Quỹ học bổng (QHB). QHB", "Quỹ học bổng. Quỹ học bổng", 0 },
    { "QHB (quỹ học bổng)", "quỹ học bổng", 0 },
  };

  SAY_ROWS (rows);
}

/* Said as usual, and reported. */
static void
test_ambiguous (void)
{
  static const SayRow rows[] = {
    { "ĐT", "điện thoại", 1 },
    { "KH 2025", "kế hoạch hai nghìn không trăm hai mươi lăm", 0 },
    { "BBT", "bê bê tê", 1 },
  };

  SAY_ROWS (rows);
}

static void
test_unknown (void)
{
  static const SayRow rows[] = {
    { "XYZQ", "ích-xì i-dài dét quy", 1 },
    { "BCD", "bê xê dê", 1 },
    { "YouTube", "diu-túp", 0 },
    { "McDonald", "McDonald", 1 },
    { "brandfake", "brandfake", 1 },
  };

  SAY_ROWS (rows);
}

static void
test_capitals (void)
{
  static const SayRow rows[] = {
    { "ỦY BAN NHÂN DÂN", "Ủy ban nhân dân", 0 },
    { "CA HẢI PHÒNG", "công an Hải Phòng", 0 },
    { "GIÁM ĐỐC", "Giám đốc", 0 },
    { "UBND XÃ AN BÌNH ĐÔNG", "ủy ban nhân dân xã An Bình Đông", 0 },
  };

  SAY_ROWS (rows);
}

static void
test_letters (void)
{
  static const SayRow rows[] = {
    { "điểm đ", "điểm đê", 0 },
    { "a) Nội dung", "điểm a, Nội dung", 0 },
    { "Nguyễn Văn B", "Nguyễn Văn bê", 0 },
    { "y tế", "y tế", 0 },
    { "10A1", "mười a một", 0 },
  };

  SAY_ROWS (rows);
}

/* Letters of names, of villages and of winds. */
static void
test_short_names (void)
{
  static const SayRow rows[] = {
    { "ông Tr.V.L (xóm Đình)", "ông tê e-rờ vê e-lờ, xóm Đình", 0 },
    { "chị Ng.T.Thảo đến", "chị en-nờ giê tê Thảo đến", 0 },
    { "Y Sương (B. Đăk Rao)", "Y Sương, buôn Đăk Rao", 0 },
    { "Chị Thị Ph'Lơi", "Chị Thị Phờ-Lơi", 0 },
    { "Gió giật C8-C9", "Gió giật cấp tám đến cấp chín", 0 },
    { "mẫu TK-01", "mẫu tê ca, không một", 0 },
    { "tái phạm x2", "tái phạm nhân hai", 0 },
    { "công tơ 10(40)A", "công tơ mười, bốn mươi, am pe", 0 },
    { "máy 3in1", "máy ba trong một", 0 },
    { "giống mía KK3, LK92-11", "giống mía ca ca ba, e-lờ ca chín mươi hai, mười một", 0 },
  };

  SAY_ROWS (rows);
}

/* A dash is no end of a sentence in another language, and what is quoted of one ends with a letter. */
static void
test_passages (void)
{
  static const SayRow rows[] = {
    { "Please read this notice – it contains important information about markets.",
      "Please read this notice – it contains important information about markets.", 1 },
    { "Gặp “ƀing čư”", "Gặp ƀing čư", 2 },
    { "aជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជ",
      "aជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជជ", 1 },
  };

  SAY_ROWS (rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/say_word/abbreviations", test_abbreviations);
  g_test_add_func ("/speech/say_word/definitions", test_definitions);
  g_test_add_func ("/speech/say_word/ambiguous", test_ambiguous);
  g_test_add_func ("/speech/say_word/unknown", test_unknown);
  g_test_add_func ("/speech/say_word/capitals", test_capitals);
  g_test_add_func ("/speech/say_word/letters", test_letters);
  g_test_add_func ("/speech/say_word/short-names", test_short_names);
  g_test_add_func ("/speech/say_word/passages", test_passages);
  return g_test_run ();
}
