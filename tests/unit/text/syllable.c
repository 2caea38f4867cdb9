/* SPDX-License-Identifier: MIT */
#include "text/syllable.h"

#include <string.h>

static void
test_syllables (void)
{
  static const char *const good[] = { "ủy",    "BAN",  "nhân", "dân",   "nghiêng", "quyển",  "gì",
                                      "giếng", "Đồng", "oanh", "xoong", "khuya",   "PHƯỜNG", "yêu",
                                      "ở",     "thuở", "quốc", "huyện", "loa" };
  static const char *const bad[] = { "UBND", "TTg", "zalo", "wifi", "QLHC", "b",
                                     "str",  "ngx", "",     "TP",   "CCCD", "nghiênng" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    if (!syllable_is_vietnamese (good[i], strlen (good[i])))
      g_error ("“%s” is a syllable", good[i]);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    if (syllable_is_vietnamese (bad[i], strlen (bad[i])))
      g_error ("“%s” is no syllable", bad[i]);
}

/* Of all Latin letters with marks only ours are part of a syllable, in both cases. */
static void
test_letters (void)
{
  static const char *const around[] = { "%s", "%sn", "%si" };
  const char *ours = "àáâãèéêìíòóôõùúýăđĩũơư";

  for (gunichar c = 0xC0; c < 0x1F30; c == 0x24F ? c = 0x1E00 : c++) {
    char letter[7] = "";
    gboolean is_ours = FALSE;
    if (g_unichar_tolower (c) < 0x80) /* İ is another i */
      continue;
    g_unichar_to_utf8 (c, letter);
    g_autofree char *small = g_utf8_strdown (letter, -1);
    for (guint i = 0; i < G_N_ELEMENTS (around); i++) {
      g_autoptr (GString) text = g_string_new (NULL);
      g_string_printf (text, around[i], letter);
      is_ours |= syllable_is_vietnamese (text->str, text->len);
    }
    gboolean is_double = c >= 0x1EA0 && c <= 0x1EF9;
    if (is_ours != (is_double || strstr (ours, small) != NULL))
      g_error ("U+%04X %s", c, letter);
  }
}

/* Every rime there is, by a word that has it, and none of its neighbours. */
static void
test_rimes (void)
{
  const char *words =
    "tắc tăm ăn ăng ắp ắt tấc âm ân tầng ấp ất ấu ấy ê ếch êm ên tênh ếp ết êu ô ốc ôi ôm ôn ông "
    "ốp ốt ơ ơi ơm ơn ớp ớt ư ước ươi ươm ươn ương ướp ướt ươu ưa ức ưi ưm ưng ứt ưu a ác ách ai "
    "am an ang anh ao áp át au ay e éc em en eng eo ép ét i biếc biếm biên biêng diếp biết biểu ia "
    "ích im in inh íp ít ỉu o hoắc hoắm hoằn hoẵng hoắt oa oác oách oai oan oang oanh ngoao oáp "
    "oát oáy óc oe oen oeo oét oi om on ong moóc xoong óp ót u huân huâng huất huấy huê huếch "
    "huênh "
    "thuốc tuổi thuôm buôn buông tuốt thuở ua úc ui um un ung úp út uy nguyên tuyết tuya huých "
    "tuyn "
    "huynh huýt khuỷu y yểm yên yêng yết yêu ý";
  g_auto (GStrv) all = g_strsplit (words, " ", -1);

  for (guint i = 0; all[i]; i++)
    if (!syllable_is_vietnamese (all[i], strlen (all[i])))
      g_error ("“%s” is a syllable", all[i]);
}

static void
test_marks (void)
{
  g_assert_true (syllable_has_marks ("dế", strlen ("dế")));
  g_assert_true (syllable_has_marks ("đ", strlen ("đ")));
  g_assert_false (syllable_has_marks ("de", 2));
  g_assert_false (syllable_has_marks ("deế", 2));
  g_assert_false (syllable_has_marks ("", 0));
}

static void
test_bare (void)
{
  static const struct {
    const char *text;
    gsize length;
  } rows[] = { { "huongdan", 5 }, { "dan", 3 },     { "zalo", 0 },     { "chinhphu", 5 },
               { "nghe", 4 },     { "nghieng", 7 }, { "nghiengg", 7 }, { "gi", 2 },
               { "g", 0 },        { "", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (syllable_longest_bare (rows[i].text, strlen (rows[i].text)), ==,
                      rows[i].length);
}

static void
test_faults (void)
{
  static const struct {
    const char *text;
    SyllableFault fault;
    ToneStyle style;
    const char *right; /* with its tone where it belongs, in the old style */
  } rows[] = {
    { "người", SYLLABLE_GOOD, TONE_STYLE_NONE, "người" },
    { "ngừơi", SYLLABLE_TONE_PLACE, TONE_STYLE_NONE, "người" },
    { "đựơc", SYLLABLE_TONE_PLACE, TONE_STYLE_NONE, "được" },
    { "Qúy", SYLLABLE_TONE_PLACE, TONE_STYLE_NONE, "Quý" },
    { "tòan", SYLLABLE_TONE_PLACE, TONE_STYLE_NONE, "toàn" },
    { "hòa", SYLLABLE_GOOD, TONE_STYLE_OLD, "hòa" },
    { "hoà", SYLLABLE_GOOD, TONE_STYLE_NEW, "hòa" },
    { "thuý", SYLLABLE_GOOD, TONE_STYLE_NEW, "thúy" },
    { "quý", SYLLABLE_GOOD, TONE_STYLE_NONE, "quý" },
    { "gì", SYLLABLE_GOOD, TONE_STYLE_NONE, NULL },
    { "giếng", SYLLABLE_GOOD, TONE_STYLE_NONE, "giếng" },
    { "đươc", SYLLABLE_STOP, TONE_STYLE_NONE, NULL },
    { "các", SYLLABLE_GOOD, TONE_STYLE_NONE, NULL },
    { "bãc", SYLLABLE_STOP, TONE_STYLE_NONE, NULL },
    { "nghành", SYLLABLE_ONSET, TONE_STYLE_NONE, NULL },
    { "kác", SYLLABLE_ONSET, TONE_STYLE_NONE, NULL },
    { "ngề", SYLLABLE_ONSET, TONE_STYLE_NONE, NULL },
    { "yêu", SYLLABLE_GOOD, TONE_STYLE_NONE, NULL },
    { "quyết", SYLLABLE_GOOD, TONE_STYLE_NONE, "quyết" },
    { "khôgn", SYLLABLE_NONE, TONE_STYLE_NONE, NULL },
    { "hòạ", SYLLABLE_TONES, TONE_STYLE_NONE, NULL },
    { "wifi", SYLLABLE_OTHER_LETTERS, TONE_STYLE_NONE, NULL },
    { "nghiêngg", SYLLABLE_NONE, TONE_STYLE_NONE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gsize length = strlen (rows[i].text);
    ToneStyle style;
    if (syllable_fault (rows[i].text, length, &style) != rows[i].fault)
      g_error ("“%s” is spelt otherwise", rows[i].text);
    g_assert_cmpint (style, ==, rows[i].style);
    if (rows[i].right) {
      g_autofree char *right = syllable_with_tone_in_place (rows[i].text, length, TONE_STYLE_OLD);
      g_assert_cmpstr (right, ==, rows[i].right);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/syllable/syllables", test_syllables);
  g_test_add_func ("/text/syllable/letters", test_letters);
  g_test_add_func ("/text/syllable/rimes", test_rimes);
  g_test_add_func ("/text/syllable/marks", test_marks);
  g_test_add_func ("/text/syllable/bare", test_bare);
  g_test_add_func ("/text/syllable/faults", test_faults);
  return g_test_run ();
}
