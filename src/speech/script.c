/* SPDX-License-Identifier: MIT */
#include "speech/script.h"

#include "base/i18n.h"
#include "model/details.h"

#include <string.h>

#define USUAL_PACE 200 /* outdoors */
/* Headings of the parts of a document are "##". */
#define PART_LEVEL 2
/* Fewer headings are no programme, nor is a shorter script. */
#define FEWEST_PARTS 2
#define LONG_SECONDS 180

/* Phrases of the frame, spoken like any other text; they are Vietnamese whoever reads the messages.
 */
#define GREETING   "Kính chào toàn thể bà con Nhân dân."
#define ITEM       "Chương trình hôm nay có nội dung: "
#define PARTS      " Nội dung gồm %u phần."
#define PART       "Phần %u: "
#define THANKS     "Xin trân trọng cảm ơn bà con đã chú ý lắng nghe."
#define REPEAT_ONE "Xin nhắc lại số điện thoại: %s."
#define REPEAT_OF  "Xin nhắc lại số điện thoại của %s: %s."
#define FIRST_PART "nội dung chính"
#define CUE        "nhạc chuyển"
#define ITEMS      " Chương trình gồm %u mục."
#define ITEM_OF    "Mục %u: "

typedef struct {
  Script *script;
  const Document *document;
  const FactScope *scope;
  const Office *office; /* of the scope */
  const Source *source;
  Announcer *announcer;
  GPtrArray *phones;  /* ScriptPhone, the announcer's: in order */
  gboolean has_parts; /* which are announced, with music between them */
} ScriptWriter;

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
  g_ptr_array_unref (script->left_out);
  g_free (script);
}

/* Whose a number in the title is, the words of the frame before it do not say. */
static gboolean
has_owner (const ScriptPhone *phone)
{
  return phone->owner && !g_str_has_prefix (ITEM, phone->owner);
}

/* Each number once, from where it is said first whose it is. */
static void
note_phone (ScriptWriter *writer, ScriptPhone *phone)
{
  for (guint i = 0; i < writer->phones->len; i++) {
    const ScriptPhone *known = writer->phones->pdata[i];
    if (strcmp (known->number, phone->number) != 0)
      continue;
    if (!has_owner (known))
      writer->phones->pdata[i] = phone;
    return;
  }
  g_ptr_array_add (writer->phones, phone);
}

static void
note_phones (ScriptWriter *writer, const GPtrArray *phones)
{
  for (guint i = 0; i < phones->len; i++)
    note_phone (writer, phones->pdata[i]);
}

static gboolean
is_part (const FlatParagraph *paragraph)
{
  return paragraph->is_heading && paragraph->heading_level <= PART_LEVEL;
}

/* Music between the parts that were announced. */
static const char *
cue_before (const ScriptWriter *writer, const FlatParagraph *paragraph)
{
  return writer->has_parts && is_part (paragraph) ? CUE : NULL;
}

static guint
first_line (const FlatParagraph *paragraph)
{
  return g_array_index (paragraph->places, SpeechPlace, 0).place.line;
}

static void
add_paragraph (ScriptWriter *writer, const FlatParagraph *paragraph)
{
  const SaidParagraph *said = announcer_say (writer->announcer, paragraph);
  ScriptParagraph script_paragraph = { .is_heading = paragraph->is_heading,
                                       .voice = paragraph->voice,
                                       .cue = cue_before (writer, paragraph),
                                       .line = first_line (paragraph),
                                       .syllables = said->syllables };

  note_phones (writer, said->phones);
  if (said->sentences->len == 0)
    return;
  script_paragraph.sentences = g_array_ref (said->sentences);
  g_array_append_val (writer->script->paragraphs, script_paragraph);
}

/* --- the frame --- */

/* Where the title begins in the front matter; NULL when it is not there. */
static const char *
find_title (const Source *source, gsize length)
{
  static const char *const keys[] = { "\ntiêu đề:", "\ntitle:", "\ntrích yếu:", "\nsubject:" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    const char *found = memmem (source->text, length, keys[i], strlen (keys[i]));
    if (found)
      return found + strlen (keys[i]) + strspn (found + strlen (keys[i]), " \"'");
  }
  return NULL;
}

/* Where the front matter has `own`, which the author wrote there, or named by values; its first
 * line when it has not. */
static Place
place_of_own (const ScriptWriter *writer, const char *own)
{
  const Source *source = writer->source;
  gsize length = MIN (writer->document->body_offset, source->length);
  const char *found = own && *own ? memmem (source->text, length, own, strlen (own)) : NULL;

  if (found == NULL && g_strcmp0 (own, writer->document->title) == 0)
    found = find_title (source, length);
  return found ? source_place (source, found - source->text) : (Place){ 1, 0 };
}

