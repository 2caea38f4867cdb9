/* SPDX-License-Identifier: MIT */
/* Telephone numbers as they are written. */
#pragma once

#include <glib.h>
#include <string.h>

/* Digits from which on a number is one to call, whatever stands beside it; 113 has fewer. */
#define FEWEST_PHONE_DIGITS 8

/* 0905 …, +84 …, 1900 …, 1800 … */
static inline gboolean
text_begins_phone (const char *text)
{
  return *text == '0' || *text == '+' || strncmp (text, "1900", 4) == 0
         || strncmp (text, "1800", 4) == 0;
}
