/* SPDX-License-Identifier: MIT */
#include "speech/script.h"

#include "speech/flatten.h"
#include "speech/sentence.h"

#include "base/i18n.h"

#include <string.h>

#define LONG_SYLLABLES     40
#define TOO_LONG_SYLLABLES 50
/* A telephone number has at least so many digits; 113 need not be repeated. */
#define FEWEST_PHONE_DIGITS 8

/* Headings of the parts of a document are "##". */
#define PART_LEVEL 2
/* Fewer headings are no programme. */
#define FEWEST_PARTS 2

/* Phrases of the frame, spoken like any other text; they are Vietnamese whoever reads the messages.
 */
#define GREETING   "Kính chào toàn thể bà con Nhân dân."
#define ITEM       "Chương trình hôm nay có nội dung: "
#define PARTS      " Nội dung gồm %u phần."
#define PART       "Phần %u: "
#define THANKS     "Xin trân trọng cảm ơn bà con đã chú ý lắng nghe."
#define REPEAT_ONE "Xin nhắc lại số điện thoại: %s."

typedef struct {
  Script *script;
  const Document *document;
  const Office *office;
  Speech *speech;
  const Source *source;
  Report *report;
  guint pace;
  GString *spoken;   /* of the paragraph at hand */
  GArray *spans;     /* SpeechSpan, of the same */
  GPtrArray *phones; /* char, owned: numbers as written, in order */
} Writer;

static void
sentence_clear (gpointer data)
{
  ScriptSentence *sentence = data;
  g_free (sentence->spoken);
  g_free (sentence->written);
  g_free (sentence->marked);
  g_array_unref (sentence->pieces);
}

static void
paragraph_clear (gpointer data)
{
  g_array_unref (((ScriptParagraph *) data)->sentences);
}

void
script_free (Script *script)
{
  if (script == NULL)
    return;
  g_array_unref (script->paragraphs);
  g_free (script);
}

/* --- sentences --- */

/* The text a sentence was made of, with the marks behind its last word. */
static char *
written_of (const FlatParagraph *paragraph, const SpeechSpan *first, const SpeechSpan *last)
{
  const char *start = paragraph->text + first->written;
  const char *end = paragraph->text + last->written + last->written_length;

  while (*end && *end != ' ')
    end = g_utf8_next_char (end);
  return g_strndup (start, end - start);
}

/* Numbers to be repeated at the end: digits in groups that start like a telephone number. */
static void
note_phone (Writer *writer, const FlatParagraph *paragraph, const SpeechSpan *span)
{
  const char *text = paragraph->text + span->written;
  guint n_digits = 0;

  if (span->kind != SPAN_SAID
      || !(text[0] == '0' || text[0] == '+' || strncmp (text, "1900", 4) == 0
           || strncmp (text, "1800", 4) == 0))
    return;
  for (guint i = 0; i < span->written_length; i++) {
    if (!strchr ("0123456789. -+", text[i]))
      return;
    n_digits += g_ascii_isdigit (text[i]) != 0;
  }
  if (n_digits < FEWEST_PHONE_DIGITS)
    return;
  g_autofree char *phone = g_strndup (text, span->written_length);
  for (guint i = 0; i < writer->phones->len; i++)
    if (strcmp (writer->phones->pdata[i], phone) == 0)
      return;
  g_ptr_array_add (writer->phones, g_steal_pointer (&phone));
}

/* Spans of the paragraph from `index` on that end before `end`; their offsets become those of the
 * sentence. */
static guint
take_spans (GArray *spans, guint index, gsize start, gsize end, gboolean *is_undecided)
{
  guint next = index;

  for (; next < spans->len; next++) {
    SpeechSpan *span = &g_array_index (spans, SpeechSpan, next);
    if (span->spoken >= end)
      break;
    *is_undecided = *is_undecided || span->kind == SPAN_UNDECIDED;
    span->spoken = span->spoken > start ? span->spoken - start : 0;
  }
  return next;
}

