/* SPDX-License-Identifier: MIT */
/* For tests of what recognisers look with: a line as it is while it is being said. Nothing in it
 * may be reported. */
#pragma once

#include "load/builtin.h"
#include "speech/saying.h"

#include <string.h>

typedef struct {
  Saying saying;
  Naming naming;
  Report *report;
  Source *source;
  Value *built_in;
  Lexicon *lexicon;
  GArray *tokens;
  SeenWord seen[SEEN_WORDS];
} Line;

static Line *
line_new (const char *text)
{
  Line *line = g_new0 (Line, 1);

  line->naming.at = -1;
  line->report = report_new ();
  line->source = source_new ("a.txt", text, -1);
  line->built_in = builtin_lexicon ();
  line->lexicon = lexicon_new (line->built_in, NULL, NULL, line->report);
  line->tokens = g_array_new (FALSE, FALSE, sizeof (SpeechToken));
  tokens_cut (line->tokens, line->source->text, line->source->length);
  line->saying = (Saying){ .speech = speech_new (line->lexicon, NULL, line->source, line->report),
                           .lexicon = line->lexicon,
                           .filter = lexicon_filter (line->lexicon),
                           .vocabulary = lexicon_vocabulary (line->lexicon),
                           .seen = line->seen,
                           .naming = &line->naming,
                           .style = number_style_official,
                           .text = line->source->text,
                           .tokens = (const SpeechToken *) line->tokens->data,
                           .n_tokens = (int) line->tokens->len,
                           .out = g_string_new (NULL),
                           .quantity_end = -1,
                           .date_end = -1 };
  return line;
}

static void
line_free (Line *line)
{
  speech_free (line->saying.speech);
  g_string_free (line->saying.out, TRUE);
  g_array_unref (line->tokens);
  lexicon_free (line->lexicon);
  value_free (line->built_in);
  source_free (line->source);
  report_free (line->report);
  g_free (line);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Line, line_free)
