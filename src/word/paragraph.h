/* SPDX-License-Identifier: MIT */
/* A paragraph while its runs are read: Word cuts a text wherever somebody once paused, so that
 * “Số:”, blanks, “/” and “UBND-NC” are five runs, and a letter and its mark may be two. */
#pragma once

#include "word/flow.h"

typedef struct ParagraphMaker ParagraphMaker;

/* An empty one, whose paragraphs live in `arena`. Caller frees. */
ParagraphMaker *paragraph_maker_new (Arena *arena);
/* NULL is allowed. */
void paragraph_maker_free (ParagraphMaker *maker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParagraphMaker, paragraph_maker_free)

/* More text in this look; `is_caps`: shown in capitals. `href` lives in the arena, or is NULL. */
void paragraph_maker_add (ParagraphMaker *maker, const char *text, guint look, const char *href,
                          gboolean is_caps);
/* A picture behind what is there so far. */
void paragraph_maker_picture (ParagraphMaker *maker, const FlowPicture *picture);
/* A footnote. */
void paragraph_maker_note (ParagraphMaker *maker, const char *text);
/* What is there so far; lives until the next call. */
const char *paragraph_maker_text (const ParagraphMaker *maker);
/* The paragraph: NFC, neighbours of one look joined, blanks outside of what is bold. The maker is
 * empty again. */
FlowParagraph *paragraph_maker_finish (ParagraphMaker *maker);
