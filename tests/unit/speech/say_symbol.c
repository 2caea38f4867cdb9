/* SPDX-License-Identifier: MIT */
#include "say_support.h"

static void
test_symbols (void)
{
  static const SayRow rows[] = {
    { "Nghị định 59/2022/NĐ-CP",
      "Nghị định số năm mươi chín năm hai nghìn không trăm hai mươi hai của Chính phủ", 0 },
    { "06/QĐ-TTg", "Quyết định số không sáu của Thủ tướng Chính phủ", 0 },
    { "2219/CAHP-QLHC", "Công văn số hai nghìn hai trăm mười chín của Công an Hải Phòng", 0 },
    { "66-QĐ/TW", "Quy định số sáu mươi sáu của Trung ương", 0 },
    { "45/2019/QH14",
      "Luật số bốn mươi lăm năm hai nghìn không trăm mười chín, Quốc hội khóa mười bốn", 0 },
    { "12a/KH-UBND", "Kế hoạch số mười hai a của Ủy ban nhân dân", 0 },
    { "BCĐ06/Q", "ban chỉ đạo không sáu của Quận", 0 },
    { "KP2/P.4/Q.8", "khu phố hai, phường bốn, quận tám", 0 },
    { "66.7/2025/NQ-CP",
      "Nghị quyết số sáu mươi sáu chấm bảy năm hai nghìn không trăm hai mươi lăm của Chính phủ",
      0 },
  };

  SAY_ROWS (rows);
}

/* The kind is not said twice. */
static void
test_named (void)
{
  static const SayRow rows[] = {
    { "Quyết định số 06/QĐ-TTg", "Quyết định số không sáu của Thủ tướng Chính phủ", 0 },
    { "QĐ 06/QĐ-TTg", "quyết định số không sáu của Thủ tướng Chính phủ", 0 },
    { "QĐ 37-QĐ/TW", "quyết định số ba mươi bảy của Trung ương", 1 },
    { "Công văn hỏa tốc 78/UBND", "Công văn hỏa tốc số bảy mươi tám của Ủy ban nhân dân", 0 },
    { "NQ 198/2025/QH15",
      "nghị quyết số một trăm chín mươi tám năm hai nghìn không trăm hai mươi lăm, Quốc hội khóa "
      "mười lăm",
      0 },
    { "Thông tư liên tịch 01/2020/TTLT-BCA-BTP",
      "Thông tư liên tịch số không một năm hai nghìn không trăm hai mươi của Bộ Công an và Bộ Tư "
      "pháp",
      0 },
  };

  SAY_ROWS (rows);
}

static void
test_dated (void)
{
  static const SayRow rows[] = {
    { "06/QĐ-TTg ngày 06/01/2022",
      "Quyết định số không sáu, ngày sáu tháng một năm hai nghìn không trăm hai mươi hai của Thủ "
      "tướng Chính phủ",
      0 },
    { "06/QĐ-TTg ngày 06 tháng 01 năm 2022",
      "Quyết định số không sáu, ngày sáu tháng một năm hai nghìn không trăm hai mươi hai của Thủ "
      "tướng Chính phủ",
      0 },
  };

  SAY_ROWS (rows);
}

/* Numbers to be filled in. */
static void
test_blank (void)
{
  static const SayRow rows[] = {
    { "số /CAHP-QLHC", "số của Công an Hải Phòng", 1 },
  };

  SAY_ROWS (rows);
}

static void
test_unknown_issuer (void)
{
  static const SayRow rows[] = {
    { "12/QĐ-XYZQ", "Quyết định số mười hai của ích-xì i-dài dét quy", 1 },
  };

  SAY_ROWS (rows);
}

/* Letters of parts of a law, and of things that are none. */
static void
test_clauses (void)
{
  static const SayRow rows[] = {
    { "theo K1 Đ134 BLHS", "theo khoản một điều một trăm ba mươi tư Bộ luật Hình sự", 0 },
    { "theo Đ5 Luật Đất đai", "theo điều năm Luật Đất đai", 0 },
    { "khởi tố theo Đ249", "khởi tố theo điều hai trăm bốn mươi chín", 0 },
    { "tội giết người (Đ123)", "tội giết người, điều một trăm hai mươi ba", 0 },
    { "Đ.12 K.3 Luật Cư trú", "điều mười hai khoản ba Luật Cư trú", 0 },
    { "kênh K1, K2", "kênh ca một, ca hai", 0 },
    { "Quy tắc 4Đ", "Quy tắc bốn đê", 0 },
  };

  SAY_ROWS (rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/say_symbol/symbols", test_symbols);
  g_test_add_func ("/speech/say_symbol/named", test_named);
  g_test_add_func ("/speech/say_symbol/dated", test_dated);
  g_test_add_func ("/speech/say_symbol/blank", test_blank);
  g_test_add_func ("/speech/say_symbol/unknown-issuer", test_unknown_issuer);
  g_test_add_func ("/speech/say_symbol/clauses", test_clauses);
  return g_test_run ();
}
