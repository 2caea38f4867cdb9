/* SPDX-License-Identifier: MIT */
#include "speech/announcer.h"

#include "base/i18n.h"
#include "text/phone.h"
#include "text/sentence.h"

#include <string.h>

#define LONG_SYLLABLES     40
#define TOO_LONG_SYLLABLES 50
/* A telephone number has at least so many digits; 113 need not be repeated. */
#define FEWEST_PHONE_DIGITS 8
/* Besides those of the body: of the frame, which may be different for each station. */
#define MOST_OTHERS_KEPT 100

struct Announcer {
  const Lexicon *lexicon;
  /* The text at hand. */
  const Document *document; /* or NULL */
  Reading reading;
  Speech *speech;
  GArray *paragraphs; /* FlatParagraph, of its body */
  GHashTable *said;   /* char *: key_of() → SaidParagraph, both owned */
  gboolean has_explained;
  const Source *source;
  Report *report;
  /* Kept from one paragraph to the next. */
  GString *key, *spoken;
  GArray *spans; /* SpeechSpan, of what is spoken */
};

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
said_free (gpointer data)
{
  SaidParagraph *said = data;
  g_array_unref (said->sentences);
  g_ptr_array_unref (said->phones);
  g_free (said);
}

Announcer *
announcer_new (const Lexicon *lexicon)
{
  Announcer *announcer = g_new0 (Announcer, 1);
  announcer->lexicon = lexicon;
  announcer->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, said_free);
  announcer->key = g_string_new (NULL);
  announcer->spoken = g_string_new (NULL);
  announcer->spans = g_array_new (FALSE, FALSE, sizeof (SpeechSpan));
  return announcer;
}

