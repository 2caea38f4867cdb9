/* SPDX-License-Identifier: MIT */
#include "word/legacy.h"

#include "../support.h"

static void
test_decode (void)
{
  static const struct {
    const char *font, *text, *wanted; /* NULL: it is Unicode already */
  } rows[] = {
    { ".VnTime", "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc" },
    { ".VnTime", "m\u00ADa b·o", "mưa bão" },
    { ".VnTime", "\u00AD", "ư" },
    { ".VnTimeH", "ubnd x· ®«ng hßa", "UBND XÃ ĐÔNG HÒA" },
    { ".VnTime", "\uF0A7\uF0AB", "Đô" },
    { ".VnTime", "Đoạn này đã là Unicode", NULL },
    { ".VnTime", "ABC 123", NULL },
    { ".VnTime", "Bïi ThÞ Ánh", "Bùi Thị Ánh" },
    { "VNI-Times", "Ñoäc laäp - Töï do - Haïnh phuùc",
      "Đo\u0323\u0302c la\u0323\u0302p - Tư\u0323 do - Ha\u0323nh phu\u0301c" },
    { "VNI-Times", "UÛY BAN NHAÂN DAÂN", "U\u0309Y BAN NHA\u0302N DA\u0302N" },
    { "VNI-Times", "Đã là Unicode", NULL },
    { "Times New Roman", "Sè: ®", NULL },
    { NULL, "®", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gboolean is_encoded = legacy_is_encoded (rows[i].font, rows[i].text);
    g_assert_cmpint (is_encoded, ==, rows[i].wanted != NULL);
    g_autofree char *decoded = is_encoded ? legacy_decode (rows[i].font, rows[i].text) : NULL;
    g_assert_cmpstr (decoded, ==, rows[i].wanted);
  }
}

/* All 74 letters of TCVN 5712 that have a code above 0xA0, as the C library has them. */
static void
test_table (void)
{
  guint n = 0;

  for (guint code = 0xA1; code < 0xFF; code++) {
    const char byte[] = { code, '\0' };
    g_autofree char *theirs = g_convert (byte, 1, "UTF-8", "TCVN5712-1", NULL, NULL, NULL);
    char letter[8] = { 0 };
    g_unichar_to_utf8 (code, letter);
    g_autofree char *ours = legacy_decode (".VnTime", letter);
    if (strcmp (ours, letter) == 0)
      continue;
    g_autofree char *composed = theirs ? g_utf8_normalize (theirs, -1, G_NORMALIZE_NFC) : NULL;
    g_assert_cmpstr (ours, ==, composed);
    n++;
  }
  g_assert_cmpuint (n, ==, 73); /* and ý, which has its own code */
}

static void
test_symbols (void)
{
  g_assert_cmpstr (legacy_symbol ("Wingdings", 0xF0E0), ==, "→");
  g_assert_cmpstr (legacy_symbol ("Wingdings", 0xE0), ==, "→");
  g_assert_cmpstr (legacy_symbol ("Symbol", 0xF0B7), ==, "•");
  g_assert_null (legacy_symbol ("Symbol", 0xF0E0));
  g_assert_null (legacy_symbol ("Webdings", 0xF0E0));
  g_assert_null (legacy_symbol (NULL, 0xF0E0));
}

static void
test_unknown (void)
{
  g_assert_true (legacy_is_unknown ("VNtimes new roman", "Ðµ"));
  g_assert_false (legacy_is_unknown ("VNtimes new roman", "abc"));
  g_assert_false (legacy_is_unknown ("VNtimes new roman", "Đã µ"));
  g_assert_false (legacy_is_unknown ("Times New Roman", "µ"));
  g_assert_false (legacy_is_unknown (NULL, "µ"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legacy/decode", test_decode);
  g_test_add_func ("/legacy/table", test_table);
  g_test_add_func ("/legacy/symbols", test_symbols);
  g_test_add_func ("/legacy/unknown", test_unknown);
  return g_test_run ();
}
