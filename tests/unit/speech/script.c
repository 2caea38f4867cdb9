/* SPDX-License-Identifier: MIT */
#include "speech/script.h"
#include "speech/ssml.h"

#include "load/body.h"
#include "../support.h"
#include "load/builtin.h"

#include <string.h>

typedef struct {
  Locality locality;
  Office office;
  Document document;
} Sample;

static const char *const no_lines[] = { NULL };

static void
sample_set (Sample *sample, DocumentKind kind)
{
  memset (sample, 0, sizeof *sample);
  sample->locality = (Locality){ .code = "09886", .name = "Hà Đông", .kind = LOCALITY_WARD };
  sample->office = (Office){ .id = "a",
                             .locality = &sample->locality,
                             .parent_lines = no_lines,
                             .name_lines = no_lines,
                             .name = "Ủy ban nhân dân phường Hà Đông",
                             .station = { .name = "Đài truyền thanh phường Hà Đông" } };
  sample->document = (Document){ .kind = kind,
                                 .title = "Kích hoạt tài khoản mức 2",
                                 .office = &sample->office,
                                 .body_line = 1,
                                 .lang = "vi" };
}

/* All that is spoken, a paragraph a line, sentences joined by a bar. */
static char *
script_text (const Sample *sample, const char *markdown, Report *report, Script **keep)
{
  g_autoptr (Source) source = source_new ("a.md", markdown, -1);
  g_autoptr (Value) built_in = builtin_lexicon ();
  g_autoptr (Lexicon) lexicon = lexicon_new (built_in, NULL, NULL, report);
  g_autoptr (Body) body = body_parse (source, 0, 1, sample->document.kind == KIND_GUIDE, report);
  g_autoptr (Announcer) announcer = announcer_new (lexicon);
  const FactScope scope = { .office = sample->document.office };
  g_autoptr (Script) script =
    script_new (announcer, &sample->document, &scope, body_root (body), FALSE, source, report);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < script->paragraphs->len; i++) {
    const ScriptParagraph *paragraph = &g_array_index (script->paragraphs, ScriptParagraph, i);
    for (guint s = 0; s < paragraph->sentences->len; s++)
      g_string_append_printf (text, "%s%s", s > 0 ? "|" : "",
                              g_array_index (paragraph->sentences, ScriptSentence, s).spoken);
    g_string_append_c (text, '\n');
  }
  if (keep)
    *keep = g_steal_pointer (&script);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define FRAME_START                                                                                \
  "Đây là Đài truyền thanh phường Hà Đông.\n"                                         \
  "Kính chào toàn thể bà con Nhân dân.\n"                                                  \
  "Chương trình hôm nay có nội dung: Kích hoạt tài khoản mức hai.\n"
#define FRAME_END "Xin trân trọng cảm ơn bà con đã chú ý lắng nghe.\n"

