/* SPDX-License-Identifier: MIT */
#include "say_support.h"

static void
test_addresses (void)
{
  static const SayRow rows[] = {
    { "dichvucong.gov.vn", "dịch vụ công chấm gốp chấm vê en, viết liền không dấu", 0 },
    { "www.google.com", "gu-gồ chấm com", 0 },
    { "congan@haiphong.gov.vn", "công an a còng Hải Phòng chấm gốp chấm vê en, viết liền không dấu",
      0 },
    { "info@company.com.vn", "in-phô a còng company chấm com chấm vê en", 1 },
    { "congthongtin.haiphong.gov.vn/a",
      "cổng thông tin chấm Hải Phòng chấm gốp chấm vê en gạch chéo a, viết liền không dấu", 0 },
    { "congthongtin.haiphong.gov.vn/ab",
      "cổng thông tin chấm Hải Phòng chấm gốp chấm vê en, viết liền không dấu", 1 },
  };

  SAY_ROWS (rows);
}

/* Only the site is said. */
static void
test_long (void)
{
  static const SayRow rows[] = {
    { "https://dichvucong.gov.vn/p/home/dvc-trang-chu.html",
      "dịch vụ công chấm gốp chấm vê en, viết liền không dấu", 1 },
  };

  SAY_ROWS (rows);
}

/* Explained once. */
static void
test_spelling (void)
{
  static const SayRow rows[] = {
    { "vneid.gov.vn", "vê en e ai-đi chấm gốp chấm vê en", 0 },
    { "dichvucong.gov.vn và dichvucong.gov.vn",
      "dịch vụ công chấm gốp chấm vê en, viết liền không dấu và dịch vụ công chấm gốp chấm vê en",
      0 },
  };

  SAY_ROWS (rows);
}

static void
test_no_addresses (void)
{
  static const SayRow rows[] = {
    { "v.v.", "vân vân.", 0 },
    { "TP.HCM", "thành phố Hồ Chí Minh", 0 },
    { "Xong.Rồi", "Xong. Rồi", 0 },
  };

  SAY_ROWS (rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/say_address/addresses", test_addresses);
  g_test_add_func ("/speech/say_address/long", test_long);
  g_test_add_func ("/speech/say_address/spelling", test_spelling);
  g_test_add_func ("/speech/say_address/no-addresses", test_no_addresses);
  return g_test_run ();
}
