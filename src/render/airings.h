/* SPDX-License-Identifier: MIT */
/* Inside render/: when stations read what, as documents and stations say it. */
#pragma once

#include "plan/plan.h"

/* One time that something is read. Borrowed from the site. */
typedef struct {
  Date date;
  const char *time; /* "05:30", or "" where nobody said */
  const Document *document;
  const Office *office; /* whose station reads it */
} Airing;

/* What the station of an office reads from one day to another, both included, in the order of time:
 * at its own times what it was sent, at the times of the document what its office issues itself.
 * Nothing is read once it has expired, also within a day. An array of Airing; caller unrefs. */
GArray *airings_of (const Plan *plan, const Office *office, Date from, Date until);
/* The same of all stations; what several read at once stands together. Caller unrefs. */
GArray *airings_of_all (const Plan *plan, Date from, Date until);

/* How long it takes, in whole minutes begun; NULL where nobody said. Caller frees. */
char *airing_minutes (const Document *document);
/* The times at which a station reads it, ended by NULL; one, "", where nobody said. */
const char *const *airing_times (const Office *office, const Document *document);
