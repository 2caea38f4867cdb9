/* SPDX-License-Identifier: MIT */
#include "text/no_break.h"

#include "../support.h"

/* A “~” stands for the no-break space. */
static void
test_bind (void)
{
  static const char *const rows[] = {
    "Điều~5",
    "Gọi 0905~123~456.",
    "0258~3811~242",
    "tổng đài 1900~1234",
    "+84~258~3811~242",
    "5 10 15",
    "gọi 0905~123 nhé",
    "số~0905 nhé",
    "theo 1900~1234~5678~9012~3456 7890 12",
    "12 345 678 90",
    "+5~10",
    "x 5",
    "nămx 5",
    "hộ 5~hộ",
    "(5~hộ)",
    "12345678901234567890 5",
    "theo điều~5",
    "(Điều~5)",
    "“Điều~5”",
    "Bước~1.",
    "Cách~2:",
    "khoản~2 Điều~5",
    "Phụ lục~1",
    "Phường~1 Bảo Lộc",
    "thôn~8, xóm~2, Ấp~3",
    "tổ~12, khu phố~3",
    "tháng~5",
    "ngày~08~tháng~11~năm~2023",
    "số~4907/UBND-NC",
    "500~đồng",
    "500~đồng.",
    "500.000~đồng”",
    "“5~km”",
    "18~tuổi",
    "5~phút–7",
    "2~MB",
    "20~triệu đồng",
    "5~m²",
    "12~km²",
    "3~ngày",
    "lần~2",
    /* Not words, or not beside numbers. */
    "xĐiều 5",
    "5 đồngx",
    "5 mét",
    "5 m2",
    "bàn 5",
    "Điều  5",
    "Điều năm",
    "năm người",
    "5 , 6",
    " 5 ",
    "5 ",
    " 5",
    "",
    " ",
    "mười đồng",
    "5 giờx",
  };
  g_autoptr (GString) buffer = g_string_new ("left over");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strdelimit (g_strdup (rows[i]), "~", ' ');
    g_autoptr (GString) wanted = g_string_new (rows[i]);
    g_string_replace (wanted, "~", "\xC2\xA0", 0);
    gsize length = strlen (text);
    const char *bound = text_with_no_breaks (text, &length, buffer);
    g_autofree char *got = g_strndup (bound, length);
    g_assert_cmpstr (got, ==, wanted->str);
    g_assert_true ((bound == text) == (strchr (rows[i], '~') == NULL));
  }
}

/* Each word, with and without its number. */
static void
test_words (void)
{
  static const char *const before[] = { "Điều",   "điều", "khoản",  "Khoản",  "Mục",  "mục",
                                        "Phần",   "phần", "Chương", "chương", "Bước", "bước",
                                        "Cách",   "cách", "Mức",    "mức",    "ngày", "tháng",
                                        "năm",    "quý",  "số",     "trang",  "lần",  "lục",
                                        "Phường", "Quận" };
  static const char *const after[] = { "đồng",  "km",   "m",     "cm",   "mm",    "kg",   "g",
                                       "ha",    "tuổi", "giờ",   "phút", "giây",  "ngày", "tháng",
                                       "năm",   "lần",  "trang", "bước", "triệu", "tỷ",   "nghìn",
                                       "người", "hộ",   "MB",    "KB",   "GB" };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++) {
    g_autofree char *text = g_strdup_printf ("theo %s 5 và %s năm", before[i], before[i]);
    const char *end = text + strlen (text);
    const char *space = text_next_no_break (text, text, end);
    g_assert_true (space == strchr (text, '5') - 1);
    g_assert_true (text_next_no_break (space + 1, text, end) == end);
  }
  for (guint i = 0; i < G_N_ELEMENTS (after); i++) {
    g_autofree char *text = g_strdup_printf ("có 5 %s và %s năm", after[i], after[i]);
    const char *end = text + strlen (text);
    const char *space = text_next_no_break (text, text, end);
    g_assert_true (space == strchr (text, '5') + 1);
    g_assert_true (text_next_no_break (space + 1, text, end) == end);
  }
}

/* Only the bytes it was given. */
static void
test_part (void)
{
  g_autoptr (GString) buffer = g_string_new (NULL);
  const char *text = "Điều 5 đồng";
  gsize length = strlen ("Điều ");

  g_assert_true (text_with_no_breaks (text, &length, buffer) == text);
  text = "0905 123";
  length = strlen ("0905 ");
  g_assert_true (text_with_no_breaks (text, &length, buffer) == text);
  text = "Điều 5 đồng";
  length = strlen ("Điều 5 ");
  const char *bound = text_with_no_breaks (text, &length, buffer);
  g_autofree char *got = g_strndup (bound, length);
  g_assert_cmpstr (got, ==,
                   "Điều\xC2\xA0"
                   "5 ");
}

static void
test_symbols (void)
{
  static const struct {
    const char *text, *symbol; /* NULL: there is none */
  } rows[] = {
    { "Công văn số 2650/UBND-NC về", "2650/UBND-NC" },
    { "số\u00A036/2024/QH15.", "36/2024/QH15" },
    { "(120/TTr-SKHCN)", "120/TTr-SKHCN" },
    { "ngày 22/7/2026", NULL },
    { "và/hoặc", NULL },
    { "a/b,5/C", NULL },
    { "5/a,b/C d", "5/a,b/C" },
    { "a/b 5/C", "5/C" },
    { "5/a (b/C)", NULL },
    { "A/B", NULL },
    { "(134\u00A0km/giờ).", "km/giờ" },
    { "04 lần/ngày", "lần/ngày" },
    { "ngày\u00A002/11/2026", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const char *end = NULL;
    const char *found = text_find_symbol (rows[i].text, rows[i].text, &end);
    g_autofree char *symbol = found ? g_strndup (found, end - found) : NULL;
    g_assert_cmpstr (symbol, ==, rows[i].symbol);
  }
}

/* Who writes a million slashes in a row waits no longer than for a million words. */
static void
test_many_symbols (void)
{
  g_autoptr (GString) slashes = g_string_new (NULL);
  const char *end;

  for (guint i = 0; i < 1000000; i++)
    g_string_append (slashes, "a/b,");
  g_assert_null (text_find_symbol (slashes->str, slashes->str, &end));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/binding/bind", test_bind);
  g_test_add_func ("/binding/words", test_words);
  g_test_add_func ("/binding/part", test_part);
  g_test_add_func ("/no-break/symbols", test_symbols);
  g_test_add_func ("/no-break/many-symbols", test_many_symbols);
  return g_test_run ();
}
