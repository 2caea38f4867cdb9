/* SPDX-License-Identifier: MIT */
#include "speech/lookup.h"

#include "saying_support.h"

/* The longest entry counts; a full stop at the very end belongs to the sentence. */
static void
test_longest (void)
{
  g_autoptr (Line) line = line_new ("GD&ĐT 5 km/h Q. 7 ở Q.");
  const LexiconEntry *entry = lookup_word (&line->saying, 0);

  g_assert_cmpstr (entry->say, ==, "giáo dục và đào tạo");
  g_assert_cmpuint (entry->n_tokens, ==, 3);
  g_assert_cmpstr (lookup_unit (&line->saying, 4)->unit, ==, "ki lô mét trên giờ");
  g_assert_cmpstr (lookup_word (&line->saying, 7)->written, ==, "Q.");
  g_assert_cmpstr (lookup_word (&line->saying, 11)->written, ==, "Q");
  g_assert_null (lookup_unit (&line->saying, 0));
  g_assert_null (lookup_word (&line->saying, 3));
}

static void
test_choose (void)
{
  static const struct {
    const char *text;
    int at;
    const char *words; /* NULL: not decided */
  } rows[] = {
    { "TT. Phú Mỹ", 0, "thị trấn" },          { "TT y tế", 0, "trung tâm" },
    { "theo TT 12", 1, "thông tư" },          { "TT", 0, NULL },
    { "ĐT: 024 3825 1234", 0, "điện thoại" }, { "ĐT353", 0, "đường tỉnh" },
    { "công ty CP", 2, "cổ phần" },           { "Đ/c Nguyễn Văn A", 0, "Đồng chí" },
    { "TP HẢI PHÒNG", 0, "thành phố" },       { "Sở TP", 1, "tư pháp" },
    /* a word says more than a name does, and digits of a name count nothing */
    { "số ĐT Android", 1, "điện thoại" },     { "5 HN", 1, "hộ nghèo" },
    { "U15 HN", 2, NULL },                    { "100% QS", 2, "quân số" },
    { "HS +7", 0, "hiệu số" },                { "HN 5,6%", 0, "hộ nghèo" },
    { "DT 208 tỷ", 0, "doanh thu" },          { "DT 208 m2", 0, "diện tích" },
    { "TN 9-14tr", 0, "thu nhập" },
    /* what is joined by a mark is several tokens */
    { "P. GD&ĐT", 0, "phòng" },               { "P. VH-XH", 0, "phòng" },
    { "P. VH&XH", 0, "phường" },
    /* two that disagree decide nothing */
    { "khu CN may", 1, NULL },                { "khu CN nặng", 1, "công nghiệp" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Line) line = line_new (rows[i].text);
    const LexiconEntry *entry = lookup_word (&line->saying, rows[i].at);
    g_assert_nonnull (entry);
    g_assert_cmpstr (lookup_choose (&line->saying, rows[i].at, entry), ==, rows[i].words);
  }
}

static void
test_exact (void)
{
  g_autoptr (Line) line = line_new ("NĐ-CP");

  g_assert_cmpstr (lookup_exact (&line->saying, 0, 1)->type, ==, "nghị định");
  g_assert_cmpstr (lookup_exact (&line->saying, 2, 3)->issuer, ==, "Chính phủ");
  g_assert_null (lookup_exact (&line->saying, 0, 3));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/lookup/longest", test_longest);
  g_test_add_func ("/speech/lookup/choose", test_choose);
  g_test_add_func ("/speech/lookup/exact", test_exact);
  return g_test_run ();
}
