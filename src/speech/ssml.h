/* SPDX-License-Identifier: MIT */
/* Spoken text for speech synthesisers: SSML 1.1, or 1.0, which has all that is used here.
 *
 * Every form that is said in other words is a <sub> with these words, so the document still shows
 * what was written. Pauses are explicit breaks in the lengths of the house, beside the
 * marks they stand for: some engines heed the one, some the other. */
#pragma once

#include "speech/piece.h"
#include "speech/script.h"

typedef enum { SSML_1_1, SSML_1_0 } SsmlVersion;

/* The head of a document, <speak> opened. */
void ssml_begin (GString *out, SsmlVersion version);
/* One paragraph, <p> of <s>: the pieces (ScriptPiece) of what is spoken, escaped; of no pieces,
 * nothing. */
void ssml_paragraph (GString *out, const GArray *pieces);
/* Around the paragraphs: in this voice of the engine. SSML 1.0 services choose it by its name. */
void ssml_voice_begin (GString *out, const char *voice);
/* Closes it. */
void ssml_voice_end (GString *out);
/* Closes the document. */
void ssml_end (GString *out);

/* All of a script, SSML 1.1. */
void ssml_script (GString *out, const Script *script);
/* What one known service takes at a time. */
#define SSML_MOST_BYTES 5000
/* The same as documents of at most SSML_MOST_BYTES bytes each, under numbered lines “--- Phần 1/3
 * ---”. A paragraph that is longer by itself stands
 * alone. */
void ssml_parts (GString *out, const Script *script);
/* Words and marks alone, for the voice a station has, in parts of at most `most` letters under such
 * lines, cut between sentences. */
void machine_text (GString *out, const Script *script, guint most);
