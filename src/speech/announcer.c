/* SPDX-License-Identifier: MIT */
#include "speech/announcer.h"

#include "base/i18n.h"
#include "speech/lexicon.h"
#include "text/phone.h"
#include "text/sentence.h"

#include <string.h>

#define LONG_SYLLABLES     40
#define TOO_LONG_SYLLABLES 50
/* More words before a number are no name of whose it is. */
#define MOST_OWNER_WORDS 8
#define MOST_OWNER_BYTES 60
/* Words of "đường dây nóng". */
#define MOST_NAMING_WORDS 3
/* Besides those of the body: of the frame, which may be different for each station. */
#define MOST_OTHERS_KEPT 100

struct Announcer {
  const Lexicon *lexicon;
  /* The text at hand. */
  const char *path, *lang; /* of its document, which may be a copy for one office; or NULL */
  Reading reading;
  Speech *speech;
  GArray *paragraphs; /* FlatParagraph, of its body */
  GHashTable *said;   /* char *: key_of() → SaidParagraph, both owned */
  gboolean has_explained;
  guint64 has_said;
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

const Vocabulary *
announcer_vocabulary (const Announcer *announcer)
{
  return lexicon_vocabulary (announcer->lexicon);
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

static void
phone_free (gpointer data)
{
  ScriptPhone *phone = data;
  g_free (phone->number);
  g_free (phone->owner);
  g_free (phone);
}

static gboolean
is_same_number (gconstpointer a, gconstpointer b)
{
  return strcmp (((const ScriptPhone *) a)->number, ((const ScriptPhone *) b)->number) == 0;
}

/* --- whose a number is --- */

/* Where the last word before `end` starts. */
static const char *
word_start (const char *text, const char *end)
{
  while (end > text && end[-1] != ' ')
    end--;
  return end;
}

static gboolean
is_of_class (const Announcer *announcer, const char *start, const char *end, WordClasses class)
{
  const Vocabulary *vocabulary = lexicon_vocabulary (announcer->lexicon);
  return (vocabulary_find (vocabulary, start, end - start) & class) != 0;
}

/* Without "số điện thoại:", "hay:" and the like at its end. */
static const char *
before_naming (const Announcer *announcer, const char *text, const char *end)
{
  static const WordClasses naming =
    WORD_PHONE | WORD_CALL | WORD_LINK | WORD_FUNCTION | WORD_PHRASE;

  for (;;) {
    while (end > text && strchr (" :(-,;", end[-1]))
      end--;
    /* "đường dây nóng" before "nóng", "tổng đài" before "đài" */
    const char *start = end, *named = end;
    for (guint n = 0; n < MOST_NAMING_WORDS && start > text; n++) {
      start = word_start (text, n ? start - 1 : start);
      if (start < end && is_of_class (announcer, start, end, naming))
        named = start;
    }
    if (named == end)
      return end;
    end = named;
  }
}

/* What stands behind the last verb of calling: "Công an" in "để được giúp, vui lòng gọi Công an";
 * `end` when the verb stands right before the number, which then is nobody's: "mọi thắc mắc xin gọi
 * tổng đài". */
static const char *
behind_verb (const char *start, const char *end, const char *number)
{
  static const char *const verbs[] = { "gọi", "liên hệ", "nhắn tin", "báo", "hỏi", "Hỏi", NULL };
  const char *behind = start;

  for (const char *const *verb = verbs; *verb; verb++) {
    gsize length = strlen (*verb);
    for (const char *p = start; p + length <= number; p++)
      if (memcmp (p, *verb, length) == 0 && (p == start || p[-1] == ' ') && p[length] == ' ')
        behind = MAX (behind, p + length + 1);
  }
  return MIN (behind, end);
}

/* "Công an phường" in "Gọi Công an phường: 0225 …": the words since the last mark, without those
 * that call and join. */
static char *
owner_before (const Announcer *announcer, const char *text, const char *number)
{
  static const WordClasses joining =
    WORD_PHONE | WORD_CALL | WORD_LINK | WORD_FUNCTION | WORD_BREATH;
  const char *end = before_naming (announcer, text, number);
  const char *start = end;
  guint n_words = 1;

  while (start > text && !strchr (".,;:?!()", start[-1]) && !g_ascii_isdigit (start[-1]))
    start--;
  start = behind_verb (start, end, number);
  while (start < end) {
    start += strspn (start, " ");
    const char *next = start + strcspn (start, " ");
    const char *both = *next ? next + 1 + strcspn (next + 1, " ") : next;
    if (both <= end && is_of_class (announcer, start, both, joining))
      start = both;
    else if (next <= end && is_of_class (announcer, start, next, joining))
      start = next;
    else
      break;
  }
  for (const char *p = start; p < end; p++)
    n_words += *p == ' ';
  return start < end && n_words <= MOST_OWNER_WORDS ? g_strndup (start, end - start) : NULL;
}

/* "(đ/c Nam)" behind the number. */
static char *
owner_behind (const char *end)
{
  gsize length = strncmp (end, " (", 2) == 0 ? strcspn (end + 2, "()") : 0;
  gboolean is_name = length > 0 && end[2 + length] == ')' && length < MOST_OWNER_BYTES;

  for (gsize i = 0; i < length; i++)
    is_name = is_name && !g_ascii_isdigit (end[2 + i]);
  return is_name ? g_strndup (end + 2, length) : NULL;
}

/* Numbers that are repeated at the end: digits in groups that start like a telephone number. */
static void
note_phone (const Announcer *announcer, GPtrArray *phones, const FlatParagraph *paragraph,
            const SpeechSpan *span)
{
  const char *text = paragraph->text + span->written;
  guint n_digits = 0;

  if (span->kind != SPAN_SAID || !text_begins_phone (text + (*text == '(')))
    return;
  for (guint i = 0; i < span->written_length; i++) {
    if (!strchr ("0123456789. -+()", text[i]))
      return;
    n_digits += g_ascii_isdigit (text[i]) != 0;
  }
  if (n_digits < FEWEST_PHONE_DIGITS)
    return;
  ScriptPhone *phone = g_new0 (ScriptPhone, 1);
  phone->number = g_strndup (text, span->written_length);
  phone->owner = owner_behind (text + span->written_length);
  if (phone->owner == NULL)
    phone->owner = owner_before (announcer, paragraph->text, text);
  if (g_ptr_array_find_with_equal_func (phones, phone, is_same_number, NULL))
    phone_free (phone);
  else
    g_ptr_array_add (phones, phone);
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

static SpeechText
text_of (const FlatParagraph *paragraph)
{
  return (SpeechText){ paragraph->text, strlen (paragraph->text),
                       (const SpeechPlace *) paragraph->places->data, paragraph->places->len };
}

/* Where the sentence starts whose first piece is `first`; NULL when it has none. */
static Place
place_of_sentence (const FlatParagraph *paragraph, const SpeechSpan *first)
{
  const SpeechText text = text_of (paragraph);

  return speech_place (&text, first ? first->written : 0);
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
  gboolean ends_item = announcer->spoken->str[end] == '\0' && !paragraph->is_item;
  sentence.pieces = pieces_cut (announcer->lexicon, sentence.spoken, spans, next - *span,
                                paragraph->text, ends_item);
  sentence.marked = pieces_mark (sentence.pieces);
  for (guint i = *span; i < next; i++)
    note_phone (announcer, said->phones, paragraph,
                &g_array_index (announcer->spans, SpeechSpan, i));
  if (sentence.syllables > TOO_LONG_SYLLABLES)
    report_warning (announcer->report, announcer->source,
                    place_of_sentence (paragraph, next > *span ? spans : NULL),
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
  const SpeechText text = text_of (paragraph);
  const GString *spoken = announcer->spoken;
  guint span = 0;

  said->sentences = g_array_new (FALSE, FALSE, sizeof (ScriptSentence));
  g_array_set_clear_func (said->sentences, sentence_clear);
  said->phones = g_ptr_array_new_with_free_func (phone_free);
  g_string_truncate (announcer->spoken, 0);
  g_array_set_size (announcer->spans, 0);
  speech_set_explained (announcer->speech, announcer->has_explained);
  speech_set_said (announcer->speech, announcer->has_said);
  /* Of another language nothing is known: it stands as it is written. */
  if (lang_is_vietnamese (announcer->lang))
    speech_say (announcer->speech, &text, announcer->spoken, announcer->spans);
  else
    g_string_append_len (announcer->spoken, text.text, (gssize) text.length);
  said->has_explained = speech_has_explained (announcer->speech);
  said->has_said = speech_has_said (announcer->speech);
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
  g_string_printf (announcer->key, "%u%c%c%c",
                   g_array_index (paragraph->places, SpeechPlace, 0).place.line,
                   announcer->has_explained ? '+' : '-', paragraph->leads_on ? ':' : '.',
                   paragraph->is_item ? '-' : '=');
  g_string_append_printf (announcer->key, "%" G_GINT64_MODIFIER "x ", announcer->has_said);
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
  announcer->has_said = said->has_said;
  return said;
}

/* The same words; whoever sends them. */
static gboolean
reads_alike (const Reading *one, const Reading *other)
{
  return one->use_le == other->use_le && one->use_ngan == other->use_ngan
         && one->use_mung == other->use_mung && one->use_sounds == other->use_sounds;
}

/* The paragraphs of the body, as the office at hand says them. */
static void
read_body (Announcer *announcer, const Document *document, cmark_node *body)
{
  g_clear_pointer (&announcer->paragraphs, g_array_unref);
  announcer->paragraphs = flatten_body (body, announcer->lexicon, announcer->source,
                                        document->body_offset, document->body_line);
}

/* What a voice knows of words is kept from one document to the next. */
static void
use_voice (Announcer *announcer, const Reading *reading)
{
  if (announcer->speech && reads_alike (reading, &announcer->reading)) {
    speech_forget (announcer->speech);
    return;
  }
  speech_free (announcer->speech);
  announcer->speech =
    speech_new (announcer->lexicon, reading, announcer->source, announcer->report);
  speech_shorten (announcer->speech, TRUE);
  announcer->reading = *reading;
}

static void
take_up (Announcer *announcer, const Document *document, const Reading *reading)
{
  announcer->path = document->path;
  announcer->lang = document->lang;
  use_voice (announcer, reading);
  g_hash_table_remove_all (announcer->said);
  for (guint i = 0; i < announcer->paragraphs->len; i++) {
    const FlatParagraph *paragraph = &g_array_index (announcer->paragraphs, FlatParagraph, i);
    if (!paragraph->is_silent)
      speech_learn (announcer->speech, paragraph->text, strlen (paragraph->text));
  }
}

const GArray *
announcer_begin (Announcer *announcer, const Document *document, const Reading *reading,
                 cmark_node *body, gboolean names_office, const Source *source, Report *report)
{
  announcer->source = source;
  announcer->report = report;
  announcer_start (announcer);
  gboolean is_new = announcer->speech == NULL || document->path != announcer->path
                    || !reads_alike (reading, &announcer->reading);
  if (is_new || names_office)
    read_body (announcer, document, body);
  if (is_new)
    take_up (announcer, document, reading);
  else if (g_hash_table_size (announcer->said) > announcer->paragraphs->len + MOST_OTHERS_KEPT)
    g_hash_table_remove_all (announcer->said);
  speech_report_to (announcer->speech, source, report);
  return announcer->paragraphs;
}

void
announcer_start (Announcer *announcer)
{
  announcer->has_explained = FALSE;
  announcer->has_said = 0;
}
