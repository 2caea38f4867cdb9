/* SPDX-License-Identifier: MIT */
/* Inside editor/: what a text says that can be true or false: days, hours, telephone numbers,
 * documents it cites. */
#pragma once

#include "editor/manuscript.h"

typedef struct {
  const Passage *passage;
  guint start, length;  /* bytes; of a day with “ngày” before it if that stands there */
  guint8 day, month;    /* 0: not said, of “tháng 13/2026” the day */
  guint16 year;         /* 0: not said */
  gboolean is_in_words; /* “ngày 5 tháng 1” */
} DayMention;

typedef struct {
  guint start, length;
  char *digits; /* “02703800115” */
} PhoneMention;

/* A document by its number: “Công văn số 859/CV-TCTTKĐA ngày 31/01/2024”. */
typedef struct {
  guint start, length;   /* of number and symbol */
  char *number, *symbol; /* the number is empty when it was left out */
  gboolean has_so;       /* “số” stands before it */
  const Word *kind;      /* the last word of the kind before it, or NULL */
  DayMention date;       /* year 0: none */
} Citation;

/* TRUE when one of `words`, which are ended by NULL, stands right before byte `at`. */
gboolean follows_any (const char *text, guint at, const char *const *words);
/* TRUE when `text` begins with one of them. */
gboolean begins_any (const char *text, const char *const *words);
/* TRUE when one of them stands somewhere in the `most` bytes before byte `at`. */
gboolean any_before (const char *text, guint at, guint most, const char *const *words);
/* Likewise, of a text in any letters; `words` are in small ones. */
gboolean any_small_before (const char *text, guint at, guint most, const char *const *words);
/* The `most` bytes before byte `at`, from a whole character on, in small letters. Caller frees. */
char *small_before (const char *text, guint at, guint most);

/* What a passage says, in its order, is found when somebody asks first and belongs to the
 * manuscript. An array of DayMention. */
const GArray *mentions_of_days (const Passage *passage);
/* An array of PhoneMention. */
const GArray *mentions_of_phones (const Passage *passage);
/* An array of Citation. */
const GArray *mentions_of_documents (const Passage *passage);

/* The day as a date; its year is that of `around` where it says none. */
Date day_date (const DayMention *day, Date around);
/* Monday is 0. */
guint date_weekday (Date date);
/* FALSE for a digit, at byte `at`, behind something it is part of: “H5”, “1.250”, “10:30”. */
gboolean figure_begins (const char *text, gsize at);
/* The number written at `text`, and where it ends; FALSE when there is none. Of “1.250.000” and
 * “12,5” in thousandths. */
gboolean figure_read (const char *text, const char *end, gint64 *thousandths, const char **behind);

/* A number in thousandths as figure_read() reads it: “1.250.000”, “12,5”. Caller frees. */
char *figure_write (gint64 thousandths);

/* “120 hộ”: a number and the word behind it. */
typedef struct {
  gint64 value;     /* in thousandths */
  guint start, end; /* of both */
  char unit[32];
} Amount;

/* The amount at byte `at` of the passage; FALSE when there is none. */
gboolean amount_read (const Passage *passage, guint at, Amount *amount);
/* TRUE of what is paid, given and waited for; other words are things, of which there are many. */
gboolean amount_is_measured (const Amount *amount);

/* The hour written at `text`, “17h30”, “17 giờ 30”, “17:30”, in minutes since midnight, and where
 * it ends; `is_bad`: no clock shows it. NULL when there is none. */
const char *clock_read (const char *text, guint *minutes, gboolean *is_bad);

/* An hour where it stands in a passage. */
typedef struct {
  guint start, length, minutes; /* since midnight */
} Clock;

/* The hour at byte `at` of the passage; FALSE when there is none, or none that a clock shows. */
gboolean clock_at (const Passage *passage, gsize at, Clock *clock);
/* The first of them from byte `from` on; FALSE when there is none. */
gboolean clock_find (const Passage *passage, gsize from, Clock *clock);
