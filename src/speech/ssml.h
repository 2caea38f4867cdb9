/* SPDX-License-Identifier: MIT */
/* Spoken text for speech synthesisers: SSML 1.1, or 1.0, which has all that is used here.
 *
 * Every form that is said in other words is a <sub> with these words, so the document still shows
 * what was written. Pauses are explicit breaks in the lengths of the house; the marks they stand
 * for are left out, since engines would pause at them once more. */
#pragma once

#include "speech/piece.h"
#include "speech/script.h"

typedef enum { SSML_1_1, SSML_1_0 } SsmlVersion;

/* The head of a document, <speak> opened. */
void ssml_begin (GString *out, SsmlVersion version);
/* One paragraph, <p> of <s>: the pieces (ScriptPiece) of what is spoken, escaped; of no pieces,
 * nothing. */
void ssml_paragraph (GString *out, const GArray *pieces);
/* Closes it. */
void ssml_end (GString *out);

/* All of a script, SSML 1.1. */
void ssml_script (GString *out, const Script *script);