static void
add_sentence (Writer *writer, ScriptParagraph *script_paragraph, const FlatParagraph *paragraph,
              gsize start, gsize end, guint *span)
{
  ScriptSentence sentence = { 0 };
  const char *spoken = writer->spoken->str + start;
  guint next = take_spans (writer->spans, *span, start, end, &sentence.is_undecided);
  const SpeechSpan *spans = &g_array_index (writer->spans, SpeechSpan, *span);

  sentence.spoken = sentence_copy (spoken, end - start);
  sentence.written = next > *span ? written_of (paragraph, spans, spans + (next - *span) - 1)
                                  : g_strdup (sentence.spoken);
  sentence.syllables = speech_syllables (spoken, end - start);
  sentence.is_long = sentence.syllables > LONG_SYLLABLES;
  gboolean ends_item = writer->spoken->str[end] == '\0';
  sentence.pieces = pieces_cut (sentence.spoken, spans, next - *span, paragraph->text, ends_item);
  sentence.marked = pieces_mark (sentence.pieces);
  for (guint i = *span; i < next; i++)
    note_phone (writer, paragraph, &g_array_index (writer->spans, SpeechSpan, i));
  if (sentence.syllables > TOO_LONG_SYLLABLES)
    report_warning (writer->report, writer->source,
                    g_array_index (paragraph->places, SpeechPlace, 0).place,
                    _ ("make two sentences of it, or word it anew in a block “loa”"),
                    _ ("a sentence of %u syllables is too long for the ear"), sentence.syllables);
  *span = next;
  g_array_append_val (script_paragraph->sentences, sentence);
  script_paragraph->syllables += sentence.syllables;
}

static void
add_paragraph (Writer *writer, const FlatParagraph *paragraph)
{
  ScriptParagraph script_paragraph = { .is_heading = paragraph->is_heading };
  const SpeechText text = { paragraph->text, strlen (paragraph->text),
                            (const SpeechPlace *) paragraph->places->data, paragraph->places->len };
  guint span = 0;

  g_string_truncate (writer->spoken, 0);
  g_array_set_size (writer->spans, 0);
  speech_say (writer->speech, &text, writer->spoken, writer->spans);
  sentence_close (writer->spoken, 0, paragraph->leads_on);
  script_paragraph.sentences = g_array_new (FALSE, FALSE, sizeof (ScriptSentence));
  g_array_set_clear_func (script_paragraph.sentences, sentence_clear);
  for (gsize start = 0; start < writer->spoken->len;) {
    gsize end = sentence_end (writer->spoken->str, start);
    add_sentence (writer, &script_paragraph, paragraph, start, end, &span);
    for (start = end; writer->spoken->str[start] == ' ';)
      start++;
  }
  if (script_paragraph.sentences->len == 0) {
    paragraph_clear (&script_paragraph);
    return;
  }

  /* Rounded so that the paragraphs add up to the whole. */
  Script *script = writer->script;
  guint before = script->seconds;
  script->syllables += script_paragraph.syllables;
  script->seconds = (script->syllables * 60 + writer->pace / 2) / writer->pace;
  script_paragraph.seconds = script->seconds - before;
  g_array_append_val (script->paragraphs, script_paragraph);
}

/* --- the frame --- */

/* Text that is not of the body stands in the front matter, or nowhere. */
static void
add_text (Writer *writer, const char *text, gboolean is_heading)
{
  SpeechPlace place = { 0, { 1, 0 } };
  FlatParagraph paragraph = { .text = g_strdup (text),
                              .places = g_array_new (FALSE, FALSE, sizeof (SpeechPlace)),
                              .is_heading = is_heading };

  g_array_append_val (paragraph.places, place);
  g_strstrip (paragraph.text);
  add_paragraph (writer, &paragraph);
  g_free (paragraph.text);
  g_array_unref (paragraph.places);
}

/* A sentence of `opening` and `item`, which may have a mark at its end already. */
static void
append_item (GString *text, const char *opening, const char *item)
{
  g_string_append_printf (text, "%s%s%s", text->len > 0 ? " " : "", opening, item);
  if (!strchr (".?!", item[strlen (item) - 1]))
    g_string_append_c (text, '.');
}

static gboolean
is_part (const FlatParagraph *paragraph)
{
  return paragraph->is_heading && paragraph->heading_level <= PART_LEVEL;
}

/* "Chương trình hôm nay có nội dung: …", a sentence for each part where the document has several.
 */
