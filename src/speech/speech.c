/* SPDX-License-Identifier: MIT */
/* A paragraph is cleaned, cut into tokens and said from left to right. At each token the
 * recognisers for its kind are asked in order; the first that knows what stands there says it. Most
 * tokens are plain words, which are known by their shape and copied without asking anybody. */
#include "speech/speech.h"

#include "speech/clean.h"
#include "speech/definition.h"
#include "speech/legacy.h"
#include "speech/recognisers.h"

#include "base/i18n.h"

#include <string.h>

/* A longer paragraph is said in pieces, so that memory stays small whatever comes in. */
#define LONGEST_PIECE 65536
/* More different complaints than this about one text help nobody. */
#define MOST_REPORTS 100
/* Letters of a text in another encoding that are shown as they were meant. */
#define MOST_SHOWN 60

struct Speech {
  const Lexicon *lexicon;
  NumberStyle style;
  LetterStyle letters;
  gboolean use_mung;
  const Source *source;
  Report *report;
  Definitions *definitions;
  GHashTable *reported;   /* Set<char *>: subjects */
  gboolean has_explained; /* how addresses are spelled */
  gboolean shortens;      /* what was said in full */
  guint64 has_said;       /* in full: LexiconEntry.then_bit */
  gboolean has_checked;   /* the encoding was complained about */

  /* The paragraph at hand; the buffers are kept between paragraphs. */
  const SpeechText *text;
  gsize piece_start; /* in the text, before cleaning */
  GString *clean;
  GArray *shifts; /* CleanShift */
  gboolean is_cleaned;
  GArray *tokens; /* SpeechToken */

  SeenWord seen[SEEN_WORDS];
};

static const Recogniser at_number[] = { say_symbol,   say_plate,  say_standard, say_phone,
                                        say_card,     say_parcel, say_time,     say_date,
                                        say_section,  say_score,  say_fraction, say_position,
                                        say_quantity, say_number, NULL };
static const Recogniser at_word[] = {
  say_address,       say_lettered_code, say_house,   say_month,    say_roman,
  say_currency,      say_clause,        say_initial, say_capitals, say_ship,
  say_army_plate,    say_times,         say_in_one,  say_formula,  say_abbreviation,
  say_highland_name, say_letter,        say_unknown, say_foreign,  NULL
};
/* A syllable of ours in small letters that no entry begins with. */
static const Recogniser at_plain_word[] = { say_in_one, NULL };
/* A mark of the sentence. */
static const Recogniser at_pause[] = { say_mark, NULL };
/* What begins with one certain mark, and all other marks. */
static const Recogniser at_dot[] = { say_address_end, say_currency, say_mark, NULL };
static const Recogniser at_name_sign[] = { say_user_name, say_currency, say_mark, NULL };
static const Recogniser at_star[] = { say_dialled, say_currency, say_mark, NULL };
static const Recogniser at_dash[] = { say_signed, say_currency, say_mark, NULL };
static const Recogniser at_mark[] = { say_currency, say_mark, NULL };

Speech *
speech_new (const Lexicon *lexicon, const Reading *reading, const Source *source, Report *report)
{
  Speech *speech = g_new0 (Speech, 1);

  speech->lexicon = lexicon;
  speech->style = number_style_official;
  if (reading && reading->use_le)
    speech->style.zero_tens = "lẻ";
  if (reading && reading->use_ngan)
    speech->style.thousand = "ngàn";
  speech->letters = reading && reading->use_sounds ? LETTER_SOUNDS : LETTER_NAMES;
  speech->use_mung = reading && reading->use_mung;
  speech->source = source;
  speech->report = report;
  speech->definitions = definitions_new (lexicon_vocabulary (lexicon));
  speech->reported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  speech->clean = g_string_new (NULL);
  speech->shifts = g_array_new (FALSE, FALSE, sizeof (CleanShift));
  speech->tokens = g_array_new (FALSE, FALSE, sizeof (SpeechToken));
  return speech;
}

void
speech_free (Speech *speech)
{
  if (speech == NULL)
    return;
  definitions_free (speech->definitions);
  g_hash_table_unref (speech->reported);
  g_string_free (speech->clean, TRUE);
  g_array_unref (speech->shifts);
  g_array_unref (speech->tokens);
  g_free (speech);
}

void
speech_learn (Speech *speech, const char *text, gsize length)
{
  if (memchr (text, '(', length) == NULL)
    return;
  if (clean_text (text, length, speech->clean, speech->shifts))
    definitions_learn (speech->definitions, speech->clean->str, speech->clean->len);
  else
    definitions_learn (speech->definitions, text, length);
}

