/* SPDX-License-Identifier: MIT */
#include "speech/ssml.h"

#include "speech/sentence.h"

#include <string.h>

#define PARAGRAPH_PAUSE_MS 1200
#define STOP_PAUSE_MS      700

static const struct {
  char mark;
  guint pause_ms;
} pauses[] = { { ',', 250 }, { ';', 400 }, { ':', 400 } };

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
ssml_end (GString *out)
{
  g_string_append (out, "</speak>\n");
}

static void
append_escaped (GString *out, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);
  g_string_append (out, escaped);
}

static void
append_break (GString *out, guint pause_ms)
{
  g_string_append_printf (out, "<break time=\"%ums\"/>", pause_ms);
}

static guint
pause_of (char mark)
{
  for (guint i = 0; i < G_N_ELEMENTS (pauses); i++)
    if (pauses[i].mark == mark)
      return pauses[i].pause_ms;
  return 0;
}

/* Words as they are, with breaks for their marks. */
static void
append_words (GString *out, const char *words, gsize length)
{
  for (gsize i = 0; i < length;) {
    gsize plain = i;
    while (plain < length && pause_of (words[plain]) == 0)
      plain++;
    append_escaped (out, words + i, plain - i);
    if (plain < length)
      append_break (out, pause_of (words[plain++]));
    i = plain;
  }
}

static void
append_sub (GString *out, const char *words, const SpeechSpan *span, const char *written)
{
  g_string_append (out, "<sub alias=\"");
  append_escaped (out, words, span->spoken_length);
  g_string_append (out, "\">");
  append_escaped (out, written + span->written, span->written_length);
  g_string_append (out, "</sub>");
}

/* A piece that was said in other words; silent marks and pauses are no such pieces. */
static gboolean
is_other_words (const SpeechSpan *span, gsize start, gsize end)
{
  return span->kind != SPAN_PLAIN && span->spoken >= start
         && span->spoken + span->spoken_length <= end && span->spoken_length > 1;
}

/* From byte `start` to `end` of `spoken`; `first` is the first piece that may be in it. */
static guint
append_sentence (GString *out, const char *spoken, gsize start, gsize end, const SpeechSpan *spans,
                 guint first, guint n_spans, const char *written)
{
  gsize at = start;
  guint i = first;

  g_string_append (out, "<s>");
  for (; i < n_spans && spans[i].spoken < end; i++) {
    if (!is_other_words (&spans[i], at, end))
      continue;
    append_words (out, spoken + at, spans[i].spoken - at);
    append_sub (out, spoken + spans[i].spoken, &spans[i], written);
    at = spans[i].spoken + spans[i].spoken_length;
  }
  append_words (out, spoken + at, end - at);
  g_string_append (out, "</s>");
  return i;
}

void
ssml_paragraph (GString *out, const char *spoken, const SpeechSpan *spans, guint n_spans,
                const char *written)
{
  guint span = 0;

  if (*spoken == '\0')
    return;
  g_string_append (out, "<p>");
  for (gsize start = 0; spoken[start];) {
    gsize end = sentence_end (spoken, start);
    span = append_sentence (out, spoken, start, end, spans, span, n_spans, written);
    for (start = end; spoken[start] == ' ';)
      start++;
    append_break (out, spoken[start] ? STOP_PAUSE_MS : PARAGRAPH_PAUSE_MS);
  }
  g_string_append (out, "</p>\n");
}
