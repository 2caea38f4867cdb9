/* SPDX-License-Identifier: MIT */
/* The captions of tables and figures, “Bảng 1. Số hộ theo khu phố”, “Hình: Sơ đồ”: which words open
 * one, and what it is called in addresses. */
#pragma once

#include "model/body.h"

typedef struct {
  const char *word;   /* "Bảng"; a constant. Each word is counted by itself */
  gboolean is_figure; /* FALSE: of a table */
  const char *number; /* in the text, "1" or "2.1"; `n_number` bytes, 0: it has none yet */
  gsize n_number;
  const char *title; /* in the text, behind “.” or “:” */
} Caption;

/* FALSE when `text` is no caption: one of the words, a number perhaps, “.” or “:” (without a number
 * “:”), and a title. */
gboolean caption_read (const char *text, Caption *caption);

/* Bytes of the word that opens `text`, of which `word` is the constant; 0: none does. */
gsize caption_word (const char *text, const char **word, gboolean *is_figure);

/* Bytes of the number at `p`, “1” or “2.1”, without a full stop that ends it; 0: there is none. */
gsize caption_number_length (const char *p);

/* “bang_1”: no heading is called so, as theirs have no “_”. Caller frees. */
char *caption_id (const char *word, const char *number, gsize n_number);
/* The same of the caption that `text` is; NULL when it is none, or has no number. Caller frees. */
char *caption_id_of (const char *text);
