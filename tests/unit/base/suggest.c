/* SPDX-License-Identifier: MIT */
#include "base/suggest.h"

#include "../support.h"

static void
test_nearest (void)
{
  static const char *const words[] = { "title",           "tiêu đề",     "office",
                                       "cơ quan",         "date",        "ngày",
                                       "number",          "số",          "review_by",
                                       "rà soát",         "đính kèm",    "đo đạc",
                                       "cơ quan.tên gọi", "cơ quan.web", NULL };
  static const struct {
    const char *word, *nearest;
  } rows[] = {
    { "tittle", "title" },
    { "Title", "title" },
    { "tieu de", "tiêu đề" },
    { "TIÊU ĐỀ", "tiêu đề" },
    { "tiêu đê", "tiêu đề" },
    { "tieu_de", "tiêu đề" },
    { "review by", "review_by" },
    { "reviewby", "review_by" },
    { "offices", "office" },
    { "ngay", "ngày" },
    { "so", "số" },
    { "ra soat", "rà soát" },
    { "dinh kem", "đính kèm" },
    { "Đính kèm", "đính kèm" },
    { "titel", "title" },
    { "ditel", NULL }, /* two slips in five letters */
    { "tilet", NULL }, /* no neighbours that changed places */
    { "dtae", "date" },
    { "edat", NULL },
    { "nubmre", "number" }, /* two in six letters */
    { "nubmer", "number" },
    { "bunmre", NULL },
    { "dat", "date" },
    { "atdeo", NULL },
    { "do dxy", "đo đạc" }, /* two slips, and đ is none */
    { "office", NULL },     /* what was written is no advice */
    { "sổ đo", NULL },
    { "by", "review_by" }, /* a part of it, and of no other */
    { "soát", "rà soát" },
    { "oat", NULL },                      /* no word of it */
    { "cơ quan.tên", "cơ quan.tên gọi" }, /* what stands before the dot is no likeness */
    { "cơ quan.wbe", "cơ quan.web" },
    { "cơ qan.web", "cơ quan.web" },
    { "cơ quan.xyz", NULL },
    { "xyzzy", NULL },
    { "x", NULL },
    { "", NULL },
    { "→", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("“%s”", rows[i].word);
    g_assert_cmpstr (suggest_word (rows[i].word, words), ==, rows[i].nearest);
  }
}

static void
test_long (void)
{
  const char *const words[] = { "title", NULL };
  const char *const none[] = { NULL };
  g_autofree char *large = g_strnfill (1000000, 't');

  g_assert_null (suggest_word (large, words));
  /* The longest that is looked at, with some slips and with too many. */
  const char *const longest[] = { "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuv", NULL };
  g_assert_cmpstr (suggest_word ("xbcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstux", longest), ==,
                   longest[0]);
  g_assert_null (suggest_word ("abcdefghijklmnopqrstuvwxyzabcde12345678901234567", longest));
  g_assert_null (suggest_word ("title", none));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nearest/nearest", test_nearest);
  g_test_add_func ("/nearest/long", test_long);
  return g_test_run ();
}
