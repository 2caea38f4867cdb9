/* SPDX-License-Identifier: MIT */
#include "text/fold.h"

#include "../support.h"

typedef struct {
  const char *text, *wanted;
} Row;

static void
check (char *(*convert) (const char *text), const Row *rows, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *got = convert (rows[i].text);
    g_assert_cmpstr (got, ==, rows[i].wanted);
  }
}

static void
test_fold (void)
{
  static const Row rows[] = {
    { "Đồng Nai", "dong nai" },
    { "ĐẶNG THUỲ TRÂM", "dang thuy tram" },
    { "Cộng hòa xã hội chủ nghĩa Việt Nam", "cong hoa xa hoi chu nghia viet nam" },
    { "ươƯƠăĂâÂêÊôÔ", "uouoaaaaeeoo" },
    { "a\xCC\x81", "a" },
    { "Điều 5, khoản 2.", "dieu 5, khoan 2." },
    { "", "" },
    { "中文", "中文" },
  };
  check (text_fold, rows, G_N_ELEMENTS (rows));
}

static void
test_slug (void)
{
  static const Row rows[] = {
    { "Phường 1 Bảo Lộc", "phuong-1-bao-loc" },
    { "  Kích hoạt — tài khoản!  ", "kich-hoat-tai-khoan" },
    { "Ea H'Leo", "ea-h-leo" },
    { "Ea H’Leo", "ea-h-leo" },
    { "4907/UBND-NC", "4907-ubnd-nc" },
    { "", "" },
    { "—", "" },
    { "中文", "" },
    { "a_b.c", "a-b-c" },
  };
  check (text_slug, rows, G_N_ELEMENTS (rows));
}

static void
test_capitalise (void)
{
  static const Row rows[] = {
    { "phường Hà Đông", "Phường Hà Đông" },
    { "đặc khu Phú Quốc", "Đặc khu Phú Quốc" },
    { "Đã viết", "Đã viết" },
    { "ế", "Ế" },
    { "", "" },
    { "1 a", "1 a" },
  };
  check (text_capitalise, rows, G_N_ELEMENTS (rows));
}

/* The table of Vietnamese letters says what Unicode says. */
static void
test_as_unicode (void)
{
  for (gunichar c = 0x80; c < 0x2000; c++) {
    gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
    gunichar small = g_unichar_tolower (c);
    char written[7] = "", wanted[7] = "";
    if (!g_unichar_isalpha (c) || small == 0x111)
      continue;
    written[g_unichar_to_utf8 (c, written)] = '\0';
    g_unichar_fully_decompose (small, FALSE, parts, G_N_ELEMENTS (parts));
    wanted[g_unichar_to_utf8 (parts[0], wanted)] = '\0';
    g_autofree char *folded = text_fold (written);
    g_assert_cmpstr (folded, ==, wanted);
  }
}

/* A list in circulation has the slugs of all communes; ours are the same. */
static void
test_slugs_of_communes (void)
{
  g_autofree char *path = shared_data ("data/communes.csv");
  g_autofree char *text = NULL;
  guint n = 0;

  if (path == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] && *lines[i]; i++, n++) {
    g_auto (GStrv) fields = g_strsplit (g_strstrip (lines[i]), ",", -1);
    g_autofree char *slug = text_slug (fields[1]);
    g_assert_cmpuint (g_strv_length (fields), ==, 6);
    g_assert_cmpstr (slug, ==, fields[5]);
  }
  g_assert_cmpuint (n, ==, 3321);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/fold", test_fold);
  g_test_add_func ("/fold/slug", test_slug);
  g_test_add_func ("/fold/capitalise", test_capitalise);
  g_test_add_func ("/fold/as-unicode", test_as_unicode);
  g_test_add_func ("/fold/slugs-of-communes", test_slugs_of_communes);
  return g_test_run ();
}
