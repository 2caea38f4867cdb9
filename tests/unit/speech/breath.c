/* SPDX-License-Identifier: MIT */
#include "speech/breath.h"

#include "load/builtin.h"

#include <string.h>
#include <time.h>

/* The built-in one. */
static Lexicon *lexicon;

static void
test_marks (void)
{
  static const struct {
    const char *spoken, *marked;
  } rows[] = {
    { "", "" },
    { "Hết.", "Hết. ///" },
    { "Kính thưa bà con, sau đây là bản tin.", "Kính thưa bà con, / sau đây là bản tin. ///" },
    { "Xong. Chào bà con.", "Xong. // Chào bà con. ///" },
    /* four syllables are enough between two breaths, three are not */
    { "Một hai ba bốn năm, sáu bảy tám chín, mười.",
      "Một hai ba bốn năm, / sáu bảy tám chín, / mười. ///" },
    { "Một hai ba bốn năm, sáu bảy tám, mười.", "Một hai ba bốn năm, / sáu bảy tám, mười. ///" },
    /* not between two that are one: "chó, mèo" */
    { "Khai báo số chó, mèo với trưởng thôn, rồi đến trạm y tế xã, phường.",
      "Khai báo số chó, mèo với trưởng thôn, / rồi đến trạm y tế xã, phường. ///" },
    /* before a connective, when no mark comes for too long */
    { "công dân sử dụng thiết bị di động tải và cài đặt ứng dụng để đăng ký tài khoản mức một",
      "công dân sử dụng thiết bị di động tải và cài đặt ứng dụng / để đăng ký tài khoản mức một "
      "///" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *marked = breath_mark (lexicon, rows[i].spoken, NULL, 0, TRUE);
    g_assert_cmpstr (marked, ==, rows[i].marked);
  }
}

/* However long, no breath falls inside of a piece that stands for one thing, nor into a name. */
static void
test_pieces (void)
{
  const char *spoken =
    "Thực hiện số năm mươi chín năm hai nghìn không trăm hai mươi hai của Thủ tướng Chính phủ "
    "nước Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam ban hành";
  const char *piece =
    "số năm mươi chín năm hai nghìn không trăm hai mươi hai của Thủ tướng Chính phủ";
  const SpeechSpan span = { .spoken = strstr (spoken, piece) - spoken,
                            .spoken_length = strlen (piece),
                            .kind = SPAN_SAID };
  g_autofree char *marked = breath_mark (lexicon, spoken, &span, 1, FALSE);

  g_assert_nonnull (strstr (marked, piece));
  g_assert_nonnull (strstr (marked, "Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam"));
  g_assert_nonnull (strstr (marked, " / "));
  g_assert_true (g_str_has_suffix (marked, " //"));
}

/* Words are never lost, and no stretch of plain words is longer than a breath. */
static void
test_breath_is_enough (void)
{
  g_autoptr (GString) spoken = g_string_new (NULL);

  for (guint i = 0; i < 1000; i++)
    g_string_append (spoken, i % 7 == 3 ? "và " : i % 31 == 0 ? "rồi, " : "làm ");
  g_autofree char *marked = breath_mark (lexicon, spoken->str, NULL, 0, TRUE);
  g_auto (GStrv) stretches = g_strsplit (marked, " / ", -1);
  guint syllables = 0;
  for (guint i = 0; stretches[i]; i++) {
    guint n = speech_syllables (stretches[i], strlen (stretches[i]));
    g_assert_cmpuint (n, <=, 18);
    syllables += n;
  }
  g_assert_cmpuint (syllables, ==, 1000);
}

/* A number stays with the word before it and with the word it counts, a conjunction in one piece.
 */
static void
test_held (void)
{
  const char *spoken = "bà con ở khu vực này đi sơ tán trước lúc mười bảy giờ ba mươi phút "
                       "ngày năm tháng mười một không những an toàn mà còn nhanh chóng";
  const char *numbers[] = { "mười bảy giờ ba mươi phút", "năm tháng mười một" };
  SpeechSpan spans[2];

  for (guint i = 0; i < 2; i++)
    spans[i] = (SpeechSpan){ .spoken = strstr (spoken, numbers[i]) - spoken,
                             .spoken_length = strlen (numbers[i]),
                             .kind = SPAN_SAID };
  g_autofree char *marked = breath_mark (lexicon, spoken, spans, 2, TRUE);
  g_assert_nonnull (strstr (marked, "lúc mười bảy giờ ba mươi phút"));
  g_assert_nonnull (strstr (marked, "ngày năm tháng mười một"));
  g_assert_nonnull (strstr (marked, "không những"));
  g_assert_nonnull (strstr (marked, "mà còn"));
  g_assert_nonnull (strstr (marked, " / trước lúc"));
}

/* The processor's time for a sentence of so many words, the best of three. */
static double
time_of (guint n_words)
{
  g_autoptr (GString) spoken = g_string_new (NULL);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < n_words; i++)
    g_string_append (spoken, "một ");
  for (guint i = 0; i < 3; i++) {
    clock_t start = clock ();
    g_autofree char *marked = breath_mark (lexicon, spoken->str, NULL, 0, TRUE);
    best = MIN (best, (double) (clock () - start) / CLOCKS_PER_SEC);
    g_assert_nonnull (strstr (marked, " / "));
  }
  return best;
}

/* Ten times the words without a mark take ten times as long, not a hundred times. */
static void
test_is_linear (void)
{
  double tenth = time_of (40000); /* not within MAX(), which asks twice */

  g_assert_cmpfloat (time_of (400000), <, 40 * MAX (tenth, 0.001));
}

int
main (int argc, char **argv)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Value) built_in = builtin_lexicon ();
  g_autoptr (Lexicon) own = lexicon_new (built_in, NULL, NULL, report);

  lexicon = own;
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/breath/marks", test_marks);
  g_test_add_func ("/speech/breath/pieces", test_pieces);
  g_test_add_func ("/speech/breath/enough", test_breath_is_enough);
  g_test_add_func ("/speech/breath/held", test_held);
  g_test_add_func ("/speech/breath/is-linear", test_is_linear);
  return g_test_run ();
}
