/* SPDX-License-Identifier: MIT */
/* The loudspeaker script of a document: sign-on, the items, the body, sign-off, one sentence a
 * line. Made from the same tree as the page; rendered as HTML and as text by templates. */
#pragma once

#include "base/report.h"
#include "model/body.h"
#include "model/site.h"
#include "speech/piece.h"

/* Of a station that does not say. */
#define SCRIPT_USUAL_PACE 200

typedef struct {
  char *spoken;   /* words only */
  char *written;  /* the sentence as printed, for checking; may equal spoken */
  char *marked;   /* spoken, with breath marks */
  GArray *pieces; /* ScriptPiece: spoken, with what was written and with breaths */
  guint syllables;
  gboolean is_long;      /* over 40 syllables: hard to follow by ear; over 50 is reported */
  gboolean is_undecided; /* an abbreviation in it could not be decided */
} ScriptSentence;

typedef struct {
  GArray *sentences; /* ScriptSentence */
  gboolean is_heading;
  guint syllables, seconds;
} ScriptParagraph;

typedef struct {
  GArray *paragraphs; /* ScriptParagraph */
  guint syllables;
  guint seconds; /* at the station's pace; the sum of those of the paragraphs */
} Script;

/* As the station of `office` reads it; `source` is the document's file. Never NULL. */
Script *script_new (const Lexicon *lexicon, const Document *document, const Office *office,
                    cmark_node *body, const Source *source, Report *report);
void script_free (Script *script);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Script, script_free)
