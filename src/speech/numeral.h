/* SPDX-License-Identifier: MIT */
/* A number as it is written in Vietnam: 1.234.567,89, 70 000, 3,250,000, 2.5. */
#pragma once

#include "speech/saying.h"

/* Longer ones are no numbers to be read but codes. */
#define NUMERAL_MOST_DIGITS 27

typedef struct {
  int end;                              /* the token after it */
  char digits[NUMERAL_MOST_DIGITS + 1]; /* before the comma, without dots */
  guint n_digits;
  const char *fraction; /* digits after the comma, in the text; NULL when there are none */
  gsize n_fraction;
  gboolean is_grouped; /* thousands were marked */
  gboolean is_sloppy;  /* a dot stood for the comma */
} Numeral;

/* FALSE when no number starts at token `at`. */
gboolean numeral_read (const Saying *saying, int at, Numeral *numeral);

/* `keep_zeros`: a leading zero makes it digit by digit. */
void numeral_say (Saying *saying, const Numeral *numeral, gboolean keep_zeros);

/* -1 when it is not a whole number below 10^9. */
int numeral_value (const Numeral *numeral);
