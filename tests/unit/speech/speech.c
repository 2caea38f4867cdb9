/* SPDX-License-Identifier: MIT */
#include "say_support.h"

#include "../support.h"

#include <time.h>

typedef struct {
  Value *built_in;
  Report *report;
  Source *source;
  Lexicon *lexicon;
  Speech *speech;
} World;

static void
world_set (World *world, const char *text, const Reading *reading)
{
  world->built_in = builtin_lexicon ();
  world->report = report_new ();
  world->source = source_new ("a.txt", text, -1);
  world->lexicon = lexicon_new (world->built_in, NULL, NULL, world->report);
  world->speech = speech_new (world->lexicon, reading, world->source, world->report);
}

static void
world_clear (World *world)
{
  speech_free (world->speech);
  lexicon_free (world->lexicon);
  source_free (world->source);
  report_free (world->report);
  value_free (world->built_in);
}

/* The way a station reads. */
static void
test_reading (void)
{
  static const SayRow rows[] = {
    { "205", "hai trăm lẻ năm", 0 },
    { "1.005", "một ngàn không trăm lẻ năm", 0 },
    { "ngày 5/9", "ngày mùng năm tháng chín", 0 },
    { "điểm b", "điểm bờ", 0 },
    { "XYZQ", "xờ i-dài dét quờ", 1 },
  };
  const Reading southern = { TRUE, TRUE, TRUE, TRUE, 180 };

  say_rows (rows, G_N_ELEMENTS (rows), &southern);
}

static char *
say_line (Speech *speech, const char *line)
{
  GString *out = g_string_new (NULL);
  speech_say_line (speech, line, strlen (line), (Place){ 1, 1 }, out);
  return g_string_free (out, FALSE);
}

/* What was said of a word elsewhere does not change what is said of it here. */
static void
test_forgetful (void)
{
  static const struct {
    const char *before, *line;
  } rows[] = {
    { "máy in 5 tờ", "nước 3in1" },
    { "ông Vi-bc nói", "lô bc 5" },
    { "buôn Kly có điện", "Kly có điện" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    World world;
    world_set (&world, rows[i].line, NULL);
    g_autofree char *alone = say_line (world.speech, rows[i].line);
    guint n = report_n_warnings (world.report);
    world_clear (&world);
    world_set (&world, rows[i].line, NULL);
    g_autofree char *before = say_line (world.speech, rows[i].before);
    g_autofree char *after = say_line (world.speech, rows[i].line);
    g_assert_cmpstr (after, ==, alone);
    g_assert_cmpuint (report_n_warnings (world.report), >=, n);
    world_clear (&world);
  }
}

/* The spans of a line are in order, do not overlap, and lie within what is written and spoken. */
static void
check_spans (const char *line, gboolean is_undecided)
{
  g_autoptr (GString) out = g_string_new ("");
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (SpeechSpan));
  const SpeechPlace place = { 0, { 1, 1 } };
  const SpeechText text = { line, strlen (line), &place, 1 };
  gboolean has_undecided = FALSE;
  gsize spoken = 0;
  gsize written = 0;
  World world;

  world_set (&world, line, NULL);
  speech_say (world.speech, &text, out, spans);
  for (guint i = 0; i < spans->len; i++) {
    const SpeechSpan *span = &g_array_index (spans, SpeechSpan, i);
    g_assert_cmpuint (span->spoken, >=, spoken);
    g_assert_cmpuint (span->written, >=, written);
    spoken = span->spoken + span->spoken_length;
    written = span->written + span->written_length;
    g_assert_cmpuint (spoken, <=, out->len);
    g_assert_cmpuint (written, <=, strlen (line));
    has_undecided = has_undecided || span->kind == SPAN_UNDECIDED;
  }
  g_assert_cmpint (has_undecided, ==, is_undecided);
  world_clear (&world);
}

/* At the end of a text, commas that nobody wrote are taken back. */
static void
test_spans (void)
{
  check_spans ("Theo 59/2022/NĐ-CP, có 5 hộ (ở XYZQ) đã đăng ký.", TRUE);
  check_spans ("Bấm *5#", FALSE);
  check_spans ("có 5 hộ (ở Nà Hang)", FALSE);
}