static void
test_body (void)
{
  static const struct {
    DocumentKind kind;
    const char *markdown, *spoken;
  } rows[] = {
    { KIND_BULLETIN, "", "" },
    { KIND_BULLETIN, "Có 5 hộ. Còn 3 hộ", "Có năm hộ.|Còn ba hộ.\n" },
    { KIND_BULLETIN, "Ủy ban nhân dân (UBND) họp.\n\nUBND mời.",
      "Ủy ban nhân dân họp.\nỦy ban nhân dân mời.\n" },
    { KIND_GUIDE, "1. Đăng nhập.\n2. Gửi", "Bước một: Đăng nhập.\nBước hai: Gửi.\n" },
    { KIND_BULLETIN, "1. Đăng nhập;\n2. Gửi", "Một là, Đăng nhập.\nHai là, Gửi.\n" },
    { KIND_BULLETIN, "Ba bước:\n\n1. Mở;\n2. Gửi.", "Ba bước:\nBước một: Mở.\nBước hai: Gửi.\n" },
    { KIND_BULLETIN, "Gồm:\n\n- Mã số thuế;\n- Giấy phép lái xe.",
      "Gồm:\nMã số thuế.\nGiấy phép lái xe.\n" },
    { KIND_BULLETIN, "| Mức | Dịch vụ |\n|---|---|\n| 1 | 09 |\n",
      "Mức: một; Dịch vụ: không chín.\n" },
    { KIND_BULLETIN, "**Cài đặt → Tài khoản**", "Chọn Cài đặt, rồi chọn Tài khoản.\n" },
    { KIND_BULLETIN, "Bấm **Cài đặt → Tài khoản**.", "Bấm Cài đặt, rồi chọn Tài khoản.\n" },
    { KIND_BULLETIN, "Xem [hướng dẫn](https://dichvucong.gov.vn/a/b/c).", "" },
    { KIND_BULLETIN, "Theo [hướng dẫn](https://dichvucong.gov.vn/a/b/c).", "Theo hướng dẫn.\n" },
    { KIND_BULLETIN, "![Màn hình](a.png)", "" },
    { KIND_BULLETIN, "Chung.\n\n``` web\nChỉ trên web.\n```\n\n``` loa\nChỉ trên loa.\n```\n",
      "Chung.\nChỉ trên loa.\n" },
    { KIND_BULLETIN, "Viết dài dòng.\n\n``` loa thay\nNói gọn.\n```\n", "Nói gọn.\n" },
    { KIND_BULLETIN, "Gọi 0936.111.222.",
      "Gọi không chín ba sáu, một một một, hai hai hai.\n"
      "Xin nhắc lại số điện thoại: không chín ba sáu, một một một, hai hai hai.\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Sample sample;
    g_autoptr (Report) report = report_new ();
    g_autofree char *expected = g_strconcat (FRAME_START, rows[i].spoken, FRAME_END, NULL);
    sample_set (&sample, rows[i].kind);
    g_autofree char *spoken = script_text (&sample, rows[i].markdown, report, NULL);
    g_assert_cmpstr (spoken, ==, expected);
  }
}

static void
test_frame (void)
{
  Sample sample;
  g_autoptr (Report) report = report_new ();

  sample_set (&sample, KIND_BULLETIN);
  sample.office.station.sign_on = "Đây là tiếng nói phường Hà Đông";
  sample.office.station.sign_off = "Hẹn gặp lại lúc 17h";
  sample.document.broadcast.opening = "Mời bà con nghe";
  sample.document.broadcast.closing = "Đề nghị bà con thực hiện";
  g_autofree char *spoken = script_text (&sample, "Xong.", report, NULL);
  g_assert_cmpstr (spoken, ==,
                   "Đây là tiếng nói phường Hà Đông.\nMời bà con nghe.\n"
                   "Chương trình hôm nay có nội dung: Kích hoạt tài khoản mức hai.\nXong.\n"
                   "Đề nghị bà con thực hiện.\nHẹn gặp lại lúc mười bảy giờ.\n");
}

/* A number of the title is that of whom the text says, and never of the frame. */
static void
test_numbers (void)
{
  static const char *const rows[][2] = {
    { "Xong.", "Xin nhắc lại số điện thoại: không hai hai năm" },
    { "Gọi Trạm Y tế phường: 0225 3847 115.",
      "Xin nhắc lại số điện thoại của Trạm Y tế phường: không hai hai năm" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Sample sample;
    g_autoptr (Report) report = report_new ();
    sample_set (&sample, KIND_BULLETIN);
    sample.document.title = "Đường dây nóng: 0225 3847 115";
    g_autofree char *spoken = script_text (&sample, rows[i][0], report, NULL);
    g_test_message ("%s", spoken);
    g_assert_nonnull (strstr (spoken, rows[i][1]));
    g_assert_null (strstr (spoken, "của Chương trình"));
  }
}

/* The parts of a document are announced when it has several and takes long, the news before the
 * first heading among them. */
static void
test_items (void)
{
  Sample sample;
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) long_text = g_string_new ("Tin đầu.\n\n## Ai được cấp?\n\n");

  sample_set (&sample, KIND_BULLETIN);
  g_autofree char *shorter = script_text (
    &sample, "## Ai được cấp?\n\nMọi người.\n\n### Nhỏ\n\n## Cách làm\n\nĐến.", report, NULL);
  g_assert_null (strstr (shorter, "Nội dung gồm"));
  for (guint i = 0; i < 200; i++)
    g_string_append (long_text, "Mời bà con đến. ");
  g_autofree char *one =
    script_text (&sample, long_text->str + strlen ("Tin đầu.\n\n"), report, NULL);
  g_assert_null (strstr (one, "Nội dung gồm"));
  g_string_append (long_text, "\n\n### Nhỏ\n\n## Cách làm\n\nĐến.");
  g_autofree char *all = script_text (&sample, long_text->str, report, NULL);
  g_assert_nonnull (strstr (all, "mức hai.|Nội dung gồm ba phần.|Phần một: nội dung chính.|"
                                 "Phần hai: Ai được cấp?|Phần ba: Cách làm.\n"));
}

/* A text in another language is neither read nor framed in Vietnamese, and that is reported. */
static void
test_unread (void)
{
  Sample sample;
  g_autoptr (Report) report = report_new ();

  sample_set (&sample, KIND_BULLETIN);
  sample.document.lang = "jra";
  sample.document.title = "Hơdră";
  g_autofree char *spoken = script_text (&sample, "Ih 5 UBND.", report, NULL);
  g_assert_cmpstr (spoken, ==, "Hơdră.\nIh 5 UBND.\n");
  g_assert_cmpuint (report_n_warnings (report), ==, 1);
}

/* Each part is a document by itself and within the limit; nothing gets lost between them. */
static void
test_parts (void)
{
  Sample sample;
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) ssml = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  Script *script = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (text, "Mời %u hộ đến họp.%s", i, i % 100 == 99 ? "\n\n" : " ");
  sample_set (&sample, KIND_BULLETIN);
  G_GNUC_UNUSED g_autofree char *spoken = script_text (&sample, text->str, report, &script);
  ssml_parts (ssml, script);
  machine_text (words, script, 1000);
  script_free (script);
  g_auto (GStrv) parts = g_strsplit (ssml->str, "--- Phần ", -1);
  g_assert_cmpuint (g_strv_length (parts), >, 5);
  for (guint i = 1; parts[i]; i++) {
    const char *document = strstr (parts[i], "<?xml");
    g_assert_cmpuint (strlen (document), <=, SSML_MOST_BYTES + 1);
    g_assert_nonnull (strstr (document, "</speak>\n"));
  }
  g_auto (GStrv) pieces = g_strsplit (words->str, "--- Phần ", -1);
  guint n = 0;
  for (guint i = 1; pieces[i]; i++) {
    const char *lines = strstr (pieces[i], "---\n") + strlen ("---\n");
    g_assert_cmpuint (g_utf8_strlen (lines, -1), <=, 1001);
    for (const char *p = lines; (p = strstr (p, "hộ đến họp.\n")) != NULL; p++)
      n++;
  }
  g_assert_cmpuint (n, ==, 300);
}