void
speech_forget (Speech *speech)
{
  definitions_clear (speech->definitions);
  g_hash_table_remove_all (speech->reported);
  speech->has_checked = FALSE;
  speech->has_explained = FALSE;
  speech->has_said = 0;
}

void
speech_report_to (Speech *speech, const Source *source, Report *report)
{
  speech->source = source;
  speech->report = report;
}

gboolean
speech_has_explained (const Speech *speech)
{
  return speech->has_explained;
}

void
speech_set_explained (Speech *speech, gboolean has_explained)
{
  speech->has_explained = has_explained;
}

void
speech_shorten (Speech *speech, gboolean shortens)
{
  speech->shortens = shortens;
}

guint64
speech_has_said (const Speech *speech)
{
  return speech->has_said;
}

void
speech_set_said (Speech *speech, guint64 has_said)
{
  speech->has_said = has_said;
}

Place
speech_place (const SpeechText *text, gsize offset)
{
  Place place = { 0, 0 };
  gsize from = 0;

  for (guint i = 0; i < text->n_places && text->places[i].offset <= offset; i++) {
    place = text->places[i].place;
    from = text->places[i].offset;
  }
  for (const char *p = text->text + from; p < text->text + offset; p = g_utf8_next_char (p)) {
    if (*p == '\n') {
      place.line++;
      place.col = 1;
    } else {
      place.col++;
    }
  }
  return place;
}

gboolean
saying_is_new (Saying *saying, const char *subject)
{
  Speech *speech = saying->speech;

  if (g_hash_table_contains (speech->reported, subject)
      || g_hash_table_size (speech->reported) > MOST_REPORTS)
    return FALSE;
  g_hash_table_add (speech->reported, g_strdup (subject));
  return TRUE;
}

static Place
place_of_clean (const Speech *speech, gsize offset)
{
  gsize original = speech->is_cleaned ? clean_original (speech->shifts, offset) : offset;
  return speech_place (speech->text, speech->piece_start + original);
}

void
saying_report (Saying *saying, int at, const char *advice, const char *format, ...)
{
  Speech *speech = saying->speech;
  Place place = place_of_clean (speech, saying->tokens[at].start);
  if (g_hash_table_size (speech->reported) > MOST_REPORTS) {
    report_warning (speech->report, speech->source, place, NULL,
                    _ ("there are more faults of this kind; correct these first"));
    return;
  }
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  report_warning (speech->report, speech->source, place, advice, "%s", message);
}

const char *
saying_definition (const Saying *saying, const char *written, gsize length)
{
  return definitions_find (saying->speech->definitions, written, length);
}

gboolean
saying_was_said (Saying *saying, const LexiconEntry *entry)
{
  Speech *speech = saying->speech;
  gboolean was_said = (speech->has_said & entry->then_bit) != 0;

  if (!speech->shortens)
    return FALSE;
  speech->has_said |= entry->then_bit;
  return was_said;
}

void
saying_explain_spelling (Saying *saying)
{
  if (saying->speech->has_explained)
    return;
  saying->speech->has_explained = TRUE;
  saying_pause (saying, ',');
  saying_word (saying, "viết liền không dấu");
}

/* A mark of the sentence, which is a pause and no start of anything else. */
static inline gboolean
is_pause (const Saying *saying, int at)
{
  gunichar mark = saying->tokens[at].mark;

  return mark == ',' || mark == ';' || (mark == '.' && saying_token (saying, at + 1)->space_before);
}

/* A syllable of ours that no entry of the lexicon begins with. */
static inline gboolean
is_plain_word (const Saying *saying, int at)
{
  const SpeechToken *token = &saying->tokens[at];
  return token->kind == SPEECH_WORD && !token->address && saying_seen (saying, at)->is_plain;
}

/* The word before `at` is no part of what stands there; capitals may be one of the number behind
 * them. */
static inline gboolean
stands_apart (const Saying *saying, int at)
{
  if (at == saying->n_tokens)
    return TRUE;
  const SpeechToken *token = &saying->tokens[at];
  if (token->space_before)
    return token->kind != SPEECH_NUMBER || token[-1].shape == SHAPE_SMALL;
  return token->mark == ')' || is_pause (saying, at);
}

/* The next word stands behind one space, so that both can be copied as they are. */
static inline gboolean
follows_plainly (const Saying *saying, int at)
{
  return saying->tokens[at].start == saying->tokens[at - 1].end + 1
         && saying->text[saying->tokens[at - 1].end] == ' ';
}

/* Where the words end that are said as they are written, whatever stands around them: plain ones
 * from `at` on, with a space between them. */
