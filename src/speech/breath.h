/* SPDX-License-Identifier: MIT */
/* Where an announcer breathes: "/" short, "//" at the end of a sentence, "///" at the end of an
 * item.
 *
 * A breath is taken at the marks of the sentence, and where none comes for too long, before a word
 * that opens a clause. It never falls inside of what stands for one thing: a name, a number with
 * its unit, the symbol of a document. */
#pragma once

#include "speech/speech.h"

/* In the order of their depth. */
typedef enum {
  BREATH_NONE,
  BREATH_SHORT,    /* "/" */
  BREATH_SENTENCE, /* "//" */
  BREATH_ITEM,     /* "///" */
} BreathKind;

/* A breath behind byte `end` of what is spoken, which ends a word. */
typedef struct {
  gsize end;
  BreathKind kind;
} Breath;

/* The breaths (Breath) of `spoken`, one sentence or more; `spans` are its pieces, offsets counted
 * from `spoken`. Caller frees with g_array_unref(). */
GArray *breath_find (const Lexicon *lexicon, const char *spoken, const SpeechSpan *spans,
                     guint n_spans, gboolean ends_item);
/* "/", "//", "///", or "" for none. */
const char *breath_sign (BreathKind kind);

/* `spoken` with its breaths marked. Caller frees. */
char *breath_mark (const Lexicon *lexicon, const char *spoken, const SpeechSpan *spans,
                   guint n_spans, gboolean ends_item);
