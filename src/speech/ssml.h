/* SPDX-License-Identifier: MIT */
/* Spoken text for speech synthesisers: SSML 1.1, or 1.0, which has all that is used here.
 *
 * Every form that is said in other words is a <sub> with these words, so the document still shows
 * what was written. Pauses are explicit breaks in the lengths of the house; the marks they stand
 * for are left out, since engines would pause at them once more. */
#pragma once

#include "speech/speech.h"

typedef enum { SSML_1_1, SSML_1_0 } SsmlVersion;

void ssml_begin (GString *out, SsmlVersion version);
/* One paragraph: `spoken`, with its pieces, made of `written`. */
void ssml_paragraph (GString *out, const char *spoken, const SpeechSpan *spans, guint n_spans,
                     const char *written);
void ssml_end (GString *out);
