/* SPDX-License-Identifier: MIT */
/* Says the paragraphs of scripts, one sentence a line.
 *
 * The stations a document is sent to read mostly the same words, so an announcer remembers what he
 * has said of the document at hand: a paragraph that comes again, read the same way, costs a
 * look-up. */
#pragma once

#include "base/report.h"
#include "model/body.h"
#include "model/document.h"
#include "speech/flatten.h"
#include "speech/piece.h"

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
  char *number; /* as written */
  char *owner;  /* whose it is, as the text before it says; or NULL */
} ScriptPhone;

typedef struct {
  GArray *sentences; /* ScriptSentence, at least one unless nothing of it is to be said */
  guint syllables;
  GPtrArray *phones;      /* ScriptPhone: the telephone numbers in it, in order */
  guint64 has_said;       /* by its end these were said in full (speech_has_said()) */
  gboolean has_explained; /* by its end it was said how addresses are spelled */
} SaidParagraph;

/* One thread's own. */
typedef struct Announcer Announcer;

/* Has said nothing yet. `lexicon` must outlive it. Caller frees. */
Announcer *announcer_new (const Lexicon *lexicon);
/* With all it remembers; what is kept by reference stays. NULL is nothing. */
void announcer_free (Announcer *announcer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Announcer, announcer_free)

/* The words it knows; the lexicon's. */
const Vocabulary *announcer_vocabulary (const Announcer *announcer);

/* A script of `document` begins, to be read as `reading` says. `source` is its file, `body` its
 * tree (or NULL); of a document that comes again both are the same as before, but for what the body
 * says of the office, when it names it (`names_office`). What is remembered of another document, or
 * of another way to read it, is forgotten; faults of the text are reported by its first script
 * alone. `source` and `report` must outlive the script being made. Returns the paragraphs of the
 * body (FlatParagraph), valid until the next script. */
const GArray *announcer_begin (Announcer *announcer, const Document *document,
                               const Reading *reading, cmark_node *body, gboolean names_office,
                               const Source *source, Report *report);
/* The script starts from its beginning once more: nothing was explained yet. */
void announcer_start (Announcer *announcer);
/* What is said of a paragraph, of the body or of the frame around it; never NULL. Said before, it
 * is remembered. Faults of the text are reported with their places, as is a sentence of more than
 * 50 syllables. Valid until the next script; the sentences may be kept by reference. */
const SaidParagraph *announcer_say (Announcer *announcer, const FlatParagraph *paragraph);
