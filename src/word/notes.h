/* SPDX-License-Identifier: MIT */
/* Footnotes of a text that came back from Word, where they are counted from 1, under the labels of
 * the text it goes over. */
#pragma once

#include "word/units.h"

/* `imported` with labels of `existing` for footnotes that say the same, and others that `existing`
 * does not have for the rest. Caller frees. */
char *notes_rename (const char *existing, const char *imported);
/* Takes the footnotes out of `units`; those that `known` has no label for are the result. Those of
 * `known` stay where they are. Caller frees. */
GArray *notes_cut (GArray *units, GArray *known);
/* Takes out of `text` the footnotes of `known` that it does not call any more; `existing` did.
 * Their keys are added to `gone`, which owns them. */
void notes_drop (GString *text, const GArray *known, const char *existing, GPtrArray *gone);
