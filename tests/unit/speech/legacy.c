/* SPDX-License-Identifier: MIT */
#include "speech/legacy.h"

#include <string.h>

static void
test_legacy (void)
{
  static const struct {
    const char *text;
    LegacyEncoding encoding;
  } rows[] = {
    { "Cộng hòa xã hội chủ nghĩa Việt Nam", LEGACY_NONE },
    { "Café Zürich", LEGACY_NONE },
    { "Thông báo cÃ´ng khai xÃ£ HÃ²a BÃ¬nh", LEGACY_MOJIBAKE },
    { "Céng hßa x· héi chñ nghÜa ViÖt Nam ®éc lËp", LEGACY_TCVN3 },
    { "nhaân daân thaønh phoá", LEGACY_VNI },
    { "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", LEGACY_VNI },
    { "Hoà Bình, hoá đơn, quá trình, khoá học, luân chuyển, thoát, loà xoà, oà khóc", LEGACY_NONE },
    { "UÛy ban nhaân daân thaønh phoá, coäng hoøa xaõ hoäi", LEGACY_VNI },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gsize offset = 0;
    g_assert_cmpint (legacy_find (rows[i].text, strlen (rows[i].text), &offset), ==,
                     rows[i].encoding);
    g_assert_cmpuint (offset, <=, strlen (rows[i].text));
  }
}

static void
test_convert (void)
{
  static const struct {
    const char *text;
    LegacyEncoding encoding;
    const char *meant;
  } rows[] = {
    { "Céng hßa x· héi chñ nghÜa ViÖt Nam ®éc lËp", LEGACY_TCVN3,
      "Cộng hòa xã hội chủ nghĩa Việt Nam độc lập" },
    { "nhaân daân thaønh phoá", LEGACY_VNI, "nhân dân thành phố" },
    { "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", LEGACY_VNI,
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" },
    { "ñöôïc höôûng ngöôøi", LEGACY_VNI, "được hưởng người" },
    { "ThÃ´ng bÃ¡o Æ°u Ä‘Ã£i, má»™t", LEGACY_MOJIBAKE, "Thông báo ưu đãi, một" },
    { "phường 5", LEGACY_NONE, "phường 5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *meant = legacy_convert (rows[i].text, strlen (rows[i].text), rows[i].encoding);
    g_assert_cmpstr (meant, ==, rows[i].meant);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/legacy/find", test_legacy);
  g_test_add_func ("/speech/legacy/convert", test_convert);
  return g_test_run ();
}
