/* SPDX-License-Identifier: MIT */
/* Inside render/: what is on the air, for those who listen: today, in this week, and as a calendar.
 * Each fills `page->data` with the names of docs/templates.md. */
#pragma once

#include "render/page_context.h"

/* The week of all stations. */
void broadcasts_fill_week (PageContext *page);
/* That of one. */
void broadcasts_fill_station (PageContext *page);
/* `airings` of the home page: what is read today, a few of it. */
void broadcasts_set_today (PageContext *page);
/* What the station of `output` reads as a calendar (RFC 5545): an event for each document and time
 * of day, repeated daily. Nothing can fail. */
void broadcasts_calendar (const Site *site, const Plan *plan, const Output *output, GString *out);
