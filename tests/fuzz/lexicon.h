/* SPDX-License-Identifier: MIT */
/* The built-in lexicon, made once. */
#pragma once

#include "load/builtin.h"
#include "speech/speech.h"

static inline const Lexicon *
fuzz_lexicon (void)
{
  static Lexicon *lexicon;
  static Value *built_in;

  if (lexicon == NULL) {
    g_autoptr (Report) report = report_new ();
    built_in = builtin_lexicon ();
    lexicon = lexicon_new (built_in, NULL, NULL, report);
  }
  return lexicon;
}

/* A number is said in words, but in a sentence of another language, which is left as it is and
 * reported. */
static inline void
fuzz_check_digits (const GString *spoken, const GArray *spans)
{
  guint i = 0;

  for (gsize at = 0; (at += strcspn (spoken->str + at, "0123456789")) < spoken->len; at++) {
    const SpeechSpan *span = (const SpeechSpan *) spans->data;
    while (i < spans->len && span[i].spoken + span[i].spoken_length <= at)
      i++;
    g_assert_cmpuint (i, <, spans->len);
    g_assert_cmpuint (span[i].spoken, <=, at);
    g_assert_cmpint (span[i].certainty, ==, SPEECH_UNKNOWN);
  }
}
