/* SPDX-License-Identifier: MIT */
/* Inside word/: the parts of a letter around its text (Decree 30/2020, annex I), from the values
 * that its sheet is filled with, so that both say the same. */
#pragma once

#include "base/value.h"
#include "word/letter_text.h"

/* All that stands before the text; `place` is where it is written. */
void letter_form_head (LetterWriter *writer, const Value *form, const char *place);
/* The two columns of names, as a table of their own. */
void letter_form_names (LetterWriter *writer, const Value *form);
/* All that stands behind the text: recipients, signers, the mark of a copy. */
void letter_form_closing (LetterWriter *writer, const Value *form);
