/* SPDX-License-Identifier: MIT */
#include "speech/ssml.h"

#include "base/append.h"

#include <string.h>

/* Pauses, in milliseconds. */
#define BREAK(ms)       "<break time=\"" #ms "ms\"/>"
#define PARAGRAPH_BREAK BREAK (1200)
#define STOP_BREAK      BREAK (700)
/* A breath that nobody wrote is shorter than a comma. */
#define PHRASE_BREAK BREAK (150)

static const char *
entity_of (char c)
{
  switch (c) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '"':
    return "&quot;";
  default:
    return NULL;
  }
}

/* U+FFFE and U+FFFF: XML has no place for them, nor for control characters. */
static gboolean
is_no_character (const char *p)
{
  return (guchar) p[0] == 0xEF && (guchar) p[1] == 0xBF && (guchar) p[2] >= 0xBE;
}

/* Bytes that are written otherwise, or need a look: few among those of words, all of which pass
 * here. */
static inline gboolean
is_plain_byte (guchar byte)
{
  return byte > '>' ? byte != 0xEF : byte >= ' ' && entity_of ((char) byte) == NULL;
}

static void
append_escaped (GString *out, const char *text, gsize length)
{
  gsize plain = 0;

  for (gsize i = 0; i < length; i++) {
    if (is_plain_byte ((guchar) text[i]))
      continue;
    const char *entity = entity_of (text[i]);
    gboolean is_control = (guchar) text[i] < ' ';
    gboolean is_nothing = length - i >= 3 && is_no_character (text + i);
    if (entity == NULL && !is_control && !is_nothing)
      continue;
    append_piece (out, text + plain, i - plain);
    append_text (out, entity ? entity : " ");
    i += is_nothing ? 2 : 0;
    plain = i + 1;
  }
  if (plain < length)
    append_piece (out, text + plain, length - plain);
}

void
ssml_begin (GString *out, SsmlVersion version)
{
  g_string_append_printf (
    out,
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<speak version=\"%s\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\"vi-VN\">\n",
    version == SSML_1_0 ? "1.0" : "1.1");
}

void
ssml_voice_begin (GString *out, const char *voice)
{
  g_string_append (out, "<voice name=\"");
  append_escaped (out, voice, strlen (voice));
  g_string_append (out, "\">\n");
}

void
ssml_voice_end (GString *out)
{
  g_string_append (out, "</voice>\n");
}

void
ssml_end (GString *out)
{
  g_string_append (out, "</speak>\n");
}

/* The pause a mark inside of a sentence stands for; NULL of what is none. */
static inline const char *
break_behind (char mark)
{
  switch (mark) {
  case ',':
    return BREAK (250);
  case ';':
  case ':':
    return BREAK (400);
  default:
    return NULL;
  }
}

/* Words and marks as they are, with breaks behind the marks: some voices heed the one, some the
 * other. */
static void
append_words (GString *out, const char *words, gsize length)
{
  for (gsize i = 0; i < length;) {
    gsize plain = i;
    while (plain < length && break_behind (words[plain]) == NULL)
      plain++;
    append_escaped (out, words + i, plain - i);
    if (plain < length) {
      append_piece (out, words + plain, 1);
      append_text (out, break_behind (words[plain++]));
    }
    i = plain;
  }
}

/* The words of a piece without the marks behind them, which stay outside of the <sub>. */
static void
append_spoken (GString *out, const ScriptPiece *piece)
{
  gsize length = strlen (piece->spoken);
  gsize words = length;

  while (words > 0 && strchr (",;:.?!", piece->spoken[words - 1]))
    words--;
  if (piece->written) {
    append_text (out, "<sub alias=\"");
    append_escaped (out, piece->spoken, words);
    append_text (out, "\">");
    append_escaped (out, piece->written, strlen (piece->written));
    append_text (out, "</sub>");
  } else {
    append_words (out, piece->spoken, words);
  }
  append_words (out, piece->spoken + words, length - words);
  if (piece->breath == BREATH_SHORT
      && (words == length || break_behind (piece->spoken[words]) == NULL))
    append_text (out, PHRASE_BREAK);
}

void
ssml_paragraph (GString *out, const GArray *pieces)
{
  gboolean is_open = FALSE;

  if (pieces->len == 0)
    return;
  append_text (out, "<p>");
  for (guint i = 0; i < pieces->len; i++) {
    const ScriptPiece *piece = &g_array_index (pieces, ScriptPiece, i);
    gboolean is_last = i + 1 == pieces->len;
    append_text (out, is_open ? " " : "<s>");
    append_spoken (out, piece);
    is_open = piece->breath < BREATH_SENTENCE && !is_last;
    if (is_open)
      continue;
    append_text (out, "</s>");
    append_text (out, is_last ? PARAGRAPH_BREAK : STOP_BREAK);
  }
  append_text (out, "</p>\n");
}