static int
plain_end (const Saying *saying, int at)
{
  int end = at;

  if (saying_is_glued (saying, at) && saying_is_number (saying, at - 1))
    return at;
  while (end < saying->n_tokens && is_plain_word (saying, end)
         && (end == at || follows_plainly (saying, end)))
    end++;
  return end > at && !stands_apart (saying, end) ? end - 1 : end;
}

/* Where a byte of the clean piece stands in the paragraph. */
static gsize
written_offset (const Speech *speech, gsize clean)
{
  return speech->piece_start
         + (speech->is_cleaned ? clean_original (speech->shifts, clean) : clean);
}

static void
span_add (GArray *spans, const Saying *saying, int from, int to, gsize spoken, SpanKind kind)
{
  while (spoken < saying->out->len && strchr (" ,", saying->out->str[spoken]))
    spoken++;
  gsize start = written_offset (saying->speech, saying->tokens[from].start);
  gsize end = written_offset (saying->speech, saying->tokens[to - 1].end);
  SpeechSpan span = { .written = start,
                      .written_length = end - start,
                      .spoken = spoken,
                      .spoken_length = saying->out->len - spoken,
                      .kind = kind,
                      .certainty = kind == SPAN_PLAIN ? SPEECH_CERTAIN : saying->certainty };
  if (span.spoken_length > 0 || kind == SPAN_UNDECIDED)
    g_array_append_val (spans, span);
}

/* Forgets the pieces that were taken back. */
static void
spans_drop (GArray *spans, gsize length)
{
  while (spans->len > 0 && g_array_index (spans, SpeechSpan, spans->len - 1).spoken >= length)
    g_array_set_size (spans, spans->len - 1);
}

static const Recogniser *
recognisers_of_mark (const Saying *saying, int at)
{
  if (is_pause (saying, at))
    return at_pause;
  switch (saying->tokens[at].mark) {
  case '.':
    return at_dot;
  case '@':
  case '#':
    return at_name_sign;
  case '*':
    return at_star;
  default:
    return saying_is_dash (saying, at) ? at_dash : at_mark;
  }
}

/* Who is asked what stands at `at`. */
static const Recogniser *
recognisers_of (const Saying *saying, int at)
{
  if (saying->tokens[at].kind == SPEECH_MARK)
    return recognisers_of_mark (saying, at);
  if (saying->tokens[at].kind == SPEECH_NUMBER)
    return at_number;
  /* the first word may be the number of an item, "ii." */
  if (at > 0 && saying->tokens[at].shape == SHAPE_SMALL && saying->tokens[at].n_letters > 1
      && is_plain_word (saying, at))
    return at_plain_word;
  return at_word;
}

/* Says what stands at `at`; returns the index after it, always further on. */
static int
say_next (Saying *saying, int at, GArray *spans)
{
  gsize before = saying->out->len;
  const Recogniser *recogniser = recognisers_of (saying, at);
  int end = at;

  saying->certainty = SPEECH_BY_RULE;
  for (; *recogniser && end == at; recogniser++)
    end = (*recogniser) (saying, at);
  gboolean is_said = end > at;
  if (!is_said) {
    end = at + 1;
    saying_copy (saying, at, end);
  }
  if (spans && saying->out->len < before)
    spans_drop (spans, saying->out->len);
  if (spans && saying->out->len > before)
    span_add (spans, saying, at, end, before,
              saying->certainty >= SPEECH_DEFAULT ? SPAN_UNDECIDED
              : is_said                           ? SPAN_SAID
                                                  : SPAN_PLAIN);
  return end;
}

/* Words from `at` to `end` - 1 in one go. */
static void
copy_plain (Saying *saying, int at, int end, GArray *spans)
{
  gsize before = saying->out->len;

  saying_copy_run (saying, at, end);
  if (spans)
    span_add (spans, saying, at, end, before, SPAN_PLAIN);
}

static void
say_tokens (Saying *saying, GArray *spans)
{
  if (saying->n_tokens > 2 && say_opens_path (saying))
    saying_word (saying, "vào");
  /* The first word may be the number of an item, "ii. Nội dung", if no other follows. */
  int first = saying->n_tokens > 1 && saying_is_word (saying, 1) ? 0 : 1;
  for (int at = 0; at < saying->n_tokens;) {
    int end = at < first ? at : plain_end (saying, at);
    if (end > at)
      copy_plain (saying, at, end, spans);
    else
      end = say_next (saying, at, spans);
    at = end;
  }
}

/* A bracket that closes the paragraph leaves a comma behind that nobody wrote; so does a code that
 * is dialled. The last span may hold it. `spans` may be NULL. */
