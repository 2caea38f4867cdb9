/* SPDX-License-Identifier: MIT */
#include "text/sentence.h"

#include <string.h>

/* The bar stands where the first sentence ends. */
static void
test_end (void)
{
  static const char *const rows[] = {
    "Một.| Hai.",
    "Hỏi?| Đáp",
    "Đi!| Đứng",
    "a.b c|",
    "|",
    "Không có dấu|",
    "Nộp đơn tại UBND TP. Hồ Chí Minh và Q. 1.| Mang theo CCCD.",
    "Nộp tại UBND P. Hàng Bài,\u00A0TX. Sơn Tây.| Chờ",
    "Gọi ông A. để hẹn.| Chờ 3 ngày.",
    "Gọi ông Nguyễn Văn A. (45 tuổi), rồi B., hết.| Xong",
    "Gọi ông A.| Chờ 3 ngày.",
    "Gặp chị H.| Sau đó nộp đơn.",
    "Gặp bà X. khai báo.| Xong",
    "Về xã X. Tân Tiến họp.| Xong",
    "Về thôn 3, X. Tân Tiến họp.| Xong",
    "Gặp ThS. Lê Hòa.| Xong",
    "1. Nộp đơn.| Chờ.",
    "Nộp ở phòng 1.| Chờ ở phòng 2.",
    "1. Nộp ở phòng 2.| Chờ.",
    "Ông hỏi: “Xong chưa?”| Rồi về.",
    "Nộp đơn (mẫu ở mục a.) và chờ.| Xong",
    "Mang thẻ, tờ khai... rồi nộp.| Xong",
    "Mang thẻ, tờ khai...| Nộp ở quầy 2.",
    "Dòng một.|\nDòng hai",
    "Vitamin C. uống sau ăn.| Xong",
    "Họp ở trụ sở công an.| Mời dự.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (GStrv) halves = g_strsplit (rows[i], "|", 2);
    g_autofree char *text = g_strconcat (halves[0], halves[1], NULL);
    gsize end = sentence_end (text, strlen (text), 0);
    g_autofree char *sentence = g_strndup (text, end);
    g_assert_cmpstr (sentence, ==, halves[0]);
  }
}

/* Later sentences, and no further than the length. */
static void
test_end_from (void)
{
  const char *text = "Một. Gọi ông A. để hẹn. Ba.";
  gsize second = strlen ("Một. ");

  g_assert_cmpuint (sentence_end (text, strlen (text), second), ==,
                    strlen ("Một. Gọi ông A. để hẹn."));
  g_assert_cmpuint (sentence_end (text, second + 3, second), ==, second + 3);
  g_assert_true (sentence_goes_on (text, strlen (text), strlen ("Một. Gọi ông A")));
  g_assert_false (sentence_goes_on (text, strlen (text), strlen ("Một")));
  g_assert_true (sentence_goes_on ("Ông A., bà", strlen ("Ông A., bà"), strlen ("Ông A")));
  g_assert_true (sentence_goes_on ("ở TP. Huế", strlen ("ở TP. Huế"), strlen ("ở TP")));
  g_assert_true (sentence_goes_on ("gặp “TUQ. Sở", strlen ("gặp “TUQ. Sở"), strlen ("gặp “TUQ")));
  g_assert_false (sentence_goes_on ("dẫn. Rồi", strlen ("dẫn. Rồi"), strlen ("dẫn")));
  g_assert_false (sentence_goes_on ("Ông A. ", strlen ("Ông A. "), strlen ("Ông A")));
}

static void
test_close (void)
{
  static const struct {
    const char *spoken;
    gboolean leads_on;
    const char *closed;
  } rows[] = {
    { "Một", FALSE, "Một." },   { "Một.", FALSE, "Một." }, { "Một;", FALSE, "Một." },
    { "Một, ", FALSE, "Một." }, { "Gồm:", TRUE, "Gồm:" },  { "Gồm:", FALSE, "Gồm." },
    { "Ai?", FALSE, "Ai?" },    { "", FALSE, "" },         { ",", FALSE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) spoken = g_string_new (rows[i].spoken);
    sentence_close (spoken, 0, rows[i].leads_on);
    g_assert_cmpstr (spoken->str, ==, rows[i].closed);
  }
}

static void
test_copy (void)
{
  g_autofree char *capital = sentence_copy ("ủy ban họp. Hết", strlen ("ủy ban họp."));
  g_autofree char *nothing = sentence_copy ("", 0);

  g_assert_cmpstr (capital, ==, "Ủy ban họp.");
  g_assert_cmpstr (nothing, ==, "");
  g_autofree char *letter = sentence_copy ("ab", 1);
  g_autofree char *marked = sentence_copy ("ếch", strlen ("ế"));
  g_assert_cmpstr (letter, ==, "A");
  g_assert_cmpstr (marked, ==, "Ế");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/sentence/end", test_end);
  g_test_add_func ("/text/sentence/end-from", test_end_from);
  g_test_add_func ("/text/sentence/close", test_close);
  g_test_add_func ("/text/sentence/copy", test_copy);
  return g_test_run ();
}