void
announcer_free (Announcer *announcer)
{
  if (announcer == NULL)
    return;
  speech_free (announcer->speech);
  g_clear_pointer (&announcer->paragraphs, g_array_unref);
  g_hash_table_unref (announcer->said);
  g_string_free (announcer->key, TRUE);
  g_string_free (announcer->spoken, TRUE);
  g_array_unref (announcer->spans);
  g_free (announcer);
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

/* Numbers that are repeated at the end: digits in groups that start like a telephone number. */
static void
note_phone (GPtrArray *phones, const FlatParagraph *paragraph, const SpeechSpan *span)
{
  const char *text = paragraph->text + span->written;
  guint n_digits = 0;

  if (span->kind != SPAN_SAID || !text_begins_phone (text))
    return;
  for (guint i = 0; i < span->written_length; i++) {
    if (!strchr ("0123456789. -+", text[i]))
      return;
    n_digits += g_ascii_isdigit (text[i]) != 0;
  }
  if (n_digits < FEWEST_PHONE_DIGITS)
    return;
  g_autofree char *phone = g_strndup (text, span->written_length);
  if (!g_ptr_array_find_with_equal_func (phones, phone, g_str_equal, NULL))
    g_ptr_array_add (phones, g_steal_pointer (&phone));
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
add_sentence (Announcer *announcer, SaidParagraph *said, const FlatParagraph *paragraph,
              gsize start, gsize end, guint *span)
{
  ScriptSentence sentence = { 0 };
  const char *spoken = announcer->spoken->str + start;
  guint next = take_spans (announcer->spans, *span, start, end, &sentence.is_undecided);
  const SpeechSpan *spans = &g_array_index (announcer->spans, SpeechSpan, *span);

  sentence.spoken = sentence_copy (spoken, end - start);
  sentence.written = next > *span ? written_of (paragraph, spans, spans + (next - *span) - 1)
                                  : g_strdup (sentence.spoken);
  sentence.syllables = speech_syllables (spoken, end - start);
  sentence.is_long = sentence.syllables > LONG_SYLLABLES;
  gboolean ends_item = announcer->spoken->str[end] == '\0';
  sentence.pieces = pieces_cut (announcer->lexicon, sentence.spoken, spans, next - *span,
                                paragraph->text, ends_item);
  sentence.marked = pieces_mark (sentence.pieces);
  for (guint i = *span; i < next; i++)
    note_phone (said->phones, paragraph, &g_array_index (announcer->spans, SpeechSpan, i));
  if (sentence.syllables > TOO_LONG_SYLLABLES)
    report_warning (announcer->report, announcer->source,
                    g_array_index (paragraph->places, SpeechPlace, 0).place,
                    _ ("make two sentences of it, or word it anew in a block “loa”"),
                    _ ("a sentence of %u syllables is too long for the ear"), sentence.syllables);
  *span = next;
  g_array_append_val (said->sentences, sentence);
  said->syllables += sentence.syllables;
}

static SaidParagraph *
say (Announcer *announcer, const FlatParagraph *paragraph)
{
  SaidParagraph *said = g_new0 (SaidParagraph, 1);
  const SpeechText text = { paragraph->text, strlen (paragraph->text),
                            (const SpeechPlace *) paragraph->places->data, paragraph->places->len };
  const GString *spoken = announcer->spoken;
  guint span = 0;

  said->sentences = g_array_new (FALSE, FALSE, sizeof (ScriptSentence));
  g_array_set_clear_func (said->sentences, sentence_clear);
  said->phones = g_ptr_array_new_with_free_func (g_free);
  g_string_truncate (announcer->spoken, 0);
  g_array_set_size (announcer->spans, 0);
  speech_set_explained (announcer->speech, announcer->has_explained);
  speech_say (announcer->speech, &text, announcer->spoken, announcer->spans);
  said->has_explained = speech_has_explained (announcer->speech);
  sentence_close (announcer->spoken, 0, paragraph->leads_on);
  for (gsize start = 0; start < spoken->len;) {
    gsize end = sentence_end (spoken->str, spoken->len, start);
    add_sentence (announcer, said, paragraph, start, end, &span);
    for (start = end; spoken->str[start] == ' ';)
      start++;
  }
  return said;
}

/* --- what is remembered --- */

/* All that the words of a paragraph and its faults depend on, besides the document and the way it
 * is read. */
static const char *
key_of (Announcer *announcer, const FlatParagraph *paragraph)
{
  g_string_printf (announcer->key, "%u%c%c",
                   g_array_index (paragraph->places, SpeechPlace, 0).place.line,
                   announcer->has_explained ? '+' : '-', paragraph->leads_on ? ':' : '.');
  g_string_append (announcer->key, paragraph->text);
  return announcer->key->str;
}

const SaidParagraph *
announcer_say (Announcer *announcer, const FlatParagraph *paragraph)
{
  const char *key = key_of (announcer, paragraph);
  SaidParagraph *said = g_hash_table_lookup (announcer->said, key);

  if (said == NULL) {
    said = say (announcer, paragraph);
    g_hash_table_insert (announcer->said, g_strdup (key), said);
  }
  announcer->has_explained = said->has_explained;
  return said;
}

/* The same words; whoever sends them. */
static gboolean
reads_alike (const Reading *one, const Reading *other)
{
  return one->use_le == other->use_le && one->use_ngan == other->use_ngan
         && one->use_mung == other->use_mung && one->use_sounds == other->use_sounds;
}

static void
take_up (Announcer *announcer, const Document *document, const Reading *reading, cmark_node *body)
{
  announcer->document = document;
  announcer->reading = *reading;
  speech_free (announcer->speech);
  announcer->speech =
    speech_new (announcer->lexicon, reading, announcer->source, announcer->report);
  g_clear_pointer (&announcer->paragraphs, g_array_unref);
  announcer->paragraphs = flatten_body (body, announcer->lexicon, announcer->source,
                                        document->body_offset, document->body_line);
  g_hash_table_remove_all (announcer->said);
  for (guint i = 0; i < announcer->paragraphs->len; i++) {
    const FlatParagraph *paragraph = &g_array_index (announcer->paragraphs, FlatParagraph, i);
    speech_learn (announcer->speech, paragraph->text, strlen (paragraph->text));
  }
}

const GArray *
announcer_begin (Announcer *announcer, const Document *document, const Reading *reading,
                 cmark_node *body, const Source *source, Report *report)
{
  announcer->source = source;
  announcer->report = report;
  announcer->has_explained = FALSE;
  if (document != announcer->document || !reads_alike (reading, &announcer->reading))
    take_up (announcer, document, reading, body);
  else if (g_hash_table_size (announcer->said) > announcer->paragraphs->len + MOST_OTHERS_KEPT)
    g_hash_table_remove_all (announcer->said);
  speech_report_to (announcer->speech, source, report);
  return announcer->paragraphs;
}
