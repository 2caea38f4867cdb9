/* SPDX-License-Identifier: MIT */
/* Calendar dates and moments, in Vietnam time (UTC+7 all year, no daylight saving). */
#pragma once

#include <glib.h>

typedef struct {
  gint16 year; /* 0: no date */
  gint8 month; /* 1..12 */
  gint8 day;   /* 1..31 */
} Date;

/* Seconds since 1970-01-01 00:00 UTC; MOMENT_NONE when there is none. */
typedef gint64 Moment;
#define MOMENT_NONE G_MININT64

typedef enum {
  DATE_GOOD,
  DATE_NOT_A_DATE, /* does not look like one */
  DATE_IMPOSSIBLE, /* looks like one, but the calendar has no such day: 31/4 */
} DateStatus;

/* Reads 2026-03-05, 5/3/2026, 05-03-2026, 5.3.2026; the whole text must be the date. `date` is set
 * when it is good, and otherwise left alone. */
DateStatus date_parse (const char *text, Date *date);
/* A date, or a date and a time of day: "2026-03-05 05:30", "5/3/2026 5h30", "5/3/2026 05:30:09",
 * with the zone of Vietnam or without. A date alone is its first minute. */
DateStatus moment_parse (const char *text, Moment *moment);

/* FALSE for { 0 }, which stands for “no date”. */
gboolean date_is_set (Date date);
/* Whether the calendar has the day, between 1900 and 2999: what is outside is a slip of the pen. */
gboolean date_exists (int year, int month, int day);
/* Below 0, 0 or above 0, as strcmp(); no date comes before all others. */
int date_compare (Date a, Date b);
/* The day it falls on in Vietnam, which has begun while it is still yesterday in Greenwich. */
Date date_of_moment (Moment moment);
/* The day so many days later; earlier when there are fewer than none. */
Date date_plus (Date date, int days);
/* How many days later `to` is. */
int date_difference (Date from, Date to);
Moment moment_of_date (Date date);    /* its first minute */
Moment moment_after_date (Date date); /* the first minute of the next day */

/* Caller frees. The date must be set. */
char *date_iso (Date date);            /* 2026-03-05 */
char *date_short (Date date);          /* 05/03/2026 */
char *date_official (Date date);       /* ngày 05 tháng 3 năm 2026, Decree 30/2020 annex I */
char *moment_iso (Moment moment);      /* 2026-03-05T05:30:00+07:00, RFC 3339 */
char *moment_official (Moment moment); /* 05/03/2026 05:30:00 +07:00, Decree 30/2020 annex III */
