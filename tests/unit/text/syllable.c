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

static void
test_bare (void)
{
  static const struct {
    const char *text;
    gsize length;
  } rows[] = { { "huongdan", 5 }, { "dan", 3 }, { "zalo", 0 }, { "chinhphu", 5 }, { "nghe", 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (syllable_longest_bare (rows[i].text, strlen (rows[i].text)), ==,
                      rows[i].length);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/syllable/syllables", test_syllables);
  g_test_add_func ("/text/syllable/bare", test_bare);
  return g_test_run ();
}
