/* SPDX-License-Identifier: MIT */
#include "speech/announcer.h"

#include "load/body.h"
#include "load/builtin.h"

typedef struct {
  Lexicon *lexicon;
  Announcer *announcer;
  Source *source;
  Body *body;
  Document document;
  Report *report;
} World;

static void
world_set (World *world, const char *markdown)
{
  g_autoptr (Value) built_in = builtin_lexicon ();

  world->report = report_new ();
  world->lexicon = lexicon_new (built_in, NULL, NULL, world->report);
  world->announcer = announcer_new (world->lexicon);
  world->source = source_new ("a.md", markdown, -1);
  world->body = body_parse (world->source, 0, 1, FALSE, world->report);
  world->document = (Document){ .path = "content/a.md", .kind = KIND_BULLETIN, .lang = "vi", .body_line = 1 };
}

static void
world_clear (World *world)
{
  announcer_free (world->announcer);
  lexicon_free (world->lexicon);
  body_free (world->body);
  source_free (world->source);
  report_free (world->report);
}

static const GArray *
begin (World *world, const Reading *reading)
{
  return announcer_begin (world->announcer, &world->document, reading, body_root (world->body),
                          FALSE, world->source, world->report);
}

static const SaidParagraph *
say_of (World *world, const GArray *paragraphs, guint i)
{
  return announcer_say (world->announcer, &g_array_index (paragraphs, FlatParagraph, i));
}

static const SaidParagraph *
say_text (World *world, const char *text)
{
  SpeechPlace place = { 0, { 1, 0 } };
  g_autofree char *copy = g_strdup (text);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (SpeechPlace));
  const FlatParagraph paragraph = { .text = copy, .places = places };

  g_array_append_val (places, place);
  return announcer_say (world->announcer, &paragraph);
}

#define spoken(said, i) g_array_index ((said)->sentences, ScriptSentence, i).spoken

/* What comes again is not said again, and complained of once. */
static void
test_remembers (void)
{
  World world;
  const Reading official = { .syllables_per_minute = 150 }, slow = { .syllables_per_minute = 100 };

  world_set (&world, "Có 5 hộ ở XYZQ.\n\nGọi 0936.111.222.");
  const GArray *paragraphs = begin (&world, &official);
  g_assert_cmpuint (paragraphs->len, ==, 2);
  const SaidParagraph *first = say_of (&world, paragraphs, 0);
  g_assert_cmpuint (first->syllables, >, 4);
  g_assert_cmpuint (say_of (&world, paragraphs, 1)->phones->len, ==, 1);
  g_assert_cmpuint (report_n_warnings (world.report), ==, 1);
  paragraphs = begin (&world, &slow);
  g_assert_true (say_of (&world, paragraphs, 0) == first);
  g_assert_cmpuint (say_of (&world, paragraphs, 1)->phones->len, ==, 1);
  g_assert_cmpuint (report_n_warnings (world.report), ==, 1);
  world_clear (&world);
}

/* Numbers worth saying once more: whole ones, each once. */
static void
test_phones (void)
{
  static const struct {
    const char *text;
    guint n_phones;
  } rows[] = {
    { "Gọi 0936.111.222.", 1 },
    { "Gọi 1900 1234.", 1 },
    { "Gọi 1900 123.", 0 },
    { "Gọi 113.", 0 },
    { "Gọi 0936 111 222 hoặc 0936 111 222.", 1 },
    { "Gọi 0936 111 222 hoặc 0936 111 223.", 2 },
  };
  const Reading official = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    World world;
    world_set (&world, rows[i].text);
    g_test_message ("%s", rows[i].text);
    const SaidParagraph *said = say_of (&world, begin (&world, &official), 0);
    g_assert_cmpuint (said->phones->len, ==, rows[i].n_phones);
    world_clear (&world);
  }
}

