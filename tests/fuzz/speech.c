/* SPDX-License-Identifier: MIT */
/* What is spoken is text, has no digit left in it that was not reported, and its pieces lie within
 * what was written. */
#include "fuzz.h"
#include "lexicon.h"

#include "speech/speech.h"

static void
check_spans (const GArray *spans, const Source *source, const GString *out)
{
  for (guint i = 0; i < spans->len; i++) {
    const SpeechSpan *span = &g_array_index (spans, SpeechSpan, i);
    g_assert_cmpuint (span->written + span->written_length, <=, source->length);
    g_assert_cmpuint (span->spoken + span->spoken_length, <=, out->len);
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autoptr (Source) source = fuzz_source (bytes, length);
  g_autoptr (Report) report = report_new ();

  if (source == NULL)
    return 0;
  g_autoptr (Speech) speech = speech_new (fuzz_lexicon (), NULL, source, report);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (SpeechSpan));
  g_autoptr (GString) out = g_string_new (NULL);
  SpeechPlace place = { 0, { 1, 1 } };
  SpeechText text = { source->text, source->length, &place, 1 };
  speech_learn (speech, source->text, source->length);
  speech_say (speech, &text, out, spans);
  g_assert_true (g_utf8_validate_len (out->str, out->len, NULL));
  fuzz_check_digits (out, spans);
  check_spans (spans, source, out);
  fuzz_print (report);
  return 0;
}
