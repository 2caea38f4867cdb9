/* SPDX-License-Identifier: MIT */
/* A date in digits, as a text has it. */
#pragma once

#include "speech/saying.h"

typedef struct {
  int end;                /* the token after it */
  guint day, month, year; /* 0: not written */
  gboolean may_be_date;   /* none was read, but “ngày 3-10” may be one */
  gboolean is_impossible; /* it looked like a date, but there is no such day */
  gboolean is_lunar;      /* "16/Giêng": the name of its month says so */
} WrittenDate;

/* Reads 05/02/2024, 5-2-2024, 5.2.2024, 07/2/24, 2024-02-05, 04/2024 and, where it means a date,
 * 30/4. FALSE when there is none at `at`. */
gboolean written_date_read (Saying *saying, int at, WrittenDate *date);
