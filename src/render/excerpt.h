/* SPDX-License-Identifier: MIT */
/* The first words of a text, for who has not opened it yet: search engines, and lists. */
#pragma once

#include "model/body.h"

/* Letters a search engine shows of a description. */
#define EXCERPT_LETTERS 160

/* Whole sentences from the beginning of the body, or as many words with “…” behind them, of at most
 * EXCERPT_LETTERS letters. NULL when it has no running text. Caller frees. */
char *excerpt_of_body (cmark_node *body);
