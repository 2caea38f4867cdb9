/* SPDX-License-Identifier: MIT */
/* The built-in lexicon, made once. */
#pragma once

#include "load/builtin.h"
#include "speech/speech.h"

static inline const Lexicon *
fuzz_lexicon (void)
{
  static Lexicon *lexicon;
  static Value *built_in;

  if (lexicon == NULL) {
    g_autoptr (Report) report = report_new ();
    built_in = builtin_lexicon ();
    lexicon = lexicon_new (built_in, NULL, NULL, report);
  }
  return lexicon;
}
