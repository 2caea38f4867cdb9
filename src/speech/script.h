/* SPDX-License-Identifier: MIT */
/* The loudspeaker script of a document: sign-on, the items, the body, sign-off, one sentence a line.
 * Made from the same tree as the page; rendered as HTML and as text by templates. */
#pragma once

#include "base/report.h"
#include "model/body.h"
#include "model/site.h"
#include "speech/speech.h"

typedef struct {
  char *spoken;   /* words only */
  char *written;  /* the sentence as printed, for checking; may equal spoken */
  guint syllables;
} ScriptSentence;

typedef struct {
  GArray *sentences; /* ScriptSentence */
  gboolean is_heading;
  guint syllables, seconds;
} ScriptParagraph;

typedef struct {
  GArray *paragraphs; /* ScriptParagraph */
  guint syllables;
  guint seconds;      /* at the station's pace */
} Script;

/* `source` is the document's file. Never NULL. */
Script *script_new (const Lexicon *lexicon, const Document *document, cmark_node *body, const Source *source,
                    Report *report);
void script_free (Script *script);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Script, script_free)
