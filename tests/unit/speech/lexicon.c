/* SPDX-License-Identifier: MIT */
#include "speech/lexicon.h"

#include "load/builtin.h"
#include "load/yaml.h"
#include "speech/tokens.h"

#include <string.h>

static Value *
value_of (const char *yaml)
{
  g_autoptr (Source) source = source_new ("lexicon.yaml", yaml, -1);
  g_autoptr (Report) report = report_new ();
  g_autoptr (YamlNode) node = yaml_parse (source, 0, source->length, 1, report);

  g_assert_nonnull (node);
  return yaml_to_value (node);
}

static char *
said (const Lexicon *lexicon, const Reading *reading, const char *text)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("-", text, -1);
  g_autoptr (Speech) speech = speech_new (lexicon, reading, source, report);
  GString *out = g_string_new (NULL);

  speech_say_line (speech, text, strlen (text), (Place){ 1, 1 }, out);
  return g_string_free (out, FALSE);
}

/* The program's own list is without a fault. */
static void
test_built_in (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Value) built_in = builtin_lexicon ();
  g_autoptr (Lexicon) lexicon = lexicon_new (built_in, NULL, NULL, report);

  g_assert_cmpuint (report_n_errors (report), ==, 0);
  g_assert_nonnull (lexicon_find (lexicon, "UBND", 4, tokens_hash ("UBND", 4)));
  g_assert_null (lexicon_find (lexicon, "ubnd.", 5, tokens_hash ("ubnd.", 5)));
}

static void
test_site (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Value) built_in = builtin_lexicon ();
  g_autoptr (Value) extra = value_of ("PC06: phòng cảnh sát quản lý hành chính\n"
                                      "UBND: ủy ban\n"
                                      "KV:\n"
                                      "  usual: khu vực\n"
                                      "  readings:\n"
                                      "    - { say: ki lô vôn, after: [đường dây, NUMBER] }\n"
                                      "    - { say: khu vực ấy, before: [Bắc Sơn, CAPITALS] }\n");
  g_autoptr (Lexicon) lexicon = lexicon_new (built_in, extra, NULL, report);
  static const char *const rows[][2] = {
    { "Phòng PC06 họp", "Phòng cảnh sát quản lý hành chính họp" },
    { "UBND xã", "ủy ban xã" },
    { "KV này", "khu vực này" },
    { "đường dây KV", "đường dây ki lô vôn" },
    { "KV Bắc Sơn", "khu vực ấy Bắc Sơn" },
  };

  g_assert_cmpuint (report_n_errors (report), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *spoken = said (lexicon, NULL, rows[i][0]);
    g_assert_cmpstr (spoken, ==, rows[i][1]);
  }
}

static void
test_faults (void)
{
  static const char *const wrong[] = {
    "A: { sai: b }",
    "A: [b]",
    "A: { readings: b }",
    "A: { readings: [ { before: [b] } ] }",
    "\"\": b",
    "A: { say: [b] }",
    "word classes: b",
    "word classes: { phon: [b] }",
    "word classes: { phone: b }",
    "word classes: { phone: [[b]] }",
    "word classes: { phone: [một từ dài hơn mọi từ đứng cạnh số] }",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (Report) report = report_new ();
    g_autoptr (Value) extra = value_of (wrong[i]);
    lexicon_free (lexicon_new (NULL, extra, NULL, report));
    if (report_n_errors (report) != 1)
      g_error ("“%s” has %u errors", wrong[i], report_n_errors (report));
  }
}

/* Every class of the program has words; a site adds its own, and those of the program stay. */
static void
test_classes (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Value) built_in = builtin_lexicon ();
  g_autoptr (Value) extra = value_of ("word classes:\n"
                                      "  phone: [trực ban]\n"
                                      "  short-number: [\"1088\"]\n"
                                      "  money: [điểm thưởng]\n"
                                      "ĐTh: { unit: điểm thưởng vàng }\n");
  g_autoptr (Lexicon) lexicon = lexicon_new (built_in, extra, NULL, report);
  const Value *map = value_find (built_in, "word classes");
  const LexiconEntry *money = lexicon_find (lexicon, "ĐTh", 4, tokens_hash ("ĐTh", 4));
  const LexiconEntry *metre = lexicon_find (lexicon, "m", 1, tokens_hash ("m", 1));

  g_assert_cmpuint (report_n_errors (report), ==, 0);
  for (guint i = 0; vocabulary_class_names ()[i]; i++) {
    const Value *words = value_find (map, vocabulary_class_names ()[i]);
    g_assert_nonnull (words);
    g_assert_cmpuint (value_length (words), >, 0);
  }
  g_assert_true (money->is_money);
  g_assert_false (metre->is_money);
  g_autofree char *spoken = said (lexicon, NULL, "gọi 1088 hoặc gọi 113");
  g_assert_cmpstr (spoken, ==, "gọi một không tám tám hoặc gọi một một ba");
}

/* How stations differ. */
static void
test_readings (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Value) built_in = builtin_lexicon ();
  g_autoptr (Lexicon) lexicon = lexicon_new (built_in, NULL, NULL, report);
  const Reading south = { .use_le = TRUE, .use_ngan = TRUE, .use_mung = TRUE };
  g_autofree char *spoken = said (lexicon, &south, "1.205 hộ, ngày 5/9, ngày 15/9");

  g_assert_cmpstr (
    spoken, ==, "một ngàn hai trăm lẻ năm hộ, ngày mùng năm tháng chín, ngày mười lăm tháng chín");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/lexicon/built-in", test_built_in);
  g_test_add_func ("/speech/lexicon/site", test_site);
  g_test_add_func ("/speech/lexicon/faults", test_faults);
  g_test_add_func ("/speech/lexicon/classes", test_classes);
  g_test_add_func ("/speech/lexicon/readings", test_readings);
  return g_test_run ();
}