/* A text of the frame; `own` is the part of it that stands in the front matter, or NULL. */
static void
add_text (ScriptWriter *writer, const char *text, const char *own)
{
  SpeechPlace place = { 0, { 1, 0 } };
  FlatParagraph paragraph = { .text = g_strdup (text),
                              .places = g_array_new (FALSE, FALSE, sizeof (SpeechPlace)) };

  g_array_append_val (paragraph.places, place);
  g_strstrip (paragraph.text);
  const char *start = own ? strstr (paragraph.text, own) : NULL;
  if (start) {
    place = (SpeechPlace){ start - paragraph.text, place_of_own (writer, own) };
    g_array_append_val (paragraph.places, place);
  }
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

/* The news before the first heading is a part too. */
static gboolean
begins_before_parts (const GArray *paragraphs)
{
  const FlatParagraph *first =
    paragraphs->len > 0 ? &g_array_index (paragraphs, FlatParagraph, 0) : NULL;
  return first && !is_part (first) && !first->is_silent;
}

static void
append_part (GString *text, gboolean is_programme, guint number, const char *title)
{
  g_autofree char *part =
    is_programme ? g_strdup_printf (ITEM_OF, number) : g_strdup_printf (PART, number);
  append_item (text, part, title);
}

/* "Nội dung gồm ba phần. Phần một: …": whoever listens for long wants to know what comes. */
static void
append_parts (GString *text, gboolean is_programme, const GArray *paragraphs)
{
  guint number = !is_programme && begins_before_parts (paragraphs);
  guint n_parts = number;

  for (guint i = 0; i < paragraphs->len; i++)
    n_parts += is_part (&g_array_index (paragraphs, FlatParagraph, i));
  if (n_parts < FEWEST_PARTS + number)
    return;
  if (is_programme)
    g_string_append_printf (text, ITEMS, n_parts);
  else
    g_string_append_printf (text, PARTS, n_parts);
  if (number > 0)
    append_part (text, is_programme, number, FIRST_PART);
  for (guint i = 0; i < paragraphs->len; i++) {
    const FlatParagraph *paragraph = &g_array_index (paragraphs, FlatParagraph, i);
    if (is_part (paragraph))
      append_part (text, is_programme, ++number, paragraph->text);
  }
}

/* "Chương trình hôm nay có nội dung: …". A programme is called by its name, and says what is in it
 * however short it is. */
static void
add_items (ScriptWriter *writer, const GArray *paragraphs)
{
  gboolean is_programme = writer->document->kind == KIND_PROGRAMME;
  g_autoptr (GString) text = g_string_new (NULL);

  append_item (text, is_programme ? "" : ITEM, writer->document->title);
  if (writer->has_parts)
    append_parts (text, is_programme, paragraphs);
  add_text (writer, text->str, writer->document->title);
}

static void
add_opening (ScriptWriter *writer, const GArray *paragraphs)
{
  const Document *document = writer->document;
  const Station *station = &writer->office->station;
  g_autofree char *sign_on =
    station->name
      ? g_strdup_printf ("Đây là %s.", station->name)
      : g_strdup_printf ("Đây là chương trình phát thanh của %s.", writer->office->name);

  add_text (writer, station->sign_on ? station->sign_on : sign_on, NULL);
  /* A station that has words of its own greets with them. */
  if (document->broadcast.opening)
    add_text (writer, document->broadcast.opening, document->broadcast.opening);
  else if (station->sign_on == NULL)
    add_text (writer, GREETING, NULL);
  if (document->title)
    add_items (writer, paragraphs);
}

/* A detail that is being put together. */
typedef struct {
  const Vocabulary *vocabulary;
  GString *text;
} Spoken;

static void
append_spoken (gpointer data, const char *text, gsize length, const Fact *fact)
{
  Spoken *spoken = data;

  if (fact)
    flatten_fact (spoken->vocabulary, spoken->text, fact->kind, fact->text);
  else
    g_string_append_len (spoken->text, text, length);
}

/* What the document says as data, a sentence each: “Bạn cần có: …; ….” */
static void
add_details (ScriptWriter *writer)
{
  g_autoptr (GArray) details = details_new (writer->document);

  for (guint i = 0; i < details->len; i++) {
    const Detail *detail = &g_array_index (details, Detail, i);
    g_autoptr (GString) text = g_string_new (NULL);
    Spoken spoken = { announcer_vocabulary (writer->announcer), text };
    for (guint j = 0; j < detail->texts->len; j++) {
      if (j > 0)
        g_string_append (text, detail->is_long ? ". " : "; ");
      fact_write (writer->scope, detail->texts->pdata[j], append_spoken, &spoken);
    }
    g_autofree char *opening = g_strconcat (detail->label, ": ", NULL);
    g_autoptr (GString) sentence = g_string_new (NULL);
    if (text->len > 0) {
      append_item (sentence, opening, text->str);
      add_text (writer, sentence->str, NULL);
    }
  }
}

static void
add_phones (ScriptWriter *writer)
{
  guint n = writer->phones->len; /* saying one notes it again */

  for (guint i = 0; i < n; i++) {
    const ScriptPhone *phone = writer->phones->pdata[i];
    g_autofree char *text = has_owner (phone)
                              ? g_strdup_printf (REPEAT_OF, phone->owner, phone->number)
                              : g_strdup_printf (REPEAT_ONE, phone->number);
    add_text (writer, text, NULL);
  }
}

static void
add_closing (ScriptWriter *writer)
{
  const Document *document = writer->document;
  const Station *station = &writer->office->station;

  add_phones (writer);
  if (document->broadcast.closing)
    add_text (writer, document->broadcast.closing, document->broadcast.closing);
  add_text (writer, station->sign_off ? station->sign_off : THANKS, NULL);
}

guint
script_pace (const Reading *reading)
{
  return reading && reading->syllables_per_minute ? reading->syllables_per_minute : USUAL_PACE;
}

/* Rounded so that the paragraphs add up to the whole. */
static void
count_time (Script *script, guint pace)
{
  for (guint i = 0; i < script->paragraphs->len; i++) {
    ScriptParagraph *paragraph = &g_array_index (script->paragraphs, ScriptParagraph, i);
    guint before = script->seconds;
    script->syllables += paragraph->syllables;
    script->seconds = (script->syllables * 60 + pace / 2) / pace;
    paragraph->seconds = script->seconds - before;
  }
}

static void
check_slot (const Script *script, const Document *document, const Source *source, Report *report)
{
  guint slot = document->broadcast.slot_seconds;
  guint seconds = script->seconds;

  if (slot == 0 || seconds <= slot)
    return;
  guint over = seconds - slot;
  report_error (report, source, (Place){ 1, 0 }, _ ("shorten the text, or ask for a longer slot"),
                _ ("read aloud, the text takes %u:%02u minutes, %u:%02u more than its slot"),
                seconds / 60, seconds % 60, over / 60, over % 60);
}

/* Parts are only listed of what takes long; the announcer remembers what was said to find out. */
static gboolean
is_long (Announcer *announcer, const GArray *paragraphs, guint pace)
{
  guint syllables = 0;
  guint n_parts = 0;

  for (guint i = 0; i < paragraphs->len; i++)
    n_parts += is_part (&g_array_index (paragraphs, FlatParagraph, i));
  if (n_parts < FEWEST_PARTS)
    return FALSE;
  for (guint i = 0; i < paragraphs->len; i++) {
    const FlatParagraph *paragraph = &g_array_index (paragraphs, FlatParagraph, i);
    if (!paragraph->is_silent)
      syllables += announcer_say (announcer, paragraph)->syllables;
  }
  announcer_start (announcer);
  return syllables * 60 > LONG_SECONDS * pace;
}

static void
add_body (ScriptWriter *writer, const FlatParagraph *paragraph)
{
  if (paragraph->is_silent)
    g_ptr_array_add (writer->script->left_out, g_strdup (paragraph->text));
  else
    add_paragraph (writer, paragraph);
}

/* Whoever speaks the language reads it; the voice does not. */
static void
add_unread (ScriptWriter *writer, const GArray *paragraphs, Report *report)
{
  const Document *document = writer->document;

  report_warning (
    report, writer->source, (Place){ 1, 0 }, _ ("have it read by somebody who speaks the language"),
    _ ("the text is in the language “%s”; its script is as it is written, unread"), document->lang);
  if (document->title)
    add_text (writer, document->title, document->title);
  for (guint i = 0; i < paragraphs->len; i++)
    add_body (writer, &g_array_index (paragraphs, FlatParagraph, i));
}

static void
add_read (ScriptWriter *writer, const GArray *paragraphs)
{
  guint pace = script_pace (&writer->office->station.reading);

  writer->has_parts =
    writer->document->kind == KIND_PROGRAMME || is_long (writer->announcer, paragraphs, pace);
  add_opening (writer, paragraphs);
  add_details (writer);
  for (guint i = 0; i < paragraphs->len; i++)
    add_body (writer, &g_array_index (paragraphs, FlatParagraph, i));
  add_closing (writer);
}

Script *
script_new (Announcer *announcer, const Document *document, const FactScope *scope,
            cmark_node *body, gboolean names_office, const Source *source, Report *report)
{
  const Reading *reading = &scope->office->station.reading;
  const GArray *paragraphs =
    announcer_begin (announcer, document, reading, body, names_office, source, report);
  g_autoptr (GPtrArray) phones = g_ptr_array_new ();
  Script *script = g_new0 (Script, 1);
  ScriptWriter writer = {
    script, document, scope, scope->office, source, announcer, phones, FALSE
  };

  script->paragraphs = g_array_new (FALSE, FALSE, sizeof (ScriptParagraph));
  g_array_set_clear_func (script->paragraphs, paragraph_clear);
  script->left_out = g_ptr_array_new_with_free_func (g_free);
  if (lang_is_vietnamese (document->lang))
    add_read (&writer, paragraphs);
  else
    add_unread (&writer, paragraphs, report);
  count_time (script, script_pace (reading));
  check_slot (script, document, source, report);
  return script;
}
