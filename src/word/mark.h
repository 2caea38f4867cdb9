/* SPDX-License-Identifier: MIT */
/* The numbers and dashes with which officers begin an item: 98 of 100 are typed, not made by Word.
 */
#pragma once

#include <glib.h>

typedef enum {
  MARK_NONE,
  MARK_PART,    /* Phần I, Phần thứ nhất */
  MARK_CHAPTER, /* Chương II */
  MARK_SECTION, /* Mục 3 */
  MARK_ROMAN,   /* I. */
  MARK_CAPITAL, /* A. */
  MARK_ARTICLE, /* Điều 1. */
  MARK_NUMBER,  /* 1. */
  MARK_TWO,     /* 1.1. */
  MARK_THREE,   /* 1.1.1. */
  MARK_LETTER,  /* a) */
  MARK_BRACKET, /* (1), as Word counts; typed ones are text */
  MARK_DASH,    /* -, – */
  MARK_PLUS,    /* + */
} MarkKind;     /* in the order in which they nest */

typedef struct {
  MarkKind kind;
  gsize length;  /* bytes with the blanks behind it */
  char text[48]; /* as an item is numbered: "Điều 1.", "-" for any dash */
} Mark;

/* What `text` begins with. Parts, chapters and sections have no length: they are read whole. */
Mark mark_read (const char *text);
/* The same of an automatic number, which is nothing else: its length is 0. */
Mark mark_of_number (const char *number);
/* “Bước 2:”, “Bước 2.” → 2, with the bytes it takes; 0: it begins otherwise. */
guint mark_step (const char *text, gsize *length);