static void
drop_last_comma (Saying *saying, GArray *spans)
{
  GString *out = saying->out;
  gboolean is_written = saying->n_tokens > 0 && saying_is_mark (saying, saying->n_tokens - 1, ',');

  if (out->len == saying->out_start || out->str[out->len - 1] != ',' || is_written)
    return;
  g_string_truncate (out, out->len - 1);
  if (spans == NULL || spans->len == 0)
    return;
  SpeechSpan *last = &g_array_index (spans, SpeechSpan, spans->len - 1);
  last->spoken_length = MIN (last->spoken_length, (guint32) (out->len - last->spoken));
}

/* Old fonts turn letters into others; nothing that was typed with them can be read, nor may it be
 * guessed: the text is refused, and what it seems to mean is shown. */
static void
check_encoding (Speech *speech, const SpeechText *text)
{
  gsize offset = 0;
  LegacyEncoding encoding =
    speech->has_checked ? LEGACY_NONE : legacy_find (text->text, text->length, &offset);

  if (encoding == LEGACY_NONE)
    return;
  g_autofree char *meant = legacy_convert (text->text + offset, text->length - offset, encoding);
  if (g_utf8_strlen (meant, -1) > MOST_SHOWN)
    *g_utf8_offset_to_pointer (meant, MOST_SHOWN) = '\0';
  g_autofree char *advice =
    g_strdup_printf (_ ("convert it with “loa say --convert”; it seems to mean “%s”"), meant);
  speech->has_checked = TRUE;
  report_error (speech->report, speech->source, speech_place (text, offset), advice,
                _ ("the text is in the encoding %s, not in Unicode, and cannot be read aloud"),
                legacy_name (encoding));
}

static void
say_piece (Speech *speech, const char *piece, gsize length, GString *out, GArray *spans)
{
  speech->is_cleaned = clean_text (piece, length, speech->clean, speech->shifts);
  if (speech->is_cleaned) {
    piece = speech->clean->str;
    length = speech->clean->len;
  }
  tokens_cut (speech->tokens, piece, length);

  Naming naming = { -1, 0 };
  Saying saying = { .speech = speech,
                    .lexicon = speech->lexicon,
                    .filter = lexicon_filter (speech->lexicon),
                    .vocabulary = lexicon_vocabulary (speech->lexicon),
                    .seen = speech->seen,
                    .naming = &naming,
                    .style = speech->style,
                    .letters = speech->letters,
                    .use_mung = speech->use_mung,
                    .text = piece,
                    .tokens = (const SpeechToken *) speech->tokens->data,
                    .n_tokens = (int) speech->tokens->len,
                    .out = out,
                    .out_start = out->len,
                    .quantity_end = -1,
                    .date_end = -1 };
  say_tokens (&saying, spans);
  drop_last_comma (&saying, spans);
}

/* Where to cut a paragraph that is too long: behind a space, if there is one. */
static gsize
piece_length (const char *text, gsize length)
{
  if (length <= LONGEST_PIECE)
    return length;
  for (gsize n = LONGEST_PIECE; n > LONGEST_PIECE / 2; n--)
    if (text[n - 1] == ' ' || text[n - 1] == '\n')
      return n;
  gsize n = LONGEST_PIECE;
  while (((guchar) text[n] & 0xC0) == 0x80)
    n--;
  return n;
}

void
speech_say (Speech *speech, const SpeechText *text, GString *out, GArray *spans)
{
  speech->text = text;
  check_encoding (speech, text);
  for (gsize start = 0; start < text->length;) {
    gsize length = piece_length (text->text + start, text->length - start);
    speech->piece_start = start;
    if (start > 0 && out->len > 0 && out->str[out->len - 1] != ' ' && text->text[start - 1] == ' ')
      g_string_append_c (out, ' ');
    say_piece (speech, text->text + start, length, out, spans);
    start += length;
  }
}

void
speech_say_line (Speech *speech, const char *text, gsize length, Place place, GString *out)
{
  const SpeechPlace start = { 0, place };
  const SpeechText paragraph = { text, length, &start, 1 };

  speech_say (speech, &paragraph, out, NULL);
}

/* Of the bytes beyond ASCII all belong to letters, but for the dashes and quotation marks, which
 * start with E2. */
static inline gboolean
is_letter_byte (guchar byte)
{
  return byte < 0x80 ? g_ascii_isalnum (byte) : byte != 0xE2;
}

guint
speech_syllables (const char *spoken, gsize length)
{
  guint n = 0;
  gboolean in_word = FALSE;

  for (gsize i = 0; i < length; i++) {
    gboolean is_letter = is_letter_byte ((guchar) spoken[i]);
    n += is_letter && !in_word;
    in_word = is_letter;
    if ((guchar) spoken[i] == 0xE2)
      i += 2;
  }
  return n;
}