static const char *const genders[] = {
  [VOICE_ANY] = NULL, [VOICE_MALE] = "male", [VOICE_FEMALE] = "female"
};

/* The same, by the voice it asks for. */
static void
append_voiced (GString *out, SpokenVoice voice, const GArray *pieces)
{
  if (genders[voice] && pieces->len > 0)
    g_string_append_printf (out, "<voice gender=\"%s\">\n", genders[voice]);
  ssml_paragraph (out, pieces);
  if (genders[voice] && pieces->len > 0)
    ssml_voice_end (out);
}

/* The pieces of all its sentences, shared. */
static GArray *
pieces_of (const ScriptParagraph *paragraph)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (ScriptPiece));

  for (guint i = 0; i < paragraph->sentences->len; i++) {
    const GArray *some = g_array_index (paragraph->sentences, ScriptSentence, i).pieces;
    g_array_append_vals (pieces, some->data, some->len);
  }
  return pieces;
}

void
ssml_script (GString *out, const Script *script)
{
  ssml_begin (out, SSML_1_1);
  for (guint i = 0; i < script->paragraphs->len; i++) {
    const ScriptParagraph *paragraph = &g_array_index (script->paragraphs, ScriptParagraph, i);
    g_autoptr (GArray) pieces = pieces_of (paragraph);
    append_voiced (out, paragraph->voice, pieces);
  }
  ssml_end (out);
}

/* --- in parts --- */

/* Texts under numbered lines, joined where they fit together; `frame` is what is added to each
 * part. */
typedef struct {
  GPtrArray *parts; /* char, owned */
  GString *part;    /* at hand */
  gsize most, frame, size;
} Parts;

static void
parts_end (Parts *parts)
{
  if (parts->part->len == 0)
    return;
  g_ptr_array_add (parts->parts, g_strdup (parts->part->str));
  g_string_truncate (parts->part, 0);
  parts->size = 0;
}

/* `size`: of the text, in what is counted. */
static void
parts_add (Parts *parts, const char *text, gsize size)
{
  if (parts->size > 0 && parts->frame + parts->size + size > parts->most)
    parts_end (parts);
  g_string_append (parts->part, text);
  parts->size += size;
}

static void
parts_write (Parts *parts, GString *out, const char *head, const char *foot)
{
  parts_end (parts);
  for (guint i = 0; i < parts->parts->len; i++)
    g_string_append_printf (out, "%s--- Phần %u/%u ---\n%s%s%s", i > 0 ? "\n" : "", i + 1,
                            parts->parts->len, head, (char *) parts->parts->pdata[i], foot);
  g_ptr_array_unref (parts->parts);
  g_string_free (parts->part, TRUE);
}

static Parts
parts_new (gsize most, gsize frame)
{
  return (Parts){ g_ptr_array_new_with_free_func (g_free), g_string_new (NULL), most, frame, 0 };
}

/* A paragraph in one piece, unless it is too long for a part: then by sentences. */
static void
add_ssml (Parts *parts, const ScriptParagraph *paragraph)
{
  g_autoptr (GArray) pieces = pieces_of (paragraph);
  g_autoptr (GString) text = g_string_new (NULL);

  append_voiced (text, paragraph->voice, pieces);
  if (parts->frame + text->len <= parts->most) {
    parts_add (parts, text->str, text->len);
    return;
  }
  for (guint i = 0; i < paragraph->sentences->len; i++) {
    g_string_truncate (text, 0);
    append_voiced (text, paragraph->voice,
                   g_array_index (paragraph->sentences, ScriptSentence, i).pieces);
    parts_add (parts, text->str, text->len);
  }
}

void
ssml_parts (GString *out, const Script *script)
{
  g_autoptr (GString) head = g_string_new (NULL);
  g_autoptr (GString) foot = g_string_new (NULL);

  ssml_begin (head, SSML_1_1);
  ssml_end (foot);
  Parts parts = parts_new (SSML_MOST_BYTES, head->len + foot->len);
  for (guint i = 0; i < script->paragraphs->len; i++)
    add_ssml (&parts, &g_array_index (script->paragraphs, ScriptParagraph, i));
  parts_write (&parts, out, head->str, foot->str);
}

void
machine_text (GString *out, const Script *script, guint most)
{
  Parts parts = parts_new (most, 0);

  for (guint i = 0; i < script->paragraphs->len; i++) {
    const GArray *sentences = g_array_index (script->paragraphs, ScriptParagraph, i).sentences;
    for (guint j = 0; j < sentences->len; j++) {
      const char *spoken = g_array_index (sentences, ScriptSentence, j).spoken;
      g_autofree char *line = g_strconcat (spoken, "\n", NULL);
      parts_add (&parts, line, g_utf8_strlen (line, -1));
    }
  }
  parts_write (&parts, out, "", "");
}
