/* SPDX-License-Identifier: MIT */
/* The words beside a number that say what it is. */
#pragma once

#include <glib.h>

typedef enum {
  WORD_DAY = 1 << 0,        /* a date follows, and "ngày" is said: ngày, mùng */
  WORD_MONTH = 1 << 1,      /* tháng */
  WORD_DATE = 1 << 2,       /* d/m after it is likely a date: sáng, trước, dịp */
  WORD_PART = 1 << 3,       /* a/b after it is a fraction: chiếm, khoảng */
  WORD_WHOLE = 1 << 4,      /* a/b before it is a fraction: diện tích, dân số */
  WORD_TOTAL = 1 << 5,      /* a/b before it is a share of a total: hộ, phiếu */
  WORD_HOUSE = 1 << 6,      /* a house number follows: ngõ */
  WORD_ROMAN = 1 << 7,      /* a Roman numeral may follow: chương */
  WORD_ORDER = 1 << 8,      /* a number in an order follows: mức, điều */
  WORD_DOTTED = 1 << 9,     /* dots in the number that follows are spoken: phiên bản */
  WORD_PHONE = 1 << 10,     /* a telephone number follows: gọi, thoại */
  WORD_CODE = 1 << 11,      /* the leading zero of what follows is spoken: đề án, số */
  WORD_PER = 1 << 12,       /* what a rate is counted by: đồng/người/tháng */
  WORD_MAGNITUDE = 1 << 13, /* nghìn, triệu, tỷ */
  WORD_FUNCTION = 1 << 14,  /* no noun, so nothing that a number counts: của, và */
  WORD_DOCUMENT = 1 << 15,  /* last word of a kind of document: định, tư, văn */
  WORD_CHOOSE = 1 << 16,    /* opens a menu path by itself: chọn, vào */
  WORD_LUNAR = 1 << 17,     /* âm lịch, Tết */
  WORD_FIRST = 1 << 18,     /* the number after it is an ordinal: thứ, giải, hạng */
  WORD_BREATH = 1 << 19,    /* a breath is taken before it: và, nhưng, để */
  WORD_PHRASE = 1 << 20,    /* a breath may be taken before it: của, các, được */
} WordClass;

/* Mask of WordClass; 0 for most words. Any case. */
guint vocabulary_find (const char *text, gsize length);

/* Small letters of `text` in `buffer` with a final '\0'; FALSE when they do not fit. */
gboolean vocabulary_lower (const char *text, gsize length, char *buffer, gsize room);
