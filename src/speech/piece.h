/* SPDX-License-Identifier: MIT */
/* A sentence of the script cut for the eye: what was said in other words stands beside what was
 * written, so that it can be checked, and each breath is where it is taken. */
#pragma once

#include "speech/breath.h"

typedef struct {
  char *spoken;          /* words and the marks behind them */
  char *written;         /* what they stand for; NULL when it is the same */
  BreathKind breath;     /* taken after them */
  gboolean is_undecided; /* to be asked before the broadcast */
  char *doubt;           /* then: the form as it is written */
  char *others;          /* and what else it may be, or NULL */
  gboolean ends_line;    /* a thought ends: the next one starts a line */
} ScriptPiece;

/* The pieces (ScriptPiece) of `spoken`, one sentence; `spans` count from its start and from that of
 * `text`, which it was made of. Caller frees with g_array_unref(). */
GArray *pieces_cut (const Lexicon *lexicon, const char *spoken, const SpeechSpan *spans,
                    guint n_spans, const char *text, gboolean ends_item);
/* What is spoken, with the breaths marked. Caller frees. */
char *pieces_mark (const GArray *pieces);
