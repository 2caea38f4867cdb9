/* SPDX-License-Identifier: MIT */
/* The body of a document as paragraphs of plain text, in the order in which they are read out. */
#pragma once

#include "base/source.h"
#include "model/body_facts.h"
#include "speech/speech.h"
#include "speech/vocabulary.h"

/* Whose voice a paragraph asks for: it begins with “Nam:” or “Nữ:” in a block “loa”. */
typedef enum { VOICE_ANY, VOICE_MALE, VOICE_FEMALE } SpokenVoice;

typedef struct {
  char *text;     /* as printed, with what the loudspeaker adds: "Bước 1: …" */
  GArray *places; /* SpeechPlace; at least one */
  gboolean is_heading;
  guint heading_level; /* 2 for "##"; 0 when it is none */
  gboolean leads_on;   /* a list or a table follows: a colon at its end stays */
  gboolean is_item;    /* another item of its list follows */
  SpokenVoice voice;
  gboolean is_silent; /* for the eye alone, such as a picture: not said, but told to the editor */
} FlatParagraph;

/* Paragraphs (FlatParagraph) of what the loudspeaker reads: what is for other channels only is left
 * out; the lexicon knows the words that open a menu and head a column. The body (or NULL) starts at
 * byte `offset` of `source`, on line `line`. Caller frees with g_array_unref(). */
GArray *flatten_body (cmark_node *body, const Lexicon *lexicon, const Source *source, gsize offset,
                      guint line);

/* Appends a value as it is to be read. A short number to call is cut into its digits, “1 1 5”,
 * unless the words before it say what it is. */
void flatten_fact (const Vocabulary *vocabulary, GString *out, FactKind kind, const char *text);
