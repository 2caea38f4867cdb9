/* SPDX-License-Identifier: MIT */
#include "text/old_code.h"

/* The places of TCVN 5712 from A1 on, in the order of the code. */
static void
test_tcvn3 (void)
{
  static const char letters[] =
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";
  g_autoptr (GString) ours = g_string_new (NULL);

  for (gunichar c = 0; c < 0x200; c++)
    if (old_code_tcvn3 (c))
      g_string_append_unichar (ours, old_code_tcvn3 (c));
  g_assert_cmpstr (ours->str, ==, letters);
  g_assert_cmpuint (old_code_tcvn3 (0xA1), ==, 0x102);
  g_assert_cmpuint (old_code_tcvn3 (0xA0), ==, 0);
  g_assert_cmpuint (old_code_tcvn3 (0xC0), ==, 0);
  g_assert_cmpuint (old_code_tcvn3 (0xFE), ==, 0x1EF5);
  g_assert_cmpuint (old_code_tcvn3 (0xFF), ==, 0);
}

static char *
of_vni (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gunichar before = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    old_code_append_vni (out, before, g_utf8_get_char (p));
    before = g_utf8_get_char (p);
  }
  return g_utf8_normalize (out->str, -1, G_NORMALIZE_NFC);
}

/* All letters, as people type them. */
static void
test_vni (void)
{
  static const struct {
    const char *vni, *meant;
  } rows[] = {
    { "aù aø aû aõ aï aâ aá aà aå aã aä aê aé aè aú aü aë", "á à ả ã ạ â ấ ầ ẩ ẫ ậ ă ắ ằ ẳ ẵ ặ" },
    { "eù eø eû eõ eï eâ eá eà eå eã eä í ì æ ó ò", "é è ẻ ẽ ẹ ê ế ề ể ễ ệ í ì ỉ ĩ ị" },
    { "où oø oû oõ oï oâ oá oà oå oã oä ô ôù ôø ôû ôõ ôï", "ó ò ỏ õ ọ ô ố ồ ổ ỗ ộ ơ ớ ờ ở ỡ ợ" },
    { "uù uø uû uõ uï ö öù öø öû öõ öï yù yø yû yõ î ñ", "ú ù ủ ũ ụ ư ứ ừ ử ữ ự ý ỳ ỷ ỹ ỵ đ" },
    { "AÙ AÂ AÁ AË EÄ Í Ì Æ Ó Ò OÄ Ô ÔÏ UÛ Ö ÖÕ YØ Î Ñ", "Á Â Ấ Ặ Ệ Í Ì Ỉ Ĩ Ị Ộ Ơ Ợ Ủ Ư Ữ Ỳ Ỵ Đ" },
    { "bâ ß × ÿ", "bâ ß × ÿ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *meant = of_vni (rows[i].vni);
    g_assert_cmpstr (meant, ==, rows[i].meant);
  }
}

static void
test_is_vni (void)
{
  g_assert_true (old_code_is_vni (0xF9));
  g_assert_true (old_code_is_vni (0xD9));
  g_assert_true (old_code_is_vni (0xF1));
  g_assert_false (old_code_is_vni ('a'));
  g_assert_false (old_code_is_vni (0));
  g_assert_false (old_code_is_vni (0xDF));
  g_assert_false (old_code_is_vni (0x111));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/old-code/tcvn3", test_tcvn3);
  g_test_add_func ("/old-code/vni", test_vni);
  g_test_add_func ("/old-code/is-vni", test_is_vni);
  return g_test_run ();
}