/* Another way to read, another document: nothing is taken over. */
static void
test_forgets (void)
{
  World world;
  const Reading official = { 0 }, southern = { .use_le = TRUE, .use_ngan = TRUE };

  world_set (&world, "Năm 2004 (UBND).\n\nỦy ban nhân dân (UBND) mời.");
  const GArray *paragraphs = begin (&world, &official);
  g_assert_cmpstr (spoken (say_of (&world, paragraphs, 0), 0), ==,
                   "Năm hai nghìn không trăm linh bốn, Ủy ban nhân dân.");
  paragraphs = begin (&world, &southern);
  g_assert_cmpstr (spoken (say_of (&world, paragraphs, 0), 0), ==,
                   "Năm hai ngàn không trăm lẻ bốn, Ủy ban nhân dân.");
  Document other = world.document;
  other.path = "content/b.md";
  world.document.body_offset = 0;
  paragraphs = announcer_begin (world.announcer, &other, &official, body_root (world.body), FALSE,
                                world.source, world.report);
  g_assert_cmpstr (spoken (say_of (&world, paragraphs, 0), 0), ==,
                   "Năm hai nghìn không trăm linh bốn, Ủy ban nhân dân.");
  world_clear (&world);
}

/* An address is explained by the paragraph that says the first one, whatever was said before of
 * another script. */
static void
test_spelling (void)
{
  World world;
  const Reading official = { 0 };
  const char *opening = "Thư gửi về a@dongnai.gov.vn.";

  world_set (&world, "Xem b@dongnai.gov.vn.");
  const GArray *paragraphs = begin (&world, &official);
  g_autofree char *explained = g_strdup (spoken (say_of (&world, paragraphs, 0), 0));
  g_assert_nonnull (g_strstr_len (explained, -1, "viết liền"));
  begin (&world, &official);
  g_assert_nonnull (g_strstr_len (spoken (say_text (&world, opening), 0), -1, "viết liền"));
  const SaidParagraph *body = say_of (&world, paragraphs, 0);
  g_assert_null (g_strstr_len (spoken (body, 0), -1, "viết liền"));
  begin (&world, &official);
  g_assert_cmpstr (spoken (say_of (&world, paragraphs, 0), 0), ==, explained);
  g_assert_null (g_strstr_len (spoken (say_text (&world, opening), 0), -1, "viết liền"));
  world_clear (&world);
}

#define TEN "một một một một một một một một một một "

/* A fault that stands in the text twice is said twice. */
static void
test_faults (void)
{
  World world;
  const Reading official = { 0 };

  world_set (&world, TEN TEN TEN TEN TEN "một.\n\nHai.\n\n" TEN TEN TEN TEN TEN "một.");
  for (guint round = 0; round < 2; round++) {
    const GArray *paragraphs = begin (&world, &official);
    for (guint i = 0; i < paragraphs->len; i++)
      say_of (&world, paragraphs, i);
    g_assert_cmpuint (report_n_warnings (world.report), ==, 2);
  }
  world_clear (&world);
}

/* Names of a thousand stations do not stay. */
static void
test_many (void)
{
  World world;
  const Reading official = { 0 };

  world_set (&world, "Thân bài.");
  for (guint i = 0; i < 1000; i++) {
    g_autofree char *name = g_strdup_printf ("Đây là đài %u.", i);
    const GArray *paragraphs = begin (&world, &official);
    g_assert_cmpuint (say_text (&world, name)->sentences->len, ==, 1);
    g_assert_cmpstr (spoken (say_of (&world, paragraphs, 0), 0), ==, "Thân bài.");
  }
  world_clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/announcer/remembers", test_remembers);
  g_test_add_func ("/speech/announcer/phones", test_phones);
  g_test_add_func ("/speech/announcer/forgets", test_forgets);
  g_test_add_func ("/speech/announcer/spelling", test_spelling);
  g_test_add_func ("/speech/announcer/faults", test_faults);
  g_test_add_func ("/speech/announcer/many", test_many);
  return g_test_run ();
}
