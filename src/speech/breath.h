/* SPDX-License-Identifier: MIT */
/* Where an announcer breathes: "/" short, "//" at the end of a sentence, "///" at the end of an
 * item.
 *
 * A breath is taken at the marks of the sentence, and where none comes for too long, before a word
 * that opens a clause. It never falls inside of what stands for one thing: a name, a number with
 * its unit, the symbol of a document. */
#pragma once

#include "speech/speech.h"

/* `spoken`, one sentence or more, with breath marks; `spans` are its pieces, offsets counted from
 * `spoken`. Caller frees.
 */
char *breath_mark (const char *spoken, const SpeechSpan *spans, guint n_spans, gboolean ends_item);
