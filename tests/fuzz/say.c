/* SPDX-License-Identifier: MIT */
/* All of “loa say”: a document, flattened, said, cut into sentences, with its breaths, as SSML. */
#include "fuzz.h"
#include "lexicon.h"

#include "load/body.h"
#include "speech/breath.h"
#include "speech/flatten.h"
#include "speech/piece.h"
#include "speech/ssml.h"
#include "text/sentence.h"

static void
say (Speech *speech, const FlatParagraph *paragraph, GString *ssml)
{
  const SpeechText text = { paragraph->text, strlen (paragraph->text),
                            (const SpeechPlace *) paragraph->places->data, paragraph->places->len };
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (SpeechSpan));
  g_autoptr (GString) spoken = g_string_new (NULL);

  speech_say (speech, &text, spoken, spans);
  sentence_close (spoken, 0, paragraph->leads_on);
  fuzz_check_digits (spoken, spans);
  for (gsize start = 0, end; start < spoken->len; start = end) {
    end = sentence_end (spoken->str, spoken->len, start);
    g_assert_cmpuint (end, >, start);
  }
  const SpeechSpan *first = (const SpeechSpan *) spans->data;
  g_autofree char *marked = breath_mark (fuzz_lexicon (), spoken->str, first, spans->len, TRUE);
  g_autoptr (GArray) pieces =
    pieces_cut (fuzz_lexicon (), spoken->str, first, spans->len, paragraph->text, TRUE);
  g_assert_cmpuint (strlen (marked), >=, spoken->len);
  ssml_paragraph (ssml, pieces);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autoptr (Source) source = fuzz_source (bytes, length);
  g_autoptr (Report) report = report_new ();

  if (source == NULL)
    return 0;
  g_autoptr (Speech) speech = speech_new (fuzz_lexicon (), NULL, source, report);
  g_autoptr (Body) body = body_parse (source, 0, 1, length % 2, report);
  g_autoptr (GArray) paragraphs =
    flatten_body (body ? body_root (body) : NULL, fuzz_lexicon (), source, 0, 1);
  g_autoptr (GString) ssml = g_string_new (NULL);
  for (guint i = 0; i < paragraphs->len; i++) {
    const char *text = g_array_index (paragraphs, FlatParagraph, i).text;
    speech_learn (speech, text, strlen (text));
  }
  for (guint i = 0; i < paragraphs->len; i++)
    say (speech, &g_array_index (paragraphs, FlatParagraph, i), ssml);
  g_assert_true (g_utf8_validate_len (ssml->str, ssml->len, NULL));
  fuzz_print (report);
  return 0;
}
