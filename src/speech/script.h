/* SPDX-License-Identifier: MIT */
/* The loudspeaker script of a document: sign-on, the items, the body, sign-off, one sentence a
 * line. Made from the same tree as the page; rendered as HTML and as text by templates. */
#pragma once

#include "model/fact.h"
#include "speech/announcer.h"

/* Syllables a minute; 200 of a station that does not say, and where there is none (NULL). */
guint script_pace (const Reading *reading);

typedef struct {
  GArray *sentences; /* ScriptSentence; shared by the scripts of a document */
  gboolean is_heading;
  SpokenVoice voice;
  const char *cue; /* what is played before it, “nhạc chuyển”; or NULL */
  guint line;      /* of the document, where it begins */
  guint syllables, seconds;
} ScriptParagraph;

typedef struct {
  GArray *paragraphs;  /* ScriptParagraph */
  GPtrArray *left_out; /* char, owned: what is for the eye alone, in order */
  guint syllables;
  guint seconds; /* at the station's pace; the sum of those of the paragraphs */
} Script;

/* As the station of the office that speaks (`scope`) reads it; `source` is the document's file;
 * `names_office` says that its body says something else for another office. Never NULL; it does not
 * need the announcer any more. */
Script *script_new (Announcer *announcer, const Document *document, const FactScope *scope,
                    cmark_node *body, gboolean names_office, const Source *source, Report *report);
/* NULL is nothing. */
void script_free (Script *script);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Script, script_free)