/* Faults are where they are written, also behind letters that were composed and in later pieces. */
static void
test_places (void)
{
  const char *line = "vie\xCC\xA3\xCC\x82t nam XYZQ";
  g_autoptr (GString) out = g_string_new (NULL);
  World world;

  world_set (&world, line, NULL);
  speech_say_line (world.speech, line, strlen (line), (Place){ 1, 1 }, out);
  g_autofree char *text = report_text (world.report);
  g_assert_nonnull (strstr (text, "a.txt:1:12: "));
  world_clear (&world);
}

/* A form that stands a thousand times is reported once; of too many forms, only some. */
static void
test_reports (void)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  World world;

  for (guint i = 0; i < 1000; i++)
    g_string_append (line, "XYZQ ");
  world_set (&world, line->str, NULL);
  speech_say_line (world.speech, line->str, line->len, (Place){ 1, 1 }, out);
  g_assert_cmpuint (report_n_warnings (world.report), ==, 1);
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (line, "QX%c%c%cW ", 'A' + i / 676 % 26, 'A' + i / 26 % 26,
                            'A' + i % 26);
  speech_say_line (world.speech, line->str, line->len, (Place){ 1, 1 }, out);
  g_assert_cmpuint (report_n_warnings (world.report), <=, 101);
  world_clear (&world);
}

/* Text that was typed with an old font is named as such, and says nothing else of its encoding. */
static void
test_legacy (void)
{
  const char *line = "Céng hßa x· héi chñ nghÜa ViÖt Nam ®éc lËp";
  g_autoptr (GString) out = g_string_new (NULL);
  World world;

  world_set (&world, line, NULL);
  speech_say_line (world.speech, line, strlen (line), (Place){ 1, 1 }, out);
  speech_say_line (world.speech, line, strlen (line), (Place){ 2, 1 }, out);
  g_autofree char *text = report_text (world.report);
  g_assert_nonnull (strstr (text, "TCVN3"));
  g_assert_null (strstr (strstr (text, "TCVN3") + 1, "TCVN3"));
  world_clear (&world);
}

/* The processor's time for so many bytes made of `unit`, the best of three. */
static double
time_of (const char *unit, gsize length)
{
  g_autoptr (GString) line = g_string_new (NULL);
  double best = G_MAXDOUBLE;

  while (line->len < length)
    g_string_append (line, unit);
  for (guint i = 0; i < 3; i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    World world;
    world_set (&world, line->str, NULL);
    clock_t start = clock ();
    speech_learn (world.speech, line->str, line->len);
    speech_say_line (world.speech, line->str, line->len, (Place){ 1, 1 }, out);
    best = MIN (best, (double) (clock () - start) / CLOCKS_PER_SEC);
    world_clear (&world);
  }
  return best;
}

/* Ten times the text takes ten times as long, not a hundred times, whatever it is made of. */
static void
test_is_linear (void)
{
  static const char *const units[] = { "(",   "1/",           "UBND", "1.000.", "a.b",       "- ",
                                       "1-",  "=>",           "a@",   "12h",    "ạ",         "T2-",
                                       "QX ", "Ủy ban (UB) ", "5 - ", "I, ",    "thắng a 1-" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    double tenth = time_of (units[i], 40000); /* not within MAX(), which asks twice */
    g_assert_cmpfloat (time_of (units[i], 400000), <, 40 * MAX (tenth, 0.001));
  }
}

static void
test_syllables (void)
{
  static const struct {
    const char *spoken;
    guint n;
  } rows[] = {
    { "", 0 }, { "một", 1 }, { "một hai, ba.", 3 }, { "in-tơ-nét", 3 }, { "“một” – hai", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (speech_syllables (rows[i].spoken, strlen (rows[i].spoken)), ==, rows[i].n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/speech/reading", test_reading);
  g_test_add_func ("/speech/speech/forgetful", test_forgetful);
  g_test_add_func ("/speech/speech/spans", test_spans);
  g_test_add_func ("/speech/speech/places", test_places);
  g_test_add_func ("/speech/speech/reports", test_reports);
  g_test_add_func ("/speech/speech/legacy", test_legacy);
  g_test_add_func ("/speech/speech/is-linear", test_is_linear);
  g_test_add_func ("/speech/speech/syllables", test_syllables);
  return g_test_run ();
}
