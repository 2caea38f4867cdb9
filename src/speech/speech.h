/* SPDX-License-Identifier: MIT */
/* Written official Vietnamese into words an announcer can say.
 *
 * A text goes in as it is printed ("Công văn số 4907/UBND-NC ngày 08/11/2023"), spoken words come
 * out
 * ("Công văn số bốn nghìn chín trăm linh bảy …"): no digit, symbol or abbreviation is left. What
 * cannot be decided is reported with its place and never guessed in silence. */
#pragma once

#include "base/report.h"
#include "base/value.h"
#include "model/office.h"

typedef struct Lexicon Lexicon;

/* The built-in lexicon extended by `extra` (the site's lexicon.yaml as read, or NULL). Constant
 * afterwards and shared by threads. Wrong entries are reported against `source` (may be NULL when
 * `extra` is). */
Lexicon *lexicon_new (const Value *built_in, const Value *extra, const Source *source,
                      Report *report);
/* NULL is nothing. */
void lexicon_free (Lexicon *lexicon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lexicon, lexicon_free)

/* One text being said: it remembers the abbreviations the text itself explains, and what was
 * reported, so that a form that stands in it a thousand times is reported once. Belongs to one
 * thread. All arguments must outlive it; `reading` may be NULL for the official way. */
typedef struct Speech Speech;

/* Knows no explanations and has reported nothing yet. Caller frees. */
Speech *speech_new (const Lexicon *lexicon, const Reading *reading, const Source *source,
                    Report *report);
/* NULL is nothing. */
void speech_free (Speech *speech);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Speech, speech_free)

/* Looks in a paragraph for explanations, "Ủy ban nhân dân (UBND)". To be called for every paragraph
 * of the text before the first one is said. */
void speech_learn (Speech *speech, const char *text, gsize length);

/* Forgets the explanations and what was reported: a text of its own follows. */
void speech_forget (Speech *speech);

/* The same text is said once more; its faults stay reported, new ones are reported here. */
void speech_report_to (Speech *speech, const Source *source, Report *report);

/* Whether how addresses are spelled was explained, which happens at the first one. */
gboolean speech_has_explained (const Speech *speech);
/* A script says some forms shorter from the second time on, the lexicon’s “then”; a line by itself
 * does not. */
void speech_shorten (Speech *speech, gboolean shortens);
/* Which of them were said in full: a set. */
guint64 speech_has_said (const Speech *speech);
/* For whoever says paragraphs again in another order. */
void speech_set_said (Speech *speech, guint64 has_said);
/* For whoever says paragraphs again in another order. */
void speech_set_explained (Speech *speech, gboolean has_explained);

/* How sure the voice is of what it says, in the order in which it is less so. */
typedef enum {
  SPEECH_CERTAIN, /* as written, explained by the text, or of one meaning only */
  SPEECH_BY_RULE, /* a number, or a form whose neighbours decide */
  SPEECH_DEFAULT, /* nothing decides: what it usually is; reported */
  SPEECH_UNKNOWN, /* letters were named, or a foreign word was left as it is; reported */
} SpeechCertainty;

typedef enum {
  SPAN_PLAIN,     /* said as written */
  SPAN_SAID,      /* said in other words; never broken by a breath */
  SPAN_UNDECIDED, /* said by default or unknown: to be asked before the broadcast */
} SpanKind;

/* A piece of what was said, and the piece of the text it stands for. Bytes. */
typedef struct {
  guint32 written, written_length;
  guint32 spoken, spoken_length;
  SpanKind kind;
  SpeechCertainty certainty;
} SpeechSpan;

/* From byte `offset` of a paragraph on, the text stands at `place` of the source. */
typedef struct {
  gsize offset;
  Place place;
} SpeechPlace;

/* One paragraph of plain text; `places` are in order, the first at offset 0. */
typedef struct {
  const char *text;
  gsize length;
  const SpeechPlace *places;
  guint n_places;
} SpeechText;

/* Where byte `offset` of the text stands in the source. */
Place speech_place (const SpeechText *text, gsize offset);

/* Appends the spoken form of a paragraph to `out` and, unless `spans` is NULL, its pieces
 * (SpeechSpan, gap-free but for spaces and marks) to `spans`. Linear in the text. */
void speech_say (Speech *speech, const SpeechText *text, GString *out, GArray *spans);

/* The same for one line that stands at `place`. */
void speech_say_line (Speech *speech, const char *text, gsize length, Place place, GString *out);

/* Syllables in `length` bytes of spoken text: one for each run of letters between spaces and
 * hyphens. */
guint speech_syllables (const char *spoken, gsize length);