/* Whose a number is stands before it or in brackets behind it. */
static void
test_owners (void)
{
  static const struct {
    const char *markdown, *repeated;
  } rows[] = {
    { "Hỏi Sở Nông nghiệp, điện thoại 0277 3851 115.",
      "số điện thoại của Sở Nông nghiệp: không hai bảy bảy" },
    { "Gọi Công an phường: 0936.111.222.", "số điện thoại của Công an phường: không chín ba sáu" },
    { "Liên hệ Trạm Y tế, điện thoại 0936.111.222.",
      "số điện thoại của Trạm Y tế: không chín ba sáu" },
    { "Gọi trạm y tế hay: 0936.111.222.", "số điện thoại của trạm y tế: không chín ba sáu" },
    { "Gọi 0936.111.222 (đồng chí Nam).", "số điện thoại của đồng chí Nam: không chín ba sáu" },
    { "Gọi (024) 3382 1234.", "số điện thoại: không hai bốn" },
    { "Mọi thắc mắc xin gọi tổng đài 1900.6769.", "số điện thoại: một chín không không" },
    { "Để được giúp, vui lòng gọi Công an xã 0214.3871.115.",
      "số điện thoại của Công an xã: không hai một bốn" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Sample sample;
    g_autoptr (Report) report = report_new ();
    sample_set (&sample, KIND_BULLETIN);
    g_autofree char *spoken = script_text (&sample, rows[i].markdown, report, NULL);
    if (strstr (spoken, rows[i].repeated) == NULL)
      g_error ("%s", spoken);
  }
}

static void
test_time (void)
{
  Sample sample;
  g_autoptr (Report) report = report_new ();
  g_autoptr (Script) script = NULL;
  guint syllables = 0;
  guint seconds = 0;

  sample_set (&sample, KIND_BULLETIN);
  sample.office.station.reading.syllables_per_minute = 120;
  g_free (
    script_text (&sample, "Một hai ba.\n\nBốn năm sáu bảy.\n\n59/2022/NĐ-CP", report, &script));
  for (guint i = 0; i < script->paragraphs->len; i++) {
    syllables += g_array_index (script->paragraphs, ScriptParagraph, i).syllables;
    seconds += g_array_index (script->paragraphs, ScriptParagraph, i).seconds;
  }
  g_assert_cmpuint (syllables, ==, script->syllables);
  g_assert_cmpuint (seconds, ==, script->seconds);
  g_assert_cmpuint (script->seconds, ==, (script->syllables + 1) / 2);
  g_assert_cmpuint (g_array_index (script->paragraphs, ScriptParagraph, 3).syllables, ==, 3);
  g_assert_cmpuint (g_array_index (script->paragraphs, ScriptParagraph, 5).syllables, ==, 17);
}

static void
test_faults (void)
{
  static const struct {
    const char *markdown;
    guint slot_seconds, errors, warnings;
  } rows[] = {
    { "Ngắn.", 0, 0, 0 },
    { "Ngắn.", 60, 0, 0 },
    { "Ngắn.", 5, 1, 0 },
    { "một một một một một một một một một một một một một một một một một một một một một một một "
      "một một một một một một một một một một một một một một một một một một một một một.",
      0, 0, 0 },
    { "Ở XYZQ và XYZQ.", 0, 0, 1 },
    { "một một một một một một một một một một một một một một một một một một một một một một một "
      "một một một một một "
      "một một một một một một một một một một một một một một một một một một một một một một một "
      "một một một một.",
      0, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Sample sample;
    g_autoptr (Report) report = report_new ();
    sample_set (&sample, KIND_BULLETIN);
    sample.document.broadcast.slot_seconds = rows[i].slot_seconds;
    g_free (script_text (&sample, rows[i].markdown, report, NULL));
    g_assert_cmpuint (report_n_errors (report), ==, rows[i].errors);
    g_assert_cmpuint (report_n_warnings (report), ==, rows[i].warnings);
  }
}

/* What is read of a title that values were put into is told at the title. */
static void
test_places (void)
{
  static const char matter[] = "---\nloại: bản tin\ntiêu đề: Tin {{chiến dịch.tên}}\n---\n";
  Sample sample;
  g_autoptr (Report) report = report_new ();
  g_autofree char *markdown = g_strconcat (matter, "Xong.", NULL);

  sample_set (&sample, KIND_BULLETIN);
  sample.document.title = "Tin XYZQ";
  sample.document.body_offset = strlen (matter);
  sample.document.body_line = 5;
  g_free (script_text (&sample, markdown, report, NULL));
  g_autofree char *faults = report_faults (report);
  g_assert_true (g_str_has_prefix (faults, "a.md:3:"));
}

/* What is written stands beside what is spoken, and marks stand in what is read. */
static void
test_sentence (void)
{
  Sample sample;
  g_autoptr (Report) report = report_new ();
  g_autoptr (Script) script = NULL;

  sample_set (&sample, KIND_BULLETIN);
  g_free (script_text (&sample, "Theo 59/2022/NĐ-CP, có 5 hộ ở XYZQ. Hết.", report, &script));
  const ScriptParagraph *paragraph = &g_array_index (script->paragraphs, ScriptParagraph, 3);
  const ScriptSentence *sentence = &g_array_index (paragraph->sentences, ScriptSentence, 0);
  g_assert_cmpstr (sentence->written, ==, "Theo 59/2022/NĐ-CP, có 5 hộ ở XYZQ.");
  g_assert_true (sentence->is_undecided);
  g_assert_nonnull (strstr (sentence->marked, "của Chính phủ, / có năm hộ"));
  g_assert_true (g_str_has_suffix (sentence->marked, " //"));
  sentence++;
  g_assert_cmpstr (sentence->spoken, ==, "Hết.");
  g_assert_cmpstr (sentence->written, ==, "Hết.");
  g_assert_false (sentence->is_undecided);
  g_assert_true (g_str_has_suffix (sentence->marked, " ///"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/script/body", test_body);
  g_test_add_func ("/speech/script/frame", test_frame);
  g_test_add_func ("/speech/script/numbers", test_numbers);
  g_test_add_func ("/speech/script/items", test_items);
  g_test_add_func ("/speech/script/unread", test_unread);
  g_test_add_func ("/speech/script/parts", test_parts);
  g_test_add_func ("/speech/script/owners", test_owners);
  g_test_add_func ("/speech/script/time", test_time);
  g_test_add_func ("/speech/script/faults", test_faults);
  g_test_add_func ("/speech/script/places", test_places);
  g_test_add_func ("/speech/script/sentence", test_sentence);
  return g_test_run ();
}
