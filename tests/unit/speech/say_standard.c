/* SPDX-License-Identifier: MIT */
#include "say_support.h"

static void
test_standards (void)
{
  static const SayRow rows[] = {
    { "TCVN 7447-1:2010", "tiêu chuẩn Việt Nam bảy nghìn bốn trăm bốn mươi bảy gạch một, năm hai nghìn không trăm mười", 0 },
    { "QCVN 01-1:2018/BYT", "quy chuẩn Việt Nam không một gạch một, năm hai nghìn không trăm mười tám, Bộ Y tế", 0 },
    { "ISO 9001:2015", "i-sô chín nghìn không trăm linh một, năm hai nghìn không trăm mười lăm", 0 },
    { "TCVN 1651-2018", "tiêu chuẩn Việt Nam một nghìn sáu trăm năm mươi mốt, năm hai nghìn không trăm mười tám", 0 },
  };

  SAY_ROWS (rows);
}

/* No dates and no fractions. */
static void
test_houses (void)
{
  static const SayRow rows[] = {
    { "K42/H8/15 Hải Phòng", "ca bốn mươi hai trên hát tám trên mười lăm Hải Phòng", 0 },
    { "T4/2024", "tháng tư năm hai nghìn không trăm hai mươi tư", 0 },
    { "A12/05", "a mười hai trên không năm", 0 },
  };

  SAY_ROWS (rows);
}

static void
test_dialled (void)
{
  static const SayRow rows[] = {
    { "bấm *101# nhé", "bấm sao một không một thăng, nhé", 0 },
    { "*098*1#", "sao không chín tám sao một thăng", 0 },
    { "ô cốp 4*", "ô cốp bốn sao", 0 },
    { "**đậm** 4 **đậm**", "đậm bốn đậm", 0 },
  };

  SAY_ROWS (rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/say_standard/standards", test_standards);
  g_test_add_func ("/speech/say_standard/houses", test_houses);
  g_test_add_func ("/speech/say_standard/dialled", test_dialled);
  return g_test_run ();
}