static void
add_items (Writer *writer, const GArray *paragraphs)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_parts = 0;
  guint number = 0;

  for (guint i = 0; i < paragraphs->len; i++)
    n_parts += is_part (&g_array_index (paragraphs, FlatParagraph, i));
  append_item (text, ITEM, writer->document->title);
  if (n_parts >= FEWEST_PARTS)
    g_string_append_printf (text, PARTS, n_parts);
  for (guint i = 0; i < paragraphs->len && n_parts >= FEWEST_PARTS; i++) {
    const FlatParagraph *paragraph = &g_array_index (paragraphs, FlatParagraph, i);
    if (!is_part (paragraph))
      continue;
    g_autofree char *part = g_strdup_printf (PART, ++number);
    append_item (text, part, paragraph->text);
  }
  add_text (writer, text->str, FALSE);
}

static void
add_opening (Writer *writer, const GArray *paragraphs)
{
  const Document *document = writer->document;
  const Station *station = &writer->office->station;
  g_autofree char *sign_on =
    station->name
      ? g_strdup_printf ("Đây là %s.", station->name)
      : g_strdup_printf ("Đây là chương trình phát thanh của %s.", writer->office->name);

  add_text (writer, station->sign_on ? station->sign_on : sign_on, FALSE);
  /* A station that has words of its own greets with them. */
  if (document->broadcast.opening)
    add_text (writer, document->broadcast.opening, FALSE);
  else if (station->sign_on == NULL)
    add_text (writer, GREETING, FALSE);
  if (document->title)
    add_items (writer, paragraphs);
}

static void
add_phones (Writer *writer)
{
  g_autoptr (GPtrArray) phones = g_steal_pointer (&writer->phones);

  writer->phones = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < phones->len; i++) {
    g_autofree char *text = g_strdup_printf (REPEAT_ONE, (char *) phones->pdata[i]);
    add_text (writer, text, FALSE);
  }
}

static void
add_closing (Writer *writer)
{
  const Document *document = writer->document;
  const Station *station = &writer->office->station;

  add_phones (writer);
  if (document->broadcast.closing)
    add_text (writer, document->broadcast.closing, FALSE);
  add_text (writer, station->sign_off ? station->sign_off : THANKS, FALSE);
}

static void
check_slot (const Writer *writer)
{
  guint slot = writer->document->broadcast.slot_seconds;
  guint seconds = writer->script->seconds;

  if (slot == 0 || seconds <= slot)
    return;
  guint over = seconds - slot;
  report_error (writer->report, writer->source, (Place){ 1, 0 },
                _ ("shorten the text, or ask for a longer slot"),
                _ ("read aloud, the text takes %u:%02u minutes, %u:%02u more than its slot"),
                seconds / 60, seconds % 60, over / 60, over % 60);
}

Script *
script_new (const Lexicon *lexicon, const Document *document, const Office *office,
            cmark_node *body, const Source *source, Report *report)
{
  const Reading *reading = &office->station.reading;
  g_autoptr (Speech) speech = speech_new (lexicon, reading, source, report);
  g_autoptr (GArray) paragraphs =
    flatten_body (body, source, document->body_offset, document->body_line);
  Writer writer = { .script = g_new0 (Script, 1),
                    .document = document,
                    .office = office,
                    .speech = speech,
                    .source = source,
                    .report = report,
                    .pace = reading->syllables_per_minute ? reading->syllables_per_minute
                                                          : SCRIPT_USUAL_PACE,
                    .spoken = g_string_new (NULL),
                    .spans = g_array_new (FALSE, FALSE, sizeof (SpeechSpan)),
                    .phones = g_ptr_array_new_with_free_func (g_free) };

  writer.script->paragraphs = g_array_new (FALSE, FALSE, sizeof (ScriptParagraph));
  g_array_set_clear_func (writer.script->paragraphs, paragraph_clear);
  for (guint i = 0; i < paragraphs->len; i++) {
    const FlatParagraph *paragraph = &g_array_index (paragraphs, FlatParagraph, i);
    speech_learn (speech, paragraph->text, strlen (paragraph->text));
  }
  add_opening (&writer, paragraphs);
  for (guint i = 0; i < paragraphs->len; i++)
    add_paragraph (&writer, &g_array_index (paragraphs, FlatParagraph, i));
  add_closing (&writer);
  check_slot (&writer);

  g_ptr_array_unref (writer.phones);
  g_array_unref (writer.spans);
  g_string_free (writer.spoken, TRUE);
  return writer.script;
}
