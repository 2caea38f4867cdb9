/* SPDX-License-Identifier: MIT */
/* Written official Vietnamese into words an announcer can say.
 *
 * A text goes in as it is printed ("Công văn số 4907/UBND-NC ngày 08/11/2023"), spoken words come out
 * ("Công văn số bốn nghìn chín trăm linh bảy …"): no digit, symbol or abbreviation is left. What cannot
 * be decided is reported with its place and never guessed in silence. */
#pragma once

#include "base/report.h"
#include "base/value.h"
#include "model/office.h"

typedef struct Lexicon Lexicon;

/* The built-in lexicon extended by `extra` (the site's lexicon.yaml as read, or NULL). Constant
 * afterwards and shared by threads. Wrong entries are reported against `source` (may be NULL when
 * `extra` is). */
Lexicon *lexicon_new (const Value *built_in, const Value *extra, const Source *source, Report *report);
void lexicon_free (Lexicon *lexicon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lexicon, lexicon_free)

/* Appends the spoken form of one paragraph of plain text to `out`. `place` is where it starts in `source`;
 * faults are reported there and after. */
void speech_say (const Lexicon *lexicon, const Reading *reading, const char *text, gsize length,
                 const Source *source, Place place, GString *out, Report *report);

/* Syllables of spoken text: one for each run of letters between spaces and hyphens. */
guint speech_syllables (const char *spoken);
